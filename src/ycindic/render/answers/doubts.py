"""How is a strange figure asked about, and how is told what it changes?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from ycindic.domain.assessment import Assessment
from ycindic.domain.model import Indicator
from ycindic.domain.plausibility import Doubt, Doubtful
from ycindic.domain.release import first_release
from ycindic.render.answers.cells import verdict
from ycindic.render.words.numbers import MONTHS, in_words, typed, with_unit
from ycindic.render.words.sentence import sentence
from ycindic.render.words.wording import EVERY, Pair, pick

Telling = Callable[[Doubt, Indicator], Pair]


def _expected(doubt: Doubt, unit: str) -> Pair:
    if doubt.low is None or doubt.high is None:
        return "", ""
    low, high = (with_unit(typed(_short(one)), unit) for one in (doubt.low, doubt.high))
    return (low, low) if low == high else (f"{low}—{high}", f"{low} to {high}")


def _short(value: Decimal) -> Decimal:
    """A computed value without a tail of digits that nobody published."""
    exponent = value.as_tuple().exponent
    return value if isinstance(exponent, int) and exponent >= -4 else round(value, 2)


def _period(doubt: Doubt) -> Pair:
    return in_words(doubt.period) if doubt.period else ("", "")


def _off_rhythm(doubt: Doubt, indicator: Indicator) -> Pair:
    zh, en = _period(doubt)
    rule = indicator.released
    if rule is None:
        raise AssertionError
    every, first = EVERY[rule.every], first_release(rule)
    return (
        f"没有到{zh}为止的发布：发布频率为{every[0]}，每年首次到{first}月",
        f"no release ends with {en}: the rhythm is {every[1]}, first in {MONTHS[first]}",
    )


def _unit_slip(doubt: Doubt, indicator: Indicator) -> Pair:
    unit = indicator.unit
    value, (usual, _) = with_unit(typed(doubt.value), unit), _expected(doubt, unit)
    zh, en = (
        f"{value}与{'通常的' if doubt.figures else '应有的约'}{usual}相差悬殊，单位是否不对？",
        f"{value} is of another size than the {'usual' if doubt.figures else 'expected'} {usual}: another unit?",
    )
    if doubt.likely is None:
        return zh, en
    likely = with_unit(format(doubt.likely.normalize(), "f"), unit)
    return f"{zh}是否应为{likely}？", f"{en} Is {likely} meant?"


def _falling(doubt: Doubt, indicator: Indicator) -> Pair:
    unit = indicator.unit
    value, (zh, en), (other, _) = with_unit(typed(doubt.value), unit), _period(doubt), _expected(doubt, unit)
    return (
        f"累计数不应减少：{zh}已为{other}，现为{value}",
        f"a running total does not fall: {other} for {en}, and now {value}",
    )


def _jump(doubt: Doubt, indicator: Indicator) -> Pair:
    unit = indicator.unit
    value, (zh, en) = with_unit(typed(doubt.value), unit), _expected(doubt, unit)
    return (
        f"{value}远在以往{doubt.figures}个数的范围{zh}之外",
        f"{value} is far outside the {doubt.figures} earlier figures, {en}",
    )


TELLINGS: Mapping[Doubtful, Telling] = {
    Doubtful.OFF_RHYTHM: _off_rhythm,
    Doubtful.NOT_OVER: lambda doubt, _: (
        f"公布日期早于{_period(doubt)[0]}结束",
        f"published before {_period(doubt)[1]} was over",
    ),
    Doubtful.PUBLISHED_AHEAD: lambda *_: ("公布日期在今天之后", "the published date is later than today"),
    Doubtful.UNIT_SLIP: _unit_slip,
    Doubtful.FALLING: _falling,
    Doubtful.JUMP: _jump,
    Doubtful.BRACKETS: lambda doubt, one: (
        f"表中写在括号里，读作{with_unit(typed(doubt.value), one.unit)}，是否为负数？",
        f"the table has it in brackets, read as {with_unit(typed(doubt.value), one.unit)}: is it below zero?",
    ),
}
"""What is strange, by its kind."""


def asked(doubt: Doubt, indicator: Indicator, lang: str) -> str:
    """One line about a doubt, with its stable name."""
    return f"{pick(TELLINGS[doubt.kind](doubt, indicator), lang)} [{doubt.kind}]"


def shifted(before: Assessment, after: Assessment, lang: str) -> tuple[str, str]:
    """Two lines: what became of a target: both verdicts, and the reason of the new one."""
    text = sentence(after)
    arrow = f"{verdict(before, lang)} → {verdict(after, lang)}"
    return f"{after.target.id}: {arrow}", f"  {text.zh if lang == 'zh' else text.en}"
