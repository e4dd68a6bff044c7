"""How is long work shared between the cores, with its progress told and nothing lost when somebody stops it?"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from ycindic.text import _

if TYPE_CHECKING:
    from multiprocessing.pool import Pool

_Done = TypeVar("_Done")
_FEW = 2
"""Fewer pieces than this are not worth another process."""


class Shared(NamedTuple):
    """What came of the pieces that were finished, in their order, and how many there were to do."""

    results: tuple[Any, ...]
    pieces: int

    @property
    def stopped(self) -> bool:
        """Whether somebody stopped the work."""
        return len(self.results) < self.pieces


def shared(work: Callable[[int], _Done], names: Sequence[str]) -> Shared:
    """The work done for every piece by its number; where processes can be forked on all cores, else one by one.

    Ctrl-C ends the work: what was finished until then is kept. On a terminal a line tells how far it is.
    """
    found: dict[int, _Done] = {}
    try:
        for number, result in _done(work, len(names)):
            found[number] = result
            _tell(len(found), names[number], len(names))
    except KeyboardInterrupt:
        pass
    finally:
        _tell(0, "", 0)
    return Shared(tuple(found[number] for number in sorted(found)), len(names))


def _done(work: Callable[[int], _Done], pieces: int) -> Iterator[tuple[int, _Done]]:
    cores = min(os.cpu_count() or 1, pieces)
    if cores < _FEW or "fork" not in multiprocessing.get_all_start_methods():
        yield from ((number, work(number)) for number in range(pieces))
        return
    global _work  # noqa: PLW0603 - what a forked process does is handed down by being there
    _work = work
    with _helpers(cores) as pool:
        yield from pool.imap_unordered(_one, range(pieces))


_work: Callable[[int], Any]


def _one(number: int) -> tuple[int, Any]:
    return number, _work(number)


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
