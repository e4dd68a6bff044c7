"""Does a file begin like an earlier answer of a form? Only such a one is replaced without being told to."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from typing import BinaryIO, Literal

from ycindic.files.decoding import MARK
from ycindic.render.answers.listing import Listing
from ycindic.render.answers.observations import COLUMNS as LONG
from ycindic.render.words import labels

Kind = Listing | Literal["status", "figures"]
"""Of what the answer is: of a list, of `status`, or the figures themselves as they are exported."""
STATUS: Kind = "status"
FIGURES: Kind = "figures"
ENOUGH = 16_384
"""Bytes of a head; longer than any header, title and first line of an answer."""
_DATE = rf"(?:{'|'.join(map(re.escape, labels.AS_OF))})\s+\d{{4}}-\d\d-\d\d"
"""The date of an answer as people read it."""
_TITLE = 5
"""A title that finds no room in one line takes no more lines than this."""
_BOOKS = ({"targets", "summary", "columns"}, {"observations"})
"""The sheets of our workbooks."""


def is_answer(form: str, file: BinaryIO, kind: Kind = STATUS) -> bool:
    """Whether an open file is empty, or by its head an earlier answer of this kind in this form."""
    if not file.read(1):
        return True
    file.seek(0)
    if form == "xlsx":
        return _book(file)
    return _HEADS[form](file.read(ENOUGH).decode("utf-8", "replace"), kind)


def _csv(text: str, kind: Kind) -> bool:
    """A mark, and a header of columns of the answer; the figures themselves have always the same ones."""
    cells = _header(text)
    if kind is FIGURES:
        return tuple(cells) == LONG
    return bool(cells) and set(cells) <= _columns(kind)


def _header(text: str) -> list[str]:
    line, end, _ = text.removeprefix(MARK).partition("\n")
    if not text.startswith(MARK) or not end or line.endswith("\r"):
        return []
    with suppress(csv.Error):
        return next(csv.reader([line], strict=True), [])
    return []


def _columns(kind: Kind) -> set[str]:
    from ycindic.render.answers.opinions import COLUMNS as VOTES
    from ycindic.render.forms.csv import header

    if not isinstance(kind, Listing):
        return {*header(), *VOTES}
    return set(header(kind.attributes, [name for name, one in kind.attributes.items() if one.bilingual]))


def _json(text: str, kind: Kind) -> bool:
    """Its version, and behind that the date of the question or the list."""
    return (
        re.match(rf'\{{\s*"schema": \d+,\s*"{kind.name if isinstance(kind, Listing) else "as_of"}": ', text) is not None
    )


def _table(text: str, kind: Kind) -> bool:
    """A title that ends with its date, or the headings of a list."""
    first = text.split("\n")
    if isinstance(kind, Listing):
        return _are_labels(re.split(r"\s{2,}", first[0].strip()), kind)
    return re.search(rf"\s{_DATE}$", "\n".join(first[:_TITLE]), re.MULTILINE) is not None


def _markdown(text: str, kind: Kind) -> bool:
    """A heading and below it the date and more, or the table of a list."""
    if isinstance(kind, Listing):
        first = text.partition("\n")[0]
        return first.startswith("| ") and _are_labels(first.strip("| ").split(" | "), kind)
    return re.match(rf"# .*\n\n{_DATE} · ", text) is not None


def _html(text: str, _: Kind) -> bool:
    from ycindic.render.forms.html import POLICY

    return text.startswith("<!doctype html>\n") and f'content="{POLICY}"' in text


def _are_labels(heads: Collection[str], listing: Listing) -> bool:
    """Whether these are headings of the list, a long one perhaps broken."""
    known = {label for one in listing.attributes.values() for label in one.label}
    return all(any(label.startswith(head) for label in known) for head in heads) and heads != [""]


def _book(file: BinaryIO) -> bool:
    """A workbook of ours that nobody has saved since: others begin it otherwise, or list the sheets first."""
    with (
        suppress(zipfile.BadZipFile, KeyError, ValueError, OSError, NotImplementedError),
        zipfile.ZipFile(file) as book,
    ):
        names = book.namelist()
        inside = book.getinfo("xl/workbook.xml")
        ours = names[0].startswith("[") and names.index("xl/worksheets/sheet1.xml") < names.index(inside.filename)
        if ours and inside.file_size <= ENOUGH:
            sheets = re.findall(r'<sheet name="(\w+)"', book.read(inside).decode("utf-8", "replace"))
            return set(sheets) in _BOOKS
    return False


_HEADS: Mapping[str, Callable[[str, Kind], bool]] = {
    "table": _table,
    "csv": _csv,
    "json": _json,
    "markdown": _markdown,
    "html": _html,
}
