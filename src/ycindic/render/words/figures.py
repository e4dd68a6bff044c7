"""What is a figure called, and a target with its period, as people say it?"""

from __future__ import annotations

from ycindic.domain.model import Basis, Indicator, Target
from ycindic.domain.period import Period
from ycindic.render.words.numbers import period_in_words
from ycindic.render.words.wording import BASIS_NAMES
from ycindic.text import Text, _


def figure_words(indicator: Indicator, period: Period, basis: Basis) -> Text:
    """`New jobs, January–August 2026`: the months that the figure covers, and what of them where that is not plain."""
    if basis is Basis.YTD:
        period = indicator.calendar.so_far(period.last)
    said = _("{name}, {period}", name=indicator.name, period=period_in_words(period, indicator.calendar))
    return _("{what} ({basis})", what=said, basis=BASIS_NAMES[basis]) if basis is Basis.ALONE else said


def target_words(target: Target, indicator: Indicator) -> Text:
    """The indicator's name with the period of the promise: `GDP (2026)`."""
    period = period_in_words(target.period, target.calendar)
    return _("{name} ({period})", name=indicator.name, period=period)
