"""With which numbers was a target calculated? The formulas of its rule, ready for a pocket calculator.

Nothing is calculated anew: the results are the figures of the assessment, the terms the numbers that
went into them.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.assessment import Assessment, Figures, Side
from ycindic.domain.facts import Facts, Series, cumulative, latest_mean, whole
from ycindic.domain.judge import compound as compound_rule
from ycindic.domain.judge import reader
from ycindic.domain.judge.growth import printed_decimals
from ycindic.domain.judge.promise import Promise, direction, never, promise, whole_of
from ycindic.domain.judge.told import goal_step, limit_beside
from ycindic.domain.model import Indicator, Measure, ProfileKind, Target
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.rates import half_digit
from ycindic.domain.relation import Relation
from ycindic.domain.step import NO_FORMULA


class Step(NamedTuple):
    """One formula: the field that it gives, its text with `{term}` for each term, the terms, the result."""

    field: str
    formula: str
    terms: Mapping[str, Decimal]
    result: Decimal


SETTINGS_OF: Mapping[str, tuple[str, ...]] = {
    "pace": ("pace_ahead", "pace_on_track", "catch_up_on_track", "catch_up_at_risk"),
    "rate": ("rate_ahead_pp", "rate_at_risk_pp"),
    "difference": ("step_pp", "step_at_risk_pp"),
}


def settings_used(found: Assessment) -> dict[str, Decimal]:
    """The cut-offs that the rule of a target looks at, with the values that apply to it."""
    target, measure = found.target, found.indicator.measure
    if target.parts is not None:
        return {}
    names: tuple[str, ...] = ()
    if target.beside:
        names = SETTINGS_OF["difference"]
    elif not _by_its_own_rule(target, found.indicator) and not target.scope:
        names = SETTINGS_OF["rate" if measure in (Measure.GROWTH, Measure.MEAN) else "pace"]
    if target.relation is Relation.ABOUT and (target.told or target).tolerance is None:
        names += ("about_pp", "about_pct")
    return {name: getattr(target.settings, name) for name in (*names, "early", "stale_releases")}


def workings(found: Assessment, facts: Facts) -> tuple[Step, ...]:
    """The steps from the published figures to the numbers of an assessment, in reading order."""
    target, indicator, figures = found.target, found.indicator, found.figures
    if target.parts is not None or figures.actual is None:
        return ()
    first = goal_step(target, indicator, figures.baseline)
    made = [
        Step(one.field, one.formula.text, one.terms, one.result)
        for one in (first, *figures.steps.values())
        if one is not None and one.result is not None and one.formula is not NO_FORMULA
    ]
    if made:
        return tuple(made)
    series = facts.of(indicator.id)
    rule = reader(target, indicator)
    known = _Known(target, indicator, figures, series, facts, found.side is Side.ABOVE)
    if rule is compound_rule.read:
        steps = _compound(known)
    elif _by_its_own_rule(target, indicator):
        steps = _comparison(known)
    else:
        steps = _STEPS[indicator.measure](known)
    return tuple(Step(field, formula, terms, result) for field, formula, terms, result in steps if result is not None)


def _by_its_own_rule(target: Target, indicator: Indicator) -> bool:
    return target.compared or never(target, indicator)


class _Known(NamedTuple):
    target: Target
    indicator: Indicator
    figures: Figures
    series: Series
    facts: Facts
    beyond: bool

    @property
    def months(self) -> Decimal:
        """Months covered by the judged figure."""
        period = self.figures.actual_period
        return Decimal(0 if period is None else period.months)

    @property
    def reached(self) -> int:
        """The last month of the judged figure."""
        period = self.figures.actual_period
        return self.target.period.first if period is None else period.last

    @property
    def kept(self) -> Promise:
        """The limits that the judged figure is measured against."""
        sums = self.indicator.measure in (Measure.FLOW, Measure.EVENTS)
        return promise(self.target, self.indicator).times(self.years if sums and self.target.average else 1)

    @property
    def edges(self) -> Promise:
        """The limits that decide: with the tolerance, and of one year's rate as they print."""
        if self.indicator.measure not in (Measure.GROWTH, Measure.MEAN) or self.total_months > MONTHS_A_YEAR:
            return self.kept.edges
        return self.kept.printed(self.decimals)

    @property
    def decimals(self) -> int:
        """With how many decimals the figures are printed."""
        return printed_decimals(self.indicator, self.series, self.target.period)

    @property
    def total_months(self) -> Decimal:
        """Months of the whole period."""
        share = self.figures.time_progress
        return (self.months / share).to_integral_value() if share else Decimal(self.target.period.months)

    @property
    def years(self) -> int:
        """How many years add up: one, where a condition is held in each of them."""
        return int(self.total_months) // MONTHS_A_YEAR


