"""Which share of a year's total is normally done by a month?"""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ycindic.domain import formulas
from ycindic.domain.facts import Facts, Series, through, whole
from ycindic.domain.model import Bound, Indicator, ProfileKind
from ycindic.domain.period import MONTHS_A_YEAR, Calendar
from ycindic.domain.rates import ZERO
from ycindic.domain.step import Formula, Step


class Share(NamedTuple):
    """A share of the year, 0 to 1, the profile that gave it, and how: its formula with the values of the terms."""

    value: Decimal
    kind: ProfileKind
    formula: Formula
    terms: tuple[Decimal, ...]

    def step(self, field: str) -> Step:
        """The share as a number of an answer."""
        return Step(field, self.formula, self.terms, self.value, None, "", source=self.kind)


def share_by(kind: ProfileKind, formula: Formula, *terms: Decimal) -> Share:
    """A share by a formula that has an answer."""
    return Share(formula.of(*terms) or ZERO, kind, formula, terms)


def linear(month: int) -> Decimal:
    """The year passes evenly: m ÷ 12."""
    return Decimal(month) / MONTHS_A_YEAR


def share_by_months(calendar: Calendar, month: int) -> Share:
    """The share of its year, or season, that has passed evenly by a month."""
    return _evenly(calendar.place(month), calendar.months)


@cache
def _evenly(month: int, months: int) -> Share:
    return share_by(ProfileKind.LINEAR, formulas.by_months(months), Decimal(month))


def around(path: Mapping[int, Decimal], at: int) -> tuple[Decimal, ...]:
    """Where a path of straight lines through known points is known, that value.

    Else the values at the points before and after, the distance to the one before, and that between both.
    """
    if at in path:
        return (path[at],)
    before = max(point for point in path if point < at)
    after = min(point for point in path if point > at)
    return path[before], path[after], Decimal(at - before), Decimal(after - before)


def from_table(shares: tuple[Decimal, ...], month: int) -> Share:
    """A typed cumulative table of 12 months or 4 quarters, with straight lines between its points."""
    step = MONTHS_A_YEAR // len(shares)
    path = {0: ZERO} | {(place + 1) * step: one for place, one in enumerate(shares)}
    terms = around(path, month)
    return share_by(ProfileKind.SHARES, formulas.ALONG_TYPED[len(terms)], *terms)


def _typed(indicator: Indicator, calendar: Calendar, month: int) -> Share:
    """The typed share by a month number; of a season what its months have of the typed year, or of two of them."""
    if calendar == indicator.calendar:
        return from_table(indicator.shares, calendar.place(month))
    now, before, end = (_since(indicator, one) for one in (month, calendar.first(month) - 1, calendar.last(month)))
    if end == before:
        return share_by_months(calendar, month)
    return share_by(ProfileKind.SHARES, formulas.PART_OF_TYPED, now, before, end)


def _since(indicator: Indicator, month: int) -> Decimal:
    """The years before a month, and the typed share of its own year by then."""
    own = indicator.calendar
    return own.year_of(month) + from_table(indicator.shares, own.place(month)).value


def _from_year(series: Series, year: int, month: int) -> Share | None:
    """C′(m) ÷ A′ of a past year, with straight lines between the months that are known.

    None where the year's total or every month on the way is unknown, where a figure is only a
    bound, or where the shares leave 0 to 1 (a flow that fell): then there is no shape to follow.
    """
    total = whole(series, year)
    if total is None or total.value <= 0 or total.bound is not Bound.EXACT:
        return None
    path: dict[int, Decimal] = {}
    months = series.calendar.months
    for place in range(1, months):
        known = through(series, series.calendar.month(year, place))
        if known and known.bound is Bound.EXACT:
            path[place] = known.value
    if not (path or months == 1) or not all(ZERO <= so_far <= total.value for so_far in path.values()):
        return None
    so_far, *between = around({0: ZERO} | path | {months: total.value}, month)
    terms = (so_far, total.value, *between)
    return share_by(ProfileKind.LAST_YEAR, formulas.ALONG_LAST_YEAR[len(terms)], *terms)


def base_share(indicator: Indicator, facts: Facts, month: int, calendar: Calendar | None = None) -> Share:
    """The share of the months of a year so far in the base year's total: what weighs a rate of growth.

    From typed shares, or last year's months of the indicator named in `levels`, else m/12. The year is the
    indicator's own, or that of another calendar, in which the facts then count.
    """
    calendar = calendar or indicator.calendar
    if indicator.shares:
        return _typed(indicator, calendar, month)
    if indicator.levels:
        levels, same = facts.of(indicator.levels), month - MONTHS_A_YEAR
        total, part = whole(levels, levels.calendar.year_of(same)), through(levels, same)
        if total and part and total.value > 0 and total.bound is Bound.EXACT:
            found = share_by(ProfileKind.LAST_YEAR, formulas.LIKE_LAST_YEAR, part.value, total.value)
            if ZERO < found.value <= 1:
                return found
    return share_by_months(calendar, month)


def expected_share(indicator: Indicator, series: Series, year: int, month: int, *, batch_due: bool) -> Share:
    """The share of a year's total that is expected by a month of it, 1 to 12.

    The indicator's own profile, or last year's shape where the data allow, else m/12. Of lists that
    come in batches nothing is expected before they are due, and then all of it.
    """
    asked, calendar = indicator.profile, series.calendar
    if asked is ProfileKind.BATCH:
        return share_by(asked, formulas.UNITY if batch_due else formulas.NIL)
    if asked is ProfileKind.SHARES:
        return _typed(indicator, calendar, calendar.month(year, month))
    shape = None if asked is ProfileKind.LINEAR else _from_year(series, year - 1, month)
    return shape or _evenly(month, calendar.months)
