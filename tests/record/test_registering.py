"""Does a promise get into a registry without YAML, every other byte kept? What is registered here is invented."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ycindic.cli import main
from ycindic.domain.period import year
from ycindic.domain.problem import Code
from ycindic.domain.relation import Relation
from ycindic.load.registry import read_registry, registry_of
from ycindic.record.draft.insert import NoRoom, with_indicators, with_target
from ycindic.record.grid import Grid, _table
from ycindic.record.registering.said import Supplement, entries_of, in_sentence, of_goal
from ycindic.record.registering.table import _HEADINGS, rows, unused_columns


def grid_of(lines: list[list[str]]) -> Grid:
    problems: list = []
    (grid,) = _table("t.csv", "\n".join(",".join(line) for line in lines).encode(), problems)
    return grid


ROOT = Path(__file__).resolve().parents[2]
HEAD = "schema: 1\ntitle: {zh: 例, en: example}\n"
ONE = "one:\n  name: {zh: 甲, en: A}\n  unit: 个\n  measure: flow\n"
TARGET = ["- period: 2026", "  relation: at_least", "  goal: 5"]


def indented(text: str, by: int) -> str:
    return "".join(f"{' ' * by}{line}\n" for line in text.splitlines())


def plan_of(text: str):
    problems: list = []
    plan = registry_of(text, "targets.yaml", problems)
    assert problems == []
    return plan


LISTS = (
    "",
    "targets: []\n",
    "targets:\n",
    "targets:\n- {period: 2025, relation: at_least, goal: 1}\n",
    "targets:\n  - period: 2025\n    relation: at_least\n    goal: 1\n    # a remark\n\n",
    "targets:  # a remark\n    - {period: 2025, relation: at_least, goal: 1}\n",
)


@given(
    step=st.sampled_from([1, 2, 4]),
    targets=st.sampled_from(LISTS),
    after=st.sampled_from(["", "settings: {early: 0.2}\n", "# the end\n"]),
    second=st.booleans(),
    newline=st.sampled_from(["\n", "\r\n"]),
    last=st.booleans(),
)
def test_a_target_stands_below_its_indicator_and_no_line_that_was_there_is_touched(
    *, step: int, targets: str, after: str, second: bool, newline: str, last: bool
) -> None:
    body = indented(ONE + indented(targets, 2), step)
    body += indented(ONE.replace("one", "two") + "  decimals: 0\n", step) if second else ""
    old = (HEAD + "indicators:\n" + body + after).replace("\n", newline)
    old = old if last else old.removesuffix(newline)
    before = len(plan_of(old).targets)
    new = with_target(old, "one", TARGET)
    plan = plan_of(new)
    assert [(str(one.period), one.goal) for one in plan.targets if one.indicator == "one"][before:] == [("2026", 5)]
    kept = [line for line in old.splitlines() if line.strip() and "targets: []" not in line]
    rest = iter(new.splitlines())
    assert all(line in rest for line in kept), "every old line is there, in its order"
    whole = plan_of(with_indicators(old, ["  three:", *(f"  {line}" for line in ONE.splitlines()[1:])]))
    assert "three" in whole.indicators


BRACES = "{name: {zh: 甲, en: A}, unit: 个, measure: flow}"


A = "{period: 2025, relation: at_least, goal: 1}"
FLOWS = {
    "a list on one line": f"  one:\n    name: {{zh: 甲, en: A}}\n    targets: [{A}]\n    unit: 个\n    measure: flow\n",
    "two of them": f"  one:\n    name: {{zh: 甲, en: A}}\n    unit: 个\n    measure: flow\n    targets: [{A}, "
    + A.replace("2025", "2024")
    + "]  # the goals\n",
    "a list of several lines": f"  one:\n    name: {{zh: 甲, en: A}}\n    unit: 个\n    measure: flow\n"
    f"    targets: [\n      {A},  # it's [old]\n    ]\n",
    "no comma behind the last": f"  one:\n    name: {{zh: 甲, en: A}}\n    unit: 个\n    measure: flow\n"
    f"    targets: [\n      {A}  # [old}}\n    ]\n",
    "brackets in quotes": "  one:\n    name: {zh: 甲, en: A}\n    unit: 个\n    measure: flow\n"
    "    targets: [{period: 2025, relation: at_least, goal: 1, wording: \"a ] \\\" b\", note: 'it''s ]'}]\n",
    "an indicator in braces": f"  one: {BRACES}\n",
    "with its targets": f"  one: {BRACES[:-1]}, targets: [{A}]}}\n",
    "with an apostrophe": f"  one: {{name: {{zh: 甲, en: People's own}}, unit: 个, measure: flow, targets: [{A}]}}\n",
}


@pytest.mark.parametrize("body", FLOWS.values(), ids=FLOWS)
@pytest.mark.parametrize("after", ["", "  two: {name: {zh: 乙, en: B}, unit: 个, measure: flow}\n"])
def test_a_target_joins_others_in_brackets_and_every_other_byte_stays(body: str, after: str) -> None:
    old = f"{HEAD}indicators:\n{body}{after}"
    new = with_target(old, "one", TARGET)
    first, last = plan_of(old).targets, plan_of(new).targets
    assert [(str(one.period), one.goal) for one in last[len(first) :]] == [("2026", 5)]
    rest = iter(new)
    assert all(sign in rest for sign in old), "what was there is there, in its order"
    assert new.endswith(after)


@pytest.mark.parametrize("body", [f"indicators: {{one: {BRACES}}}\n", "indicators:\n  one: {name: {zh: 甲, en: A}\n"])
def test_brackets_that_hold_everything_or_never_end_have_no_room(body: str) -> None:
    with pytest.raises(NoRoom):
        with_target(HEAD + body, "one", TARGET)


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("8", ("at_least", "8")),
        ("≥8", ("at_least", "8")),
        ("=41", ("exactly", "41")),
        ("exactly 41", ("exactly", "41")),
        ("at least 8", ("at_least", "8")),
        ("<= 2.5%", ("at_most", "2.5")),
        ("About 6", ("about", "6")),
        ("more than 20", ("more_than", "20")),
        ("1-2", ("between", "1 2")),
        ("3 to 5", ("between", "3 5")),
        ("6%左右", ("about", "6")),
        ("58以上", ("at_least", "58")),
        ("控制在3%以内", ("at_most", "3")),
    ],
)
def test_a_goal_is_read_as_people_type_it(goal: str, expected: tuple[str, str]) -> None:
    (found,) = of_goal("粮食总产增长", goal, "%", year(2026))
    ends = found.value if isinstance(found.value, tuple) else (found.value,)
    assert (str(found.relation), " ".join(map(str, ends))) == expected
    assert found.period == "2026"


@pytest.mark.parametrize(
    ("name", "goal", "unit", "expected"),
    [
        ("安全生产死亡人数", "0", "人", Relation.NONE),
        ("一般事故", "零", "起", Relation.NONE),
        ("群众投诉", "12", "件", Relation.AT_MOST),
        ("办结投诉", "12", "件", Relation.AT_LEAST),
        ("PM2.5浓度", "35", "微克/立方米", Relation.AT_MOST),
        ("单位GDP能耗", "0.4", "吨标准煤/万元", Relation.AT_MOST),
        ("饮用水达标率", "100", "%", Relation.ALL),
        ("进出口总值增长", "100", "%", Relation.AT_LEAST),
        ("新建公园", "0", "个", None),
        ("新建公园", "不超过0", "个", Relation.AT_MOST),
        ("新建公园", "不少于0", "个", Relation.AT_LEAST),
        ("财政收入增长", "0", "%", None),
    ],
)
def test_a_goal_without_a_word_promises_what_its_noun_means_or_is_open(
    name: str, goal: str, unit: str, expected: Relation | None
) -> None:
    (found,) = of_goal(name, goal, unit, year(2026))
    assert found.relation is expected
    if goal.isdecimal():
        (found,) = in_sentence(f"{name}{goal}{unit}", year(2026))
        assert found.relation is expected


@pytest.mark.parametrize("verb", ["下降", "降低", "减少"])
@pytest.mark.parametrize(("goal", "relation", "sign"), [("3左右", "about", "-3"), ("3", "at_most", "-3"),
                                                        ("≤3", "at_least", "-3"), ("-3", "at_most", "-3")])  # fmt: skip
def test_a_fall_is_told_once(verb: str, goal: str, relation: str, sign: str) -> None:
    found = of_goal(f"单位产值能耗{verb}", goal, "%", year(2026))
    (made,) = entries_of(found, Supplement(), ())
    assert made.zh == "单位产值能耗变化"
    assert (made.targets[0].keys["relation"], made.targets[0].keys["goal"]) == (relation, sign)


@pytest.fixture
def folder(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Path:
    assert main(["init", str(tmp_path / "city"), "--year", "2026"]) == 0
    capfd.readouterr()
    return tmp_path / "city"


def test_a_sentence_becomes_a_target_of_the_indicator_it_names_or_of_a_new_one(folder: Path, capfd) -> None:
    old = (folder / "targets.yaml").read_bytes()
    at = ["--data", str(folder), "--yes"]
    assert (
        main(["add", "新建农村公路368公里", "--period", "2026", "--section", "二", "--publisher", "交通局", *at]) == 0
    )
    assert main(["add", "地区生产总值增长7%左右", "--name", "gdp", "--period", "2027", "--headline", *at]) == 0
    new = (folder / "targets.yaml").read_text(encoding="utf-8")
    rest = iter(new.splitlines())
    assert all(line in rest for line in old.decode().splitlines())
    plan = plan_of(new)
    roads = next(one for one in plan.targets if one.goal == 368)
    assert (plan.indicators[roads.indicator].unit, roads.section, roads.relation) == ("公里", "二", "at_least")
    assert plan.indicators[roads.indicator].publisher == ("交通局", "交通局")
    gdp = next(one for one in plan.targets if one.id == "gdp@2027")
    assert (gdp.relation, gdp.goal, gdp.headline) == ("about", 7, True)
    assert main(["validate", "--data", str(folder)]) == 0


def test_what_would_make_a_fault_is_told_and_not_written(folder: Path, capfd) -> None:
    old = (folder / "targets.yaml").read_bytes()
    assert main(["add", "--name", "gdp", "--goal", "7", "--period", "2026", "--data", str(folder), "--yes"]) == 2
    told = capfd.readouterr().err
    assert "already-registered" in told
    assert "(gdp@2026)" in told
    assert main(["add", "市民幸福", "--data", str(folder), "--yes"]) == 2
    assert main(["add", "--data", str(folder)]) == 2
    assert "--name" in capfd.readouterr().err
    assert main(["add", "--name", "甲", "--goal", "7", "--dry-run", "--data", str(folder)]) == 0
    assert (folder / "targets.yaml").read_bytes() == old


def test_a_registry_of_an_office_in_gb18030_stays_in_it(folder: Path, capfd) -> None:
    path = folder / "targets.yaml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    assert main(["add", "新建公园3个", "--period", "2026", "--data", str(folder), "--yes"]) == 0
    assert "新建公园" in path.read_bytes().decode("gb18030")


def test_somebody_is_asked_step_by_step_on_a_terminal(folder: Path) -> None:
    pty = pytest.importorskip("pty")
    import os

    main_end, tty = pty.openpty()
    command = [sys.executable, "-m", "ycindic", "add", "--data", str(folder), "--lang", "en"]
    child = subprocess.Popen(command, stdin=tty, stdout=subprocess.PIPE, stderr=tty, close_fds=True)
    os.close(tty)
    os.write(main_end, b"\nReading rooms\n>= 12\nrooms\n2026-2030\ny\n")
    out, _ = child.communicate(timeout=300)
    os.close(main_end)
    assert child.returncode == 0
    assert "reading-rooms" in out.decode()
    rooms = next(
        one for one in plan_of((folder / "targets.yaml").read_text("utf-8")).targets if one.indicator == "reading-rooms"
    )
    assert (rooms.id, rooms.relation) == ("reading-rooms@2026-2030", "at_least")


TABLE = """我市2026年任务表,,,,,
指标名称,单位,年度目标,年份,责任单位,频率
地区生产总值增速,%,6%左右,2028年,市统计局,季
新建口袋公园,个,20,2026,市城管局,月
新建口袋公园,个,120,2026-2030,市城管局,月
粮食总产量,亿斤,58亿斤以上,,市农业农村局,年
"""


def test_a_table_of_targets_comes_in_whole(folder: Path, tmp_path: Path, capfd) -> None:
    (tmp_path / "t.csv").write_text(TABLE, encoding="gb18030")
    at = [str(tmp_path / "t.csv"), "--data", str(folder), "--yes"]
    assert main(["import-targets", *at]) == 2, "a row without a period"
    assert "t.csv:6" in capfd.readouterr().err
    assert main(["import-targets", *at, "--period", "2027"]) == 0
    plan = plan_of((folder / "targets.yaml").read_text(encoding="utf-8"))
    found = {(plan.indicators[one.indicator].name.zh, str(one.period)): one.goal for one in plan.targets}
    assert found["地区生产总值增速", "2028"] == 6
    assert found["新建口袋公园", "2026"] == 20
    assert found["新建口袋公园", "2026-2030"] == 120
    grain = next(one for one in plan.targets if one.goal == 58 and str(one.period) == "2027")
    assert plan.indicators[grain.indicator].publisher.zh == "市农业农村局"


OFFICES = """市政府重点任务,,,,
指标名称,计量单位,2026年目标,完成时限,责任单位
农村公路养护,公里,60,全年,交通局
水库除险,座,9,9月底前,水利局
安全生产死亡人数,人,0,年底前,应急局
"""
"""Heads and words of an office's table; its figures are invented."""