Line = tuple[str, str, dict[str, Decimal], Decimal | None]


def _gap(known: _Known, goal: str, actual: str) -> list[Line]:
    kept, reached = known.kept, known.figures.actual or Decimal(0)
    terms = {goal: kept.goal or Decimal(0), actual: reached}
    if kept.two_sided:
        if kept.low == kept.high:
            formula = f"|{{{goal}}} − {{{actual}}}| − {{tol}}"
        else:
            formula = f"max({{low}} − {{{actual}}}, {{{actual}}} − {{high}}) − {{tol}}"
            terms = {"low": kept.low or Decimal(0), "high": kept.high or Decimal(0), actual: reached}
        return [("gap", formula, terms | {"tol": kept.tolerance}, known.figures.gap)]
    formula = f"{{{goal}}} − {{{actual}}}" if kept.direction > 0 else f"{{{actual}}} − {{{goal}}}"
    steps = [("gap", formula, terms, known.figures.gap)]
    edge = known.edges.goal
    if edge is not None and edge != kept.goal:
        steps.append(("gap_edge", formula, terms | {goal: edge}, known.figures.gap_edge))
    return steps


def _towards(limits: Promise, now: Decimal, needed: Decimal | None) -> Decimal | None:
    """The limit that a need leads to; None where two limits leave it as it is now."""
    if not limits.two_sided:
        return limits.goal
    if needed is None or needed == now:
        return None
    return limits.low if needed > now else limits.high


def _needs(
    known: _Known, fields: tuple[str, str], formula: str, terms: dict[str, Decimal], now: tuple[str, Decimal]
) -> list[Line]:
    """What the rest needs for the printed goal and for the edge: `G` is put into the formula; else as much as now."""
    steps: list[Line] = []
    for field, limits in zip(fields, (known.kept, known.edges), strict=True):
        needed = getattr(known.figures, field)
        limit = _towards(limits, now[1], needed)
        if limit is None:
            steps.append((field, now[0], terms, needed))
        else:
            steps.append((field, formula, {**terms, "G": limit}, needed))
    return steps


def _flow(known: _Known) -> list[Line]:
    figures, done = known.figures, known.figures.actual or Decimal(0)
    goal = known.kept.goal or Decimal(0)
    completion, share = figures.completion or Decimal(0), figures.expected_completion or Decimal(0)
    cap = known.kept.direction < 0
    both = {"c": completion, "s": share}
    return [
        *_gap(known, "T", "C"),
        ("completion", "{C} ÷ {T}", {"C": done, "T": goal}, figures.completion),
        ("time_progress", "{m} ÷ {n}", {"m": known.months, "n": known.total_months}, figures.time_progress),
        _share(known),
        _line(known, done, share),
        ("pace", "{s} ÷ {c}" if cap else "{c} ÷ {s}", both, figures.pace),
        *_pace_edge(known, "{s} ÷ ({C} ÷ {T})" if cap else "{C} ÷ {T} ÷ {s}", {"C": done, "s": share}),
        _catch_up(known),
        *_monthly(known, done),
        *_growth_of_rest(known, done),
        ("projection", "{C} ÷ {s}", {"C": done, "s": share}, figures.projection),
        _annualised(known, done, share),
    ]


def _annualised(known: _Known, done: Decimal, share: Decimal) -> Line:
    """As the projection, or by the months where no course is known: the formula says which."""
    if share <= 0 or known.figures.profile in (ProfileKind.LINEAR, ProfileKind.BATCH):
        return "annualised", "{C} × 12 ÷ {m}", {"C": done, "m": known.months}, known.figures.annualised
    formula = "{C} ÷ {s}" if known.years == 1 else "{C} ÷ {s} ÷ {N}"
    return "annualised", formula, {"C": done, "s": share, "N": Decimal(known.years)}, known.figures.annualised


def _monthly(known: _Known, done: Decimal) -> list[Line]:
    """What each month that is left needs, or may bring at most where the sum heads beyond its ceiling."""
    rest, terms = "({T} − {C}) ÷ ({n} − {m})", {"C": done, "n": known.total_months, "m": known.months}
    nothing = Decimal(0)
    printed = _towards(known.kept, nothing, known.figures.required)
    edge = known.edges.high if known.beyond else _towards(known.edges, nothing, known.figures.required_edge)
    steps: list[Line] = []
    for field, limit in (
        ("required", printed),
        ("required_edge", edge),
        ("required_goal_high", known.target.goal_high),
    ):
        step = ("0", {}) if limit is None else (rest, {**terms, "T": limit})
        steps.append((field, *step, getattr(known.figures, field)))
    return steps


