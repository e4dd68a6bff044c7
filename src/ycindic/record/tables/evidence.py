"""Which period, basis and unit does a figure have, by all that is said of it?

What stands nearer goes before what stands farther: the row and the column, the heading above, the line between the
figures, the lines above the table, the name of the sheet, the options. Two that stand equally near and say different
things are a fault; nothing is ever chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ycindic.domain.model import Basis, Indicator, Measure
from ycindic.domain.period import CIVIL, MONTHS_A_YEAR, Calendar, Period, month_of_year, year_of
from ycindic.domain.problem import Code
from ycindic.record.tables.rows import Clue
from ycindic.record.tables.when import When, WrittenAs


class Given(NamedTuple):
    """What was said beside the table, for all its figures that say nothing else."""

    year: int | None = None
    period: Period | None = None
    basis: Basis | None = None


class Clues(NamedTuple):
    """Everything that is said of one figure's time, by how near it stands.

    `row` and `heads` (the lowest first) are the nearest; `above` are the lines between figures, the nearest first,
    `lines` those above the table and the sheet's name; `spans` are the months that spans from January beside it end
    with; `years_only` that all columns name nothing but years; `published` is the month in which the row's figures
    came out.
    """

    row: tuple[Clue, ...] = ()
    heads: tuple[Clue, ...] = ()
    above: tuple[Clue, ...] = ()
    lines: tuple[Clue, ...] = ()
    spans: frozenset[int] = frozenset()
    years_only: bool = False
    published: int | None = None


class Fault(NamedTuple):
    """Why a figure has no period or no basis: the code, what was seen, where else to look."""

    code: Code
    seen: str = ""
    other: Clue | None = None
    expected: str = ""


class Timing(NamedTuple):
    """The months of a figure, the form in which they were written, and whether they were told to end at a moment."""

    period: Period
    form: WrittenAs
    moment: bool = False
    text: str = ""


def timing(clues: Clues, given: Given, single: int, calendar: Calendar, *, last_year: bool) -> Timing | Fault:
    """The period of a figure; `single` is how many months a word such as 本月 leaves of it."""
    own = None if single else _own_year(clues, calendar, last_year=last_year)
    if own:
        return own
    fault = _no_period(clues)
    if fault:
        return fault
    part = _part(clues, given)
    if isinstance(part, Fault):
        return part
    year = _year(clues, given, part)
    if isinstance(year, Fault):
        return year
    when = _in_year(part.when or When(WrittenAs.YEAR), year - last_year)
    period = when.period()
    if period is None:
        return Fault(Code.NO_PERIOD, part.text)
    if single and when.form is WrittenAs.YEAR:
        return Fault(Code.NO_PERIOD, part.text)
    if single:
        period = Period(max(period.first, period.last - single + 1), period.last)
    return Timing(period, when.form, when.end, part.text)


def _own_year(clues: Clues, calendar: Calendar, *, last_year: bool) -> Timing | None:
    """A year that reaches into the next, called by both, where the indicator says in which month it begins.

    A part of it (a first quarter) may be one of that year or of the calendar's: that is refused, and so is a year
    that is called by one number alone.
    """
    times = [(one, one.when) for one in (*clues.row, *clues.heads) if one.when]
    named = [(one, when) for one, when in times if when.form is WrittenAs.FINANCIAL and when.until]
    if calendar == CIVIL or len(named) != 1 or any(when.part for _, when in times):
        return None
    (one, when), *_ = named
    return Timing(calendar.year((when.year or 0) - last_year), WrittenAs.YEAR, when.end, one.text)


def _in_year(when: When, year: int) -> When:
    until = None if when.until is None or when.year is None else when.until - when.year + year
    return when._replace(year=year, until=until)


def _no_period(clues: Clues) -> Fault | None:
    """What the nearest clues say that cannot be a period of ours."""
    for one in (*clues.row, *clues.heads):
        when = one.when
        if when is None:
            continue
        if when.form is WrittenAs.FINANCIAL:
            return Fault(Code.FINANCIAL_YEAR, one.text)
        if when.form is WrittenAs.DAY:
            return Fault(Code.SINGLE_DAY, one.text)
        if one.timed.doubtful:
            return Fault(Code.OPEN_PERIOD, one.text, expected=_readings(when))
    return None


def _readings(when: When) -> str:
    """What a time alone could mean."""
    month = when.period()
    if month is None:
        return ""
    other = ""
    if when.maybe is WrittenAs.QUARTER:
        other = str(Period(month.first // 3 * 3, month.first // 3 * 3 + 2))
    elif when.first in (1, 10):
        other = str(Period(month.first - when.first + 10, month.first - when.first + 10))
    return ", ".join(dict.fromkeys(one for one in (str(month), other) if one))


def _part(clues: Clues, given: Given) -> Clue | Fault:
    """The clue that says which part of a year, the nearest one."""
    row = [one for one in clues.row if one.when and one.when.part]
    head = [one for one in clues.heads if one.when and one.when.part]
    if len(row) > 1 and len({_months(one) for one in row}) > 1:
        return Fault(Code.TWO_PERIODS, row[0].text, row[1])
    if row and head and _months(row[0]) != _months(head[0]):
        return _wider(row[0], head[0]) or Fault(Code.TWO_PERIODS, row[0].text, head[0])
    for group in (row, head, [one for one in clues.above if one.when and one.when.part]):
        if group:
            return group[0]
    near = [one for one in (*clues.row, *clues.heads, *clues.above) if one.when]
    if near and not clues.years_only:
        return near[0]
    far = [one for one in clues.lines if one.when and one.when.part]
    other = next((one for one in clues.lines if far and one.when and _differ(one, far[0])), None)
    if other is not None and not given.period:
        return Fault(Code.TWO_PERIODS, far[0].text, other)
    if far and near and not any(_years_of(far[0]) & _years_of(one) for one in near):
        return Fault(Code.TWO_PERIODS, near[0].text, far[0])
    return _whole(clues, given, far, near)


def _differ(one: Clue, other: Clue) -> bool:
    """Whether two lines above a table name different months, or different years."""
    years = _years_of(one) and _years_of(other) and not _years_of(one) & _years_of(other)
    parts = one.when and one.when.part and _months(one) != _months(other)
    return bool(years or parts)


def _whole(clues: Clues, given: Given, far: list[Clue], near: list[Clue]) -> Clue | Fault:
    """Where nothing near names a part of a year: the lines above, the option, or the whole year."""
    if given.period is not None:
        period = Clue(0, 0, str(given.period), far[0].says if far else _nothing(clues).says)
        if far and _period_of(far[0]) not in (None, given.period):
            return Fault(Code.TWO_PERIODS, str(given.period), far[0])
        return period._replace(timed=period.timed._replace(when=_of_period(given.period)))
    if far:
        return far[0]
    if near:
        return near[0]
    whole = [one for one in clues.lines if one.when and one.when.form is WrittenAs.YEAR]
    if whole and len({_years_of(one) for one in whole}) == 1:
        return whole[0]
    if whole:
        return Fault(
            Code.TWO_PERIODS, whole[0].text, next(one for one in whole if _years_of(one) != _years_of(whole[0]))
        )
    return Fault(Code.NO_PERIOD)


def _nothing(clues: Clues) -> Clue:
    from ycindic.record.tables.said import Said

    return next(iter((*clues.lines, *clues.heads, *clues.row)), Clue(0, 0, "", Said()))


def _of_period(period: Period) -> When:
    first, last = period
    whole = CIVIL.whole(period) and period.months == MONTHS_A_YEAR
    form = WrittenAs.YEAR if whole else WrittenAs.SPAN if period.months > 1 else WrittenAs.MONTH
    until = year_of(last)
    begins = year_of(first)
    return When(form, month_of_year(first), month_of_year(last), begins, until if until != begins else None)


def _period_of(one: Clue) -> Period | None:
    return one.when.period() if one.when else None


def _months(one: Clue) -> tuple[int, int] | None:
    when = one.when
    return (when.first, when.last) if when else None


def _wider(one: Clue, other: Clue) -> Clue | None:
    """Of 6月 and 1-6月 the span, which says how far the year is; None where they end differently."""
    ends = {_months(one) or (0, 0), _months(other) or (0, 0)}
    (first, last), (begin, end) = sorted(ends)
    if last != end or first != 1 or begin != end:
        return None
    return one if _months(one) == (first, last) else other


def _years_of(one: Clue) -> frozenset[int]:
    when = one.when
    return frozenset() if when is None or when.year is None else frozenset({when.year, when.until or when.year})


def _year(clues: Clues, given: Given, part: Clue) -> int | Fault:
    """The year of a part of a year: its own, else the nearest one that is named."""
    when = part.when or When(WrittenAs.YEAR)
    near = [one for one in (*clues.row, *clues.heads) if _years_of(one)]
    known = frozenset() if part in clues.lines else _years_of(part)
    for one in near:
        if known and not known & _years_of(one):
            return Fault(Code.TWO_PERIODS, part.text, one)
        known = known or _years_of(one)
    if when.year is not None and not (near and part in clues.lines):
        if part.timed.carried and (far := _far_years(clues)) and when.year not in far:
            return Fault(Code.TWO_PERIODS, part.text, next(iter(clues.lines)))
        return when.year
    if near:
        return min(_years_of(near[0]))
    above = next((one for one in clues.above if _years_of(one)), None)
    if above is not None:
        return min(_years_of(above))
    return _far_year(clues, given, part, when)


def _far_years(clues: Clues) -> frozenset[int]:
    return frozenset(year for one in clues.lines for year in _years_of(one))


def _far_year(clues: Clues, given: Given, part: Clue, when: When) -> int | Fault:
    """The year of the lines above the table, if they name one, else that of the option."""
    dated = [one for one in clues.lines if _years_of(one)]
    if part.timed.turn is not None:
        return _over_new_year(dated, part, when)
    years = _far_years(clues)
    if len(years) == 1:
        [year] = years
        if given.year not in (None, year):
            return Fault(Code.TWO_PERIODS, str(given.year), dated[0])
        return year
    fitting = {year for one in dated for year in _years_of(one) if _inside(when, year, one)}
    if len(years) > 1 and len(fitting) == 1 and given.year is None:
        return next(iter(fitting))
    if given.year is not None:
        return given.year
    if len(years) > 1:
        return Fault(
            Code.TWO_PERIODS,
            dated[0].text,
            next((one for one in dated if _years_of(one) != _years_of(dated[0])), dated[0]),
        )
    return _year_before(when, clues.published) or Fault(Code.NO_YEAR, part.text)


_COMES_OUT_WITHIN = 3
"""Months after its period in which a figure is taken to have come out first."""


def _year_before(when: When, published: int | None) -> int | None:
    """The year in which a part of a year ended shortly before it was published; a later day may be a revision's."""
    if published is None:
        return None
    for year in (year_of(published), year_of(published) - 1):
        period = when.period(year)
        if period is not None and 0 <= published - period.last <= _COMES_OUT_WITHIN:
            return year
    return None


