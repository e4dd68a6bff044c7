"""In which order is a status told? By section, rows with a figure and rows without: the same for every form."""

from collections.abc import Iterator
from typing import NamedTuple

from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.model import Plan
from ycindic.render.answers.cells import PART, name
from ycindic.render.answers.report import Report
from ycindic.render.words import labels
from ycindic.render.words.visible import one_line
from ycindic.render.words.wording import pick


class Block(NamedTuple):
    """A section of a page: its heading, the rows of its table, and those that fold to a line a verdict."""

    heading: str
    rows: tuple[Assessment, ...]
    folded: tuple[tuple[Verdict, tuple[Assessment, ...]], ...]

    @property
    def every(self) -> tuple[Assessment, ...]:
        """All rows of the section."""
        return (*self.rows, *(row for _, rows in self.folded for row in rows))


def title(plan: Plan, lang: str) -> str:
    """The name of the registry."""
    return one_line(plan.title.zh if lang == "zh" else plan.title.en)


def blocks(report: Report, lang: str, *, fold: bool = True) -> list[Block]:
    """The rows by section in the report's order, or all of them at once by urgency.

    Rows without any figure fold, unless the asked columns may say something of them, too; a container
    stays above the parts of it that are shown.
    """
    return [_block(heading, rows, fold=fold) for heading, rows in _groups(report, lang)]


def _under_containers(rows: list[Assessment]) -> Iterator[Assessment]:
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


def _block(heading: str, rows: list[Assessment], *, fold: bool) -> Block:
    above = {row.part_of for row in rows if has_figure(row)}
    shown = [row for row in rows if not fold or has_figure(row) or row.target.id in above]
    kept = {row.target.id for row in shown}
    bare = [row for row in rows if row.target.id not in kept]
    folded = [(one, tuple(row for row in bare if row.verdict is one)) for one in Verdict]
    return Block(heading, tuple(shown), tuple((one, found) for one, found in folded if found))


def has_figure(row: Assessment) -> bool:
    """Whether any figure of the target is known."""
    return row.figures.actual is not None or row.figures.provisional is not None


def _groups(report: Report, lang: str) -> Iterator[tuple[str, list[Assessment]]]:
    if report.by_urgency:
        yield pick(labels.BY_URGENCY, lang), list(report.rows)
        return
    by_section: dict[str, list[Assessment]] = {}
    for row in report.rows:
        by_section.setdefault(row.target.section, []).append(row)
    known = [key for key in report.plan.sections if key in by_section]
    for key in [*known, *(key for key in by_section if key not in report.plan.sections)]:
        yield _heading(report.plan, key, lang), list(_under_containers(by_section[key]))


def _heading(plan: Plan, key: str, lang: str) -> str:
    if not key:
        return pick(labels.NO_SECTION, lang)
    found = plan.sections.get(key)
    return one_line(key if found is None else f"{key} {found.zh if lang == 'zh' else found.en}")


def name_of(row: Assessment, lang: str) -> str:
    """The name of a row alone, without the sign of a part."""
    return name(row, lang).removeprefix(PART)


def names(rows: tuple[Assessment, ...], lang: str) -> str:
    """The names of folded rows in one line."""
    return ("、" if lang == "zh" else "; ").join(name_of(row, lang) for row in rows)


def counted(number: int, lang: str) -> str:
    """How many they are, between a verdict and their names."""
    return pick((f"（{number}）：", f" ({number}): "), lang)
