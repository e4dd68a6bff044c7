"""How does an editor check targets.yaml while it is typed? The field table as a JSON Schema."""

from __future__ import annotations

from ycindic.load.fields import INDICATOR_ID, TABLES, TARGET_ID, Field, Kind

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PERIOD = r"^[0-9]{4}(-[0-9]{2}|-Q[1-4]|-H[12]|-[0-9]{4})?(\.\.[0-9]{4}-[0-9]{2})?$"
_DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

Schema = dict[str, object]


def document() -> Schema:
    """The schema of a registry; every table of the field table is a definition."""
    definitions = {name: _table(fields) for name, fields in TABLES.items() if name != "top"}
    return {"$schema": DIALECT, "title": "ycindic targets.yaml", **_table(TABLES["top"]), "$defs": definitions}


def _table(fields: dict[str, Field]) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [key for key, field in fields.items() if field.required],
        "properties": {key: {"description": f"{field.en} {field.zh}", **_kind(field)} for key, field in fields.items()},
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _kind(field: Field) -> Schema:  # noqa: PLR0911 - one answer a kind
    match field.kind:
        case Kind.TEXT:
            return {"type": ["string", "number"]}
        case Kind.NAME:
            return _ref("name")
        case Kind.NAME_OR_TEXT:
            return {"anyOf": [_ref("name"), {"type": ["string", "number"]}]}
        case Kind.NUMBER:
            return {"type": "number"}
        case Kind.POSITIVE:
            return {"type": "number", "minimum": 0}
        case Kind.WHOLE:
            bounds = {"minimum": field.low, "maximum": field.high}
            return {"type": "integer", **{name: bound for name, bound in bounds.items() if bound is not None}}
        case Kind.BOOLEAN:
            return {"type": "boolean"}
        case Kind.CHOICE:
            return {"enum": list(field.choices)}
        case Kind.ID:
            return {"type": "string", "pattern": f"^{TARGET_ID}$"}
        case Kind.IDS:
            return {"anyOf": [_one_id(), {"type": "array", "items": _one_id()}]}
        case Kind.ID_LIST:
            return {"type": "array", "items": _one_id()}
        case Kind.PERIOD:
            return {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": _PERIOD}]}
        case Kind.DATE:
            return {"type": "string", "pattern": _DATE}
        case Kind.GOAL:
            pair = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
            return {"anyOf": [{"type": "number"}, pair, {"const": "unstated"}]}
        case Kind.SHARES:
            return {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 12}
        case _:
            return _nested(field)


def _one_id() -> Schema:
    return {"type": "string", "pattern": f"^{TARGET_ID}$"}


def _nested(field: Field) -> Schema:
    match field.kind:
        case Kind.TABLE:
            return _ref(field.table)
        case Kind.TABLE_LIST:
            return {"type": "array", "items": _ref(field.table)}
        case Kind.TABLES_BY_ID:
            return {
                "type": "object",
                "propertyNames": {"pattern": f"^{INDICATOR_ID}$"},
                "additionalProperties": _ref(field.table),
            }
        case Kind.NAMES_BY_KEY:
            return {"type": "object", "additionalProperties": {"anyOf": [_ref("name"), {"type": "string"}]}}
        case _:
            return {}
