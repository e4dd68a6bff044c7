"""How is a tension of the plan, or between its figures, told?"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import assert_never

from ycindic.domain.audit.finding import (
    Additions,
    DoubtfulSize,
    Finding,
    LevelGrowth,
    Multiple,
    PartsSum,
    PeriodsSum,
    Rule,
    WideTolerance,
    Yearly,
    YearlyGoals,
)
from ycindic.domain.model import Target
from ycindic.domain.period import Calendar, Period
from ycindic.render.answers.sheet import Value
from ycindic.render.words.numbers import in_words, percent, plain, rounded, typed, with_unit
from ycindic.render.words.promised import goal_words
from ycindic.render.words.wording import Pair

RULES: Mapping[Rule, tuple[Pair, Pair]] = {
    Rule.YEARLY_GROWTH: (
        ("年度增速与多年增速不合", "yearly rates against several years"),
        (
            "核对两个目标；如确是如此，其余年份须更快",
            "look both goals up; if meant, the other years must do more",
        ),
    ),
    Rule.YEARLY_TOTALS: (
        ("年度总量与多年总量不合", "yearly sums against several years"),
        (
            "核对两个目标；如确是如此，其余年份须更多",
            "look both goals up; if meant, the other years must do more",
        ),
    ),
    Rule.ADDITIONS: (
        ("新增量与总量不合", "additions against the level"),
        ("录入基期数，或核对两个目标", "record the base, or look both goals up"),
    ),
    Rule.PARTS: (
        ("分项之和与合计不合", "parts against the whole"),
        ("核对各分项和合计的目标", "look up the goals of the parts and of the whole"),
    ),
    Rule.LEVELS: (
        ("公布增速与总量不合", "published growth against the levels"),
        (
            "核对两个数据；总量按现价的，去掉levels",
            "look both up; take levels out where they are at current prices",
        ),
    ),
    Rule.PERIODS: (
        ("累计数与各期之和不合", "the year to date against its periods"),
        ("核对累计数和各期数据", "look up the year to date and the figures of its periods"),
    ),
    Rule.SIZE: (
        ("数值大小可疑", "doubtful size"),
        ("核对单位；录错的用ycindic record更正", "look the unit up; correct a slip with ycindic record"),
    ),
    Rule.TOLERANCE: (
        ("容许范围过宽", "wide tolerance"),
        ("如确是如此，写明tolerance", "if it is meant, type it as tolerance"),
    ),
    Rule.MULTIPLE: (
        ("倍数还是数量", "a multiple or an amount"),
        ("倍数写as: times；确是数量则改原文短语", "write as: times, or keep the multiple out of the wording"),
    ),
}
"""How a question to the plan is called where the answer is no, and what to do then."""


def sentence(finding: Finding) -> Pair:
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


def _joined(*clauses: Pair | None) -> Pair:
    kept = [clause for clause in clauses if clause]
    return "；".join(zh for zh, _ in kept), "; ".join(en for _, en in kept)


def _listed(pairs: list[Pair]) -> Pair:
    return "、".join(zh for zh, _ in pairs), ", ".join(en for _, en in pairs)


def _goal(finding: Finding, target: Target) -> Pair:
    """`2026年目标6%左右`: a goal with its period."""
    indicator = finding.indicator
    zh, en = goal_words(target._replace(parts=None), indicator)
    when = in_words(target.period, target.calendar)
    return f"{when[0]}目标{zh}", f"{en} for {when[1]}"


def _years(calendar: Calendar, numbers: tuple[int, ...]) -> Pair:
    """Years as a span where none is missing between them."""
    if numbers[-1] - numbers[0] + 1 == len(numbers):
        return in_words(Period(calendar.year(numbers[0]).first, calendar.end(numbers[-1])), calendar)
    years = [in_words(calendar.year(one), calendar) for one in numbers]
    return "、".join(zh for zh, _ in years), ", ".join(en for _, en in years)


def _yearly_goals(finding: Finding, inputs: YearlyGoals) -> Pair:
    whole, *single = finding.targets
    promised = _listed([_goal(finding, one) for one in single])
    zh, en = _goal(finding, whole)
    even = _evenly(whole, inputs)
    start = f"{zh}{even[0]}；{promised[0]}", f"promised {en}{even[1]}; and {promised[1]}"
    consequence = _rest_needs(inputs, finding.indicator.calendar) if inputs.left else _together(inputs)
    return _joined(start, *consequence)


def _evenly(whole: Target, inputs: YearlyGoals) -> Pair:
    """The goal spread evenly over the years, where it is not already told as an average."""
    if whole.average:
        return "", ""
    even = with_unit(rounded(inputs.per_year, 2), inputs.unit)
    return f"，平均每年{even}", f", that is {even} a year"


def _rest_needs(inputs: YearlyGoals, calendar: Calendar) -> list[Pair | None]:
    """What the years without a goal of their own must bring."""
    if inputs.needed is None or inputs.needed_at_edge is None:
        return []
    left = _years(calendar, inputs.left)
    printed, at_edge = (with_unit(rounded(one, 2), inputs.unit) for one in (inputs.needed, inputs.needed_at_edge))
    first = (
        f"按此完成，{left[0]}每年须{printed}",
        f"if that is just met, {left[1]} must bring {printed} a year",
    )
    if inputs.needed == inputs.needed_at_edge:
        return [first]
    edges = _edges(inputs.promised, inputs.unit)
    return [
        first,
        (f"如只到容许的界限（{edges}），每年须{at_edge}", f"at the edge of the tolerance ({edges}), {at_edge} a year"),
    ]


def _together(inputs: YearlyGoals) -> list[Pair | None]:
    """What the yearly goals come to, where every year has one."""
    printed = with_unit(rounded(inputs.reached, 2), inputs.unit)
    at_edge = with_unit(rounded(inputs.reached_at_edge, 2), inputs.unit)
    first = f"各年目标合起来只有{printed}", f"together the yearly goals come to {printed}"
    if inputs.reached == inputs.reached_at_edge:
        return [first]
    return [first, (f"用尽容许范围则为{at_edge}", f"{at_edge} with their tolerances used up")]


def _edges(promised: tuple[Yearly, ...], unit: str) -> str:
    return ", ".join(with_unit(typed(one.edge), unit) for one in promised if one.edge != one.goal)


def _additions(finding: Finding, inputs: Additions) -> Pair:
    stock = finding.targets[0]
    start = _goal(finding, stock)
    amounts = _listed([_addition(one, inputs) for one in inputs.promised])
    promised = (
        f"{start[0]}；{inputs.flow}：{amounts[0]}",
        f"promised {start[1]}; {inputs.flow}: {amounts[1]}",
    )
    caveat = "只按新增计，未计退出", "counting additions only, none struck off"
    known = _base_unknown(inputs) if inputs.base is None else _base_known(inputs, finding.indicator.calendar)
    return _joined(promised, known, caveat)


def _addition(one: Yearly, inputs: Additions) -> Pair:
    amount = with_unit(typed(one.goal), inputs.unit)
    return f"{one.year}年新增{amount}", f"{amount} new in {one.year}"


def _base_known(inputs: Additions, calendar: Calendar) -> Pair:
    base = with_unit(typed(inputs.base or Decimal(0)), inputs.unit)
    needed = with_unit(_amount(inputs.needed), inputs.unit)
    when = inputs.base_period
    if not inputs.left:
        return f"{when}基数{base}，还差{needed}", f"from {base} in {when}, {needed} are missing"
    left, pace = _years(calendar, inputs.left), with_unit(_amount(inputs.pace), inputs.unit)
    return (
        f"{when}基数{base}，{left[0]}每年须新增{needed}，多于已承诺的每年{pace}",
        f"from {base} in {when}, {left[1]} must add {needed} a year, more than the {pace} a year promised",
    )


def _base_unknown(inputs: Additions) -> Pair:
    when, pace = inputs.base_period, with_unit(_amount(inputs.pace), inputs.unit)
    base = with_unit(_amount(inputs.base_needed), inputs.unit)
    return (
        f"{when}基数未知，无法核对；每年都新增{pace}，基数须有{base}",
        f"the base of {when} is unknown, so they cannot be compared; at {pace} a year it must have been {base}",
    )


def _amount(value: Decimal | None) -> str:
    """A computed amount, without decimals where it is whole."""
    if value is None:
        return ""
    return rounded(value, 0 if value == value.to_integral_value() else 2)


def _parts(finding: Finding, inputs: PartsSum) -> Pair:
    zh, en = _goal(finding, finding.targets[0])
    parts = ", ".join(f"{one.target} {typed(one.goal)}" for one in inputs.parts)
    total = with_unit(_amount(inputs.total), inputs.unit)
    return f"{zh}；分项（{parts}）合计{total}", f"promised {en}; the parts ({parts}) come to {total}"


def _levels(finding: Finding, inputs: LevelGrowth) -> Pair:
    zh, en = in_words(finding.period)
    published, computed = f"{typed(inputs.published)}%", f"{rounded(inputs.computed, 2)}%"
    levels = f"{typed(inputs.level_before)} → {typed(inputs.level_now)}"
    apart, when = rounded(inputs.largest_pp, 2), in_words(inputs.largest_period)
    more = (
        f"可比的{inputs.compared}期中{inputs.differing}期不符，{when[0]}相差最大，{apart}个百分点",
        f"of {inputs.compared} periods that compare {inputs.differing} disagree, most by {apart} pp, for {when[1]}",
    )
    return _joined(
        (f"{zh}公布增速{published}，按{inputs.levels}（{levels}）算为{computed}",
         f"published growth of {published} for {en}, but {computed} from {inputs.levels} ({levels})"),
        ("以公布增速为准，总量可能按现价、不可比或后来修订",
         "the published rate counts: levels may be at current prices, on another basis, or re-based"),
        more if inputs.differing > 1 else None,
    )  # fmt: skip


def _periods(finding: Finding, inputs: PeriodsSum) -> Pair:
    zh, en = in_words(finding.period)
    ytd, total = (with_unit(typed(one), inputs.unit) for one in (inputs.ytd, inputs.total))
    return (
        f"{zh}累计数{ytd}与各期之和{total}不符，以累计数为准",
        f"the year to date of {en}, {ytd}, is not the sum of its periods, {total}; the former counts",
    )


def _size(finding: Finding, inputs: DoubtfulSize) -> Pair:
    zh, en = in_words(finding.period)
    figure = with_unit(typed(inputs.value), inputs.unit)
    usual = with_unit(_amount(inputs.usual), inputs.unit)
    if inputs.fallen_from is not None:
        before = in_words(inputs.fallen_from)
        return (
            f"{zh}累计{figure}，少于{before[0]}的{usual}，累计数不会下降",
            f"{figure} for {en} is less than {usual} for {before[1]}, and a running total does not fall",
        )
    if inputs.likely is None:
        return (
            f"{zh}的{figure}与同类数据（约{usual}）不在一个数量级",
            f"{figure} for {en} is of another order than its like, about {usual}",
        )
    likely = with_unit(format(inputs.likely.normalize(), "f"), inputs.unit)
    return (
        f"{zh}的{figure}与同类数据（约{usual}）不在一个数量级，是否应为{likely}",
        f"{figure} for {en} is of another order than its like, about {usual}; was {likely} meant?",
    )


def _tolerance(finding: Finding, inputs: WideTolerance) -> Pair:
    zh, en = _goal(finding, finding.targets[0])
    wide, share = with_unit(format(inputs.tolerance.normalize(), "f"), inputs.unit), percent(inputs.share)
    return (
        f"{zh}的容许范围为{wide}，是目标的{share}，是否有意如此；可用tolerance写明",
        f"the tolerance of {en} is {wide}, {share} of the goal; is that meant? `tolerance` can say another",
    )


def _multiple(finding: Finding, inputs: Multiple) -> Pair:
    zh, en = _goal(finding, finding.targets[0])
    return (
        f"原文说“{inputs.words}”，登记的是{zh}：是倍数还是数量？倍数用as: times",
        (
            f"the report says “{inputs.words}” and {en} is registered: "
            "a multiple or an amount? `as: times` says a multiple"
        ),
    )


def numbers(finding: Finding) -> dict[str, Value]:
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
        return plain(one)
    if isinstance(one, Yearly | tuple) and hasattr(one, "_asdict"):
        return {name: _plain(inner) for name, inner in one._asdict().items()}
    if isinstance(one, tuple):
        return [_plain(inner) for inner in one]
    return one if isinstance(one, int) or one is None else str(one)
