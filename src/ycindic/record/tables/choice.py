"""Which rows of a table speak of us, where it tells of several places, sexes or statistics at once?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ycindic.record.grid import Grid
from ycindic.record.tables.frame import Block, FrameColumn
from ycindic.record.tables.said import unmarked
from ycindic.record.tables.vocabulary import TOTAL, plain_word

_PLACES = ("市", "县", "区", "省", "镇", "乡", "州", "盟", "旗", "街道", "开发区", "师", "兵团")
"""How names of places end."""


class Choice(NamedTuple):
    """`地区=全市`: of a column only the rows with this text; without a name of whichever column of words."""

    column: str
    text: str

    def __str__(self) -> str:
        """As it is typed."""
        return f"{self.column}={self.text}"


def chosen_rows(text: str) -> Choice | None:
    """Read `COLUMN=TEXT`; None where there is no such sign."""
    column, sign, wanted = text.partition("=")
    return Choice(plain_word(column), plain_word(wanted)) if sign else None


def chosen(grid: Grid, block: Block, choices: Sequence[Choice]) -> tuple[list[int], set[Choice]]:
    """The rows of a table that are wanted, and the choices that spoke of one of its columns."""
    rows, used = list(block.rows), set()
    for one in choices:
        columns = [column for column in block.columns if not one.column or one.column in _called(column)]
        if columns:
            used.add(one)
            rows = [row for row in rows if any(_text(grid, row, column) == one.text for column in columns)]
    return rows, used


def _called(column: FrameColumn) -> set[str]:
    return {plain_word(column.text), *(plain_word(one.text) for one in column.heads)}


def _text(grid: Grid, row: int, column: FrameColumn) -> str:
    return plain_word(grid.filled.get((row, column.place), ""))


def totals(labels: Iterable[str]) -> list[str]:
    """The labels of all places together."""
    return [one for one in labels if plain_word(unmarked(one)) in TOTAL]


def are_places(labels: Sequence[str]) -> bool:
    """Whether labels are names of places, or of parts of a whole that has a row of its own."""
    plains = [plain_word(unmarked(one)) for one in labels]
    places = [one for one in plains if one.endswith(_PLACES) or one in TOTAL]
    return bool(plains) and (len(places) * 2 > len(plains) or bool(totals(plains)))


def varying(rows: Iterable[dict[int, str]]) -> dict[int, list[str]]:
    """The columns whose texts differ among rows, each with its texts in their order."""
    found: dict[int, dict[str, None]] = {}
    rows = list(rows)
    for column in {column for row in rows for column in row}:
        found[column] = dict.fromkeys(row.get(column, "").strip() for row in rows)
    return {column: list(texts) for column, texts in found.items() if len(texts) > 1}
