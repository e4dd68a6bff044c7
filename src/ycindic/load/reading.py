"""Is each key of a registry known, and its value of the kind that the field table says?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from ycindic.domain.model import Bilingual
from ycindic.domain.period import Period, in_own_years, parse
from ycindic.domain.problem import Code, Place, Problem
from ycindic.load import likely
from ycindic.load.cells import MOST_DIGITS, digits
from ycindic.load.fields import NAME_FIELDS, TABLES, Field, Fields, Sort, is_indicator_id, is_target_id
from ycindic.load.yaml_events import Listing, Mark, Node, Scalar, Table, place
from ycindic.text import Verbatim

_SMALL = 9
OPEN_GOALS = ("base", "unstated")
"""Goals that are no numbers: the figure of the base, and one that the report leaves open."""
PERIODS = "2026, 2026-H1, 2026-Q3, 2026-09, 2026-01..2026-02"
SPANS = PERIODS.replace("2026,", "2026, 2026-2030,", 1)
"""The forms of a period of figures, and of one that the registry names."""
UNNAMED = "@"
"""Stands behind an indicator's id for a target of it that was left out before its own id was known."""


def _number(text: str) -> Decimal | None:
    """A number of at most 30 digits without exponent, thousands mark or leading zero."""
    count = digits(text)
    whole = text.lstrip("+-")
    if not 0 < count <= MOST_DIGITS or (whole[0] == "0" and whole[1:2] not in ("", ".")):
        return None
    value = Decimal(text)
    return abs(value) if value.is_zero() else value


def _day(text: str) -> date | None:
    """A date written `2026-04-25`."""
    if len(text) != len("2026-04-25") or text[4::3] != "--":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def nearest_word(word: str, words: Collection[str]) -> str:
    """The closest right word, or nothing."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(words), n=1)), "")


ByField = dict[str, Any]
"""Values by their keys, each of the type that the field table tells."""


class Values(ByField):
    """The typed values of one table; where the table and each of its values stand is asked of it.

    `strange` tells that it has a key that nobody knows: then something else may have been meant.
    """

    __slots__ = ("file", "key_marks", "mark", "marks", "strange")

    def __init__(self, file: str, mark: Mark) -> None:
        self.file = file
        self.mark = mark
        self.marks: dict[str, Mark] = {}
        self.key_marks: dict[str, Mark] = {}
        self.strange = False

    def only(self, keys: Collection[str]) -> Values:
        """The same table with some of its keys alone."""
        found = Values(self.file, self.mark)
        found.update({key: value for key, value in self.items() if key in keys})
        found.marks = {key: mark for key, mark in self.marks.items() if key in keys}
        found.key_marks, found.strange = self.key_marks, self.strange
        return found

    @property
    def place(self) -> Place:
        """Where the table begins."""
        return place(self.file, self.mark)

    def at(self, key: str) -> Place:
        """Where a key's value stands, or the table where the key is absent."""
        return place(self.file, self.marks.get(key, self.mark))

    def at_key(self, key: str) -> Place:
        """Where the key itself stands."""
        return place(self.file, self.key_marks.get(key, self.mark))

    def has(self, key: str) -> bool:
        """Whether a key was typed, be its value good or not."""
        return key in self.marks


