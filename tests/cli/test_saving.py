"""An answer never overwrites the data, nor anything else that is no earlier answer."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.desk_workspace import workspace
from record.workspaces import HEADER
from ycindic.cli import main

DAY = ("--as-of", "2026-09-20")
POSIX = pytest.mark.skipif(os.name == "nt", reason="links and devices of POSIX")
FORMS = ("table", "csv", "json", "markdown")
ENDINGS = (".csv", ".json", ".xlsx")
WAYS: dict[str, tuple[str, ...]] = {
    **{f"status {form}": ("status", "--format", form, *DAY, "--output") for form in (*FORMS, "html")},
    **{f"{name} {one}": (name, "--format", one, "--output") for name in ("targets", "indicators") for one in FORMS},
    **{f"backtest {one}": ("backtest", "--format", one, *DAY, "--output") for one in FORMS},
    **{f"export {ending}": ("export", *DAY) for ending in ENDINGS},
    **{f"export --long {ending}": ("export", "--long", *DAY) for ending in ENDINGS},
}
"""Every command and form that writes a file; the file's name comes last."""


@pytest.fixture
def city(tmp_path: Path) -> Path:
    folder = workspace(tmp_path / "city")
    assert main(["record", "gdp", "2026-Q3", "5.6", "--published", "2026-10-25", "--yes", "--data", str(folder)]) == 0
    return folder


def write(city: Path, way: str, file: Path, *more: str) -> int:
    return main([*WAYS[way], str(file), *more, "--data", str(city)])


def named(way: str, name: str) -> str:
    """The file's name with the ending that the way asks for, if it asks for one."""
    return name + (way.rsplit(maxsplit=1)[-1] if way.startswith("export") else "")


def data_of(*folders: Path) -> dict[Path, bytes]:
    return {one: one.read_bytes() for folder in folders for one in folder.rglob("*") if one.is_file()}


def places(city: Path, other: Path, scratch: Path) -> Iterator[Path]:
    """Every name under which the files of two workspaces can be given, and names of files that would become theirs."""
    files = list(data_of(city, other))
    assert {one.name for one in files} >= {"targets.yaml", "figures.csv", "lock", "log.csv"}
    yield from files
    for number, one in enumerate(files):
        yield Path(os.path.relpath(one))
        yield one.parent / ".." / one.parent.name / one.name
        (scratch / f"link{number}").symlink_to(one)
        (scratch / f"links{number}").symlink_to(scratch / f"link{number}")
        yield from (scratch / f"link{number}", scratch / f"links{number}")
        if city in one.parents:
            os.link(one, scratch / f"hard{number}")
            yield scratch / f"hard{number}"
    (scratch / "folder").symlink_to(city / "actuals")
    yield from (scratch / "folder" / "figures.csv", city / "TARGETS.yaml", scratch / "Targets.YAML")
    yield from (city / "Actuals" / "a.CSV", city / ".ycindic" / "new.csv", other / ".YCINDIC" / "log.csv")


@POSIX
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_no_answer_lands_on_the_data_of_any_workspace(
    city: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], way: str, force: tuple[str, ...]
) -> None:
    other, scratch = workspace(tmp_path / "other"), tmp_path / "scratch"
    scratch.mkdir()
    (city / "Actuals").mkdir()
    (other / ".YCINDIC").mkdir()
    before = data_of(city, other)
    tried = 0
    for place in places(city, other, scratch):
        if way == "export --long .csv" and not os.path.lexists(place) and place.suffix == ".CSV":
            continue  # figures may found a file of figures elsewhere
        if way.startswith("export") and place.suffix.lower() != way.rsplit(maxsplit=1)[-1]:
            link = (
                scratch / f"as{tried}{way.rsplit(maxsplit=1)[-1]}"
            )  # the name that this form asks for, leading there all the same
            link.symlink_to(place.absolute())
            place = link  # noqa: PLW2901 - the same place
        assert write(city, way, place, *force) == 2, place
        assert "belongs to the workspace" in capsys.readouterr().err, place
        tried += 1
    assert tried > 30
    assert data_of(city, other) == before


