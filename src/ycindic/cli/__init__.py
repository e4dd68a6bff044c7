"""The command line: arguments in, one call, one print, one exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer

from ycindic.cli.commands import COMMANDS, single_command, tree
from ycindic.cli.language import speak
from ycindic.cli.meant import command_meant
from ycindic.cli.output import STOPPED, Failed, answer, closed, murmur, silence, speak_utf8, talk
from ycindic.text import _
from ycindic.text.proposed import propose_for

_OURS = 3
"""The exit code of a fault of ours."""
_VARIABLE = "_YCINDIC_COMPLETE"
"""A shell that asks for completion sets this."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and give its exit code; nothing but a code ever leaves it."""
    typed = list(sys.argv[1:] if arguments is None else arguments)
    speak(typed)
    speak_utf8()
    try:
        return _run(typed)
    except Failed as end:
        return end.code
    except typer.Abort:
        return 0
    except typer.TyperException as error:
        return _usage(error)
    except KeyboardInterrupt:
        return STOPPED
    except SystemExit as end:
        return _library_exit(end)
    except OSError as error:
        return _no_place(error)
    except Exception as error:  # noqa: BLE001 - the last door: a traceback is never shown
        return STOPPED if _stopped(error) else _fault(error)
    finally:
        propose_for("")


def flushed(code: int) -> int:
    """The exit code when the last word is out: what the system refuses only then counts too."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except OSError as error:
        return code if closed(error) else _no_place(error)
    return code


def _run(typed: list[str]) -> int:
    words = command_meant(typed)
    if _VARIABLE in os.environ:
        from ycindic.cli.complete import command_typed, reply

        begun = command_typed(os.environ)
        names = (begun,) if begun in COMMANDS else COMMANDS
        answer(reply(lambda: tree(names)(words, standalone_mode=False, prog_name="ycindic")), "text")
        return 0
    if words[0] in COMMANDS:
        result = single_command(words[0])(words[1:], standalone_mode=False, prog_name=f"ycindic {words[0]}")
    else:
        result = tree()(words, standalone_mode=False, prog_name="ycindic")
    return result if isinstance(result, int) else 0


def _library_exit(end: SystemExit) -> int:
    """The command library ends with 1 where a reader of its help has gone: to us that is no fault."""
    if isinstance(end.__context__, OSError) and closed(end.__context__):
        silence(sys.__stdout__)
        return 0
    return end.code if isinstance(end.code, int) else 0


def _no_place(error: OSError) -> int:
    """What the system refuses is no fault of the program: a full disk below a help text, a folder without rights."""
    silence(sys.stdout)
    talk(f"ycindic: {': '.join(str(one) for one in (error.filename, error.strerror or error) if one)}")
    return 2


def _usage(error: typer.TyperException) -> int:
    from ycindic.cli.mistakes import mistake

    context = getattr(error, "ctx", None)
    path = context.command_path if context else "ycindic"
    talk(f"ycindic: {mistake(error)}")
    talk(f"         {path} --help")
    return getattr(error, "exit_code", 2)


def _stopped(error: BaseException) -> bool:
    """Whether Ctrl-C is behind it: Python 3.11 wraps what comes while an enumeration is made in a RuntimeError."""
    behind = error.__cause__ or error.__context__
    return isinstance(error, KeyboardInterrupt) or (behind is not None and _stopped(behind))


def _fault(error: Exception) -> int:
    if os.environ.get("YCINDIC_DEBUG"):
        import traceback

        murmur(traceback.format_exc())
    kind = type(error).__name__
    told = f"{kind}: {error}"
    talk(_("a fault of ours ({told}); please report it with the command", told=told))
    talk(_("YCINDIC_DEBUG=1 tells more"))
    return _OURS
