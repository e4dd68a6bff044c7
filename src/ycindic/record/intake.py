"""How do figures get in, one or all of a table: what is new, the same, changed, refused, asked about, written?"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol, assert_never

from ycindic.domain.history import History, Vintage
from ycindic.domain.plausibility import Doubt, Doubtful, unsaid_revision
from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.decoding import BYTE_ORDER_MARK
from ycindic.files.kind import FileKind
from ycindic.files.lock import Held
from ycindic.load.find import Folder
from ycindic.load.history import read_history
from ycindic.load.workspace import Workspace, load
from ycindic.record.append import new_file
from ycindic.record.doubting import Moment, Waiver, strange
from ycindic.record.effect import Shift, shifts
from ycindic.record.entry import Entry
from ycindic.record.grid import Left
from ycindic.record.logged import log_key
from ycindic.record.standing import Clash, Nothing, contradiction, standing, written_number
from ycindic.record.store import OWN, Draft, Writer, carry_out, failure, one_writer, refusal, unwritable
from ycindic.record.tables.reader import Stranger
from ycindic.text import Text


class Order(NamedTuple):
    """Into which workspace figures are to go, by whom, as of when verdicts are told, and what is answered beforehand.

    `partial` lets the others in where some are refused.
    """

    folder: Folder
    today: date
    as_of: date
    writer: Writer
    dry_run: bool = False
    waiver: Waiver = Waiver()
    partial: bool = False


class Candidate(NamedTuple):
    """A figure that wants in: where it was told, whether with a date of its own, and whether it stood in brackets."""

    entry: Entry
    place: Place
    dated: bool
    brackets: bool = False


class Delivery(NamedTuple):
    """What somebody brings, beside a workspace.

    `problems` are faults of the whole, `refused` those of single figures. Of tables, `strangers` are rows of indicators
    that are not registered, `not_used` headers that were not understood, `plan_shares` those of shares of a year's
    plan, `passed_over` sheets without a table, `hidden` what is not shown and so left out; `kinds` tells what each
    file is, whatever it is called; `unanswered` what offices left empty in their forms, `silent` the offices that owe
    figures and sent none.
    """

    figures: tuple[Candidate, ...] = ()
    problems: tuple[Problem, ...] = ()
    refused: tuple[Problem, ...] = ()
    strangers: tuple[Stranger, ...] = ()
    not_used: tuple[tuple[str, str], ...] = ()
    passed_over: tuple[str, ...] = ()
    hidden: tuple[Left, ...] = ()
    kinds: tuple[tuple[str, FileKind], ...] = ()
    unanswered: tuple[tuple[Text, tuple[Text, ...]], ...] = ()
    silent: tuple[Text, ...] = ()
    plan_shares: tuple[tuple[str, str], ...] = ()


Unpacked = Callable[[Order, Workspace], Delivery]
"""What was read already; told beside a workspace it becomes a delivery."""


class _Bringer(Protocol):
    """Who brings figures: somebody who types one, or a sender of tables."""

    @property
    def reread(self) -> bool:
        """Whether it may have been read before, as files are: then it undoes nothing that came later."""

    def unpacked(self) -> Unpacked:
        """Read what is brought. This happens before the lock: a slow pipe keeps nobody else from writing."""

    def draft(self, order: Order, entries: Sequence[Entry], history: History, problems: list[Problem]) -> Draft | None:
        """The file that they go into, as it would be; None with a problem."""


class Item(NamedTuple):
    """A figure that would be written: where it was told, what was valid before, and that if it stays in force.

    `under` is the figure under one that is taken back: it does not count again by itself.
    """

    entry: Entry
    place: Place
    old: Vintage | None
    stays: Vintage | None = None
    under: Vintage | None = None


class Preview(NamedTuple):
    """What became of a delivery, or would.

    With `problems` nothing is written; `faults` are those of the workspace's files at large. `same` are the places
    where a figure stands already. `written` is true once everything is safely on the disk at `path`.
    """

    problems: tuple[Problem, ...] = ()
    faults: tuple[Problem, ...] = ()
    new: tuple[Item, ...] = ()
    changed: tuple[Item, ...] = ()
    same: tuple[Place, ...] = ()
    refused: tuple[Problem, ...] = ()
    doubts: tuple[tuple[Entry, Doubt], ...] = ()
    shifts: tuple[Shift, ...] = ()
    path: Path | None = None
    written: bool = False
    delivery: Delivery = Delivery()

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything that would be written."""
        return (*self.new, *self.changed)

    def open_doubts(self, waiver: Waiver) -> tuple[Doubt, ...]:
        """The questions that nobody has answered."""
        return waiver.leaves(one for _, one in self.doubts)


