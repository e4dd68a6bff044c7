"""`ycindic undo`: take the last write back, as if it had never been."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ycindic.cli.language import lang as tongue
from ycindic.cli.language import say
from ycindic.cli.output import Failed, answer_lines, tell
from ycindic.cli.writing import WRITING, Writing, writing
from ycindic.record.undo import Undone, take_back
from ycindic.text import _

_MOST_TOLD = 20
"""So many figures are told one by one."""


@writing(asks=False)
def command(how: Writing = WRITING) -> int:
    """Take back the last write (record, import, retract) as if it had never been; the log keeps both"""
    order = how.order("undo")
    found = take_back(order)
    tell(found.problems)
    if found.problems:
        raise Failed(2)
    answer_lines(_lines(found, order.as_of, dry_run=order.dry_run))
    return 0


def _lines(found: Undone, day: date, *, dry_run: bool) -> Iterator[str]:
    write = found.write
    if write is None:
        raise AssertionError
    what = f"{write.command} {write.time}"
    if found.gone:
        yield say(_("the last write ({what}) is not in its file: nothing changed", what=what))
        return
    if dry_run:
        yield say(_("would take back {what}, {path}", what=what, path=found.path))
    else:
        yield say(_("taken back {what}, {path}", what=what, path=found.path))
    yield from (f"- {key}  {new or '–'} → {old or '–'}" for key, old, new in write.lines[:_MOST_TOLD])
    if len(write.lines) > _MOST_TOLD:
        more = len(write.lines) - _MOST_TOLD
        yield say(_("… and {more} more", more=more))
    yield from _effects(found, day)


def _effects(found: Undone, day: date) -> Iterator[str]:
    if found.shifts:
        from ycindic.render.answers.doubts import shifted

        for one in found.shifts:
            yield from shifted(one.before, one.after, day, tongue())
