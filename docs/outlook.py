"""Write docs/outlook.md: how a year's end is told, and how that went on the national series.

It takes a minute, so no test runs it; run it whenever a method of the outlook changes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from math import exp, log
from pathlib import Path
from typing import Any, NamedTuple

from ycindic.cli.cores import shared
from ycindic.domain.backtest import End, Score, beside_last_year, scores, year_ends
from ycindic.domain.backtest.goals import offset
from ycindic.domain.facts import Facts
from ycindic.domain.history import Timeline
from ycindic.domain.judge.promise import Promise
from ycindic.domain.model import Measure, Method, Plan
from ycindic.domain.outlook.answer import picked, studied
from ycindic.domain.outlook.beside import Beside, distance_of_ends
from ycindic.domain.outlook.paths import METHODS
from ycindic.domain.outlook.several import rest_of_years
from ycindic.domain.outlook.spoken import Spoken, chance_of, exact
from ycindic.domain.outlook.width import reaching
from ycindic.domain.outlook.worst import worst_to_come
from ycindic.domain.past import of_year
from ycindic.domain.period import Period
from ycindic.load.find import Folder
from ycindic.load.history import read_history
from ycindic.load.workspace import Workspace, load

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 27)
SEEDS = 10
COMMAND = f"ycindic backtest --outlook --data examples/china --as-of {DAY}"
KINDS = {Measure.FLOW: "sums", Measure.GROWTH: "rates", Measure.MEAN: "means"}
MONTHS = (3, 6, 9)
MOST_ERROR, WORST_CELL = 0.85, 1.15
"""What the geometric mean of ratios, and the worst of them, are to be at most."""
MOST = 0.8
"""A Brier score is to be at most so much of the flag's and of the base rate's."""
WORST = 12
"""So many misses are told one by one."""
OTHER = "gdp"
RATES = ("income-nominal", "income-real", "industry", "investment", "retail", "exports")
MONTHLY = ("cpi", "unemployment")
HALF = 0.05
"""Half a printed digit of all of them."""

TEXT = """\
# How the year will probably end, and how often that was right

Made by `python docs/outlook.py`; every number below comes from replaying `examples/china` month by month with only
what was known then. An on-track flag is a forecast in disguise. `status`, `show` and the page say it openly: the most
likely end (`outlook`), an interval (`projection_low`, `projection_high`, 80 % unless `outlook_level` says otherwise),
and the chance that the promise is kept at its printed edge (`chance`). **The verdict stays a rule**; where chance and
flag disagree by much, the row says so.

## What it rests on

A year is cut into the stretches that its publisher reports (January and February are one where they come out
together). Whole years before it are cut at the same months. A hole is bridged on a straight line and named. Where a
sum has an official growth rate (`levels`), that rate and not the levels tells how a year compares with the one
before: levels are re-based. *C* is the sum so far, *A′* last year's total, *C′* what it had come to by this month,
*w* the share of the months so far in the base year.

| method | the rest of the year | for | source |
|---|---|---|---|
| `last_year` | keeps last year's shape: C × A′ ÷ C′ | sums (plain rule) | usual in offices |
| `continues` | is as the year so far | rates, means, levels (plain rule) | usual in offices |
| `chain_ladder` | as in five years: C × ΣA ÷ ΣC at this month | sums | insurance reserving (Mack 1993) |
| `recent` | grows as of late (24 months, weights falling by 0.7 a month) on a base of 70 % last year's month \
and 30 % the one before, raised by last year's growth; of a mean the latest months, halved a month | sums, \
rates, means | own |
| `airline` | growth g drifts: gₜ = gₜ₋₁ + e − 0.6 eₜ₋₁ − Θ(eₜ₋₁₂ − 0.6 eₜ₋₁₃), Θ 0.5 for sums, 0.3 for rates | \
sums, rates | Box, Jenkins 1970 |
| `returning` | returns by φ a month, 0.85 (sums), 0.95 (rates), 0.9 (means), to its mean, in which a year counts \
half after two and a half | sums, rates, means | autoregression, Yule 1927 |
| `smoothing` | goes on with level (α 0.3), trend (β 0.02) and season (γ 0.5), smoothed as a spreadsheet does; not of \
re-based levels | sums | Winters 1960 |
| `seasonal` | lies above last year's months as of late, returning by 0.9 a month, Θ 0.8 | means | Box, Jenkins 1970 |
| `spread` | differs from the year so far as it used to, two years of no difference thrown in | means, rates by \
name | own |
| `drift` | moves as in the rests of earlier years | levels | – |
| `arima` | as AutoARIMA expects (extra `outlook`) | all but levels, by name | Hyndman, Khandakar 2008 |
| `shares`, `linear` | follows typed shares; passes evenly (序时进度) | sums, by name | – |
| `combined` | the weighted mean of `recent`, `airline`, `returning`, `smoothing` (means: `recent`, `returning`, \
`seasonal`, `spread`), weights the eighth power of 1 ÷ mean error | all | Bates, Granger 1969 |

