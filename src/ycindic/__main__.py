"""The program as a process: `ycindic` and `python -m ycindic` begin and end here."""

import os
import signal

_INTERRUPTED = 130
"""The exit code of Ctrl-C, at whatever moment it comes."""


def _interrupted(*_: object) -> None:
    os._exit(_INTERRUPTED)


_LISTENING = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # not where a parent turned it off
if _LISTENING:
    signal.signal(signal.SIGINT, _interrupted)  # before anything else is loaded: nothing is to be told or mended yet

import gc  # noqa: E402 - see above
from typing import NoReturn  # noqa: E402 - see above


def program() -> NoReturn:
    """Run and end; a short life leaves tidying up to the system, which takes memory back all at once."""
    gc.disable()  # before the first import: collecting cycles costs a tenth of a run and frees nothing
    try:
        from ycindic.cli import flushed, main

        if _LISTENING:
            signal.signal(signal.SIGINT, signal.default_int_handler)  # from here on there may be something to mend
        code = flushed(main())
    except KeyboardInterrupt:
        code = _INTERRUPTED
    os._exit(code)


if __name__ == "__main__":
    program()
