"""Is a promise registered the way round, for the years and with the measure that its words mean? All is invented."""

from __future__ import annotations

from itertools import product

import pytest

from ycindic.domain.period import year
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
