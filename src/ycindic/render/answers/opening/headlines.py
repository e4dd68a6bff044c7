"""Where does each headline target stand? The columns are the same in every month, for each width of the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from ycindic.domain.agenda import next_release
from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.judge.promise import is_rate, promise
from ycindic.domain.model import Measure
from ycindic.domain.overview import Overview
from ycindic.domain.past import PastCourse, kept_before, past_course
from ycindic.render.answers.opening.naming import mark, row_name
from ycindic.render.answers.report import Report
from ycindic.render.words.bars import progress, scale, spark
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import day_words, figure, short_period, typed
from ycindic.render.words.promised import goal_words
from ycindic.render.words.screen import Screen
from ycindic.render.words.styled import Cell, Line, row
from ycindic.render.words.units import amount_of, measured_of
from ycindic.render.words.visible import one_line, width
from ycindic.render.words.wording import BOUNDS
from ycindic.text import Text, _, _p

CLASSES = (60, 80, 100, 120, 160)
_GAP = 1
"""Cells between two columns."""


_HEADS: Mapping[str, Text] = {
    "goal": _("Goal"),
    "actual": _p("headlines", "Actual"),
    "gap": _("Gap"),
    "rest": _("Needs"),
    "bar": _("Progress"),
    "record": _("Met"),
    "spark": _p("headlines", "Years"),
}
_OLD_ACTUAL = _("Last known")
_LEAST = {"mark": 2, "name": 13, "goal": 10, "actual": 12, "gap": 8, "rest": 9}
_USUAL = {"verdict": 0, "name": 20, "goal": 10, "actual": 17, "gap": 8, "rest": 9}
_SETS: Mapping[int, Mapping[str, int]] = {
    60: _LEAST,
    80: _USUAL,
    100: {**_USUAL, "gap": 7, "rest": 7, "bar": 10, "record": 6},
    120: {**_USUAL, "goal": 12, "actual": 18, "gap": 10, "rest": 10, "bar": 12, "record": 6, "spark": 5},
    160: {**_USUAL, "goal": 16, "actual": 24, "gap": 12, "rest": 14, "bar": 14, "record": 6, "spark": 5},
}
"""The columns of a width class with their cells; goal, actual, gap, rest and verdict are in all of them."""
_RIGHT = frozenset({"goal", "gap", "rest"})


def columns(room: int, lang: str) -> dict[str, int]:
    """The columns that a screen has room for, the name taking what is left over."""
    widest = max((one for one in CLASSES if one <= room), default=CLASSES[0])
    chosen = dict(_SETS[widest])
    if "verdict" in chosen:
        chosen["verdict"] = 2 + max(width(look.short.in_language(lang)) for look in LOOKS.values())
    spare = min(room, CLASSES[-1] + 20) - sum(chosen.values()) - _GAP * (len(chosen) - 1)
    chosen["name"] += spare if spare < 0 else min(spare, 20)
    return chosen


def headlines(report: Report, seen: Overview, screen: Screen) -> Iterator[Line]:
    """The headline targets with their goals, each with its last figure, also an older one."""
    chosen = columns(screen.width, screen.lang)
    begun = any(one.figures.actual is not None for one in seen.headlines)
    heads = dict(_HEADS) if begun else {**_HEADS, "actual": _OLD_ACTUAL}
    yield []
    yield from _heading(heads, chosen, _title(seen, screen.lang), screen.lang)
    for one in seen.headlines:
        asked = _Row(one, report, seen, screen)
        cells = [_cell(asked, key, room) for key, room in chosen.items()]
        yield from row(cells, list(chosen.values()), _GAP)


def _cell(row: _Row, name: str, room: int) -> Cell:
    found = _CELLS[name](row, room)
    return found._replace(right=True) if name in _RIGHT else found


def told(one: Assessment, report: Report, seen: Overview, screen: Screen, names: Iterable[str]) -> list[str]:
    """The cells of some columns of a headline as plain texts, with all the room they want."""
    asked = _Row(one, report, seen, screen)
    return [_CELLS[name](asked, _NO_LIMIT).text for name in names]


_NO_LIMIT = 200
"""Cells that no text of a headline needs."""


def head(name: str, lang: str) -> str:
    """The heading of a column."""
    return {"name": _("Indicator"), "verdict": _("Verdict"), **_HEADS}[name].in_language(lang)


def _heading(heads: Mapping[str, Text], chosen: Mapping[str, int], title: str, lang: str) -> Iterator[Line]:
    """The title over the verdicts and the names, the other columns under their own heads."""
    sign, name, *others = chosen
    cells = [Cell(title, "bold"), *(Cell(heads[key].in_language(lang), "dim", key in _RIGHT) for key in others)]
    yield from row(cells, [chosen[sign] + _GAP + chosen[name], *(chosen[key] for key in others)], _GAP)


def _title(seen: Overview, lang: str) -> str:
    when = short_period(seen.period, None, lang)
    return _("Headline targets of {when}", when=when).in_language(lang)


class _Row(NamedTuple):
    """What a cell of a row is made of."""

    one: Assessment
    report: Report
    seen: Overview
    screen: Screen

    @property
    def past(self) -> PastCourse:
        """Looked up only for the cells that tell of it: most rows show none."""
        return past_course(self.one.indicator, self.report.facts, self.report.as_of)

    @property
    def lang(self) -> str:
        return self.screen.lang


def _mark(row: _Row, _: int) -> Cell:
    return Cell(f"{mark(row.one, row.screen)}{'*' if row.one.stale else ''}", LOOKS[row.one.verdict].colour)


def _verdict(row: _Row, _: int) -> Cell:
    word = LOOKS[row.one.verdict].short.in_language(row.lang)
    return Cell(f"{mark(row.one, row.screen)} {word}{'*' if row.one.stale else ''}", LOOKS[row.one.verdict].colour)


def _goal(row: _Row, _room: int) -> Cell:
    said = goal_words(row.one.target, row.one.indicator)
    return Cell("" if said is None else one_line(said.in_language(row.lang)))


def _spark(row: _Row, _: int) -> Cell:
    now = row.report.as_of.year
    return Cell(spark([row.past.years.get(one) for one in range(now - 10, now)]))


def _record(row: _Row, _: int) -> Cell:
    """How often such a goal was met before, of the full years on record."""
    found = kept_before(row.one.target, row.one.indicator, row.report.facts)
    return Cell("" if found is None else f"{found.kept}/{found.years}")


def _actual(row: _Row, room: int) -> Cell:
    """The judged figure, else the last one known, dimmed, else when the first is due and from whom."""
    one, seen, lang = row.one, row.seen, row.lang
    figures = one.figures
    if figures.actual is not None and figures.actual_period is not None:
        value = amount_of(figure(one, figures.actual), one.indicator, lang)
        when = short_period(figures.actual_period, seen.period, lang)
        return Cell(f"{BOUNDS[figures.actual_bound].in_language(lang)}{value} {when}")
    last = row.past.last
    if last is not None:
        value = amount_of(typed(last.value), one.indicator, lang)
        sign = BOUNDS[last.bound].in_language(lang)
        return Cell(f"{sign}{value} {short_period(last.covered, seen.period, lang)}", "dim")
    due = None if one.overdue else next_release(one.indicator, one.target.period, row.report.as_of)
    if due is None:
        return Cell("")
    publisher = one.indicator.publisher
    who = "" if publisher is None else one_line(publisher.in_language(lang))
    day = day_words(due, lang, of_year=row.report.as_of.year)
    short = _("due {day}", day=day).in_language(lang)
    full = _("due {day}, {who}", day=day, who=who).in_language(lang) if who else short
    return Cell(full if width(full) <= room else short, "dim")


def _gap(row: _Row, _room: int) -> Cell:
    """What is missing to the printed goal, as a reader would reckon it."""
    one, lang = row.one, row.lang
    figures = one.figures
    if figures.gap is None:
        return Cell("")
    text = figure(one, figures.gap, sign=True)
    if figures.gap_unit == "pp":
        return Cell(_("{points} pp", points=text).in_language(lang))
    return Cell(amount_of(text, one.indicator, lang))


def _rest(row: _Row, _room: int) -> Cell:
    """What the rest must deliver to reach the printed goal, or may at most."""
    one, lang = row.one, row.lang
    figures = one.figures
    if figures.required is None or one.verdict in (Verdict.ACHIEVED, Verdict.MISSED):
        return Cell("")
    ceiling = (
        "≤ " if promise(one.target, one.indicator).direction < 0 and one.indicator.measure is not Measure.STOCK else ""
    )
    text = figure(one, figures.required, divided=figures.required != figures.actual)
    return Cell(f"{ceiling}{measured_of(text, figures.required_unit, one.indicator).in_language(lang)}")


def _bar(row: _Row, room: int) -> Cell:
    """Done against expected, or a rate beside its goal on the scale of its own history."""
    figures, goal = row.one.figures, row.one.target.goal
    if not is_rate(row.one.indicator):
        done = figures.completion
        return Cell("" if done is None else progress(done, figures.expected_completion, room))
    past = row.past
    value = figures.actual if figures.actual is not None else None if past.last is None else past.last.value
    return Cell("" if goal is None or value is None else scale(value, goal, past.years.values(), room))


_CELLS: Mapping[str, Callable[[_Row, int], Cell]] = {
    "mark": _mark,
    "verdict": _verdict,
    "name": lambda row, _: Cell(row_name(row.one, row.seen, row.lang)),
    "goal": _goal,
    "actual": _actual,
    "gap": _gap,
    "rest": _rest,
    "bar": _bar,
    "record": _record,
    "spark": _spark,
}
"""The cell of each column; what a promise cannot have is left empty."""
