"""Which fault is it that the system does not let a file be read?"""

from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.refused import system_reason


def unreadable(place: Place, error: OSError) -> Problem:
    """The fault, with what the system says."""
    return Problem(place, Code.UNREADABLE, detail=system_reason(error))
