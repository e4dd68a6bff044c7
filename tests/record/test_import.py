"""`ycindic import`: tables as offices send them."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest
from openpyxl import Workbook

from cli.workspaces import run
from files import test_ods as ods
from record.workspaces import HEADER, Desk, Said
from ycindic.record.store import imported

OLD_BOOK = Path(__file__).parent.parent / "files" / "books" / "old.xls"

WIDE = """\
2026年全市主要指标,,,,
单位：万人,,,,
指标,1—3月,1—6月,同比增长（%）,备注
城镇新增就业,1.3,2.8,3.1,初步
注：初步统计数,,,,
"""


class Office:
    """Somebody who sends tables to a desk."""

    def __init__(self, desk, folder: Path) -> None:
        self.desk = desk
        self.folder = folder

    def table(self, text: str, encoding: str = "utf-8", name: str = "t.csv") -> str:
        path = self.folder / name
        path.write_bytes(text.encode(encoding))
        return str(path)

    def book(self, *rows: list[object], merge: tuple[str, ...] = (), name: str = "t.xlsx", title: str = "Sheet") -> str:
        book = Workbook()
        book.active.title = title
        for row in rows:
            book.active.append(row)
        for one in merge:
            book.active.merge_cells(one)
        book.save(self.folder / name)
        return str(self.folder / name)

    def take(self, path: str, *more: str) -> Said:
        return self.desk.run("import", path, "--published", "2026-07-20", "--as-of", "2026-07-31", *more)

    def rows(self) -> list[str]:
        """The first five cells of every row that the desk took in."""
        return [",".join(row.split(",")[:5]) for name in self.files() for row in self.desk.rows(name)]

    def files(self) -> list[str]:
        """The files that imports have written."""
        return sorted(one for one in imported(self.desk.folder) if f"actuals/{one}" in self.desk.files())

    def brings(self, path: str, *rows: str, more: tuple[str, ...] = ()) -> None:
        said = self.take(path, *more)
        assert said.code == 0, said
        assert self.rows() == [f"{row},2026-07-20" for row in rows]
        assert self.desk.run("validate").code == 0


@pytest.fixture
def office(desk, tmp_path) -> Office:
    return Office(desk, tmp_path)


def test_a_wide_table_with_title_unit_and_footnote(office):
    office.brings(office.table(WIDE), "jobs,2026-Q1,1.3,ytd", "jobs,2026-H1,2.8,ytd")


def test_what_was_not_used_is_told(office):
    said = office.take(office.table(WIDE))
    assert "同比增长（%）" in said.err


def test_the_note_and_the_name_of_the_file_come_along(office):
    office.take(office.table(WIDE))
    [name] = office.files()
    assert name == "t-2026.csv"
    assert office.desk.rows(name)[0] == "jobs,2026-Q1,1.3,ytd,2026-07-20,,,t.csv,初步"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_any_encoding_of_a_spreadsheet(office, encoding):
    office.brings(office.table(WIDE, encoding), "jobs,2026-Q1,1.3,ytd", "jobs,2026-H1,2.8,ytd")


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_table_may_have_other_separators(office, separator):
    office.brings(office.table(WIDE.replace(",", separator)), "jobs,2026-Q1,1.3,ytd", "jobs,2026-H1,2.8,ytd")


def test_our_own_files_are_a_long_table(office):
    rows = "gdp,2026-Q1,5.4,ytd,2026-04-25,preliminary,,市统计局,\njobs,2026-03,1.3,,,,,,\n"
    said = office.take(office.table(HEADER + rows))
    assert said.code == 0
    assert office.rows() == ["gdp,2026-Q1,5.4,ytd,2026-04-25", "jobs,2026-03,1.3,ytd,2026-07-20"]


def test_what_export_writes_comes_in_again_byte_for_byte(office, tmp_path, capsys):
    rows = 'gdp,2026-Q1,5.40,ytd,,preliminary,about,"a, b",-x\njobs,2026-03,1.3,alone,2026-04-20,,,,\n'
    office.desk.file("kept.csv", HEADER + rows + "prices,2026-05,2.0,alone,,,,,\n")
    other = Desk(tmp_path / "other", capsys)
    for folder, desk in (("first.csv", office.desk), ("second.csv", other)):
        if desk is other:
            assert desk.run("import", str(tmp_path / "first.csv"), "--as-of", "2026-07-31", "--yes").code == 0
        assert desk.run("export", str(tmp_path / folder), "--long", "--as-of", "2026-07-31").code == 0
    assert (tmp_path / "first.csv").read_bytes() == (tmp_path / "second.csv").read_bytes()
    assert len((tmp_path / "first.csv").read_text("utf-8").splitlines()) == 4


@pytest.mark.parametrize("name", ["report.csv", "report.xlsx", "report.ods"])
def test_an_answer_sent_back_is_told_as_one_in_one_word(office, name):
    path = str(office.folder / name)
    assert office.desk.run("export", path, "--as-of", "2026-07-31").code == 0
    said = office.take(path, "--lang", "en")
    assert said.code == 2
    assert said.err.count("own-answer") == len(said.err.splitlines()) == 1
    assert office.files() == []


def test_a_retraction_in_our_own_file_comes_along(office):
    rows = "jobs,2026-06,2.8,ytd,2026-07-20,,,,\njobs,2026-06,,ytd,2026-08-01,retracted,,,\n"
    path = office.table(HEADER + rows)
    assert office.take(path).code == 0
    assert office.rows() == ["jobs,2026-06,2.8,ytd,2026-07-20", "jobs,2026-06,,ytd,2026-08-01"]
    assert office.take(path).out.startswith(("new 0 · the same 2", "新增0 · 相同2"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_table_may_come_through_a_pipe(office):
    pipe = office.folder / "pipe"
    os.mkfifo(pipe)
    sender = threading.Thread(target=pipe.write_bytes, args=(WIDE.encode(),))
    sender.start()
    office.brings(str(pipe), "jobs,2026-Q1,1.3,ytd", "jobs,2026-H1,2.8,ytd")
    sender.join()


def test_a_long_table_in_chinese(office):
    header = "序号,指标名称,时期,数值,单位,口径,公布日期,阶段\n"
    said = office.take(office.table(f"{header}1,地区生产总值增速,2026年一季度,5.4,%,累计,2026-04-25,初步数\n"))
    assert said.code == 0
    assert office.rows() == ["gdp,2026-Q1,5.4,ytd,2026-04-25"]


def test_indicators_side_by_side(office):
    text = "2026年,,\n月份,城镇新增就业（人）,园区\n1—3月,13100,9\n1—6月,２８０００,10\n"
    office.brings(
        office.table(text),
        "jobs,2026-Q1,1.3100,ytd",
        "parks,2026-Q1,9,point",
        "jobs,2026-H1,2.8000,ytd",
        "parks,2026-H1,10,point",
    )


def test_a_title_says_the_month_of_this_month_and_so_far(office):
    text = "2026年1—6月就业情况,,\n指标,本月,本年累计\n城镇新增就业（万人）,0.5,2.8\n"
    office.brings(office.table(text), "jobs,2026-06,0.5,alone", "jobs,2026-H1,2.8,ytd")


def test_a_rate_without_a_period_of_its_own_belongs_to_the_amount_before_it(office):
    text = "2026年1—6月主要指标,,\n指标,1-2月累计,同比(%)\n地区生产总值增速,,7.7\n城镇新增就业（万人）,0.9,\n"
    mapping = office.table("seen,means\n同比(%),value\n", name="m.csv")
    assert office.take(office.table(text), "--map", mapping, "--basis", "ytd", "--yes").code == 0
    assert office.rows() == ["gdp,2026-01..2026-02,7.7,ytd,2026-07-20", "jobs,2026-01..2026-02,0.9,ytd,2026-07-20"]


RATES = {
    "beside the amount": "指标,单位,1—6月累计,同比增长(%)\n地区生产总值,亿元,-,5.4\n城镇新增就业,人,28000,3.1\n",
    "under a heading for both": "指标,1—6月,\n,绝对额,同比(%)\n地区生产总值,-,5.4\n城镇新增就业（人）,28000,3.1\n",
    "behind the rate's own name": "指标,1—6月累计,同比±%\n地区生产总值增速,-,5.4\n城镇新增就业（人）,28000,3.1\n",
}


@pytest.mark.parametrize("table", RATES)
def test_a_column_of_growth_is_that_of_the_indicator_called_so(office, table):
    said = office.take(office.table(f"2026年主要指标\n{RATES[table]}"))
    assert said.code == 0
    assert office.rows() == ["gdp,2026-H1,5.4,ytd,2026-07-20", "jobs,2026-H1,2.8000,ytd,2026-07-20"]
    assert "column not used" in said.err
    assert "城镇新增就业" in said.err, "its growth has no indicator here"


def test_a_remark_behind_a_registered_name_may_be_missing(office):
    registry = office.desk.folder / "targets.yaml"
    registry.write_text(registry.read_text("utf-8").replace("zh: 园区,", "zh: 园区（在建）,"), "utf-8")
    office.brings(office.table("指标,2026年6月末\n园区,9\n"), "parks,2026-06,9,point")


def test_a_table_of_growth_alone(office):
    office.brings(office.table("2026年,\n指标,1—6月同比增长(%)\n地区生产总值,5.4\n"), "gdp,2026-H1,5.4,ytd")


def test_the_growth_of_this_month_is_of_this_month(office):
    text = "2026年1—6月情况,,,,\n指标,本月,同比(%),本年累计,同比(%)\n地区生产总值,-,5.1,-,5.4\n"
    office.brings(office.table(text), "gdp,2026-06,5.1,alone", "gdp,2026-H1,5.4,ytd")


def test_a_change_of_a_mean_is_not_taken_for_the_mean(office):
    said = office.take(office.table("2026年,,\n指标,1—6月,同比(%)\n居民消费价格,1.9,0.3\n"))
    assert "0.3" not in said.out
    assert "居民消费价格" in said.err


def test_merged_cells_in_a_workbook(office):
    path = office.book(
        ["2026年1—6月主要指标"],
        ["指标", "单位", "2026年", None, "2025年", "备注"],
        [None, None, "1—3月", "1—6月", "1—12月", None],
        ["地区生产总值增速", "%", 5.4, 5.5, 5.2, "初步"],
        ["城镇新增就业", "人", 13100, 28000, 48000, None],
        merge=("A1:F1", "A2:A3", "B2:B3", "C2:D2", "F2:F3"),
    )
    office.brings(
        path, "gdp,2026-Q1,5.4,ytd", "gdp,2026-H1,5.5,ytd", "gdp,2025,5.2,ytd",
        "jobs,2026-Q1,1.3100,ytd", "jobs,2026-H1,2.8000,ytd", "jobs,2025,4.8000,ytd",
    )  # fmt: skip


def test_a_name_merged_over_several_rows_belongs_to_each(office):
    path = office.book(
        ["指标", "时期", "数值"], ["城镇新增就业", "2026年1-3月", 1.3], [None, "2026年1-6月", 2.8], merge=("A2:A3",)
    )
    office.brings(path, "jobs,2026-Q1,1.3,ytd", "jobs,2026-H1,2.8,ytd")


def test_every_sheet_is_looked_at_and_one_can_be_chosen(office):
    book = Workbook()
    book.active.title = "说明"
    book.active.append(["填报说明"])
    for name, value in (("一", 1.3), ("二", 2.8)):
        sheet = book.create_sheet(name)
        sheet.append(["指标", f"2026年1-{3 if name == '一' else 6}月"])
        sheet.append(["城镇新增就业", value])
    path = str(office.folder / "t.xlsx")
    book.save(path)
    assert "说明" in office.take(path, "--dry-run").err
    assert "[no-such-sheet]" in office.take(path, "--sheet", "三").err
    office.brings(path, "jobs,2026-H1,2.8,ytd", more=("--sheet", "二"))


def test_what_is_hidden_is_told_and_left_out_unless_asked_for(office):
    book = Workbook()
    for row in (["指标", "2026年1-3月", "2026年1-6月"], ["城镇新增就业", 1.3, 2.8]):
        book.active.append(row)
    book.active.column_dimensions["B"].hidden = True
    path = str(office.folder / "t.xlsx")
    book.save(path)
    said = office.take(path, "--dry-run", "--lang", "en")
    assert "hidden columns left out: " in said.err
    assert "2026-Q1" not in said.out
    assert f"{path}!Sheet!C2" in said.out
    office.brings(path, "jobs,2026-Q1,1.3,ytd", "jobs,2026-H1,2.8,ytd", more=("--hidden",))


def test_an_opendocument_and_an_old_workbook_are_read_and_told(office):
    cells = [["指标", "2026年1-6月"], ["城镇新增就业", "2.8"]]
    rows = "".join(ods.row("".join(ods.cell(text) for text in texts)) for texts in cells)
    (office.folder / "t.et").write_bytes(ods.book(ods.table(rows)))
    said = office.take(str(office.folder / "t.et"), "--dry-run", "--lang", "en")
    assert "an OpenDocument workbook (.ods), read as it is shown" in said.err
    assert "New urban jobs, January–June 2026  2.8 万人  (20 Jul 2026, " in said.out
    said = office.take(str(OLD_BOOK), "--dry-run", "--lang", "en")
    assert "an old .xls workbook, read as it is shown" in said.err
    assert "New urban jobs, January–March 2026  1.3 万人  (20 Jul 2026, " in said.out


def test_an_old_workbook_needs_the_library(office, monkeypatch):
    monkeypatch.setitem(sys.modules, "xlrd", None)
    said = office.take(str(OLD_BOOK), "--lang", "en")
    assert (said.code, said.out) == (2, "")
    assert "an old .xls workbook" in said.err
    assert "ycindic[xlsx]" in said.err


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"<html><table><tr><td>1</td></tr></table></html>", "a web page (HTML)"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "an XML spreadsheet of 2003"),
        (b"%PDF-1.4", "not a table; saw a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "an encrypted workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "an old .xls workbook"),
    ],
)
def test_what_only_calls_itself_a_workbook_is_refused_by_its_true_name(office, data, what):
    path = office.folder / "t.xls"
    path.write_bytes(data)
    said = office.take(str(path), "--lang", "en")
    assert (said.code, said.out) == (2, "")
    assert what in said.err
    assert "save" in said.err


def test_a_raised_mark_is_no_digit(office):
    office.brings(office.table("指标,2026年1-6月\n城镇新增就业,2.8¹\n"), "jobs,2026-H1,2.8,ytd")


def test_a_mapping_file_explains_other_words(office):
    mapping = office.table("seen,means\n新增岗位,jobs\n从业人员,-\n一季度数,value\n", name="map.csv")
    path = office.table("名目,2026年1-3月\n新增岗位,1.3\n从业人员,88\n")
    office.brings(path, "jobs,2026-Q1,1.3,ytd", more=("--map", mapping))


def test_a_mapping_that_means_nothing_is_refused(office):
    mapping = office.table("seen,means\n新增岗位,job\n", name="map.csv")
    said = office.take(office.table(WIDE), "--map", mapping)
    assert said.code == 2
    assert "map.csv:2:2" in said.err
    assert "[bad-mapping]" in said.err


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("many", "bad-value"),
        ("=1+1", "bad-value"),
        ("2.8万", "bad-value"),
        ("1e3", "bad-value"),
        ("2.7-2.9", "range"),
        ("2.8 f", "plan-not-actual"),
        ("2.8户", "other-unit"),
    ],
)
def test_one_bad_cell_refuses_the_whole_file(office, cell, code):
    path = office.table(WIDE.replace("2.8", cell))
    said = office.take(path)
    assert said.code == 2
    assert f"[{code}]" in said.out
    assert "t.csv:4:3" in said.out
    assert office.rows() == []
    assert list(office.desk.files()) == ["targets.yaml"]


def test_the_good_rest_is_written_only_if_asked_for(office):
    path = office.table(WIDE.replace("2.8", "many"))
    office.brings(path, "jobs,2026-Q1,1.3,ytd", more=("--partial",))
    assert office.take(path, "--partial").code == 0, "what is there already is no failure of a script that tries again"


@pytest.mark.parametrize("more", [(), ("--yes",), ("--dry-run",)])
def test_of_nothing_but_refused_figures_no_rest_is_written_and_the_end_says_so(office, more):
    path = office.table(WIDE.replace("2.8", "many").replace("1.3", "few"))
    said = office.take(path, "--partial", *more)
    assert said.code == 2
    assert "nothing was written" in said.err
    assert office.rows() == []


def test_a_script_that_answers_nothing_writes_no_doubtful_figure_nor_any_beside_it(office):
    path = office.table("指标,2026年1-3月,2026年1-6月\n城镇新增就业,1.3,280\n")
    for more in ((), ("--partial",), ("--yes",)):
        said = office.take(path, *more)
        assert said.code == 2
        assert "--waive unit-slip" in said.err
        assert office.rows() == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("指标,2026年1-3月\n城镇就业,1.3\n", "unknown-indicator"),
        ("指标,1-3月\n城镇新增就业,1.3\n", "no-year"),
        ("指标,完成数\n城镇新增就业,1.3\n", "no-period"),
        ("指标,2026年6月\n城镇新增就业,1.3\n", "open-basis"),
        ("指标,2026-06\n城镇新增就业,1.3\n", "open-basis"),
        ("指标,时期,数值\n城镇新增就业,2026年6月,1.3\n", "open-basis"),
        ("指标,时期,数值\n城镇新增就业,2026/06/01,1.3\n", "open-basis"),
        ("指标,单位,2026年1-3月\n城镇新增就业,户,1.3\n", "other-unit"),
        ("指标,2026年1-3月\n城镇新增就业,1.3\n城镇新增就业,1.4\n", "told-twice"),
        ("指标,2026年3月\n,本月,累计\n园区,2,9\n", "basis-measure"),
        ("indicator,period,value,basis\nparks,2026-03,9,ytd\n", "basis-measure"),
        ("指标,时期,数值\n城镇新增就业,去年,1.3\n城镇新增就业,2026-03,1.3\n", "no-period"),
        ("指标,时期,数值,公布日期\n城镇新增就业,2026-Q1,1.3,某日\n", "bad-date"),
    ],
)
def test_every_refusal_has_its_reason(office, text, code):
    said = office.take(office.table(text))
    assert said.code == 2, said
    assert f"[{code}]" in said.out
    assert office.rows() == []


def test_a_month_alone_or_so_far_is_said_by_an_option(office):
    path = office.table("指标,2026年6月\n城镇新增就业,0.5\n")
    office.brings(path, "jobs,2026-06,0.5,alone", more=("--basis", "alone"))


@pytest.mark.parametrize(("option", "period"), [(("--year", "2026"), "2026-Q1"), (("--period", "2026-H1"), "2026-H1")])
def test_a_year_or_period_that_is_left_out_is_said_by_an_option(office, option, period):
    head = "1-3月" if option[0] == "--year" else "完成数"
    office.brings(office.table(f"指标,{head}\n城镇新增就业,1.3\n"), f"jobs,{period},1.3,ytd", more=option)


def test_a_cell_without_a_figure_is_passed_over(office):
    office.brings(office.table(WIDE.replace("2.8", "—")), "jobs,2026-Q1,1.3,ytd")


def test_importing_twice_changes_nothing(office):
    path = office.table(WIDE)
    office.take(path)
    before, log = office.desk.files(), office.desk.log()
    for more in ((), ("--published", "2026-08-20"), ("--partial",)):
        said = office.take(path, *more)
        assert said.code == 0
        assert office.desk.files() == before
    assert office.desk.run("import", path).code == 0
    assert (office.desk.files(), office.desk.log()) == (before, log)


def test_an_old_file_read_again_does_not_undo_a_correction(office):
    path = office.table(WIDE)
    office.take(path)
    office.desk.record("jobs 2026-H1 2.6 --published 2026-08-20")
    before = office.desk.files()
    said = office.desk.run("import", path)
    assert (said.code, office.desk.files()) == (0, before)


def test_a_revision_keeps_the_old_figure_as_a_vintage(office):
    office.take(office.table(WIDE))
    said = office.take(office.table(WIDE.replace("2.8", "2.7"), name="august.csv"), "--published", "2026-08-20")
    assert said.code == 0
    assert "2.8 万人 → 2.7 万人" in said.out
    assert {row for row in office.rows() if "H1" in row} == {
        "jobs,2026-H1,2.8,ytd,2026-07-20",
        "jobs,2026-H1,2.7,ytd,2026-08-20",
    }
    assert len(office.rows()) == 3
    assert office.desk.log()[-1].endswith("import,jobs 2026-H1 ytd,2.8,2.7")


def test_another_value_of_the_same_day_is_refused(office):
    office.take(office.table(WIDE))
    said = office.take(office.table(WIDE.replace("2.8", "2.7")))
    assert said.code == 2
    assert "[same-date]" in said.out


def test_the_preview_counts_new_same_changed_and_refused(office):
    office.desk.record("jobs 2026-Q1 1.3 --published 2026-04-20")
    office.desk.record("gdp 2026-Q1 5.3 --published 2026-04-25")
    text = "指标,2026年1-3月,2026年1-6月\n城镇新增就业,1.3,2.8\n地区生产总值增速,5.4,many\n"
    said = office.take(office.table(text), "--lang", "en")
    assert said.out.splitlines()[0] == "new 1 · the same 1 · changed 1 · refused 1 · left out 0"


def test_strange_sizes_need_their_name(office):
    path = office.table(WIDE.replace("2.8", "28000"))
    said = office.take(path)
    assert said.code == 2
    assert "[unit-slip]" in said.out
    assert office.take(path, "--yes").code == 2
    assert office.rows() == []
    assert office.take(path, "--waive", "unit-slip").code == 0
    assert len(office.rows()) == 2


def test_a_dry_run_writes_nothing(office):
    said = office.take(office.table(WIDE), "--dry-run")
    assert (said.code, list(office.desk.files())) == (0, ["targets.yaml"])
    assert not (office.desk.folder / ".ycindic").exists()


@pytest.mark.parametrize(("typed", "rows"), [(True, 2), (False, 0)])
def test_on_a_terminal_the_preview_is_asked_about(office, monkeypatch, typed, rows):
    monkeypatch.setattr("ycindic.cli.importing.on_terminal", lambda: True)
    monkeypatch.setattr("ycindic.cli.importing.ask", lambda _: typed)
    assert office.take(office.table(WIDE)).code == 0
    assert len(office.rows()) == rows


def test_what_changed_while_the_question_stood_is_not_written(office, monkeypatch):
    path = office.table(WIDE)

    def ask(_):
        office.table(WIDE.replace("2.8", "2.9"))
        return True

    monkeypatch.setattr("ycindic.cli.importing.on_terminal", lambda: True)
    monkeypatch.setattr("ycindic.cli.importing.ask", ask)
    assert office.take(path).code == 2
    assert office.rows() == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 broken", "broken-workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old-workbook"),
        (b"\xff\xff\xff", "encoding"),
        (b"", "no-table"),
        (b"hello\n", "no-table"),
        (b'a,"b\n', "csv-syntax"),
        (b"a," * 300_000 + b"x\n", "too-big"),
        (b"\0" * 5000, "no-table"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_its_reason(office, content, code):
    path = office.folder / "t.csv"
    path.write_bytes(content)
    said = office.take(str(path))
    assert said.code == 2
    assert f"[{code}]" in said.err


def test_a_missing_file_is_refused(office):
    assert "[unreadable]" in office.take(str(office.folder / "none.csv")).err


def test_a_huge_file_is_refused_before_it_is_read(office):
    path = office.folder / "t.csv"
    with path.open("wb") as file:
        file.truncate(100 << 20)
    assert "[too-big]" in office.take(str(path)).err


def test_a_name_of_a_file_leads_nowhere(office):
    path = office.table(WIDE, name="..; rm -rf $HOME.csv")
    assert office.take(path).code == 0
    [name] = office.files()
    assert name == "rm-rf-HOME-2026.csv"


def test_a_file_that_is_named_twice_is_taken_once(office):
    path = office.table(WIDE)
    said = office.desk.run("import", path, path, "--published", "2026-07-20", "--as-of", "2026-07-31")
    assert said.code == 0
    assert len(office.rows()) == 2


def test_two_files_of_one_name_get_two_names(office):
    office.take(office.table(WIDE))
    office.take(office.table(WIDE.replace("1—6月", "1—5月").replace("2.8", "2.3")))
    assert office.files() == ["t-2026-2.csv", "t-2026.csv"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a child that dies in the middle")
def test_a_kill_before_any_call_leaves_all_figures_or_none(office):
    from record.test_crashes import killed_before

    path = office.table(WIDE)
    words = ["import", path, "--published", "2026-07-20", "--data", str(office.desk.folder)]
    seen = set()
    for call in range(1, 200):
        for one in (office.desk.folder / "actuals").iterdir():
            one.unlink()
        through = killed_before(call, words)
        rows = office.rows()
        assert len(rows) in (0, 2)
        assert not through or len(rows) == 2
        seen.add((through, len(rows)))
        assert office.desk.record("parks 2025 8 --published 2026-01-20").code == 0
        assert office.desk.run("validate").code == 0
        if through:
            break
    assert seen == {(False, 0), (False, 2), (True, 2)}


MERGED_AS_TEXT = """\
2026年1-6月主要指标,,,,
指标,5月,,6月,
,本月,累计,本月,累计
居民消费价格,2.0,1.5,2.1,1.6
城镇新增就业,0.4,2.4,0.4,2.8
"""


def test_a_heading_merged_over_two_columns_reaches_both_also_where_it_was_saved_as_text(office):
    office.brings(
        office.table(MERGED_AS_TEXT),
        "prices,2026-05,2.0,alone",
        "prices,2026-05,1.5,ytd",
        "prices,2026-06,2.1,alone",
        "prices,2026-06,1.6,ytd",
        "jobs,2026-05,0.4,alone",
        "jobs,2026-05,2.4,ytd",
        "jobs,2026-06,0.4,alone",
        "jobs,2026-06,2.8,ytd",
    )


def test_this_month_under_a_heading_of_half_a_year_is_june(office):
    office.brings(
        office.table("指标,2026年1-6月,\n,本月,累计\n居民消费价格,2.1,1.6\n"),
        "prices,2026-06,2.1,alone",
        "prices,2026-H1,1.6,ytd",
    )


@pytest.mark.parametrize("beside", ["报数单位", "牵头科室"])
def test_a_row_of_nobody_we_know_is_told_by_the_cell_below_the_heading_of_names(office, beside):
    table = (
        f"指标,{beside},数据期,完成数\n城镇新增就业,甲局,2026年1-6月,2.8\n城镇新增就业人数（甲类）,乙局,2026年1-6月,3\n"
    )
    said = office.take(office.table(table), "--dry-run")
    assert "城镇新增就业人数（甲类） (perhaps New urban jobs?)" in said.out
    assert "乙局" not in said.out


@pytest.mark.parametrize("name", ["地区生产总值,亿元", "地区生产总值（亿元）,", "地区生产总值,万元"])
def test_a_rate_registered_by_the_name_of_its_amount_is_read_beside_it_and_the_amount_is_told(tmp_path, capfd, name):
    (tmp_path / "targets.yaml").write_text(
        """\
schema: 1
title: {zh: 例, en: Invented}
indicators:
  gdp:
    name: {zh: 地区生产总值, en: GDP}
    unit: "%"
    measure: growth
    targets: [{period: 2026, relation: at_least, goal: 6}]
""",
        encoding="utf-8",
    )
    table = tmp_path / "sent.csv"
    table.write_text(f"指标名称,计量单位,2026年1-9月累计,同比增长（%）\n{name},142.35,5.8\n", encoding="utf-8")
    said = run(capfd, "import", str(table), "--data", str(tmp_path), "--as-of", "2026-10-31", "--lang", "zh", "--yes")
    rows = [one.read_text(encoding="utf-8") for one in (tmp_path / "actuals").glob("*.csv")]
    assert [("gdp,2026-01..2026-09,5.8," in one, "142.35" in one) for one in rows] == [(True, False)], said.err
    assert "2026年1-9月累计: 地区生产总值" in said.err
