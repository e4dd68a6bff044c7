"""Where may a line of a sentence end? All sentences are invented."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ycindic.render.words.visible import width, wrapped

PIECES = (*"三()（）《》“”，。、%a月", "bc", "10", "5.6", "三 a", "x(y)")


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.integers(2, 30))
def test_nothing_is_lost_and_no_line_begins_with_what_closes_or_ends_with_what_opens(text: str, room: int) -> None:
    lines = wrapped(text, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    if width(text) > room:
        assert not any(line[0] in "，。、%）》”" for line in lines[1:] if line.strip("，。、%）》”)"))
        assert not any(line[-1] in "（《“" for line in lines[:-1] if line.strip("（《“("))


def test_a_number_keeps_the_character_after_it() -> None:
    assert wrapped("截至2026年10月为5.6万人", 10) == ["截至2026年", "10月为", "5.6万人"]


def test_a_section_in_brackets_is_not_torn() -> None:
    assert wrapped("产业强基、三(四) 城乡融合（见《办法》）", 15) == ["产业强基、", "三(四) 城乡融合", "（见《办法》）"]
