"""Write what is made from the code: the registry's reference and the schemas beside the registries."""

from __future__ import annotations

from pathlib import Path

from ycindic.load.fields import TABLES, Field, Kind
from ycindic.load.json_schema import document
from ycindic.render.as_json import dump

ROOT = Path(__file__).resolve().parent.parent
TITLES = {
    "top": "Top level",
    "source": "source",
    "settings": "settings",
    "indicator": "An indicator",
    "released": "released",
    "target": "A target",
    "milestone": "A milestone",
    "name": "A name",
}


def pages() -> dict[Path, str]:
    """Every generated file with its text."""
    schemas = {ROOT / folder / "targets.schema.json": dump(document()) for folder in ("data", "examples/china")}
    return {ROOT / "docs/registry.md": registry_page(), **schemas}


def registry_page() -> str:
    """The reference of targets.yaml, from the field table."""
    lines = [
        "# targets.yaml",
        "",
        "Made from `load/fields.py` by `python docs/generate.py`. Unknown and repeated keys, anchors, tags and tabs",
        "are errors; values are taken as typed: `no` is a word, `010` is no number, `%` alone needs quotes.",
    ]
    for name, fields in TABLES.items():
        lines += ["", f"## {TITLES[name]}", "", "| key | value | meaning | 说明 |", "|---|---|---|---|"]
        lines += [_row(field) for field in fields.values()]
    return "\n".join(lines) + "\n"


def _row(field: Field) -> str:
    key = f"**{field.key}**" if field.required else field.key
    value = ", ".join(field.choices) if field.kind is Kind.CHOICE else field.kind.value
    if field.low is not None:
        value += f" {field.low}–{field.high}" if field.high != field.low else f" {field.low}"
    return f"| {key} | {value} | {field.en} | {field.zh} |"


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
