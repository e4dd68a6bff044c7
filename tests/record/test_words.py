"""What the words of offices' tables mean."""

from __future__ import annotations

import pytest

from domain.builders import flow, growth, period
from ycindic.record.tables.names import Names
from ycindic.record.tables.said import label, said
from ycindic.record.tables.units import shift, table_units
from ycindic.record.tables.vocabulary import plain_word
from ycindic.record.tables.when import exactly


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026年1月", "2026-01"),
        ("2026年1—6月", "2026-H1"),
        ("２０２６年１－６月", "2026-H1"),
        ("2026年1月至6月", "2026-H1"),
        ("2026年1-2月份", "2026-01..2026-02"),
        ("2026年4～6月", "2026-Q2"),
        ("2026年一季度", "2026-Q1"),
        ("2026年第二季度", "2026-Q2"),
        ("2026年3季度", "2026-Q3"),
        ("2026年前三季度", "2026-01..2026-09"),
        ("2026年前8个月", "2026-01..2026-08"),
        ("2026年上半年", "2026-H1"),
        ("2026年下半年", "2026-H2"),
        ("2026年全年", "2026"),
        ("2026年度", "2026"),
        ("2026年", "2026"),
        ("2026", "2026"),
        ("202606", "2026-06"),
        ("2026.6", "2026-06"),
        ("2026/06", "2026-06"),
        ("2026-06-01", "2026-06"),
        ("2026-Q3", "2026-Q3"),
        ("2026-01..2026-02", "2026-01..2026-02"),
        ("2026 年 1 月", "2026-01"),
        ("2026年末", "2026"),
        ("截至2026年5月底", "2026-05"),
        ("2026年第1-3季度", "2026-01..2026-09"),
        ("2026M05", "2026-05"),
        ("May 2026", "2026-05"),
        ("May-26", "2026-05"),
        ("Q1 2026", "2026-Q1"),
        ("2026Q1", "2026-Q1"),
        ("2026年Ⅰ季度", "2026-Q1"),
        ("1H2026", "2026-H1"),
        ("2026年1月-2026年6月", "2026-H1"),
        ("2025年11月—2026年2月", "2025-11..2026-02"),
        ("Jan-Jun 2026", "2026-H1"),
    ],
)
def test_a_period_as_people_write_it(text, expected):
    assert exactly(plain_word(text)).period() == period(expected)


@pytest.mark.parametrize(
    ("text", "expected"), [("6月", "2026-06"), ("1-6月", "2026-H1"), ("二季度", "2026-Q2"), ("全年", "2026")]
)
def test_a_year_that_is_left_out_is_the_given_one(text, expected):
    assert exactly(plain_word(text)).period(2026) == period(expected)
    assert exactly(plain_word(text)).period() is None


@pytest.mark.parametrize(
    "text", ["", "指标", "13", "同比增长", "城镇新增就业", "12026年底", "五年", "99月0", "最近13个月"]
)
def test_what_is_no_period(text):
    assert exactly(plain_word(text)) is None


@pytest.mark.parametrize(
    ("text", "basis", "unit", "rest"),
    [
        ("2026年1-6月累计", "ytd", "", ""),
        ("6月当月（万人）", "alone", "万人", ""),
        ("本月", "alone", "", ""),
        ("本年累计完成", "ytd", "", ""),
        ("2026年6月末", None, "", ""),
        ("1-6月（单位：亿元）", None, "亿元", ""),
        ("1-6月完成", None, "", ""),
        ("1-6月同比增长（%）", None, "%", ""),
        ("1-6月±%", None, "%", ""),
        ("上年同期", None, "", ""),
        ("社会消费品零售总额_累计值(亿元)", "ytd", "亿元", "社会消费品零售总额"),
        ("2026年1-6月目标", None, "", "目标"),
        ("环比增长(%)", None, "%", "环比"),
        ("完成年度目标(%)", None, "%", "完成年度目标"),
    ],
)
def test_a_text_says_basis_and_unit_and_what_was_not_understood(text, basis, unit, rest):
    found = said(text, lambda _: False)
    assert (found.basis, found.unit, found.name) == (basis, unit, rest)


