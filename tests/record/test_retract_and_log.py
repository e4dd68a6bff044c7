"""A figure is taken back by a row of its own, and the log tells who did what."""

from __future__ import annotations

import csv
import io
import json

import pytest

from record.workspaces import HEADER


def test_a_retraction_is_a_new_row_without_a_value(desk):
    desk.record("jobs 2026-06 2.8 --published 2026-07-20")
    assert desk.run("retract", "jobs", "2026-06", "--published", "2026-08-01", "--note", "重复计算").code == 0
    assert desk.rows() == ["jobs,2026-06,2.8,ytd,2026-07-20,,,,", "jobs,2026-06,,ytd,2026-08-01,retracted,,,重复计算"]
    assert desk.run("validate").code == 0


def test_the_figure_counts_until_it_is_retracted(desk):
    desk.record("jobs 2026-06 2.8 --published 2026-07-20")
    desk.run("retract", "jobs", "2026-06", "--published", "2026-08-01")

    def actual(day: str) -> str:
        table = desk.run("status", "jobs", "--as-of", day, "--format", "csv").out
        return next(csv.DictReader(io.StringIO(table)))["actual"]

    assert [actual("2026-07-31"), actual("2026-08-01")] == ["2.8", ""]


def test_what_is_not_there_cannot_be_taken_back(desk):
    said = desk.run("retract", "jobs", "2026-06")
    assert said.code == 2
    assert "[not-recorded]" in said.err


def test_taking_back_twice_changes_nothing(desk):
    desk.record("jobs 2026-06 2.8 --published 2026-07-20")
    desk.run("retract", "jobs", "2026-06")
    before = desk.files()
    assert desk.run("retract", "jobs", "2026-06").code == 0
    assert desk.files() == before


def test_a_retraction_of_the_day_of_the_figure_itself_takes_its_place(desk):
    desk.record("jobs 2026-06 2.8 --published 2026-07-20")
    assert desk.run("retract", "jobs", "2026-06", "--published", "2026-07-20").code == 0
    assert desk.rows() == ["jobs,2026-06,2.8,ytd,2026-07-20,,,,", "jobs,2026-06,,ytd,2026-07-20,retracted,,,"]
    assert desk.run("validate").code == 0


def test_neither_drawing_nor_list_shows_what_was_retracted(desk):
    desk.record("jobs 2026-03 1.31 --published 2026-04-20")
    desk.record("jobs 2026-06 2.87 --published 2026-07-20")
    desk.run("retract", "jobs", "2026-06", "--published", "2026-08-01")
    for form in ("table", "json"):
        told = desk.run("show", "jobs", "--as-of", "2026-08-02", "--format", form).out
        assert ("1.31" in told, "2.87" in told) == (True, False)
        assert "2.87" in desk.run("show", "jobs", "--as-of", "2026-07-31", "--format", form).out


def test_after_a_retraction_the_figure_can_come_again(desk):
    desk.record("jobs 2026-06 2.8 --published 2026-07-20")
    desk.run("retract", "jobs", "2026-06", "--published", "2026-08-01")
    assert desk.record("jobs 2026-06 2.8 --published 2026-08-20").code == 0
    assert len(desk.rows()) == 3


def test_the_log_tells_time_user_command_key_old_and_new(desk):
    desk.record("jobs 2026-06 2.8 --published 2026-07-20")
    desk.record("jobs 2026-06 2.6 --published 2026-08-20")
    desk.run("retract", "jobs", "2026-06", "--published", "2026-09-01")
    entries = json.loads(desk.run("log", "--format", "json").out)["entries"]
    assert [list(one) for one in entries] == [["time", "user", "command", "key", "old", "new"]] * 3
    assert [(one["command"], one["old"], one["new"]) for one in entries] == [
        ("record", "", "2.8"),
        ("record", "2.8", "2.6"),
        ("retract", "2.6", ""),
    ]


def test_the_log_can_be_asked_for_one_indicator_and_for_the_last_lines(desk):
    desk.record("jobs 2026-06 2.8 --published 2026-07-20")
    desk.record("parks 2025 8 --published 2026-01-20")
    desk.record("parks 2024 7 --published 2025-01-20")
    assert len(desk.run("log", "parks").out.splitlines()) == 2
    assert "Parks, 2024" in desk.run("log", "--last", "1").out
    assert len(desk.run("log", "--last", "1").out.splitlines()) == 1


def test_an_empty_log_is_an_empty_answer(desk):
    said = desk.run("log")
    assert (said.code, said.out) == (0, "")


def test_a_line_that_a_crash_has_torn_harms_no_other(desk):
    desk.record("parks 2024 7 --published 2025-01-20")
    log = desk.folder / ".ycindic" / "log.csv"
    log.write_bytes(log.read_bytes() + b'2026-01-01T00:00:00,wang,record,"par')
    desk.record("parks 2025 8 --published 2026-01-20")
    assert [line.split("  ")[3] for line in desk.run("log").out.splitlines()] == ["Parks, 2024", "Parks, 2025"]


def test_a_user_name_is_no_formula(desk, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "=1+1\nx")
    desk.record("parks 2025 8 --published 2026-01-20")
    assert desk.log()[0].split(",")[1] == "'=1+1 x"
    assert json.loads(desk.run("log", "--format", "json").out)["entries"][0]["user"] == "=1+1 x"


def test_a_failed_write_leaves_no_line_in_the_log(desk, monkeypatch):
    from ycindic.files.atomic import Prepared

    desk.file("a.csv", HEADER + "jobs,2026-01,0.4,,2026-02-20,,,,\n")

    def fail(*_, **__):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Prepared, "take_place", fail)
    said = desk.record("jobs 2026-02 0.9 --published 2026-03-20")
    assert said.code == 2
    assert "[unwritable]" in said.err
    assert desk.log() == []


@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_the_log_in_every_form_is_the_same_twice(desk, form):
    desk.record("parks 2025 8 --published 2026-01-20")
    assert desk.run("log", "--format", form).out == desk.run("log", "--format", form).out
