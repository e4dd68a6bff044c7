"""`--lang`, then the variable, then the locale."""

import pytest

from ycindic.cli.commands import COMMANDS
from ycindic.cli.language import choose
from ycindic.cli.meant import command_meant


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {}, None),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, None),
        ([], {"LANG": "de_DE", "LC_MESSAGES": "zh_TW"}, "zh"),
        ([], {"LANG": "zh_CN", "YCINDIC_LANG": "en"}, "en"),
        ([], {"LANG": "zh_CN", "YCINDIC_LANG": "fr"}, "zh"),
        (["--lang", "zh"], {"YCINDIC_LANG": "en"}, "zh"),
        (["--lang=zh"], {"YCINDIC_LANG": "en"}, "zh"),
        (["--lang", "en", "--lang", "zh"], {}, "zh"),
        (["--lang"], {"LANG": "zh_CN"}, "zh"),
        (["--lang", "fr"], {"LANG": "zh_CN"}, "zh"),
        (["--lang", "../zh"], {"LANG": "fr_FR"}, None),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
    ],
)
def test_the_language_is_chosen_in_this_order(arguments: list[str], environment: dict[str, str], expected: str) -> None:
    assert choose(arguments, environment) == expected


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"calc", "schema"}))
@pytest.mark.parametrize("before", [["--lang", "zh"], ["--lang=zh", "--data", "here"], ["--as-of", "2026-09"]])
def test_what_every_command_takes_may_stand_before_it(command: str, before: list[str]) -> None:
    assert command_meant([*before, command, "word"]) == [command, "word", *before]