def _line(known: _Known, done: Decimal, share: Decimal) -> Line:
    """What is done against the line to a limit, where no ratio says anything."""
    limit = (known.kept.high if known.beyond else known.kept.goal) or Decimal(0)
    if known.target.milestones:
        return "difference", "", {}, None
    return "difference", "{C} − {s} × {T}", {"C": done, "s": share, "T": limit}, known.figures.difference


def _pace_edge(known: _Known, formula: str, terms: dict[str, Decimal]) -> list[Line]:
    """The pace to the edge of the tolerance, where there is one."""
    kept, base = known.kept, known.figures.baseline or Decimal(0)
    level = known.indicator.measure is Measure.STOCK
    edge = kept.edges.limit_from(base) if level else kept.edges.goal
    if edge is None or not kept.tolerance or (level and edge == base):
        return []
    return [("pace_edge", formula, terms | {"T": edge}, known.figures.pace_edge)]


def _catch_up(known: _Known) -> Line:
    """The catch-up, where something is done, something left, and time on both sides."""
    completion, share = known.figures.completion, known.figures.expected_completion
    if completion is None or share is None or not (0 < completion < 1 and 0 < share < 1):
        return "catch_up", "", {}, None
    formula = "((1 − {c}) ÷ (1 − {s})) ÷ ({c} ÷ {s})"
    return "catch_up", formula, {"c": completion, "s": share}, known.figures.catch_up


