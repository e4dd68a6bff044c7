"""Does any answer of a day know a figure that was published later? Every figure here is invented."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cli.workspaces import indicator, workspace
from ycindic.cli import main
from ycindic.domain.history import known_on
from ycindic.load.find import Folder
from ycindic.load.history import read_history
from ycindic.load.registry import read_registry

MONTHLY = "released: {every: month, day: 20}"
INDICATORS = (
    indicator(
        "growth", f'unit: "%"; measure: growth; better: higher; levels: sums; {MONTHLY}',
        "period: 2024, relation: about, goal: 5", "period: 2025, relation: at_least, goal: 5",
        "period: 2024-2025, relation: at_least, goal: 5, average: true",
    ),
    indicator(
        "sums", f"unit: km; measure: flow; better: higher; {MONTHLY}",
        "period: 2024, relation: at_least, goal: 60", "period: 2025, relation: at_least, goal: 70",
        "period: 2024-2026, relation: at_least, goal: 200",
    ),
    indicator(
        "prices", f'unit: "%"; measure: mean; better: near; {MONTHLY}', "period: 2025, relation: about, goal: 2"
    ),
    indicator(
        "level", f"unit: km; measure: stock; better: higher; {MONTHLY}", "period: 2025, relation: at_least, goal: 9"
    ),
    indicator(
        "step", f'unit: "%"; measure: growth; better: higher; {MONTHLY}',
        "period: 2025, relation: in_step, reference: growth",
    ),
)  # fmt: skip
BASES = {"growth": "ytd", "sums": "ytd", "prices": "alone", "level": "point", "step": "ytd"}
COMMANDS = (
    "status --format csv --opinions",
    "status --format json --opinions",
    "status --format table --wide",
    "status --format html",
    "status --format markdown",
    "show growth sums prices level step",
    "show growth sums prices level step --format json",
    "export -",
    "export - --long",
    "audit --format json",
    "check --format json --fail-on all",
    "due --format json",
    "diff --format json",
    "backtest --format csv",
    "backtest --format csv --goals beside-last-year --seeds 1",
    "backtest --outlook --format csv",
    "backtest --outlook --cases --format csv",
    "whatif growth=continues sums=continues prices=as-last-year --format json",
    "whatif --solve sums@2025 --format json",
)
FIRST, YEARS = 2019, 7
"""So many years that the answers of the last two have intervals and chances."""


def rows(values: list[int], late: list[bool], revisions: list[int]) -> list[str]:
    """Years of figures, some dated by hand and late, some undated, and a few revisions months later."""
    found = []
    for place, (name, basis) in enumerate(BASES.items()):
        for month in range(12 * YEARS):
            year, of_year = FIRST + month // 12, month % 12 + 1
            value = values[(month * 5 + place) % len(values)] + (5 * of_year if name == "sums" else 0)
            next_year, next_month = FIRST + (month + 3) // 12, (month + 3) % 12 + 1
            dated = f"{next_year}-{next_month:02d}-11" if late[(month + place) % len(late)] else ""
            found.append(f"{name},{year}-{of_year:02d},{value},{basis},{dated},")
    for at, month in enumerate(revisions):
        found.append(f"growth,2024-{month:02d},{values[at % len(values)]},ytd,2025-{month:02d}-25,revised")
    return found


def answers(folder: Path, day: date) -> dict[str, str]:
    said = {}
    for command in COMMANDS:
        option = "--to" if command.startswith("diff") else "--as-of"
        out = io.StringIO()
        with redirect_stdout(out):
            code = main([*command.split(), "--data", str(folder), option, str(day), "--lang", "en"])
        said[command] = f"{code} {out.getvalue()}"
    return said


def changed(folder: Path, day: date, change: Decimal) -> int:
    """Change every figure of the file that was not known on a day; tells how many."""
    path = folder / "actuals/a.csv"
    plan = read_registry(Folder(folder).registry, [])
    every = read_history([path], plan, plan.indicators).vintages
    later = {one.place.line for one in every} - {one.place.line for one in known_on(every, plan.indicators, day)}
    lines = path.read_text(encoding="utf-8").splitlines()
    for line in later:
        cells = lines[line - 1].split(",")
        cells[2] = str(Decimal(cells[2]) + change)
        lines[line - 1] = ",".join(cells)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(later)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    values=st.lists(st.integers(1, 9), min_size=7, max_size=7),
    late=st.lists(st.booleans(), min_size=5, max_size=5),
    revisions=st.lists(st.integers(1, 12), max_size=4, unique=True),
    day=st.dates(date(2024, 2, 1), date(2026, 1, 31)),
    change=st.sampled_from([Decimal(1), Decimal("-0.5"), Decimal("0.25"), Decimal(1000)]),
)
def test_no_figure_published_later_changes_an_answer(
    tmp_path: Path, values: list[int], late: list[bool], revisions: list[int], day: date, change: Decimal
) -> None:
    folder = workspace(tmp_path, *INDICATORS, rows="\n".join(rows(values, late, revisions)))
    before = answers(folder, day)
    if changed(folder, day, change):
        after = answers(folder, day)
        assert [command for command in COMMANDS if before[command] != after[command]] == []


def test_a_contradiction_among_later_figures_is_told_without_them(tmp_path: Path) -> None:
    folder = workspace(tmp_path, *INDICATORS, rows="sums,2025-11,31337,ytd,2025-12-20,")
    once = (folder / "actuals" / "a.csv").read_text(encoding="utf-8")
    (folder / "actuals" / "b.csv").write_text(once.replace("31337", "27182"), encoding="utf-8")
    for day, named in ((date(2025, 12, 19), False), (date(2025, 12, 20), True)):
        told = answers(folder, day)["check --format json --fail-on all"]
        assert "conflict" in told
        assert ("31337" in told or "27182" in told) is named
