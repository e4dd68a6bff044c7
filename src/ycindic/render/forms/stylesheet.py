"""How does the page look? Light and dark by the reader's own choice, on a desk and a phone, always light on paper."""

from pathlib import Path
from string import Template

from ycindic.render.words.looks import ON_PAPER, TONES, URGENT

_INKS = {TONES[colour]: ink for colour, ink in URGENT.items()} | {"good": ON_PAPER["green"][0]}
_LIGHT = """color-scheme: light; --paper: #fff; --card: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d8dee4;
  --rest: #e3e8ed; --band: #dbe6f4; --none: #5f6872; --blue: #4a6fa5; """
_LIGHT += " ".join(f"--{tone}: {ink};" for tone, ink in _INKS.items())
_DARK = """color-scheme: dark; --paper: #0f1318; --card: #161c23; --ink: #e6e9ed; --soft: #9ea8b3; --line: #2d343d;
  --rest: #2a323b; --band: #243449; --good: #4cc262; --warn: #e0aa2e; --bad: #ff7b72; --none: #98a2ad;
  --blue: #8fb0dd;"""
STYLE = Template(Path(__file__).with_name("page.css").read_text(encoding="utf-8")).substitute(light=_LIGHT, dark=_DARK)
