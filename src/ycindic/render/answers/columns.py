"""Which columns does an answer about targets have? The contract that spreadsheets and scripts rely on.

A name never changes, new ones come last. Every column says everything about itself once.
"""

from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter

from ycindic.domain.assessment import Assessment
from ycindic.domain.period import month_text
from ycindic.render.answers import cells
from ycindic.render.answers.sheet import SHARE, Column, Value, fixed_word, in_both, text_value
from ycindic.render.words import labels
from ycindic.render.words.looks import COLOURS
from ycindic.render.words.numbers import decimals, number_for_programs
from ycindic.render.words.numbers import typed as typed_text
from ycindic.render.words.sentence import sentence
from ycindic.render.words.wording import COMMITMENTS, MEASURES
from ycindic.text import Text, _, _p

_Cell = Callable[[Assessment, str], str]
"""How a cell is told in a language."""


def _figure(  # noqa: PLR0913 - a column says everything about itself
    name: str,
    label: Text,
    unit: Text,
    meaning: Text,
    empty: Text,
    *,
    told: cells.ToldNumber | None = None,
    words: _Cell | None = None,
    aside: bool = False,
    places: Callable[[Assessment], int | None] | None = None,
) -> Column[Assessment]:
    """A column of a figure of the answer: exact for programs, for people with the decimals that are published."""
    taken: Callable[[Assessment], Decimal | None] = attrgetter(f"figures.{name}")
    say = told or (cells.as_share if unit is SHARE else cells.as_figure)

    def as_told(row: Assessment, lang: str) -> str:
        value = taken(row)
        return "" if value is None else say(row, value, lang)

    def as_published(row: Assessment) -> int | None:
        value = taken(row)
        return None if value is None else decimals(row, value)

    return Column(
        lambda row: number_for_programs(taken(row)), label, unit, meaning, empty, words or as_told,
        aside=aside, places=places or as_published, exact=True,
    )  # fmt: skip


def _word(name: str) -> Callable[[Assessment], Value]:
    taken = attrgetter(f"figures.{name}")
    return lambda row: text_value(taken(row))


def _typed(value: Decimal | None) -> int | None:
    return None if value is None else len(typed_text(value).partition(".")[2])


def _two(_: Assessment) -> int:
    return 2


def _outlook(name: str) -> Callable[[Assessment], Value]:
    """A number of the outlook."""
    return lambda row: None if row.outlook is None else number_for_programs(getattr(row.outlook, name))


def _years_behind(row: Assessment) -> Value:
    return None if row.outlook is None or row.outlook.low is None else row.outlook.years


_TEXT: Text = _("text")
_WORD: Text = _("one of fixed words")
_PERIOD: Text = _("a period such as 2026-H1")
_OWN: Text = _("the indicator's own (column unit)")
_RATIO: Text = _("a ratio")
_POINTS: Text = _("percentage points")
_PERCENT: Text = _p("as a unit", "per cent")
_COUNT: Text = _("a count")
_NEVER: Text = _("never")
_NO_OUTLOOK: Text = _(
    "fewer than four whole years or runs of years before; no figure of the year yet, or its final one; else see show"
)
_NO_ACTUAL: Text = _("no figure yet")
_FLOW_STOCK: Text = _("no figure yet; growth rates and means have none; met at the base (see reasons)")
_NO_REST: Text = _("no figure yet; the period is over; no number was promised; see reasons")

