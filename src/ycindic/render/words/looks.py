"""How does a verdict look: which word, symbol and colour?"""

from collections.abc import Mapping
from typing import NamedTuple

from ycindic.domain.assessment import Verdict
from ycindic.render.words.wording import Pair, pick


class Look(NamedTuple):
    """How a verdict looks: its word, a symbol one cell wide, an ASCII stand-in, a colour."""

    word: Pair
    symbol: str
    ascii: str
    colour: str

    @property
    def short(self) -> Pair:
        """The word where there is little room."""
        return _SHORT.get(self.word, self.word)


_SHORT: Mapping[Pair, Pair] = {("无法判断", "undetermined"): ("待定", "open")}

LOOKS: Mapping[Verdict, Look] = {
    Verdict.ACHIEVED: Look(("已完成", "achieved"), "✓", "OK", "green"),
    Verdict.AHEAD: Look(("超前", "ahead"), "»", ">>", "green"),
    Verdict.ON_TRACK: Look(("正常", "on track"), "+", "+", "green"),
    Verdict.AT_RISK: Look(("有风险", "at risk"), "!", "!", "yellow"),
    Verdict.OFF_TRACK: Look(("偏离", "off track"), "✗", "X", "red"),
    Verdict.MISSED: Look(("未完成", "missed"), "#", "#", "bold red"),
    Verdict.NOT_DUE: Look(("未到期", "not due"), ".", ".", "dim"),
    Verdict.NO_DATA: Look(("缺数据", "no data"), "?", "?", "magenta"),
    Verdict.UNDETERMINED: Look(("无法判断", "undetermined"), "~", "~", "cyan"),
}


def labelled(verdict: Verdict, lang: str, *, ascii_only: bool = False) -> str:
    """Symbol and word: `✓ achieved`."""
    look = LOOKS[verdict]
    return f"{look.ascii if ascii_only else look.symbol} {pick(look.word, lang)}"


COLOURS: Mapping[str, str] = {verdict.value: look.colour for verdict, look in LOOKS.items()}
"""The colours of the verdicts as programs read them."""
_SIGNS: Mapping[str, str] = {look.symbol: look.ascii for look in LOOKS.values()} | {"–": "-"}


def in_ascii(text: str) -> str:
    """A cell whose first sign is one of ours, for a screen that has ASCII alone."""
    return _SIGNS.get(text[:1], text[:1]) + text[1:]
