"""What the files of figures say at a date: vintages, bases, typed numbers, strange files, conflicts, order."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from load.folders import HEADER, INDICATORS, TOP, figures, one_file, registry, said, write
from ycindic.cli import main
from ycindic.domain.model import Bound, IndicatorId, Stage
from ycindic.domain.problem import Code, Problem
from ycindic.load import likely
from ycindic.load.actuals import read_actuals
from ycindic.load.cells import cell_value
from ycindic.load.find import Folder

JOBS = IndicatorId("jobs")


def codes(problems: list[Problem]) -> list[str]:
    return [f"{one.place.line}:{one.place.column} {one.code}" for one in sorted(problems)]


# --- vintages and dates


REVISED = "jobs,2026-03,1.31,,2026-04-20,preliminary,,,\njobs,2026-03,1.35,,2026-06-01,revised,,,\n"


@pytest.mark.parametrize(
    ("as_of", "expected", "later"),
    [
        ("2026-04-19", None, 2),
        ("2026-04-20", "1.31", 1),
        ("2026-05-31", "1.31", 1),
        ("2026-06-01", "1.35", 0),
        ("2027-01-01", "1.35", 0),
    ],
)
def test_the_newest_vintage_counts_that_was_published_by_the_date_itself(
    tmp_path: Path, as_of: str, expected: str | None, later: int
) -> None:
    facts, problems, rows = one_file(tmp_path, REVISED, as_of)
    assert problems == []
    assert said(facts, "jobs").get("ytd 2026-03") == expected
    assert rows == later


def test_a_row_without_a_date_is_older_than_any_dated_one(tmp_path: Path) -> None:
    for rows in ("jobs,2026-03,9\njobs,2026-03,1.31,,2026-04-20\n", "jobs,2026-03,1.31,,2026-04-20\njobs,2026-03,9\n"):
        facts, problems, _ = one_file(tmp_path, rows)
        assert (problems, said(facts, "jobs")) == ([], {"ytd 2026-03": "1.31"})


@pytest.mark.parametrize(
    ("row", "day"),
    [
        ("jobs,2026-03,1", "2026-04-20"),  # released: every month, on the 20th of the next
        ("gdp,2026-Q1,5.4", "2026-03-31"),  # without a rule at the period's end
        ("towns,2026,12", "2026-12-31"),
    ],
)
def test_a_row_without_a_date_counts_from_its_release_on(tmp_path: Path, row: str, day: str) -> None:
    before = day[:-2] + f"{int(day[-2:]) - 1:02d}"
    assert one_file(tmp_path, row + "\n", before)[2] == 1
    facts, _, later = one_file(tmp_path, row + "\n", day)
    assert later == 0
    assert len(said(facts, row.split(",", maxsplit=1)[0])) == 1


def test_a_retraction_takes_the_figure_back_from_its_date_on(tmp_path: Path) -> None:
    rows = "jobs,2026-03,1.31,,2026-04-20\njobs,2026-03,,,2026-06-01,retracted\n"
    assert said(one_file(tmp_path, rows, "2026-05-31")[0], "jobs") == {"ytd 2026-03": "1.31"}
    facts, problems, _ = one_file(tmp_path, rows, "2026-06-01")
    assert (problems, said(facts, "jobs")) == ([], {})
    again = rows + "jobs,2026-03,1.30,,2026-07-01\n"
    assert said(one_file(tmp_path, again, "2026-07-01")[0], "jobs") == {"ytd 2026-03": "1.30"}


def test_a_retraction_has_no_value(tmp_path: Path) -> None:
    _, problems, _ = one_file(tmp_path, "jobs,2026-03,1,,2026-04-20\njobs,2026-03,1,,2026-06-01,retracted\n")
    assert codes(problems) == ["3:3 retracted-value"]


def test_an_empty_value_is_not_recorded_and_zero_is_a_value(tmp_path: Path) -> None:
    facts, problems, later = one_file(tmp_path, "jobs,2026-03,\njobs,2026-04,0\njobs,2026-05, \n")
    assert (problems, later, said(facts, "jobs")) == ([], 0, {"ytd 2026-04": "0"})


@pytest.mark.parametrize("left", [",,,,,,,,", ",,", " , ,\t,", ",,,,,,,,,,,,", "", "\u3000,,"])
def test_a_line_of_commas_where_rows_were_cleared_says_nothing(tmp_path: Path, left: str) -> None:
    facts, problems, later = one_file(tmp_path, f"{left}\njobs,2026-03,1\n{left}\n{left}\njobs,2026-04,2\n{left}\n")
    assert (problems, later, said(facts, "jobs")) == ([], 0, {"ytd 2026-03": "1", "ytd 2026-04": "2"})


def test_a_row_that_only_lacks_its_words_is_still_a_fault(tmp_path: Path) -> None:
    _, problems, _ = one_file(tmp_path, ",,,,,,,,\n,,5.3,,2026-04-20,,,,\n")
    assert codes(problems) == ["3:1 unknown-indicator", "3:2 bad-period"]


# --- what a row speaks of


def test_a_half_a_quarter_and_a_month_are_one_year_to_date_figure(tmp_path: Path) -> None:
    rows = "jobs,2026-H1,1,,2026-07-01\njobs,2026-Q2,2,,2026-07-02\njobs,2026-06,3,,2026-07-03\n"
    assert said(one_file(tmp_path, rows)[0], "jobs") == {"ytd 2026-06": "3"}


def test_alone_a_quarter_and_a_month_are_different_figures(tmp_path: Path) -> None:
    rows = "jobs,2026-Q2,2,alone\njobs,2026-06,1,alone\njobs,2026-06,9,ytd\n"
    facts, problems, _ = one_file(tmp_path, rows)
    assert problems == []
    assert len(facts.of(JOBS).observations) == 3


@pytest.mark.parametrize(
    ("indicator", "basis"), [("jobs", "ytd"), ("gdp", "ytd"), ("towns", "point"), ("fires", "alone")]
)
def test_an_empty_basis_means_the_usual_one(tmp_path: Path, indicator: str, basis: str) -> None:
    facts, problems, _ = one_file(tmp_path, f"{indicator},2026-03,1\n")
    assert (problems, list(said(facts, indicator))) == ([], [f"{basis} 2026-03"])


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("cpi,2026-03,0.9", ["2:4 no-basis"]),
        ("cpi,2026-03,0.9,ytd", []),
        ("cpi,2026-01..2026-02,0.9,alone", []),
        ("cpi,2026-03,0.9,point", ["2:4 basis-measure"]),
        ("towns,2026-03,1,ytd", ["2:4 basis-measure"]),
        ("jobs,2026-03,1,point", ["2:4 basis-measure"]),
        ("jobs,2026-03,1,YTD", []),
        ("jobs,2026-03,1,ytb", ["2:4 bad-choice"]),
        ("jobs,2025-12..2026-03,1", ["2:2 period-basis"]),
        ("jobs,2025-12..2026-03,1,alone", []),
        ("jobs,2026-2030,1", ["2:2 period-basis"]),
        ("jobs,2026-3,1", ["2:2 bad-period"]),
        ("jobs,2026年3月,1", ["2:2 bad-period"]),
        ("jobs,,1", ["2:2 bad-period"]),
        (",2026-03,1", ["2:1 unknown-indicator"]),
        ("Jobs,2026-03,1", ["2:1 unknown-indicator"]),
        ("x,y,1", ["2:1 unknown-indicator", "2:2 bad-period"]),
        ("jobs,2026-03,1,,2026-02-30", ["2:5 bad-date"]),
        ("jobs,2026-03,1,,soon", ["2:5 bad-date"]),
        ("jobs,2026-03,1,,2026/4/20", []),
        ("jobs,2026-03,1,,,finale", ["2:6 bad-choice"]),
        ("jobs,2026-03,1,,,final,more", ["2:7 bad-choice"]),
        ("jobs,2026-03,1,,,fin,more", ["2:6 bad-choice", "2:7 bad-choice"]),
        ("jobs,2026-03", ["2:0 row-length"]),
        ("jobs", ["2:0 row-length"]),
        ("jobs,2026-03,1,,,,,,,x", ["2:0 row-length"]),
        ("jobs,2026-03,1,,,,,,,,,", []),
        (",,,,,", []),
        ('jobs,2026-03,"1', ["2:0 csv-syntax"]),
        ('jobs,2026-03,"1"2', ["2:0 csv-syntax"]),
    ],
)
def test_a_row_must_make_sense(tmp_path: Path, row: str, expected: list[str]) -> None:
    assert codes(one_file(tmp_path, row + "\n")[1]) == expected


def test_a_row_keeps_its_stage_bound_source_and_note(tmp_path: Path) -> None:
    row = "jobs,2026-03,1.310,,2026-04-20,final,over,市人社局,\"'-不足, 见'\"\n"
    (one,) = one_file(tmp_path, row)[0].of(JOBS).observations
    assert (str(one.value), one.stage, one.bound, one.source) == ("1.310", Stage.FINAL, Bound.OVER, "市人社局")
    assert one.note == "-不足, 见'", "the guard against formulas is taken off again"
    assert str(one.published) == "2026-04-20"


def test_columns_may_stand_in_any_order_and_with_blanks_and_capitals(tmp_path: Path) -> None:
    facts, problems, _ = one_file(tmp_path, "1.31,jobs,2026-03\n", header=" Value ,ＩＮＤＩＣＡＴＯＲ,period,,\n")
    assert (problems, said(facts, "jobs")) == ([], {"ytd 2026-03": "1.31"})


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", ["1:0 no-header"]),
        ("\n\n", ["1:0 no-header"]),
        ("# nothing\n", ["1:0 no-header"]),
        ("indicator,period\n", ["1:0 missing-column"]),
        ("indicator,period,value,value\n", ["1:4 duplicate-column"]),
        ("indicator,period,value,,note\n", ["1:4 unknown-column"]),
        ("indicator,period,value,Basis,remark\n", ["1:5 unknown-column"]),
        ("\n\nindicator,periode,value\n", ["3:0 missing-column", "3:2 unknown-column"]),
        ("indicator;period;value\n", ["1:0 missing-column", "1:1 unknown-column"]),
        ('"indicator,period,value\n', ["1:0 csv-syntax"]),
    ],
)
def test_a_header_must_be_one(tmp_path: Path, header: str, expected: list[str]) -> None:
    assert codes(one_file(tmp_path, b"", header=header)[1]) == expected


# --- typed numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5", "5"),
        ("5.40", "5.40"),
        ("+5", "5"),
        ("-5", "-5"),
        ("−5", "-5"),
        ("－５．４", "-5.4"),
        ("１２３", "123"),
        ("1,234.5", "1234.5"),
        ("1，234", "1234"),
        ("12,345,678", "12345678"),
        (" 5 ", "5"),
        ("'-5", "-5"),
        ("007", "7"),
        ("-0", "0"),
        ("-0.00", "0.00"),
        ("1" * 30, "1" * 30),
        ("0." + "1" * 29, "0." + "1" * 29),
    ],
)
def test_a_number_is_understood(text: str, number: str) -> None:
    assert str(cell_value(text, percent=False)) == number


@pytest.mark.parametrize(
    "text",
    ["5万", "nan", "inf", "1e9", "1E3", "0x1", "5%", ".5", "5.", "1.2.3", "1 234", "1_000", "12,34", "1,2345", ",123",
     "1.234,5", "--5", "+-5", "", "-", "'5'", "五", "٣", "²", "½", "1" * 31, "0." + "1" * 30, "5\x00", "=5", "5‰"],
)  # fmt: skip
def test_all_else_is_no_number(text: str) -> None:
    assert cell_value(text, percent=False) is None


@pytest.mark.parametrize(
    ("text", "number"), [("5.4%", "5.4"), ("５．４％", "5.4"), ("-0.3 %", "-0.3"), ("5%%", None), ("%", None)]
)
def test_a_percent_sign_is_understood_where_the_unit_is_one(text: str, number: str | None) -> None:
    assert str(cell_value(text, percent=True)) == str(number)


@pytest.mark.parametrize(
    ("row", "nearest"),
    [
        ("jobs,2026-03,1.31万", "1.31"),
        ("jobs,2026-03,1.31 万人", "1.31"),
        ("jobs,2026-03,约5", ""),
        ("towns,2026-03,3万", "30000"),
        ("jobs,2026-03,1e1", "10"),
        ("gdp,2026-03,5.4％％", ""),
        ("jobs,2026-03,nan", ""),
        ("jobs,2026-03,5%", "5"),
        ("towns,2026-03,3亿", "300000000"),
    ],
)
def test_a_value_that_is_none_gets_a_hint(tmp_path: Path, row: str, nearest: str) -> None:
    (problem,) = one_file(tmp_path, row + "\n")[1]
    assert (problem.code, problem.nearest) == (Code.BAD_VALUE, nearest)


def test_a_percent_sign_is_looked_at_for_every_indicator_anew(tmp_path: Path) -> None:
    assert codes(one_file(tmp_path, "gdp,2026-03,5%\njobs,2026-03,5%\n")[1]) == ["3:3 bad-value"]


# --- strange files


def test_comments_are_passed_over_but_not_inside_a_quoted_cell(tmp_path: Path) -> None:
    rows = '# "an open quote, a comma\njobs,2026-01,1,,,,,,"first\n# second"\n#jobs,2026-02,2\njobs,2026-03,x\n'
    facts, problems, _ = one_file(tmp_path, rows)
    assert codes(problems) == ["6:3 bad-value"], "the lines are still counted"
    (one,) = facts.of(JOBS).observations
    assert one.note == "first\n# second"


def test_a_quote_in_the_middle_of_a_cell_does_not_hide_the_comments_after_it(tmp_path: Path) -> None:
    facts, problems, _ = one_file(tmp_path, 'jobs,2026-01,1,,,,,,5" pipe\n# a comment\njobs,2026-02,2\n')
    assert (problems, len(said(facts, "jobs"))) == ([], 2)


@pytest.mark.parametrize("cell", ['"a ""b"" c"', '""', '"x"', 'a "b" c', '"a,b"', '"""'])
def test_quotes_of_every_kind_leave_the_next_comment_a_comment(tmp_path: Path, cell: str) -> None:
    end = '"' if cell == '"""' else ""
    facts, problems, _ = one_file(tmp_path, f'jobs,2026-01,1,,,,,{cell}{end},\n# , "\njobs,2026-02,2\n')
    assert (problems, len(said(facts, "jobs"))) == ([], 2)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("comment", ["", "# 注\n"])
