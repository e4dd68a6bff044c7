"""`ycindic record`: one figure in, and nothing else changed."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

import ycindic
from record.workspaces import HEADER
from ycindic.cli import writing
from ycindic.text import day_words


def test_a_figure_is_appended_and_its_verdict_told(desk):
    said = desk.record("jobs 2026-06 2.8 --published 2026-07-20 --as-of 2026-07-31 --note x")
    assert said.code == 0
    assert desk.rows() == ["jobs,2026-06,2.8,ytd,2026-07-20,,,,x"]
    assert "New urban jobs (2026): " in said.out
    assert "6.0 pp ahead" in said.out  # 2.8 ÷ 5 − 6 ÷ 12


def test_a_new_file_can_be_opened_by_a_spreadsheet(desk):
    desk.record("jobs 2026-06 2.8 --published 2026-07-20")
    assert desk.files()["actuals/recorded.csv"].startswith(b"\xef\xbb\xbfindicator,period,value")


def test_without_a_date_the_figure_is_published_today(desk):
    desk.record("parks 2025 8")
    assert desk.rows() == [f"parks,2025,8,point,{writing.today()},,,,"]


def test_a_figure_goes_where_the_newest_row_of_its_indicator_stands(desk):
    desk.file("a.csv", HEADER + "jobs,2026-01,0.4,,2026-02-20,,,,\n")
    desk.file("b.csv", HEADER + "jobs,2026-03,1.3,,2026-04-20,,,,\n")
    desk.file("c.csv", HEADER + "jobs,2026-02,0.9,,2026-03-20,,,,\n")
    desk.record("jobs 2026-04 1.7 --published 2026-05-20")
    assert desk.rows("b.csv")[-1] == "jobs,2026-04,1.7,ytd,2026-05-20,,,,"
    assert len(desk.files()) == 4


@pytest.mark.parametrize("value", ["-2.2", "-0.0", "−2.2", "-12"])
def test_a_negative_value_is_typed_as_it_is(desk, value):
    said = desk.record(f"gdp 2020-Q1 {value} --published 2020-04-25")
    assert said.code == 0
    plain = {"−2.2": "-2.2", "-0.0": "0.0"}.get(value, value)
    assert desk.rows() == [f"gdp,2020-Q1,{plain},ytd,2020-04-25,,,,"]


def test_full_width_digits_and_thousands_marks_become_plain_ones(desk):
    desk.record("parks 2025 １０ --published 2026-01-20")
    desk.record("debt 2025 1,234.50 --published 2026-01-20")
    assert desk.rows() == ["parks,2025,10,point,2026-01-20,,,,", "debt,2025,1234.50,ytd,2026-01-20,,,,"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("gpd 2026-Q1 5.4", "unknown-indicator"),
        ("gdp 2026-Q5 5.4", "bad-period"),
        ("gdp 2026-Q1 5.4% --basis sum", "bad-choice"),
        ("gdp 2026-Q1 nan", "bad-value"),
        ("gdp 2026-Q1 1e9", "bad-value"),
        ("jobs 2026-06 5万元", "bad-value"),
        ("jobs 2026-06 2.8%", "bad-value"),
        ("gdp 2026-Q1 5.4 --published 2026-02-30", "bad-date"),
        ("gdp 2026-Q1 5.4 --status retracted", "bad-choice"),
        ("gdp 2026-Q1 5.4 --bound more", "bad-choice"),
        ("prices 2026-06 0.9", "no-basis"),
        ("parks 2026-06 9 --basis ytd", "basis-measure"),
        ("jobs 2025-2026 9", "period-basis"),
    ],
)
def test_a_malformed_word_is_refused_even_with_yes(desk, line, code):
    said = desk.record(f"{line} --yes")
    assert said.code == 2
    assert f"[{code}]" in said.err
    assert list(desk.files()) == ["targets.yaml"]


def test_a_wrong_name_is_answered_with_the_nearest_one(desk):
    assert "jobs?" in desk.record("job 2026-06 2.8").err


@pytest.mark.parametrize("note", ["two\nlines", "bell\a", "x" * 1001, "half \udc80"])
def test_a_note_that_no_line_can_hold_is_refused(desk, note):
    said = desk.record("parks 2025 8", "--note", note)
    assert said.code == 2
    assert "[bad-text]" in said.err


@pytest.mark.parametrize("word", ["--dryrun", "-x", "--valu"])
def test_a_word_that_is_no_option_is_refused(desk, word):
    assert desk.record(f"gdp 2026-Q1 {word} 5.4").code == 2
    assert desk.record(f"gdp 2026-Q1 5.4 {word}").code == 2
    assert desk.record(f"gdp 2026-Q1 {word}").code == 2
    assert list(desk.files()) == ["targets.yaml"]


HABITS = {
    "the marks of windows": HEADER.replace("\n", "\r\n") + "jobs,2026-01,0.4,,,,,,\r\n",
    "an old mac": HEADER.replace("\n", "\r") + "jobs,2026-01,0.4,,,,,,\r",
    "no final line end": HEADER + "jobs,2026-01,0.4,,,,,,",
    "windows and no final line end": HEADER.replace("\n", "\r\n") + "jobs,2026-01,0.4,,,,,,",
    "a byte order mark": "\ufeff" + HEADER + "jobs,2026-01,0.4,,,,,城镇,\n",
    "comments and quotes": "# 市人社局\n" + HEADER + '"jobs",2026-01,"0.4",,,,,"a, b","say ""x"""\n# end\n',
    "a comment without an end": HEADER + "jobs,2026-01,0.4,,,,,,\n# end",
    "rows out of order": HEADER + "jobs,2026-01,0.4,,,,,,\njobs,2025,4,,,,,,\n\n\n",
}


