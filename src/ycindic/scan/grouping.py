"""Which figures are one statement: alone, both ends of a range, the old value and the new one, a ratio, a date?"""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from ycindic.domain.called import words_of
from ycindic.scan.figures import Figure
from ycindic.scan.finding import ReportValue

_DASHES = frozenset(words_of("— —— – - -- ~ 至 到 ― ─ 、"))
_DATE_LINKS = frozenset({"", *words_of("- . / — 至 到 – ~ ——")})
_CALENDAR = ("年", "月", "日")
_FROM = re.compile(r"(?:由(?!此|于)|从(?![业事而严容众此]))[^,。;]{0,24}$")
_TO = re.compile(
    r"[^,。;]{0,24}?(?:到|至|为)(?:了|近|约|超|了近|[一二][九〇○零][〇○零一二三四五六七八九]{2}年的?|"
    r"[0-9]{4}年的?|目前的|现在的)?(?:(?:全[国省市县区])?第)?$"
)
_LASTED = re.compile(r"年(?:缩短|压缩|缩减|减少|延长|增加|提高|提升|降低|变|改)")
"""由3年缩短到18个月: a time that something takes, no year."""
_TENS = 9
_FARTHEST = 64
"""Figures farther apart are no one statement."""
_SHARES = 3
_WHOLE = range(99, 102)
"""Shares add up to a hundred but for rounding; a time of day does not."""
_NEW_SHARES = re.compile(r"[^。;]{0,16}?(?:到|至|为)(?:[^,。;]{0,8}的)?$")
_TO_ONE = re.compile(r"比(?:例|值)?[^,。;:]{0,8}$")


class Cluster(NamedTuple):
    """The figures of one statement, the first and the last of them."""

    first: Figure
    last: Figure
    range: bool = False
    change: bool = False
    used: int = 1
    tens: bool = False
    """四、五十亿元: the first end is in tens, as the second one says."""
    shares: tuple[Decimal, ...] = ()
    """The parts of 16:50:34, or the 2.1 of 2.1:1."""

    @property
    def whole(self) -> Figure:
        """The group as one figure, for the rules that look around it."""
        if self.first is self.last:
            return self.first
        return self.first._replace(bare=self.last.bare, end=self.last.end, unit=self.last.unit, more=self.last.more)

    @property
    def value(self) -> ReportValue:
        """The number, or both ends of the range; of a change the new value."""
        if self.shares:
            return self.shares if len(self.shares) > 1 else self.shares[0]
        low, high = self.first.value, self.last.value
        if self.range and low is not None and high is not None:
            return (low * 10 if self.tens else low), high
        return high


def grouped_figures(text: str, own: Sequence[Figure], index: int, low: int) -> Cluster:
    """The statement that begins with a figure; `low` is where its sentence begins."""
    first = own[index]
    if index + 1 == len(own) or own[index + 1].start - first.end > _FARTHEST:
        return Cluster(first, first)
    lead = text[max(low, first.start - 26) : first.start]
    if text.startswith((":", "比"), first.end):
        shared = _ratio(text, own, index, lead)
        if shared is not None:
            return shared
    second = own[index + 1]
    between = text[first.end : second.start]
    tens = between == "、"
    by_words = between in ("至", "到") and _FROM.search(lead)
    if between in _DASHES and not by_words and _same_kind(first, second, tens=tens):
        return Cluster(first, second, range=True, used=2, tens=tens)
    ratio = lead.endswith(":") or text.startswith(":", first.end)
    dated = first.unit in _CALENDAR and "." not in first.raw and not _LASTED.match(text, first.bare)
    if _FROM.search(lead) and not ratio and not dated:
        return _change(text, own, index)
    return Cluster(first, first)


def _ratio(text: str, own: Sequence[Figure], index: int, lead: str) -> Cluster | None:
    """三次产业比由19:49:32调整为16:50:34: the last shares; 城乡收入比缩小到2.1:1."""
    old = _shares(text, own, index)
    first = own[index]
    if old:
        last = index + _SHARES - 1
        for place in range(last + 1, min(last + 3, len(own))):
            new = _shares(text, own, place)
            if new and _NEW_SHARES.search(text[own[last].end : own[place].start]):
                end = place + _SHARES
                return Cluster(first, own[end - 1], change=True, used=end - index, shares=new)
        return Cluster(first, own[last], used=_SHARES, shares=old)
    one = own[index + 1] if index + 1 < len(own) else first
    if first.value and one.value == 1 and text[first.end : one.start] == ":" and _TO_ONE.search(lead):
        return Cluster(first, one, used=2, shares=(first.value,))
    return None


def _shares(text: str, own: Sequence[Figure], index: int) -> tuple[Decimal, ...]:
    """The three numbers from a place on, where they are the shares of a whole."""
    three = own[index : index + _SHARES]
    linked = all(text[one.end : two.start] in (":", "比") for one, two in pairwise(three))
    values = tuple(one.value for one in three if one.value is not None)
    return values if linked and len(values) == _SHARES and round(sum(values)) in _WHOLE else ()


def _change(text: str, own: Sequence[Figure], index: int) -> Cluster:
    """由…提高到…: the figure behind 到 in the same clause, perhaps with a year between."""
    first = own[index]
    for used, second in enumerate(own[index + 1 : index + 3], 2):
        between = text[first.end : second.start]
        if "," in between and len(between) > 20:
            break
        dated = second.unit in _CALENDAR and "." not in second.raw and first.unit != second.unit
        if _TO.search(between) and not dated:
            return Cluster(first, second, change=True, used=used)
    return Cluster(first, first)


def _same_kind(first: Figure, second: Figure, *, tens: bool) -> bool:
    if second.value is None or first.value is None or not second.unit:
        return False
    if tens:
        words = first.script == second.script == "c" and first.unit == "" and len(first.raw) == 1
        return words and second.value > first.value * _TENS
    return first.unit in ("", second.unit) and second.value > first.value


def falling_range(text: str, own: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The first two figures that are written as a range and fall: 6%—5.5%. 从6%至5% is a change."""
    for first, second in pairwise(own):
        between = text[first.end : second.start].strip()
        if between not in _DASHES - {"、"} or (between in ("至", "到") and _FROM.search(text[: first.start])):
            continue
        same = first.unit in ("", second.unit) and second.unit not in ("", *_CALENDAR)
        if same and first.value is not None and second.value is not None and second.value < first.value:
            return first, second
    return None


def figures_of_date(text: str, own: Sequence[Figure], index: int) -> int:
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
