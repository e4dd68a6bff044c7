"""How does an editor check targets.yaml while it is typed? The field table as a JSON Schema."""

from __future__ import annotations

from ycindic.load.fields import INDICATOR_ID, PERIOD_PATTERN, TABLES, TARGET_ID, Field, Fields, Sort
from ycindic.load.reading import OPEN_GOALS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_DEADLINE = r"^[0-9]{4}-([0-9]{2}(-[0-9]{2})?|Q[1-4]|H[12])$"

_Schema = dict[str, object]


def schema_document() -> _Schema:
    """The schema of a registry; every table of the field table is a definition."""
    definitions = {name: _table(fields) for name, fields in TABLES.items() if name != "top"}
    return {"$schema": _DIALECT, "title": "ycindic targets.yaml", **_table(TABLES["top"]), "$defs": definitions}


def _table(fields: Fields) -> _Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(fields.required),
        "properties": {
            key: {"description": " ".join(field.means.in_language(lang) for lang in ("en", "zh")), **_value(field)}
            for key, field in fields.items()
        },
    }


def _ref(name: str) -> _Schema:
    return {"$ref": f"#/$defs/{name}"}


_ID: _Schema = {"type": "string", "pattern": f"^{TARGET_ID}$"}
_FIGURES: _Schema = {"type": "array", "items": {"type": "number"}, "minItems": 2}
_PLAIN: dict[Sort, _Schema] = {
    Sort.TEXT: {"type": ["string", "number"]},
    Sort.NAME: _ref("name"),
    Sort.NAME_OR_TEXT: {"anyOf": [_ref("name"), {"type": ["string", "number"]}]},
    Sort.NUMBER: {"type": "number"},
    Sort.POSITIVE: {"type": "number", "minimum": 0},
    Sort.BOOLEAN: {"type": "boolean"},
    Sort.ID: _ID,
    Sort.IDS: {"anyOf": [_ID, {"type": "array", "items": _ID}]},
    Sort.ID_LIST: {"type": "array", "items": _ID},
    Sort.PERIOD: {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": f"^{PERIOD_PATTERN}$"}]},
    Sort.DATE: {"type": "string", "pattern": _DATE},
    Sort.DEADLINE: {"type": "string", "pattern": _DEADLINE},
    Sort.GOAL: {"anyOf": [{"type": "number"}, _FIGURES, {"enum": list(OPEN_GOALS)}]},
    Sort.SHARES: {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 12},
    Sort.SECTIONS: {"type": "object", "additionalProperties": {"anyOf": [_ref("section"), {"type": "string"}]}},
    Sort.ANYTHING: {},
}


def _value(field: Field) -> _Schema:
    """The schema of a value; an editor takes a value that is left empty for null."""
    kind = _kind(field)
    if not field.may_be_empty:
        return kind
    if field.kind is Sort.NAME_OR_TEXT:
        return {"anyOf": [kind, {"type": "null"}]}
    names = kind["type"]
    return kind | {"type": [*(names if isinstance(names, list) else [names]), "null"]}


def _bounds(field: Field) -> _Schema:
    bounds = {"minimum": field.low, "maximum": field.high}
    return {name: bound for name, bound in bounds.items() if bound is not None}


def _kind(field: Field) -> _Schema:
    """The schema of a value by its kind; the kinds that a field narrows are told here."""
    match field.kind:
        case Sort.WHOLE:
            return {"type": "integer", **_bounds(field)}
        case Sort.POSITIVE:
            return _PLAIN[Sort.POSITIVE] | _bounds(field)
        case Sort.CHOICE:
            return {"enum": list(field.choices)}
        case Sort.TABLE:
            return _ref(field.table)
        case Sort.TEXT_OR_TABLE:
            return {"anyOf": [{"type": ["string", "number"]}, _ref(field.table)]}
        case Sort.TABLE_LIST:
            return {"type": "array", "items": _ref(field.table)}
        case Sort.TABLES_BY_ID:
            names = {"pattern": f"^{INDICATOR_ID}$"}
            return {"type": "object", "propertyNames": names, "additionalProperties": _ref(field.table)}
        case kind:
            return _PLAIN[kind]
