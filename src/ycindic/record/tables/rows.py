"""What does each row of a table say before its figures: names, times, to which row above it does it belong?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ycindic.record.grid import Grid
from ycindic.record.tables.frame import FIGURES, LABEL, PERIOD, Block, FrameColumn, time_of
from ycindic.record.tables.names import Names
from ycindic.record.tables.rhythm import Timed, settled
from ycindic.record.tables.said import Said, label, unmarked
from ycindic.record.tables.vocabulary import PARTS_OF, plain_word
from ycindic.record.tables.when import When


class Clue(NamedTuple):
    """One thing that is said of a figure, and where; `timed` is its time in the light of its row or column."""

    row: int
    column: int
    text: str
    says: Said
    timed: Timed = Timed(None)

    @property
    def when(self) -> When | None:
        """The time that it names, if it names one."""
        return self.timed.when


class RowSays(NamedTuple):
    """What stands before the figures of a row.

    `name` is the label that names an indicator, or would; `parent` the row above that it is a part of; `times` are
    all times, `section` the lines above it between the figures, the nearest first; `cells` the texts of the other
    columns by their kind, `places` what tells rows of one name apart, by column.
    """

    row: int
    name: Clue | None
    times: tuple[Clue, ...]
    section: tuple[Clue, ...]
    cells: dict[str, str]
    places: dict[int, str]
    parent: str = ""


def rows_of(grid: Grid, names: Names, block: Block) -> list[RowSays]:
    """What every row of a table says, from the top."""
    labels = block.of(LABEL)
    filled = {one.place: _filled_down(grid, block, one) for one in (*labels, *block.of(PERIOD))}
    times = {one.place: _times(one, block.rows, filled[one.place], names) for one in block.of(PERIOD)}
    sections = _sections(names, block)
    first = min((one.place for one in block.of(FIGURES)), default=0)
    headed = {one.place: bool(one.heads) for one in labels}
    of_names = {one.place for one in labels if one.of_names}
    family, headings = _Family(names), _headings(block)
    found = []
    for row in block.rows:
        clues = [Clue(row, one.place, text, _said(names, text)) for one in labels if (text := filled[one.place][row])]
        left = [one for one in clues if one.column < first]
        name = _name(left, [one for one in left if one.column in of_names])
        when = [times[one.place][row] for one in block.of(PERIOD) if row in times[one.place]]
        when += [one._replace(timed=Timed(one.says.when)) for one in clues if one.says.when and one.column < first]
        places = {
            one.column: unmarked(one.text)
            for one in clues
            if one is not name and one.says.name and (one.column < first or headed[one.column])
        }
        for line in headings.pop(row, ()):
            family.parent(line, heading=True)
        parent = family.parent(name.text) if name else ""
        found.append(RowSays(row, name, tuple(when), sections[row], _cells(grid, block, row), places, parent))
    return found


def _headings(block: Block) -> dict[int, list[str]]:
    """The lines between the figures, by the row of figures that follows them."""
    found: dict[int, list[str]] = {}
    for line in block.sections:
        row = next((one for one in block.rows if one > line.row), None)
        if row is not None:
            found.setdefault(row, []).append(line.text)
    return found


def _said(names: Names, text: str) -> Said:
    whole = names.said(text)
    return whole if whole.known else names.said(label(text).text)


def _name(clues: Sequence[Clue], of_names: Sequence[Clue]) -> Clue | None:
    """The label that names an indicator; where none does the last one with words, as it would, below such a heading."""
    known = [one for one in clues if one.says.known]
    if known:
        return known[-1]
    return next((one for one in (*reversed(of_names), *reversed(clues)) if one.says.name), clues[-1] if clues else None)


def _filled_down(grid: Grid, block: Block, column: FrameColumn) -> dict[int, str]:
    """The texts of a column of labels; a blank below one is the rest of a merged range, if its row has other labels."""
    others = [one.place for one in (*block.of(LABEL), *block.of(PERIOD)) if one.place != column.place]
    found, above = {}, ""
    for row in block.rows:
        text = grid.filled.get((row, column.place), "").rstrip()
        if not text.strip() and any(grid.filled.get((row, place), "").strip() for place in others):
            text = above
        found[row] = above = text
    return found


def _times(column: FrameColumn, rows: Sequence[int], texts: dict[int, str], names: Names) -> dict[int, Clue]:
    """The times of a column, each in the light of the others; a text that names none says so by its clue."""
    clues = []
    for row in rows:
        text = texts[row]
        if not text.strip():
            continue
        when = time_of(text, column)
        says = Said(when=when) if when else names.said(text)
        if when is None and says.pure:
            when = says.when
        rest = says._replace(when=when, name="" if when else plain_word(text))
        clues.append(Clue(row, column.place, text.strip(), rest, Timed(when)))
    found = settled([one.when for one in clues])
    return {one.row: one._replace(timed=timed) for one, timed in zip(clues, found, strict=True)}


def _sections(names: Names, block: Block) -> dict[int, tuple[Clue, ...]]:
    """The lines between the figures above each row, the nearest first; of one kind the nearest counts."""
    found: dict[int, tuple[Clue, ...]] = {}
    lines = sorted((one.row, one) for one in block.sections)
    current: list[Clue] = []
    for row in block.rows:
        while lines and lines[0][0] < row:
            _, line = lines.pop(0)
            says = _said(names, line.text)
            current.insert(0, Clue(line.row, line.column, line.text.strip(), says, Timed(says.when)))
        found[row] = tuple(current)
    return found


_OTHERS = ("basis", "published", "stage", "bound", "source", "note", "unit", "scale")


def _cells(grid: Grid, block: Block, row: int) -> dict[str, str]:
    found = {}
    for kind in _OTHERS:
        column = block.one(kind)
        if column is not None and (text := grid.filled.get((row, column.place), "").strip()):
            found[kind] = text
    return found


class _Family:
    """To which row above does a row belong? 其中, an indent, or a lower kind of number makes it a part."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._above: list[tuple[int, int, str]] = []

    def parent(self, text: str, *, heading: bool = False) -> str:
        """The name of the row that this one is a part of; nothing below a heading, or where it stands by itself."""
        one, indent = label(text), len(text) - len(text.lstrip())
        depth = indent + (1000 if one.among and not indent else 0)
        while self._above and not self._below(self._above[-1], depth, one.level):
            self._above.pop()
        parent = self._above[-1][2] if self._above else ""
        if not one.among or indent:
            self._above.append((depth, one.level, "" if heading else one.text))
        return "" if self._is_part_by_name(one.text, parent) else parent

    @staticmethod
    def _below(above: tuple[int, int, str], depth: int, level: int) -> bool:
        indent, number, _ = above
        if depth != indent:
            return depth > indent
        return bool(level and number and level > number)

    def _is_part_by_name(self, text: str, parent: str) -> bool:
        """Whether a row is called as parts of an amount of everything are: 民间投资 below 固定资产投资."""
        parts = PARTS_OF.get(parent) or PARTS_OF.get(self._names.said(parent).name, ())
        return any(part in text for part in parts)
