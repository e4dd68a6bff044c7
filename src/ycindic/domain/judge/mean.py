"""A mean over the period (the rise of prices, unemployment): what may the rest average?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ycindic.domain import formulas, rates
from ycindic.domain.assessment import Figures
from ycindic.domain.facts import Known, hole_after, latest_mean, printed_decimals, years_so_far
from ycindic.domain.judge.case import Case, Reading, inexact, nothing_adds_up, proven, time_step
from ycindic.domain.judge.growth import graded_by_rate
from ycindic.domain.judge.promise import Promise, difference_unit
from ycindic.domain.judge.seen import put_together
from ycindic.domain.judge.towards import REST, Towards, gaps, required_steps
from ycindic.domain.model import Basis, Measure
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.rates import ZERO
from ycindic.domain.reason import Reason
from ycindic.domain.step import Step, unanswered


def read(case: Case) -> Reading:
    """Judge the mean of the months so far by what the remaining ones may average, beside what the latest ones did."""
    known = years_so_far(case.series, case.period, averaged=True)
    if known is None:
        return nothing_adds_up(case)
    reached = known.period.last
    figures = Figures(_steps(case, known))
    final = reached == case.period.last
    reading = Reading(figures=figures, used=known.pieces, through=reached, expected=figures.time_progress, final=final)
    if case.promise.goal is None:
        return reading._replace(missing=case.no_goal)
    return reading._replace(
        holds=proven(case.promise, _as_printed(case, known), known.bound),
        missing=Reason.INEXACT if inexact(known) else None,
        hole=hole_after(case.series, reached, case.period),
        graded=graded_by_rate(case, figures, case.promise.margin(known.value), tie=case.promise.ties(known.value)),
    )


def _as_printed(case: Case, known: Known) -> Decimal:
    """The mean of one year as its publisher would print it; a published one as it is."""
    several = case.period.months > MONTHS_A_YEAR or len(known.pieces) == 1
    return known.value if several else rates.printed(known.value, _decimals(case))


def _edges(case: Case) -> Promise:
    """What decides in the end: a printed figure; the mean of several years is nowhere printed."""
    if case.period.months > MONTHS_A_YEAR:
        return case.promise.edges
    return case.promise.printed(_decimals(case))


def _steps(case: Case, known: Known) -> Iterator[Step]:
    promise, unit = case.promise, case.indicator.unit
    months, total = Decimal(known.period.months), Decimal(case.period.months)
    yield put_together("actual", unit, known, Measure.MEAN)
    yield time_step(case, known.period.last)
    yield from gaps(formulas.GAP_OF_MEAN, difference_unit(case.indicator), promise, _edges(case), known.value)
    if inexact(known):
        yield from unanswered(Reason.INEXACT, *REST, "headroom", "projection")
        return
    now = _latest(case, known)
    level = now.value if now else known.value
    if now:
        yield put_together("latest_average", unit, now, Measure.MEAN)
    else:
        yield from unanswered(Reason.ONLY_TO_DATE, "latest_average")
    yield formulas.MEAN_OF_ALL("projection", unit, months, known.value, total, level)
    if promise.goal is None:
        return
    if months >= total:
        yield from unanswered(Reason.PERIOD_OVER, *REST, "headroom")
        return

    def rest(field: str, goal: Decimal, so_far: Decimal) -> Step:
        return formulas.REST_OF_MEAN(field, unit, total, goal, months, so_far)

    def as_now(field: str, rate: Decimal) -> Step:
        return formulas.MEAN_OF_LATE(field, unit, rate)

    yield from unanswered(Reason.NOT_ROUNDED, "required_low", "required_high")
    yield from required_steps(case, Towards(known.value, level, _edges(case), rest, as_now, _half_digit(case, known)))
    yield _headroom(case, level, rest("required", promise.goal, known.value).result or ZERO)


def _headroom(case: Case, level: Decimal, needed: Decimal) -> Step:
    """By how much the rest may be worse than the latest months."""
    unit, promise = difference_unit(case.indicator), case.promise
    if promise.two_sided:
        return next(unanswered(Reason.NOT_FOR_RELATION, "headroom"))
    if promise.direction > 0:
        return formulas.LESS("headroom", unit, level, needed)
    return formulas.MORE("headroom", unit, needed, level)


def _latest(case: Case, known: Known) -> Known | None:
    """What the latest three months averaged, which tells better than the whole year so far how it goes on.

    On the national series with goals beside last year's course 95.4 % of the flags were right by it, 94.3 % by the mean
    so far. None where only years to date are known.
    """
    found = latest_mean(case.series, known.period.last)
    return None if found is None or inexact(found) else found


def _half_digit(case: Case, known: Known) -> Decimal | None:
    """The rounding of one published year-to-date mean; of several figures it has no single size."""
    if len(known.pieces) > 1 or known.pieces[0].basis is not Basis.YTD:
        return None
    return rates.half_digit(_decimals(case))


def _decimals(case: Case) -> int:
    return printed_decimals(case.indicator, case.series, case.target.period.last)
