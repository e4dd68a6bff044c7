"""The answer as a page: one file that opens offline, light and dark, on a screen and on A4 paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape

from ycindic.domain.assessment import Assessment
from ycindic.render.answers.blocks import Block, blocks, counted, name_of, names, title
from ycindic.render.answers.cells import NOTHING, actual_period, cell, verdict
from ycindic.render.answers.columns import COLUMNS
from ycindic.render.answers.path import way
from ycindic.render.answers.report import Report, Screen
from ycindic.render.answers.summary import headline, stale_items, tally, waiting
from ycindic.render.forms.stylesheet import STYLE
from ycindic.render.forms.svg import bullet, path
from ycindic.render.words import labels
from ycindic.render.words.looks import labelled
from ycindic.render.words.numbers import plain
from ycindic.render.words.sentence import sentence
from ycindic.render.words.visible import one_line
from ycindic.render.words.wording import COMMITMENTS, Pair, pick

NUMBERS = ("goal", "actual", "gap", "completion", "pace", "required")
"""The columns between a target's name and its pictures."""

BULLET: Pair = ("对照目标", "Against the goal")
PATH: Pair = ("走势", "Path")
LEGENDS: tuple[Pair, ...] = (
    (
        "条形：实际值；粗竖线：目标；细竖线：按进度此时应达到；浅色带：容许范围或目标区间",
        "Bar: actual; thick line: goal; thin tick: where it should be by now; pale band: tolerance or promised range",
    ),
    (
        "走势：实线为已公布，虚线为承诺，点线为其余时间所须，细线为对照指标",
        "Path: solid is published, dashed is promised, dotted is what the rest needs, thin is the benchmark",
    ),
)
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""The page may load nothing and run nothing, whatever stands in it."""


def status(report: Report, screen: Screen) -> str:
    """The whole page."""
    lang = screen.lang
    head = text(title(report.plan, lang))
    body = "\n".join([*_head(report, lang), *_sections(report, screen), *_foot(report, lang)])
    return (
        f'<!doctype html>\n<html lang="{"zh-Hans" if lang == "zh" else "en"}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{head} · {report.as_of}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def text(foreign: str) -> str:
    """Foreign text as text, on one line."""
    return escape(one_line(foreign))


def _apart(foreign: str) -> str:
    """Foreign text whose direction of writing must not touch its neighbours."""
    return f"<bdi>{text(foreign)}</bdi>"


def _head(report: Report, lang: str) -> Iterator[str]:
    yield f"<header><h1>{_apart(title(report.plan, lang))}</h1>"
    yield f"<p>{pick(labels.AS_OF, lang)} <b>{report.as_of}</b> · {text(headline(report, lang))}</p>"
    yield '<ul class="tiles">'
    for one, number in tally(report.rows).items():
        yield f'<li class="{one.value}"><b>{number}</b> {text(labelled(one, lang))}</li>'
    for item in stale_items(report.rows, lang):
        yield f'<li class="stale">{text(item)}</li>'
    yield "</ul></header>"


def _sections(report: Report, screen: Screen) -> Iterator[str]:
    """One table for all sections, so that its columns stand under each other."""
    columns, lang = _columns(report, screen), screen.lang
    across = len(columns) + 4
    yield '<div class="wide"><table>'
    found = blocks(report, lang, fold=not (screen.columns or screen.wide))
    if any(block.rows for block in found):
        yield f"<thead><tr>{_heads(columns, lang)}</tr></thead>"
    for block in found:
        yield f'<tbody class="section"><tr><th colspan="{across}"><h2>{_apart(block.heading)}</h2></th></tr></tbody>'
        for row in block.rows:
            yield from _row(report, row, columns, lang)
        yield from _folded(block, across, lang)
    yield "</table></div>"


def _heads(columns: Sequence[str], lang: str) -> str:
    heads = [
        f'<th scope="col"{_side(key)}>{text(pick(COLUMNS[key].label, lang))}</th>'
        for key in ("verdict", "name", *columns)
    ]
    return "".join([*heads, *(f'<th scope="col">{pick(one, lang)}</th>' for one in (BULLET, PATH))])


def _columns(report: Report, screen: Screen) -> list[str]:
    if screen.columns or screen.wide:
        return [key for key in screen.columns or labels.SHOWN if key not in ("verdict", "name")]
    return [key for key in NUMBERS if any(cell(key, row, screen.lang) != NOTHING for row in report.rows)]


def _side(key: str) -> str:
    return "" if key in labels.LEFT else ' class="number"'


def _row(report: Report, row: Assessment, columns: Sequence[str], lang: str) -> Iterator[str]:
    told = sentence(row)
    why = told.zh if lang == "zh" else told.en
    part = ' class="part"' if row.part_of else ""
    yield f'<tbody class="{row.verdict.value}" id="{text(row.target.id)}"><tr>'
    yield f'<td><span class="badge">{text(verdict(row, lang))}</span></td>'
    yield f'<th scope="row"{part}>{_apart(name_of(row, lang))}{_small(row, lang)}</th>'
    yield "".join(f"<td{_side(key)}>{_value(key, row, lang)}</td>" for key in columns)
    yield f'<td>{bullet(row, why)}</td><td rowspan="2">{path(way(row, report.facts), why)}</td></tr>'
    yield f'<tr class="why"><td></td><td colspan="{len(columns) + 2}">{_apart(why)}</td></tr></tbody>'


def _small(row: Assessment, lang: str) -> str:
    """The report's own words, and how firmly they were said."""
    firm = pick(COMMITMENTS[row.target.commitment], lang)
    parts = [_apart(row.target.wording)] if row.target.wording else []
    return f"<small>{' · '.join([*parts, text(firm)])}</small>"


def _value(key: str, row: Assessment, lang: str) -> str:
    """A cell; a number carries its exact value, an actual the months that it covers."""
    shown = text(cell(key, row, lang))
    number = getattr(row.figures, key, None)
    if isinstance(number, Decimal) and shown != NOTHING:
        shown = f'<data value="{plain(number)}">{shown}</data>'
    return f"{shown}<small>{text(actual_period(row, lang))}</small>" if key == "actual" else shown


def _folded(block: Block, across: int, lang: str) -> Iterator[str]:
    for one, rows in block.folded:
        told = tuple(row for row in rows if row.part_of is None)
        if told:
            badge = f'<span class="badge">{text(labelled(one, lang))}</span>{counted(len(told), lang)}'
            cells = f'<td colspan="{across}">{badge}{_apart(names(told, lang))}</td>'
            yield f'<tbody class="folded {one.value}"><tr>{cells}</tr></tbody>'


def _foot(report: Report, lang: str) -> Iterator[str]:
    lines = waiting(report, lang)[:1]
    if report.hidden:
        lines.append(f"{report.hidden} {pick(labels.HIDDEN, lang)}")
    lines += [pick(labels.GAP_SIGN, lang), *(pick(one, lang) for one in LEGENDS)]
    yield f"<footer>{''.join(f'<p>{text(line)}</p>' for line in lines)}</footer>"
