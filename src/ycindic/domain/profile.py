"""Which share of a year's total is normally done by a month?"""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.facts import Facts, Series, cumulative, whole
from ycindic.domain.model import Bound, Indicator, ProfileKind
from ycindic.domain.period import MONTHS_A_YEAR

ZERO, ONE = Decimal(0), Decimal(1)


class Share(NamedTuple):
    """A share of the year, 0 to 1, and the profile that gave it."""

    value: Decimal
    kind: ProfileKind


def linear(month: int) -> Decimal:
    """The year passes evenly: m ÷ 12."""
    return Decimal(month) / MONTHS_A_YEAR


def interpolated(path: Mapping[int, Decimal], at: int) -> Decimal:
    """The value of a path of straight lines through known points; `at` lies between two of them."""
    if at in path:
        return path[at]
    before = max(point for point in path if point < at)
    after = min(point for point in path if point > at)
    return path[before] + (path[after] - path[before]) * (at - before) / (after - before)


def from_table(shares: tuple[Decimal, ...], month: int) -> Decimal:
    """A typed cumulative table of 12 months or 4 quarters, with straight lines between its points."""
    step = MONTHS_A_YEAR // len(shares)
    path = {0: ZERO} | {(place + 1) * step: share for place, share in enumerate(shares)}
    return interpolated(path, month)


def from_year(series: Series, year: int, month: int) -> Decimal | None:
    """C′(m) ÷ A′ of a past year, with straight lines between the months that are known.

    None where the year's total or every month on the way is unknown, where a figure is only a
    bound, or where the shares leave 0 to 1 (a flow that fell): then there is no shape to follow.
    """
    total = whole(series, year)
    if total is None or total.value <= 0 or total.bound is not Bound.EXACT:
        return None
    path: dict[int, Decimal] = {}
    for place in range(1, MONTHS_A_YEAR):
        last = series.calendar.month(year, place)
        known = cumulative(series, year, last)
        if known and known.period.last == last and known.bound is Bound.EXACT:
            path[place] = known.value / total.value
    if not path or not all(ZERO <= share <= ONE for share in path.values()):
        return None
    return interpolated({0: ZERO} | path | {MONTHS_A_YEAR: ONE}, month)


def base_share(indicator: Indicator, facts: Facts, month: int) -> Share:
    """The share of the months of a year so far in the base year's total: what weighs a rate of growth.

    From typed shares, or last year's months of the indicator named in `levels`, else m/12.
    """
    place = indicator.calendar.place(month)
    if indicator.shares:
        return Share(from_table(indicator.shares, place), ProfileKind.SHARES)
    if indicator.levels:
        levels, same = facts.of(indicator.levels), month - MONTHS_A_YEAR
        before = levels.calendar.year_of(same)
        total, part = whole(levels, before), cumulative(levels, before, same)
        if total and part and part.period.last == same and total.value > 0 and total.bound is Bound.EXACT:
            share = part.value / total.value
            if ZERO < share <= 1:
                return Share(share, ProfileKind.LAST_YEAR)
    return Share(linear(place), ProfileKind.LINEAR)


def expected(indicator: Indicator, series: Series, year: int, month: int, *, batch_due: bool) -> Share:
    """The share of a year's total that is expected by a month of it, 1 to 12.

    The indicator's own profile, or last year's shape where the data allow, else m/12. Of lists that
    come in batches nothing is expected before they are due, and then all of it.
    """
    asked = indicator.profile
    if asked is ProfileKind.BATCH:
        return Share(ONE if batch_due else ZERO, asked)
    if asked is ProfileKind.SHARES:
        return Share(from_table(indicator.shares, month), asked)
    if asked is not ProfileKind.LINEAR:
        shape = from_year(series, year - 1, month)
        if shape is not None:
            return Share(shape, ProfileKind.LAST_YEAR)
    return Share(linear(month), ProfileKind.LINEAR)
