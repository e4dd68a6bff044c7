"""Is a promise registered the way round, for the years and with the measure that its words mean? All is invented."""

from __future__ import annotations

from itertools import product

import pytest

from ycindic.domain.period import parse, year
from ycindic.record.draft.entries import DraftedEntry
from ycindic.record.registering.said import Supplement, entries_of, in_sentence, of_goal
from ycindic.scan.finding import Finding


def read(said: str) -> DraftedEntry:
    """What `add` makes of a sentence, or `import-targets` of `name|unit|goal`, in 2026."""
    name, *cells = said.split("|")
    found: list[Finding] = of_goal(name, cells[1], cells[0], year(2026)) if cells else in_sentence(name, year(2026))
    (made,) = entries_of(found, Supplement(), ())
    return made


def keys(made: DraftedEntry, *names: str) -> tuple[str | None, ...]:
    return tuple(made.targets[0].keys.get(name) for name in names)


@pytest.mark.parametrize(
    "said",
    [
        *(f"粮食总产{verb}全市前{place}" for verb, place in product(["进入", "保持", "位居"], ["5", "5位", "五"])),
        *(f"粮食总产在全市{word}|{unit}|{goal}"
          for word, unit, goal in product(["位次", "排名"], ["位", ""], ["前5", "保持前5位", "进入前5名", "第5"])),
        "粮食总产|位|5",
        "粮食总产5位",
    ],
)  # fmt: skip
def test_a_place_in_an_order_is_a_ceiling_and_named_once(said: str) -> None:
    made = read(said)
    assert keys(made, "relation", "goal") == ("at_most", "5")
    told, *cells = said.split("|")
    if cells:
        assert made.zh == told
    elif "前" in said:
        assert made.zh == "粮食总产全市位次"


@pytest.mark.parametrize("verb", ["前移", "上升", "进位", "较上年前移"])
def test_a_place_moved_up_is_a_smaller_place(verb: str) -> None:
    for said in (f"粮食总产在全市位次{verb}2位", f"粮食总产全市位次|位|{verb}2位"):
        made = read(said)
        assert (made.zh, *keys(made, "relation", "goal", "as")) == ("粮食总产全市位次", "at_most", "-2", "difference")


@pytest.mark.parametrize("debt", ["隐性债务", "到期国债", "专项债券"])
@pytest.mark.parametrize("verb", ["化解", "偿还", "归还", "清偿", "消化", "置换", "核销"])
def test_a_debt_worked_off_is_work_and_a_debt_that_stays_is_not(verb: str, debt: str) -> None:
    for said in (f"{verb}{debt}2亿元", f"{debt}{verb}|亿元|2", f"{debt}{verb}额|亿元|2", f"{verb}{debt}|亿元|2"):
        made = read(said)
        assert (made.measure, *keys(made, "relation", "goal")) == ("flow", "at_least", "2"), said
    for said in (f"{debt}余额2亿元", f"{debt}|亿元|2", f"新增{debt}2亿元"):
        assert keys(read(said), "relation") == ("at_most",), said


@pytest.mark.parametrize("said", ["争取专项债券2亿元", "申报专项债券2亿元", "到位专项债券|亿元|2"])
def test_money_sought_is_wanted_though_it_is_a_debt(said: str) -> None:
    assert keys(read(said), "relation") == ("at_least",)


AHEAD = ("2026-2030", "")
UNSURE = ("2026", "是几年的数，起止年份未说明")


