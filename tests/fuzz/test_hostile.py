"""Files made to hurt: each gets a plain answer within bounded time and memory, and nothing is written.

The command runs as a process of its own, whose address space is limited where the system allows it.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from fuzz.doors import PARTS
from record.workspaces import HEADER, REGISTRY

MEMORY = 700 << 20
SECONDS, PATIENCE = 60, 900
"""Of the processor, and of somebody who waits where it has other work."""
LIMITED = f"""
import sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
    resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
except ImportError:
    pass
from ycindic.cli import main
sys.exit(main(sys.argv[1:]))
"""


SHEETS = b'<workbook xmlns:r="q"><sheets>%s</sheets></workbook>'
GREEDY = b"\x05\0\x5d\0\0\x80\0", b"\x05\0\x5d\xff\xff\xff\xff"


def workbook(sheet: bytes, changed: Mapping[str, bytes] = {}, way: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", way) as archive:
        for name, content in {**PARTS, "xl/worksheets/sheet1.xml": sheet, **changed}.items():
            archive.writestr(name, content)
    return out.getvalue()


def bomb() -> bytes:
    """300 MB of blanks in 300 kB."""
    return workbook(b'<worksheet xmlns="m"><sheetData>' + b" " * (300 << 20) + b"</sheetData></worksheet>")


def merged_bomb() -> bytes:
    cells = b'<row r="1048576"><c r="A1" t="s"><v>0</v></c><c r="IV1048576"><v>1</v></c></row>'
    merge = b'<mergeCell ref="A1:XFD1048576"/>'
    return workbook(b'<worksheet xmlns="m"><sheetData>' + cells + b"</sheetData>" + merge + b"</worksheet>")


CSV = HEADER.encode()
FIGURES = {
    "a line of 100 MB": lambda: CSV + b"x" * (100 << 20),
    "a line of 100 MB in quotes": lambda: CSV + b'"' + b"x" * (100 << 20),
    "a million columns": lambda: CSV + b"," * 1_000_000 + b"\n",
    "a header of a million columns": lambda: b"a," * 1_000_000 + b"\njobs,2026,1\n",
    "nothing but NULs": lambda: b"\0" * (1 << 20),
    "NULs in a row": lambda: CSV + b"jobs,2026-06,\x002.8,,,,,,\n",
    "lone surrogates": lambda: CSV + b"jobs,2026-06,2.8,,,,,,\xed\xa0\x80\n",
    "a quote that is never closed": lambda: CSV + b'"' + b"jobs,2026-06,2.8\n" * 100_000,
    "a hundred thousand empty lines": lambda: CSV + b"\n" * 100_000,
    "a number of a million digits": lambda: CSV + b"jobs,2026-06," + b"9" * 1_000_000 + b",,,,,,\n",
}
REGISTRIES = {
    "a hundred thousand brackets": lambda: b"[" * 100_000,
    "a hundred thousand nested keys": lambda: b"".join(b" " * depth + b"a:\n" for depth in range(3000)),
    "an alias bomb": lambda: (
        b"a: &a [x,x]\n"
        + b"".join(b"%c: &%c [*%c,*%c]\n" % (98 + one, 98 + one, 97 + one, 97 + one) for one in range(20))
    ),
    "a tag that would run something": lambda: b"schema: !!python/object/apply:os.system ['touch bait']\n",
    "a scalar of 20 MB": lambda: b"schema: " + b"1" * (20 << 20),
    "lone surrogates": lambda: b"title: \xed\xa0\x80",
    "NULs": lambda: b"schema: 1\0",
}
TABLES = FIGURES | {
    "a zip bomb": bomb,
    "a merged range of a whole sheet": merged_bomb,
    "entities that laugh": lambda: workbook(
        b'<!DOCTYPE a [<!ENTITY b "' + b"ha" * 1000 + b'"><!ENTITY c "&b;&b;&b;&b;">]><worksheet>&c;</worksheet>'
    ),
    "elements in elements": lambda: workbook(b"<worksheet>" + b"<a>" * (20 << 20)),
    "names without end": lambda: workbook(b"<worksheet>" + b"".join(b"<a%d/>" % one for one in range(1_000_000))),
    "one sheet a million times": lambda: workbook(
        b"", {"xl/workbook.xml": SHEETS % (b'<sheet name="S" r:id="s1"/>' * 1_000_000)}
    ),
    "texts that nobody shows": lambda: workbook(b"", {"xl/sharedStrings.xml": b"<sst>" + b"<si/>" * 10_000_000}),
    "a head that asks for gigabytes": lambda: workbook(b"", way=zipfile.ZIP_LZMA).replace(*GREEDY),
    "remarks without end": lambda: b"<!-- -->" * 500,
    "a workbook inside a workbook": lambda: workbook(workbook(b"")),
}


@pytest.fixture
def city(tmp_path) -> Iterator[Path]:
    (tmp_path / "city" / "actuals").mkdir(parents=True)
    (tmp_path / "city" / "targets.yaml").write_text(REGISTRY, encoding="utf-8")
    yield tmp_path / "city"
    shutil.rmtree(tmp_path)


def answered(city: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", LIMITED, *words, "--data", str(city)]
    done = subprocess.run(
        command, capture_output=True, timeout=PATIENCE, check=False, cwd=city, env={**os.environ, "LANG": "C"}
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 2), done
    assert len(done.stdout) + len(done.stderr) < 1 << 20
    assert not (city / "bait").exists()
    return done


@pytest.mark.parametrize("name", FIGURES)
def test_a_hostile_file_of_figures_is_read_and_never_written(city, name):
    data = FIGURES[name]()
    path = city / "actuals" / "a.csv"
    path.write_bytes(data)
    answered(city, "validate")
    answered(city, "record", "jobs", "2026-06", "2.8", "--published", "2026-07-20")
    assert path.read_bytes() == data


@pytest.mark.parametrize("name", REGISTRIES)
def test_a_hostile_registry_is_refused(city, name):
    (city / "targets.yaml").write_bytes(REGISTRIES[name]())
    assert answered(city, "validate").returncode == 2
    assert answered(city, "record", "jobs", "2026-06", "2.8").returncode == 2


@pytest.mark.parametrize("name", TABLES)
def test_a_hostile_table_is_refused_or_brings_nothing(city, tmp_path, name):
    path = tmp_path / "table.xlsx"
    path.write_bytes(TABLES[name]())
    answered(city, "import", str(path), "--yes")
    assert not [one for one in (city / "actuals").iterdir() if b"9999" in one.read_bytes()]


OURS = ("targets.yaml", "acknowledged.csv", "actuals/a.csv", ".ycindic/log.csv", ".ycindic/last-write.json",
        ".ycindic/imported", ".ycindic/lock-holder")  # fmt: skip
COMMANDS = (
    "validate",
    "status",
    "check --fail-on none",
    "log",
    "undo --dry-run",
    "record jobs 2026-06 2.8 --published 2026-07-20",
)


@pytest.mark.skipif(os.name == "nt", reason="files with holes")
@pytest.mark.parametrize("name", OURS)
def test_a_file_in_a_place_of_ours_without_an_end_is_said_or_not_looked_at(city, name):
    answered(city, "record", "jobs", "2026-05", "2.1", "--published", "2026-06-20")
    path = city / name
    path.touch()
    os.truncate(path, 20 << 30)
    for line in COMMANDS:
        answered(city, *line.split())