@pytest.mark.parametrize("habit", HABITS)
def test_a_file_keeps_every_byte_and_its_habits(desk, habit):
    old = HABITS[habit].encode()
    desk.file("a.csv", old)
    assert desk.record("jobs 2026-02 0.9 --published 2026-03-20", "--note", "人社局").code == 0
    new = desk.files()["actuals/a.csv"]
    assert new.startswith(old)
    end = b"\r\n" if b"\r\n" in old else b"\r" if b"\r" in old else b"\n"
    row = "jobs,2026-02,0.9,ytd,2026-03-20,,,,人社局".encode()
    assert new[len(old) :] == (row + end if old.endswith(end) else end + row)
    assert desk.run("validate").code == 0


def test_a_gb18030_file_stays_one(desk):
    old = (HEADER + "jobs,2026-01,0.4,,,,,市人社局,城镇新增就业\n").encode("gb18030")
    desk.file("a.csv", old)
    desk.record("jobs 2026-02 0.9 --published 2026-03-20", "--note", "初步数")
    assert desk.files()["actuals/a.csv"].decode("gb18030").splitlines()[-1].endswith("初步数")
    assert desk.run("validate").code == 0


def test_the_columns_of_the_file_are_kept_in_their_order(desk):
    desk.file("a.csv", "note,value,period,published,indicator\nx,0.4,2026-01,2026-02-20,jobs\n")
    desk.record("jobs 2026-02 0.9 --published 2026-03-20", "--note", "#1")
    assert desk.rows("a.csv")[-1] == '"#1",0.9,2026-02,2026-03-20,jobs'


def test_a_row_never_turns_into_a_comment(desk):
    desk.file("a.csv", "# mine\nnote,value,period,published,indicator\nx,0.4,2026-01,2026-02-20,jobs\n")
    desk.record("jobs 2026-02 0.9 --published 2026-03-20", "--note", "# a, b")
    assert desk.rows("a.csv")[-1] == '"# a, b",0.9,2026-02,2026-03-20,jobs'
    assert "2026-02" in desk.run("status", "--as-of", "2026-04-01", "--format", "csv").out


def test_a_file_without_a_needed_column_is_left_alone(desk):
    old = "indicator,period,value\njobs,2026-01,0.4\n"
    desk.file("a.csv", old)
    said = desk.record("jobs 2026-02 0.9")
    assert said.code == 2
    assert "[column-lacking]" in said.err
    assert "published" in said.err
    assert desk.text("a.csv") == old


