"""The program as a process: `ycindic` and `python -m ycindic` begin and end here."""

import gc
import os
from typing import NoReturn


def program() -> NoReturn:
    """Run and end; a short life leaves tidying up to the system, which takes memory back all at once."""
    gc.disable()  # before the first import: collecting cycles costs a tenth of a run and frees nothing
    from ycindic.cli import flushed, main

    os._exit(flushed(main()))


if __name__ == "__main__":
    program()
