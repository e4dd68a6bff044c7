"""How does a figure get in, and what do the signs mean?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.overview import Overview
from ycindic.render.answers.opening.head import abreast, is_judged
from ycindic.render.answers.report import Report
from ycindic.render.answers.rows import legend
from ycindic.render.answers.ways_in import ways_in
from ycindic.render.words import labels
from ycindic.render.words.screen import Screen
from ycindic.render.words.styled import Line, paragraph
from ycindic.text import _p
from ycindic.text.catalogue import languages
from ycindic.text.proposed import proposed


def foot(report: Report, seen: Overview, action: Iterable[Assessment], screen: Screen) -> Iterator[Line]:
    """How to put a figure in, and what the signs mean."""
    lang = screen.lang
    unfolded = [row for fold in (*seen.sections, *seen.spans) for row in fold.rows]
    empty = [one for one in seen.headlines if one.verdict is Verdict.NO_DATA]
    waiting = next((one for one in (*empty, *seen.headlines, *unfolded) if one in empty or one.overdue), None)
    if report.bundled:
        yield from paragraph(labels.own_folder(report.folder, lang), screen.width)
    elif waiting is not None:
        yield from abreast(ways_in(waiting, report.as_of, lang, first=not is_judged(seen)), screen, "   ")
    if rows := [*action, *seen.headlines]:
        yield from legend(rows, screen)
    if not screen.lang_chosen:
        yield from chain.from_iterable(_in_another(one, screen) for one in languages() if one != lang)


def _in_another(language: str, screen: Screen) -> Iterator[Line]:
    """In another language how to read this in it; the command alone where its letters cannot be shown."""
    command = proposed("--lang", language)
    said = command if screen.ascii_only else _p("in your language", "In English: {command}", command=command)
    yield from paragraph(said.in_language(language), screen.width)
