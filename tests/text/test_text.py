"""A text is told in any language, with its values, its texts inside and its plural."""

from decimal import Decimal

import pytest

from ycindic.domain.model import Bilingual
from ycindic.text import Joined, Text, Verbatim, _, _Message, _n, _p
from ycindic.text.catalogue import languages, speaks

NAME = Bilingual("粮食", "grain")


@pytest.mark.parametrize(
    ("text", "lang", "told"),
    [
        (_("no text of ours {at all}"), "en", "no text of ours {at all}"),
        (_("no text of ours, {name}", name=NAME), "en", "no text of ours, grain"),
        (_("no text of ours, {name}", name=NAME), "zh", "no text of ours, 粮食"),
        (_("no text of ours, {name}", name=NAME), "xx", "no text of ours, grain"),
        (_("a{n:,}b{word!r}", n=1234567, word="c"), "zh", "a1,234,567b'c'"),
        (_("{number}", number=Decimal("5.40")), "en", "5.40"),
        (_n("{count} thing", "{count} things", 1), "en", "1 thing"),
        (_n("{count} thing", "{count} things", 0), "en", "0 things"),
        (_n("{count} thing of {name}", "{count} things of {name}", 2, name=NAME), "en", "2 things of grain"),
        (_n("{count} thing in {year}", "{count} things in {year}", 9992, year=2026), "en", "9,992 things in 2026"),
        (_("{left} of {total}, {rows} rows", left=1000, total=Decimal(1000), rows=-1), "zh", "1,000 of 1000, -1 rows"),
        (_p("a month", "no word of ours"), "zh", "no word of ours"),
        (Verbatim("≥ {5}"), "zh", "≥ {5}"),
        (Joined(Verbatim(" + "), [NAME, "5", Verbatim("x")]), "zh", "粮食 + 5 + x"),
        (Joined(Verbatim(" + "), []), "zh", ""),
    ],
)
def test_a_text_is_told_with_what_is_in_it(text: Text, lang: str, told: str) -> None:
    assert text.in_language(lang) == told


def test_two_texts_are_the_same_if_they_say_the_same_of_the_same() -> None:
    assert _("{name} is not registered", name="gdp") == _("{name} is not registered", name="gdp")
    assert _("{name} is not registered", name="gdp") != _("{name} is not registered", name="cpi")
    assert _("may") != _p("of a month", "may")
    assert isinstance(_("may"), _Message)


def test_we_speak_the_languages_of_the_catalogues_and_english() -> None:
    assert languages() == ("zh", "en")
    assert [one for one in ("en", "zh", "fr", "", ".", "../zh", "zh/../zh", "ZH\0") if speaks(one)] == ["en", "zh"]
