"""Is long work shared between the cores, kept when somebody stops it, and ended with whoever asked for it?"""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from ycindic.cli import cores
from ycindic.cli.cores import shared

PLAIN = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "COVERAGE"))}
LONG_WORK = """
import signal, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # nohup turns it off
from ycindic.cli import cores
cores.os.cpu_count = lambda: 2
cores._tell = lambda done, *_: done == 2 and print("two", flush=True)
found = cores.shared(lambda number: number < 2 or time.sleep(0.02), ["piece"] * 3000)
print(found.stopped, len(found.results) >= 2, flush=True)
"""
"""Prints when two pieces are done; each helper holds the stream until it ends."""


def test_work_that_is_stopped_keeps_what_was_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores.os, "cpu_count", lambda: 1)

    def work(number: int) -> int:
        if number == 2:
            raise KeyboardInterrupt
        return number * number

    found = shared(work, ["a", "b", "c", "d"])
    assert found.results == (0, 1)
    assert found.stopped


def test_work_comes_back_in_its_order_from_all_cores() -> None:
    found = shared(lambda number: number * number, [str(number) for number in range(9)])
    assert found.results == tuple(number * number for number in range(9))
    assert not found.stopped


@pytest.mark.skipif(os.name == "nt", reason="there nothing is forked")
@pytest.mark.parametrize("send", ["kill", "killpg"])
@pytest.mark.parametrize("sent", ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"])
def test_a_signal_ends_the_helpers_without_a_word_and_ctrl_c_loses_nothing(sent: str, send: str) -> None:
    command = [sys.executable, "-c", LONG_WORK]
    process = subprocess.Popen(
        command, env=PLAIN, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == b"two\n"
        getattr(os, send)(process.pid, getattr(signal, sent))
        out, err = process.communicate(timeout=120)
    finally:
        process.kill()
        process.wait()
    stopped = sent == "SIGINT"
    assert err == b""
    assert out == (b"True True\n" if stopped else b"")
    assert process.returncode == (0 if stopped else -getattr(signal, sent))
