"""In which form is an answer told, with which columns, and where to? Shared by every command that lists something."""

import sys
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from ycindic.cli.complete import column_names, formats
from ycindic.cli.filters import Words
from ycindic.cli.options import known_word, known_words, wrong
from ycindic.cli.output import Failed, screen, talk
from ycindic.cli.saving import STDOUT, Destination, Force, Output, put_text
from ycindic.cli.sharing import Command, sharing
from ycindic.load.find import Folder
from ycindic.render.answers.sheet import Row, Sheet
from ycindic.render.forms import FORMS, written
from ycindic.text import _

Columns = Annotated[
    Words,
    typer.Option(
        "--columns", metavar="NAME,...", autocompletion=column_names, help="Only these columns, such as id,name"
    ),
]


def form_called(file: Path) -> str | None:
    """The form whose files end as this name does."""
    return next((name for name, form in FORMS.items() if form.ending == file.suffix.lower()), None)


def _form_meant(ctx: typer.Context, param: typer.CallbackParam, value: str) -> str:
    """The form that was typed, else the one that the name of the file asks for; a text is told as on the screen."""
    known_word(value, FORMS, "--format")
    source = ctx.get_parameter_source(param.name or "")
    file = ctx.params.get("output")  # it is there: what was typed is read before what was not
    if not isinstance(file, Path) or (source is not None and source.name == "COMMANDLINE"):
        return value
    if file == STDOUT or not file.suffix or file.suffix.lower() == FORMS["table"].ending:
        return value
    meant = form_called(file)
    if meant is None:
        known = ", ".join(form.ending for form in FORMS.values())
        raise wrong(
            _("{file}: no form ends like this; add --format, or one of {known}", file=file, known=known), "--output"
        )
    return meant


_OPTIONS: dict[str, object] = {
    "form": Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(FORMS),
            callback=_form_meant,
            autocompletion=formats,
            help="The form of the answer; without it the ending of --output tells",
        ),
    ],
    "columns": Columns,
    "wide": Annotated[bool, typer.Option("--wide", help="All columns of the table, however wide")],
    "output": Output,
    "force": Force,
}


class How(NamedTuple):
    """How an answer is to be told, as it was typed."""

    form: str = "table"
    columns: Words = None
    wide: bool = False
    output: Path | None = None
    force: bool = False


TABLE, LINES = How(), How("text")


def telling(command: Command) -> Command:
    """Give a command the options of an answer; it takes them as its argument `how`."""
    return sharing("how", How, _OPTIONS)(command)


def deliver(sheet: Sheet[Row], how: How, used: Folder | None = None, *, counted: bool = False) -> None:
    """Tell an answer on stdout, or whole or not at all in a file, which is said, `counted` by rows."""
    chosen = tuple(dict.fromkeys(known_words(how.columns, list(sheet.columns), "--columns")))
    to = Destination(how.output, how.force, used)
    look = screen(bare=not to.to_stdout)._replace(columns=chosen, wide=how.wide)
    need_library(how.form)
    put_text(lambda terminal: written(how.form, sheet, look._replace(terminal=terminal)), to, how.form, sheet)
    if to.to_stdout:
        return
    if counted:
        talk(_("wrote {file}: {rows} rows", file=how.output, rows=len(list(sheet.rows))))
    else:
        talk(_("wrote {file}", file=how.output))


def need_library(form: str) -> None:
    """Refuse a form whose libraries are not there, and say how to get them."""
    needs = FORMS[form].needs
    if not needs:
        return
    from importlib.util import find_spec
    from shlex import quote

    if any(find_spec(one) is None for one in needs):
        ending, libraries = FORMS[form].ending, " ".join(needs.values())
        command = f"{quote(sys.executable)} -m pip install {libraries}"
        talk(
            _(
                "{ending} needs {libraries}: {command} (.csv needs none)",
                ending=ending,
                libraries=libraries,
                command=command,
            )
        )
        raise Failed(2)