def test_a_file_with_an_open_quote_is_left_alone(desk):
    old = HEADER + 'jobs,2026-01,0.4,,,,,,\njobs,2026-02,0.9,,,,,,"open\n'
    desk.file("a.csv", old)
    said = desk.record("jobs 2026-03 1.3 --published 2026-04-20")
    assert said.code == 2
    assert "[csv-syntax]" in said.err
    assert desk.text("a.csv") == old


def test_text_that_would_be_a_formula_is_guarded_and_read_back(desk):
    desk.record("parks 2025 8 --published 2026-01-20", "--source", "=cmd|' /C calc'!A0", "--note", "@x")
    assert desk.rows("cmd-C-calc-A0-2025.csv") == ["parks,2025,8,point,2026-01-20,,,'=cmd|' /C calc'!A0,'@x"]


def test_the_same_figure_again_changes_nothing(desk):
    desk.record("jobs 2026-06 2.8 --published 2026-07-20")
    before = desk.files()
    assert desk.record("jobs 2026-06 2.80 --published 2026-07-20").code == 0
    assert desk.record("jobs 2026-H1 2.8").code == 0
    assert desk.files() == before
    assert len(desk.log()) == 1


def test_another_value_of_the_same_day_is_refused_and_the_place_of_the_first_told(desk):
    desk.record("jobs 2026-06 2.8 --published 2026-07-20")
    said = desk.record("jobs 2026-06 2.9 --published 2026-07-20 --yes")
    assert said.code == 2
    assert "[same-date]" in said.err
    assert "recorded.csv:2" in said.err


def test_a_revision_is_a_row_of_its_own(desk):
    desk.record("jobs 2026-06 2.8 --published 2026-07-20 --status preliminary")
    said = desk.record("jobs 2026-06 2.6 --published 2026-08-20 --status revised")
    assert "2.8" in said.out
    assert desk.rows() == [
        "jobs,2026-06,2.8,ytd,2026-07-20,preliminary,,,",
        "jobs,2026-06,2.6,ytd,2026-08-20,revised,,,",
    ]
    assert [line.split(",", 3)[3] for line in desk.log()] == ["jobs 2026-06 ytd,,2.8", "jobs 2026-06 ytd,2.8,2.6"]


def test_a_dry_run_writes_nothing_and_tells_everything(desk):
    before = desk.files()
    said = desk.record("jobs 2026-06 28000 --published 2026-07-20 --dry-run")
    assert said.code == 0
    assert "New urban jobs (2026)" in said.out
    assert "[unit-slip]" in said.out
    assert desk.files() == before
    assert not (desk.folder / ".ycindic").exists()


def test_a_strange_size_needs_its_own_name_in_a_script(desk):
    for more in ("", " --yes", " --waive off-rhythm,jump --yes"):
        said = desk.record(f"jobs 2026-06 28000 --published 2026-07-20{more}")
        assert said.code == 2
        assert "add --waive unit-slip\n" in said.err
        assert "2.8 万人" in said.err
        assert list(desk.files()) == ["targets.yaml"]
    assert desk.record("jobs 2026-06 28000 --published 2026-07-20 --waive unit-slip").code == 0
    assert desk.rows() == ["jobs,2026-06,28000,ytd,2026-07-20,,,,"]


def test_what_is_strange_but_no_size_a_plain_yes_waives(desk):
    said = desk.record("gdp 2026-04 5.4 --published 2026-05-20")
    assert said.code == 2
    assert "no release ends with April 2026: the rhythm is quarterly, first in March [off-rhythm]" in said.err
    assert "add --yes\n" in said.err
    assert desk.record("gdp 2026-04 5.4 --published 2026-05-20 --yes").code == 0


def test_several_questions_are_named_together(desk):
    said = desk.record("gdp 2026-04 0.054 --published 2026-04-20")
    assert "add --waive off-rhythm,period-not-over,unit-slip\n" in said.err
    assert desk.record("gdp 2026-04 0.054 --published 2026-04-20 --waive unit-slip,period-not-over --yes").code == 0


