"""What stands in the cells of a row that is read by people?"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ycindic.domain.assessment import ANSWERS, Assessment
from ycindic.domain.judge.promise import promise
from ycindic.domain.model import Measure
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.reason import Reason
from ycindic.render.answers.columns import BILINGUAL, COLUMNS, SHARES
from ycindic.render.words.looks import labelled
from ycindic.render.words.numbers import chance_words, figure, percent, rounded, signed, stated, with_unit
from ycindic.render.words.promised import goal_words
from ycindic.render.words.rest import as_room
from ycindic.render.words.standing import by_tolerance, is_kept
from ycindic.render.words.visible import one_line
from ycindic.render.words.wording import BOUNDS, COMMITMENTS, MEASURES, PROFILES, pick, unit_words

NOTHING = "–"
PART = "  ·"
"""Before the name of a part; without a blank, at which a narrow column would break the line."""
Cell = Callable[[Assessment, str], str]


def verdict(row: Assessment, lang: str, *, ascii_only: bool = False) -> str:
    """Symbol and word."""
    stale = "*" if row.reason is Reason.STALE else ""
    return f"{labelled(row.verdict, lang, ascii_only=ascii_only)}{stale}"


def name(row: Assessment, lang: str) -> str:
    """The indicator's name, with the period where that is not one year, parts set in."""
    text = row.indicator.name.zh if lang == "zh" else row.indicator.name.en
    suffix = "" if row.target.period.months == MONTHS_A_YEAR else f" {row.target.when}"
    return f"{PART if row.part_of else ''}{text}{suffix}"


def goal(row: Assessment, lang: str) -> str:
    """What was promised."""
    return pick(goal_words(row.target, row.indicator), lang) or NOTHING


def actual(row: Assessment, lang: str) -> str:
    """The latest figure with its unit, or of a figure that does not count yet the provisional one."""
    figures = row.figures
    if figures.actual is not None:
        return pick(BOUNDS[figures.actual_bound], lang) + _own(row, figures.actual)
    if figures.provisional is not None:
        return f"({_own(row, figures.provisional)})"
    return NOTHING


def actual_period(row: Assessment, _: str) -> str:
    """The months that the figure covers."""
    period = row.figures.actual_period or row.figures.provisional_period
    return str(period) if period else NOTHING


def gap(row: Assessment, lang: str) -> str:
    """What is missing, or lies above a ceiling: to the line that decides, and to the printed goal beside it."""
    printed, decides = row.figures.gap, row.figures.gap_edge
    if printed is None:
        return NOTHING
    unit = unit_words(row.figures.gap_unit, lang)
    if decides is None or not by_tolerance(row):
        return with_unit(figure(row, printed, sign=True), unit)
    return f"{with_unit(figure(row, decides, sign=True), unit)}{_beside(figure(row, printed, sign=True), lang)}"


def _beside(text: str, lang: str, zh: str = "距目标") -> str:
    """The number to the printed goal, marked, beside that which decides."""
    return f"（{zh}{text}）" if lang == "zh" else f" (goal {text})"


def required(row: Assessment, lang: str) -> str:
    """What the rest must deliver, or `≤` may at most; nothing where a goal is reached or a band kept as it goes."""
    figures, room = row.figures, as_room(row)
    printed, decides, unit = figures.required, figures.required_edge, unit_words(figures.required_unit, lang)
    if printed is None or (not room and is_kept(row) and row.indicator.measure in _REACHED):
        return NOTHING
    kept, sign = promise(row.target, row.indicator), "≤ " if room else ""
    if kept.two_sided and figures.acceleration == 0:
        return NOTHING
    tolerant = by_tolerance(row) or kept.tolerance > 0
    if decides is None or not (tolerant or row.side is not None):
        return f"{sign}{with_unit(_divided(row, printed), unit)}"
    beside = _beside(_divided(row, printed), lang, "按目标") if tolerant else ""
    return f"{sign}{with_unit(_divided(row, decides), unit)}{beside}"


def _divided(row: Assessment, value: Decimal) -> str:
    return figure(row, value, divided=value != row.figures.actual)


_REACHED = frozenset({Measure.FLOW, Measure.STOCK, Measure.EVENTS})
"""Measures of which nothing more is needed once the goal is reached."""


def _own(row: Assessment, value: Decimal) -> str:
    return with_unit(figure(row, value), row.indicator.unit)


def _share(field: str) -> Cell:
    def cell(row: Assessment, _: str) -> str:
        value = getattr(row.figures, field)
        return NOTHING if value is None else percent(value)

    return cell


