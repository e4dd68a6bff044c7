"""What do other people's tables bring: what is new, the same, changed, refused, and how does it get in?"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ycindic.domain.model import Basis, Measure, Stage
from ycindic.domain.period import month_of_year
from ycindic.domain.plausibility import Doubt
from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.decoding import MARK
from ycindic.files.kind import Kind
from ycindic.files.lock import Held
from ycindic.load.cells import value
from ycindic.load.csv_file import Unwritten
from ycindic.load.find import ACTUALS, Folder
from ycindic.load.slots import ALLOWED, Slots
from ycindic.load.workspace import Workspace, load
from ycindic.record.append import new_file
from ycindic.record.doubting import Waiver, strange
from ycindic.record.effect import Shift, shifts
from ycindic.record.entry import Entry, Typed, checked
from ycindic.record.figure import number
from ycindic.record.grid import Grid, Left, everything, nothing_hidden, read_grids
from ycindic.record.history import History, Vintage, read_history
from ycindic.record.layout import Given, Told, figures, find_layout
from ycindic.record.log import Line
from ycindic.record.names import Names, read_mapping
from ycindic.record.store import OWN, Draft, Writer, carry_out, failure, one_writer, refusal
from ycindic.record.units import shift
from ycindic.record.words import STAGE_WORDS, plain

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
    mapping: Path | None = None
    dry_run: bool = False
    waiver: Waiver = Waiver()
    partial: bool = False


class Item(NamedTuple):
    """A figure that would be written: where it was read, and what was valid before."""

    entry: Entry
    place: Place
    old: Vintage | None


class Preview(NamedTuple):
    """What became of the files, or would.

    `problems` are faults of the order itself, `refused` those of single figures; `same` counts figures
    that are known; `not_used` are headers that were not understood, `passed_over` sheets without a table,
    `hidden` what is not shown and so left out; `kinds` tells what each file is, whatever it is called.
    """

    problems: tuple[Problem, ...] = ()
    faults: tuple[Problem, ...] = ()
    new: tuple[Item, ...] = ()
    changed: tuple[Item, ...] = ()
    same: int = 0
    refused: tuple[Problem, ...] = ()
    doubts: tuple[tuple[Entry, Doubt], ...] = ()
    not_used: tuple[tuple[str, str], ...] = ()
    passed_over: tuple[str, ...] = ()
    hidden: tuple[Left, ...] = ()
    kinds: tuple[tuple[str, Kind], ...] = ()
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
    if order.dry_run:
        return _preview(order)
    try:
        with one_writer(order.folder, order.writer):
            preview = _preview(order)
            if not _ready(order, preview, agreed) or preview.path is None:
                return preview
            content = new_file(item.entry for item in preview.items)
            fault = carry_out(order.folder, Draft(preview.path, None, content), _lines(order, preview))
            return preview._replace(problems=(fault,)) if fault else preview._replace(written=True)
    except (OSError, Held) as error:
        return Preview(problems=(failure(error, order.folder.path / OWN),))


def _ready(order: Order, preview: Preview, agreed: Preview | None) -> bool:
    if preview.problems or not preview.items or (preview.refused and not order.partial):
        return False
    if agreed is not None:
        return (preview.new, preview.changed, preview.doubts) == (agreed.new, agreed.changed, agreed.doubts)
    return not order.waiver.leaves(one for _, one in preview.doubts)


def _preview(order: Order) -> Preview:
    workspace = load(order.folder, order.as_of)
    problems: list[Problem] = []
    names = Names(workspace.plan.indicators, read_mapping(order.mapping, workspace.plan.indicators, problems))
    left: list[Left] = []
    reveal = everything if order.hidden else nothing_hidden
    grids = [grid for path in order.files for grid in read_grids(path, order.sheet, problems, left, reveal)]
    sorting = _Sorting(order, workspace)
    passed_over, not_used = [], []
    for grid in grids:
        layout = find_layout(grid, names, order.given)
        if layout is None:
            passed_over.append(grid.name)
            continue
        sorting.take(grid, names, figures(grid, names, layout))
        not_used += [(grid.name, text) for text in (*layout.not_used, *sorting.rates_left())]
    if grids and len(passed_over) == len(grids):
        problems += [Problem(Place(name), Code.NO_TABLE) for name in passed_over]
    if sorting.count > MOST_FIGURES:
        problems.append(Problem(Place(str(order.files[0])), Code.TOO_BIG, seen=str(sorting.count)))
    preview = Preview(
        problems=tuple(problems),
        faults=workspace.problems,
        not_used=tuple(not_used),
        passed_over=tuple(passed_over),
        hidden=tuple(left),
        kinds=tuple(dict.fromkeys((grid.file, grid.kind) for grid in grids)),
    )
    return preview if problems else sorting.sorted_out(preview)


class _Sorting:
    """Sorts the figures of all files into new, same, changed and refused."""

    def __init__(self, order: Order, workspace: Workspace) -> None:
        self.order = order
        self.workspace = workspace
        self.slots = Slots(workspace.plan)
        self.refused: list[Problem] = []
        self.read: list[tuple[Entry, Place, bool]] = []
        self.count = 0
        self.rates: dict[str, list[str]] = {}

    def take(self, grid: Grid, names: Names, told: Iterable[Told]) -> None:
        """Check every figure of a table; a rate that no indicator is for is left, and told."""
        self.rates = {}
        for one in told:
            self.count += 1
            if self.count > MOST_FIGURES:
                return
            if one.rate_of and one.named is None:
                self.rates.setdefault(one.rate_of, []).append(one.name)
                continue
            place = grid.place(one.row, one.column)
            typed = self._typed(one, place, names)
            if typed is not None:
                entry = checked(typed, self.slots, _Cell(place, self.refused), self.order.today)
                if entry is not None:
                    self.read.append((entry, place, bool(typed.published.strip())))

    def rates_left(self) -> list[str]:
        """The columns of rates of the table that was taken last, and the rows whose rate has no indicator."""
        return [f"{text}: {', '.join(rows)}" for text, rows in self.rates.items()]

    def _typed(self, one: Told, place: Place, names: Names) -> Typed | None:
        """A figure in the words of our own files, or None with what is wrong."""
        if one.named is None or one.named.indicator is None:
            self.refused.append(_nameless(one, place, names))
            return None
        if one.period is None:
            self.refused.append(Problem(place, Code.NO_PERIOD, seen=one.period_text))
            return None
        indicator = one.named.indicator
        basis = one.basis_text or _basis(one, indicator.measure)
        if basis is None:
            self.refused.append(Problem(place, Code.OPEN_BASIS, seen=one.period_text, detail=indicator.id))
            return None
        power = shift(one.unit, indicator.unit)
        if power is None:
            self.refused.append(Problem(place, Code.OTHER_UNIT, seen=one.unit, expected=indicator.unit))
            return None
        order, others = self.order, one.others
        stage = STAGE_WORDS.get(plain(others["stage"]), others["stage"]) or order.stage
        source = others["source"] or order.source or Path(place.file).name
        return Typed(
            indicator.id, str(one.period), _scaled(one.value, power, indicator.unit), basis,
            others["published"] or order.published, stage, others["bound"], _one_line(source),
            _one_line(others["note"]),
        )  # fmt: skip

    def sorted_out(self, preview: Preview) -> Preview:
        """The preview with every figure in its place."""
        touched = {entry.indicator.id for entry, _, _ in self.read}
        history = read_history(self.order.folder.actuals(), self.workspace.plan, touched)
        self.refused += [problem for path, problem in history.broken.items()] if touched else []
        first: dict[object, tuple[Entry, Place]] = {}
        new: list[Item] = []
        changed: list[Item] = []
        same = 0
        for entry, place, dated in self.read:
            mine = (entry, place)
            kept = first.setdefault((entry.key, entry.stamp), mine)
            if kept is not mine:
                same += self._again(entry, place, kept)
                continue
            match _standing(entry, history, dated=dated):
                case Vintage():
                    same += 1
                case Problem() as problem:
                    self.refused.append(problem._replace(place=place, detail=str(problem.place)))
                case None:
                    old = history.in_force(entry.key)
                    (changed if old else new).append(Item(entry, place, old))
        found = preview._replace(new=tuple(new), changed=tuple(changed), same=same, refused=tuple(self.refused))
        return self._with_effect(found, history)

    def _again(self, entry: Entry, place: Place, kept: tuple[Entry, Place]) -> int:
        """The same figure once more: nothing new, or two values of one figure."""
        if (kept[0].value, kept[0].bound) == (entry.value, entry.bound):
            return 1
        seen = f"{entry.name} {number(entry.value)}"
        self.refused.append(Problem(place, Code.TWICE, seen=seen, expected=number(kept[0].value), detail=str(kept[1])))
        return 0

    def _with_effect(self, found: Preview, history: History) -> Preview:
        items = found.items
        if not items:
            return found
        more = {"import": new_file(item.entry for item in items).decode().removeprefix(MARK)}
        changed = tuple(one for one in shifts(self.workspace, self.order.as_of, more, ()) if one.changed)
        return found._replace(
            doubts=strange(self.workspace, history, [item.entry for item in items], self.order.today),
            shifts=changed,
            path=_free_path(self.order),
        )


class _Cell(Unwritten):
    """Faults of a cell of somebody's table: their place is that cell."""

    def __init__(self, place: Place, problems: list[Problem]) -> None:
        super().__init__(place.file, "", problems)
        self._place = place

    def fault(self, column: str, code: Code, **details: str) -> None:  # noqa: ARG002 - the place is known
        """Note a fault at the cell."""
        self.problems.append(Problem(self._place, code, **details))


