"""In which order is a status told? By section, rows with a figure and rows without: the same for every form."""

from collections.abc import Iterator, Sequence

from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.model import Plan
from ycindic.domain.overview import by_section
from ycindic.render.answers.cells import name
from ycindic.render.answers.report import Report
from ycindic.render.answers.sheet import Fold, Group, Row
from ycindic.render.answers.summary import verdict_counts
from ycindic.render.words import labels
from ycindic.render.words.looks import LOOKS, labelled
from ycindic.render.words.screen import Screen
from ycindic.render.words.styled import Line, Span, packed, paragraph
from ycindic.render.words.visible import one_line
from ycindic.text import _, _p


def title(plan: Plan, lang: str) -> str:
    """The name of the registry."""
    return one_line(plan.title.in_language(lang))


def groups(report: Report, screen: Screen) -> list[Group[Assessment]]:
    """The rows by section in the report's order, or all of them at once by urgency.

    Rows without any figure fold, unless the asked columns may say something of them, too; a container
    stays above the parts of it that are shown, and speaks for those that are not; a part alone is named.
    """
    return [_group(heading, rows, screen) for heading, rows in _sections(report, screen.lang)]


def under_containers(rows: Sequence[Assessment]) -> Iterator[Assessment]:
    """The same rows, the parts of a container right below it."""
    parts: dict[str | None, list[Assessment]] = {row.target.id: [] for row in rows}
    for row in rows:
        if row.part_of in parts:
            parts[row.part_of].append(row)
    open_rows = [row for row in reversed(rows) if row.part_of not in parts]
    while open_rows:
        row = open_rows.pop()
        yield row
        open_rows += reversed(parts[row.target.id])


def _group(heading: str, rows: list[Assessment], screen: Screen) -> Group[Assessment]:
    above = {row.part_of for row in rows if _has_figure(row)}
    fold = not (screen.columns or screen.wide)
    shown = [row for row in rows if not fold or _has_figure(row) or row.target.id in above]
    kept = {row.target.id for row in shown}
    here = {row.target.id for row in rows}
    bare = [row for row in rows if row.target.id not in kept and row.part_of not in here]
    folded = [_fold(one, [row for row in bare if row.verdict is one], screen) for one in Verdict]
    total = [one.told for one in verdict_counts(rows, screen)]
    return Group(shown, heading, [one for one in folded if one.names], total)


def _fold(verdict: Verdict, rows: list[Assessment], screen: Screen) -> Fold[Assessment]:
    """The names of rows with one verdict."""
    mark = labelled(verdict, screen.lang, ascii_only=screen.ascii_only)
    names = _p("blocks", "; ").in_language(screen.lang).join(name(row, screen.lang) for row in rows)
    count = _(" ({count}): ", count=len(rows)).in_language(screen.lang)
    return Fold(verdict.value, mark, LOOKS[verdict].colour, count, names, rows)


def _has_figure(row: Assessment) -> bool:
    """Whether any figure of the target is known."""
    return row.figures.actual is not None or row.figures.provisional is not None


def _sections(report: Report, lang: str) -> Iterator[tuple[str, list[Assessment]]]:
    if report.by_urgency:
        yield labels.BY_URGENCY.in_language(lang), list(report.rows)
        return
    for key, rows in by_section(report.plan, report.rows).items():
        yield section_title(report.plan, key, lang), list(under_containers(rows))


def section_title(plan: Plan, key: str, lang: str) -> str:
    """A section as its key and its name, which may hold the key; or that there is none."""
    if not key:
        return labels.NO_SECTION.in_language(lang)
    found = plan.sections.get(key)
    name = "" if found is None else found.in_language(lang)
    return one_line(name if key in name else f"{key} {name}".rstrip())


def below_rows(group: Group[Row], screen: Screen) -> Iterator[Line]:
    """Below the rows of a group: the names of those that fold, and what all of them sum up to."""
    for one in group.folded:
        (first, *_), *rest = paragraph(f"{one.mark}{one.many}{one.names}", screen.width)
        yield [Span(first.text[: len(one.mark)], one.colour), Span(first.text[len(one.mark) :])]
        yield from rest
    if group.total is not None:
        yield from packed(group.total, screen.width, indent=2, style="dim")