class NodeReader:
    """Reads nodes by the field table and collects every fault instead of stopping at the first.

    `faulty` are the ids of what had to be left out, so that whoever names them is not blamed;
    `mentions` keeps where an id names another.
    """

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems
        self.faulty: set[str] = set()
        self.mentions: dict[tuple[str, str], Place] = {}
        self._readers: dict[Sort, Callable[[Node, Field], object]] = {
            Sort.ANYTHING: lambda node, _: self.anything(node),
            Sort.TABLE: lambda node, field: self.table(node, TABLES[field.table]),
            Sort.TABLE_LIST: self._tables,
            Sort.TEXT_OR_TABLE: self._text_or_table,
            Sort.TABLES_BY_ID: self._by_id,
            Sort.SECTIONS: lambda node, _: self._sections(node),
            Sort.NAME: lambda node, _: self.name(node),
            Sort.NAME_OR_TEXT: self._text_pair,
            Sort.IDS: self._ids,
            Sort.ID_LIST: self._ids,
            Sort.GOAL: lambda node, _: self._goal(node),
            Sort.SHARES: lambda node, _: self._numbers(node),
            Sort.NUMBER: self._number,
            Sort.POSITIVE: self._number,
            Sort.WHOLE: self._whole,
            Sort.BOOLEAN: self._boolean,
            Sort.CHOICE: self._choice,
            Sort.PERIOD: self._period,
            Sort.DATE: self._date,
            Sort.DEADLINE: self._deadline,
            Sort.ID: self._id,
            Sort.TEXT: lambda node, _: node.text if isinstance(node, Scalar) else None,
        }

    def fault(self, where: Place, code: Code, **details: str) -> None:
        """Note a fault at a place."""
        self.problems.append(Problem(where, code, **details))

    def wrong(self, node: Node, code: Code, **details: str) -> None:
        """Note a fault of a node, which is what was seen unless told otherwise."""
        self.problems.append(Problem(place(self.file, node.mark), code, **({"seen": _shown(node)} | details)))

    def table(self, node: Node, fields: Fields) -> Values:
        """The values of the known keys; a value that is no good is left out."""
        values = Values(self.file, node.mark)
        if not isinstance(node, Table):
            self.wrong(node, Code.WRONG_TYPE, expected="key: value")
            return values
        for name, key, value in self._once(node):
            field = fields.get(name)
            if field is None:
                free = [one for one in fields if one not in values]
                self.wrong(key, Code.UNKNOWN_KEY, expected=", ".join(fields), nearest=nearest_word(name, free))
                values.strange = True
                continue
            values.marks[name], values.key_marks[name] = value.mark, key.mark
            found = self._value(value, field)
            if found is not None:
                values[name] = found
        for needed in fields.required:
            if needed not in values.marks:
                self.wrong(node, Code.MISSING_KEY, seen="", expected=needed)
        return values

    def _once(self, node: Table) -> Iterator[tuple[str, Node, Node]]:
        """The entries of a mapping with the text of their keys; a repeated or a strange key is a fault.

        Each is let go of: what was read of a long table takes no room any more.
        """
        first: dict[str, Node] = {}
        items = node.items
        items.reverse()
        while items:
            key, value = items.pop(), items.pop()
            if type(key) is not Scalar:
                self.wrong(key, Code.COMPLEX_KEY)
                continue
            name = key.text
            if name == "<<" and key.plain:
                self.wrong(key, Code.MERGE_KEY)
            elif name in first:
                self.wrong(key, Code.DUPLICATE_KEY, detail=str(place(self.file, first[name].mark)))
            else:
                first[name] = key
                yield name, key, value

    def anything(self, node: Node) -> bool:
        """Look at the keys of what is reserved, and take it as it is."""
        if isinstance(node, Table):
            for _, _, value in self._once(node):
                self.anything(value)
        elif isinstance(node, Listing):
            for item in node.items:
                self.anything(item)
        return True

    def _value(self, node: Node, field: Field) -> object:
        """A value by its kind, or None with a fault."""
        if (type(node) is not Scalar or not (node.text or field.may_be_empty)) and field.scalar:
            self.wrong(node, Code.WRONG_TYPE, expected=", ".join(field.choices) or field.kind.value)
            return None
        return self._readers[field.kind](node, field)

    def _number(self, node: Node, field: Field) -> Decimal | None:
        """A number as typed, without quotes."""
        if not isinstance(node, Scalar):
            self.wrong(node, Code.WRONG_TYPE, expected=Sort.NUMBER.value)
            return None
        found = _number(node.text) if node.plain else None
        if found is None:
            seen = node.text if node.plain else f'"{node.text}"'
            self.wrong(node, Code.BAD_NUMBER, seen=seen, nearest=likely.likely_number(seen))
        elif field.kind is Sort.POSITIVE and (found < 0 or (field.high is not None and found > field.high)):
            self.wrong(node, Code.OUT_OF_BOUNDS, expected="≥ 0" if field.high is None else f"0 – {field.high}")
            return None
        return found

    def _whole(self, node: Node, field: Field) -> int | None:
        text = _shown(node)
        if not (text.isdecimal() and text.isascii() and len(text) <= _SMALL) or (len(text) > 1 and text[0] == "0"):
            near = likely.likely_number(text)
            self.wrong(node, Code.BAD_NUMBER, expected=Sort.WHOLE.value, nearest=near if near.isdecimal() else "")
            return None
        found = int(text)
        low, high = field.low or 0, field.high
        if found < low or (high is not None and found > high):
            code = Code.BAD_VERSION if field.key == "schema" else Code.OUT_OF_BOUNDS
            self.wrong(node, code, expected=f"{low}" if low == high else f"{low} – {high}")
            return None
        return found

    def _boolean(self, node: Node, _: Field) -> bool | None:
        text = _shown(node)
        if isinstance(node, Scalar) and node.plain and text in ("true", "false"):
            return text == "true"
        near = next((word for word, others in _BOOLEANS.items() if text.lower() in others), "")
        self.wrong(node, Code.BAD_BOOLEAN, expected="true, false", nearest=near)
        return None

    def _choice(self, node: Node, field: Field) -> str | None:
        text = _shown(node)
        if text in field.choices:
            return text
        self.wrong(node, Code.BAD_CHOICE, expected=", ".join(field.choices), nearest=nearest_word(text, field.choices))
        return None

    def _period(self, node: Node, _: Field) -> Period | str | None:
        """A period; as typed where its years reach into the next: in which month they begin is not known here."""
        if in_own_years(_shown(node)):
            return _shown(node)
        found = parse(_shown(node))
        if found is None:
            self.wrong(node, Code.BAD_PERIOD, expected=SPANS, nearest=likely.likely_period(_shown(node)))
        return found

    def _date(self, node: Node, _: Field) -> date | None:
        found = _day(_shown(node))
        if found is None:
            self.wrong(node, Code.BAD_DATE, nearest=likely.likely_day(_shown(node)))
        return found

    def _deadline(self, node: Node, field: Field) -> date | None:
        """A date, or the last day of a month or of a longer period."""
        found = parse(_shown(node))
        return found.end if found else self._date(node, field)

    def _id(self, node: Node, _: Field) -> str | None:
        if isinstance(node, Scalar) and is_target_id(node.text):
            return node.text
        self._bad_id(node, is_target_id)
        return None

    def _bad_id(self, node: Node, sound: Callable[[str], bool]) -> None:
        near = _shown(node).strip().lower().replace("_", "-").replace(" ", "-")
        self.wrong(node, Code.BAD_ID, nearest=near if sound(near) else "")

    def name(self, node: Node) -> Bilingual | None:
        """`{zh, en}`, both required; the usual form is read without asking the field table."""
        usual = _usual_name(node)
        if usual:
            return usual
        if not isinstance(node, Table):
            self.wrong(node, Code.WRONG_TYPE, expected="{zh: …, en: …}")
            return None
        values = self.table(node, NAME_FIELDS)
        return Bilingual(values["zh"], values["en"]) if len(values) == len(NAME_FIELDS) else None

    def _text_pair(self, node: Node, field: Field) -> Bilingual | None:
        """`{zh, en}` or one text for both."""
        if isinstance(node, Table):
            return self.name(node)
        if not isinstance(node, Scalar) or not (node.text or field.may_be_empty):
            self.wrong(node, Code.WRONG_TYPE, expected="… / {zh: …, en: …}")
            return None
        return Bilingual(node.text, node.text)

    def _tables(self, node: Node, field: Field) -> list[Values] | None:
        if isinstance(node, Scalar) and node.plain and not node.text and field.may_be_empty:
            return []
        if not isinstance(node, Listing):
            self.wrong(node, Code.WRONG_TYPE, expected="- key: value")
            return None
        return [self.table(item, TABLES[field.table]) for item in node.items]

    def _text_or_table(self, node: Node, field: Field) -> Values | None:
        """A table, or the text of one that says no more."""
        if not isinstance(node, Scalar):
            return self.table(node, TABLES[field.table])
        values, text = Values(self.file, node.mark), self._text_pair(node, field)
        values.update({} if text is None else {"text": text})
        return values or None

    def _by_id(self, node: Node, field: Field) -> dict[str, Values] | None:
        if not isinstance(node, Table):
            self.wrong(node, Code.WRONG_TYPE, expected="id: {…}")
            return None
        found = {}
        for name, key, value in self._once(node):
            if is_indicator_id(name):
                found[name] = self.table(value, TABLES[field.table])
            else:
                self._bad_id(key, is_indicator_id)
                self.faulty.add(name)
        return found

    def _sections(self, node: Node) -> dict[str, Values] | None:
        """The sections by key; a plain text is the name in both languages."""
        if not isinstance(node, Table):
            self.wrong(node, Code.WRONG_TYPE, expected="key: {zh, en}")
            return None
        return {key: self._section(value) for key, _, value in self._once(node)}

    def _section(self, node: Node) -> Values:
        if not isinstance(node, Scalar):
            return self.table(node, TABLES["section"])
        values, name = Values(self.file, node.mark), self._text_pair(node, _SECTION_NAME)
        values.update({} if name is None else name._asdict())
        return values

    def _ids(self, node: Node, field: Field) -> list[tuple[str, Place]] | None:
        items: list[Node] = node.items if isinstance(node, Listing) else [node]
        if field.kind is Sort.ID_LIST and not isinstance(node, Listing):
            self.wrong(node, Code.WRONG_TYPE, expected=field.kind.value)
            return None
        pairs = [(self._id(item, field), place(self.file, item.mark)) for item in items]
        found = [(name, where) for name, where in pairs if name is not None]
        return found if len(found) == len(pairs) else None

    def _goal(self, node: Node) -> list[Decimal] | str | None:
        if isinstance(node, Scalar) and node.plain and node.text in OPEN_GOALS:
            return node.text
        if isinstance(node, Listing):
            if len(node.items) < len(("low", "high")):
                self.wrong(node, Code.WRONG_TYPE, expected="[low, high]")
                return None
            return self._numbers(node)
        found = self._number(node, _ANY_NUMBER)
        return None if found is None else [found]

    def _numbers(self, node: Node) -> list[Decimal] | None:
        if not isinstance(node, Listing):
            self.wrong(node, Code.WRONG_TYPE, expected="[…, …]")
            return None
        found = [self._number(item, _ANY_NUMBER) for item in node.items]
        numbers = [one for one in found if one is not None]
        return numbers if len(numbers) == len(found) else None


def _usual_name(node: Node) -> Bilingual | None:
    """`{zh: …, en: …}` in this order, both told: most names are written so."""
    if not isinstance(node, Table) or len(node.items) != 4:
        return None
    first, zh, second, en = node.items
    if not (type(first) is type(zh) is type(second) is type(en) is Scalar):
        return None
    return Bilingual(zh.text, en.text) if (first.text, second.text) == ("zh", "en") and zh.text and en.text else None


_BOOLEANS = {"true": ("yes", "y", "on", "1", "true", "是", "对"), "false": ("no", "n", "off", "0", "false", "否", "不")}
_ANY_NUMBER = Field("", Sort.NUMBER, Verbatim(""))
_SECTION_NAME = Field("", Sort.NAME_OR_TEXT, Verbatim(""))


def _shown(node: Node) -> str:
    """How a node looks to the one who typed it, in short."""
    if isinstance(node, Scalar):
        return node.text
    return "[…]" if isinstance(node, Listing) else "{…}"
