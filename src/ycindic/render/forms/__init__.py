"""In which forms is an answer written? One file each, loaded when it is asked for: this is their only table."""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from itertools import islice
from types import ModuleType
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TypeVar

from ycindic.render.answers.sheet import Row, Sheet
from ycindic.render.words import gate
from ycindic.render.words.gate import Gate
from ycindic.render.words.screen import Screen

if TYPE_CHECKING:  # an answer that tells no faults loads none of them
    from ycindic.render.answers.diagnosis import Diagnosis

_One = TypeVar("_One")
UTF8_MARK = b"\xef\xbb\xbf"
"""The byte order mark, by which spreadsheets know UTF-8."""


class _Form(NamedTuple):
    """How files of a form end, and what lets its text out; nothing, where it is no text.

    A file of it begins with the `mark`; the libraries that it `needs`, by their modules, come with an extra.
    """

    ending: str
    gate: Gate | None = gate.plain
    mark: bytes = b""
    needs: Mapping[str, str] = {}


FORMS = {
    "table": _Form(".txt", gate.coloured),
    "csv": _Form(".csv", gate.data, UTF8_MARK),
    "json": _Form(".json", gate.in_json),
    "markdown": _Form(".md"),
    "html": _Form(".html", gate.in_markup),
    "text": _Form(".log"),
    "xlsx": _Form(".xlsx", None, needs={"xlsxwriter": "XlsxWriter"}),
    "ods": _Form(".ods", None),
    "docx": _Form(".docx", None, needs={"docx": "python-docx", "matplotlib": "matplotlib"}),
}
"""The forms in which any sheet can be written; another is a file of its name and a line here."""
DIAGNOSES = {
    "text": FORMS["text"],
    "json": FORMS["json"],
    "junit": _Form(".xml", gate.in_markup),
    "github": _Form("", gate.annotated),
}
"""The forms in which faults, tensions and alerts are told; another is a file with `diagnosed` and a line here."""


def _file(form: str) -> ModuleType:
    """The file of a form; its libraries are loaded only now.

    Its `written` gives a sheet in pieces, a piece at a time where it may be long; its `is_earlier` tells whether a file
    that is not empty begins like an earlier answer of this kind in this form.
    """
    return import_module(f"{__name__}.{form}")


def written(form: str, sheet: Sheet[Row], screen: Screen) -> Iterator[bytes]:
    """A sheet in a form, with nothing in it that acts on what shows it."""
    pieces: Iterable[str | bytes] = _file(form).written(sheet, screen)
    for piece in pieces:
        yield piece if isinstance(piece, bytes) else let_out(piece, form, screen)


def diagnosed(form: str, told: "Diagnosis", lang: str) -> str:
    """What `validate`, `audit` and `check` found, in a form."""
    found: str = _file(form).diagnosed(told, lang)
    return found


def is_earlier(form: str, file: BinaryIO, sheet: Sheet[Row]) -> bool:
    """Whether an open file is empty, or by its head an earlier answer of this kind in this form."""
    if not file.read(1):
        return True
    file.seek(0)
    known: bool = _file(form).is_earlier(file, sheet)
    return known


def let_out(text: str, form: str, screen: Screen) -> bytes:
    """A text of a form as bytes, with nothing in it that acts on what shows it."""
    return ((FORMS | DIAGNOSES)[form].gate or gate.plain)(text, screen).encode("utf-8", "backslashreplace")


_BLOCK = 2000
"""So many rows are written at once: an answer of any length takes little memory."""


def batches(rows: Iterable[_One]) -> Iterator[list[_One]]:
    """Rows in blocks, at least one."""
    rest = iter(rows)
    yield list(islice(rest, _BLOCK))
    while some := list(islice(rest, _BLOCK)):
        yield some
