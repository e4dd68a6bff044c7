"""Does a picture of the terminal show what its command prints now?"""

from __future__ import annotations

import importlib.util
import re
from html import unescape
from pathlib import Path

import pytest

from ycindic.cli import main

ROOT = Path(__file__).resolve().parents[2]
TEXT = re.compile(r'<text [^>]*y="([0-9.]+)"[^>]*>([^<]*)</text>')


def _commands() -> dict[str, tuple[list[str], int]]:
    spec = importlib.util.spec_from_file_location("pictures", ROOT / "docs/pictures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: dict[str, tuple[list[str], int]] = module.PICTURES
    return found


COMMANDS = _commands()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_picture_shows_the_words_that_its_command_prints(
    name: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    arguments, width = COMMANDS[name]
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", str(width))
    assert main(arguments) == 0
    printed = f"$ ycindic {' '.join(arguments)}\n{capfd.readouterr().out}"
    drawn = "".join(unescape(text) for _, text in TEXT.findall((ROOT / f"docs/pictures/{name}.svg").read_text("utf-8")))
    shown = re.sub(r"\s", "", drawn).removeprefix("ycindic").removesuffix("…")
    assert shown
    assert re.sub(r"\s", "", printed).startswith(shown), "run: python docs/pictures.py"
