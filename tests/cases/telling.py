"""How is a case told? From a few lines of YAML to the files that a user would have, and the moments to ask.

    - title: Whoever knows the law of numbers can say whether this is right
      indicator: {unit: 万人, measure: flow, released: {every: month, day: 20}}   # keys of targets.yaml
      target: {period: 2026, relation: at_least, goal: 5}                        # keys of targets.yaml
      known before: {2025-06: 2.74, 2025: 4.8}
      then:
        - {2026-06: 2.8, verdict: on_track, reason: pace, pace: 0.98}

`others` are further indicators by their id, `indicators` takes the place of `indicator` and `target`
where a case needs more of them; the first target of all is judged. `settings` are those of the
registry. A figure is written `period: value`, with the indicator before the period where it is not
the judged one, and its basis or stage behind: `nation 2026-06: 4.7`, `2026-03 alone: 1`, `2026 final: 5`.
A value may be `over 74`, `under 74`, `about 74` or `retracted`.

Every line of `then` brings what is published on one day, the day of release of its latest figure or
the one that is written behind `on`, and says what the answer is on that day. Beside verdict and reason
it may name any column of the answer; a number is compared to the digits that are written, `none` is no answer.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from cases.shifted import shifted
from ycindic.domain.model import Every, Released
from ycindic.domain.period import Calendar, last_day, parse
from ycindic.domain.release import due
from ycindic.load.find import Folder
from ycindic.load.workspace import Workspace, load
from ycindic.render.answers.columns import STATUS_COLUMNS

HERE = Path(__file__).parent
JUDGED = "it"
WAYS = ("ytd", "alone", "point")
BOUNDS = ("over", "under", "about")
CSV = ("indicator", "period", "value", "basis", "published", "stage", "bound")
SAID = ("on", *STATUS_COLUMNS)
KEYS = {"title", "indicator", "target", "others", "indicators", "settings", "known before", "then"}

Told = dict[str, Any]


class Moment(NamedTuple):
    """A day, and what the answer must say on it."""

    on: date
    expected: dict[str, str]


class Case(NamedTuple):
    """One story: its registry, its figures, and what is asked when."""

    name: str
    registry: str
    rows: list[list[str]]
    moments: list[Moment]

    def write(self, folder: Path) -> None:
        """The files of a workspace."""
        (folder / "actuals").mkdir()
        (folder / "targets.yaml").write_text(self.registry, encoding="utf-8")
        with (folder / "actuals" / "all.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([CSV, *self.rows])

    def on(self, folder: Path, day: date) -> Workspace:
        """What the files say at a date, through the readers that users have."""
        return load(Folder(folder), day)


def every_case(starts: int = 1) -> Iterator[Case]:
    """The cases of all files beside this one; told of years that begin in another month where `starts` says so."""
    for path in sorted(HERE.glob("*.yaml")):
        for told in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):  # noqa: S506 - text only
            yield case(told if starts == 1 else shifted(told, starts), path.stem)


def case(told: Told, file: str) -> Case:
    assert not set(told) - KEYS, f"{told['title']}: {set(told) - KEYS}"
    indicators = _indicators(told)
    days: list[date] = []
    rows: list[list[str]] = []
    moments: list[Moment] = []
    for line in told["then"]:
        figures = {key: value for key, value in line.items() if key not in SAID}
        on = date.fromisoformat(line["on"]) if "on" in line else _day(figures, indicators)
        days.append(on)
        rows += [_row(key, value, on, indicators) for key, value in figures.items()]
        moments.append(Moment(on, {key: value for key, value in line.items() if key in STATUS_COLUMNS}))
    assert days == sorted(days), f"{told['title']}: {days}"
    before = min(days) - timedelta(days=1)
    rows += [_row(key, value, before, indicators) for key, value in told.get("known before", {}).items()]
    return Case(f"{file}: {told['title']}", _registry(told, indicators), rows, moments)


def _indicators(told: Told) -> dict[str, Told]:
    if "indicators" in told:
        return told["indicators"]
    return {JUDGED: {**told["indicator"], "targets": [told["target"]]}, **told.get("others", {})}


def _registry(told: Told, indicators: dict[str, Told]) -> str:
    named = {key: {"name": {"zh": key, "en": key}, **values} for key, values in indicators.items()}
    whole = {"schema": "1", "title": {"zh": "例", "en": told["title"]}, "settings": told.get("settings", {})}
    return "\n".join(f"{key}: {_flow(value)}" for key, value in (whole | {"indicators": named}).items() if value) + "\n"


def _flow(value: object) -> str:
    """A value as YAML on one line, its words as they were typed."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(one) for one in value) + "]"
    text = str(value)
    return text if re.fullmatch(r"[\w@./+-]+", text) else '"' + text.replace('"', '\\"') + '"'


def _words(key: str, indicators: dict[str, Told]) -> tuple[str, str, list[str]]:
    """The indicator, the period and the words behind it."""
    words = key.split()
    name = words.pop(0) if words[0] in indicators else next(iter(indicators))
    return name, words[0], words[1:]


def _day(figures: Told, indicators: dict[str, Told]) -> date:
    """The day on which the latest of some figures comes out: as its rule says, else the end of its period."""
    return max(_release(*_words(key, indicators)[:2], indicators) for key in figures)


def _release(name: str, period: str, indicators: dict[str, Told]) -> date:
    calendar = Calendar(int(indicators[name].get("year_starts", 1)))
    found, rule = parse(period, calendar), indicators[name].get("released")
    assert found is not None, period
    if rule is None:
        return found.end
    day = int(rule["day"]) if "day" in rule else None
    released = Released(Every(rule["every"]), day, int(rule.get("after", 1)), int(rule.get("first", 1)), calendar)
    return due(released, found.last) or last_day(found.last)


def _row(key: str, value: str, on: date, indicators: dict[str, Told]) -> list[str]:
    name, period, behind = _words(key, indicators)
    basis = next((word for word in behind if word in WAYS), "")
    stage = next((word for word in behind if word not in WAYS), "")
    bound, _, number = value.rpartition(" ")
    assert bound in ("", *BOUNDS), value
    if value == "retracted":
        number, stage = "", value
    return [name, period, number, basis, on.isoformat(), stage, bound]
