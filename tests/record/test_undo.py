"""The last write is taken back as if it had never been, as long as its file is as it left it."""

from __future__ import annotations

import json

import pytest

from record.test_crashes import killed_before
from record.workspaces import HEADER
from ycindic.load import workspace
from ycindic.load.registry import read_registry

TABLE = "指标,2026年1-3月,2026年1-6月\n城镇新增就业,1.3,2.8\n"


def actual(desk, day: str) -> str:
    told = json.loads(desk.run("status", "jobs", "--format", "json", "--as-of", day).out)
    return str(told["targets"][0]["actual"])


def test_a_slip_is_gone_from_every_day_and_the_log_keeps_both_lines(desk):
    before = desk.files()
    desk.record("jobs 2026-06 2.9 --published 2026-07-20")
    assert actual(desk, "2026-07-31") == "2.9"
    said = desk.run("undo", "--as-of", "2026-07-31")
    assert (said.code, "New urban jobs, January–June 2026  2.9 万人 → –" in said.out) == (0, True)
    assert desk.files() == before
    assert [actual(desk, day) for day in ("2026-07-31", "2026-12-31")] == ["None", "None"]
    assert [line.split(",", 2)[2] for line in desk.log()] == [
        "record,jobs 2026-06 ytd,,2.9",
        "undo,jobs 2026-06 ytd,2.9,",
    ]


def test_the_verdicts_that_change_are_told(desk):
    desk.record("jobs 2026-06 2.9 --published 2026-07-20")
    said = desk.run("undo", "--as-of", "2026-07-31", "--lang", "en")
    assert (
        "New urban jobs (2026): » ahead → ? no data" in said.out
        or "New urban jobs (2026): + on track → ? no data" in said.out
    )


def test_a_kept_file_gets_back_every_byte(desk):
    kept = ("﻿# 市人社局\r\n" + HEADER.replace("\n", "\r\n") + "jobs,2026-01,0.4,,2026-02-20,,,,").encode()
    path = desk.file("a.csv", kept)
    desk.record("jobs 2026-02 0.9 --published 2026-03-20")
    assert path.read_bytes() != kept
    assert desk.run("undo").code == 0
    assert path.read_bytes() == kept


def test_an_import_is_taken_back_whole(desk, tmp_path):
    before = desk.files()
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    assert desk.run("import", str(tmp_path / "t.csv"), "--published", "2026-07-20").code == 0
    assert desk.run("undo").code == 0
    assert desk.files() == before
    assert len(desk.log()) == 4


def test_a_retraction_is_taken_back(desk):
    desk.record("jobs 2026-06 2.9 --published 2026-07-20")
    before = desk.files()
    desk.run("retract", "jobs", "2026-06", "--published", "2026-08-01")
    assert desk.run("undo").code == 0
    assert desk.files() == before
    assert actual(desk, "2026-08-31") == "2.9"


def test_a_second_undo_takes_no_earlier_write_back_and_says_so(desk):
    desk.record("jobs 2026-03 1.3 --published 2026-04-20")
    desk.record("jobs 2026-06 2.9 --published 2026-07-20")
    assert desk.run("undo").code == 0
    before, log = desk.files(), desk.log()
    said = desk.run("undo", "--lang", "en")
    assert (said.code, "already taken back; undo goes one step back" in said.err) == (2, True)
    assert (desk.files(), desk.log()) == (before, log)
    assert desk.rows() == ["jobs,2026-03,1.3,ytd,2026-04-20,,,,"]


