"""Which words belong to a relation, a profile, a unit?"""

from collections.abc import Mapping

from ycindic.domain.model import Bound, Commitment, Every, Measure, ProfileKind
from ycindic.domain.relation import Relation
from ycindic.text import Text

Pair = tuple[str, str] | Text
"""A text in Chinese and English."""

LANGUAGES = ("zh", "en")


def pick(pair: Pair, lang: str) -> str:
    """The text of one language."""
    return pair[lang != "zh"] if isinstance(pair, tuple) else pair.in_language(lang)


COMMITMENTS: Mapping[Commitment, Pair] = {
    Commitment.BINDING: ("约束性", "binding"),
    Commitment.FIRM: ("确保", "firm"),
    Commitment.PLAIN: ("预期", "plain"),
    Commitment.ASPIRATIONAL: ("力争", "aspirational"),
}

PROFILES: Mapping[ProfileKind, Pair] = {
    ProfileKind.AUTO: ("自动", "automatic"),
    ProfileKind.LINEAR: ("序时进度", "the passing of time"),
    ProfileKind.LAST_YEAR: ("上年同期进度", "last year's course"),
    ProfileKind.SHARES: ("给定的累计占比", "the given shares"),
    ProfileKind.BATCH: ("分批公布", "batches"),
    ProfileKind.MILESTONES: ("阶段目标", "the milestones"),
}

EVERY: Mapping[Every, Pair] = {
    Every.MONTH: ("每月", "monthly"),
    Every.QUARTER: ("每季", "quarterly"),
    Every.HALF: ("每半年", "half-yearly"),
    Every.YEAR: ("每年", "yearly"),
    Every.IRREGULAR: ("不定期", "irregularly"),
}

MEASURES: Mapping[Measure, Pair] = {
    Measure.FLOW: ("累计量", "flow"),
    Measure.GROWTH: ("增速", "growth rate"),
    Measure.STOCK: ("存量", "stock"),
    Measure.MEAN: ("均值", "mean"),
    Measure.EVENTS: ("事件数", "events"),
}

BOUNDS: Mapping[Bound, Pair] = {
    Bound.EXACT: ("", ""),
    Bound.OVER: (">", ">"),
    Bound.UNDER: ("<", "<"),
    Bound.ABOUT: ("约", "≈"),
}

RELATIONS: Mapping[Relation, Pair] = {
    Relation.AT_LEAST: ("≥", "≥"),
    Relation.MORE_THAN: (">", ">"),
    Relation.AT_MOST: ("≤", "≤"),
    Relation.ABOUT: ("左右", "about"),
    Relation.BETWEEN: ("区间", "between"),
    Relation.IN_STEP: ("同步", "in step"),
    Relation.ABOVE: ("高于", "above"),
    Relation.NARROWING: ("差距缩小", "narrowing"),
    Relation.RISING: ("上升", "rising"),
    Relation.FALLING: ("下降", "falling"),
    Relation.ALL: ("全部", "all"),
    Relation.NONE: ("零发生", "none"),
    Relation.EXACTLY: ("按计划", "exactly"),
    Relation.TURNING: ("拐点", "turning"),
}


def unit_words(unit: str | None, lang: str) -> str:
    """A computed unit as a reader says it: `pp`, `km/month`, `%/year`."""
    if unit is None:
        return ""
    base, slash, per = unit.rpartition("/")
    if not slash or per not in ("month", "year"):
        return {"pp": ("个百分点", "pp")}.get(unit, (unit, unit))[LANGUAGES.index(lang)]
    base = unit_words(base, lang)
    if lang == "zh":
        return f"{base}/{'月' if per == 'month' else '年'}"
    return f"{base} a {per}"
