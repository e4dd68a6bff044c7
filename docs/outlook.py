"""Write docs/outlook.md: how a year's end is told, and how that went on the national series.

It takes a minute, so no test runs it; run it whenever a method of the outlook changes. `python docs/outlook.py FOLDER`
prints the tables for the figures of another workspace (bench/elsewhere.py writes one), `python docs/outlook.py FOLDER
models` those with models of the extra `outlook` among the methods.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from math import exp, log
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from ycindic.cli.cores import shared
from ycindic.domain.backtest import End, Score, beside_last_year, scores, year_ends
from ycindic.domain.backtest.goals import offset
from ycindic.domain.facts import Facts, Series
from ycindic.domain.history import Timeline
from ycindic.domain.judge.promise import Promise
from ycindic.domain.model import Indicator, Measure, Method, Plan
from ycindic.domain.outlook.answer import picked, studied
from ycindic.domain.outlook.beside import Beside, distance_of_ends
from ycindic.domain.outlook.paths import METHODS
from ycindic.domain.outlook.paths.library import lend
from ycindic.domain.outlook.several import rest_of_years
from ycindic.domain.outlook.spoken import Spoken, chance_of, exact
from ycindic.domain.outlook.width import reaching
from ycindic.domain.outlook.worst import worst_to_come
from ycindic.domain.past import of_year
from ycindic.domain.period import Period
from ycindic.load.find import Folder
from ycindic.load.history import read_history
from ycindic.load.workspace import Workspace, load
from ycindic.models.middle import steps_expected

ROOT = Path(__file__).resolve().parent.parent
CHINA = ROOT / "examples/china"
DAY = date(2026, 11, 27)
SEEDS = 10
COMMAND = f"ycindic backtest --outlook --data examples/china --as-of {DAY}"
KINDS = {Measure.FLOW: "sums", Measure.GROWTH: "rates", Measure.MEAN: "means"}
MONTHS = (3, 6, 9)
MOST_ERROR, WORST_CELL = 0.85, 1.15
"""What the geometric mean of ratios, and the worst of them, are to be at most."""
MOST = 0.8
"""A Brier score is to be at most so much of the flag's and of the base rate's."""
OFF, ENOUGH = 0.12, 50
"""So far from what was said the share kept may lie, where so many cases are told."""
WORST = 6
"""So many misses are told one by one."""
METHODS_TOLD = (Method.LAST_YEAR, Method.CONTINUES, Method.RECENT, Method.AIRLINE, Method.RETURNING, Method.SMOOTHING,
                Method.SEASONAL, Method.SPREAD, Method.CHAIN_LADDER, Method.LINEAR, Method.LIBRARY,
                Method.COMBINED)  # fmt: skip
OTHER = "gdp"
RATES = ("income-nominal", "income-real", "industry", "investment", "retail", "exports")
MONTHLY = ("cpi", "unemployment")
SUMS = ("exports-value", "gdp-value", "investment-value", "retail-value", "urban-jobs")
DRAWS = 200
HALF = 0.05
"""Half a printed digit of all of them."""

TEXT = """\
# How the year will probably end, and how often that was right

Made by `python docs/outlook.py`; every number comes from replaying `examples/china` month by month with only what was
known then, but for those marked otherwise. An on-track flag is a forecast in disguise. `status`, `show` and the page
say it openly: the most likely end (`outlook`), an interval (`projection_low`, `projection_high`, 80 % unless
`outlook_level` says otherwise), and the chance that the promise is kept at its printed edge (`chance`). **The verdict
stays a rule**; where chance and flag disagree by much, the row says so.

## How it is told

A year is cut into the stretches that its publisher reports, and the whole years before it likewise; January and
February are one where they come out together, a hole is bridged on a straight line and named. Where a sum has an
official growth rate (`levels`), that rate and not the levels tells how a year compares with the one before.

