"""What stands in the cells of a row that is read by people?"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.judge.promise import promise
from ycindic.domain.model import RATES, Measure
from ycindic.domain.period import MONTHS_A_YEAR, Period, month_of_year
from ycindic.domain.reason import Reason
from ycindic.render.answers.sheet import PART
from ycindic.render.words.looks import labelled
from ycindic.render.words.numbers import (
    chance_words,
    figure,
    percent,
    period_in_words,
    rounded,
    short_period,
    signed,
    stated,
)
from ycindic.render.words.promised import goal_words
from ycindic.render.words.rest import a_step, as_room, each_month, enough, is_in_all
from ycindic.render.words.standing import apart, breach_behind, is_kept
from ycindic.render.words.units import amount_of, measured_of
from ycindic.render.words.wording import BOUNDS, PROFILES, measured
from ycindic.text import SHORT_MONTHS, _

ToldNumber = Callable[[Assessment, Decimal, str], str]
"""How a figure of an answer is told in a language."""


def verdict(row: Assessment, lang: str) -> str:
    """Symbol and word."""
    stale = "*" if row.reason is Reason.STALE else ""
    return f"{labelled(row.verdict, lang)}{stale}"


def name(row: Assessment, lang: str) -> str:
    """The indicator's name, with the period where that is not one year, parts set in."""
    text = row.indicator.name.in_language(lang)
    suffix = "" if row.target.period.months == MONTHS_A_YEAR else f" {target_period(row, lang)}"
    return f"{PART if row.part_of else ''}{text}{suffix}"


def goal_cell(row: Assessment, lang: str) -> str:
    """What was promised."""
    said = goal_words(row.target, row.indicator, row.references)
    return "" if said is None else said.in_language(lang)


def actual(row: Assessment, lang: str) -> str:
    """The figure that decides with its unit: the latest, or a breach behind it; else one that does not count yet."""
    figures, value, breach = row.figures, row.figures.actual, breach_behind(row)
    if breach is not None:
        return BOUNDS[breach.bound].in_language(lang) + as_stated(row, breach.value, lang)
    if value is not None:
        return BOUNDS[figures.actual_bound].in_language(lang) + as_own(row, value, lang)
    if figures.provisional is not None:
        return f"({as_own(row, figures.provisional, lang)})"
    return ""


def months_told(row: Assessment) -> Period | None:
    """The months that the told figure covers."""
    breach = breach_behind(row)
    return row.figures.actual_period or row.figures.provisional_period if breach is None else breach.covered


def actual_period(row: Assessment, lang: str) -> str:
    """The same in words."""
    period = months_told(row)
    return short_period(period, None, lang) if period else ""


def target_period(row: Assessment, lang: str) -> str:
    """The year or years that the promise is for."""
    return period_in_words(row.target.period, row.target.calendar).in_language(lang)


def gap_cell(row: Assessment, lang: str) -> str:
    """How far the figure lies from the printed goal, as a reader would reckon it, and on which side."""
    said = apart(row)
    return "" if said is None else said.in_language(lang)


def required_cell(row: Assessment, lang: str) -> str:
    """What the rest must deliver for the printed goal, or `≤` may at most.

    Nothing where a goal is reached or a band kept as it goes, and once all is decided.
    """
    figures, room, needed = row.figures, as_room(row), row.figures.required
    if needed is None or row.verdict is Verdict.MISSED:
        return ""
    if not room and is_kept(row) and row.indicator.measure not in RATES:
        return ""
    if figures.acceleration == 0 and promise(row.target, row.indicator).two_sided:
        return ""
    text = _divided(row, needed) if needed == figures.actual else enough(row, needed)
    whole = is_in_all(row, needed)
    said = a_step(row, needed)[0] if whole else measured_of(text, figures.required_unit, row.indicator)
    if room:
        return _("{sign} {goal}", sign="≤", goal=said).in_language(lang)
    if row.indicator.measure is Measure.GROWTH and text.startswith("-"):  # alone it is read as an order to fall
        fall = measured_of(text.removeprefix("-"), figures.required_unit, row.indicator)
        return _("fall ≤ {amount}", amount=fall).in_language(lang)
    return said.in_language(lang)


