"""How is a tension of the plan, or between its figures, told?"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import assert_never

from ycindic.domain.audit.finding import (
    Additions,
    DoubtfulSize,
    LevelGrowth,
    Multiple,
    PartsSum,
    PeriodsSum,
    Rule,
    Tension,
    WideTolerance,
    Yearly,
    YearlyGoals,
)
from ycindic.domain.model import Indicator, Target
from ycindic.domain.period import Calendar, Period
from ycindic.render.answers.sheet import Value
from ycindic.render.words.numbers import number_for_programs, percent, period_in_words, rounded, typed
from ycindic.render.words.promised import goal_words
from ycindic.render.words.units import measured_of
from ycindic.render.words.wording import clauses, listed
from ycindic.text import Text, Verbatim, _, _p
from ycindic.text.proposed import proposed

RULE_TEXTS: Mapping[Rule, tuple[Text, Text]] = {
    Rule.YEARLY_GROWTH: (
        _("yearly rates against several years"),
        _("look both goals up; if meant, the other years must do more"),
    ),
    Rule.YEARLY_TOTALS: (
        _("yearly sums against several years"),
        _p("of sums", "look both goals up; if meant, the other years must do more"),
    ),
    Rule.ADDITIONS: (_("additions against the level"), _("record the base, or look both goals up")),
    Rule.PARTS: (_("parts against the whole"), _("look up the goals of the parts and of the whole")),
    Rule.LEVELS: (
        _("published growth against the levels"),
        _("look both up; take levels out where they are at current prices"),
    ),
    Rule.PERIODS: (
        _("the year to date against its periods"),
        _("look up the year to date and the figures of its periods"),
    ),
    Rule.SIZE: (
        _("doubtful size"),
        _(
            "look the unit up; correct a slip with {record}",
            record=proposed("record", _("ID"), _("PERIOD"), _("VALUE")),
        ),
    ),
    Rule.TOLERANCE: (_("wide tolerance"), _("it is told in the unit of the goal, or in points of a rate")),
    Rule.MULTIPLE: (_("a multiple or an amount"), _("write as: times, or keep the multiple out of the wording")),
}
"""How a question to the plan is called where the answer is no, and what to do then."""


def finding_sentence(finding: Tension) -> Text:
    """What does not fit, with every number that it takes to see it."""
    inputs = finding.inputs
    match inputs:
        case YearlyGoals():
            return _yearly_goals(finding, inputs)
        case Additions():
            return _additions(finding, inputs)
        case PartsSum():
            return _parts(finding, inputs)
        case LevelGrowth():
            return _levels(finding, inputs)
        case PeriodsSum():
            return _periods(finding, inputs)
        case DoubtfulSize():
            return _size(finding, inputs)
        case WideTolerance():
            return _tolerance(finding, inputs)
        case Multiple():
            return _multiple(finding, inputs)
        case _:
            assert_never(inputs)


def _goal(finding: Tension, target: Target) -> Text:
    """`2026年目标6%左右`: a goal with its period."""
    goal = goal_words(target._replace(parts=None), finding.indicator)
    return _("{goal} for {period}", goal=goal, period=period_in_words(target.period, target.calendar))


def _years(calendar: Calendar, numbers: tuple[int, ...]) -> Text:
    """Years as a span where none is missing between them."""
    if numbers[-1] - numbers[0] + 1 == len(numbers):
        return period_in_words(Period(calendar.year(numbers[0]).first, calendar.end(numbers[-1])), calendar)
    return listed([period_in_words(calendar.year(one), calendar) for one in numbers])


def _yearly_goals(finding: Tension, inputs: YearlyGoals) -> Text:
    whole, *single = finding.targets
    start = _(
        "promised {goal}{even}; and {others}",
        goal=_goal(finding, whole),
        even=_evenly(whole, inputs, finding.indicator),
        others=listed([_goal(finding, one) for one in single]),
    )
    consequence = _rest_needs(inputs, finding.indicator) if inputs.left else _together(inputs, finding.indicator)
    return clauses([start, *consequence])


def _evenly(whole: Target, inputs: YearlyGoals, indicator: Indicator) -> Text:
    """The goal spread evenly over the years, where it is not already told as an average."""
    if whole.average:
        return Verbatim("")
    even = measured_of(rounded(inputs.per_year, 2), inputs.unit, indicator)
    return _(", that is {even} a year", even=even)


def _rest_needs(inputs: YearlyGoals, indicator: Indicator) -> list[Text]:
    """What the years without a goal of their own must bring."""
    if inputs.needed is None or inputs.needed_at_edge is None:
        return []
    left = _years(indicator.calendar, inputs.left)
    printed, at_edge = (
        measured_of(rounded(one, 2), inputs.unit, indicator) for one in (inputs.needed, inputs.needed_at_edge)
    )
    first = _("if that is just met, {left} must bring {printed} a year", left=left, printed=printed)
    if inputs.needed == inputs.needed_at_edge:
        return [first]
    edges = _edges(inputs.promised, inputs.unit, indicator)
    return [first, _("at the edge of the tolerance ({edges}), {at_edge} a year", edges=edges, at_edge=at_edge)]


def _together(inputs: YearlyGoals, indicator: Indicator) -> list[Text]:
    """What the yearly goals come to, where every year has one."""
    printed = measured_of(rounded(inputs.reached, 2), inputs.unit, indicator)
    at_edge = measured_of(rounded(inputs.reached_at_edge, 2), inputs.unit, indicator)
    first = _("together the yearly goals come to {printed}", printed=printed)
    if inputs.reached == inputs.reached_at_edge:
        return [first]
    return [first, _("{at_edge} with their tolerances used up", at_edge=at_edge)]


def _edges(promised: tuple[Yearly, ...], unit: str, indicator: Indicator) -> Text:
    return listed([measured_of(typed(one.edge), unit, indicator) for one in promised if one.edge != one.goal])


def _additions(finding: Tension, inputs: Additions) -> Text:
    stock = finding.targets[0]
    start = _goal(finding, stock)
    amounts = listed([_addition(one, inputs, finding.indicator) for one in inputs.promised])
    promised = _(
        "promised {start}; {flow}: {amounts}",
        start=start,
        flow=listed([one.name for one in finding.others]),
        amounts=amounts,
    )
    caveat = _("counting additions only, none struck off")
    known = _base_unknown(inputs, finding.indicator) if inputs.base is None else _base_known(inputs, finding.indicator)
    return clauses([promised, known, caveat])


def _addition(one: Yearly, inputs: Additions, indicator: Indicator) -> Text:
    amount = measured_of(typed(one.goal), inputs.unit, indicator)
    return _("{amount} new in {year}", amount=amount, year=one.year)


def _base_known(inputs: Additions, indicator: Indicator) -> Text:
    base = measured_of(typed(inputs.base or Decimal(0)), inputs.unit, indicator)
    needed = measured_of(_amount(inputs.needed), inputs.unit, indicator)
    when = period_in_words(inputs.base_period)
    if not inputs.left:
        return _("from {base} in {when}, {needed} are missing", base=base, when=when, needed=needed)
    left, pace = _years(indicator.calendar, inputs.left), measured_of(_amount(inputs.pace), inputs.unit, indicator)
    return _(
        "from {base} in {when}, {left} must add {needed} a year, more than the {pace} a year promised",
        base=base,
        when=when,
        left=left,
        needed=needed,
        pace=pace,
    )


def _base_unknown(inputs: Additions, indicator: Indicator) -> Text:
    when, pace = period_in_words(inputs.base_period), measured_of(_amount(inputs.pace), inputs.unit, indicator)
    base = measured_of(_amount(inputs.base_needed), inputs.unit, indicator)
    return _(
        "the base of {when} is unknown, so they cannot be compared; at {pace} a year it must have been {base}",
        when=when,
        pace=pace,
        base=base,
    )


def _amount(value: Decimal | None) -> str:
    """A computed amount, without decimals where it is whole."""
    if value is None:
        return ""
    return rounded(value, 0 if value == value.to_integral_value() else 2)


def _parts(finding: Tension, inputs: PartsSum) -> Text:
    goal = _goal(finding, finding.targets[0])
    parts = listed(
        [
            _p(
                "a part with its goal",
                "{name} {goal}",
                name=other.name,
                goal=measured_of(typed(one.goal), inputs.unit, other),
            )
            for one, other in zip(inputs.parts, finding.others, strict=True)
        ]
    )
    total = measured_of(_amount(inputs.total), inputs.unit, finding.indicator)
    return _("promised {goal}; the parts ({parts}) come to {total}", goal=goal, parts=parts, total=total)


def _levels(finding: Tension, inputs: LevelGrowth) -> Text:
    published, computed = f"{typed(inputs.published)}%", f"{rounded(inputs.computed, 2)}%"
    levels = f"{typed(inputs.level_before)} → {typed(inputs.level_now)}"
    apart, when = rounded(inputs.largest_pp, 2), period_in_words(inputs.largest_period)
    more = _(
        "of {compared} periods that compare {differing} disagree, most by {apart} pp, for {when}",
        compared=inputs.compared,
        differing=inputs.differing,
        apart=apart,
        when=when,
    )
    first = _(
        "published growth of {published} for {period}, but {computed} from {indicator} ({levels})",
        published=published,
        period=period_in_words(finding.period),
        computed=computed,
        indicator=listed([one.name for one in finding.others]),
        levels=levels,
    )
    caveat = _("the published rate counts: levels may be at current prices, on another basis, or re-based")
    return clauses([first, caveat, *([more] if inputs.differing > 1 else [])])


def _periods(finding: Tension, inputs: PeriodsSum) -> Text:
    ytd, total = (measured_of(typed(one), inputs.unit, finding.indicator) for one in (inputs.ytd, inputs.total))
    return _(
        "the year to date of {period}, {ytd}, is not the sum of its periods, {total}; the former counts",
        period=period_in_words(finding.period),
        ytd=ytd,
        total=total,
    )


def _size(finding: Tension, inputs: DoubtfulSize) -> Text:
    period = period_in_words(finding.period)
    figure = measured_of(typed(inputs.value), inputs.unit, finding.indicator)
    usual = measured_of(_amount(inputs.usual), inputs.unit, finding.indicator)
    if inputs.fallen_from is not None:
        return _(
            "{figure} for {period} is less than {usual} for {before}, and a running total does not fall",
            figure=figure,
            period=period,
            usual=usual,
            before=period_in_words(inputs.fallen_from),
        )
    strange = _(
        "{figure} for {period} is of another order than its like, about {usual}",
        figure=figure,
        period=period,
        usual=usual,
    )
    if inputs.likely is None:
        return strange
    likely = measured_of(format(inputs.likely.normalize(), "f"), inputs.unit, finding.indicator)
    return _("{said}; was {likely} meant?", said=strange, likely=likely)


def _tolerance(finding: Tension, inputs: WideTolerance) -> Text:
    goal = _goal(finding, finding.targets[0])
    wide, share = (
        measured_of(format(inputs.tolerance.normalize(), "f"), inputs.unit, finding.indicator),
        percent(inputs.share),
    )
    return _(
        "the tolerance of {goal} is {wide}, {share} of the goal; is that meant? `tolerance` can say another",
        goal=goal,
        wide=wide,
        share=share,
    )


def _multiple(finding: Tension, inputs: Multiple) -> Text:
    return _(
        "the report says “{words}” and {goal} is registered: a multiple or an amount? `as: times` says a multiple",
        words=inputs.words,
        goal=_goal(finding, finding.targets[0]),
    )


def numbers(finding: Tension) -> dict[str, Value]:
    """What a finding's sentence is made of, for programs."""
    return {
        "rule": finding.rule.value,
        "indicator": finding.indicator.id,
        "targets": [target.id for target in finding.targets],
        "period": str(finding.period),
        "inputs": {name: _plain(one) for name, one in finding.inputs._asdict().items()},
    }


def _plain(one: object) -> Value:
    """An input as JSON knows it: numbers bare, values with names as objects."""
    if isinstance(one, Decimal):
        return number_for_programs(one)
    if isinstance(one, Yearly | tuple) and hasattr(one, "_asdict"):
        return {name: _plain(inner) for name, inner in one._asdict().items()}
    if isinstance(one, tuple):
        return [_plain(inner) for inner in one]
    return one if isinstance(one, int) or one is None else str(one)
