"""What does somebody mean on the command line: which indicator, which period, which number in which unit?

Only where one reading exists; everything else stays as it was typed, for its fault to be told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ycindic.domain.model import Basis, Indicator, Measure, Plan
from ycindic.domain.period import MONTHS_A_YEAR, Period, month_of, month_of_year, parse, year_of
from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.row import Typed
from ycindic.domain.select import called
from ycindic.load.cells import cell_value, day, narrow
from ycindic.record.tables.units import ENGLISH_TENS, shift, split
from ycindic.record.tables.vocabulary import plain_word
from ycindic.record.tables.when import When, WrittenAs, exactly
from ycindic.render.words.numbers import period_in_words
from ycindic.scan.words import FALL, RISE

_WITH_UNIT = re.compile(r"([+-]?[0-9][0-9,]*(?:\.[0-9]+)?)\s*([^0-9\s].*)")
_TENS = re.compile(r"[十百千万亿]+")
_RATIOS = frozenset({"", "%", "‰", "百分点", "倍"})
_PLAN = re.compile(r"['\"‘’“”「」]*十([一二三四五六七八九])五['\"‘’“”「」]*(?:时期|期间|规划)?")
_PLANS_FROM, _PLAN_YEARS = 1951, 5
"""Since the third the n-th five-year plan begins in 1951 + 5 n: 十四五 in 2021."""


def stretch(text: str) -> Period | None:
    """The period that people's words name, its year among them: 2026年, 2026—2030年, 十五五; else None."""
    if plan := _PLAN.fullmatch(text.strip()):
        begin = _PLANS_FROM + _PLAN_YEARS * ("一二三四五六七八九".index(plan[1]) + 11)
        return parse(f"{begin}-{begin + _PLAN_YEARS - 1}")
    when = _one_reading(text)
    return when.period() if when else None


_UNTIL = re.compile(r"(?:[之以]?前|为止)?完成$|[之以]?前$|为止$")
_INSIDE = frozenset({WrittenAs.DAY, WrittenAs.MONTH, WrittenAs.QUARTER, WrittenAs.HALF})


def deadline(text: str, year: int | None) -> date | None:
    """The day until which words give time: 9月底前, 2026年12月31日, 三季度; without a year in `year`, else None.

    A whole year and longer has no day inside it.
    """
    plain = _UNTIL.sub("", plain_word(text))
    when = exactly(plain)
    if when is None or when.maybe is not None or when.form not in _INSIDE:
        return None
    if when.day is None:
        period = when.period(year)
        return period.end if period else None
    year = when.year or year
    try:
        return date(year, when.first, when.day) if year else None
    except ValueError:
        return None


def day_meant(typed: Typed) -> Typed:
    """A figure whose published date is in our own writing: 2026年11月20日, or 11月20日 from its last month on."""
    text = typed.published
    when = exactly(plain_word(text)) if text.strip() and day(text) is None else None
    if when is None or when.form is not WrittenAs.DAY or when.maybe is not None or when.day is None:
        return typed
    months = parse(narrow(typed.period))
    year = when.year
    if year is None and months is not None:
        year = year_of(months.last) + (when.first < month_of_year(months.last))
    try:
        return typed if year is None else typed._replace(published=date(year, when.first, when.day).isoformat())
    except ValueError:
        return typed


def _one_reading(text: str) -> When | None:
    """The months that a text names; neither a day nor a financial year is one of our periods."""
    when = exactly(plain_word(text))
    return when if when and when.maybe is None and when.form not in (WrittenAs.DAY, WrittenAs.FINANCIAL) else None


def period_meant(typed: Typed, plan: Plan, today: date, problems: list[Problem]) -> Typed:
    """A figure in the words of our own files; a name that may mean several indicators is a problem."""
    typed = _fallen(typed, plan)
    ids = called(narrow(typed.indicator), plan.indicators)
    if len(ids) > 1:
        seen, several = typed.indicator, "; ".join(_apart([plan.indicators[one] for one in ids], typed.indicator))
        problems.append(Problem(Place("ID"), Code.AMBIGUOUS_NAME, seen=seen, expected=several))
    if len(ids) != 1:  # its period may be sound all the same
        period = _period_of(_one_reading(typed.period), today)
        return typed if period is None else typed._replace(period=str(period))
    indicator = plan.indicators[ids[0]]
    spoken = typed._replace(indicator=indicator.id, value=_value(typed.value, indicator))
    return (
        spoken if parse(narrow(typed.period), indicator.calendar) else _with_period(spoken, indicator, today, problems)
    )


