"""How is a finding let stand? A row for each, with the reason, under the lock and logged like a figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ycindic.domain.acknowledged import figures_of
from ycindic.domain.diagnostic import Diagnostic
from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.decoding import BYTE_ORDER_MARK, sniff
from ycindic.files.lock import Held
from ycindic.load.acknowledged import ACKNOWLEDGED_COLUMNS
from ycindic.load.find import Folder
from ycindic.record.append import row_text
from ycindic.record.store import OWN, Draft, Writer, carry_out, failure, one_writer, refusal, unwritable

_LONGEST_REASON = 1000


class Acknowledgement(NamedTuple):
    """Which findings are to stand, why, who says so, and on which day."""

    folder: Folder
    found: Sequence[Diagnostic]
    because: str
    today: date
    writer: Writer


def acknowledge(order: Acknowledgement) -> Problem | None:
    """Add a row for each finding; None where all of it is written, else why nothing is."""
    if not order.because.isprintable() or len(order.because) > _LONGEST_REASON:
        return Problem(Place("--because"), Code.BAD_TEXT)
    path = order.folder.acknowledged
    stop = refusal(order.folder) or unwritable(path)
    if stop:
        return stop
    try:
        with one_writer(order.folder, order.writer):
            lines = order.writer.lines(_change(order, one) for one in order.found)
            return carry_out(order.folder, _draft(order), lines)
    except (OSError, Held) as error:
        return failure(error, order.folder.path / OWN)


def _draft(order: Acknowledgement) -> Draft:
    path = order.folder.acknowledged
    old = path.read_bytes() if path.exists() else None
    before = f"{BYTE_ORDER_MARK}{row_text(ACKNOWLEDGED_COLUMNS)}\n".encode() if old is None else old
    end = "" if before.endswith(b"\n") else "\n"
    rows = end + "".join(f"{row_text(_cells(order, one))}\n" for one in order.found)
    encoding = (sniff(path).encoding if old else None) or "utf-8"  # a spreadsheet may have saved it in another one
    return Draft(path, old, before + rows.encode(encoding))


def _cells(order: Acknowledgement, found: Diagnostic) -> tuple[str, ...]:
    who, day = order.writer.user, order.today.isoformat()
    return found.code.value, found.subject, figures_of(found), order.because, who, day


def _change(order: Acknowledgement, found: Diagnostic) -> tuple[str, str, str]:
    before = found.acknowledged.because if found.acknowledged else ""
    return f"{found.code}:{found.subject}", before, order.because
