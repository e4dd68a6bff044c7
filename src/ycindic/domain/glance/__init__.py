"""What does a statistician compute at a glance besides the verdict? None of it decides anything."""

from collections.abc import Iterator

from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts
from ycindic.domain.glance import amounts, parts, prices, rates_alone
from ycindic.domain.glance.computed import Computed, Question
from ycindic.domain.glance.feasible import Feasibility, feasibility, is_ceiling
from ycindic.domain.model import Measure, Plan
from ycindic.domain.season import facts_for

__all__ = ["Computed", "Feasibility", "feasibility", "glance"]


def glance(row: Assessment, plan: Plan, facts: Facts) -> tuple[Computed, ...]:
    """What follows from the figures known of a target's indicator, in reading order; nothing of a container."""
    if row.target.parts is not None:
        return ()
    question = Question(row, plan, facts_for(row.target, plan, facts))
    found = (*_of_measure(question), *parts.pulls(question))
    return tuple(one._replace(room=True) for one in found) if is_ceiling(row) else found


def _of_measure(question: Question) -> Iterator[Computed]:
    match question.indicator.measure:
        case Measure.GROWTH:
            yield from rates_alone.latest(question)
            yield from amounts.from_levels(question)
        case Measure.FLOW | Measure.EVENTS:
            yield from amounts.growth_of_sum(question)
        case Measure.MEAN:
            yield from prices.from_last_year(question)
        case Measure.STOCK:
            yield from amounts.growth_of_level(question)
