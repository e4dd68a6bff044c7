"""Where does an answer go: to stdout, into a stream, or whole or not at all into a file that is no data?"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, NoReturn

import typer

from ycindic.cli.language import say
from ycindic.cli.output import Failed, answer, closed, talk
from ycindic.load.find import Folder
from ycindic.render.words.gate import passed
from ycindic.text import _

if TYPE_CHECKING:
    from ycindic.render.forms.heads import Kind

Output = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Write to a file, whole or not at all"),
]
Force = Annotated[
    bool,
    typer.Option(
        "--force",
        help="Replace a file that is there, although it is no earlier answer",
    ),
]
STDOUT = Path("-")


class Destination(NamedTuple):
    """A file that was asked for, None for stdout; whether any other file may go for it; the workspace in use."""

    path: Path | None
    force: bool
    used: Folder

    @property
    def to_stdout(self) -> bool:
        """Whether no file was named."""
        return self.path in (None, STDOUT)


def put(text: str, to: Destination, form: str, *, kind: Kind = "status") -> None:
    """Write an answer where it was asked for; a CSV file carries a byte order mark."""
    if to.to_stdout:
        answer(text, form)
    else:
        put_bytes(passed(text, form).encode("utf-8", "backslashreplace"), to, form, kind=kind)


def put_bytes(data: bytes, to: Destination, form: str, *, kind: Kind = "status") -> None:
    """Write bytes into the file; refused, with 2, where the file is no place for an answer of this form.

    That is a file of a workspace, always; and, unless forced, one that does not begin like an earlier answer.
    """
    from ycindic.files.streams import open_stream

    path = to.path or STDOUT
    try:
        _spare_data(path, to, kind=kind)
        stream = open_stream(path)
        if stream is None:
            _replace(path, data, to, form, kind=kind)
        else:
            _pour(stream, data, form)
    except OSError as error:
        if not closed(error):
            _refuse(path, error.strerror or type(error).__name__)


def _spare_data(path: Path, to: Destination, *, kind: Kind) -> None:
    from ycindic.record.belonging import owner

    folder = owner(path, to.used, figures=kind == "figures")
    if folder is not None:
        _refuse(path, say(_("it belongs to the workspace {folder}", folder=folder)))


def _replace(path: Path, data: bytes, to: Destination, form: str, *, kind: Kind) -> None:
    from ycindic.files.atomic import replace
    from ycindic.files.decoding import MARK
    from ycindic.render.forms.heads import is_answer

    if not to.force and path.exists():
        with path.open("rb") as old:
            known = path.stat().st_nlink == 1 and is_answer(form, old, kind)
        if not known:
            told = say(
                _("it is there and does not look like an earlier answer of this form; add --force to replace it")
            )
            _refuse(path, told)
    replace(path, (MARK.encode() if form == "csv" else b"") + data)


def _pour(stream: int, data: bytes, form: str) -> None:
    from ycindic.files.streams import write_all

    try:
        if sys.stdout is not None:
            sys.stdout.flush()
        if form == "csv" and os.isatty(stream):
            data = passed(data.decode(), form, terminal=True).encode()
        write_all(stream, data)
    finally:
        os.close(stream)


def _refuse(path: Path, why: str) -> NoReturn:
    talk(_("cannot write {path}: {why}", path=path, why=why))
    raise Failed(2)