def test_every_usual_encoding_and_line_end_is_understood(tmp_path: Path, end: str, encoding: str, comment: str) -> None:
    text = comment + HEADER + comment + "jobs,2026-03,1.31,,,,,市人社局,快报\n" + comment + "jobs,2026-04,x\n"
    data = text.replace("\n", end).encode(encoding)
    facts, problems, _ = figures(tmp_path, {"a.csv": data})
    assert [one.place.line for one in problems] == [text.splitlines().index("jobs,2026-04,x") + 1]
    (one,) = facts.of(JOBS).observations
    assert (one.source, one.note) == ("市人社局", "快报")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("comment", ["", "# 注\n"])
def test_a_byte_order_mark_is_no_part_of_what_follows_it(tmp_path: Path, encoding: str, comment: str) -> None:
    data = f'\ufeff{comment}"indicator",period,value,source\njobs,2026-03,1.31,市人社局\n'.encode(encoding)
    facts, problems, _ = figures(tmp_path, {"a.csv": data})
    assert (codes(problems), [one.source for one in facts.of(JOBS).observations]) == ([], ["市人社局"])


def test_a_byte_that_fits_no_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    assert codes(one_file(tmp_path, b"jobs,2026-03,1\njobs,2026-04,\xff\n")[1]) == ["3:0 encoding"]


