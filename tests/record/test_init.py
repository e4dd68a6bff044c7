"""`ycindic init`: a workspace that `validate` is happy with at once, with an example of every kind."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from record.test_crashes import killed_before
from ycindic.cli import main
from ycindic.domain.model import Basis, Commitment, Measure, ProfileKind
from ycindic.domain.relation import Relation
from ycindic.files.atomic import prepared
from ycindic.load.fields import _INDICATOR, TARGET
from ycindic.load.registry import read_registry
from ycindic.record import start
from ycindic.record.start import contents

YEAR = date.today().year  # noqa: DTZ011 - as the command does


@pytest.fixture(params=["zh", "en"])
def made(request, tmp_path, capsys) -> Path:
    folder = tmp_path / "new" / "city"
    assert main(["init", str(folder), "--lang", request.param]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == str(folder / "targets.yaml")
    return folder


def test_validate_is_happy_at_once(made, capsys):
    assert main(["validate", "--data", str(made)]) == 0
    assert capsys.readouterr().out == ""
    assert main(["status", "--data", str(made)]) == 0


@pytest.mark.parametrize("year", [1901, 2027, 2195])
def test_it_can_begin_with_any_year(tmp_path, year):
    assert main(["init", str(tmp_path / "a"), "--year", str(year)]) == 0
    assert main(["validate", "--data", str(tmp_path / "a")]) == 0
    assert str(year) in (tmp_path / "a" / "targets.yaml").read_text(encoding="utf-8")


def test_there_is_an_example_of_every_kind(made):
    plan = read_registry(made / "targets.yaml", [])
    assert {one.measure for one in plan.indicators.values()} == set(Measure)
    assert {one.relation for one in plan.targets if one.relation} == set(Relation)
    assert {one.commitment for one in plan.targets} == set(Commitment)
    kinds = {one.profile for one in plan.indicators.values()}
    assert kinds >= {ProfileKind.LAST_YEAR, ProfileKind.SHARES, ProfileKind.BATCH}


def test_nearly_every_key_is_shown(made):
    text = (made / "targets.yaml").read_text(encoding="utf-8")
    rare = {"year_starts", "goal_read", "revised", "stretch", "stated_by", "condition", "outlook"}
    left_out = {"as", "step", "settings", "note"} | rare
    assert {key for key in [*_INDICATOR, *TARGET] if f"{key}:" not in text} <= left_out


def test_the_comments_are_in_one_language():
    zh, en = (contents(2026, lang)["targets.yaml"] for lang in ("zh", "en"))
    assert "# ---- 增速" in zh
    assert "# ---- growth" not in zh
    assert "# ---- growth" in en
    assert not [line for line in en.splitlines() if line.lstrip().startswith("#zh") or line.lstrip().startswith("#en")]
    assert [line for line in zh.splitlines() if "#" not in line] == [
        line for line in en.splitlines() if "#" not in line
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_empty_beginning_takes_a_table_and_a_sentence_and_speaks_of_no_example(tmp_path, capfd, lang):
    folder = str(tmp_path / "a")
    assert main(["init", folder, "--empty", "--year", "2027", "--lang", lang]) == 0
    assert "--period 2027" in capfd.readouterr().err
    assert main(["validate", "--data", folder]) == 0
    texts = [(tmp_path / "a" / name).read_text(encoding="utf-8") for name in ("README.md", "targets.yaml")]
    assert not [
        word
        for word in ("urban-jobs", "例", "example", "@")
        for text in texts
        if word in text.partition("sections:")[0]
    ]
    (tmp_path / "t.csv").write_text("指标,单位,目标\n公园,个,12\n", encoding="utf-8")
    assert main(["import-targets", str(tmp_path / "t.csv"), "--period", "2027", "--data", folder, "--yes"]) == 0
    assert main(["add", "新建幼儿园15所", "--period", "2027", "--data", folder, "--yes"]) == 0
    plan = read_registry(tmp_path / "a" / "targets.yaml", [])
    assert [(one.goal, str(one.period)) for one in plan.targets] == [(12, "2027"), (15, "2027")]


def test_what_is_taken_over_is_no_empty_beginning(made, tmp_path):
    assert main(["init", str(tmp_path / "b"), "--empty", "--from", str(made)]) == 2
    assert not (tmp_path / "b").exists()


def test_the_readme_is_short_and_its_command_works(made, capsys):
    lines = (made / "README.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 10
    assert f"ycindic record urban-jobs {YEAR}-03 1.31 --published {YEAR}-04-20" in "\n".join(lines)
    words = ["record", "urban-jobs", f"{YEAR}-03", "1.31", "--published", f"{YEAR}-04-20", "--yes"]
    assert main([*words, "--data", str(made)]) == 0
    assert main(["show", f"urban-jobs@{YEAR}", "--data", str(made)]) == 0


def test_a_figure_of_every_measure_can_be_recorded(made):
    for one, value, basis in (("gdp", "5", ""), ("cpi", "1", Basis.YTD), ("parks", "8", ""), ("accidents", "0", "")):
        words = ["record", one, str(YEAR - 1), value, "--published", f"{YEAR}-01-20"]
        words += ["--basis", basis] if basis else []
        assert main([*words, "--data", str(made)]) == 0
    assert main(["validate", "--data", str(made)]) == 0


def test_the_template_opens_in_a_spreadsheet_and_takes_rows(made):
    path = made / "actuals" / "template.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open("a", encoding="utf-8") as file:
        file.write(f"parks,{YEAR - 1},8\n")
    assert main(["validate", "--data", str(made)]) == 0


def test_nothing_that_is_there_is_overwritten(made, capsys):
    (made / "README.md").write_text("mine", encoding="utf-8")
    before = {one: one.read_bytes() for one in made.rglob("*") if one.is_file()}
    assert main(["init", str(made)]) == 2
    assert "[there-already]" in capsys.readouterr().err
    assert {one: one.read_bytes() for one in made.rglob("*") if one.is_file()} == before


def test_a_folder_with_other_files_is_completed_and_they_stay(tmp_path):
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    assert main(["init", str(tmp_path)]) == 0
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"
    assert main(["validate", "--data", str(tmp_path)]) == 0


def test_a_registry_that_leads_elsewhere_is_not_followed(tmp_path):
    (tmp_path / "city").mkdir()
    (tmp_path / "city" / "targets.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert main(["init", str(tmp_path / "city")]) == 2
    assert not (tmp_path / "elsewhere.yaml").exists()


def test_where_nothing_can_be_made_it_says_so(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert main(["init", str(tmp_path / "file" / "city")]) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a child that dies in the middle")
@pytest.mark.parametrize("there", [True, False])
def test_a_kill_before_any_call_leaves_no_workspace_or_a_whole_one_and_it_can_be_done_again(tmp_path, there, capsys):
    whole = set(contents(YEAR, "zh"))
    seen = set()
    for call in range(1, 200):
        folder = tmp_path / str(call) / "city"
        if there:
            folder.mkdir(parents=True)
        through = killed_before(call, ["init", str(folder)])
        claims = (folder / "targets.yaml").exists()
        names = {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}
        assert not claims or names >= whole
        assert there or folder.exists() == claims, "a new folder appears whole"
        assert claims >= through
        assert main(["init", str(folder)]) == (2 if claims else 0)
        assert main(["validate", "--data", str(folder)]) == 0
        seen.add((through, claims))
        if through:
            break
    assert call > 20
    assert seen == {(False, False), (False, True), (True, True)}


def test_an_interrupted_init_leaves_nothing(tmp_path, monkeypatch):
    def interrupted(path, content):
        if path.name == "targets.yaml":
            raise KeyboardInterrupt
        return prepared(path, content)

    monkeypatch.setattr(start, "prepared", interrupted)
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "mine.txt").write_text("mine", encoding="utf-8")
    for folder in (tmp_path / "new" / "city", tmp_path / "there"):
        with pytest.raises(KeyboardInterrupt):
            start.begin(folder, start.contents(YEAR, "zh"), [])
    assert [one.relative_to(tmp_path).as_posix() for one in sorted(tmp_path.rglob("*"))] == ["there", "there/mine.txt"]


def test_an_init_that_fails_leaves_nothing_and_claims_nothing(tmp_path, monkeypatch, capsys):
    real = start.prepared

    def full(path, content):
        if path.name == "targets.yaml":
            raise OSError(28, "No space left on device")
        return real(path, content)

    monkeypatch.setattr(start, "prepared", full)
    assert main(["init", str(tmp_path / "city")]) == 2
    out, err = capsys.readouterr()
    assert (out, "[no-space]" in err, list(tmp_path.iterdir())) == ("", True, [])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a child that dies in the middle")
@pytest.mark.parametrize("days", [0, 2])
@pytest.mark.parametrize("over", [False, True])
def test_what_a_killed_init_left_is_taken_away_by_one_on_another_day(tmp_path, days, over, capsys):
    (tmp_path / "city").mkdir()
    older = tmp_path / "older"
    assert main(["init", str(older)]) == 0
    (older / "actuals" / "figures.csv").write_text("indicator,period,value\n", encoding="utf-8")
    for call in range(1, 200):
        words = ["init", str(tmp_path / str(call) / "city")]
        if killed_before(call, [*words, "--from", str(older)] if over else words):
            break
        for one in (tmp_path / str(call)).glob(".*"):
            there = one.rename(tmp_path / "city" / f".city.{call}.ycindic-tmp")
            old = there.stat().st_mtime - days * 24 * 60 * 60
            os.utime(there, (old, old))
    left = len(list((tmp_path / "city").glob(".city.*")))
    assert left > 5
    assert main(["init", str(tmp_path / "city" / "city")]) == 0
    assert len(list((tmp_path / "city").glob(".city.*"))) == (0 if days else left)


def test_a_folder_of_somebody_else_is_not_taken_for_a_leftover(tmp_path, capsys):
    other = tmp_path / ".city.7.ycindic-tmp"
    other.mkdir()
    (other / "mine.txt").write_text("mine", encoding="utf-8")
    os.utime(other, (0, 0))
    assert main(["init", str(tmp_path / "city")]) == 0
    assert (other / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_a_language_without_files_of_its_own_begins_in_english():
    assert contents(YEAR, "fr") == contents(YEAR, "en")
