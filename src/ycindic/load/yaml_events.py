"""What does a YAML file say, and where? The only file that knows the YAML library.

libyaml's events are read straight into nodes that keep the place of every scalar. Composing or
constructing is left out on purpose: the C composer crashes on deep nesting, and values are taken
from the typed text, so that `no` is a word and `010` is no number.
"""

from __future__ import annotations

from dataclasses import dataclass

from ycindic.domain.problem import Code, Place, Problem

DEEPEST = 20


@dataclass(slots=True)
class Scalar:
    """A typed word: its text, whether it stood without quotes, its place."""

    text: str
    plain: bool
    place: Place


@dataclass(slots=True)
class Listing:
    """A sequence of nodes."""

    items: list[Node]
    place: Place


@dataclass(slots=True)
class Table:
    """A mapping, in the order of the file; keys may repeat, their reader says so."""

    entries: list[tuple[Scalar, Node]]
    place: Place


Node = Scalar | Listing | Table


def parse(text: str, file: str, problems: list[Problem]) -> Node | None:
    """Read one document; None, with a problem, where the text is no YAML we read."""
    tab = text.find("\t")
    if tab >= 0:
        line = text.count("\n", 0, tab) + 1
        problems.append(Problem(Place(file, line, tab - text.rfind("\n", 0, tab)), Code.TAB))
        return None
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return _Builder(file, problems, yaml).build(yaml.parse(text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        typed = text.splitlines()[place.line - 1 : place.line] if place.line else []
        seen = "".join(typed).strip()[:80]
        problems.append(Problem(place, Code.SYNTAX, seen=seen, detail=str(error.problem or error.context)))
    except yaml.reader.ReaderError as error:
        at = error.position if isinstance(error.position, int) else 0
        place = Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        problems.append(Problem(place, Code.SYNTAX, detail=str(error.reason)))
    return None


class _Builder:
    """Puts nodes together from events, without recursion and never deeper than the stop."""

    def __init__(self, file: str, problems: list[Problem], yaml) -> None:  # type: ignore[no-untyped-def]
        self.file = file
        self.problems = problems
        self.yaml = yaml
        self.stack: list[Listing | Table] = []
        self.keys: list[Scalar | None] = []
        self.root: Node | None = None

    def build(self, events) -> Node | None:  # type: ignore[no-untyped-def]
        yaml, documents = self.yaml, 0
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._marks(event)
                plain = event.style is None or event.style == ""
                self._add(Scalar(event.value, plain, self._place(event)))
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._marks(event)
                opened = (Table if kind is yaml.MappingStartEvent else Listing)([], self._place(event))
                if len(self.stack) == DEEPEST:
                    self._problem(event, Code.DEPTH)
                    return None
                self._add(opened)
                self.stack.append(opened)
                self.keys.append(None)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.stack.pop()
                self.keys.pop()
            elif kind is yaml.AliasEvent:
                self._problem(event, Code.ANCHOR, f"*{event.anchor}")
                self._add(Scalar("", plain=True, place=self._place(event)))
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._problem(event, Code.DOCUMENTS)
                    break
        return self.root

    def _place(self, event) -> Place:  # type: ignore[no-untyped-def]
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _problem(self, event, code: Code, seen: str = "") -> None:  # type: ignore[no-untyped-def]
        self.problems.append(Problem(self._place(event), code, seen=seen))

    def _marks(self, event) -> None:  # type: ignore[no-untyped-def]
        if event.anchor is not None:
            self._problem(event, Code.ANCHOR, f"&{event.anchor}")
        if event.tag is not None:
            self._problem(event, Code.TAG, event.tag)

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        holder = self.stack[-1]
        if isinstance(holder, Listing):
            holder.items.append(node)
        elif (key := self.keys[-1]) is None:
            self.keys[-1] = self._key(node)
        else:
            holder.entries.append((key, node))
            self.keys[-1] = None

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            if node.plain and node.text == "<<":
                self.problems.append(Problem(node.place, Code.MERGE_KEY, seen="<<"))
            return node
        self.problems.append(Problem(node.place, Code.COMPLEX_KEY))
        return Scalar("", plain=True, place=node.place)
