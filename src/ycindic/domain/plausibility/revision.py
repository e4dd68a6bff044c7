"""Does a figure take the place of another value of the same figure, and nobody said that it is a revision?"""

from ycindic.domain.history import Vintage
from ycindic.domain.model import Observation, Stage
from ycindic.domain.plausibility.doubt import Doubt, Doubtful

_SAID = frozenset({Stage.REVISED, Stage.FINAL})
"""Stages that say that another value was there before."""


def unsaid_revision(seen: Observation, before: Vintage) -> Doubt | None:
    """Another value than the one in force; a retracted one has none."""
    if before.value is None or before.value == seen.value or seen.stage in _SAID:
        return None
    old, period = before.value, seen.period
    return Doubt(
        Doubtful.REVISION, seen.value, old, old, period=period, published=seen.published, before=before.published
    )