def test_after_a_write_of_promises_no_figure_is_taken_back(desk, tmp_path):
    desk.record("jobs 2026-06 2.9 --published 2026-07-20")
    (tmp_path / "t.csv").write_text("指标,目标,单位\n新建公园,≥3,个\n", encoding="utf-8")  # invented
    registry = desk.folder / "targets.yaml"
    for words in (
        ["add", "新建农村公路368公里", "--yes"],
        ["import-targets", str(tmp_path / "t.csv"), "--period", "2026"],
    ):
        old = registry.read_bytes()
        assert desk.run(*words).code == 0
        before, log = desk.files(), desk.log()
        said = desk.run("undo", "--lang", "en")
        assert (said.code, "[no-figures]" in said.err, words[0] in said.err) == (2, True, True)
        assert (desk.files(), desk.log()) == (before, log)
        registry.write_bytes(old)
        assert "[already-undone]" in desk.run("undo").err, "its lines were taken out by hand"
    assert desk.record("jobs 2026-07 3.3 --published 2026-08-20").code == 0
    assert desk.run("undo").code == 0
    assert desk.rows() == ["jobs,2026-06,2.9,ytd,2026-07-20,,,,"]


def test_a_file_that_somebody_changed_since_is_left_alone(desk):
    desk.record("jobs 2026-06 2.9 --published 2026-07-20")
    path = desk.folder / "actuals" / "recorded.csv"
    path.write_bytes(path.read_bytes() + b"jobs,2026-07,3.1,,2026-08-20,,,,\n")
    before = desk.files()
    said = desk.run("undo")
    assert (said.code, "[changed-since]" in said.err) == (2, True)
    assert desk.files() == before
    assert len(desk.log()) == 1


def test_where_nothing_was_written_there_is_nothing_to_take_back(desk):
    said = desk.run("undo")
    assert (said.code, "[nothing-to-undo]" in said.err) == (2, True)


def test_a_dry_run_only_tells(desk):
    desk.record("jobs 2026-06 2.9 --published 2026-07-20")
    before = desk.files()
    assert "would take back record" in desk.run("undo", "--dry-run").out
    assert desk.files() == before


@pytest.mark.parametrize(
    "path", ["../outside.csv", "targets.yaml", "/etc/hostname", "actuals/../targets.yaml", "", "actuals"]
)
def test_what_is_kept_of_the_last_write_leads_nowhere_else(desk, path):
    desk.record("jobs 2026-06 2.9 --published 2026-07-20")
    kept = desk.folder / ".ycindic" / "last-write.json"
    kept.write_text(json.dumps(json.loads(kept.read_text(encoding="utf-8")) | {"path": path}), encoding="utf-8")
    outside = desk.folder.parent / "outside.csv"
    outside.write_bytes((desk.folder / "actuals" / "recorded.csv").read_bytes())
    before = desk.files()
    assert desk.run("undo").code == 2
    assert (desk.files(), outside.exists()) == (before, True)


@pytest.mark.parametrize("text", ["", "{}", "[1", "[" * 5000, '{"lines": 3}', "null", "\x00"])
def test_a_broken_memory_is_none(desk, text):
    desk.record("jobs 2026-06 2.9 --published 2026-07-20")
    (desk.folder / ".ycindic" / "last-write.json").write_text(text, encoding="utf-8")
    assert "[nothing-to-undo]" in desk.run("undo").err
    assert desk.record("jobs 2026-07 3.3 --published 2026-08-20").code == 0
    assert desk.run("undo").code == 0


@pytest.mark.parametrize("kept", [True, False])
def test_a_kill_before_any_call_of_undo_leaves_the_old_or_the_new_file(desk, kept):
    old = HEADER + "jobs,2026-01,0.4,,2026-02-20,,,,\n"
    path = desk.folder / "actuals" / ("a.csv" if kept else "recorded.csv")
    seen = set()
    for call in range(1, 200):
        path.unlink(missing_ok=True)
        if kept:
            path.write_text(old)
        assert desk.record("jobs 2026-02 0.9 --published 2026-03-20").code == 0
        full = path.read_bytes()
        through = killed_before(call, ["undo", "--data", str(desk.folder)])
        now = path.read_bytes() if path.exists() else None
        assert now in (full, old.encode() if kept else None)
        assert not through or now != full
        assert now == full or any(",undo," in line for line in desk.log()), "logged before it is gone"
        seen.add((through, now == full))
        assert desk.run("validate").code == 0
        assert desk.run("undo").code == (0 if now == full else 2), "the next run is not hindered"
        assert (path.read_bytes() if path.exists() else None) == (old.encode() if kept else None)
        if through:
            break
    assert call > 10
    assert seen == {(False, True), (False, False), (True, False)}


