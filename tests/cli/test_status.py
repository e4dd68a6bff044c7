"""`status` as people type it: filters, order, forms, files with faults, hostile names."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len

from ycindic.cli import main
from ycindic.domain.assessment import Verdict
from ycindic.domain.judge import assess_all
from ycindic.domain.model import Commitment
from ycindic.domain.outlook import foreseen
from ycindic.domain.period import Calendar
from ycindic.load.find import Folder, bundled
from ycindic.load.workspace import load
from ycindic.render.answers import cells
from ycindic.render.answers.naming import row_name
from ycindic.render.answers.report import Report
from ycindic.render.answers.rows import Rows, Ruled
from ycindic.render.answers.status import sheet
from ycindic.render.words.screen import Screen

REPORT = bundled().path
CHINA = REPORT.parent / "examples" / "china"
FIELDS = """id, indicator, name, period, section, wording, measure, relation, goal, goal_high, unit, commitment, actual,
actual_period, baseline, gap, gap_unit, completion, time_progress, expected_completion, pace, catch_up, annualised,
annualised_unit, required, required_low, required_high, required_edge, required_unit, required_growth, projection,
verdict, on_track, reason, reasons, sentence"""
DAY = ("--as-of", "2026-09-20")

Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(capfd: pytest.CaptureFixture[str]) -> Ask:
    """Exit code, stdout and stderr of `status`."""

    def asked(*arguments: str, data: Path = REPORT, day: tuple[str, ...] = DAY) -> tuple[int, str, str]:
        code = main(["status", *arguments, "--data", str(data), *day])
        return code, *capfd.readouterr()

    return asked


@pytest.fixture
def ids(ask: Ask) -> Callable[..., list[str]]:
    """The ids of the targets that a question leaves, in their order."""

    def found(*arguments: str, **more: Path) -> list[str]:
        code, out, _ = ask("--format", "json", *arguments, **more)
        assert code == 0
        return [one["id"] for one in json.loads(out)["targets"]]

    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with names that do harm to careless programs. Invented for the tests."""
    (tmp_path / "actuals").mkdir()
    (tmp_path / "targets.yaml").write_text(
        """schema: 1
title: {zh: "[bold]标题", en: "[bold]title"}
sections: {"@x": {zh: "=1+1", en: "[red]section[/red]"}}
indicators:
  one:
    name: {zh: "=1+1[万元]", en: "@x [万元] [/] :smile:"}
    unit: "[万元]"
    measure: flow
    publisher: {zh: "+a", en: "-b"}
    targets:
      - {period: 2026, relation: at_least, goal: 5, section: "@x", wording: "-5%, \\"x\\"\\n=2", commitment: firm}
  two:
    name: {zh: 乙, en: B}
    unit: "%"
    measure: growth
    targets:
      - {period: 2026, relation: at_least, goal: -3}
""",
        encoding="utf-8",
    )
    (tmp_path / "actuals" / "a.csv").write_text(
        "indicator,period,value,published\none,2026-06,3,2026-07-01\ntwo,2026-06,-2.5,2026-07-01\n"
        "two,2026-09,-2.0,2026-10-01\n",
        encoding="utf-8",
    )
    return tmp_path


# --- forms


def test_json_has_every_promised_field_for_every_target(ask: Ask) -> None:
    code, out, _ = ask("--format", "json")
    answer = json.loads(out)
    assert code == 0
    assert (answer["schema"], answer["as_of"], answer["problems"]) == (1, "2026-09-20", [])
    assert set(answer["title"]) == {"zh", "en"}
    for one in answer["targets"]:
        assert set(FIELDS.replace("\n", " ").split(", ")) <= {key.strip() for key in one} | {""}
        assert list(one)[: len(FIELDS.split(","))] == [name.strip() for name in FIELDS.split(",")]
        assert set(one["name"]) == set(one["sentence"]) == {"zh", "en"}
        assert one["verdict"] in set(Verdict)
        assert one["on_track"] in (True, False, None)


