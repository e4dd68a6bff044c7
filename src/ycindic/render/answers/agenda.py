"""Which figures are late, and which come next? The calendar of figures as a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ycindic.domain.agenda import Expected, needed_of, weeks_of
from ycindic.domain.model import Indicator, IndicatorId, Plan
from ycindic.domain.overview import Owed
from ycindic.domain.period import Period
from ycindic.domain.problem import Problem
from ycindic.render.answers.faults import fault_values
from ycindic.render.answers.opening.debts import overdue_heading
from ycindic.render.answers.sheet import SCHEMA, Column, Document, Group, Note, Page, Sheet, Value, in_both
from ycindic.render.words import labels
from ycindic.render.words.numbers import short_period
from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import one_line
from ycindic.text import _, _n, _p, day_words


class _Due(NamedTuple):
    """A release, or for people the first needed one of an indicator, with the newest and their number."""

    release: Expected
    newest: Period | None = None
    many: int = 1


class Agenda(NamedTuple):
    """The answer of `due`: the releases up to a day, and the indicators that have no calendar.

    `owed` are the late ones that the first look counts: of what is promised itself in what runs or is awaited.
    """

    plan: Plan
    as_of: date
    until: date
    releases: tuple[Expected, ...]
    owed: tuple[Owed, ...]
    irregular: tuple[Indicator, ...]
    problems: tuple[Problem, ...] = ()


def _period(one: _Due, lang: str) -> str:
    covered = one.release.indicator.covered
    number = f" ({one.many})" if one.many > 1 else ""
    more = f" … {short_period(covered(one.newest), None, lang)}{number}" if one.newest else ""
    return f"{short_period(covered(one.release.period), None, lang)}{more}"


def _name(one: _Due, lang: str) -> str:
    return one_line(one.release.indicator.name.in_language(lang))


def _days(one: _Due, lang: str) -> str:
    """How far the day of a release is off; nobody counts below zero."""
    days = one.release.days
    if days < 0:
        return _n("{count} day late", "{count} days late", -days).in_language(lang)
    return _n("in {count} day", "in {count} days", days).in_language(lang) if days else _("today").in_language(lang)


_COLUMNS: dict[str, Column[_Due]] = {
    "status": Column(
        lambda one: "late" if one.release.late else "due",
        _("Status"),
        words=lambda one, lang: (_("due"), _("late"))[one.release.late].in_language(lang),
        left=True,
    ),
    "due": Column(
        lambda one: one.release.due, _("Due"), words=lambda one, lang: day_words(one.release.due, lang), left=True
    ),
    "days": Column(
        lambda one: one.release.days, _("Days"), words=_days, tint=lambda one: "yellow" if one.release.late else ""
    ),
    "indicator": Column(lambda one: one.release.indicator.id, _("Indicator id"), left=True),
    "name": Column(
        lambda one: in_both(one.release.indicator.name), _("Indicator"), words=_name, bilingual=True, left=True
    ),
    "period": Column(lambda one: str(one.release.period), _p("of due", "Period"), words=_period, left=True),
    "publisher": Column(lambda one: in_both(one.release.indicator.publisher), labels.OFFICE, bilingual=True, left=True),
    "needed_by": Column(lambda one: list(one.release.needed_by), _("Needed by"), left=True),
}
"""The columns of a release; `days` counts to its day, below zero it is late. New ones come last."""
_USUAL = ("due", "days", "period", "name", "publisher")


def sheet(agenda: Agenda) -> Sheet[_Due]:
    """The releases, for people the late ones together and the others week by week."""
    before: dict[str, Value] = {"schema": SCHEMA, "as_of": agenda.as_of, "until": agenda.until}

    def after() -> dict[str, Value]:
        without: list[Value] = [one.id for one in agenda.irregular]
        return {"without_calendar": without, "problems": fault_values(agenda.problems)}

    return Sheet(
        name="releases",
        columns=_COLUMNS,
        rows=[_Due(one) for one in agenda.releases],
        usual=_USUAL,
        least=len(_USUAL),
        even=True,
        nothing="",
        as_of=agenda.as_of,
        document=Document(before, after),
        page=lambda screen: _page(agenda, screen),
    )


def _page(agenda: Agenda, screen: Screen) -> Page[_Due]:
    lang, count = screen.lang, len(agenda.irregular)
    title, until = agenda.plan.title, agenda.until
    nothing = _("Nothing is due until {until}", until=until).in_language(lang)
    without = _("Indicators without a calendar, with an office or without: {count}", count=count).in_language(lang)
    return Page(
        groups=list(_groups(agenda, lang)),
        title=one_line(title.in_language(lang)),
        dated=labels.as_of(agenda.as_of, lang),
        lines=() if agenda.releases else ((nothing,),),
        notes=[Note([without], dim=True)] if count else [],
        apart=True,
    )


def _groups(agenda: Agenda, lang: str) -> Iterator[Group[_Due]]:
    late = [one for one in agenda.releases if one.late]
    counted = {slot for one in agenda.owed for slot in one.slots}
    own = [one for one in late if one.slot in counted]
    besides = [one for one in late if one.slot not in counted]
    if own:
        yield Group(_together(own), overdue_heading(agenda.owed).in_language(lang))
    if besides:
        rows = _together(besides)
        head = _(
            "Overdue besides (compared with, of past years, or decided): {count} of {number} indicators",
            number=len(rows),
            count=sum(one.many for one in rows),
        )
        yield Group(rows, head.in_language(lang))
    coming = [one for one in agenda.releases if not one.late]
    for first, last in weeks_of(agenda.as_of, agenda.until):
        inside = [_Due(one) for one in coming if first <= one.due <= last]
        if inside:
            yield Group(inside, _("{first} to {last}", first=first, last=last).in_language(lang))


def _together(late: list[Expected]) -> list[_Due]:
    """The oldest figure needed of each indicator, with the newest and their number where there are more."""
    by_indicator: dict[IndicatorId, list[Expected]] = {}
    for one in needed_of(late):
        by_indicator.setdefault(one.indicator.id, []).append(one)
    return [_Due(found[0], found[-1].period if len(found) > 1 else None, len(found)) for found in by_indicator.values()]