@pytest.mark.parametrize(
    ("figure", "question"),
    [
        ("jobs 2098-06 2.8", "period-not-over"),
        ("jobs 2026-06 2.8 --published 2026-05-20", "period-not-over"),
        ("jobs 2026-06 2.8 --published 2098-07-20", "published-ahead"),
    ],
)
def test_a_figure_of_the_future_needs_its_own_name_in_a_script(desk, figure, question):
    said = desk.record(f"{figure} --yes")
    assert (said.code, list(desk.files())) == (2, ["targets.yaml"])
    assert f"add --waive {question}\n" in said.err
    assert desk.record(f"{figure} --waive {question} --yes").code == 0


def test_a_row_without_a_date_of_a_period_that_is_not_over_is_asked_about(desk, tmp_path):
    (tmp_path / "sent.csv").write_text(f"{HEADER}jobs,2098-06,2.8,,,,,,\n", encoding="utf-8")
    said = desk.run("import", str(tmp_path / "sent.csv"), "--yes")
    assert (said.code, list(desk.files())) == (2, ["targets.yaml"])
    assert "add --waive period-not-over\n" in said.err


def test_a_name_that_is_no_question_is_a_mistake(desk):
    said = desk.record("jobs 2026-06 28000 --published 2026-07-20 --waive unitslip")
    assert said.code == 2
    assert "did you mean unit-slip?" in said.err


def test_without_any_input_a_strange_figure_is_an_error(desk, monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    assert desk.record("jobs 2026-06 28000 --published 2026-07-20").code == 2


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("typed", "rows"), [("y\n", 1), ("是\n", 1), ("\n", 0), ("n\n", 0), ("", 0)])
def test_on_a_terminal_a_strange_figure_is_asked_about(desk, monkeypatch, typed, rows):
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    monkeypatch.setattr("sys.stderr", Terminal())
    said = desk.record("jobs 2026-06 28000 --published 2026-07-20")
    assert said.code == 0
    assert len(desk.rows() if rows else []) == rows
    assert ("actuals/recorded.csv" in desk.files()) == bool(rows)


def test_what_changed_while_the_question_stood_is_asked_about_anew(desk, monkeypatch):
    questions = []

    def agreed(lines, _):
        questions.append(list(lines))
        desk.file("other.csv", HEADER + "jobs,2025-06,2.4,,2025-07-20,,,,\n")
        return True

    monkeypatch.setattr("ycindic.cli.record.agreed", agreed)
    assert desk.record("jobs 2026-06 28000 --published 2026-07-20").code == 0
    assert ["2.5 万人" in questions[0][0], "2.4 万人" in questions[1][0]] == [True, True]
    assert len(questions) == 2


def test_the_copy_that_came_along_is_never_written(desk, monkeypatch):
    from ycindic.load import find

    monkeypatch.setattr("ycindic.cli.writing.find", lambda _: find.Folder(desk.folder, bundled=True))
    said = desk.record("parks 2025 8")
    assert said.code == 2
    assert "ycindic init" in said.err
    assert list(desk.files()) == ["targets.yaml"]
    assert desk.record("parks 2025 8 --dry-run").code == 0


def test_a_workspace_inside_the_program_is_never_written(desk, monkeypatch):
    monkeypatch.setattr(ycindic, "__file__", str(desk.folder.parent / "__init__.py"))
    assert "[bundled-copy]" in desk.record("parks 2025 8").err


def test_without_a_registry_nothing_is_made(desk):
    (desk.folder / "targets.yaml").unlink()
    said = desk.record("parks 2025 8")
    assert said.code == 2
    assert "[no-workspace]" in said.err
    assert not (desk.folder / ".ycindic").exists()


def test_a_file_that_leads_out_of_the_workspace_is_never_written(desk, tmp_path):
    outside = tmp_path / "outside.csv"
    outside.write_text(HEADER + "jobs,2026-01,0.4,,,,,,\n")
    (desk.folder / "actuals" / "a.csv").symlink_to(outside)
    said = desk.record("jobs 2026-02 0.9 --published 2026-03-20")
    assert said.code == 2
    assert "[outside-workspace]" in said.err
    assert outside.read_text() == HEADER + "jobs,2026-01,0.4,,,,,,\n"


