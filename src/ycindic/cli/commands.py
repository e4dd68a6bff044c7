"""Which commands are there? Each lives in a file of its own and is loaded only when it is called."""

from __future__ import annotations

from importlib import import_module

import typer

from ycindic.cli.language import say

COMMANDS = ("status", "validate", "schema")


def tree(only: str | None) -> typer.Typer:
    """The tree of commands, or just the one that was called: definitions cost time, too."""
    app = typer.Typer(
        name="ycindic",
        help=say("政府承诺的数字,兑现得怎样?", "We promised numbers; are we keeping them?"),
        no_args_is_help=False,
        add_completion=only is None,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback(invoke_without_command=True)(_top)
    for name in (only,) if only else COMMANDS:
        module = import_module(f"ycindic.cli.{name}")
        app.command(name, rich_help_panel=None)(module.command)
    return app


def _top(
    version: bool = typer.Option(False, "--version", help=say("版本", "Show the version")),  # noqa: FBT001, FBT003
) -> None:
    if version:
        from ycindic import __version__
        from ycindic.cli.output import Failed, answer

        answer(f"ycindic {__version__}\n")
        raise Failed(0)
