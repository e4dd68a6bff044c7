"""The answer for eyes: a table as wide as the screen, by the report's sections. rich lives here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from ycindic.domain.assessment import Assessment, Verdict
from ycindic.render.answers.blocks import Block, blocks, counted, has_figure, names, title
from ycindic.render.answers.cells import NOTHING, cell, verdict
from ycindic.render.answers.columns import COLUMNS
from ycindic.render.answers.opening import opening
from ycindic.render.answers.report import Report, Screen
from ycindic.render.answers.summary import count_items, headline_items, waiting
from ycindic.render.forms.page import GAP, Ruled, drawn
from ycindic.render.words import labels
from ycindic.render.words.looks import LOOKS, labelled
from ycindic.render.words.visible import wrapped
from ycindic.render.words.wording import pick

NARROWEST_NAME = 16
WIDEST_WORDS = 44
_ALWAYS = frozenset({"verdict", "name", "actual"})
WORDS = frozenset({"name", "wording", "sentence", "publisher", "reasons", "note", "targets", "parts", "released"})
"""Columns of free text: they wrap, the others keep their width as long as the screen allows."""


def status(report: Report, screen: Screen) -> str:
    """The whole page: headline, sections, what is waiting, what the symbols mean; nothing where no registry is."""
    if not report.plan.indicators and report.problems:
        return ""
    if not (report.whole or screen.columns or screen.wide):
        return opening(report, screen)
    rows = [row for row in report.rows if has_figure(row) or not _fold(screen)]
    cells = _Cells(rows, screen)
    return drawn(_page(report, screen, _columns(rows, screen, cells), cells), screen, bounded=False)


class _Cells:
    """The texts of some rows by column, each made once: they are measured before they are drawn."""

    def __init__(self, rows: Sequence[Assessment], screen: Screen) -> None:
        self._rows, self._screen = rows, screen
        self._place = {row.target.id: place for place, row in enumerate(rows)}
        self._made: dict[str, list[str]] = {}

    def column(self, key: str) -> list[str]:
        """The texts of a column, in the order of the rows."""
        if key not in self._made:
            self._made[key] = [_cell(key, row, self._screen) for row in self._rows]
        return self._made[key]

    def says(self, key: str) -> bool:
        """Whether any row has something to say in a column."""
        nothing = _nothing(self._screen)
        return any(text != nothing for text in self.column(key))

    def row(self, row: Assessment, columns: Iterable[str]) -> list[str]:
        """Those of a row, in some columns; a row that was not measured, such as one of parts, makes its own."""
        place = self._place.get(row.target.id)
        if place is None:
            return [_cell(key, row, self._screen) for key in columns]
        return [self.column(key)[place] for key in columns]


def packed(items: Sequence[str], screen: Screen, between: str = " · ", *, style: str = "") -> Text:
    """Items one after the other, none of them broken as long as it fits on a line."""
    lines: list[str] = []
    for item in items:
        longer = f"{lines[-1]}{between}{item}" if lines else item
        if lines and cell_len(longer) <= screen.width:
            lines[-1] = longer
        else:
            lines.append(item)
    return Text("\n".join(lines), style=style)


def _page(
    report: Report, screen: Screen, columns: Mapping[str, int], cells: _Cells
) -> Iterator[RenderableType | Ruled]:
    lang = screen.lang
    yield Text.assemble((title(report.plan, lang), "bold"), f"  {pick(labels.AS_OF, lang)} {report.as_of}")
    yield packed(headline_items(report, lang), screen)
    yield packed(count_items(report.rows, lang, ascii_only=screen.ascii_only), screen)
    header = True
    for block in blocks(report, lang, fold=_fold(screen)):
        yield from _section(block, columns, cells, screen, header=header)
        header = header and not block.rows
    yield from _foot(report, screen, columns)


def _fold(screen: Screen) -> bool:
    return not (screen.columns or screen.wide)


def _section(
    block: Block, columns: Mapping[str, int], cells: _Cells, screen: Screen, *, header: bool
) -> Iterator[RenderableType | Ruled]:
    yield Text("")
    yield Text(block.heading, style="bold")
    if block.rows:
        styles = [LOOKS[row.verdict].colour for row in block.rows]
        texts = [cells.row(row, columns) for row in block.rows]
        yield table(columns, texts, screen, header=header, styles=styles)
    for one, rows in block.folded:
        look = labelled(one, screen.lang, ascii_only=screen.ascii_only)
        told = tuple(row for row in rows if row.part_of is None)
        if told:
            row = f"{look}{counted(len(told), screen.lang)}{names(told, screen.lang)}"
            line = Text("\n".join(wrapped(row, screen.width)))
            line.stylize(LOOKS[one].colour, 0, len(look))
            yield line
    subtotal = packed(count_items(block.every, screen.lang, ascii_only=screen.ascii_only), screen, style="dim")
    yield Padding(subtotal, (0, 0, 0, 2))


def _foot(report: Report, screen: Screen, columns: Mapping[str, int]) -> Iterator[RenderableType]:
    lang = screen.lang
    lines = waiting(report, lang)
    if report.hidden:
        lines.append(f"{report.hidden} {pick(labels.HIDDEN, lang)}")
    if lines:
        yield Text("")
        yield from (Text("\n".join(wrapped(line, screen.width))) for line in lines)
    yield Text("")
    legend = [labelled(one, lang, ascii_only=screen.ascii_only) for one in Verdict]
    yield packed(legend, screen, "  ", style="dim")
    if "gap" in columns and any(has_figure(row) for row in report.rows):
        yield Text(pick(labels.GAP_SIGN, lang), style="dim")
    if any(row.figures.actual is None and row.figures.provisional is not None for row in report.rows):
        yield Text(pick(labels.PROVISIONAL, lang), style="dim")


def _columns(rows: Sequence[Assessment], screen: Screen, cells: _Cells | None = None) -> dict[str, int]:
    """The columns with their widths: the asked ones, all, or those that find room beside a readable name."""
    cells = cells or _Cells(rows, screen)
    asked = screen.columns or labels.SHOWN
    if screen.wide or screen.columns:
        wide = {key: _natural_width(key, cells, screen) for key in asked}
        return wide if screen.wide else shrunk(wide, screen.width)
    told = [key for key in labels.LAST_TO_GO if key in _ALWAYS or cells.says(key)]
    wide = {key: _natural_width(key, cells, screen) for key in told}
    kept: list[str] = []
    least = min(wide["name"], NARROWEST_NAME)
    for key in told:
        others = sum(wide[one] + GAP for one in [*kept, key] if one != "name")
        if key in _ALWAYS or others + least <= screen.width:
            kept.append(key)
    return shrunk({key: wide[key] for key in labels.SHOWN if key in kept}, screen.width)


def shrunk(wide: Mapping[str, int], room: int, words: frozenset[str] = WORDS) -> dict[str, int]:
    """The widths made to fit a screen: columns of words first, then the widest; folded, never cut."""
    found = dict(wide)
    for shrinkable, floor in (([key for key in found if key in words], NARROWEST_NAME), (list(found), 4)):
        while sum(found.values()) + GAP * (len(found) - 1) > room:
            key = max(shrinkable, key=lambda one: found[one], default=None)
            if key is None or found[key] <= floor:
                break
            found[key] -= 1
    return found


def fitting(wide: Mapping[str, int], room: int, words: frozenset[str] = WORDS) -> dict[str, int]:
    """The first columns that find room with free text at its narrowest; two at least."""
    kept: dict[str, int] = {}
    used = 0
    for key, width in wide.items():
        used += (min(width, NARROWEST_NAME) if key in words else width) + (GAP if kept else 0)
        if used > room and len(kept) >= 2:
            break
        kept[key] = width
    return kept


def _natural_width(key: str, cells: _Cells, screen: Screen) -> int:
    return natural_width(key, pick(COLUMNS[key].label, screen.lang), cells.column(key))


def natural_width(key: str, label: str, cells: Iterable[str], words: frozenset[str] = WORDS) -> int:
    """How wide a column wants to be: as its widest cell, free text up to a readable line."""
    widest = max((cell_len(text) for text in cells), default=0)
    return max(cell_len(label), min(widest, WIDEST_WORDS) if key in words else widest)


def _cell(key: str, row: Assessment, screen: Screen) -> str:
    if key == "verdict":
        return verdict(row, screen.lang, ascii_only=screen.ascii_only)
    text = cell(key, row, screen.lang)
    return _nothing(screen) if text == NOTHING else text


def _nothing(screen: Screen) -> str:
    """What stands in an empty cell."""
    return "-" if screen.ascii_only else NOTHING


def table(
    columns: Mapping[str, int],
    rows: Sequence[Sequence[str]],
    screen: Screen,
    *,
    header: bool = True,
    styles: Sequence[str] = (),
    heads: Mapping[str, str] | None = None,
) -> Ruled:
    """A table without lines; `styles` colour the first column row by row."""
    told = [heads[key] if heads else pick(COLUMNS[key].label, screen.lang) for key in columns] if header else []
    return Ruled(list(columns.values()), [key not in labels.LEFT for key in columns], told, rows, styles)