def _ratio(field: str) -> Cell:
    def cell(row: Assessment, _: str) -> str:
        value = getattr(row.figures, field)
        return NOTHING if value is None else rounded(value, 2)

    return cell


def _points(field: str) -> Cell:
    """A lead in percentage points, one decimal like the shares that it is the difference of."""

    def cell(row: Assessment, lang: str) -> str:
        value = getattr(row.figures, field)
        return NOTHING if value is None else with_unit(signed(value, 1), unit_words("pp", lang))

    return cell


def _in_own(field: str) -> Cell:
    def cell(row: Assessment, _: str) -> str:
        value = getattr(row.figures, field)
        return NOTHING if value is None else _own(row, value)

    return cell


def _stated(field: str) -> Cell:
    def cell(row: Assessment, _: str) -> str:
        value = getattr(row.figures, field)
        return NOTHING if value is None else with_unit(stated(row, value), row.indicator.unit)

    return cell


def _in_unit(field: str, unit_field: str) -> Cell:
    def cell(row: Assessment, lang: str) -> str:
        value, unit = getattr(row.figures, field), getattr(row.figures, unit_field)
        if value is None:
            return NOTHING
        divided = value != row.figures.actual
        return with_unit(figure(row, value, divided=divided), unit_words(unit, lang))

    return cell


def _percent_rate(field: str) -> Cell:
    def cell(row: Assessment, _: str) -> str:
        value = getattr(row.figures, field)
        return NOTHING if value is None else f"{rounded(value, 2)}%"

    return cell


def _outlook(row: Assessment, _: str) -> str:
    """The most likely end with the interval around it."""
    found = row.outlook
    if found is None:
        return NOTHING
    middle = figure(row, found.projection, divided=True)
    if found.low is None or found.high is None:
        return with_unit(middle, row.indicator.unit)
    low, high = (figure(row, end, divided=True) for end in (found.low, found.high))
    return with_unit(f"{middle} ({low}–{high})", row.indicator.unit)


def _chance(row: Assessment, _: str) -> str:
    """In whole per cent: more digits would promise more than any record bears."""
    chance = None if row.outlook is None else row.outlook.chance
    return NOTHING if chance is None else chance_words(chance)


def _profile(row: Assessment, lang: str) -> str:
    kind = row.figures.profile
    return NOTHING if kind is None else pick(PROFILES[kind], lang)


CELLS: dict[str, Cell] = {
    "verdict": verdict,
    "name": name,
    "goal": goal,
    "actual": actual,
    "actual_period": actual_period,
    "gap": gap,
    "completion": _share("completion"),
    "expected_completion": _share("expected_completion"),
    "time_progress": _share("time_progress"),
    "lead_profile": _points("lead_profile"),
    "lead_time": _points("lead_time"),
    "pace": _ratio("pace"),
    "catch_up": _ratio("catch_up"),
    "annualised": _in_unit("annualised", "annualised_unit"),
    "required": required,
    "required_low": _in_unit("required_low", "required_unit"),
    "required_high": _in_unit("required_high", "required_unit"),
    "required_edge": _in_unit("required_edge", "required_unit"),
    "required_growth": _percent_rate("required_growth"),
    "projection": _in_own("projection"),
    "outlook": _outlook,
    "chance": _chance,
    "baseline": _stated("baseline"),
    "benchmark": _stated("benchmark"),
    "weight": _share("weight"),
    "two_year_average": _percent_rate("two_year_average"),
    "profile": _profile,
    "measure": lambda row, lang: pick(MEASURES[row.indicator.measure], lang),
    "commitment": lambda row, lang: pick(COMMITMENTS[row.target.commitment], lang),
}
"""The cell of a row in the columns that people read otherwise than programs do."""

_FIGURES = frozenset((*ANSWERS, "actual_bound"))


def cell(column: str, row: Assessment, lang: str) -> str:
    """The cell of a row in any column, on one line, `–` where there is no answer."""
    return one_line(_cell(column, row, lang)) or NOTHING


def _cell(column: str, row: Assessment, lang: str) -> str:
    if column in CELLS:
        return CELLS[column](row, lang)
    value = getattr(row.figures, column) if column in _FIGURES else COLUMNS[column].value(row)
    if value is None:
        return NOTHING
    if column in BILINGUAL and isinstance(value, dict):
        return str(value[lang])
    if isinstance(value, Decimal):
        return percent(value) if column in SHARES else figure(row, value)
    if isinstance(value, bool):
        return pick((("否", "no"), ("是", "yes"))[value], lang)
    if isinstance(value, dict):
        return "; ".join(f"{key}={one}" for key, one in value.items())
    return ", ".join(value) if isinstance(value, list) else str(value)
