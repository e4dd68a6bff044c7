"""Is the table what a statistician likes to read?"""

from __future__ import annotations

import itertools
import re

import pytest
from rich.cells import cell_len

from domain.builders import alone, flow, growth, judge, mean, promised, ytd
from render.desk import cell, named, plan, report, row, written
from ycindic.domain.model import Bilingual, Indicator, Target
from ycindic.domain.select import urgent_first
from ycindic.render.answers.columns import STATUS_COLUMNS
from ycindic.render.answers.report import Report
from ycindic.render.answers.status import _USUAL, _WIDEST

WIDTHS = (60, 80, 100, 160)
LONG = "Growth of the value added of industrial enterprises above designated size in the development zones"


def lines(text: str, word: str) -> list[str]:
    return [line for line in text.splitlines() if word in line]


def test_a_published_figure_keeps_its_decimals() -> None:
    assert cell("actual", row("gdp"), "en") == "5.5%"
    assert cell("actual", row("jobs"), "en") == "2.80 万人"
    assert cell("actual", row("villages"), "en") == "52.50%"


def test_a_whole_number_that_a_spreadsheet_stripped_gets_its_decimals_back() -> None:
    found = report(plan([growth(decimals=1)], [promised("at_least", 5)]), [ytd("2026-06", 5)])
    assert cell("actual", row("it", found), "en") == "5.0%"


def test_a_sum_has_the_decimals_of_its_finest_part() -> None:
    found = report(plan([flow()], [promised("at_least", 9)]), [alone("2026-01", "1.3"), alone("2026-02", "1.25")])
    assert cell("actual", row("it", found), "en") == "2.55 km"


def test_a_mean_of_published_figures_has_one_decimal_more_and_a_rate_two_at_least() -> None:
    assert pytest.approx(0.8333, abs=0.0001) == (0.4 + 1.2 + 0.9) / 3
    assert cell("actual", row("prices"), "en") == "0.83%"
    counted = report(plan([mean(unit="days")], [promised("at_most", 9)]), [alone("2026-01", 1), alone("2026-02", 2)])
    assert cell("actual", row("it", counted), "en") == "1.5 days"


def test_what_the_rest_needs_is_rounded_to_two_decimals_of_a_rate() -> None:
    assert {cell("required", row("gdp"), lang) for lang in ("zh", "en")} == {f"{(6 - 0.5 * 5.5) / 0.5:.2f}%"}


def test_a_difference_of_rates_is_told_in_percentage_points_and_on_which_side_it_lies() -> None:
    assert (cell("gap", row("gdp"), "en"), cell("gap", row("gdp"), "zh")) == ("0.5 pp short", "差0.5点")
    assert cell("gap", row("jobs"), "en") == "2.20 万人 to go"


@pytest.mark.parametrize(
    ("measured", "target", "value", "en", "zh"),
    [
        (growth(), promised("at_least", 6), "5.8", "0.2 pp short", "差0.2点"),
        (growth(), promised("at_least", 6), "6.2", "0.2 pp over", "超0.2点"),
        (growth(), promised("at_most", 6), "6.2", "0.2 pp over", "超0.2点"),
        (growth(), promised("at_most", 6), "5.8", "0.2 pp spare", "余0.2点"),
        (growth(), promised("at_least", 6), "6.0", "0.0 pp", "0.0点"),
        (growth(better="near"), promised("about", 6), "4.8", "1.2 pp low", "偏低1.2点"),
        (growth(better="near"), promised("about", 6), "6.2", "0.2 pp high", "偏高0.2点"),
        (growth(), promised("between", 4, goal_high=5, band=True), "4.5", "inside", "范围内"),
        (growth(), promised("between", 4, goal_high=5), "4.5", "inside", "范围内"),
        (growth(), promised("between", 4, goal_high=5), "5.5", "1.5 pp over", "超1.5点"),
        (growth(), promised("rising"), "-0.5", "0.5 pp short", "差0.5点"),
        (growth(), promised("falling"), "0.5", "0.5 pp over", "超0.5点"),
        (flow(unit="km"), promised("at_most", 10), "12", "2 km over", "超2 km"),
    ],
)
def test_a_gap_says_on_which_side_of_the_goal_the_figure_lies(
    measured: Indicator, target: Target, value: str, en: str, zh: str
) -> None:
    """A sign alone could be read either way."""
    found = judge(measured, target, [ytd("2026", value)], at="2027-02-01")
    assert (cell("gap", found, "en"), cell("gap", found, "zh")) == (en, zh)


def test_a_goal_is_shown_as_it_was_typed_however_long() -> None:
    found = report(plan([flow()], [promised("at_least", "0.123456")]), [])
    assert cell("goal", row("it", found), "en") == "≥ 0.123456 km"


