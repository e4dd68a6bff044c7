"""Which targets are not being kept, and which verdicts are doubtful?"""

from __future__ import annotations

from collections.abc import Iterator

from ycindic.domain.alert import Alert, Dispute, Unlikely
from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.attention.asked import Asked
from ycindic.domain.diagnostic import Diagnostic
from ycindic.domain.judge import BROKEN
from ycindic.domain.phase import Phase, phase
from ycindic.domain.reason import Reason
from ycindic.domain.second import disputed, opinions

_GRAVE = {Verdict.MISSED: Alert.MISSED, Verdict.OFF_TRACK: Alert.OFF_TRACK, Verdict.AT_RISK: Alert.AT_RISK}


def unkept(asked: Asked) -> Iterator[Diagnostic]:
    """Targets that are missed, off track or at risk; a container only where its part was not asked for."""
    shown = {row.target.id for row in asked.rows}
    for row in asked.rows:
        alert = _alert_of(row)
        if alert and row.decided_by not in shown:
            yield asked.diagnostic(alert, row.target.place, row.target.id, row)


def _alert_of(row: Assessment) -> Alert | None:
    """What a verdict means for a check; where the flag is empty because figures are late, only that."""
    if row.reason is Reason.STALE:
        return Alert.STALE
    if row.verdict is Verdict.MISSED and row.rule in BROKEN:
        return Alert.BREACH
    return _GRAVE.get(row.verdict)


def unlikely(asked: Asked) -> Iterator[Diagnostic]:
    """Targets whose chance to be kept lies below what was asked for."""
    least = asked.chance_below
    for row in asked.rows if least is not None else ():
        chance = None if row.outlook is None else row.outlook.chance
        if chance is not None and least is not None and chance < least:
            yield asked.diagnostic(Alert.UNLIKELY, row.target.place, row.target.id, Unlikely(row, chance))


def contested(asked: Asked) -> Iterator[Diagnostic]:
    """Running targets about which a second opinion votes against our flag.

    Without a flag there is nothing to contest, and what is over is no matter of opinion any more.
    """
    for row in asked.rows:
        running = phase(row, asked.as_of) is Phase.RUNNING
        votes = opinions(row, asked.facts) if running and row.on_track is not None else ()
        if disputed(row, votes):
            yield asked.diagnostic(Alert.CONTESTED, row.target.place, row.target.id, Dispute(row, votes))
