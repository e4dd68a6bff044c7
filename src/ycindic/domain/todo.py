"""What does a registry still leave to be decided?"""

from typing import NamedTuple

from ycindic.domain.model import Indicator, Plan, Target
from ycindic.domain.problem import Place


class Todo(NamedTuple):
    """Something to be decided: where it stands, of which indicator or target, and what."""

    place: Place
    of: str
    text: str


def todos(plan: Plan) -> tuple[Todo, ...]:
    """The todos of a registry in the order of its file; that of an indicator before those of its targets."""
    entries: list[Indicator | Target] = [*plan.indicators.values(), *plan.targets]
    return tuple(sorted(Todo(one.place, str(one.id), one.todo) for one in entries if one.todo))
