"""Where do answers and talk go? stdout is the answer, stderr is the talk, both UTF-8 on any console."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from ycindic.cli.language import lang, say
from ycindic.domain.problem import Problem
from ycindic.render.report import Screen

DEFAULT_WIDTH = 100


class Failed(Exception):  # noqa: N818 - it is no fault of ours, only an end with a code
    """A command ends with an exit code, everything being said."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def answer(text: str) -> None:
    """Write to stdout; whoever reads may stop reading at any time."""
    _write(sys.stdout, text)


def talk(text: str) -> None:
    """Write a line to stderr."""
    _write(sys.stderr, f"{text}\n")


def tell(problems: Sequence[Problem]) -> None:
    """Write the faults of the files to stderr, a line each."""
    if problems:
        from ycindic.render.problems import told

        for problem in problems:
            talk(told(problem, lang()))


def _write(stream: object, text: str) -> None:
    data = text.encode("utf-8", "backslashreplace")
    try:
        buffer = getattr(stream, "buffer", None)
        if buffer is None:
            stream.write(text)  # type: ignore[attr-defined]
        else:
            stream.flush()  # type: ignore[attr-defined]
            buffer.write(data)
            buffer.flush()
    except BrokenPipeError:
        _silence(stream)
        raise Failed(0) from None


def _silence(stream: object) -> None:
    """Point a closed stream to nowhere, so that the interpreter's own flush at exit stays quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())  # type: ignore[attr-defined]
    os.close(nowhere)


def save(path: Path, text: str, *, mark: bool) -> None:
    """Write an answer to a file, whole or not at all; a CSV file carries a byte order mark."""
    from ycindic.files.atomic import replace

    data = text.encode("utf-8-sig" if mark else "utf-8", "backslashreplace")
    try:
        replace(path, data)
    except OSError as error:
        talk(say(f"无法写入 {path}:{error.strerror}", f"cannot write {path}: {error.strerror}"))
        raise Failed(2) from None


def screen() -> Screen:
    """The screen that stdout shows on; colours only on a terminal that wants them."""
    terminal = sys.stdout.isatty()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns
    return Screen(lang=lang(), width=max(40, width), colour=bool(colour))
