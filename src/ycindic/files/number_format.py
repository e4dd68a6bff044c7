"""What does a spreadsheet's number format make of a stored number?

The language is that of ECMA-376, part 1, 18.8.30: up to four sections, their conditions, digits, marks and words.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne
from typing import NamedTuple

from ycindic.files.cell import Cell

LONGEST_NUMBER = 30
_LONGEST_CODE = 255
_EVERY_DIGIT = Context(prec=4 * _LONGEST_CODE)
"""What the longest code can ask for: each sign a decimal, or two powers of ten."""
FIFTEEN_DIGITS = Context(prec=15)
"""What a spreadsheet keeps of a number: 5.4 may be stored as 5.4000000000000004."""
_NOISE = Decimal("1e-9")
"""A difference that is no figure's, as a part of it: 5.3999999999 shown as 5.4 is 5.4."""
EPOCH, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LAST_SERIAL = 300_000

_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)"? | [\\!](?P<escaped>.) | (?P<space>[_*].) | \[\$(?P<money>[^\]-]*)[^\]]*\]
    | \[(?P<bracket>[^\]]*)\]
    | (?P<general>general|g/通用格式|@) | (?P<power>e[+-]) | (?P<noon>am/pm|a/p|上午/下午)
    | (?P<date>y+|m+|d+|h+|s+|a{3,}|e+|g+|b+) | (?P<percent>%) | (?P<digits>[0#?.,]+) | (?P<other>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?[0-9]{1,15}(?:\.[0-9]{1,15})?)")
_TIMES = re.compile(r"h{1,2}|m{1,2}|s{1,2}", re.IGNORECASE)
_SHORT = re.compile(r"-?[1-9][0-9]{0,6}(?:\.[0-9]{0,6}[1-9])?")
"""Numbers that are plainly what they show: most of all."""
_BLANKS = " \u3000()（）"
_SIGNS = f"{_BLANKS}+-−▲△▼▽↑↓"
"""Ways to show that a number is negative; its sign says it already."""
_Test = Callable[[Decimal], bool]


class _Section(NamedTuple):
    """How the numbers of one section of a format are shown.

    `power` is what the number is multiplied by, as a power of ten; `most` is None where all digits are shown.
    """

    before: str = ""
    after: str = ""
    power: int = 0
    least: int = 0
    most: int | None = None
    dated: str = ""
    test: _Test | None = None
    blank_zero: bool = False
    worded: bool = False


@lru_cache(maxsize=4096)
def _sections(code: str) -> tuple[_Section, ...]:
    """The sections of a format's code; one that cannot be one is General."""
    if len(code) > _LONGEST_CODE:
        return (_Section(),)
    parts: list[list[re.Match[str]]] = [[]]
    for match in _TOKEN.finditer(code):
        if match["other"] == ";":
            parts.append([])
        else:
            parts[-1].append(match)
    return tuple(_section(part) for part in parts[:3])


def _section(tokens: list[re.Match[str]]) -> _Section:
    dated, test = _dated(tokens), _test(tokens)
    if dated:
        return _Section(dated=dated, test=test)
    first, last, digits = _digits(tokens)
    if first is None:
        return _Section(_words(tokens, _BLANKS), test=test, worded=True)
    every = any(one["general"] or one["power"] or one["other"] == "/" for one in tokens)
    whole, _, decimals = digits.rstrip(",").partition(".")
    percent = sum(bool(one["percent"]) for one in tokens)
    blank = not every and "0" not in whole + decimals
    around = _BLANKS if blank else _SIGNS
    before, after = _words(tokens[:first], around), _words(tokens[last:], around)
    return _Section(
        before,
        after,
        2 * percent - 3 * (len(digits) - len(digits.rstrip(","))) - _moved(tokens),
        0 if every else decimals.count("0"),
        None if every else len(decimals.replace(",", "")) + _moved(tokens),
        test=test,
        blank_zero=blank,
    )


def _digits(tokens: list[re.Match[str]]) -> tuple[int | None, int, str]:
    """The first token of the number, the one behind it, and its digits as one text."""
    places = [place for place, one in enumerate(tokens) if one["digits"] or one["general"]]
    if not places:
        return None, 0, ""
    inner = tokens[places[0] : places[-1] + 1]
    return places[0], places[-1] + 1, "".join(one["digits"] or "" for one in inner)


def _moved(tokens: list[re.Match[str]]) -> int:
    """Digits behind a point that is only drawn: `0!.0,` shows thousands as 10,000s."""
    point = next((place for place, one in enumerate(tokens) if (one["escaped"] or one["quoted"]) == "."), None)
    if point is None or not point or not tokens[point - 1]["digits"]:
        return 0
    return sum(len(re.sub("[.,]", "", one["digits"] or "")) for one in tokens[point:])


def _words(tokens: list[re.Match[str]], around: str) -> str:
    """The words that are shown, and the signs of per cent, without blanks and the like around them."""
    shown_of = ("quoted", "escaped", "money", "percent", "other")
    return "".join(one[kind] for one in tokens for kind in shown_of if one[kind]).strip(around)


def _test(tokens: list[re.Match[str]]) -> _Test | None:
    match = next((found for one in tokens if (found := _CONDITION.fullmatch((one["bracket"] or "").strip()))), None)
    if match is None:
        return None
    compare, limit = _COMPARISONS[match[1]], Decimal(match[2])
    return lambda number: bool(compare(number, limit))


_COMPARISONS = {"<": lt, ">": gt, "=": eq, "<=": le, ">=": ge, "<>": ne}


def _dated(tokens: list[re.Match[str]]) -> str:
    """Which parts of a date are shown: letters of `ymd`, `t` for a time of the day alone; empty for numbers."""
    letters = [
        (one["date"] or one["bracket"])[0].lower()
        for one in tokens
        if one["date"] or _TIMES.fullmatch(one["bracket"] or "")
    ]
    if not letters:
        return ""
    months = {
        place
        for place, letter in enumerate(letters)
        if letter == "m" and "h" not in letters[max(place - 1, 0) : place] and "s" not in letters[place + 1 : place + 2]
    }
    shown = {"y" if letter == "e" else letter for letter in letters if letter != "m"} | ({"m"} if months else set())
    return "".join(letter for letter in "ymd" if letter in shown) or "t"


def shown(raw: str, code: str, epoch: date) -> Cell:
    """A stored number as its format shows it; what is no number that anybody can mean stays as it is."""
    if code == "General" and _SHORT.fullmatch(raw):
        return Cell(raw, "", "number", raw)
    try:
        number = FIFTEEN_DIGITS.plus(Decimal(raw))
    except ArithmeticError:  # no number, or one of a million digits
        return Cell(raw)
    if not number.is_finite() or abs(number.adjusted()) > LONGEST_NUMBER:
        return Cell(raw)
    how = _chosen(_sections(code), number)
    if how.dated and 0 < number < _LAST_SERIAL:
        return _date(number, how.dated, epoch)
    if how.worded or (how.blank_zero and not number):
        return Cell(f"{how.before}{how.after}", stored=plain_format(number))
    exact = number.scaleb(how.power)
    rounded = exact if how.most is None else exact.quantize(Decimal(1).scaleb(-how.most), ROUND_HALF_UP, _EVERY_DIGIT)
    text = _padded(plain_format(rounded), how.least)
    hidden = abs(exact - rounded) > _NOISE * abs(exact)
    stored = plain_format(exact) if hidden else ""
    return Cell(f"{how.before}{text}{how.after}", "", "number", text, how.after or how.before, stored)


def _chosen(found: tuple[_Section, ...], number: Decimal) -> _Section:
    """The section that a number falls into."""
    if any(one.test for one in found):
        fitting = (one for one in found if one.test is None or one.test(number))
        return next(fitting, found[-1])
    if number < 0 and len(found) > 1:
        return found[1]
    return found[2] if not number and len(found) > 2 else found[0]


def _date(number: Decimal, parts: str, epoch: date) -> Cell:
    day = epoch + timedelta(days=int(number))
    if parts == "t":
        minutes = int(number % 1 * 24 * 60)
        return Cell(f"{minutes // 60:02}:{minutes % 60:02}", "", "date", day=day)
    return of_day(day, parts)


def of_day(day: date, parts: str) -> Cell:
    """A day of which these parts are shown, letters of `ymd`."""
    if "y" in parts and "d" in parts:
        return Cell(day.isoformat(), "", "date", day=day)
    words = {"y": f"{day.year}年", "m": f"{day.month}月", "d": f"{day.day}日"}
    return Cell("".join(words[part] for part in "ymd" if part in parts), "", "date", day=day)


_SHOWN_NUMBER = re.compile(r"[0-9](?:[0-9.,'\u00a0\u202f\u2009 ]*[0-9])?")
_CONVENTIONS = (
    re.compile(r"([0-9]+|[0-9]{1,3}(?:[,'\u00a0\u202f\u2009 ][0-9]{3})+)(?:\.([0-9]+))?"),
    re.compile(r"([0-9]+|[0-9]{1,3}(?:[.'\u00a0\u202f\u2009 ][0-9]{3})+)(?:,([0-9]+))?"),
)
"""Numbers with a point or a comma before their decimals; the other one, or a blank, marks thousands."""
_POWERS = (0, 2, -3, -4, -6, -8, -9)
"""Powers of ten by which a format may multiply what it shows: none, per cent, thousands, 万, millions, 亿, billions."""


def read_back(number: Decimal, shown: str) -> Cell | None:
    """The cell of a number by the text that is shown of it, in whatever convention; None if it is not that number."""
    match = _SHOWN_NUMBER.search(shown)
    if match is None or len(match[0]) > _LONGEST_CODE:
        return None
    before, after = shown[: match.start()].strip(_SIGNS), shown[match.end() :].strip(_SIGNS)
    sizes = [
        Decimal(re.sub("[^0-9]", "", found[1]) + f".{found[2] or ''}")
        for point in _CONVENTIONS
        if (found := point.fullmatch(match[0]))
    ]
    for exact in (abs(number.scaleb(power)) for power in _POWERS):
        for size in sizes:
            if exact.quantize(size, ROUND_HALF_UP, _EVERY_DIGIT) == size:
                sign = "-" if number < 0 and size else ""
                stored = plain_format(exact.copy_sign(number)) if abs(exact - size) > _NOISE * exact else ""
                text = f"{sign}{size:f}"
                return Cell(f"{before}{text}{after}", "", "number", text, after or before, stored)
    return None


def plain_format(number: Decimal) -> str:
    """A number in plain digits, no zeros behind the point that say nothing."""
    return format(number.normalize() if number else Decimal(), "f")


def _padded(text: str, decimals: int) -> str:
    missing = decimals - len(text.partition(".")[2])
    return text if missing <= 0 else f"{text}{'' if '.' in text else '.'}{'0' * missing}"


_YEAR_MONTH, _MONTH_DAY = 'yyyy"年"m"月"', 'm"月"d"日"'
_WHOLE_DAY, _CLOCK = 'yyyy"年"m"月"d"日"', "h:mm:ss"
BUILT_IN: Mapping[str, str] = {
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": "#,##0.00",
    "9": "0%",
    "10": "0.00%",
    "11": "0.00E+00",
    "12": "# ?/?",
    "13": "# ??/??",
    "14": "yyyy/m/d",
    "15": "d-mmm-yy",
    "16": "d-mmm",
    "17": "mmm-yy",
    **dict.fromkeys(("18", "19", "20", "21", "45", "46", "47"), _CLOCK),
    "22": "yyyy/m/d h:mm",
    **dict.fromkeys(("37", "38"), "#,##0;(#,##0)"),
    **dict.fromkeys(("39", "40"), "#,##0.00;(#,##0.00)"),
    **dict.fromkeys(("41", "42"), '#,##0;-#,##0;"-"'),
    **dict.fromkeys(("43", "44"), '#,##0.00;-#,##0.00;"-"'),
    "48": "##0.0E+0",
    **dict.fromkeys(("27", "36", "50", "52", "57"), _YEAR_MONTH),
    **dict.fromkeys(("28", "29", "51", "53", "54", "58"), _MONTH_DAY),
    "30": "m-d-yy",
    "31": _WHOLE_DAY,
    **dict.fromkeys(("32", "33", "34", "35", "55", "56"), _CLOCK),
}
"""The formats that have a number only; from 27 on as they are in Chinese."""
