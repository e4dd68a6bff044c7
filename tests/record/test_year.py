"""A year of forty indicators, recorded and imported month by month, revised, and imported once more.

At each month's end `status` must say what is computed here from the same numbers without the program.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from record.workspaces import Desk, Said

INDICATORS = 40
BY_HAND = 4
"""So many of the forty are recorded one by one, the others come as a table a month."""
D = Decimal


def goal(number: int) -> Decimal:
    return D(120 + 12 * number)


def value(number: int, month: int) -> Decimal:
    """The total through a month: some go too slowly, some too fast; two decimals."""
    share = D(month) / 12 * (D(70) + number) / 100
    return (goal(number) * share).quantize(D("0.01"))


def revised(number: int, month: int) -> Decimal:
    """Every fifth figure is corrected a month later, downwards, but never below the month before."""
    return value(number, month) - D("0.50") if (number + month) % 5 == 0 else value(number, month)


def known(number: int, month: int, at_end_of: int) -> Decimal:
    """The figure for a month as it was known at the end of a month; it is published on the 20th of the next."""
    return revised(number, month) if at_end_of >= month + 2 else value(number, month)


def registry() -> Iterator[str]:
    yield "schema: 1\ntitle: {zh: 年, en: Year}\nindicators:\n"
    for number in range(INDICATORS):
        yield (
            f"  n{number}:\n    name: {{zh: 指标{number}号, en: Number {number}}}\n    unit: 件\n    measure: flow\n"
            "    released: {every: month, day: 20}\n    profile: linear\n"
            f"    targets: [{{period: 2024, relation: at_least, goal: {goal(number)}}}]\n"
        )


def published(month: int, *, later: int = 1) -> str:
    year, number = divmod(month + later - 1, 12)
    return f"{2024 + year}-{number + 1:02d}-20"


def month_end(month: int) -> str:
    return f"{2024 + (month - 1) // 12}-{(month - 1) % 12 + 1:02d}"


def table(month: int, numbers: range) -> str:
    rows = "".join(f"（{number + 1}）指标{number}号（件）,{value(number, month)}\n" for number in numbers)
    return f"2024年1—{month}月,\n指标,本年累计\n{rows}"


def verdict(number: int, month: int, done: Decimal) -> str:
    """By the rules of docs/rules.md for a flow with a linear profile."""
    share, through = Fraction(done) / Fraction(goal(number)), Fraction(month, 12)
    if share >= 1:
        return "achieved"
    if month == 12:
        return "missed"
    pace = share / through
    catch_up = ((1 - share) / (1 - through)) / pace
    if pace >= Fraction("1.05"):
        graded = "ahead"
    elif pace >= Fraction("0.95") and catch_up <= Fraction("1.2"):
        graded = "on_track"
    else:
        graded = "at_risk" if catch_up <= Fraction("1.5") else "off_track"
    if through < Fraction("0.25"):
        graded = {"ahead": "on_track", "off_track": "at_risk"}.get(graded, graded)
    return graded


def test_a_year_by_the_commands_says_at_each_month_end_what_was_known_then(tmp_path, capsys):
    desk = Desk(tmp_path / "city", capsys)
    (desk.folder / "targets.yaml").write_text("".join(registry()), encoding="utf-8")
    for month in range(1, 13):
        bring(desk, tmp_path, month)
        if month > 1:
            revise(desk, month - 1)
    revise(desk, 12)
    written = desk.files()
    assert desk.run("validate").code == 0
    for month in range(1, 13):
        path = tmp_path / f"m{month}.csv"
        assert desk.run("import", str(path)).code == 0, "once more"
    assert desk.files() == written
    for end in range(2, 15):
        month = min(end - 1, 12)
        told = status(desk, month_end(end))
        for number in range(INDICATORS):
            done = known(number, month, end)
            row = told[f"n{number}"]
            assert D(row["actual"]) == done, (number, end)
            assert D(row["gap"]) == goal(number) - done
            assert abs(D(row["completion"]) - done / goal(number)) < D("1e-9")
            assert row["verdict"] == verdict(number, month, done), (number, end, row)
    assert len(desk.log()) == INDICATORS * 12 + sum((n + m) % 5 == 0 for n in range(INDICATORS) for m in range(1, 13))


def bring(desk: Desk, folder, month: int) -> None:
    """The figures of a month as they come."""
    for number in range(BY_HAND):
        fine(desk.record(f"n{number} 2024-{month:02d} {value(number, month)} --published {published(month)} --yes"))
    path = folder / f"m{month}.csv"
    path.write_text(table(month, range(BY_HAND, INDICATORS)), encoding="gb18030")
    fine(desk.run("import", str(path), "--published", published(month), "--yes"))


def revise(desk: Desk, month: int) -> None:
    """The corrections of a month, a month later."""
    for number in range(INDICATORS):
        if revised(number, month) != value(number, month):
            line = f"n{number} 2024-{month:02d} {revised(number, month)} --status revised --yes"
            fine(desk.record(f"{line} --published {published(month, later=2)}"))


def fine(said: Said) -> None:
    assert said.code == 0, said


def status(desk: Desk, day: str) -> dict[str, dict[str, str]]:
    said = desk.run("status", "--as-of", day, "--format", "csv")
    return {row["indicator"]: row for row in csv.DictReader(io.StringIO(said.out))}
