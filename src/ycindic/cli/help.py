"""What does --help say? Usage, meaning, arguments, options and real examples, in the reader's language."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence

import typer
from typer._click import Command, Context, Parameter
from typer._click.shell_completion import CompletionItem

from ycindic.cli.examples import EXAMPLES
from ycindic.cli.language import say
from ycindic.render.words.visible import padded, width, wrapped
from ycindic.text import _

_WIDEST = 100
_WIDEST_NAME = 30
_PROGRAM = "ycindic"

_OURS = {
    "help": _("Show this help"),
    "install_completion": _("Install completion for this shell"),
    "show_completion": _("Print the completion script"),
}
"""Options that the library adds, in our words."""


def page(ctx: Context) -> str:
    """The help of the command that a context is for."""
    room = min(_WIDEST, shutil.get_terminal_size((80, 24)).columns)
    path = ctx.command_path.removeprefix(_PROGRAM).strip()
    sections = [
        _usage(ctx),
        *wrapped(_translated(ctx.command.help), room),
        *_parameters(ctx, room),
        *_members(ctx, room),
    ]
    return "\n".join([*sections, *_examples(path, room), ""])


def _translated(help_text: str | None) -> str:
    """A help text, which the library keeps in English alone, in the language of this run."""
    return say(_(_in_one_line(help_text))) if help_text else ""


def completions_explained(found: list[CompletionItem], commands: Mapping[str, Command]) -> list[CompletionItem]:
    """What a shell may complete, in the language of this run; of a command the library knows only the first words."""
    for one in found:
        english = getattr(commands.get(one.value), "help", one.help)
        if (told := _translated(english)) != english:
            one.help = told
    return found


def _in_one_line(help_text: str) -> str:
    return " ".join(help_text.split())


def _usage(ctx: Context) -> str:
    arguments = [one.make_metavar(ctx) for one in ctx.command.params if one.param_type_name == "argument"]
    options = [say(_("[OPTIONS]"))]
    if getattr(ctx.command, "commands", None):
        arguments = [say(_("[COMMAND]"))]
        options = []
    return f"{say(_('Usage: '))}{' '.join([ctx.command_path, *options, *arguments])}\n"


def _parameters(ctx: Context, room: int) -> list[str]:
    arguments: list[tuple[str, str]] = []
    options: list[tuple[str, str]] = []
    for one in ctx.command.get_params(ctx):
        told = say(_OURS[one.name]) if one.name in _OURS else _translated(getattr(one, "help", None))
        if one.param_type_name == "argument":
            arguments.append((one.make_metavar(ctx), told))
        else:
            options.append((_option(ctx, one), told + _default(one)))
    found = _block(say(_("Arguments:")), arguments, room) if arguments else []
    return [*found, *_block(say(_("Options:")), options, room)]


def _option(ctx: Context, one: Parameter) -> str:
    names = ", ".join(one.opts)
    flag = getattr(one, "is_flag", False) or one.name in _OURS
    value = str(one.make_metavar(ctx))
    return names if flag else f"{names} {'WORD' if value.startswith('<') else value}"


def _default(one: Parameter) -> str:
    if one.required:
        return say(_(" (required)"))
    if one.default in (None, False, "", ()) or one.name in _OURS:
        return ""
    return say(_(" (default {default})", default=one.default))


def _members(ctx: Context, room: int) -> list[str]:
    commands = getattr(ctx.command, "commands", {})
    if not commands:
        return []
    more = say(_("Each has its own help: {command_path} COMMAND --help", command_path=ctx.command_path))
    return [
        *_block(say(_("Commands:")), [(name, _translated(one.help)) for name, one in commands.items()], room),
        "",
        more,
    ]


def _examples(path: str, room: int) -> list[str]:
    found = EXAMPLES.get(path, ())
    if not found:
        return []
    lines = ["", say(_("Examples:"))]
    for command, answers in found:
        lines += [f"  {command}", *(f"      {line}" for line in wrapped(say(answers), room - 6))]
    return lines


def _block(title: str, rows: Sequence[tuple[str, str]], room: int) -> list[str]:
    """Names on the left, what they mean beside them; a long name stands on a line of its own."""
    column = min(_WIDEST_NAME, max(width(name) for name, _ in rows)) + 4
    lines = ["", title]
    for name, told in rows:
        beside = wrapped(told, room - column) or [""]
        if width(name) + 4 > column:
            lines += [f"  {name}", f"{' ' * column}{beside[0]}".rstrip()]
        else:
            lines.append(f"{padded(f'  {name}', column)}{beside[0]}".rstrip())
        lines += [f"{' ' * column}{line}" for line in beside[1:]]
    return lines


def every_page(tree: typer.Typer) -> dict[str, str]:
    """The help of every command of a tree, by its path; `` is the program itself."""
    root = typer.main.get_command(tree)
    return dict(_pages(root, typer.Context(root, info_name=_PROGRAM)))


def every_help(tree: typer.Typer) -> Iterable[str]:
    """The English of what every command and option says of itself, as catalogues have it."""
    return _helps(typer.main.get_command(tree))


def _helps(command: Command) -> Iterable[str]:
    for one in (command, *(param for param in command.params if param.name not in _OURS)):
        if told := getattr(one, "help", None):
            yield _in_one_line(told)
    for member in getattr(command, "commands", {}).values():
        yield from _helps(member)


def _pages(command: Command, ctx: Context) -> Iterable[tuple[str, str]]:
    yield ctx.command_path.removeprefix(_PROGRAM).strip(), page(ctx)
    for name, member in getattr(command, "commands", {}).items():
        yield from _pages(member, typer.Context(member, parent=ctx, info_name=name))
