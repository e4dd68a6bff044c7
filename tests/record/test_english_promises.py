"""English sentences and other units at the door of promises: what is registered is what was said. All invented."""

from __future__ import annotations

import pytest
import yaml

from ycindic.record.registering.english import english_promise

READ = {
    "create 50,000 urban jobs in 2026": ("Urban jobs", "50000", "jobs", "2026", ""),
    "keep CPI at about 2 percent": ("CPI", "about 2", "%", "", ""),
    "Build 500 km of rural roads.": ("Rural roads", "500", "km", "", ""),
    "GDP to grow by about 6%": ("GDP growth", "about 6", "%", "", "growth"),
    "achieve GDP growth of at least 5.5 percent": ("GDP growth", "at least 5.5", "%", "", "growth"),
    "keep the surveyed unemployment rate within 5.5 percent this year": (
        "Surveyed unemployment rate", "at most 5.5", "%", "", ""),
    "raise grain output to 11 billion jin": ("Grain output", "11", "billion jin", "", ""),
    "train 12 thousand skilled workers by the end of 2027": ("Skilled workers", "12", "thousand workers", "2027", ""),
    "Consumer prices to rise by 2-3%": ("Consumer prices growth", "2-3", "%", "", "growth"),
    "keep the deficit between 3 and 4 percent": ("Deficit", "3-4", "%", "", ""),
    "More than 20 new-type R&D institutions by 2030": (
        "New-type R&D institutions", "more than 20", "institutions", "2030", ""),
}  # fmt: skip
NOT_READ = (
    "attract 30 projects and 5 firms", "cut energy use by 3%", "emissions to fall by 2%", "no deaths",
    "raise R&D spending by 10 percent a year in 2026-2030", "新建公园3个", "build more parks",
)  # fmt: skip


@pytest.mark.parametrize("sentence", READ)
def test_a_plain_english_sentence_is_taken_apart(sentence):
    assert tuple(english_promise(sentence) or ()) == READ[sentence]


@pytest.mark.parametrize("sentence", NOT_READ)
def test_what_is_not_plain_is_not_read(sentence):
    assert english_promise(sentence) is None


def registered(desk, indicator: str) -> list[tuple[object, object]]:
    plan = yaml.safe_load((desk.folder / "targets.yaml").read_text(encoding="utf-8"))["indicators"]
    return [(one["period"], one.get("goal")) for one in plan[indicator]["targets"]]


@pytest.mark.parametrize(
    "words",
    [
        ("城镇新增就业60000人",),
        ("城镇新增就业6万人",),
        ("create 60,000 jobs", "--id", "jobs", "--unit", "persons"),
        ("create 60,000 new urban jobs", "--unit", "persons"),
        ("--name", "jobs", "--goal", "60000", "--unit", "人"),
    ],
)
def test_a_goal_of_a_registered_indicator_is_written_in_its_unit(desk, words):
    assert desk.run("add", *words, "--period", "2027", "--yes").code == 0
    assert registered(desk, "jobs") == [(2026, 5), (2027, 6)]


def test_a_range_is_written_in_the_registered_unit_too(desk):
    desk.run("add", "--name", "jobs", "--goal", "60000-70000", "--unit", "人", "--period", "2027", "--yes")
    assert registered(desk, "jobs") == [(2026, 5), (2027, [6, 7])]


@pytest.mark.parametrize("words", [("城镇新增就业60000个",), ("--name", "jobs", "--goal", "6", "--unit", "firms")])
def test_a_goal_in_another_unit_is_refused(desk, words):
    before = desk.files()
    said = desk.run("add", *words, "--period", "2027", "--yes", "--lang", "en")
    assert (said.code, "[goal-unit]" in said.err, desk.files()) == (2, True, before)


def test_a_table_of_promises_is_written_in_the_registered_units(desk, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("指标,单位,目标\n城镇新增就业,人,60000\n", encoding="utf-8")
    assert desk.run("import-targets", str(path), "--period", "2027", "--yes").code == 0
    assert registered(desk, "jobs") == [(2026, 5), (2027, 6)]
    path.write_text("指标,单位,目标\n城镇新增就业,%,6\n", encoding="utf-8")
    said = desk.run("import-targets", str(path), "--period", "2028", "--yes")
    assert (said.code, "[goal-unit]" in said.err) == (2, True)


def test_an_english_sentence_that_is_not_read_asks_for_its_parts(desk):
    said = desk.run("add", "attract 30 projects and 5 firms", "--yes", "--lang", "en")
    assert (said.code, "one number of one thing" in said.err, "--name and --goal" in said.err) == (2, True, True)


def test_an_english_name_does_not_become_a_chinese_one_in_silence(desk):
    said = desk.run("add", "--name", "New parks", "--goal", ">=12", "--unit", "parks", "--dry-run", "--lang", "en")
    assert "New parks: no Chinese name is told" in said.err
    said = desk.run(
        "add", "--name", "New parks", "--name-zh", "新公园", "--goal", ">=12", "--unit", "parks", "--dry-run"
    )
    assert "{zh: 新公园, en: New parks}" in said.out
    assert "no Chinese name" not in said.err
