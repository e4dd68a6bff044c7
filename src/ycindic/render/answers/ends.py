"""How is told how well the ends of years were foreseen: case by case, or scored by groups?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.backtest.ends import End, Ended, Telling
from ycindic.domain.backtest.scores import LEVELS, Score
from ycindic.domain.model import Method
from ycindic.domain.outlook.answer import exact
from ycindic.domain.problem import Problem
from ycindic.render.answers.backtest import ALL
from ycindic.render.answers.faults import plain_document
from ycindic.render.answers.sheet import Column, Group, Page, Sheet, Value
from ycindic.render.words.numbers import percent, plain
from ycindic.render.words.outlook import METHODS
from ycindic.render.words.wording import MEASURES, Pair, pick


class Told(NamedTuple):
    """One method's word about one year at one moment, and about one promise of it where there is one."""

    end: End
    telling: Telling
    promise: Ended | None


def cases(ends: Iterable[End]) -> Iterator[Told]:
    """A case for every moment, method and promise."""
    for end in ends:
        for telling in end.tellings:
            for one in end.promises or (None,):
                yield Told(end, telling, one)


def _number(value: float | None) -> int | float | None:
    return None if value is None else plain(exact(value))


def _of_promise(taken: Callable[[Ended], Value]) -> Callable[[Told], Value]:
    return lambda case: None if case.promise is None else taken(case.promise)


def _chance(case: Told) -> Value:
    return None if case.promise is None else _number(case.telling.chance(case.promise.limits))


_CASES: dict[str, Column[Told]] = {
    "indicator": Column(lambda case: case.end.indicator.id, ("指标编号", "Indicator id"), left=True),
    "year": Column(lambda case: case.end.year, ("年", "Year")),
    "month": Column(lambda case: case.end.month, ("月", "Month")),
    "method": Column(
        lambda case: case.telling.method.value,
        ("方法", "Method"),
        words=lambda case, lang: pick(METHODS[case.telling.method], lang),
    ),
    "chosen": Column(lambda case: int(case.telling.chosen), ("采用", "Chosen")),
    "projection": Column(lambda case: _number(case.telling.said.ending), ("推算", "Projection")),
    "low": Column(lambda case: _number(case.telling.low), ("下限", "Low")),
    "high": Column(lambda case: _number(case.telling.high), ("上限", "High")),
    "actual": Column(lambda case: plain(case.end.actual), ("全年", "In the end")),
    "goal": Column(_of_promise(lambda one: plain(one.target.goal)), ("目标", "Goal")),
    "target": Column(_of_promise(lambda one: one.target.id), ("目标编号", "Target id")),
    "chance": Column(_chance, ("兑现可能", "Chance")),
    "kept": Column(_of_promise(lambda one: int(one.kept)), ("兑现", "Kept")),
}
"""The columns of a case, in order; new ones come last."""


_HEADS: Mapping[str, Pair] = {
    "measure": ("类型", "Measure"),
    "indicator": ("指标编号", "Indicator id"),
    "month": ("月份", "Month"),
    "year": ("年", "Year"),
    "method": ("方法", "Method"),
}


def score_columns(by: Sequence[str]) -> dict[str, Column[Score]]:
    """The columns of a score: its groups, then the errors, the intervals, the chances."""
    return {name: _group(place, name) for place, name in enumerate(by)} | SCORES


def _group(place: int, name: str) -> Column[Score]:
    words = {measure.value: pair for measure, pair in MEASURES.items()} | {one.value: METHODS[one] for one in METHODS}

    def value(one: Score) -> str | None:
        return one.group[place] if place < len(one.group) else None

    def told(one: Score, lang: str) -> str:
        word = value(one)
        return pick(ALL if word is None else words.get(word, (word, word)), lang)

    return Column(value, _HEADS[name], words=told, left=name in ("measure", "indicator"))


def _plain(label: Pair, name: str, digits: int = 4) -> Column[Score]:
    """A number of a score."""

    def value(one: Score) -> Value:
        found = getattr(one, name)
        return None if found is None else round(found, digits)

    return Column(value, label, words=lambda one, _: "" if (v := value(one)) is None else f"{v:.3g}")


def _share(label: Pair, taken: Callable[[Score], float | None]) -> Column[Score]:
    def value(one: Score) -> Value:
        found = taken(one)
        return None if found is None else round(found, 4)

    return Column(value, label, words=lambda one, _: "" if (v := taken(one)) is None else percent(Decimal(repr(v))))


def _method(label: Pair, name: str, nothing: Pair) -> Column[Score]:
    def told(one: Score, lang: str) -> str:
        found: Method | None = getattr(one, name)
        return pick(nothing if found is None else METHODS[found], lang)

    return Column(lambda one: None if getattr(one, name) is None else getattr(one, name).value, label, words=told)


def _inside(place: int) -> Column[Score]:
    level = LEVELS[place]
    return _share((f"{level}%区间内", f"In {level} %"), lambda one: one.inside[place] if one.intervals else None)


TOO_SHORT: Pair = ("年份太少", "too few years")

SCORES: dict[str, Column[Score]] = {
    "cases": Column(lambda one: one.cases, ("次数", "Cases")),
    "years": Column(lambda one: one.years, ("年数", "Years")),
    "method": _method(("方法", "Method"), "method", TOO_SHORT),
    "error": _plain(("平均误差", "Error"), "error"),
    "plain_error": _plain(("照旧法误差", "Plain rule's"), "plain_error"),
    "error_ratio": _plain(("误差比", "Ratio"), "ratio"),
    "goal_error": _plain(("以目标为准误差", "The goal's"), "goal_error"),
    "trusted": _method(("宜用方法", "To trust"), "trusted", TOO_SHORT),
    "margin": _share(("优于照旧", "Better by"), lambda one: one.margin),
    **{f"inside_{level}": _inside(place) for place, level in enumerate(LEVELS)},
    "width_ratio": _plain(("区间宽度比", "Width"), "width"),
    "chances": Column(lambda one: one.chances, ("概率次数", "Chances")),
    "brier": _plain(("布赖尔分", "Brier"), "brier"),
    "flag_brier": _plain(("结论布赖尔分", "The flag's"), "flag_brier"),
    "base_brier": _plain(("基准布赖尔分", "Base rate's"), "base_brier"),
    "log_score": _plain(("对数分", "Log score"), "surprise"),
    "flag_share": _share(("结论正确", "Flag right"), lambda one: one.flag),
    "calendar_share": _share(("序时正确", "Calendar"), lambda one: one.calendar),
    "plain": _method(("照旧法", "Plain rule"), "plain", TOO_SHORT),
    "intervals": Column(lambda one: one.intervals, ("区间次数", "Intervals")),
}
"""The columns of every score, in order; new ones come last."""

USUAL_SCORES = (
    "cases", "years", "error", "error_ratio", "goal_error", "trusted", "margin", "inside_50", "inside_80", "inside_90",
    "brier", "flag_brier", "log_score", "flag_share", "calendar_share",
)  # fmt: skip


def cases_sheet(rows: Sequence[Told], problems: Sequence[Problem]) -> Sheet[Told]:
    """Every case as a sheet."""
    return Sheet("cases", _CASES, rows, tuple(_CASES), document=plain_document(problems))


def scores_sheet(
    rows: Sequence[Score], by: tuple[str, ...], totals: Sequence[Score], problems: Sequence[Problem]
) -> Sheet[Score]:
    """The scores as a sheet; people read the totals, too."""
    usual, document = (*by, *USUAL_SCORES), plain_document(problems)
    return Sheet("scores", score_columns(by), rows, usual, document=document, page=lambda _: Page((Group(totals),)))
