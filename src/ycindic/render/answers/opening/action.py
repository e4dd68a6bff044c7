"""What needs action? A line each, the worst first, as many as find room: headlines stand in the table below anyway."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain

from ycindic.domain.assessment import Assessment
from ycindic.domain.overview import Overview
from ycindic.domain.reason import Reason
from ycindic.render.answers import cells
from ycindic.render.answers.naming import mark, row_name
from ycindic.render.answers.opening.head import rest_counted
from ycindic.render.answers.whom import is_nobodys, sentence_and_office
from ycindic.render.words import labels
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import short_period
from ycindic.render.words.rest import latest_misses
from ycindic.render.words.screen import Screen
from ycindic.render.words.sentence import ONE_IS_ENOUGH
from ycindic.render.words.styled import Line, Span, paragraph
from ycindic.render.words.visible import one_line, width
from ycindic.text import _, _p
from ycindic.text.proposed import proposed


class Urgent:
    """What is missed, off track or at risk, in a room of so many lines below its heading."""

    HEAD = 2
    """Lines of the heading and above it."""

    def __init__(self, seen: Overview, screen: Screen, room: int) -> None:
        self._seen, self._screen, self._room = seen, screen, room

    @property
    def shown(self) -> Sequence[Assessment]:
        """Those that find room, the worst first."""
        return self._seen.action[: len(self._told)]

    @cached_property
    def _told(self) -> list[list[Line]]:
        """The lines of those that find room, at least of one; the last line is kept for how many do not."""
        every = self._seen.action
        rows = [list(self._row(one)) for one in every[: self._room]]
        ends = list(accumulate(map(len, rows)))
        if len(every) > self._room or (ends and ends[-1] > self._room):
            return rows[: max(1, bisect_right(ends, self._room - 1))]
        return rows

    def lines(self) -> Iterator[Line]:
        """The heading, the rows, and how many are left out."""
        yield []
        yield [Span(labels.ACTION.in_language(self._screen.lang), "bold")]
        yield from chain.from_iterable(self._told)
        yield from rest_counted(len(self._seen.action) - len(self._told), proposed("check"), self._screen)

    def _row(self, one: Assessment) -> Iterator[Line]:
        """Its name and its sentence, or its numbers where those alone find room in one line, or else in two."""
        screen, sign = self._screen, mark(one, self._screen)
        name = row_name(one, self._seen.period, screen.lang)
        stale = _(" (by old figures)").in_language(screen.lang) if one.stale else ""
        about = f"{sign} {name}{stale}  "
        ways = [
            one_line(sentence_and_office(one, offices_elsewhere=True).in_language(screen.lang)),
            *self._numbers(one),
        ]
        told = [
            [[Span(about + way)]]
            if width(about + way) <= screen.width
            else paragraph(about + way, screen.width, indent=2)
            for way in ways
        ]
        first, *rest = next((lines for room in (1, 2) for lines in told if len(lines) <= room), told[0])
        text = first[0].text
        yield [Span(text[: len(sign)], LOOKS[one.verdict].colour), Span(text[len(sign) :])]
        yield from rest

    def _numbers(self, one: Assessment) -> Iterator[str]:
        """What it is, what was promised, how far off it is and what the rest must be, in fewer and fewer words."""
        lang, months = self._screen.lang, cells.months_told(one)
        actual, far, needs = cells.actual(one, lang), cells.gap_cell(one, lang), cells.required_cell(one, lang)
        if months is None or not far or (needs and one.target.beside):
            return  # beside another it needs so much only while that stays as it is, as the sentence says
        is_ = f"{actual} {short_period(months, self._seen.period, lang)}"
        rest = [_("the rest needs {amount}", amount=needs).in_language(lang)] if needs else []
        between = _p("between counts", ", ").in_language(lang)
        if one.rule is Reason.BREACH:
            rest = [ONE_IS_ENOUGH.in_language(lang)]
        alone = latest_misses(one)
        goal = _("goal {goal}", goal=cells.goal_cell(one, lang)).in_language(lang)
        told = [] if alone is None else [[far, *rest, alone.in_language(lang)]]
        shorter = [*told, [far, *rest], [far]]
        if is_nobodys(one):  # rather a second line than to leave out what the rest needs, or this
            shorter = [[far, *rest, labels.NO_OFFICE.in_language(lang)]]
        for more in shorter:
            yield one_line(between.join([is_, goal, *more]))