def test_every_field_without_an_answer_has_its_reason(ask: Ask) -> None:
    for data in (REPORT, CHINA):
        for one in json.loads(ask("--format", "json", data=data)[1])["targets"]:
            computed = ["actual", "baseline", "gap", "completion", "time_progress", "pace", "required", "projection"]
            for field in computed:
                assert (one[field] is None) == (field in one["reasons"]), (one["id"], field)


def test_csv_says_the_same_as_json(ask: Ask) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("--format", "csv", data=CHINA)[1])))
    targets = json.loads(ask("--format", "json", data=CHINA)[1])["targets"]
    assert len(rows) == len(targets) > 50
    for row, one in zip(rows, targets, strict=True):
        assert row["name_zh"] == one["name"]["zh"]
        assert row["sentence_en"].removeprefix("'") == one["sentence"]["en"]
        for field in ("id", "verdict", "unit", "reason", "actual", "gap", "completion", "required"):
            assert row[field] == ("" if one[field] is None else str(one[field]))
        assert row["on_track"] == {True: "true", False: "false", None: ""}[one["on_track"]]


def test_text_that_would_be_a_formula_is_guarded_and_numbers_are_not(ask: Ask, folder: Path) -> None:
    code, out, _ = ask("--format", "csv", data=folder)
    assert code == 0
    one, two = csv.DictReader(io.StringIO(out))
    assert (one["name_zh"], one["name_en"], one["section"]) == ("'=1+1[万元]", "'@x [万元] [/] :smile:", "'@x")
    assert (one["publisher_zh"], one["publisher_en"]) == ("'+a", "'-b")
    assert one["wording"].startswith("'-5%")
    assert (two["goal"], two["actual"]) == ("-3", "-2.5")


def test_brackets_and_emoji_codes_survive_the_table(ask: Ask, folder: Path) -> None:
    for lang, words in (
        ("zh", ["=1+1[万元]", "[bold]标题", "=1+1"]),
        ("en", ["@x [万元] [/]", ":smile:", "[red]section[/red]"]),
    ):
        out = ask("--all", "--lang", lang, data=folder)[1]
        for word in words:
            assert word in out
        assert "[万元]" in out


def test_rows_of_later_are_counted_and_named(ask: Ask, folder: Path) -> None:
    assert "1 row was not yet published" in ask("--lang", "en", data=folder)[2]
    assert json.loads(ask("--format", "json", data=folder)[1])["not_yet_published"] == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 60, 80, 100, 160])
