"""Has every promise without a chance one reason, told everywhere in the same words? Cases are invented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from cases.telling import every_case
from cli.workspaces import ROOT, run
from domain.builders import flow, judge, promised, ytd
from ycindic.cli.answering import answers
from ycindic.domain.assessment import DECIDED, Assessment
from ycindic.domain.outlook.answer import untold
from ycindic.domain.outlook.untold import Untold
from ycindic.load.find import Folder
from ycindic.load.workspace import load
from ycindic.render.answers import status
from ycindic.render.answers.brief import make_brief
from ycindic.render.answers.leaves import leaves
from ycindic.render.answers.opening import opening
from ycindic.render.answers.report import Report
from ycindic.render.answers.untold import lacking
from ycindic.render.forms import html
from ycindic.render.words.chances import UNTOLD, no_chance_short, no_chance_words
from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import width

CHINA, OURS = ROOT / "examples" / "china", ROOT / "data"
DAYS = (date(2012, 8, 20), date(2018, 8, 20), date(2025, 7, 1), date(2026, 2, 1), date(2026, 9, 20))
WIDE = 400
LANGUAGES = ("zh", "en")


def report_of(folder: Path, day: date) -> Report:
    known = load(Folder(folder), day)
    return Report(known.plan, day, "", answers(known, day), 0, facts=known.facts)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> list[Report]:
    found = [report_of(folder, day) for folder in (OURS, CHINA) for day in DAYS]
    for case in every_case():
        folder = tmp_path_factory.mktemp("case")
        case.write(folder)
        found += [report_of(folder, moment.on) for moment in case.moments]
    return found


def has_chance(row: Assessment) -> bool:
    return row.outlook is not None and row.outlook.chance is not None


def is_over(row: Assessment, report: Report) -> bool:
    known = report.facts.of(row.indicator.id).last_known(row.target.period)
    return known is not None and known >= row.target.period.last


def rows_without(reports: list[Report]) -> Iterator[tuple[Report, Assessment, Untold | None]]:
    for report in reports:
        for row in report.rows:
            if not has_chance(row) and row.verdict not in DECIDED:
                yield report, row, untold(report.plan, row, report.facts)


def test_every_table_names_every_reason() -> None:
    assert set(UNTOLD) == set(Untold)
    assert len({words.in_language(lang) for words in UNTOLD.values() for lang in LANGUAGES}) == 2 * len(Untold)


def test_whatever_has_no_chance_has_a_reason_if_it_is_not_over_and_nothing_else_has(reports: list[Report]) -> None:
    seen = set[Untold]()
    for report, row, why in rows_without(reports):
        assert (why is None) <= is_over(row, report), row
        seen |= set() if why is None else {why}
    assert len(seen) > 5
    told = [row for report in reports for row in report.rows if has_chance(row)]
    assert told
    assert {why for report in reports for row in report.rows if has_chance(row)
            for why in [untold(report.plan, row, report.facts)]} == {None}  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_workbook_brief_and_first_look_tell_it_in_the_same_words(reports: list[Report], lang: str) -> None:
    compared = 0
    for report in reports:
        found = lacking(report, report.rows)
        page = "".join(html.written(status.sheet(report), Screen(lang)))
        for why in set(found.values()):
            own = no_chance_words([why])
            assert own is not None
            told = unescape(re.sub("<[^>]*>", "", page)).lower()
            for words in (own, no_chance_short(why)):  # in the details, on the row
                assert words.in_language(lang).lower() in told
                assert width(no_chance_short(why).in_language(lang)) <= ON_A_ROW
        first, brief = opening(report, Screen(lang, WIDE)), make_brief(report, lang).headlines[2]
        said = [line for line in brief if UNTOLD_LINE[lang] in line.lower()]
        assert [line for line in said if line not in first] == []
        assert [line for line in said if line not in leaves(report, lang)[0].below] == []
        assert bool(said) is (UNTOLD_LINE[lang] in first.lower())
        compared += len(said)
    assert compared > 10


ON_A_ROW = 48
"""Two lines of its column at most."""
UNTOLD_LINE = {"en": "no chance is told", "zh": "不给概率："}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_show_tells_the_same_of_each(lang: str, capfd, tmp_path: Path) -> None:
    asked = ("--data", str(CHINA), "--as-of", "2018-08-20", "--lang", lang)
    report = report_of(CHINA, date(2018, 8, 20))
    kinds = set[Untold]()
    for row in report.rows:
        if (why := lacking(report, [row]).get(row.target.id)) is None:
            continue
        whole = re.sub(r"\s+", "" if lang == "zh" else " ", run(capfd, "show", row.target.id, *asked).out)
        own = no_chance_words([why])
        assert own is not None
        assert re.sub(r"\s+", "" if lang == "zh" else " ", own.in_language(lang)) in whole
        kinds.add(why)
        shown = run(capfd, "show", row.target.id, "--format", "json", *asked).json
        assert shown["targets"][0]["outlook_untold"] == why.value
    assert kinds == {Untold.NO_YEAR_BEFORE, Untold.FEW_YEARS}


def test_of_those_without_a_reason_a_word_is_told_too() -> None:
    """Of four one lacks its chance for a reason; one goes by its parts, one has no figure, and one is decided."""
    kept = judge(flow(), promised("at_least", 5), [ytd("2026-06", 5)], at="2026-08-01")
    whole = kept._replace(target=kept.target._replace(parts=()))
    empty = judge(flow(), promised("at_least", 5), at="2026-08-01")
    said = no_chance_words([Untold.FEW_YEARS], [kept, whole, empty, kept])
    assert said is not None
    assert said.in_language("zh").startswith("4项中1项（1项看分项，1项尚无数据，1项已定）不给概率：")
    assert "1 of 4 (1 goes by its parts, 1 has no figure yet, 1 is decided): too few" in said.in_language("en")
