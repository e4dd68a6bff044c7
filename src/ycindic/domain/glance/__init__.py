"""What does a statistician compute at a glance besides the verdict? None of it decides anything."""

from collections.abc import Iterator

from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts
from ycindic.domain.glance import amounts, parts, prices
from ycindic.domain.glance.computed import Computed, Question, computed_need, is_tolerant
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
            yield from _alone(question.row)
            yield from amounts.from_levels(question)
        case Measure.FLOW | Measure.EVENTS:
            yield from amounts.growth_of_sum(question)
        case Measure.MEAN:
            yield from prices.from_last_year(question)
        case Measure.STOCK:
            yield from amounts.growth_of_level(question)


def _alone(row: Assessment) -> Iterator[Computed]:
    """The rate of the months between the judged year-to-date rate and the one before it in the same year."""
    if (of := row.latest) is not None:
        yield Computed(
            of.step, of.period, row.indicator.id,
            low=of.low, high=of.high, published=of.published, weights=of.weights,
            beside=computed_need(row), tolerant=is_tolerant(row),
        )  # fmt: skip
