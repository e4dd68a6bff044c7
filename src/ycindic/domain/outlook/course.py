"""How did the years go, stretch by stretch: the shape in which every method sees a series?

From here on numbers are floats: the methods are statistics, and no digit of theirs is an official one.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import starmap
from math import exp, log
from operator import mul
from typing import NamedTuple

from ycindic.domain.model import Measure


class Floats(tuple[float, ...]):
    """Numbers of a course that a cache knows as these very ones: to hash them takes longer than what is looked up."""

    __slots__ = ()
    __hash__ = object.__hash__


class Course(NamedTuple):
    """A year under way and the whole years before it, cut at the same months into stretches.

    `ends` are the months at which the stretches end; January and February are one where they come out together.
    Of every stretch `values` tells what it brought (a sum), what it grew (a rate), what it averaged (a mean) or by how
    much a level moved; `weights` how much it counts in its year's figure; `done` the year's figure as far as the
    stretch brings it; `footing` by which factor last year's amounts compare with this year's, 1 unless the levels
    were re-based; `growth`, of a sum, the logarithm by which each stretch but those of the first year grew over the
    same of last year on one footing, nothing where an amount is not above nought. `shares` are the typed ones.
    `modelled` asks for the models of a library, which take their time, `every` also for the methods that are taken only
    by name. A year has `season` stretches.
    """

    measure: Measure
    first_year: int
    ends: tuple[int, ...]
    values: tuple[float, ...]
    weights: tuple[float, ...]
    done: tuple[float, ...]
    footing: tuple[float, ...]
    growth: tuple[float, ...] = ()
    shares: tuple[float, ...] = ()
    rebased: tuple[int, ...] = ()
    filled: tuple[int, ...] = ()
    modelled: bool = False
    every: bool = False
    season: int = 12

    @property
    def years(self) -> int:
        """How many whole years stand before the one under way."""
        return (len(self.values) - 1) // self.season

    def whole(self, year: int) -> float:
        """The figure of a whole year, counted from the first one."""
        return self.done[year * self.season + self.season - 1]

    def at(self, known: int) -> "Origin":
        """The course as it stood when so many of its stretches were known."""
        year = (known - 1) // self.season
        return Origin(self, known, year, year * self.season)

    @property
    def now(self) -> "Origin":
        """The course as it stands."""
        return self.at(len(self.values))


class Origin(NamedTuple):
    """A moment of a course: so many stretches known, at least one of them of the year that is then under way.

    `year` is that year, counted from the first one, `begun` its first stretch.
    """

    course: Course
    known: int
    year: int
    begun: int

    @property
    def rest(self) -> range:
        """The stretches of the year that are still to come."""
        return range(self.known, self.begun + self.course.season)

    @property
    def month(self) -> int:
        """The month that the year has reached, 1 to 12."""
        return self.course.ends[self.known - 1 - self.begun]

    @property
    def so_far(self) -> float:
        """The year's figure as far as it is known: a sum, a level, or the part of the rate or mean that is settled."""
        return self.course.done[self.known - 1]

    @property
    def footing(self) -> float:
        """By which factor last year's amounts compare with those of the year under way."""
        return self.course.footing[self.known - 1]

    @property
    def growth(self) -> tuple[float, ...]:
        """The growth of all stretches known, those of the year under way by the footing known at the moment."""
        course, begun = self.course, self.begun - self.course.season
        last = min(self.begun + course.season, len(course.values)) - 1
        if not course.growth or course.footing[last] == self.footing:
            return course.growth
        shift = log(course.footing[last] / self.footing)
        return (*course.growth[:begun], *(one + shift for one in course.growth[begun : self.known - course.season]))

    def ending(self, rest: Sequence[float]) -> float:
        """The year's figure if the stretches to come are so."""
        weights = self.course.weights[self.known : self.begun + self.course.season]
        more: float = sum(starmap(mul, zip(weights, rest, strict=True)))
        return self.so_far + more


@lru_cache(maxsize=256)
def chained(first: tuple[float, ...], growth: tuple[float, ...]) -> Floats:
    """The amounts of a first year, and of all later ones by their growth: a row on the footing of its first year."""
    row = list(first)
    for one in growth:
        row.append(row[-len(first)] * exp(one))
    return Floats(row)
