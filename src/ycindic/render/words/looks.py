"""How does a verdict look: which word, symbol and colour?"""

from collections.abc import Mapping
from typing import NamedTuple

from ycindic.domain.assessment import Verdict
from ycindic.text import Text, _, _p


class _Look(NamedTuple):
    """How a verdict looks: its word, a symbol one cell wide, an ASCII stand-in, a colour."""

    word: Text
    symbol: str
    ascii: str
    colour: str


LOOKS: Mapping[Verdict, _Look] = {
    Verdict.ACHIEVED: _Look(_("achieved"), "✓", "OK", "green"),
    Verdict.AHEAD: _Look(_("ahead"), "»", ">>", "green"),
    Verdict.ON_TRACK: _Look(_("on track"), "+", "+", "green"),
    Verdict.AT_RISK: _Look(_("at risk"), "!", "!", "yellow"),
    Verdict.OFF_TRACK: _Look(_("off track"), "✗", "X", "red"),
    Verdict.MISSED: _Look(_("missed"), "#", "#", "bold red"),
    Verdict.NOT_DUE: _Look(_("not due"), ".", ".", "dim"),
    Verdict.NO_DATA: _Look(_("no data"), "?", "?", "magenta"),
    Verdict.UNDETERMINED: _Look(_p("undetermined", "open"), "~", "~", "cyan"),
}


def labelled(verdict: Verdict, lang: str, *, ascii_only: bool = False) -> str:
    """Symbol and word: `✓ achieved`."""
    look = LOOKS[verdict]
    return f"{look.ascii if ascii_only else look.symbol} {look.word.in_language(lang)}"


ON_PAPER: Mapping[str, tuple[str, str]] = {
    "green": ("#1A7F37", "#DDF4E4"),
    "yellow": ("#7D4E00", "#FFF3CD"),
    "red": ("#A40E26", "#FFE1E4"),
    "bold red": ("#FFFFFF", "#CF222E"),
}
"""Of a word's colour the ink and the ground where paper is white."""
URGENT: Mapping[str, str] = {"yellow": ON_PAPER["yellow"][0], "red": ON_PAPER["red"][0], "bold red": ON_PAPER["red"][0]}
"""The ink of the name of what needs action."""
TONES: Mapping[str, str] = {"green": "good", "yellow": "warn", "red": "bad", "bold red": "bad"}
"""What the colour of a word says of a promise; all others say neither."""


def tone(kind: str) -> str:
    """What the colour of a verdict says."""
    return TONES.get(COLOURS.get(kind, ""), "none")


COLOURS: Mapping[str, str] = {verdict.value: look.colour for verdict, look in LOOKS.items()}
"""The colours of the verdicts as programs read them."""
_SIGNS: Mapping[str, str] = {look.symbol: look.ascii for look in LOOKS.values()} | {"–": "-"}


def in_ascii(text: str) -> str:
    """A cell whose first sign is one of ours, for a screen that has ASCII alone."""
    return _SIGNS.get(text[:1], text[:1]) + text[1:]
