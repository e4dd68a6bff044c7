"""How often was each flag right, by any grouping of the cases?"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from ycindic.domain.backtest.case import Replayed


class Tally(NamedTuple):
    """The cases of a group: how often our flag was right, wrong yes, wrong no, or empty.

    `calendar` and `twelfth` count what 序时进度 and "goal ÷ 12" got right among the cases in which both our
    flag and theirs had an answer, `*_of` how many those are, `*_beside` what ours got right among the same.
    """

    group: tuple[str, ...]
    cases: int = 0
    right: int = 0
    wrong_yes: int = 0
    wrong_no: int = 0
    empty: int = 0
    kept: int = 0
    calendar: int = 0
    calendar_of: int = 0
    calendar_beside: int = 0
    twelfth: int = 0
    twelfth_of: int = 0
    twelfth_beside: int = 0

    @property
    def flagged(self) -> int:
        """The cases in which our flag had an answer."""
        return self.cases - self.empty

    def plus(self, case: Replayed) -> "Tally":
        """The group with one case more."""
        flag, kept = case.flag, case.kept
        counted = {
            "cases": 1,
            "right": case.right is True,
            "wrong_yes": flag is True and not kept,
            "wrong_no": flag is False and kept,
            "empty": flag is None,
            "kept": kept,
        }
        for name, other in (("calendar", case.calendar), ("twelfth", case.twelfth)):
            both = flag is not None and other is not None
            counted |= {name: both and other is kept, f"{name}_of": both, f"{name}_beside": both and flag is kept}
        return self._replace(**{name: getattr(self, name) + int(more) for name, more in counted.items()})


CASE_GROUPS: Mapping[str, Callable[[Replayed], str]] = {
    "measure": lambda case: case.said.indicator.measure.value,
    "rule": lambda case: case.said.rule.value,
    "verdict": lambda case: case.said.verdict.value,
    "indicator": lambda case: case.said.indicator.id,
    "target": lambda case: case.said.target.id,
    "year": lambda case: case.said.target.when,
    "month": lambda case: f"{case.said.indicator.calendar.place(case.month):02d}",
    "relation": lambda case: case.said.target.relation or "",
    "commitment": lambda case: case.said.target.commitment.value,
    "seed": lambda case: case.seed,
}
"""By what cases can be counted."""


def tallied(cases: Iterable[Replayed], by: Sequence[str]) -> tuple[Tally, ...]:
    """The cases counted by some of `GROUPS`, sorted by group; no grouping counts all of them together."""
    found: dict[tuple[str, ...], Tally] = {}
    for case in cases:
        group = tuple(CASE_GROUPS[name](case) for name in by)
        found[group] = found.get(group, Tally(group)).plus(case)
    return tuple(found[group] for group in sorted(found))
