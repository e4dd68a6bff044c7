"""How well does a spreadsheet tell the ends of years? `FORECAST.ETS.ADD` of LibreOffice on the cases of the backtest.

    python bench/spreadsheet.py                      # the national workspace; needs soffice
    python bench/spreadsheet.py FOLDER 2026-11-27    # another one

For every month of every year with four whole years before it a row is written: the figures of all stretches known by
then (sums on the footing of the latest year, as our own methods see them) and one formula for each stretch to come.
LibreOffice calculates, and its year's ends stand beside ours and the plain rule's, by geometric means of ratios.
"""

import csv
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from math import exp, log
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZipFile

from ycindic.domain.backtest import End, year_ends
from ycindic.domain.history import Timeline
from ycindic.domain.model import Measure
from ycindic.domain.outlook.answer import LEAST_YEARS, last_published
from ycindic.domain.outlook.course import Origin
from ycindic.domain.outlook.paths import METHODS
from ycindic.domain.outlook.paths.library import amounts
from ycindic.domain.outlook.years import course
from ycindic.load.find import Folder
from ycindic.load.history import read_history
from ycindic.load.workspace import load

CHINA = Path(__file__).parent.parent / "examples/china"
MEASURES = (Measure.FLOW, Measure.GROWTH, Measure.MEAN)
MOST_STEPS = 12
"""The formulas of a case stand in so many columns, its figures after them."""
NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
CONTENT = (
    f'<office:document-content {NAMES} xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2">'
    '<office:body><office:spreadsheet><table:table table:name="cases">{rows}</table:table></office:spreadsheet>'
    "</office:body></office:document-content>"
)
KIND = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<m:file-entry m:full-path="/" m:media-type="{KIND}"/>'
    '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
)
FORMULA = "of:=COM.MICROSOFT.FORECAST.ETS({target};[.{first}{row}:.{last}{row}];[.{first}1:.{last}1];{season};1;1)"
"""What a file calls FORECAST.ETS.ADD."""


class Case(NamedTuple):
    """A moment of a year: what was said, and the row that a spreadsheet sees."""

    end: End
    origin: Origin
    figures: Sequence[float]


def main(folder: str = str(CHINA), day: str = "2026-11-27") -> None:
    """Write the cases, let LibreOffice calculate, print the ratios."""
    cases = list(found(Path(folder), date.fromisoformat(day)))
    told = calculated(cases)
    for measure in MEASURES:
        mine = [(case, steps) for case, steps in zip(cases, told, strict=True)
                if case.end.indicator.measure is measure and steps]  # fmt: skip
        if mine:
            ours = ratio([(case, case.end.chosen.said.ending) for case, _ in mine])
            theirs = ratio([(case, case.origin.ending(steps)) for case, steps in mine])
            print(f"{measure.value:8} {len(mine):5} cases   ours {ours:.3f}   FORECAST.ETS.ADD {theirs:.3f}")


def found(folder: Path, day: date) -> Iterator[Case]:
    """Every case of the folder by a day."""
    workspace = load(Folder(folder), day)
    plan = workspace.plan
    vintages = read_history(workspace.folder.actuals(), plan, plan.indicators).vintages
    timeline = Timeline(vintages, plan.indicators)
    for indicator in plan.indicators.values():
        for end in year_ends(plan, vintages, indicator, day, ()) if indicator.measure in MEASURES else ():
            if end.years >= LEAST_YEARS:
                facts = timeline.facts(end.as_of)
                seen = course(indicator, facts, end.year, last_published(plan, indicator))
                if seen is not None:
                    sums = indicator.measure is Measure.FLOW
                    yield Case(end, seen.now, amounts(seen.now) if sums else seen.values)


def calculated(cases: Sequence[Case]) -> list[list[float]]:
    """What the formulas of each case come to; nothing for one of them that has no answer."""
    longest = max(len(case.figures) for case in cases)
    rows = [cells([""] * MOST_STEPS + list(map(float, range(1, longest + 1))))]
    rows += [cells([*formulas(case, row), *case.figures]) for row, case in enumerate(cases, 2)]
    with tempfile.TemporaryDirectory() as name:
        book = Path(name) / "cases.ods"
        with ZipFile(book, "w") as file:
            file.writestr("mimetype", KIND)
            file.writestr("content.xml", CONTENT.format(rows="".join(rows)))
            file.writestr("META-INF/manifest.xml", MANIFEST)
        command = ["soffice", f"-env:UserInstallation=file://{name}/profile", "--headless", "--convert-to", "csv"]
        subprocess.run([*command, "--outdir", name, str(book)], check=True, capture_output=True)
        with (Path(name) / "cases.csv").open(encoding="utf-8", newline="") as table:
            answers = list(csv.reader(table))[1:]
    return [numbers(answer[: len(case.origin.rest)]) for case, answer in zip(cases, answers, strict=True)]


def formulas(case: Case, row: int) -> list[str]:
    """One formula for each stretch to come, and empty cells up to the figures."""
    known, season = len(case.figures), case.origin.course.season
    first, last = column(MOST_STEPS), column(MOST_STEPS + known - 1)
    steps = [
        FORMULA.format(target=known + step, first=first, last=last, row=row, season=season)
        for step in range(1, len(case.origin.rest) + 1)
    ]
    return steps + [""] * (MOST_STEPS - len(steps))


def cells(values: Sequence[float | str]) -> str:
    """A row of numbers, formulas and empty cells."""
    return f"<table:table-row>{''.join(map(cell, values))}</table:table-row>"


def cell(value: float | str) -> str:
    """A cell of the sheet."""
    if isinstance(value, str):
        return f'<table:table-cell table:formula="{escape(value)}"/>' if value else "<table:table-cell/>"
    return f'<table:table-cell office:value-type="float" office:value="{value!r}"/>'


def column(place: int) -> str:
    """What a column is called, counted from nought."""
    letters = ""
    while place >= 0:
        letters, place = chr(ord("A") + place % 26) + letters, place // 26 - 1
    return letters


def numbers(answer: Sequence[str]) -> list[float]:
    """The cells of an answer; nothing where one of them is an error."""
    try:
        return [float(one) for one in answer]
    except ValueError:
        return []


def ratio(said: Sequence[tuple[Case, float]]) -> float:
    """The geometric mean, over series and months, of mean errors over those of the plain rule."""
    sums: dict[tuple[str, int], list[float]] = {}
    for case, ending in said:
        end = case.end
        plain, came = end.by(METHODS[end.indicator.measure].plain), float(end.actual)
        if plain is not None:
            pair = sums.setdefault((end.indicator.id, end.month), [0.0, 0.0])
            pair[0] += abs(ending / came - 1) if end.indicator.measure is Measure.FLOW else abs(ending - came)
            pair[1] += abs(plain.error) / (100 if end.indicator.measure is Measure.FLOW else 1)
    logs = [log(mine / plain) for mine, plain in sums.values() if mine and plain]
    return exp(sum(logs) / len(logs))


if __name__ == "__main__":
    main(*sys.argv[1:])
