"""Write what is made from the code: the references of registry and columns, the schemas beside the registries."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

from ycindic.cli.commands import tree
from ycindic.cli.help import every_page
from ycindic.cli.language import speak
from ycindic.domain import formulas
from ycindic.domain.judge import assess
from ycindic.load.fields import TABLES, Field, Sort
from ycindic.load.find import find
from ycindic.load.json_schema import schema_document
from ycindic.load.workspace import load
from ycindic.render.answers.columns import STATUS_COLUMNS
from ycindic.render.answers.observations import OBSERVATION_COLUMNS as LONG
from ycindic.render.answers.opinions import OPINION_COLUMNS as OPINIONS
from ycindic.render.answers.rules import table
from ycindic.render.forms.json import dump

ROOT = Path(__file__).resolve().parent.parent
HEADS = {
    "zh": ("中文", "栏", "标题", "单位", "含义", "何时为空"),
    "en": ("English", "column", "heading", "unit", "meaning", "empty when"),
}
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
    schemas = {ROOT / folder / "targets.schema.json": dump(schema_document()) for folder in ("data", "examples/china")}
    return {
        ROOT / "docs/registry.md": registry_page(),
        ROOT / "docs/promises.md": promises_page(),
        ROOT / "docs/columns.md": columns_page(),
        ROOT / "docs/scan.md": scan_page(),
        ROOT / "docs/rules.md": rules_page(),
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


EXAMPLES = """
schema: 1
title: {zh: 例, en: Examples}
indicators:
  sum:
    {name: {zh: sum, en: sum}, unit: km, measure: flow, better: higher,
     targets: [{period: 2026, relation: at_least, goal: 8}]}
  rate:
    {name: {zh: rate, en: rate}, unit: "%", measure: growth, better: higher, levels: sum,
     targets: [{period: 2026, relation: between, goal: [5, 6]}]}
  mean:
    {name: {zh: mean, en: mean}, unit: "%", measure: mean, better: lower,
     targets: [{period: 2026, relation: at_most, goal: 2}]}
  level:
    {name: {zh: level, en: level}, unit: km, measure: stock, better: higher,
     targets: [{period: 2026-2030, relation: at_least, goal: 8}]}
  years:
    {name: {zh: years, en: years}, unit: "%", measure: growth, better: higher,
     targets: [{period: 2026-2030, relation: at_least, goal: 7, average: true}]}
  step:
    {name: {zh: step, en: step}, unit: "%", measure: growth, better: higher,
     targets: [{period: 2026, relation: in_step, reference: rate}]}
  narrowing:
    {name: {zh: narrowing, en: narrowing}, unit: km, measure: stock, better: higher,
     targets: [{period: 2026, relation: narrowing, reference: level}]}
  rising:
    {name: {zh: rising, en: rising}, unit: km, measure: stock, better: higher,
     targets: [{period: 2026, relation: rising}]}
"""
"""A promise of each kind, invented: what is told of it is the table of the numbers."""

FIGURES = """indicator,period,value,basis
sum,2025-06,3,ytd
sum,2025,7,ytd
sum,2026-06,4,ytd
rate,2025-06,5,ytd
rate,2026-06,5,ytd
mean,2026-06,1,ytd
mean,2026-07,1,alone
level,2025,2,point
level,2026,3,point
level,2027,4,point
years,2026,7,ytd
years,2027,7,ytd
step,2026-06,5,ytd
narrowing,2025,1,point
narrowing,2026,2,point
rising,2025,1,point
rising,2026-06,2,point
"""
KINDS = {
    "numbers": {
        "sum": "sums",
        "rate": "rates of growth",
        "mean": "means",
        "level": "levels",
        "years": "rates of years",
    },
    "compared": {"step": "in step, above", "narrowing": "narrowing", "rising": "rising, falling"},
}


def rules_page() -> str:
    """The page of the rules, its tables of formulas as the code has them now."""
    text = (ROOT / "docs/rules.md").read_text(encoding="utf-8")
    for name, table_ in formula_tables().items():
        before, rest = text.split(f"<!-- {name} -->\n")
        _, after = rest.split(f"<!-- end of {name} -->")
        text = f"{before}<!-- {name} -->\n{table_}<!-- end of {name} -->{after}"
    return text


def formula_tables() -> dict[str, str]:
    """The formulas of every kind of promise, as the steps of the examples have them."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "actuals").mkdir()
        (Path(folder) / "targets.yaml").write_text(EXAMPLES, encoding="utf-8")
        (Path(folder) / "actuals/invented.csv").write_text(FIGURES, encoding="utf-8")
        known = load(find(folder), date(2028, 3, 1))
        rows = [assess(known.plan, one, known.facts, date(2028, 3, 1)) for one in known.plan.targets]
    steps = {row.indicator.id: {step.field: step.formula.symbolic for step in row.steps} for row in rows}
    found = {name: _formula_table(kinds, steps) for name, kinds in KINDS.items()}
    glance = [f"| {what} | {' · '.join(one.symbolic for one in used)} | {of} |" for what, used, of in GLANCE]
    return found | {"glance": "\n".join(["| what | formula | of |", "|---|---|---|", *glance]) + "\n"}


