"""What do the commands share that write figures: who writes, how a doubt is asked about, how the end is told?"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Annotated, NamedTuple

import typer

from ycindic.cli.language import say
from ycindic.cli.options import AsOf, Data, as_of_date, known_words, not_empty
from ycindic.cli.output import Failed, murmur, talk, talk_lines
from ycindic.cli.sharing import Command, sharing
from ycindic.domain.plausibility import NOT_BY_YES, Doubt, Doubtful
from ycindic.domain.problem import Problem
from ycindic.load.find import find
from ycindic.record.doubting import Waiver
from ycindic.record.intake import Order
from ycindic.record.store import Writer
from ycindic.text import Text, _
from ycindic.text.proposed import proposed

IndicatorArgument = Annotated[str, typer.Argument(metavar="ID", help="The id of the indicator")]
PeriodText = Annotated[str, typer.Argument(metavar="PERIOD", help="The period: 2026-Q1")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show it, write nothing")]
Published = Annotated[
    str, typer.Option(metavar="DATE", callback=not_empty, help="When it was published; default today")
]
BasisOption = Annotated[
    str,
    typer.Option(
        metavar="ytd|alone|point", callback=not_empty, help="What it covers; default by the indicator's measure"
    ),
]
SourceText = Annotated[str, typer.Option("--source", metavar="TEXT", help="Where it comes from")]
StageText = Annotated[
    str,
    typer.Option(
        "--stage",
        "--status",
        metavar="preliminary|revised|final",
        callback=not_empty,
        help="How final the publisher calls it",
    ),
]
NoteOption = Annotated[str, typer.Option(metavar="TEXT", help="A note")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask about what looks strange, but for a size and the future")]
_NothingAsked = Annotated[bool, typer.Option("--yes", help="As in the other commands that write; nothing is asked")]
_ANSWERS: dict[str, object] = {
    "yes": Yes,
    "waive": Annotated[
        list[str] | None,
        typer.Option("--waive", metavar="NAME,...", help="Answer these questions with yes: unit-slip,off-rhythm"),
    ],
}


class Writing(NamedTuple):
    """How figures are to be written, as it was typed."""

    dry_run: bool = False
    yes: bool = False
    waive: list[str] | None = None
    as_of: str | None = None
    data: str | None = None

    def order(self, command: str) -> Order:
        """Whose figures a command may write, and what was answered beforehand; a name that is none is a usage error."""
        told = Waiver(self.yes, frozenset(Doubtful(one) for one in known_words(self.waive, list(Doubtful), "--waive")))
        return Order(find(self.data), today(), as_of_date(self.as_of), whoever_writes(command), self.dry_run, told)


WRITING = Writing()


def writing(*, asks: bool) -> Callable[[Command], Command]:
    """Give a command the options of a write, which it takes as its argument `how`; what it asks can be answered."""
    return sharing(
        "how",
        Writing,
        {"dry_run": DryRun, **(_ANSWERS if asks else {"yes": _NothingAsked}), "as_of": AsOf, "data": Data},
    )


def whoever_writes(command: str) -> Writer:
    """Who writes, for the log; the second of the two clocks of the program."""
    from getpass import getuser
    from socket import gethostname

    try:
        user = getuser()
    except (KeyError, OSError, ImportError):
        user = str(os.getuid()) if hasattr(os, "getuid") else "?"
    return Writer(user, command, _now, f"pid {os.getpid()} {gethostname()}")


def _now() -> str:
    """The time where the user is, in UTC where the environment names a zone that cannot be."""
    try:
        now = datetime.now().astimezone()
    except (ValueError, OverflowError, OSError):
        now = datetime.now(UTC)
    return now.isoformat(timespec="seconds")


def today() -> date:
    """The day that is written where no other is told."""
    return as_of_date(None)


def tell_faults(faults: Sequence[Problem]) -> None:
    """Tell in one line that the files have faults of their own."""
    if faults:
        talk(
            _(
                "note: the files have {count} problems of their own, see {validate}",
                count=len(faults),
                validate=proposed("validate"),
            )
        )


def on_terminal() -> bool:
    """Whether somebody sits there who can be asked."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def agreed(lines: Sequence[str], open_doubts: Sequence[Doubt]) -> bool:
    """Ask whether a figure is meant as typed; in a script that is an error, which the named option waives."""
    talk_lines(f"? {line}" for line in lines)
    if not on_terminal():
        refuse(open_doubts)
        raise Failed(2)
    return ask(_("Write it all the same?"))


def refuse(open_doubts: Sequence[Doubt]) -> None:
    """Say that nothing was written, and which option answers the questions that are open."""
    kinds = dict.fromkeys(one.kind for one in open_doubts)
    option = f"--waive {','.join(kinds)}" if NOT_BY_YES.intersection(kinds) else "--yes"
    talk(_("nothing was written; if it is meant so, add {option}", option=option))


def ask(question: Text) -> bool:
    """Ask on the terminal; anything but a clear yes is a no."""
    murmur(f"{say(question)} [y/N] ")
    if sys.stdin.readline().strip().lower() in ("y", "yes", "是", "好"):
        return True
    talk(_("nothing was written"))
    return False
