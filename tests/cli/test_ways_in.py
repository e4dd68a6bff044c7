"""Is the way to put in a figure, told below every row, a command that works once its value is typed?"""

from __future__ import annotations

import shlex
from datetime import date

import pytest

from cli.workspaces import ROOT, run


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_row_ends_with_a_command_that_records_what_is_waited_for(
    lang: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    monkeypatch.setattr("ycindic.cli.writing.today", lambda: date(2026, 11, 28))
    data = ("--data", str(ROOT / "data"), "--lang", lang)
    lines = run(capfd, "status", "--all", "--as-of", "2026-11-28", *data).out.splitlines()
    assert not [line for line in lines if "actuals/" in line]
    [told] = [line for line in lines if "ycindic record " in line]
    command = told[told.index("ycindic record ") :].split("   ")[0].strip()
    words = shlex.split(command.replace("VALUE", "5").replace("数值", "5"))[1:]
    found = run(capfd, *words, "--lang", lang, "--dry-run")
    assert found.code == 0, found.err
