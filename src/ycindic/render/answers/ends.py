"""How is told how well the ends of years were foreseen: case by case, or scored by groups?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.backtest.ends import End, Ended, Telling
from ycindic.domain.backtest.scores import LEVELS, Score
from ycindic.domain.model import Method
from ycindic.domain.outlook.answer import exact
from ycindic.render.answers.backtest import ALL
from ycindic.render.answers.columns import Value
from ycindic.render.answers.listing import Attribute
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


CASES: dict[str, Attribute] = {
    "indicator": Attribute(("指标编号", "Indicator id"), lambda case: case.end.indicator.id),
    "year": Attribute(("年", "Year"), lambda case: case.end.year),
    "month": Attribute(("月", "Month"), lambda case: case.end.month),
    "method": Attribute(
        ("方法", "Method"),
        lambda case: case.telling.method.value,
        lambda case, lang: pick(METHODS[case.telling.method], lang),
    ),
    "chosen": Attribute(("采用", "Chosen"), lambda case: int(case.telling.chosen)),
    "projection": Attribute(("推算", "Projection"), lambda case: _number(case.telling.said.ending)),
    "low": Attribute(("下限", "Low"), lambda case: _number(case.telling.low)),
    "high": Attribute(("上限", "High"), lambda case: _number(case.telling.high)),
    "actual": Attribute(("全年", "In the end"), lambda case: plain(case.end.actual)),
    "goal": Attribute(("目标", "Goal"), _of_promise(lambda one: plain(one.target.goal))),
    "target": Attribute(("目标编号", "Target id"), _of_promise(lambda one: one.target.id)),
    "chance": Attribute(("兑现可能", "Chance"), _chance),
    "kept": Attribute(("兑现", "Kept"), _of_promise(lambda one: int(one.kept))),
}
"""The columns of a case, in order; new ones come last."""


HEADS: Mapping[str, Pair] = {
    "measure": ("类型", "Measure"),
    "indicator": ("指标编号", "Indicator id"),
    "month": ("月份", "Month"),
    "year": ("年", "Year"),
    "method": ("方法", "Method"),
}


def score_columns(by: Sequence[str]) -> dict[str, Attribute]:
    """The columns of a score: its groups, then the errors, the intervals, the chances."""
    return {name: _group(place, name) for place, name in enumerate(by)} | SCORES


def _group(place: int, name: str) -> Attribute:
    words = {measure.value: pair for measure, pair in MEASURES.items()} | {one.value: METHODS[one] for one in METHODS}

    def value(one: Score) -> str | None:
        return one.group[place] if place < len(one.group) else None

    def told(one: Score, lang: str) -> str:
        word = value(one)
        return pick(ALL if word is None else words.get(word, (word, word)), lang)

    return Attribute(HEADS[name], value, told)


def _plain(label: Pair, name: str, digits: int = 4) -> Attribute:
    """A number of a score."""

    def value(one: Score) -> Value:
        found = getattr(one, name)
        return None if found is None else round(found, digits)

    return Attribute(label, value, lambda one, _: "" if (v := value(one)) is None else f"{v:.3g}")


def _share(label: Pair, taken: Callable[[Score], float | None]) -> Attribute:
    def value(one: Score) -> Value:
        found = taken(one)
        return None if found is None else round(found, 4)

    return Attribute(label, value, lambda one, _: "" if (v := taken(one)) is None else percent(Decimal(repr(v))))


def _method(label: Pair, name: str, nothing: Pair) -> Attribute:
    def told(one: Score, lang: str) -> str:
        found: Method | None = getattr(one, name)
        return pick(nothing if found is None else METHODS[found], lang)

    return Attribute(label, lambda one: None if getattr(one, name) is None else getattr(one, name).value, told)


def _inside(place: int) -> Attribute:
    level = LEVELS[place]
    return _share((f"{level}%区间内", f"In {level} %"), lambda one: one.inside[place] if one.intervals else None)


TOO_SHORT: Pair = ("年份太少", "too few years")

SCORES: dict[str, Attribute] = {
    "cases": Attribute(("次数", "Cases"), lambda one: one.cases),
    "years": Attribute(("年数", "Years"), lambda one: one.years),
    "method": _method(("方法", "Method"), "method", TOO_SHORT),
    "error": _plain(("平均误差", "Error"), "error"),
    "plain_error": _plain(("照旧法误差", "Plain rule's"), "plain_error"),
    "error_ratio": _plain(("误差比", "Ratio"), "ratio"),
    "goal_error": _plain(("以目标为准误差", "The goal's"), "goal_error"),
    "trusted": _method(("宜用方法", "To trust"), "trusted", TOO_SHORT),
    "margin": _share(("优于照旧", "Better by"), lambda one: one.margin),
    **{f"inside_{level}": _inside(place) for place, level in enumerate(LEVELS)},
    "width_ratio": _plain(("区间宽度比", "Width"), "width"),
    "chances": Attribute(("概率次数", "Chances"), lambda one: one.chances),
    "brier": _plain(("布赖尔分", "Brier"), "brier"),
    "flag_brier": _plain(("结论布赖尔分", "The flag's"), "flag_brier"),
    "base_brier": _plain(("基准布赖尔分", "Base rate's"), "base_brier"),
    "log_score": _plain(("对数分", "Log score"), "surprise"),
    "flag_share": _share(("结论正确", "Flag right"), lambda one: one.flag),
    "calendar_share": _share(("序时正确", "Calendar"), lambda one: one.calendar),
    "plain": _method(("照旧法", "Plain rule"), "plain", TOO_SHORT),
    "intervals": Attribute(("区间次数", "Intervals"), lambda one: one.intervals),
}
"""The columns of every score, in order; new ones come last."""

USUAL_SCORES = (
    "cases", "years", "error", "error_ratio", "goal_error", "trusted", "margin", "inside_50", "inside_80", "inside_90",
    "brier", "flag_brier", "log_score", "flag_share", "calendar_share",
)  # fmt: skip
