"""Does the look at a first character, which spares the search most places, hide no cue?"""

from __future__ import annotations

import re
from pathlib import Path

from ycindic.scan.cues import _CUE


def test_the_first_characters_of_cues_are_those_of_its_words() -> None:
    gate, _, whole = _CUE.pattern.partition("])")
    texts = [one.read_text(encoding="utf-8") for one in Path(__file__).parent.glob("*.yaml")]
    words = re.sub(r"\[([^]])[^]]*\]|\(\?[^)]*\)", r"\1", whole).replace("|", "。")
    for text in (*texts, *re.split("。", words)):
        assert [found.span() for found in _CUE.finditer(text)] == [found.span() for found in re.finditer(whole, text)]
    assert gate.startswith("(?=[")
