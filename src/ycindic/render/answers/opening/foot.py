"""How does a figure get in, and what do the signs mean?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.model import Basis, Measure
from ycindic.domain.overview import Overview
from ycindic.domain.period import Period
from ycindic.render.answers.naming import indicator_name
from ycindic.render.answers.opening.head import abreast, is_judged
from ycindic.render.answers.report import Report
from ycindic.render.answers.rows import legend
from ycindic.render.words import labels
from ycindic.render.words.numbers import short_period, with_unit
from ycindic.render.words.screen import Screen
from ycindic.render.words.styled import Line, paragraph
from ycindic.render.words.units import headed
from ycindic.text import _
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
        yield from abreast(_ways_in(waiting, lang, first=not is_judged(seen)), screen, "   ")
    if rows := [*action, *seen.headlines]:
        yield from legend(rows, screen)


def _basis(one: Assessment) -> tuple[str, ...]:
    """What a figure of a mean must say that it covers: what the latest one did, of the indicator itself."""
    if one.indicator.measure is not Measure.MEAN:
        return ()
    own = [figure.basis for figure in one.used if figure.indicator == one.indicator.id]
    return "--basis", own[-1] if own else Basis.YTD


def _value(one: Assessment, lang: str) -> str:
    """The place of the value with the unit that stands at the head of the row: a bare number is read in the file's."""
    shown = headed(one.indicator, (one.target.goal,), lang)
    unit = shown.unit if lang == "zh" or not shown.unit_en else shown.unit_en
    return with_unit(_("VALUE").in_language(lang), unit, lang)


def _ways_in(one: Assessment, lang: str, *, first: bool) -> tuple[str, str]:
    """The commands that put in the figure that is waited for, its value left to its reader, and a whole table."""
    month = one.overdue[-1] if one.overdue else one.target.period.first
    span = one.indicator.covered(Period(month, month))
    name, period = indicator_name(one.indicator, lang), short_period(span, None, lang).replace("–", "-")
    command = proposed("record", name, period, _value(one, lang), *_basis(one))
    figure = _("First figure: {command}", command=command) if first else _("Next figure: {command}", command=command)
    table = _("a table: {command}", command=proposed("import", _("FILE")))
    return figure.in_language(lang), table.in_language(lang)
