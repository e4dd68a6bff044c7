"""Which figures are one statement: alone, the two ends of a range, the old value and the new one, a date?"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ycindic.scan.figures import Figure
from ycindic.scan.finding import ReportValue
from ycindic.scan.words import listed

_DASHES = frozenset(listed("— —— – - -- ~ 至 到 ― ─ 、"))
_DATE_LINKS = frozenset({"", *listed("- . / — 至 到 – ~ ——")})
_CALENDAR = ("年", "月", "日")
_FROM = re.compile(r"(?:由|从)[^,。;]{0,24}$")
_TO = re.compile(
    r"[^,。;]{0,24}?(?:到|至|为)(?:了|近|约|超|了近|[一二][九〇○零][〇○零一二三四五六七八九]{2}年的?|"
    r"[0-9]{4}年的?|目前的|现在的)?(?:(?:全[国省市县区])?第)?$"
)
_TENS = 9


class Cluster(NamedTuple):
    """The figures of one statement, the first and the last of them."""

    first: Figure
    last: Figure
    range: bool = False
    change: bool = False
    used: int = 1
    tens: bool = False
    """四、五十亿元: the first end is in tens, as the second one says."""

    @property
    def whole(self) -> Figure:
        """The group as one figure, for the rules that look around it."""
        if self.first is self.last:
            return self.first
        return self.first._replace(bare=self.last.bare, end=self.last.end, unit=self.last.unit, more=self.last.more)

    @property
    def value(self) -> ReportValue:
        """The number, or both ends of the range; of a change the new value."""
        low, high = self.first.value, self.last.value
        if self.range and low is not None and high is not None:
            return (low * 10 if self.tens else low), high
        return high


def grouped_figures(text: str, own: Sequence[Figure], index: int, low: int) -> Cluster:
    """The statement that begins with a figure; `low` is where its sentence begins."""
    first = own[index]
    lead = text[max(low, first.start - 26) : first.start]
    if index + 1 < len(own):
        second = own[index + 1]
        between = text[first.end : second.start]
        tens = between == "、"
        by_words = between in ("至", "到") and _FROM.search(lead)
        if between in _DASHES and not by_words and _same_kind(first, second, tens=tens):
            return Cluster(first, second, range=True, used=2, tens=tens)
        ratio = lead.endswith(":") or text.startswith(":", first.end)
        if _FROM.search(lead) and not ratio and (first.unit not in _CALENDAR or "." in first.raw):
            return _change(text, own, index)
    return Cluster(first, first)


def _change(text: str, own: Sequence[Figure], index: int) -> Cluster:
    """由…提高到…: the figure behind 到 in the same clause, perhaps with a year between."""
    first = own[index]
    for used, second in enumerate(own[index + 1 : index + 3], 2):
        between = text[first.end : second.start]
        if "," in between and len(between) > 20:
            break
        if _TO.search(between) and (second.unit not in _CALENDAR or "." in second.raw):
            return Cluster(first, second, change=True, used=used)
    return Cluster(first, first)


def _same_kind(first: Figure, second: Figure, *, tens: bool) -> bool:
    if second.value is None or first.value is None or not second.unit:
        return False
    if tens:
        words = first.script == second.script == "c" and first.unit == "" and len(first.raw) == 1
        return words and second.value > first.value * _TENS
    return first.unit in ("", second.unit) and second.value > first.value


def dates(text: str, own: Sequence[Figure], index: int) -> int:
    """How many figures make one date: 2022年1月24日, 2024-01-14, 2016—2020年."""
    count = 1
    for before, after in zip(own[index:], own[index + 1 :], strict=False):
        between = text[before.end : after.start]
        if between not in _DATE_LINKS or after.unit not in (*_CALENDAR, "") or after.script not in "ac" or after.more:
            break
        if between in ("至", "到") and after.unit not in _CALENDAR:
            break
        count += 1
    return count
