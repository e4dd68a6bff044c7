"""How does a figure get in, and what do the signs mean?"""

from __future__ import annotations

from collections.abc import Iterator

from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.model import Measure
from ycindic.domain.overview import Overview, Standing
from ycindic.domain.period import Period
from ycindic.render.answers.opening.headlines import columns_with_room
from ycindic.render.answers.opening.naming import indicator_name
from ycindic.render.answers.report import Report
from ycindic.render.words import labels
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import short_period
from ycindic.render.words.screen import Screen
from ycindic.render.words.styled import Line, Span, paragraph
from ycindic.text import _


def foot(report: Report, seen: Overview, screen: Screen) -> Iterator[Line]:
    """How to put a figure in, and what the signs mean."""
    lang = screen.lang
    waiting = next((one for one in seen.headlines if one.verdict is Verdict.NO_DATA), None)
    if report.bundled:
        yield from paragraph(labels.OWN_FOLDER.in_language(lang), screen.width)
    elif waiting is not None:
        yield from paragraph(_first_figure(waiting, lang), screen.width)
    used = {one.verdict for one in (*seen.headlines, *seen.action)}
    signs = [f"{LOOKS[one].ascii if screen.ascii_only else LOOKS[one].symbol} {LOOKS[one].short.in_language(lang)}"
             for one in Verdict if one in used]  # fmt: skip
    bar = _("bar: # done | due; rate: o actual | goal").in_language(lang)
    met = _("met: kept / known years").in_language(lang)
    old = [_("* by old figures only").in_language(lang)] if seen.counts[Standing.STALE] else []
    shown = [bar, met] if "bar" in columns_with_room(screen.width, screen.lang) else []
    yield from ([Span(span.text, "dim") for span in line]
                for line in paragraph("  ".join([*signs, *old, *shown]), screen.width))  # fmt: skip


def _first_figure(one: Assessment, lang: str) -> str:
    """The command that puts in the figure that is waited for, its value left to its reader."""
    month = one.overdue[-1] if one.overdue else one.target.period.first
    so_far = one.indicator.measure in (Measure.FLOW, Measure.GROWTH)
    span = one.indicator.calendar.so_far(month) if so_far else Period(month, month)
    return _(
        'First figure: ycindic record "{name}" "{period}" VALUE   a table: ycindic import FILE',
        name=indicator_name(one.indicator, lang),
        period=short_period(span, None, lang).replace("–", "-"),
    ).in_language(lang)