def test_a_file_of_utf_16_is_told_to_be_no_utf_8(tmp_path: Path) -> None:
    _, problems, _ = figures(tmp_path, {"a.csv": (HEADER + "jobs,2026-03,1\n").encode("utf-16")})
    assert [one.code for one in problems] == [Code.ENCODING]


@pytest.mark.parametrize(
    "junk", [b"\x00" * 1000, b"\x00\n" * 1000, b"," * 100_000, b"\n" * 100_000, b'"' * 99_999, bytes(range(256)) * 9]
)
def test_junk_is_a_fault_and_no_crash(tmp_path: Path, junk: bytes) -> None:
    assert figures(tmp_path, {"a.csv": junk})[1]
    one_file(tmp_path, junk)


def test_a_cell_beyond_all_measure_is_told_on_the_line_where_its_row_begins(tmp_path: Path) -> None:
    rows = "jobs,2026-03,1\n" + 'jobs,2026-04,1,,,,,,"' + "x\n" * 100_000
    assert codes(one_file(tmp_path, rows)[1]) == ["3:0 csv-syntax"]


def test_the_files_that_spreadsheets_leave_behind_are_no_files_of_figures(tmp_path: Path) -> None:
    names = ["b.csv", "a.CSV", "~$b.csv", ".~lock.b.csv#", ".~lock.b.csv", "b.xlsx", "readme.txt"]
    for name in names:
        write(tmp_path, "", f"actuals/{name}")
    assert [one.name for one in Folder(tmp_path).actuals()] == ["a.CSV", "b.csv"]


