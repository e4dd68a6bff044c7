"""Does any file lean on itself by way of others, be it for a type alone or inside a function?"""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "ycindic"


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def test_the_files_of_the_house_stand_in_no_circle() -> None:
    files = {dotted(path): ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")}
    leans: dict[str, set[str]] = {name: set() for name in files}
    for name, tree in files.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module in files:
                below = {f"{node.module}.{one.name}" for one in node.names}
                leans[name] |= (below & set(files)) or {node.module}
    list(TopologicalSorter(leans).static_order())  # raises an error that names the circle