`outlook: auto` takes `combined` unless another method's errors in the years before were smaller by a fifth; a
method's name takes that one. The coefficients are set, not fitted: ten years do not tell them.

**Interval and chance.** Every earlier year is looked at from about this month and the same method's ending held
against the year's: errors in the logarithm for sums, in points for rates and means. Their mean ē, a year counting
half after two years and a month two months away half, is the unit; one year of all methods alike is thrown in, ē
grows by 1.6/n (sums), 2/n (rates), 0.8/n (means) for resting on n years, and half a printed digit is added. What has
surprised goes on to surprise: ē is multiplied by how far the method's word has moved in the last months of this year,
over how far it used to move in them, one usual move thrown in. The end is then ē ÷ √2 × Student's t with two degrees
of freedom, whose tails are as heavy as those of forecasts; its middle lies lower by what the method usually said too
much, the median of its errors, a year counting half after eight (sums and rates). Below four whole years no interval
and no chance is told, only the end; with two years nothing more is there to say. No chance is below 0.5 or above 99.5 %
before the figure is final, and then there is none.

**What no single year's end decides.** *Beside another indicator* (同步, 高于): the distance of both ends, with the
errors that it had when both were told in the same months of earlier years; of sums their ratio. *Every month* (`hold`):
the worst figure still to come lies as far from the latest one as it did in earlier years on average. *Average or total
growth of several years*: each year left grows half way between the latest year and all years before it, errors from
every earlier run of as many years (four at least), the year under way by its own end; what that makes of the whole
period is `outlook`. Several benchmarks, a narrowing gap and single quarters have none, and `show` says why; sums,
levels and comparisons over several years have none either.

## The record: errors

Every series of `examples/china` and every month from the fifth year on; the mean error over that of the plain rule,
by series and month. Wanted: at most 0.85 for sums, no series and month above 1.15.

    {command}

{errors}

New urban jobs in August are a single year, and unemployment in August four, in which both were wrong by less than a
printed digit (0.04 points).

Mean error of the answer / of the plain rule (sums: per cent; rates and means: points):

{series}

{elsewhere}
## The record: intervals and chances

Wanted: 80 % intervals cover 74–86 %, 50 % intervals 43–57 %, and none wider than those of the plain rule.

{intervals}

Chances are told of made-up goals within three points of last year's course (ten a year, as in `docs/backtest.md`),
beside the flag taken as 0 or 1 and the share kept. Wanted: a Brier score of at most 0.8 of both.

{chances}

Wanted: in every fifth with 50 cases the share kept within 0.12 of what was said.

{calibration}

{middle}

Chances of the other kinds, on made-up goals within three points of what was last
known: rates of the national series beside that of gross domestic product, every month's consumer prices and
unemployment, three and five years of growth told at their beginning.

{others}

## Every year that ended far outside

{misses}

2020 is most of it, as it should be: no method here knows of a year before it comes. A chance is a statement about
years like those on record.

