"""No word of a user and no number of a file brings the program down: the exit codes are 0, 1 and 2.

Every option of every command is tried with odd values; `.ci/long` tries all of them (YCINDIC_ODD=0),
the test a part of them. Everything is invented.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import typer

from cli.desk_workspace import workspace
from cli.workspaces import TOP, indicator
from record.workspaces import HEADER
from ycindic.cli import main
from ycindic.cli.commands import tree

SHARE = int(os.environ.get("YCINDIC_ODD", "250"))
"""So many of the odd words are tried; 0 for all."""
ODD = (
    "",
    ",",
    " ",
    "table,csv",
    "nonsense",
    "-1",
    "0",
    "1e9",
    "9" * 30,
    "-" + "9" * 30,
    "0." + "0" * 28 + "1",
    "9" * 400,
    "nan",
    "2026",
    "2026-13",
    "0001-01-01",
    "9999-12-31",
    "２０２６",
    "\x1b[31m",
    "\ud800",
    "../..",
    "/dev/null/x",
    "%s{0}",
    "=1",
    "@",
    "a" * 5000,
)
NEEDED = {
    "show": ["gdp"],
    "export": ["-"],
    "record": ["gdp", "2026-Q3", "5.6"],
    "retract": ["gdp", "2026-H1"],
    "import": ["t.csv"],
    "init": ["new"],
    "scan": ["report.txt"],
    "compare": ["report.txt", "city/targets.yaml"],
    "add": ["新建农村公路400公里", "--dry-run"],
    "import-targets": ["promises.csv", "--dry-run"],
    "form": ["forms", "--force"],
    "whatif": ["urban-jobs=2026-Q4:5", "--as-of=2026-08-15"],
    "calc path": ["5.2", "5", "--month", "9", "--if", "Q4=4.8"],
    "calc cagr": ["1", "2", "--years", "2"],
    "calc annualise": ["1"],
    "calc required": ["5", "6", "--month", "6"],
    "calc average-growth": ["5", "6"],
    "calc pace": ["2", "5", "--month", "6"],
}
ONLY_READ = ("--output", "--draft", "--actuals", "--install-completion", "--show-completion")


class Option(NamedTuple):
    """A place where a user puts a word; a number for an argument."""

    command: str
    name: str | int
    metavar: str
    many: bool = False


def options() -> Iterator[Option]:
    root = typer.main.get_command(tree())
    for name, command in root.commands.items():
        members = getattr(command, "commands", None)
        for path, one in (
            ((name, command),) if not members else [(f"{name} {key}", sub) for key, sub in members.items()]
        ):
            for place in range(len(NEEDED.get(path, []))):
                yield Option(path, place, "")
            for param in one.params:
                if param.param_type_name == "option" and not getattr(param, "is_flag", False):
                    yield Option(path, param.opts[0], param.metavar or "", param.multiple)


EVERY = list(options())
WORDS = (
    "--fail-on",
    "--verdict",
    "--commitment",
    "--columns",
    "--by",
    "--class",
    "--measure",
    "--confidence",
    "--waive",
)
CHOICES = [one for one in EVERY if "|" in one.metavar or one.name in WORDS]


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    tmp_path = tmp_path / "so" / "deep"  # ../.. is ours, too
    tmp_path.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "t.csv").write_text("指标,2026年1-6月\n地区生产总值,5.5\n", encoding="utf-8")
    (tmp_path / "promises.csv").write_text("指标,单位,目标,时期\n新建公园,个,≥5,2026\n", encoding="utf-8")
    (tmp_path / "report.txt").write_text("一、目标\n地区生产总值增长6%左右。\n", encoding="utf-8")
    return workspace(tmp_path / "city")


def words_of(one: Option, value: str) -> list[str]:
    needed = list(NEEDED.get(one.command, []))
    if isinstance(one.name, int):
        needed[one.name] = value
    more = [] if isinstance(one.name, int) else [f"{one.name}={value}"]
    if one.command == "show" and one.name == "--lang":
        more = more * 2
    data = (
        []
        if one.command.split()[0] in ("init", "scan", "compare", "schema", "calc") or one.name == "--data"
        else ["--data", "city"]
    )
    return [*one.command.split(), *needed, *data, *more]


def code_of(words: list[str], capfd: pytest.CaptureFixture[str]) -> int:
    code = main(words)
    out, err = capfd.readouterr()
    assert "Traceback" not in out + err
    assert "fault of ours" not in err, (words, err)
    assert code in (0, 1, 2), (words, err)
    return code


@pytest.mark.parametrize("command", dict.fromkeys(one.command for one in EVERY))
def test_every_command_answers_before_an_odd_word_is_put_into_it(
    city: Path, capfd: pytest.CaptureFixture[str], command: str
) -> None:
    undone = ["record", "gdp", "2026-Q3", "5.6", "--published", "2026-10-20", "--yes", "--data", "city"]
    assert code_of(undone, capfd) == 0
    assert code_of(words_of(Option(command, "--lang", "zh"), "zh"), capfd) in (0, 1)


@pytest.mark.parametrize("one", CHOICES, ids=lambda one: f"{one.command} {one.name}")
def test_an_empty_or_unknown_choice_is_a_usage_error(
    city: Path, capfd: pytest.CaptureFixture[str], one: Option
) -> None:
    for value in ("", ",", " ", "nonsense"):
        assert code_of(words_of(one, value), capfd) == 2, value
    if "|" in one.metavar and not one.many:
        first, second = one.metavar.split("|")[:2]
        assert code_of(words_of(one, f"{first},{second}"), capfd) == 2


FREE = ("--source", "--note", "--sheet", "--because")
"""Options of texts that may be empty."""


@pytest.mark.parametrize("one", [one for one in EVERY if one.name not in FREE], ids=lambda one: f"{one[0]} {one[1]}")
def test_nothing_in_the_place_of_a_word_is_a_usage_error(
    city: Path, capfd: pytest.CaptureFixture[str], one: Option
) -> None:
    """A script whose variable is empty must not read the folder it is in, nor check nothing."""
    (city.parent / "targets.yaml").write_text(
        "schema: 1\ntitle: {zh: 试, en: Trial}\nindicators: {}\n", encoding="utf-8"
    )
    for value in ("", " "):
        assert code_of(words_of(one, value), capfd) == 2, value


FILES = [one for one in EVERY if one.metavar in ("FILE", "DIR") or isinstance(one.name, int)]


@pytest.mark.parametrize("one", FILES, ids=lambda one: f"{one.command} {one.name}")
def test_a_name_that_no_file_can_have_is_told(city: Path, capfd: pytest.CaptureFixture[str], one: Option) -> None:
    assert code_of(words_of(one, "\ud800"), capfd) in (1, 2) or one.command in ("add", "calc")


@pytest.mark.parametrize(
    "line",
    [
        "show X",
        "status X",
        "whatif X=continues",
        "whatif --solve X",
        "export - --indicator X",
        "check --ack missed:X",
        "record X 2026-06 1",
        "retract X 2026-06",
    ],
)
@pytest.mark.parametrize("word", ["faulty", "faulty@2026", "half", "half@2026", "nobody", "@", "="])
def test_what_has_a_fault_in_the_registry_is_told_by_every_question_about_it(
    city: Path, capfd: pytest.CaptureFixture[str], line: str, word: str
) -> None:
    registry = city / "targets.yaml"
    target = "period: 2026, relation: {}, goal: 5"
    faulty = indicator("faulty", "measure: nonsense", target.format("at_least"))
    half = indicator("half", "measure: flow; unit: 个", target.format("nonsense"))
    registry.write_text(registry.read_text(encoding="utf-8") + faulty + half, encoding="utf-8")
    fits = line.startswith("record") and word == "half"  # its target is at fault, its figures are not
    assert code_of([*line.replace("X", word).split(), "--data", "city"], capfd) == (0 if fits else 2)


def test_check_that_fails_on_an_empty_choice_does_not_pass(city: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert code_of(["check", "--fail-on", "", "--data", "city"], capfd) == 2


def test_no_odd_word_brings_a_command_down(city: Path, capfd: pytest.CaptureFixture[str]) -> None:
    tried = [(one, value) for one in EVERY for value in ODD if one.name not in ONLY_READ]
    chance = random.Random(20261127)  # noqa: S311 - the same words every time
    for one, value in chance.sample(tried, SHARE) if SHARE else tried:
        code_of(words_of(one, value), capfd)


EXTREME = (
    "9" * 30,
    "9" * 29 + "8",
    "-" + "9" * 30,
    "0." + "0" * 28 + "1",
    "-0." + "0" * 28 + "1",
    "0",
    "1",
    "9.9",
    "123456789012345.678901234567891",
)
MEASURES = (
    "measure: flow; unit: 个; better: higher",
    "measure: growth; unit: '%'; better: higher",
    "measure: stock; unit: 个; better: higher",
    "measure: mean; unit: '%'; better: lower",
    "measure: events; unit: 起; better: lower",
)
LINES = [f"status --format {form} --opinions" for form in ("table", "csv", "json", "markdown", "html")] + [
    "status --wide",
    "show it --format table",
    "show it --format json",
    "check --format text",
    "check --format json --fail-on all",
    "check --format junit",
    "check --format github",
    "audit",
    "diff --from 2026-01-01 --to 2026-09-20 --format table",
    "diff --from 2026-01-01 --to 2026-09-20 --format json",
    "export - --long",
    "export a.xlsx --force",
    "export b.xlsx --long --force",
    "backtest --format json --as-of 2026-09-20",
    "targets --wide",
    "record it 2026-07 1 --dry-run",
    "whatif it=2026-Q4:1",
    "whatif it=continues other=as-last-year --format json",
    "whatif --solve it@2026",
    "form forms --force",
    "add 新建农村公路400公里 --dry-run",
    "export a.docx --force",
    "check --chance-below 0.5",
]


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize(
    "target",
    [
        "period: 2026, relation: at_least, goal: {}",
        "period: 2026, relation: about, goal: {}",
        "period: 2026, relation: between, goal: [{}, {}]",
        "period: 2026-2030, relation: at_least, goal: {}, average: true",
        "period: 2026-2030, relation: at_most, goal: {}, hold: true",
        "period: 2026-2030, relation: at_least, goal: {}",
        "period: 2026, relation: above, reference: other",
    ],
)
def test_every_number_that_the_reader_takes_can_be_told_in_every_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], measure: str, target: str
) -> None:
    monkeypatch.chdir(tmp_path)
    chance = random.Random(f"{measure} {target}")  # noqa: S311 - the same numbers every time
    for _ in range(2):
        goal = target.format(*sorted(chance.choices(EXTREME, k=2), key=float))
        (tmp_path / "city" / "actuals").mkdir(parents=True, exist_ok=True)
        registry = TOP + indicator("it", measure, goal) + indicator("other", measure)
        (tmp_path / "city" / "targets.yaml").write_text(registry, encoding="utf-8")
        basis = "point" if "stock" in measure else "alone" if "mean" in measure or "events" in measure else "ytd"
        rows = [
            f"{name},{period},{chance.choice(EXTREME)},{basis},,,,,\n"
            for name in ("it", "other")
            for period in ("2024", "2025-06", "2025", "2026-03", "2026-06")
        ]
        (tmp_path / "city" / "actuals" / "a.csv").write_text(HEADER + "".join(rows), encoding="utf-8")
        for line in LINES:
            day = (
                [] if "--as-of" in line or line.startswith(("targets", "diff", "record")) else ["--as-of", "2026-09-20"]
            )
            code_of([*line.split(), *day, "--data", "city"], capfd)


def test_a_registry_that_cannot_be_read_is_told_in_every_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for text in (None, "", "[", "schema: 2", "schema: 1\ntitle: x\nindicators: 5\n", "\0"):
        (tmp_path / "city").mkdir(exist_ok=True)
        if text is not None:
            (tmp_path / "city" / "targets.yaml").write_text(text, encoding="utf-8")
        for line in (
            *LINES,
            "validate",
            "validate --format json",
            "due",
            "due --format csv",
            "indicators",
            "log",
            "retract it 2026-06",
        ):
            assert code_of([*line.split(), "--data", "city"], capfd) in (1, 2) or line.startswith(("log", "check")), (
                line
            )


def test_a_long_chain_of_parts_is_judged_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    count = 3000
    whole = [f"period: 2026, id: it@2026/{number}, parts: [it@2026/{number + 1}]" for number in range(count)]
    last = f"period: 2026, id: it@2026/{count}, relation: at_least, goal: 5"
    registry = TOP + indicator("it", "measure: flow; unit: 个", *whole, last)
    (tmp_path / "city").mkdir()
    (tmp_path / "city" / "targets.yaml").write_text(registry, encoding="utf-8")
    for line in ("status", "status --format json", "check", "show it@2026/0 --format json", "audit", "validate"):
        assert code_of([*line.split(), "--data", "city"], capfd) in (0, 1), line


NUMBERS = ("9" * 30, "-" + "9" * 30, "0." + "0" * 28 + "1", "0", "1", "100", "-100", "99.9")
SUMS = (
    "cagr X X --years 2",
    "cagr X X --years X",
    "annualise X --every month",
    "required X X --month 6",
    "average-growth X X X",
    "average-growth X --goal X --years 5",
    "pace X X --month 6",
    "pace X X --month 6 --expected X",
    "required X X --month 6 --weight X",
)


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_sum_of_numbers_with_thirty_digits_is_told_or_refused(capfd: pytest.CaptureFixture[str], form: str) -> None:
    chance = random.Random(20261127)  # noqa: S311 - the same numbers every time
    for line in SUMS:
        for _ in range(40):
            words = [
                "calc",
                *(chance.choice(NUMBERS) if word == "X" else word for word in line.split()),
                "--format",
                form,
            ]
            code_of(words, capfd)


PROGRAM = [sys.executable, "-m", "ycindic"]


@pytest.mark.parametrize("columns", ["1e9", "1000000000", "-5", "0", "x", "９", ""])
def test_no_width_of_the_screen_is_too_odd(city: Path, columns: str) -> None:
    for line in ("status --wide", "show gdp", "--help"):
        words = [*PROGRAM, *line.split(), *([] if "help" in line else ["--data", "city"])]
        done = subprocess.run(
            words, capture_output=True, check=False, env={**os.environ, "COLUMNS": columns}, timeout=300
        )
        assert done.returncode == 0
        assert len(done.stdout) < 100_000


@pytest.mark.skipif(os.name == "nt", reason="zones as POSIX writes them")
@pytest.mark.parametrize(
    "zone", ["nonsense", "AAA+99", "AAA-167:59:59", ":/dev/null", "/", "A" * 5000, "<+99>-99", "EST5EDT,M99", ""]
)
def test_no_zone_is_too_odd_to_write_a_figure(city: Path, zone: str) -> None:
    words = [*PROGRAM, "record", "gdp", "2026-Q3", "5.6", "--published", "2026-10-25", "--yes", "--data", "city"]
    done = subprocess.run(words, capture_output=True, check=False, env={**os.environ, "TZ": zone}, timeout=300)
    assert done.returncode == 0, done.stderr
    assert (city / ".ycindic" / "log.csv").read_text(encoding="utf-8").count("\n") == 2


@pytest.mark.parametrize("place", ["x", "-1", "1000000000", "1e9", "９", "", "9" * 5000])
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "nonsense"])
def test_completion_is_silent_about_odd_questions(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], place: str, shell: str
) -> None:
    monkeypatch.setenv("_YCINDIC_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("COMP_WORDS", "ycindic\nstatus\n--form")
    monkeypatch.setenv("COMP_CWORD", place)
    assert code_of([], capfd) == 0


@pytest.mark.skipif(os.name == "nt", reason="streams as a shell of POSIX closes them")
@pytest.mark.parametrize(
    "line",
    [
        "scan -",
        "compare - city",
        "import t.csv --data city",
        "record gdp 2026-Q3 9999 --data city",
        "add --data city",
        "status --data city --output /dev/stdout",
    ],
)
def test_streams_that_were_closed_before_we_began_are_no_crash(city: Path, line: str) -> None:
    for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-", ">/dev/full", "2>/dev/full"):
        words = ["sh", "-c", f'exec "$@" {closed}', "sh", *PROGRAM, *line.split(), "--lang", "en"]
        done = subprocess.run(words, input=b"", capture_output=True, check=False, timeout=300, cwd=city.parent)
        assert done.returncode in (0, 1, 2), (closed, done)
        assert b"fault of ours" not in done.stderr + done.stdout


@pytest.mark.parametrize("place", ["__set_name__", "cause", "context"])
def test_ctrl_c_that_python_wraps_in_another_error_is_a_stop(monkeypatch, capfd, place: str) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    def wrapped(_: list[str]) -> None:
        if place == "__set_name__":
            type("Field", (), {"field": type("Descriptor", (), {"__set_name__": stopped})()})
        try:
            stopped()
        except KeyboardInterrupt as error:
            raise RuntimeError("while loading") from (error if place == "cause" else None)

    monkeypatch.setattr("ycindic.cli._run", wrapped)
    assert main(["status"]) == 130
    assert not capfd.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_in_the_first_milliseconds_shows_no_traceback_of_ours(city: Path) -> None:
    """Before our first line Python answers for itself; from then on the code is 130."""
    listening = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # nohup turns it off
    begin = "import sys\nsys.argv[1:] = ['status']\nprint('go', flush=True)\n"
    begin += "from ycindic.__main__ import program\nprogram()\n"
    codes = set()
    for number in range(24):
        process = subprocess.Popen(
            [sys.executable, "-c", listening + begin], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=city
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"go\n"
        time.sleep(0.004 + number * 0.004)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=300)
        codes.add(process.returncode)
        assert b"Traceback" not in err or b"ycindic/" not in err, err
    assert codes <= {0, 130, -2}
    assert 130 in codes
