"""The answer for a brief: headings and tables of GitHub's Markdown, and what needs attention in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ycindic.domain.assessment import URGENCY, Assessment, Verdict
from ycindic.render.answers.blocks import Block, blocks, counted, names, title
from ycindic.render.answers.cells import NOTHING, cell, name
from ycindic.render.answers.columns import COLUMNS
from ycindic.render.answers.report import Report, Screen
from ycindic.render.answers.summary import count_items, headline
from ycindic.render.words import labels
from ycindic.render.words.looks import LOOKS, labelled
from ycindic.render.words.sentence import sentence
from ycindic.render.words.visible import one_line
from ycindic.render.words.wording import pick

_MARKS = re.compile(r"([\\`*_\[\]<>|~&$])")
_LATE = (Verdict.MISSED, Verdict.OFF_TRACK, Verdict.AT_RISK)


def status(report: Report, screen: Screen) -> str:
    """The page, ending with what needs attention."""
    lang = screen.lang
    lines = [
        f"# {_heading(title(report.plan, lang))}",
        "",
        f"{pick(labels.AS_OF, lang)} {report.as_of} · {escaped(headline(report, lang))}",
        "",
        f"**{' · '.join(count_items(report.rows, lang, ascii_only=False))}**",
    ]
    fold = not (screen.columns or screen.wide)
    for block in blocks(report, lang, fold=fold):
        lines += ["", f"## {_heading(block.heading)}", *_section(report, block, screen)]
    lines += _attention(report.rows, lang)
    return "\n".join(lines) + "\n"


def _section(report: Report, block: Block, screen: Screen) -> Iterator[str]:
    columns = _columns(report, screen)
    if block.rows:
        yield ""
        heads = [escaped(pick(COLUMNS[key].label, screen.lang)) for key in columns]
        yield from table(columns, heads, ([cell(key, row, screen.lang) for key in columns] for row in block.rows))
    for one, rows in block.folded:
        told = tuple(row for row in rows if row.part_of is None)
        if told:
            look = labelled(one, screen.lang)
            yield ""
            yield f"**{escaped(look)}**{counted(len(told), screen.lang)}{escaped(names(told, screen.lang))}"


def _columns(report: Report, screen: Screen) -> Sequence[str]:
    """The asked columns, all of the table, or those of a brief that say anything."""
    if screen.columns:
        return screen.columns
    asked = labels.SHOWN if screen.wide else labels.BRIEF
    return [key for key in asked if any(cell(key, row, screen.lang) != NOTHING for row in report.rows)]


def table(columns: Iterable[str], heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A table's lines; the heads are Markdown already, the cells are foreign text."""
    yield f"| {' | '.join(heads)} |"
    yield f"|{'|'.join(' :-- ' if key in labels.LEFT else ' --: ' for key in columns)}|"
    for row in rows:
        yield f"| {' | '.join(escaped(text) for text in row)} |"


def escaped(text: str) -> str:
    """Foreign text that stays text: on one line, every mark that could mean something there behind a backslash.

    What only means something where a line begins (`#`, `+`, `-`, `1.`) stays as it is: no foreign text begins one.
    """
    return _MARKS.sub(r"\\\1", one_line(text)).strip()


def _heading(text: str) -> str:
    return escaped(text).replace("#", "\\#")


def _attention(rows: Sequence[Assessment], lang: str) -> list[str]:
    late = [row for row in rows if row.verdict in _LATE and row.part_of is None]
    if not late:
        return []
    late.sort(key=lambda row: URGENCY.index(row.verdict))
    return ["", f"## {pick(labels.ATTENTION, lang)}", "", *(_item(row, lang) for row in late)]


def _item(row: Assessment, lang: str) -> str:
    told = sentence(row)
    word = pick(LOOKS[row.verdict].word, lang)
    zh, en = f"{word}。{told.zh}", f"{word}. {told.en}"
    return (
        f"- **{escaped(name(row, lang))}** {row.target.when}{pick(('：', ': '), lang)}{escaped(pick((zh, en), lang))}"
    )
