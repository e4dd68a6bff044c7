"""Does a quick sum give the printed result, with its formula filled in?"""

from __future__ import annotations

import json
import math
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ycindic.cli import main


@pytest.fixture
def calc(capsys: pytest.CaptureFixture[str]):
    def run(line: str) -> str:
        assert main(["calc", *line.split()]) == 0
        return capsys.readouterr().out

    return run


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]):
    def run(line: str) -> str:
        assert main(["calc", *line.split()]) == 2
        return capsys.readouterr().err

    return run


def results(text: str) -> dict[str, float]:
    return {one["field"]: one["value"] for one in json.loads(text)["results"]}


SUMS = (
    "cagr 100 121 --years 2",
    "cagr 68.5 50 --years 2.5",
    "annualise 1.2",
    "annualise -0.4 --every month",
    "required 5.5 6 --month 6 --weight 0.46",
    "required -13.4 -16 --month 9",
    "average-growth 8 9 --goal 10 --years 5",
    "average-growth -3 2.5",
    "pace 2.8 5 --month 6 --expected 57%",
    "pace 0 5 --month 1",
    "pace 6 5 --month 6",
)


@pytest.mark.parametrize("line", SUMS)
def test_every_filled_formula_calculates_to_its_result(line: str, calc) -> None:
    for one in json.loads(calc(f"{line} --format json"))["results"]:
        code = one["filled"].replace("×", "*").replace("÷", "/").replace("−", "-").replace("^", "**")
        assert re.fullmatch(r"[0-9.()*/+\-ln\s]+", code), code
        found = eval(code, {"ln": math.log})  # noqa: S307 - digits and operators only, as just checked
        assert found == pytest.approx(one["value"], abs=1e-5, rel=1e-5)


def test_gdp_of_5_5_in_the_half_year_needs_6_43_in_the_rest_for_6(calc) -> None:
    text = calc("required 5.5 6 --month 6 --weight 0.46")
    assert "the rest must grow: 6.43%" in text
    assert "(6 − 0.46 × 5.5) ÷ (1 − 0.46)" in text


def test_the_range_from_rounding_is_that_of_half_a_digit(calc) -> None:
    ends = [(8 - 0.49 * g) / (1 - 0.49) for g in (7.45, 7.35)]
    assert f"({ends[0]:.2f}% to {ends[1]:.2f}% from rounding)" in calc("required 7.4 8 --month 6 --weight 49%")


def test_the_mean_of_eight_and_nine_per_cent_leaves_11_01_a_year_for_ten(calc) -> None:
    found = results(calc("average-growth 8 9 --goal 10 --years 5 --format json"))
    assert found["average"] == pytest.approx((math.sqrt(1.08 * 1.09) - 1) * 100)
    assert found["required"] == pytest.approx(((1.1**5 / (1.08 * 1.09)) ** (1 / 3) - 1) * 100)


def test_jobs_of_28_000_by_june_are_behind_last_year_and_ahead_of_time(calc) -> None:
    by_time = results(calc("pace 28000 50000 --month 6 --format json"))
    assert (by_time["completion"], by_time["pace"]) == (0.56, pytest.approx(1.12))
    by_last_year = results(calc("pace 28000 50000 --month 6 --expected 0.57 --format json"))
    assert by_last_year["pace"] == pytest.approx(0.56 / 0.57)
    assert by_last_year["projection"] == pytest.approx(28000 / 0.57)


def test_a_value_of_zero_has_no_rate_but_an_amount_a_year(calc) -> None:
    text = calc("cagr 0 50 --years 5")
    assert "added a year: 10.0 (no rate of growth where a value is not above 0)" in text
    assert "%" not in text


def test_numbers_may_be_typed_as_people_type_them(calc) -> None:
    assert calc("required ５.５ 6% --month 6") == calc("required 5.5 6 --month 6")
    assert results(calc("cagr 1,000 1,210 --years 2 --format json"))["annualised"] == pytest.approx(10)


