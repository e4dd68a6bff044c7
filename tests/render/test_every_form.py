"""Is the same said in every form?"""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from render.desk import pieces, report, row, written
from render.read_back import from_csv, from_json, from_markdown, from_table, page
from ycindic.render.answers.columns import STATUS_COLUMNS
from ycindic.render.answers.path import drawable
from ycindic.render.answers.sheet import NOTHING, SHARE
from ycindic.render.forms import FORMS
from ycindic.render.forms.script import SCRIPT

TOLD = (
    "id", "actual", "baseline", "gap", "completion", "expected_completion", "time_progress", "pace", "catch_up",
    "annualised", "required", "projection", "lead_profile", "acceleration",
)  # fmt: skip
"""Columns with a number and an unbroken text."""

IDS = [one.target.id for one in report().rows]


def number(text: str) -> Decimal:
    """The number in a cell: `56.0%`, `5 万人`, `≤ 3.10%`, `差0.5点`."""
    found = re.match(r"(?:≤ ?|还差|差|超|余|偏低|偏高)?([+-]?[0-9.]+)", text)
    assert found, text
    return Decimal(found[1])


def beyond(target: str, text: str) -> bool:
    """Whether the words of a gap say that nothing is missing; of a ceiling `over` says that something is."""
    ceiling = row(target).target.relation == "at_most"
    return bool(re.search("spare$|^余", text)) if ceiling else bool(re.search("over$|^超", text))


@pytest.fixture(scope="module")
def csv_cells() -> dict[str, dict[str, str]]:
    return from_csv(written("csv"))


@pytest.mark.parametrize("target", IDS)
def test_csv_and_json_give_the_same_values(target: str, csv_cells: dict[str, dict[str, str]]) -> None:
    told = from_json(written("json"))[target]
    assert list(told) == list(STATUS_COLUMNS)
    for column, value in told.items():
        if STATUS_COLUMNS[column].bilingual:
            pair = [csv_cells[target][f"{column}_{lang}"] for lang in ("zh", "en")]
            assert pair == (["", ""] if value is None else [value["zh"], value["en"]])
        elif isinstance(value, int | float) and not isinstance(value, bool):
            assert Decimal(csv_cells[target][column]) == Decimal(str(value))
        elif isinstance(value, bool):
            assert csv_cells[target][column] == str(value).lower()
        elif isinstance(value, str):
            assert csv_cells[target][column] == value
        elif value is None:
            assert csv_cells[target][column] == ""


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", ["table", "markdown", "html"])
def test_what_people_read_is_the_rounded_value_of_what_programs_read(
    form: str, lang: str, csv_cells: dict[str, dict[str, str]]
) -> None:
    found = report()._replace(by_urgency=True)
    text = written(form, found, lang=lang, columns=TOLD, width=400)
    if form == "html":
        rows = [[one.strip() for one in cells[2:-1]] for cells in page(text, lang).rows if len(cells) > len(TOLD)]
        told = {cells[0]: dict(zip(TOLD, cells, strict=True)) for cells in rows if "@" in cells[0]}
    else:
        told = (from_table if form == "table" else from_markdown)(text, TOLD)
    assert sorted(told) == sorted(IDS)
    for target, cells in told.items():
        for column in TOLD[1:]:
            exact = csv_cells[target][column]
            if cells[column] in (NOTHING, ""):
                gone = column == "required" and Decimal(csv_cells[target]["gap_edge"] or "0") <= 0
                assert exact == "" or gone, (target, column)
            else:
                shown = number(cells[column])
                if column == "gap" and beyond(target, cells[column]):
                    shown = -shown
                value = Decimal(exact) * (100 if STATUS_COLUMNS[column].unit == SHARE else 1)
                digit = Decimal(1).scaleb(int(shown.as_tuple().exponent))
                off = abs(shown - value)  # what a month must bring is rounded up, so that it is enough
                assert off < digit if column == "required" else off <= digit / 2, (target, column)


def test_a_number_on_the_page_carries_its_exact_value(csv_cells: dict[str, dict[str, str]]) -> None:
    columns = ("id", "actual", "gap", "completion")
    found = page(written("html", columns=columns))
    for cells, exact in zip(found.rows, found.exact, strict=True):
        for place, value in exact.items():
            assert Decimal(value) == Decimal(csv_cells[cells[2]][columns[place - 2]])


def test_the_page_loads_nothing_and_runs_nothing_foreign() -> None:
    text = written("html")
    found = page(text)
    assert {one.partition("@")[0] for one in found.links} <= {f"#{one.partition('@')[0]}" for one in IDS}
    assert re.findall("<script>(.*?)</script>", text, re.DOTALL) == [SCRIPT], "but what its own policy names"
    assert not re.search(r"https?:|url\(|@import", text)


def test_every_target_with_a_step_in_its_period_has_its_picture() -> None:
    rows = written("html").partition("<main>")[2]
    drawn = [one for one in report().rows if drawable(one, report().facts) is not None]
    assert rows.count("<svg role=img") == len(drawn) > len(IDS) // 2


def test_the_brief_tells_in_sentences_what_needs_attention() -> None:
    text = written("markdown")
    late = text[text.index("## Needs action") :]
    assert "**Gross regional product** 2026: at risk. 5.5% for January–June 2026" in late
    assert "**New urban jobs** 2026: off track." in late  # 2.80 after 2.85, where last year's 5.00 are to be reached
    assert "Coverage by liveable villages" not in late


def test_the_same_question_gives_the_same_bytes_whatever_the_screen() -> None:
    for form in ("csv", "json"):
        assert written(form, lang="zh", width=40) == written(form, lang="en", width=300, colour=True)
    for form in FORMS:
        assert pieces(form) == pieces(form)


def test_a_sentence_has_the_decimals_of_its_table() -> None:
    assert "104 个 for June 2026" in written("csv")
    assert "2.80 万人 for January–June 2026" in written("csv")
    assert row("jobs").figures.required is not None
