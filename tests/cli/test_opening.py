"""The first look of `status`: does it answer, in forty lines, whatever the day and the width of the screen?"""

from __future__ import annotations

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cli.workspaces import indicator, workspace
from ycindic.cli import main
from ycindic.domain.judge import assess_all
from ycindic.domain.outlook import foreseen
from ycindic.domain.overview import overview
from ycindic.load.find import Folder
from ycindic.load.workspace import load
from ycindic.render.answers.opening import opening
from ycindic.render.answers.report import Report
from ycindic.render.answers.rows import _SCREEN_WIDTHS, OLD_ACTUAL, columns_with_room, row_head
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import width

ROOT = Path(__file__).resolve().parents[2]
OURS, CHINA = ROOT / "data", ROOT / "examples/china"
CHINESE = re.compile(r"[\u3400-\u9fff]")


def seen(folder: Path, day: date, lang: str, room: int) -> list[str]:
    found = load(Folder(folder), day)
    rows = foreseen(found.plan, assess_all(found.plan, found.facts, day), found.facts)
    report = Report(found.plan, day, str(folder), rows, 0, found.problems, facts=found.facts, whole=False)
    return opening(report, Screen(lang, room)).splitlines()


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our registry without any figure."""
    folder = tmp_path_factory.mktemp("bare")
    (folder / "targets.yaml").write_bytes((OURS / "targets.yaml").read_bytes())
    (folder / "actuals").mkdir()
    return folder


DAYS = [date(2026, 1, 1) + timedelta(days=37 * step) for step in range(40)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_at_a_hundred_columns_forty_lines_are_enough_at_any_date(lang: str, bare: Path) -> None:
    for day in DAYS:
        for folder in (OURS, bare):
            lines = seen(folder, day, lang, 100)
            assert len(lines) <= 40, day


def figures_of(page: list[str]) -> list[str]:
    """The lines of what needs action."""
    begin = next(place for place, line in enumerate(page) if line in ("Needs action", "要办的事"))
    return page[begin + 1 : page.index("", begin)]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our registry with invented figures of every promise of 2026, all of them poor."""
    folder = tmp_path_factory.mktemp("running")
    (folder / "targets.yaml").write_bytes((OURS / "targets.yaml").read_bytes())
    (folder / "actuals").mkdir()
    plan = load(Folder(OURS), date(2026, 1, 1)).plan
    names = sorted({one.indicator for one in plan.targets if one.period.start.year == 2026})
    rows = [f"{name},2026-{month:02},1,2026-{month + 1:02}-20" for name in names for month in (3, 6, 9)]
    (folder / "actuals" / "2026.csv").write_text("\n".join(["indicator,period,value,published", *rows]))
    return folder


@pytest.mark.parametrize(("lang", "most"), [("zh", 48), ("en", 54)])
def test_with_figures_the_page_stays_short_and_what_needs_action_is_told_or_counted(
    lang: str, most: int, running: Path
) -> None:
    for day in DAYS[::2]:
        page = seen(running, day, lang, 100)
        assert len(page) <= most, day
        found = load(Folder(running), day)
        action = overview(found.plan, assess_all(found.plan, found.facts, day), found.facts, day).action
        if action:
            lines = figures_of(page)
            rest = [int(one) for line in lines for one in re.findall(r"^(?:and |另)(\d+)", line)]
            told = [line for line in lines if line[0] in "✗!#"]
            assert len(told) + sum(rest) == len(action)
            worst = [LOOKS[one.verdict].symbol for one in action]
            assert [line[0] for line in told] == worst[: len(told)], "what is left out is never worse than what is told"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_where_no_chance_can_be_told_one_line_says_why(lang: str, running: Path) -> None:
    words = {"zh": "不给概率：", "en": "No chance is told"}[lang]
    for folder, day, told in (
        (running, date(2026, 7, 30), 1),
        (OURS, date(2026, 11, 27), 0),
        (CHINA, date(2026, 9, 1), 0),
    ):
        assert sum(words in line for line in seen(folder, day, lang, 100)) == told


