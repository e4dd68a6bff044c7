"""Why is a verdict what it is, and why has a number no answer?"""

from enum import StrEnum


class Reason(StrEnum):
    """Why the verdict is what it is, or why a field has no answer."""

    # before there is anything to judge
    WORST_PART = "worst_part"
    PARTS_UNKNOWN = "parts_unknown"
    NOT_BEGUN = "period_not_begun"
    NOT_RELEASED = "not_released_yet"
    NO_ACTUAL = "no_actual"
    BATCH_PENDING = "batch_pending"
    FIRST_YEAR_OPEN = "first_year_open"
    # decided
    BREACH = "breach"
    CAP_EXCEEDED = "cap_exceeded"
    BAND_LEFT = "band_left"
    GOAL_MET = "goal_met"
    GOAL_MISSED = "goal_missed"
    DEADLINE_PASSED = "deadline_passed"
    TURNED_LATE = "turned_late"
    NOT_EXCEEDED = "not_exceeded"
    MET_FOR_GOOD = "met_for_good"
    WORSENING = "worsening"
    HELD_THROUGHOUT = "held_throughout"
    NOT_CONFIRMED = "not_confirmed"
    # what is missing
    TODO = "todo"
    GOAL_UNSTATED = "goal_unstated"
    CONDITION_FAILS = "condition_fails"
    TURN_OPEN = "turn_open"
    NO_BASELINE = "no_baseline"
    INEXACT_BASE = "inexact_base"
    INEXACT = "inexact_actual"
    MET_AT_BASE = "met_at_base"
    NO_BENCHMARK = "no_benchmark"
    NO_COMPARABLE_BASE = "no_comparable_base"
    HOLE = "hole"
    ONLY_SINGLE = "only_single_periods"
    NO_RATIO = "no_ratio"
    ZERO_BENCHMARK = "zero_benchmark"
    # graded on the way
    SCOPE_REACHED = "scope_reached"
    SCOPE_SHORT = "scope_short"
    LOST = "lost"
    WRONG_WAY = "wrong_way"
    SLIPPED = "slipped"
    NOTHING_EXPECTED = "nothing_expected_yet"
    PACE = "pace"
    NEEDED_RATE = "needed_rate"
    DIFFERENCE = "difference"
    SIGN = "sign"
    HELD_SO_FAR = "held_so_far"
    TURNED = "turned"
    TURN_PENDING = "turn_pending"
    # added to a graded verdict
    EARLY = "early"
    AWAITING_FINAL = "awaiting_final"
    STALE = "stale"
    # why a single field is empty
    NOT_FOR_MEASURE = "not_for_this_measure"
    NOT_FOR_RELATION = "not_for_this_relation"
    SCOPE = "scope"
    CONTAINER = "container"
    NO_GOAL = "no_goal"
    INFINITE = "infinite"
    PERIOD_OVER = "period_over"
    NO_LAST_YEAR = "no_last_year"
    UNDER_TWELVE_MONTHS = "under_twelve_months"
    NOT_POSITIVE = "not_positive"
    NOT_ROUNDED = "not_from_one_rounded_figure"
    ONLY_TO_DATE = "only_years_to_date"


SETTLED = frozenset({Reason.MET_FOR_GOOD, Reason.BREACH, Reason.CAP_EXCEEDED, Reason.BAND_LEFT})
"""Reasons of verdicts that no later figure changes."""
