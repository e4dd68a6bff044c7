"""Who owes figures? By office, those first that headline targets wait for, and what no office is known of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ycindic.domain.agenda import Expected
from ycindic.domain.model import Measure
from ycindic.domain.overview import Office, Overview
from ycindic.render.answers.opening.naming import indicator_name
from ycindic.render.words.numbers import day_words, short_period
from ycindic.render.words.screen import Screen
from ycindic.render.words.styled import Line, Span, paragraph
from ycindic.render.words.visible import one_line, padded
from ycindic.render.words.wording import pick

OFFICES, OFFICE_LINES = 5, 5
"""So many offices are named, fewer where their names need more lines than that."""


def debts(seen: Overview, screen: Screen) -> Iterator[Line]:
    """Who owes figures: by office, those first that headline targets wait for."""
    lang, width_ = screen.lang, screen.width
    named = 0
    if seen.offices:
        owed = sum(len(one.owed) for one in seen.offices)
        releases = sum(len(what.releases) for one in seen.offices for what in one.owed)
        offices = len(seen.offices)
        yield []
        what, who = "indicator" if owed == 1 else "indicators", "office" if offices == 1 else "offices"
        newest = f"({releases} releases; of a running total the newest is enough)"
        head = (
            f"逾期未录：{offices}家单位的{owed}项指标（共{releases}期；累计数录最新一期即可）",
            f"Overdue: {owed} {what} from {offices} {who} {newest}",
        )
        yield from _bold(paragraph(pick(head, lang), width_))
        named, lines = 0, list[Line]()
        for office in seen.offices[:OFFICES]:
            told = paragraph(office_words(office, seen, lang), width_, first=2, indent=4)
            if named and len(lines) + len(told) > OFFICE_LINES:
                break
            named, lines = named + 1, [*lines, *told]
        yield from lines
    elif seen.unassigned:
        yield []
    yield from paragraph(_unnamed(seen, named, lang), width_, first=2, indent=4)


def _unnamed(seen: Overview, named: int, lang: str) -> str:
    """How many more offices owe figures, and how many indicators no office is known of."""
    rest, number = seen.offices[named:], len(seen.unassigned)
    told = []
    if rest:
        left = sum(len(one.owed) for one in rest)
        more = "office owes" if len(rest) == 1 else "offices owe"
        told.append(
            pick((f"另{len(rest)}家单位欠{left}项：ycindic due", f"{len(rest)} more {more} {left}: ycindic due"), lang)
        )
    if number:
        have = "has" if number == 1 else "have"
        told.append(
            pick(
                (
                    f"{number}项未登记发布单位和日期：ycindic due --unassigned",
                    f"{number} {have} no office and no date: ycindic due --unassigned",
                ),
                lang,
            )
        )
    return pick(("；", "; "), lang).join(told)


def _bold(lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        yield [Span(span.text, "bold") for span in line]


def office_words(office: Office, seen: Overview, lang: str) -> str:
    """An office in one line: what it owes, of which months, since when."""
    latest = office.latest
    publisher = office.publisher
    who = pick(("未登记单位", "no office registered") if publisher is None else (publisher.zh, publisher.en), lang)
    when, due = _through(latest, seen, lang), day_words(latest.due, lang, of_year=seen.period.end.year)
    names = [indicator_name(one.indicator, lang) for one in office.owed]
    if lang == "zh":
        shown, more = "、".join(names[:2]), f" 等{len(names)}项" if len(names) > 2 else ""
        return one_line(f"{padded(who, 22)}  {when}（{due}）  {shown}{more}")
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return one_line(f"{who}, {when} (due {due}): {names[0]}{more}")


def _through(one: Expected, seen: Overview, lang: str) -> str:
    """What a release covers: of what is told for the year so far from its beginning."""
    so_far = one.indicator.measure in (Measure.FLOW, Measure.GROWTH, Measure.EVENTS)
    return short_period(one.indicator.calendar.so_far(one.period.last) if so_far else one.period, seen.period, lang)
