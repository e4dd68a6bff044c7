"""Tables as offices, portals and databases write them: each figure as its maker meant it, or refused. All invented.

`tables.yaml` tells most of them; here are those that need options.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from ycindic.domain.model import Basis
from ycindic.load.find import Folder
from ycindic.record.intake import Order, Preview, take_in
from ycindic.record.sent import SentTables
from ycindic.record.store import Writer
from ycindic.record.tables.choice import chosen_rows
from ycindic.record.tables.evidence import Given
from ycindic.render.words.problems import fault_line

DAY = date(2026, 11, 27)
REGISTRY = """\
schema: 1
title: {zh: 某市, en: Some city}
indicators:
  gdp-value: {name: {zh: 地区生产总值, en: "GDP, current prices"}, unit: 亿元, measure: flow}
  gdp: {name: {zh: 地区生产总值增长, en: "GDP, real growth"}, unit: "%", measure: growth}
  retail: {name: {zh: 社会消费品零售总额, en: Retail sales}, unit: 亿元, measure: flow}
  retail-growth: {name: {zh: 社会消费品零售总额增长, en: Growth of retail sales}, unit: "%", measure: growth}
  private: {name: {zh: 民间投资, en: Private investment}, unit: 亿元, measure: flow}
  jobs: {name: {zh: 城镇新增就业, en: New urban jobs}, unit: 万人, measure: flow}
  debt: {name: {zh: 债务余额, en: Debt}, unit: 亿元, measure: stock}
  prices: {name: {zh: 居民消费价格涨幅, en: Rise of consumer prices}, unit: "%", measure: mean, better: lower}
  income: {name: {zh: 居民人均可支配收入, en: Income per head}, unit: 元, measure: flow}
  income-growth: {name: {zh: 居民人均可支配收入增长（名义）, en: "Income, nominal growth"}, unit: "%", measure: growth}
"""


class Reader:
    """A workspace that tables are read for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "actuals").mkdir()
        (folder / "targets.yaml").write_text(REGISTRY, encoding="utf-8")

    def read(self, text: str, mapping: str = "", **more) -> Preview:
        path, words = self.folder / "t.csv", self.folder / "map.csv"
        path.write_text(text, encoding="utf-8")
        words.write_text(mapping, encoding="utf-8")
        writer = Writer("tester", "import", DAY.isoformat, "pid 1")
        tables = SentTables((path,), mapping=words if mapping else None)._replace(**more)
        return take_in(Order(Folder(self.folder), DAY, DAY, writer, dry_run=True), tables)


@pytest.fixture
def reader(tmp_path) -> Reader:
    return Reader(tmp_path)


def figures(preview: Preview) -> list[str]:
    return [f"{one.entry.name} {one.entry.value}" for one in preview.items]


def codes(preview: Preview) -> set[str]:
    return {str(one.code) for one in (*preview.problems, *preview.refused)}


TOLD = yaml.safe_load(Path(__file__).with_name("tables.yaml").read_text(encoding="utf-8"))
READ = {one["case"]: one for one in TOLD if "brings" in one}
REFUSED = {one["case"]: one for one in TOLD if "refused" in one}


@pytest.mark.parametrize("case", READ)
def test_a_table_of_one_reading_is_read(reader, case):
    found = reader.read(READ[case]["table"])
    assert (sorted(figures(found)), codes(found)) == (sorted(READ[case]["brings"]), set())


@pytest.mark.parametrize("case", REFUSED)
def test_what_leaves_two_readings_or_none_is_refused(reader, case):
    found = reader.read(REFUSED[case]["table"])
    assert REFUSED[case]["refused"] in codes(found)
    assert figures(found) == REFUSED[case].get("beside", [])


def test_a_refusal_names_the_cell_and_the_indicator_in_the_readers_language(reader):
    found = reader.read("指标,2024年末\n债务余额,5.4-5.6\n")
    [problem] = found.refused
    assert fault_line(problem, "zh").startswith(f"{reader.folder / 't.csv'}:2:2: 债务余额：是区间")
    assert ":2:2: Debt: a range" in fault_line(problem, "en")


def test_rows_of_nobody_we_know_are_counted_and_do_not_stop_the_others(reader):
    text = "2024年1-6月\n指标,累计\n债务余额(亿元),300\n粮食产量(万吨),12\n"
    found = reader.read(text)
    assert figures(found) == ["debt 2024-H1 point 300"]
    assert [one.text for one in found.delivery.strangers] == ["粮食产量(万吨)"]
    strict = reader.read(text, strict=True)
    assert codes(strict) == {"unknown-indicator"}


def test_a_row_of_places_is_chosen(reader):
    text = "地区,指标,时期,数值\n东县,城镇新增就业,2024年1-6月,0.3\n全市,城镇新增就业,2024年1-6月,2.6\n"
    assert figures(reader.read(text, where=(chosen_rows("地区=全市"),))) == ["jobs 2024-H1 ytd 2.6"]
    assert codes(reader.read(text, where=(chosen_rows("性别=女"),))) == {"nothing-to-choose"}
    total = "sex,indicator,period,value\n,debt,2024-06,5\nF,debt,2024-06,2\n"
    assert figures(reader.read(total.replace("debt", "Debt"), where=(chosen_rows("sex="),))) == ["debt 2024-06 point 5"]


