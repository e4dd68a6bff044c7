"""What of an answer may act on a terminal or in a build log? Nothing but our own colours and commands.

Every text passes here, once, on its way out of the process, whatever it is made of. What would act is
written as the escape of its form, so that in JSON, XML and HTML it still means the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ycindic.render.words.screen import Screen

_CONTROLS = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # both sets of control characters but the line feed and the tab
    "\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # what turns or ends a line
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff\ud800-\udfff"
)
_JOBS = r"#(?=#(?:vso|teamcity)?\[)"
"""Azure's and TeamCity's commands, GitHub's older ones: they are read anywhere in a line."""
_COMMAND = r"(?<![^\n])\s*:(?=:\w)"
"""GitHub's commands stand where a line begins."""
_ACTING = f"[{_CONTROLS}]|{_JOBS}|{_COMMAND}"
_ACTING_BUT_COMMANDS = f"[{_CONTROLS}]|{_JOBS}"
_HIDDEN = "[\U000e0000-\U000e0fff]"
"""Tags and selectors, some of which count as printable."""
_COLOUR = "(\x1b\\[[0-9;]*m)"


Gate = Callable[[str, Screen], str]
"""What lets a text of a form out to a screen."""


def plain(text: str, _: Screen) -> str:
    """Words: what would act is written as Python writes it."""
    return _escaped(text, _as_python)


def in_json(text: str, _: Screen) -> str:
    """A document: what would act is an escape that means the same."""
    return _escaped(text, _as_json)


def in_markup(text: str, _: Screen) -> str:
    """XML and HTML: what would act is a reference that means the same."""
    return _escaped(text, _as_reference)


def data(text: str, screen: Screen) -> str:
    """CSV is data, and so escaped only where a terminal shows it."""
    return plain(text, screen) if screen.terminal else text


def coloured(text: str, screen: Screen) -> str:
    """A table whose own colours stay."""
    if not screen.colour or _harmless(text):
        return plain(text, screen)
    return "".join(one if place % 2 else plain(one, screen) for place, one in enumerate(re.split(_COLOUR, text)))


def annotated(text: str, _: Screen) -> str:
    """Annotations for GitHub are commands of ours."""
    return text if _harmless(text) else re.sub(_ACTING_BUT_COMMANDS, _as_python, text)


def _harmless(text: str) -> bool:
    """Whether nothing in a text can act, as in most: seen at once, before the long expressions are made ready."""
    printable = text.replace("\n", "").isprintable()
    return printable and "::" not in text and "##" not in text and (text.isascii() or not re.search(_HIDDEN, text))


_Escape = Callable[[re.Match[str]], str]


def _escaped(text: str, escape: _Escape) -> str:
    return text if _harmless(text) else re.sub(_ACTING, escape, text)


def _as_python(found: re.Match[str]) -> str:
    before, sign = found[0][:-1], found[0][-1]
    number = ord(sign)
    told = f"\\x{number:02x}" if number < 0x100 else sign.encode("unicode_escape").decode("ascii")
    return before + told


def _as_json(found: re.Match[str]) -> str:
    before, sign = found[0][:-1], found[0][-1]
    units = sign.encode("utf-16-be", "surrogatepass").hex()
    return before + "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _as_reference(found: re.Match[str]) -> str:
    before, sign = found[0][:-1], found[0][-1]
    number = ord(sign)
    legal = number >= 0x7F and not 0xD800 <= number <= 0xDFFF
    return before + (f"&#{number};" if legal or sign in "#:" else "\ufffd")
