"""One target in full, for programs."""

from __future__ import annotations

from datetime import date

from ycindic.domain.assessment import Assessment
from ycindic.domain.history import Vintage
from ycindic.domain.model import Revision
from ycindic.render.answers.columns import answer_values
from ycindic.render.answers.faults import fault_values
from ycindic.render.answers.glance import computed_values, remark_value
from ycindic.render.answers.opinions import opinion_values
from ycindic.render.answers.sheet import Value
from ycindic.render.answers.story import Shown, Story, outlook_value, step_value
from ycindic.render.forms.json import dump
from ycindic.render.words.numbers import number_for_programs
from ycindic.render.words.screen import Screen

_SCHEMA = 2


def show(shown: Shown, _: Screen) -> str:
    """The stories as one document, none of them where the registry cannot be read, and the faults of the files."""
    document = {
        "schema": _SCHEMA,
        "as_of": shown.as_of.isoformat(),
        "title": {"zh": shown.plan.title.zh, "en": shown.plan.title.en},
        "targets": [_story(one, shown.as_of) for one in shown.stories],
        "problems": fault_values(shown.problems),
    }
    return dump(document)


def _story(one: Story, as_of: date) -> dict[str, object]:
    target = one.row.target
    note = {"zh": target.note.zh, "en": target.note.en} if target.note else None
    return {
        **answer_values(one.row),
        **opinion_values(one.row, one.opinions),
        "note": note,
        "goal_read": target.goal_read or None,
        "revised": [_revision(stated) for stated in target.stated_by_day(as_of)] or None,
        "tolerance": number_for_programs(target.tolerance),
        **_beside(one.row),
        "settings": {name: number_for_programs(value) for name, value in one.settings.items()},
        "steps": [step_value(step) for step in one.steps],
        "computed": computed_values(one.computed, one.plan),
        "outlook_details": outlook_value(one.row),
        "outlook_untold": None if one.untold is None else one.untold.value,
        "remarks": [remark_value(remark, one.row.indicator) for remark in one.remarks],
        "part_answers": [answer_values(part) for part in one.parts],
        "observations": [_vintage_value(vintage) for vintage in one.vintages],
    }


def _revision(one: Revision) -> dict[str, object]:
    """A goal that stood, or stands, from its day on; the first one from none."""
    return {
        "on": None if one.on is None else one.on.isoformat(),
        "goal": number_for_programs(one.told.goal if one.told else one.goal),
        "goal_high": number_for_programs(one.told.high if one.told else one.goal_high),
        "source": None if one.source is None else {"zh": one.source.zh, "en": one.source.en},
    }


def _beside(row: Assessment) -> dict[str, object]:
    """What stands beside the goal, where something does: how it was told, a second goal, a condition, a deadline."""
    target = row.target
    found: dict[str, object] = {}
    if target.told is not None:
        told = target.told
        found["told"] = {
            "as": told.how.value,
            "goal": number_for_programs(told.goal),
            "goal_high": number_for_programs(told.high),
        }
    if row.hoped is not None:
        hoped = row.hoped
        found["stretch"] = {
            "goal": number_for_programs(hoped.goal),
            "verdict": hoped.verdict.value,
            "gap": number_for_programs(hoped.gap),
        }
    if target.condition is not None:
        said = target.condition
        since = said.since.isoformat() if said.since else None
        found["condition"] = {**said.text._asdict(), "holds": said.holds, "since": since, "source": said.source or None}
    if target.by is not None:
        found["by"] = target.by.isoformat()
        found["reached_late"] = None if row.late is None else str(row.late)
    if row.missed_stones:
        found["missed_milestones"] = [
            {
                "by": str(one.stone.by),
                "goal": number_for_programs(one.stone.goal),
                "reached": number_for_programs(one.reached),
            }
            for one in row.missed_stones
        ]
    return found


def _vintage_value(one: Vintage) -> dict[str, Value]:
    """A row of the files as names and values."""
    return {
        "indicator": one.indicator,
        "period": str(one.period),
        "basis": one.basis.value,
        "value": number_for_programs(one.value),
        "published": one.published.isoformat() if one.published else None,
        "stage": one.stage.value or None,
        "bound": one.bound.value or None,
        "source": one.source or None,
        "note": one.note or None,
        "file": one.place.file,
        "line": one.place.line,
    }
