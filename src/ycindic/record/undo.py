"""How is the last write of a workspace taken back, as if it had never been?"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ycindic.domain.model import Indicator, IndicatorId
from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.lock import Held
from ycindic.load.find import ACTUALS
from ycindic.load.workspace import load, plan_of
from ycindic.record.effect import Shift, shifts
from ycindic.record.intake import Order
from ycindic.record.last import LAST_WRITE_FILE, Write, read_last
from ycindic.record.store import OWN, Draft, failure, one_writer, outside, refusal, take_away


class Undone(NamedTuple):
    """What became of it: `write` is the one that was taken back, or would be, of registered `indicators`."""

    problems: tuple[Problem, ...] = ()
    write: Write | None = None
    path: Path | None = None
    shifts: tuple[Shift, ...] = ()
    indicators: Mapping[IndicatorId, Indicator] = {}


def take_back(order: Order) -> Undone:
    """Make the file what it was before the last write, as long as it is as the write left it; logged, whole or not."""
    stop = refusal(order.folder)
    if stop:
        return Undone((stop,))
    try:
        with one_writer(order.folder, order.writer):
            return _taken_back(order)
    except (OSError, Held) as error:
        return Undone((failure(error, order.folder.path / OWN),))


def _taken_back(order: Order) -> Undone:
    place = order.folder.path / OWN / LAST_WRITE_FILE
    write = read_last(place)
    if write is None:
        return Undone((Problem(Place(str(place)), Code.NO_WRITE),))
    path, what = order.folder.path / write.path, f"{write.command} {write.time}"
    promises = path.parent == order.folder.path and path != order.folder.acknowledged
    within = outside(order.folder, path)
    ours = path.parent == order.folder.path / ACTUALS or path == order.folder.acknowledged
    if not promises and (within or not ours or path.is_symlink()):
        return Undone((within or Problem(Place(str(path)), Code.OUTSIDE),))
    now = path.read_bytes() if path.is_file() else None
    if write.is_gone(now):
        return Undone((Problem(Place(str(path)), Code.TAKEN_BACK, seen=what),))
    if promises:
        return Undone((Problem(Place(str(path)), Code.NO_FIGURES, seen=what),))
    if now is None or not write.left(now):
        return Undone((Problem(Place(str(path)), Code.CHANGED_SINCE, seen=what),))
    found = Undone(write=write, path=path)
    if order.dry_run:
        return found._replace(indicators=plan_of(order.folder)[0].indicators)
    return _carried_out(order, found, Draft(path, now, write.before(now) or b""))


def _carried_out(order: Order, found: Undone, draft: Draft) -> Undone:
    if found.write is None:
        raise AssertionError
    before = load(order.folder, order.as_of)
    lines = order.writer.lines((key, new, old) for key, old, new in found.write.lines)
    fault = take_away(order.folder, draft, lines, whole=found.write.size < 0)
    if fault:
        return Undone((fault,))
    return found._replace(shifts=shifts(before, order.as_of, {}, ()), indicators=before.plan.indicators)
