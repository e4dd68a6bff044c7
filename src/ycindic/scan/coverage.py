"""Is every number of a report in the registry, and every entry of the registry in the report?"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import NamedTuple

from ycindic.domain.grouped import grouped
from ycindic.domain.model import Named, Plan, Target
from ycindic.domain.relation import CEILINGS, FLOORS, Relation
from ycindic.scan.amounts import every, plain_amount, same
from ycindic.scan.finding import Class, Finding
from ycindic.scan.goals import printed_goal
from ycindic.scan.layout import paragraphs
from ycindic.scan.read import Marks, scan
from ycindic.scan.text import gathered, narrowed


class Differs(StrEnum):
    """In what an entry of the registry differs from the report."""

    WORDING = "wording"
    FIGURE = "figure"
    SECTION = "section"
    RELATION = "relation"


class Lost(NamedTuple):
    """An entry of the registry that the report does not bear out: how, and what is printed instead."""

    target: Target
    differs: tuple[Differs, ...]
    nearest: str = ""
    line: int = 0


class Coverage(NamedTuple):
    """What is missing on either side; complete where all three are empty."""

    findings: tuple[Finding, ...]
    missing: tuple[Finding, ...]
    lost: tuple[Lost, ...]
    unused: tuple[Named, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing is missing on either side."""
        return not (self.missing or self.lost or self.unused)


class KnownValue(NamedTuple):
    """A published figure: what the actuals know of it."""

    value: Decimal
    unit: str


def cover(text: str, plan: Plan, known: Iterable[KnownValue]) -> Coverage:
    """Lay a report beside a registry and what is known of the results."""
    return _Laid(text, plan, known).coverage()


