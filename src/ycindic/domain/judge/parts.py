"""What do the parts make of the whole? The worst one decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ycindic.domain.assessment import URGENCY, Assessment, Figures, Verdict
from ycindic.domain.model import Indicator, Target, TargetId
from ycindic.domain.reason import Reason


def assess_container(target: Target, indicator: Indicator, parts: Sequence[Assessment]) -> Assessment:
    """Give a container the verdict and the flag of its worst part; without parts there is none."""
    if not parts:
        return _container(target, indicator, Verdict.UNDETERMINED, Reason.PARTS_UNKNOWN, None)
    worst = min(parts, key=lambda part: (URGENCY.index(part.verdict), part.on_track is not None))
    return _container(target, indicator, worst.verdict, Reason.WORST_PART, worst)


def _container(
    target: Target, indicator: Indicator, verdict: Verdict, reason: Reason, worst: Assessment | None
) -> Assessment:
    return Assessment(
        target=target,
        indicator=indicator,
        verdict=verdict,
        on_track=worst.on_track if worst else None,
        reason=reason,
        rule=reason,
        figures=Figures(otherwise=Reason.CONTAINER),
        decided_by=worst.target.id if worst else None,
        beside=worst.indicator.name if worst else None,
    )


def in_dependency_order(targets: Mapping[TargetId, Target]) -> list[Target]:
    """Parts before the containers that they decide."""
    order: dict[TargetId, Target] = {}
    for first in targets.values():
        open_targets = [first]  # a list of our own: a long chain of parts is deeper than Python calls itself
        while open_targets:
            target = open_targets[-1]
            below = [targets[part] for part in target.parts or () if part not in order]
            if target.id not in order and below:
                open_targets += reversed(below)
            else:
                order.setdefault(open_targets.pop().id, target)
    return list(order.values())