# --- the same day, the right file, the right name


def test_retracting_and_recording_again_on_the_same_day_works(desk):
    desk.record("jobs 2026-06 28 --published 2026-07-20 --waive unit-slip")
    assert desk.run("retract", "jobs", "2026-06", "--published", "2026-07-20").code == 0
    assert actual(desk, "2026-07-31") == "None"
    assert desk.record("jobs 2026-06 2.8 --published 2026-07-20").code == 0
    assert actual(desk, "2026-07-31") == "2.8"
    said = desk.run("validate")
    assert (said.code, said.err.count("[superseded]")) == (0, 2)


def test_another_value_of_the_day_is_refused_with_what_to_do(desk):
    desk.record("jobs 2026-06 2.8 --published 2026-07-20")
    said = desk.record("jobs 2026-06 2.9 --published 2026-07-20")
    assert (said.code, "ycindic undo" in said.err) == (2, True)


def test_a_figure_of_an_import_is_taken_back_and_recorded_again_on_its_day(desk, tmp_path):
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    assert desk.run("import", str(tmp_path / "t.csv"), "--published", "2026-07-20").code == 0
    refused = desk.record("jobs 2026-06 2.9 --published 2026-07-20", "--lang", "en")
    assert (refused.code, "retract" in refused.err) == (2, True)
    assert desk.run("retract", "jobs", "2026-06", "--published", "2026-07-20").code == 0
    assert desk.record("jobs 2026-06 2.9 --published 2026-07-20").code == 0
    assert actual(desk, "2026-07-31") == "2.9"
    assert desk.run("validate").code == 0


def test_a_retraction_says_that_no_earlier_figure_comes_back_and_what_brings_it_back(desk):
    desk.record("jobs 2026-06 2.8 --published 2026-07-20")
    desk.record("jobs 2026-06 2.9 --published 2026-08-20")
    said = desk.run("retract", "jobs", "2026-06", "--published", "2026-08-20", "--lang", "en")
    assert "ycindic record jobs 2026-06 2.8 --basis ytd" in said.out
    assert actual(desk, "2026-08-31") == "None"
    assert desk.record("jobs 2026-06 2.8 --published 2026-08-21 --basis ytd").code == 0
    assert actual(desk, "2026-08-31") == "2.8"
    assert "record jobs" not in desk.run("retract", "jobs", "2026-06", "--published", "2026-07-20", "--lang", "en").out


def test_record_never_adds_to_what_an_import_wrote(desk, tmp_path):
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    assert desk.run("import", str(tmp_path / "t.csv"), "--published", "2026-07-20").code == 0
    [name] = [name for name in desk.files() if name.startswith("actuals/")]
    assert name == "actuals/t-2026.csv"
    imported = desk.files()[name]
    assert desk.record("jobs 2026-07 3.2 --published 2026-08-20").code == 0
    assert desk.record("jobs 2026-06 2.8 --published 2026-07-20").code == 0
    assert desk.files()[name] == imported
    assert desk.rows() == ["jobs,2026-07,3.2,ytd,2026-08-20,,,,"], "the same figure again is in the import already"
    assert desk.run("validate").code == 0


def test_files_of_old_imports_are_known_by_their_name(desk):
    desk.file("import-2026-07-20-t.csv", HEADER + "jobs,2026-06,2.8,,2026-07-20,,,,\n")
    assert desk.record("jobs 2026-07 3.2 --published 2026-08-20").code == 0
    assert desk.rows() == ["jobs,2026-07,3.2,ytd,2026-08-20,,,,"]