def test_words_of_basis_win_over_the_option_and_the_mapping(reader):
    text = "月份,当月,累计\n2024年11月份,43763.0,442723.0\n"
    found = reader.read(text, "seen,means\n当月,retail\n累计,-\n", given=Given(basis=Basis.YTD))
    assert figures(found) == ["retail 2024-11 alone 43763.0"]


def test_marks_of_status_become_the_stage_and_are_told(reader):
    found = reader.read("period,debt\n2024-03,310 p\n2024-06,320r\n2024-09,330（预）\n2024-12,340*\n")
    assert [str(one.entry.stage) for one in found.items] == ["preliminary", "revised", "preliminary", ""]
    assert [one.entry.note for one in found.items] == ["", "", "", "*"]


_SHARES = [
    *(f"{verb}{year}{plan}{tail}" for verb in ("完成", "占", "为", "完成情况占") for year in ("全年", "年度", "当年")
      for plan in ("", "计划", "目标任务", "预算") for tail in ("（%）", "%", "的%", "比重", "百分比", "")),
    *(f"{verb}{plan}{tail}" for verb in ("完成", "占", "为年初", "占2024年") for plan in ("计划", "预算", "目标")
      for tail in ("（%）", "的比例(%)", "%")),
    *(f"{plan}{tail}" for plan in ("全年", "年度计划", "全年预算", "目标任务")
      for tail in ("完成率", "完成比例（%）", "执行率", "进度(%)")),
    *(f"{share} of {year}{plan}" for share in ("%", "Percent", "Share", "As a percentage")
      for year in ("the ", "annual ", "the full-year ", "the year's ") for plan in ("plan", "target", "budget")),
    "Annual plan completed (%)", "Target achievement rate", "Completion of annual plan, %",
]  # fmt: skip


def test_a_share_of_the_years_plan_is_no_figure_and_told_as_left_out(reader):
    for heading in _SHARES:
        for row in ("居民消费价格涨幅,1.2,92", "城镇新增就业,2.6,92"):
            found = reader.read(f'指标,2024年1-9月累计,"{heading}"\n{row}\n', given=Given(year=2024))
            assert len(figures(found)) == 1, heading
            assert not codes(found), heading
            assert [text for _, text in found.delivery.plan_shares] == [heading]


@pytest.mark.parametrize("heading", ["2024年全年完成", "2024年完成（%）", "2024年全年"])
def test_a_figure_of_the_whole_year_is_no_share_of_its_plan(reader, heading):
    assert figures(reader.read(f"指标,{heading}\n居民消费价格涨幅,1.2\n")) == ["prices 2024 ytd 1.2"]


_FORM_LINES = [
    "填报单位：市农业农村局,,,,单位：见表", "填报单位:某局,,2024年11月3日,,", ",,填表人：张三,,联系电话：0359-2222222",
    "填表人：,,审核人：,,联系电话：",
    "单位：见表,,,,",
    "制表机关：某局,表号：甲1,文号：某统〔2024〕1号,有效期至：2027年1月,填报日期：11月3日",
    "填报单位（盖章）：某局,,,,单位：万人",
]  # fmt: skip


@pytest.mark.parametrize("line", _FORM_LINES)
def test_a_line_of_who_filled_a_table_in_heads_no_column(reader, line):
    table = "指标名称,计量单位,2024年1-10月累计,责任单位,备注\n城镇新增就业,万人,2.6,某局,联系人：张三\n"
    for before, behind in ((f"{line}\n", ""), (f"某表\n{line}\n", ""), ("", f"{line}\n")):
        found = reader.read(f"{before}{table}{behind}")
        assert (figures(found), codes(found)) == (["jobs 2024-01..2024-10 ytd 2.6"], set())
        assert not found.delivery.not_used


def test_brackets_need_a_yes(reader):
    found = reader.read("period,gdp\n2024-Q1,(5.2)\n2024-H1,5.4\n")
    assert figures(found) == ["gdp 2024-Q1 ytd -5.2", "gdp 2024-H1 ytd 5.4"]
    assert [str(doubt.kind) for _, doubt in found.doubts][:1] == ["in-brackets"]


def test_the_day_of_release_is_the_published_date_unless_more_is_said(reader):
    text = "2024年上半年\n发布时间：2024-07-20\n指标,累计\n债务余额(亿元),300\n"
    assert reader.read(text).items[0].entry.stamp == "2024-07-20"
    assert reader.read(text, published="2024-08-01").items[0].entry.stamp == "2024-08-01"
    assert reader.read(text.replace("发布", "打印")).items[0].entry.stamp == DAY.isoformat()
