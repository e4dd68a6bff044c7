"""`ycindic calc`: the arithmetic for a quick question, without a registry; every result with its formula filled in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Annotated

import typer

from ycindic.cli.calc_path import path
from ycindic.cli.options import TextOrJson, known_word, wrong
from ycindic.cli.quick import Month, tell_sums, typed_count, typed_growth, typed_number, typed_share
from ycindic.domain import formulas, rates
from ycindic.domain.facts import decimals_of
from ycindic.render.answers.sums import PERCENT_UNIT, POINTS_UNIT, RATIO_UNIT, SHARE_UNIT, QuickSum, own
from ycindic.text import Text, _

_ONE, _HUNDRED = Decimal(1), Decimal(100)
_MOST_YEARS = 100
_LEAST_YEARS = Decimal("0.25")
"""Less than a quarter carried through a whole year multiplies its chances: no publisher does so."""
_PERIODS = {"month": 12, "quarter": 4, "half": 2}


def _cagr(
    start: Annotated[str, typer.Argument(metavar="START", help="The value at the start")],
    end: Annotated[str, typer.Argument(metavar="END", help="The value at the end")],
    years: Annotated[str, typer.Option(metavar="N", help="The years between, such as 5 or 2.5")],
    form: TextOrJson = "text",
) -> int:
    """Average growth a year from a first and a last value"""
    b, y, n = typed_number(start, "START"), typed_number(end, "END"), _years_between(years)
    growth = formulas.GROWTH_A_YEAR("annualised", "%", y, b, n)
    added = QuickSum(_("added a year"), own([b, y]), formulas.ADDED_A_YEAR("annualised_linear", "", y, b, n))
    if growth.result is None:
        return tell_sums([added._replace(note=_("no rate of growth where a value is not above 0"))], form)
    return tell_sums([QuickSum(_("average growth a year"), PERCENT_UNIT, growth), added], form)


def _years_between(text: str) -> Decimal:
    found = typed_number(text, "--years")
    if not _LEAST_YEARS <= found <= _MOST_YEARS:
        raise wrong(
            _(
                "{text}: an average a year needs a quarter of a year at least (0.25), {most_years} years at most",
                text=text,
                most_years=_MOST_YEARS,
            ),
            "--years",
        )
    return found


def annualise(
    rate: Annotated[str, typer.Argument(metavar="RATE", help="The growth of one month or quarter, per cent")],
    every: Annotated[str, typer.Option(metavar="|".join(_PERIODS), help="The stretch that the rate is of")] = "quarter",
    form: TextOrJson = "text",
) -> int:
    """A month's or quarter's growth as a rate of a year"""
    known_word(every, _PERIODS, "--every")
    r, p = typed_growth(rate, "RATE"), _PERIODS[every]
    step = formulas.ANNUALISED("annualised", "%", r, Decimal(p))
    return tell_sums([QuickSum(_("as a rate of a year"), PERCENT_UNIT, step)], form)


def _required(
    so_far: Annotated[str, typer.Argument(metavar="SO_FAR", help="The growth of the year to date, per cent")],
    goal: Annotated[str, typer.Argument(metavar="GOAL", help="The goal of the year, per cent")],
    month: Month,
    weight: Annotated[
        str | None,
        typer.Option(metavar="SHARE", help="Share of the elapsed months in last year's total; default month ÷ 12"),
    ] = None,
    form: TextOrJson = "text",
) -> int:
    """What the rest of the year must grow for its goal"""
    g, top, reached = typed_growth(so_far, "SO_FAR"), typed_growth(goal, "GOAL"), typed_count(month, "--month", 12)
    w = typed_share(weight, "--weight") if weight is not None else Decimal(reached) / 12
    if reached == 12:
        raise wrong(_("the year is over, there is no rest"), "--month")
    half = rates.half_digit(decimals_of(g))
    rest, low, high = (formulas.REST_OF_RATE("required", "%", top, w, one) for one in (g, g + half, g - half))
    more = formulas.MORE("acceleration", "pp", rest.value, g)
    as_typed = POINTS_UNIT._replace(decimals=max(decimals_of(g), decimals_of(top)))
    sums = [
        QuickSum(_("the rest must grow"), PERCENT_UNIT, rest, (low.value, high.value), _about_rest(rest.value, weight)),
        QuickSum(_("goal minus so far"), as_typed, formulas.GAP_OF_RATE.floor("gap", "pp", top, g)),
        QuickSum(_("more than so far"), POINTS_UNIT._replace(decimals=2), more),
    ]
    return tell_sums(sums, form)


def _about_rest(rest: Decimal, weight: str | None) -> Text | None:
    """What is to be known of a required rate: that it cannot be, or how it was weighted."""
    if rest < -_HUNDRED:
        return _("nothing falls by more than 100 %: no rest of the year gives the goal")
    return _("weighted by months") if weight is None else None


def _average_growth(
    rates_: Annotated[list[str], typer.Argument(metavar="RATE...", help="The growth of each year, per cent")],
    goal: Annotated[str | None, typer.Option(metavar="RATE", help="The goal as an average a year, per cent")] = None,
    years: Annotated[str | None, typer.Option(metavar="N", help="The years that the goal is for")] = None,
    form: TextOrJson = "text",
) -> int:
    """Average growth a year from yearly rates"""
    every = [typed_growth(text, "RATE") for text in rates_]
    average = formulas.compounded(len(every), _HUNDRED, total=False).average
    step = average("average", "%", *every, Decimal(len(every)))
    if step.result is None:
        raise wrong(_("they compound to nothing above 0"), "RATE")
    sums = [QuickSum(_("average growth a year"), PERCENT_UNIT, step)]
    if (goal is None) != (years is None):
        raise wrong(_("--goal and --years belong together"), "--goal")
    if goal is not None and years is not None:
        sums += _remaining(every, typed_growth(goal, "--goal"), typed_count(years, "--years", _MOST_YEARS))
    return tell_sums(sums, form)


def _remaining(every: Sequence[Decimal], goal: Decimal, years: int) -> list[QuickSum]:
    left = years - len(every)
    if left <= 0:
        raise wrong(_("no year is left"), "--years")
    if goal == -_HUNDRED:
        raise wrong(_("what falls to nothing has no average growth"), "--goal")
    so_far, n = rates.product(every), Decimal(years)
    rest = formulas.REST_OF_YEARS("required", "%", goal, n, so_far, Decimal(left))
    done = formulas.COMPLETION_OF_YEARS("completion", "", so_far, n, goal)
    sums = [QuickSum(_("the remaining years must average"), PERCENT_UNIT, rest), QuickSum(_("done"), SHARE_UNIT, done)]
    return [one for one in sums if one.step.result is not None]


def _pace(
    done: Annotated[str, typer.Argument(metavar="DONE", help="What is done so far")],
    goal: Annotated[str, typer.Argument(metavar="GOAL", help="The goal of the year")],
    month: Month,
    expected: Annotated[
        str | None, typer.Option(metavar="SHARE", help="Share normally done by then, as last year; default month ÷ 12")
    ] = None,
    form: TextOrJson = "text",
) -> int:
    """Done, time gone, pace, and what each remaining month needs"""
    c, top, reached = typed_number(done, "DONE"), typed_number(goal, "GOAL"), typed_count(month, "--month", 12)
    if top <= 0:
        raise wrong(_("the goal must be above 0"), "GOAL")
    s = typed_share(expected, "--expected") if expected is not None else Decimal(reached) / 12
    if reached == 12 and s < 1:
        raise wrong(_("by December all of it should be done"), "--expected")
    completion, t, m = c / top, Decimal(reached) / 12, Decimal(reached)
    unit = own([c, top])
    exact = unit._replace(decimals=unit.decimals - 1)
    sums = [
        QuickSum(_("done"), SHARE_UNIT, formulas.COMPLETION("completion", "", c, top)),
        QuickSum(_("time gone"), SHARE_UNIT, formulas.by_months(12)("time_progress", "", m)),
        QuickSum(_("lead over time"), POINTS_UNIT, formulas.LEAD("lead_time", "pp", completion, t)),
        QuickSum(_("pace"), RATIO_UNIT, formulas.PACE("pace", "", completion, s)),
        QuickSum(_("gap"), exact, formulas.GAP_OF_SUM.floor("gap", "", top, c)),
    ]
    if reached < 12 and c < top:
        sums.append(QuickSum(_("needed a month"), unit, formulas.REST_OF_YEAR("required", "", top, c, m)))
    if s < 1 and completion < 1:
        sums.append(
            QuickSum(_("times as fast as so far"), RATIO_UNIT, formulas.CATCH_UP("catch_up", "", completion, s))
        )
    sums.append(QuickSum(_("projection for the year"), unit, formulas.PROJECTION("projection", "", c, s)))
    return tell_sums([one for one in sums if one.step.result is not None], form)


GROUP: dict[str, Callable[..., int]] = {
    "cagr": _cagr,
    "annualise": annualise,
    "required": _required,
    "average-growth": _average_growth,
    "pace": _pace,
    "path": path,
}
"""The sums, by their names."""

HELP = "Quick sums without a registry, each with its formula filled in"
