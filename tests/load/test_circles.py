"""Who contains itself is found in time linear in what is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ycindic.load.circles import circles
from ycindic.load.registry import read_registry

NAMES = st.sampled_from("abcdefgh")


def reached(below, tops) -> set[str]:
    seen: set[str] = set()
    waiting = list(tops)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += below.get(name, ())
    return seen


@given(st.dictionaries(NAMES, st.lists(NAMES, max_size=4)))
def test_whoever_comes_back_to_itself_is_found_with_all_of_its_circle(below):
    found = circles(below)
    assert list(found) == [name for name in below if name in reached(below, below[name])]
    for one in found:
        for other in found:
            together = one in reached(below, [other]) and other in reached(below, [one])
            assert (found[one] == found[other]) is together


class Counted(dict):
    asked = 0

    def get(self, *words):
        self.asked += 1
        return super().get(*words)


@pytest.mark.parametrize("last", [(), (0,), (9_999,)], ids=["a chain", "one circle", "a circle at the end"])
def test_each_is_looked_at_a_few_times_however_long_the_way(last):
    count = 10_000
    below = Counted({number: (number + 1,) for number in range(count - 1)} | {count - 1: last})
    assert len(circles(below)) == {(): 0, (0,): count, (9_999,): 1}[last]
    assert below.asked <= 3 * count


def test_a_chain_whose_last_part_is_missing_goes_as_a_whole(tmp_path):
    whole = "".join(f"      - {{period: 2026, id: it@2026/{n}, parts: [it@2026/{n + 1}]}}\n" for n in range(2_000))
    top = "schema: 1\ntitle: {zh: 虚构, en: invented}\nindicators:\n  it:\n    name: {zh: 它, en: it}\n"
    registry = tmp_path / "targets.yaml"
    registry.write_text(f"{top}    unit: 个\n    measure: flow\n    targets:\n{whole}", encoding="utf-8")
    problems = []
    assert read_registry(registry, problems).targets == ()
    assert [one.seen for one in problems] == ["it@2026/2000"]
