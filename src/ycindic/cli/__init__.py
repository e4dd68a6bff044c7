"""The command line: arguments in, one call, one print, one exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

import typer

from ycindic.cli.commands import COMMANDS, single, tree
from ycindic.cli.language import speak
from ycindic.cli.output import Failed, closed, silence, speak_utf8, talk

OF_THE_TREE = ("--help", "--version", "--install-completion", "--show-completion")
"""Options of the program itself; every other one belongs to `status`, the command that needs no name."""

OURS = 3
"""The exit code of a fault of ours."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and give its exit code; nothing but a code ever leaves it."""
    typed = list(sys.argv[1:] if arguments is None else arguments)
    speak(typed)
    speak_utf8()
    gc.disable()  # a short life: collecting cycles costs a tenth of it and frees nothing
    try:
        return _run(typed)
    except Failed as end:
        return end.code
    except typer.Abort:
        return 0
    except typer.TyperException as error:
        return _usage(error)
    except KeyboardInterrupt:
        return 130
    except SystemExit as end:
        return _library_exit(end)
    except OSError as error:
        return _no_place(error)
    except Exception as error:  # noqa: BLE001 - the last door: a traceback is never shown
        return _fault(error)


def _run(typed: list[str]) -> int:
    if not typed or (typed[0].startswith("-") and typed[0].partition("=")[0] not in OF_THE_TREE):
        typed = ["status", *typed]
    if typed[0] in COMMANDS and "_YCINDIC_COMPLETE" not in os.environ:
        result = single(typed[0])(typed[1:], standalone_mode=False, prog_name=f"ycindic {typed[0]}")
    else:
        result = tree()(typed, standalone_mode=False, prog_name="ycindic")
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
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "ycindic"
    talk(f"ycindic: {error.format_message()}")
    talk(f"         {path} --help")
    return getattr(error, "exit_code", 2)


def _fault(error: Exception) -> int:
    from ycindic.cli.language import say

    if os.environ.get("YCINDIC_DEBUG"):
        import traceback

        talk(traceback.format_exc())
    kind = type(error).__name__
    told = f"{kind}: {error}"
    talk(say(f"程序自身的错误（{told}），请附命令报告", f"a fault of ours ({told}); please report it with the command"))
    talk(say("设 YCINDIC_DEBUG=1 可看细节", "YCINDIC_DEBUG=1 tells more"))
    return OURS
