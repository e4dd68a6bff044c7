"""Is the phrase that is measured the right one, too? By invented sentences that were labelled before they were read."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from scan.sentences import Case, read, told
from ycindic.scan.finding import Class, Finding

ENTRIES = yaml.safe_load((Path(__file__).parent / "held_out.yaml").read_text(encoding="utf-8"))


def with_phrase(one: Finding) -> str:
    return told(one) if one.class_ is Class.NAME else f"{told(one)} | {one.indicator}"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["text"])
def test_a_sentence_is_read_with_the_phrase_that_is_measured(entry: dict) -> None:
    want = [" ".join(one.split()) for one in entry["want"]]
    assert [with_phrase(one) for one in read(Case(entry["text"], entry["before"], ()))] == want
