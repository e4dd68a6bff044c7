"""`--lang`, then the variable, then the locale."""

import pytest

from ycindic.cli.language import choose


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ([], {"LANG": "de_DE", "LC_MESSAGES": "zh_TW"}, "zh"),
        ([], {"LANG": "zh_CN", "YCINDIC_LANG": "en"}, "en"),
        ([], {"LANG": "zh_CN", "YCINDIC_LANG": "fr"}, "zh"),
        (["--lang", "zh"], {"YCINDIC_LANG": "en"}, "zh"),
        (["--lang=zh"], {"YCINDIC_LANG": "en"}, "zh"),
        (["--lang", "en", "--lang", "zh"], {}, "zh"),
        (["--lang"], {"LANG": "zh_CN"}, "zh"),
        (["--lang", "fr"], {"LANG": "zh_CN"}, "zh"),
        (["--lang", "../zh"], {"LANG": "fr_FR"}, "en"),
    ],
)
def test_the_language_is_chosen_in_this_order(arguments: list[str], environment: dict[str, str], expected: str) -> None:
    assert choose(arguments, environment) == expected