def test_words_that_belong_to_a_name_are_never_taken_from_it():
    assert said("2026年1-6月累计新增", "累计新增".__eq__).name == "累计新增"
    assert said("固定资产投资增长(%)", "固定资产投资".__eq__).role == "rate"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、城镇新增就业", ("城镇新增就业", 1, False)),
        ("（二）城镇新增就业", ("城镇新增就业", 2, False)),
        ("3.城镇新增就业", ("城镇新增就业", 3, False)),
        ("其中：城镇新增就业", ("城镇新增就业", 0, True)),
        ("  #城镇 新增就业", ("城镇新增就业", 0, True)),
        ("5G基站", ("5g基站", 0, False)),
        ("3.5万户", ("3.5万户", 0, False)),
    ],
)
def test_a_label_without_its_number_in_the_list_and_its_place_there(text, expected):
    assert label(text) == expected


def test_the_unit_of_a_table():
    assert table_units(plain_word("单位：万人")) == ("万人",)
    assert table_units(plain_word("（单位：亿元）")) == ("亿元",)
    assert table_units(plain_word("单位：亿元、%")) == ("亿元", "%")
    assert table_units(plain_word("单位负责人：王某")) == ()


@pytest.mark.parametrize(
    ("seen", "wanted", "power"),
    [
        ("人", "万人", -4),
        ("万人", "人", 4),
        ("亿元", "万元", 4),
        ("千万元", "亿元", -1),
        ("百万千瓦", "万千瓦", 2),
        ("％", "%", 0),
        ("千米", "公里", 0),
        ("公里", "千米", 0),
        ("个百分点", "百分点", 0),
        ("", "万人", 0),
        ("万亩", "亩", 4),
        ("人", "户", None),
        ("%", "‰", None),
        ("百分点", "分点", None),
        ("万元/吨标准煤", "元/吨标准煤", 4),
    ],
)
def test_units_are_converted_by_powers_of_ten_or_not_at_all(seen, wanted, power):
    assert shift(seen, wanted) == power


def names(**mapping: str) -> Names:
    from ycindic.domain.model import Bilingual

    known = [
        flow("jobs", unit="万人")._replace(name=Bilingual("城镇新增就业", "New urban jobs")),
        flow("output", unit="亿元")._replace(name=Bilingual("总产值", "Output")),
        growth("output-growth", unit="%")._replace(name=Bilingual("总产值", "Output growth")),
        growth("energy", unit="%")._replace(name=Bilingual("能耗(单位产值)", "Energy")),
    ]
    return Names({one.id: one for one in known}, {plain_word(key): value for key, value in mapping.items()})


def of(text: str, **mapping: str):
    known = names(**mapping)
    return known.of(known.said(label(text).text if not known.said(text).known else text))


@pytest.mark.parametrize(
    "text",
    [
        "jobs",
        "城镇新增就业",
        "（一）城镇新增就业（人）",
        "New Urban Jobs",
        "城镇 新增\n就业",
        "2026年6月城镇新增就业累计",
    ],
)
def test_a_name_is_an_id_or_either_name(text):
    assert of(text).indicator.id == "jobs"


def test_a_name_of_several_indicators_is_told_apart_by_its_unit_or_by_growth():
    assert of("总产值（万元）").indicator.id == "output"
    assert of("总产值(%)").indicator.id == "output-growth"
    assert of("总产值同比增长").indicator.id == "output-growth"
    assert of("总产值").several == ("output", "output-growth")
    assert of("总产值（吨）").several == ("output", "output-growth")


def test_brackets_that_belong_to_a_name_are_no_unit():
    assert of("能耗（单位产值）").indicator.id == "energy"
    assert of("城镇新增就业（不含农村）") is None


def test_a_mapping_goes_before_the_names():
    assert of("新增岗位", 新增岗位="jobs").indicator.id == "jobs"
    assert of("城镇新增就业", 城镇新增就业="-").left_out
    assert names(当期值="value").column("当期值") == "value"
    assert names(当月="jobs").said("当月").basis == "alone", "a mapped word keeps what it says"


def test_an_unknown_name_has_a_nearest_one():
    assert of("城镇新增就业数") is None
    assert names().near("城镇新增就业数") == "城镇新增就业"
