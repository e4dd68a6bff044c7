"""Take the pictures of the terminal that the READMEs show: what a command really prints, as SVG.

Each command runs in a process of its own with a terminal's colours; nothing is drawn by hand.
"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from html import escape, unescape
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from ycindic.render.words.visible import width as width_of

ROOT = Path(__file__).resolve().parent.parent
CHINA = ["--data", "examples/china", "--as-of", "2026-09-20"]
WIDTHS = (80, 100, 140)
PICTURES = {
    **{f"status-{room}.{lang}": (["status", *CHINA, "--lang", lang], room) for room in WIDTHS for lang in ("en", "zh")},
    **{f"show.{lang}": (["show", "gdp@2026", *CHINA, "--lang", lang], 100) for lang in ("en", "zh")},
    "calc": (["calc", "required", "5.5", "6", "--month", "6", "--weight", "0.46", "--lang", "en"], 80),
}
MOST_LINES = 40
FONT = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
"""The library's pictures fetch a font from the net; ours take what the reader has."""
TEXT = re.compile(r'<text([^>]*) x="([0-9.]+)"([^>]*) textLength="([0-9.]+)"([^>]*)>([^<]*)</text>')


def printed(arguments: list[str], width: int) -> str:
    """What a command writes to a terminal of a width."""
    reader, writer = pty.openpty()
    environment = os.environ | {"COLUMNS": str(width), "TERM": "xterm-256color", "PYTHONUTF8": "1"}
    environment.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "ycindic", *arguments]
    with subprocess.Popen(command, stdout=writer, stderr=subprocess.DEVNULL, env=environment, cwd=ROOT) as process:  # noqa: S603
        os.close(writer)
        found = b""
        while piece := _piece(reader):
            found += piece
        process.wait()
    os.close(reader)
    return found.decode("utf-8").replace("\r\n", "\n")


def _piece(reader: int) -> bytes:
    try:
        return os.read(reader, 1 << 16)
    except OSError:  # the other end of a terminal is gone
        return b""


def picture(name: str) -> str:
    """The SVG of a command and its answer, the lines beyond a page left out and said so."""
    arguments, width = PICTURES[name]
    lines = printed(arguments, width).rstrip("\n").split("\n")
    text = "\n".join(lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], "…"])
    console = Console(record=True, width=width, file=Path(os.devnull).open("w", encoding="utf-8"), legacy_windows=False)  # noqa: SIM115
    console.print(
        Text(f"$ {' '.join(['ycindic', *arguments])}\n", style="bold"), Text.from_ansi(text), sep="", soft_wrap=True
    )
    svg = console.export_svg(title="ycindic", theme=MONOKAI, unique_id=f"y-{name.replace('.', '-')}")
    return TEXT.sub(_by_cells, FONT.sub("", svg))


def _by_cells(found: re.Match[str]) -> str:
    """A text in runs of equally wide characters: the library counts characters where a terminal counts cells."""
    before, start, middle, length, after, escaped = found.groups()
    text = unescape(escaped)
    cell = float(length) / len(text)
    runs = re.findall(r"[\u2e80-\uffff]+|[^\u2e80-\uffff]+", text)
    at, parts = float(start), []
    for run in runs:
        wide = width_of(run) * cell
        shown = escape(run, quote=False).replace("\xa0", "&#160;")
        parts.append(f'<text{before} x="{at:.1f}"{middle} textLength="{wide:.1f}"{after}>{shown}</text>')
        at += wide
    return "".join(parts)


if __name__ == "__main__":
    folder = ROOT / "docs/pictures"
    folder.mkdir(exist_ok=True)
    for one in PICTURES:
        (folder / f"{one}.svg").write_text(picture(one), encoding="utf-8")