def test_a_new_file_is_called_by_publisher_and_year(desk):
    text = (desk.folder / "targets.yaml").read_text(encoding="utf-8")
    who = "    unit: 万人\n    publisher: {zh: 市统计局, en: Statistics bureau}\n"
    (desk.folder / "targets.yaml").write_text(text.replace("    unit: 万人\n", who), encoding="utf-8")
    desk.record("jobs 2026-06 2.8 --published 2026-07-20")
    desk.record("jobs 2026-07 3.2 --published 2026-08-20")
    assert desk.rows("市统计局-2026.csv") == [
        "jobs,2026-06,2.8,ytd,2026-07-20,,,,",
        "jobs,2026-07,3.2,ytd,2026-08-20,,,,",
    ]
    path = desk.folder.parent / "t.csv"
    path.write_text("指标,2025年1-6月,2026年1-8月\n城镇新增就业,2.7,3.6\n", encoding="utf-8")
    assert desk.run("import", str(path), "--published", "2026-09-20").code == 0
    assert len(desk.rows("市统计局-2025-2026.csv")) == 2


def test_an_earlier_vintage_is_told_as_such(desk, tmp_path):
    desk.record("jobs 2026-03 1.3 --published 2026-05-20")
    said = desk.record("jobs 2026-03 1.2 --published 2026-04-20")
    assert (said.code, "kept as an earlier vintage; 1.3 万人 stays" in said.out) == (0, True)
    assert "jobs 2026-03 ytd (earlier vintage 2026-04-20; 1.3 stays),,1.2" in desk.log()[-1]
    assert actual(desk, "2026-06-30") == "1.3"
    (tmp_path / "t.csv").write_text("指标,2026年1-3月\n城镇新增就业,1.25\n", encoding="utf-8")
    said = desk.run("import", str(tmp_path / "t.csv"), "--published", "2026-04-25", "--dry-run")
    assert "kept as an earlier vintage; 1.3 万人 stays" in said.out


def test_while_a_file_of_figures_cannot_be_read_nothing_is_recorded(desk):
    desk.file("broken.csv", HEADER + 'jobs,2026-03,"1.3,,\n')
    before = desk.files()
    said = desk.record("parks 2025 8 --published 2026-01-20")
    assert (said.code, "[csv-syntax]" in said.err) == (2, True)
    assert desk.files() == before


@pytest.mark.parametrize("kind", ["file", "loop", "nowhere"])
def test_actuals_that_is_no_folder_is_a_fault(desk, kind):
    actuals = desk.folder / "actuals"
    actuals.rmdir()
    if kind == "file":
        actuals.write_text(HEADER, encoding="utf-8")
    else:
        actuals.symlink_to("actuals" if kind == "loop" else "nowhere")
    assert (desk.run("validate").code, "[unreadable]" in desk.run("validate").out) == (2, True)
    assert desk.record("parks 2025 8 --published 2026-01-20").code == 2


@pytest.mark.parametrize(
    "told",
    [
        {"size": float("inf")},
        {"size": "9" * 5000},
        {"path": "actuals/a\0.csv"},
        {"path": "actuals/\ud800.csv"},
        {"path": "/etc/passwd"},
        {"path": "../../a.csv"},
        {"path": "actuals/" + "a" * 5000},
        {"lines": [["a", "b"]]},
        {"lines": 5},
    ],
    ids=str,
)
def test_a_note_of_the_last_write_that_nobody_wrote_takes_nothing_back(desk, told):
    desk.record("jobs 2026-06 2.9 --published 2026-07-20")
    note = desk.folder / ".ycindic" / "last-write.json"
    note.write_text(json.dumps(json.loads(note.read_text(encoding="utf-8")) | told), encoding="utf-8")
    before = desk.files()
    assert desk.run("undo").code == 2
    assert desk.files() == before


@pytest.mark.parametrize("words", [("undo", "--yes"), ("undo", "--yes", "--dry-run")])
def test_undo_takes_a_yes_like_all_that_write_and_reads_the_registry_once(desk, words, monkeypatch):
    desk.record("jobs 2026-06 2.9 --published 2026-07-20")
    read = []
    monkeypatch.setattr(workspace, "read_registry", lambda *told: read.append(told) or read_registry(*told))
    assert desk.run(*words, "--as-of", "2026-07-31").code == 0
    assert (len(read), "actuals" in "".join(desk.files())) == (1, "--dry-run" in words)
