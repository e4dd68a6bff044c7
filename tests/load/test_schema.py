"""What an editor checks is what the reader reads, and lies fresh beside every shipped registry."""

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from load.folders import TOP
from ycindic.cli import main
from ycindic.load.fields import TABLES, Field, Sort
from ycindic.load.json_schema import _kind as schema_of
from ycindic.load.json_schema import schema_document
from ycindic.load.reading import NodeReader
from ycindic.render.forms.json import dump
from ycindic.text import Verbatim

ROOT = Path(__file__).parents[2]
SHIPPED = sorted([*ROOT.glob("data/targets.yaml"), *ROOT.glob("examples/*/targets.yaml")])


def faults(value: object) -> list[str]:
    """What an editor says of a registry."""
    return [error.message for error in Draft202012Validator(schema_document()).iter_errors(value)]


class Core(yaml.SafeLoader):
    """YAML as editors read it: no dates, and `true` and `false` alone are true and false."""


Core.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in rules if tag.rsplit(":", 1)[1] in ("int", "float", "null")]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])


def loaded(text: str) -> object:
    return yaml.load(text, Core)  # noqa: S506 - a safe loader with fewer words


@pytest.mark.parametrize("registry", SHIPPED, ids=lambda path: path.parent.name)
def test_the_schema_beside_a_registry_is_what_the_command_prints(
    registry: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema"]) == 0
    beside = registry.with_name("targets.schema.json").read_text(encoding="utf-8")
    assert beside == capfd.readouterr().out == dump(schema_document())


@pytest.mark.parametrize("registry", SHIPPED, ids=lambda path: path.parent.name)
def test_an_editor_finds_no_fault_in_a_shipped_registry(registry: Path) -> None:
    assert faults(loaded(registry.read_text(encoding="utf-8"))) == []


def one(keys: str, measure: str = "flow") -> str:
    return f"{TOP}indicators: {{one: {{name: {{zh: 甲, en: A}}, unit: 个, measure: {measure}, {keys}}}}}\n"


@pytest.mark.parametrize(
    "text",
    [
        "schema: 2\ntitle: {zh: 例, en: example}\nindicators: {}\n",
        TOP,
        TOP + "indicators: {One: {}}\n",
        TOP + "indicators: {}\nunknown: 1\n",
        TOP + "indicators: {}\nsettings: {early: -1}\n",
        TOP + "indicators: {one: {name: 甲, unit: 个, measure: flow}}\n",
        one("", "flwo"),
        one("better: higher", "flow, publisher: {zh: 局}"),
        one("net: yes"),
        one("targets: [{goal: 1}]"),
        one("targets: [{period: 2026年}]"),
        one("targets: [{period: 2026, relation: at_least, goal: x}]"),
    ],
)
def test_an_editor_sees_what_the_reader_sees(text: str, tmp_path: Path) -> None:
    (tmp_path / "targets.yaml").write_text(text, encoding="utf-8")
    assert main(["validate", "--data", str(tmp_path)]) == 2
    assert faults(loaded(text))


@pytest.mark.parametrize("text", ["targets: ", "targets: []", "unit: "])
def test_what_may_be_empty_is_empty_for_the_editor_too(text: str, tmp_path: Path) -> None:
    whole = TOP + f"indicators:\n  one:\n    name: {{zh: 甲, en: A}}\n    measure: flow\n    {text}\n"
    whole += "" if text.startswith("unit") else "    unit: 个\n"
    (tmp_path / "targets.yaml").write_text(whole, encoding="utf-8")
    assert main(["validate", "--data", str(tmp_path)]) == 0
    assert faults(loaded(whole)) == []


def test_every_table_and_every_key_of_the_field_table_is_in_the_schema() -> None:
    whole = json.loads(dump(schema_document()))
    tables = {"top": whole, **whole["$defs"]}
    assert set(tables) == set(TABLES)
    for name, fields in TABLES.items():
        assert list(tables[name]["properties"]) == list(fields)
        assert tables[name]["required"] == [key for key, field in fields.items() if field.required]
        for key, field in fields.items():
            assert tables[name]["properties"][key]["description"] == " ".join(
                field.means.in_language(lang) for lang in ("en", "zh")
            )
    assert {field.kind for fields in TABLES.values() for field in fields.values()} == set(Sort)


@pytest.mark.parametrize("kind", Sort)
def test_every_kind_of_value_has_a_reader_and_a_schema(kind: Sort) -> None:
    field = Field("key", kind, Verbatim("what it means"), table=next(iter(TABLES)))
    assert isinstance(schema_of(field), dict)
    assert kind in NodeReader("targets.yaml", [])._readers
