"""Does a public name mean one thing in the house?"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "ycindic"

IDIOMS = {
    "command": "what a command's file defines; `cli/commands.py` calls it by this name",
    "diagnosed": "what is wrong in a form, one a form",
    "ending": "how a path of the outlook ends a year; one a file, told apart in `domain/outlook/paths`",
    "find": "who looks for a tension, one a rule, in `FINDERS`; and the folder that is asked for",
    "is_earlier": "whether a file is an earlier answer of a form, one a form",
    "read": "who reads a kind of promise, one a kind, chosen in `domain/judge`",
    "sheet": "the answer of a command as rows and columns, one an answer",
    "show": "targets told in full in a form, one a form, chosen by `cli/show`",
    "written": "a sheet in a form, one a form",
}
"""Names that are meant to repeat: the repetition is the interface, and the file says which one it is."""


def public(tree: ast.Module) -> Iterator[str]:
    """Functions, classes and constants of a module, without those it keeps to itself."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                yield from (one.id for one in ast.walk(target) if isinstance(one, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id


def repeated() -> dict[str, list[str]]:
    """The public names that more than one file defines."""
    found = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        for name in dict.fromkeys(public(ast.parse(path.read_text(encoding="utf-8")))):
            if not name.startswith("_"):
                found[name].append(path.relative_to(PACKAGE).as_posix())
    return {name: files for name, files in found.items() if len(files) > 1}


def test_no_name_stands_in_two_files_but_the_idioms() -> None:
    assert not {name: files for name, files in repeated().items() if name not in IDIOMS}


def test_every_idiom_is_one() -> None:
    assert set(IDIOMS) <= set(repeated())


INTERFACE = {
    "GROUP": "the sums of `calc`, beside its HELP; `cli/commands.py` reads both",
    "HELP": "what a group of commands is for",
    "annualise": "a quick sum like its neighbours, listed in GROUP",
    "program": "the entry point that `pyproject.toml` names",
} | IDIOMS
"""Names that no file names and that are called all the same: a table, an entry point or the interface leads to them."""


def named_from_outside() -> set[tuple[str, str]]:
    """Module and name of all that some other file of the repository imports, or takes from an imported module."""
    found = set()
    for folder in ("src", "tests", "docs", "bench"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            tree, modules = ast.parse(path.read_text(encoding="utf-8")), {}
            for node in ast.walk(tree):
                if isinstance(node, ast.ImportFrom) and node.module:
                    for one in node.names:
                        found.add((node.module, one.name))
                        modules[one.asname or one.name] = f"{node.module}.{one.name}"
                elif isinstance(node, ast.Import):
                    modules |= {one.asname or one.name: one.name for one in node.names}
            for node in ast.walk(tree):
                if isinstance(node, ast.Attribute) and ast.unparse(node.value) in modules:
                    found.add((modules[ast.unparse(node.value)], node.attr))
    return found


def test_a_public_name_is_used_outside_its_file() -> None:
    used = named_from_outside()
    assert not [
        f"{path.relative_to(PACKAGE)}: {name}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for name in public(ast.parse(path.read_text(encoding="utf-8")))
        if not name.startswith("_") and name not in INTERFACE and (module(path), name) not in used
    ]


def module(path: Path) -> str:
    """The dotted name by which a file of the package is imported."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
