"""An old workbook is read as it is seen, or refused; what is damaged raises nothing else.

`books/old.xls` was written by xlwt 1.3: two sheets, the second one hidden, with invented figures, raised marks,
formats, a hidden row and a hidden column.
"""

from __future__ import annotations

import random
import time
from datetime import date
from pathlib import Path

import pytest

from ycindic.files import xls
from ycindic.files.cell import Cell
from ycindic.files.sheet import Hidden, Merge, TooBig
from ycindic.files.xls import Damaged, read_xls

BOOK = (Path(__file__).parent / "books" / "old.xls").read_bytes()


def test_an_old_workbook_is_read_as_it_is_seen():
    sheet, other = read_xls(BOOK)
    assert [sheet.cells[1, column] for column in range(3)] == [
        Cell("城镇新增就业", "1"),
        Cell("1.3", kind="number", number="1.3"),
        Cell("2.8万人", kind="number", number="2.8", unit="万人"),
    ]
    assert sheet.cells[2, 1] == Cell("5.4%", kind="number", number="5.4", unit="%")
    assert sheet.cells[2, 2] == Cell("5.4", "2")
    assert sheet.cells[3, 0] == Cell("2026年5月", kind="date", day=date(2026, 5, 1))
    assert sheet.cells[3, 1] == Cell("TRUE", kind="truth")
    assert (sheet.name, sheet.merges, sheet.hidden, sheet.inside) == (
        "表", (Merge(5, 0, 5, 2),), False, Hidden(frozenset({6}), frozenset({3}))
    )  # fmt: skip
    assert (other.name, other.hidden, dict(other.cells)) == ("底稿", True, {(0, 0): Cell("x")})


def test_one_that_is_too_large_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(xls, "_MOST_BYTES", len(BOOK) - 1)
    with pytest.raises(TooBig):
        read_xls(BOOK)


def test_a_damaged_one_is_read_or_refused_in_time():
    chance = random.Random(20261127)  # noqa: S311 - a proof, no secret
    begun = time.process_time()
    ends = set()
    for _ in range(500):
        data = bytearray(BOOK)
        for _ in range(chance.choice([1, 4, 16])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            read_xls(bytes(data))
            ends.add("read")
        except (Damaged, TooBig) as error:
            ends.add(type(error).__name__)
    assert ends >= {"read", "Damaged"}
    assert time.process_time() - begun < 30
