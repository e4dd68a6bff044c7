"""How is one figure put in, or taken back?"""

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, assert_never

from ycindic.domain.history import History, Vintage
from ycindic.domain.plausibility import Doubt
from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.row import Typed
from ycindic.files.decoding import MARK
from ycindic.files.lock import Held
from ycindic.load.cells import narrow
from ycindic.load.find import ACTUALS, Folder
from ycindic.load.history import read_history
from ycindic.load.slots import Slots
from ycindic.load.workspace import Workspace, load
from ycindic.record.append import appended, new_file
from ycindic.record.doubting import Moment, Waiver, strange
from ycindic.record.effect import Shift, shifts
from ycindic.record.entry import Arguments, Entry, checked
from ycindic.record.log import Line
from ycindic.record.naming import OLD_PREFIX, names_of_files
from ycindic.record.spoken import period_meant
from ycindic.record.standing import Clash, Nothing, Standing, standing
from ycindic.record.store import OWN, Draft, Writer, carry_out, failure, imported, one_writer, refusal, unwritable

RECORDED = "recorded"
NONE: frozenset[Doubt] = frozenset()


class Request(NamedTuple):
    """What is to be written where, by whom, and as of when the verdicts are told."""

    folder: Folder
    typed: Typed
    today: date
    as_of: date
    writer: Writer
    dry_run: bool = False
    waiver: Waiver = Waiver()


class Outcome(NamedTuple):
    """What became of it.

    `written` is true once the figure is safely on the disk. With `problems` nothing was written; with
    `doubts` somebody must say yes first, where they are not waived. `same` is a row that says the same already,
    `old` the one that was valid before, `stays` that one where it is newer than the figure; `faults` are those
    of the files at large.
    """

    problems: tuple[Problem, ...] = ()
    faults: tuple[Problem, ...] = ()
    entry: Entry | None = None
    doubts: tuple[Doubt, ...] = ()
    same: Vintage | None = None
    old: Vintage | None = None
    stays: Vintage | None = None
    path: Path | None = None
    shifts: tuple[Shift, ...] = ()
    written: bool = False


def put(request: Request, waived: Collection[Doubt] = NONE) -> Outcome:
    """Check a figure and append it; the doubts that are waived, one by one or beforehand, are no obstacle.

    Everything is read and decided under the lock, so that nothing can change in between.
    """
    stop = refusal(request.folder)
    if request.dry_run and (stop is None or stop.code is Code.BUNDLED):
        return _decided(request)[0]
    if stop:
        return Outcome(problems=(stop,))
    try:
        with one_writer(request.folder, request.writer):
            outcome, draft = _decided(request)
            if draft is None or not set(request.waiver.leaves(outcome.doubts)) <= set(waived):
                return outcome
            fault = carry_out(request.folder, draft, [_line(request, outcome)])
            return outcome._replace(problems=(fault,)) if fault else outcome._replace(written=True, doubts=())
    except (OSError, Held) as error:
        return Outcome(problems=(failure(error, request.folder.path / OWN),))


def _decided(request: Request) -> tuple[Outcome, Draft | None]:
    """What would happen, and the file as it would be; no draft where nothing is to be written."""
    workspace = load(request.folder, request.as_of)
    faults = workspace.problems
    problems: list[Problem] = []
    typed = period_meant(request.typed, workspace.plan, request.today, problems)
    entry = None if problems else checked(typed, Slots(workspace.plan), Arguments(problems), request.today)
    if entry is None:
        return Outcome((*problems, *_hiding(request, workspace))), None
    rows = read_history(request.folder.actuals(), workspace.plan, {entry.indicator.id})
    if rows.broken:
        return Outcome(tuple(rows.broken.values())), None
    history = History(rows.vintages, workspace.plan.indicators)
    beside = standing(entry, history, dated=bool(request.typed.published.strip()), reread=False)
    same, stop = beside if isinstance(beside, Vintage) else None, _against(entry, beside)
    path = _place(entry, history, request.folder)
    stays = history.overtaken(entry.figure, entry.published)
    outcome = Outcome((), faults, entry, old=history.in_force(entry.figure), path=path, same=same, stays=stays)
    if same:
        return outcome, None
    stop = stop or _elsewhere(entry, history, path)
    draft = None if stop else appended(path, entry, problems)
    stop = stop or (unwritable(path) if draft else None)
    if stop or draft is None:
        return outcome._replace(problems=(stop,) if stop else tuple(problems)), None
    found = tuple(one for _, one in strange(workspace, history, [entry], Moment(request.today, request.as_of)))
    return outcome._replace(doubts=found, shifts=_shifts(request, workspace, entry, path)), draft


