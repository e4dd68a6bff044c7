"""How far will a year end from that of another indicator, and how sure is that?

The distance of two ends has errors of its own: those of both in the same months of the same years. Where what moves one
moves the other they cancel, and the distance is surer than either end.
"""

from __future__ import annotations

from math import sqrt

from ycindic.domain.model import AMOUNTS, RATES, Measure, Method
from ycindic.domain.outlook.course import Course
from ycindic.domain.outlook.record import Record, Trial, Word
from ycindic.domain.outlook.spoken import Spoken
from ycindic.domain.outlook.width import interval_width, lean


def comparable(own: Measure, other: Measure) -> bool:
    """Whether a distance between two such figures has errors to learn from."""
    return own is other if own in AMOUNTS else {own, other} <= RATES


class Beside:
    """One of the two: its course, its record, and the method that is asked."""

    def __init__(self, course: Course, record: Record, method: Method) -> None:
        self.ending, self.month = record.endings[method], course.now.month
        self.errors = {(course.first_year + one.year, one.month): one.errors[method]
                       for one in record.trials if method in one.errors}  # fmt: skip
        self.words = {one.month: one.endings[method] for one in record.earlier if method in one.endings}


def distance_of_ends(course: Course, record: Record, method: Method, other: Beside, half_digit: float) -> Spoken | None:
    """The own end less the other's, of sums the one over the other; None where no year told of both.

    The two may have come to different months: each is then held against the same months of earlier years.
    """
    own, now, sums = Beside(course, record, method), course.now, course.measure is Measure.FLOW
    if sums and not min(own.ending, other.ending) > 0:
        return None
    later = other.month - own.month

    def apart(mine: float, theirs: float) -> float:
        return mine / theirs if sums and theirs else mine - theirs

    trials = tuple(
        Trial(year - course.first_year, month, {method: error - other.errors[year, month + later]})
        for (year, month), error in own.errors.items()
        if (year, month + later) in other.errors
    )
    words = {month: apart(word, other.words[month + later]) for month, word in own.words.items()
             if month + later in other.words}  # fmt: skip
    earlier = tuple(Word(month, {method: word}) for month, word in words.items())
    ending = apart(own.ending, other.ending)
    beside = Record(trials, {method: ending}, method, {}, earlier)
    rounding = sqrt(2) * half_digit / (own.ending if sums else 1)
    unit = interval_width(beside, method, course.measure, now.year, now.month, rounding)
    leaning = lean(beside, method, course.measure, now.year, now.month)
    return None if unit is None else Spoken(ending, unit, leaning, sums)