def take_in(order: Order, bringer: _Bringer, *, agreed: Preview | None = None) -> Preview:
    """Check what is brought and write what is new, all of it or nothing; `agreed` is a preview that got a yes.

    Nothing is written while figures are refused (unless `partial`), while doubts stand that nobody waived, or where
    something else is brought or known by now than was agreed to. Everything is decided under the lock, so that
    nothing can change in between.
    """
    stop = refusal(order.folder)
    if stop and not (order.dry_run and stop.code is Code.BUNDLED):
        return Preview(problems=(stop,))
    unpacked = bringer.unpacked()
    if order.dry_run:
        return _decided(order, bringer, unpacked)[0]
    try:
        with one_writer(order.folder, order.writer):
            preview, draft = _decided(order, bringer, unpacked)
            if draft is None or not _ready(order, preview, agreed):
                return preview
            fault = carry_out(order.folder, draft, order.writer.lines(map(_change, preview.items)))
            return preview._replace(problems=(fault,)) if fault else preview._replace(written=True)
    except (OSError, Held) as error:
        return Preview(problems=(failure(error, order.folder.path / OWN),))


def _ready(order: Order, preview: Preview, agreed: Preview | None) -> bool:
    if preview.refused and not order.partial:
        return False
    if agreed is not None:
        return (preview.new, preview.changed, preview.doubts) == (agreed.new, agreed.changed, agreed.doubts)
    return not preview.open_doubts(order.waiver)


def _decided(order: Order, bringer: _Bringer, unpacked: Unpacked) -> tuple[Preview, Draft | None]:
    """What would happen, and the file as it would be; no draft where nothing is to be written."""
    workspace = load(order.folder, order.as_of)
    delivery = unpacked(order, workspace)
    preview = Preview(delivery.problems, workspace.problems, delivery=delivery)
    if delivery.problems:
        return preview, None
    plan = workspace.plan
    rows = read_history(order.folder.actuals(), plan, {one.entry.indicator.id for one in delivery.figures})
    history = History(rows.vintages, plan.indicators)
    broken = rows.broken.values() if delivery.figures else ()
    sorting = _Sorting(history, order.today, [*delivery.refused, *broken], reread=bringer.reread)
    for one in delivery.figures:
        sorting.sort(one)
    preview = preview._replace(
        new=tuple(sorting.new), changed=tuple(sorting.changed), same=tuple(sorting.same), refused=tuple(sorting.refused)
    )
    if not preview.items:
        return preview, None
    problems: list[Problem] = []
    draft = bringer.draft(order, [item.entry for item in preview.items], history, problems)
    problems += [stop] if draft and not order.folder.bundled and (stop := unwritable(draft.path)) else []
    if problems or draft is None:
        return preview._replace(problems=tuple(problems)), None
    preview = preview._replace(path=draft.path, doubts=(*_in_brackets(preview), *_replacing(preview)))
    return _with_effect(preview, order, workspace, history), draft


