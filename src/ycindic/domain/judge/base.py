"""Where did it start: the indicator's own figure of the year before the period?"""

from __future__ import annotations

from ycindic.domain.assessment import Figures
from ycindic.domain.facts import Known, whole
from ycindic.domain.judge.case import Case
from ycindic.domain.judge.promise import difference_unit
from ycindic.domain.model import Measure
from ycindic.domain.relation import FROM_BASE


def base_figure(case: Case) -> Known | None:
    """The figure of the base year: a level at its end, a full year's sum or mean, or its rate."""
    named = case.target.baseline
    end = named.last if named else case.period.first - 1
    measure, series = case.indicator.measure, case.series
    if measure is Measure.STOCK:
        one = series.point.get(end)
    elif measure is Measure.GROWTH:
        one = series.ytd.get(series.calendar.last(end))
    else:
        return whole(series, series.calendar.year_of(end), averaged=measure is Measure.MEAN)
    return Known(one.value, one.covered, (one,)) if one else None


def with_base(case: Case, figures: Figures) -> Figures:
    """The figures with the base told beside them, also while nothing is known of the period yet."""
    # there the base is the comparable figure itself, not the year before as such
    own = case.target.relation in FROM_BASE and figures.actual is not None
    base = None if own or figures.baseline is not None else base_figure(case)
    if base is None:
        return figures
    unit = figures.gap_unit or difference_unit(case.indicator)
    return figures._replace(baseline=base.value, baseline_period=base.period, gap_unit=unit)
