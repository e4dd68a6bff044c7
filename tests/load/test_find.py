"""Which folder is read: the one asked for, the environment's, one around us, the bundled copy; in this order."""

import os
from pathlib import Path

import pytest

from load.folders import TOP, write
from ycindic.cli import main
from ycindic.load.find import _VARIABLE, Folder, bundled, find

REGISTRY = f"{TOP}indicators: {{}}\n"


@pytest.fixture(autouse=True)
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with nothing around it."""
    monkeypatch.delenv(_VARIABLE, raising=False)
    here = tmp_path / "a" / "b"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    return here


def test_nothing_around_means_the_bundled_copy() -> None:
    assert find(None) == bundled()
    assert find(None).bundled


def test_the_registry_of_this_folder_is_named_as_short_as_can_be(outside: Path) -> None:
    write(outside, REGISTRY)
    assert find(None) == Folder(Path())
    assert str(find(None).registry) == "targets.yaml"


def test_data_goes_before_the_folder_itself(outside: Path) -> None:
    write(outside, REGISTRY)
    write(outside / "data", REGISTRY)
    assert find(None) == Folder(Path("data"))


@pytest.mark.parametrize("place", ["", "data"])
def test_a_registry_above_is_found(tmp_path: Path, place: str) -> None:
    write(tmp_path / place, REGISTRY)
    assert find(None) == Folder(tmp_path / place)


def test_the_nearer_one_is_taken(tmp_path: Path, outside: Path) -> None:
    write(tmp_path, REGISTRY)
    write(outside.parent, REGISTRY)
    assert find(None) == Folder(outside.parent)


def test_the_environment_goes_before_what_is_around(
    tmp_path: Path, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(outside, REGISTRY)
    monkeypatch.setenv(_VARIABLE, str(tmp_path / "x"))
    assert find(None) == Folder(tmp_path / "x")


def test_what_is_asked_for_goes_before_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(_VARIABLE, str(tmp_path / "x"))
    assert find("y") == Folder(Path("y"))


def test_an_empty_variable_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(_VARIABLE, "")
    assert find(None).bundled


def test_a_named_folder_without_a_registry_is_no_reason_to_look_elsewhere(
    outside: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write(outside, REGISTRY)
    assert main(["validate", "--data", "nowhere", "--lang", "en"]) == 2
    assert capfd.readouterr().out.startswith("nowhere/targets.yaml: there is no targets.yaml here; ")


def test_a_working_folder_that_was_deleted_means_the_bundled_copy(outside: Path) -> None:
    outside.rmdir()
    try:
        assert find(None).bundled
    finally:
        os.chdir("/")


def test_stderr_says_which_folder_was_read(outside: Path, capfd: pytest.CaptureFixture[str]) -> None:
    main(["status", "--format", "csv", "--lang", "en"])
    assert "the copy that came with the program" in capfd.readouterr().err
    write(outside / "data", REGISTRY)
    main(["status", "--format", "csv", "--lang", "zh"])
    assert capfd.readouterr().err == "数据：data\n"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        *((one, 1) for one in ("a.xlsx", "notes.txt", "a.csv.bak", "2025/")),
        *((one, 0) for one in ("a.CSV", ".DS_Store", "~$a.xlsx", ".~lock.a.csv#")),
    ],
)
def test_validate_tells_what_lies_among_the_figures_and_is_not_read(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str, told: int
) -> None:
    city = write(tmp_path / "city", REGISTRY).parent
    there = city / "actuals" / name
    there.mkdir(parents=True) if name.endswith("/") else write(there.parent, "indicator,period,value\n", there.name)
    assert main(["validate", "--data", str(city), "--lang", "en"]) == 0
    notes = [one for one in capfd.readouterr().err.splitlines() if "not read" in one]
    assert [name.rstrip("/") in one for one in notes] == [True] * told


def test_very_many_files_that_are_not_read_are_told_in_one_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    city = write(tmp_path / "city", REGISTRY).parent
    for number in range(500):
        write(city / "actuals", "", f"{number}.txt")
    assert main(["validate", "--data", str(city), "--lang", "en"]) == 0
    (note,) = (one for one in capfd.readouterr().err.splitlines() if "not read" in one)
    assert note.startswith("note: 500 entries of actuals/")
    assert len(note) < 300
