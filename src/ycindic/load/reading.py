"""Is each key of a registry known, and its value of the kind that the field table says?"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from ycindic.domain.model import Bilingual
from ycindic.domain.period import Period, parse
from ycindic.domain.problem import Code, Place, Problem
from ycindic.load.fields import INDICATOR_ID, NAME, TABLES, TARGET_ID, Field, Kind
from ycindic.load.yaml_events import Listing, Node, Scalar, Table

NUMBER = re.compile(r"[+-]?(0|[1-9][0-9]*)(\.[0-9]+)?")
WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOST_DIGITS = 30
_INDICATOR_ID, _TARGET_ID = re.compile(INDICATOR_ID), re.compile(TARGET_ID)


def number(text: str) -> Decimal | None:
    """A number of at most 30 digits without exponent, thousands mark or leading zero."""
    if len(text) > MOST_DIGITS + 2 or not text.isascii() or not NUMBER.fullmatch(text):
        return None
    value = Decimal(text)
    return abs(value) if value.is_zero() else value


def day(text: str) -> date | None:
    """A date written `2026-04-25`."""
    try:
        return date.fromisoformat(text) if DATE.fullmatch(text) and text.isascii() else None
    except ValueError:
        return None


def nearest(word: str, words: object) -> str:
    """The closest right word, or nothing."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(words), n=1)), "")  # type: ignore[call-overload]


class Values(dict[str, Any]):
    """The typed values of one table, with the place of the table and of each key's value."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.places: dict[str, Place] = {}

    def at(self, key: str) -> Place:
        """Where a key's value stands, or the table where the key is absent."""
        return self.places.get(key, self.place)