def test_a_table_with_the_heads_of_an_office_comes_in_and_comes_in_again_as_nothing_new(
    folder: Path, tmp_path: Path, capfd
) -> None:
    (tmp_path / "t.csv").write_text(OFFICES, encoding="utf-8")
    at = ["import-targets", str(tmp_path / "t.csv"), "--data", str(folder), "--yes"]
    assert main(at) == 0, capfd.readouterr().err
    plan = plan_of((folder / "targets.yaml").read_text(encoding="utf-8"))
    new = {plan.indicators[one.indicator].name.zh: one for one in plan.targets[-3:]}
    assert [one.id[-5:] for one in new.values()] == ["@2026"] * 3
    assert str(new["水库除险"].by) == "2026-09-30"
    assert new["安全生产死亡人数"].relation is Relation.NONE
    old = (folder / "targets.yaml").read_bytes()
    assert main(at) == 0
    assert capfd.readouterr().err.count("left out") == 3
    (tmp_path / "t.csv").write_text(OFFICES.replace(",60,", ",70,").replace(",9,9月底前", ",0,某时"), encoding="utf-8")
    assert main(at) == 2
    told = capfd.readouterr().err
    assert all(word in told for word in ("t.csv:3", "already-registered", "t.csv:4", "bad-period")), "all in one run"
    assert "duplicate-id" not in told
    assert "missing-key" not in told
    assert (folder / "targets.yaml").read_bytes() == old


