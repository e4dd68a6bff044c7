"""How is told how well the ends of years were foreseen: case by case, or scored by groups?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.backtest.ends import End, Ended, Foretold
from ycindic.domain.backtest.scores import LEVELS, Score
from ycindic.domain.model import Method
from ycindic.domain.outlook.spoken import exact
from ycindic.domain.problem import Problem
from ycindic.render.answers.backtest import ALL, GROUP_HEADS
from ycindic.render.answers.faults import plain_document
from ycindic.render.answers.sheet import Column, Group, Page, Sheet, Value
from ycindic.render.words.numbers import number_for_programs, percent
from ycindic.render.words.outlook import METHOD_NAMES
from ycindic.render.words.wording import MEASURES
from ycindic.text import Text, Verbatim, _, _p


class _ToldEnd(NamedTuple):
    """One method's word about one year at one moment, and about one promise of it where there is one."""

    end: End
    telling: Foretold
    promise: Ended | None


def cases(ends: Iterable[End]) -> Iterator[_ToldEnd]:
    """A case for every moment, method and promise."""
    for end in ends:
        for telling in end.tellings:
            for one in end.promises or (None,):
                yield _ToldEnd(end, telling, one)


def _number(value: float | None) -> int | float | None:
    return None if value is None else number_for_programs(exact(value))


def _of_promise(taken: Callable[[Ended], Value]) -> Callable[[_ToldEnd], Value]:
    return lambda case: None if case.promise is None else taken(case.promise)


def _chance(case: _ToldEnd) -> Value:
    return None if case.promise is None else _number(case.telling.chance(case.promise.limits))


_CASES: dict[str, Column[_ToldEnd]] = {
    "indicator": Column(lambda case: case.end.indicator.id, _("Indicator id"), left=True),
    "year": Column(lambda case: case.end.year, _("Year")),
    "month": Column(lambda case: case.end.month, _p("of the outlook", "Month")),
    "method": Column(
        lambda case: case.telling.method.value,
        _("Method"),
        words=lambda case, lang: METHOD_NAMES[case.telling.method].in_language(lang),
    ),
    "chosen": Column(lambda case: int(case.telling.chosen), _("Chosen")),
    "projection": Column(lambda case: _number(case.telling.said.ending), _("Projection")),
    "low": Column(lambda case: _number(case.telling.low), _("Low")),
    "high": Column(lambda case: _number(case.telling.high), _("High")),
    "actual": Column(lambda case: number_for_programs(case.end.actual), _("In the end")),
    "goal": Column(_of_promise(lambda one: number_for_programs(one.target.goal)), _("Goal")),
    "target": Column(_of_promise(lambda one: one.target.id), _("Target id")),
    "chance": Column(_chance, _("Chance")),
    "kept": Column(_of_promise(lambda one: int(one.kept)), _p("of the outlook", "Kept")),
}
"""The columns of a case, in order; new ones come last."""


_HEADS = {**GROUP_HEADS, "year": _("Year"), "method": _("Method")}


def _group(place: int, name: str) -> Column[Score]:
    words = {measure.value: pair for measure, pair in MEASURES.items()} | {
        one.value: METHOD_NAMES[one] for one in METHOD_NAMES
    }

    def value(one: Score) -> str | None:
        return one.group[place] if place < len(one.group) else None

    def told(one: Score, lang: str) -> str:
        word = value(one)
        return (ALL if word is None else words.get(word, Verbatim(word))).in_language(lang)

    return Column(value, _HEADS[name], words=told, left=name in ("measure", "indicator"))


def _plain(label: Text, name: str, digits: int = 4) -> Column[Score]:
    """A number of a score."""

    def value(one: Score) -> Value:
        found = getattr(one, name)
        return None if found is None else round(found, digits)

    return Column(value, label, words=lambda one, _: "" if (v := value(one)) is None else f"{v:.3g}")


def _share(label: Text, taken: Callable[[Score], float | None]) -> Column[Score]:
    def value(one: Score) -> Value:
        found = taken(one)
        return None if found is None else round(found, 4)

    return Column(value, label, words=lambda one, _: "" if (v := taken(one)) is None else percent(Decimal(repr(v))))


def _method(label: Text, name: str, nothing: Text) -> Column[Score]:
    def told(one: Score, lang: str) -> str:
        found: Method | None = getattr(one, name)
        return (nothing if found is None else METHOD_NAMES[found]).in_language(lang)

    return Column(lambda one: None if getattr(one, name) is None else getattr(one, name).value, label, words=told)


def _inside(place: int) -> Column[Score]:
    level = LEVELS[place]
    return _share(_("In {level} %", level=level), lambda one: one.inside[place] if one.intervals else None)


_TOO_SHORT: Text = _("too few years")

_SCORES: dict[str, Column[Score]] = {
    "cases": Column(lambda one: one.cases, _("Cases")),
    "years": Column(lambda one: one.years, _("Years")),
    "method": _method(_("Method"), "method", _TOO_SHORT),
    "error": _plain(_("Error"), "error"),
    "plain_error": _plain(_("Plain rule's"), "plain_error"),
    "error_ratio": _plain(_("Ratio"), "ratio"),
    "goal_error": _plain(_("The goal's"), "goal_error"),
    "trusted": _method(_("To trust"), "trusted", _TOO_SHORT),
    "margin": _share(_("Better by"), lambda one: one.margin),
    **{f"inside_{level}": _inside(place) for place, level in enumerate(LEVELS)},
    "width_ratio": _plain(_("Width"), "width"),
    "chances": Column(lambda one: one.chances, _("Chances")),
    "brier": _plain(_("Brier"), "brier"),
    "flag_brier": _plain(_("The flag's"), "flag_brier"),
    "base_brier": _plain(_("Base rate's"), "base_brier"),
    "log_score": _plain(_("Log score"), "surprise"),
    "flag_share": _share(_("Flag right"), lambda one: one.flag),
    "calendar_share": _share(_p("of the outlook", "Calendar"), lambda one: one.calendar),
    "plain": _method(_("Plain rule"), "plain", _TOO_SHORT),
    "intervals": Column(lambda one: one.intervals, _("Intervals")),
}
"""The columns of every score, in order; new ones come last."""

_USUAL_SCORES = (
    "cases", "years", "error", "error_ratio", "goal_error", "trusted", "margin", "inside_50", "inside_80", "inside_90",
    "brier", "flag_brier", "log_score", "flag_share", "calendar_share",
)  # fmt: skip


def cases_sheet(rows: Sequence[_ToldEnd], problems: Sequence[Problem]) -> Sheet[_ToldEnd]:
    """Every case as a sheet."""
    return Sheet("cases", _CASES, rows, tuple(_CASES), document=plain_document(problems))


def scores_sheet(
    rows: Sequence[Score], by: tuple[str, ...], totals: Sequence[Score], problems: Sequence[Problem]
) -> Sheet[Score]:
    """The scores as a sheet; people read the totals, too."""
    columns, usual = {name: _group(place, name) for place, name in enumerate(by)} | _SCORES, (*by, *_USUAL_SCORES)
    return Sheet(
        "scores", columns, rows, usual, document=plain_document(problems), page=lambda _: Page((Group(totals),))
    )
