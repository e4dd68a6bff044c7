"""Where do answers and talk go? stdout is the answer, stderr is the talk, both UTF-8 on any console."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

from ycindic.cli.language import is_chosen, lang, say
from ycindic.domain.problem import Problem
from ycindic.render.words.gate import plain
from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import a_line_each, hanging, one_line
from ycindic.text import Text, _

_DEFAULT_WIDTH = 100
_NARROWEST, _WIDEST = 40, 1000
"""Cells of a line: a screen that says otherwise is not believed."""


STOPPED = 130
"""The exit code of a command that somebody stopped."""


class Failed(Exception):  # noqa: N818 - it is no fault of ours, only an end with a code
    """A command ends with an exit code, everything being said."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def speak_utf8() -> None:
    """Make both streams UTF-8, also for what the command library says by itself, and let both wait for their reader."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
            _wait_for_reader(stream)


def _wait_for_reader(stream: TextIO) -> None:
    """A stream that a parent made non-blocking takes what fits and drops the rest without a word: make it wait."""
    with suppress(OSError, AttributeError):  # a stream in memory; a system that does not know the question
        if not os.get_blocking(stream.fileno()):
            os.set_blocking(stream.fileno(), True)


def answer(text: str, form: str) -> None:
    """Write a text to stdout."""
    from ycindic.render.forms import let_out

    send(let_out(text, form, screen()))


def answer_lines(lines: Iterable[str]) -> None:
    """Write lines to stdout; whoever looks on sees no word broken, a program gets each whole."""
    answer(a_line_each(_in_room(lines, sys.stdout)), "text")


def _in_room(lines: Iterable[str], stream: TextIO | None) -> Iterable[str]:
    if not is_terminal(stream):
        return lines
    room = screen().width
    return (part for line in lines for part in hanging(one_line(line), room))


def send(data: bytes) -> None:
    """Write to stdout; whoever reads may stop reading at any time, but a full disk is told."""
    try:
        _write(sys.stdout, data)
    except OSError as error:
        silence(sys.stdout)
        if closed(error):
            raise Failed(0) from None
        from ycindic.render.words.system import system_refusal

        talk(_("cannot write the answer: {strerror}", strerror=system_refusal(error)))
        raise Failed(2) from None


def talk(text: Text | str) -> None:
    """Write a line to stderr; where nobody listens the work goes on."""
    murmur(f"{one_line(text if isinstance(text, str) else say(text))}\n")


def talk_lines(lines: Iterable[str]) -> None:
    """Write lines to stderr as answers are written, no word broken for whoever looks on."""
    for line in _in_room(lines, sys.stderr):
        talk(line)


def murmur(text: str) -> None:
    """Write to stderr as it is, without a line end, such as a question."""
    try:
        _write(sys.stderr, plain(text, Screen(lang())).encode("utf-8", "backslashreplace"))
    except OSError:
        silence(sys.stderr)


def tell(problems: Sequence[Problem]) -> None:
    """Write the faults of the files to stderr, a line each; of very many the first and how many more there are."""
    if problems:
        from ycindic.render.words.problems import fault_lines

        for line in fault_lines(problems, lang()):
            talk(line)


def stop_for(*faults: Problem | None) -> None:
    """Tell faults and end the command; without any it goes on."""
    if found := [one for one in faults if one]:
        tell(found)
        raise Failed(2)


def _write(stream: TextIO | None, data: bytes) -> None:
    """Write bytes of ours, with line ends of ours; a stream that was closed before the start takes all."""
    if stream is None:
        return
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(data.decode())
        return
    stream.flush()
    buffer.write(data)
    buffer.flush()


def closed(error: OSError | None) -> bool:
    """Whether somebody stopped reading, as each system says it."""
    return error is not None and error.errno in (errno.EPIPE, errno.ESHUTDOWN, errno.EINVAL)


def silence(stream: TextIO | None) -> None:
    """Point a broken stream to nowhere, so that no later flush stumbles over it."""
    try:
        number = None if stream is None else stream.fileno()
    except OSError:  # a stream in memory
        return
    if number is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        os.close(nowhere)


def screen(*, bare: bool = False) -> Screen:
    """The screen that stdout shows on, or a plain one for a file; colours only on a terminal that wants them."""
    if bare:
        return Screen(lang=lang())
    width = shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns
    ascii_only = bool(os.environ.get("YCINDIC_ASCII"))
    return Screen(
        lang(),
        min(max(_NARROWEST, width), _WIDEST),
        _colour(),
        ascii_only=ascii_only,
        terminal=is_terminal(sys.stdout),
        lang_chosen=is_chosen(),
    )


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody looks at a stream."""
    return stream is not None and stream.isatty()


def _colour() -> bool:
    """Whether stdout is a terminal that wants colours."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and is_terminal(sys.stdout)
