"""How are second opinions told?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ycindic.domain.assessment import Assessment
from ycindic.domain.model import TargetId
from ycindic.domain.opinions import Method, Opinion, Weather, contested
from ycindic.render.answers.sheet import Column, Value
from ycindic.render.words.numbers import finite
from ycindic.render.words.wording import Pair

METHODS: dict[str, Pair] = {
    "statcan": ("加拿大统计局", "Statistics Canada"),
    "destatis": ("德国联邦统计局", "Destatis"),
    "time_schedule": ("序时进度", "Time schedule"),
}

STATUSES: dict[str, Pair] = {
    "target_achieved": ("已达到", "target achieved"),
    "substantial_progress": ("进展显著", "substantial progress"),
    "moderate_progress": ("进展一般", "moderate progress"),
    "limited_progress": ("进展有限", "limited progress"),
    "deterioration": ("恶化", "deterioration"),
    Weather.SUN.value: ("晴", "sun"),
    Weather.SUN_CLOUD.value: ("晴间多云", "sun and cloud"),
    Weather.CLOUD.value: ("多云", "cloud"),
    Weather.STORM.value: ("雷雨", "storm"),
    "ahead": ("超前", "ahead"),
    "on_schedule": ("同步", "on schedule"),
    "behind": ("落后", "behind"),
    "not_available": ("无", "not available"),
}

CONTESTED: Pair = ("结论有争议", "contested")

COLUMNS = (*(f"opinion_{one.value}{tail}" for one in Method for tail in ("", "_value")), "contested")
"""The columns of a spreadsheet with opinions, behind all others."""


def values(row: Assessment, votes: Sequence[Opinion]) -> dict[str, Value]:
    """The opinions as names and values, and whether anybody contradicts."""
    told = [{"method": one.method.value, "status": one.status.value, "value": finite(one.value)} for one in votes]
    return {"opinions": list(told), "contested": contested(row.on_track, votes)}


def columns(votes: Mapping[TargetId, Sequence[Opinion]]) -> dict[str, Column[Assessment]]:
    """The opinions as columns of a spreadsheet; empty where a method was not asked."""
    found: dict[str, Column[Assessment]] = {}
    for method in Method:
        label = METHODS[method.value]
        found[f"opinion_{method.value}"] = Column(_of(votes, method, lambda one: one.status.value), label, flat=True)
        found[f"opinion_{method.value}_value"] = Column(
            _of(votes, method, lambda one: finite(one.value)), label, flat=True
        )
    doubted = Column[Assessment](lambda row: contested(row.on_track, votes[row.target.id]), CONTESTED, flat=True)
    return found | {"contested": doubted}


def _of(
    votes: Mapping[TargetId, Sequence[Opinion]], method: Method, taken: Callable[[Opinion], Value]
) -> Callable[[Assessment], Value]:
    return lambda row: next((taken(one) for one in votes[row.target.id] if one.method is method), None)
