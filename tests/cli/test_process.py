"""The real program as a process: streams, encodings, exit codes. Each run costs a fifth of a second."""

import codecs
import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-m", "ycindic"]
SCRIPT = Path(sys.executable).with_name("ycindic")
CHINA = Path(__file__).parents[2] / "examples" / "china"
DAY = ["--as-of", "2026-09-20"]
PLAIN = {key: value for key, value in os.environ.items() if not key.startswith(("YCINDIC", "PYTHON", "LC_", "LANG"))}
POSIX = pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run([*PROGRAM, *arguments], capture_output=True, env=PLAIN | environment, check=False)
    assert b"Traceback" not in done.stderr
    return done


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    environment = PLAIN | {"P": " ".join(PROGRAM)} | environment
    return subprocess.run(["bash", "-c", line], capture_output=True, env=environment, check=False)


def test_the_bare_program_is_status() -> None:
    with ThreadPoolExecutor(2) as pool:
        bare, named = pool.map(lambda words: run(*words), [(), ("status",)])
    assert bare.returncode == 0
    assert bare.stdout == named.stdout
    assert b" targets" in bare.stdout


def test_the_script_and_the_module_are_one_program() -> None:
    assert SCRIPT.exists()
    done = subprocess.run([str(SCRIPT), "--version"], capture_output=True, check=True)
    assert done.stdout == run("--version").stdout


@pytest.mark.parametrize("form", ["table", "csv", "json"])
@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "cp936"},
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_every_console_gets_utf_8(form: str, environment: dict[str, str]) -> None:
    done = run("status", "--format", form, "--lang", "zh", *DAY, **environment)
    assert done.returncode == 0
    assert "城镇新增就业" in done.stdout.decode("utf-8", "strict")
    assert done.stderr.decode("utf-8", "strict").startswith("数据：")


@pytest.mark.parametrize("arguments", [("status", "--help"), ("--help",)])
def test_help_is_utf_8_too(arguments: tuple[str, ...]) -> None:
    done = run(*arguments, YCINDIC_LANG="zh", PYTHONIOENCODING="cp936")
    assert "目标" in done.stdout.decode("utf-8", "strict")


@POSIX
@pytest.mark.parametrize("command", ["status", "status --format json", "validate --format json", "schema", "--help"])
def test_a_reader_that_stops_early_is_no_fault(command: str) -> None:
    for reader in ("head -1", "true"):
        done = shell(f"$P {command} | {reader}; echo ${{PIPESTATUS[0]}} >&2")
        assert done.stderr.splitlines()[-1] == b"0"
        assert b"Broken" not in done.stderr
        assert b"fault" not in done.stderr


@POSIX
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("$P status --format csv >&-", 0),
        ("$P status --format csv 2>&- | grep -q urban-jobs", 0),
        ("$P status nonsense 2>&-", 2),
        ("$P validate --data /nonexistent 2>&- >/dev/null", 2),
        ("{ $P validate --data /nonexistent 2>&1 >&3 | true; exit ${PIPESTATUS[0]}; } 3>/dev/null", 2),
    ],
)
def test_a_closed_stream_changes_nothing_else(line: str, code: int) -> None:
    assert shell(line).returncode == code


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("command", ["status --format csv", "--help"])
def test_a_full_disk_is_told(command: str) -> None:
    done = shell(f"$P {command} --lang en >/dev/full" if command != "--help" else "$P --help >/dev/full")
    assert done.returncode == 2
    assert b"No space left on device" in done.stderr
    assert b"fault of ours" not in done.stderr


WAIT = "def wait(*_):\n    print('busy', flush=True)\n    while True: time.sleep(0.01)\n"
MOMENTS = {
    "while it loads": "class Slow:\n    def find_spec(name, *_): name == 'ycindic.cli' and wait()\n"
    "sys.meta_path.insert(0, Slow)\n",
    "while it works": "import ycindic.load.find as f\nf.find = wait\n",
}


@POSIX
@pytest.mark.parametrize("moment", MOMENTS)
def test_ctrl_c_ends_with_130(moment: str) -> None:
    listening = "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # nohup turns it off
    begin = "sys.argv[1:] = ['status']\nfrom ycindic.__main__ import program\nprogram()\n"
    code = f"import signal, sys, time\n{listening}{WAIT}{MOMENTS[moment]}{begin}"
    process = subprocess.Popen([sys.executable, "-c", code], env=PLAIN, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == b"busy\n"
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=120)
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 130
    assert b"Traceback" not in err