def _inside(when: When, year: int, line: Clue) -> bool:
    period, span = when.period(year), _period_of(line)
    return period is not None and span is not None and span.first <= period.first and period.last <= span.last


def _over_new_year(dated: Sequence[Clue], part: Clue, when: When) -> int | Fault:
    """November to February belong to the years of a line that names both ends, or the last month with its year."""
    for one in dated:
        said = one.when
        if said is None or said.year is None or not said.part:
            continue
        year = (said.until or said.year) + (part.timed.turn or 0)
        if said.until is not None and _inside(when, year, one):
            return year
        if said.until is None and _months(one) and said.last <= 6:
            return year
    return Fault(Code.NO_YEAR, part.text)


def _by_itself(when: Timing, calendar: Calendar) -> Basis | None:
    """From the year's first month on there is one reading, and of a later span; of a later month or quarter two."""
    if calendar.place(when.period.first) == 1:
        return Basis.YTD
    return Basis.ALONE if when.form in (WrittenAs.SPAN, WrittenAs.HALF) else None


def basis(when: Timing, clues: Clues, said: Iterable[Clue], given: Given, of: Indicator) -> Basis | Fault:
    """What a figure covers; `said` are the nearest clues with words of basis, of the row and of the column."""
    words: dict[Basis, Clue] = {}
    for one in said:
        if one.says.basis:
            words.setdefault(one.says.basis, one)
    if len(words) > 1:
        first, second = list(words.values())[:2]
        return Fault(Code.TWO_BASES, first.text, second)
    word, measure, calendar = next(iter(words), None), of.measure, of.calendar
    if measure is Measure.STOCK:
        return Basis.POINT
    if word is None or word is Basis.POINT:
        return _unsaid(when, clues, given, of, moment=when.moment or word is Basis.POINT)
    if word is Basis.YTD and when.form is WrittenAs.YEAR and when.period.months == MONTHS_A_YEAR and _bare_year(clues):
        return Fault(Code.NO_PERIOD, words[word].text)
    if word is Basis.YTD and _by_itself(when, calendar) is Basis.ALONE and when.form is WrittenAs.SPAN:
        return Fault(Code.TWO_BASES, when.text, words[word])
    return word


def _bare_year(clues: Clues) -> bool:
    """Whether nothing but a year is named: so far in it may be any month."""
    every = (*clues.row, *clues.heads, *clues.above, *clues.lines)
    return not any("全年" in one.text or "年度" in one.text for one in every if one.when)


def _unsaid(when: Timing, clues: Clues, given: Given, of: Indicator, *, moment: bool) -> Basis | Fault:
    if of.measure is Measure.EVENTS and not moment:
        return Basis.ALONE
    if only := _by_itself(when, of.calendar):
        return only
    if moment:
        return Basis.YTD
    if when.period.months in (1, 3) and month_of_year(when.period.last) in clues.spans:
        return Basis.ALONE
    far = [one for one in (*clues.above, *clues.lines) if one.says.basis in (Basis.YTD, Basis.ALONE)]
    found = {one.says.basis for one in far}
    if len(found) > 1:
        return Fault(Code.TWO_BASES, far[0].text, next(one for one in far if one.says.basis is not far[0].says.basis))
    word = next(iter(found), None)
    if word and given.basis and word is not given.basis:
        return Fault(Code.TWO_BASES, str(given.basis), far[0])
    return word or given.basis or Fault(Code.OPEN_BASIS, when.text)
