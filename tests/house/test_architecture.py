"""Is the plan of the house true: is there everything that it names, and does it name every room?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "ycindic"
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ROOMS = [PACKAGE, *(one for one in sorted(PACKAGE.rglob("*")) if one.is_dir() and one.name != "__pycache__")]
NAMED = sorted(set(re.findall(r"`([\w./]+)`", PAGE)))
"""Names and paths; what stands in code beside other signs is an example of use."""
FILES = [ROOT / "pyproject.toml", *PACKAGE.rglob("*.py")]
WORDS = {word for path in FILES for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))}


def there(name: str) -> bool:
    """Whether it is a file or folder, seen from the root, the package or one of its rooms."""
    return any((place / (name + ending)).exists() for place in (ROOT, *ROOMS) for ending in ("", ".py"))


@pytest.mark.parametrize("name", [one for one in NAMED if "/" in one])
def test_every_path_of_the_plan_is_there(name: str) -> None:
    path, _, attribute = name.partition(".") if Path(name).suffix not in (".py", ".md", ".yaml") else (name, "", "")
    assert there(path)
    assert not attribute or attribute in WORDS


@pytest.mark.parametrize("name", [one for one in NAMED if "/" not in one])
def test_every_name_of_the_plan_is_there(name: str) -> None:
    assert there(name) or set(re.findall(r"\w+", name)) <= WORDS


def test_every_room_is_in_the_plan() -> None:
    named = {part for name in NAMED for part in name.strip("/").split("/")}
    rooms = [one for one in ROOMS[1:] if "locale" not in one.relative_to(PACKAGE).parts]
    assert not [one.relative_to(PACKAGE).as_posix() for one in rooms if one.name not in named]
