"""Which figures are times: a date, a part of one, a span of years, a duration?"""

import re

from ycindic.domain.called import words_of
from ycindic.scan.numerals import year_of_digits
from ycindic.scan.seen import Seen
from ycindic.scan.words import DURATIONS

_DAY = re.compile(r"[-./][0-9]{1,2}(?:[-./][0-9]{1,2})?(?![0-9%])")
_CALENDAR = words_of("号 世纪 周年 年代 季度 月 时许 时整 日,")
_AFTER_YEAR = frozenset({"", *words_of("年 - — – 至 ~ ( 《 》 ” ) 度")})
_PART_BEFORE = re.compile(r"[0-9]{2,4}[-./:]$")
_PART_AFTER = re.compile(r"[-:./][0-9]{1,2}(?![0-9.%])")
_TAIL = re.compile(
    r"(?:来|以来|前|后|内|间|中|多来|多前|期间|行动|计划|规划|攻坚|之|工作|底|初|末|级|度|制|里|时间|"
    r"发展|努力|奋斗|实践|任期|"
    r"过渡期|大变样|提升|整治|改革|禁|再|目标|建设)"
)
_MEASURED = re.compile(
    r"天数|时限|时间|年限|寿命|工龄|学制|周期|期限|时长|耗时|办理|审批|压缩|缩短|减免|受教育|无事故|达标天|优良天"
)
_SPAN_BEFORE = words_of("第 过去 近 今后 未来")
_BOUNDED = words_of("不超过 不多于 不少于 不低于 不短于 至少 控制在")
_MONTHS_AFTER = words_of("来 前 内 后")


def date(seen: Seen) -> bool:
    """2026年, 一九八二年, 6月, 24日, 70周年, 三季度, 2024-01-14."""
    figure = seen.figure
    if figure.value is None:
        return False
    stated = len(figure.raw) == 4 and "." not in figure.raw and year_of_digits(figure.raw) is not None
    if figure.unit == "年" and stated:
        return True
    if figure.unit in ("月", "日"):
        return True
    if seen.tail.startswith(_CALENDAR) or (figure.unit == "个月" and seen.after.startswith(_MONTHS_AFTER)):
        return True
    if not stated or figure.unit:
        return False
    return bool(_DAY.match(seen.tail)) or (figure.script == "a" and seen.tail[:1] in _AFTER_YEAR)


def date_part(seen: Seen) -> bool:
    """A part of a date that stands by itself: 01-14, 09:30."""
    figure = seen.figure
    if figure.unit or len(figure.raw) > 2:
        return False
    before = seen.text[max(0, figure.start - 8) : figure.start]
    return bool(_PART_BEFORE.search(before)) or (not seen.lead and bool(_PART_AFTER.match(seen.tail)))


_MORE_OR_LESS = words_of("增加 减少 多 少 同比增加 同比减少")


def span(seen: Seen) -> bool:
    """过去五年, 五年来, 近三年, 三年行动, 十年规划, 24小时; not 优良天数243天, 压缩至2个工作日, 不超过10天."""
    figure = seen.figure
    if figure.unit not in DURATIONS or (figure.script == "a" and "." in figure.raw):
        return False
    if figure.unit in ("天", "小时") and seen.before.endswith(_MORE_OR_LESS):
        return False
    if seen.before.endswith(_BOUNDED):
        return False
    if figure.unit != "里" and _MEASURED.search(seen.lead[-14:] + seen.after[:4]) and not _TAIL.match(seen.after):
        return seen.before.endswith(_SPAN_BEFORE)
    return True
