"""Where did it start: the indicator's own figure of the year before the period?"""

from __future__ import annotations

from collections.abc import Iterator

from ycindic.domain.assessment import Figures
from ycindic.domain.facts import Known, figure_at
from ycindic.domain.judge.case import Case
from ycindic.domain.judge.promise import difference_unit
from ycindic.domain.judge.seen import put_together
from ycindic.domain.judge.towards import no_gap_yet
from ycindic.domain.model import Measure, Observation
from ycindic.domain.period import Period
from ycindic.domain.reason import Reason
from ycindic.domain.relation import FROM_BASE
from ycindic.domain.step import Step, unanswered


def base_figure(case: Case) -> Known | None:
    """The figure of the base year: a level at its end, a full year's sum or mean, or its rate."""
    named = case.target.baseline
    end = named.last if named else case.period.first - 1
    measure, series = case.indicator.measure, case.series
    if measure is Measure.STOCK:
        one = base_level(case)
        return Known.of(one) if one else None
    return figure_at(series, measure, series.calendar.last(end))


def base_level(case: Case) -> Observation | None:
    """The level at the end of the year before the period, or at the target's own baseline.

    Of a period inside a year the one just before it, else the latest since the year before has ended.
    """
    named, first = case.target.baseline, case.target.period.first
    one = case.series.point.get(named.last if named else case.period.first - 1)
    if one or named or case.target.whole_years:
        return one
    return case.series.latest_point(Period(case.calendar.first(first) - 1, first - 1))


def with_base(case: Case, figures: Figures) -> Figures:
    """The figures with the base told beside them, also while nothing is known of the period yet."""
    return Figures(_based(case, figures), figures.otherwise, case.otherwise)


def _based(case: Case, figures: Figures) -> Iterator[Step]:
    told = figures.baseline is not None
    # there the base is the comparable figure itself, not the year before as such
    own = case.target.relation in FROM_BASE and figures.actual is not None
    base = None if told or own else base_figure(case)
    if base is not None:
        yield put_together("baseline", case.indicator.unit, base, case.indicator.measure)
    yield from figures.steps.values()
    if base is not None and figures.gap_unit is None:
        yield no_gap_yet(difference_unit(case.indicator))
    if base is None and not told:
        yield from unanswered(Reason.NO_BASELINE, "baseline")