def _share(known: _Known) -> Line:
    """The expected share, by the profile that gave it."""
    figures, years = known.figures, Decimal(known.years)
    full = Decimal((int(known.months) - 1) // MONTHS_A_YEAR)
    place = Decimal(known.series.calendar.place(known.reached))
    if figures.profile is ProfileKind.LINEAR:
        formula, terms = "{m} ÷ 12", {"m": place}
    elif (last := _last_year(known.series, known.reached)) and figures.profile is ProfileKind.LAST_YEAR:
        formula, terms = "{C′} ÷ {A′}", last
    else:
        return (
            "expected_completion",
            "{s}",
            {"s": figures.expected_completion or Decimal(0)},
            figures.expected_completion,
        )
    if years > 1:
        formula, terms = f"({{y}} + {formula}) ÷ {{N}}", {"y": full, **terms, "N": years}
    return "expected_completion", formula, terms, figures.expected_completion


def _last_year(series: Series, reached: int) -> dict[str, Decimal]:
    """C′ and A′: last year's sum through the same month and its total, where both are known."""
    same = reached - MONTHS_A_YEAR
    before = series.calendar.year_of(same)
    part, total = cumulative(series, before, same), whole(series, before)
    if part is None or total is None or part.period.last != same:
        return {}
    return {"C′": part.value, "A′": total.value}


def _growth_of_rest(known: _Known, done: Decimal) -> list[Line]:
    """What the rest must grow over last year's months, what the months so far grew, and the distance."""
    figures, last = known.figures, _last_year(known.series, known.reached)
    so_far, terms = figures.growth_so_far, {"C": done, **last}
    now = ("0", Decimal(0)) if so_far is None else ("({C} ÷ {C′} − 1) × 100", so_far)
    rest = "(({G} − {C}) ÷ ({A′} − {C′}) − 1) × 100"
    limit = _towards(known.kept, now[1], figures.required_growth)
    steps = [
        ("growth_so_far", "({C} ÷ {C′} − 1) × 100", terms, so_far),
        ("required_growth", now[0], terms, figures.required_growth)
        if limit is None
        else ("required_growth", rest, {**terms, "G": limit}, figures.required_growth),
    ]
    up = known.kept.direction > 0 and not known.beyond
    edge = known.edges.low if up else known.edges.high
    if edge is None or not figures.acceleration:
        return [*steps, ("acceleration", "0", {}, figures.acceleration)]
    formula = f"{rest} − {now[0]}" if up else f"{now[0]} − {rest}"
    return [*steps, ("acceleration", formula, {**terms, "G": edge}, figures.acceleration)]


def _growth(known: _Known) -> list[Line]:
    figures, weight = known.figures, known.figures.weight or Decimal(0)
    rate = figures.actual or Decimal(0)

    rest = "({G} − {w} × {g}) ÷ (1 − {w})"
    half, terms = half_digit(known.decimals), {"w": weight, "g": rate}
    return [
        *_gap(known, "G", "g"),
        ("time_progress", "{m} ÷ {n}", {"m": known.months, "n": known.total_months}, figures.time_progress),
        _weight(known),
        *_needs(known, ("required", "required_edge"), rest, terms, ("{g}", rate)),
        *_rounding(known, rest, rate, weight, half),
        ("required_goal_high", rest, {**terms, "G": known.target.goal_high or Decimal(0)}, figures.required_goal_high),
        _effort(known),
        _two_years(known),
    ]


def _rounding(known: _Known, rest: str, rate: Decimal, weight: Decimal, half: Decimal) -> list[Line]:
    """The range that rounding leaves; between two limits it is that of the rate itself and needs no sum."""
    goal, figures = known.kept.goal, known.figures
    if goal is None or known.kept.two_sided:
        return []
    terms = {"G": goal, "w": weight}
    return [
        ("required_low", rest, {**terms, "g": rate + half}, figures.required_low),
        ("required_high", rest, {**terms, "g": rate - half}, figures.required_high),
    ]


def _effort(known: _Known) -> Line:
    figures = known.figures
    now = next((one for one in (figures.latest_average, figures.annualised, figures.actual) if one is not None), None)
    terms = {"edge": figures.required_edge or Decimal(0), "g": now or Decimal(0)}
    up = (figures.acceleration or Decimal(0)) == terms["edge"] - terms["g"]
    if promise(known.target, known.indicator).two_sided and figures.acceleration == 0:
        return "acceleration", "0", {}, figures.acceleration
    return "acceleration", "{edge} − {g}" if up else "{g} − {edge}", terms, figures.acceleration


def _weight(known: _Known) -> Line:
    """w: the share of the elapsed months in the base year's total."""
    if not known.indicator.shares and known.indicator.levels:
        last = _last_year(known.facts.of(known.indicator.levels), known.reached)
        if last and last["A′"] and last["C′"] / last["A′"] == known.figures.weight:
            return "weight", "{C′} ÷ {A′}", last, known.figures.weight
    if known.indicator.shares:
        return "weight", "{w}", {"w": known.figures.weight or Decimal(0)}, known.figures.weight
    return "weight", "{m} ÷ 12", {"m": Decimal(known.series.calendar.place(known.reached))}, known.figures.weight


def _two_years(known: _Known) -> Line:
    before = known.series.ytd.get(known.reached - MONTHS_A_YEAR)
    terms = {"g₋₁": before.value if before else Decimal(0), "g": known.figures.actual or Decimal(0)}
    formula = "(√((1 + {g₋₁} ÷ 100) × (1 + {g} ÷ 100)) − 1) × 100"
    return "two_year_average", formula, terms, known.figures.two_year_average


def _mean(known: _Known) -> list[Line]:
    figures, so_far = known.figures, known.figures.actual or Decimal(0)
    latest = so_far if figures.latest_average is None else figures.latest_average
    sizes = {"n": known.total_months, "m": known.months, "a": so_far}
    rest = "({n} × {G} − {m} × {a}) ÷ ({n} − {m})"
    return [
        *_gap(known, "T", "a"),
        ("time_progress", "{m} ÷ {n}", {"m": known.months, "n": known.total_months}, figures.time_progress),
        _latest(known),
        *_needs(known, ("required", "required_edge"), rest, {**sizes, "r": latest}, ("{r}", latest)),
        _effort(known),
        ("projection", "({m} × {a} + ({n} − {m}) × {r}) ÷ {n}", {**sizes, "r": latest}, figures.projection),
    ]


def _latest(known: _Known) -> Line:
    """What the latest months averaged, each weighted by the months that it covers."""
    latest = latest_mean(known.series, known.reached)
    if latest is None:
        return "latest_average", "", {}, None
    terms = {f"a{place}": one.value for place, one in enumerate(latest.pieces, 1)}
    sums = (f"{{{name}}} × {one.period.months}" for name, one in zip(terms, latest.pieces, strict=True))
    return "latest_average", f"({' + '.join(sums)}) ÷ {latest.period.months}", terms, known.figures.latest_average


def _compound(known: _Known) -> list[Line]:
    figures = known.figures
    years = [known.series.ytd[month].value for month in map(known.series.calendar.end, _full_years(known))]
    total, count = Decimal(known.target.period.months // MONTHS_A_YEAR), Decimal(len(years))
    rates = {f"g{place}": rate for place, rate in enumerate(years, 1)}
    per = format(whole_of(known.indicator), "f")
    product = " × ".join(f"(1 + {{{name}}} ÷ {per})" for name in rates)
    goal = f"(1 + {{G}} ÷ {per})" if known.target.total else f"(1 + {{G}} ÷ {per})^{{N}}"
    terms = {**rates, "G": known.kept.goal or Decimal(0), "N": total, "k": count}
    average = f"(({product})^(1 ÷ {{k}}) − 1) × {per}"
    reached = f"({product} − 1) × {per}" if known.target.total else average
    required = f"(({goal} ÷ ({product}))^(1 ÷ ({{N}} − {{k}})) − 1) × {per}"
    now, hope = (average, figures.annualised or Decimal(0)), known.target.goal_high or Decimal(0)
    return [
        ("actual", reached, terms, figures.actual),
        *_gap(known, "G", "g"),
        ("completion", f"ln({product}) ÷ ln({goal})", terms, figures.completion),
        ("expected_completion", "{k} ÷ {N}", terms, figures.expected_completion),
        *_needs(known, ("required", "required_edge"), required, terms, now),
        ("required_goal_high", required, terms | {"G": hope}, figures.required_goal_high),
        _effort(known),
    ]


def _full_years(known: _Known) -> range:
    period = known.figures.actual_period
    return range(0) if period is None else known.series.calendar.years(period)


def _stock(known: _Known) -> list[Line]:
    figures, kept = known.figures, known.kept
    base, now = figures.baseline or Decimal(0), figures.actual or Decimal(0)
    way = {"b": base, "y": now, "T": kept.limit_from(base)}
    completion, share = figures.completion or Decimal(0), figures.expected_completion or Decimal(0)
    start = figures.baseline_period.last if figures.baseline_period else known.target.period.first - 1
    gone, whole_way = Decimal(known.reached - start), Decimal(known.target.period.last - start)
    left = Decimal(known.target.period.last - known.reached)
    linear = figures.profile is ProfileKind.LINEAR
    both = {"c": completion, "s": share}
    steps = "({T} − {y}) ÷ {l}" if left < MONTHS_A_YEAR else "({T} − {y}) ÷ ({l} ÷ 12)"
    rest, to_edge = ({"y": now, "l": left, "T": limits.limit_for(now)} for limits in (kept, known.edges))
    return [
        *_gap(known, "T", "y"),
        ("completion", "({y} − {b}) ÷ ({T} − {b})", way, figures.completion),
        (
            "expected_completion",
            "{m} ÷ {n}" if linear else "{s}",
            {"m": gone, "n": whole_way} if linear else {"s": share},
            figures.expected_completion,
        ),
        ("pace", "{c} ÷ {s}", both, figures.pace),
        *_pace_edge(known, "({y} − {b}) ÷ ({T} − {b}) ÷ {s}", {**way, "s": share}),
        _catch_up(known),
        ("required", steps, rest, figures.required),
        ("required_edge", steps, to_edge, figures.required_edge),
        ("required_growth", "(({T} ÷ {y})^(12 ÷ {l}) − 1) × 100", rest, figures.required_growth),
        ("annualised_linear", "({y} − {b}) ÷ ({m} ÷ 12)", {**way, "m": gone}, figures.annualised_linear),
    ]


def _comparison(known: _Known) -> list[Line]:
    figures, own = known.figures, known.figures.actual or Decimal(0)
    if known.target.beside:
        return _beside(known, own)
    if known.target.relation is Relation.NARROWING:
        now, then = figures.difference or Decimal(0), figures.baseline or Decimal(0)
        return [("gap", "{d} − {d₀}", {"d": now, "d₀": then}, figures.gap)]
    if never(known.target, known.indicator):
        return [("gap", "{y}", {"y": own}, figures.gap)]
    base = figures.baseline if figures.baseline is not None else Decimal(0)
    formula = "{b} − {y}" if known.target.relation is Relation.FALLING else "{y} − {b}"
    return [("difference", formula, {"y": own, "b": base}, figures.difference)]


def _beside(known: _Known, own: Decimal) -> list[Line]:
    """The difference from a benchmark; where a distance or a share of it was promised the gap to that, too."""
    figures, target = known.figures, known.target
    other = figures.benchmark or Decimal(0)
    steps: list[Line] = []
    if figures.benchmark is not None:
        steps.append(("difference", "{own} − {other}", {"own": own, "other": other}, figures.difference))
    if target.told is not None:
        goal = limit_beside(target, known.indicator, other)
        less = direction(target, known.indicator) < 0
        formula = "{own} − {goal}" if less else "{goal} − {own}"
        steps.append(("gap", formula, {"own": own, "goal": goal}, figures.gap))
    return steps


_STEPS: Mapping[Measure, Callable[[_Known], list[Line]]] = {
    Measure.FLOW: _flow,
    Measure.GROWTH: _growth,
    Measure.STOCK: _stock,
    Measure.MEAN: _mean,
    Measure.EVENTS: _flow,
}