@pytest.mark.parametrize("data", [REPORT, CHINA], ids=["report", "china"])
def test_no_line_is_too_wide_and_no_name_is_cut(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, lang: str, width: int, data: Path
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = ask("--all", "--lang", lang, data=data)[1]
    for line in out.splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()
    assert out.count("…") <= 1, "only in the line that shows how to put in a figure"
    workspace = load(Folder(data), date.fromisoformat(DAY[1]))
    judged = assess_all(workspace.plan, workspace.facts, date.fromisoformat(DAY[1]))
    rows = foreseen(workspace.plan, judged, workspace.facts)
    told = [row for row in rows if row.figures.actual is not None or row.figures.provisional is not None]
    report = Report(workspace.plan, date.fromisoformat(DAY[1]), "", rows, 0, facts=workspace.facts)
    running = Calendar().year(int(DAY[1][:4]))
    shown = [row for group in sheet(report).told(Screen(lang, width)).groups for row in group.rows]
    first, second, *_ = Ruled(Rows(report, running, Screen(lang, width)), shown)._widths
    seen = "".join(_between(line, first + 1, first + 1 + second) for line in out.splitlines())
    folded = "".join(out.split())
    for row in rows:
        name = "".join(cells.name(row, lang).split()).removeprefix("·")
        if row in told:
            assert "".join(row_name(row, running, lang).split()) in "".join(seen.split())
        elif row.part_of is None:
            assert name in folded


def _between(line: str, start: int, end: int) -> str:
    """What stands in these cells of a line; a Chinese character takes two."""
    found, at = "", 0
    for one in line:
        found += one if start <= at < end else ""
        at += cell_len(one)
    return found


# --- filters


def test_filters_narrow_and_say_how_many_they_hide(ask: Ask) -> None:
    out = ask("--lang", "en", "--indicator", "gdp")[1]
    assert "77 hidden by the filters" in out
    assert "hidden by" not in ask("--lang", "en")[1]


@pytest.mark.parametrize(
    ("arguments", "check"),
    [
        (("--period", "2026"), lambda one: one["period"] == "2026"),
        (("--section", "三(总)"), lambda one: one["section"] == "三(总)"),
        (("--section", "三（总）"), lambda one: one["section"] == "三(总)"),
        (("--section", "三"), lambda one: one["section"].startswith("三(")),
        (("--verdict", "not_due"), lambda one: one["verdict"] == "not_due"),
        (("--indicator", "gdp,industry"), lambda one: one["indicator"] in ("gdp", "industry")),
        (("--commitment", "firm"), lambda one: one["commitment"] == "firm"),
        (("--publisher", "统计"), lambda one: "统计" in one["publisher"]["zh"]),
        (("--publisher", "BUREAU OF STATISTICS"), lambda one: "statistics" in one["publisher"]["en"]),
        (("--on-track", "yes"), lambda one: one["on_track"] is True),
        (("gdp", "urban-jobs@2026"), lambda one: one["indicator"] == "gdp" or one["id"] == "urban-jobs@2026"),
        (("--indicator", "gdp", "--period", "2026"), lambda one: one["indicator"] == "gdp" and one["period"] == "2026"),
    ],
)
def test_a_filter_leaves_just_what_fits(
    ask: Ask, arguments: tuple[str, ...], check: Callable[[dict[str, object]], bool]
) -> None:
    every = json.loads(ask("--format", "json")[1])["targets"]
    found = json.loads(ask("--format", "json", *arguments)[1])["targets"]
    assert found == [one for one in every if one["publisher"] and check(one)] or found == [
        one for one in every if "--publisher" not in arguments and check(one)
    ]


def test_a_filter_may_be_repeated_or_take_commas(ids: Callable[..., list[str]]) -> None:
    once = ids("--indicator", "gdp,industry")
    assert once == ids("--indicator", "gdp", "--indicator", "industry") == ids("--indicator", " gdp , industry ")
    assert once == ids("gdp", "industry")


def test_a_filter_that_leaves_nothing_is_an_empty_answer(ask: Ask) -> None:
    for form in ("table", "csv", "json"):
        assert ask("--format", form, "--verdict", "missed")[0] == 0
        assert ask("--format", form, "--period", "2027")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("--section", "四"), "--section: no '四'; there are: 二(一), "),
        (("--section", "三(十)"), "did you mean 三("),
        (("--period", "2033"), "did you mean 2035?"),
    ],
)
@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_a_section_or_a_period_without_a_target_is_an_empty_answer_and_a_hint(
    ask: Ask, arguments: tuple[str, ...], hint: str, form: str
) -> None:
    code, out, err = ask("--lang", "en", "--format", form, *arguments)
    assert code == 0
    assert hint in err
    if form == "json":
        assert json.loads(out)["targets"] == []
    if form == "csv":
        assert len(out.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("gpd",), "did you mean gdp?"),
        (("gdp@2027",), "did you mean gdp@2026?"),
        (("--indicator", "industri"), "did you mean industry?"),
        (("--verdict", "oftrack"), "did you mean off_track?"),
        (("--commitment", "frm"), "did you mean firm?"),
        (("--commitment", "x"), f"there are: {', '.join(Commitment)}"),
        (("--period", "2026年x"), "did you mean 2026?"),
        (("--period", "2026-13"), "no '2026-13'"),
        (("--on-track", "maybe"), "no 'maybe'"),
        (("--sort", "name"), "there are: registry, urgency"),
        (("--format", "xml"), "there are: table, csv, json"),
        (("--as-of", "2026-02-30"), "write 2026-09-20 or 2026-09"),
        (("--as-of", "9999-12-31"), "write 2026-09-20 or 2026-09"),
        (("--as-of", "tomorrow"), "write 2026-09-20 or 2026-09"),
        (("--lang", "fr"), "there are: zh, en"),
        (("--frmt", "csv"), "no option --frmt; did you mean --format?"),
        (("--output", "/nonexistent/folder/x.csv"), "cannot write /nonexistent/folder/x.csv"),
    ],
)
def test_a_word_that_is_not_known_ends_with_2_and_a_hint(ask: Ask, arguments: tuple[str, ...], hint: str) -> None:
    day = () if "--as-of" in arguments else DAY
    code, out, err = ask(*([] if "--lang" in arguments else ["--lang", "en"]), *arguments, day=day)
    assert (code, out) == (2, "")
    assert hint in err


