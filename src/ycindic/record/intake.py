"""What do other people's tables bring: what is new, the same, changed, refused, and how does it get in?"""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ycindic.domain.history import History, Vintage
from ycindic.domain.plausibility import Doubt, Doubtful
from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.row import Typed
from ycindic.files.decoding import MARK
from ycindic.files.kind import FileKind
from ycindic.files.lock import Held
from ycindic.load.cells import cell_value
from ycindic.load.csv_file import Unwritten
from ycindic.load.find import ACTUALS, Folder
from ycindic.load.history import read_history
from ycindic.load.slots import Slots
from ycindic.load.workspace import Workspace, load
from ycindic.record.append import new_file
from ycindic.record.doubting import Moment, Waiver, strange
from ycindic.record.effect import Shift, shifts
from ycindic.record.entry import Entry, checked
from ycindic.record.figure import line_of, written_number
from ycindic.record.grid import Grid, Left, everything, nothing_hidden, read_grids
from ycindic.record.log import Line
from ycindic.record.naming import names_of_files
from ycindic.record.request.filled import Filled, form_of
from ycindic.record.standing import Clash, Nothing, standing
from ycindic.record.store import OWN, Draft, Writer, carry_out, failure, one_writer, refusal
from ycindic.record.tables.choice import Choice
from ycindic.record.tables.evidence import Given
from ycindic.record.tables.names import Names, mapping_rows, read_mapping
from ycindic.record.tables.own import OwnRow, own_rows
from ycindic.record.tables.reader import FigureRead, Stranger, read

MOST_FIGURES = 10_000
LONGEST_STEM = 40


class Order(NamedTuple):
    """Which files are to be taken in, and what is said beside them."""

    folder: Folder
    files: tuple[Path, ...]
    today: date
    as_of: date
    writer: Writer
    given: Given = Given()
    published: str = ""
    stage: str = ""
    source: str = ""
    sheet: str = ""
    hidden: bool = False
    where: tuple[Choice, ...] = ()
    strict: bool = False
    mapping: Path | None = None
    dry_run: bool = False
    waiver: Waiver = Waiver()
    partial: bool = False


class Item(NamedTuple):
    """A figure that would be written: where it was read, what was valid before, and that if it stays in force."""

    entry: Entry
    place: Place
    old: Vintage | None
    stays: Vintage | None = None


