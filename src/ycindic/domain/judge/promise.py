"""Which values keep the promise?"""

from decimal import Decimal
from typing import NamedTuple, assert_never

from ycindic.domain.model import HUNDRED, SUMS, Better, Indicator, Measure, Rhythm, Target
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.rates import ZERO, nearer, printed_edge
from ycindic.domain.relation import STRICT, GoodWay, Relation, nature

_THOUSAND = Decimal(1000)
_PER_CENT = frozenset({"%", "\uff05", "pp", "百分点", "个百分点"})
_PER_MILLE = frozenset({"\u2030", "千分点", "个千分点"})


def _per_mille(indicator: Indicator) -> bool:
    """Whether values are told in ‰, of which ten are one point."""
    return indicator.unit.strip() in _PER_MILLE


def is_rate(indicator: Indicator) -> bool:
    """Whether values are rates, so that their differences are points."""
    return indicator.measure is Measure.GROWTH or indicator.unit.strip() in _PER_CENT or _per_mille(indicator)


def whole_of(indicator: Indicator) -> Decimal:
    """What a factor of one is in the unit of a rate: 100 per cent, 1000 per mille."""
    return _THOUSAND if _per_mille(indicator) else HUNDRED


def point(indicator: Indicator, of: Decimal | None) -> Decimal:
    """What one point of a cut-off is in the unit of an indicator, so that no change of unit changes a verdict.

    A percentage point for rates and shares, which is ten per mille; of any other unit a hundredth of `of`, the goal or
    the benchmark: nothing where that is 0.
    """
    if is_rate(indicator):
        return whole_of(indicator) / HUNDRED
    return abs(of or ZERO) / HUNDRED


def difference_unit(indicator: Indicator) -> str:
    """The unit of a difference between two values: `pp` for rates in per cent, else the unit itself."""
    return "pp" if is_rate(indicator) and not _per_mille(indicator) else indicator.unit


def direction(target: Target, indicator: Indicator) -> int:
    """+1 where more is better, −1 where less is; two-sided promises count as +1."""
    way = nature(target.relation).way if target.relation else GoodWay.UP
    match way:
        case GoodWay.UP | GoodWay.NEAR:
            return 1
        case GoodWay.DOWN:
            return -1
        case GoodWay.OPEN | GoodWay.CLOSER:
            return -1 if indicator.better is Better.LOWER else 1
        case _:
            assert_never(way)


def never(target: Target, indicator: Indicator) -> bool:
    """Whether it was promised that something does not happen at all, so that the first case breaks it.

    A count of events with any other goal (at most 10 accidents, at least 4 fairs) is a sum.
    """
    if target.relation is not Relation.AT_MOST or indicator.measure is not Measure.EVENTS:
        return target.relation is Relation.NONE
    open_ = target.unstated or target.told is not None or target.reference
    return not (target.goal or open_ or target.tolerance)


def by_totals(target: Target, indicator: Indicator) -> bool:
    """Whether a condition is tested on the sums of whole years, since what adds up has no value at a moment."""
    adds = indicator.measure in SUMS and not never(target, indicator)
    return adds and target.step in (None, Rhythm.YEAR)


