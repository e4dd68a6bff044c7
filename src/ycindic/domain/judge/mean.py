"""A mean over the period (the rise of prices, unemployment): what may the rest average?"""

from __future__ import annotations

from decimal import Decimal

from ycindic.domain import facts, rates
from ycindic.domain.assessment import Figures
from ycindic.domain.facts import Known, hole_after, whole
from ycindic.domain.judge.case import Case, Reading, inexact, proven, time_progress
from ycindic.domain.judge.growth import REST, Way, effort, graded_by_rate, printed_decimals, with_gap, with_required
from ycindic.domain.judge.promise import Promise, difference_unit
from ycindic.domain.model import Basis
from ycindic.domain.period import MONTHS_A_YEAR, Period
from ycindic.domain.reason import Reason


def read(case: Case) -> Reading:
    """Judge the mean of the months so far by what the remaining ones may average, beside what the latest ones did."""
    known = mean_so_far(case)
    if known is None:
        return Reading(missing=Reason.HOLE if case.series.last_known(case.period) else None)
    reached = known.period.last
    figures, reasons = _figures(case, known)
    final = reached == case.period.last
    reading = Reading(
        figures=figures,
        reasons=reasons,
        used=known.pieces,
        through=reached,
        expected=figures.time_progress,
        final=final,
    )
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
    return (
        known.value
        if several
        else rates.printed(known.value, printed_decimals(case.indicator, case.series, case.target.period))
    )


def _edges(case: Case) -> Promise:
    """What decides in the end: a printed figure; the mean of several years is nowhere printed."""
    if case.period.months > MONTHS_A_YEAR:
        return case.promise.edges
    return case.promise.printed(_decimals(case))


def mean_so_far(case: Case) -> Known | None:
    """The mean over full years and the running one, each weighted by its months."""
    pieces: list[Known] = []
    for of_year in case.calendar.years(case.period):
        found = facts.mean(case.series, of_year)
        if found is None:
            break
        pieces.append(found)
        if whole(case.series, of_year, averaged=True) is None:
            break
    if not pieces:
        return None
    period = Period(pieces[0].period.first, pieces[-1].period.last)
    used = tuple(one for piece in pieces for one in piece.pieces)
    weighted = sum((one.value * one.covered.months for one in used), Decimal(0))
    return Known(weighted / period.months, period, used)


def _figures(case: Case, known: Known) -> tuple[Figures, dict[str, Reason]]:
    promise, months = case.promise, known.period.months
    figures = Figures(
        actual=known.value,
        actual_period=known.period,
        actual_bound=known.bound,
        time_progress=time_progress(case, known.period.last),
        gap_unit=difference_unit(case.indicator),
    )
    figures = with_gap(figures, promise, known.value, _edges(case))
    if inexact(known):
        return figures, dict.fromkeys((*REST, "headroom", "projection"), Reason.INEXACT)
    now = _latest(case, known)
    reasons = {"latest_average": Reason.ONLY_TO_DATE, "latest_period": Reason.ONLY_TO_DATE}
    if now:
        figures = figures._replace(latest_average=now.value, latest_period=now.period)
    level = now.value if now else known.value
    figures = figures._replace(projection=rates.mean_of_all(known.value, level, months, case.period.months))
    if promise.goal is None:
        return figures, reasons
    if months >= case.period.months:
        return figures, reasons | dict.fromkeys((*REST, "headroom"), Reason.PERIOD_OVER)

    def rest(goal: Decimal, so_far: Decimal) -> Decimal | None:
        return rates.mean_of_rest(goal, so_far, months, case.period.months)

    figures = with_required(case, figures, Way(known.value, _edges(case), rest, _half_digit(case, known)), level)
    needs = None if figures.required is None else effort(promise, level, figures.required)
    reasons |= dict.fromkeys(("required_low", "required_high"), Reason.NOT_ROUNDED)
    reasons["headroom"] = Reason.NOT_FOR_RELATION
    return figures._replace(headroom=None if needs is None or promise.two_sided else -needs), reasons


def _latest(case: Case, known: Known) -> Known | None:
    """What the latest three months averaged, which tells better than the whole year so far how it goes on.

    On the national series with goals beside last year's course 95.4 % of the flags were right by it, 94.3 % by the mean
    so far. None where only years to date are known.
    """
    found = facts.latest_mean(case.series, known.period.last)
    return None if found is None or inexact(found) else found


def _half_digit(case: Case, known: Known) -> Decimal | None:
    """The rounding of one published year-to-date mean; of several figures it has no single size."""
    if len(known.pieces) > 1 or known.pieces[0].basis is not Basis.YTD:
        return None
    return rates.half_digit(_decimals(case))


def _decimals(case: Case) -> int:
    return printed_decimals(case.indicator, case.series, case.target.period)
