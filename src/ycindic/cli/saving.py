"""Where does an answer go: to stdout, into a stream, or whole or not at all into a file that is no data?"""

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, NamedTuple, NoReturn

import typer

from ycindic.cli.language import say
from ycindic.cli.options import named
from ycindic.cli.output import Failed, closed, is_terminal, send, talk
from ycindic.load.find import Folder
from ycindic.render.answers.sheet import Row, Sheet
from ycindic.render.forms import FORMS, is_earlier
from ycindic.text import Text, _

Output = Annotated[Path | None, typer.Option(metavar="FILE", parser=named, help="Write to a file, whole or not at all")]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there, although it is no earlier answer")]
STDOUT = Path("-")


class Destination(NamedTuple):
    """A file that was asked for, None for stdout; whether any other file may go for it; the workspace in use."""

    path: Path | None
    force: bool
    used: Folder | None

    @property
    def to_stdout(self) -> bool:
        """Whether no file was named."""
        return self.path in (None, STDOUT)


_Pieces = Callable[[bool], Iterable[bytes]]
"""An answer in a form, a piece at a time, told whether a terminal shows it."""


def put_text(pieces: _Pieces, to: Destination, form: str, sheet: Sheet[Row]) -> None:
    """Write an answer where it was asked for; a file of a form that is no text is not for a terminal."""
    if to.to_stdout:
        if FORMS[form].gate is None and is_terminal(sys.stdout):
            _refuse(STDOUT, say(_("{form} is no text: name a file with --output", form=form)))
        for piece in pieces(is_terminal(sys.stdout)):
            send(piece)
        return
    from ycindic.files.streams import open_stream

    path = to.path or STDOUT
    try:
        spare_data(path, to.used, figures=sheet.fixed)
        stream = open_stream(path)
        if stream is None:
            _replace(path, b"".join(pieces(False)), to, form, sheet)
        else:
            _pour(stream, pieces)
    except OSError as error:
        if not closed(error):
            from ycindic.render.words.system import system_refusal

            _refuse(path, system_refusal(error))


def spare_data(path: Path, used: Folder | None, *, figures: bool) -> None:
    """A file of a workspace is no place for an answer; figures that can be read in again may stand among its own.

    Raises OSError where links go in circles.
    """
    from ycindic.record.belonging import owner

    folder = owner(path, used, figures=figures)
    if folder is not None:
        _refuse(path, say(_("it belongs to the workspace {folder}", folder=folder)))


def _replace(path: Path, data: bytes, to: Destination, form: str, sheet: Sheet[Row]) -> None:
    from ycindic.files.atomic import replace

    if not to.force and path.exists():
        with path.open("rb") as old:
            known = path.stat().st_nlink == 1 and is_earlier(form, old, sheet)
        if not known:
            told = say(
                _("it is there and does not look like an earlier answer of this form; add --force to replace it")
            )
            _refuse(path, told)
    replace(path, FORMS[form].mark + data)


def _pour(stream: int, pieces: _Pieces) -> None:
    from ycindic.files.streams import write_all

    try:
        if sys.stdout is not None:
            sys.stdout.flush()
        for piece in pieces(os.isatty(stream)):
            write_all(stream, piece)
    finally:
        os.close(stream)


def _refuse(path: Path, why: Text | str) -> NoReturn:
    talk(_("cannot write {path}: {why}", path=path, why=why))
    raise Failed(2)
