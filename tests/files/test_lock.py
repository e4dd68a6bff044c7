"""One writer at a time, and no dead one in the way."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from ycindic.files.lock import Held, locked

HOLDING = """
import sys, time
from pathlib import Path
from ycindic.files.lock import locked
with locked(Path(sys.argv[1]), "li, record, pid 7"):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    process = subprocess.Popen([sys.executable, "-c", HOLDING, str(tmp_path / "lock")], stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_second_writer_waits_and_is_then_told_who_holds_the_lock(tmp_path, holder):
    begun = time.monotonic()
    with pytest.raises(Held) as refused, locked(tmp_path / "lock", "wang", 0.3):
        pytest.fail("two at once")
    assert 0.3 <= time.monotonic() - begun < 20
    assert refused.value.holder == "li, record, pid 7"


def test_the_lock_of_a_killed_process_is_free_at_once(tmp_path, holder):
    holder.kill()
    holder.wait()
    with locked(tmp_path / "lock", "wang", 0.3):
        assert (tmp_path / "lock-holder").read_text() == "wang"
    assert (tmp_path / "lock-holder").read_text() == ""


def test_a_lock_file_left_behind_is_no_obstacle(tmp_path):
    (tmp_path / "lock").write_text("left by an old process")
    with locked(tmp_path / "lock", "wang", 0):
        pass


def test_a_lock_that_is_a_link_to_elsewhere_is_refused(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("keep me")
    (tmp_path / "lock").symlink_to(elsewhere)
    with pytest.raises(OSError, match="link"), locked(tmp_path / "lock", "wang", 0):
        pass
    assert elsewhere.read_text() == "keep me"
