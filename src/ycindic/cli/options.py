"""Which options do several commands share, and what do their words mean?"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from ycindic.cli.language import say
from ycindic.domain.model import Plan
from ycindic.domain.period import CIVIL, FIRST_YEAR, LAST_YEAR, Calendar, Period, parse
from ycindic.domain.select import called
from ycindic.load.cells import narrow
from ycindic.load.find import find
from ycindic.text import Joined, Text, Verbatim, _, _p
from ycindic.text.proposed import propose_for


def wrong(text: Text, option: str | None = None) -> typer.BadParameter:
    """The error about what was typed for an option or argument."""
    return typer.BadParameter(say(text), param_hint=option)


def _empty(option: str | None) -> typer.BadParameter:
    return wrong(_("it may not be empty"), option)


def not_empty(ctx: typer.Context, param: typer.CallbackParam, value: str | None) -> str | None:
    """Refuse an option that was typed with nothing in its place, whatever it means when it is left out."""
    source = ctx.get_parameter_source(param.name or "")
    if value is not None and not value.strip() and source is not None and source.name == "COMMANDLINE":
        raise _empty(param.opts[0])
    return value


def _possible(name: str, option: str | None) -> None:
    """Refuse a name that the system cannot even ask about."""
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        raise wrong(_("no file can be called {name!r}", name=name), option) from None


def _folder_asked(ctx: typer.Context, param: typer.CallbackParam, value: str | None) -> str | None:
    """The folder that was asked for; commands that are proposed name it where they would find another one."""
    asked = not_empty(ctx, param, value)
    _possible(asked or "", param.opts[0])
    propose_for(asked if asked and find(asked).path.absolute() != find(None).path.absolute() else "")
    return asked


def named(text: str) -> Path:
    """The file or folder of a name that was typed; no name does not mean the folder one is in."""
    if not text.strip():
        raise _empty(None)
    _possible(text, None)
    return Path(text)


Data = Annotated[
    str | None, typer.Option("--data", metavar="DIR", callback=_folder_asked, help="The folder that holds targets.yaml")
]
TEXT_OR_JSON = ("text", "json")
TextOrJson = Annotated[str, typer.Option("--format", metavar="|".join(TEXT_OR_JSON), help="The form of the answer")]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help=("The date of the question, such as 2026-09-20, or a month, meaning its end; default today"),
    ),
]


def as_of_date(text: str | None, option: str = "--as-of") -> date:
    """The date of the question; the only clock of the program."""
    if text is None:
        return date.today()  # noqa: DTZ011 - a calendar day where the user is
    try:
        day = date.fromisoformat(text) if len(text) == 10 else _end(spoken_period(text), text, option)
    except ValueError:
        raise _bad_date(text, option) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _bad_date(text, option)
    return day


def spoken_period(text: str, calendar: Calendar = CIVIL) -> Period | None:
    """A period in our own writing or in people's words, its year among them; None where it is none."""
    if own := parse(text, calendar):
        return own
    from ycindic.record.spoken import stretch

    return stretch(text)


def _end(period: Period | None, text: str, option: str) -> date:
    if period is None:
        raise _bad_date(text, option)
    return period.end


def _bad_date(text: str, option: str) -> typer.BadParameter:
    return wrong(_("{text!r} is no date: write 2026-09-20 or 2026-09", text=text), option)


def known_word(word: str, known: Collection[str], option: str) -> str:
    """The one word of an option, a known one; else an error that names the nearest."""
    if word not in known:
        raise unknown(word, known, option)
    return word


def listed_words(values: Iterable[str] | None, option: str) -> tuple[str, ...]:
    """The words of an option that may be repeated or comma-separated; nothing in its place is an error.

    A script whose variable is empty would ask for everything, or check nothing, and not know it.
    """
    every = [value.split(",") for value in values or ()]
    found = [tuple(word.strip() for word in one if word.strip()) for one in every]
    if not all(found):
        raise _empty(option)
    return tuple(word for one in found for word in one)


def known_words(values: Iterable[str] | None, known: Collection[str], option: str) -> tuple[str, ...]:
    """The words of an option, each of them a known one; else an error that names the nearest."""
    found = listed_words(values, option)
    for word in found:
        if word not in known:
            raise unknown(word, known, option)
    return found


def left_out(word: str, plan: Plan) -> bool:
    """Whether an id stands in the registry with a fault of its own: then the fault is told, not the id blamed."""
    indicator = word.partition("@")[0]
    return any(one in plan.left_out for one in (word, indicator, f"{indicator}@"))


def meant_by(word: str, plan: Plan, known: Collection[str], option: str) -> str:
    """The id of the one indicator that is called so, or by a part of whose name; else a usage error."""
    found = called(word, plan.indicators)
    if len(found) == 1:
        return found[0]
    if found:
        names = [Joined(Verbatim(" "), [plan.indicators[one].name, Verbatim(f"[{one}]")]) for one in found[:20]]
        several = Joined(_p("names in one line", "; "), names)
        raise wrong(_("{word!r} may mean several indicators: {several}", word=word, several=several), option)
    if left_out(word, plan):
        return word
    raise unknown(word, known, option)


def unknown(word: str, known: Collection[str], option: str) -> typer.BadParameter:
    """The error about a word that is none of the known ones, with the nearest of them."""
    return typer.BadParameter(no_such(word, known), param_hint=option)


def no_such(word: str, known: Collection[str]) -> str:
    """That a word is none of the known ones, with the nearest of them, or all if they are few."""
    near = get_close_matches(narrow(word).lower(), known, n=1, cutoff=0.6)
    hint = say(_("; did you mean {near}?", near=near[0])) if near else ""
    if not near and len(known) <= 20:
        hint = say(_p("words to choose from", "; there are: {known}", known=", ".join(known)))
    return say(_("no {word!r}{hint}", word=word, hint=hint))
