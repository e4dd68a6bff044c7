"""What does a cell of somebody's table show, and what stands behind it?"""

import re
from datetime import date
from typing import Literal, NamedTuple

_CellKind = Literal["text", "number", "date", "truth", "error", "formula"]
"""`formula` is one that was never calculated, `error` one that failed (`#N/A`)."""


class Cell(NamedTuple):
    """A cell as it is seen.

    `text` is what is shown, without note marks: of a number plain digits (no thousands marks, `-` for every
    way to show a negative one) with the words of its format around them (`5.4%`, `0.6万人`, `第1季度`); of a
    date the parts that are shown, always as `2024-05-25`, `2024年5月`, `2024年`, `5月25日`, `5月`, `25日`.
    `note` are marks that do not belong to it: raised or struck-out letters, `¹`, `①`.
    `number` and `unit` are set for numbers only: the digits alone, and what the format says behind them, else
    before them (`%`, `万人`, `¥`); `stored` is the number behind it where the format rounds something away.
    `day` is the whole date of a date, also where parts of it are not shown.
    """

    text: str
    note: str = ""
    kind: _CellKind = "text"
    number: str = ""
    unit: str = ""
    stored: str = ""
    day: date | None = None


def struck_out(cell: Cell) -> Cell:
    """A cell whose format strikes it out: it says nothing any more, and its words are a note."""
    return Cell("", note=cell.text)


_RAISED = {
    ord(sign): plain
    for signs, plains in (("⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻ᵃᵇᶜᵈᵉⁿᵖʳ", "0123456789()+-abcdenpr"), ("₀₁₂₃₄₅₆₇₈₉₍₎₊₋", "0123456789()+-"))
    for sign, plain in zip(signs, plains, strict=True)
}
"""Signs above or below the line, and which they would be on it."""
_MARKS = re.compile(
    rf"(?<=.)[{''.join(map(chr, _RAISED))}①-⒇]+(?:[,，、][{''.join(map(chr, _RAISED))}①-⒇]+)*", re.DOTALL
)
_LOW = re.compile("[₀-₎]")
BEFORE = 64
"""So many characters before a mark tell whether it is one; all of them would take a long text quadratic time."""
_LENGTH = re.compile(r"(?:^|[^a-z])[kcdm]?m$", re.IGNORECASE)


def is_power(before: str, raised: str) -> bool:
    """Whether a raised sign belongs to the unit before it (m²) and marks no note."""
    return raised in ("2", "3") and _LENGTH.search(before) is not None


def without_marks(text: str) -> Cell:
    """A typed text apart from its note marks: 5.4¹ is 5.4 with the note 1; m², CO₂ and ①就业 stay."""
    if text.isascii():
        return Cell(text)
    notes: list[str] = []

    def taken(match: re.Match[str]) -> str:
        before, plain = text[max(match.start() - BEFORE, 0) : match.start()].rstrip(), match[0].translate(_RAISED)
        if is_power(before, plain) or (_LOW.match(match[0]) and not before[-1:].isdigit()):
            return match[0]
        notes.append(plain)
        return ""

    return Cell(_MARKS.sub(taken, text).rstrip() if _MARKS.search(text) else text, ",".join(notes))