@pytest.mark.parametrize("what", ["actuals", ".ycindic", ".ycindic/log.csv", ".ycindic/lock"])
def test_no_folder_or_file_of_ours_may_lead_out_either(desk, tmp_path, what):
    outside = tmp_path / "outside"
    place = desk.folder / what
    if what == "actuals":
        place.rmdir()
    if "/" in what:
        place.parent.mkdir()
        outside.write_text("mine")
    else:
        outside.mkdir()
    place.symlink_to(outside)
    assert desk.record("parks 2025 8 --published 2026-01-20").code == 2
    assert (outside.read_text() == "mine") if outside.is_file() else not list(outside.iterdir())


def test_a_link_inside_the_workspace_is_followed(desk):
    real = desk.folder / "real.csv"
    real.write_text(HEADER + "jobs,2026-01,0.4,,,,,,\n")
    (desk.folder / "actuals" / "a.csv").symlink_to("../real.csv")
    assert desk.record("jobs 2026-02 0.9 --published 2026-03-20").code == 0
    assert "2026-02,0.9" in real.read_text()
    assert (desk.folder / "actuals" / "a.csv").is_symlink()


def test_a_file_that_changes_in_between_is_left_to_the_other_program(desk, monkeypatch):
    from ycindic.record import intake

    path = desk.file("a.csv", HEADER + "jobs,2026-01,0.4,,,,,,\n")
    real = intake.carry_out

    def meanwhile(*arguments):
        path.write_text(HEADER + "jobs,2026-01,0.5,,,,,,theirs\n")
        return real(*arguments)

    monkeypatch.setattr(intake, "carry_out", meanwhile)
    said = desk.record("jobs 2026-02 0.9 --published 2026-03-20")
    assert said.code == 2
    assert "[changed-meanwhile]" in said.err
    assert desk.rows("a.csv") == ["jobs,2026-01,0.5,,,,,,theirs"]
    assert desk.log() == []


def test_a_waiting_writer_is_told_who_holds_the_lock(desk, monkeypatch):
    from ycindic.files import lock

    monkeypatch.setattr(lock, "WAIT_SECONDS", 0.1)
    (desk.folder / ".ycindic").mkdir()
    with lock.locked(desk.folder / ".ycindic" / "lock", "wang, import, pid 7"):
        said = desk.record("parks 2025 8")
    assert said.code == 2
    assert "wang, import, pid 7" in said.err
    assert "[locked]" in said.err
    assert desk.record("parks 2025 8").code == 0


def test_a_writer_waits_thirty_seconds():
    from ycindic.files.lock import WAIT_SECONDS

    assert WAIT_SECONDS == 30


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
from ycindic.cli import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.parametrize("limit", [0, 1, 60, 200, 700])
def test_a_full_disk_loses_nothing_and_says_so(desk, limit):
    desk.record("parks 2024 7 --published 2025-01-20")
    desk.file("a.csv", HEADER + "jobs,2026-01,0.4,,2026-02-20,,,," + "x" * 600 + "\n")
    before, log = desk.files(), desk.log()
    command = [
        sys.executable, "-c", LIMITED, str(limit), "record", "jobs", "2026-02", "0.9",
        "--published", "2026-03-20", "--data", str(desk.folder),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "LANG": "en"})
    assert done.returncode == 2, done
    assert "[no-space]" in done.stderr
    assert "Traceback" not in done.stderr
    assert desk.files() == before
    assert desk.log() == log


def test_a_read_only_workspace_loses_nothing_and_says_so(desk, monkeypatch):
    from ycindic.files import atomic

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(atomic.tempfile, "mkstemp", refuse)
    said = desk.record("parks 2025 8")
    assert said.code == 2
    assert "[no-rights]" in said.err
    assert list(desk.files()) == ["targets.yaml"]


def test_faults_elsewhere_do_not_stand_in_the_way_but_are_told(desk):
    desk.file("b.csv", HEADER + "gdp,2026-Q1,many,,,,,,\n")
    said = desk.record("parks 2025 8 --published 2026-01-20")
    assert said.code == 0
    assert "validate" in said.err


