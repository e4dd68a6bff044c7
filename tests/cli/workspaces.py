"""How do tests write a workspace in a few lines and run a command on it?

Everything made here is invented.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ycindic.cli import main

ROOT = Path(__file__).resolve().parents[2]
TOP = """\
schema: 1
title: {zh: 试, en: Trial}
indicators:
"""
HEADER = "indicator,period,value,basis,published,stage"


def indicator(name: str, rest: str, *targets: str) -> str:
    """One indicator of a registry; `rest` are its keys, each of `targets` the keys of one target."""
    lines = [f"  {name}:", f"    name: {{zh: {name}甲, en: {name}}}", *(f"    {line}" for line in rest.split("; "))]
    if targets:
        lines += ["    targets:", *(f"      - {{{one}}}" for one in targets)]
    return "\n".join(lines) + "\n"


def workspace(folder: Path, *indicators: str, rows: str = "") -> Path:
    """A folder with a registry and one file of figures, a row a line."""
    (folder / "actuals").mkdir(parents=True, exist_ok=True)
    (folder / "targets.yaml").write_text(TOP + "".join(indicators), encoding="utf-8")
    (folder / "actuals" / "a.csv").write_text("\n".join([HEADER, *rows.split()]) + "\n", encoding="utf-8")
    return folder


class Answer:
    """What a command said and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> Answer:
    """Run a command inside this process."""
    code = main(list(arguments))
    out, err = capfd.readouterr()
    return Answer(code, out, err)


def call(*arguments: str, **environment: str) -> Answer:
    """Run a command as a process of its own, for what is decided at its start: the language."""
    done = subprocess.run(
        [sys.executable, "-m", "ycindic", *arguments],
        capture_output=True,
        check=False,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), **environment},
        cwd=ROOT,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())
