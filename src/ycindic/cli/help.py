"""What does --help say? Usage, meaning, arguments, options and real examples, in the reader's language."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence

import typer
from typer._click import Command, Context, Parameter

from ycindic.cli.examples import EXAMPLES
from ycindic.cli.language import say
from ycindic.render.words.visible import padded, width, wrapped

WIDEST = 100
WIDEST_NAME = 30
PROGRAM = "ycindic"

OURS = {
    "help": ("显示本帮助", "Show this help"),
    "install_completion": ("为当前shell安装补全", "Install completion for this shell"),
    "show_completion": ("显示补全脚本", "Print the completion script"),
}
"""Options that the library adds, in our words."""


def page(ctx: Context) -> str:
    """The help of the command that a context is for."""
    room = min(WIDEST, shutil.get_terminal_size((80, 24)).columns)
    path = ctx.command_path.removeprefix(PROGRAM).strip()
    sections = [_usage(ctx), *wrapped(ctx.command.help or "", room), *_parameters(ctx, room), *_members(ctx, room)]
    return "\n".join([*sections, *_examples(path, room), ""])


def _usage(ctx: Context) -> str:
    arguments = [one.make_metavar(ctx) for one in ctx.command.params if one.param_type_name == "argument"]
    options = [say("[选项]", "[OPTIONS]")]
    if getattr(ctx.command, "commands", None):
        arguments = [say("[命令]", "[COMMAND]")]
        options = []
    return f"{say('用法：', 'Usage: ')}{' '.join([ctx.command_path, *options, *arguments])}\n"


def _parameters(ctx: Context, room: int) -> list[str]:
    arguments: list[tuple[str, str]] = []
    options: list[tuple[str, str]] = []
    for one in ctx.command.get_params(ctx):
        told = getattr(one, "help", None) or ""
        if one.name in OURS:
            told = say(*OURS[one.name])
        if one.param_type_name == "argument":
            arguments.append((one.make_metavar(ctx), told))
        else:
            options.append((_option(ctx, one), told + _default(one)))
    found = _block(say("参数：", "Arguments:"), arguments, room) if arguments else []
    return [*found, *_block(say("选项：", "Options:"), options, room)]


def _option(ctx: Context, one: Parameter) -> str:
    names = ", ".join(one.opts)
    flag = getattr(one, "is_flag", False) or one.name in OURS
    value = str(one.make_metavar(ctx))
    return names if flag else f"{names} {'WORD' if value.startswith('<') else value}"


def _default(one: Parameter) -> str:
    if one.required:
        return say("（必填）", " (required)")
    if one.default in (None, False, "", ()) or one.name in OURS:
        return ""
    return say(f"（缺省{one.default}）", f" (default {one.default})")


def _members(ctx: Context, room: int) -> list[str]:
    commands = getattr(ctx.command, "commands", {})
    if not commands:
        return []
    more = say(
        f"每个命令都有自己的帮助：{ctx.command_path} 命令 --help",
        f"Each has its own help: {ctx.command_path} COMMAND --help",
    )
    return [
        *_block(say("命令：", "Commands:"), [(name, one.help or "") for name, one in commands.items()], room),
        "",
        more,
    ]


def _examples(path: str, room: int) -> list[str]:
    found = EXAMPLES.get(path, ())
    if not found:
        return []
    lines = ["", say("示例：", "Examples:")]
    for command, zh, en in found:
        lines += [f"  {command}", *(f"      {line}" for line in wrapped(say(zh, en), room - 6))]
    return lines


def _block(title: str, rows: Sequence[tuple[str, str]], room: int) -> list[str]:
    """Names on the left, what they mean beside them; a long name stands on a line of its own."""
    column = min(WIDEST_NAME, max(width(name) for name, _ in rows)) + 4
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
    return dict(_pages(root, typer.Context(root, info_name=PROGRAM)))


def _pages(command: Command, ctx: Context) -> Iterable[tuple[str, str]]:
    yield ctx.command_path.removeprefix(PROGRAM).strip(), page(ctx)
    for name, member in getattr(command, "commands", {}).items():
        yield from _pages(member, typer.Context(member, parent=ctx, info_name=name))