class _Laid:
    """A report beside a registry."""

    def __init__(self, text: str, plan: Plan, known: Iterable[KnownValue]) -> None:
        self.plan = plan
        self.marks = Marks()
        self.findings = list(scan(text, weak=True, marks=self.marks))
        self.starts = [one.start for one in self.findings]
        self.known = grouped(known, lambda one: plain_amount(one.value, one.unit))
        pieces, self.at, self.places = [], [], []
        length = 0
        for paragraph in paragraphs(text):
            pieces.append(paragraph.text)
            self.at.append(length)
            self.places.append(paragraph.stretch)
            length += len(paragraph.text) + 1
        self.flat = "\n".join(pieces)
        self.covered: set[int] = set()

    def coverage(self) -> Coverage:
        lost = [one for target in self.plan.targets if (one := self._lost(target)) is not None]
        unused = [one for one in self.plan.names if not self._names(one)]
        missing = [one for index, one in enumerate(self.findings) if index not in self.covered and not self._told(one)]
        return Coverage(tuple(self.findings), tuple(missing), tuple(lost), tuple(unused))

    def _original(self, start: int, end: int) -> tuple[int, int]:
        """Where characters of the flat text stand in the report as it was given."""
        index = bisect_right(self.at, start) - 1
        stretch, shift = self.places[index], self.at[index]
        return stretch.place(start - shift), stretch.after(min(end - shift, len(stretch.text)))

    def _found(self, phrase: str) -> Iterator[tuple[int, int]]:
        for start, end in every(self.flat, compact(phrase)):
            yield self._original(start, end)

    def _within(self, start: int, end: int) -> range:
        """The findings that stand at least partly between two places."""
        first = bisect_left(self.starts, start)
        while first and self.findings[first - 1].end > start:
            first -= 1
        return range(first, bisect_left(self.starts, end))

    def _lost(self, target: Target) -> Lost | None:
        """What is wrong with an entry, or nothing; what it covers is noted."""
        if not target.wording:
            return Lost(target, (Differs.WORDING,))
        places = list(self._found(target.wording))
        if not places:
            return self._nearest(target)
        here = [one for one in places if not target.section or self.marks.section(one[0]) == target.section]
        if not here:
            line = self._line(places[0][0])
            return Lost(target, (Differs.SECTION,), self.marks.section(places[0][0]), line)
        differing = [self._differing(target, *one) for one in here]
        if not all(differing):
            return None
        printed = ", ".join(self.findings[index].figure for index in self._within(*here[0]))
        return Lost(target, differing[0], printed, self._line(here[0][0]))

    def _differing(self, target: Target, start: int, end: int) -> tuple[Differs, ...]:
        inside = self._within(start, end)
        goal, unit = printed_goal(target, self.plan.indicators[target.indicator].unit)
        printed = any(self.findings[index].value and self.findings[index].class_ is not Class.NAME for index in inside)
        if goal is None or not printed:
            self.covered.update(index for index in inside if self._in_wording(target, index))
            return ()
        figures = [index for index in inside if same(self.findings[index].value, self.findings[index].unit, goal, unit)]
        self.covered.update(index for index in inside if self.findings[index].class_ is Class.NAME)
        self.covered.update(index for index in inside if self._hoped(target, index))
        if not figures:
            return (Differs.FIGURE,)
        self.covered.update(figures)
        if all(not _alike(self.findings[index], target.relation) for index in figures):
            return (Differs.RELATION,)
        return ()

    def _hoped(self, target: Target, index: int) -> bool:
        """Whether a figure is the second, softer goal of a target."""
        return (
            target.hope is not None and target.hope.goal is not None and self.findings[index].value == target.hope.goal
        )

    def _in_wording(self, target: Target, index: int) -> bool:
        one = self.findings[index]
        return not one.value or one.class_ is Class.NAME or one.figure in compact(target.wording)

    def _nearest(self, target: Target) -> Lost:
        """The clause of the report that is nearest to a wording that is not in it."""
        clauses = {one.clause: one for one in self.findings if one.class_ is not Class.NAME}
        wording = compact(target.wording)
        near = get_close_matches(wording, clauses, n=1, cutoff=0.5)
        if not near:
            return Lost(target, (Differs.WORDING,))
        one = clauses[near[0]]
        differs = [Differs.FIGURE] if _without_digits(wording) in _without_digits(near[0]) else [Differs.WORDING]
        if target.section and one.section != target.section:
            differs.append(Differs.SECTION)
        return Lost(target, tuple(differs), near[0], one.line)

    def _line(self, start: int) -> int:
        index = min(bisect_left(self.starts, start), len(self.findings) - 1)
        return self.findings[index].line if self.findings else 0

    def _names(self, named: Named) -> bool:
        """Note what a phrase covers; whether it stands in the report at all."""
        seen = False
        for start, end in self._found(named.phrase):
            if not named.where or self.marks.section(start) == named.where:
                seen = True
                whole = (index for index in self._within(start, end) if self.findings[index].end <= end)
                self.covered.update(index for index in whole if self.findings[index].start >= start)
        return seen

    def _told(self, one: Finding) -> bool:
        """Whether a result is known to the actuals, or holds no figure."""
        if one.class_ is not Class.RESULT:
            return False
        if one.value is None:
            return True
        kept = self.known.get(plain_amount(one.value, one.unit), ())
        return any(same(one.value, one.unit, known.value, known.unit) for known in kept)


def _alike(one: Finding, relation: Relation | None) -> bool:
    """Whether a relation says what the words say; a bare figure says nothing, and a fall turns the sides."""
    if one.relation is None or one.relation is relation or "bare" in one.modifiers or relation is None:
        return True
    upwards = one.relation in FLOORS
    if relation is Relation.ABOVE:
        return upwards
    return "down" in one.modifiers and relation in CEILINGS and upwards


def _without_digits(text: str) -> str:
    return "".join(char for char in text if not char.isdigit() and char not in ".,")


def compact(phrase: str) -> str:
    """A phrase as the characters that count, to be looked for in a report."""
    return gathered([(0, narrowed(phrase))]).text if phrase else ""