def _apart(several: Sequence[Indicator], seen: str) -> list[str]:
    """What names each of several indicators alone: its name in the language that was typed, else its id."""
    names = [one.name.en if seen.isascii() else one.name.zh for one in several]
    return [name if names.count(name) == 1 else one.id for one, name in zip(several, names, strict=True)]


def _signed(text: str, indicator: Indicator) -> str:
    """A rate with the sign that its words have: 下降3.1% is −3.1%, 增长3.1% is 3.1%."""
    if indicator.measure is not Measure.GROWTH:
        return text
    for verbs, sign in ((FALL, "-"), (RISE, "")):
        verb = next((one for one in verbs if text.startswith(one)), "")
        if verb and text[len(verb) :].strip()[:1].isdecimal():
            return sign + text[len(verb) :].strip()
    return text


def _fallen(typed: Typed, plan: Plan) -> Typed:
    """A figure whose name ends with the verb of its fall (单位GDP能耗下降), as one of the rate that is registered."""
    name = narrow(typed.indicator).strip()
    verb = next((one for one in FALL if name.endswith(one)), "")
    if not verb or called(name, plan.indicators):
        return typed
    found = called(name.removesuffix(verb), plan.indicators)
    if len(found) != 1 or plan.indicators[found[0]].measure is not Measure.GROWTH or not typed.value[:1].isdecimal():
        return typed
    return typed._replace(indicator=found[0], value=verb + typed.value)


def _value(text: str, indicator: Indicator) -> str:
    """The number in the registered unit."""
    text = _signed(text.strip(), indicator)
    match = _WITH_UNIT.fullmatch(narrow(text))
    power = _power(match[2].strip(), indicator) if match else None
    number = cell_value(match[1], percent=False) if match else None
    return text if power is None or number is None else format(number.scaleb(power), "f")


def _power(typed: str, indicator: Indicator) -> int | None:
    """The power of ten between a unit and the registered one, each in the words of either language.

    A bare 万 or million counts what the indicator counts: 5万 in 万人 is 5.
    """
    for unit in (indicator.unit, indicator.unit_en):
        counted = split(unit)[1]
        bare = counted not in _RATIOS and (_TENS.fullmatch(typed) or typed.casefold() in ENGLISH_TENS)
        power = shift(typed + counted if bare else typed, unit)
        if power is not None:
            return power + split(unit)[0] - split(indicator.unit)[0]
    return None


def _not_over(seen: str, when: When, period: Period, today: date) -> Problem:
    """A period of this year that is not over, and the last complete one: months so far, else one of its kind."""
    now, length = month_of(today), period.months
    back = length if period.last == now else MONTHS_A_YEAR
    so_far = when.form is WrittenAs.SPAN and period.first < now
    complete = Period(period.first, now - 1) if so_far else Period(period.first - back, period.last - back)
    return Problem(Place("PERIOD"), Code.NOT_OVER, seen=seen, expected=period.end.isoformat(),
                   nearest=period_in_words(complete).in_language("en" if seen.isascii() else "zh"))  # fmt: skip


def _period_of(when: When | None, today: date) -> Period | None:
    return when.period(today.year) if when else None


def _with_period(typed: Typed, indicator: Indicator, today: date, problems: list[Problem]) -> Typed:
    """The period in our own writing; without a year the one of this year, if that is over, else which could be meant.

    A later month or quarter in people's words may be meant alone or so far: then the basis must be said. What months
    from the year's first on averaged alone is the mean of the year so far.
    """
    when = _one_reading(typed.period)
    period = _period_of(when, today)
    if when is None or period is None:
        return typed
    if when.year is None and period.end > today:
        problems.append(_not_over(typed.period, when, period, today))
        return typed
    begins = indicator.calendar.place(period.first) == 1
    if begins and indicator.measure is Measure.MEAN and not typed.basis.strip() and not when.end:
        typed = typed._replace(basis=Basis.YTD)
    sums = indicator.measure in (Measure.FLOW, Measure.GROWTH, Measure.MEAN)
    if sums and not typed.basis.strip() and not when.end and not begins:
        place = Place("--basis")
        problems.append(Problem(place, Code.OPEN_BASIS, seen=typed.period, detail=indicator.id))
    return typed._replace(period=str(period))
