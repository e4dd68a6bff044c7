"""Where are the figures of a paragraph, and what do they say: number, unit, bound?"""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

from ycindic.scan.numerals import DIGITS, number_with_decimals, whole_number
from ycindic.scan.words import unit_at

_C = "〇零一二两三四五六七八九十百千万亿半"
_SCALE = r"百万亿|[百千十]亿|[百千十]万(?!亿)|万亿|亿|万|[百千](?!瓦|克|米|伏|卡|赫|分|年)"
_FIGURE = re.compile(
    rf"(?P<per>百分之|千分之|万分之)(?P<parts>[{_C}]++(?P<pdec>点[〇零一二三四五六七八九]++)?|"
    rf"[0-9]++(?:\.[0-9]++)?)(?P<pfew>[几多])?"
    rf"|(?P<whole>[一二三四五六七八九十]{{1,3}}+)分之(?P<part>[一二两三四五六七八九十]{{1,3}}+)"
    rf"|"
    rf"(?P<arabic>[0-9]++(?:,[0-9]{{3}}(?![0-9]))*+(?:\.[0-9]++)?)(?P<few>[多余几])?(?P<scale>{_SCALE})?(?P<few2>[多余几])?"
    rf"|"
    rf"(?P<chinese>[{_C}]++)(?P<dec>点[〇零一二三四五六七八九]++)?(?P<cfew>[多余几])?(?P<cscale>[万亿]{{1,2}})?(?P<cfew2>[多余])?"
    r"|(?P<roman>[ⅠⅡⅢⅣⅤ])"
    r"|(?P<circled>[①②③④⑤⑥⑦⑧⑨⑩])"
    r"|(?P<double>翻番)"
)
"""A number as it is written; possessive, so that a megabyte of one character is read once."""
_FIRST = re.compile(rf"[{_C}0-9ⅠⅡⅢⅣⅤ①②③④⑤⑥⑦⑧⑨⑩翻]")
"""What a number, or 翻番, begins with: looked for alone, four times as fast as the whole grammar at every character."""

_THOUSANDS = ("千瓦", "千克", "千米", "千伏", "千卡")
"""Units that begin like a number: 六十万千瓦 is 60 万千瓦."""
_LONGEST = 30
"""Beyond this a run of figures is no number of a report."""
_SCALES_BACK = ("万亿", "亿", "万")
_ROMAN = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5}


class Figure(NamedTuple):
    """One figure: where it stands with its unit, what it says, how it was written.

    `script` is a (Arabic), c (Chinese), p (per cent in words), f (fraction), r (Roman). `bare` is the end of the number
    alone; `more` whether 多 or 余 stands in it.
    """

    start: int
    bare: int
    end: int
    value: Decimal | None
    unit: str
    script: str
    more: bool = False
    raw: str = ""


def figures(text: str) -> Iterator[Figure]:
    """All figures of a paragraph in order; what belongs to the unit of one is none of its own."""
    last = 0
    while first := _FIRST.search(text, last):
        match = _FIGURE.match(text, first.start())
        if match is None:
            last = first.end()
            continue
        figure = _read(text, match)
        yield figure
        last = max(figure.end, match.end())


def _read(text: str, match: re.Match[str]) -> Figure:
    start, end = match.span()
    if match["arabic"]:
        return _arabic(text, match)
    if match["chinese"]:
        return _chinese(text, match)
    if match["per"]:
        return _per(match)
    if match["whole"]:
        return _fraction(match)
    if match["roman"]:
        unit = "类" if text.startswith("类", end) else ""
        return Figure(start, end, end + len(unit), Decimal(_ROMAN[match["roman"]]), unit, "r", raw=match.group())
    if match["double"]:
        return Figure(start, end, end, Decimal(2), "倍", "n", raw=match.group())
    return Figure(start, end, end, None, "", "o", raw=match.group())


def _arabic(text: str, match: re.Match[str]) -> Figure:
    start, end = match.span()
    raw, few, scale, few_behind = match.group("arabic", "few", "scale", "few2")
    scale, end = _further(text, scale or "", end)
    unit = unit_at(text, end)
    more = bool(few or few_behind)
    return Figure(start, start + len(raw), end + len(unit), _decimal(raw), scale + unit, "a", more, raw)


def _further(text: str, scale: str, end: int) -> tuple[str, int]:
    """Take the scale that stands behind 多 or 余: 1万多亿."""
    while text[end : end + 1] in ("万", "亿"):
        scale, end = scale + text[end], end + 1
    return scale, end


