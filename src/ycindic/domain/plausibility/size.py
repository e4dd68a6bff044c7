"""Is a figure of the size that its goals, its history and its neighbours let one expect?"""

from decimal import Decimal

from ycindic.domain.facts import decimals_of
from ycindic.domain.model import HUNDRED, SUMS, Basis, Bound, Measure, Observation
from ycindic.domain.plausibility.doubt import Doubt, Doubtful, Suspect
from ycindic.domain.plausibility.known import Spread, Trusted
from ycindic.domain.plausibility.promised import FEW, SMALL, Size, counts_things, expected_size, of_rate

_SLIP = 30
"""So many times the usual size of a rate, or of a few things, is no good or bad year but another unit."""
_UNSEEN = 3
"""A small rate is another unit only if it is so many times smaller than the smallest so far: rates do pass zero."""
_TIMES, _PART = 6, 10
"""A quantity six times its largest like, or a tenth of its smallest, is strange."""
_PACE_TIMES = 10
"""The same for other months of the year, which are less alike."""
_LEAP = 8
"""A running total that grew so many times faster than time since its last figure."""
_ENOUGH = 2
"""So many trusted figures vouch for a size; a single one may be the wrong one, and the goal must agree."""
_INDEX_LOW, _INDEX_HIGH, _INDEX_FROM = Decimal(70), Decimal(140), 40
"""Where an index (the year before = 100) lies, told apart from rates that are never larger than 40."""

_NEAR = Decimal("0.7")
"""A suggested reading lies within a factor of five (10^0.7) of the usual size."""
_POWERS = (2, 4, 3, 8, 1)
"""Per cent, 万, thousands, 亿, a digit: the powers of ten between which units slip, the likelier first."""

_STRANGER = 100
"""Of quantities in the same unit one may be so many times larger than another."""

_FEWEST = 4
"""A history of fewer figures says nothing about jumps."""
_LEAST_SPREAD_PP = Decimal(3)
_LEAST_SPREAD = Decimal("0.5")
"""How far a rate may always move (percentage points), and a quantity (a share of its size)."""


def unit_slip(case: Suspect) -> Doubt | None:
    """A value of another order of magnitude than the same figure elsewhere, or than its goal.

    What was there before goes first, then the goal, other indicators of the same kind, and only then what
    comes with the figure.
    """
    if not case.seen.value:
        return None
    goal = expected_size(case.indicator, case.seen, case.targets)
    return _index(case, goal) or _by_figures(case, goal) or _leap(case, goal)


def _by_figures(case: Suspect, goal: Size | None) -> Doubt | None:
    trusted = _bounds(case, case.trusted)
    if trusted and trusted.figures >= _ENOUGH:
        return _outside(case, [trusted])
    before = [one for one in (trusted, goal or _of_peers(case)) if one]
    return _outside(case, before or [one for one in (_bounds(case, case.known),) if one])


def _outside(case: Suspect, witnesses: list[Size]) -> Doubt | None:
    """A doubt where the size lies outside what each witness allows, all on the same side."""
    size = abs(case.seen.value)
    above, below = ([size > one.high for one in witnesses], [size < one.low for one in witnesses])
    strange = bool(witnesses) and (all(above) or all(below))
    return _slip(case, witnesses[0].usual, figures=witnesses[0].figures) if strange else None


def _slip(case: Suspect, usual: Decimal, likely: Decimal | None = None, figures: int = 0) -> Doubt:
    value = case.seen.value
    meant = _likely(value, usual) if likely is None else likely
    return Doubt(Doubtful.UNIT_SLIP, value, low=usual, high=usual, likely=meant, figures=figures)


def _bounds(case: Suspect, known: Trusted) -> Size | None:
    """What other figures let expect."""
    alike = known.alike(case.seen)
    if alike:
        return _of_rates(alike) if case.is_rate else _of_quantities(case, alike, _TIMES, _PART)
    by_month = known.by_month(case.seen)
    return _of_quantities(case, by_month, _PACE_TIMES, SMALL) if by_month else None


def _of_rates(alike: Spread) -> Size:
    usual = max(alike.middle, Decimal(1))
    return Size(alike.middle, min(usual / _SLIP, alike.low / _UNSEEN), usual * _SLIP, alike.figures)


def _of_quantities(case: Suspect, alike: Spread, times: int, part: int) -> Size:
    few = max(alike.high, abs(case.seen.value)) <= FEW and counts_things(case.seen.value, case.indicator.unit)
    if few or case.indicator.net:
        return Size(alike.middle, alike.middle / _SLIP, alike.high * _SLIP, alike.figures)
    return Size(alike.middle, alike.low / part, alike.high * times, alike.figures)