| method | the rest of the year | source |
|---|---|---|
| `last_year` | keeps last year's shape (plain rule of sums) | usual in offices |
| `continues` | is as the year so far (plain rule of rates, means, levels) | usual in offices |
| `recent` | grows as of late, weights falling by 0.7 a month, on 70 % last year's month and 30 % the one before; \
means: the latest months, halved a month | own |
| `airline` | growth drifts, θ 0.6, Θ 0.5 (rates 0.3); not of means | Box, Jenkins 1970 |
| `returning` | returns by 0.95 a month (means 0.9) to its mean, a year counting half after two and a half | Yule 1927 |
| `smoothing` | goes on with level, trend and season (α 0.15, β 0.02, γ 0.5); sums, not re-based ones | Winters 1960 |
| `seasonal` | keeps the shape of earlier years, one counting half after five; what lies under it goes on as of late \
and rises by its usual growth (sums), or returns by 0.98 a month (rates, means; one year without a shape thrown in) \
| own |
| `spread` | differs from the year so far as it used to, two years of no difference thrown in; by name | own |
| `drift` | levels: moves as in the rests of earlier years | – |
| `chain_ladder` | as in five years, C × ΣA ÷ ΣC | Mack 1993 |
| `library` | as the median of four models expects, AutoARIMA, AutoETS, DynamicOptimizedTheta, MSTL, fitted to whole \
years, of rates to the index that they make; extra `outlook`; of rates, else by name | statsforecast |
| `shares`, `linear` | follows typed shares; passes evenly (序时进度); by name | – |
| `combined` | the mean of `returning`, `smoothing`, `seasonal` (rates: `airline`, `returning`, `seasonal`; means: \
`recent`, `seasonal`), weighted by the eighth power of 1 ÷ mean error | Bates, Granger 1969 |

`outlook: auto` takes `combined` unless another method's errors in the years before were smaller by a fifth; a
year in which one had no answer counts as usual. The coefficients are set, not fitted: ten years do not tell them.

**Interval and chance.** Every earlier year is looked at from about this month, and the same method's ending held
against the year's: errors in the logarithm for sums, in points for rates and means. Their mean ē, a year counting half
after two years and a month two months away half, is the unit; one year of all methods alike is thrown in, ē grows by
0.4/n (sums) or 1/n (rates) for resting on n years, and half a printed digit is added. What has surprised goes on to
surprise: ē is multiplied by how far the method's word has moved this year over how far it used to, one usual move
thrown in. The end is then ē × Student's t with four degrees of freedom; its middle lies lower by what the method
usually said too much, the median of its errors (sums and rates). **Below four whole years only the end is told**, also
with two: two years are no record of errors, and nothing is put in its place. No chance is below 0.5 or above 99.5 %
before the figure is final, and then there is none.

**What no single year's end decides.** *Beside another indicator* (同步, 高于): the distance of both ends, with the
errors that it had in the same months of earlier years. *Every month* (`hold`): the worst figure still to come, as far
from the latest one as in earlier years on average. *Several years*: growth, means and the yearly change of a level lie
half way between the latest year and all before it, a sum grows so; errors from every earlier run of as many years (four
at least), the year under way by its own end; what that makes of the whole period is `outlook`. Where nothing is told
(comparisons over several years, several benchmarks, a narrowing gap, single quarters) `show` says why.

## The record: errors

The mean error over that of the plain rule, by series and month, from the fifth year on; geometric means. Wanted: at
most 0.85, no series and month above 1.15.

    {command}

{errors}

{cells}

Mean error of the answer / of the plain rule (sums: per cent; rates and means: points):

{series}

## The record: intervals and chances

Chances are told of made-up goals within three points of last year's course (ten a year, as in `docs/backtest.md`).
Wanted: 80 % intervals cover 74–86 % and 50 % intervals 43–57 %, none wider than the plain rule's; a Brier score of at
most 0.8 of that of the flag taken as 0 or 1, and of the base rate's.

{intervals}

Of the chances in each fifth, what was said and what share was kept. Wanted: within 0.12 where 50 cases are told.

{calibration}

{middle}

The other chances: rates beside that of gross domestic product, consumer prices and unemployment of every month, three
and five years told at their beginning, with goals within three points (sums: per cent) of what was expected.

{others}

{elsewhere}

## Years that ended far outside

{misses}

2020 is most of it: no method here knows of a year before it comes. A chance is a statement about years like those on
record.