class Promise(NamedTuple):
    """The values that keep a promise: printed limits, and the tolerance beyond them.

    `low` and `high` are None where that side is open; both None: no number was promised.
    """

    low: Decimal | None
    high: Decimal | None
    tolerance: Decimal = ZERO
    strict: bool = False

    @property
    def two_sided(self) -> bool:
        """Whether both sides bind."""
        return self.low is not None and self.high is not None

    @property
    def direction(self) -> int:
        """+1 for a floor or a band, −1 for a ceiling."""
        return 1 if self.low is not None else -1

    @property
    def goal(self) -> Decimal | None:
        """The printed limit that pace and completion are measured against."""
        return self.low if self.low is not None else self.high

    def times(self, years: int) -> "Promise":
        """The same promise for a sum over several years, where each year was promised."""
        if years == 1:
            return self
        low, high = (None if limit is None else limit * years for limit in (self.low, self.high))
        return Promise(low, high, self.tolerance * years, self.strict)

    def holds(self, value: Decimal) -> bool:
        """Whether a value keeps the promise, its tolerance included."""
        if self.ties(value) or (self.low is not None and value < self.low - self.tolerance):
            return False
        return self.high is None or value <= self.high + self.tolerance

    def ties(self, value: Decimal) -> bool:
        """Whether a value only equals what must be surpassed."""
        return self.strict and value in self.edges[:2]

    def side(self, value: Decimal) -> int:
        """−1 for a value below the acceptable ones, +1 above them, 0 among them."""
        if self.holds(value):
            return 0
        return 1 if self.high is not None and value >= self.high + self.tolerance else -1

    def gap(self, value: Decimal) -> Decimal:
        """What is still missing, positive until the printed goal is met.

        Where both sides bind it is the distance to the nearer edge, tolerance included.
        """
        if self.low is None or self.high is None:
            return self.low - value if self.low is not None else value - (self.high or ZERO)
        return max(self.low - value, value - self.high) - self.tolerance

    def margin(self, value: Decimal) -> Decimal:
        """By how much the printed goal is surpassed; negative while it is not."""
        return -self.gap(value)

    @property
    def edges(self) -> "Promise":
        """The same limits with the tolerance in them: what decides."""
        low = None if self.low is None else self.low - self.tolerance
        high = None if self.high is None else self.high + self.tolerance
        return Promise(low, high, strict=self.strict)

    def printed(self, decimals: int) -> "Promise":
        """The limits of what prints as a figure that keeps the promise, with so many decimals."""
        low, high, _, strict = self.edges
        return Promise(
            None if low is None else printed_edge(low, decimals, floor=True, strict=strict),
            None if high is None else printed_edge(high, decimals, floor=False, strict=strict),
        )

    def limit_for(self, value: Decimal) -> Decimal:
        """The limit that a value has to come to: of a band the nearer one, inside it the value itself."""
        return nearer(value, self.low, self.high) or ZERO

    def limit_from(self, base: Decimal) -> Decimal:
        """The limit that lies on the way from a base: of a band the one on its side."""
        if self.low is None or self.high is None:
            return self.limit_for(base)
        return self.high if base > self.high else self.low


def promise(target: Target, indicator: Indicator) -> Promise:
    """The limits that a target's relation, goal and tolerance set."""
    low, high = _limits(target, indicator)
    return Promise(low, high, _tolerance(target, indicator), strict=target.relation in STRICT)


def promise_of_all(target: Target, indicator: Indicator) -> Promise:
    """The limits for all of the period: of a sum that was promised a year, those of its years together."""
    yearly = target.average and indicator.measure is Measure.FLOW
    return promise(target, indicator).times(target.period.months // MONTHS_A_YEAR if yearly else 1)


def _limits(target: Target, indicator: Indicator) -> tuple[Decimal | None, Decimal | None]:
    """The printed floor and ceiling, None where that side is open."""
    low: Decimal | None = None
    high: Decimal | None = None
    match target.relation:
        case Relation.AT_LEAST | Relation.MORE_THAN:
            low = target.goal
        case Relation.AT_MOST:
            high = target.goal
        case Relation.ABOUT:
            low, high = _binding(target.goal, target.goal, indicator, both=indicator.better is Better.NEAR)
        case Relation.EXACTLY:
            low = high = target.goal
        case Relation.BETWEEN:
            low, high = _binding(target.goal, target.goal_high, indicator, both=target.band)
        case Relation.ALL:
            low = HUNDRED if target.goal is None else target.goal
        case Relation.NONE:
            high = ZERO
        case (
            Relation.IN_STEP
            | Relation.ABOVE
            | Relation.NARROWING
            | Relation.RISING
            | Relation.FALLING
            | Relation.TURNING
            | None
        ):  # another figure decides, or nothing does
            pass
        case _:
            assert_never(target.relation)
    return low, high


def _binding(
    low: Decimal | None, high: Decimal | None, indicator: Indicator, *, both: bool
) -> tuple[Decimal | None, Decimal | None]:
    """Both sides, or the one that a good value lies on."""
    if both:
        return low, high
    return (None, high) if indicator.better is Better.LOWER else (low, None)


def _tolerance(target: Target, indicator: Indicator) -> Decimal:
    """The typed tolerance, else that of the relation; in step with an amount it depends on the benchmark, see there."""
    if target.tolerance is not None:
        return target.tolerance
    if target.relation is Relation.IN_STEP and is_rate(indicator):
        return target.settings.step_pp * point(indicator, None)
    if target.relation is not Relation.ABOUT or target.goal is None:
        return ZERO
    if is_rate(indicator):
        return target.settings.about_pp * point(indicator, None)
    return abs(target.goal) * target.settings.about_pct / HUNDRED