@settings(max_examples=40, deadline=None)
@given(day=st.dates(date(2015, 1, 1), date(2040, 1, 1)), room=st.integers(60, 200), lang=st.sampled_from(["zh", "en"]))
def test_no_line_is_wider_than_the_screen(day: date, room: int, lang: str) -> None:
    for folder in (OURS, CHINA):
        assert [line for line in seen(folder, day, lang, room) if width(line) > room or line != line.rstrip()] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("room", _SCREEN_WIDTHS)
def test_the_columns_of_a_width_never_change_by_month_and_what_decides_never_goes(lang: str, room: int) -> None:
    assert {"goal", "actual", "gap", "required", "name"} < set(columns_with_room(room))
    assert {"mark", "verdict"} & set(columns_with_room(room))
    names = [row_head(key, lang) for key in columns_with_room(room)[2:]]
    for folder, day in ((folder, day) for folder in (OURS, CHINA) for day in DAYS[:6]):
        [heads] = [
            line for line in seen(folder, day, lang, room) if {row_head("gap", lang), names[-1]} <= {*line.split()}
        ]
        told = heads.replace(OLD_ACTUAL.in_language(lang), row_head("actual", lang))
        assert told.split()[-len(names) :] == names


def rows(page: list[str], lang: str) -> list[str]:
    """The lines of the headlines."""
    begin = next(place for place, line in enumerate(page) if row_head("goal", lang) in line.split())
    return page[begin + 1 : page.index("", begin)]


