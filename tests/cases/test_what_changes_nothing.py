"""Which rows of a file may stand where they like, and which may be there without a word of an answer becoming another?

Every told case is judged anew: its rows in other orders, and with figures that were not published yet.
"""

from __future__ import annotations

import random
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from cases.telling import CSV, Case, every_case
from ycindic.domain.judge import assess_all
from ycindic.render.answers.columns import answer_values
from ycindic.render.answers.sheet import in_both
from ycindic.render.words.sentence import sentence

CASES = list(every_case())
NAMES = [case.name for case in CASES]
PERIOD, VALUE, PUBLISHED = CSV.index("period"), CSV.index("value"), CSV.index("published")


def told(case: Case, folder: Path, day: date) -> list[object]:
    """Every column and every word about every target, but for the lines that name where a figure stands."""
    known = case.on(folder, day)
    assert known.problems == ()
    return [(answer_values(row), in_both(sentence(row))) for row in assess_all(known.plan, known.facts, day)]


def answers(case: Case, folder: Path, rows: list[list[str]]) -> list[list[object]]:
    folder.mkdir()
    case._replace(rows=rows).write(folder)
    return [told(case, folder, moment.on) for moment in case.moments]


def key(row: list[str]) -> tuple[str, ...]:
    """Rows of one figure and day: of these the last one counts."""
    return tuple(cell for at, cell in enumerate(row) if CSV[at] not in ("value", "bound", "stage"))


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_the_order_of_rows_changes_no_word(case: Case, tmp_path: Path) -> None:
    assert len({key(row) for row in case.rows}) == len(case.rows)
    expected = answers(case, tmp_path / "as told", case.rows)
    assert answers(case, tmp_path / "backwards", case.rows[::-1]) == expected
    mixed = random.Random(case.name).sample(case.rows, len(case.rows))  # noqa: S311 - nothing secret
    assert answers(case, tmp_path / "mixed", mixed) == expected


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_rows_that_are_not_published_yet_change_no_word(case: Case, tmp_path: Path) -> None:
    expected = answers(case, tmp_path / "as told", case.rows)
    after = str(max(moment.on for moment in case.moments) + timedelta(days=1))
    later = [[*row[:VALUE], f"{number}", *row[VALUE + 1 :]] for number, row in enumerate(case.rows, 7)]
    for row in later:
        row[PUBLISHED], row[CSV.index("stage")], row[CSV.index("bound")] = after, "", ""
    assert answers(case, tmp_path / "before", later + case.rows) == expected


def twenty_years_on(row: list[str], day: date) -> list[str]:
    """The same figure of years that no target here reaches, known from the beginning."""
    found = list(row)
    found[PERIOD] = re.sub(r"\d{4}", lambda year: str(int(year[0]) + 20), row[PERIOD])
    found[PUBLISHED] = str(day)
    return found


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_figures_of_years_after_the_target_change_no_word(case: Case, tmp_path: Path) -> None:
    expected = answers(case, tmp_path / "as told", case.rows)
    begun = min(date.fromisoformat(row[PUBLISHED]) for row in case.rows) if case.rows else date(2026, 1, 1)
    newest = {(row[0], row[PERIOD], row[CSV.index("basis")]): row for row in case.rows}
    later = [twenty_years_on(row, begun) for row in newest.values() if row[CSV.index("stage")] != "retracted"]
    assert answers(case, tmp_path / "later", case.rows + later) == expected
