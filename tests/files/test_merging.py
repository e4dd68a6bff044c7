"""Is a merge that nobody finished seen wherever its marks stand, and nothing else taken for one?"""

from pathlib import Path

import pytest

from ycindic.cli import main
from ycindic.domain.problem import Code, Problem
from ycindic.files.decoding import CHUNK, sniff
from ycindic.files.merging import merge_line
from ycindic.load.acknowledged import ACKNOWLEDGED_COLUMNS, read_acknowledged

MARKS = ["<<<<<<< HEAD", "||||||| base", "=======", ">>>>>>> theirs"]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_every_mark_is_seen_with_its_line(tmp_path: Path, mark: str, end: str) -> None:
    data = f"a,b\n1,2\n{mark}{end}".encode()
    (tmp_path / "a.csv").write_bytes(data)
    assert (merge_line(data), sniff(tmp_path / "a.csv").unmerged) == (3, 3)


@pytest.mark.parametrize("text", ["a =======", "========", "<<<<<<<x", " >>>>>>> theirs", "a,<<<<<<< b", "======"])
def test_what_only_resembles_a_mark_is_none(text: str) -> None:
    assert merge_line(f"{text}\n".encode()) == 0


@pytest.mark.parametrize("before", range(CHUNK - 12, CHUNK + 3))
def test_a_mark_is_seen_where_two_pieces_of_a_large_file_meet(tmp_path: Path, before: int) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * 9 + b"\n" + b"y" * (before - 11) + b"\n=======\nx")
    assert sniff(path).unmerged == 3
    path.write_bytes(b"x" * 9 + b"\n" + b"y" * (before - 10) + b"=======\nx\n=======z")
    assert sniff(path).unmerged == 0


def test_an_unfinished_merge_of_acknowledgements_is_one_fault(tmp_path: Path) -> None:
    path, problems = tmp_path / "acknowledged.csv", list[Problem]()
    path.write_text(",".join(ACKNOWLEDGED_COLUMNS) + "\n" + "\n".join(MARKS) + "\n", encoding="utf-8")
    assert read_acknowledged(path, problems) == ()
    assert [(one.code, one.place.line) for one in problems] == [(Code.UNFINISHED_MERGE, 2)]


def test_the_log_tells_an_unfinished_merge_and_both_its_sides(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "targets.yaml").write_text("schema: 1\n", encoding="utf-8")
    (tmp_path / ".ycindic").mkdir()
    lines = [
        "time,user,command,key,old,new",
        MARKS[0],
        "t,ann,record,jobs,,1",
        MARKS[2],
        "t,bo,record,jobs,,2",
        MARKS[3],
    ]
    (tmp_path / ".ycindic" / "log.csv").write_text("\n".join(lines), encoding="utf-8")
    assert main(["log", "--data", str(tmp_path), "--format", "csv", "--lang", "en"]) == 2
    out, err = capfd.readouterr()
    assert ("ann" in out, "bo" in out) == (True, True)
    assert "log.csv:2: a merge was left unfinished" in err
