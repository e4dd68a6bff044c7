"""Which commands are there? Each lives in a file of its own and is loaded only when it is called."""

from __future__ import annotations

from importlib import import_module

import typer

from ycindic.cli.language import say

COMMANDS = ("status", "show", "validate", "audit", "check", "due", "diff", "schema")


def tree() -> typer.Typer:
    """The whole tree of commands, for help, completion and a word that is none of them."""
    app = _app(add_completion=True)
    app.callback(invoke_without_command=True)(_top)
    for name in COMMANDS:
        app.command(name)(import_module(f"ycindic.cli.{name}").command)
    return app


def single(name: str) -> typer.Typer:
    """Only the command that was called: definitions cost time, too."""
    app = _app(add_completion=False)
    app.command(name)(import_module(f"ycindic.cli.{name}").command)
    return app


def _app(*, add_completion: bool) -> typer.Typer:
    return typer.Typer(
        name="ycindic",
        help=say("政府承诺的数字,兑现得怎样?", "We promised numbers; are we keeping them?"),
        add_completion=add_completion,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )


def _top(
    version: bool = typer.Option(False, "--version", help=say("版本", "Show the version")),
) -> None:
    if version:
        from ycindic import __version__
        from ycindic.cli.output import Failed, answer

        answer(f"ycindic {__version__}\n")
        raise Failed(0)
