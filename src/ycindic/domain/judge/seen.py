"""How is a figure told that was published, or put together of published ones?"""

from __future__ import annotations

from ycindic.domain import formulas
from ycindic.domain.facts import Known
from ycindic.domain.model import Measure, Observation
from ycindic.domain.step import Step


def seen_published(field: str, unit: str, one: Observation) -> Step:
    """A figure just as it was published."""
    return formulas.AS_PUBLISHED(field, unit, one.value)._replace(period=one.covered, bound=one.bound)


def put_together(field: str, unit: str, known: Known, measure: Measure) -> Step:
    """A sum of figures, of a mean their average by months; one figure as it was published."""
    if measure is Measure.MEAN:
        formula = formulas.averaged(tuple(one.covered.months for one in known.pieces), known.period.months)
    else:
        formula = formulas.added(len(known.pieces))
    step = formula(field, unit, *[one.value for one in known.pieces])
    return step._replace(period=known.period, bound=known.bound)