def test_a_folder_without_figures_has_none(tmp_path: Path) -> None:
    assert Folder(tmp_path).actuals() == []


# --- conflicts


SAME_DATE = {"a.csv": "jobs,2026-03,1.31,,2026-04-20\n", "b.csv": "jobs,2026-Q1,1.32,,2026-04-20\n"}


def files_of(rows: dict[str, str]) -> dict[str, str]:
    return {name: HEADER + text for name, text in rows.items()}


def test_two_values_of_one_date_in_two_files_are_a_conflict_and_the_figure_does_not_count(tmp_path: Path) -> None:
    facts, problems, _ = figures(tmp_path, files_of(SAME_DATE))
    assert [(one.code, one.seen, one.expected) for one in problems] == [(Code.CONFLICT, "1.32", "1.31")]
    assert problems[0].detail.endswith("a.csv:2")
    assert said(facts, "jobs") == {}


@pytest.mark.parametrize("rows", [["1.3", "1.30"], ["1,,,final", "1,,,,,s"]])
def test_the_same_said_twice_is_no_conflict(tmp_path: Path, rows: list[str]) -> None:
    files = {name: f"{HEADER}jobs,2026-03,{row}\n" for name, row in zip(("a.csv", "b.csv"), rows, strict=True)}
    assert figures(tmp_path, files)[1] == []


