"""How likely is one promise to be kept, or why is no chance told of it, in the few words that stand below a number?"""

from __future__ import annotations

from ycindic.domain.assessment import Assessment
from ycindic.domain.outlook.answer import untold
from ycindic.domain.outlook.end import Untold, Why
from ycindic.domain.outlook.few_years import LEAST_YEARS
from ycindic.render.answers.report import Report
from ycindic.render.words.numbers import chance_words
from ycindic.text import Text, _

_NO_COURSE: Text = _("no single course decides")
_UNTOLD: dict[Untold, Text | None] = {
    Untold.PARTS: None,
    Untold.NOT_BEGUN: None,
    Untold.PART_OF_A_YEAR: _("not a whole year"),
    Untold.NO_COURSE: _("this year's figures have gaps"),
    Untold.NO_YEAR_BEFORE: _("last year's course is not known"),
    Untold.EVENTS: _("single events follow no course"),
    Untold.FEW_RUNS: _("too few earlier spans of years"),
    Untold.YEARS_APART: _NO_COURSE,
    Untold.NO_SINGLE_COURSE: _NO_COURSE,
}
"""Why there is no outlook; nothing where the row says so itself: its parts decide, or no figure is out."""
_NO_CHANCE: dict[Why, Text] = {
    Why.FEW_YEARS: _("under {least} years on record", least=LEAST_YEARS),
    Why.NO_NUMBER: _("no number was promised"),
    Why.NO_DISTANCE: _("the end of the other is not foretold"),
    Why.NO_SINGLE_COURSE: _NO_COURSE,
}
"""Why an outlook has no chance."""


def untold_of(row: Assessment, report: Report) -> Untold | None:
    """Why no end of a row is foretold; None where one is, or nothing is left to foretell."""
    return None if row.outlook is not None else untold(report.plan, row, report.facts)


def odds_words(row: Assessment, report: Report) -> Text | None:
    """The chance, else why none is told; None where neither is asked: what has no figure, or is decided."""
    found = row.outlook
    if found is not None and found.chance is not None:
        return _("{chance} likely to be kept", chance=chance_words(found.chance))
    reason = no_odds_words(row, report)
    return None if reason is None else _("no chance told: {reason}", reason=reason)


def no_odds_words(row: Assessment, report: Report) -> Text | None:
    """Why no chance is told; None where one is, or none is asked."""
    found, figures = row.outlook, row.figures
    if figures.actual_period is None and figures.provisional_period is None:
        return None
    if found is not None:
        return None if found.why is None else _NO_CHANCE[found.why]
    why = untold_of(row, report)
    return None if why is None else _UNTOLD[why]
