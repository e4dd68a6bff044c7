"""`ycindic status`: where does every target stand?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ycindic.cli.language import lang as tongue
from ycindic.cli.language import say
from ycindic.cli.options import AsOf, Data, Lang, as_of_date, check_language, left_out, listed, unknown, words
from ycindic.cli.output import answer, save, screen, talk, tell
from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.judge import assess_all
from ycindic.domain.model import Commitment, Plan, TargetId
from ycindic.domain.period import parse
from ycindic.domain.select import Wanted, in_section, urgent_first
from ycindic.load.find import find
from ycindic.load.workspace import Workspace, load
from ycindic.render import FORMATS, Report, Screen, status_writer

if TYPE_CHECKING:
    from ycindic.domain.opinions import Opinion

Words = list[str] | None


def command(
    ids: Annotated[
        Words, typer.Argument(metavar="[ID]...", help=say("指标或目标编号", "Ids of indicators or targets"))
    ] = None,
    as_of: AsOf = None,
    period: Annotated[
        Words, typer.Option(help=say("目标时期,如2026", "The period of the target, such as 2026"))
    ] = None,
    section: Annotated[
        Words, typer.Option(help=say("报告部分,如三(总)", "A section of the report, such as 三(总)"))
    ] = None,
    verdict: Annotated[Words, typer.Option(help=say("结论,如off_track", "A verdict, such as off_track"))] = None,
    indicator: Annotated[Words, typer.Option(help=say("指标编号", "The id of an indicator"))] = None,
    commitment: Annotated[Words, typer.Option(help=say("承诺程度,如firm", "How firmly promised, such as firm"))] = None,
    publisher: Annotated[
        Words, typer.Option(help=say("发布单位(名称的一部分)", "A publisher, or a part of its name"))
    ] = None,
    on_track: Annotated[str | None, typer.Option(metavar="yes|no", help=say("是否按进度", "The on-track flag"))] = None,
    sort: Annotated[
        str, typer.Option(metavar="registry|urgency", help=say("排序", "The order of the rows"))
    ] = "registry",
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help=say("输出形式", "The form of the answer"))
    ] = "table",
    opinions: Annotated[
        bool, typer.Option("--opinions", help=say("附第二意见(JSON和CSV)", "Add second opinions (JSON and CSV)"))
    ] = False,
    output: Annotated[Path | None, typer.Option(metavar="FILE", help=say("写入文件", "Write to a file"))] = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    check_language(lang)
    words([form], FORMATS, "--format")
    words([sort], ("registry", "urgency"), "--sort")
    flag = words([on_track] if on_track else None, ("yes", "no"), "--on-track")
    day = as_of_date(as_of)
    workspace = load(find(data), day)
    wanted = Wanted(
        ids=_ids(ids, workspace.plan, "ID"),
        indicators=_ids(indicator, workspace.plan, "--indicator"),
        periods=_periods(period, workspace.plan),
        sections=_sections(section, workspace.plan),
        verdicts=words(verdict, list(Verdict), "--verdict"),
        commitments=words(commitment, list(Commitment), "--commitment"),
        publishers=listed(publisher),
        on_track=flag[0] == "yes" if flag else None,
    )
    every = assess_all(workspace.plan, workspace.facts, day)
    report = _report(workspace, every, wanted, day)
    report = report._replace(opinions=_opinions(workspace, report.rows)) if opinions else report
    _say(_by_urgency(report) if sort == "urgency" else report, form, output)
    _talk(workspace, every)
    return 2 if workspace.problems else 0


command.__doc__ = say(
    "每个目标现在怎样：实际值、差距、进度、其余须完成多少、结论",
    "Where every target stands: actual, gap, pace, what the rest must deliver, verdict",
)


def _ids(ids: Words, plan: Plan, option: str) -> tuple[str, ...]:
    known = [*plan.indicators, *(target.id for target in plan.targets if option == "ID")]
    for word in listed(ids):
        if word not in known and not left_out(word, plan):
            raise unknown(word, known, option)
    return listed(ids)


def _periods(typed: Words, plan: Plan) -> tuple[str, ...]:
    """Periods in their shortest form; one without a target is an empty answer, one that is none is an error."""
    found = {word: parse(word) for word in listed(typed)}
    for word, one in found.items():
        if one is None:
            raise unknown(word, list(dict.fromkeys(str(target.period) for target in plan.targets)), "--period")
    return tuple(str(one) for one in found.values())


def _sections(typed: Words, plan: Plan) -> tuple[str, ...]:
    known = list(dict.fromkeys([*plan.sections, *(target.section for target in plan.targets if target.section)]))
    for word in listed(typed):
        if known and not any(in_section(one, (word,)) for one in known):
            raise unknown(word, known, "--section")
    return listed(typed)


def _report(workspace: Workspace, every: Sequence[Assessment], wanted: Wanted, day: date) -> Report:
    shown = tuple(row for row in every if wanted.takes(row))
    hidden = sum(row.part_of is None for row in every) - sum(row.part_of is None for row in shown)
    return Report(
        plan=workspace.plan,
        as_of=day,
        folder=str(workspace.folder.path),
        rows=shown,
        hidden=hidden,
        problems=workspace.problems,
        later=workspace.later,
    )


def _by_urgency(report: Report) -> Report:
    """The same report, what needs action first."""
    return report._replace(rows=urgent_first(report.rows), by_urgency=True)


def _opinions(workspace: Workspace, rows: Sequence[Assessment]) -> dict[TargetId, tuple[Opinion, ...]]:
    from ycindic.domain.second import opinions

    return {row.target.id: opinions(row, workspace.facts) for row in rows}


def _say(report: Report, form: str, output: Path | None) -> None:
    look = screen() if output is None else Screen(lang=tongue())
    text = status_writer(form)(report, look)
    if output is None:
        answer(text)
    else:
        save(output, text, mark=form == "csv")


def _talk(workspace: Workspace, every: Iterable[Assessment]) -> None:
    folder, later = workspace.folder, workspace.later
    copy = say("（随程序附带）", " (the copy that came with the program)") if folder.bundled else ""
    talk(say(f"数据：{folder.path}{copy}", f"read from {folder.path}{copy}"))
    if later:
        talk(
            say(
                f"{later}行在截至日期时尚未公布，未计入",
                f"{later} rows were not yet published at that date and do not count",
            )
        )
    for one in (remark for row in every for remark in row.remarks):
        zh = f"注意：{one.indicator} {one.period}累计数{one.used}与各期之和{one.other}不符，以累计数为准"
        en = f"note: {one.indicator} {one.period}: {one.used} to date counts, though its parts sum to {one.other}"
        talk(say(zh, en))
    tell(workspace.problems)
