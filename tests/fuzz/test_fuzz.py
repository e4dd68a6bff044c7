"""No traceback and no hang, whatever the bytes: the kept corpus, then changed copies of it for some seconds."""

from __future__ import annotations

import os
import random
import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.doors import DOORS
from record.workspaces import HEADER

CORPUS = Path(__file__).parent / "corpus"
SECONDS = float(os.environ.get("YCINDIC_FUZZ_SECONDS", "10"))
SLOWEST = 5.0
WORDS = """
, ; # " ' = - % [ { &a *a <<: --- ? | 2026-06 2026-Q9 1e9 nan jobs gdp ytd retracted 2026-02-30 2026年 1—6月
（万人） 单位： 城镇新增就业
累计 本月 指标 !!python/object parts: <c> </c> <v> </v> &b; <row\u00a0r='1048577'> <mergeCell\u00a0ref='A1:XFD1048576'/>
<!DOCTYPE\u00a0a[<!ENTITY\u00a0b\u00a0'c'>]>
"""
BYTES = [b"\n", b"\r\n", b"\r", b"\0", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", b"\xe4\xb8", b"\t", b"9" * 40]
TOKENS = [*(word.replace("\u00a0", " ").encode() for word in re.split("[ \n]", WORDS)), *BYTES]


def kept(door: str) -> list[Path]:
    return sorted((CORPUS / door).iterdir())


@pytest.mark.parametrize("door", DOORS)
def test_the_corpus_comes_through_every_time(door):
    assert len(kept(door)) > 1
    for path in kept(door):
        timed(door, path.read_bytes())


def timed(door: str, data: bytes) -> None:
    begun = time.process_time()
    DOORS[door](data)
    assert time.process_time() - begun < SLOWEST, data[:200]


def changed(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A copy with one to six changes: pieces out, doubled, swapped, tokens in, bits turned."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at, length = chance.randint(0, len(out)), chance.randint(1, 30)
        match chance.randint(0, 5):
            case 0:
                del out[at : at + length]
            case 1:
                out[at:at] = out[at : at + length] * chance.randint(1, 5)
            case 2:
                out[at:at] = chance.choice(TOKENS)
            case 3:
                out[at : at + length] = chance.choice(TOKENS)
            case 4 if out:
                out[at % len(out)] ^= 1 << chance.randint(0, 7)
            case _:
                start = chance.randint(0, len(other))
                out[at:at] = other[start : start + length]
    return bytes(out)


@pytest.mark.parametrize("door", DOORS)
def test_changed_copies_come_through(door, tmp_path):
    chance = random.Random(f"{door} 20261124")  # noqa: S311 - the same bytes every time
    pool = [path.read_bytes() for path in kept(door)]
    end = time.monotonic() + SECONDS / len(DOORS)
    while time.monotonic() < end:
        data = changed(chance, chance.choice(pool), chance.choice(pool))
        try:
            timed(door, data)
        except BaseException:
            (tmp_path / "found").write_bytes(data)
            raise
        if len(pool) < 500 and chance.random() < 0.05:
            pool.append(data)


cells = st.text(st.characters(codec="utf-8"), max_size=8) | st.sampled_from(
    ["jobs", "2026-06", "2026", "2.8", "ytd", "", '"', "#", "5,4", "a\nb", "2026-07-20", "=1"]
)
rows = st.lists(st.lists(cells, min_size=1, max_size=10), max_size=8)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    rows=rows, end=st.sampled_from(["\n", "\r\n", "\r"]), quoted=st.booleans(), final=st.booleans(), mark=st.booleans()
)
def test_any_file_that_a_spreadsheet_can_write_keeps_its_bytes(rows, end, quoted, final, mark):
    """A file with our header and any cells: `recording` asserts that all before the new row stays."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator=end, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL)
    writer.writerows([HEADER.strip().split(","), ["jobs", "2026-06", "2.8", "", "2026-07-20", "", "", "", ""], *rows])
    text = out.getvalue() if final else out.getvalue().rstrip("\r\n")
    DOORS["recording"](text.encode("utf-8-sig" if mark else "utf-8"))
