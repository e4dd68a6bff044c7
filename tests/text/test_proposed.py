"""Can every command that we propose be typed as it stands?"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from ycindic.cli.commands import COMMANDS
from ycindic.text.proposed import propose_for, proposed

PO = Path(__file__).resolve().parents[2] / "src/ycindic/text/locale/zh/LC_MESSAGES/ycindic.po"
WORDS = st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" "), min_size=1)


@pytest.fixture(autouse=True)
def _nowhere() -> Iterator[None]:
    yield
    propose_for("")


@given(folder=WORDS, words=st.lists(WORDS))
def test_a_shell_reads_the_words_and_the_folder_as_they_are(folder: str, words: list[str]) -> None:
    propose_for(folder)
    assert shlex.split(proposed(*words).in_language("en")) == ["ycindic", *words, "--data", folder]


def test_a_folder_that_is_found_anyhow_is_not_named() -> None:
    propose_for("")
    assert proposed("due", "--unassigned").in_language("zh") == "ycindic due --unassigned"


def test_no_text_spells_out_a_command_that_needs_the_folder_of_the_answer() -> None:
    spelled = re.compile(rf"ycindic ({'|'.join(sorted(set(COMMANDS) - {'init'}))})\b")
    with PO.open("rb") as file:
        texts = [text for one in read_po(file) for text in (one.id, one.string) if text]
    every = [text for one in texts for text in ([one] if isinstance(one, str) else one)]
    assert len(every) > 1000
    assert [text for text in every if spelled.search(text)] == []
