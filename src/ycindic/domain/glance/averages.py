"""What did the latest three months of a mean average, beside what the rest may?"""

from __future__ import annotations

from collections.abc import Iterator

from ycindic.domain.facts import latest_mean
from ycindic.domain.glance.computed import Computed, Question
from ycindic.domain.workings import Step


def latest(question: Question) -> Iterator[Computed]:
    """The average of the latest three months, each figure weighted by the months that it covers."""
    found = None if question.through is None else latest_mean(question.series, question.through)
    if found is None or found.bound or len(found.pieces) < 2:
        return
    months = [one.covered.months for one in found.pieces]
    terms = {f"a{place}": one.value for place, one in enumerate(found.pieces, 1)}
    weighed = (f"{{a{place}}}" + (f" × {count}" if count > 1 else "") for place, count in enumerate(months, 1))
    step = Step("latest_mean", f"({' + '.join(weighed)}) ÷ {sum(months)}", terms, found.value)
    unit, beside = question.indicator.unit, question.row.figures.required
    yield Computed(step, found.period, question.indicator.id, unit=unit, beside=beside)
