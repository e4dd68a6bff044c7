"""What did the user mean? A mistyped command, option or word is answered with the nearest right one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

import typer
from typer._click import Context

from ycindic.cli.language import say
from ycindic.text import _
from ycindic.text.proposed import proposed


def mistake(error: typer.TyperException) -> str:
    """One line about a mistake in the command line, in the reader's language."""
    match type(error).__name__:
        case "NoSuchOption":
            return _option(error)
        case "MissingParameter":
            name = _name(error)
            return say(_("{name} is missing", name=name))
        case "BadOptionUsage":
            name = getattr(error, "option_name", "")
            return say(_("{name} needs a value", name=name))
        case "BadParameter":
            name = _name(error)
            return say(_("{about}: {said}", about=name, said=error.message)) if name else error.message
        case _:
            return _of_words(error)


def _of_words(error: typer.TyperException) -> str:
    """A word too many, or none."""
    extra = re.match(r"Got unexpected extra argument\S* \((.*)\)", error.message)
    if extra:
        return say(_("one word too many: {extra}", extra=extra[1]))
    return say(_("a command is missing")) if error.message == "Missing command." else error.message


def unknown_command(word: str, known: Sequence[str], ctx: Context) -> typer.BadParameter:
    """The error about a word that is no command; what looks like a target's id is asked about with one."""
    near = get_close_matches(word.lower(), known, n=1, cutoff=0.5)
    if "@" in word and "status" in known:
        hint = say(_("; did you mean {show}?", show=proposed("show", word)))
    elif near:
        hint = say(_("; did you mean {near}?", near=near[0]))
    else:
        hint = say(_("; there are: {known}", known=", ".join(known)))
    return typer.BadParameter(say(_("no command {word!r}{hint}", word=word, hint=hint)), ctx=ctx)


def _option(error: typer.TyperException) -> str:
    word = str(getattr(error, "option_name", ""))
    context = getattr(error, "ctx", None)
    known = [name for one in (context.command.get_params(context) if context else ()) for name in one.opts]
    near = get_close_matches(word, [name for name in known if name.startswith("-")], n=1, cutoff=0.5)
    hint = say(_("; did you mean {near}?", near=near[0])) if near else ""
    return say(_("no option {word}{hint}", word=word, hint=hint))


def _name(error: typer.TyperException) -> str:
    hint, param, context = (getattr(error, name, None) for name in ("param_hint", "param", "ctx"))
    if hint:
        return str(hint)
    if param is None:
        return ""
    return str(param.make_metavar(context) if param.param_type_name == "argument" else param.opts[0])
