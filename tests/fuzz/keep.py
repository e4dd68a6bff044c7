"""Keep of many inputs the few that reach most: `python tests/fuzz/keep.py DOOR NEW-CORPUS`.

An input is kept where it is small and reaches lines of ycindic that no kept one reaches.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from types import FrameType
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from fuzz.doors import DOORS  # noqa: E402 - found by the line above

LARGEST = 4000
Line = tuple[str, int]


def lines_of(door: str, data: bytes) -> set[Line]:
    """The lines of our code that an input reaches."""
    reached: set[Line] = set()

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        if "/ycindic/" not in frame.f_code.co_filename:
            return None
        if event == "line":
            reached.add((frame.f_code.co_filename, frame.f_lineno))
        return trace

    sys.settrace(trace)
    try:
        DOORS[door](data)
    finally:
        sys.settrace(None)
    return reached


def main() -> None:
    door, folder = sys.argv[1], Path(sys.argv[2])
    corpus = HERE / "corpus" / door
    known: set[Line] = set()
    for path in sorted(corpus.iterdir()):
        known |= lines_of(door, path.read_bytes())
    new = sorted((path.read_bytes() for path in folder.iterdir()), key=lambda data: (len(data), data))
    kept = 0
    for data in new:
        if len(data) > LARGEST:
            continue
        reached = lines_of(door, data)
        if reached - known:
            known |= reached
            (corpus / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
            kept += 1
    sys.stdout.write(f"{door}: {kept} of {len(new)} new inputs reach new lines and are kept\n")


if __name__ == "__main__":
    main()