INSIDE = {
    "2026-09-30": ("9月底前", "9月", "2026年9月30日", "2026-09-30", "2026/9/30", "三季度末", "9月30日前完成", "2026.9")
}
INSIDE["2026-06-30"] = ("上半年", "2026年上半年", "6月底", "二季度前", "6月30日之前")
WHOLE = ("全年", "年底前", "12月底前", "2026年12月31日", "2026年底", "2026年", "四季度")


@pytest.mark.parametrize("year_told", [True, False])
@pytest.mark.parametrize(
    ("words", "day"), [(one, day) for day, many in INSIDE.items() for one in many] + [(one, None) for one in WHOLE]
)
def test_a_deadline_is_a_day_inside_the_year_however_an_office_writes_it(
    words: str, day: str | None, *, year_told: bool
) -> None:
    lines = [["指标", "目标值", "完成期限", "年度"], ["公园", "12", words, "2026" if year_told else ""]]
    problems: list = []
    (row,) = rows(grid_of(lines), None, year(2026), problems)
    assert (row.period, row.cells.get("by"), problems) == (year(2026), day, [])


@pytest.mark.parametrize(("words", "told"), [("长期", "2026"), ("长期", ""), ("2月30日前", ""), ("2030年", "2026")])
def test_a_deadline_that_is_none_is_refused_with_its_cell(words: str, told: str) -> None:
    problems: list = []
    found = rows(grid_of([["指标", "目标", "时限", "年度"], ["公园", "12", words, told]]), None, year(2026), problems)
    assert (found, [(str(one.place), one.code) for one in problems]) == ([], [("t.csv:2:3", Code.BAD_PERIOD)])


