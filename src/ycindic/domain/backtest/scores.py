"""How good were the ends that were told: how far off, how often inside the interval, how well the chances spoke?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from ycindic.domain.backtest.ends import End, Ended, Foretold
from ycindic.domain.model import SUMS, Method
from ycindic.domain.outlook.paths import METHODS
from ycindic.domain.outlook.width import reaching

_ENOUGH_YEARS = 4
"""Of fewer years no method is said to be the one to trust."""

LEVELS = (50, 80, 90)


class Score(NamedTuple):
    """The ends of a group: the mean error of what was told beside the plain rule's and that of the goal itself.

    `trusted` is the method whose errors were the smallest, `margin` the share by which they were below the plain
    rule's; both None where the years are too few. `inside` tells how often the year ended inside the 50, 80 and 90 %
    intervals, of which there were `intervals`; `width` is their mean width over that of the plain rule's own. Of as
    many chances as `chances` says: `brier` and `surprise` (the mean of −ln of what was said of what came), beside Brier
    scores of the flag as 0 or 1 and of the group's share kept; `flag` and `calendar`: how often these were right.
    """

    group: tuple[str, ...]
    cases: int
    years: int
    method: Method
    error: float
    plain: Method
    plain_error: float
    goal_error: float | None
    trusted: Method | None
    margin: float | None
    intervals: int
    inside: tuple[float, ...]
    width: float | None
    chances: int
    brier: float | None
    surprise: float | None
    flag_brier: float | None
    base_brier: float | None
    flag: float | None
    calendar: float | None

    @property
    def ratio(self) -> float | None:
        """The error over that of the plain rule."""
        return self.error / self.plain_error if self.plain_error else None


END_GROUPS: Mapping[str, Callable[[End], str]] = {
    "measure": lambda end: end.indicator.measure.value,
    "indicator": lambda end: end.indicator.id,
    "month": lambda end: f"{end.month:02d}",
    "year": lambda end: str(end.year),
    "method": lambda end: end.chosen.method.value,
}
"""By what ends can be grouped."""


def scores(ends: Iterable[End], by: Sequence[str]) -> tuple[Score, ...]:
    """The score of every group, sorted; of moments at which the answer of the day had a method."""
    groups: dict[tuple[str, ...], list[End]] = {}
    for end in ends:
        if any(one.chosen for one in end.tellings):
            groups.setdefault(tuple(END_GROUPS[name](end) for name in by), []).append(end)
    return tuple(_score(group, groups[group]) for group in sorted(groups))


def _score(group: tuple[str, ...], ends: Sequence[End]) -> Score:
    plain = METHODS[ends[0].indicator.measure].plain
    chosen = [end.chosen for end in ends]
    pairs = [(end.chosen, other) for end in ends if (other := end.by(plain)) is not None]
    told = [one for one in chosen if one.off is not None]
    years = len({end.year for end in ends})
    plain_error = _mean([abs(other.error) for _, other in pairs])
    trusted = _trusted(ends) if years >= _ENOUGH_YEARS else None
    widths = [(one.width, other.width) for one, other in pairs if one.off is not None and other.off is not None]
    promises = [(end.chosen, kept, chance) for end in ends for kept in end.promises
                if (chance := end.chosen.chance(kept.limits)) is not None]  # fmt: skip
    return Score(
        group=group,
        cases=len(ends),
        years=years,
        method=Counter(one.method for one in chosen).most_common(1)[0][0],
        error=_mean([abs(one.error) for one in chosen]) or 0.0,
        plain=plain,
        plain_error=plain_error or 0.0,
        goal_error=_mean(
            [_by_goal(end, kept) for end in ends for kept in end.promises if kept.target.goal is not None]
        ),
        trusted=None if trusted is None else trusted[0],
        margin=None if trusted is None or not plain_error else 1 - trusted[1] / plain_error,
        intervals=len(told),
        inside=tuple(
            _mean([abs(one.off or 0) <= reaching(0.5 + level / 200) for one in told]) or 0.0 for level in LEVELS
        ),
        width=None if not widths else sum(one for one, _ in widths) / (sum(other for _, other in widths) or 1),
        chances=len(promises),
        **_of_chances(promises),
    )


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _trusted(ends: Sequence[End]) -> tuple[Method, float]:
    """The method whose mean error was the smallest among those that always had an answer, and that error."""
    errors: dict[Method, list[float]] = {}
    for end in ends:
        for one in end.tellings:
            errors.setdefault(one.method, []).append(abs(one.error))
    means = {method: sum(all_) / len(all_) for method, all_ in errors.items() if len(all_) == len(ends)}
    best = min(means, key=lambda one: means[one])
    return best, means[best]


def _by_goal(end: End, kept: Ended) -> float:
    """How far off who takes the goal for the end is: in per cent for sums, else the difference."""
    goal, actual = float(kept.target.goal or 0), float(end.actual)
    if end.indicator.measure in SUMS and actual:
        return abs(100 * (goal / actual - 1))
    return abs(goal - actual)


def _of_chances(promises: Sequence[tuple[Foretold, Ended, float]]) -> dict[str, float | None]:
    kept = [float(one.kept) for _, one, _ in promises]
    base = _mean(kept)
    flags = [(one.flag, one.kept) for _, one, _ in promises if one.flag is not None]
    calendar = [(one.calendar, one.kept) for _, one, _ in promises if one.calendar is not None]
    return {
        "brier": _mean([(chance - came) ** 2 for (_, _, chance), came in zip(promises, kept, strict=True)]),
        "surprise": _mean(
            [-log(chance if came else 1 - chance) for (_, _, chance), came in zip(promises, kept, strict=True)]
        ),
        "flag_brier": _mean([float(said is not came) for said, came in flags]),
        "base_brier": None if base is None else base * (1 - base),
        "flag": _mean([float(said is came) for said, came in flags]),
        "calendar": _mean([float(said is came) for said, came in calendar]),
    }
