"""Which verdicts changed between two moments, and what changed them?

A cause is what makes the difference: without it the later verdict would not be what it is. The plan,
the revised figures, the new figures and the date are each put back to what they were, one at a time,
and everything is judged again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ycindic.domain.assessment import Assessment
from ycindic.domain.changes.change import Cause, Change, ChangedFigure, Explanation, Snapshot
from ycindic.domain.changes.figures import differing, without
from ycindic.domain.judge import assess_all
from ycindic.domain.model import Indicator, Plan, Target, TargetId
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.problem import Place

_Answers = Mapping[TargetId, Assessment]
_Said = tuple[object, object] | None

_ONLY_TOLD = ("place", "note", "wording", "section")
"""Keys of a target that no verdict depends on."""

_OF_INDICATOR = ("measure", "better", "unit", "decimals", "released", "profile", "shares", "levels", "net")
"""Keys of an indicator that a verdict can depend on."""


def changes(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """The targets whose verdict or flag differs, in the order of the later registry, those that are gone last."""
    was, now = _answers(before.plan, before), _answers(after.plan, after)
    moved = [
        name for name in [*now, *(name for name in was if name not in now)] if _said(was, name) != _said(now, name)
    ]
    if not moved:
        return ()
    figures = differing(before.facts, after.facts, {**before.plan.indicators, **after.plan.indicators}.values())
    asked = _Question(before, after, was, now, figures)
    return tuple(Change(now.get(name) or was[name], was.get(name), now.get(name), asked.why(name)) for name in moved)


def _answers(plan: Plan, at: Snapshot) -> _Answers:
    return {row.target.id: row for row in assess_all(plan, at.facts, at.day)}


def _said(answers: _Answers, name: TargetId) -> _Said:
    row = answers.get(name)
    return None if row is None else (row.verdict, row.on_track)


class _Question:
    """Two moments, and what would be if one thing had stayed as it was."""

    def __init__(
        self, before: Snapshot, after: Snapshot, was: _Answers, now: _Answers, figures: tuple[ChangedFigure, ...]
    ) -> None:
        self.before, self.after = before, after
        self.was, self.now = was, now
        self.figures = {
            Cause.REVISION: tuple(one for one in figures if not one.is_new),
            Cause.NEW_FIGURE: tuple(one for one in figures if one.is_new),
        }
        self.undone = {cause: self._undone(cause) for cause in self._present()}

    def _present(self) -> list[Cause]:
        """What differs at all between the two moments."""
        present = [cause for cause, figures in self.figures.items() if figures]
        plan, day = self.after.plan, self.after.day
        if _plans_differ(plan.settled(self.before.day), plan.settled(day)):
            present.insert(0, Cause.GOAL_REVISED)
        if _plans_differ(self.before.plan.settled(day), plan.settled(day)):
            present.insert(0, Cause.GOAL_CHANGED)
        return [*present, Cause.TIME_PASSED] if self.before.day != self.after.day else present

    def _undone(self, cause: Cause) -> _Answers:
        """The later answers without one of the causes."""
        after = self.after
        if cause is Cause.GOAL_CHANGED:
            return _answers(self.before.plan, after)
        if cause is Cause.GOAL_REVISED:
            return _answers(after.plan.settled(self.before.day), after)
        if cause is Cause.TIME_PASSED:
            return _answers(after.plan.settled(after.day), after._replace(day=self.before.day))
        return _answers(after.plan, after._replace(facts=without(after.facts, self.figures[cause])))

    def why(self, name: TargetId) -> tuple[Explanation, ...]:
        """The causes of one change: each without which it would be another; where several suffice, all of them."""
        if name not in self.was:
            return (Explanation(Cause.TARGET_ADDED),)
        if name not in self.now:
            return (Explanation(Cause.TARGET_REMOVED),)
        told = [self._told(cause, name) for cause in self.undone]
        needed = [
            one for one, without_it in zip(told, self.undone.values(), strict=True)
            if _said(without_it, name) != _said(self.now, name)
        ]  # fmt: skip
        return tuple(needed or [one for one in told if one.figures or one.keys] or told)

    def _told(self, cause: Cause, name: TargetId) -> Explanation:
        if cause in (Cause.GOAL_CHANGED, Cause.GOAL_REVISED):
            return Explanation(cause, keys=self._keys(name))
        if cause is Cause.TIME_PASSED:
            return Explanation(cause)
        return Explanation(cause, figures=self._relevant(self.figures[cause], name))

    def _keys(self, name: TargetId) -> tuple[str, ...]:
        """The keys of a target and its indicator that differ."""
        was, now = self.was[name], self.now[name]
        own = (key for key in Target._fields if key not in (*_ONLY_TOLD, "revised"))
        changed = [key for key in own if getattr(was.target, key) != getattr(now.target, key)]
        return (*changed, *(key for key in _OF_INDICATOR if getattr(was.indicator, key) != getattr(now.indicator, key)))

    def _relevant(self, figures: Iterable[ChangedFigure], name: TargetId) -> tuple[ChangedFigure, ...]:
        """The figures that the verdicts used, or else those of the target's indicators and time."""
        rows = [*_with_parts(self.was, name), *_with_parts(self.now, name)]
        used = {one for row in rows for one in row.used}
        near = [figure for figure in figures if any(_speaks_of(figure, row) for row in rows)]
        told = [one for one in near if one.old in used or one.new in used] or near
        return tuple(sorted(told, key=lambda one: one.indicator.id == rows[0].indicator.id))


def _with_parts(answers: _Answers, name: TargetId) -> list[Assessment]:
    """A target's answer, or of a container those of its parts."""
    row = answers[name]
    return [row, *(one for part in row.target.parts or () if part in answers for one in _with_parts(answers, part))]


def _speaks_of(figure: ChangedFigure, row: Assessment) -> bool:
    names = {row.indicator.id, row.indicator.levels, *row.target.reference}
    first = (row.target.baseline or row.target.period).first - 2 * MONTHS_A_YEAR
    return figure.indicator.id in names and first <= figure.period.last <= row.target.period.last


def _plans_differ(before: Plan, after: Plan) -> bool:
    return _decisive(before) != _decisive(after)


def _decisive(plan: Plan) -> tuple[object, ...]:
    """Everything of a plan that a verdict can depend on."""
    nowhere = Place("")
    targets = [one._replace(place=nowhere, note=None, wording="", section="") for one in plan.targets]
    return {one.id: one for one in targets}, {name: _of(one) for name, one in plan.indicators.items()}


def _of(indicator: Indicator) -> tuple[object, ...]:
    return tuple(getattr(indicator, key) for key in _OF_INDICATOR)


__all__ = ["Cause", "Change", "ChangedFigure", "Explanation", "Snapshot", "changes"]