@POSIX
def test_a_named_pipe_among_the_figures_is_told_and_keeps_nobody_waiting(tmp_path: Path) -> None:
    (tmp_path / "actuals").mkdir()
    os.mkfifo(tmp_path / "actuals" / "slow.csv")
    (tmp_path / "targets.yaml").write_text("schema: 1\ntitle: {zh: 例, en: e}\nindicators: {}\n", encoding="utf-8")
    done = run("status", "--data", str(tmp_path))
    assert done.returncode == 2
    assert b"slow.csv: a named pipe gives its content only once; write the figures to a plain file" in done.stderr


def test_answers_for_programs_are_the_same_bytes_in_every_run_language_and_width() -> None:
    ways = [{}, {"YCINDIC_LANG": "zh"}, {"LC_ALL": "zh_CN.UTF-8", "COLUMNS": "40"}, {"PYTHONHASHSEED": "7"}]
    for form in ("csv", "json"):
        with ThreadPoolExecutor(2) as pool:
            answers = set(pool.map(lambda way: run("status", "--format", form, *DAY, **way).stdout, ways))  # noqa: B023
        assert len(answers) == 1


def unread(pipe: int) -> int:
    import fcntl
    import termios

    return int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder)


@POSIX
def test_a_reader_that_does_not_let_us_wait_gets_the_whole_answer() -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    words = [*PROGRAM, "status", "--format", "json", *DAY]
    process = subprocess.Popen(words, stdout=writing, stderr=subprocess.DEVNULL, env=PLAIN)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        before, now = -1, 0
        while (now == 0 or now != before) and process.poll() is None:  # a full pipe grows no more
            time.sleep(0.5)
            before, now = now, unread(reading)
        assert len(json.loads(answer.read())["targets"]) >= 79
    assert process.wait() == 0


def test_a_table_is_the_same_whatever_the_order_of_sets() -> None:
    words = ("indicators", "--data", str(CHINA), "--lang", "en")
    with ThreadPoolExecutor(2) as pool:
        assert len(set(pool.map(lambda seed: run(*words, PYTHONHASHSEED=seed).stdout, "1234"))) == 1


def test_a_csv_file_has_a_mark_of_byte_order_and_stdout_has_none(tmp_path: Path) -> None:
    path = tmp_path / "状态.csv"
    said = run("status", "--format", "csv", *DAY).stdout
    saved = run("status", "--format", "csv", "--output", str(path), *DAY)
    assert saved.stdout == b""
    assert not said.startswith(codecs.BOM_UTF8)
    assert path.read_bytes() == codecs.BOM_UTF8 + said
    assert [one.name for one in tmp_path.iterdir()] == [path.name], "nothing is left beside it"


@POSIX
def test_colours_are_for_a_terminal_that_wants_them() -> None:
    piped = run("status", *DAY)
    assert b"\x1b[" not in piped.stdout
    script = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)"
    for environment, coloured in (({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)):
        words = [sys.executable, "-c", script, *PROGRAM, "status", "gdp", *DAY]
        variables = PLAIN | {"TERM": "xterm", "COLUMNS": "100"} | environment
        done = subprocess.run(words, capture_output=True, stdin=subprocess.DEVNULL, env=variables, check=False)
        assert (b"\x1b[" in done.stdout) is coloured, environment


def test_it_answers_outside_the_checkout() -> None:
    done = subprocess.run(
        [*PROGRAM, "status", "--format", "json", "--lang", "en"], capture_output=True, env=PLAIN, cwd="/", check=True
    )
    assert len(json.loads(done.stdout)["targets"]) >= 79
    assert b"the copy that came with the program" in done.stderr
    page = subprocess.run([*PROGRAM, "status", *DAY], capture_output=True, env=PLAIN, cwd="/", check=True).stdout
    assert b"begin another: ycindic init DIR" in b" ".join(page.split())
    assert b"actuals/" not in page


def test_a_fault_of_ours_is_3_and_shows_no_traceback_unless_asked() -> None:
    code = "import sys, ycindic.load.find as f, ycindic.cli as c; f.find = None; sys.exit(c.main(['validate']))"
    words = [sys.executable, "-c", code]
    done = subprocess.run(words, capture_output=True, env=PLAIN, check=False)
    assert (done.returncode, done.stdout) == (3, b"")
    assert b"a fault of ours (TypeError" in done.stderr
    assert b"Traceback" not in done.stderr
    done = subprocess.run(words, capture_output=True, env=PLAIN | {"YCINDIC_DEBUG": "1"}, check=False)
    assert b"Traceback" in done.stderr
