"""How do tests say an indicator, a promise and what was published, each in a few words?

Everything made here is invented. The indicator is called `it` unless a test names another.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts, Series, series
from ycindic.domain.judge import assess_all
from ycindic.domain.model import (
    Basis,
    Better,
    Bilingual,
    Bound,
    Every,
    Indicator,
    IndicatorId,
    Measure,
    Milestone,
    Observation,
    Plan,
    Released,
    Settings,
    Target,
    TargetId,
)
from ycindic.domain.period import Period, parse
from ycindic.domain.relation import Relation

D = Decimal
Number = Decimal | int | str
IT = IndicatorId("it")
UNITS = {Measure.GROWTH: "%", Measure.MEAN: "%", Measure.FLOW: "km", Measure.STOCK: "km", Measure.EVENTS: ""}


def number(value: Number) -> Decimal:
    """A Decimal as typed; floats would not say how many digits they promise."""
    return Decimal(value)


def numbers(*values: Number) -> list[Decimal]:
    return [number(value) for value in values]


def period(text: str | int) -> Period:
    found = parse(str(text))
    assert found is not None, text
    return found


def day(text: str) -> date:
    return date.fromisoformat(text)


def released(every: str, day_of_month: int | None = None, **keys: int) -> Released:
    return Released(Every(every), day_of_month, **keys)


def indicator(measure: Measure, name: str = "it", **keys: Any) -> Indicator:
    """An indicator; `better` may be a word and `shares` may be typed numbers."""
    keys = {"unit": UNITS[measure]} | keys
    if "better" in keys:
        keys["better"] = Better(keys["better"])
    if "shares" in keys:
        keys["shares"] = tuple(numbers(*keys["shares"]))
    return Indicator(id=IndicatorId(name), name=Bilingual(name, name), measure=measure, **keys)


def flow(name: str = "it", **keys: Any) -> Indicator:
    return indicator(Measure.FLOW, name, **keys)


def growth(name: str = "it", **keys: Any) -> Indicator:
    return indicator(Measure.GROWTH, name, **keys)


def stock(name: str = "it", **keys: Any) -> Indicator:
    return indicator(Measure.STOCK, name, **keys)


def mean(name: str = "it", **keys: Any) -> Indicator:
    return indicator(Measure.MEAN, name, **keys)


def events(name: str = "it", **keys: Any) -> Indicator:
    return indicator(Measure.EVENTS, name, **keys)


def promised(relation: str, goal: Number | None = None, over: str | int = 2026, **keys: Any) -> Target:
    """A target for `it`: relation, goal and period, then whatever else was said."""
    of = IndicatorId(keys.pop("of", IT))
    for name in ("goal_high", "tolerance"):
        if name in keys:
            keys[name] = number(keys[name])
    if "reference" in keys:
        keys["reference"] = tuple(keys["reference"])
    if "baseline" in keys:
        keys["baseline"] = period(keys["baseline"])
    if "by" in keys:
        keys["by"] = day(keys["by"])
    if "milestones" in keys:
        keys["milestones"] = tuple(Milestone(period(by), number(goal)) for by, goal in keys["milestones"].items())
    if "settings" in keys:
        keys["settings"] = Settings(**{name: number(value) for name, value in keys["settings"].items()})
    return Target(
        id=TargetId(keys.pop("id", f"{of}@{over}")),
        indicator=of,
        period=period(over),
        relation=Relation(relation),
        goal=None if goal is None else number(goal),
        **keys,
    )


def container(*parts: str) -> Target:
    """A target for `it` that only its parts decide."""
    ids = tuple(TargetId(part) for part in parts)
    return Target(id=TargetId("whole@2026"), indicator=IT, period=period(2026), relation=None, parts=ids)


def _seen(basis: Basis, when: str | int, value: Number, of: str, bound: str) -> Observation:
    return Observation(IndicatorId(of), period(when), basis, number(value), bound=Bound(bound))


def ytd(when: str | int, value: Number, *, of: str = "it", bound: str = "") -> Observation:
    return _seen(Basis.YTD, when, value, of, bound)


def alone(when: str | int, value: Number, *, of: str = "it", bound: str = "") -> Observation:
    return _seen(Basis.ALONE, when, value, of, bound)


def point(when: str | int, value: Number, *, of: str = "it", bound: str = "") -> Observation:
    return _seen(Basis.POINT, when, value, of, bound)


def monthly(year: int, *values: Number, of: str = "it") -> list[Observation]:
    """What each month from January on brought by itself."""
    return [alone(f"{year}-{place:02d}", value, of=of) for place, value in enumerate(values, 1)]


def yearly(first: int, *values: Number, of: str = "it") -> list[Observation]:
    """The year-to-date figures of full years, one a year from the first on."""
    return [ytd(year, value, of=of) for year, value in enumerate(values, first)]


def known(observations: Iterable[Observation]) -> Facts:
    by_indicator: dict[IndicatorId, list[Observation]] = {}
    for one in observations:
        by_indicator.setdefault(one.indicator, []).append(one)
    return Facts({name: series(found) for name, found in by_indicator.items()})


def series_of(*observations: Observation) -> Series:
    return series(observations)


def judge(
    measured: Indicator,
    target: Target,
    seen: Iterable[Observation] = (),
    *,
    at: str = "2026-09-20",
    others: Iterable[Indicator] = (),
) -> Assessment:
    """The answer about one target at a date; `others` are the indicators it is compared with."""
    return judge_all([measured, *others], [target], seen, at=at)[0]


def judge_all(
    measured: Iterable[Indicator],
    targets: Iterable[Target],
    seen: Iterable[Observation] = (),
    *,
    at: str = "2026-09-20",
) -> tuple[Assessment, ...]:
    plan = Plan(Bilingual("", ""), {one.id: one for one in measured}, tuple(targets))
    return assess_all(plan, known(seen), day(at))


def said(found: Assessment) -> tuple[str, str]:
    """Verdict and reason as words, to be compared in one line."""
    return found.verdict.value, found.reason.value


def near(value: Decimal | None, expected: Number, places: int = 20) -> bool:
    """Whether a computed number is the expected one, up to the rounding of a long division."""
    return value is not None and abs(value - number(expected)) <= Decimal(1).scaleb(-places)
