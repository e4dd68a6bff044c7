"""Which verdicts changed between two moments, and what changed them?"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from domain.builders import alone, container, day, flow, growth, known, period, promised, released, stock, ytd
from ycindic.domain.changes import Cause, Change, Snapshot, changes
from ycindic.domain.changes.figures import differing, without
from ycindic.domain.facts import Facts, series
from ycindic.domain.model import Bilingual, Indicator, Observation, Plan, Revision, Target
from ycindic.domain.period import Calendar

JOBS = flow()
TEN = promised("at_least", 10)


def moment(
    at: str, targets: Iterable[Target], seen: Iterable[Observation], measured: Iterable[Indicator] = (JOBS,)
) -> Snapshot:
    return Snapshot(Plan(Bilingual("", ""), {one.id: one for one in measured}, tuple(targets)), known(seen), day(at))


def told(found: tuple[Change, ...]) -> list[tuple[str, str | None, str | None, list[str]]]:
    return [
        (
            one.shown.target.id,
            one.before.verdict.value if one.before else None,
            one.after.verdict.value if one.after else None,
            [why.cause.value for why in one.why],
        )
        for one in found
    ]


def test_where_nothing_changed_there_is_nothing() -> None:
    at = moment("2026-09-20", [TEN], [ytd("2026-06", 5)])
    assert changes(at, at) == ()


def test_a_new_figure_that_leaves_the_verdict_is_no_change() -> None:
    before = moment("2026-07-20", [TEN], [ytd("2026-06", 5)])
    assert changes(before, moment("2026-08-20", [TEN], [ytd("2026-06", 5), ytd("2026-07", "5.8")])) == ()


def test_a_new_figure_is_the_cause_where_the_date_alone_would_change_nothing() -> None:
    before = moment("2026-07-20", [TEN], [ytd("2026-06", 5)])
    after = moment("2026-10-20", [TEN], [ytd("2026-06", 5), ytd("2026-09", 6)])
    (found,) = changes(before, after)
    assert told((found,)) == [("it@2026", "on_track", "off_track", ["new-figure"])]
    (figure,) = found.why[0].figures
    assert (figure.old, figure.new and figure.new.value, figure.period) == (None, 6, period("2026-01..2026-09"))


def test_a_revision_tells_the_old_value_and_the_new_one() -> None:
    before = moment("2026-07-20", [TEN], [ytd("2026-06", 5)])
    (found,) = changes(before, moment("2026-07-25", [TEN], [ytd("2026-06", 4)]))
    assert told((found,)) == [("it@2026", "on_track", "at_risk", ["revision"])]
    (figure,) = found.why[0].figures
    assert figure.old
    assert figure.new
    assert (figure.old.value, figure.new.value) == (5, 4)


def test_a_retraction_is_a_revision_to_nothing() -> None:
    before = moment("2026-10-20", [TEN], [ytd("2026-06", 5), ytd("2026-09", 3)])
    (found,) = changes(before, moment("2026-10-21", [TEN], [ytd("2026-06", 5)]))
    assert told((found,)) == [("it@2026", "off_track", "on_track", ["revision"])]
    assert [(one.old is not None, one.new) for one in found.why[0].figures] == [(True, None)]


def test_the_same_figure_published_again_is_no_revision() -> None:
    seen = [ytd("2026-06", 5)]
    again = [ytd("2026-06", "5")._replace(published=day("2026-08-20"), source="again")]
    assert differing(known(seen), known(again), [JOBS]) == ()


def test_time_alone_makes_an_absent_figure_missing() -> None:
    jobs = flow(released=released("month", 20))
    before, after = (moment(at, [TEN], [], [jobs]) for at in ("2026-02-10", "2026-02-20"))
    assert told(changes(before, after)) == [("it@2026", "not_due", "no_data", ["time-passed"])]


def test_time_alone_makes_a_verdict_stale_and_takes_its_flag() -> None:
    jobs = flow(released=released("month", 20))
    before, after = (moment(at, [TEN], [ytd("2026-06", 5)], [jobs]) for at in ("2026-08-19", "2026-09-21"))
    (found,) = changes(before, after)
    assert found.before
    assert found.after
    assert (found.before.on_track, found.after.on_track) == (True, None)
    assert [why.cause for why in found.why] == [Cause.TIME_PASSED]


def test_a_period_that_began_and_a_figure_that_came_are_both_needed() -> None:
    before = moment("2025-12-20", [TEN], [])
    after = moment("2026-07-20", [TEN], [ytd("2026-06", 5)])
    assert told(changes(before, after)) == [("it@2026", "not_due", "on_track", ["new-figure", "time-passed"])]


def test_a_changed_goal_is_a_cause_by_itself_and_names_the_key() -> None:
    before = moment("2026-07-20", [TEN], [ytd("2026-06", 5)])
    after = moment("2026-07-20", [promised("at_least", 20)], [ytd("2026-06", 5)])
    (found,) = changes(before, after)
    assert told((found,)) == [("it@2026", "on_track", "off_track", ["goal-changed"])]
    assert found.why[0].keys == ("goal",)


def test_a_changed_indicator_is_a_changed_goal_too() -> None:
    seen = [ytd("2026-06", 12)]
    ceiling = promised("at_most", 10)
    before = moment("2026-07-20", [ceiling], seen)
    after = moment("2026-07-20", [ceiling], seen, [flow(net=True)])
    (found,) = changes(before, after)
    assert found.why[0].keys == ("net",)


def test_another_wording_is_no_changed_goal() -> None:
    before = moment("2026-07-20", [TEN._replace(wording="十")], [ytd("2026-06", 5)])
    after = moment("2026-10-20", [TEN], [ytd("2026-09", 6)])
    assert [why.cause for why in changes(before, after)[0].why] == [Cause.NEW_FIGURE]


def test_targets_that_come_and_go_are_told() -> None:
    other = promised("at_least", 1, 2027)
    before, after = (moment("2026-07-20", targets, [ytd("2026-06", 5)]) for targets in ([TEN], [other]))
    assert told(changes(before, after)) == [
        ("it@2027", None, "not_due", ["target-added"]),
        ("it@2026", "on_track", None, ["target-removed"]),
    ]


def test_of_two_causes_that_each_suffice_both_are_told() -> None:
    before = moment("2026-07-20", [TEN], [ytd("2026-06", 5)])
    after = moment("2026-07-20", [promised("at_least", 40)], [ytd("2026-06", "1")])
    assert told(changes(before, after)) == [("it@2026", "on_track", "off_track", ["goal-changed", "revision"])]


def test_figures_of_the_benchmark_are_a_cause_and_stand_before_the_own_ones() -> None:
    measured = [growth(), growth("nation")]
    target = promised("above", reference=["nation"])
    before = moment("2026-07-20", [target], [ytd("2026-06", 5), ytd("2026-06", 4, of="nation")], measured)
    after = moment("2026-10-20", [target], [ytd("2026-09", 5), ytd("2026-09", 6, of="nation")], measured)
    (found,) = changes(before, after)
    assert [figure.indicator.id for figure in found.why[0].figures] == ["nation", "it"]


def test_a_container_names_the_figures_of_its_part() -> None:
    measured = [JOBS, flow("a")]
    targets = [container("a@2026"), promised("at_least", 10, of="a")]
    before = moment("2026-07-20", targets, [ytd("2026-06", 5, of="a")], measured)
    after = moment("2026-10-20", targets, [ytd("2026-09", 2, of="a")], measured)
    found = changes(before, after)
    assert [one.shown.target.id for one in found] == ["whole@2026", "a@2026"]
    assert [figure.indicator.id for one in found for why in one.why for figure in why.figures] == ["a", "a"]


def test_figures_put_back_give_the_earlier_facts() -> None:
    before = known([alone("2026-01", 1), alone("2026-02", 2), ytd("2026-06", 9)])
    after = known([alone("2026-01", 1), alone("2026-02", 3), alone("2026-03", 4)])
    back = without(after, differing(before, after, [JOBS]))
    assert back.of(JOBS.id) == before.of(JOBS.id)


def test_a_single_interval_is_another_figure_than_a_longer_one_with_the_same_end() -> None:
    before, after = known([alone("2026-06", 1)]), known([alone("2026-Q2", 3)])
    assert [one.is_new for one in differing(before, after, [JOBS])] == [True, False]


def test_indicators_that_nobody_asked_about_are_not_compared() -> None:
    assert differing(known([]), known([ytd("2026-06", 5, of="other")]), [JOBS, stock("b")]) == ()


def revised(at: str, goal: int, source: str = "") -> Target:
    """A target of ten that a later day gives another goal."""
    first = TEN
    later = Revision.of(first._replace(goal=Decimal(goal)), day(at), Bilingual(source, source) if source else None)
    return first._replace(revised=(Revision.of(first), later))


def test_a_goal_that_was_revised_between_two_days_is_a_cause_of_its_own() -> None:
    target, seen = revised("2026-07-18", 8), [ytd("2026-06", 4)]
    before, after = moment("2026-07-17", [target], seen), moment("2026-07-18", [target], seen)
    (found,) = changes(before, after)
    assert told((found,)) == [("it@2026", "at_risk", "on_track", ["goal-revised"])]
    assert found.why[0].keys == ("goal",)
    assert changes(moment("2026-07-18", [target], seen), moment("2026-07-19", [target], seen)) == ()


def test_a_goal_that_another_registry_has_is_no_revision() -> None:
    seen = [ytd("2026-06", 4)]
    (found,) = changes(moment("2026-07-18", [TEN], seen), moment("2026-07-18", [promised("at_least", 8)], seen))
    assert told((found,)) == [("it@2026", "at_risk", "on_track", ["goal-changed"])]


def test_a_revision_that_only_the_later_registry_knows_is_a_change_of_the_registry() -> None:
    seen, later = [ytd("2026-06", 4)], revised("2026-07-18", 8)
    (found,) = changes(moment("2026-07-20", [TEN], seen), moment("2026-07-20", [later], seen))
    assert told((found,)) == [("it@2026", "at_risk", "on_track", ["goal-changed"])]


def test_a_new_figure_is_a_cause_in_years_that_begin_in_another_month_too() -> None:
    april = Calendar(4)
    houses = JOBS._replace(calendar=april)
    target = TEN._replace(period=april.year(2026), calendar=april)
    first, second = (ytd(when, value)._replace(calendar=april) for when, value in (("2026-09", 5), ("2026-12", "5.5")))

    def at(when: str, *seen: Observation) -> Snapshot:
        facts = Facts({houses.id: series(seen, april)})
        return Snapshot(Plan(Bilingual("", ""), {houses.id: houses}, (target,)), facts, day(when))

    later = at("2027-01-20", first, second)
    (found,) = changes(at("2026-10-20", first), later)
    assert without(later.facts, found.why[0].figures).of(houses.id).calendar == april
    assert [why.cause.value for why in found.why] == ["new-figure"]
    assert (found.before and found.before.verdict, found.after and found.after.verdict) == ("on_track", "off_track")
