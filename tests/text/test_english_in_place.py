"""What we say is English in place; Chinese stands only where it is read, quoted or typed."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import ycindic

ROOT = Path(ycindic.__file__).parent
HAN = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
READING = {
    "cli/acknowledging.py": "a colon as it is typed",
    "cli/add.py": "a sentence of a report as one would type it",
    "cli/examples.py": "files, sections and offices of the commands",
    "cli/filters.py": "the key of a section",
    "cli/import_targets.py": "goals as they are typed",
    "cli/quick.py": "a per cent sign as it is typed",
    "cli/writing.py": "a yes as it is typed",
    "render/answers/rules.py": "a page with both languages side by side",
    "render/words/units.py": "powers of ten as units begin with them",
    "render/words/visible.py": "where a line may break",
    "text/__init__.py": "how a question ends",
}
"""The files that hold Chinese, and why."""


def chinese(path: Path) -> list[str]:
    """The Chinese of a file that is no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [node.value for node in texts if id(node) not in told and HAN.search(node.value)]


@pytest.mark.parametrize("room", ["cli", "render", "text"])
def test_chinese_stands_only_where_it_is_read_or_quoted(room: str) -> None:
    found = {str(path.relative_to(ROOT)): chinese(path) for path in sorted((ROOT / room).rglob("*.py"))}
    assert {name: texts for name, texts in found.items() if texts and name not in READING} == {}


def test_no_reason_is_kept_for_a_file_without_chinese() -> None:
    assert [name for name in READING if not chinese(ROOT / name)] == []
