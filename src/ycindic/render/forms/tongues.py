"""How does one page hold two languages? Both stand in it, and the page's own language shows one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from ycindic.render.words.visible import one_line
from ycindic.render.words.wording import LANGUAGES
from ycindic.text import Text

TONGUES = {"zh": "zh-Hans", "en": "en"}
"""How a page calls its language."""
ONE_LANGUAGE_SHOWN = "".join(
    f":root[lang|={lang}] :is({other}-, .{other}) {{ display: none; }}\n"
    for lang, other in (("zh", "en"), ("en", "zh"))
)
"""What hides the other language: `<zh->` and `<en->` hold words, since a page has thousands of them; else a class."""


def text(foreign: str) -> str:
    """Foreign text as text, on one line."""
    return escape(one_line(foreign))


def _each(tell: Callable[[str], str]) -> dict[str, str]:
    """What is told in every language, as text."""
    return {lang: text(tell(lang)) for lang in LANGUAGES}


def told_twice(tell: Callable[[str], str] | Text) -> str:
    """Words in both languages, once where they are the same; the direction of writing touches no neighbour."""
    told = _each(tell if callable(tell) else tell.in_language)
    if len({*told.values()}) == 1:
        return told["en"] if told["en"].isascii() else f"<bdi>{told['en']}</bdi>"
    return "".join(f"<{lang}->{said}</{lang}->" for lang, said in told.items() if said)


def lines(tell: Callable[[str], Iterable[str]]) -> str:
    """Paragraphs of which a language may have more than another."""
    return "".join(f"<p class={lang}>{text(line)}</p>" for lang in LANGUAGES for line in tell(lang))


def attributes(tell: Callable[[str], str] | Text) -> str:
    """The same for a script that writes where no tags may stand: `data-zh="…" data-en="…"`."""
    told = _each(tell if callable(tell) else tell.in_language)
    return " ".join(f'data-{lang}="{said}"' for lang, said in told.items())


def in_style(tell: Callable[[str], str] | Text, rule: str) -> str:
    """A rule of a style sheet for each language, `%s` in it being the words as a string of such a sheet."""
    tell = tell if callable(tell) else tell.in_language
    return "".join(f":root[lang|={lang}] {rule % css_string(tell(lang))}\n" for lang in LANGUAGES)


_ENDING = '"\\<'
"""What ends a string of a style sheet, an escape in it, and the sheet itself."""


def css_string(foreign: str) -> str:
    """A string of a style sheet; what could end it or its sheet stands as its number."""
    return '"{}"'.format("".join(f"\\{ord(one):x} " if one in _ENDING else one for one in one_line(foreign)))
