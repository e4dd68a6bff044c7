"""In which part of the report does a paragraph stand: done or promised, for which years, in which section?"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import islice, pairwise
from typing import NamedTuple

from ycindic.scan.layout import HEADING_MARK, Paragraph
from ycindic.scan.numerals import whole_number, year_of_digits


class About(StrEnum):
    """What a part of a report is about."""

    FRONT = "front"
    REVIEW = "review"
    PLAN = "plan"
    SPAN = "span"
    NOTES = "notes"


FRONT_PART, REVIEW_PART, PLAN_PART, SPAN_PART, NOTES_PART = About
"""Every sentence asks for them, and a member asked of its class takes ten times as long as a name."""


Years = tuple[int, int]


class ReportPart(NamedTuple):
    """Where we are: the kind of the part, the years that it speaks of, its number and that of its section.

    `told` is whether a heading or a sentence said so; without it the kind is only supposed.
    """

    kind: About = FRONT_PART
    years: Years | None = None
    number: str = ""
    section: str = ""
    told: bool = False

    @property
    def label(self) -> str:
        """The section as a registry writes it: `三(一)`, `三(总)`, `一`."""
        return f"{self.number}({self.section})" if self.section else self.number

    @property
    def place(self) -> str:
        """The label, with 总 for what stands before the first section of the year's plan."""
        return f"{self.number}(总)" if self.kind is PLAN_PART and self.number and not self.section else self.label


_Y = r"(?P<y>[12][09]\d\d|[一二][九〇○零][〇○零一二三四五六七八九]{2})"
_REVIEW = re.compile(
    r"回顾|总结|(?:过去|上)的?(?:[一五三四两几]|十)年|刚刚过去|一年来|[二两三四五六]年来|(?:上年|去年|"
    r"上届|本届).{0,8}(?:工作|任务|成绩)"
    r"|(?:主要|取得的?|工作|发展|重大|历史性|显著)成(?:绩|就|效)|工作情况|完成情况|执行情况|工作进展"
)
_PLAN = re.compile(
    r"(?:工作|任务|发展)(?:的)?(?:总体)?(?:安排|部署|建议|打算|计划|意见|重点|要点|思路|要求|考虑)|重点(?:工作|"
    r"任务)|(?:主要|目标|工作|中心)任务"
    r"|(?:总体|总的|基本)(?:要求|思路|目标)|指导思想|(?:预期|发展|奋斗|工作|主要)目标|(?:今年|明年|"
    + _Y
    + r"年)(?:的)?(?:政府)?(?:的)?(?:主要|重点)?(?:工作|任务)$"
    r"|(?:做好|抓好)?(?:今年|明年|新一年)的?(?:政府)?工作$|今后一[年个]|下一步"
)
_SPAN = re.compile(
    r"(?:今后|未来|下一个|下)(?P<n>[三五十]|五至十)年|"
    r"[“\"]?(?P<fyp>[一二三四五六七八九十]{1,3})五(?:[”\"](?:时期|期间|规划)?|时期|期间|规划)|"
    r"第(?P<nth>[一二三四五六七八九十]{1,3})个五年|本届政府"
)
_DRAWN = re.compile(r"年$|规划(?:纲要|的?主要内容)|纲要")
_NOTES = re.compile(
    r"^(?:附[件注:]?|有关)?(?:名词|名词术语|专业术语|用语|名词及用语|词语|概念)(?:解释|注释|说明|释义|"
    r"名词)?$|^(?:附[件注]|注释|名词解释|名词注释|相关文章|免责声明|版权声明|延伸阅读|相关链接)|"
    r"^\(?注:?$"
)
_END = re.compile(r"^(?:本作品|版权所有|主办|相关(?:文章|链接|新闻)|免责声明|标签[::]|分享到|责任编辑|上一篇|下一篇)")
_PLAN_YEAR = re.compile(
    _Y + r"年(?:度)?(?:全[国省市县区州])?(?:政府)?(?:的)?(?:经济(?:和|与)?社会发展|国民经济和社会发展|经济|"
    r"发展)?(?:的)?(?:工作)?(?:的)?"
    r"(?:主要|重点|总体|预期|目标|奋斗|工作)*(?:工作|任务|目标|安排|部署|要求|建议|思路|打算|重点|要点)"
)
_REVIEW_YEAR = re.compile(
    _Y + r"年(?:度)?(?:政府)?(?:的)?(?:主要)?(?:工作)?(?:的)?(?:主要)?(?:回顾|总结|情况|成绩|完成情况)"
)
_MEETING = re.compile(
    r"\(?" + _Y + r"年(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日\)?"
)
_PASSED = re.compile(r"(?:刚刚|已经)?过去的" + _Y + r"年")
_TITLE = re.compile(_Y + r"年.{0,14}政府工作报告")
_PLAN_SAID = re.compile(
    _Y + r"年(?:度)?[^。,]{0,20}(?:预期目标|总体要求|指导思想|主要目标|总体思路|工作思路)(?:是|为|:)"
)
_ANY = re.compile(_Y + r"年")