class _Sorting:
    """Sorts figures into new, changed, the same and refused."""

    def __init__(self, history: History, today: date, refused: list[Problem], *, reread: bool) -> None:
        self.history = history
        self.today = today
        self.reread = reread
        self.refused = refused
        self.new: list[Item] = []
        self.changed: list[Item] = []
        self.same: list[Place] = []
        self._first: dict[object, tuple[Entry, Place]] = {}

    def sort(self, one: Candidate) -> None:
        """Put a figure where it belongs."""
        entry, place = self._dated(one.entry), one.place
        mine = (entry, place)
        first = self._first.setdefault((entry.figure, entry.stamp), mine)
        if first is not mine:
            self._again(entry, place, *first)
            return
        match standing(entry, self.history, dated=one.dated, reread=self.reread):
            case Vintage() as known:
                self.same.append(known.place)
            case Clash(there):
                self.refused.append(contradiction(entry, place, there))
            case Nothing():
                self.refused.append(Problem(place, Code.NOT_RECORDED, seen=entry.name))
            case None:
                old = self.history.in_force(entry.figure)
                stays = self.history.overtaken(entry.figure, entry.published)
                item = Item(entry, place, old, stays, None if entry.value is not None or stays else self._under(old))
                (self.changed if old else self.new).append(item)
            case _ as never:
                assert_never(never)

    def _under(self, old: Vintage | None) -> Vintage | None:
        """What counted before the figure in force, where that was a value as well."""
        found = self.history.before(old.figure, old.published) if old else None
        return found if found and found.value is not None else None

    def _dated(self, entry: Entry) -> Entry:
        """A figure without a date stays so where nothing is known of it; beside other rows it is news of today."""
        known = entry.published is not None or not self.history.rows(entry.figure)
        return entry if known else entry._replace(published=self.today)

    def _again(self, entry: Entry, place: Place, first: Entry, there: Place) -> None:
        """The same figure once more: nothing new, or two values of one figure."""
        if (first.value, first.bound) == (entry.value, entry.bound):
            self.same.append(there)
        else:
            seen, expected = f"{entry.name} {written_number(entry.value)}", written_number(first.value)
            self.refused.append(Problem(place, Code.TWICE, seen=seen, expected=expected, detail=str(there)))


def _with_effect(preview: Preview, order: Order, workspace: Workspace, history: History) -> Preview:
    """The preview with what is strange about its figures, and what they make of the verdicts."""
    entries = [item.entry for item in preview.items]
    more = {str(preview.path): new_file(entries).decode().removeprefix(BYTE_ORDER_MARK)}
    return preview._replace(
        doubts=(*preview.doubts, *strange(workspace, history, entries, Moment(order.today, order.as_of))),
        shifts=shifts(workspace, order.as_of, more, {(entry.indicator.id, entry.period.last) for entry in entries}),
    )


def _in_brackets(preview: Preview) -> list[tuple[Entry, Doubt]]:
    """Figures that a table has in brackets: below zero, as accountants write, or a remark?"""
    asked = {one.place for one in preview.delivery.figures if one.brackets}
    return [(item.entry, Doubt(Doubtful.BRACKETS, item.entry.value)) for item in preview.items
            if item.place in asked and item.entry.value is not None]  # fmt: skip


def _replacing(preview: Preview) -> list[tuple[Entry, Doubt]]:
    """Figures that take the place of another value; one with a later date of its own says that it is a revision."""
    dated = {one.place for one in preview.delivery.figures if one.dated}
    asked = (item for item in preview.changed if not item.stays and item.place not in dated)
    cases = ((one.entry, one.entry.observation(), one.old) for one in asked)
    told = ((entry, unsaid_revision(seen, old)) for entry, seen, old in cases if seen and old)
    return [(entry, doubt) for entry, doubt in told if doubt]


def _change(item: Item) -> tuple[str, str, str]:
    entry, stays = item.entry, item.stays
    before = "" if stays or not item.old else written_number(item.old.value)
    return log_key(entry, stays), before, written_number(entry.value)
