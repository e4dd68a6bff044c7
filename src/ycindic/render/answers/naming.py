"""What are an indicator and the period of a promise called on a screen, and what is the sign of a verdict?"""

from __future__ import annotations

from collections.abc import Sequence

from ycindic.domain.assessment import Assessment
from ycindic.domain.model import Indicator
from ycindic.domain.period import CIVIL, Period
from ycindic.render.answers.sheet import PART
from ycindic.render.words import labels
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import period_in_words
from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import one_line
from ycindic.text import Text


def indicator_name(indicator: Indicator, lang: str) -> str:
    """The name of an indicator."""
    return one_line(indicator.name.in_language(lang))


def row_name(one: Assessment, running: Period, lang: str) -> str:
    """The name of an indicator, with the period where that is not the one that runs; parts are set in."""
    period = one.target.period
    when = "" if period == running else f" {period_in_words(period, one.target.calendar).in_language(lang)}"
    return f"{PART if one.part_of else ''}{indicator_name(one.indicator, lang)}{when}"


def group_of_years(group: Text, rows: Sequence[Assessment]) -> Text:
    """A group of promises and the years that they reach over."""
    first, last = min(one.target.period.first for one in rows), max(one.target.period.last for one in rows)
    return labels.of_group(group, period_in_words(Period(CIVIL.first(first), CIVIL.last(last))))


def mark(one: Assessment, screen: Screen) -> str:
    """The sign of a verdict."""
    look = LOOKS[one.verdict]
    return look.ascii if screen.ascii_only else look.symbol
