"""Is nothing hidden from the type checker and from ruff without a reason?"""

from __future__ import annotations

import ast
import re
import tokenize
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "ycindic"

ANYTHING = {
    "cli/commands.py": "typer's own settings of a command, some twenty of as many types, handed on as they come",
    "load/reading.py": "what stands below a key is of the type that the field table tells; asked again wherever it is "
    "taken, 8,000 times, `status` takes 1 % longer",
}
"""Where a value of any type goes unchecked (`typing.Any`), and why; each takes the import and one mention."""
REASON = {
    "noqa": re.compile(r"# noqa: [A-Z0-9, ]+ - \w"),
    "type: ignore": re.compile(r"# type: ignore\[[a-z-]+\]  # \w"),
}
"""How a comment that silences a tool goes on to say why."""


def _source() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def _mentions(tree: ast.Module) -> Iterator[str]:
    """The names that a module takes from others and uses, those in quoted types among them."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                yield name
            case ast.Constant(value=str(text)) if re.fullmatch(r"[\w.\[\], |]+", text) and "[" in text:
                yield from re.findall(r"\w+", text)


def _silenced(file: Path) -> list[str]:
    """The comments of a file that silence a tool."""
    with file.open("rb") as source:
        comments = [one.string for one in tokenize.tokenize(source.readline) if one.type == tokenize.COMMENT]
    return [one for one in comments if any(word in one for word in REASON)]


def test_nothing_is_of_any_type_but_where_a_library_leaves_no_choice():
    found = {
        file.relative_to(PACKAGE).as_posix(): Counter(_mentions(ast.parse(file.read_text("utf-8"))))
        for file in _source()
    }
    assert {name: told["Any"] for name, told in found.items() if told["Any"]} == dict.fromkeys(ANYTHING, 2)


def test_no_value_is_said_to_be_of_a_type_that_it_was_not_seen_to_have():
    assert not [file for file in _source() if "cast" in set(_mentions(ast.parse(file.read_text("utf-8"))))]


@pytest.mark.parametrize("word", REASON)
def test_whatever_silences_a_tool_says_why(word):
    told = {file.name: one for file in _source() for one in _silenced(file) if word in one}
    assert told
    assert not {name: one for name, one in told.items() if not REASON[word].search(one)}
