"""Which commands are there? Each lives in a file of its own and is loaded only when it is called."""

from __future__ import annotations

from importlib import import_module

import typer

from ycindic.cli.language import say

COMMANDS = {
    "status": "status",
    "show": "show",
    "validate": "validate",
    "audit": "audit",
    "check": "check",
    "due": "due",
    "diff": "diff",
    "record": "record",
    "retract": "retract",
    "import": "importing",
    "log": "log",
    "schema": "schema",
    "init": "init",
}
"""The commands, in the order of the help, and the module of each."""


def tree() -> typer.Typer:
    """The whole tree of commands, for help, completion and a word that is none of them."""
    app = _app(add_completion=True)
    app.callback(invoke_without_command=True)(_top)
    for name in COMMANDS:
        _define(app, name)
    return app


def single(name: str) -> typer.Typer:
    """Only the command that was called: definitions cost time, too."""
    app = _app(add_completion=False)
    _define(app, name)
    return app


def _define(app: typer.Typer, name: str) -> None:
    module = import_module(f"ycindic.cli.{COMMANDS[name]}")
    app.command(name, context_settings=getattr(module, "CONTEXT", None))(module.command)


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
