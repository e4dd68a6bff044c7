"""Which sentence begins another part of the report, where no heading does?"""

import re

from ycindic.scan.outline import FRONT_PART, NOTES_PART, PLAN_PART, REVIEW_PART, SPAN_PART, About, Outline

_HEAD = 44
"""So far into a sentence its turn is said."""
_Y = r"[12][09]\d\d年"
_ENUM = re.compile(r"[。;!:]?(?P<n>[一二三四五六七八九十]{1,3})(?:是|要)(?!年|个|家|批|些)")
_PLAN_SAID = re.compile(rf"(?:今年|{_Y})[^。,]{{0,20}}(?:预期目标|总体要求|主要目标)(?:是|为|:)")
_PLAN = re.compile(
    rf"(?:今年|明年|{_Y}|新的一年)[^。]{{0,16}}(?:目标|总体要求|总要求|指导思想|总体思路|工作思路|"
    rf"重点(?:抓好|做好)|的?主要任务|基本要求)"
    r"|(?:经济社会|国民经济|经济)(?:和社会)?发展[^。]{0,6}(?:主要)?(?:预期)?目标(?:是|为|:)"
    rf"|(?:做好|完成)(?:好)?(?:今年|明年|{_Y})的?(?:政府)?(?:各项)?工作|(?:下面|现在).{{0,6}}(?:就|对)?(?:今年|明年)"
    rf"|(?:今年|明年|{_Y}),?(?:是|我们(?:要|将)|要(?:重点|着力|突出)|政府(?:工作)?(?:要|将))"
)
_SPAN = re.compile(
    r"(?:今后|未来)(?:[三五]|几)年[^。]{0,20}(?:要|目标|任务|是|总体)"
    r"|[“\"][一二三四五六七八九十]{2,4}[”\"](?:时期|期间)[^。]{0,24}(?:目标|要求|任务|要)"
)
_REVIEW = re.compile(
    rf"(?:刚刚)?过去(?:的)?(?:一年|[一二三四五]年|几年|{_Y})|回顾(?:过去|[12一二])|[一二三四五]年来|"
    rf"去年(?:以来)?,|上一?年,"
    r"|(?:五|四|三|两)年间|本届政府(?:任期|成立|履职)"
)
_YEAR_AFTER_SPAN = re.compile(rf"(?:[^,。]{{0,6}})?(?:今年|{_Y})[^。]{{0,18}}(?:目标|要求|工作|重点)")
_TOLD_AGAIN = re.compile(r"完成(?:了|全年|年初)|超额|确定的|既定|去年")
_NAMED = re.compile(r"([12][09]\d\d)年")


def follow(outline: Outline, sentence: str, *, headed: bool) -> None:
    """Move the outline by the head of a sentence; `headed` is whether the report has a heading for its plan."""
    head = sentence[:_HEAD]
    kind = outline.part.kind
    if kind is NOTES_PART:
        return
    listed = _ENUM.match(head)
    if listed:
        outline.listed(listed["n"])
    elif kind is SPAN_PART and "远景" in head:
        outline.listed("远景")
    turned = _turn(outline, head, headed=headed)
    if turned is not None:
        _begin(outline, turned)


def _turn(outline: Outline, head: str, *, headed: bool) -> About | None:
    part = outline.part
    if (part.kind is FRONT_PART or not part.told) and _REVIEW.search(head):
        return REVIEW_PART
    if part.kind is SPAN_PART:
        return PLAN_PART if _YEAR_AFTER_SPAN.match(head) and not _of_last_year(head, outline.year) else None
    if part.kind is PLAN_PART:
        return None
    if part.kind is REVIEW_PART and headed:
        return PLAN_PART if _PLAN_SAID.search(head) and not _of_last_year(head, outline.year) else None
    if _SPAN.search(head) and not _REVIEW.search(head):
        return SPAN_PART
    return PLAN_PART if _PLAN.search(head) and not _of_last_year(head, outline.year) else None


def _of_last_year(head: str, current: int | None) -> bool:
    """Whether a sentence tells the targets of the year past again."""
    named = _NAMED.search(head)
    if named is not None and current is not None:
        return int(named[1]) != current
    return _TOLD_AGAIN.search(head) is not None


def _begin(outline: Outline, kind: About) -> None:
    current = outline.year
    years = None
    if current is not None:
        ahead = {PLAN_PART: (current, current), SPAN_PART: (current, current + 4)}
        years = ahead.get(kind, (current - 1, current - 1))
    outline.turn(kind, years)
