"""Take the pictures of what other programs open: the page in a browser, workbook and brief through an office program.

Needs chromium, soffice and pdftoppm, and the extras `xlsx` and `brief`; nothing is drawn by hand.
"""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs/pictures"
sys.path.insert(0, str(ROOT / "tests"))
from render.browser import Tab, browser  # noqa: E402 - the browser of the tests

CHINA = ["--data", str(ROOT / "examples/china"), "--as-of", "2026-09-20"]
WIDTHS = {1300: 1000, 800: 1000, 360: 1000}
"""The windows: a desk, a tablet, a phone, each with its height."""
COLOURS = 256
DPI = 80


def ask(*words: str) -> None:
    """Let the program write a file."""
    subprocess.run([sys.executable, "-m", "ycindic", *words, *CHINA], check=True, capture_output=True)  # noqa: S603


def kept(name: str, image: Image.Image) -> None:
    """Write a picture with few colours; those that cover little count as well, else the red of a verdict is brown."""
    image.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE).save(PICTURES / f"{name}.png", optimize=True)


def page(tab: Tab, folder: Path, lang: str) -> None:
    """The page in three windows."""
    file = folder / f"page.{lang}.html"
    ask("status", "--format", "html", "--output", str(file), "--lang", lang)
    for width, height in WIDTHS.items():
        tab.open(file, width=width, height=height)
        kept(f"page-{width}.{lang}", Image.open(BytesIO(tab.picture())))


def paper(folder: Path, ending: str, name: str, lang: str, share: float) -> None:
    """The first sheet of paper of a file, or the upper part of it."""
    file = folder / f"{name}.{lang}.{ending}"
    ask("export", str(file), "--lang", lang)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for words in (
        ["soffice", "--headless", profile, "--convert-to", "pdf", file.name],
        ["pdftoppm", "-r", str(DPI), "-png", "-singlefile", file.with_suffix(".pdf").name, file.stem],
    ):
        subprocess.run(words, cwd=folder, check=True, capture_output=True)  # noqa: S603
    image = Image.open(folder / f"{file.stem}.png")
    kept(f"{name}.{lang}", image.crop((0, 0, image.width, int(image.height * share))))


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as scratch, browser() as opened:
        for tongue in ("en", "zh"):
            page(opened, Path(scratch), tongue)
            paper(Path(scratch), "xlsx", "workbook", tongue, 0.75)
            paper(Path(scratch), "docx", "brief", tongue, 1)
