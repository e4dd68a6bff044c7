"""People's words on the command line, wherever one reading exists."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.workspaces import run
from ycindic.domain.model import Bilingual, Indicator, IndicatorId, Measure, Plan
from ycindic.domain.period import parse
from ycindic.domain.row import Typed
from ycindic.domain.select import called
from ycindic.load.cells import cell_value
from ycindic.load.find import Folder
from ycindic.load.workspace import load
from ycindic.record.spoken import period_meant, stretch
from ycindic.render.words.units import amount_of

ROOT = Path(__file__).resolve().parents[2]


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
        (("jobs", "2026-06", "2.8万"), "jobs,2026-06,2.8"),
        (("debt", "2025", "5000万"), "debt,2025,0.5000"),
        (("parks", "2025", "0.01千"), "parks,2025,10"),
        (("jobs", "2026-06", "28 thousand"), "jobs,2026-06,2.8"),
        (("debt", "2025", "0.5 billion"), "debt,2025,5"),
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
        (("gdp", "2026-Q1", "5万"), "[bad-value]"),
        (("parks", "2025/26", "8"), "[financial-year]"),
        (("parks", "2026年6月15日", "8"), "[bad-period]"),
        (("jobs", "2026年13月", "2.8"), "[bad-period]"),
        (("nothing", "2026-06", "2"), "[unknown-indicator]"),
    ],
)
def test_two_readings_or_none_are_refused(desk, words, says):
    said = desk.run("record", *words, "--published", "2026-07-20", "--yes")
    assert (said.code, says in said.err) == (2, True)
    assert list(desk.files()) == ["targets.yaml"]


@pytest.mark.parametrize("period", ["Jan-Oct 2025", "2025年1-2月", "一季度", "2025-Q1"])
def test_of_an_unknown_name_and_a_sound_period_only_the_name_is_told(desk, period):
    said = desk.run("record", "nothing", period, "2", "--published", "2026-07-20")
    assert ("[unknown-indicator]" in said.err, "[bad-period]" in said.err) == (True, False)


@pytest.mark.parametrize(
    ("period", "written"),
    [("1-6月", "ytd"), ("一季度", "ytd"), ("上半年", "ytd"), ("6月", None), ("二季度", None), ("2026-06", None)],
)
def test_the_mean_of_months_from_the_years_first_on_is_that_of_the_year_so_far(tmp_path, capfd, period, written):
    text = FALLING.replace("growth", "mean").replace("at_most, goal: -3", "at_most, goal: 3")
    (tmp_path / "targets.yaml").write_text(text, encoding="utf-8")
    said = run(capfd, "record", "energy", f"2026年{period}".replace("2026年2026", "2026"), "1.2", "--data",
               str(tmp_path), "--published", "2026-07-20", "--as-of", "2026-07-31", "--yes")  # fmt: skip
    rows = [one.read_text(encoding="utf-8") for one in (tmp_path / "actuals").glob("*.csv")]
    assert [",ytd," in one for one in rows] == ([True] if written else []), said.err


FALLING = """\
schema: 1
title: {zh: 例, en: Invented}
indicators:
  energy:
    name: {zh: 单位GDP能耗变化, en: Energy}
    unit: "%"
    measure: growth
    targets: [{period: 2026, relation: at_most, goal: -3}]
