"""How are second opinions told?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ycindic.domain.assessment import Assessment
from ycindic.domain.model import TargetId
from ycindic.domain.opinions import Opinion, Voter, Weather, votes_contest
from ycindic.render.answers.sheet import Column, Value
from ycindic.render.words.numbers import finite
from ycindic.text import Text, _, _p

OPINION_METHODS: dict[str, Text] = {
    "statcan": _("Statistics Canada"),
    "destatis": _("Destatis"),
    "time_schedule": _("Time schedule"),
}

OPINION_WAYS: dict[str, Text] = {
    "statcan": _("the pace since the base beside the pace that is needed; from 0.95 substantial"),
    "destatis": _("the average change of five years, carried on: from sun (it gets there) to storm (it moves away)"),
    "time_schedule": _("the share done beside the share of the year gone"),
}
"""How each opinion is formed, in half a sentence."""

STATUSES: dict[str, Text] = {
    "target_achieved": _("target achieved"),
    "substantial_progress": _("substantial progress"),
    "moderate_progress": _("moderate progress"),
    "limited_progress": _("limited progress"),
    "deterioration": _("deterioration"),
    Weather.SUN.value: _("sun"),
    Weather.SUN_CLOUD.value: _("sun and cloud"),
    Weather.CLOUD.value: _("cloud"),
    Weather.STORM.value: _("storm"),
    "ahead": _("ahead"),
    "on_schedule": _("on schedule"),
    "behind": _("behind"),
    "not_available": _("not available"),
}

_CONTESTED: Text = _p("of opinions", "contested")

OPINION_COLUMNS = (*(f"opinion_{one.value}{tail}" for one in Voter for tail in ("", "_value")), "contested")
"""The columns of a spreadsheet with opinions, behind all others."""


def opinion_values(row: Assessment, votes: Sequence[Opinion]) -> dict[str, Value]:
    """The opinions as names and values, and whether anybody contradicts."""
    told: list[Value] = [
        {"method": one.method.value, "status": one.status.value, "value": finite(one.value)} for one in votes
    ]
    return {"opinions": told, "contested": votes_contest(row.on_track, votes)}


def opinion_columns(votes: Mapping[TargetId, Sequence[Opinion]]) -> dict[str, Column[Assessment]]:
    """The opinions as columns of a spreadsheet; empty where a method was not asked."""
    found: dict[str, Column[Assessment]] = {}
    for method in Voter:
        label = OPINION_METHODS[method.value]
        found[f"opinion_{method.value}"] = Column(_of(votes, method, lambda one: one.status.value), label, flat=True)
        found[f"opinion_{method.value}_value"] = Column(
            _of(votes, method, lambda one: finite(one.value)), label, flat=True
        )
    doubted = Column[Assessment](lambda row: votes_contest(row.on_track, votes[row.target.id]), _CONTESTED, flat=True)
    return found | {"contested": doubted}


def _of(
    votes: Mapping[TargetId, Sequence[Opinion]], method: Voter, taken: Callable[[Opinion], Value]
) -> Callable[[Assessment], Value]:
    return lambda row: next((taken(one) for one in votes[row.target.id] if one.method is method), None)
