"""Do the first look, every row, the page, the workbook, the brief, `due` and JSON count the same promises?"""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.builders import flow, growth, known, promised, released, ytd
from ycindic.domain.agenda import Expected, releases_until
from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.judge import assess_all
from ycindic.domain.model import Bilingual, Indicator, Observation, Plan, Target
from ycindic.domain.overview import figures_owed, overview
from ycindic.domain.phase import phase
from ycindic.load.find import Folder
from ycindic.load.workspace import load
from ycindic.record.request.form import forms_owed
from ycindic.render.answers import status
from ycindic.render.answers.agenda import Agenda
from ycindic.render.answers.agenda import sheet as agenda_sheet
from ycindic.render.answers.board import board
from ycindic.render.answers.brief import _MOST_OFFICES, make_brief
from ycindic.render.answers.leaves import leaves
from ycindic.render.answers.opening import opening
from ycindic.render.answers.report import Report
from ycindic.render.forms import html
from ycindic.render.forms import json as as_json
from ycindic.render.words.looks import LOOKS, labelled
from ycindic.render.words.screen import Screen

ROOT = Path(__file__).resolve().parents[2]
PERIODS = ("2024", "2025", "2026", "2026-H1", "2026-2030", "2021-2025", "2028")
FIGURES = ("2024", "2025", "2026-Q1", "2026-H1", "2026-Q3")
DAYS = (date(2026, 1, 5), date(2026, 8, 1), date(2026, 11, 27), date(2027, 2, 10))
CHIP = re.compile(r'data-count="(\w+)-(\w+)" aria-pressed="false"><b>(\d+)</b>')
WIDE = 200


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A few indicators with promises of any year and figures of some; everything is invented."""
    indicators, targets, seen = dict[str, Indicator](), list[Target](), list[Observation]()
    goals, values, sections = st.integers(1, 20), st.integers(0, 25), st.sampled_from("甲乙")
    periods = st.lists(st.sampled_from(PERIODS), min_size=1, max_size=3, unique=True)
    for number in range(draw(st.integers(1, 4))):
        name, make = f"it{number}", draw(st.sampled_from((flow, growth)))
        office = draw(st.sampled_from((None, Bilingual("甲局", "Bureau A"), Bilingual("乙局", "Bureau B"))))
        rule = draw(st.sampled_from((None, released("quarter", 20))))
        words = Bilingual(f"指标{number}", f"Indicator {number}")
        indicators[name] = make(name)._replace(name=words, released=rule, publisher=office)
        targets += [promised("at_least", draw(goals), one, of=name, section=draw(sections)) for one in draw(periods)]
        months = draw(st.lists(st.sampled_from(FIGURES), max_size=5, unique=True))
        seen += [ytd(when, draw(values), of=name) for when in months]
    day = draw(st.sampled_from(DAYS))
    plan, facts = Plan(Bilingual("题", "Title"), indicators, tuple(targets)), known(seen)
    return Report(plan, day, "", assess_all(plan, facts, day), 0, (), facts=facts)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_every_answer_counts_the_same_promises(report: Report) -> None:
    true = Counter((_side(row, report), "stale" if row.stale else row.verdict.value) for row in report.rows)
    told, total = _in_words(true, "running"), sum(many for (side, _), many in true.items() if side == "running")
    first, page = opening(report, Screen("en", WIDE)), _page(report)
    longer = sum(
        _side(row, report) == "running" and "-" in row.target.when and "H" not in row.target.when for row in report.rows
    )
    several = "" if not longer else " over several years" if longer == total else f", {longer} over several years"
    assert not told or f"{total} target{'s' if total > 1 else ''}{several}: {told}" in first
    unfolded = status.sheet(report).drawn(Screen("en", WIDE))
    for kind in Verdict:
        many = true["running", kind.value]
        assert (f"{labelled(kind, 'en')} {many}" in unfolded) is (many > 0)
    assert Counter({(side, kind): int(many) for side, kind, many in CHIP.findall(page)}) == true
    assert Counter(re.findall(r"data-count=(\w+)-(\w+)>", page)) == true, "as many rows as the counts say"
    for name in ("before", "later"):
        if said := _in_words(true, name):
            for answer in (first, make_brief(report, "en").summary, str(leaves(report, "en")[0].above)):
                assert said in answer
    assert told in make_brief(report, "en").summary
    assert told in str(leaves(report, "en")[0].above)
    assert Counter(one["verdict"] for one in _json(report)) == Counter(row.verdict.value for row in report.rows)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_what_needs_action_and_what_is_owed_is_the_same_everywhere(report: Report) -> None:
    seen = overview(report.plan, report.rows, report.facts, report.as_of)
    page, brief = _page(report), make_brief(report, "en")
    assert page.count('<li class="card ') == min(len(seen.action), 12)
    assert len(brief.actions[1]) == min(len(seen.action), 8)
    assert sum(len(row) == 4 for row in leaves(report, "en")[1].rows[: len(seen.action)]) == len(seen.action)
    present = [row.target for row in report.rows if phase(row, report.as_of).present]
    own, late = {one.indicator for one in present}, _late(report, present)
    of_years = {(one.indicator.id, one.period.last // 12) for one in late if one.indicator.id in own}
    assert figures_owed(seen.owed) == len(of_years), "of a running total and a rate so far each year's newest"
    _tells_the_same_is_owed(report)


DATES = (date(2026, 2, 20), date(2026, 11, 25), date(2026, 11, 28), date(2027, 3, 15))
"""Days among them on which a figure is due that is not overdue yet."""


@pytest.mark.parametrize("at", DATES, ids=str)
@pytest.mark.parametrize("folder", ["data", "examples/china"])
def test_the_shipped_plans_owe_the_same_number_of_figures_in_every_answer(folder: str, at: date) -> None:
    found = load(Folder(ROOT / folder), at)
    rows = assess_all(found.plan, found.facts, at)
    report = Report(found.plan, at, folder, rows, 0, (), facts=found.facts)
    _tells_the_same_is_owed(report)
    seen = overview(found.plan, rows, found.facts, at)
    own = {one.indicator.id for one in seen.owed}
    late = _late(report, [row.target for row in rows if phase(row, at).present])
    asked = forms_owed([one for one in late if one.indicator.id in own], found.facts)
    assert sum(len(office.asked) for office in asked) == figures_owed(seen.owed)


def _late(report: Report, targets: list[Target]) -> list[Expected]:
    found = releases_until(report.plan, report.facts, targets, report.as_of, report.as_of)
    return [one for one in found if one.late]


def _tells_the_same_is_owed(report: Report) -> None:
    seen = overview(report.plan, report.rows, report.facts, report.as_of)
    page, brief, first = board(report), make_brief(report, "en"), opening(report, Screen("en", WIDE))
    releases = releases_until(report.plan, report.facts, report.plan.targets, report.as_of, report.as_of)
    due = agenda_sheet(Agenda(report.plan, report.as_of, report.as_of, releases, seen.owed, (), ()))
    headings = [group.heading for group in due.told(Screen("en")).groups if group.heading.startswith("Overdue: ")]
    whole = page.owed[0].in_language("en")
    assert brief.owed[0] == f"3. {whole}"
    assert headings == ([whole] if seen.owed else [])
    assert (whole in first) is ([whole] in [list(row) for row in leaves(report, "en")[1].rows]) is bool(seen.owed)
    nobody = [list(row) for row in leaves(report, "en")[1].rows if "registered for" in str(row[0])]
    assert bool(nobody) is bool(seen.unassigned)
    assert all(f"for {len(seen.unassigned)} promised indicator" in row[0] for row in nobody)
    number = int(re.findall(r"Overdue: (\d+) figures?", whole)[0]) if seen.owed else 0
    assert number == figures_owed(seen.owed)
    below = [tuple(row)[2:] for row in leaves(report, "en")[1].rows[len(seen.action) :] if len(row) == 4]
    days = {(one.slot, one.due) for owed in seen.owed for one in owed.needed}
    assert len(below) == number + bool(number), "a row a figure below the heading"
    told_by_due = [
        one.release for group in due.told(Screen("en")).groups if group.heading == whole for one in group.rows
    ]
    assert {(one.slot, one.due) for one in told_by_due} <= days
    assert Counter(due for due, _ in below[1:]) == Counter(day for _, day in days)
    assert min((one.since for one in seen.offices), default=None) == min((day for _, day in days), default=None)
    by_office = [re.findall(r"owes (\d+) figure", one.in_language("en"))[0] for one in page.owed[1]]
    assert sum(map(int, by_office)) == number
    told = [one.in_language("en") for one in page.owed[1]][:_MOST_OFFICES]
    assert list(brief.owed[1])[: len(told)] == told


def _side(row: Assessment, report: Report) -> str:
    """On which side of the year of the question a promise lies, by the years of its period's name."""
    first, last = (int(one[:4]) for one in (row.target.when.split("-")[0], row.target.when.split("-H")[0][-4:]))
    year = report.as_of.year
    return "before" if last < year else "later" if first > year else "running"


def _in_words(true: Counter[tuple[str, str]], side: str) -> str:
    """`achieved 2, on track 5`, in the order of the verdicts, those by old figures last."""
    told = [f"{LOOKS[one].word.in_language('en')} {true[side, one.value]}" for one in Verdict if true[side, one.value]]
    if stale := true[side, "stale"]:
        told.append(f"by old figures only {stale}")
    return ", ".join(told)


def _page(report: Report) -> str:
    return "".join(html.written(status.sheet(report), Screen("en")))


def _json(report: Report) -> list[dict[str, str]]:
    found = json.loads("".join(as_json.written(status.sheet(report), Screen("en"))))
    rows: list[dict[str, str]] = found["targets"]
    return rows