def years(said: str) -> tuple[str, str]:
    """The period of a promise, and what is still open."""
    target = read(said).targets[0]
    return target.keys["period"], target.todo


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        *((f"{so}{work}", AHEAD) for so in ["五年累计", "五年共", "五年", "到2030年，五年累计", "“十五五”末累计"]
          for work in ["新建果园10亩", "改造果园10亩"]),
        *((f"{so}新建果园10亩", UNSURE) for so in ["三年", "三年累计", "四年共"]),
        *((f"{so}新建果园10亩", ("2026-2027", "")) for so in ["今明两年", "今明年", "今年和明年", "今年、明年两年"]),
        *((f"{so}新建果园10亩", ("2027-2028", "")) for so in ["明后两年", "明年和后年"]),
        ("到2028年，三年累计新建果园10亩", ("2026-2028", "")),
        ("果园|亩|五年累计新建10亩", AHEAD),
        ("单位GDP用水五年累计下降17%", AHEAD),
        ("到2030年果园产值年均增长6%以上", AHEAD),
        ("到2028年果园产值年均增长6%", ("2026-2028", "")),
        ("“十五五”末果园产值年均增长6%", AHEAD),
        ("果园产值年均增长6%", UNSURE),
        ("到2030年单位GDP用水比2025年下降13%", AHEAD),
        ("到2030年单位GDP用水下降13%", AHEAD),
        ("果园产值比2024年增长50%", ("2025-2026", "")),
        ("果园产值比2025年增长50%", ("2026", "")),
        ("到2030年果园产值达到7亿元", ("2030", "")),
        ("“十五五”末果园产值突破7亿元", ("2030", "")),
        ("“十五五”期末，果园人均产值达到7万元", ("2030", "")),
        ("“十五五”期间新建果园7亩", AHEAD),
    ],
)  # fmt: skip
def test_what_is_promised_over_several_years_is_of_those_years_or_open(said: str, expected: tuple[str, str]) -> None:
    assert years(said) == expected
    assert not any(word in read(said).zh for word in ("五年", "三年", "今", "明", "20"))


def test_a_period_that_is_told_settles_which_years_are_meant() -> None:
    (found,) = in_sentence("三年累计新建果园10亩", parse("2026-2028"))
    (made,) = entries_of([found], Supplement(), ())
    assert (made.targets[0].keys["period"], made.targets[0].todo) == ("2026-2028", "")


@pytest.mark.parametrize("base", ["", "比2025年", "较2025年"])
@pytest.mark.parametrize(("twice", "goal"), [("翻一番", "2"), ("翻番", "2"), ("翻两番", "4")])
def test_what_doubles_by_a_year_is_held_against_the_year_before_the_plan(base: str, twice: str, goal: str) -> None:
    made = read(f"到2030年果园产值{base}{twice}")
    assert (made.zh, made.measure) == ("果园产值", "flow")
    assert keys(made, "period", "baseline", "goal", "as") == ("2030", "2025", goal, "times")


@pytest.mark.parametrize("thing", ["规上企业|家", "高新技术企业|家", "市场主体|万户", "护理人员|人", "茶馆|家"])
def test_what_exists_is_a_level_and_what_is_added_a_sum(thing: str) -> None:
    name, unit = thing.split("|")
    levels = [f"{name}达到50{unit}", f"{name}|{unit}|达到50", f"累计培育{name}50{unit}"]
    assert {read(said).measure for said in levels} == {"stock"}
    assert {read(said).measure for said in (f"新增{name}50{unit}", f"培育{name}50{unit}")} == {"flow"}
    assert read(f"五年累计培育{name}50{unit}").measure == "flow"


@pytest.mark.parametrize(
    "said", ["新建学校达到6所", "城镇新增就业达到3000人", "果园产值达到3亿元", "接待游客达到3万人"]
)
def test_a_sum_that_is_reached_stays_one(said: str) -> None:
    assert read(said).measure == "flow"


@pytest.mark.parametrize("goal", ["比上年增加5", "较上年净增5", "增加5", "净增5"])
@pytest.mark.parametrize(("name", "unit", "measure"), [("规上企业", "家", "stock"), ("果园产值", "亿元", "flow")])
def test_an_increase_in_a_row_named_by_its_level_is_told_from_last_year(
    name: str, unit: str, measure: str, goal: str
) -> None:
    said = [f"{name}|{unit}|{goal}{unit}"] + [f"{name}{goal}{unit}"] * ("年" in goal)
    for made in map(read, said):
        assert (made.zh, made.measure) == (name, measure)
        assert keys(made, "relation", "goal", "as") == ("at_least", "5", "difference")
