"""Which words belong to a relation, a profile, a unit?"""

from collections.abc import Iterable, Mapping
from typing import Any

from ycindic.domain.model import Bound, Commitment, Every, Measure, ProfileKind
from ycindic.domain.relation import Relation
from ycindic.text import Joined, Text, Verbatim, _, _p

LANGUAGES = ("zh", "en")


COMMITMENTS: Mapping[Commitment, Text] = {
    Commitment.BINDING: _("binding"),
    Commitment.FIRM: _("firm"),
    Commitment.PLAIN: _("plain"),
    Commitment.ASPIRATIONAL: _("aspirational"),
}

PROFILES: Mapping[ProfileKind, Text] = {
    ProfileKind.AUTO: _("automatic"),
    ProfileKind.LINEAR: _("the passing of time"),
    ProfileKind.LAST_YEAR: _("last year's course"),
    ProfileKind.SHARES: _("the given shares"),
    ProfileKind.BATCH: _("batches"),
    ProfileKind.MILESTONES: _("the milestones"),
}

EVERY: Mapping[Every, Text] = {
    Every.MONTH: _("monthly"),
    Every.QUARTER: _("quarterly"),
    Every.HALF: _("half-yearly"),
    Every.YEAR: _("yearly"),
    Every.IRREGULAR: _("irregularly"),
}

MEASURES: Mapping[Measure, Text] = {
    Measure.FLOW: _("flow"),
    Measure.GROWTH: _("growth rate"),
    Measure.STOCK: _("stock"),
    Measure.MEAN: _("mean"),
    Measure.EVENTS: _("events"),
}

BOUNDS: Mapping[Bound, Text] = {
    Bound.EXACT: Verbatim(""),
    Bound.OVER: Verbatim(">"),
    Bound.UNDER: Verbatim("<"),
    Bound.ABOUT: _("≈"),
}

RELATIONS: Mapping[Relation, Text] = {
    Relation.AT_LEAST: Verbatim("≥"),
    Relation.MORE_THAN: Verbatim(">"),
    Relation.AT_MOST: Verbatim("≤"),
    Relation.ABOUT: _("about"),
    Relation.BETWEEN: _("between"),
    Relation.IN_STEP: _("in step"),
    Relation.ABOVE: _("above"),
    Relation.NARROWING: _("narrowing"),
    Relation.RISING: _("rising"),
    Relation.FALLING: _("falling"),
    Relation.ALL: _p("what was promised", "all"),
    Relation.NONE: _p("what was promised", "none"),
    Relation.EXACTLY: _("exactly"),
    Relation.TURNING: _("turning"),
}


def unit_words(unit: str) -> Text:
    """A computed unit as a reader says it: `pp`, `km a month`, `% a year`."""
    base, _slash, per = unit.rpartition("/")
    match per:
        case "month":
            return _("{unit} a month", unit=unit_words(base))
        case "year":
            return _("{unit} a year", unit=unit_words(base))
        case "pp":
            return _("pp")
        case _:
            return Verbatim(unit)


def measured(number: Text | str, unit: str | None) -> Text:
    """A number with a computed unit behind it: `5.6%`, `0.9 pp`, `2 km a month`."""
    if not unit or unit in ("%", "‰"):
        return _("{number}{unit}", number=number, unit=unit or "")
    return _("{number} {unit}", number=number, unit=unit_words(unit))


def listed(texts: Iterable[object]) -> Text:
    """Things of one kind one after the other."""
    return Joined(_p("of a list", ", "), texts)


def clauses(texts: Iterable[Text]) -> Text:
    """Clauses that could each be a sentence."""
    return Joined(_("; "), texts)


def in_both(text: Text | None) -> dict[str, Any] | None:
    """A text for programs, which get Chinese and English."""
    return None if text is None else {lang: text.in_language(lang) for lang in LANGUAGES}
