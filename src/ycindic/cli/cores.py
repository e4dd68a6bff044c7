"""How is long work shared between the cores, with its progress told and nothing lost when somebody stops it?"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from threading import Thread
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from ycindic.text import _

if TYPE_CHECKING:
    from multiprocessing.pool import Pool

_Done_co = TypeVar("_Done_co", covariant=True)
_FEW = 2
"""Fewer pieces than this are not worth another process."""


class Shared(NamedTuple, Generic[_Done_co]):
    """What came of the pieces that were finished, in their order, and how many there were to do."""

    results: tuple[_Done_co, ...]
    pieces: int

    @property
    def stopped(self) -> bool:
        """Whether somebody stopped the work."""
        return len(self.results) < self.pieces


def shared(work: Callable[[int], _Done_co], names: Sequence[str]) -> Shared[_Done_co]:
    """The work done for every piece by its number; where processes can be forked on all cores, else one by one.

    Ctrl-C ends the work: what was finished until then is kept. On a terminal a line tells how far it is.
    """
    found: dict[int, _Done_co] = {}
    try:
        for number, result in _done(work, len(names)):
            found[number] = result
            _tell(len(found), names[number], len(names))
    except KeyboardInterrupt:
        pass
    finally:
        _tell(0, "", 0)
    return Shared(tuple(found[number] for number in sorted(found)), len(names))


def _done(work: Callable[[int], _Done_co], pieces: int) -> Iterator[tuple[int, _Done_co]]:
    cores = min(os.cpu_count() or 1, pieces)
    if cores < _FEW or "fork" not in multiprocessing.get_all_start_methods():
        yield from ((number, work(number)) for number in range(pieces))
        return
    global _work  # noqa: PLW0603 - what a forked process does is handed down by being there
    _work = given = _Work(work)
    with _helpers(cores) as pool:
        yield from pool.imap_unordered(given, range(pieces))


class _Work(Generic[_Done_co]):
    """What is to be done with a piece; a forked process has it already, so that only its name is sent there."""

    def __init__(self, work: Callable[[int], _Done_co]) -> None:
        self._done = work

    def __call__(self, number: int) -> tuple[int, _Done_co]:
        """The piece and what came of it."""
        return number, self._done(number)

    def __reduce__(self) -> str:
        """The name by which the forked process finds it."""
        return "_work"


_work: _Work[object]


def _helpers(count: int) -> Pool:
    """Processes that are born deaf to Ctrl-C: the one that was asked hears it, and ends them."""
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return multiprocessing.get_context("fork").Pool(count, initializer=_helping)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)


def _helping() -> None:
    """A helper has nobody to talk to, for faults go back with the work, and ends as soon as the one that was asked."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _tell(done: int, name: str, pieces: int) -> None:
    if not sys.stderr.isatty():
        return
    text = _("{done} of {pieces}: {name}", done=done, pieces=pieces, name=name) if pieces else ""
    sys.stderr.write(f"\r\x1b[K{text}")
    sys.stderr.flush()