def _nameless(one: Told, place: Place, names: Names) -> Problem:
    if one.named is not None:
        return Problem(place, Code.AMBIGUOUS_NAME, seen=one.name, expected=", ".join(one.named.several))
    return Problem(place, Code.UNKNOWN_INDICATOR, seen=one.name, nearest=names.near(one.name))


def _basis(one: Told, measure: Measure) -> Basis | None:
    """What a figure covers, as far as the table says it; None where it could be either.

    From January on there is only one reading. Our own way of writing periods has our own defaults; a
    month that people wrote may be the month alone or the year so far.
    """
    if one.basis is not None:
        return one.basis
    period = one.period
    if period is None or measure is Measure.STOCK:
        return Basis.POINT
    if measure is Measure.EVENTS:
        return Basis.ALONE
    if month_of_year(period.first) == 1:
        return Basis.YTD
    return ALLOWED[measure][0] if not one.spelled and measure is not Measure.MEAN else None


def _scaled(text: str, power: int, unit: str) -> str:
    """The value in the registered unit, exactly; what is no value stays as it is, to be refused."""
    found = value(text, percent=unit == "%") if power else None
    return text if found is None else format(found.scaleb(power), "f")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _standing(entry: Entry, history: History, *, dated: bool) -> Vintage | Problem | None:
    """The row that says the same already, why the figure cannot stand beside the rows, or None.

    A figure without a date of its own is known if any vintage said it: an old file read again must not
    undo a later correction.
    """
    there, before = history.of_date(entry.key, entry.stamp), history.before(entry.key, entry.stamp)
    known = [there, before] if dated else [there, *history.rows.get(entry.key, ())]
    for one in known:
        if one is not None and one.says(entry.value, entry.bound) and entry.stage in (one.stage, Stage.UNSTATED):
            return one
    if there is not None:
        return Problem(
            there.place, Code.SAME_DATE, seen=f"{entry.name} {number(entry.value)}", expected=number(there.value)
        )
    return None


def _free_path(order: Order) -> Path:
    """A name for the new file that no file has."""
    stem = "".join(one if one.isalnum() or one in "-_" else "-" for one in order.files[0].stem)[:LONGEST_STEM].strip(
        "-"
    )
    base = f"import-{order.today.isoformat()}-{stem or 'table'}"
    folder = order.folder.path / ACTUALS
    names = (f"{base}.csv" if count == 1 else f"{base}-{count}.csv" for count in range(1, MOST_FIGURES))
    return next(folder / name for name in names if not (folder / name).exists())


def _lines(order: Order, preview: Preview) -> list[Line]:
    writer = order.writer
    return [
        Line(writer.time, writer.user, writer.command, item.entry.name, number(item.old.value if item.old else None),
             number(item.entry.value))
        for item in preview.items
    ]  # fmt: skip