@POSIX
def test_figures_that_are_a_link_to_another_folder_are_data_there_too(tmp_path: Path) -> None:
    city, away = workspace(tmp_path / "city"), tmp_path / "away"
    (city / "actuals").rename(away)
    (city / "actuals").symlink_to(away)
    before = data_of(away)
    for name in ("figures.csv", "new.csv"):
        assert write(city, "status csv", away / name, "--force") == 2
    assert data_of(away) == before


def test_figures_may_found_the_figures_of_another_workspace_once(city: Path, tmp_path: Path) -> None:
    other = workspace(tmp_path / "other")
    assert write(city, "export --long .csv", other / "actuals" / "all.csv") == 0
    before = data_of(other)
    assert write(city, "export --long .csv", other / "actuals" / "all.csv", "--force") == 2
    assert write(city, "status csv", other / "actuals" / "status.csv", "--force") == 2
    assert data_of(other) == before


def test_figures_are_not_founded_twice_in_their_own_workspace(city: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(city)
    before = data_of(city)
    for folder in (city, tmp_path / "link", city / "actuals" / ".."):
        assert write(city, "export --long .csv", folder / "actuals" / "all.csv") == 2
    assert data_of(city) == before


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("way", WAYS)
def test_a_monthly_script_replaces_its_own_answer(city: Path, tmp_path: Path, way: str, lang: str) -> None:
    file = tmp_path / named(way, "月报")
    assert write(city, way, file, "--lang", lang) == 0
    first = file.read_bytes()
    assert write(city, way, file, "--lang", {"zh": "en", "en": "zh"}[lang]) == 0
    assert write(city, way, file, "--lang", lang) == 0
    assert file.read_bytes() == first
    file.write_bytes(b"")
    assert write(city, way, file) == 0, "an empty file holds nothing"


@pytest.mark.parametrize(
    "more", [("--wide",), ("--columns", "id,actual,gap"), ("--opinions",), ("--sort", "urgency"), ("gdp",)]
)
@pytest.mark.parametrize("form", ["table", "csv", "json", "markdown", "html"])
def test_so_it_does_whatever_was_asked_for(city: Path, tmp_path: Path, form: str, more: tuple[str, ...]) -> None:
    file = tmp_path / "answer"
    assert main(["status", "--format", form, *more, "--output", str(file), "--data", str(city)]) == 0
    assert write(city, f"status {form}", file) == 0
    assert main(["status", "--format", form, *more, "--output", str(file), "--data", str(city)]) == 0


@pytest.mark.parametrize("command", ["status", "targets", "log", "due"])
@pytest.mark.parametrize(
    ("name", "typed", "begins"),
    [
        ("a.csv", (), b"\xef\xbb\xbf"), ("a.JSON", (), b"{"), ("a.html", (), b"<!doctype"), ("a.xlsx", (), b"PK"),
        ("a.csv", ("--format", "json"), b"{"), ("a.odd", ("--format", "html"), b"<!doctype"),
    ],
)  # fmt: skip
def test_the_ending_of_the_file_tells_the_form_unless_one_is_typed(
    city: Path, tmp_path: Path, command: str, name: str, typed: tuple[str, ...], begins: bytes
) -> None:
    for words in ((*typed, "--output", str(tmp_path / name)), ("--output", str(tmp_path / name), *typed)):
        assert main([command, *words, "--data", str(city)]) == 0
        assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize("name", ["a.txt", "a", ".a"])
def test_a_text_says_in_a_file_what_the_screen_says(city: Path, tmp_path: Path, name: str) -> None:
    for command, form in (("status", "table"), ("log", "text")):
        assert main([command, "--output", str(tmp_path / name), "--force", "--data", str(city)]) == 0
        told = (tmp_path / name).read_bytes()
        assert main([command, "--format", form, "--output", str(tmp_path / "b"), "--force", "--data", str(city)]) == 0
        assert told == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("name", ["a.tsv", "a.pdf", "月报.2026"])
def test_an_ending_that_no_form_has_is_refused_before_anything_is_read(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("status", "targets", "log", "diff"):
        assert main([command, "--output", str(tmp_path / name), "--data", str(tmp_path / "none")]) == 2
        said = capsys.readouterr().err
        assert all(one in said for one in (name, ".csv", "--output"))
    assert not any(tmp_path.iterdir())


FOREIGN = {
    "a note": b"# 2026\n\nmy notes\n",
    "a registry": b"schema: 1\ntitle: {zh: a, en: b}\nindicators: {}\n",
    "figures": HEADER.encode() + b"gdp,2026,5.4,,,,,,\n",
    "figures with a mark": b"\xef\xbb\xbf" + HEADER.encode() + b"gdp,2026,5.4,,,,,,\n",
    "a table of somebody": b"id,name,phone\n1,Li,555\n",
    "a table of somebody with a mark": b"\xef\xbb\xbfid,name,phone\n1,Li,555\n",
    "a document": b'{"schema": 1, "people": []}',
    "a schema": b'{"$schema": "https://json-schema.org/draft/2020-12/schema"}',
    "a page": b"<!doctype html>\n<html><body>mine</body></html>",
    "bytes": bytes(range(256)) * 100,
    "zeros": b"\0" * 1_000_000,
    "something zipped": b"PK\x03\x04" + b"\0" * 100,
    "one letter": b"x",
    "a mark alone": b"\xef\xbb\xbf",
}


@pytest.mark.parametrize("what", FOREIGN)
def test_a_file_of_somebody_is_replaced_only_by_force(
    city: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    for way in WAYS:
        if way == "export --long .csv" and what == "figures with a mark":
            continue  # that is what such an answer looks like
        file = tmp_path / named(way, "file")
        file.write_bytes(FOREIGN[what])
        assert write(city, way, file) == 2, way
        assert "add --force to replace it" in capsys.readouterr().err
        assert file.read_bytes() == FOREIGN[what]
        assert write(city, way, file, "--force") == 0
        assert file.read_bytes() != FOREIGN[what]
        file.unlink()


def test_an_answer_of_another_form_is_somebodys_file(city: Path, tmp_path: Path) -> None:
    forms = ("table", "csv", "json", "markdown", "html")
    for one in forms:
        file = tmp_path / one
        assert write(city, f"status {one}", file) == 0
        for other in forms:
            assert write(city, f"status {other}", file) == (0 if one == other else 2)


def test_a_workbook_that_somebody_saved_since_is_theirs(city: Path, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    file = tmp_path / "a.xlsx"
    assert write(city, "export .xlsx", file) == 0
    book = openpyxl.load_workbook(file)
    book.worksheets[0]["A1"] = "mine"
    book.save(file)
    assert write(city, "export .xlsx", file) == 2


@POSIX
def test_a_file_with_two_names_is_replaced_only_by_force(city: Path, tmp_path: Path) -> None:
    """The other name may be a figure of a workspace that nobody told us of."""
    assert write(city, "export --long .csv", tmp_path / "a.csv") == 0
    os.link(tmp_path / "a.csv", tmp_path / "b.csv")
    assert write(city, "export --long .csv", tmp_path / "b.csv") == 2


@POSIX
@pytest.mark.parametrize("way", ["status table", "status csv", "status json", "export .csv", "export .xlsx"])
def test_a_pipe_is_written_to_and_stays_a_pipe(city: Path, tmp_path: Path, way: str) -> None:
    pipe, plain, link = (tmp_path / named(way, name) for name in ("pipe", "plain", "link"))
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    write(city, way, plain)
    for place in (pipe, link):
        read: list[bytes] = []
        reader = threading.Thread(target=lambda read=read: read.append(pipe.read_bytes()))
        reader.start()
        assert write(city, way, place) == 0
        reader.join(10)
        assert read[0].removeprefix(b"\xef\xbb\xbf") == plain.read_bytes().removeprefix(b"\xef\xbb\xbf")
        assert pipe.is_fifo()
        assert link.is_symlink()


@POSIX
@pytest.mark.parametrize("stream", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "-", "link", "link.csv"])
def test_stdout_by_any_name_is_stdout(city: Path, tmp_path: Path, stream: str) -> None:
    if not Path("/proc/self/fd").exists():
        pytest.skip("names of Linux")
    (tmp_path / "link").symlink_to("/dev/stdout")
    (tmp_path / "link.csv").symlink_to("/proc/self/fd/1")
    begin = [sys.executable, "-m", "ycindic"]
    words = [*begin, "status", "--format", "csv", *DAY, "--data", str(city)]
    expected = subprocess.run(words, capture_output=True, check=True).stdout
    if stream == "link.csv":
        words = [*begin, "export", *DAY, "--data", str(city), "link.csv"]
    else:
        words += ["--output", stream]
    assert subprocess.run(words, capture_output=True, check=True, cwd=tmp_path).stdout == expected
    kept = tmp_path / "kept"
    with kept.open("wb") as file:
        file.write(b"before\n")
        file.flush()
        subprocess.run(words, stdout=file, check=True, cwd=tmp_path)
    assert kept.read_bytes() == b"before\n" + expected


@POSIX
def test_nothing_else_is_renamed_over(city: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import socket

    folder, loop, door = tmp_path / "folder", tmp_path / "loop", tmp_path / "door"
    folder.mkdir()
    loop.symlink_to(loop)
    with socket.socket(socket.AF_UNIX) as listening:
        os.chdir(tmp_path)  # a socket's name is short
        listening.bind("door")
        for place in (folder, loop, door):
            assert write(city, "status json", place, "--force") == 2
            assert f"cannot write {place}" in capsys.readouterr().err
        assert door.is_socket()
    assert folder.is_dir()
    assert loop.is_symlink()


def node(path: Path, kind: int, major: int, minor: int) -> Path:
    """A device of our own: no test may ever touch those of the machine."""
    try:
        os.mknod(path, kind | 0o600, os.makedev(major, minor))
        if kind == stat.S_IFCHR:
            path.write_bytes(b"")
    except OSError:
        pytest.skip("devices can be made by root alone, and not everywhere")
    return path


@POSIX
def test_a_device_takes_an_answer_stays_a_device_and_tells_when_it_is_full(
    city: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    null, full = (node(tmp_path / name, stat.S_IFCHR, 1, minor) for name, minor in (("null", 3), ("full", 7)))
    (tmp_path / "link").symlink_to("null")
    for place in (null, tmp_path / "link"):
        for more in ((), ("--force",)):
            assert write(city, "status json", place, *more) == 0
            assert stat.S_ISCHR(null.lstat().st_mode)
    capsys.readouterr()
    assert write(city, "status json", full) == 2
    assert "No space left" in capsys.readouterr().err
    assert stat.S_ISCHR(full.lstat().st_mode)


@POSIX
def test_a_disk_is_refused_without_being_opened(city: Path, tmp_path: Path) -> None:
    disk = node(tmp_path / "disk", stat.S_IFBLK, 259, 1_000_000)  # the number of no disk
    assert write(city, "status json", disk, "--force") == 2
    assert stat.S_ISBLK(disk.lstat().st_mode)


@POSIX
def test_a_link_to_an_answer_stays_a_link(city: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("answer")
    for _ in range(2):
        assert write(city, "status json", tmp_path / "link") == 0
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "answer").read_bytes().startswith(b"{")
