"""Units in English tables: each figure comes in as large as it was told, or is refused with what to write. Invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from record.workspaces import Desk
from ycindic.record.tables.units import shift

REGISTRY = """\
schema: 1
title: {zh: 某市, en: Some city}
indicators:
  jobs: {name: {zh: 城镇新增就业, en: New urban jobs}, unit: {zh: 万人, en: jobs}, measure: flow}
  firms: {name: {zh: 规上企业, en: Larger firms}, unit: {zh: 家, en: firms}, measure: stock}
  counties: {name: {zh: 示范县, en: Model counties}, unit: {zh: 个, en: counties}, measure: stock}
  farmland: {name: {zh: 高标准农田, en: Good farmland}, unit: {zh: 万亩, en: mu}, measure: flow}
  trade: {name: {zh: 进出口总额, en: Foreign trade}, unit: {zh: 亿元, en: billion yuan}, measure: flow}
  income: {name: {zh: 人均收入, en: Income per head}, unit: {zh: 元, en: yuan}, measure: flow}
  gap: {name: {zh: 差距, en: The gap}, unit: {zh: 个百分点, en: percentage points}, measure: stock}
  rate: {name: {zh: 失业率, en: The rate}, unit: "%", measure: mean}
"""
UNITS = [  # indicator, unit, figure in it, in the registered unit
    ("jobs", "jobs", "50000", "5"),
    ("jobs", "Job", "50000", "5"),
    ("jobs", "thousand jobs", "50", "5"),
    ("jobs", "10k jobs", "5", "5"),
    ("jobs", "10,000 persons", "5", "5"),
    ("jobs", "people", "50000", "5"),
    ("firms", "firms", "820", "820"),
    ("firms", "firm", "820", "820"),
    ("counties", "County", "6", "6"),
    ("farmland", "10k mu", "19.5", "19.5"),
    ("farmland", "mu", "195000", "19.5"),
    ("trade", "billion yuan", "15.5", "155"),
    ("trade", "RMB 100 million", "155", "155"),
    ("trade", "100 million yuan", "155", "155"),
    ("trade", "hundred million yuan", "155", "155"),
    ("trade", "RMB bn", "15.5", "155"),
    ("trade", "RMB m", "15500", "155"),
    ("trade", "¥ million", "15500", "155"),
    ("trade", "CNY mn", "15500", "155"),
    ("income", "RMB", "36000", "36000"),
    ("income", "yuan", "36000", "36000"),
    ("income", "'000 yuan", "36", "36000"),
    ("gap", "points", "1.2", "1.2"),
    ("gap", "percentage points", "1.2", "1.2"),
    ("rate", "per cent", "5.2", "5.2"),
]
OTHERS = [
    ("jobs", "vacancies"), ("jobs", "households"), ("firms", "counties"), ("trade", "USD bn"), ("trade", "million"),
    ("farmland", "hectares"), ("income", "US$"), ("rate", "points"), ("gap", "%"),
]  # fmt: skip
NAMES = {
    "jobs": "New urban jobs", "firms": "Larger firms", "counties": "Model counties", "farmland": "Good farmland",
    "trade": "Foreign trade", "income": "Income per head", "gap": "The gap", "rate": "The rate",
}  # fmt: skip
PLACES = {
    "a column": 'Indicator,Unit,Jan-Jun 2026\n{name},"{unit}",{value}\n',
    "brackets behind the name": 'Indicator,Jan-Jun 2026\n"{name} ({unit})",{value}\n',
    "a comma behind the name": 'Indicator,Jan-Jun 2026\n"{name}, {unit}",{value}\n',
    "the heading of a column": 'Period,"{name} ({unit})"\nJan-Jun 2026,{value}\n',
    "brackets behind the period": 'Indicator,"Jan-Jun 2026 ({unit})"\n{name},{value}\n',
    "a line above": '"Unit: {unit}"\nIndicator,Jan-Jun 2026\n{name},{value}\n',
}


@pytest.fixture
def desk(tmp_path, capsys) -> Desk:
    desk = Desk(tmp_path, capsys)
    (desk.folder / "targets.yaml").write_text(REGISTRY, encoding="utf-8")
    return desk


def sent(desk: Desk, where: str, indicator: str, unit: str, value: str) -> Path:
    path = desk.folder / "sent.csv"
    path.write_text(PLACES[where].format(name=NAMES[indicator], unit=unit, value=value), encoding="utf-8")
    return path


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize(("indicator", "unit", "value", "right"), UNITS)
def test_a_figure_comes_in_as_large_as_it_was_told(desk, where, indicator, unit, value, right):
    path = sent(desk, where, indicator, unit, value)
    said = desk.run("import", str(path), "--yes", "--basis", "ytd", "--source", "x", "--as-of", "2026-11-28")
    [written] = [one for name in desk.files() if name.startswith("actuals") for one in desk.rows(Path(name).name)]
    assert (said.code, float(written.split(",")[2])) == (0, float(right))


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize(("indicator", "unit"), OTHERS)
def test_a_figure_in_another_unit_stays_out_and_the_right_one_is_told(desk, where, indicator, unit):
    before = [*desk.files()]
    said = desk.run("import", str(sent(desk, where, indicator, unit, "7")), "--yes", "--basis", "ytd", "--lang", "en")
    assert said.code == 2
    assert [one for one in desk.files() if one not in before] == ["sent.csv"]
    assert any(one in said.out for one in ("such as 1", "told as 1", "[strange-heading]"))
    assert not any("\u4e00" <= one <= "\u9fff" for one in said.out)


@pytest.mark.parametrize("cell", ["50,000 jobs", "50 thousand jobs", "50000 persons"])
def test_a_cell_may_carry_its_unit(desk, cell):
    path = desk.folder / "sent.csv"
    path.write_text(f'Indicator,Jan-Jun 2026\nNew urban jobs,"{cell}"\n', encoding="utf-8")
    assert "New urban jobs, January–June 2026  50,000 jobs" in desk.run("import", str(path), "--dry-run").out


def test_a_row_that_misses_a_registered_name_by_its_unit_is_told_with_place_and_reason(desk):
    path = desk.folder / "sent.csv"
    path.write_text("Indicator,Jan-Jun 2026\nNew urban jobs (posts),5\nLarger firms,820\nOthers,1\n", encoding="utf-8")
    said = desk.run("import", str(path), "--dry-run", "--lang", "en")
    assert said.out.splitlines()[0] == "new 1 · the same 0 · changed 0 · refused 0 · left out 2"
    assert "sent.csv:2:1): 'posts' is no known unit of New urban jobs, which is told as 120,000 jobs" in said.out
    assert "not registered, rows left out 1: Others" in said.out


def test_an_office_above_a_table_is_no_unit(desk):
    path = desk.folder / "sent.csv"
    path.write_text("单位：市统计局\n指标,2026年1-6月\n规上企业,820\n", encoding="utf-8")
    assert "refused 0" in desk.run("import", str(path), "--dry-run", "--lang", "en").out


@pytest.mark.parametrize(("seen", "wanted", "power"), [("万人", "人", 4), ("10km", "公里", 1), ("km", "公里", 0)])
def test_units_of_both_languages_are_one(seen, wanted, power):
    assert shift(seen, wanted) == power
