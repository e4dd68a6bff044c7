"""People's words on the command line, wherever one reading exists."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "row"),
    [
        (("城镇新增就业", "2026-06", "2.8万人"), "jobs,2026-06,2.8"),
        (("新增就业", "2026-06", "28000人"), "jobs,2026-06,2.8000"),
        (("new urban", "2026年1-6月", "2.8"), "jobs,2026-H1,2.8"),
        (("gdp", "2026年一季度", "5.4%"), "gdp,2026-Q1,5.4"),
        (("GDP", "2026年上半年", "5.4"), "gdp,2026-H1,5.4"),
        (("jobs", "2026年6月底", "2.8"), "jobs,2026-06,2.8"),
        (("debt", "2025", "1,234.5亿元"), "debt,2025,1234.5"),
        (("园区", "2025年末", "8个"), "parks,2025,8"),
    ],
)
def test_a_name_a_unit_and_a_period_are_taken_as_people_write_them(desk, words, row):
    said = desk.run("record", *words, "--published", "2026-07-20", "--yes")
    assert said.code == 0, said.err
    assert desk.rows()[0].startswith(f"{row},")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("ne", "2026-06", "2"), "[unknown-indicator]"),
        (("净增", "2026-06", "x"), "[bad-value]"),
        (("jobs", "2026年6月", "2.8"), "[open-basis]"),
        (("gdp", "2026年二季度", "5.4"), "[open-basis]"),
        (("jobs", "2026-06", "2.8亿元"), "[bad-value]"),
        (("jobs", "2026年13月", "2.8"), "[bad-period]"),
        (("nothing", "2026-06", "2"), "[unknown-indicator]"),
    ],
)
def test_two_readings_or_none_are_refused(desk, words, says):
    said = desk.run("record", *words, "--published", "2026-07-20", "--yes")
    assert (said.code, says in said.err) == (2, True)
    assert list(desk.files()) == ["targets.yaml"]


def test_answers_are_asked_for_by_name_too(desk):
    desk.record("jobs 2026-06 2.8 --published 2026-07-20")
    for words in (("status", "新增就业"), ("status", "--indicator", "urban JOBS"), ("show", "城镇新增就业")):
        said = desk.run(*words, "--as-of", "2026-07-31")
        assert (said.code, "56.0%" in said.out or "2.8" in said.out) == (0, True)
    assert desk.run("status", "增").code == 2