@pytest.mark.parametrize("other", ["1,,,,over", ",,,retracted"])
def test_another_bound_or_a_retraction_of_the_same_date_in_two_files_is_a_conflict(tmp_path: Path, other: str) -> None:
    files = {"a.csv": f"{HEADER}jobs,2026-03,1\n", "b.csv": f"{HEADER}jobs,2026-03,{other}\n"}
    assert [one.code for one in figures(tmp_path, files)[1]] == [Code.CONFLICT]


def test_a_conflict_that_a_newer_vintage_has_overtaken_is_told_by_validate_alone(tmp_path: Path) -> None:
    rows = files_of(SAME_DATE | {"c.csv": "jobs,2026-03,1.40,,2026-06-01\n"})
    facts, problems, _ = figures(tmp_path, rows)
    assert (problems, said(facts, "jobs")) == ([], {"ytd 2026-03": "1.40"})
    assert [one.code for one in figures(tmp_path, rows, thorough=True)[1]] == [Code.CONFLICT]
    assert [one.code for one in figures(tmp_path, rows, "2026-05-31")[1]] == [Code.CONFLICT]


def test_validate_finds_a_conflict_however_far_apart_its_rows_stand(tmp_path: Path) -> None:
    files = {
        "a.csv": HEADER + "jobs,2026-03,1.40,,2026-06-01\njobs,2026-03,1.31,,2026-04-20\n",
        "b.csv": HEADER + "gdp,2026-03,5\n\njobs,2026-03,1.31,,2026-04-20\njobs,2026-Q1,1.32,,2026-04-20\n",
    }
    _, problems, _ = figures(tmp_path, files, thorough=True)
    (one,) = problems
    assert (Path(one.place.file).name, one.place.line, one.place.column) == ("b.csv", 5, 3)
    assert Path(one.detail).name == "a.csv:3"
    assert figures(tmp_path, files)[1] == []


