"""Does the root hold only what somebody looks for there?"""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEPT = set(
    """
    .ci .gitattributes .gitignore CHANGELOG.md CONTRIBUTING.md LICENSE README.md README.zh.md bench data docs examples
    pyproject.toml src tests
""".split()  # noqa: SIM905 - a list of fifteen lines says no more
)


def test_nothing_lies_in_the_root_that_nobody_looks_for_there() -> None:
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()]
    lies_there = {one.name for one in ROOT.iterdir() if not any(fnmatch(one.name, rule) for rule in [".git", *ignored])}
    assert lies_there == KEPT
