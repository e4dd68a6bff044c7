"""Which commands are there? Each lives in a file of its own and is loaded only when it is called."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from types import ModuleType
from typing import Any

import typer
from typer._click import Command as AnyCommand
from typer._click import Context, HelpFormatter, Parameter
from typer._click.shell_completion import CompletionItem
from typer.core import TyperCommand, TyperGroup, TyperOption

from ycindic.text.catalogue import languages

COMMANDS = (
    *("status", "show", "export", "targets", "indicators", "calc", "validate", "audit", "check", "due", "diff"),
    *("backtest", "whatif", "record", "retract", "undo", "import", "form", "log", "scan", "compare", "add"),
    *("import-targets", "schema", "init"),
)
"""The commands, in the order of the help."""
_FILES = {"import": "importing"}
"""The file of a command whose name can be none."""


class _Paged:
    """What has a page of help that is written by us."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the page."""
        from ycindic.cli.help import page

        formatter.write(page(ctx))


class _HelpedCommand(_Paged, TyperCommand):
    """A command that can be asked in which language to answer.

    Its help is written by us: in the reader's language, lined up with wide characters, with examples.
    """

    def __init__(self, name: str | None, **settings: Any) -> None:  # noqa: ANN401 - the library's own
        super().__init__(name, **settings)
        words, told = "|".join(languages()), "The language of the answer"
        self.params.append(
            TyperOption(param_decls=["--lang"], metavar=words, help=told, expose_value=False, callback=_spoken)
        )

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """Complete a word, with what it means in the reader's language."""
        from ycindic.cli.help import completions_explained

        return completions_explained(super().shell_complete(ctx, incomplete), {})


class _HelpedGroup(_Paged, TyperGroup):
    """A group of commands; a word that is none of them gets the nearest one."""

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """Complete the name of a command, with what it does in the reader's language."""
        from ycindic.cli.help import completions_explained

        return completions_explained(super().shell_complete(ctx, incomplete), self.commands)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, AnyCommand | None, list[str]]:
        """Find the command that a word names."""
        if args and args[0] not in self.commands and not args[0].startswith("-") and not ctx.resilient_parsing:
            from ycindic.cli.mistakes import unknown_command

            raise unknown_command(args[0], list(self.commands), ctx)
        return super().resolve_command(ctx, args)


def _spoken(_: Context, option: Parameter, word: str | None) -> None:
    """Refuse a language that we do not speak; the one to speak was chosen when the process began."""
    if word is not None:
        from ycindic.cli.options import known_word

        known_word(word, languages(), option.opts[0])


def tree(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """The tree of all commands, or of some: for help, completion and a word that is none of them."""
    app = _app(add_completion=True)
    app.callback(invoke_without_command=True)(_top)
    for name in names:
        _define(app, name)
    return app


def single_command(name: str) -> typer.Typer:
    """Only the command that was called: definitions cost time, too."""
    module = _module(name)
    if hasattr(module, "GROUP"):
        return _group(module)
    app = _app(add_completion=False)
    _define(app, name)
    return app


def _define(app: typer.Typer, name: str) -> None:
    module = _module(name)
    if hasattr(module, "GROUP"):
        app.add_typer(_group(module), name=name)
    else:
        app.command(name, cls=_HelpedCommand)(module.command)


def _module(name: str) -> ModuleType:
    return import_module(f"ycindic.cli.{_FILES.get(name, name.replace('-', '_'))}")


def _group(module: ModuleType) -> typer.Typer:
    app = typer.Typer(cls=_HelpedGroup, help=module.HELP, add_completion=False, rich_markup_mode=None)
    members: dict[str, Callable[..., int]] = module.GROUP
    for name, command in members.items():
        app.command(name, cls=_HelpedCommand)(command)
    return app


def _app(*, add_completion: bool) -> typer.Typer:
    return typer.Typer(
        name="ycindic",
        cls=_HelpedGroup,
        help="We promised numbers; are we keeping them?",
        add_completion=add_completion,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )


def _top(version: bool = typer.Option(False, "--version", help="Show the version")) -> None:
    if version:
        from ycindic import __version__
        from ycindic.cli.output import Failed, answer

        answer(f"ycindic {__version__}\n", "text")
        raise Failed(0)
