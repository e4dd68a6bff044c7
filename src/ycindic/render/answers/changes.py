"""Which verdicts changed, and what changed them? The answer of `diff` as a sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ycindic.domain.assessment import Assessment
from ycindic.domain.changes.change import Cause, Change, Figure, Why
from ycindic.domain.model import Bilingual, Observation, Plan, Target
from ycindic.domain.problem import Problem
from ycindic.render.answers import cells
from ycindic.render.answers.faults import fault_values
from ycindic.render.answers.sheet import SCHEMA, Column, Document, Group, Page, Sheet, Value, pair_value
from ycindic.render.words.looks import COLOURS
from ycindic.render.words.numbers import in_words, plain, typed, with_unit
from ycindic.render.words.promised import goal_words
from ycindic.render.words.sentence import sentence
from ycindic.render.words.visible import one_line
from ycindic.render.words.wording import BOUNDS, Pair, pick

_MOST_NAMED = 3
"""So many figures are named one by one in a sentence."""

CAUSES: Mapping[Cause, Pair] = {
    Cause.TARGET_ADDED: ("新增目标", "target added"),
    Cause.TARGET_REMOVED: ("目标取消", "target removed"),
    Cause.GOAL_CHANGED: ("目标有变", "goal changed"),
    Cause.GOAL_REVISED: ("目标调整", "goal revised"),
    Cause.REVISION: ("数据修订", "revision"),
    Cause.NEW_FIGURE: ("新数据", "new figure"),
    Cause.TIME_PASSED: ("时间推移", "time passed"),
}


class Difference(NamedTuple):
    """The answer of `diff`."""

    plan: Plan
    first: date
    last: date
    changes: tuple[Change, ...]
    asked: int
    problems: tuple[Problem, ...] = ()


def why(change: Change) -> Bilingual:
    """Every cause of a change, one after the other."""
    told = [_cause(one, change) for one in change.why]
    return Bilingual("；".join(zh for zh, _ in told), "; ".join(en for _, en in told))


def _cause(one: Why, change: Change) -> Pair:
    zh, en = CAUSES[one.cause]
    if one.cause is Cause.TIME_PASSED:
        more = _time(change)
    else:
        more = _figures(one.figures, change) if one.figures else _goal(one, change)
    return (f"{zh}：{more[0]}", f"{en}: {more[1]}") if more[0] else (zh, en)


def _time(change: Change) -> Pair:
    """Where time alone did it, what the later answer says."""
    if len(change.why) > 1 or change.after is None:
        return "", ""
    told = sentence(change.after)
    return told.zh.removesuffix("。"), told.en.removesuffix(".")


def _figures(figures: Sequence[Figure], change: Change) -> Pair:
    named = [_figure(one, change) for one in figures[-_MOST_NAMED:]]
    zh, en = "、".join(zh for zh, _ in named), ", ".join(en for _, en in named)
    count = len(figures)
    return (f"共{count}个，最近的是{zh}", f"{count} figures, the last being {en}") if count > _MOST_NAMED else (zh, en)


def _figure(figure: Figure, change: Change) -> Pair:
    """`2026年1—6月 2.1→2.4 万人`, with the indicator's id where it is another one's figure."""
    indicator = figure.indicator
    name = "" if indicator.id == change.shown.indicator.id else f"{indicator.id} "
    unit = indicator.unit
    old, new = _value(figure.old, unit), _value(figure.new, unit)
    zh, en = in_words(figure.period)
    if figure.old is None:
        return f"{name}{zh}为{new[0]}", f"{name}{new[1]} for {en}"
    if figure.new is None:
        return f"{name}{zh}的{old[0]}已撤回", f"{name}{old[1]} for {en} retracted"
    return f"{name}{zh}由{old[0]}改为{new[0]}", f"{name}{en} from {old[1]} to {new[1]}"


def _value(one: Observation | None, unit: str) -> Pair:
    if one is None:
        return "", ""
    text, bound = with_unit(typed(one.value), unit), BOUNDS[one.bound]
    return f"{bound[0]}{text}", f"{bound[1]}{text}"


def _goal(one: Why, change: Change) -> Pair:
    """The old and the new goal where they read differently, else the keys that differ."""
    if not one.keys or change.before is None or change.after is None:
        return "", ""
    old, new = (goal_words(row.target, row.indicator) for row in (change.before, change.after))
    if old != new:
        day, source = _revised(one, change.after.target)
        return f"{day[0]}由{old[0]}改为{new[0]}{source[0]}", f"from {old[1]} to {new[1]}{day[1]}{source[1]}"
    keys = ", ".join(one.keys)
    return keys, keys


def _revised(one: Why, target: Target) -> tuple[Pair, Pair]:
    """Since when a revised goal stands, and who revised it."""
    now = target.revision
    if one.cause is not Cause.GOAL_REVISED or now is None or now.on is None:
        return ("", ""), ("", "")
    since = f"{now.on}起", f" since {now.on}"
    return since, ("", "") if now.source is None else (f"（{now.source.zh}）", f" ({now.source.en})")


def _answer(row: Assessment | None) -> dict[str, Value]:
    if row is None:
        return {"verdict": None, "on_track": None, "reason": None, "sentence": None}
    return {
        "verdict": row.verdict.value,
        "on_track": row.on_track,
        "reason": row.reason.value,
        "sentence": sentence(row)._asdict(),
    }


def _in_full(change: Change) -> dict[str, Value]:
    """A change with the figures behind it, and both answers told."""
    return {
        "causes": [
            {
                "cause": one.cause.value,
                "figures": [_figure_value(figure) for figure in one.figures],
                "keys": [_key_value(key, change) for key in one.keys],
            }
            for one in change.why
        ],
        "from": _answer(change.before),
        "to": _answer(change.after),
    }


def _figure_value(figure: Figure) -> dict[str, Value]:
    old, new = figure.old, figure.new
    return {
        "indicator": figure.indicator.id,
        "period": str(figure.period),
        "basis": figure.basis.value,
        "old": None if old is None else plain(old.value),
        "new": None if new is None else plain(new.value),
        "published": new.published.isoformat() if new and new.published else None,
    }


def _key_value(key: str, change: Change) -> dict[str, Value]:
    """A key of the target, or of its indicator, with what it was and what it is."""
    return {"key": key, "old": _of(change.before, key), "new": _of(change.after, key)}


def _of(row: Assessment | None, key: str) -> Value:
    if row is None:
        return None
    found = getattr(row.target, key) if key in row.target._fields else getattr(row.indicator, key)
    return None if found is None else str(found)


def _verdict(row: Assessment | None) -> Value:
    return None if row is None else row.verdict.value


def _flag(row: Assessment | None) -> Value:
    return None if row is None else row.on_track


def _name(change: Change, lang: str) -> str:
    return f"{cells.name(change.shown, lang).strip(' ·')} ({change.shown.target.id})"


def _said(row: Assessment | None, lang: str) -> str:
    return "" if row is None else cells.verdict(row, lang)


def _why(change: Change, lang: str) -> str:
    told = why(change)
    return told.zh if lang == "zh" else told.en


_COLUMNS: dict[str, Column[Change]] = {
    "id": Column(lambda one: one.shown.target.id, ("编号", "Id"), left=True),
    "indicator": Column(lambda one: one.shown.indicator.id, ("指标编号", "Indicator id"), left=True),
    "name": Column(
        lambda one: pair_value(one.shown.indicator.name), ("指标", "Indicator"), words=_name, bilingual=True, left=True
    ),
    "period": Column(lambda one: one.shown.target.when, ("目标期", "Target period"), left=True),
    "verdict_from": Column(
        lambda one: _verdict(one.before),
        ("原结论", "Was"),
        words=lambda one, lang: _said(one.before, lang),
        left=True,
        colours=COLOURS,
    ),
    "verdict_to": Column(
        lambda one: _verdict(one.after),
        ("现结论", "Is"),
        words=lambda one, lang: _said(one.after, lang),
        left=True,
        colours=COLOURS,
    ),
    "on_track_from": Column(lambda one: _flag(one.before), ("原按进度", "Was on track"), left=True),
    "on_track_to": Column(lambda one: _flag(one.after), ("现按进度", "On track"), left=True),
    "causes": Column(lambda one: [cause.cause.value for cause in one.why], ("起因", "Causes"), left=True),
    "why": Column(
        lambda one: pair_value(why(one)), ("原因", "Why"), words=_why, bilingual=True, left=True, room=(60, 60)
    ),
}
"""The columns of a changed target; new ones come last."""
_USUAL = ("name", "verdict_from", "verdict_to", "why")


def sheet(difference: Difference) -> Sheet[Change]:
    """A row a changed target: what the verdict was, what it is, and why."""
    first, last, asked = difference.first, difference.last, difference.asked
    return Sheet(
        name="changes",
        columns=_COLUMNS,
        rows=difference.changes,
        usual=_USUAL,
        least=len(_USUAL),
        even=True,
        as_of=last,
        document=Document(
            {"schema": SCHEMA, "from": first, "to": last, "targets": asked},
            lambda: {"problems": fault_values(difference.problems)},
            _in_full,
        ),
        page=lambda screen: _page(difference, screen.lang),
    )


def _page(difference: Difference, lang: str) -> Page[Change]:
    title, found, asked = difference.plan.title, difference.changes, difference.asked
    count = pick((f"{asked}项目标中{len(found)}项结论有变", f"{len(found)} of {asked} verdicts changed"), lang)
    return Page(
        groups=[Group(found)] if found else [],
        title=one_line(title.zh if lang == "zh" else title.en),
        when=("", f"{difference.first} → {difference.last}"),
        lines=((count,),),
    )
