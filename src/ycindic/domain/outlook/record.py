"""What would each method have said in earlier years, and which of them is to be trusted now?

Every earlier year is looked at from about the same month, with nothing known that came later, and the method's ending
held against the year's. The weights of a combination, the choice among methods and the width of an interval
all come from these errors and from nothing else.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import isfinite, log
from operator import mul
from typing import NamedTuple

from ycindic.domain.model import SUMS, Measure, Method
from ycindic.domain.outlook.course import Course, Origin
from ycindic.domain.outlook.paths import ENDINGS, METHODS

_REACH = 4
"""Months further away say nothing about this one."""
_FADES = 0.5 ** (1 / 8)
"""A year's errors count half after eight years."""
_NEAR = 2.0
"""A month two months away counts half."""
_EVEN = 4.0
"""So much is thrown in on the side of every method being as good as the others."""
_SHARPNESS = 8
"""The power by which a smaller error makes a greater weight."""
_MARGIN = 0.2
"""A single method takes the place of the combination where its errors were smaller by this share."""

_Errors = Mapping[Method, float]


class Trial(NamedTuple):
    """How far each method was off in an earlier year, counted from the first one, when it had reached a month.

    Errors of sums are logarithms of what was said over what came, those of others differences.
    """

    year: int
    month: int
    errors: _Errors


class Word(NamedTuple):
    """What each method said of a year's end when the year had reached a month."""

    month: int
    endings: Mapping[Method, float]


class Record(NamedTuple):
    """The trials of earlier years about a month, what every method says now, and the one that is trusted.

    `earlier` is what they said in the months before this one of the year under way.
    """

    trials: tuple[Trial, ...]
    endings: Mapping[Method, float]
    chosen: Method
    scores: _Errors
    earlier: tuple[Word, ...] = ()

    @property
    def years(self) -> int:
        """How many earlier years have been tried."""
        return len({one.year for one in self.trials})


class _Standing:
    """How the methods stand, month by month, as the years go by: smaller is better, 1 is as good as the others.

    Without an answer a method counts as off by what is usual: what begins late is not taken for what never erred.
    """

    def __init__(self, months: Sequence[int]) -> None:
        self._weight = dict.fromkeys(months, 0.0)
        self._excess: dict[Method, dict[int, float]] = {}

    def next_year(self, trials: Sequence[Trial], measure: Measure) -> None:
        """A year's trials count, and what is older less.

        An error counts as a multiple of what is usual in its case, so that one wild year does not decide alone.
        """
        usual = [_usual(one, measure) for one in trials]
        near = {month: [_nearness(month - one.month) for one in trials] for month in self._weight}
        for month, weights in near.items():
            self._weight[month] = _FADES * sum(weights, self._weight[month])
        for method in {method for one in trials for method in one.errors} | {*self._excess}:
            errors = (one.errors.get(method) for one in trials)
            more = [0.0 if off is None else abs(off) / one - 1 for off, one in zip(errors, usual, strict=True)]
            sums = self._excess.setdefault(method, dict.fromkeys(self._weight, 0.0))
            for month, weights in near.items():
                sums[month] = _FADES * sum(map(mul, weights, more), sums[month])

    def score(self, month: int, method: Method) -> float:
        """The mean error of a method at a month."""
        sums = self._excess.get(method)
        return 1 if sums is None else 1 + sums[month] / (self._weight[month] + _EVEN)


def _nearness(months: int) -> float:
    """How much an error so many months away counts."""
    return 1 / (1 + abs(months) / _NEAR) if abs(months) <= _REACH else 0.0


def error(measure: Measure, said: float, came: float) -> float | None:
    """How far off: in the logarithm for sums, where both are above nought; else the difference."""
    if measure not in SUMS:
        return said - came
    return log(said / came) if said > 0 and came > 0 else None


def track_record(course: Course) -> Record:
    """The trials of all years before the one under way, and what follows from them for its latest month."""
    now = course.now
    near = [one for one in range(1, course.season) if abs(course.ends[one - 1] - now.month) <= _REACH]
    standing = _Standing([course.ends[one - 1] for one in near])
    trials: list[Trial] = []
    for year in range(1, now.year):
        made = [one for at in near if (one := _trial(course.at(year * course.season + at), standing))]
        trials += made
        standing.next_year(made, course.measure)
    endings = _endings(now, standing)
    scores = {method: standing.score(now.month, method) for method in endings}
    before = (course.at(now.begun + at) for at in near if now.begun + at < now.known)
    earlier = tuple(Word(one.month, _endings(one, standing)) for one in before)
    return Record(tuple(trials), endings, _chosen(course.measure, scores), scores, earlier)


def _trial(origin: Origin, standing: _Standing) -> Trial | None:
    """The errors at one moment; None where the year came to nothing that an error could be told of."""
    came = origin.course.whole(origin.year)
    said = _endings(origin, standing)
    found = {method: error(origin.course.measure, one, came) for method, one in said.items()}
    errors = {method: one for method, one in found.items() if one is not None}
    return Trial(origin.year, origin.month, errors) if errors else None


def _usual(trial: Trial, measure: Measure) -> float:
    """The mean error of what is combined, a hair above nought."""
    names = [one for one in METHODS[measure].combined if one in trial.errors] or list(trial.errors)
    return sum(abs(trial.errors[one]) for one in names) / len(names) + 1e-12


def _endings(origin: Origin, standing: _Standing) -> dict[Method, float]:
    methods = METHODS[origin.course.measure]
    found = _of_each(methods.taken, origin)
    if origin.course.every or not found:
        found |= _of_each(methods.shown, origin)
    parts = [one for one in methods.combined if one in found]
    if len(parts) > 1:
        weights = [standing.score(origin.month, one) ** -_SHARPNESS for one in parts]
        found[Method.COMBINED] = sum(w * found[one] for w, one in zip(weights, parts, strict=True)) / sum(weights)
    return found


def _of_each(methods: Iterable[Method], origin: Origin) -> dict[Method, float]:
    return {one: ending for one in methods if (ending := _ending(one, origin)) is not None}


def _ending(method: Method, origin: Origin) -> float | None:
    """What a method says; None where its answer is no number that a float can hold."""
    try:
        found = ENDINGS[method](origin)
    except OverflowError:
        return None
    return found if found is not None and isfinite(found) else None


def _chosen(measure: Measure, scores: _Errors) -> Method:
    """The combination, or a method that was clearly better; without one what the plain rule or any other says."""
    shown = METHODS[measure].shown
    taken = {method: score for method, score in scores.items() if method not in shown} or dict(scores)
    best = min(taken, key=lambda one: taken[one])
    usual = taken.get(Method.COMBINED)
    return Method.COMBINED if usual is not None and taken[best] >= (1 - _MARGIN) * usual else best