class Preview(NamedTuple):
    """What became of the files, or would.

    `problems` are faults of the order itself, `refused` those of single figures; `same` counts figures
    that are known; `strangers` are rows of indicators that are not registered, `not_used` headers that were not
    understood, `passed_over` sheets without a table, `hidden` what is not shown and so left out; `kinds` tells what
    each file is, whatever it is called; `unanswered` what offices left empty in their forms.
    """

    problems: tuple[Problem, ...] = ()
    faults: tuple[Problem, ...] = ()
    new: tuple[Item, ...] = ()
    changed: tuple[Item, ...] = ()
    same: int = 0
    refused: tuple[Problem, ...] = ()
    doubts: tuple[tuple[Entry, Doubt], ...] = ()
    strangers: tuple[Stranger, ...] = ()
    not_used: tuple[tuple[str, str], ...] = ()
    passed_over: tuple[str, ...] = ()
    hidden: tuple[Left, ...] = ()
    kinds: tuple[tuple[str, FileKind], ...] = ()
    unanswered: tuple[tuple[str, tuple[str, ...]], ...] = ()
    shifts: tuple[Shift, ...] = ()
    path: Path | None = None
    written: bool = False

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything that would be written."""
        return (*self.new, *self.changed)


def take_in(order: Order, *, agreed: Preview | None = None) -> Preview:
    """Read the files and write what is new in one file; `agreed` is a preview that somebody said yes to.

    Nothing is written while figures are refused (unless `partial`), while doubts stand that nobody waived,
    or where the files say something else by now than was agreed to.
    """
    stop = refusal(order.folder)
    if stop and not (order.dry_run and stop.code is Code.BUNDLED):
        return Preview(problems=(stop,))
    opened = _opened(order)  # before the lock: a slow pipe keeps nobody else from writing
    if order.dry_run:
        return _preview(order, opened)
    try:
        with one_writer(order.folder, order.writer):
            preview = _preview(order, opened)
            if not _ready(order, preview, agreed) or preview.path is None:
                return preview
            content = new_file(item.entry for item in preview.items)
            fault = carry_out(order.folder, Draft(preview.path, None, content, imported=True), _lines(order, preview))
            return preview._replace(problems=(fault,)) if fault else preview._replace(written=True)
    except (OSError, Held) as error:
        return Preview(problems=(failure(error, order.folder.path / OWN),))


def _ready(order: Order, preview: Preview, agreed: Preview | None) -> bool:
    if preview.problems or not preview.items or (preview.refused and not order.partial):
        return False
    if agreed is not None:
        return (preview.new, preview.changed, preview.doubts) == (agreed.new, agreed.changed, agreed.doubts)
    return not order.waiver.leaves(one for _, one in preview.doubts)


class _Opened(NamedTuple):
    """What was read of the files: their tables, forms that came back, what is wrong, what is hidden."""

    grids: list[Grid]
    problems: list[Problem]
    left: list[Left]
    mapping: list[list[str]]
    forms: list[Filled]


def _opened(order: Order) -> _Opened:
    problems: list[Problem] = []
    left: list[Left] = []
    reveal = everything if order.hidden else nothing_hidden
    forms: dict[Path, Filled] = {path: form for path in order.files if (form := form_of(path)) is not None}
    others = [path for path in order.files if path not in forms]
    grids = [grid for path in others for grid in read_grids(path, order.sheet, problems, left, reveal)]
    return _Opened(grids, problems, left, mapping_rows(order.mapping, problems), list(forms.values()))


def _preview(order: Order, opened: _Opened) -> Preview:
    workspace = load(order.folder, order.as_of)
    grids, problems, left = opened.grids, [*opened.problems], opened.left
    plan = workspace.plan
    names = Names(plan.indicators, read_mapping(order.mapping, opened.mapping, plan.indicators, problems))
    sorting = _Sorting(order, workspace)
    for grid in grids:
        sorting.take(grid, names)
    for form in opened.forms:
        sorting.take_form(form)
    if grids and not problems and len(sorting.passed_over) == len(grids):
        problems += [Problem(Place(name), Code.NO_TABLE) for name in sorting.passed_over]
    if sorting.count > MOST_FIGURES:
        problems.append(Problem(Place(str(order.files[0])), Code.TOO_BIG, seen=str(sorting.count)))
    problems += [Problem(Place(str(order.files[0])), Code.NO_CHOICE, seen=str(one)) for one in sorting.not_chosen()]
    preview = Preview(
        problems=tuple(problems),
        faults=workspace.problems,
        strangers=tuple(sorting.strangers),
        not_used=tuple(sorting.not_used),
        passed_over=tuple(sorting.passed_over),
        hidden=tuple(left),
        kinds=tuple(dict.fromkeys((grid.file, grid.kind) for grid in grids)),
        unanswered=tuple((one.office, tuple(" ".join(key[:2]) for key in one.empty)) for one in opened.forms),
    )
    return preview if problems else sorting.sorted_out(preview)


class _Read(NamedTuple):
    """A figure that was read: where, whether its own date was told, and whether it stood in brackets."""

    entry: Entry
    place: Place
    dated: bool
    brackets: bool = False


class _Sorting:
    """Sorts the figures of all files into new, same, changed and refused."""

    def __init__(self, order: Order, workspace: Workspace) -> None:
        self.order = order
        self.workspace = workspace
        self.slots = Slots(workspace.plan)
        self.refused: list[Problem] = []
        self.read: list[_Read] = []
        self.strangers: list[Stranger] = []
        self.not_used: list[tuple[str, str]] = []
        self.passed_over: list[str] = []
        self.used: set[Choice] = set()
        self.count = 0

    def take(self, grid: Grid, names: Names) -> None:
        """Read a table and check every figure."""
        own = own_rows(grid)
        if own is not None:
            self._take_own(own)
            return
        found = read(grid, names, self.order.given, self.order.where)
        if not found.tables:
            self.refused += found.not_read
            if not found.not_read:
                self.passed_over.append(grid.name)
            return
        self.refused += found.refused
        self.strangers += found.strangers
        self.not_used += [(grid.name, text) for text in dict.fromkeys(found.not_used)]
        self.used |= found.used
        for one in found.figures:
            self._check(self._typed(one), one.place, brackets=one.brackets)

    def take_form(self, form: Filled) -> None:
        """The figures of a form that came back; what was changed in it is refused."""
        self.refused += form.problems
        named = [row._replace(typed=row.typed._replace(source=self.order.source or form.office)) for row in form.rows]
        self._take_own(named)

    def _take_own(self, rows: Sequence[OwnRow]) -> None:
        for place, typed, undated in rows:
            if typed.indicator in self.slots.indicators:
                filled = typed._replace(
                    published=typed.published or self.order.published,
                    stage=typed.stage or self.order.stage,
                    source=typed.source or self.order.source,
                )
                self._check(filled, place, undated=undated)
            else:
                self.strangers.append(Stranger(place, typed.indicator))

    def _check(self, typed: Typed, place: Place, *, brackets: bool = False, undated: bool = False) -> None:
        self.count += 1
        if self.count > MOST_FIGURES:
            return
        entry = checked(typed, self.slots, _Cell(place, self.refused), None if undated else self.order.today)
        if entry is not None:
            self.read.append(_Read(entry, place, bool(typed.published.strip()), brackets))

    def not_chosen(self) -> list[Choice]:
        """What was to be chosen, and no table has a column for it."""
        return [one for one in self.order.where if one not in self.used]

    def _typed(self, one: FigureRead) -> Typed:
        """A figure in the words of our own files; what the table says goes before what the order says."""
        order, period = self.order, one.indicator.calendar.text(one.period)
        return Typed(
            one.indicator.id, period, _scaled(one.value, one.power), str(one.basis or one.basis_text),
            one.published or order.published or one.released, one.stage or order.stage, str(one.bound),
            _one_line(one.source or order.source or Path(one.place.file).name), _one_line(one.note),
        )  # fmt: skip

    def _strange_names(self, *, all_: bool) -> list[Problem]:
        """Rows of unregistered indicators as refusals: asked for, or because there is nothing else."""
        if not all_:
            return []
        near = Names(self.workspace.plan.indicators, {}).near
        return [Problem(one.place, Code.UNKNOWN_INDICATOR, seen=one.text, nearest=near(one.text))
                for one in self.strangers]  # fmt: skip

    def sorted_out(self, preview: Preview) -> Preview:
        """The preview with every figure in its place."""
        touched = {one.entry.indicator.id for one in self.read}
        rows = read_history(self.order.folder.actuals(), self.workspace.plan, touched)
        history = History(rows.vintages, self.workspace.plan.indicators)
        self.refused += rows.broken.values() if touched else ()
        self.refused += self._strange_names(all_=self.order.strict or not (self.read or self.refused))
        first: dict[object, tuple[Entry, Place]] = {}
        new: list[Item] = []
        changed: list[Item] = []
        same = 0
        for seen, place, dated, _ in self.read:
            entry = self._dated(seen, history)
            mine = (entry, place)
            kept = first.setdefault((entry.figure, entry.stamp), mine)
            if kept is not mine:
                same += self._again(entry, place, kept)
                continue
            match standing(entry, history, dated=dated, reread=True):
                case Vintage():
                    same += 1
                case Clash(there):
                    self.refused.append(_clash(entry, there, place))
                case Nothing() | None:
                    old = history.in_force(entry.figure)
                    stays = history.overtaken(entry.figure, entry.published)
                    (changed if old else new).append(Item(entry, place, old, stays))
        found = preview._replace(new=tuple(new), changed=tuple(changed), same=same, refused=tuple(self.refused))
        return self._with_effect(found, history)

    def _dated(self, entry: Entry, history: History) -> Entry:
        """A figure without a date stays so where nothing is known of it; beside other rows it is news of today."""
        known = entry.published is not None or not history.rows(entry.figure)
        return entry if known else entry._replace(published=self.order.today)

    def _again(self, entry: Entry, place: Place, kept: tuple[Entry, Place]) -> int:
        """The same figure once more: nothing new, or two values of one figure."""
        if (kept[0].value, kept[0].bound) == (entry.value, entry.bound):
            return 1
        seen = f"{entry.name} {written_number(entry.value)}"
        self.refused.append(
            Problem(place, Code.TWICE, seen=seen, expected=written_number(kept[0].value), detail=str(kept[1]))
        )
        return 0

    def _with_effect(self, found: Preview, history: History) -> Preview:
        items = found.items
        if not items:
            return found
        more = {"import": new_file(item.entry for item in items).decode().removeprefix(MARK)}
        moment = Moment(self.order.today, self.order.as_of)
        changed = tuple(one for one in shifts(self.workspace, self.order.as_of, more, ()) if one.changed)
        return found._replace(
            doubts=(
                *self._in_brackets(items),
                *strange(self.workspace, history, [item.entry for item in items], moment),
            ),
            shifts=changed,
            path=_free_path(self.order, items),
        )

    def _in_brackets(self, items: Sequence[Item]) -> list[tuple[Entry, Doubt]]:
        """Figures that the table has in brackets: below zero, as accountants write, or a remark?"""
        asked = {one.place for one in self.read if one.brackets}
        return [(entry, Doubt(Doubtful.BRACKETS, entry.value)) for entry, place, *_ in items
                if place in asked and entry.value is not None]  # fmt: skip


class _Cell(Unwritten):
    """Faults of a cell of somebody's table: their place is that cell."""

    def __init__(self, place: Place, problems: list[Problem]) -> None:
        super().__init__(place.file, "", problems)
        self._place = place

    def fault(self, column: str, code: Code, **details: str) -> None:  # noqa: ARG002 - the place is known
        """Note a fault at the cell."""
        self.problems.append(Problem(self._place, code, **details))


def _scaled(text: str, power: int) -> str:
    """The value in the registered unit, exactly; what is no value stays as it is, to be refused."""
    found = cell_value(text, percent=False) if power else None
    return text if found is None else format(found.scaleb(power), "f")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _clash(entry: Entry, there: Vintage, place: Place) -> Problem:
    """Another value of the same published date: where it was read, and where the other one stands."""
    seen = f"{entry.name} {written_number(entry.value)}"
    return Problem(place, Code.SAME_DATE, seen=seen, expected=written_number(there.value), detail=str(there.place))


def _free_path(order: Order, items: Sequence[Item]) -> Path:
    """A name for the new file that no file has."""
    folder = order.folder.path / ACTUALS
    stem = "".join(one if one.isalnum() or one in "-_" else "-" for one in order.files[0].stem)[:LONGEST_STEM]
    every = names_of_files([item.entry for item in items], stem.strip("-") or "import")
    return next(folder / name for name in every if not os.path.lexists(folder / name))


def _lines(order: Order, preview: Preview) -> list[Line]:
    return [line_of(order.writer, item.entry, item.old, item.stays) for item in preview.items]
