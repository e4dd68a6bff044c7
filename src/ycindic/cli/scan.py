"""`ycindic scan`: which numbers does a report state, and which of them are promises?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from ycindic.cli.filters import Words
from ycindic.cli.language import lang as tongue
from ycindic.cli.options import known_words, listed_words, named, wrong
from ycindic.cli.output import Failed, answer, stop_for, talk, tell
from ycindic.cli.saving import spare_data
from ycindic.cli.telling import TABLE, How, deliver, telling
from ycindic.domain.problem import Code, Place, Problem
from ycindic.load.cells import narrow
from ycindic.load.find import REGISTRY
from ycindic.load.report_text import text_of
from ycindic.render.answers.scan import scan_summary, sheet
from ycindic.render.words.visible import a_line_each
from ycindic.scan.finding import Class, Confidence, Finding
from ycindic.scan.read import scan
from ycindic.text import _

_STDIN = Path("-")


@telling
def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", parser=named, help="The report; - for stdin")],
    class_: Annotated[
        Words, typer.Option("--class", metavar="|".join(Class), help="Only findings of these classes")
    ] = None,
    section: Annotated[Words, typer.Option(metavar="TEXT", help="Only this section, as its column names it")] = None,
    confidence: Annotated[
        Words, typer.Option(metavar="|".join(Confidence), help="Only findings that are so sure")
    ] = None,
    names: Annotated[
        bool, typer.Option("--names", help="List the names in the table, too, not only count them")
    ] = False,
    against: Annotated[
        Path | None, typer.Option(metavar="FILE", parser=named, help="Is this registry complete, both ways?")
    ] = None,
    draft: Annotated[
        Path | None, typer.Option(metavar="FILE", parser=named, help="Write a draft registry, over nothing")
    ] = None,
    actuals: Annotated[
        Path | None, typer.Option(metavar="FILE", parser=named, help="With it, the results as actuals")
    ] = None,
    merge: Annotated[bool, typer.Option("--merge", help="Into a registry that is there; its lines stay")] = False,
    explain: Annotated[
        int | None, typer.Option(metavar="LINE", min=1, help="What was seen in a line, and by which rules")
    ] = None,
    how: How = TABLE,
) -> int:
    """Which numbers a report states: targets, results, names; no model, no network, every reading explained"""
    wanted = (
        known_words(class_, list(Class), "--class"),
        tuple(narrow(one) for one in listed_words(section, "--section")),
        known_words(confidence, list(Confidence), "--confidence"),
    )
    text = opened(file)
    if against is not None:
        return _cover(text, file, against, how.form)
    if draft is not None:
        return _draft(text, draft, actuals, merge=merge)
    if actuals is not None or merge:
        raise wrong(_("goes with --draft"), "--actuals, --merge")
    if explain is not None:
        return _explain(text, explain)
    count: Counter[str] = Counter()
    deliver(sheet(_taken(scan(text), *wanted), count, names=names or bool(class_)), how)
    talk(scan_summary(count, tongue()))
    return 0


def opened(file: Path) -> str:
    """The text of a report, or the end of the command with the fault told."""
    text = text_of(None if file == _STDIN else file)
    if isinstance(text, Problem):
        tell((text,))
        raise Failed(2)
    return text


def _cover(text: str, file: Path, registry: Path, form: str) -> int:
    """The registry laid beside the report: 0 where both are complete, 1 where not, 2 where it cannot be read."""
    from ycindic.load.kept import kept
    from ycindic.render.answers.coverage import coverage_lines, coverage_summary, document
    from ycindic.scan.coverage import cover

    plan, known, problems = kept(registry)
    stop_for(*problems)
    found = cover(text, plan, known)
    if form == "json":
        from ycindic.render.forms.json import dump

        answer(dump(document(found)), form)
    else:
        answer(a_line_each(coverage_lines(found, str(file), tongue())), "text")
    talk(coverage_summary(found, tongue()))
    return 0 if found.complete else 1


def _draft(text: str, registry: Path, actuals: Path | None, *, merge: bool) -> int:
    from ycindic.cli.writing import whoever_writes
    from ycindic.record.draft.make import draft
    from ycindic.record.draft.save import save_new

    if merge:
        return _merge(text, registry)
    if registry.name != REGISTRY:
        spare_data(registry, None, figures=False)
    if actuals is not None:
        spare_data(actuals, None, figures=True)
    made = draft(text, results=actuals is not None)
    files = [(registry, made.registry), *([(actuals, made.actuals)] if actuals else [])]
    stop_for(save_new(files, whoever_writes("scan")))
    answer(a_line_each(str(path) for path, _ in files), "text")
    _drafted(made.targets, made.todos)
    return 0


def _drafted(targets: int, todos: int) -> None:
    talk(_("{targets} targets, {todos} of them with a todo", targets=targets, todos=todos))


def _merge(text: str, registry: Path) -> int:
    from ycindic.cli.writing import whoever_writes
    from ycindic.load.registry import read_registry
    from ycindic.record.draft.insert import spelled
    from ycindic.record.draft.make import merge
    from ycindic.record.draft.save import save_over

    problems: list[Problem] = []
    plan = read_registry(registry, problems)
    stop_for(*problems)
    old = registry.read_bytes()
    read = spelled(old)
    if read is None:
        tell((Problem(Place(str(registry)), Code.ENCODING),))
        return 2
    made = merge(text, read[0], plan)
    stop_for(save_over(registry, old, made.registry.encode(read[1]), whoever_writes("scan")))
    answer(a_line_each([str(registry)]), "text")
    _drafted(made.targets, made.todos)
    return 0


def _explain(text: str, line: int) -> int:
    from ycindic.render.answers.rules import finding_explained

    told = [finding_explained(one, tongue()) for one in scan(text, weak=True) if one.line == line]
    answer("".join(told), "text")
    if not told:
        talk(_("no number and no promise in line {line}", line=line))
    return 0


def _taken(
    findings: Iterable[Finding], classes: tuple[str, ...], sections: tuple[str, ...], sure: tuple[str, ...]
) -> Iterator[Finding]:
    for one in findings:
        asked = (not classes or one.class_ in classes) and (not sure or one.confidence in sure)
        if asked and (not sections or any(_within(one.section, section) for section in sections)):
            yield one


def _within(section: str, asked: str) -> bool:
    return section == asked or section.startswith(f"{asked}(")