Made from the figures `{figures}`.
"""

ELSEWHERE = """\
**Elsewhere**, measured 2026-11-27 and shipped nowhere: 31 series of 2000–2022 from public collections (trade of the
United States by partner, housing starts, consumer prices, unemployment, employment; takings, arrivals and cement of
Australia). The answer's ratio is 0.78 for sums, 0.84 for rates, 0.67 for means; 9 of 283 series and months lie above
1.15, exports to Japan in January (1.45) furthest: **missed**. Their 50 % intervals hold 43, 43 and 47 %, those of 80 %
77, 78 and 81 %, with 0.80, 0.88 and 0.78 of the plain rule's width; Brier scores are 0.58 to 0.63 of the flag's and at
most 0.39 of the base rate's. Of fifteen fifths of chances four are off by more than 0.12: sums told 0.51 and 0.71 were
kept in 38 and 57 of 100, rates told 0.70 in 53, means told 0.29 in 41: **missed**.

**A spreadsheet** on the same cases (`python bench/spreadsheet.py`; `FORECAST.ETS.ADD` of LibreOffice 7.4, of sums on
the footing of the latest year, as our methods see them): sums 0.74, rates 0.81, means 1.20, where the answer has 0.73,
0.60 and 0.76. On retail sales, exports, investment and budget revenue, told at the end of March, June and September of
2012–2025, AutoARIMA of statsforecast has 0.75, the same as our answer before it smoothed, half of each 0.73. So the
extra `outlook` buys little and takes a second and a half a fit: it takes part where an indicator asks for it
(`outlook: arima`) and in `backtest --models`."""

MIDDLE = """\
The rates' second fifth is 0.13 off. It holds few independent years: in 2022 and 2025 nearly all national growth fell
short together, and the record of one series cannot know that."""


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


def ratios(found: Sequence[End], method: Method | None = None) -> dict[tuple[str, int], float]:
    """The error of the answer, or of one method, over the plain rule's, by indicator and month."""
    sums: dict[tuple[str, int], list[float]] = {}
    for end in found:
        plain = end.by(METHODS[end.indicator.measure].plain)
        mine = end.chosen if method is None else end.by(method)
        if plain is not None and mine is not None:
            pair = sums.setdefault((end.indicator.id, end.month), [0.0, 0.0])
            pair[0] += abs(mine.error)
            pair[1] += abs(plain.error)
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
    """The errors of every method beside the plain rule's."""
    rows = []
    for measure, kind in KINDS.items():
        mine = of(found, measure)
        mean, worst, cell = summed(ratios(mine))
        error = marked(f"**{mean:.2f}**", reached=mean <= MOST_ERROR)
        rows.append([f"**{kind}: the answer (`auto`)**", len(mine), error,
                     marked(f"{worst:.2f} ({cell})", reached=worst <= WORST_CELL)])  # fmt: skip
        for method in (*METHODS[measure].all, Method.COMBINED):
            if other := ratios(mine, method):
                mean, worst, cell = summed(other)
                rows.append([f"{kind}: `{method}`", len(mine), f"{mean:.2f}", f"{worst:.2f} ({cell})"])
    return table(["method", "cases", "geometric mean of ratios", "worst series and month"], rows)


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
    """How often the year ended inside."""
    rows = []
    for measure, kind in KINDS.items():
        (score,) = scores(of(found, measure), ())
        half, eighty, ninety = score.inside
        rows.append([kind, score.intervals, marked(f"{half:.0%}", reached=0.43 <= half <= 0.57),
                     marked(f"{eighty:.0%}", reached=0.74 <= eighty <= 0.86), f"{ninety:.0%}",
                     marked(f"{score.width or 0:.2f}", reached=(score.width or 0) <= 1)])  # fmt: skip
    return table(
        ["", "cases", "inside 50 % (43–57)", "inside 80 % (74–86)", "inside 90 %", "width ÷ plain rule's"], rows
    )


def chances(found: Sequence[End]) -> str:
    """The scores of the chances, beside the flag's and the base rate's."""
    rows = []
    for measure, kind in KINDS.items():
        (score,) = scores(of(found, measure), ())
        if score.brier is None or score.flag_brier is None or score.base_brier is None:
            continue
        flag, base = score.brier / score.flag_brier, score.brier / score.base_brier
        rows.append([kind, score.chances, f"{score.brier:.3f}",
                     marked(f"{score.flag_brier:.3f} ({flag:.2f})", reached=flag <= MOST),
                     marked(f"{score.base_brier:.3f} ({base:.2f})", reached=base <= MOST),
                     f"{score.surprise:.2f}", f"{score.flag:.1%}", f"{score.calendar:.1%}"])  # fmt: skip
    heads = [
        "",
        "chances",
        "Brier",
        "flag's (ratio)",
        "base rate's (ratio)",
        "log score",
        "flag right",
        "序时进度 right",
    ]
    return table(heads, rows)