def test_chinese_answers_use_the_official_terms(calc) -> None:
    text = calc("pace 2.8 5 --month 6 --lang zh")
    assert "完成率：56.0%" in text
    assert "序时进度：50.0%" in text
    assert "年均增长：" in calc("cagr 1 2 --years 3 --lang zh")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("cagr five 6 --years 1", "START: 'five' is no number"),
        ("cagr 5 6 --years 0", "--years: 0: an average a year needs a quarter of a year at least (0.25)"),
        ("cagr 5 6 --years 0.24", "needs a quarter of a year at least (0.25), 100 years at most"),
        ("cagr 5 6 --years 101", "100 years at most"),
        ("cagr 1 999999999999999999999999 --years 0.5", "the result has more than 30 digits"),
        ("annualise -300", "RATE: −300: nothing falls by more than 100 %"),
        ("average-growth -150 -150", "RATE: −150: nothing falls by more than 100 %"),
        ("average-growth 5 --goal -101 --years 3", "--goal: −101: nothing falls by more than 100 %"),
        ("average-growth 5 --goal -100 --years 3", "--goal: what falls to nothing has no average growth"),
        ("required -100.1 6 --month 6", "SO_FAR: −100.1: nothing falls by more than 100 %"),
        ("required 6 -200 --month 6", "GOAL: −200: nothing falls by more than 100 %"),
        ("required 5 6 --month 12 --weight 0.5", "--month: the year is over"),
        ("pace 5 6 --month 12 --expected 0.5", "--expected: by December all of it should be done"),
        ("required 5 6 --month 13", "--month: '13' is no whole number from 1 to 12"),
        ("required 5 6 --month 12", "--month: the year is over"),
        ("required 5 6 --month 6 --weight 1.5", "--weight: '1.5' is no share"),
        ("average-growth -100 5", "RATE: they compound to nothing above 0"),
        ("average-growth 5 --goal 6", "--goal: --goal and --years belong together"),
        ("average-growth 5 6 --goal 6 --years 2", "--years: no year is left"),
        ("pace 5 0 --month 6", "GOAL: the goal must be above 0"),
        ("annualise 1 --every week", "--every: no 'week'; there are: month, quarter, half"),
        ("cagr 1 2", "--years is missing"),
    ],
)
def test_a_mistake_is_told_with_its_place(line: str, says: str, refused) -> None:
    assert says in refused(line)


def test_what_no_rest_of_the_year_can_bring_is_said(calc) -> None:
    assert "the rest must grow: -170.00%" in calc("required 50 -60 --month 6")  # (−60 − 25) ÷ 0.5
    assert "no rest of the year gives the goal" in calc("required 50 -60 --month 6")


def test_a_quarter_of_a_year_is_long_enough(calc) -> None:
    assert results(calc("cagr 100 110 --years 0.25 --format json"))["annualised"] == pytest.approx((1.1**4 - 1) * 100)


NUMBERS = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-500, max_value=500).map(str),
    st.from_regex(r"-?[0-9]{1,30}", fullmatch=True),
    st.from_regex(r"-?[0-9]{1,3}\.[0-9]{1,27}%?", fullmatch=True),
    st.sampled_from(
        ["0", "-0", "-100", "-100.0", "-99.999999", "100%", "1e9", "nan", "inf", "-inf", "", "５.５", "1,234.5", "--"]
    ),
    st.text(max_size=6),
)
MONTHS = st.one_of(st.integers(-1, 14).map(str), NUMBERS)
LINES = st.one_of(
    st.tuples(st.just("cagr"), NUMBERS, NUMBERS, st.just("--years"), NUMBERS),
    st.tuples(st.just("annualise"), NUMBERS, st.just("--every"), st.sampled_from(["month", "quarter", "half", "year"])),
    st.tuples(st.just("required"), NUMBERS, NUMBERS, st.just("--month"), MONTHS),
    st.tuples(st.just("required"), NUMBERS, NUMBERS, st.just("--month"), MONTHS, st.just("--weight"), NUMBERS),
    st.lists(NUMBERS, min_size=1, max_size=6).map(lambda many: ("average-growth", *many)),
    st.tuples(st.just("average-growth"), NUMBERS, st.just("--goal"), NUMBERS, st.just("--years"), MONTHS),
    st.tuples(st.just("pace"), NUMBERS, NUMBERS, st.just("--month"), MONTHS),
    st.tuples(st.just("pace"), NUMBERS, NUMBERS, st.just("--month"), MONTHS, st.just("--expected"), NUMBERS),
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(line=LINES, form=st.sampled_from(["text", "json"]))
def test_whatever_is_typed_there_is_a_result_or_a_reason(line, form, capsys) -> None:
    capsys.readouterr()
    code = main(["calc", *line, "--format", form, "--lang", "en"])
    out, err = capsys.readouterr()
    assert code in (0, 2), err
    assert bool(out) is (code == 0)
    assert not re.search(r"\b(nan|inf|infinity)\b", out, re.IGNORECASE)
    assert form == "json" or not re.search(r"[0-9]E[+-]?[0-9]", out)
    if code == 0 and form == "json":
        assert all(math.isfinite(one["value"]) for one in json.loads(out)["results"] if one["value"] is not None)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    rate=st.decimals(min_value="-9999", max_value="-100.01", places=2).map(str),
    line=st.sampled_from(
        [
            "annualise {}",
            "required {} 5 --month 6",
            "required 5 {} --month 6",
            "average-growth 5 {}",
            "average-growth {} {}",
            "average-growth 5 --goal {} --years 3",
        ]
    ),
)
def test_a_fall_of_more_than_all_is_refused_everywhere(rate, line, capsys) -> None:
    assert main(["calc", *line.replace("{}", rate).split()]) == 2
    assert "nothing falls by more than 100 %" in capsys.readouterr().err


def test_calc_alone_tells_which_sums_there_are(calc) -> None:
    assert "average-growth" in calc("")