class Reading:
    """Reads nodes by the field table and collects every fault instead of stopping at the first.

    `faulty` are the ids of what had to be left out, so that whoever names them is not blamed;
    `mentions` keeps where an id names another.
    """

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.faulty: set[str] = set()
        self.mentions: dict[tuple[str, str], Place] = {}

    def fault(self, place: Place, code: Code, **details: str) -> None:
        """Note a fault."""
        self.problems.append(Problem(place, code, **details))

    def table(self, node: Node, fields: tuple[Field, ...]) -> Values:
        """The values of the known keys; a value that is no good is left out."""
        values = Values(node.place)
        if not isinstance(node, Table):
            self.fault(node.place, Code.WRONG_TYPE, seen=shown(node), expected="key: value")
            return values
        known = {field.key: field for field in fields}
        for key, value in self.once(node):
            field = known.get(key.text)
            if field is None:
                words = [one for one in known if one not in values]
                self.fault(
                    key.place, Code.UNKNOWN_KEY, seen=key.text, expected=", ".join(known), nearest=nearest(key.text, words)
                )
                continue
            values.places[field.key] = value.place
            found = self.value(value, field)
            if found is not None:
                values[field.key] = found
        for field in fields:
            if field.required and field.key not in values.places:
                self.fault(node.place, Code.MISSING_KEY, expected=field.key)
        return values

    def once(self, node: Table) -> list[tuple[Scalar, Node]]:
        """The entries of a mapping, a repeated key being a fault."""
        first: dict[str, Place] = {}
        entries = []
        for key, value in node.entries:
            if key.text in first:
                self.fault(key.place, Code.DUPLICATE_KEY, seen=key.text, detail=str(first[key.text]))
                continue
            first[key.text] = key.place
            entries.append((key, value))
        return entries

    def value(self, node: Node, field: Field) -> Any:  # noqa: ANN401 - typed by the field's kind
        """A value by its kind, or None with a fault."""
        match field.kind:
            case Kind.ANYTHING:
                return True
            case Kind.TABLE:
                return self.table(node, TABLES[field.table])
            case Kind.TABLE_LIST:
                return self._tables(node, field)
            case Kind.TABLES_BY_ID:
                return self._by_id(node, field)
            case Kind.NAMES_BY_KEY:
                return self._names(node)
            case Kind.NAME:
                return self.name(node)
            case Kind.NAME_OR_TEXT:
                return self.text_pair(node)
            case Kind.IDS | Kind.ID_LIST:
                return self._ids(node, only_list=field.kind is Kind.ID_LIST)
            case Kind.GOAL:
                return self._goal(node)
            case Kind.SHARES:
                return self._numbers(node)
            case _:
                return self._scalar(node, field)

    def _scalar(self, node: Node, field: Field) -> Any:  # noqa: ANN401 - typed by the field's kind
        if not isinstance(node, Scalar):
            self.fault(node.place, Code.WRONG_TYPE, seen=shown(node), expected=field.kind.value)
            return None
        if not node.text and not field.may_be_empty:
            self.fault(node.place, Code.WRONG_TYPE, seen="", expected=field.kind.value)
            return None
        match field.kind:
            case Kind.NUMBER | Kind.POSITIVE:
                return self.number(node, positive=field.kind is Kind.POSITIVE)
            case Kind.WHOLE:
                return self._whole(node, field)
            case Kind.BOOLEAN:
                return self._boolean(node)
            case Kind.CHOICE:
                return self._choice(node, field)
            case Kind.PERIOD:
                return self.period(node)
            case Kind.DATE:
                return self._date(node)
            case Kind.ID:
                return self.identifier(node, _TARGET_ID)
            case _:
                return node.text

    def number(self, node: Node, *, positive: bool = False) -> Decimal | None:
        """A number as typed, without quotes."""
        if not isinstance(node, Scalar):
            self.fault(node.place, Code.WRONG_TYPE, seen=shown(node), expected=Kind.NUMBER.value)
            return None
        found = number(node.text) if node.plain else None
        if found is None:
            self.fault(node.place, Code.BAD_NUMBER, seen=node.text if node.plain else f'"{node.text}"')
        elif positive and found < 0:
            self.fault(node.place, Code.OUT_OF_BOUNDS, seen=node.text, expected="≥ 0")
            return None
        return found

    def _whole(self, node: Scalar, field: Field) -> int | None:
        if not node.plain or not WHOLE.fullmatch(node.text):
            self.fault(node.place, Code.BAD_NUMBER, seen=node.text, expected=Kind.WHOLE.value)
            return None
        found = int(node.text)
        low, high = field.low or 0, field.high
        if found < low or (high is not None and found > high):
            code = Code.BAD_VERSION if field.key == "schema" else Code.OUT_OF_BOUNDS
            self.fault(node.place, code, seen=node.text, expected=f"{low}" if low == high else f"{low} – {high}")
            return None
        return found

    def _boolean(self, node: Scalar) -> bool | None:
        if node.plain and node.text in ("true", "false"):
            return node.text == "true"
        self.fault(node.place, Code.BAD_BOOLEAN, seen=node.text, expected="true, false")
        return None

    def _choice(self, node: Scalar, field: Field) -> str | None:
        if node.text in field.choices:
            return node.text
        self.fault(
            node.place, Code.BAD_CHOICE, seen=node.text,
            expected=", ".join(field.choices), nearest=nearest(node.text, field.choices),
        )
        return None

    def period(self, node: Scalar) -> Period | None:
        """A period in one of its written forms."""
        found = parse(node.text)
        if found is None:
            self.fault(node.place, Code.BAD_PERIOD, seen=node.text)
        return found

    def _date(self, node: Scalar) -> date | None:
        found = day(node.text)
        if found is None:
            self.fault(node.place, Code.BAD_DATE, seen=node.text)
        return found

    def identifier(self, node: Scalar, form: re.Pattern[str]) -> str | None:
        """An id in its form."""
        if form.fullmatch(node.text):
            return node.text
        self.fault(node.place, Code.BAD_ID, seen=node.text, expected=form.pattern)
        return None

    def name(self, node: Node) -> Bilingual | None:
        """`{zh, en}`, both required."""
        values = self.table(node, NAME)
        if "zh" in values and "en" in values:
            return Bilingual(values["zh"], values["en"])
        return None

    def text_pair(self, node: Node) -> Bilingual | None:
        """`{zh, en}` or one text for both."""
        if not isinstance(node, Scalar):
            return self.name(node)
        return Bilingual(node.text, node.text) if node.text else None

    def _tables(self, node: Node, field: Field) -> list[Values] | None:
        if isinstance(node, Scalar) and node.plain and not node.text and field.may_be_empty:
            return []
        if not isinstance(node, Listing):
            self.fault(node.place, Code.WRONG_TYPE, seen=shown(node), expected="- key: value")
            return None
        return [self.table(item, TABLES[field.table]) for item in node.items]

    def _by_id(self, node: Node, field: Field) -> dict[str, Values] | None:
        if not isinstance(node, Table):
            self.fault(node.place, Code.WRONG_TYPE, seen=shown(node), expected="id: {…}")
            return None
        return {
            key.text: self.table(value, TABLES[field.table])
            for key, value in self.once(node)
            if self.identifier(key, _INDICATOR_ID)
        }

    def _names(self, node: Node) -> dict[str, Bilingual] | None:
        if not isinstance(node, Table):
            self.fault(node.place, Code.WRONG_TYPE, seen=shown(node), expected="key: {zh, en}")
            return None
        pairs = ((key.text, self.text_pair(value)) for key, value in self.once(node))
        return {key: pair for key, pair in pairs if pair}

    def _ids(self, node: Node, *, only_list: bool) -> list[tuple[str, Place]] | None:
        if isinstance(node, Scalar) and not only_list:
            items: list[Node] = [node]
        elif isinstance(node, Listing):
            items = node.items
        else:
            self.fault(node.place, Code.WRONG_TYPE, seen=shown(node), expected=Kind.ID_LIST.value)
            return None
        found = []
        for item in items:
            if isinstance(item, Scalar) and self.identifier(item, _TARGET_ID):
                found.append((item.text, item.place))
            elif not isinstance(item, Scalar):
                self.fault(item.place, Code.WRONG_TYPE, seen=shown(item), expected=Kind.ID.value)
        return found

    def _goal(self, node: Node) -> list[Decimal] | str | None:
        if isinstance(node, Scalar) and node.plain and node.text == "unstated":
            return node.text
        if isinstance(node, Listing):
            return self._numbers(node)
        found = self.number(node)
        return None if found is None else [found]

    def _numbers(self, node: Node) -> list[Decimal] | None:
        if not isinstance(node, Listing):
            self.fault(node.place, Code.WRONG_TYPE, seen=shown(node), expected="[…, …]")
            return None
        found = [self.number(item) for item in node.items]
        return None if None in found else [one for one in found if one is not None]


def shown(node: Node) -> str:
    """How a node looks to the one who typed it, in short."""
    if isinstance(node, Scalar):
        return node.text
    return "[…]" if isinstance(node, Listing) else "{…}"
