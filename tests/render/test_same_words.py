"""Do screen, page, workbook and brief say the same sentences of what needs action, and count the same?"""

from __future__ import annotations

import re
from html import unescape

import pytest

from render.test_brief import CHINA, many
from ycindic.domain.overview import overview
from ycindic.render.answers import status
from ycindic.render.answers.brief import make_brief
from ycindic.render.answers.leaves import leaves
from ycindic.render.answers.opening import opening
from ycindic.render.answers.report import Report
from ycindic.render.answers.summary import apart_words, running_words
from ycindic.render.forms import html
from ycindic.render.words.screen import Screen
from ycindic.render.words.sentence import sentence

WIDE = 400
"""So wide a screen tells every sentence whole."""
COUNTS = re.compile(r"\d[\d,]*")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("report", [CHINA, many(5)], ids=["china", "many"])
def test_what_needs_action_is_told_in_the_same_sentence_everywhere(report: Report, lang: str) -> None:
    seen = overview(report.plan, report.rows, report.facts, report.as_of)
    said = [sentence(one).in_language(lang) for one in seen.action]
    assert said
    first = opening(report, Screen(lang, WIDE))
    assert [one for one in said if one not in first] == []
    assert [row[2] for row in leaves(report, lang)[1].rows[: len(said)]] == said
    brief = make_brief(report, lang).actions[1]
    assert [one.text[: len(told)] for one, told in zip(brief, said, strict=True)] == said
    page = "".join(html.written(status.sheet(report), Screen(lang)))
    cards = re.findall(r'<p id="w\d+">(.*?)</p>', page)
    own = [re.search(f"<{lang}->(.*?)</{lang}->", card) for card in cards]
    assert [unescape(found[1]) for found in own if found] == said


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("report", [CHINA, many(5)], ids=["china", "many"])
def test_the_head_counts_the_same_everywhere(report: Report, lang: str) -> None:
    seen = overview(report.plan, report.rows, report.facts, report.as_of)
    told = [one.in_language(lang) for one in (running_words(seen), *apart_words(seen))]
    first, above = opening(report, Screen(lang, WIDE)), leaves(report, lang)[0].above
    assert [one for one in told if one not in first] == []
    assert list(above[1:]) == told
    numbers = [number for one in told for number in COUNTS.findall(one)]
    assert COUNTS.findall(make_brief(report, lang).summary)[: len(numbers)] == numbers
    page = "".join(html.written(status.sheet(report), Screen(lang)))
    chips = re.findall(r'data-count="[\w-]+" aria-pressed="false"><b>(\d+)</b>', page)
    counts = (seen.counts, seen.before, seen.later)
    assert chips == [str(many) for one in counts for many in (*one.verdicts.values(), *filter(None, [one.stale]))]
