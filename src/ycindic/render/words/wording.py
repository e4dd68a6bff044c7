"""Which words belong to a relation, a profile, a unit?"""

from collections.abc import Callable, Mapping, Sequence

from ycindic.domain.model import SIGNS_OF_RATES, Basis, Bound, Commitment, Every, Measure, ProfileKind, Stage
from ycindic.domain.relation import Relation
from ycindic.render.words.numbers import is_chinese
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
    ProfileKind.SHARES: _("the registered course"),
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

BASIS_NAMES: Mapping[Basis, Text] = {
    Basis.YTD: _("year to date"),
    Basis.ALONE: _("by itself"),
    Basis.POINT: _("at its end"),
}

STAGES: Mapping[Stage, Text] = {
    Stage.UNSTATED: Verbatim(""),
    Stage.PRELIMINARY: _("preliminary"),
    Stage.REVISED: _("revised"),
    Stage.FINAL: _p("of a figure", "final"),
    Stage.RETRACTED: _("retracted"),
}

CUT_OFFS: Mapping[str, Callable[[str], Text]] = {
    "about_pp": lambda value: _("“about” of a rate gives way by {value} pp", value=value),
    "about_pct": lambda value: _("“about” of a quantity gives way by {value}% of the goal", value=value),
    "pace_ahead": lambda value: _("ahead from {value} times the pace that is due", value=value),
    "pace_on_track": lambda value: _("on track from {value} times the pace that is due", value=value),
    "catch_up_on_track": lambda value: _("on track where the rest must go {value} times as fast at most", value=value),
    "catch_up_at_risk": lambda value: _("at risk where the rest must go {value} times as fast at most", value=value),
    "rate_ahead_pp": lambda value: _("ahead from {value} pp beyond the goal", value=value),
    "rate_at_risk_pp": lambda value: _("at risk where the rest needs up to {value} pp more than so far", value=value),
    "step_pp": lambda value: _("in step down to {value} pp below the other", value=value),
    "step_at_risk_pp": lambda value: _("at risk down to {value} pp further below", value=value),
    "early": lambda value: _("held back while less than {value} of the year is due", value=value),
    "stale_releases": lambda value: _("old from {value} overdue releases on", value=value),
}
"""What each cut-off does, by the key that sets it."""

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


def _unit_words(unit: str) -> Text:
    """A computed unit as a reader says it: `pp`, `km a month`, `% a year`."""
    base, _slash, per = unit.rpartition("/")
    match per:
        case "month":
            return _("{unit} a month", unit=_unit_words(base))
        case "year":
            return _("{unit} a year", unit=_unit_words(base))
        case "pp":
            return _("pp")
        case _:
            return Verbatim(unit)


def measured(number: Text | str, unit: str | None) -> Text:
    """A number with a computed unit behind it: `5.6%`, `0.9 pp`, `2 km a month`."""
    if not unit or unit in SIGNS_OF_RATES:
        return _("{number}{unit}", number=number, unit=unit or "")
    words = _unit_words(unit)
    if unit == "pp" or is_chinese(unit):
        return _p("a unit that has a Chinese word", "{number} {unit}", number=number, unit=words)
    return _("{number} {unit}", number=number, unit=words)


def listed(texts: Sequence[object]) -> Text:
    """Things of one kind one after the other."""
    return Joined(_p("of a list", ", "), texts)


def clauses(texts: Sequence[Text]) -> Text:
    """Clauses that could each be a sentence."""
    return Joined(_("; "), texts)