def test_nothing_is_ever_shown_as_minus_zero() -> None:
    found = report(plan([growth()], [promised("at_least", 5)]), [ytd("2026-06", "-0.0")])
    assert cell("actual", row("it", found), "en") == "0.0%"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_screen(width: int, lang: str) -> None:
    text = written("table", lang=lang, width=width)
    assert max(cell_len(line) for line in text.splitlines()) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_a_long_name_is_wrapped_and_every_word_of_it_stays(width: int) -> None:
    found = report(plan([named(growth(), "长", LONG)], [promised("at_least", 5)]), [ytd("2026-06", "5.1")])
    words = re.findall(r"[A-Za-z]+", written("table", found, width=width))
    assert [word for word in LONG.split() if word not in words] == []


def heading(found: Report, width: int) -> list[str]:
    return lines(written("table", found, width=width), "Goal")[0].split()


def test_more_room_shows_more_columns() -> None:
    heads = [heading(report(), width) for width in WIDTHS]
    for narrow, wide in itertools.pairwise(heads):
        assert set(narrow) <= set(wide)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_columns_of_a_width_are_the_same_whatever_is_known(width: int) -> None:
    only = report(plan(targets=[promised("at_most", 2, of="prices")]))
    assert heading(only, width) == heading(report(), width)
    assert set(heading(only, width)) >= {"Indicator", "Goal", "Actual", "Gap", "Needs"}


@pytest.mark.parametrize("width", WIDTHS)
def test_no_number_is_broken_and_the_unit_stands_once(width: int) -> None:
    """12 million and 10.57 million, of goal and figure with the unit of their files in 万人."""
    jobs = flow("jobs", unit="万人", unit_en="persons")._replace(name=Bilingual("城镇新增就业", "New urban jobs"))
    found = report(plan([jobs], [promised("at_least", 1200, of="jobs")]), [ytd("2026-06", 1057, of="jobs")])
    for lang, numbers in (("en", ("12", "10.57", "1.43")), ("zh", ("≥1200", "1057", "还差143"))):
        text = written("table", found, lang=lang, width=width)
        assert set(numbers) <= set(text.split())
        assert sum(text.count(word) for word in ("persons", "万人")) == 1


def test_wide_shows_every_column_of_the_table_and_all_targets() -> None:
    text = written("table", width=60, wide=True)
    head = lines(text, "Verdict")[0]
    assert [
        STATUS_COLUMNS[key].label.in_language("en")
        for key in _WIDEST
        if STATUS_COLUMNS[key].label.in_language("en") not in head
    ] == []
    assert "roads@2026" in text


def test_own_columns_come_in_their_own_order() -> None:
    head = lines(written("table", columns=("id", "gap", "actual")), "Gap")[0]
    assert re.split(r"\s{2,}", head.strip()) == ["Id", "Gap", "Actual"]


@pytest.mark.parametrize("column", STATUS_COLUMNS)
def test_every_column_can_be_chosen_and_none_is_empty_by_accident(column: str) -> None:
    for lang in ("zh", "en"):
        assert written("table", lang=lang, columns=(column,), width=80)
        assert all(cell(column, one, lang) for one in report().rows)


def test_urgency_puts_first_what_needs_action() -> None:
    found = report()
    text = written("table", found._replace(rows=urgent_first(found.rows), by_urgency=True))
    body = text[text.index("  Indicator") : text.index("? no data (1)")]
    order = [line[0] for line in body.splitlines()[1:] if line[0] != " "]
    assert len(order) == 7
    assert order == sorted(order, key="#✗!?~.+»✓".index)


def test_the_headline_counts_verdicts_and_tells_how_far_the_year_is() -> None:
    top = "\n".join(written("table", width=160).splitlines()[:3])
    assert "8 targets" in top
    assert f"{263 / 365:.1%} of the year gone" in top  # 20 September is the 263rd day
    assert "newest figure June 2026" in top
    assert "✓ achieved 1" in top


def test_rows_without_a_figure_fold_to_a_line_that_names_them() -> None:
    assert "? no data (1): Rural roads" in written("table").splitlines()


def test_ascii_only_screens_get_ascii_symbols() -> None:
    text = written("table", ascii_only=True)
    assert not set("✓✗»–") & set(text.replace("2026–2030", ""))


def test_colour_is_only_written_where_it_was_asked_for() -> None:
    assert "\x1b[" not in written("table")
    assert "\x1b[" in written("table", colour=True)


def test_numbers_stand_to_the_right() -> None:
    assert not any(STATUS_COLUMNS[name].left for name in ("actual", "gap", "required"))
    assert set(_USUAL) <= set(_WIDEST) <= STATUS_COLUMNS.keys()
