"""What does somebody bring who types one figure: a table of one row, for a file that is kept by hand?"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ycindic.domain.history import History
from ycindic.domain.problem import Place, Problem
from ycindic.domain.row import Typed
from ycindic.load.cells import narrow
from ycindic.load.find import ACTUALS, Folder
from ycindic.load.slots import Slots
from ycindic.load.workspace import Workspace
from ycindic.record.append import appended
from ycindic.record.entry import Arguments, Entry, checked
from ycindic.record.intake import Candidate, Delivery, Order, Unpacked
from ycindic.record.naming import OLD_PREFIX, names_of_files
from ycindic.record.spoken import day_meant, period_meant
from ycindic.record.standing import contradiction
from ycindic.record.store import Draft, imported

_RECORDED = "recorded"


class OneFigure(NamedTuple):
    """A figure as it was typed."""

    typed: Typed

    @property
    def reread(self) -> bool:
        """Somebody tells it now."""
        return False

    def unpacked(self) -> Unpacked:
        """Nothing need be read."""
        return self._checked

    def _checked(self, order: Order, workspace: Workspace) -> Delivery:
        problems: list[Problem] = []
        typed = day_meant(period_meant(self.typed, workspace.plan, order.today, problems))
        entry = None if problems else checked(typed, Slots(workspace.plan), Arguments(problems), order.today)
        if entry is None:
            return Delivery(problems=(*problems, *self._hiding(order.folder, workspace)))
        place = Place("ID" if entry.value is None else "VALUE")
        return Delivery((Candidate(entry, place, dated=bool(typed.published.strip())),))

    def _hiding(self, folder: Folder, workspace: Workspace) -> tuple[Problem, ...]:
        """The faults of the registry, where they may be why the indicator is not known."""
        if narrow(self.typed.indicator) in workspace.plan.indicators:
            return ()
        return tuple(one for one in workspace.problems if one.place.file == str(folder.registry))

    def draft(self, order: Order, entries: Sequence[Entry], history: History, problems: list[Problem]) -> Draft | None:
        """The file with one row more, unless another file has a row of that day."""
        (entry,) = entries
        path = _place(entry, history, order.folder)
        rows = (one for one in history.rows(entry.figure) if one.published == entry.published)
        other = next((one for one in rows if one.place.file != str(path)), None)
        if other:
            problems.append(contradiction(entry, Place("VALUE"), other))
            return None
        return appended(path, entry, problems)


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
    new = (folder.path / ACTUALS / name for name in names_of_files([entry], _RECORDED))
    return next(known, None) or next(path for path in new if is_open(path))