@pytest.mark.parametrize("heading", sorted(_HEADINGS))
def test_a_column_is_ours_or_told_as_not_used(heading: str) -> None:
    grid = grid_of([["序号", "指标名称", "目标值", heading, "进展"], ["1", "公园", "12", "x", "y"]])
    assert unused_columns(grid) == [*([heading] if _HEADINGS[heading] in {"name", "goal"} else []), "进展"]


def test_what_a_table_of_targets_hides_is_left_out_and_told(folder: Path, tmp_path: Path, capfd) -> None:
    book = openpyxl.Workbook()
    for line in (["指标", "目标值", "单位", "进展"], ["公园", 12, "个", "好"], ["广场", 3, "个", "好"]):
        book.active.append(line)
    book.active.row_dimensions[3].hidden = True
    book.save(tmp_path / "t.xlsx")
    at = ["import-targets", str(tmp_path / "t.xlsx"), "--period", "2027", "--data", str(folder), "--dry-run"]
    assert main(at) == 0
    out, told = capfd.readouterr()
    assert "公园" in out
    assert "广场" not in out
    assert "hidden rows left out" in told
    assert "column not used" in told
    assert main([*at, "--hidden"]) == 0
    assert "广场" in capfd.readouterr().out


def test_a_table_of_something_else_is_told_what_import_targets_needs(folder: Path, tmp_path: Path, capfd) -> None:
    (tmp_path / "t.csv").write_text("甲,乙\n1,2\n", encoding="utf-8")
    assert main(["import-targets", str(tmp_path / "t.csv"), "--data", str(folder), "--yes"]) == 2
    told = capfd.readouterr().err
    assert "no-table-of-targets" in told
    assert "--map" not in told


ROW = {
    "name": "口袋公园",
    "unit": "个",
    "goal": "20",
    "period": "2026",
    "measure": "flow",
    "better": "higher",
    "every": "month",
}
STRUCTURE = (
    "x: y",
    "x\n  evil:\n    name: {zh: 乙, en: B}\n    unit: 个\n    measure: flow\n    targets: []\n  z",
    "a}, {period: 2027, relation: at_least, goal: 1",
    '"',
    "'",
    "a # b",
    "- a",
    "*a",
    "&a",
    "!!python/object/apply:os.system [id]",
    "%",
    "a\u2028b\x85c\u2029d",
    "\t",
    "?",
    "---",
    "null",
    "month, day: 40",
    "9" * 5000,
    "²",
    "=1+1",
    "\x1b[31m",
)
"""Cells that would be more than a text, were they written as they are."""


