"""What is a number computed at a glance, and what is it computed from?"""

from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts, Known, Series, printed_decimals, through
from ycindic.domain.judge.promise import promise
from ycindic.domain.model import Bound, Indicator, IndicatorId, Plan, ProfileKind
from ycindic.domain.period import Period
from ycindic.domain.rates import half_digit
from ycindic.domain.step import Step


class Computed(NamedTuple):
    """A number of ours, never a published one: its step, the months and the indicator it speaks of.

    `low` and `high` are the range that rounding of the published figures leaves; `beside` is what the rest of
    the year must come to (`room`: may come to, of a ceiling; `tolerant`: with its tolerance), `published` what the
    publisher printed of the same months; `weights` says how the months were weighed, where they were.
    """

    step: Step
    period: Period
    about: IndicatorId
    low: Decimal | None = None
    high: Decimal | None = None
    beside: Decimal | None = None
    room: bool = False
    tolerant: bool = False
    published: Decimal | None = None
    weights: ProfileKind | None = None

    @property
    def unit(self) -> str:
        """The unit of the number: per cent or points."""
        return self.step.unit or ""


class Question(NamedTuple):
    """One target's answer with the plan and the facts that it was made of."""

    row: Assessment
    plan: Plan
    facts: Facts

    @property
    def indicator(self) -> Indicator:
        """What is measured."""
        return self.row.indicator

    @property
    def series(self) -> Series:
        """What is known of it."""
        return self.facts.of(self.row.indicator.id)

    @property
    def through(self) -> int | None:
        """The last month of the judged figure."""
        reached = self.row.figures.actual_period
        return None if reached is None else reached.last


def computed_need(row: Assessment) -> Decimal | None:
    """What the rest must come to, told to the line that decides: with the tolerance where there is one."""
    return row.figures.required_edge if is_tolerant(row) else row.figures.required


def is_tolerant(row: Assessment) -> bool:
    """Whether that is another line than the printed goal, to which every other answer tells it."""
    return promise(row.target, row.indicator).tolerance > 0 and row.figures.required_edge is not None


def half_of(indicator: Indicator, series: Series) -> Decimal:
    """Half a unit of the last digit that the publisher prints."""
    return half_digit(printed_decimals(indicator, series))


def exact_sum(series: Series, month: int) -> Known | None:
    """The sum of the year so far through a month; None where it is not known, or only as a bound."""
    found = through(series, month)
    return found if found and found.bound is Bound.EXACT else None
