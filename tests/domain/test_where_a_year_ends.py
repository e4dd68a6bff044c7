"""Is the end of a year said once: does nobody but the room of periods know which month it is?"""

import ast
from pathlib import Path

import pytest

from ycindic import domain

ROOM = Path(str(domain.__file__)).parent
CIVIL_ONLY = {"year_of", "month_of_year", "month_number", "year"}
"""What counts in the year from January to December whatever the indicator's own year is."""


@pytest.mark.parametrize("path", sorted(ROOM.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOM)))
def test_the_domain_asks_a_calendar_where_a_year_begins(path: Path) -> None:
    if path.name == "period.py":
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    taken = {
        name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "ycindic.domain.period"
        for name in node.names
    }
    twelfths = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.BinOp) and _of_a_year(node)]
    assert not taken & CIVIL_ONLY
    assert not twelfths


def _of_a_year(node: ast.BinOp) -> bool:
    """Whether a month is taken by the twelves that only years from January are made of."""
    by = node.right
    return isinstance(node.op, ast.Mod) and ast.unparse(by) in ("12", "MONTHS_A_YEAR")
