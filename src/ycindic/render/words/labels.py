"""What are the lines around a table and the groups of an answer called, in every form alike?"""

from __future__ import annotations

from datetime import date

from ycindic.text import Text, _, _n, _p, day_words

NO_SECTION: Text = _("No section")
NO_OFFICE: Text = _("no office registered")
_TARGETS: Text = _("targets")
HIDDEN: Text = _("hidden by the filters")
BY_URGENCY: Text = _("By urgency")
PROVISIONAL: Text = _("In brackets: a running year's figure that does not count yet")
"""Phrases of the lines around the table."""
ACTION: Text = _("Needs action")
OVERDUE: Text = _p("a heading", "Overdue")
PAST_YEARS: Text = _p("of counts", "Past years")
LATER_YEARS: Text = _p("of counts", "Years to come")
"""The groups of an answer."""
OFFICE: Text = _("Figures from")
"""The office that a figure comes from, called the same in every form: it reports, and is not who failed."""


def of_office(office: Text) -> Text:
    """The office behind a target, under its title or its sentence, or that none is registered."""
    return office if office is NO_OFFICE else _("figures from {office}", office=office)


def no_office_of(count: int) -> Text:
    """Of how many indicators nobody can be asked for the figures."""
    return _n(
        "no office is registered for {count} promised indicator",
        "no office is registered for {count} promised indicators",
        count,
    )


def as_of(day: date, lang: str) -> str:
    """Of which day an answer is."""
    return _("as of {day}", day=day_words(day, lang)).in_language(lang)


def headlines_of(when: Text) -> Text:
    """What stands over the headline targets of a period."""
    return _("Headline targets of {when}", when=when)


def of_group(group: Text, what: Text) -> Text:
    """A group and which part of it: its years, a section."""
    return _p("a heading", "{group}: {what}", group=group, what=what)


def numbered(place: int, heading: Text) -> Text:
    """The heading of a paper with its number, the first at place 0."""
    return _p("a heading", "{number}. {heading}", number=_NUMBERS[place], heading=heading)


_NUMBERS = (_p("a number", "1"), _p("a number", "2"), _p("a number", "3"))


def own_folder(shipped: str, lang: str) -> str:
    """How to get a folder that takes figures: the shipped registry by a command that copies it, or another one."""
    copy = "xcopy /e /i" if "\\" in shipped else "cp -r"
    said = _(
        "This copy came with the program; to put in figures make it yours: {copy} {shipped} DIR   "
        "or begin another: ycindic init DIR",
        copy=copy,
        shipped=shipped,
    )
    return said.in_language(lang)
