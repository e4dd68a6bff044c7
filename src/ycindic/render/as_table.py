"""The answer for eyes: a table as wide as the screen, by the report's sections. rich lives here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.model import Plan
from ycindic.render import labels
from ycindic.render.cells import CELLS, NOTHING, verdict
from ycindic.render.page import GAP, drawn
from ycindic.render.report import Report, Screen
from ycindic.render.summary import counts, headline, symbol, waiting
from ycindic.render.wording import LOOKS, pick

NARROWEST_NAME = 16
WIDEST_NAME = 44
_LEFT = frozenset({"verdict", "name", "through"})


def status(report: Report, screen: Screen) -> str:
    """The whole page: headline, sections, what is waiting, what the symbols mean."""
    return drawn(_page(report, screen), screen)


def _page(report: Report, screen: Screen) -> Iterator[RenderableType]:
    lang = screen.lang
    title = report.plan.title.zh if lang == "zh" else report.plan.title.en
    yield Text.assemble((title, "bold"), f"  {pick(labels.AS_OF, lang)} {report.as_of}")
    yield Text(headline(report, lang))
    yield Text(counts(report.rows, lang, ascii_only=screen.ascii_only))
    told = [row for row in report.rows if row.figures.actual is not None or row.figures.provisional is not None]
    columns = _columns(told, screen)
    first = True
    for heading, rows in _groups(report, lang):
        yield Text("")
        yield Text(heading, style="bold")
        full = [row for row in rows if row in told] if len(told) < len(rows) else list(rows)
        full = [row for row in rows if row.figures.actual is not None or row.figures.provisional is not None]
        if full:
            yield _table(full, columns, screen, header=first)
            first = False
        yield from _folded([row for row in rows if row not in full], screen)
        yield Padding(Text(counts(rows, lang, ascii_only=screen.ascii_only), style="dim"), (0, 0, 0, 2))
    yield from _foot(report, screen)


def _foot(report: Report, screen: Screen) -> Iterator[RenderableType]:
    lang = screen.lang
    lines = waiting(report, lang)
    if report.hidden:
        lines.append(f"{report.hidden} {pick(labels.HIDDEN, lang)}")
    if lines:
        yield Text("")
        yield from (Text(line) for line in lines)
    yield Text("")
    legend = "  ".join(f"{symbol(one, ascii_only=screen.ascii_only)} {pick(LOOKS[one].word, lang)}" for one in Verdict)
    yield Text(legend, style="dim")


def _groups(report: Report, lang: str) -> Iterator[tuple[str, list[Assessment]]]:
    """The rows by section in the report's order, or all of them at once by urgency."""
    if report.by_urgency:
        yield pick(("按紧迫程度", "By urgency"), lang), list(report.rows)
        return
    by_section: dict[str, list[Assessment]] = {}
    for row in report.rows:
        by_section.setdefault(row.target.section, []).append(row)
    known = [key for key in report.plan.sections if key in by_section]
    for key in [*known, *(key for key in by_section if key not in report.plan.sections)]:
        yield _heading(report.plan, key, lang), by_section[key]


def _heading(plan: Plan, key: str, lang: str) -> str:
    if not key:
        return pick(labels.NO_SECTION, lang)
    title = plan.sections.get(key)
    if title is None:
        return key
    return f"{key} {title.zh if lang == 'zh' else title.en}"


def _columns(rows: list[Assessment], screen: Screen) -> dict[str, int]:
    """The columns that find room beside a readable name, with their widths."""
    wide = {key: _natural_width(key, rows, screen) for key in CELLS}
    name = min(wide["name"], WIDEST_NAME)
    least = min(name, NARROWEST_NAME)
    kept: list[str] = []
    for key in labels.LAST_TO_GO:
        others = sum(wide[one] + GAP for one in [*kept, key] if one != "name")
        if key == "name" or others + least <= screen.width:
            kept.append(key)
    left = screen.width - sum(wide[one] + GAP for one in kept if one != "name")
    wide["name"] = max(4, min(name, left))
    return {key: wide[key] for key in labels.COLUMN_LABELS if key in kept}


def _natural_width(key: str, rows: Iterable[Assessment], screen: Screen) -> int:
    label = pick(labels.COLUMN_LABELS[key], screen.lang)
    return max([cell_len(label), *(cell_len(_cell(key, row, screen)) for row in rows)])


def _cell(key: str, row: Assessment, screen: Screen) -> str:
    if key == "verdict":
        return verdict(row, screen.lang, ascii_only=screen.ascii_only)
    text = CELLS[key](row, screen.lang)
    return "-" if text == NOTHING and screen.ascii_only else text


def _table(rows: list[Assessment], columns: dict[str, int], screen: Screen, *, header: bool) -> Table:
    table = Table(box=None, show_header=header, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold")
    for key, width in columns.items():
        table.add_column(
            Text(pick(labels.COLUMN_LABELS[key], screen.lang)), width=width, overflow="fold",
            justify="left" if key in _LEFT else "right",
        )  # fmt: skip
    for row in rows:
        style = LOOKS[row.verdict].colour
        table.add_row(*(Text(_cell(key, row, screen), style=style if key == "verdict" else "") for key in columns))
    return table


def _folded(rows: list[Assessment], screen: Screen) -> Iterator[RenderableType]:
    """The rows without any figure: a line a verdict, every name in it."""
    for one in Verdict:
        names = [
            CELLS["name"](row, screen.lang).strip(" ·") for row in rows if row.verdict is one and row.part_of is None
        ]
        if names:
            label = f"{symbol(one, ascii_only=screen.ascii_only)} {pick(LOOKS[one].word, screen.lang)}"
            joined = ("、" if screen.lang == "zh" else "; ").join(names)
            yield Text.assemble((label, LOOKS[one].colour), f" ({len(names)}): {joined}")