def _decimal(written: str) -> Decimal | None:
    digits = written.replace(",", "")
    if len(digits) > _LONGEST:
        return None
    try:
        return Decimal(digits)
    except InvalidOperation:  # pragma: no cover - the pattern lets only numbers through
        return None


def _per(match: re.Match[str]) -> Figure:
    parts, decimals = match["parts"], match["pdec"] or ""
    value = _decimal(parts) if parts[0].isascii() else _half(parts.removesuffix(decimals), decimals[1:])
    unit = {"百分之": "%", "千分之": "‰"}.get(match["per"], "‱")
    return Figure(match.start(), match.end(), match.end(), value, unit, "p", bool(match["pfew"]), match.group())


def _half(text: str, decimals: str = "") -> Decimal | None:
    if text.endswith("半"):
        base = whole_number(text[:-1])
        return None if base is None else Decimal(base) + Decimal("0.5")
    return number_with_decimals(text, decimals)


def _fraction(match: re.Match[str]) -> Figure:
    below, above = whole_number(match["whole"]), whole_number(match["part"])
    value = (Decimal(above) / Decimal(below)).quantize(Decimal("0.0001")) if above and below else None
    return Figure(match.start(), match.end(), match.end(), value, "比例", "f", raw=match.group())


def _chinese(text: str, match: re.Match[str]) -> Figure:
    start, end = match.span()
    written, decimals, cfew, scale, few_behind = match.group("chinese", "dec", "cfew", "cscale", "cfew2")
    decimals, scale = (decimals or "")[1:], scale or ""
    if len(written) > 1 and written.endswith("千") and text.startswith(_THOUSANDS, end - 1):
        written, end = written[:-1], end - 1
    few = bool(cfew or few_behind)
    if written == "一半" or (written == "半" and text[start - 1 : start] in ("过", "逾", "近", "超")):
        return Figure(start, end, end, Decimal(50), "%", "c", few, written)
    value, tail = _worth(written, decimals, scale) if len(written) <= _LONGEST else (None, "")
    scale, end = _further(text, scale, end)
    if cfew == "几" and written == tail and not scale:
        value = None
    unit = unit_at(text, end)
    if unit in ("成", "番") or text.startswith("位数", end):
        return _special(text, match, unit, value, few=few)
    bare = start + len(written)
    return Figure(start, bare, end + len(unit), value, tail + scale + unit, "c", few, written)


@lru_cache(maxsize=4096)
def _worth(written: str, decimals: str, scale: str) -> tuple[Decimal | None, str]:
    """The number that a numeral writes, and its last 万 or 亿, which stays in the unit as printed."""
    whole = scale or decimals or "半" in written
    body, tail = (written, "") if whole else _split(written)
    return _half(body, decimals) if body else Decimal(1), tail


def _special(text: str, match: re.Match[str], unit: str, value: Decimal | None, *, few: bool) -> Figure:
    """三成 is 30 %, 翻两番 is four times, 两位数 is at least ten."""
    start, end = match.span()
    if text.startswith("位数", end) and value is not None and value < 10:
        return Figure(start, end, end + 2, Decimal(10) ** int(value - 1), "%", "d", raw=match.group())
    if unit == "成" and value is not None and value <= 10 and _is_share(text, end):
        return Figure(start, end, end + 1, value * 10, "%", "c", few, match["chinese"])
    if unit == "番" and value is not None and value < 10 and "翻" in text[max(0, start - 4) : start]:
        half = text.startswith("半", end + 1)
        times = Decimal(2) ** int(value) * (Decimal("1.5") if half else 1)
        return Figure(start, end, end + 1 + half, times, "倍", "n", raw=match.group())
    unit = "" if unit in ("成", "番") else unit
    return Figure(start, match.end("chinese"), end + len(unit), value, unit, "c", few, match["chinese"])


def _is_share(text: str, end: int) -> bool:
    """成 behind a numeral is a tenth unless it begins a word (十成立, 三成为)."""
    return text[end + 1 : end + 2] not in _TENTH_OF_A_WORD


_TENTH_OF_A_WORD = frozenset("立为果功都渝本员长套分效品就")


def _split(written: str) -> tuple[str, str]:
    """Take a last 万 or 亿 off: it stays in the unit, as printed."""
    for tail in _SCALES_BACK:
        if written.endswith(tail):
            body = written[: -len(tail)]
            if not any(scale in body for scale in ("万", "亿")):
                return body, tail
            return written, ""
    return written, ""


def is_digits(text: str) -> bool:
    """Whether a numeral is written digit by digit, without places."""
    return all(char in DIGITS for char in text)
