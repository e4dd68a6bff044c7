"""Tables as offices write them, made by a generator with their figures known: what does the reader make of them?"""

from __future__ import annotations

from collections import Counter

from record.office import kinds
from record.office.table import Sense
from record.office.written import written

SEED, COUNT = 20261127, 400


def test_a_table_of_a_number_is_the_same_whenever_it_is_made():
    first, second = kinds.made(SEED, 7), kinds.made(SEED, 7)
    assert (first.label, first.facts) == (second.label, second.facts)
    assert first.sheet.rows == second.sheet.rows


def test_at_most_three_tables_in_ten_leave_two_readings():
    senses = Counter(table.sense for _, table in kinds.tables(SEED, range(COUNT)))
    assert senses[Sense.TWO] <= 0.3 * COUNT
    assert senses[Sense.ONE] >= 0.6 * COUNT


def test_every_table_of_one_reading_says_something_and_becomes_bytes():
    for _, table in kinds.tables(SEED, range(COUNT)):
        assert table.facts or table.sense is not Sense.ONE
        assert written(table.sheet, table.form)
