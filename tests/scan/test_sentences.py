"""Does a scan read what is said? By invented sentences with labels by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from scan.sentences import Case, cases, read, told


@pytest.mark.parametrize("case", cases("sentences.yaml"), ids=lambda case: case.text)
def test_a_sentence_is_read_as_a_reader_labels_it(case: Case) -> None:
    assert [told(one) for one in read(case)] == list(case.want)


@pytest.mark.parametrize("case", cases("sentences.yaml"), ids=lambda case: case.text)
def test_every_number_stands_in_exactly_one_finding_and_its_place_is_that_of_the_text(case: Case) -> None:
    found = read(case)
    assert all(before.end <= after.start for before, after in pairwise(found))