def _of_peers(case: Suspect) -> Size | None:
    """What indicators of the same kind let expect: of a rate the middle of them, of a quantity all between them."""
    if not case.peers:
        return None
    low, usual, high = (sorted(case.peers)[place] for place in (0, len(case.peers) // 2, -1))
    if not case.is_rate:
        return Size(usual, low / _STRANGER, high * _STRANGER)
    found = of_rate(case.seen, usual, case.indicator.unit)
    return found if decimals_of(case.seen.value) > 1 else found._replace(low=Decimal(0))


def _index(case: Suspect, goal: Size | None) -> Doubt | None:
    """An index (the same period of the year before = 100) where a rise in per cent is asked for."""
    value = case.seen.value
    if not case.is_rate or case.indicator.unit != "%" or not _INDEX_LOW <= value <= _INDEX_HIGH:
        return None
    alike = case.trusted.alike(case.seen)
    is_growth = case.indicator.measure is Measure.GROWTH
    peers = max(case.peers, default=None) if is_growth else None
    sizes = (alike.high if alike else None, goal.usual if goal else None, peers)
    witness = next((one for one in sizes if one is not None), None)
    unheard = witness is None and is_growth
    if not unheard and (witness is None or witness > _INDEX_FROM):
        return None
    figures = alike.figures if alike else 0
    return _slip(case, witness or abs(value - HUNDRED), value - HUNDRED, figures)


def _leap(case: Suspect, goal: Size | None) -> Doubt | None:
    """A running total that no pace since the last one explains; what the goal lets expect is none."""
    seen, before = case.seen, None
    if not _adds_up(case) or seen.bound is not Bound.EXACT:
        return None
    for one in case.known.of_year(seen):
        if one.period.last < seen.period.last and one.bound is Bound.EXACT and one.value > 0:
            before = one
    if before is None or (goal is not None and abs(seen.value) <= goal.usual):
        return None
    place = case.indicator.calendar.place
    usual = before.value * place(seen.period.last) / place(before.period.last)
    few = counts_things(seen.value, case.indicator.unit) and seen.value <= FEW
    return None if few or seen.value <= usual * _LEAP else _slip(case, usual)


def _adds_up(case: Suspect) -> bool:
    sums = case.indicator.measure in SUMS
    return sums and not case.indicator.net and case.seen.basis is Basis.YTD


def _likely(value: Decimal, usual: Decimal) -> Decimal | None:
    """The value in the unit in which it would have its usual size."""
    scaled = [value.scaleb(sign * power) for power in _POWERS for sign in (1, -1)]
    best = min(scaled, key=lambda one: abs((abs(one) / usual).log10()))
    return best if abs((abs(best) / usual).log10()) <= _NEAR else None


def falling(case: Suspect) -> Doubt | None:
    """A running total below an earlier one of its year, or above a later one."""
    seen = case.seen
    if not _adds_up(case):
        return None
    for one in case.known.of_year(seen):
        if {one.bound, seen.bound} == {Bound.EXACT} and _falls(one, seen):
            return Doubt(Doubtful.FALLING, seen.value, low=one.value, high=one.value, period=one.covered)
    return None


def _falls(one: Observation, seen: Observation) -> bool:
    before = one.period.last < seen.period.last
    return one.value > seen.value if before else one.value < seen.value


def other_sign(case: Suspect) -> Doubt | None:
    """A rise where a fall was promised and none but falls are known: a report calls a fall of 3.1 % 下降3.1%."""
    value, goals = case.seen.value, [one.goal for one in case.targets if one.goal is not None]
    if case.indicator.measure is not Measure.GROWTH or value <= 0 or not goals or max(goals) >= 0:
        return None
    before = case.trusted.values(case.seen)
    return None if before and before.high > 0 else Doubt(Doubtful.OTHER_SIGN, value, likely=-value)


def jump(case: Suspect) -> Doubt | None:
    """A value farther outside all others than these lie apart."""
    values = case.known.values(case.seen)
    if values is None or values.figures < _FEWEST:
        return None
    low, high = values.low, values.high
    least = _LEAST_SPREAD_PP if case.is_rate else _LEAST_SPREAD * max(abs(low), abs(high))
    spread = max(high - low, least)
    if low - spread <= case.seen.value <= high + spread:
        return None
    return Doubt(Doubtful.JUMP, case.seen.value, low=low, high=high, figures=values.figures)