Made from the figures `{figures}`.
"""

CELLS = """\
New urban jobs in August are one case (2022: 12.54 million said, 12.21 by last year's shape, 12.06 came), unemployment
four a month, off by 0.06 points in August where the plain rule is off by 0.04: half a printed digit. **The bound is one
of many years.** Were every month of a series told as well as all its months on average, years drawn anew from its own
would put as many above 1.15 as stand *by luck alone*; the one method that proved best for each series misses it too.
What leans toward the plain rule takes more away than it spares (docs/decisions.md, 2026-11-28): not done."""

MIDDLE = """\
The rates' second fifth and the means' third are 0.14 off, the latter with 61 cases of two series. Both hold few
independent years: of what was told of rates in 2019, 2022 and 2024 almost nothing was kept, in 2020 nearly all, for
national growth moves together, and the record of one series cannot know that. On the halves of the 51 series below no
fifth of thirty with 50 cases is off by more than 0.12."""

ELSEWHERE = """\
**Elsewhere**, measured 2026-11-28 (`bench/elsewhere.py`, then `python docs/outlook.py FOLDER`): 51 series of
1975–2018 from public collections, shipped nowhere: dwellings sold in Texas, takings, arrivals, departures, cement,
beer and gas of Australia, jobs, prices, saving and current of the United States. Methods, tails and widths were chosen
at home and on every other series and seen on the rest: there the errors are 0.74, 0.75 and 0.68.

| | sums (26) | rates (13) | means (12) |
|---|---|---|---|
| error over the plain rule's | 0.75 | 0.76 | 0.68 |
| `FORECAST.ETS.ADD` of LibreOffice 7.4 over the plain rule's | 0.81 | 1.01 | 0.79 |
| series and months above 1.15 **missed** | 9 of 206, most 1.35 | 6 of 119, most 1.42 | 5 of 108, most 1.56 |
| by luck alone; by the method that proved best | 9.3; 6 | 4.3; 3 | 2.3; 5 |
| in 50, 80, 90 % | 46, 76, 87 % | 52, 81, 90 % | 50, 78, 86 % |
| width ÷ plain, by halves | 0.70, 0.80 | 0.84, 0.85 | 0.83, 0.79 |
| Brier ÷ flag's, ÷ base rate's, by halves | 0.60, 0.36; 0.59, 0.34 | 0.68, 0.28; 0.68, 0.31 | 0.58, 0.12; 0.61, 0.20 |
| fifth of a half that is furthest off | 0.50 said, 0.40 kept | 0.29, 0.34 | 0.50, 0.62 |

What is above 1.15 lies mostly in the first quarter and in November, when the plain rule is at its best. The lean
(what a method usually said too much) belongs to national growth, which has slowed for fifteen years; with
the methods before these it improved log scores there by 2 and 6 %, elsewhere it cost 8 and 12 %.

**A spreadsheet** on the national cases (`python bench/spreadsheet.py`; `FORECAST.ETS.ADD` of LibreOffice 7.4): 0.74,
0.81, 1.20. **The extra** is good for rates: with it (`backtest --models`) they have 0.54 of the plain rule's error at
home, 0.73 and 0.72 on the halves elsewhere (0.58, 0.77, 0.75 without), and at home no series and month is above 0.92.
Chances gain a little: Brier 0.052 for 0.055 at home, 0.069 for 0.070 and 0.073 for 0.076 on the halves; at home 0.39 is
kept where 0.50 is said. Sums and means do not gain, so there it takes part by name only (alone 0.82 and 0.79 at home).
The backtest of the national series takes 63 seconds of processor time with it and 16 without."""


def foretold(workspace: Workspace, plan: Plan, only: Collection[str] = ()) -> list[End]:
    """Every moment of every year of every indicator (or of some), worked out on all cores."""
    vintages = read_history(workspace.folder.actuals(), workspace.plan, workspace.plan.indicators).vintages
    asked = [one for one in plan.indicators.values() if not only or one.id in only]
    found = shared(lambda one: year_ends(plan, vintages, asked[one], DAY, plan.targets), [one.id for one in asked])
    return [end for one in found.results for end in one if any(telling.chosen for telling in end.tellings)]


def told(found: Iterable[End]) -> list[End]:
    """Those that had an interval: four whole years stood behind them."""
    return [end for end in found if end.chosen.off is not None]


def of(found: Iterable[End], measure: Measure) -> list[End]:
    """Those of a measure."""
    return [end for end in found if end.indicator.measure is measure]


def ratios(
    found: Iterable[End], method: Method | None = None, often: Mapping[int, int] | None = None
) -> dict[tuple[str, int], float]:
    """The error of the answer, or of one method, over the plain rule's, by indicator and month.

    Every year counts once, or as `often` as that says.
    """
    sums: dict[tuple[str, int], list[float]] = {}
    for end in found:
        plain = end.by(METHODS[end.indicator.measure].plain)
        mine = end.chosen if method is None else end.by(method)
        if plain is not None and mine is not None:
            pair = sums.setdefault((end.indicator.id, end.month), [0.0, 0.0])
            times = 1 if often is None else often.get(end.year, 0)
            pair[0] += times * abs(mine.error)
            pair[1] += times * abs(plain.error)
    return {cell: mine / plain for cell, (mine, plain) in sums.items() if plain}


def geometric(values: Iterable[float]) -> float:
    """The geometric mean."""
    logs = [log(max(one, 1e-9)) for one in values]
    return exp(sum(logs) / len(logs)) if logs else float("nan")


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table of Markdown."""
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    return "\n".join([*lines, *(f"| {' | '.join(str(cell) for cell in row)} |" for row in rows)]) + "\n"


def marked(value: str, *, reached: bool) -> str:
    """A number, and whether it misses what was wanted."""
    return value if reached else f"{value} **missed**"


def errors(found: Sequence[End]) -> str:
    """The errors of every method over the plain rule's, by kind."""
    kinds = {kind: mine for measure, kind in KINDS.items() if (mine := of(found, measure))}
    rows = [["**the answer (`auto`)**", *(error_of(mine) for mine in kinds.values())]]
    by_method = ([f"`{method}`", *(error_of(mine, method) for mine in kinds.values())] for method in METHODS_TOLD)
    rows += [row for row in by_method if any(cell != "–" for cell in row[1:])]
    worst = [summed(ratios(mine)) for mine in kinds.values()]
    rows.append(["worst series and month", *(marked(f"{most:.2f} ({cell})", reached=most <= WORST_CELL)
                                              for _, most, cell in worst)])  # fmt: skip
    rows.append([f"above {WORST_CELL}", *(f"{above(cells)} of {len(cells)}" for cells in map(ratios, kinds.values()))])
    rows.append(["by luck alone", *(f"{sum(map(by_luck, series(mine))):.1f}" for mine in kinds.values())])
    rows.append(["by the method that proved best", *(sum(map(at_best, series(mine))) for mine in kinds.values())])
    return table(["", *(f"{kind} ({len(mine)})" for kind, mine in kinds.items())], rows)


def error_of(found: Sequence[End], method: Method | None = None) -> str:
    """The mean error of the answer, or of a method, over the plain rule's."""
    cells = ratios(found, method)
    if not cells:
        return "–"
    mean = geometric(cells.values())
    return f"{mean:.2f}" if method else marked(f"**{mean:.2f}**", reached=mean <= MOST_ERROR)


def above(cells: Mapping[tuple[str, int], float]) -> int:
    """How many ratios are larger than the largest that is wanted."""
    return sum(one > WORST_CELL for one in cells.values())


def series(found: Sequence[End]) -> list[list[End]]:
    """The moments of each series."""
    return [[end for end in found if end.indicator.id == name] for name in {end.indicator.id: None for end in found}]


def by_luck(mine: Sequence[End]) -> float:
    """How many months of a series would lie above if all had its mean ratio, its years drawn anew many times."""
    cells, years = ratios(mine), sorted({end.year for end in mine})
    usual, drawn = geometric(cells.values()), Random(mine[0].indicator.id)  # noqa: S311 - a repeatable draw, no secret
    again = (ratios(mine, often=Counter(drawn.choices(years, k=len(years)))) for _ in range(DRAWS))
    even = {cell: usual / (one or 1) for cell, one in cells.items()}
    return sum(above({cell: one * even[cell] for cell, one in found.items()}) for found in again) / DRAWS


def at_best(mine: Sequence[End]) -> int:
    """How many months of a series lie above with the one method that has the smallest errors in hindsight."""
    cells = [ratios(mine, method) for method in METHODS_TOLD]
    whole = [one for one in cells if len(one) == len(ratios(mine))]
    return above(min(whole, key=lambda one: geometric(one.values())))


def summed(cells: Mapping[tuple[str, int], float]) -> tuple[float, float, str]:
    """The geometric mean of ratios, the worst one, and where that is."""
    worst = max(cells, key=lambda one: cells[one])
    return geometric(cells.values()), cells[worst], f"{worst[0]}, month {worst[1]}"


def by_series(found: Sequence[End]) -> str:
    """The mean error of every series at three moments, beside the plain rule's."""
    rows = []
    for score in scores(found, ("measure", "indicator")):
        mine = [end for end in found if end.indicator.id == score.group[1]]
        cells: list[object] = [f"`{score.group[1]}`", score.years]
        for month in MONTHS:
            at = [end for end in mine if end.month == month]
            cells.append(at_month(scores(at, ())) if at else "–")
        best = "too short" if score.trusted is None else f"`{score.trusted}` ({score.margin or 0:+.0%})"
        rows.append([*cells, best])
    return table(["series", "years", "March", "June", "September", "to trust (less error than the plain rule)"], rows)


def at_month(found: tuple[Score, ...]) -> str:
    """The error of the answer and that of the plain rule."""
    (one,) = found
    return f"{one.error:.2f} / {one.plain_error:.2f}"


def intervals(found: Sequence[End]) -> str:
    """How often the year ended inside, and the scores of the chances, beside the flag's and the base rate's."""
    rows = []
    for measure, kind in KINDS.items():
        for score in scores(of(found, measure), ()):
            half, eighty, ninety = score.inside
            flag, base = ((score.brier or 0) / (one or 1) for one in (score.flag_brier, score.base_brier))
            rows.append([kind, marked(f"{half:.0%}", reached=0.43 <= half <= 0.57),
                         marked(f"{eighty:.0%}", reached=0.74 <= eighty <= 0.86), f"{ninety:.0%}",
                         marked(f"{score.width or 0:.2f}", reached=(score.width or 0) <= 1), score.chances,
                         f"{score.brier:.3f}", marked(f"{flag:.2f}", reached=flag <= MOST),
                         marked(f"{base:.2f}", reached=base <= MOST), f"{score.surprise:.2f}",
                         f"{score.flag:.0%} / {score.calendar:.0%}"])  # fmt: skip
    heads = ["", "in 50 %", "in 80 %", "in 90 %", "width ÷ plain", "chances", "Brier", "÷ flag's", "÷ base rate's",
             "log score", "flag / 序时进度 right"]  # fmt: skip
    return table(heads, rows)


def calibration(found: Sequence[End]) -> str:
    """Of the chances in each fifth: what was said in the mean, and what came."""
    kinds = {kind: fifths(mine) for measure, kind in KINDS.items() if (mine := of(found, measure))}
    rows = [[f"{low / 5:.1f}–{(low + 1) / 5:.1f}", *(fifth_words(each[low]) for each in kinds.values())]
            for low in range(5)]  # fmt: skip
    return table(["chance", *(f"{kind}: said, kept (cases)" for kind in kinds)], rows)


def fifths(found: Sequence[End]) -> list[list[tuple[float, bool]]]:
    """The chances by fifths, each with whether the promise was kept."""
    by: list[list[tuple[float, bool]]] = [[] for _ in range(5)]
    for end in found:
        for one in end.promises:
            if (chance := end.chosen.chance(one.limits)) is not None:
                by[min(int(chance * 5), 4)].append((chance, one.kept))
    return by


def fifth_words(told: Sequence[tuple[float, bool]]) -> str:
    """The mean chance, the share kept, the number of cases."""
    if not told:
        return "–"
    said, kept = (sum(one) / len(told) for one in zip(*told, strict=True))
    return f"{said:.2f}, {marked(f'{kept:.2f}', reached=abs(said - kept) <= OFF or len(told) < ENOUGH)} ({len(told)})"


class Trial(NamedTuple):
    """What was said of a figure that decides, and what it came to."""

    said: Spoken
    came: float
    about: float
    name: str

    def chances(self) -> Iterator[tuple[float, bool]]:
        """The chance to reach each made-up goal, and whether it was reached."""
        for seed in range(SEEDS):
            points = float(offset(seed, self.name, 0))
            goal = self.about * (1 + points / 100) if self.said.relative else self.about + points
            chance = chance_of(Promise(exact(goal), None), self.said)
            if chance is not None:
                yield float(chance), self.came >= goal


def others(workspace: Workspace, plain: Sequence[End]) -> str:
    """The scores of the chances that no single year's end decides."""
    kinds = {
        f"distance to `{OTHER}`": distances(workspace, plain),
        "every month": worst_months(workspace, plain),
        "three years of growth": several(workspace, (OTHER, *RATES), 3),
        "five years of growth": several(workspace, (OTHER, *RATES), 5),
        "three years' sums": several(workspace, SUMS, 3),
        "three years' mean": several(workspace, MONTHLY, 3),
    }
    rows = []
    for kind, trials in kinds.items():
        tried = list(trials)
        if not tried:
            continue
        said = [one for trial in tried for one in trial.chances()]
        brier = sum((chance - kept) ** 2 for chance, kept in said) / len(said)
        share = sum(kept for _, kept in said) / len(said)
        inside = [sum(abs(one.said.off(one.came) or 0) <= reaching(0.5 + level / 2) for one in tried) / len(tried)
                  for level in (0.5, 0.8)]  # fmt: skip
        base = share * (1 - share)
        rows.append([kind, len(tried), *(f"{one:.0%}" for one in inside), f"{brier:.3f}",
                     marked(f"{base:.3f} ({brier / base:.2f})", reached=brier / base <= MOST)])  # fmt: skip
    return table(["", "told", "inside 50 %", "inside 80 %", "Brier", "base rate's (ratio)"], rows)


def moments(workspace: Workspace, plain: Sequence[End], names: Collection[str]) -> Iterator[tuple[End, Facts]]:
    """The moments of some indicators, with what was known then."""
    vintages = read_history(workspace.folder.actuals(), workspace.plan, workspace.plan.indicators).vintages
    timeline = Timeline(vintages, workspace.plan.indicators)
    for end in sorted(plain, key=lambda one: one.as_of):
        if end.indicator.id in names:
            yield end, timeline.facts(end.as_of)


def distances(workspace: Workspace, plain: Sequence[End]) -> Iterator[Trial]:
    """Rates beside another one, told month by month."""
    plan, last = workspace.plan, workspace.facts
    beside = plan.indicators[OTHER]
    for end, facts in moments(workspace, plain, RATES):
        seen: dict[Any, Any] = {}
        own, other = (studied(plan, one, facts, end.year, seen) for one in (end.indicator, beside))
        before, came = (of_year(end.indicator, last.of(end.indicator.id), year) for year in (end.year - 1, end.year))
        theirs = [of_year(beside, last.of(beside.id), year) for year in (end.year - 1, end.year)]
        if own is None or other is None or None in (before, came, *theirs):
            continue
        said = distance_of_ends(*own, picked(end.indicator, own[1]), Beside(*other, picked(beside, other[1])), HALF)
        if said is not None:
            apart = [float(mine) - float(one) for mine, one in zip((before, came), theirs, strict=True)]
            yield Trial(said, apart[1], apart[0], f"{end.indicator.id} {end.year}")


def worst_months(workspace: Workspace, plain: Sequence[End]) -> Iterator[Trial]:
    """The highest month to come of a rate."""
    for end, facts in moments(workspace, plain, MONTHLY):
        found = studied(workspace.plan, end.indicator, facts, end.year)
        alone = workspace.facts.of(end.indicator.id).alone
        calendar = end.indicator.calendar
        ahead = range(calendar.month(end.year, end.month) + 1, calendar.end(end.year) + 1)
        months = [alone.get(Period(month, month)) for month in ahead]
        said = None if found is None else worst_to_come(found[0], HALF, highest=True)
        if found is not None and said is not None and None not in months:
            name = f"{end.indicator.id} {end.year}"
            yield Trial(said, max(float(one.value) for one in months if one), found[0].values[-1], name)


def several(workspace: Workspace, names: Collection[str], count: int) -> Iterator[Trial]:
    """What so many years came to on average, of levels where they ended, told when they began."""
    for name in names:
        indicator, series = workspace.plan.indicators[name], workspace.facts.of(name)
        for first in every_year(indicator, series):
            run = range(first, first + count)
            came = [of_year(indicator, series, year) for year in run]
            if None in came:
                continue
            period = Period(series.calendar.year(first).first, series.calendar.year(run[-1]).last)
            found = rest_of_years(indicator, before(series, period.first), period, None, HALF)
            if found is not None:
                figures = [float(one) for one in came if one is not None]
                end = figures[-1] if indicator.measure is Measure.STOCK else sum(figures) / count
                yield Trial(found.said, end, found.said.ending, f"{name} {first}")


def every_year(indicator: Indicator, series: Series) -> list[int]:
    """The years whose figure is known."""
    months = [*series.ytd, *series.point, *(span.last for span in series.alone)]
    years = series.calendar.years(Period(min(months), max(months))) if months else ()
    return [year for year in years if of_year(indicator, series, year) is not None]


def before(series: Series, month: int) -> Series:
    """A series as if nothing from a month on were known."""
    ytd, point = ({at: one for at, one in figures.items() if at < month} for figures in (series.ytd, series.point))
    return series._replace(ytd=ytd, point=point, alone={at: one for at, one in series.alone.items() if at.last < month})


def misses(found: Sequence[End]) -> str:
    """The years that ended furthest outside, one line a year, the month that was furthest out."""
    furthest: dict[tuple[str, int], End] = {}
    for end in found:
        key = end.indicator.id, end.year
        if key not in furthest or abs(end.chosen.off or 0) > abs(furthest[key].chosen.off or 0):
            furthest[key] = end
    worst = sorted(furthest.values(), key=lambda end: -abs(end.chosen.off or 0))
    outside = [end for end in worst if abs(end.chosen.off or 0) > reaching(0.95)]
    rows = [[f"`{end.indicator.id}`", end.year, end.month, amount(end.chosen.said.ending),
             f"{amount(end.chosen.low)} to {amount(end.chosen.high)}", amount(float(end.actual))]
            for end in outside[:WORST]]  # fmt: skip
    often = f"{len(outside)} of {len(worst)} years ended outside a 90 % interval at least once"
    head = f"{often}; the {len(rows)} furthest:\n\n"
    return head + table(["series", "year", "month", "said", "80 % interval", "came"], rows)


def amount(value: float | None) -> str:
    """A figure as people read it: amounts without decimals, rates with one."""
    return "–" if value is None else f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.1f}"