def first_plan(number: int) -> Years:
    """The years of the national five-year plan of a number: the third began in 1966, the fourteenth in 2021."""
    first = {1: 1953, 2: 1958}.get(number, 1966 + 5 * (number - 3))
    return first, first + 4


def report_year(paragraphs: Iterable[Paragraph]) -> int | None:
    """The year that the report plans for, from its headings, else from its meeting, its title, its sentences."""
    for pattern, later in ((_REVIEW_YEAR, 1), (_PLAN_YEAR, 0)):
        years = [_year(found) + later for text in _heads(paragraphs) for found in pattern.finditer(text)]
        if years:
            return max(years)
    opening = [one.text[:400] for one in islice(paragraphs, 40)]
    for text in opening:
        found = _MEETING.search(text)
        if found:
            month = whole_number(found["m"]) if not found["m"].isdecimal() else int(found["m"])
            return _year(found) + ((month or 1) >= 11)
    for pattern, later in ((_PASSED, 1), (_TITLE, 0), (_PLAN_SAID, 0)):
        for one in paragraphs:
            found = pattern.search(one.text[:2000])
            if found:
                return _year(found) + later
    for one, next_one in pairwise(paragraphs):
        found = _ANY.match(next_one.text[:6]) if one.heading and _PLAN.search(one.text) else None
        if found:
            return _year(found)
    return _commonest(paragraphs)