def calibration(found: Sequence[End]) -> str:
    """Of the chances in each fifth: what was said in the mean, and what came."""
    rows = []
    for measure, kind in KINDS.items():
        said = [(chance, one.kept) for end in of(found, measure) for one in end.promises
                if (chance := end.chosen.chance(one.limits)) is not None]  # fmt: skip
        for low in range(5):
            mine = [
                (chance, kept)
                for chance, kept in said
                if low / 5 <= chance < (low + 1) / 5 or (low == 4 and chance == 1)
            ]
            if mine:
                mean, kept = sum(chance for chance, _ in mine) / len(mine), sum(kept for _, kept in mine) / len(mine)
                good = abs(mean - kept) <= 0.12 or len(mine) < 50
                rows.append(
                    [
                        kind,
                        f"{low / 5:.1f}–{(low + 1) / 5:.1f}",
                        len(mine),
                        f"{mean:.2f}",
                        marked(f"{kept:.2f}", reached=good),
                    ]
                )
    return table(["", "chance", "cases", "said", "kept"], rows)


class Trial(NamedTuple):
    """What was said of a figure that decides, and what it came to."""

    said: Spoken
    came: float
    about: float
    name: str

    def chances(self) -> Iterator[tuple[float, bool]]:
        """The chance to reach each made-up goal, and whether it was reached."""
        for seed in range(SEEDS):
            goal = self.about + float(offset(seed, self.name, 0))
            chance = chance_of(Promise(exact(goal), None), self.said)
            if chance is not None:
                yield float(chance), self.came >= goal


def others(workspace: Workspace, plain: Sequence[End]) -> str:
    """The scores of the chances that no single year's end decides."""
    kinds = {
        f"distance to `{OTHER}`": distances(workspace, plain),
        "every month": worst_months(workspace, plain),
        "three years of growth": years_of_growth(workspace, 3),
        "five years of growth": years_of_growth(workspace, 5),
    }
    rows = []
    for kind, trials in kinds.items():
        tried = list(trials)
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


def years_of_growth(workspace: Workspace, count: int) -> Iterator[Trial]:
    """The average growth of so many years, told when they began."""
    for name in (OTHER, *RATES):
        series = workspace.facts.of(name)
        rates = {series.calendar.year_of(month): float(one.value) for month, one in series.ytd.items()
                 if series.calendar.ends_with(month)}  # fmt: skip
        for first in sorted(rates):
            years = range(first, first + count)
            if not rates.keys() >= set(years):
                continue
            period = Period(series.calendar.year(first).first, series.calendar.year(years[-1]).last)
            known = series._replace(ytd={month: one for month, one in series.ytd.items() if month < period.first})
            found = rest_of_years(workspace.plan.indicators[name], known, period, None, HALF)
            if found is not None:
                came = sum(rates[year] for year in years) / count
                yield Trial(found.said, came, found.said.ending, f"{name} {first}")


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
    files = sorted((ROOT / "examples/china/actuals").glob("*.csv"))
    return sha256(b"".join(one.read_bytes() for one in files)).hexdigest()[:12]


def page() -> str:
    """The whole page."""
    workspace = load(Folder(ROOT / "examples/china"), DAY)
    plain = told(foretold(workspace, workspace.plan))
    promised = told(foretold(workspace, beside_last_year(workspace.plan, workspace.facts, range(SEEDS))))
    parts = {
        "errors": errors(plain),
        "series": by_series(plain),
        "intervals": intervals(plain),
        "chances": chances(promised),
        "calibration": calibration(promised),
        "misses": misses(plain),
        "others": others(workspace, plain),
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
    (ROOT / "docs/outlook.md").write_text(page(), encoding="utf-8")
