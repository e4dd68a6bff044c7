"""Write what is made from the code: the references of registry and columns, the schemas beside the registries."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from ycindic.cli.commands import tree
from ycindic.cli.help import every_page
from ycindic.cli.language import speak
from ycindic.load.fields import TABLES, Field, Kind
from ycindic.load.json_schema import document
from ycindic.render.answers.columns import COLUMNS
from ycindic.render.answers.observations import COLUMNS as LONG
from ycindic.render.answers.opinions import COLUMNS as OPINIONS
from ycindic.render.answers.rules import table
from ycindic.render.forms.json import dump

ROOT = Path(__file__).resolve().parent.parent
HEADS = (("栏", "标题", "单位", "含义", "何时为空"), ("column", "heading", "unit", "meaning", "empty when"))
TITLES = {
    "top": "Top level",
    "source": "source",
    "settings": "settings",
    "indicator": "An indicator",
    "released": "released",
    "target": "A target",
    "milestone": "A milestone",
    "revision": "A revision of a goal",
    "condition": "A condition",
    "name": "A name",
    "section": "A section",
    "phrase": "A phrase of names",
}


def pages() -> dict[Path, str]:
    """Every generated file with its text."""
    schemas = {ROOT / folder / "targets.schema.json": dump(document()) for folder in ("data", "examples/china")}
    return {
        ROOT / "docs/registry.md": registry_page(),
        ROOT / "docs/promises.md": promises_page(),
        ROOT / "docs/columns.md": columns_page(),
        ROOT / "docs/scan.md": scan_page(),
        **cli_pages(),
        **{ROOT / name: readme(ROOT / name) for name in ("README.md", "README.zh.md")},
        **schemas,
    }


def registry_page() -> str:
    """The reference of targets.yaml, from the field table."""
    lines = [
        "# targets.yaml",
        "",
        "Made from `load/fields.py` by `python docs/generate.py`. Unknown and repeated keys, anchors, tags and tabs",
        "are errors; values are taken as typed: `no` is a word, `010` is no number, `%` alone needs quotes.",
    ]
    for name, fields in TABLES.items():
        lines += ["", f"## {TITLES[name]}", "", "| key | value | meaning | 说明 |", "|---|---|---|---|"]
        lines += [_row(field) for field in fields.values()]
    return "\n".join(lines) + "\n"


ON_ONE_LINE = {"default_flow_style": True, "allow_unicode": True, "width": 1000, "sort_keys": False}


def promises_page() -> str:
    """How every kind of promise is written: the examples that the tests write, validate, judge and show."""
    told = yaml.safe_load((ROOT / "tests/cli/every_promise.yaml").read_text(encoding="utf-8"))
    lines = [
        "# How is it written? 各类承诺的写法",
        "",
        "Made from `tests/cli/every_promise.yaml` by `python docs/generate.py`; a test writes each of them, judges it",
        "at three dates and reads what `show` says. The rules stand in [rules.md](rules.md), all keys in",
        "[registry.md](registry.md). 数字均为虚构。",
        "",
        "| promise 承诺 | measure, unit 类型、单位 | target 写法 |",
        "|---|---|---|",
    ]
    for one in told:
        indicator = next(iter(one["indicators"].values()))
        keys = yaml.safe_dump(indicator["targets"][0], **ON_ONE_LINE).strip()
        lines.append(f"| {one['promise']} | {indicator['measure']}, {indicator['unit']} | `{keys}` |")
    return "\n".join(lines) + "\n"


RULES_BEGIN, RULES_END = "<!-- rules -->\n", "<!-- end of rules -->"


def scan_page() -> str:
    """The page of the scan, its table of rules as the code has it now."""
    text = (ROOT / "docs/scan.md").read_text(encoding="utf-8")
    before, _, rest = text.partition(RULES_BEGIN)
    _, _, after = rest.partition(RULES_END)
    return f"{before}{RULES_BEGIN}{table()}\n{RULES_END}{after}"


def cli_pages() -> dict[Path, str]:
    """The help of every command, in both languages."""
    intro = {
        "en": "# Commands\n\nMade from the program's own help by `python docs/generate.py`. [中文](cli.zh.md)\n",
        "zh": "# 命令\n\n由程序自身的帮助生成：`python docs/generate.py`。[English](cli.md)\n",
    }
    files = {"en": ROOT / "docs/cli.md", "zh": ROOT / "docs/cli.zh.md"}
    return {files[lang]: intro[lang] + "".join(_blocks(helps(lang))) for lang in intro}


ANSWERED = re.compile(r"(```sh\n\.venv/bin/(ycindic [^\n]*)\n```\n\n```text\n).*?(?=```)", re.DOTALL)
"""A command in a README and what it answers."""


def readme(path: Path) -> str:
    """A README with the answers that its commands give now, on a screen of 100 columns."""
    return ANSWERED.sub(lambda found: found[1] + answered(found[2]), path.read_text(encoding="utf-8"))


def answered(command: str) -> str:
    """What a command line prints."""
    _, *arguments = shlex.split(command)
    environment = os.environ | {"COLUMNS": "100", "YCINDIC_LANG": "en"}
    program = [sys.executable, "-m", "ycindic", *arguments]
    done = subprocess.run(program, check=True, capture_output=True, env=environment, cwd=ROOT)  # noqa: S603
    return done.stdout.decode("utf-8")


def helps(lang: str) -> dict[str, str]:
    """The help of every command by its path."""
    speak(["--lang", lang])
    os.environ["COLUMNS"] = "80"
    return every_page(tree())


def _blocks(pages: dict[str, str]) -> Iterator[str]:
    for path, text in pages.items():
        yield f"\n## {f'ycindic {path}'.strip()}\n\n```text\n{text}```\n"


def columns_page() -> str:
    """What every column of an answer means, from the table of columns."""
    lines = [
        "# The columns of an answer",
        "",
        "Made from `render/answers/columns.py` by `python docs/generate.py`. The same names stand in CSV, JSON,",
        "workbooks and `--columns`; they never change, new ones come last. In CSV and workbooks a bilingual column is",
        "two, with `_zh` and `_en` behind its name; JSON holds `{zh, en}`. Empty is no answer, never 0;",
        "`reasons` says why.",
    ]
    for lang, heads in enumerate(HEADS):
        lines += ["", f"## {('中文', 'English')[lang]}", "", f"| {' | '.join(heads)} |", "|---|---|---|---|---|"]
        for name, column in COLUMNS.items():
            told = (column.label, column.unit, column.meaning, column.empty)
            lines.append(f"| `{name}` | {' | '.join(pair[lang] for pair in told)} |")
    opinions = ", ".join(f"`{name}`" for name in OPINIONS)
    lines += ["", "## --opinions", "", f"Behind all others: {opinions}."]
    lines += ["", "## export --long", "", f"The columns of the actuals: {', '.join(f'`{name}`' for name in LONG)}."]
    return "\n".join(lines) + "\n"


def _row(field: Field) -> str:
    key = f"**{field.key}**" if field.required else field.key
    value = ", ".join(field.choices) if field.kind is Kind.CHOICE else field.kind.value
    if field.low is None and field.high is not None:
        value += f" to {field.high}"
    if field.low is not None:
        value += f" {field.low}–{field.high}" if field.high != field.low else f" {field.low}"
    return f"| {key} | {value} | {field.en} | {field.zh} |"


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
