"""What of the rest fits in a line each: the other sections, longer periods, what is over?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ycindic.domain.assessment import NEED_ACTION, Assessment, Verdict
from ycindic.domain.overview import FoldedAnswers, Overview
from ycindic.domain.period import Period
from ycindic.render.answers.blocks import section_title
from ycindic.render.answers.naming import group_of_years, indicator_name, mark
from ycindic.render.answers.opening.head import is_judged
from ycindic.render.answers.report import Report
from ycindic.render.words import labels
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import short_period
from ycindic.render.words.screen import Screen
from ycindic.render.words.styled import Line, Span, packed, paragraph
from ycindic.render.words.visible import one_line, padded, width, wrapped
from ycindic.text import Joined, Verbatim, _, _n, _p


def folds(report: Report, seen: Overview, screen: Screen) -> Iterator[Line]:
    """The other sections, a line each, then what runs longer, what comes, and what is over."""
    lang = screen.lang
    lines: list[tuple[str, FoldedAnswers]] = [
        (section_title(report.plan, str(one.key), lang), one) for one in seen.sections
    ]
    lines += [(short_period(one.key, None, lang), one) for one in seen.spans if isinstance(one.key, Period)]
    for group, rows in ((labels.LATER_YEARS, seen.coming), (labels.PAST_YEARS, seen.past)):
        if rows:
            lines.append((group_of_years(group, rows).in_language(lang), FoldedAnswers("", rows)))
    if not lines:
        return
    yield []
    head = _("Other sections (--all unfolds)")
    yield [Span(head.in_language(lang), "bold")]
    told = {row.target.id for row in seen.action}
    well = [one for one in lines if not any(map(_is_wrong, one[1].rows))] if is_judged(seen) else []
    others = [one for one in lines if one not in well]
    room = min(max((width(name) for name, _ in others), default=0), screen.width // 2 - 4)
    for name, fold in others:
        names = [] if fold.rows is seen.past else _names(fold.rows, told, screen)
        between = _BETWEEN.in_language(lang)
        items = [*_signed(_counted(fold.rows, lang).split(between), between), *names]
        yield from _beside(name, items, room, screen.width)
    if well:
        yield from _together(well, screen)


_BETWEEN = _p("between short counts", ", ")


def _together(well: Sequence[tuple[str, FoldedAnswers]], screen: Screen) -> Iterator[Line]:
    """Those with nothing known to be wrong, in one line."""
    names = Joined(_p("names in one line", "; "), [Verbatim(name) for name, _ in well])
    rows = [row for _, fold in well for row in fold.rows]
    said = _n(
        "nothing known to be wrong in {count} section with {counted}: {names}",
        "nothing known to be wrong in {count} sections with {counted}: {names}",
        len(well),
        counted=_counted(rows, screen.lang),
        names=names,
    )
    yield from paragraph(one_line(said.in_language(screen.lang)), screen.width, first=2, indent=4)


def _signed(items: Sequence[str], between: str) -> list[str]:
    """Items that no line tears, each but the last with the sign behind it."""
    return [*(f"{one}{between.rstrip()}" for one in items[:-1]), *items[-1:]]


def _beside(name: str, items: Sequence[str], room: int, width_: int) -> Iterator[Line]:
    """A name and beside it what is told of it, in a column of its own, no item torn that fits there."""
    names, texts = wrapped(name, room), [span.text for [span] in packed(items, width_ - room - 4, " ")]
    for number in range(max(len(names), len(texts))):
        left = names[number] if number < len(names) else ""
        yield [Span(f"  {padded(left, room)}  {texts[number] if number < len(texts) else ''}")]


def _is_wrong(row: Assessment) -> bool:
    return row.stale or row.verdict in NEED_ACTION


def _counted(rows: Sequence[Assessment], lang: str) -> str:
    """How many there are, and how they stand."""
    counts = [(one, sum(row.verdict is one for row in rows)) for one in Verdict]
    told = [_("{word} {number}", word=LOOKS[one].word, number=number) for one, number in counts if number]
    counted = Joined(_BETWEEN, told)
    return _("{count}: {told}", count=len(rows), told=counted).in_language(lang)


def _names(rows: Sequence[Assessment], told: Collection[str], screen: Screen) -> list[str]:
    """What is not in order and not among those that need action, whose names stand there."""
    bad = [row for row in rows if _is_wrong(row) and row.target.id not in told]
    names = [
        f"{mark(row, screen)}{'*' if row.stale else ''} {indicator_name(row.indicator, screen.lang)}" for row in bad
    ]
    between = _p("folds", "; ").in_language(screen.lang)
    return _signed(names, between)
