"""`ycindic calc`: the arithmetic for a quick question, without a registry; every result with its formula filled in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Annotated

import typer

from ycindic.cli.calc_path import path
from ycindic.cli.options import Lang, TextOrJson, choice, wrong
from ycindic.cli.quick import Month, deliver, growth, number, share, whole
from ycindic.domain import rates
from ycindic.domain.facts import decimals_of
from ycindic.domain.workings import Step
from ycindic.render.answers.sums import PERCENT, POINTS, RATIO, SHARE, Sum, Unit, own
from ycindic.render.words.wording import Pair
from ycindic.text import Text, _

_ONE, _HUNDRED = Decimal(1), Decimal(100)
_MOST_YEARS = 100
_LEAST_YEARS = Decimal("0.25")
"""Less than a quarter carried through a whole year multiplies its chances: no publisher does so."""
_PERIODS = {"month": 12, "quarter": 4, "half": 2}


def cagr(
    start: Annotated[str, typer.Argument(metavar="START", help="The value at the start")],
    end: Annotated[str, typer.Argument(metavar="END", help="The value at the end")],
    years: Annotated[str, typer.Option(metavar="N", help="The years between, such as 5 or 2.5")],
    form: TextOrJson = "text",
    lang: Lang = None,
) -> int:
    """Average growth a year from a first and a last value"""
    b, y, n = number(start, "START"), number(end, "END"), _years_between(years)
    terms = {"b": b, "y": y, "n": n}
    found = rates.cagr(b, y, n)
    sums = [
        Sum(
            _("added a year"),
            own([b, y]),
            Step("annualised_linear", "({y} − {b}) ÷ {n}", terms, (y - b) / n),
        )
    ]
    if found is not None:
        step = Step("annualised", "(({y} ÷ {b})^(1 ÷ {n}) − 1) × 100", terms, found)
        sums.insert(0, Sum(_("average growth a year"), PERCENT, step))
    else:
        sums[0] = sums[0]._replace(note=_("no rate of growth where a value is not above 0"))
    return deliver(sums, form, lang)


def _years_between(text: str) -> Decimal:
    found = number(text, "--years")
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
    lang: Lang = None,
) -> int:
    """A month's or quarter's growth as a rate of a year"""
    choice(every, _PERIODS, "--every")
    r, p = growth(rate, "RATE"), _PERIODS[every]
    step = Step("annualised", "((1 + {r} ÷ 100)^{p} − 1) × 100", {"r": r, "p": Decimal(p)}, rates.annualised(r, p))
    return deliver([Sum(_("as a rate of a year"), PERCENT, step)], form, lang)


def required(
    so_far: Annotated[str, typer.Argument(metavar="SO_FAR", help="The growth of the year to date, per cent")],
    goal: Annotated[str, typer.Argument(metavar="GOAL", help="The goal of the year, per cent")],
    month: Month,
    weight: Annotated[
        str | None,
        typer.Option(
            metavar="SHARE",
            help="Share of the elapsed months in last year's total; default month ÷ 12",
        ),
    ] = None,
    form: TextOrJson = "text",
    lang: Lang = None,
) -> int:
    """What the rest of the year must grow for its goal"""
    g, top, reached = growth(so_far, "SO_FAR"), growth(goal, "GOAL"), whole(month, "--month", 12)
    w = share(weight, "--weight") if weight is not None else Decimal(reached) / 12
    if reached == 12:
        raise wrong(_("the year is over, there is no rest"), "--month")
    half = rates.half_digit(decimals_of(g))
    rest, low, high = (rates.required_rest(top, one, w) for one in (g, g + half, g - half))
    if rest is None or low is None or high is None:
        raise AssertionError
    terms = {"G": top, "w": w, "g": g}
    step = Step("required", "({G} − {w} × {g}) ÷ (1 − {w})", terms, rest)
    sums = [Sum(_("the rest must grow"), PERCENT, step, (low, high), _about_rest(rest, weight))]
    gap = Step("gap", "{G} − {g}", terms, top - g)
    more = Step("acceleration", "{r} − {g}", {"r": rest, "g": g}, rest - g)
    sums.append(Sum(_("goal minus so far"), POINTS._replace(decimals=max(decimals_of(g), decimals_of(top))), gap))
    sums.append(Sum(_("more than so far"), POINTS._replace(decimals=2), more))
    return deliver(sums, form, lang)


def _about_rest(rest: Decimal, weight: str | None) -> Pair:
    """What is to be known of a required rate: that it cannot be, or how it was weighted."""
    if rest < -_HUNDRED:
        return _("nothing falls by more than 100 %: no rest of the year gives the goal")
    return _("weighted by months") if weight is None else ("", "")


def average_growth(
    rates_: Annotated[list[str], typer.Argument(metavar="RATE...", help="The growth of each year, per cent")],
    goal: Annotated[
        str | None,
        typer.Option(metavar="RATE", help="The goal as an average a year, per cent"),
    ] = None,
    years: Annotated[str | None, typer.Option(metavar="N", help="The years that the goal is for")] = None,
    form: TextOrJson = "text",
    lang: Lang = None,
) -> int:
    """Average growth a year from yearly rates"""
    every = [growth(text, "RATE") for text in rates_]
    found = rates.average_growth(every)
    if found is None:
        raise wrong(_("they compound to nothing above 0"), "RATE")
    terms = {f"g{place}": one for place, one in enumerate(every, 1)} | {"k": Decimal(len(every))}
    product = " × ".join(f"(1 + {{g{place}}} ÷ 100)" for place in range(1, len(every) + 1))
    step = Step("average", f"(({product})^(1 ÷ {{k}}) − 1) × 100", terms, found)
    sums = [Sum(_("average growth a year"), PERCENT, step)]
    if (goal is None) != (years is None):
        raise wrong(_("--goal and --years belong together"), "--goal")
    if goal is not None and years is not None:
        sums += _remaining(every, growth(goal, "--goal"), whole(years, "--years", _MOST_YEARS))
    return deliver(sums, form, lang)


def _remaining(every: Sequence[Decimal], goal: Decimal, years: int) -> list[Sum]:
    left = years - len(every)
    if left <= 0:
        raise wrong(_("no year is left"), "--years")
    if goal == -_HUNDRED:
        raise wrong(_("what falls to nothing has no average growth"), "--goal")
    so_far, whole = rates.compounded(every), rates.factor(goal) ** years
    rest, done = rates.compound_required(so_far, whole, left), rates.compound_completion(so_far, whole)
    terms = {"G": goal, "N": Decimal(years), "P": so_far, "m": Decimal(left)}
    found: list[Sum] = []
    if rest is not None:
        step = Step("required", "(((1 + {G} ÷ 100)^{N} ÷ {P})^(1 ÷ {m}) − 1) × 100", terms, rest)
        found.append(Sum(_("the remaining years must average"), PERCENT, step))
    if done is not None:
        step = Step("completion", "ln({P}) ÷ ({N} × ln(1 + {G} ÷ 100))", terms, done)
        found.append(Sum(_("done"), SHARE, step))
    return found


def pace(
    done: Annotated[str, typer.Argument(metavar="DONE", help="What is done so far")],
    goal: Annotated[str, typer.Argument(metavar="GOAL", help="The goal of the year")],
    month: Month,
    expected: Annotated[
        str | None,
        typer.Option(
            metavar="SHARE",
            help="Share normally done by then, as last year; default month ÷ 12",
        ),
    ] = None,
    form: TextOrJson = "text",
    lang: Lang = None,
) -> int:
    """Done, time gone, pace, and what each remaining month needs"""
    c, top, reached = number(done, "DONE"), number(goal, "GOAL"), whole(month, "--month", 12)
    if top <= 0:
        raise wrong(_("the goal must be above 0"), "GOAL")
    s = share(expected, "--expected") if expected is not None else Decimal(reached) / 12
    if reached == 12 and s < 1:
        raise wrong(_("by December all of it should be done"), "--expected")
    completion, t, m = c / top, Decimal(reached) / 12, Decimal(reached)
    terms = {"C": c, "T": top, "c": completion, "s": s, "t": t, "m": m}
    unit = own([c, top])
    exact = unit._replace(decimals=unit.decimals - 1)
    rows: list[tuple[Text, Unit, str, str, Decimal | None]] = [
        (_("done"), SHARE, "completion", "{C} ÷ {T}", completion),
        (_("time gone"), SHARE, "time_progress", "{m} ÷ 12", t),
        (_("lead over time"), POINTS, "lead_time", "({c} − {t}) × 100", _HUNDRED * (completion - t)),
        (_("pace"), RATIO, "pace", "{c} ÷ {s}", rates.pace(completion, s)),
        (_("gap"), exact, "gap", "{T} − {C}", top - c),
    ]
    if reached < 12 and c < top:
        rows.append((_("needed a month"), unit, "required", "({T} − {C}) ÷ (12 − {m})", (top - c) / (12 - m)))
    faster = rates.catch_up(completion, s)
    if faster is not None and faster.is_finite() and s < 1 and completion < 1:
        rows.append(
            (
                _("times as fast as so far"),
                RATIO,
                "catch_up",
                "((1 − {c}) ÷ (1 − {s})) ÷ ({c} ÷ {s})",
                faster,
            )
        )
    rows.append((_("projection for the year"), unit, "projection", "{C} ÷ {s}", c / s))
    sums = [
        Sum(name, kind, Step(field, formula, terms, found))
        for name, kind, field, formula, found in rows
        if found is not None
    ]
    return deliver(sums, form, lang)


GROUP: dict[str, Callable[..., int]] = {
    "cagr": cagr,
    "annualise": annualise,
    "required": required,
    "average-growth": average_growth,
    "pace": pace,
    "path": path,
}
"""The sums, by their names."""

HELP = "Quick sums without a registry, each with its formula filled in"
