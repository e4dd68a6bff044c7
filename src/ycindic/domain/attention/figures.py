"""Which figures are late, still preliminary, faulty, or at odds with others?"""

from __future__ import annotations

from collections.abc import Iterator

from ycindic.domain.agenda import releases_until
from ycindic.domain.alert import Alert, Late, Unsettled
from ycindic.domain.attention.asked import Asked
from ycindic.domain.audit import tensions
from ycindic.domain.diagnostic import Diagnostic, subject
from ycindic.domain.grouped import grouped
from ycindic.domain.model import Stage
from ycindic.domain.phase import PATIENCE


def invalid(asked: Asked) -> Iterator[Diagnostic]:
    """Every fault of the files, whatever the check is narrowed to."""
    for problem in asked.problems:
        yield asked.diagnostic(Alert.INVALID, problem.place, "", problem)


def late(asked: Asked) -> Iterator[Diagnostic]:
    """One alert an indicator whose figures are overdue by the calendar."""
    targets, own = (row.target for row in asked.rows), {row.indicator.id for row in asked.rows if row.waits}
    every = releases_until(asked.plan, asked.facts, targets, asked.as_of, asked.as_of)
    for releases in grouped((one for one in every if one.late), lambda one: one.indicator.id).values():
        indicator = releases[0].indicator
        cause = Late(indicator, tuple(releases), aside=indicator.id not in own)
        yield asked.diagnostic(Alert.LATE, indicator.place, indicator.id, cause)


def preliminary(asked: Asked) -> Iterator[Diagnostic]:
    """One alert an indicator of whose figures a verdict still uses a preliminary one."""
    used = dict.fromkeys(one for row in asked.rows for one in row.used if one.stage is Stage.PRELIMINARY)
    for name, found in grouped(used, lambda one: one.indicator).items():
        figures = tuple(sorted(found, key=lambda one: (one.period.last, one.period.first, one.basis)))
        cause = Unsettled(asked.plan.indicators[name], figures)
        yield asked.diagnostic(Alert.PRELIMINARY, figures[-1].place, name, cause)


def inconsistent(asked: Asked) -> Iterator[Diagnostic]:
    """Every tension of the plan and of its figures; narrowed, those that speak of a target asked for.

    Figures that no target is judged by are told as long as a figure is waited for.
    """
    shown = {row.target.id for row in asked.rows}
    for finding in tensions(asked.plan, asked.facts):
        speaks = any(target.id in shown for target in finding.targets)
        fresh = not asked.present or (not finding.targets and asked.as_of - finding.period.end <= PATIENCE)
        if speaks or (fresh and not asked.narrowed):
            yield asked.diagnostic(Alert.INCONSISTENT, finding.place, subject(finding), finding)