def test_every_file_that_contradicts_the_first_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, TOP + INDICATORS)
    for name, value_ in (("a", 1), ("b", 2), ("c", 1), ("d", 3)):
        write(tmp_path, f"{HEADER}jobs,2026-03,{value_},,2026-04-20\n", f"actuals/{name}.csv")
    assert main(["validate", "--data", str(tmp_path), "--lang", "en"]) == 2
    lines = capfd.readouterr().out.replace(str(tmp_path / "actuals"), "").splitlines()
    assert [line.split(": ")[0] for line in lines] == ["/b.csv:2:3", "/d.csv:2:3"]


@pytest.mark.parametrize("names", ["abc", "cba", "bca"])
def test_of_files_that_agree_the_most_decimals_count_and_then_the_latest_stage(tmp_path: Path, names: str) -> None:
    rows = ("1.3,,,final,,rounded", "1.30,,,preliminary,,early", "1.30,,,revised,,late")
    files = {f"{name}.csv": f"{HEADER}jobs,2026-03,{row}\n" for name, row in zip(names, rows, strict=True)}
    facts, problems, _ = figures(tmp_path, files)
    (one,) = facts.of(JOBS).observations
    assert (problems, str(one.value), one.stage, one.source) == ([], "1.30", Stage.REVISED, "late")


# --- rows of one file, figure and date: the last one counts


@pytest.mark.parametrize(
    ("rows", "counts"),
    [
        (["1", "2"], "2"),
        (["2", "2", "1"], "1"),
        (["1", ",,,retracted"], None),
        ([",,,retracted", "2"], "2"),
        (["1", ",,,retracted", "1.5"], "1.5"),
        (["1", "1,,,,over"], "1"),
    ],
)
def test_of_one_file_the_last_row_of_a_figure_and_date_counts(
    tmp_path: Path, rows: list[str], counts: str | None
) -> None:
    dated = [f"jobs,2026-03,{value_},,2026-04-20{rest}\n" for value_, _, rest in (row.partition(",,") for row in rows)]
    for text in ("".join(dated), "jobs,2026-03,9,,2026-05-01,retracted\n".replace("9", "") + "".join(dated)):
        facts, problems, _ = one_file(tmp_path, text, "2026-04-30")
        assert (problems, said(facts, "jobs").get("ytd 2026-03")) == ([], counts)