@pytest.mark.parametrize("room", _SCREEN_WIDTHS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_cell_is_a_dash_and_no_number_of_a_headline_is_broken(lang: str, room: int) -> None:
    for folder, year in ((OURS, 2026), (CHINA, 2025)):
        table = rows(seen(folder, date(year, 11, 27), lang, room), lang)
        assert not [line for line in table if re.search(r"(?<!\S)[-–—](?!\S)|\d,(?!\d)", line)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_at_a_hundred_columns_a_headline_takes_two_lines_at_most(lang: str) -> None:
    for folder, day in ((OURS, date(2026, 11, 27)), (CHINA, date(2025, 11, 27)), (CHINA, date(2026, 9, 1))):
        table = rows(seen(folder, day, lang, 100), lang)
        assert not re.search(r"(?m)^ .*\n ", "\n".join(table)), table


def test_every_headline_has_its_goal_and_what_was_known_last() -> None:
    page = "\n".join(seen(OURS, date(2026, 11, 27), "en", 120))
    for goal in ("about 6%", " 8%", " 5.5%", "≤ about 2%", "in step"):
        assert goal in page
    assert "Jan–Sep 2024: 3.5%" in page, "of the figure known last, its months and its year"
    assert "4/6" in page, "4 of the 6 full years on record came to 5.7, the edge of about 6"


def test_what_needs_action_stands_above_the_headlines_worst_first() -> None:
    page = seen(CHINA, date(2026, 9, 1), "en", 120)
    order = ("Needs action", "✗ Consumer prices", "! Disposable income", "Overdue", "Headline targets")
    at = {word: next(number for number, line in enumerate(page) if line.startswith(word)) for word in order}
    assert list(at.values()) == sorted(at.values())
    told = " ".join(line.strip() for line in page[at["✗ Consumer prices"] : at["! Disposable income"]])
    assert told.endswith("0.9% Jan–Jul, goal about 2%, 1.1 pp low, the rest needs 3.54%")


def test_offices_are_named_with_what_they_owe_and_who_owes_headlines_comes_first() -> None:
    page = seen(OURS, date(2026, 11, 27), "zh", 100)
    owed = [line for line in page if "月" in line and "（" in line and line.startswith("  ")]
    since = [re.findall(r"(\d+)月(\d+)日起", line)[0] for line in owed]
    assert tuple(map(int, since[0])) == min(tuple(map(int, one)) for one in since), "the longest overdue stands first"
    assert any(re.search(r"另\d+期", line) and "26项承诺指标未登记报数单位" in line for line in page)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_id_is_shown_and_no_language_but_the_readers(lang: str) -> None:
    for folder in (OURS, CHINA):
        plan = load(Folder(folder), date(2026, 9, 1)).plan
        lines = seen(folder, date(2026, 9, 1), lang, 160)
        text = "\n".join(line for line in lines if "ycindic" not in line)
        assert not [one for one in plan.indicators if f"{one}@" in text]
        if lang == "en":
            keys = "".join(plan.sections)
            assert set(CHINESE.findall(text)) <= set(keys)


def test_a_filter_or_all_shows_the_rows_themselves(capfd) -> None:
    def page(*more: str) -> str:
        assert main(["status", "--data", str(OURS), "--as-of", "2026-11-27", "--lang", "en", *more]) == 0
        return capfd.readouterr().out

    first = page()
    assert "--all" in first
    for more in (["--all"], ["--section", "三(一)"], ["gdp"], ["--sort", "urgency"]):
        assert "Other sections" not in page(*more)


def test_without_marks_the_targets_of_the_running_year_are_the_headlines(tmp_path: Path) -> None:
    folder = workspace(
        tmp_path, indicator("roads", "unit: km; measure: flow", "period: 2026, relation: at_least, goal: 9")
    )
    page = "\n".join(seen(folder, date(2026, 5, 1), "en", 80))
    assert "roads (km)" in page
    assert "≥ 9" in page


def test_colours_stand_only_where_they_are_wanted(capfd) -> None:
    found = load(Folder(CHINA), date(2026, 9, 1))
    rows = assess_all(found.plan, found.facts, date(2026, 9, 1))
    report = Report(found.plan, date(2026, 9, 1), "", rows, 0, facts=found.facts, whole=False)
    plain, coloured = (opening(report, Screen("en", 100, colour=colour)) for colour in (False, True))
    assert "\x1b" not in plain
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_long_folder_is_told_once_and_leaves_forty_lines(lang: str, tmp_path: Path, capfd, monkeypatch) -> None:
    folder = tmp_path / ("a-long-name-of-a-folder-of-work-reports-" * 2)
    shutil.copytree(OURS, folder)
    monkeypatch.setenv("COLUMNS", "100")
    for day in DAYS[::8]:
        assert main(["status", "--data", str(folder), "--as-of", str(day), "--lang", lang]) == 0
        page = capfd.readouterr().out
        assert len(page.splitlines()) <= 40
        assert page.count(str(folder)) == 1
        assert page.splitlines()[-1].endswith(f"--data {folder}")


@pytest.mark.parametrize("promises", [20, 21, 60])
def test_a_registry_that_marks_no_headlines_shows_twenty_and_counts_the_others(promises: int, tmp_path: Path) -> None:
    some = [
        indicator(f"i{n}", "unit: km; measure: flow", "period: 2026, relation: at_least, goal: 7")
        for n in range(promises)
    ]
    page = seen(workspace(tmp_path, *some), date(2026, 7, 1), "en", 100)
    assert sum(re.match(r"[.?] i\d", line) is not None for line in page) == 20
    counted = [line for line in page if line.endswith("more: ycindic status --all")]
    assert counted == ([f"and {promises - 20} more: ycindic status --all"] if promises > 20 else [])


def test_a_sum_is_drawn_from_nothing_and_a_rate_from_its_first_month(capfd) -> None:
    for target in ("gdp@2026", "urban-jobs@2025"):
        assert main(["show", target, "--data", str(CHINA), "--as-of", "2026-09-20", "--lang", "en"]) == 0
        [months] = [line for line in capfd.readouterr().out.splitlines() if re.match(r" +Jan ", line)]
        assert months.split()[-1] == "Dec", "the year's, and none before January"


@pytest.fixture(scope="module")
def new_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Next year's folder, made from ours: what runs longer, and no promise of its own yet."""
    folder = tmp_path_factory.mktemp("new") / "2027"
    assert main(["init", str(folder), "--from", str(OURS), "--lang", "en"]) == 0
    return folder


@pytest.mark.parametrize("room", [80, 100, 140])
@pytest.mark.parametrize("day", [date(2027, month, 15) for month in (1, 2, 3)])
def test_a_new_years_folder_says_first_how_its_promises_come_in(new_year: Path, day: date, room: int) -> None:
    page = seen(new_year, day, "en", room)
    text = " ".join(page)
    assert "No promise for 2027 alone is registered; a table: ycindic import-targets FILE" in text
    assert "14 targets over several years" in text
    assert "Below:" not in text, "no goals stand below"
    assert "bar: #" not in text, "nor bars"
    zh = " ".join(seen(new_year, day, "zh", room))
    assert "尚未登记2027年当年的目标" in zh
    assert "跨年度14项" in zh


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_year_that_is_gone_is_named_and_who_waits_for_last_years_figures_has_verdicts(
    lang: str, running: Path
) -> None:
    """In January the promises of the year before stand there with their verdicts, whose year is over."""
    page = seen(running, date(2027, 1, 31), lang, 100)
    assert page[1].startswith({"zh": "2027年 [", "en": "2027 ["}[lang])
    assert not any(line.startswith(("还没有一项能作结论", "No verdict yet")) for line in page)


@pytest.mark.parametrize("room", [60, 80, 100, 120, 160])
@pytest.mark.parametrize("day", [date(2026, 1, 15), date(2026, 11, 15), date(2027, 1, 31), date(2031, 2, 1)])
def test_no_count_is_torn_from_its_word_and_no_proposed_command_from_its_option(
    day: date, room: int, running: Path
) -> None:
    for folder in (running, OURS, CHINA):
        for lang in ("zh", "en"):
            page = seen(folder, day, lang, room)
            head = page[: page.index("")]
            assert not any(re.match(r"\d+(,|$|  )", line) for line in head), head
            assert not any(line.strip() == "--unassigned" for line in page)
            assert not any(re.match(r" *\([一二三四五六七总]\)", line) for line in page), "a section keeps its number"


@pytest.mark.parametrize("room", [60, 80, 100, 120, 300])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_needs_action_is_all_in_one_form_and_who_found_no_room_is_named(
    lang: str, room: int, running: Path
) -> None:
    """Rows in whole sentences say what was promised, those in numbers what the goal is."""
    promised, goal = {"zh": ("，目标", "  目标"), "en": (", promised ", ", goal ")}[lang]
    for day in DAYS[4:12:2]:
        lines = figures_of(seen(running, day, lang, room))
        rows = re.split(r"(?m)^(?=[✗!#])|^(?=and |另)", "\n".join(lines))
        told = [" ".join(row.split("\n  ")) for row in rows if row[:1] in {*"✗!#"}]
        assert not (any(promised in row for row in told) and any(goal in row for row in told)), told
        left = [row for row in rows if row.startswith(("and ", "另"))]
        assert all(re.search("[✗!#] ", row) for row in left), "by name"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_broken_promise_owes_no_figure_before_others_do(lang: str, tmp_path: Path) -> None:
    """Kept every month, 90 of 100 in March: January and February can change nothing any more."""
    monthly = "unit: '%'; measure: stock; better: higher; released: {every: month, day: 20, after: 1}; "
    monthly += "publisher: {zh: 甲局, en: A}"
    broken = indicator("water", monthly, "period: 2026, relation: at_least, goal: 100, hold: true, step: month")
    kept = indicator("air", monthly, "period: 2026, relation: at_least, goal: 100, hold: true, step: month")
    rows = "water,2026-03,90,point,2026-04-20, air,2026-03,100,point,2026-04-20,"
    page = " ".join(seen(workspace(tmp_path, broken, kept, rows=rows), date(2026, 4, 21), lang, 100))
    assert {"zh": "1家单位的1项指标，共2期", "en": "2 figures of 1 indicator from 1 office"}[lang] in page


def test_only_where_nothing_says_a_language_the_other_one_is_proposed(capfd, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "YCINDIC_LANG"):
        monkeypatch.delenv(name, raising=False)
    for locale, asked, times in (
        ("C", [], 1),
        ("fr_FR", [], 1),
        ("en_GB", [], 0),
        ("zh_CN", [], 0),
        ("C", ["--lang", "en"], 0),
    ):
        monkeypatch.setenv("LANG", locale)
        assert main(["status", "--data", str(OURS), "--as-of", "2026-11-27", *asked]) == 0
        assert capfd.readouterr().out.count("中文：ycindic --lang zh") == times, locale