def test_urgent_targets_come_first(ids: Callable[..., list[str]], ask: Ask) -> None:
    rows = json.loads(ask("--format", "json", "--sort", "urgency", data=CHINA)[1])["targets"]
    order = ["missed", "off_track", "at_risk", "no_data", "undetermined", "not_due", "on_track", "ahead", "achieved"]
    places = [order.index(one["verdict"]) for one in rows]
    assert places == sorted(places)
    assert sorted(one["id"] for one in rows) == sorted(ids(data=CHINA))


def test_a_month_as_date_of_the_question_means_its_end(ask: Ask) -> None:
    for typed, day in (("2026-02", "2026-02-28"), ("2026-Q2", "2026-06-30"), ("2026", "2026-12-31")):
        assert json.loads(ask("--format", "json", day=("--as-of", typed))[1])["as_of"] == day


# --- writing


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_an_answer_can_go_into_a_file_whole(ask: Ask, tmp_path: Path, form: str) -> None:
    path = tmp_path / "answer"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    code, out, _ = ask("--format", form, "--output", str(path), "--force", "--lang", "en")
    assert (code, out) == (0, "")
    assert path.stat().st_mode & 0o777 == 0o640
    encoding = "utf-8-sig" if form == "csv" else "utf-8"
    assert path.read_bytes().decode(encoding) == ask("--format", form, "--lang", "en")[1]
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_replaced_stays_as_it_was(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "answer"
    ask("--format", "json", "--output", str(path), day=("--as-of", "2026-06"))
    old = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    code, _, err = ask("--format", "json", "--output", str(path), "--lang", "en")
    assert code == 2
    assert "No space left on device" in err
    assert path.read_bytes() == old
    assert list(tmp_path.iterdir()) == [path]


# --- faults


FAULTY = """schema: 1
title: {zh: 例, en: example}  # invented for the tests
indicators:
  good: {name: {zh: 甲, en: A}, unit: 个, measure: flow, targets: [{period: 2026, relation: at_least, goal: 5}]}
  bad: {name: {zh: 乙, en: B}, unit: 个, measure: flow, targets: [{period: 2026, relation: at_least, goal: 5万}]}
  worse: {name: {zh: 丙, en: C}, unit: 个, measure: flwo}
"""


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    (tmp_path / "actuals").mkdir()
    (tmp_path / "targets.yaml").write_text(FAULTY, encoding="utf-8")
    rows = "indicator,period,value,published\ngood,2026-06,3,2026-07-01\ngood,2026-07,x,\nworse,2026-06,1,\n"
    (tmp_path / "actuals" / "a.csv").write_text(rows, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_with_faults_it_answers_what_it_can_names_them_and_ends_with_2(ask: Ask, faulty: Path, form: str) -> None:
    code, out, err = ask("--format", form, "--lang", "en", data=faulty)
    assert code == 2
    for name in ("[bad-number]", "[bad-choice]", "[bad-value]"):
        assert name in err
    assert err.count("[") == 3
    if form == "json":
        answer = json.loads(out)
        assert [one["id"] for one in answer["targets"]] == ["good@2026"]
        assert answer["targets"][0]["actual"] == 3
        assert [one["code"] for one in answer["problems"]] == ["bad-value", "bad-number", "bad-choice"]
    else:
        assert "good@2026" in out or "A " in out


@pytest.mark.parametrize("name", ["bad@2026", "worse", "worse@2026"])
@pytest.mark.parametrize("command", ["status", "show"])
def test_asked_for_what_was_left_out_it_tells_the_fault_and_not_the_word(
    faulty: Path, capfd: pytest.CaptureFixture[str], name: str, command: str
) -> None:
    assert main([command, name, "--data", str(faulty), "--lang", "en", *DAY]) == 2
    err = capfd.readouterr().err
    assert "[bad-number]" in err
    assert "did you mean" not in err.replace("did you mean flow?", "")


def test_an_unreadable_registry_is_told_whatever_was_asked(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "targets.yaml").write_text("a: b: c", encoding="utf-8")
    for words in (["gdp"], ["--section", "三"], ["--indicator", "gdp"], ["--period", "2026"], []):
        assert main(["status", *words, "--data", str(tmp_path), "--lang", "en"]) == 2
        assert "[yaml-syntax]" in capfd.readouterr().err


def test_a_folder_without_a_registry_is_told_and_no_empty_page_is_shown(ask: Ask, tmp_path: Path) -> None:
    code, out, err = ask("--lang", "en", data=tmp_path)
    assert (code, out) == (2, "")
    assert "name the folder that holds targets.yaml with --data" in err


NESTED = """\
schema: 1
title: {zh: 例, en: example}
indicators:
  early: {name: {zh: 先, en: early}, unit: 个, measure: flow, targets: [{period: 2026, relation: at_least, goal: 9}]}
  whole: {name: {zh: 全, en: whole}, unit: "", measure: flow, targets: [{period: 2026, parts: [half@2026, early@2026]}]}
  half: {name: {zh: 半, en: half}, unit: "", measure: flow, targets: [{period: 2026, parts: [late@2026]}]}
  other: {name: {zh: 他, en: other}, unit: 个, measure: flow, targets: [{period: 2026, relation: at_least, goal: 9}]}
  late: {name: {zh: 后, en: late}, unit: 个, measure: flow, targets: [{period: 2026, relation: at_least, goal: 9}]}
"""


def test_parts_stand_below_their_container_wherever_they_are_registered(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "targets.yaml").write_text(NESTED, "utf-8")
    (tmp_path / "actuals").mkdir()
    rows = "".join(f"{name},2026-06,5\n" for name in ("early", "other", "late"))
    (tmp_path / "actuals" / "a.csv").write_text(f"indicator,period,value\n{rows}", "utf-8")
    _, page, _ = ask("--all", "--lang", "en", data=tmp_path)
    words = [word for word in page.split() if word.strip("·") in ("early", "whole", "half", "other", "late")]
    assert words == ["whole", "·early", "·half", "·late", "other"]


AVERAGE = """\
schema: 1
title: {zh: 例, en: example}
indicators:
  rate:
    name: {zh: 率, en: rate}
    unit: "%"
    measure: growth
    targets: [{period: 2026-2030, relation: at_least, goal: 6, average: true}]
"""


def test_brackets_are_explained_where_there_are_some(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "targets.yaml").write_text(AVERAGE, "utf-8")
    (tmp_path / "actuals").mkdir()
    (tmp_path / "actuals" / "a.csv").write_text("indicator,period,value\nrate,2026-06,5.6\n", "utf-8")
    explained = "In brackets: a running year's figure that does not count yet"
    _, page, _ = ask("--all", "--lang", "en", data=tmp_path)
    assert "(5.6%)" in page
    assert explained in page
    assert explained not in ask("--all", "--lang", "en")[1]


def test_a_part_without_a_figure_is_named_where_its_container_is_not_shown(ask: Ask, tmp_path: Path) -> None:
    """It does not count, but a heading with nothing below would say that there is nothing."""
    sections = "sections: {a: {zh: 甲, en: First}, b: {zh: 乙, en: Second}}\n"
    registry = NESTED.replace("indicators:", f"{sections}indicators:").replace("goal: 9", "goal: 9, section: b")
    (tmp_path / "targets.yaml").write_text(registry, "utf-8")
    for words in (("late",), ("--all",)):
        _, page, _ = ask(*words, "--lang", "en", data=tmp_path)
        below = page[page.index("b Second") :].split("\n\n")[0]
        assert "·late" in below
