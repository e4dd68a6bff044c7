"""Until when: which words name a day inside the year, and which day is it?"""

import re
from collections.abc import Mapping

from ycindic.domain.period import last_day, month_number
from ycindic.scan.numerals import whole_number

DONE_BY = (
    r"(?:基本|全面|全部|顺利|正式|如期|主体)?(?:建成|完工|竣工|投用|通车|开工|投产|交付|投运|启用|"
    r"完成|开业|贯通|通水|封顶|达产|运营|开通|投入(?:使用|运行|运营|生产)|试运行|运行|首飞|落成|交房|开馆|开园|入驻|入住|达标|"
    r"具备\w{0,6}条件|建成投用|建成通车)"
)
"""What is said of works that are done by a day."""
_DAY = r"(?P<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号]"
_FEASTS = r"国庆节?前|五一前|七一前|(?:春节|元旦|主?汛期|采暖期|供暖期|采暖季|供暖季|入冬|雨季|秋季(?:学期|开学))前"
DEADLINE = (
    rf"(?P<by>年内|年底前?|年末前?|(?P<m>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})月(?:底|末|中旬|上旬|份|{_DAY})?"
    rf"(?:[之以]?前)?|上半年(?:前|底前)?|(?:第?(?P<q>[一二三四])季度)(?:末|底)?前?|{_FEASTS})"
)
"""Words that name a day without its year."""
_AHEAD = re.compile(rf"(?:今年|当年|[到至在于]|力争|确保|争取|务必|[0-9]{{4}}年)*{DEADLINE}")
_ENDS = ("前", "底", "末", "内", "半年")
_BEHIND = re.compile(
    r",(?:并|均|[到至在于]|力争|确保|争取|务必|全部|今年|(?P<year>[0-9]{4})年)*"
    rf"{DEADLINE}(?:全部|均|都)?{DONE_BY}(?=[,;。!]|$)"
)
_NO_LEAP_YEAR = 2001
"""A deadline without a year: February ends on day 28."""
_FIXED = {"上半年": 6, "国庆": 9, "五一": 4, "七一": 6}
_OPEN = ("春节", "元旦", "汛期", "主汛期", "采暖", "供暖", "入冬", "雨季", "秋季")
"""Seasons whose day no report tells."""


def last_day_named(groups: Mapping[str, str | None]) -> str:
    """The last day that the parts of a deadline name, without its year: `06-30`; empty where it is no fixed one."""
    word = groups.get("by") or ""
    if word.startswith(_OPEN):
        return ""
    month = next((month for begin, month in _FIXED.items() if word.startswith(begin)), 12)
    if quarter := groups.get("q"):
        month = 3 * (whole_number(quarter) or 4)
    if told := groups.get("m"):
        month = _number(told) if 1 <= _number(told) <= 12 else 12
    last = last_day(month_number(_NO_LEAP_YEAR, month))
    day = _number(groups.get("d") or "0")
    return f"{last.replace(day=day) if 1 <= day <= last.day else last:%m-%d}"


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else whole_number(text) or 0


def ahead_of(clause: str) -> str:
    """The last day that a clause names before all else: `9月底前新改扩建…`, else nothing."""
    found = _AHEAD.match(clause)
    return last_day_named(found.groupdict()) if found and found["by"].endswith(_ENDS) else ""


def behind(text: str, start: int, end: int, year: str) -> tuple[int, str]:
    """Where a clause ends that only says until when what stands before it is done, and the day: `…，9月底前建成`.

    A clause that names another year than `year` is a promise of its own.
    """
    found = _BEHIND.match(text, start, end)
    if found is None or found["year"] not in (None, year):
        return start, ""
    return found.end(), last_day_named(found.groupdict())
