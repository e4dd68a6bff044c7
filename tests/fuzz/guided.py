"""Coverage-guided fuzzing of one door with atheris: `python tests/fuzz/guided.py DOOR SECONDS NEW-CORPUS`.

New inputs that reach new code go to the folder NEW-CORPUS; `.ci/long` merges the useful ones into the
kept corpus. An input that raises stays as `crash-…` in the current folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

with atheris.instrument_imports(include=["ycindic"]):
    from fuzz.doors import DOORS


def main() -> None:
    door, seconds, new = sys.argv[1:4]
    options = [
        f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=1500", "-max_len=20000", "-print_final_stats=1",
        "-verbosity=0",
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options, *sys.argv[4:], new, str(HERE / "corpus" / door)], DOORS[door])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
