"""What does a YAML file say, and where? The only file that knows the YAML library.

libyaml's events are read straight into nodes that keep the mark of every scalar. Composing or
constructing is left out on purpose: the C composer crashes on deep nesting, and values are taken
from the typed text, so that `no` is a word and `010` is no number.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ycindic.domain.problem import Code, Place, Problem

if TYPE_CHECKING:  # the library is loaded with the first text; what needs none does without
    from yaml.error import Mark as Spot
    from yaml.error import MarkedYAMLError
    from yaml.events import CollectionStartEvent, Event, ScalarEvent

_DEEPEST = 20
_MOST_TABS = 100
_CONTROL = frozenset(map(chr, (*range(0x20), *range(0x7F, 0xA0)))) - {"\n"}
"""What a terminal would obey instead of showing it; an escape such as `\\e` can bring it into a text."""


Mark = int
"""Where something begins in its file: line and column from 0 in one number, as a registry has very many of them."""
_COLUMN_BITS = 24


class Scalar(NamedTuple):
    """A typed word: its text, whether it stood without quotes, its mark."""

    text: str
    plain: bool
    mark: Mark


class Listing(NamedTuple):
    """A sequence of nodes."""

    items: "list[Node]"
    mark: Mark


class Table(NamedTuple):
    """A mapping: its keys and values by turns, in the order of the file; its reader judges the keys."""

    items: "list[Node]"
    mark: Mark


Node = Scalar | Listing | Table


def place(file: str, mark: Mark) -> Place:
    """The place of a mark, as people count."""
    return Place(file, (mark >> _COLUMN_BITS) + 1, mark % (1 << _COLUMN_BITS) + 1)


def parse_yaml(text: str, file: str, problems: list[Problem]) -> Node | None:
    """Read one document; None, with a problem, where the text is no YAML we read."""
    if "\t" in text:
        problems += _tabs(text, file)
        return None
    import yaml

    try:
        parser = yaml.cyaml.CBaseLoader(text) if yaml.__with_libyaml__ else yaml.BaseLoader(text)
        return _Builder(file, problems).build(parser.get_event)
    except yaml.MarkedYAMLError as error:
        problems.append(_syntax(error, text, file))
    except yaml.reader.ReaderError as error:
        at = error.position if isinstance(error.position, int) else 0
        problems.append(Problem(_place_at(text, at, file), Code.SYNTAX, detail=str(error.reason)))
    return None


def _tabs(text: str, file: str) -> Iterator[Problem]:
    """The first tab of every line that has one; so many lines are enough to see what is wrong."""
    lines = ((number, line) for number, line in enumerate(text.split("\n"), 1) if "\t" in line)
    for number, line in islice(lines, _MOST_TABS):
        yield Problem(Place(file, number, line.index("\t") + 1), Code.TAB)


def _syntax(error: "MarkedYAMLError", text: str, file: str) -> Problem:
    """What the parser says, at the place where it helps; its two marks are where a thing began and where it broke."""
    mark = error.problem_mark or error.context_mark
    if error.context_mark and ("flow" in str(error.context) or "end of stream" in str(error.problem)):
        mark = error.context_mark
    if mark is None:
        return Problem(Place(file), Code.SYNTAX, detail=str(error.problem or error.context))
    where = _place_of(file, mark)
    line = next(islice(text.splitlines(), mark.line, None), "")
    sign = error.context_mark or mark
    if "anchor" in str(error.context) or "alias" in str(error.context):
        return Problem(_place_of(file, sign), Code.ANCHOR, seen=line[sign.column :].rstrip("}], "))
    return Problem(where, Code.SYNTAX, seen=line.strip(), detail=str(error.problem or error.context))


def _place_of(file: str, mark: "Spot") -> Place:
    return Place(file, mark.line + 1, mark.column + 1)


def _place_at(text: str, at: int, file: str) -> Place:
    return Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def _mark(event: "Event") -> Mark:
    at = event.start_mark
    if at is None:  # of what a parser reads every event has one
        raise AssertionError
    return at.line << _COLUMN_BITS | at.column


class _Builder:
    """Puts nodes together from events, without recursion and never deeper than the stop."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems

    def build(self, next_event: "Callable[[], Event | None]") -> Node | None:
        """Put the nodes of the one document together; None where the nesting is too deep."""
        from yaml.events import (
            AliasEvent,
            CollectionEndEvent,
            CollectionStartEvent,
            DocumentStartEvent,
            MappingStartEvent,
            ScalarEvent,
            StreamEndEvent,
        )

        root: list[Node] = []
        holder, outer = root, list[list[Node]]()
        new = tuple.__new__  # makes a named tuple without the Python call of its class: there are thousands
        for event in iter(next_event, None):  # a `while` of one call alone never gets fast in Python 3.11
            if isinstance(event, ScalarEvent):
                if event.anchor is not None or event.tag is not None or not event.value.isprintable():
                    self._oddities(event)
                holder.append(new(Scalar, (event.value, not event.style, _mark(event))))
            elif isinstance(event, CollectionEndEvent):
                holder = outer.pop()
            elif isinstance(event, CollectionStartEvent):
                self._decorations(event)
                if len(outer) == _DEEPEST:
                    self._fault(event, Code.DEPTH)
                    return None
                inner: list[Node] = []
                kind = Table if isinstance(event, MappingStartEvent) else Listing
                holder.append(new(kind, (inner, _mark(event))))
                outer.append(holder)
                holder = inner
            elif isinstance(event, AliasEvent):
                self._fault(event, Code.ANCHOR, f"*{event.anchor}")
                holder.append(Scalar("", plain=True, mark=_mark(event)))
            elif isinstance(event, StreamEndEvent):
                break
            elif isinstance(event, DocumentStartEvent) and root:
                self._fault(event, Code.DOCUMENTS)
                break
        return root[0] if root else None

    def _fault(self, event: "Event", code: Code, seen: str = "") -> None:
        self.problems.append(Problem(place(self.file, _mark(event)), code, seen=seen))

    def _oddities(self, event: "ScalarEvent") -> None:
        self._decorations(event)
        if _CONTROL.intersection(event.value):
            where, detail = place(self.file, _mark(event)), "control characters are not allowed"
            self.problems.append(Problem(where, Code.SYNTAX, seen=event.value, detail=detail))

    def _decorations(self, event: "CollectionStartEvent | ScalarEvent") -> None:
        if event.anchor is not None:
            self._fault(event, Code.ANCHOR, f"&{event.anchor}")
        if event.tag is not None:
            self._fault(event, Code.TAG, event.tag.replace("tag:yaml.org,2002:", "!!"))
