"""Does a method stand as its errors of earlier years say, also where it had no answer? All figures are invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.builders import D, growth, period
from ycindic.domain.facts import Facts, series
from ycindic.domain.model import Basis, Bilingual, Measure, Method, Observation, Plan
from ycindic.domain.outlook.answer import studied
from ycindic.domain.outlook.paths import METHODS
from ycindic.domain.outlook.paths.library import lend
from ycindic.domain.outlook.record import Trial, _Standing

MONTHS = (2, 5, 9)
LATE, *OTHERS = METHODS[Measure.GROWTH].combined
ERRORS = st.fixed_dictionaries(dict.fromkeys(OTHERS, st.floats(-20, 20).filter(lambda off: abs(off) > 1e-3)))
YEARS = st.lists(st.fixed_dictionaries(dict.fromkeys(MONTHS, ERRORS)), min_size=1, max_size=12)
"""What each of the others was off by, by year and month."""


def standing(years: Sequence[Mapping[int, Mapping[Method, float]]]) -> _Standing:
    found = _Standing(MONTHS)
    for year, months in enumerate(years, 1):
        found.next_year([Trial(year, month, errors) for month, errors in months.items()], Measure.GROWTH)
    return found


def with_late(errors: Mapping[Method, float], times: float) -> Mapping[Method, float]:
    """The errors, and that of the late method as a multiple of their mean."""
    return {**errors, LATE: times * sum(map(abs, errors.values())) / len(errors)}


def begun_late(
    years: list[dict[int, dict[Method, float]]], data: st.DataObject, *, least: float
) -> tuple[int, list[dict[int, Mapping[Method, float]]]]:
    """Some year from which on the late method answers too, `least` as far off as is usual or more, and those years."""
    begins, times = data.draw(st.integers(0, len(years))), data.draw(st.floats(least, 5))
    return begins, [{month: with_late(errors, times) for month, errors in one.items()} for one in years[begins:]]


@given(YEARS, st.data())
def test_a_year_without_an_answer_counts_as_one_whose_error_was_usual(
    years: list[dict[int, dict[Method, float]]], data: st.DataObject
) -> None:
    begins, now = begun_late(years, data, least=0)
    usual = [{month: with_late(errors, 1) for month, errors in one.items()} for one in years[:begins]]
    late, early = standing([*years[:begins], *now]), standing([*usual, *now])
    for month in MONTHS:
        for method in (LATE, *OTHERS):
            assert isclose(late.score(month, method), early.score(month, method), rel_tol=1e-9)


@given(YEARS, st.data())
def test_a_method_that_begins_late_stands_no_better_than_the_others_for_the_years_in_which_it_was_silent(
    years: list[dict[int, dict[Method, float]]], data: st.DataObject
) -> None:
    begins, now = begun_late(years, data, least=1)
    found = standing([*years[:begins], *now])
    for month in MONTHS:
        best = min(found.score(month, method) for method in OTHERS)
        assert found.score(month, LATE) >= max(1, best) - 1e-9
        assert begins < len(years) or found.score(month, LATE) == 1


@pytest.mark.parametrize("silent", range(6))
def test_a_model_that_has_been_silent_for_years_is_not_taken_for_one_that_never_erred(silent: int) -> None:
    """Rates that wave a little; the model, once it speaks, is off by thousands."""
    rows = [(year, month) for year in range(2019, 2027) for month in range(1, 13) if (year, month) <= (2026, 6)]
    of = growth(decimals=1)
    known = [Observation(of.id, period(f"{year}-{month:02d}"), Basis.YTD, D(f"{5 + (7 * year + month) % 5 / 10:.1f}"))
             for year, month in rows]  # fmt: skip

    def model(row: tuple[float, ...], steps: int, season: int) -> list[float] | None:
        return [row[-1] + 400] * steps if len(row) > (silent + 3) * season else None

    lend(model, to_all=True)
    try:
        found = studied(Plan(Bilingual("", ""), {of.id: of}, ()), of, Facts({of.id: series(known)}), 2026)
    finally:
        lend(None)
    assert found is not None
    record = found[1]
    assert Method.LIBRARY in record.endings
    assert record.scores[Method.LIBRARY] >= 1
    assert record.chosen is not Method.LIBRARY
    assert any(record.chosen in one.errors for one in record.trials), "whoever is trusted has been tried"
