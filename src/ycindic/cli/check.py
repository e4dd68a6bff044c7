"""`ycindic check`: what needs attention? For scripts, with codes that stay."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from ycindic.cli.filters import Asked as Filters
from ycindic.cli.language import lang as tongue
from ycindic.cli.language import say
from ycindic.cli.options import AsOf, Data, Lang, as_of_date, check_language, choice, words
from ycindic.cli.output import answer, talk
from ycindic.domain.attention import FAILING, Asked, Concern, Kind, concerns
from ycindic.domain.judge import assess_all
from ycindic.domain.select import Wanted
from ycindic.load.check import every_problem
from ycindic.load.find import find
from ycindic.load.workspace import load

if TYPE_CHECKING:
    from ycindic.render.answers.concerns import Checked

ALL, NONE = "all", "none"
"""Words beside the codes: everything makes the check fail, or nothing does."""


def command(
    as_of: AsOf = None,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE",
            help=say(
                f"哪些发现算不合格，可用逗号分开：{'、'.join(Kind)}、{ALL}、{NONE}",
                f"Which findings make the check fail, comma-separated: {', '.join(Kind)}, {ALL}, {NONE}",
            ),
        ),
    ] = None,
    commitment: Annotated[
        list[str] | None,
        typer.Option(help=say("只看此承诺程度，如binding", "Only targets so promised, such as binding")),
    ] = None,
    period: Annotated[
        list[str] | None,
        typer.Option(help=say("只看此时期的目标，如2026", "Only targets of this period, such as 2026")),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="text|json|junit|github", help=say("输出形式", "The form of the answer"))
    ] = "text",
    data: Data = None,
    lang: Lang = None,
) -> int:
    check_language(lang)
    choice(form, FORMATS, "--format")
    failing = _failing(fail_on)
    day, folder = as_of_date(as_of), find(data)
    workspace = load(folder, day)
    wanted = Filters(period=period, commitment=commitment).wanted(workspace.plan)
    every = assess_all(workspace.plan, workspace.facts, day)
    rows = tuple(row for row in every if wanted.takes(row))
    problems = every_problem(folder, day)
    found = concerns(Asked(workspace.plan, workspace.facts, rows, day, problems, narrowed=wanted != Wanted()))
    from ycindic.render.answers.concerns import Checked

    checked = Checked(day, found, failing, tuple(row.target.id for row in rows))
    answer(FORMATS[form](checked), form)
    if found and form == "text":
        total, grave = len(found), checked.failing
        talk(say(f"{total}处须注意，其中{grave}处不合格", f"{total} findings, {grave} of them fail"))
    return _code(found, failing, readable=bool(every) or not problems)


command.__doc__ = say(
    "哪些须注意：偏离、未完成、违反、数据逾期、文件有误等；供脚本使用，一切正常则无输出",
    "What needs attention: off track, missed, breach, late figures, faulty files; for scripts, silent when all is well",
)


def _failing(typed: list[str] | None) -> frozenset[Kind]:
    if typed is None:
        return frozenset(FAILING)
    names = words(typed, [*Kind, ALL, NONE], "--fail-on")
    return frozenset(Kind) if ALL in names else frozenset(Kind(name) for name in names if name != NONE)


def _code(found: tuple[Concern, ...], failing: frozenset[Kind], *, readable: bool) -> int:
    """2 where a file has a fault that counts, or nothing could be read at all; 1 for any other failure."""
    grave = {one.kind for one in found} & failing
    if Kind.INVALID in grave or not readable:
        return 2
    return 1 if grave else 0


def _text(checked: Checked) -> str:
    from ycindic.render.answers.concerns import text

    return text(checked, tongue())


def _json(checked: Checked) -> str:
    from ycindic.render.answers.concerns import document
    from ycindic.render.forms.json import dump

    return dump(document(checked))


def _junit(checked: Checked) -> str:
    from ycindic.render.forms import junit as as_junit

    return as_junit.check(checked, tongue())


def _github(checked: Checked) -> str:
    from ycindic.render.forms import github as as_github

    return as_github.check(checked, tongue())


FORMATS: Mapping[str, Callable[[Checked], str]] = {"text": _text, "json": _json, "junit": _junit, "github": _github}
"""Who writes which form; its libraries are loaded only then."""