def _formula_table(kinds: dict[str, str], steps: dict[str, dict[str, str]]) -> str:
    heads = ["what", *kinds.values()]
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for name, column in STATUS_COLUMNS.items():
        cells = [steps[kind].get(name, "") for kind in kinds]
        if any(cells):
            head = f"{column.label.in_language('en')} `{name}`"
            lines.append(f"| {head} | {' | '.join(cell.replace('|', '∣') for cell in cells)} |")
    return "\n".join(lines) + "\n"


GLANCE = (
    (
        "the latest months alone",
        [formulas.RATE_ALONE],
        "two year-to-date rates of one year, ± h·(w + w₀) ÷ (w − w₀) from rounding (h: half a digit)",
    ),
    ("growth from amounts", [formulas.GROWTH, formulas.GROWTH_ALONE], "sums, so far and the latest release; `levels`"),
    ("growth from levels", [formulas.GROWTH_OF_LEVEL], "levels"),
    (
        "翘尾 of month m, 新涨价",
        [formulas.CARRIED_OVER, formulas.NEW_RISE],
        "prices whose `index` names a monthly index (a level, or 环比)",
    ),
    (
        "拉动, 贡献率",
        [formulas.PULL_OF_RATE, formulas.PULL_OF_SUM, formulas.CONTRIBUTION],
        "`parts_of_sum`, weighed by the same months of last year",
    ),
    (
        "if … then (`calc path`)",
        [formulas.WITH_RATE, formulas.WITH_MEAN, formulas.WITH_SUM],
        "rates, means, sums; typed or from the workspace; then the rest as above",
    ),
)
"""What is computed besides and decides nothing."""


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
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "80"
    try:
        return every_page(tree())
    finally:
        del os.environ["COLUMNS"]
        if before is not None:
            os.environ["COLUMNS"] = before


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
    for lang, (title, *heads) in HEADS.items():
        lines += ["", f"## {title}", "", f"| {' | '.join(heads)} |", "|---|---|---|---|---|"]
        for name, column in STATUS_COLUMNS.items():
            told = (column.label, column.unit, column.meaning, column.empty)
            lines.append(f"| `{name}` | {' | '.join(text.in_language(lang) for text in told)} |")
    opinions = ", ".join(f"`{name}`" for name in OPINIONS)
    lines += ["", "## --opinions", "", f"Behind all others: {opinions}."]
    lines += ["", "## export --long", "", f"The columns of the actuals: {', '.join(f'`{name}`' for name in LONG)}."]
    return "\n".join(lines) + "\n"


def _row(field: Field) -> str:
    key = f"**{field.key}**" if field.required else field.key
    value = ", ".join(field.choices) if field.kind is Sort.CHOICE else field.kind.value
    if field.low is None and field.high is not None:
        value += f" to {field.high}"
    if field.low is not None:
        value += f" {field.low}–{field.high}" if field.high != field.low else f" {field.low}"
    return f"| {key} | {value} | {' | '.join(field.means.in_language(lang) for lang in ('en', 'zh'))} |"


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
