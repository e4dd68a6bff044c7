"""Who owes figures? By office, those first that headline targets wait for, and what no office is known of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ycindic.domain.model import Bilingual
from ycindic.domain.overview import Debtor, Overview, Owed, figures_owed
from ycindic.render.answers.naming import indicator_name
from ycindic.render.words import labels
from ycindic.render.words.numbers import short_period
from ycindic.render.words.screen import Screen
from ycindic.render.words.styled import Line, Span, packed, paragraph
from ycindic.render.words.visible import one_line, padded, width
from ycindic.text import Joined, Text, Verbatim, _, _n, _np, _p, day_words, told_day
from ycindic.text.proposed import proposed

_OFFICES, _OFFICE_LINES, _NAME_LINES = 5, 5, 2
"""So many offices are named, fewer where that needs more lines; and the lines of names alone."""


def debts(seen: Overview, screen: Screen) -> Iterator[Line]:
    """Who owes figures: by office, those first that headline targets wait for."""
    lang, width_ = screen.lang, screen.width
    rest: Sequence[Debtor] = ()
    if seen.offices:
        yield []
        heading, short = (one.in_language(lang) for one in (overdue_heading(seen.owed), _overdue(seen.owed)))
        yield from _bold(paragraph(heading if width(heading) <= width_ else short, width_))
        rest, lines = (_offices_named if seen.action else _offices_told)(seen, screen)
        yield from lines
    elif seen.unassigned:
        yield []
    below = 2 if seen.offices else 0
    yield from packed(_unnamed(seen, rest, lang), width_, _("; ").in_language(lang), indent=below)


def overdue_heading(owed: Sequence[Owed]) -> Text:
    """How many figures are owed of what is promised, the same words and number above the list in every form."""
    if not owed:
        return labels.OVERDUE
    return _("{overdue} (of a running total the newest alone)", overdue=_overdue(owed))


def _overdue(owed: Sequence[Owed]) -> Text:
    return _("Overdue: {owed}", owed=_owed_words(owed))


def _owed_words(owed: Sequence[Owed]) -> Text:
    """How many figures of how many indicators are owed, and by how many offices where any is registered."""
    many = len({one.indicator.publisher for one in owed} - {None})
    figures = _np("owed", "{count} figure", "{count} figures", figures_owed(owed))
    indicators = _np("owed", "{count} indicator", "{count} indicators", len(owed))
    if not many:
        return _("{figures} of {indicators}", figures=figures, indicators=indicators)
    offices = _np("owing", "{count} office", "{count} offices", many)
    return _("{figures} of {indicators} from {offices}", figures=figures, indicators=indicators, offices=offices)


def _offices_told(seen: Overview, screen: Screen) -> tuple[Sequence[Debtor], list[Line]]:
    """The first offices with what they owe, a line or more each, and those that found no room."""
    named, lines = 0, list[Line]()
    offices = _each_once(seen)
    for office in offices[:_OFFICES]:
        told = paragraph(office_words(office, seen, screen.lang), screen.width, first=2, indent=4)
        if named and len(lines) + len(told) > _OFFICE_LINES:
            break
        named, lines = named + 1, [*lines, *told]
    return offices[named:], lines


def _each_once(seen: Overview) -> list[Debtor]:
    """Every office with all that it owes, of whatever period."""
    owed: dict[Bilingual | None, tuple[Owed, ...]] = {}
    for one in seen.offices:
        owed[one.publisher] = (*owed.get(one.publisher, ()), *one.owed)
    return [Debtor(*one) for one in owed.items()]


def _offices_named(seen: Overview, screen: Screen) -> tuple[Sequence[Debtor], list[Line]]:
    """Below what needs action each name alone, once, and since when it owes how much; those that found no room."""
    offices = _each_once(seen)
    named, lines = 0, list[Line]()
    for many in range(1, len(offices) + 1):
        told = [_name_of(one, seen) for one in offices[:many]]
        said = Joined(_p("names in one line", "; "), told).in_language(screen.lang)
        longer = paragraph(one_line(said), screen.width, first=2, indent=2)
        if named and len(longer) > _NAME_LINES:
            break
        named, lines = many, longer
    return offices[named:], lines


def _name_of(office: Debtor, seen: Overview) -> Text:
    who = office.publisher or labels.NO_OFFICE
    since = told_day(office.since, seen.period.end.year)
    if office.figures == 1:
        return _("{who} (1 since {day})", who=who, day=since)
    return _("{who} ({figures}, the first since {day})", who=who, figures=office.figures, day=since)


def _unnamed(seen: Overview, rest: Sequence[Debtor], lang: str) -> Iterator[str]:
    """How many more figures are owed, and how many indicators no office is known of."""
    if rest:
        left = sum(one.figures for one in rest)
        yield _("{left} more: {command}", left=left, command=proposed("due")).in_language(lang)
    if seen.unassigned:
        nobody, command = labels.no_office_of(len(seen.unassigned)), proposed("due", "--unassigned")
        yield _("{said}: {command}", said=nobody, command=command).in_language(lang)


def _bold(lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        yield [Span(span.text, "bold") for span in line]


def office_words(office: Debtor, seen: Overview, lang: str, *, every: bool = False) -> str:
    """An office in one line: what it owes, up to which months, since when; `every` name of it or the first."""
    who = (office.publisher or labels.NO_OFFICE).in_language(lang)
    when, since = (
        short_period(office.covered, seen.period, lang),
        day_words(office.since, lang, of_year=seen.period.end.year),
    )
    names = [indicator_name(one.indicator, lang) for one in office.owed]
    listed = Joined(_p("names in one line", "; "), [Verbatim(one) for one in names]) if every else _named(names)
    late = _n(
        "owes {count} figure since {day}", "owes {count} figures, the first since {day}", office.figures, day=since
    )
    if office.empty_year is not None:
        late = _("{late}, none of {year} came", late=late, year=office.empty_year)
    said = _("{who}, {when} ({late}): {names}", who=who, wide=padded(who, 22), when=when, late=late, names=listed)
    return one_line(said.in_language(lang))


def _named(names: Sequence[str]) -> Text:
    """The first of them, and how many there are besides; a language may name the second, too."""
    if len(names) == 1:
        return Verbatim(names[0])
    if len(names) == 2:
        return _("{first} and {left} more", first=names[0], second=names[1], left=1)
    return _p(
        "of three or more",
        "{first} and {left} more",
        first=names[0],
        second=names[1],
        left=len(names) - 1,
        total=len(names),
    )
