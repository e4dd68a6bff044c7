"""The program as a process: `ycindic` and `python -m ycindic` begin and end here."""

import gc
import os
from typing import NoReturn

INTERRUPTED = 130
"""The exit code of Ctrl-C, at whatever moment it comes."""


def program() -> NoReturn:
    """Run and end; a short life leaves tidying up to the system, which takes memory back all at once."""
    gc.disable()  # before the first import: collecting cycles costs a tenth of a run and frees nothing
    try:
        from ycindic.cli import flushed, main

        code = flushed(main())
    except KeyboardInterrupt:
        code = INTERRUPTED
    os._exit(code)


if __name__ == "__main__":
    program()
