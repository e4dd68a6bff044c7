"""What stands on the sheets of a workbook that people open: the report, what needs action, the figures?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ycindic.domain.assessment import Assessment
from ycindic.domain.overview import Overview, overview
from ycindic.domain.past import past_course
from ycindic.domain.period import Period
from ycindic.render.answers import cells
from ycindic.render.answers.blocks import title
from ycindic.render.answers.board import shelves
from ycindic.render.answers.leaf import Leaf, LeafCell, LeafHeads, Worded
from ycindic.render.answers.naming import indicator_name, row_name
from ycindic.render.answers.opening.debts import overdue_heading
from ycindic.render.answers.report import Report
from ycindic.render.answers.summary import apart_words, gone_words, running_words
from ycindic.render.answers.untold import untold_words
from ycindic.render.answers.whom import office_of
from ycindic.render.words import labels
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import short_period, typed
from ycindic.render.words.sentence import sentence
from ycindic.render.words.units import amount_of, powers, unit_of
from ycindic.render.words.visible import one_line, width
from ycindic.render.words.wording import BOUNDS
from ycindic.text import FullSentence, Text, _, _p

_REPORT: tuple[tuple[Text, int], ...] = (
    (_("Indicator"), 30),
    (_("Goal"), 16),
    (_p("of a workbook", "Actual"), 17),
    (_("Figure for"), 13),
    (_("Gap"), 14),
    (_("Rest needs"), 18),
    (_("Verdict"), 11),
    (_("Chance"), 10),
    (labels.OFFICE, 19),
    (_p("of a workbook", "Why"), 52),
)
_ACTION: tuple[tuple[Text, int], ...] = (
    (_("Indicator"), 30),
    (_("Verdict"), 15),
    (_p("of a workbook", "Why"), 88),
    (labels.OFFICE, 24),
)
_FIGURES: tuple[tuple[Text, int], ...] = (
    (_("Indicator"), 34),
    (_p("of a workbook", "Period"), 20),
    (_("Value"), 14),
    (_("Unit"), 12),
    (_("Published"), 18),
    (_("Source"), 84),
)
_OLD = "*"
_NAMES: tuple[Text, ...] = (_("Report"), labels.ACTION, _("Figures"))
"""What the sheets are called, in their order."""


def leaves(report: Report, lang: str) -> list[Leaf]:
    """The sheets for people, in one language."""
    colours = {f"{look.word.in_language(lang)}{star}": look.colour for look in LOOKS.values() for star in ("", _OLD)}
    report_, action, figures = (name.in_language(lang) for name in _NAMES)
    seen = overview(report.plan, report.rows, report.facts, report.as_of)
    whose = one_line(" · ".join((title(report.plan, lang), labels.as_of(report.as_of, lang))))
    gone = gone_words(report).in_language(lang)
    counts = (one.in_language(lang) for one in (running_words(seen), *apart_words(seen)))
    return [
        _leaf(report_, _REPORT, _report(report, seen, lang), lang, colours, 6)._replace(
            above=(f"{whose} · {gone}", *counts), below=tuple(_notes(report, seen, lang))
        ),
        _leaf(action, _ACTION, _action(seen, lang), lang, colours, 1)._replace(above=(whose,)),
        _leaf(figures, _FIGURES, _figures(report, lang), lang),
    ]


def _leaf(
    name: str,
    columns: tuple[tuple[Text, int], ...],
    rows: Iterator[Sequence[LeafCell]],
    lang: str,
    colours: Mapping[str, str] = {},
    coloured: int | None = None,
) -> Leaf:
    heads, rooms = zip(*((head.in_language(lang), room) for head, room in columns), strict=True)
    fitting = (row if isinstance(row, LeafHeads) else tuple(map(_fitting, row, rooms)) for row in rows)
    return Leaf(name, heads, rooms, tuple(fitting), coloured, colours)


def _fitting(cell: LeafCell, room: int) -> LeafCell:
    """A cell; a number that has no room with its words is told as a text, which wraps."""
    return cell.told if isinstance(cell, Worded) and width(cell.told) >= room else cell


def _report(report: Report, seen: Overview, lang: str) -> Iterator[list[LeafCell]]:
    """Every target in the order of the page; a row of one cell is a heading."""
    for shelf in shelves(report, seen):
        yield [shelf.heading.in_language(lang)]
        for row in shelf.rows:
            figures = row.figures
            period = cells.months_told(row)
            over = figures.gap is not None and figures.gap < 0
            yield [
                row_name(row, seen.period, lang),
                worded(cells.goal_cell(row, lang)),
                worded(cells.actual(row, lang)) or _known(row, report, lang),
                "" if period is None else short_period(period, None, lang),
                worded(cells.gap_cell(row, lang), below_zero=over),
                worded(cells.required_from(row, lang)),
                _verdict(row, lang),
                worded(cells.chance(row, lang)),
                _office(row, lang),
                _why(row, lang),
            ]


def _notes(report: Report, seen: Overview, lang: str) -> Iterator[str]:
    """Why of some headlines no chance is told."""
    untold = untold_words(report, seen.headlines)
    if untold is not None:
        yield one_line(FullSentence(untold).in_language(lang))


def _known(row: Assessment, report: Report, lang: str) -> str:
    """The last figure known where none is judged, which its period at its head tells apart."""
    last = past_course(row.indicator, report.facts, report.as_of).last
    if last is None:
        return ""
    value = f"{BOUNDS[last.bound].in_language(lang)}{amount_of(typed(last.value), row.indicator, lang)}"
    return _("{when}: {figure}", when=short_period(last.covered, None, lang), figure=value).in_language(lang)


_WORDED = re.compile(
    r"(?P<before>[^\d\"-]*)(?P<minus>-?)(?P<whole>\d[\d,]*)(?:\.(?P<part>\d+))?(?P<after>[^\d\"]*(?: [^\"]*)?)"
)


def worded(text: str, *, below_zero: bool = False) -> LeafCell:
    """A text around one number as a number that keeps its words; `below_zero` where they tell its sign."""
    found = _WORDED.fullmatch(text)
    if found is None:
        return text
    part, whole, minus = found["part"] or "", found["whole"], bool(found["minus"])
    value = Decimal(f"{whole.replace(',', '')}.{part}" if part else whole.replace(",", ""))
    return Worded(
        -value if minus or below_zero else value,
        found["before"],
        found["after"],
        len(part),
        grouped="," in whole,
        minus=minus,
    )


def _action(seen: Overview, lang: str) -> Iterator[Sequence[LeafCell]]:
    """What needs action; below it who owes which figure, and since when."""
    yield from ([*_named(one, seen.period, lang), _why(one, lang), _office(one, lang)] for one in seen.action)
    if seen.owed:
        yield from _owed(seen, lang)
    if seen.unassigned:
        yield [FullSentence(labels.no_office_of(len(seen.unassigned))).in_language(lang)]


def _owed(seen: Overview, lang: str) -> Iterator[Sequence[LeafCell]]:
    """A row a figure that is owed: of what, since when and by whom."""
    yield [overdue_heading(seen.owed).in_language(lang)]
    heads = (_("Indicator"), _p("of a workbook", "Owed for"), _("Due"), labels.OFFICE)
    yield LeafHeads(head.in_language(lang) for head in heads)
    for office in seen.offices:
        who = one_line((office.publisher or labels.NO_OFFICE).in_language(lang))
        for one in office.owed:
            for figure in one.needed:
                when = short_period(one.indicator.covered(figure.period), None, lang)
                yield [indicator_name(one.indicator, lang), when, figure.due, who]


def _named(one: Assessment, running: Period, lang: str) -> list[LeafCell]:
    return [row_name(one, running, lang), _verdict(one, lang)]


def _verdict(one: Assessment, lang: str) -> str:
    """Its word, with a star where only old figures tell it."""
    return f"{LOOKS[one.verdict].word.in_language(lang)}{_OLD if one.stale else ''}"


def _why(one: Assessment, lang: str) -> str:
    said = sentence(one)
    return one_line(said.in_language(lang))


def _office(one: Assessment, lang: str) -> str:
    office = office_of(one)
    return "" if office is None else one_line(office.in_language(lang))


def _figures(report: Report, lang: str) -> Iterator[list[LeafCell]]:
    """The figures behind the rows, by indicator as registered, the earliest first."""
    for key in dict.fromkeys(row.indicator.id for row in report.rows):
        indicator = report.plan.indicators[key]
        for one in report.facts.of(key).observations:
            name = one_line(indicator.name.in_language(lang))
            when, unit = short_period(one.covered, None, lang), unit_of(indicator, lang)
            power = 0 if lang == "zh" else powers(indicator.unit, indicator.unit_en)
            yield [name, when, one.value.scaleb(power), unit, one.published or "", one_line(one.source)]