def test_a_row_that_is_replaced_in_its_file_is_told_by_validate_and_no_fault(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, TOP + INDICATORS)
    rows = "".join(f"jobs,2026-03,{one},,2026-04-20\n" for one in (1, 2, 2, 3))
    for more in ("", "jobs,2026-03,9,,2026-06-01\n"):  # in order, and out of order
        write(tmp_path, HEADER + more + rows, "actuals/a.csv")
        assert main(["validate", "--data", str(tmp_path), "--lang", "en"]) == 0
        out, err = capfd.readouterr()
        assert out == ""
        told = [line for line in err.splitlines() if "[superseded]" in line]
        first = 3 if more else 2
        assert [line.split("a.csv:")[1].split(":")[0] for line in told] == [str(first), str(first + 2)]
        assert main(["validate", "--data", str(tmp_path), "--format", "json"]) == 0
        answer = json.loads(capfd.readouterr().out)
        assert (answer["problems"], [one["line"] for one in answer["notes"]]) == ([], [first, first + 2])


def test_a_file_that_ends_with_what_another_says_does_not_contradict_it(tmp_path: Path) -> None:
    files = {
        "a.csv": HEADER + "jobs,2026-03,1,,2026-04-20\njobs,2026-03,2,,2026-04-20\n",
        "b.csv": HEADER + "jobs,2026-03,3,,2026-04-20\njobs,2026-03,2,,2026-04-20\n",
    }
    for thorough in (False, True):
        facts, problems, _ = figures(tmp_path, files, thorough=thorough)
        assert (problems, said(facts, "jobs")) == ([], {"ytd 2026-03": "2"})


# --- order


DATES = ["2026-05-01", "2026-12-31"]
ROW = st.builds(
    ",".join,
    st.tuples(
        st.sampled_from(["jobs", "gdp", "towns", "jbos"]),
        st.sampled_from(["2026-03", "2026-Q1", "2026-06", "2026-H1", "2026-13"]),
        st.sampled_from(["1", "2", "1.0", "", "x"]),
        st.sampled_from(["", "ytd", "alone", "point"]),
        st.sampled_from(["", "2026-04-20", "2026-06-01", "2027-01-01"]),
        st.sampled_from(["", "final", "retracted"]),
        st.sampled_from(["", "over"]),
    ),
)
ROWS = st.lists(ROW, max_size=14)


def shape(result: tuple[object, list[Problem], int]) -> tuple[object, object, int]:
    """What may not depend on the order of rows: figures as printed, their stages, kinds of faults, rows of later."""
    facts, problems, later = result
    known = {
        name: (said(facts, name), [one.stage for one in facts.of(IndicatorId(name)).observations])  # type: ignore[attr-defined, arg-type]
        for name in ("jobs", "gdp", "towns")
    }
    conflicts = [one for one in problems if one.code is Code.CONFLICT]
    others = {(one.code, one.seen) for one in problems if one.code is not Code.CONFLICT}
    return known, (bool(conflicts), others), later


class Backwards:
    """Chance that turns a list round, for an example that was found once."""

    @staticmethod
    def shuffle(rows: list[str]) -> None:
        rows.reverse()


@settings(max_examples=60, deadline=None)
@given(rows=ROWS, chance=st.randoms(use_true_random=False), thorough=st.booleans(), as_of=st.sampled_from(DATES))
@example(rows=["jobs,2026-03,1,,,,", "jobs,2026-03,1.0,,,,"], chance=Backwards, thorough=False, as_of="2026-05-01")
@example(rows=["jobs,2026-03,1,,,,", "jobs,2026-03,1,,,final,"], chance=Backwards, thorough=True, as_of="2026-05-01")
def test_the_order_of_files_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, rows: list[str], chance: object, as_of: str, *, thorough: bool
) -> None:
    folder = tmp_path_factory.mktemp("rows")
    mixed = list(rows)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    straight, shuffled = (
        {f"{place:02d}.csv": f"{HEADER}{row}\n" for place, row in enumerate(one)} for one in (rows, mixed)
    )
    first = shape(figures(folder, straight, as_of, thorough=thorough))
    assert shape(figures(folder, shuffled, as_of, thorough=thorough)) == first


