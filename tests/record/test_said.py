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
    ],
)  # fmt: skip
def test_a_place_in_an_order_is_a_ceiling_and_named_once(said: str) -> None:
    made = read(said)
    assert keys(made, "relation", "goal") == ("at_most", "5")
    assert made.zh == ("粮食总产" if said.endswith("|5") else "粮食总产全市位次")


@pytest.mark.parametrize("verb", ["前移", "上升", "进位", "较上年前移"])
def test_a_place_moved_up_is_a_smaller_place(verb: str) -> None:
    made = read(f"粮食总产在全市位次{verb}2位")
    assert (made.zh, *keys(made, "relation", "goal", "as")) == ("粮食总产全市位次", "at_most", "-2", "difference")
