"""Write docs/backtest.md: how often the flag was right on the national series, as `ycindic backtest` tells it.

It takes half a minute, so no test runs it; run it whenever a rule of the judge changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from ycindic.domain.backtest import Replayed, Tally, beside_last_year, replay, tallied
from ycindic.domain.history import Timeline
from ycindic.load.find import Folder
from ycindic.load.history import read_history
from ycindic.load.workspace import load
from ycindic.render.answers import backtest
from ycindic.render.answers.backtest import counted_groups
from ycindic.render.answers.sheet import Sheet
from ycindic.render.forms import written
from ycindic.render.words.screen import Screen

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 27)
SEEDS = range(10)
COMMAND = f"ycindic backtest --data examples/china --as-of {DAY}"
MADE_UP = f"{COMMAND} --goals beside-last-year --seeds {len(SEEDS)}"
ENGLISH = Screen("en")
INTRO = """\
# How often the flag was right

Made by `python docs/backtest.py` with what `ycindic backtest` does on `examples/china`. Every month is judged anew by
the vintages known at its end; each figure on the way is one case (the one that ends the period is the outcome),
compared with how the promise ended. *Calendar* is the plain 序时进度: a sum has done its share of the months, a rate or
a mean so far keeps the promise. *Goal ÷ 12*: the latest release alone brought its months' even part. *Ours* in
brackets is our share of the cases in which the plain rule had an answer too. A row without a published date counts
from the day of its release rule.

The vintages are those of the folder: where only a later revision is on record the replay knows it too early (see
`examples/china/README.md`). The made-up goals lie beside last year's course: that of a sum is last year's total, grown
by last year's growth plus an offset, that of a rate or a mean last year's figure plus the offset; offsets are drawn
evenly from −3 to +3 points for every indicator and year, ten times (seeds 0 to 9).
"""


class Wanted(NamedTuple):
    """What a measure was to reach, by made-up goals and by those that were printed."""

    name: str
    made_up: float
    printed: float


WANTED = {
    "flow": Wanted("sums", 0.88, 0.97),
    "growth": Wanted("rates", 0.905, 0.95),
    "mean": Wanted("means", 0.905, 0.93),
}


def cases() -> tuple[Sequence[Replayed], Sequence[Replayed]]:
    """The replay of the made-up goals, and of those that were printed."""
    workspace = load(Folder(ROOT / "examples/china"), DAY)
    plan = workspace.plan
    timeline = Timeline(read_history(workspace.folder.actuals(), plan, plan.indicators).vintages, plan.indicators)
    return replay(beside_last_year(plan, workspace.facts, SEEDS), timeline, DAY), replay(plan, timeline, DAY)


def reached(made_up: Sequence[Replayed], printed: Sequence[Replayed]) -> str:
    """What was wanted of each measure, what came out, and how far the draws lie apart."""
    lines = ["", "## What was wanted, and what came out", ""]
    lines += ["| | made-up goals, wanted | mean of draws | draws from–to | calendar | printed goals, wanted | right |"]
    lines += ["|---|---|---|---|---|---|---|"]
    calendar = {one.group[0]: one.calendar / one.calendar_of for one in tallied(made_up, ("measure",))}
    early = {one.group[0]: right(one) for one in tallied(printed, ("measure",))}
    for measure, wanted in WANTED.items():
        draws = [right(one) for one in tallied(made_up, ("measure", "seed")) if one.group[0] == measure]
        cells = [wanted.name, f"{wanted.made_up:.1%}", marked(sum(draws) / len(draws), wanted.made_up)]
        cells += [f"{min(draws):.1%}–{max(draws):.1%}", f"{calendar[measure]:.1%}"]
        cells += [f"{wanted.printed:.0%}", marked(early[measure], wanted.printed - 0.005)]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def right(tally: Tally) -> float:
    """The share of the flags that were right."""
    return tally.right / tally.flagged


def marked(share: float, wanted: float) -> str:
    """A share, and whether it misses what was wanted; goals in whole per cent are met from half a per cent below."""
    return f"{share:.1%}" if share >= wanted else f"{share:.1%} **missed**"


def counts(title: str, command: str, found: Sequence[Replayed], *by: str) -> str:
    """A heading, the command that gives the same, and the counts by some groups."""
    rows = counted_groups(found, by, totals=True)
    return f"\n## {title}\n\n    {command} --by {','.join(by)}\n\n{told(backtest.counts_sheet(rows, by, rows, ()))}"


def misses(found: Sequence[Replayed]) -> str:
    """Every case in which the flag was wrong."""
    head = f"\n## Every miss on the printed goals\n\n    {COMMAND} --misses\n\n"
    return head + told(backtest.replays_sheet([case for case in found if case.right is False], ()))


def told(sheet: Sheet[Any]) -> str:
    """A sheet as the page shows it."""
    return b"".join(written("markdown", sheet, ENGLISH)).decode()


def page() -> str:
    """The whole page."""
    made_up, printed = cases()
    return "".join(
        [
            INTRO,
            reached(made_up, printed),
            counts("Made-up goals, by measure and rule", MADE_UP, made_up, "measure", "rule"),
            counts("By verdict", MADE_UP, made_up, "measure", "verdict"),
            counts("By month of the figure", MADE_UP, made_up, "measure", "month"),
            counts("By indicator: where it fails", MADE_UP, made_up, "indicator"),
            counts("The printed national goals", COMMAND, printed, "measure", "rule"),
            misses(printed),
        ]
    )


if __name__ == "__main__":
    (ROOT / "docs/backtest.md").write_text(page(), encoding="utf-8")
