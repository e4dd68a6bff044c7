"""`ycindic calc`: the arithmetic for a quick question, without a registry; every result with its formula filled in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Annotated

import typer

from ycindic.cli.calc_path import path
from ycindic.cli.language import say
from ycindic.cli.options import Lang, TextOrJson, choice
from ycindic.cli.quick import Month, argument, deliver, growth, number, share, whole
from ycindic.domain import rates
from ycindic.domain.facts import decimals_of
from ycindic.domain.workings import Step
from ycindic.render.answers.sums import PERCENT, POINTS, RATIO, SHARE, Sum, Unit, own
from ycindic.render.words.wording import Pair

ONE, HUNDRED = Decimal(1), Decimal(100)
MOST_YEARS = 100
LEAST_YEARS = Decimal("0.25")
"""Less than a quarter carried through a whole year multiplies its chances: no publisher does so."""
PERIODS = {"month": 12, "quarter": 4, "half": 2}


def cagr(
    start: Annotated[str, argument("START", "期初值", "The value at the start")],
    end: Annotated[str, argument("END", "期末值", "The value at the end")],
    years: Annotated[str, typer.Option(metavar="N", help=say("年数，如5或2.5", "The years between, such as 5 or 2.5"))],
    form: TextOrJson = "text",
    lang: Lang = None,
) -> int:
    b, y, n = number(start, "START"), number(end, "END"), _years_between(years)
    terms = {"b": b, "y": y, "n": n}
    found = rates.cagr(b, y, n)
    sums = [
        Sum(
            ("年均增加", "added a year"),
            own([b, y]),
            Step("annualised_linear", "({y} − {b}) ÷ {n}", terms, (y - b) / n),
        )
    ]
    if found is not None:
        step = Step("annualised", "(({y} ÷ {b})^(1 ÷ {n}) − 1) × 100", terms, found)
        sums.insert(0, Sum(("年均增长", "average growth a year"), PERCENT, step))
    else:
        sums[0] = sums[0]._replace(note=("有值不大于0，不计算增长率", "no rate of growth where a value is not above 0"))
    return deliver(sums, form, lang)


def _years_between(text: str) -> Decimal:
    found = number(text, "--years")
    if not LEAST_YEARS <= found <= MOST_YEARS:
        raise typer.BadParameter(
            say(
                f"{text}：计算年均须至少一个季度（0.25年），至多{MOST_YEARS}年",
                f"{text}: an average a year needs a quarter of a year at least (0.25), {MOST_YEARS} years at most",
            ),
            param_hint="--years",
        )
    return found


def annualise(
    rate: Annotated[str, argument("RATE", "一个月或一季的增长率（%）", "The growth of one month or quarter, per cent")],
    every: Annotated[
        str, typer.Option(metavar="|".join(PERIODS), help=say("该增长率的时段", "The stretch that the rate is of"))
    ] = "quarter",
    form: TextOrJson = "text",
    lang: Lang = None,
) -> int:
    choice(every, PERIODS, "--every")
    r, p = growth(rate, "RATE"), PERIODS[every]
    step = Step("annualised", "((1 + {r} ÷ 100)^{p} − 1) × 100", {"r": r, "p": Decimal(p)}, rates.annualised(r, p))
    return deliver([Sum(("折年率", "as a rate of a year"), PERCENT, step)], form, lang)


def required(
    so_far: Annotated[str, argument("SO_FAR", "累计同比（%）", "The growth of the year to date, per cent")],
    goal: Annotated[str, argument("GOAL", "全年目标（%）", "The goal of the year, per cent")],
    month: Month,
    weight: Annotated[
        str | None,
        typer.Option(
            metavar="SHARE",
            help=say(
                "已过月份占上年全年的份额，缺省为月数÷12",
                "Share of the elapsed months in last year's total; default month ÷ 12",
            ),
        ),
    ] = None,
    form: TextOrJson = "text",
    lang: Lang = None,
) -> int:
    g, top, reached = growth(so_far, "SO_FAR"), growth(goal, "GOAL"), whole(month, "--month", 12)
    w = share(weight, "--weight") if weight is not None else Decimal(reached) / 12
    if reached == 12:
        raise typer.BadParameter(
            say("全年已过，没有其余月份", "the year is over, there is no rest"), param_hint="--month"
        )
    half = rates.half_digit(decimals_of(g))
    rest, low, high = (rates.required_rest(top, one, w) for one in (g, g + half, g - half))
    if rest is None or low is None or high is None:
        raise AssertionError
    terms = {"G": top, "w": w, "g": g}
    step = Step("required", "({G} − {w} × {g}) ÷ (1 − {w})", terms, rest)
    sums = [Sum(("其余月份须增长", "the rest must grow"), PERCENT, step, (low, high), _about_rest(rest, weight))]
    gap = Step("gap", "{G} − {g}", terms, top - g)
    more = Step("acceleration", "{r} − {g}", {"r": rest, "g": g}, rest - g)
    sums.append(
        Sum(("目标减累计", "goal minus so far"), POINTS._replace(decimals=max(decimals_of(g), decimals_of(top))), gap)
    )
    sums.append(Sum(("比目前须改善", "more than so far"), POINTS._replace(decimals=2), more))
    return deliver(sums, form, lang)


def _about_rest(rest: Decimal, weight: str | None) -> Pair:
    """What is to be known of a required rate: that it cannot be, or how it was weighted."""
    if rest < -HUNDRED:
        return (
            "降幅不可能超过100%，无论其余月份如何都到不了目标",
            "nothing falls by more than 100 %: no rest of the year gives the goal",
        )
    return ("按月数的权重", "weighted by months") if weight is None else ("", "")


def average_growth(
    rates_: Annotated[list[str], argument("RATE...", "各年增长率（%）", "The growth of each year, per cent")],
    goal: Annotated[
        str | None,
        typer.Option(metavar="RATE", help=say("年均增长目标（%）", "The goal as an average a year, per cent")),
    ] = None,
    years: Annotated[
        str | None, typer.Option(metavar="N", help=say("目标期的年数", "The years that the goal is for"))
    ] = None,
    form: TextOrJson = "text",
    lang: Lang = None,
) -> int:
    every = [growth(text, "RATE") for text in rates_]
    found = rates.average_growth(every)
    if found is None:
        raise typer.BadParameter(
            say("累计后不大于0，没有年均增长", "they compound to nothing above 0"), param_hint="RATE"
        )
    terms = {f"g{place}": one for place, one in enumerate(every, 1)} | {"k": Decimal(len(every))}
    product = " × ".join(f"(1 + {{g{place}}} ÷ 100)" for place in range(1, len(every) + 1))
    step = Step("average", f"(({product})^(1 ÷ {{k}}) − 1) × 100", terms, found)
    sums = [Sum(("年均增长", "average growth a year"), PERCENT, step)]
    if (goal is None) != (years is None):
        raise typer.BadParameter(
            say("--goal与--years须同时给出", "--goal and --years belong together"), param_hint="--goal"
        )
    if goal is not None and years is not None:
        sums += _remaining(every, growth(goal, "--goal"), whole(years, "--years", MOST_YEARS))
    return deliver(sums, form, lang)


def _remaining(every: Sequence[Decimal], goal: Decimal, years: int) -> list[Sum]:
    left = years - len(every)
    if left <= 0:
        raise typer.BadParameter(say("没有剩余年份", "no year is left"), param_hint="--years")
    if goal == -HUNDRED:
        raise typer.BadParameter(
            say("降至零后没有年均增长", "what falls to nothing has no average growth"), param_hint="--goal"
        )
    so_far, whole = rates.compounded(every), rates.factor(goal) ** years
    rest, done = rates.compound_required(so_far, whole, left), rates.compound_completion(so_far, whole)
    terms = {"G": goal, "N": Decimal(years), "P": so_far, "m": Decimal(left)}
    found: list[Sum] = []
    if rest is not None:
        step = Step("required", "(((1 + {G} ÷ 100)^{N} ÷ {P})^(1 ÷ {m}) − 1) × 100", terms, rest)
        found.append(Sum(("其余年份年均须增长", "the remaining years must average"), PERCENT, step))
    if done is not None:
        step = Step("completion", "ln({P}) ÷ ({N} × ln(1 + {G} ÷ 100))", terms, done)
        found.append(Sum(("完成率", "done"), SHARE, step))
    return found


def pace(
    done: Annotated[str, argument("DONE", "累计完成", "What is done so far")],
    goal: Annotated[str, argument("GOAL", "全年目标", "The goal of the year")],
    month: Month,
    expected: Annotated[
        str | None,
        typer.Option(
            metavar="SHARE",
            help=say(
                "此时通常应完成的份额（如上年同期），缺省为月数÷12",
                "Share normally done by then, as last year; default month ÷ 12",
            ),
        ),
    ] = None,
    form: TextOrJson = "text",
    lang: Lang = None,
) -> int:
    c, top, reached = number(done, "DONE"), number(goal, "GOAL"), whole(month, "--month", 12)
    if top <= 0:
        raise typer.BadParameter(say("目标须大于0", "the goal must be above 0"), param_hint="GOAL")
    s = share(expected, "--expected") if expected is not None else Decimal(reached) / 12
    if reached == 12 and s < 1:
        raise typer.BadParameter(
            say("到12月应全部完成", "by December all of it should be done"), param_hint="--expected"
        )
    completion, t, m = c / top, Decimal(reached) / 12, Decimal(reached)
    terms = {"C": c, "T": top, "c": completion, "s": s, "t": t, "m": m}
    unit = own([c, top])
    exact = unit._replace(decimals=unit.decimals - 1)
    rows: list[tuple[tuple[str, str], Unit, str, str, Decimal | None]] = [
        (("完成率", "done"), SHARE, "completion", "{C} ÷ {T}", completion),
        (("序时进度", "time gone"), SHARE, "time_progress", "{m} ÷ 12", t),
        (("超序时进度", "lead over time"), POINTS, "lead_time", "({c} − {t}) × 100", HUNDRED * (completion - t)),
        (("进度比", "pace"), RATIO, "pace", "{c} ÷ {s}", rates.pace(completion, s)),
        (("差距", "gap"), exact, "gap", "{T} − {C}", top - c),
    ]
    if reached < 12 and c < top:
        rows.append(
            (("其余每月须完成", "needed a month"), unit, "required", "({T} − {C}) ÷ (12 − {m})", (top - c) / (12 - m))
        )
    faster = rates.catch_up(completion, s)
    if faster is not None and faster.is_finite() and s < 1 and completion < 1:
        rows.append(
            (
                ("其余须为目前的倍数", "times as fast as so far"),
                RATIO,
                "catch_up",
                "((1 − {c}) ÷ (1 − {s})) ÷ ({c} ÷ {s})",
                faster,
            )
        )
    rows.append((("推算全年", "projection for the year"), unit, "projection", "{C} ÷ {s}", c / s))
    sums = [
        Sum(name, kind, Step(field, formula, terms, found))
        for name, kind, field, formula, found in rows
        if found is not None
    ]
    return deliver(sums, form, lang)


cagr.__doc__ = say("年均增长：由期初值和期末值", "Average growth a year from a first and a last value")
annualise.__doc__ = say("折年率：由一个月或一季的增长率", "A month's or quarter's growth as a rate of a year")
required.__doc__ = say("其余月份须增长多少才能达到全年目标", "What the rest of the year must grow for its goal")
average_growth.__doc__ = say("年均增长：由各年增长率", "Average growth a year from yearly rates")
pace.__doc__ = say("完成率、序时进度、其余每月须完成多少", "Done, time gone, pace, and what each remaining month needs")

GROUP: dict[str, Callable[..., int]] = {
    "cagr": cagr,
    "annualise": annualise,
    "required": required,
    "average-growth": average_growth,
    "pace": pace,
    "path": path,
}
"""The sums, by their names."""

HELP = say(
    "不用登记表的快速计算，每个结果附代入数字的公式", "Quick sums without a registry, each with its formula filled in"
)
