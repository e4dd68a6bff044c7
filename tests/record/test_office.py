"""Tables as offices write them, made by a generator with their figures known: what does the reader make of them?

`python bench/intake.py` runs twenty thousand of them and tells more.
"""

from __future__ import annotations

from collections import Counter

import pytest

from record.office import kinds
from record.office.judged import Judged, judge, settle, wrong_of
from record.office.table import Sense

SEED, COUNT = 20261127, 300


@pytest.fixture(scope="module")
def judged(tmp_path_factory) -> list[Judged]:
    scratch = tmp_path_factory.mktemp("office")
    folders = {}
    found = []
    for _, table in kinds.tables(SEED, range(COUNT)):
        number = table.place.number
        if number not in folders:
            folders[number] = settle(table.place, scratch / f"place-{number}")
        found.append(judge(table, folders[number], scratch))
    return found


def test_no_figure_goes_in_at_a_wrong_period_basis_unit_or_value_without_a_question(judged):
    assert [(one.table.label, one.table.habit, one.wrong) for one in judged if one.wrong] == []


def test_of_every_figure_that_stays_out_its_line_or_its_column_is_told(judged):
    assert [(one.table.label, one.table.habit, one.untold) for one in judged if one.untold] == []


def test_nine_tables_in_ten_that_leave_one_reading_are_taken_in_whole(judged):
    single = [one for one in judged if one.table.sense is Sense.ONE]
    assert sum(one.whole for one in single) >= 0.9 * len(single)


def test_at_most_three_tables_in_ten_leave_two_readings(judged):
    senses = Counter(one.table.sense for one in judged)
    assert senses[Sense.TWO] <= 0.3 * COUNT
    assert senses[Sense.ONE] >= 0.6 * COUNT


def test_every_table_of_one_reading_says_something(judged):
    assert all(one.table.facts or one.table.sense is not Sense.ONE for one in judged)


def test_a_table_of_a_number_is_the_same_whenever_it_is_made():
    first, second = kinds.made(SEED, 7), kinds.made(SEED, 7)
    assert (first.label, first.facts) == (second.label, second.facts)
    assert first.sheet.rows == second.sheet.rows


def test_a_figure_in_another_month_unit_or_without_a_word_of_it_counts_as_wrong(judged):
    """The judge is no blind one: shifted facts make wrong figures of what the reader took in."""
    whole = next(one for one in judged if one.table.facts and one.whole and not one.table.maybe)
    later = {
        fact._replace(last=fact.last + 12, first=fact.first + 12): value for fact, value in whole.table.facts.items()
    }
    assert wrong_of(whole.table._replace(facts=later), whole.taken)
    tenfold = {fact: value * 10 for fact, value in whole.table.facts.items() if value}
    assert wrong_of(whole.table._replace(facts=tenfold), whole.taken)
