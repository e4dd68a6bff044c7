"""Which verdicts changed, and what changed them? The answer of `diff` as a sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ycindic.domain.assessment import Assessment
from ycindic.domain.changes.change import Cause, Change, ChangedFigure, Explanation
from ycindic.domain.model import Indicator, Observation, Plan, Target
from ycindic.domain.problem import Problem
from ycindic.render.answers import cells
from ycindic.render.answers.faults import fault_values
from ycindic.render.answers.sheet import SCHEMA, Column, Document, Group, Page, Sheet, Value, in_both
from ycindic.render.words.figures import target_words
from ycindic.render.words.looks import COLOURS
from ycindic.render.words.numbers import number_for_programs, period_in_words, typed
from ycindic.render.words.promised import goal_words
from ycindic.render.words.sentence import reasons, sentence
from ycindic.render.words.units import amounts_of
from ycindic.render.words.visible import one_line
from ycindic.render.words.wording import BOUNDS, clauses, listed
from ycindic.text import Text, Verbatim, _, _p, day_words

_MOST_NAMED = 3
"""So many figures are named one by one in a sentence."""

_CAUSES: Mapping[Cause, Text] = {
    Cause.TARGET_ADDED: _("target added"),
    Cause.TARGET_REMOVED: _("target removed"),
    Cause.GOAL_CHANGED: _("goal changed"),
    Cause.GOAL_REVISED: _("goal revised"),
    Cause.REVISION: _("revision"),
    Cause.NEW_FIGURE: _("new figure"),
    Cause.TIME_PASSED: _("time passed"),
}


class Difference(NamedTuple):
    """The answer of `diff`."""

    plan: Plan
    first: date
    last: date
    changes: tuple[Change, ...]
    asked: int
    problems: tuple[Problem, ...] = ()


def _why(change: Change) -> Text:
    """Every cause of a change, one after the other."""
    return clauses([_cause(one, change) for one in change.why])


def _cause(one: Explanation, change: Change) -> Text:
    if one.cause is Cause.TIME_PASSED:
        more = _time(change)
    else:
        more = _figures(one.figures, change) if one.figures else _goal(one, change)
    return _CAUSES[one.cause] if more is None else _("{about}: {said}", about=_CAUSES[one.cause], said=more)


def _time(change: Change) -> Text | None:
    """Where time alone did it, what the later answer says."""
    return None if len(change.why) > 1 or change.after is None else reasons(change.after)


def _figures(figures: Sequence[ChangedFigure], change: Change) -> Text:
    named = listed([_figure(one, change) for one in figures[-_MOST_NAMED:]])
    count = len(figures)
    return named if count <= _MOST_NAMED else _("{count} figures, the last being {figures}", count=count, figures=named)


def _figure(figure: ChangedFigure, change: Change) -> Text:
    """`2026年1—6月 2.1→2.4 万人`, with the indicator's name where it is another one's figure."""
    indicator = figure.indicator
    name = "" if indicator.id == change.shown.indicator.id else _("{indicator} ", indicator=indicator.name)
    period = period_in_words(figure.period)
    if figure.old is None:
        return _("{name}{value} for {period}", name=name, value=_value(figure.new, indicator), period=period)
    old = _value(figure.old, indicator)
    if figure.new is None:
        return _("{name}{value} for {period} retracted", name=name, value=old, period=period)
    new = _value(figure.new, indicator)
    return _("{name}{period} from {old} to {new}", name=name, period=period, old=old, new=new)


def _value(one: Observation | None, indicator: Indicator) -> Text | None:
    if one is None:
        return None
    return _("{bound}{value}", bound=BOUNDS[one.bound], value=amounts_of(typed(one.value), indicator))


def _goal(one: Explanation, change: Change) -> Text | None:
    """The old and the new goal where they read differently, else the keys that differ."""
    if not one.keys or change.before is None or change.after is None:
        return None
    old, new = (goal_words(row.target, row.indicator, row.references) for row in (change.before, change.after))
    if old != new:
        return _revised(one, change.after.target, _("from {old} to {new}", old=old, new=new))
    return Verbatim(", ".join(one.keys))


def _revised(one: Explanation, target: Target, changed: Text) -> Text:
    """Since when a revised goal stands, and who revised it."""
    now = target.revision
    if one.cause is not Cause.GOAL_REVISED or now is None or now.on is None:
        return changed
    since = _("{changed} since {day}", changed=changed, day=now.on)
    return since if now.source is None else _("{said} ({beside})", said=since, beside=now.source)


def _answer(row: Assessment | None) -> dict[str, Value]:
    if row is None:
        return {"verdict": None, "on_track": None, "reason": None, "sentence": None}
    return {
        "verdict": row.verdict.value,
        "on_track": row.on_track,
        "reason": row.reason.value,
        "sentence": in_both(sentence(row)),
    }


def _in_full(change: Change) -> dict[str, Value]:
    """A change with the figures behind it, and both answers told."""
    return {
        "causes": [
            {
                "cause": one.cause.value,
                "figures": [_figure_value(figure) for figure in one.figures],
                "keys": [
                    {"key": key, "old": _of(change.before, key), "new": _of(change.after, key)} for key in one.keys
                ],
            }
            for one in change.why
        ],
        "from": _answer(change.before),
        "to": _answer(change.after),
    }


def _figure_value(figure: ChangedFigure) -> dict[str, Value]:
    old, new = figure.old, figure.new
    return {
        "indicator": figure.indicator.id,
        "period": str(figure.period),
        "basis": figure.basis.value,
        "old": None if old is None else number_for_programs(old.value),
        "new": None if new is None else number_for_programs(new.value),
        "published": new.published.isoformat() if new and new.published else None,
    }


def _of(row: Assessment | None, key: str) -> Value:
    """What a key of the target, or of its indicator, was or is."""
    if row is None:
        return None
    found = getattr(row.target, key) if key in row.target._fields else getattr(row.indicator, key)
    return None if found is None else str(found)


def _verdict(row: Assessment | None) -> Value:
    return None if row is None else row.verdict.value


def _flag(row: Assessment | None) -> Value:
    return None if row is None else row.on_track


def _name(change: Change, lang: str) -> str:
    return target_words(change.shown.target, change.shown.indicator).in_language(lang)


def _said(row: Assessment | None, lang: str) -> str:
    return "" if row is None else cells.verdict(row, lang)


def _told_why(change: Change, lang: str) -> str:
    told = _why(change)
    return told.in_language(lang)


_COLUMNS: dict[str, Column[Change]] = {
    "id": Column(lambda one: one.shown.target.id, _("Id"), left=True),
    "indicator": Column(lambda one: one.shown.indicator.id, _("Indicator id"), left=True),
    "name": Column(
        lambda one: in_both(one.shown.indicator.name), _("Indicator"), words=_name, bilingual=True, left=True
    ),
    "period": Column(
        lambda one: one.shown.target.when,
        _("Target period"),
        words=lambda one, lang: cells.target_period(one.shown, lang),
        left=True,
    ),
    "verdict_from": Column(
        lambda one: _verdict(one.before),
        _("Was"),
        words=lambda one, lang: _said(one.before, lang),
        left=True,
        colours=COLOURS,
    ),
    "verdict_to": Column(
        lambda one: _verdict(one.after),
        _("Is"),
        words=lambda one, lang: _said(one.after, lang),
        left=True,
        colours=COLOURS,
    ),
    "on_track_from": Column(lambda one: _flag(one.before), _("Was on track"), left=True),
    "on_track_to": Column(lambda one: _flag(one.after), _p("of diff", "On track"), left=True),
    "causes": Column(
        lambda one: [cause.cause.value for cause in one.why],
        _("Causes"),
        words=lambda one, lang: listed([_CAUSES[cause.cause] for cause in one.why]).in_language(lang),
        left=True,
    ),
    "why": Column(lambda one: in_both(_why(one)), _("Why"), words=_told_why, bilingual=True, left=True, room=(60, 60)),
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
    count = _("{count} of {asked} verdicts changed", count=len(found), asked=asked).in_language(lang)
    return Page(
        groups=[Group(found)] if found else [],
        title=one_line(title.in_language(lang)),
        dated=" → ".join(day_words(one, lang) for one in (difference.first, difference.last)),
        lines=((count,),),
    )