STATUS_COLUMNS: dict[str, Column[Assessment]] = {
    "id": Column(
        lambda row: row.target.id, _("Id"), _TEXT, _("the target: indicator@period"), _NEVER, left=True, room=(22,)
    ),
    "indicator": Column(
        lambda row: row.indicator.id, _("Indicator id"), _TEXT, _("the indicator that is measured"), _NEVER, left=True
    ),
    "name": Column(
        lambda row: in_both(row.indicator.name),
        _("Indicator"),
        _TEXT,
        _("its name (two columns: Chinese and English)"),
        _NEVER,
        words=cells.name,
        bilingual=True,
        left=True,
        wraps=True,
        room=(26, 34),
    ),
    "period": Column(
        lambda row: row.target.when,
        _("Target period"),
        _PERIOD,
        _("the year or years that the promise is for"),
        _NEVER,
        words=cells.target_period,
        left=True,
    ),
    "section": Column(
        lambda row: text_value(row.target.section),
        _("Section"),
        _TEXT,
        _("where the report says it"),
        _("the registry does not say"),
        left=True,
    ),
    "wording": Column(
        lambda row: text_value(row.target.wording),
        _("Wording"),
        _TEXT,
        _("the report's own words"),
        _("the registry does not say"),
        left=True,
        wraps=True,
        room=(34,),
    ),
    "measure": fixed_word(
        lambda row: row.indicator.measure,
        _("Measure"),
        MEASURES,
        _WORD,
        _("how values add up in time: flow, growth, stock, mean, events"),
        _NEVER,
    ),
    "relation": Column(
        lambda row: text_value(row.target.relation),
        _("Relation"),
        _WORD,
        _("what was promised of it, such as at_least, about"),
        _("a target that its parts decide"),
        left=True,
    ),
    "goal": Column(
        lambda row: number_for_programs(row.target.goal),
        _("Goal"),
        _OWN,
        _("the promised number; of a range the lower end"),
        _("no number was promised"),
        words=cells.goal_cell,
        places=lambda row: _typed(row.target.goal),
    ),
    "goal_high": Column(
        lambda row: number_for_programs(row.target.goal_high),
        _("Goal, upper end"),
        _OWN,
        _("the upper end of a promised range"),
        _("the goal is no range"),
        places=lambda row: _typed(row.target.goal_high),
    ),
    "unit": Column(
        lambda row: row.indicator.unit, _("Unit"), _TEXT, _("the indicator's unit"), _("a plain count"), left=True
    ),
    "commitment": fixed_word(
        lambda row: row.target.commitment,
        _("Commitment"),
        COMMITMENTS,
        _WORD,
        _("how firmly it was promised: binding, firm, plain, aspirational"),
        _NEVER,
    ),
    "actual": _figure(
        "actual",
        _("Actual"),
        _OWN,
        _("the judged figure: the sum, mean or level so far"),
        _NO_ACTUAL,
        words=cells.actual,
    ),
    "actual_period": Column(
        _word("actual_period"),
        _p("of status", "Period"),
        _PERIOD,
        _("the months that the figure covers"),
        _NO_ACTUAL,
        words=cells.actual_period,
        left=True,
        room=(18,),
    ),
    "baseline": _figure(
        "baseline",
        _("Base"),
        _OWN,
        _("the figure of the year before, or of the named base"),
        _("it is not known"),
        told=cells.as_stated,
    ),
    "gap": _figure(
        "gap",
        _("Gap"),
        _("column gap_unit"),
        _(
            "to the printed goal: above zero still missing or above a ceiling, below zero beyond it or to spare; "
            "where both sides bind less the tolerance"
        ),
        _("no figure yet, or no number was promised"),
        words=cells.gap_cell,
    ),
    "gap_unit": Column(
        _word("gap_unit"),
        _("Unit of the gap"),
        _TEXT,
        _("pp for percentage points, else the indicator's own"),
        _("no gap"),
        left=True,
    ),
    "completion": _figure(
        "completion",
        _("Done"),
        SHARE,
        _("the share of the goal that is done; of a level counted from its base"),
        _FLOW_STOCK,
    ),
    "time_progress": _figure(
        "time_progress",
        _("Time"),
        SHARE,
        _("months covered by the figure ÷ months of the target's period"),
        _NO_ACTUAL,
        aside=True,
    ),
    "expected_completion": _figure(
        "expected_completion",
        _("Expected"),
        SHARE,
        _("the share that should be done by then, by the profile"),
        _FLOW_STOCK,
        aside=True,
    ),
    "pace": _figure(
        "pace", _("Pace"), _RATIO, _("done ÷ expected; 1 is just enough"), _FLOW_STOCK, told=cells.as_ratio, places=_two
    ),
    "catch_up": _figure(
        "catch_up",
        _("Catch-up"),
        _RATIO,
        _("how many times faster than so far the rest must go; of a cap the share of today's pace that is left"),
        _("as pace; also where it is infinite (see reasons)"),
        told=cells.as_ratio,
        places=_two,
    ),
    "annualised": _figure(
        "annualised",
        _("Annualised"),
        _("column annualised_unit"),
        _("as a rate of a year: growth as published, a level by its average, a sum as its projection or by months"),
        _("no figure yet; a level under twelve months; a mean"),
        told=cells.in_unit("annualised_unit"),
        aside=True,
    ),
    "annualised_unit": Column(_word("annualised_unit"), _("Unit of it"), _TEXT, _("its unit"), _("none"), left=True),
    "required": _figure(
        "required",
        _("Rest needs"),
        _("column required_unit"),
        _(
            "what the rest must be for the goal: of growth and means its value, of a sum a month, of a level a year; "
            "beside a benchmark if that stays as it is"
        ),
        _NO_REST,
        words=cells.required_from,
    ),
    "required_low": _figure(
        "required_low",
        _("Rest needs, low"),
        _("column required_unit"),
        _("the lower end of what rounding of the published figure leaves"),
        _("it comes not from one rounded figure"),
        told=cells.in_unit("required_unit"),
    ),
    "required_high": _figure(
        "required_high",
        _("Rest needs, high"),
        _("column required_unit"),
        _("the upper end of that range"),
        _("it comes not from one rounded figure"),
        told=cells.in_unit("required_unit"),
    ),
    "required_edge": _figure(
        "required_edge",
        _("Rest needs, edge"),
        _("column required_unit"),
        _("the way to the edge of the tolerance, by which the verdict is given"),
        _NO_REST,
        told=cells.as_rest,
    ),
    "required_unit": Column(
        _word("required_unit"),
        _p("of status", "Unit of it"),
        _TEXT,
        _("the unit of the required columns"),
        _NO_REST,
        left=True,
    ),
    "required_growth": _figure(
        "required_growth",
        _("Rest must grow"),
        _PERCENT,
        _("of a sum: the remaining months over those of last year; of a level: a year"),
        _("no figures of last year; growth rates and means"),
        told=cells.as_rate,
    ),
    "projection": _figure(
        "projection",
        _p("of status", "Projection"),
        _OWN,
        _("where the course so far leads by the end"),
        _NO_ACTUAL,
        told=cells.as_own,
    ),
    "verdict": Column(
        lambda row: row.verdict.value,
        _("Verdict"),
        _WORD,
        _("one of the nine verdicts"),
        _NEVER,
        words=cells.verdict,
        left=True,
        room=(13,),
        colours=COLOURS,
    ),
    "on_track": Column(
        lambda row: row.on_track,
        _("On track"),
        _("true or false"),
        _("whether the promise is being kept"),
        _("no answer yet, or the figures are stale"),
        colours={"true": "green", "false": "red"},
    ),
    "reason": Column(
        lambda row: row.reason.value,
        _("Reason"),
        _WORD,
        _("why the verdict is what it is, as a word for programs"),
        _NEVER,
        left=True,
    ),
    "reasons": Column(
        lambda row: dict(row.reasons),
        _("Reasons"),
        _("field=reason"),
        _("for every empty field why it has no answer"),
        _("no field is empty"),
        left=True,
        wraps=True,
        room=(30,),
    ),
    "sentence": Column(
        lambda row: in_both(sentence(row)),
        _("In words"),
        _TEXT,
        _("the verdict in one sentence (two columns: Chinese and English)"),
        _NEVER,
        bilingual=True,
        left=True,
        wraps=True,
        room=(60, 60),
    ),
    "rule": Column(
        lambda row: row.rule.value,
        _("Rule"),
        _WORD,
        _("the rule itself under a circumstance such as early or stale"),
        _NEVER,
        left=True,
    ),
    "profile": Column(
        _word("profile"),
        _("Profile"),
        _WORD,
        _("where the expected share comes from: linear, last_year, shares, batch, milestones"),
        _FLOW_STOCK,
        words=cells.profile,
        left=True,
    ),
    "lead_time": _figure(
        "lead_time",
        _("Lead over time"),
        _POINTS,
        _("done minus the share of the time gone"),
        _FLOW_STOCK,
        told=cells.as_points,
        places=_two,
    ),
    "lead_profile": _figure(
        "lead_profile", _("Lead"), _POINTS, _("done minus expected"), _FLOW_STOCK, told=cells.as_points, places=_two
    ),
    "acceleration": _figure(
        "acceleration",
        _("Acceleration"),
        _POINTS,
        _("how much better than so far the rest must be, to the tolerance's edge"),
        _("levels; sums without last year's months; the period is over"),
    ),
    "headroom": _figure(
        "headroom",
        _("Headroom"),
        _OWN,
        _("of a mean: by how much the rest may be worse"),
        _("other measures; a goal with two sides"),
    ),
    "weight": _figure(
        "weight",
        _("Weight"),
        SHARE,
        _("of a growth rate: the share of the elapsed months in the base year"),
        _("other measures"),
    ),
    "required_goal_high": _figure(
        "required_goal_high",
        _("Rest needs, upper goal"),
        _("column required_unit"),
        _("what the rest must be for the upper end of the range"),
        _("the goal is no range"),
    ),
    "annualised_linear": _figure(
        "annualised_linear",
        _("Added a year"),
        _("the indicator's own a year"),
        _("of a level: what was added a year"),
        _("other measures; under twelve months"),
    ),
    "two_year_average": _figure(
        "two_year_average",
        _("Two-year average"),
        _PERCENT,
        _("of a growth rate: the average with the same months of last year"),
        _("no figure of last year"),
        told=cells.as_rate,
    ),
    "benchmark": _figure(
        "benchmark",
        _("Benchmark"),
        _OWN,
        _("the other indicator's figure of the same months"),
        _("nothing is compared"),
        told=cells.as_stated,
    ),
    "benchmark_id": Column(
        _word("benchmark_id"), _("Benchmark id"), _TEXT, _("the other indicator"), _("nothing is compared"), left=True
    ),
    "difference": _figure(
        "difference",
        _("Difference"),
        _("column gap_unit"),
        _("own minus benchmark, or minus the base"),
        _("nothing is compared"),
    ),
    "provisional": _figure(
        "provisional",
        _("Provisional"),
        _OWN,
        _("the running year's figure that does not count yet"),
        _("there is none"),
    ),
    "provisional_period": Column(
        _word("provisional_period"), _("Its period"), _PERIOD, _("the months that it covers"), _("there is none")
    ),
    "actual_bound": Column(
        _word("actual_bound"),
        _("Bound"),
        _WORD,
        _("over, under or about: the figure is only a bound"),
        _("the figure is exact"),
    ),
    "baseline_period": Column(
        _word("baseline_period"), _("Base period"), _PERIOD, _("the period of the base"), _("it is not known")
    ),
    "breach_period": Column(
        lambda row: None if row.breach is None else str(row.breach.covered),
        _("Breach period"),
        _PERIOD,
        _("when what was to hold at every moment was first broken"),
        _("it was not broken"),
    ),
    "breach": Column(
        lambda row: None if row.breach is None else number_for_programs(row.breach.value),
        _("Breach"),
        _OWN,
        _("the figure that broke it"),
        _("it was not broken"),
    ),
    "overdue": Column(
        lambda row: len(row.overdue), _("Overdue"), _COUNT, _("releases that are due and not recorded"), _NEVER
    ),
    "decided_by": Column(
        lambda row: text_value(row.decided_by),
        _("Decided by"),
        _TEXT,
        _("the worst part, which decides"),
        _("parts do not decide"),
        left=True,
    ),
    "part_of": Column(
        lambda row: text_value(row.part_of),
        _("Part of"),
        _TEXT,
        _("the target of which this is a part"),
        _("it is no part"),
        left=True,
    ),
    "parts": Column(
        lambda row: None if row.target.parts is None else list(row.target.parts),
        _("Parts"),
        _TEXT,
        _("the targets that decide this one"),
        _("it has no parts"),
        left=True,
        wraps=True,
        room=(12,),
    ),
    "publisher": Column(
        lambda row: in_both(row.indicator.publisher),
        labels.OFFICE,
        _TEXT,
        _("who publishes the figure (two columns: Chinese and English)"),
        _("the registry does not say"),
        bilingual=True,
        left=True,
        wraps=True,
        room=(18, 30),
    ),
    "side": Column(
        lambda row: text_value(row.side),
        _("Side"),
        _WORD,
        _("below or above: where a promise that both sides bind is missed"),
        _("one side binds; it is kept; a sum still grows towards it"),
    ),
    "gap_edge": _figure(
        "gap_edge",
        _("Gap to what decides"),
        _OWN,
        _("what is missing to the limit that decides, tolerance and printed digits counted; above zero not kept"),
        _("no figure yet; no number was promised; see reasons"),
    ),
    "pace_edge": _figure(
        "pace_edge",
        _("Pace to the edge"),
        _RATIO,
        _("the pace to the edge of the tolerance, by which the verdict is given"),
        _FLOW_STOCK,
    ),
    "growth_so_far": _figure(
        "growth_so_far",
        _("Growth so far"),
        _PERCENT,
        _("the growth of a sum over the same months of last year"),
        _("it is no sum; last year's months are not known"),
    ),
    "latest_average": _figure(
        "latest_average",
        _("Latest three months"),
        _OWN,
        _("of a mean: what the latest three months averaged"),
        _("it is no mean; only years to date are known"),
    ),
    "latest_period": Column(
        _word("latest_period"),
        _("Latest months"),
        _PERIOD,
        _("the months that latest_average covers"),
        _("as latest_average"),
    ),
    "hole": Column(
        lambda row: None if row.hole is None else month_text(row.hole),
        _("Missing month"),
        _PERIOD,
        _("the first month that is missing before later figures, which therefore do not count"),
        _("none is missing in between"),
    ),
    "outlook": Column(
        _outlook("projection"),
        _("Outlook"),
        _OWN,
        _("the most likely end of the year, or of several years, by what was best before; it decides nothing"),
        _("no whole year is known before; no figure of the year yet, or its final one; else see show"),
        words=cells.outlook_cell,
        aside=True,
    ),
    "projection_low": Column(
        _outlook("low"),
        _("Projection, low"),
        _OWN,
        _("the lower end of the interval in which the year ends with the chance of outlook_level (80 %)"),
        _NO_OUTLOOK,
        words=lambda row, lang: cells.end_of_interval(row, row.outlook and row.outlook.low, lang),
    ),
    "projection_high": Column(
        _outlook("high"),
        _("Projection, high"),
        _OWN,
        _("the upper end of that interval"),
        _NO_OUTLOOK,
        words=lambda row, lang: cells.end_of_interval(row, row.outlook and row.outlook.high, lang),
    ),
    "chance": Column(
        _outlook("chance"),
        _("Chance"),
        SHARE,
        _("the chance that the promise is kept, by the method's errors in earlier years; it decides nothing"),
        _("as projection_low; no number was promised; the figures it is held against have no course (show says which)"),
        words=cells.chance,
        aside=True,
    ),
    "chance_years": Column(
        _years_behind,
        _("Years behind it"),
        _COUNT,
        _("how many whole years stand behind interval and chance, of several years how many earlier runs"),
        _NO_OUTLOOK,
    ),
}
"""Every column of an answer, in order; new ones come last."""


def answer_values(row: Assessment) -> dict[str, Value]:
    """One target as names and values."""
    return {name: column.value(row) for name, column in STATUS_COLUMNS.items()}
