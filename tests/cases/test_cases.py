"""Is every rule applied as it is told? Cases that a statistician can read and correct, judged through the files."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from cases.telling import Case, Moment, every_case
from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.judge import assess_all
from ycindic.domain.model import Measure, ProfileKind
from ycindic.domain.relation import Relation
from ycindic.render.answers.columns import answer_values
from ycindic.render.words.sentence import SENTENCES, sentence

CASES = list(every_case())


def judged(case: Case, folder: Path, moment: Moment) -> Assessment:
    known = case.on(folder, moment.on)
    assert known.problems == ()
    return assess_all(known.plan, known.facts, moment.on)[0]


def differs(found: object, expected: str) -> bool:
    """Whether an answer is another than the one that is written, to the digits that are written."""
    if found is None or isinstance(found, bool):
        return expected != {None: "none", True: "true", False: "false"}[found]
    if isinstance(found, int | float):
        typed = Decimal(expected)
        return Decimal(str(found)).quantize(typed) != typed
    return str(found) != expected


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_every_case_is_judged_as_it_is_told(case: Case, tmp_path: Path) -> None:
    assert not faults(case, tmp_path)


@pytest.mark.parametrize("starts", [4, 7, 10])
def test_every_case_is_judged_alike_where_the_year_begins_in_another_month(starts: int, tmp_path: Path) -> None:
    wrong = []
    for number, case in enumerate(every_case(starts)):
        folder = tmp_path / str(number)
        folder.mkdir()
        wrong += [f"{case.name}: {said}" for said in [faults(case, folder)] if said]
    assert not wrong, "\n".join(wrong)


def faults(case: Case, tmp_path: Path) -> str:
    """Where the answers are others than the case says."""
    case.write(tmp_path)
    wrong = []
    for moment in case.moments:
        assert {"verdict", "reason"} <= set(moment.expected), moment
        found = answer_values(judged(case, tmp_path, moment))
        wrong += [
            f"{moment.on}: {key} {expected}, but found {found[key]}"
            for key, expected in moment.expected.items()
            if differs(found[key], expected)
        ]
    return "\n".join(wrong)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[Assessment]:
    found = []
    for case in CASES:
        folder = tmp_path_factory.mktemp("case")
        case.write(folder)
        found += [judged(case, folder, moment) for moment in case.moments]
    return found


def test_no_two_cases_are_called_the_same() -> None:
    assert len({case.name for case in CASES}) == len(CASES)


def test_every_verdict_occurs(answers: list[Assessment]) -> None:
    assert {one.verdict for one in answers} == set(Verdict)


def test_every_reason_that_can_decide_occurs(answers: list[Assessment]) -> None:
    """A reason that a verdict can have is one that has a sentence."""
    assert {one.reason for one in answers} | {one.rule for one in answers} == set(SENTENCES)


def test_every_profile_occurs(answers: list[Assessment]) -> None:
    assert {one.figures.profile for one in answers} == {None, *ProfileKind} - {ProfileKind.AUTO}


QUANTITIES = frozenset({Measure.FLOW, Measure.STOCK})
EVERY = frozenset({Measure.FLOW, Measure.GROWTH, Measure.STOCK, Measure.MEAN})
APPLIES = {
    Relation.AT_LEAST: frozenset(Measure),
    Relation.MORE_THAN: EVERY,
    Relation.AT_MOST: frozenset(Measure),
    Relation.ABOUT: EVERY,
    Relation.BETWEEN: EVERY,
    Relation.IN_STEP: EVERY,
    Relation.ABOVE: EVERY,
    Relation.NARROWING: EVERY,
    Relation.RISING: EVERY,
    Relation.FALLING: frozenset(Measure),
    Relation.EXACTLY: EVERY,
    Relation.TURNING: EVERY,
    Relation.ALL: QUANTITIES | {Measure.MEAN},
    Relation.NONE: QUANTITIES | {Measure.MEAN, Measure.EVENTS},
}
"""Which relation is promised of which measure."""


@pytest.mark.parametrize("relation", Relation)
def test_every_relation_occurs_with_every_measure_that_it_is_promised_of(
    relation: Relation, answers: list[Assessment]
) -> None:
    found = {one.indicator.measure for one in answers if one.target.relation is relation}
    assert APPLIES[relation] <= found


@pytest.mark.parametrize(
    "modifier",
    ["hold", "average", "total", "scope", "parts", "step", "band", "as_difference",
     "by", "tolerance", "baseline", "milestones", "unstated", "told"],
)  # fmt: skip
def test_every_modifier_occurs(modifier: str, answers: list[Assessment]) -> None:
    assert any(getattr(one.target, modifier) for one in answers)


@pytest.mark.parametrize("side", ["below", "above", None])
def test_every_side_occurs(side: str | None, answers: list[Assessment]) -> None:
    assert any(one.side == side for one in answers)


_YEAR = re.compile(r"\b(?:\d\d? [A-Z][a-z][a-z] )?(?:19|20)\d\d\b")
_BESIDE = re.compile(r"\([^)]*\)|, [^,]* alone about -?[\d.]+%|;.*")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(?:[–:]-?\d[\d.]*)*")


def test_a_sentence_holds_four_numbers_at_most(answers: list[Assessment]) -> None:
    """What it is, what was promised, how far off it is, what the rest must be: the margins stand behind it.

    Besides, what a goal comes to that is told from another figure, and clauses of their own (a missed milestone, what
    the latest months grew alone where they miss what the rest must be).
    """
    told = {_BESIDE.sub("", _YEAR.sub("", sentence(one).in_language("en"))) for one in answers}
    assert not [one for one in told if len(_NUMBER.findall(one)) > 4]
