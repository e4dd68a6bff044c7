"""Can a figure be meant as it was typed? Slips that a person would ask about, never a refusal."""

from collections.abc import Callable

from ycindic.domain.plausibility import size, timing
from ycindic.domain.plausibility.doubt import NOT_BY_YES, Doubt, Doubtful, Suspect
from ycindic.domain.plausibility.known import Trusted
from ycindic.domain.plausibility.revision import unsaid_revision

__all__ = ["NOT_BY_YES", "Doubt", "Doubtful", "Suspect", "Trusted", "doubts", "misplaced", "unsaid_revision"]

_Check = Callable[[Suspect], Doubt | None]
_CHECKS: tuple[_Check, ...] = (timing.off_rhythm, timing.not_over, timing.published_ahead)
_SIZE_CHECKS: tuple[_Check, ...] = (size.unit_slip, size.falling, size.other_sign, size.jump)
"""The first of these that strikes is told: a slip of the unit is a jump as well."""


def doubts(case: Suspect) -> tuple[Doubt, ...]:
    """Everything that is strange about a figure, at most one doubt about its size."""
    found = [check(case) for check in _CHECKS]
    strange = next((one for check in _SIZE_CHECKS if (one := check(case))), None)
    return tuple(one for one in (*found, strange) if one)


def misplaced(case: Suspect) -> Doubt | None:
    """The doubt that no good or bad year explains: another unit, or a running total that falls."""
    return size.unit_slip(case) or size.falling(case)
