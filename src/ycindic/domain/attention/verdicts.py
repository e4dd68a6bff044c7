"""Which targets are not being kept, and which verdicts are doubtful?"""

from __future__ import annotations

from collections.abc import Iterator

from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.attention.asked import Asked
from ycindic.domain.attention.concern import Concern, Dispute, Kind
from ycindic.domain.judge import BROKEN
from ycindic.domain.reason import Reason
from ycindic.domain.second import disputed, opinions

_GRAVE = {Verdict.MISSED: Kind.MISSED, Verdict.OFF_TRACK: Kind.OFF_TRACK, Verdict.AT_RISK: Kind.AT_RISK}


def unkept(asked: Asked) -> Iterator[Concern]:
    """Targets that are missed, off track or at risk; a container only where its part was not asked for."""
    shown = {row.target.id for row in asked.rows}
    for row in asked.rows:
        kind = kind_of(row)
        if kind and row.decided_by not in shown:
            yield Concern(kind, row.target.place, row.target.id, row)


def kind_of(row: Assessment) -> Kind | None:
    """What a verdict means for a check; where the flag is empty because figures are late, only that."""
    if row.reason is Reason.STALE:
        return Kind.STALE
    if row.verdict is Verdict.MISSED and row.rule in BROKEN:
        return Kind.BREACH
    return _GRAVE.get(row.verdict)


def contested(asked: Asked) -> Iterator[Concern]:
    """Targets about which a second opinion votes against our flag; without a flag there is nothing to contest."""
    for row in asked.rows:
        votes = opinions(row, asked.facts) if row.on_track is not None else ()
        if disputed(row, votes):
            yield Concern(Kind.CONTESTED, row.target.place, row.target.id, Dispute(row, votes))