def test_an_indicator_that_its_fault_hides_is_explained_by_that_fault(desk):
    registry = desk.folder / "targets.yaml"
    registry.write_text(registry.read_text().replace("measure: stock", "measure: stok"))
    said = desk.record("parks 2025 8")
    assert said.code == 2
    assert "stok" in said.err


def test_nothing_in_a_value_or_note_is_ever_executed(desk, tmp_path):
    bait = tmp_path / "bait"
    desk.record("parks 2025 8 --published 2026-01-20", "--note", f"$(touch {bait}) `touch {bait}`")
    assert not Path(bait).exists()


def test_what_came_out_after_the_day_of_the_question_speaks_neither_for_nor_against(desk):
    rows = "".join(f"jobs,2026-0{month},{month * 0.4:.1f},,2026-0{month + 1}-20,,,,\n" for month in range(1, 7))
    lower = "jobs,2026-08,0.9,,2026-09-20,,,,\n"
    desk.file("early.csv", HEADER + rows + lower)
    line = "jobs 2026-07 2.8 --published 2026-08-20"
    assert "[falling-total]" in desk.record(f"{line} --as-of 2026-10-31").err
    assert desk.record(f"{line} --as-of 2026-08-31").code == 0


def test_a_figure_that_does_not_count_yet_says_so_first_and_how_it_would(desk):
    said = desk.record("jobs 2026-06 2.8 --as-of 2026-07-31")
    first = said.out.splitlines()[0]
    assert "not yet as of 31 Jul 2026" in first
    assert "ycindic record jobs 2026-06 2.8 --published DATE" in first
    assert f"published today, {day_words(writing.today(), 'en')}" in said.out


def test_a_mean_without_its_basis_gets_both_whole_lines(desk):
    said = desk.record("prices 2026-06 1.2")
    assert said.code == 2
    for basis in ("ytd", "alone"):
        assert f"ycindic record prices 2026-06 1.2 --basis {basis}" in said.err


@pytest.mark.parametrize("door", ["record", "import"])
def test_another_value_is_asked_about_unless_its_day_or_its_stage_says_that_it_is_a_revision(desk, tmp_path, door):
    desk.record("jobs 2026-06 2.8 --published 2026-07-20")
    before = desk.files()

    table = tmp_path / "t.csv"
    table.write_text("indicator,period,value\njobs,2026-06,2.6\n", encoding="utf-8")

    def told(*more: str):
        words = ("record", "jobs", "2026-06", "2.6") if door == "record" else ("import", str(table))
        return desk.run(*words, *more)

    said = told()
    assert (said.code, desk.files()) == (2, before)
    both = "2.8 万人 (published 20 Jul 2026) → 2.6 万人 (published "
    assert f"June 2026 has another value already: {both}" in said.out + said.err
    assert "a revision? [revision]\n" in said.out + said.err
    assert "add --yes\n" in said.err
    for answer in (("--yes",), ("--waive", "revision"), ("--stage", "revised"), ("--published", "2026-08-20")):
        assert told(*answer).code == 0, answer
        assert desk.run("undo").code == 0
        assert desk.files() == before


def test_what_takes_no_value_away_is_no_revision(desk):
    desk.record("jobs 2026-06 2.8 --published 2026-07-20")
    assert desk.record("jobs 2026-06 2.80").code == 0
    assert desk.record("jobs 2026-06 2.7 --published 2026-07-01").code == 0, "an earlier vintage stays behind"
    assert desk.run("retract", "jobs", "2026-06").code == 0
    assert desk.record("jobs 2026-06 2.6").code == 0, "nothing stands there any more"


def test_the_answer_tells_the_old_value_and_the_new_one(desk):
    desk.record("jobs 2026-06 2.8 --published 2026-07-20")
    said = desk.record("jobs 2026-06 2.6 --published 2026-08-20")
    assert said.out.startswith("written New urban jobs, January–June 2026 = 2.8 万人 → 2.6 万人 (published 20 Aug")
