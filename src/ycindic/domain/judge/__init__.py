"""Is the promise kept? Every target of a plan, judged by the rule of its kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import assert_never

from ycindic.domain.assessment import Assessment, Figures, Hoped, Verdict
from ycindic.domain.facts import Facts
from ycindic.domain.judge import comparison, compound, flow, growth, held, mean, parts, since_base, stock, turning
from ycindic.domain.judge.base import with_base
from ycindic.domain.judge.case import Case, Reading
from ycindic.domain.judge.deadline import PAST_DEADLINE, missed_milestones, reached_late
from ycindic.domain.judge.hope import as_promised
from ycindic.domain.judge.order import Ruling, decide
from ycindic.domain.judge.promise import never, promise
from ycindic.domain.judge.side import side_missed
from ycindic.domain.judge.told import told_from_base, with_goal
from ycindic.domain.judge.towards import REST
from ycindic.domain.latest_rate import LatestRate, alone
from ycindic.domain.model import Bilingual, Indicator, IndicatorId, Measure, Plan, Target, TargetId
from ycindic.domain.period import MONTHS_A_YEAR, Period
from ycindic.domain.reason import Reason
from ycindic.domain.relation import Relation
from ycindic.domain.remarks import remarks
from ycindic.domain.season import facts_for

_Reader = Callable[[Case], Reading]


def assess_all(plan: Plan, facts: Facts, as_of: date) -> tuple[Assessment, ...]:
    """Judge every target of a plan by what is known at a date, in the order of the registry."""
    part_of = plan.part_of()
    done: dict[TargetId, Assessment] = {}
    for target in parts.in_dependency_order({target.id: target for target in plan.targets}):
        if target.parts is not None:
            found = parts.assess_container(
                target, plan.indicators[target.indicator], [done[part] for part in target.parts]
            )
        else:
            found = assess(plan, target, facts, as_of)
        whole = part_of.get(target.id)
        done[target.id] = found if whole is None else found._replace(part_of=whole)
    return tuple(done[target.id] for target in plan.targets)


def assess(plan: Plan, target: Target, facts: Facts, as_of: date) -> Assessment:
    """Judge one target that is no container, by the goal that stood on the day."""
    target = target.on(as_of)
    case = _make_case(plan, target, facts, as_of)
    reading = _reader(target, case.indicator)(case)
    if target.hold or case.never:
        reading = held.hold(case, reading)
    ruling = _suspended(case) or decide(case, reading)
    if ruling.verdict is Verdict.MISSED and ruling.reason in BROKEN:
        reading = reading._replace(figures=reading.figures.without(ruling.reason, *_REST))
    figures = with_goal(case, with_base(case, reading.figures))
    return Assessment(
        target=case.target,
        indicator=case.indicator,
        verdict=ruling.verdict,
        on_track=ruling.on_track,
        reason=ruling.reason,
        rule=ruling.rule,
        figures=figures,
        used=reading.used,
        breach=reading.breach,
        overdue=ruling.overdue,
        remarks=remarks(case.indicator, facts.of(case.indicator.id), target.period),
        side=side_missed(case, reading),
        hole=reading.hole,
        unseen=reading.unseen,
        hoped=None if target.hope is None else _hoped(plan, target, facts, as_of),
        late=reached_late(case) if reading.holds is False and ruling.reason in PAST_DEADLINE else None,
        beside=_decisive(plan, target, figures),
        references=plan.names_of(target.reference),
        missed_stones=missed_milestones(case) if case.target.milestones else (),
        latest=_alone(case, reading),
    )


def _decisive(plan: Plan, target: Target, figures: Figures) -> Bilingual | None:
    """The name of what a promise is held against, of several of what decides; until that is known of the first."""
    if not target.reference:
        return None
    told = (figures.steps[one].source for one in ("benchmark", "difference") if one in figures.steps)
    known = next((IndicatorId(one) for one in told if one), target.reference[0])
    return next(iter(plan.names_of([known])), None)


def _alone(case: Case, reading: Reading) -> LatestRate | None:
    """What the latest months behind a judged year-to-date rate grew by themselves."""
    if case.indicator.measure is not Measure.GROWTH or reading.through is None:
        return None
    now = case.series.ytd.get(reading.through)
    return None if now is None or now.bound else alone(case.indicator, case.facts, now)


def _suspended(case: Case) -> Ruling | None:
    """What is not judged, because it is still to be decided or its condition is known not to hold."""
    if case.target.todo or case.indicator.todo:
        return _UNDECIDED
    failed = case.target.condition is not None and case.target.condition.fails(case.as_of)
    return Ruling(Verdict.UNDETERMINED, None, Reason.CONDITION_FAILS, Reason.CONDITION_FAILS) if failed else None


def _hoped(plan: Plan, target: Target, facts: Facts, as_of: date) -> Hoped:
    """The second goal, judged as if it had been promised."""
    found = assess(plan, as_promised(target, plan.indicators[target.indicator])._replace(revised=()), facts, as_of)
    return Hoped(found.target.goal, found.verdict, found.figures.gap)


_UNDECIDED = Ruling(Verdict.UNDETERMINED, None, Reason.TODO, Reason.TODO)
"""What a registry still leaves to be decided is not judged."""

BROKEN = frozenset({Reason.DEADLINE_PASSED, Reason.BREACH, Reason.CAP_EXCEEDED, Reason.BAND_LEFT})
"""Missed before the end, because something happened that nothing later can mend."""

_REST = (*REST, "required_growth", "catch_up", "headroom")
"""What speaks of the months that are left; of what nothing later can mend nothing is required any more."""


def _reader(target: Target, indicator: Indicator) -> _Reader:
    """Which rule reads a target: its relation's own, or that of the way its values add up."""
    if never(target, indicator):
        return held.read_count
    if target.beside:
        return comparison.read_difference
    match target.relation:
        case Relation.NARROWING:
            return since_base.read_narrowing
        case Relation.RISING | Relation.FALLING:
            return since_base.read_sign
        case Relation.TURNING:
            return turning.read
        case (
            Relation.AT_LEAST | Relation.MORE_THAN | Relation.AT_MOST | Relation.ABOUT | Relation.BETWEEN
            | Relation.EXACTLY | Relation.ALL | Relation.NONE | Relation.IN_STEP | Relation.ABOVE | None
        ):  # fmt: skip
            return _by_measure(target, indicator.measure)
        case _:
            assert_never(target.relation)


def _by_measure(target: Target, measure: Measure) -> _Reader:
    match measure:
        case Measure.GROWTH if target.average or target.total:
            return compound.read
        case Measure.GROWTH:
            return growth.read
        case Measure.FLOW | Measure.EVENTS:
            return flow.read
        case Measure.STOCK:
            return stock.read
        case Measure.MEAN:
            return mean.read
        case _:
            assert_never(measure)


def _make_case(plan: Plan, target: Target, facts: Facts, as_of: date) -> Case:
    """Put together what one target's verdict depends on."""
    indicator = plan.indicators[target.indicator]
    facts = facts_for(target, plan, facts)
    series, period = facts.of(indicator.id), target.period
    yearly = target.hold and indicator.measure is not Measure.STOCK and not never(target, indicator)
    if yearly and period.months > MONTHS_A_YEAR:
        known = series.last_known(period)
        calendar = series.calendar
        period = calendar.year(calendar.year_of(period.first if known is None else known))
    if target.baseline and indicator.measure is Measure.STOCK and period.months <= MONTHS_A_YEAR:
        period = Period(target.baseline.last + 1, period.last)
    return told_from_base(Case(plan, target, indicator, promise(target, indicator), facts, series, as_of, period))