def fingerprint() -> str:
    """What the figures that all of it is made from are known by: another one where any of them changes."""
    files = sorted((CHINA / "actuals").glob("*.csv"))
    return sha256(b"".join(one.read_bytes() for one in files)).hexdigest()[:12]


def record(folder: Path) -> tuple[Workspace, list[End], dict[str, str]]:
    """The workspace of a folder, the ends of its years, and the tables of its record."""
    workspace = load(Folder(folder), DAY)
    plain = told(foretold(workspace, workspace.plan))
    promised = told(foretold(workspace, beside_last_year(workspace.plan, workspace.facts, range(SEEDS))))
    tables = {
        "errors": errors(plain),
        "series": by_series(plain),
        "intervals": intervals(promised),
        "calibration": calibration(promised),
        "misses": misses(plain),
    }
    return workspace, plain, tables


def page() -> str:
    """The whole page."""
    workspace, plain, tables = record(CHINA)
    parts = tables | {
        "others": others(workspace, plain),
        "cells": CELLS,
        "elsewhere": ELSEWHERE,
        "middle": MIDDLE,
        "command": COMMAND,
        "figures": fingerprint(),
    }
    text = TEXT
    for name, part in parts.items():
        text = text.replace(f"{{{name}}}", part.rstrip("\n"))
    return text


if __name__ == "__main__":
    if "models" in sys.argv[2:]:
        lend(steps_expected, to_all=True)
    if sys.argv[1:]:
        sys.stdout.write("\n".join(record(Path(sys.argv[1]))[2].values()))
    else:
        (ROOT / "docs/outlook.md").write_text(page(), encoding="utf-8")
