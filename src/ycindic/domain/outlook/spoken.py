"""What is said of a figure that is not out, and how likely is it to lie on either side of a line?"""

from collections.abc import Sequence
from decimal import Decimal
from math import exp, hypot, log
from typing import NamedTuple

from ycindic.domain.judge.promise import Promise
from ycindic.domain.model import SUMS, Measure, Method
from ycindic.domain.outlook.course import Course
from ycindic.domain.outlook.record import Record
from ycindic.domain.outlook.width import below, interval_width, lean, reaching

SUREST = 0.995
"""Nobody is surer than this of a figure that is not out; nor of its opposite."""


class Spoken(NamedTuple):
    """What a method says of the year's end, and how what is likely lies around it; of sums in logarithms.

    `width` is the unit that Student's t is counted in, None where nothing was tried; `lean` by how much the method
    usually says too much.
    """

    ending: float
    width: float | None
    lean: float
    relative: bool

    def off(self, value: float) -> float | None:
        """How many units a value lies above the middle of what is likely; None without a width."""
        if self.width is None:
            return None
        distance = self.lean + (log(value / self.ending) if self.relative else value - self.ending)
        return distance / max(self.width, NO_WIDTH)

    def interval(self, share: float) -> tuple[float, float]:
        """The ends between which the year ends with so much of a chance, what is said among them."""
        reach = reaching((1 + share) / 2) * (self.width or 0.0)
        low, high = min(-self.lean - reach, 0.0), max(-self.lean + reach, 0.0)
        return (
            (self.ending * exp(low), self.ending * exp(high))
            if self.relative
            else (self.ending + low, self.ending + high)
        )

    def below(self, value: float) -> float | None:
        """The chance that the year ends below a value."""
        if self.relative and value <= 0:
            return None if self.width is None else 0.0
        off = self.off(value)
        return None if off is None else below(off)


NO_WIDTH = 1e-12
"""A record without any error has no width; a line then lies on one side of the end or on the other."""


def spoken(course: Course, found: Record, method: Method, half: Decimal) -> Spoken:
    """What a method says of the year under way; `half` is half a printed digit of its figures."""
    ending, now, measure = found.endings[method], course.now, course.measure
    relative = measure in SUMS and ending > 0
    rounding = float(half) / ending if relative else float(half)
    unit = interval_width(found, method, measure, now.year, now.month, rounding)
    if measure is Measure.FLOW and not relative:
        return Spoken(ending, None, 0.0, relative)
    return Spoken(ending, unit, lean(found, method, measure, now.year, now.month), relative)


def by_errors(
    ending: float, errors: Sequence[float], half_digit: float, *, overlap: int = 1, relative: bool = False
) -> Spoken:
    """What is said of a figure by the errors that were made in saying it in earlier years, logarithms if `relative`.

    They all count alike, for they are too few to fade, or to tell what is lean and what is spread: their mean is the
    lean and the mean of their sizes the unit, made wider for resting on few. Errors about runs of years of which so
    many `overlap` are worth fewer.
    """
    worth = 1 + (len(errors) - 1) / overlap
    rounding = half_digit / ending if relative else half_digit
    unit = hypot(sum(map(abs, errors)) / len(errors) * (1 + 1 / worth), rounding / 2)
    return Spoken(ending, unit, sum(errors) / len(errors) * worth / (worth + 1), relative)


def chance_of(kept: Promise, said: Spoken) -> Decimal | None:
    """The chance that a year ends between the limits of a promise; None where it has none or nothing is behind it."""
    if kept.low is None and kept.high is None:
        return None
    least = 0.0 if kept.low is None else said.below(float(kept.low))
    most = 1.0 if kept.high is None else said.below(float(kept.high))
    if least is None or most is None:
        return None
    return exact(min(max(most - least, 1 - SUREST), SUREST))


def exact(value: float) -> Decimal:
    """A float as a Decimal of ten digits: more of them would be noise."""
    return Decimal(f"{value:.10g}")