@pytest.mark.parametrize("text", STRUCTURE, ids=range(len(STRUCTURE)))
def test_a_cell_of_a_table_is_a_text_of_the_registry_or_refused(folder: Path, tmp_path: Path, capfd, text: str) -> None:
    registry = folder / "targets.yaml"
    old = registry.read_bytes()
    before = yaml.safe_load(old)
    for word in sorted(set(_HEADINGS.values())):
        registry.write_bytes(old)
        row = ROW | {word: text}
        with (tmp_path / "t.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([row.keys(), row.values()])
        code = main(["import-targets", str(tmp_path / "t.csv"), "--data", str(folder), "--yes"])
        after = yaml.safe_load(registry.read_bytes())
        new = {key: after["indicators"].pop(key) for key in set(after["indicators"]) - set(before["indicators"])}
        assert after == before
        assert (code, len(new)) in ((0, 1), (2, 0)), (word, capfd.readouterr().err)
        for one in new.values():
            assert set(one) <= {"name", "unit", "measure", "better", "released", "publisher", "targets"}
            assert len(one["targets"]) == 1
            assert one.get("released", {}).keys() <= {"every", "day"}


def test_a_table_with_a_bad_row_is_told_and_nothing_of_it_comes_in(folder: Path, tmp_path: Path, capfd) -> None:
    old = (folder / "targets.yaml").read_bytes()
    (tmp_path / "t.csv").write_text("名称,目标,频率\n甲,5,\n乙,,\n丙,5,always\n丁,大幅提升,\n", encoding="utf-8")
    assert main(["import-targets", str(tmp_path / "t.csv"), "--period", "2026", "--data", str(folder), "--yes"]) == 2
    told = capfd.readouterr().err
    assert all(f"t.csv:{line}" in told for line in (3, 4))
    assert (folder / "targets.yaml").read_bytes() == old


@pytest.mark.parametrize(
    ("goal", "upright"),
    [("2-1", "1-2"), ("2%至1%", "1-2"), ("8 ~ 7.5", "7.5-8"), ("between 3 and 2", "2-3"), ("增长6%—5.5%左右", "5.5-6")],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_range_whose_ends_fall_is_refused_at_every_door_and_told_upright(
    folder: Path, tmp_path: Path, capfd, goal: str, upright: str, lang: str
) -> None:
    old = (folder / "targets.yaml").read_bytes()
    at = ["--period", "2026", "--data", str(folder), "--yes", "--lang", lang]
    (tmp_path / "t.csv").write_text(f"名称,目标,单位\n甲,{goal},%\n", encoding="utf-8")
    doors = [["add", "--name", "甲", "--goal", goal, "--unit", "%"], ["import-targets", str(tmp_path / "t.csv")]]
    doors += [["add", f"甲{goal}"]] if goal.startswith("增长") else []
    for words in doors:
        assert main([*words, *at]) == 2, words
        told = capfd.readouterr().err
        assert "[range-upside-down]" in told
        assert goal in told
        assert upright in told
        assert (folder / "targets.yaml").read_bytes() == old


@pytest.mark.parametrize("workspace", ["data", "examples/china"])
def test_a_new_year_takes_over_indicators_figures_and_running_promises(workspace: str, tmp_path: Path, capfd) -> None:
    old = plan_of((ROOT / workspace / "targets.yaml").read_text(encoding="utf-8"))
    assert main(["init", str(tmp_path / "new"), "--from", str(ROOT / workspace), "--year", "2027"]) == 0
    new = plan_of((tmp_path / "new/targets.yaml").read_text(encoding="utf-8"))
    assert list(new.indicators) == list(old.indicators)
    assert {one.id for one in new.targets} == {one.id for one in old.targets if one.period.last >= year(2027).first}
    assert new.title == tuple(text.replace("2026", "2027") for text in old.title)
    assert not new.source, "the report of the new year is not written yet"
    for path in (ROOT / workspace / "actuals").glob("*.csv"):
        assert (tmp_path / "new/actuals" / path.name).read_bytes() == path.read_bytes()
    told = capfd.readouterr().err
    assert "2026-2030" in told
    assert (tmp_path / "new/README.md").exists()
    assert main(["init", str(tmp_path / "same"), "--from", str(ROOT / workspace), "--year", "2026"]) == 2
    assert not (tmp_path / "same").exists()
    assert main(["validate", "--data", str(tmp_path / "new")]) == 0


def test_titles_that_name_an_earlier_year_are_listed_and_never_reworded(tmp_path: Path, capfd) -> None:
    assert main(["init", str(tmp_path / "new"), "--from", str(ROOT / "data"), "--year", "2027"]) == 0
    told = capfd.readouterr().err
    title = next(one.zh for one in plan_of((ROOT / "data/targets.yaml").read_text("utf-8")).sections.values()
                 if "2026年" in one.zh)  # fmt: skip
    assert title in told
    assert title in (tmp_path / "new/README.md").read_text("utf-8")
    assert title in (tmp_path / "new/targets.yaml").read_text("utf-8")
    for folder, hinted in (("new", True), (ROOT / "data", False)):
        assert main(["validate", "--data", str(tmp_path / folder)]) == 0
        assert ("earlier year" in capfd.readouterr().err) is hinted


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"], ids=ascii)
@pytest.mark.parametrize("remark", ["", "# a\u2028# b\x85# c\u2029# d\n"], ids=["plain", "broken remark"])
def test_a_new_year_takes_over_what_still_runs_however_lines_end(tmp_path: Path, capfd, end: str, remark: str) -> None:
    targets = ["- {period: 2025, relation: at_least, goal: 1}", "- {period: 2026-2030, relation: at_least, goal: 2}"]
    body = indented(ONE + "  targets:\n" + "".join(f"    {one}\n" for one in targets), 2)
    (tmp_path / "old" / "actuals").mkdir(parents=True)
    text = f"{HEAD}{remark}indicators:\n{body}"
    (tmp_path / "old" / "targets.yaml").write_bytes(text.replace("\n", end).encode())
    assert main(["init", str(tmp_path / "new"), "--from", str(tmp_path / "old"), "--year", "2026"]) == 0, (
        capfd.readouterr()
    )
    new = plan_of((tmp_path / "new" / "targets.yaml").read_bytes().decode())
    assert [str(one.period) for one in new.targets] == ["2026-2030"]


MEASURED = """名称,单位,目标
优良天数比例,%,80
PM2.5浓度,μg/m³,35
河流总磷,毫克/升,0.2
空气质量综合指数,,4
新增口袋公园,个,20
新增城镇就业,万人,5
图书馆,个,12
满意度,%,90
公交车保有量,辆,300
"""
"""Invented; what each adds up to, by its unit and words."""


def test_the_measure_follows_unit_and_words_and_what_is_supposed_is_told(folder: Path, tmp_path: Path, capfd) -> None:
    (tmp_path / "t.csv").write_text(MEASURED, encoding="utf-8")
    at = [str(tmp_path / "t.csv"), "--period", "2027", "--data", str(folder), "--yes", "--lang", "en"]
    assert main(["import-targets", *at]) == 0
    told = capfd.readouterr().err
    plan = plan_of((folder / "targets.yaml").read_text(encoding="utf-8"))
    found = {one.name.zh: str(one.measure) for one in plan.indicators.values()}
    names = [line.partition(",")[0] for line in MEASURED.splitlines()[1:]]
    assert [found.get(name, found.get("城镇新增就业", "")) for name in names] == [
        "mean", "mean", "mean", "mean", "flow", "flow", "flow", "stock", "stock"
    ]  # fmt: skip
    supposed = [line for line in told.splitlines() if line.startswith("supposed")]
    assert [line.split(": ")[2].split(";")[0] for line in supposed] == ["图书馆", "满意度"]


def test_ids_do_not_hang_on_the_order_of_rows_and_speak_where_a_name_does(folder: Path, tmp_path: Path, capfd) -> None:
    rows = ["图书馆,Libraries,个,12", "文化馆,,个,3", "体育馆,,个,4", "游泳馆,,个,5"]
    made = []
    old = (folder / "targets.yaml").read_bytes()
    for order in (rows, rows[::-1]):
        (folder / "targets.yaml").write_bytes(old)
        (tmp_path / "t.csv").write_text("\n".join(["名称,英文名称,单位,目标", *order]), encoding="utf-8")
        assert (
            main(["import-targets", str(tmp_path / "t.csv"), "--period", "2027", "--data", str(folder), "--yes"]) == 0
        )
        plan = plan_of((folder / "targets.yaml").read_text(encoding="utf-8"))
        made.append({one.name.zh: one.id for one in plan.indicators.values()})
    assert made[0] == made[1]
    assert made[0]["图书馆"] == "libraries"
    assert len({made[0][name] for name in ("文化馆", "体育馆", "游泳馆")}) == 3
    assert all(made[0][name].startswith("promise-") for name in ("文化馆", "体育馆", "游泳馆"))
    assert made[0]["文化馆"] in capfd.readouterr().err


def test_a_row_whose_name_is_a_part_of_a_registered_one_is_a_new_promise_and_the_registered_one_is_named(
    desk, tmp_path
):
    (tmp_path / "t.csv").write_text("名称,单位,目标\n新增就业,万人,6\n", encoding="utf-8")
    said = desk.run("import-targets", str(tmp_path / "t.csv"), "--period", "2027", "--dry-run", "--lang", "zh")
    assert said.code == 0
    assert "name: {zh: 新增就业" in said.out
    assert "城镇新增就业" in said.err


BESIDE = {"与经济增长同步": "in_step", "高于经济增速": "above", "增速快于GDP": "above"}


@pytest.mark.parametrize(("goal", "relation"), BESIDE.items())
def test_what_is_held_against_another_names_it_in_a_column_or_by_an_option(desk, tmp_path, goal, relation):
    rows = f"名称,单位,目标,对照指标\n乙产值增速,%,6%左右,\n丙收入增长,%,{goal},乙产值增速\n"
    (tmp_path / "t.csv").write_text(rows, encoding="utf-8")
    said = desk.run("import-targets", str(tmp_path / "t.csv"), "--period", "2027", "--yes")
    assert said.code == 0, said
    plan = read_registry(desk.folder / "targets.yaml", [])
    other, mine = plan.targets[-2:]
    assert (str(mine.relation), mine.reference, mine.todo) == (relation, (other.indicator,), "")
    said = desk.run("add", f"丁收入增长{goal}", "--against", "乙产值增速", "--period", "2027", "--yes")
    assert said.code == 0, said
    last = read_registry(desk.folder / "targets.yaml", []).targets[-1]
    assert (str(last.relation), last.reference, last.todo) == (relation, (other.indicator,), "")


def test_an_unknown_one_that_a_row_is_held_against_is_told(desk, tmp_path):
    (tmp_path / "t.csv").write_text("名称,单位,目标,对照指标\n丙收入增长,%,与经济增长同步,戊\n", encoding="utf-8")
    said = desk.run("import-targets", str(tmp_path / "t.csv"), "--period", "2027", "--yes")
    assert said.code == 2
    assert "unknown-id" in said.err


@pytest.mark.parametrize("again", ["12", "15", "≥12"])
def test_a_table_that_promises_twice_is_refused_with_both_places(folder: Path, tmp_path: Path, capfd, again) -> None:
    old = (folder / "targets.yaml").read_bytes()
    (tmp_path / "t.csv").write_text(f"名称,单位,目标\n图书馆,个,12\n文化馆,个,3\n图书馆,个,{again}\n", encoding="utf-8")
    assert main(["import-targets", str(tmp_path / "t.csv"), "--period", "2027", "--data", str(folder), "--yes"]) == 2
    told = capfd.readouterr().err
    assert all(word in told for word in ("promised-twice", "t.csv:2", "t.csv:4"))
    assert (folder / "targets.yaml").read_bytes() == old


def test_a_part_of_a_registered_name_is_a_new_promise_and_the_registered_one_is_named(desk):
    said = desk.run(
        "add", "--name", "新增就业", "--goal", "6", "--unit", "万人", "--period", "2026", "--dry-run", "--lang", "zh"
    )
    assert (said.code, "  jobs:" in said.out) == (0, False)
    assert "若指城镇新增就业：--id jobs" in said.err


OF_AMOUNTS = {
    "社会消费品零售总额,亿元,增长5.5%": ("社会消费品零售总额增长", "%", "growth", "5.5"),
    "社会消费品零售总额,亿元,5.5%": ("社会消费品零售总额增长", "%", "growth", "5.5"),
    "出口,万美元,增长10%以上": ("出口增长", "%", "growth", "10"),
    "信访,件,下降10%": ("信访变化", "%", "growth", "-10"),
    "PM2.5,微克/立方米,下降3%": ("PM2.5变化", "%", "growth", "-3"),
    "万元GDP能耗,吨标准煤,下降3%": ("万元GDP能耗变化", "%", "growth", "-3"),
    "生产安全事故死亡人数,人,下降5%": ("生产安全事故死亡人数变化", "%", "growth", "-5"),
    "城镇新增就业,万人,5000人": ("城镇新增就业", "万人", "flow", "0.5"),
    "招商引资,万元,5亿元以上": ("招商引资", "万元", "flow", "50000"),
    "图书馆,个,5家": ("图书馆", "个", "flow", "5"),
}
"""Rows whose goal says another unit than their column, and what they promise; invented."""
IN_PER_CENT = (
    "地区生产总值", "规上工业增加值", "固定资产投资", "社会消费品零售总额", "社零", "农村居民人均可支配收入", "出口",
    "一般公共预算收入", "税收收入", "工业投资", "贷款余额",
)  # fmt: skip
OF_AMOUNTS |= {
    f"{name},%,{goal}": (f"{name}增长", "%", "growth", "6")
    for name in IN_PER_CENT
    for goal in ("6", "6左右", "≥6", "6%以上")
}
OF_AMOUNTS |= {f"{name},%,与经济增长同步": (f"{name}增长", "%", "growth", "unstated") for name in IN_PER_CENT}


@pytest.mark.parametrize("row", OF_AMOUNTS)
def test_a_goal_stands_in_its_own_unit_and_a_per_cent_of_an_amount_is_growth(
    folder: Path, tmp_path: Path, capfd, row: str
) -> None:
    (tmp_path / "t.csv").write_text(f"指标,单位,目标值\n{row}\n", encoding="utf-8")
    (folder / "targets.yaml").write_text(f"{HEAD}indicators: {{}}\n", encoding="utf-8")
    at = [str(tmp_path / "t.csv"), "--period", "2027", "--data", str(folder), "--dry-run"]
    assert main(["import-targets", *at]) == 0
    ((one,),) = [yaml.safe_load(capfd.readouterr().out).values()]
    goal = str(one["targets"][0]["goal"])
    assert (one["name"]["zh"], one["unit"], one["measure"], goal) == OF_AMOUNTS[row]


@pytest.mark.parametrize("row", ["植树,公顷,300亩", "粮食,万吨,5亿元"])
def test_a_goal_in_a_unit_that_its_column_cannot_be_is_refused(folder: Path, tmp_path: Path, capfd, row: str) -> None:
    (tmp_path / "t.csv").write_text(f"指标,单位,目标值\n{row}\n", encoding="utf-8")
    at = [str(tmp_path / "t.csv"), "--period", "2027", "--data", str(folder), "--dry-run"]
    assert main(["import-targets", *at]) == 2
    assert "[goal-unit]" in capfd.readouterr().err


@pytest.mark.parametrize("noun", ["居民消费价格", "居民消费价格涨幅", "居民消费价格总水平涨幅"])
@pytest.mark.parametrize(
    ("goal", "better"), [("2%左右", "near"), ("2左右", "near"), ("约2%", "near"), ("控制在2%左右", "lower")]
)
def test_prices_about_a_figure_are_missed_on_both_sides_unless_they_are_held_below_it(
    noun: str, goal: str, better: str
) -> None:
    """As `init` and the example have it: a rise near nothing is no success."""
    (made,) = entries_of(of_goal(noun, goal, "%", year(2026)), Supplement(), ())
    assert (made.better, made.targets[0].keys["relation"], made.targets[0].keys["goal"]) == (better, "about", "2")
    if not goal.startswith("2左"):
        (made,) = entries_of(in_sentence(f"{noun}{goal}", year(2026)), Supplement(), ())
        assert made.better == better


_GROWTH = "    unit: '%'\n    measure: growth\n    better: higher\n    targets: []\n"
GDP = (
    f"{HEAD}indicators:\n  gdp:\n    name: {{zh: 地区生产总值增速, en: GDP growth}}\n{_GROWTH}"
    f"  made:\n    name: {{zh: 规模以上工业增加值增长, en: Industry}}\n{_GROWTH}"
)
"""Invented, as are the promises beside it."""


@pytest.mark.parametrize(
    ("sentence", "known"),
    [
        ("地区生产总值增长6%左右", "gdp"),
        ("GDP增长6%", "gdp"),
        ("经济增长6%以上", "gdp"),
        ("“十五五”时期地区生产总值年均增长6%", "gdp"),
        ("规上工业增加值增长8%", "made"),
        ("规模以上工业增加值增长8%，力争9%", "made"),
        ("全省地区生产总值增长6%", ""),
        ("规上工业增加值120亿元", ""),
    ],
)
def test_a_series_is_registered_once_whatever_it_is_called(folder: Path, capfd, sentence: str, known: str) -> None:
    (folder / "targets.yaml").write_text(GDP, encoding="utf-8")
    assert main(["add", sentence, "--data", str(folder), "--dry-run"]) == 0
    assert [*yaml.safe_load(capfd.readouterr().out)] == [known] if known else known not in ("gdp", "made")


@pytest.mark.parametrize("hope", ["力争9%", "争取达到9%", "并力争实现9%"])
def test_a_hope_in_a_clause_of_its_own_is_the_hope_of_the_promise_before_it(hope: str) -> None:
    (made,) = entries_of(in_sentence(f"规上工业增加值增长8%，{hope}", year(2026)), Supplement(), ())
    assert [(one.keys["goal"], one.keys["stretch"]) for one in made.targets] == [("8", "9")]


@pytest.mark.parametrize("word", ["小计", "合计", "总 计", "Total"])
def test_a_total_in_the_column_of_names_is_left_out_and_told(folder: Path, tmp_path: Path, capfd, word: str) -> None:
    (tmp_path / "t.csv").write_text(f"指标,单位,目标值\n图书馆,个,5\n{word},,\n{word},个,5\n", encoding="utf-8")
    at = [str(tmp_path / "t.csv"), "--period", "2027", "--data", str(folder), "--dry-run", "--lang", "en"]
    assert main(["import-targets", *at]) == 0
    told = capfd.readouterr()
    assert (told.err.count("a total of other rows"), told.out.count("name:")) == (2, 1)


@pytest.mark.parametrize(
    ("word", "every"), [("每月", "month"), ("每季度", "quarter"), ("每年", "year"), ("每半年", "half")]
)
def test_a_rhythm_is_told_as_offices_say_it(word: str, every: str) -> None:
    grid = grid_of([["指标", "目标值", "发布频率"], ["图书馆", "5", word]])
    ((row,), problems) = rows(grid, year(2026), None, found := []), found
    assert (row.cells["every"], problems) == (every, [])


@pytest.mark.parametrize(
    ("sentence", "name", "todo"),
    [
        ("地区生产总值增速高于全国、全省平均水平", "地区生产总值增速", "高于全国"),
        ("城镇居民收入与经济增长同步", "城镇居民收入", "同步于经济增长"),
        ("农村居民人均可支配收入与经济增长同步", "农村居民人均可支配收入", "同步于经济增长"),
    ],
)
def test_what_is_held_against_growth_is_a_rate_and_its_todo_is_told_in_one_language(
    sentence: str, name: str, todo: str
) -> None:
    (made,) = entries_of(in_sentence(sentence, year(2026)), Supplement(), ())
    assert (made.zh, made.unit, str(made.measure)) == (name, "%", "growth")
    assert todo in made.targets[0].todo
    assert "_" not in made.targets[0].todo


@pytest.mark.parametrize("share", ["高新技术产业占比", "森林覆盖率", "城镇化率"])
@pytest.mark.parametrize("verb", ["提高", "提升", "上升", "下降"])
def test_points_are_added_to_a_share_that_keeps_its_own_name(share: str, verb: str) -> None:
    (made,) = entries_of(in_sentence(f"{share}{verb}0.4个百分点", year(2026)), Supplement(), ())
    assert (made.zh, made.targets[0].keys["as"]) == (share, "difference")


@pytest.mark.parametrize(("every", "told"), [("", True), ("每月", False)])
def test_an_office_without_a_rhythm_is_told_for_nothing_falls_due_then(
    folder: Path, tmp_path: Path, capfd, every: str, *, told: bool
) -> None:
    (tmp_path / "t.csv").write_text(
        f"指标,单位,目标值,牵头单位,发布频率\n图书馆,个,5,文旅局,{every}\n", encoding="utf-8"
    )
    at = [str(tmp_path / "t.csv"), "--period", "2027", "--data", str(folder), "--yes", "--lang", "en"]
    assert main(["import-targets", *at]) == 0
    assert ("no rhythm" in capfd.readouterr().err) is told
