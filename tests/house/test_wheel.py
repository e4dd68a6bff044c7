"""Does a package built from a checkout that was worked in ship nothing of that work?"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from ycindic.files.atomic import LEFTOVER
from ycindic.record.store import OWN

ROOT = Path(__file__).resolve().parents[2]
NEEDED = (".gitignore", "pyproject.toml", "README.md", "README.zh.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md")
USED = (f"{OWN}/log.csv", f"{OWN}/lock", f".actuals.x{LEFTOVER}", f"actuals/.a.csv.x{LEFTOVER}", "actuals/~$a.xlsx",
        "actuals/.~lock.a.csv#", f".data.1{LEFTOVER}/targets.yaml", "__pycache__/a.pyc")  # fmt: skip
"""What recording, a killed writer, Excel and LibreOffice leave in a workspace."""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("hatchling")
    root = tmp_path_factory.mktemp("checkout")
    for name in NEEDED:
        shutil.copy(ROOT / name, root / name)
    for name in ("src", "data", "examples"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns(OWN, "__pycache__", f"*{LEFTOVER}"))
    return root


def shipped(root: Path, out: Path) -> list[set[str]]:
    """The names in the wheel and in the source archive."""
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(out)]
    subprocess.run(build, cwd=root, check=True, capture_output=True, text=True)
    with zipfile.ZipFile(next(out.glob("*.whl"))) as wheel, tarfile.open(next(out.glob("*.tar.gz"))) as source:
        return [set(wheel.namelist()), set(source.getnames())]


def test_a_package_from_a_used_checkout_ships_what_one_from_a_fresh_checkout_does(
    checkout: Path, tmp_path: Path
) -> None:
    fresh = shipped(checkout, tmp_path / "fresh")
    for folder in ("data", "examples/china", "src/ycindic"):
        for name in USED:
            path = checkout / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("of no use to anybody else", encoding="utf-8")
    used = shipped(checkout, tmp_path / "used")
    assert [now - before for now, before in zip(used, fresh, strict=True)] == [set(), set()]
    assert "ycindic/data/targets.yaml" in fresh[0]