def hangs_on_another(row: Assessment) -> bool:
    """Whether what the rest needs holds only if the figure that it is held against stays as it is."""
    return row.target.beside and bool(required_cell(row, "en"))


def required_if(row: Assessment, lang: str) -> str:
    """The same, and beside another figure at which value that must stay for it to be so much."""
    told, other = required_cell(row, lang), row.figures.benchmark
    if other is None or not hangs_on_another(row):
        return told
    stays = amount_of(stated(row, other), row.indicator, lang)
    return _("{amount} (if the {value} stays)", amount=told, value=stays).in_language(lang)


def required_from(row: Assessment, lang: str) -> str:
    """The same, and of what each month must bring with the first of them."""
    told, reached = required_if(row, lang), row.figures.actual_period
    if not told or reached is None or not each_month(row):
        return told
    first = SHORT_MONTHS[month_of_year(reached.last + 1)]
    return _("{amount} from {month}", amount=told, month=first).in_language(lang)


def _divided(row: Assessment, value: Decimal) -> str:
    return figure(row, value, divided=value != row.figures.actual)


def as_figure(row: Assessment, value: Decimal, _: str) -> str:
    """A figure as it is published."""
    return figure(row, value)


def as_share(_: Assessment, value: Decimal, __: str) -> str:
    """A share as per cent."""
    return percent(value)


def as_ratio(_: Assessment, value: Decimal, __: str) -> str:
    """A ratio."""
    return rounded(value, 2)


def as_points(_: Assessment, value: Decimal, lang: str) -> str:
    """A lead in percentage points, one decimal like the shares that it is the difference of."""
    return measured(signed(value, 1), "pp").in_language(lang)


def as_own(row: Assessment, value: Decimal, lang: str) -> str:
    """A figure in the indicator's own unit."""
    return amount_of(figure(row, value), row.indicator, lang)


def as_stated(row: Assessment, value: Decimal, lang: str) -> str:
    """A figure that stands beside the judged one, as it was published itself."""
    return amount_of(stated(row, value), row.indicator, lang)


def as_rate(_: Assessment, value: Decimal, __: str) -> str:
    """A computed rate of growth."""
    return f"{rounded(value, 2)}%"


def as_rest(row: Assessment, value: Decimal, lang: str) -> str:
    """What the rest must come to, in the unit that the answer names."""
    return measured_of(enough(row, value), row.figures.required_unit, row.indicator).in_language(lang)


def in_unit(unit: str) -> ToldNumber:
    """A figure in the unit that a field of the answer names."""

    def told(row: Assessment, value: Decimal, lang: str) -> str:
        return measured_of(_divided(row, value), getattr(row.figures, unit), row.indicator).in_language(lang)

    return told


def outlook_cell(row: Assessment, lang: str) -> str:
    """The most likely end with the interval around it."""
    if row.outlook is None:
        return ""
    from ycindic.render.words.outlook import end_words

    return end_words(row, row.outlook).in_language(lang)


def end_of_interval(row: Assessment, value: Decimal | None, lang: str) -> str:
    """An end of the interval, with the digits of the end that is most likely."""
    return "" if value is None else amount_of(figure(row, value, divided=True), row.indicator, lang)


def chance(row: Assessment, _: str) -> str:
    """In whole per cent: more digits would promise more than any record bears."""
    found = None if row.outlook is None else row.outlook.chance
    return "" if found is None else chance_words(found)


def profile(row: Assessment, lang: str) -> str:
    """Where the expected share comes from."""
    kind = row.figures.profile
    return "" if kind is None else PROFILES[kind].in_language(lang)