def _heads(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    return (one.text[:80] for one in paragraphs if one.heading or HEADING_MARK.match(one.text[:12]))


def _year(found: re.Match[str]) -> int:
    return year_of_digits(found["y"]) or 0


def _commonest(paragraphs: Iterable[Paragraph]) -> int | None:
    """Most mentions are of the year just past, where there are several."""
    counts: Counter[int] = Counter()
    for one in islice(paragraphs, 400):
        counts.update(_year(found) for found in _ANY.finditer(one.text[:5000]))
    counts.pop(0, None)
    if counts.total() < 3:
        return None
    return counts.most_common(1)[0][0] + 1


class Outline:
    """Follows the headings of a report; `part` is where the last paragraph given to `enter` stands."""

    def __init__(self, current: int | None) -> None:
        self.year = current
        self.part = ReportPart()
        self._numbered: bool | None = None
        self._parts = 0
        self._fixed = False

    def enter(self, paragraph: Paragraph) -> ReportPart:
        """The part that a paragraph stands in."""
        text = paragraph.text
        mark = HEADING_MARK.match(text[:16])
        head = _heading_text(paragraph, mark)
        self._fixed = self._fixed and mark is None if paragraph.heading else self._fixed
        if head is not None:
            self._heading(head, mark)
        return self.part

    def _heading(self, text: str, mark: re.Match[str] | None) -> None:
        bare = text[mark.end() :] if mark else text
        if _NOTES.match(bare) or _END.match(bare):
            self.part = ReportPart(NOTES_PART, told=True)
            return
        kind, years = self.named(bare)
        number = mark and (mark["part"] or mark["nth"])
        if number and self._is_part(number, kind):
            self._parts = whole_number(number) or self._parts + 1
            self._numbered = True
            self.part = ReportPart(kind or self.part.kind, years or self.part.years, number, "", told=kind is not None)
            return
        if mark is None and kind is not None and not self._numbered and len(bare) <= 30 and not _is_sub(bare):
            self._parts += 1
            self.part = ReportPart(kind, years, _numeral(self._parts), "", told=True)
            return
        self._subsection(bare, mark, number)

    def _subsection(self, bare: str, mark: re.Match[str] | None, number: str | None) -> None:
        self._fixed = mark is not None
        if mark is not None and (mark["sub"] or number):
            self.part = self.part._replace(section=mark["sub"] or number or "")
        elif mark is None and _is_sub(bare) and self.part.kind in (REVIEW_PART, FRONT_PART):
            topic = bare.partition("坚持")[2] or bare.partition(",")[2]
            self.part = self.part._replace(kind=REVIEW_PART, section=re.split(r"[,。、]", topic)[0], told=True)

    def _is_part(self, number: str, kind: About | None) -> bool:
        """Whether 一、 opens a part of the report, or only a section of one."""
        value = whole_number(number) or 0
        if kind is not None and value >= self._parts:
            return self._numbered is not False or kind is not self.part.kind
        if self._numbered is None and self.part.kind is FRONT_PART:
            return True
        return bool(self._numbered) and value == self._parts + 1 and not self.part.section

    def named(self, text: str) -> tuple[About | None, Years | None]:
        """What a heading says of its part."""
        span = _SPAN.search(text)
        found_year = _ANY.search(text)
        stated = _year(found_year) if found_year else None
        if _REVIEW.search(text) and not (_PLAN.search(text) and stated == self.year and stated):
            return REVIEW_PART, self.reviewed(text)
        if span and self._over(span) and not _PLAN.search(text):
            return REVIEW_PART, self.spanned(span)
        if span and not (stated and stated == self.year) and (_PLAN.search(text) or span["n"] or _DRAWN.search(text)):
            return SPAN_PART, self.spanned(span)
        if _PLAN.search(text) or (stated and stated == self.year and text.endswith(("工作", "任务", "目标"))):
            if stated and self.year and stated < self.year:
                return REVIEW_PART, (stated, stated)
            return PLAN_PART, (self.year, self.year) if self.year else None
        return None, None

    def _over(self, span: re.Match[str]) -> bool:
        """Whether the plan of several years that a heading names lies behind."""
        years = self.spanned(span)
        return years is not None and self.year is not None and years[1] < self.year

    def reviewed(self, text: str) -> Years | None:
        """The years that a review speaks of."""
        if self.year is None:
            return None
        several = re.search(r"([二两三四五])年", text)
        length = whole_number(several[1]) if several else 1
        return self.year - (length or 1), self.year - 1

    def spanned(self, span: re.Match[str]) -> Years | None:
        """The years of a plan of several years."""
        number = span["fyp"] or span["nth"]
        if number:
            return first_plan(whole_number(number) or 0) if whole_number(number) else None
        if self.year is None:
            return None
        length = {"三": 3, "十": 10}.get(span["n"] or "五", 5)
        return self.year, self.year + length - 1

    def turn(self, kind: About, years: Years | None) -> None:
        """A sentence said that another part begins, without a heading."""
        if kind is not self.part.kind or years != self.part.years:
            sub = "" if kind is not self.part.kind else self.part.section
            self.part = self.part._replace(
                kind=kind, years=years, told=True, section=sub, number=self.part.number or "一"
            )

    def listed(self, number: str) -> None:
        """一是, 二是, 第三 at the head of a sentence: a section of its own, where no heading gave one."""
        if not self._fixed:
            self.part = self.part._replace(section=number)


def _heading_text(paragraph: Paragraph, mark: re.Match[str] | None) -> str | None:
    """What a heading, or the first words of a paragraph that begins like one, says."""
    text = paragraph.text
    if paragraph.heading:
        return text
    if mark is not None and not mark["low"]:
        return re.split(r"[。:;]", text[:_LONGEST], maxsplit=1)[0]
    return None


_LONGEST = 80


def _is_sub(text: str) -> bool:
    return re.match(r"(?:[一五三四两]年来|[一五三四两]年间|过去[一五]年),", text) is not None


def _numeral(number: int) -> str:
    return "〇一二三四五六七八九十"[number] if 0 <= number <= 10 else str(number)
