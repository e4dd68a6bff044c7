"""What is a tension inside a plan, or between its figures?"""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from ycindic.domain.model import Indicator, IndicatorId, Target, TargetId
from ycindic.domain.period import Period
from ycindic.domain.problem import Place


class Rule(StrEnum):
    """The stable name of a question that a plan is asked; scripts may rely on it."""

    YEARLY_GROWTH = "yearly-growth"
    YEARLY_TOTALS = "yearly-totals"
    ADDITIONS = "additions-and-stock"
    PARTS = "parts-and-whole"
    LEVELS = "growth-and-levels"
    PERIODS = "periods-and-ytd"
    SIZE = "doubtful-size"
    TOLERANCE = "wide-tolerance"
    MULTIPLE = "multiple-or-amount"


class Yearly(NamedTuple):
    """The goal of a single year: as printed, and at the edge of what still counts as met."""

    target: TargetId
    year: int
    goal: Decimal
    edge: Decimal


class YearlyGoals(NamedTuple):
    """Goals of single years against the goal of several.

    `goal` is what the years together are to come to (an average or a total change in per cent, or a
    sum), `per_year` the same spread evenly over the years. `reached` is what the yearly goals come
    to, told like the goal; `needed` what each year of `left` must then bring. Where no year is left
    both `needed` are None. `…_at_edge` are the same with the tolerances used up.
    """

    goal: Decimal
    per_year: Decimal
    promised: tuple[Yearly, ...]
    left: tuple[int, ...]
    reached: Decimal
    reached_at_edge: Decimal
    needed: Decimal | None
    needed_at_edge: Decimal | None
    unit: str


class Additions(NamedTuple):
    """Yearly additions against the level that they are to build up.

    With a known base `needed` is what each year of `left` must add, or in all what is missing where
    none is left. Without one, `base_needed` is the base from which the promised `pace` a year would
    do.
    """

    goal: Decimal
    base: Decimal | None
    base_period: Period
    promised: tuple[Yearly, ...]
    pace: Decimal
    left: tuple[int, ...]
    needed: Decimal | None
    base_needed: Decimal | None
    unit: str


class PartGoal(NamedTuple):
    """The goal of one part."""

    target: TargetId
    goal: Decimal


class PartsSum(NamedTuple):
    """The goals of the parts against the goal of the whole."""

    goal: Decimal
    total: Decimal
    parts: tuple[PartGoal, ...]
    unit: str


class LevelGrowth(NamedTuple):
    """A published rate against the one that the published levels give.

    `low` and `high` is what the levels can give within their rounding. `compared` counts the
    periods that could be compared, `differing` those that disagree, this one included; furthest
    apart, by `largest_pp`, they are in `largest_period`.
    """

    levels: IndicatorId
    published: Decimal
    computed: Decimal
    low: Decimal
    high: Decimal
    level_now: Decimal
    level_before: Decimal
    compared: int
    differing: int
    largest_pp: Decimal
    largest_period: Period


class PeriodsSum(NamedTuple):
    """A year-to-date figure against the sum of its periods."""

    ytd: Decimal
    total: Decimal
    unit: str


class DoubtfulSize(NamedTuple):
    """A figure against the usual size of its like, or with `fallen_from` against that earlier running total.

    `likely` is what may have been meant.
    """

    value: Decimal
    usual: Decimal
    likely: Decimal | None
    fallen_from: Period | None
    unit: str


class WideTolerance(NamedTuple):
    """A tolerance that is more than a tenth of its goal; `share` is what it is of the goal."""

    goal: Decimal
    tolerance: Decimal
    share: Decimal
    unit: str


class Multiple(NamedTuple):
    """A goal that is registered as an amount beside the words that tell a multiple."""

    goal: Decimal
    words: str
    unit: str


_Inputs: TypeAlias = (
    YearlyGoals | Additions | PartsSum | LevelGrowth | PeriodsSum | DoubtfulSize | WideTolerance | Multiple
)


class Tension(NamedTuple):
    """A tension as a value: which rule, where it stands, of what it speaks, and its numbers.

    `others` are the indicators that its numbers name beside its own, in their order.
    """

    rule: Rule
    place: Place
    indicator: Indicator
    targets: tuple[Target, ...]
    period: Period
    inputs: _Inputs
    others: tuple[Indicator, ...] = ()
