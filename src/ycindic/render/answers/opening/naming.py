"""What are an indicator and the period of a promise called on the first screen?"""

from __future__ import annotations

from ycindic.domain.assessment import Assessment
from ycindic.domain.model import Indicator
from ycindic.domain.overview import Overview
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import one_line


def indicator_name(indicator: Indicator, lang: str) -> str:
    """The name of an indicator."""
    return one_line(indicator.name.in_language(lang))


def row_name(one: Assessment, seen: Overview, lang: str) -> str:
    """The name of an indicator, with the period where that is not the one that runs."""
    period = "" if one.target.period == seen.period else f" {one.target.when}"
    return f"{indicator_name(one.indicator, lang)}{period}"


def mark(one: Assessment, screen: Screen) -> str:
    """The sign of a verdict."""
    look = LOOKS[one.verdict]
    return look.ascii if screen.ascii_only else look.symbol
