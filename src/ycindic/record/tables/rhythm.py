"""What does a whole row or column of times say that one of them alone does not?

Dates may call quarters by their first day; 2009/10 below 2008/09 is a financial year; 2024.1 between 2024.9 and
2024.11 has lost a zero; after 12月 the next year begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ycindic.domain.period import month_number
from ycindic.record.tables.when import When, WrittenAs, first_day, last_of_month


class Timed(NamedTuple):
    """A time of a sequence as it is to be taken; `doubtful` where the sequence leaves two readings of it.

    `carried` tells that the year was taken from the time before it. Where a sequence without years goes over New
    Year, `turn` tells in which year a time lies, counted from the last one's: 0 or less.
    """

    when: When | None
    doubtful: bool = False
    carried: bool = False
    turn: int | None = None


def settled(sequence: Sequence[When | None]) -> list[Timed]:
    """Each time of a sequence, in its order, in the light of the others."""
    found = [Timed(one) for one in sequence]
    for step in (_financial, _zeros, _days, _years, _new_year):
        step(found)
    return found


def _financial(found: list[Timed]) -> None:
    """One certain financial year makes all of them so, and so do several that could be one, and nothing else."""
    open_ = [place for place, one in enumerate(found) if one.when and one.when.maybe is WrittenAs.FINANCIAL]
    certain = any(one.when and one.when.form is WrittenAs.FINANCIAL for one in found)
    others = sum(one.when is not None for one in found) - len(open_)
    for place in open_:
        when = found[place].when
        if when is None:
            continue
        if certain or (len(open_) > 1 and not others):
            until = None if when.year is None else when.year + 1
            found[place] = Timed(When(WrittenAs.FINANCIAL, year=when.year, until=until))
        else:
            found[place] = Timed(when._replace(maybe=None), doubtful=not others)


def _zeros(found: list[Timed]) -> None:
    """2024.1 is January only where the times beside it go on with 2024.2 or come from December."""
    open_ = [place for place, one in enumerate(found) if one.when and one.when.maybe is WrittenAs.MONTH]
    numbers = [None if one.when is None or one.when.year is None else month_number(one.when.year, one.when.first)
               for one in found]  # fmt: skip
    plain = all(_january(numbers, place) for place in open_) and len({found[one].when for one in open_}) == len(open_)
    for place in open_:
        when = found[place].when
        if when is not None:
            found[place] = Timed(when._replace(maybe=None), doubtful=not plain)


def _january(numbers: Sequence[int | None], place: int) -> bool:
    beside = [numbers[one] for one in (place - 1, place + 1) if 0 <= one < len(numbers)]
    at = numbers[place]
    return at is not None and any(one is not None and abs(one - at) == 1 for one in beside)


def _days(found: list[Timed]) -> None:
    """Days stand for months, quarters or years where all of them are the first, or the last, of such."""
    places = [place for place, one in enumerate(found) if one.when and one.when.form is WrittenAs.DAY and one.when.year]
    whens = [one for place in places if (one := found[place].when)]
    if any(one.maybe is WrittenAs.YEAR for one in whens) and not _all_serials(found, whens):
        for place in places:
            found[place] = Timed(None)
        return
    firsts = all(first_day(one) for one in whens)
    if not whens or not (firsts or all(last_of_month(one) for one in whens)):
        return
    months = sorted({month_number(one.year or 0, one.first) for one in whens})
    length = _length(months, firsts=firsts)
    for place, when in zip(places, whens, strict=True):
        found[place] = _stretch(when, length, firsts=firsts)


def _all_serials(found: Sequence[Timed], whens: Sequence[When]) -> bool:
    """Bare numbers are days only where the whole sequence is, and all begin or end months."""
    every = [one.when for one in found if one.when]
    same = all(first_day(one) for one in whens) or all(last_of_month(one) for one in whens)
    return len(whens) > 1 and len(every) == len(whens) and same and all(one.maybe is WrittenAs.YEAR for one in whens)


def _length(months: Sequence[int], *, firsts: bool) -> int:
    """How many months each of these days stands for; 0 where that is open."""
    gaps = [later - earlier for earlier, later in pairwise(months)]
    edge = 0 if firsts else 2
    quarterly = all((one - edge) % 3 == 0 for one in months)
    if not gaps:
        return 0 if quarterly else 1
    if quarterly and all(gap % 12 == 0 for gap in gaps):
        return 12 if months[0] % 12 == (0 if firsts else 11) else 0
    if quarterly and all(gap % 3 == 0 for gap in gaps):
        return 3 if min(gaps) == 3 else 0
    return 1


def _stretch(when: When, length: int, *, firsts: bool) -> Timed:
    month = when.first
    plain = when._replace(maybe=None, day=None, form=WrittenAs.MONTH, last=month)
    if length == 0:
        return Timed(plain._replace(maybe=WrittenAs.QUARTER), doubtful=firsts)
    if length == 1:
        return Timed(plain)
    first = month if firsts else month - length + 1
    form = WrittenAs.QUARTER if length == 3 else WrittenAs.YEAR
    return Timed(When(form, first, first + length - 1, when.year))


def _years(found: list[Timed]) -> None:
    """A month without a year behind one with a year lies in that year, or after New Year in the next."""
    before: When | None = None
    for place, one in enumerate(found):
        when = one.when
        if when is None or when.form not in (WrittenAs.MONTH, WrittenAs.QUARTER) or one.doubtful:
            continue
        if when.year is None and before is not None and before.year is not None and before.form is when.form:
            found[place] = Timed(when._replace(year=before.year + (when.first < before.first)), carried=True)
        before = found[place].when


def _new_year(found: list[Timed]) -> None:
    """11月, 12月, 1月, 2月 without any year go over New Year, forwards or backwards."""
    whens = {place: one.when for place, one in enumerate(found) if one.when and one.when.form is WrittenAs.MONTH}
    months = [when.first for when in whens.values()]
    if len(months) < 2 or any(when.year for when in whens.values()):
        return
    steps = [later - earlier for earlier, later in pairwise(months)]
    forwards = all(0 < step % 12 <= 6 for step in steps)
    turns = [step < 0 for step in steps] if forwards else [step > 0 for step in steps]
    if not any(turns) or not (forwards or all(0 < -step % 12 <= 6 for step in steps)):
        return
    year = 0
    years = [0] * len(months)
    order = range(len(months) - 1, 0, -1) if forwards else range(1, len(months))
    for one in order:
        year -= turns[one - 1]
        years[one - 1 if forwards else one] = year
    for place, turn in zip(whens, years, strict=True):
        found[place] = found[place]._replace(turn=turn)