@settings(max_examples=100, deadline=None)
@given(
    rows=st.lists(st.tuples(st.sampled_from("abc"), ROW), max_size=14),
    name=st.sampled_from("abc"),
    at=st.integers(0, 6),
)
@example(rows=[(one, f"jobs,2026-03,{value},,,,") for one, value in ("a1", "b1", "a2")], name="a", at=1)
@example(rows=[(one, f"jobs,2026-03,{value},,,,") for one, value in ("a1", "b2", "a2")], name="a", at=1)
@example(rows=[(one, f"jobs,2026-03,{value},,,,") for one, value in ("a1", "b2", "c1", "b1")], name="b", at=1)
def test_rows_that_are_to_come_are_judged_as_they_will_be_once_they_stand_there(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]], name: str, at: int
) -> None:
    """The last rows of one file are at first to come: the same figures count, and the same is told of them."""
    folder = tmp_path_factory.mktemp("more")
    files = {f"{one}.csv": [row for file, row in rows if file == one] for one in "abc"}
    whole = figures(folder, {one: HEADER + "\n".join(told) for one, told in files.items()})
    later = files[f"{name}.csv"][at:]
    files[f"{name}.csv"] = files[f"{name}.csv"][:at]
    plan, _ = registry(folder, TOP + INDICATORS)
    paths = [write(folder, HEADER + "\n".join(told), f"actuals/{one}") for one, told in files.items()]
    problems: list[Problem] = []
    more = {str(folder / "actuals" / f"{name}.csv"): HEADER + "\n".join(later)}
    read = read_actuals(paths, plan, date(2026, 12, 31), problems, more=more)
    assert shape((read.facts, problems, read.later)) == shape(whole)
    assert sum(one.code is Code.CONFLICT for one in problems) == sum(one.code is Code.CONFLICT for one in whole[1])


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200) | st.text(alphabet="jobs,2026-03\"\n\r#\x00'é市1.", max_size=200).map(str.encode))
def test_no_bytes_make_the_reader_stumble(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    figures(folder, {"a.csv": data, "b.csv": HEADER.encode() + data}, thorough=True)


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=200) | st.text(alphabet=" schema: 1\n{}[]-&*!|>'\"%@`?#,indcators", max_size=200).map(str.encode)
)
def test_no_bytes_make_the_registry_stumble(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    plan, problems = registry(tmp_path_factory.mktemp("bytes"), data)
    assert plan.targets == ()
    assert problems


@pytest.mark.parametrize("typed", ["2026-" + "9" * 30 + "-1", "2026年4月" + "1" * 25 + "日"])
def test_a_date_with_endless_numbers_has_no_likely_reading(typed):
    assert likely.likely_day(typed) == ""


def test_a_number_with_an_endless_exponent_has_no_likely_reading():
    assert likely.likely_number("1e" + "9" * 6000) == ""
    assert likely.likely_number("1e3") == "1000"


@pytest.mark.parametrize(
    ("row", "meant"),
    [
        ("jobs,2026-06,1,累计", "ytd"),
        ("jobs,2026-06,1,本月", "alone"),
        ("jobs,2026-06,1,,,初步数", "preliminary"),
        ("jobs,2026-06,1,,,,突破", "over"),
        ("就业,2026-06,1", "jobs"),
    ],
)
def test_what_people_call_a_thing_is_told_in_our_words(tmp_path: Path, row: str, meant: str) -> None:
    ((problem,),) = [one_file(tmp_path, f"{row}\n")[1]]
    assert problem.nearest == meant


def test_a_word_that_does_not_fit_the_measure_is_not_suggested() -> None:
    assert likely.word("累计", ("point",)) == ""
