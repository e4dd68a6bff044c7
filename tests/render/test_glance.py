"""Are the numbers at a glance and the doubts about the rest told in both languages? Doubts have invented figures."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from cli.workspaces import ROOT, call
from domain.builders import growth
from ycindic.domain.glance.feasible import Feasibility, Reach
from ycindic.render.answers.glance import feasibility_sentence, remark_value
from ycindic.render.answers.sheet import in_both

CHINA = ("--data", str(ROOT / "examples/china"), "--as-of", "2026-09-20")
RATE = growth()
TOLD = {
    Reach.DOUBLE: ("其余须增长9.00%，要翻一番以上", "the rest must more than double last year's: 9.00%"),
    Reach.BELOW_NOTHING: ("其余须为9.00%，小于零，做不到", "the rest would have to be 9.00%, less than nothing"),
    Reach.BEYOND_LIMIT: ("其余须为9.00%，超过上限7%，做不到", "the rest needs 9.00%, above its limit of 7%"),
    Reach.BEYOND_RECORD: (
        "其余须9.00%，有记录的5年都未达到，最接近的是2020年的7.00%",
        "the rest needs 9.00%; none of 5 years on record had such a rest, nearest 7.00% in 2020",
    ),
    Reach.NO_RETURN: (
        "若照此延续到12月，有记录的5年都未能再补回：届时其余须9.00%，最接近的是2020年的7.00%",
        (
            "the rest would need 9.00% should it go on as so far to month 12, "
            "after which none of 5 years on record came back: nearest 7.00% in 2020"
        ),
    ),
    Reach.ON_RECORD: (
        "其余须9.00%，有记录的5年中有2年的其余时段达到此数，最好的是2020年的7.00%",
        "the rest needs 9.00%; 2 of 5 years on record had such a rest, the best 7.00% in 2020",
    ),
}


@pytest.mark.parametrize("doubt", list(Reach))
def test_a_doubt_is_one_sentence_in_each_language(doubt: Reach) -> None:
    remark = Feasibility(doubt, Decimal(9), "%", Decimal(7), 2020, 5, 2)
    assert tuple(in_both(feasibility_sentence(remark, RATE)).values()) == TOLD[doubt]
    assert remark_value(remark, RATE)["message"] == {"zh": f"{TOLD[doubt][0]}。", "en": f"T{TOLD[doubt][1][1:]}."}


def test_of_a_ceiling_the_rest_stays_within() -> None:
    remark = Feasibility(Reach.ON_RECORD, Decimal(9), "%", Decimal(7), 2020, 5, 2, room=True)
    assert feasibility_sentence(remark, RATE).in_language("zh").startswith("其余须不高于9.00%")
    assert feasibility_sentence(remark, RATE).in_language("en").startswith("the rest must stay within 9.00%")


def test_the_page_tells_the_latest_quarter_beside_what_the_rest_needs() -> None:
    for lang, head, words in (
        ("zh", "推算（非公布数）", "其余须"),
        ("en", "Computed, not published", "the rest needs "),
    ):
        page = call("show", "gdp@2026", *CHINA, YCINDIC_LANG=lang, COLUMNS="160").out
        assert head in page
        assert "4.42%" in page  # (0.470698 x 4.7 - 0.227171 x 5.0) / 0.243527
        assert words in page


def test_programs_get_the_same_marked_as_computed() -> None:
    (target,) = json.loads(call("show", "gdp@2026", *CHINA, "--format", "json").out)["targets"]
    (one,) = target["computed"]
    assert (one["field"], one["period"], one["computed"], one["weights"]) == (
        "latest_growth", "2026-Q2", True, "last_year",
    )  # fmt: skip
    assert one["low"] < one["value"] < one["high"]
