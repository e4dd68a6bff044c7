"""Does a new member of a closed choice make itself known wherever it must be decided?

The type checker names a `match` that is not whole (`exhaustive-match`), as long as no silent default hides it; and it
cannot see whether a table is whole. Both are looked at here.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

import ycindic
from ycindic.domain.model import Bound
from ycindic.domain.relation import Relation

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
PACKAGE = SOURCE / "ycindic"

OPEN = {
    "cli/mistakes.py": "the library's errors, of which there may be any number",
    "files/docx.py": "elements of other programs' files",
    "files/ods.py": "elements and kinds of values of other programs' files",
    "files/rich_text.py": "elements of other programs' files",
    "files/xls.py": "kinds of cells of other programs' files",
    "files/xlsx.py": "elements of other programs' files",
    "load/json_schema.py": "the plain kinds stand in a table; tests/load/test_schema.py asks for every kind",
    "load/likely.py": "how many numbers somebody typed",
    "render/words/units.py": "any unit that somebody registers",
    "render/words/wording.py": "any unit that somebody registers",
    "record/grid.py": "any kind of file but two is read as a workbook, or refused before",
}
"""Where a `match` is over something that is no closed choice of ours, and why."""

PARTIAL = {
    "ycindic.domain.bounds.WORDS_BEFORE": "other relations are told by more than a word before a number",
    "ycindic.domain.bounds.WORDS_BEHIND": "likewise by more than a word behind it",
    "ycindic.domain.outlook.paths.ENDINGS": "one method combines the others and draws no path itself",
    "ycindic.domain.season._FLIPPED": "taken away, what is exact or about stays so",
    "ycindic.domain.relation.FIXED": "made of `nature`, which has a line for every relation",
    "ycindic.domain.release._STEPS": "what comes irregularly has no step",
    "ycindic.load.json_schema._PLAIN": "the other kinds depend on their field, and are told by `_kind`",
    "ycindic.render.words.margins._MARGINS": "behind every other reason stands only what is accepted",
    "ycindic.render.answers.opening.action._CIRCUMSTANCES": "of other reasons the numbers say enough",
    "ycindic.render.words.sentence.SENTENCES": "reasons of single numbers decide no verdict",
    "ycindic.domain.attention.verdicts._GRAVE": "verdicts that need no attention have no alert",
    "ycindic.render.answers.backtest._RULES": "reasons by which replayed months were decided are told short",
    "ycindic.render.words.problems._DETAILS": "for all other codes the detail is another place",
    "ycindic.render.words.problems._INSTEAD": "for all other codes the other value is the expected one",
    "ycindic.render.words.problems._TYPED": "for all other codes the advice is the same wherever the fault stands",
}
"""Tables that are partial on purpose, and what the others mean."""


def matches() -> Iterator[tuple[str, ast.Match]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Match):
                yield path.relative_to(PACKAGE).as_posix(), node


def silent(node: ast.Match) -> bool:
    """Whether the last case takes whatever comes and says nothing of it."""
    last = node.cases[-1]
    takes_all = isinstance(last.pattern, ast.MatchAs) and last.pattern.pattern is None and last.guard is None
    return takes_all and not any(
        isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == "assert_never"
        for one in ast.walk(last)
    )


def test_no_default_hides_a_new_member() -> None:
    found = [f"{name}:{node.lineno}" for name, node in matches() if silent(node) and name not in OPEN]
    assert not found


def test_every_exception_is_still_one() -> None:
    assert set(OPEN) == {name for name, node in matches() if silent(node)}


def test_the_type_checker_is_asked_to_name_a_match_that_is_not_whole() -> None:
    assert re.search(r'enable_error_code = \[[^\]]*"exhaustive-match"', (ROOT / "pyproject.toml").read_text("utf-8"))


def tables() -> dict[str, dict]:
    """Every table of a module whose keys are words of one closed choice."""
    found = {}
    for module in pkgutil.walk_packages(ycindic.__path__, "ycindic."):
        if module.name == "ycindic.__main__":
            continue
        try:
            names = vars(importlib.import_module(module.name))
        except ModuleNotFoundError as error:
            if str(error.name).startswith("ycindic"):
                raise
            continue  # it needs a library of an extra
        for name, one in names.items():
            if isinstance(one, dict) and one and len({type(key) for key in one}) == 1:
                (kind,) = {type(key) for key in one}
                if issubclass(kind, StrEnum):
                    found.setdefault(id(one), (f"{module.name}.{name}", one))
    return dict(found.values())


TABLES = tables()


@pytest.mark.parametrize("name", sorted(set(TABLES) - set(PARTIAL)))
def test_a_table_has_a_line_for_every_member(name: str) -> None:
    table = TABLES[name]
    assert set(table) == set(type(next(iter(table))))


def test_the_partial_tables_are_partial_and_still_there() -> None:
    for name in PARTIAL:
        table = TABLES[name]
        assert set(table) < set(type(next(iter(table))))


def test_the_tables_were_found() -> None:
    keys = {type(next(iter(one))) for one in TABLES.values()}
    assert {Relation, Bound} <= keys


def named_for(choice: str) -> set[str]:
    """The functions that a new member of a choice is named at: whole matches over it."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                whole = [node for node in ast.walk(function) if isinstance(node, ast.Match) and not silent(node)]
                if any(re.search(rf"case [^\n]*\b{choice}\.", ast.unparse(node)) for node in whole):
                    found.add(f"{path.relative_to(PACKAGE).as_posix()} {function.name}")
    return found


def test_the_page_lists_every_place_that_a_new_relation_is_named_at() -> None:
    section = (ROOT / "docs" / "architecture.md").read_text("utf-8").split("## A closed choice gets a member")[1]
    listed = set()
    for line in section.splitlines():
        for place in re.sub(r"\([^)]*\)", "", line).split("; ") if line.startswith("- ") else ():
            file, *functions = re.findall(r"`([\w/.]+)`", place)
            listed |= {f"{file} {name}" for name in functions}
    assert listed == named_for("Relation")
