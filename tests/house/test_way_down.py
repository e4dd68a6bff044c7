"""Does a report go down the stairs on its way out, and not up and down again?

Imports show which file may know which. Who calls whom is watched: a callback, or a generator that is used up on a lower
stair, leads up again past every contract.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType

import pytest

import ycindic
from cli.workspaces import ROOT
from ycindic.cli import main

PACKAGE = f"{Path(ycindic.__file__).parent.as_posix()}/"
STAIRS = ("text/", "domain/", "render/words/", "render/answers/", "render/forms/", "cli/")
MOST = 3


def stair(frame: FrameType) -> int | None:
    """How high the file of a call stands; None outside the way of a report, as for a figure that is only now read."""
    name = Path(frame.f_code.co_filename).as_posix().removeprefix(PACKAGE)
    return next((height for height, room in enumerate(STAIRS) if name.startswith(room)), None)


def returns(arguments: list[str]) -> set[tuple[str, str]]:
    """The calls from a lower stair up to a higher one while a command runs: the room that calls and what it calls."""
    way: list[tuple[FrameType, int]] = []
    found = set()

    def watch(frame: FrameType, event: str, _: object) -> None:
        if event == "return" and way and way[-1][0] is frame:
            way.pop()
        elif event == "call" and (height := stair(frame)) is not None:
            if way and way[-1][1] < height:
                found.add((STAIRS[way[-1][1]], frame.f_code.co_qualname))
            way.append((frame, height))

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        assert main(arguments) == 0
    finally:
        sys.setprofile(before)
    return found


@pytest.mark.parametrize("more", [(), ("--all",), ("--wide",)])
@pytest.mark.parametrize("form", ["table", "csv", "json"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_report_turns_back_three_times_at_most(lang: str, form: str, more: tuple[str, ...]) -> None:
    asked = ["--lang", lang, "status", *more, "--format", form, "--as-of", "2026-09-20"]
    assert len(returns([*asked, "--data", str(ROOT / "examples" / "china")])) <= MOST


def test_what_turns_back_is_a_text_that_is_told_in_a_language() -> None:
    asked = ["status", "--all", "--as-of", "2026-09-20", "--data", str(ROOT / "examples" / "china")]
    assert returns(asked) == {("text/", "_Amount.in_language"), ("text/", "Bilingual.in_language")}
