"""Does a figure fare alike whether it is typed or stands in a table of one row?"""

from __future__ import annotations

import pytest

from record.workspaces import HEADER

KNOWN = "jobs,2026-06,2.8,,2026-07-20,preliminary,,,\n"
CORRECTED = KNOWN + "jobs,2026-06,2.6,,2026-08-20,revised,,,\n"


@pytest.mark.parametrize(
    ("rows", "told", "fares"),
    [
        ("", "2.8 2026-07-20", "news"),
        (KNOWN, "2.8 2026-07-20", "same"),
        (KNOWN, "2.80 2026-07-20 preliminary", "same"),
        (KNOWN, "2.8 2026-08-20", "same"),
        (KNOWN, "2.8 2026-08-20 preliminary", "same"),
        (KNOWN, "2.8 2026-08-20 final", "news"),
        (KNOWN, "2.7 2026-08-20", "news"),
        (KNOWN, "2.7 2026-07-20", "refused"),
        (KNOWN, "2.8 2026-07-20 final", "refused"),
        (KNOWN, "2.8 2026-07-10", "news"),
        (CORRECTED, "2.8 2026-08-20", "refused"),
        (CORRECTED, "2.6 2026-09-20", "same"),
        (CORRECTED, "2.8 2026-09-20", "news"),
        (KNOWN, "28000 2026-08-20", "asked"),
    ],
)
@pytest.mark.parametrize("typed", [True, False])
def test_a_dated_figure_fares_alike_typed_or_in_a_table(desk, tmp_path, typed, rows, told, fares):
    desk.file("kept.csv", HEADER + rows)
    value, day, stage, *_ = [*told.split(), ""]
    table = tmp_path / "t.csv"
    table.write_text(f"{HEADER}jobs,2026-06,{value},,{day},{''.join(stage)},,,\n")
    before = desk.files()
    words = ["jobs", "2026-06", value, "--published", day, *([f"--stage={stage}"] if stage else [])]
    said = desk.run("record", *words) if typed else desk.run("import", str(table))
    answer = said.out + said.err
    assert {
        "news": said.code == 0 and desk.files() != before,
        "same": said.code == 0 and desk.files() == before,
        "refused": said.code == 2 and "[same-date]" in answer and "kept.csv:" in answer and desk.files() == before,
        "asked": said.code == 2 and "[unit-slip]" in answer and desk.files() == before,
    }[fares], said
