"""`ycindic import-targets`: register the promises of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from ycindic.cli.hidden import HiddenToo, talk_of_hidden
from ycindic.cli.options import Data, named, not_empty, spoken_period, wrong
from ycindic.cli.output import Failed, talk, tell
from ycindic.cli.registering import as_told, in_series, put_in, talk_of_alike, talk_of_supposed
from ycindic.cli.writing import DryRun, Yes
from ycindic.domain.model import Plan
from ycindic.domain.problem import Code, Place, Problem, in_order
from ycindic.domain.select import called
from ycindic.load.find import find
from ycindic.load.workspace import plan_of
from ycindic.record.draft.entries import DraftedEntry, drafted_name
from ycindic.record.grid import Left, read_grids
from ycindic.record.registering.said import Supplement, entries_of, of_goal, open_goal, upside_down
from ycindic.record.registering.table import RegisterRow, grids_of, lines_of_totals, rows, unused_columns
from ycindic.record.registering.there import in_registered_unit, registered_fault, registered_one, same_goal
from ycindic.record.start.over import promised_year
from ycindic.scan.finding import Finding
from ycindic.text import _


def command(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", parser=named, help="A table: name, unit, goal, period, office")
    ],
    sheet: Annotated[str, typer.Option(metavar="NAME", help="The sheet of a workbook")] = "",
    period: Annotated[
        str, typer.Option(metavar="PERIOD", callback=not_empty, help="The period of rows that name none")
    ] = "",
    hidden: HiddenToo = False,
    dry_run: DryRun = False,
    yes: Yes = False,
    data: Data = None,
) -> int:
    """Register the promises of a table: name, unit, goal, period, office; no line that is there is touched"""
    usual = spoken_period(period) if period else None
    if period and usual is None:
        raise wrong(_("{period!r} is no period", period=period), "--period")
    folder = find(data)
    plan, faults = plan_of(folder)
    problems: list[Problem] = []
    left: list[Left] = []
    grids = list(grids_of(read_grids(file, sheet, problems, left, hidden=hidden)))
    talk_of_hidden(left)
    read = [row for grid in grids for row in rows(grid, usual, promised_year(plan), problems)]
    for grid in grids:
        for place in lines_of_totals(grid):
            talk(_("{place}: a total of other rows, left out", place=place))
        for text in unused_columns(grid):
            talk(_("column not used: {name} {text!r}", name=grid.name, text=text))
    made = _made(read, plan, problems)
    if problems:
        tell(in_order(problems))
        talk(_("nothing was written"))
        raise Failed(2)
    return (
        put_in("import-targets", folder, plan, faults, made, english_by="name_en", dry_run=dry_run, yes=yes)
        if made
        else 0
    )


def _made(read: list[RegisterRow], plan: Plan, problems: list[Problem]) -> list[DraftedEntry]:
    """An entry for each row; rows of one name become one indicator with several targets."""
    made: dict[str, DraftedEntry] = {}
    places: dict[tuple[str, str], Place] = {}
    supposed: list[Finding] = []
    for row in read:
        cells = row.cells
        found = of_goal(cells["name"], cells["goal"], cells.get("unit", ""), row.period)
        against = _held_against(cells.get("reference", ""), plan, made)
        if fault := _fault(row, found, against):
            problems.append(fault)
            continue
        entry, known = _entry_of(found, {**cells, "reference": against[0]}, plan, made)
        entry = in_registered_unit(entry, cells.get("unit", ""), plan, row.place, problems)
        first = places.setdefault((entry.id, entry.targets[0].keys["period"]), row.place)
        if first is not row.place:
            said = f"{drafted_name(found[0])} {cells['goal']}"
            problems.append(Problem(row.place, Code.PROMISED_TWICE, seen=said, expected=str(first)))
            continue
        supposed += [] if known or "measure" in cells else found
        old = registered_one(entry, plan)
        if old and same_goal(old, entry.targets[0].keys):
            talk(_("{place}: registered already with this goal, left out: {id}", place=row.place, id=old.id))
            continue
        if old:
            problems.append(registered_fault(row.place, old, plan, cells["goal"]))
        if entry.id in made:
            entry = made[entry.id]._replace(targets=(*made[entry.id].targets, *entry.targets))
        made[entry.id] = entry
    if not problems:
        talk_of_supposed(supposed, list(made.values()), _("a column measure says otherwise"))
    return list(made.values())


def _fault(row: RegisterRow, found: Sequence[Finding], against: Sequence[str]) -> Problem | None:
    """What is wrong with a row: its goal cannot be read, or what it is held against is nobody or several."""
    goal = row.cells["goal"]
    if falling := upside_down(goal, row.place):
        return falling
    if len(found) != 1:
        return Problem(row.place, Code.BAD_NUMBER, seen=goal, expected="6%左右、≥8、1-2")
    if found[0].relation is None:
        return open_goal(row.place, goal)
    return Problem(row.place, Code.UNKNOWN_ID, seen=row.cells["reference"]) if len(against) != 1 else None


def _held_against(named: str, plan: Plan, made: Mapping[str, DraftedEntry]) -> Sequence[str]:
    """The ids that the one that a row is held against may have, in the registry or above it in the table."""
    there = called(named, plan.indicators, whole=True)
    return (there or [one.id for one in made.values() if one.zh == named]) if named else [""]


def _entry_of(
    found: list[Finding], cells: Mapping[str, str], plan: Plan, made: Mapping[str, DraftedEntry]
) -> tuple[DraftedEntry, str]:
    """The entry of a row, and the id that it stands under already, in the registry or above it in the table."""
    name = drafted_name(found[0])
    there = called(name, plan.indicators, whole=True)
    same = next((one.id for one in made.values() if one.zh == name), "")
    known = there[0] if len(there) == 1 else same
    entry = entries_of(found, _told(cells, known), () if known else (*plan.indicators, *made))[0]
    if known or "id" in cells:
        return entry, known
    entry = in_series(entry, plan)
    if entry.id in plan.indicators:
        return entry, entry.id
    talk_of_alike(name, plan, "id")
    return entry, ""


def _told(cells: Mapping[str, str], known: str) -> Supplement:
    told = Supplement(
        id=known or cells.get("id", ""),
        name_en=cells.get("name_en", ""),
        measure=cells.get("measure", ""),
        better=cells.get("better", ""),
        against=cells.get("reference", ""),
    )
    keys = {key: cells.get(key, "") for key in ("section", "commitment", "wording", "by")}
    return as_told(told, keys, cells.get("publisher", ""), cells.get("every", ""), cells.get("day", ""))
