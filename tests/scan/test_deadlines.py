"""Is a deadline read as one, wherever a sentence says it? The sentences are invented."""

from itertools import product

import pytest

from ycindic.scan.finding import Class, Finding
from ycindic.scan.read import scan

DEADLINES = {
    "9月底前": "2026-09-30",
    "9月30日前": "2026-09-30",
    "9月15日之前": "2026-09-15",
    "到9月底": "2026-09-30",
    "力争三季度末前": "2026-09-30",
    "国庆节前": "2026-09-30",
    "上半年": "2026-06-30",
    "2026年6月底前": "2026-06-30",
    "二季度末": "2026-06-30",
    "年底前": "2026-12-31",
    "年内": "2026-12-31",
}
PROMISES = ("新建幼儿园15所", "新改扩建中小学12所", "完成造林6万亩", "城镇新增就业5万人", "改造30个老旧小区")


def the_only(sentence: str) -> Finding:
    (found,) = (one for one in scan(f"三、2026年工作安排\n今年，{sentence}。\n") if one.class_ is Class.TARGET)
    return found


@pytest.mark.parametrize(("words", "promise"), list(product(DEADLINES, PROMISES)))
def test_a_deadline_before_the_promise_is_its_day_and_no_part_of_its_name(words: str, promise: str) -> None:
    without, found = the_only(promise), the_only(f"{words}{promise}")
    assert found.by == DEADLINES[words]
    assert (found.indicator, found.value, found.unit) == (without.indicator, without.value, without.unit)


@pytest.mark.parametrize(("words", "done"), list(product(DEADLINES, ("建成", "全部完成", "投入使用"))))
def test_a_clause_that_only_says_until_when_is_the_deadline_of_what_stands_before_it(words: str, done: str) -> None:
    found = the_only(f"新建幼儿园15所，{words}{done}")
    assert (found.indicator, found.value, found.by) == ("新建幼儿园", 15, DEADLINES[words])


@pytest.mark.parametrize("words", ["春节前", "入冬前", "雨季前"])
def test_a_season_has_no_day(words: str) -> None:
    assert the_only(f"{words}新建幼儿园15所").by == ""


def test_a_figure_of_a_month_has_no_deadline() -> None:
    assert the_only("9月份新建幼儿园15所").by == ""
