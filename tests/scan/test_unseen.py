"""What does a scan reach on invented reports that were labelled before it read them? No lower than it did once."""

from __future__ import annotations

import sys

import pytest

from scan.scoring import FIGURES, NAMES, PERIOD, PHRASE, RESULTS, SILENT, SURE, TARGETS, TRUE, WHOLE, reports, scored

FILES = ["unseen_first.yaml", "unseen_second.yaml", "unseen_third.yaml", "unseen_fourth.yaml"]
LEAST = {
    "new": {FIGURES: 99, TARGETS: 97, RESULTS: 97, TRUE: 96, NAMES: 98.5, WHOLE: 95, PERIOD: 93, PHRASE: 85, SURE: 98}
    | {SILENT: 65},
    "old": {FIGURES: 97, TARGETS: 94, RESULTS: 94, TRUE: 90, NAMES: 98.5, WHOLE: 90, PERIOD: 88, PHRASE: 80, SURE: 96},
}


@pytest.mark.parametrize("style", LEAST)
@pytest.mark.parametrize("name", FILES)
def test_reports_that_were_labelled_first_are_read_as_their_reader_read_them(name: str, style: str) -> None:
    tally = scored(reports(name, style))
    for row in tally.all:
        sys.stderr.write(f"\n{name} {style} {row}: {tally.right[row]}/{tally.all[row]} = {tally.share(row):.1f} %")
    assert {row: tally.wrong[row] for row, least in LEAST[style].items() if tally.share(row) < least} == {}
