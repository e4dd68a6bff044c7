"""Is a statement a promise or a result, how sure is that, and which rule says so?"""

from typing import NamedTuple, assert_never

from ycindic.scan.cues import Cued
from ycindic.scan.finding import Class, Confidence
from ycindic.scan.outline import About, ReportPart


class Stance(NamedTuple):
    """What a statement is, how sure, by which rule."""

    class_: Class
    sure: Confidence
    rule: str


_DOUBT = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)


def doubtful(*sure: Confidence) -> Confidence:
    """The least sure of several."""
    return min(sure, key=_DOUBT.index)


def stance(part: ReportPart, when: Cued, current: int | None, *, bounded: bool) -> Stance:
    """By the part of the report, unless the sentence overrules it; `bounded`: 以上, 以内 or 左右 stands behind."""
    told = Confidence.HIGH if part.told else Confidence.MEDIUM
    match part.kind:
        case About.PLAN | About.SPAN:
            if when.past and when.strong:
                return Stance(Class.RESULT, Confidence.MEDIUM, "past-in-plan")
            if when.past:
                return Stance(Class.RESULT, Confidence.LOW, "already")
            return Stance(Class.TARGET, told, "plan")
        case About.REVIEW:
            years = when.years if when.past is False and when.strong else None
            if years and current and years[1] >= current:
                return Stance(Class.TARGET, Confidence.MEDIUM, "ahead-in-review")
            return Stance(Class.RESULT, told, "review")
        case About.FRONT | About.NOTES:
            return _alone(when, bounded=bounded)
        case _:
            assert_never(part.kind)


def _alone(when: Cued, *, bounded: bool) -> Stance:
    """A sentence of which no part is known says itself what it is, or stays doubtful."""
    if when.past:
        return Stance(Class.RESULT, Confidence.MEDIUM, "past")
    if when.past is False:
        return Stance(Class.TARGET, Confidence.MEDIUM, "ahead")
    if bounded:
        return Stance(Class.TARGET, Confidence.LOW, "bounded")
    return Stance(Class.RESULT, Confidence.LOW, "unsaid")