def _place(entry: Entry, history: History, folder: Folder) -> Path:
    """The file for a row: that of the same date, which it replaces, else the newest that no import wrote, or a new one.

    A retraction goes where the figure of its date stands, also into an import.
    """
    closed = imported(folder.path)

    def is_open(path: Path) -> bool:
        return path.name not in closed and not path.name.startswith(OLD_PREFIX)

    there = history.of_date(entry.figure, entry.published)
    if there is not None and (entry.value is None or is_open(Path(there.place.file))):
        return Path(there.place.file)
    known = (path for path in map(Path, history.files_of(entry.indicator.id)) if is_open(path))
    new = (folder.path / ACTUALS / name for name in names_of_files([entry], RECORDED))
    return next(known, None) or next(path for path in new if is_open(path))


def _elsewhere(entry: Entry, history: History, path: Path) -> Problem | None:
    """A row of the same date in another file, which the new one would contradict."""
    rows = (one for one in history.rows(entry.figure) if one.published == entry.published)
    other = next((one for one in rows if one.place.file != str(path)), None)
    return _clash(entry, other) if other else None


def _hiding(request: Request, workspace: Workspace) -> tuple[Problem, ...]:
    """The faults of the registry, where they may be why the indicator is not known."""
    if narrow(request.typed.indicator) in workspace.plan.indicators:
        return ()
    return tuple(one for one in workspace.problems if one.place.file == str(request.folder.registry))


def _against(entry: Entry, beside: Standing) -> Problem | None:
    """Why a figure cannot stand beside the rows that are there."""
    match beside:
        case Clash(there):
            return _clash(entry, there)
        case Nothing():
            return Problem(Place("ID"), Code.NOT_RECORDED, seen=entry.name)
        case Vintage() | None:
            return None
        case _ as never:
            assert_never(never)


def _clash(entry: Entry, there: Vintage) -> Problem:
    """Another value of the same published date."""
    seen = f"{written_number(there.value)} {there.bound}{there.stage}".strip()
    return Problem(there.place, Code.SAME_DATE, seen=seen, detail=f"{entry.name} {entry.stamp}")


def _shifts(request: Request, workspace: Workspace, entry: Entry, path: Path) -> tuple[Shift, ...]:
    more = {str(path): new_file([entry]).decode().removeprefix(MARK)}
    return shifts(workspace, request.as_of, more, {entry.indicator.id})


def _line(request: Request, outcome: Outcome) -> Line:
    writer, entry, old = request.writer, outcome.entry, outcome.old
    if entry is None:
        raise AssertionError
    return line_of(writer, entry, old, outcome.stays)


def line_of(writer: Writer, entry: Entry, old: Vintage | None, stays: Vintage | None) -> Line:
    """A figure in the log; one that comes as an earlier vintage says what stays in force."""
    key = (
        f"{entry.name} (earlier vintage {entry.stamp}; {written_number(stays.value) or '-'} stays)"
        if stays
        else entry.name
    )
    before = "" if stays else written_number(old.value if old else None)
    return Line(writer.time, writer.user, writer.command, key, before, written_number(entry.value))


def written_number(value: Decimal | None) -> str:
    """A value as it is written; nothing where there is none."""
    return "" if value is None else format(value, "f")
