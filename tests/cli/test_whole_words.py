"""Does no narrow screen break a word or a number? What stands on it stands on a wide one, piece by piece."""

from __future__ import annotations

import re

import pytest

from cli.workspaces import ROOT, run

CHINA = str(ROOT / "examples" / "china")
COMMANDS = (
    ("whatif", "gdp=2026-Q4:5.8"),
    ("whatif", "--solve", "gdp@2026"),
    ("status", "--all"),
    ("status", "--columns", "name,actual,gap,required,verdict,outlook,chance,period,goal"),
    ("targets",),
    ("indicators",),
    ("due",),
    ("diff", "--from", "2026-06-01", "--to", "2026-09-20"),
    ("audit",),
    ("check", "--format", "text"),
    ("backtest",),
)
WORDS = re.compile(r"[A-Za-z]+|\d[\d.,]*")


def words(capfd: pytest.CaptureFixture[str], width: int, lang: str, *command: str) -> set[str]:
    dated = () if command[0] in ("diff", "backtest") else ("--as-of", "2026-09-20")
    return set(WORDS.findall(run(capfd, *command, "--data", CHINA, *dated, "--lang", lang).out))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", COMMANDS, ids=[" ".join(one[:2]) for one in COMMANDS])
def test_no_word_and_no_number_is_broken(
    command: tuple[str, ...], lang: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "1000")
    whole = words(capfd, 1000, lang, *command)
    for width in (60, 80):
        monkeypatch.setenv("COLUMNS", str(width))
        narrow = words(capfd, width, lang, *command)
        assert sorted(narrow - whole) == []


def test_a_wide_table_has_no_more_digits_than_its_figures_carry(capfd: pytest.CaptureFixture[str]) -> None:
    asked = ("--data", CHINA, "--as-of", "2026-09-20", "--wide")
    for command in (("whatif", "gdp=2026-Q4:5.8"), ("status", "gdp@2026", "income-real@2026")):
        told = run(capfd, *command, *asked).out
        assert not re.findall(r"\d\.\d{4,}", told), "growth is published with one decimal, computed ones have one more"
