"""The form for programs: one JSON document, the same bytes for the same input."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO

from ycindic.render.answers.sheet import Row, Sheet, Value, json_value
from ycindic.render.forms import batches
from ycindic.render.words.screen import Screen

if TYPE_CHECKING:  # `status` needs no audit
    from ycindic.render.answers.diagnosis import Diagnosis

_DIAGNOSIS_SCHEMA = 2
_HEAD = 200
"""Bytes that hold the version and the first name behind it."""


def written(sheet: Sheet[Row], screen: Screen) -> Iterator[str]:
    """The rows with every column, between what stands before and after them."""
    document, rows = sheet.document, _entries(sheet, screen)
    if document.lined:
        yield from _lined(sheet, rows)
    else:
        yield dump({**document.before, sheet.name: list(rows), **document.after()})


def _entries(sheet: Sheet[Row], screen: Screen) -> Iterator[Mapping[str, Value]]:
    """The rows as names and values."""
    values = [(name, sheet.columns[name].value) for name in sheet.chosen(screen) if not sheet.columns[name].flat]
    besides = sheet.document.besides
    for row in sheet.rows:
        told = {name: value(row) for name, value in values}
        if besides:
            told.update(besides(row))
        yield told


def _lined(sheet: Sheet[Row], rows: Iterable[Mapping[str, Value]]) -> Iterator[str]:
    """A line for each row, and for each entry of the lists around them."""
    before = "".join(f"{one},\n" for one in _members(sheet.document.before))
    yield f"{{\n{before}{_line(sheet.name)}: ["
    begun = False
    for some in batches(rows):
        yield "".join(f"{',' if begun or place else ''}\n{_line(one)}" for place, one in enumerate(some))
        begun = begun or bool(some)
    after = "".join(f",\n{one}" for one in _members(sheet.document.after()))
    yield f"{chr(10) if begun else ''}]{after}\n}}\n"


def _members(told: Mapping[str, Value]) -> Iterator[str]:
    return (f"{_line(name)}: {_listed(value)}" for name, value in told.items())


def _listed(value: Value) -> str:
    if not isinstance(value, list) or not value:
        return _line(value)
    return "[\n" + ",\n".join(_line(one) for one in value) + "\n]"


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=json_value)


def _line(value: object) -> str:
    return _ENCODER.encode(value)


def dump(document: object) -> str:
    """A JSON text that people can read too; what is no number in JSON is a bug, not a value."""
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False, default=json_value) + "\n"


def is_earlier(file: BinaryIO, sheet: Sheet[Row]) -> bool:
    """Its version, and behind that what stands first in such a document."""
    first = next((name for name in sheet.document.before if name != "schema"), sheet.name)
    return re.match(rb'\{\s*"schema": \d+,\s*"' + first.encode() + b'": ', file.read(_HEAD)) is not None


def diagnosed(told: Diagnosis, _: str) -> str:
    """The answer of `validate`, `audit` and `check`, a line for each thing that was found."""
    from ycindic.render.answers.diagnostics import diagnostic_values

    day: dict[str, Value] = {"as_of": told.as_of.isoformat()} if told.as_of else {}
    lists: dict[str, Value] = {name: [diagnostic_values(one) for one in found] for name, found in told.lists.items()}
    document = {"schema": _DIAGNOSIS_SCHEMA, **day, **told.head, "failing": told.failing, **lists}
    return "{{\n{}\n}}\n".format(",\n".join(_members(document)))