"""


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("energy", "下降3.1", "-3.1"),
        ("单位GDP能耗", "下降3.1%", "-3.1"),
        ("单位GDP能耗", "降低 3.1", "-3.1"),
        ("单位GDP能耗下降", "3.1", "-3.1"),
        ("单位GDP能耗降低", "3.1%", "-3.1"),
        ("单位GDP能耗", "-3.1", "-3.1"),
        ("单位GDP能耗", "上升3.1", None),
        ("energy", "3.1", None),
        ("单位GDP能耗变化", "3.1%", None),
    ],
)
def test_a_fall_is_taken_as_people_tell_it_and_a_rise_where_one_was_promised_is_asked_about(
    tmp_path, capfd, name, value, written
):
    (tmp_path / "targets.yaml").write_text(FALLING, encoding="utf-8")
    typed = ("record", name, "2026-H1", value, "--published", "2026-07-20", "--yes", "--data", str(tmp_path))
    said = run(capfd, *typed, "--as-of", "2026-07-31", "--lang", "en")
    files = [one.read_text(encoding="utf-8") for one in (tmp_path / "actuals").glob("*.csv")]
    if written is None:
        assert ("is -3.1% meant? [other-sign]" in said.err + said.out, files) == (True, [])
    else:
        assert f"energy,2026-H1,{written}," in files[0]


def test_answers_are_asked_for_by_name_too(desk):
    desk.record("jobs 2026-06 2.8 --published 2026-07-20")
    for words in (("status", "新增就业"), ("status", "--indicator", "urban JOBS"), ("show", "城镇新增就业")):
        said = desk.run(*words, "--as-of", "2026-07-31")
        assert (said.code, "56.0%" in said.out or "2.8" in said.out) == (0, True)
    assert desk.run("status", "增").code == 2


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("1-2月", "2026年1—2月", "January–February 2026"),
        ("一季度", "2026年1—3月", "January–March 2026"),
        ("6月底", "2026年6月", "June 2026"),
        ("Q1", "2026年1—3月", "January–March 2026"),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_a_year_it_is_this_one_and_the_preview_tells_it(desk, monkeypatch, typed, zh, en, lang):
    on(monkeypatch, date(2026, 7, 20))
    said = desk.run("record", "parks" if "底" in typed else "jobs", typed, "2", "--dry-run", "--lang", lang)
    assert (said.code, {"zh": zh, "en": en}[lang] in said.out.splitlines()[0]) == (0, True), said.err


@pytest.mark.parametrize(
    ("typed", "ends", "last"),
    [
        ("四季度", "2026-12-31", "2025年10—12月"),
        ("12月", "2026-12-31", "2025年12月"),
        ("12月底", "2026-12-31", "2025年12月"),
        ("全年", "2026-12-31", "2025年"),
        ("1-12月", "2026-12-31", "2026年1—6月"),
        ("1-11月", "2026-11-30", "2026年1—6月"),
    ],
)
def test_what_ends_later_this_year_is_not_over_and_the_last_complete_one_is_named(desk, monkeypatch, typed, ends, last):
    on(monkeypatch, date(2026, 7, 20))
    said = desk.run("record", "jobs", typed, "2", "--yes", "--lang", "en")
    assert said.code == 2
    assert f"it ends on {ends}; did you mean {last}?" in said.err
    assert "[not-over]" in said.err
    assert list(desk.files()) == ["targets.yaml"]


@pytest.mark.parametrize(
    ("typed", "ends", "complete"),
    [
        ("1-9月", "2026-09-30", "2026年1—8月"),
        ("三季度", "2026-09-30", "2026年4—6月"),
        ("9月", "2026-09-30", "2026年8月"),
        ("Jan-Sep", "2026-09-30", "January–August 2026"),
    ],
)
def test_a_period_that_runs_is_said_to_run_and_the_last_complete_one_is_named(desk, monkeypatch, typed, ends, complete):
    on(monkeypatch, date(2026, 9, 20))
    said = desk.run("record", "jobs", typed, "2", "--yes", "--lang", "en")
    assert said.code == 2
    assert f"it ends on {ends}; did you mean {complete}?" in said.err
    assert "[not-over]" in said.err


def shipped() -> list[Indicator]:
    folders = (ROOT / "data", ROOT / "examples/china")
    every = [one for folder in folders for one in load(Folder(folder), date(2026, 1, 1)).plan.indicators.values()]
    return list({(one.unit, one.unit_en): one for one in every}.values())


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("one", shipped(), ids=lambda one: f"{one.unit} {one.unit_en}")
@given(number=st.decimals(0, 99999, places=2))
def test_every_amount_that_we_print_can_be_typed_and_is_the_same(one: Indicator, lang: str, number: Decimal) -> None:
    typed = Typed(one.id, "2025", amount_of(str(number), one, lang))
    plan = Plan(Bilingual("", ""), {one.id: one}, ())
    read = period_meant(typed, plan, date(2026, 1, 1), [])
    assert cell_value(read.value, percent=one.unit == "%") == number


def on(monkeypatch, day: date) -> None:
    monkeypatch.setattr("ycindic.cli.writing.today", lambda: day)


@pytest.mark.parametrize("typed", ["2026", "2026年", "2026年度", "2026全年"])
def test_the_filter_of_periods_takes_words_with_a_year(desk, typed):
    for command in ("status", "targets", "check"):
        said = desk.run(command, "--period", typed)
        assert (said.code < 2, said) == (True, desk.run(command, "--period", "2026"))


@pytest.mark.parametrize(
    ("typed", "years"),
    [("十五五", "2026-2030"), ("“十四五”时期", "2021-2025"), ("2026—2030年", "2026-2030"), ("2026-2030", "2026-2030")],
)
def test_a_five_year_plan_is_its_years(typed, years):
    assert stretch(typed) == parse(years)


@pytest.mark.parametrize("typed", ["十五", "一季度", "2025/26", "某年", "2026年13月", ""])
def test_what_names_no_year_of_its_own_is_no_stretch(typed):
    assert stretch(typed) is None


def test_check_refuses_a_period_that_is_none(desk):
    assert desk.run("check", "--period", "某年").code == 2


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("规模以上工业", ("industry",)),
        ("全省规模", ("province",)),
        ("增长", ("industry", "province", "trade")),
        ("value added", ("industry",)),
    ],
)
def test_of_names_that_differ_by_what_stands_before_the_plain_one_is_meant(word, ids):
    names = {
        "industry": Bilingual("规模以上工业增加值增长", "Growth of value added"),
        "province": Bilingual("全省规模以上工业增加值增长", "Province, growth of value added"),
        "trade": Bilingual("零售额增长", "Growth of retail sales"),
    }
    known = {IndicatorId(key): Indicator(IndicatorId(key), one, "%", Measure.GROWTH) for key, one in names.items()}
    assert called(word, known) == ids


def test_the_day_of_the_question_takes_words_with_a_year(desk):
    desk.record("jobs 2026-06 2.8 --published 2026-07-20")
    assert desk.run("status", "--as-of", "2026年7月") == desk.run("status", "--as-of", "2026-07-31")
    assert desk.run("status", "--as-of", "7月").code == 2


def test_the_period_that_a_table_leaves_out_may_be_said_in_words(desk, tmp_path):
    (tmp_path / "t.csv").write_text("指标,单位,累计\n城镇新增就业,万人,2.8\n", encoding="utf-8")
    said = desk.run("import", str(tmp_path / "t.csv"), "--period", "2026年1—6月", "--published", "2026-07-20", "--yes")
    assert said.code == 0, said
    (name,) = [name.partition("/")[2] for name in desk.files() if name.endswith(".csv") and "actuals/" in name]
    assert desk.rows(name)[-1].startswith("jobs,2026-H1,2.8,ytd,2026-07-20")


@pytest.mark.parametrize(
    "names",
    [
        {"a": Bilingual("零售额增长", "Retail sales"), "b": Bilingual("零售额增长", "Retail sales")},
        {"a": Bilingual("城镇零售额", "Retail sales"), "b": Bilingual("农村零售额", "Rural retail sales")},
    ],
)
def test_two_of_one_name_and_two_of_the_other_language_stay_two(names):
    known = {IndicatorId(key): Indicator(IndicatorId(key), one, "%", Measure.GROWTH) for key, one in names.items()}
    assert called("零售", known) == ("a", "b")


def test_of_several_names_each_is_told_as_it_can_be_typed_and_by_its_id_only_where_two_are_called_alike(desk):
    path = desk.folder / "targets.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("园区, en: Parks", "债务净额, en: Net new debt"), encoding="utf-8")
    said = desk.run("record", "债务净", "2025", "3")
    assert "债务净增; 债务净额" in said.err
    assert "type one of them in full [ambiguous-name]" in said.err
    assert "mapping" not in said.err
    assert "debt; parks" in desk.run("record", "Net new debt", "2025", "3").err


def test_what_is_said_of_a_typed_period_tells_the_option_that_lets_it_in(desk):
    said = desk.run("record", "jobs", "11月", "2.8", "--as-of", "2026-11-28")
    assert "--waive period-not-over" in said.err
