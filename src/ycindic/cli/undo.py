"""`ycindic undo`: take the last write back, as if it had never been."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ycindic.cli.language import lang as tongue
from ycindic.cli.language import say
from ycindic.cli.logged import logged_as
from ycindic.cli.output import answer_lines, stop_for
from ycindic.cli.writing import WRITING, Writing, writing
from ycindic.record.intake import Order
from ycindic.record.log import LogLine
from ycindic.record.undo import Undone, take_back
from ycindic.render.answers.log import change_words, time_words
from ycindic.text import _

_MOST_TOLD = 20
"""So many figures are told one by one."""


@writing(asks=False)
def command(how: Writing = WRITING) -> int:
    """Take back the last write, one step back (record, import, retract, check --ack), as if it had never been;
    the log keeps both
    """
    order = how.order("undo")
    found = take_back(order)
    stop_for(*found.problems)
    answer_lines(_lines(found, order))
    return 0


def _lines(found: Undone, order: Order) -> Iterator[str]:
    write = found.write
    if write is None:
        raise AssertionError
    what = f"{write.command} {time_words(write.time, tongue())}"
    if order.dry_run:
        yield say(_("would take back {what}, {path}", what=what, path=found.path))
    else:
        yield say(_("taken back {what}, {path}", what=what, path=found.path))
    for key, old, new in write.lines[:_MOST_TOLD]:
        taken = logged_as(LogLine(write.time, "", write.command, key, new, old), found.indicators)
        yield f"- {change_words(taken, tongue())}"
    if len(write.lines) > _MOST_TOLD:
        more = len(write.lines) - _MOST_TOLD
        yield say(_("… and {more} more", more=more))
    yield from _effects(found, order.as_of)


def _effects(found: Undone, day: date) -> Iterator[str]:
    if found.shifts:
        from ycindic.render.answers.doubts import shifted

        for one in found.shifts:
            yield from shifted(one.before, one.after, day, tongue())
