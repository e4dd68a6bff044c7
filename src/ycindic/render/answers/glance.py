"""How is told what was computed at a glance, and whether the rest can be done?"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ycindic.domain.glance import Computed, Feasibility
from ycindic.domain.glance.feasible import Reach
from ycindic.domain.model import Indicator, IndicatorId, Plan, ProfileKind
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.render.answers.sheet import in_both
from ycindic.render.answers.sums import PERCENT_UNIT, POINTS_UNIT, QuickSum, Unit, sums_as_values
from ycindic.render.words.numbers import number_for_programs, period_in_words, rounded, typed
from ycindic.render.words.units import measured_of
from ycindic.render.words.wording import clauses
from ycindic.text import FullSentence, Text, _, _p

_NAMES: Mapping[str, Text] = {
    "latest_growth": _("the latest months alone grew (implied)"),
    "growth_so_far": _("growth so far (computed from amounts)"),
    "latest_growth_sum": _("the latest months alone grew (computed from amounts)"),
    "growth_from_levels": _("growth so far (computed from levels)"),
    "year_on_year": _("over the same month of last year (computed from levels)"),
    "carry_over_latest": _("carry-over of the latest month"),
    "new_rise_latest": _("new rise of the latest month"),
    "carry_over_so_far": _("carry-over so far, mean of the months"),
    "carry_over_year": _("carry-over of the whole year, mean of the months"),
    "carry_over_rest": _("carry-over of the rest, mean of the months"),
    "new_rise_rest": _("new rise that the rest must average"),
    "pull": _("points of the growth"),
    "contribution": _("share of the growth"),
    "pull_left": _("points that the parts leave open"),
}
"""What the numbers are called, by their steps' fields."""

_OF_A_PART = frozenset({"pull", "contribution"})


def sums(computed: tuple[Computed, ...], plan: Plan) -> list[QuickSum]:
    """The numbers in the form of quick sums: name, result with its range, formula, what stands beside it."""
    return [
        QuickSum(
            _name(one, plan), _unit(one), one.step, _range(one), _note(one, plan.indicators[IndicatorId(one.about)])
        )
        for one in computed
    ]


def _name(one: Computed, plan: Plan) -> Text:
    name = _NAMES[one.step.field]
    if one.step.field in _OF_A_PART:
        name = _("{about}: {said}", about=plan.indicators[IndicatorId(one.about)].name, said=name)
    return _("{name} ({period})", name=name, period=period_in_words(one.period))


def _unit(one: Computed) -> Unit:
    return POINTS_UNIT._replace(decimals=2) if one.unit == "pp" else PERCENT_UNIT


def _range(one: Computed) -> tuple[Decimal, Decimal] | None:
    return None if one.low is None or one.high is None else (one.low, one.high)


def _note(one: Computed, indicator: Indicator) -> Text | None:
    said: list[Text] = []
    if one.published is not None:
        printed = measured_of(typed(one.published), one.unit, indicator)
        inside = one.low is None or one.high is None or one.low <= one.published <= one.high
        if inside:
            said.append(_("published for it alone: {printed}", printed=printed))
        else:
            said.append(
                _("published for it alone: {printed}, outside that range: its base was revised", printed=printed)
            )
    if one.weights is ProfileKind.LINEAR:
        said.append(_p("of growth", "weighted by months"))
    if one.beside is not None:
        needed = measured_of(rounded(one.beside, 2), one.unit, indicator)
        rest = (
            _("the rest may come to {needed}", needed=needed)
            if one.room
            else _("the rest needs {needed}", needed=needed)
        )
        said.append(_("with the tolerance {demand}", demand=rest) if one.tolerant else rest)
    return clauses(said) if said else None


def computed_values(computed: tuple[Computed, ...], plan: Plan) -> list[dict[str, object]]:
    """The numbers for programs, each marked as computed, with the months and the indicator that it speaks of."""
    return [
        value
        | {
            "computed": True,
            "period": str(one.period),
            "indicator": one.about,
            "unit": one.unit,
            "beside": number_for_programs(one.beside),
            "published": number_for_programs(one.published),
            "weights": one.weights.value if one.weights else None,
        }
        for one, value in zip(computed, sums_as_values(sums(computed, plan)), strict=True)
    ]


def feasibility_sentence(one: Feasibility, indicator: Indicator) -> Text:
    """Whether the rest can be done, with the numbers."""
    needed = measured_of(rounded(one.needed, 2), one.unit, indicator)
    match one.doubt:
        case Reach.DOUBLE:
            return _("the rest must more than double last year's: {needed}", needed=needed)
        case Reach.BELOW_NOTHING:
            return _("the rest would have to be {needed}, less than nothing", needed=needed)
        case Reach.BEYOND_LIMIT:
            limit = measured_of(typed(one.record or Decimal(0)), one.unit, indicator)
            return _("the rest needs {needed}, above its limit of {limit}", needed=needed, limit=limit)
        case Reach.NO_RETURN:
            return _no_return(one, needed, indicator)
        case Reach.BEYOND_RECORD | Reach.ON_RECORD:
            return _on_record(one, needed, indicator)


def _no_return(one: Feasibility, needed: Text, indicator: Indicator) -> Text:
    record, month = measured_of(rounded(one.record or Decimal(0), 2), one.unit, indicator), one.month or MONTHS_A_YEAR
    return _(
        "the rest would need {needed} should it go on as so far to month {month}, "
        "after which none of {years} years on record came back: nearest {record} in {year}",
        needed=needed,
        month=month,
        years=one.years,
        record=record,
        year=one.year,
    )


def _on_record(one: Feasibility, needed: Text, indicator: Indicator) -> Text:
    record = measured_of(rounded(one.record or Decimal(0), 2), one.unit, indicator)
    said = (
        _("the rest must stay within {needed}", needed=needed)
        if one.room
        else _("the rest needs {needed}", needed=needed)
    )
    if one.doubt is Reach.BEYOND_RECORD:
        return _(
            "{said}; none of {years} years on record had such a rest, nearest {record} in {year}",
            said=said,
            years=one.years,
            record=record,
            year=one.year,
        )
    return _(
        "{said}; {reached} of {years} years on record had such a rest, the best {record} in {year}",
        said=said,
        reached=one.reached,
        years=one.years,
        record=record,
        year=one.year,
    )


def remark_value(one: Feasibility, indicator: Indicator) -> dict[str, object]:
    """A remark for programs: its code, its numbers, the sentence."""
    return {
        "code": one.doubt.value,
        "needed": number_for_programs(one.needed),
        "unit": one.unit,
        "record": number_for_programs(one.record),
        "record_year": one.year,
        "years": one.years or None,
        "reached": one.reached if one.years else None,
        "month": one.month,
        "message": in_both(FullSentence(feasibility_sentence(one, indicator))),
    }
