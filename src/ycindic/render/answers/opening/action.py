"""What needs action? A line each, the worst first, as many as find room: headlines stand in the table below anyway."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain

from ycindic.domain.assessment import Assessment
from ycindic.domain.overview import Overview
from ycindic.domain.reason import Reason
from ycindic.render.answers import cells
from ycindic.render.answers.naming import mark, row_name
from ycindic.render.answers.whom import is_nobodys, sentence_and_office
from ycindic.render.words import labels
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import short_period
from ycindic.render.words.rest import latest_misses
from ycindic.render.words.screen import Screen
from ycindic.render.words.sentence import ONE_IS_ENOUGH
from ycindic.render.words.styled import Line, Span, paragraph
from ycindic.render.words.visible import one_line, width
from ycindic.text import Joined, Text, Verbatim, _, _p
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
        """The lines of those that find room, at least of one; the last lines are kept for the names of the others."""
        every = self._seen.action
        rows = self._rows(every[: self._room])
        ends = list(accumulate(map(len, rows)))
        if len(every) > self._room or (ends and ends[-1] > self._room):
            return rows[: max(1, bisect_right(ends, self._room - _NAME_LINES))]
        return rows

    def lines(self) -> Iterator[Line]:
        """The heading, the rows, and who is left out."""
        yield []
        yield [Span(labels.ACTION.in_language(self._screen.lang), "bold")]
        yield from chain.from_iterable(self._told)
        yield from self._left()

    def _left(self) -> Iterator[Line]:
        """Those that found no room by name, as many as lines are kept for them, and how many they are."""
        left = self._seen.action[len(self._told) :]
        names = [Verbatim(f"{mark(one, self._screen)} {self._name(one)}") for one in left]
        told: list[Line] = []
        for many in range(1, len(names) + 1):
            count = _("and {left} more", left=len(left))
            if many < len(names):
                count = _("and {left} more ({command})", left=len(left), command=proposed("check"))
            said = _("{count}: {names}", count=count, names=Joined(_p("names in one line", "; "), names[:many]))
            longer = paragraph(one_line(said.in_language(self._screen.lang)), self._screen.width, indent=2)
            if told and len(longer) > _NAME_LINES:
                break
            told = longer
        yield from told

    def _name(self, one: Assessment) -> str:
        return row_name(one, self._seen.period, self._screen.lang)

    def _sentence(self, one: Assessment) -> str:
        return sentence_and_office(one, offices_elsewhere=True).in_language(self._screen.lang)

    def _rows(self, every: Sequence[Assessment]) -> list[list[Line]]:
        """All in the same form: their sentences where each has room in a line, else their numbers."""
        sentences = [self._row(one, [one_line(self._sentence(one))]) for one in every]
        if all(len(lines) == 1 for lines in sentences):
            return sentences
        numbers = [(one, list(self._numbers(one))) for one in every]
        return [self._row(*some) if some[1] else told for some, told in zip(numbers, sentences, strict=True)]

    def _row(self, one: Assessment, ways: Sequence[str]) -> list[Line]:
        """Its name and the fullest of some texts that finds room in one line, or else in two."""
        sign = mark(one, self._screen)
        stale = _(" (by old figures)").in_language(self._screen.lang) if one.stale else ""
        about = f"{sign} {self._name(one)}{stale}  "
        told = [_filled(about + way, self._screen.width) for way in ways]
        first, *rest = next((lines for room in (1, 2) for lines in told if len(lines) <= room), told[0])
        text = first[0].text
        return [[Span(text[: len(sign)], LOOKS[one.verdict].colour), Span(text[len(sign) :])], *rest]

    def _numbers(self, one: Assessment) -> Iterator[str]:
        """What it is, what was promised, how far off it is and what the rest must be; then the same in fewer words.

        What the rest must be is left out only where it stands in the table below anyway.
        """
        lang, months = self._screen.lang, cells.months_told(one)
        actual, far, needs = cells.actual(one, lang), cells.gap_cell(one, lang), cells.required_if(one, lang)
        if months is None or not far:
            return
        is_ = f"{actual} {short_period(months, self._seen.period, lang)}"
        goal = _("goal {goal}", goal=cells.goal_cell(one, lang)).in_language(lang)
        rest = [_("the rest needs {amount}", amount=needs).in_language(lang)] if needs else []
        besides = [said.in_language(lang) for said in (_CIRCUMSTANCES.get(one.rule), latest_misses(one)) if said]
        nobodys = [_("no office").in_language(lang)] if is_nobodys(one) else []
        shortest = [list[str]()] if one in self._seen.headlines else []
        for more in ([*rest, *besides], rest, *shortest):
            yield one_line(_p("between counts", ", ").in_language(lang).join([is_, goal, far, *more, *nobodys]))


def _filled(text: str, room: int) -> list[Line]:
    return [[Span(text)]] if width(text) <= room else paragraph(text, room, indent=2)


_NAME_LINES = 2
"""So many lines at most name those that found no room."""

_CIRCUMSTANCES: Mapping[Reason, Text] = {
    Reason.BREACH: ONE_IS_ENOUGH,
    Reason.SCOPE_SHORT: _("only how many they are at the end counts"),
}
"""What no number tells of a promise that is judged by such a rule."""
