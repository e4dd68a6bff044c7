"""How does a target stand in one row of a screen? The columns of a width are the same in every month and every answer.

Each column is as wide as what stands in it, up to a measure; the name takes what is left. Numbers are never broken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from ycindic.domain.agenda import next_release
from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.judge.promise import is_rate
from ycindic.domain.past import PastCourse, kept_before, past_course
from ycindic.domain.period import Period
from ycindic.domain.release import due
from ycindic.render.answers import cells
from ycindic.render.answers.columns import STATUS_COLUMNS
from ycindic.render.answers.naming import mark, row_name
from ycindic.render.answers.report import Report
from ycindic.render.words.bars import progress_bar, scale, spark
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import is_chinese, short_period, typed
from ycindic.render.words.rest import each_month, less_is_enough
from ycindic.render.words.screen import Screen
from ycindic.render.words.standing import is_accepted
from ycindic.render.words.styled import Line, StyledCell, packed, row
from ycindic.render.words.units import amount_of, headed, headed_unit
from ycindic.render.words.visible import one_line, width, wrapped
from ycindic.render.words.wording import BOUNDS
from ycindic.text import Text, _, _p, day_words

_LEAST = ("name", "goal", "actual", "gap", "required")
_USUAL = ("mark", *_LEAST)
_SCREEN_WIDTHS: Mapping[int, Sequence[str]] = {
    60: _USUAL,
    80: _USUAL,
    100: (*_USUAL, "bar", "record"),
    120: ("verdict", *_LEAST, "bar", "record", "chance", "course"),
    160: ("verdict", *_LEAST, "bar", "record", "chance", "course"),
}
"""The columns of each width of a screen; goal, actual, gap, what the rest needs and the verdict are in all of them."""
_GAP, _WIDEST, _LEAST_CELL = 1, 180, 4
"""Cells between two columns, of the widest table, and of a column where nothing else helps."""
_NAME = (12, 16)
"""Cells of the narrowest name, and of the longest word in it that is not broken for others."""
_EASY_NAME = 21
"""Cells of a name that are given before other columns get more than they need."""
_ROOM = {"goal": 12, "actual": 18, "gap": 12, "required": 9}
_NARROW = {"goal": 10, "actual": 13, "gap": 9, "required": 8}
"""Cells that a column is given before the name is broken, and below 80; more only where there is room."""
_FULL, _BAR, _YEARS = 80, 10, 10
_LINES = 2
"""So many lines a row takes at most where there is room."""
_RIGHT = frozenset({"goal", "gap", "required"})
_HEADS: Mapping[str, Text] = {
    **{name: STATUS_COLUMNS[name].label for name in ("verdict", "name", "goal", "gap")},
    "mark": STATUS_COLUMNS["verdict"].label,
    "actual": _p("headlines", "Actual"),
    "figure": _p("headlines", "Actual"),
    "next": _("Next figure by"),
    "required": _("Needs"),
    "needed": _("Needs"),
    "bar": _("Progress"),
    "record": _("Met"),
    "course": _p("headlines", "Years"),
    "chance": STATUS_COLUMNS["chance"].label,
}
OLD_ACTUAL = _("Last known")
_IF = "^"
"""The sign of what the rest needs only if the figure that it is held against stays as it is."""


def columns_with_room(room: int) -> Sequence[str]:
    """The columns that a screen has room for."""
    return _SCREEN_WIDTHS[max((one for one in _SCREEN_WIDTHS if one <= room), default=min(_SCREEN_WIDTHS))]


def legend(shown: Iterable[Assessment], screen: Screen) -> Iterator[Line]:
    """What the signs of some rows mean, and how their bars are read where the screen has room for them."""
    lang, found = screen.lang, list(shown)
    used = {one.verdict for one in found}
    signs = [
        f"{LOOKS[one].ascii if screen.ascii_only else LOOKS[one].symbol} {LOOKS[one].word.in_language(lang)}"
        for one in Verdict
        if one in used
    ]
    old = [_("* by old figures only").in_language(lang)] if any(one.stale for one in found) else []
    bars = list[Text]()
    if any(is_accepted(one) for one in found):
        bars.append(_("below, above: inside what is accepted"))
    if any(each_month(one) and cells.required_cell(one, lang) for one in found):
        bars.append(_("a month: each after the figure's"))
    if any(cells.hangs_on_another(one) for one in found):
        bars.append(_("{sign} if what it is held against stays", sign=_IF))
    if any(less_is_enough(one) and cells.required_cell(one, lang) for one in found):
        bars.append(_("needs: for the goal itself, less may do"))
    if "bar" in columns_with_room(screen.width):
        bars += [
            _("bar: # done | due; rate: o actual | goal"),
            _("met: past years that reached this goal / known years"),
        ]
    items = [*signs, *old, *(one.in_language(lang) for one in bars)]
    yield from packed(items, screen.width, "  ", style="dim")


def row_head(name: str, lang: str) -> str:
    """The heading of a column."""
    return _HEADS[name].in_language(lang)


class Rows:
    """What stands in the cells of the rows of a report."""

    def __init__(self, report: Report, running: Period, screen: Screen) -> None:
        self.report, self.running, self.screen = report, running, screen

    def cells(self, names: Iterable[str], one: Assessment) -> list[StyledCell]:
        """The cells of a row in some columns; what a promise cannot have is left empty."""
        row = _Row(one, self)
        found = [_CELLS[name](row) for name in names]
        if self.screen.ascii_only:
            return [cell._replace(text=cell.text.replace("–", "-")) for cell in found]
        return found

    def texts(self, names: Iterable[str], one: Assessment) -> list[str]:
        """The same as plain texts."""
        return [cell.text for cell in self.cells(names, one)]


class Ruled:
    """Rows under the same columns, which are measured by all of them."""

    def __init__(self, asked: Rows, every: Sequence[Assessment]) -> None:
        self._screen = asked.screen
        self._names = columns_with_room(self._screen.width)
        self._cells = {one.target.id: asked.cells(self._names, one) for one in every}
        figures = any(one.figures.actual is not None or one.figures.provisional is not None for one in every)
        self._heads = {name: row_head(name, self._screen.lang) for name in self._names}
        if not figures:
            self._heads["actual"] = OLD_ACTUAL.in_language(self._screen.lang)
        self._widths = self._measured()

    def heading(self, title: str = "") -> Iterator[Line]:
        """The heads of the columns; a title stands over the verdicts and the names."""
        (sign, name, *others), (first, second, *widths) = self._names, self._widths
        cells = [StyledCell(self._heads[key], "dim", key in _RIGHT) for key in others]
        if title:
            yield from row([StyledCell(title, "bold"), *cells], [first + _GAP + second, *widths], _GAP)
            return
        verdict = "" if sign == "mark" else self._heads[sign]
        yield from row([StyledCell(verdict, "dim"), StyledCell(self._heads[name], "dim"), *cells], self._widths, _GAP)

    def rows(self, shown: Iterable[Assessment]) -> Iterator[Line]:
        """Some of the rows."""
        for one in shown:
            yield from row(self._cells[one.target.id], self._widths, _GAP)

    def _measured(self) -> list[int]:
        """How wide each column is: the words of a cell may stand on several lines, a number never does."""
        room = min(self._screen.width, _WIDEST) - _GAP * (len(self._names) - 1)
        wants, found = dict[str, int](), dict[str, int]()
        given = _ROOM if self._screen.width >= _FULL else _NARROW
        for place, name in enumerate(self._names):
            texts = {cells[place].text for cells in self._cells.values()}
            wants[name] = max([0, *map(width, texts)])
            every = {word for text in texts for word in text.split()}
            words = max((width(word) for word in every if _is_whole(word, name)), default=0)
            title = width(self._heads[name]) if name in _RIGHT or name in _UNDER_HEADS else 0
            found[name] = max(title, words, min(wants[name], given.get(name, wants[name])))
            if name == "name":
                found[name] = min(max(words, _NAME[0]), _NAME[1])
        for name, most in (
            ("name", _EASY_NAME),
            *((one, room) for one in self._names if one not in _WRAPPING),
            *((one, room) for one in _WRAPPING),
        ):
            spare = room - sum(found.values())
            found[name] += max(0, min(spare, min(wants[name], most) - found[name]))
        while sum(found.values()) > room:
            widest = max(found, key=lambda name: found[name])
            if found[widest] <= _LEAST_CELL:
                break
            found[widest] -= 1
        return list(found.values())


def _is_whole(word: str, column: str) -> bool:
    """Whether a word is not broken for others: what is Chinese and no number may be, but for names."""
    return column == "name" or not is_chinese(word) or any(map(str.isdigit, word))


_WRAPPING = ("name", "goal")
"""Columns of words, which may stand on several lines."""
_UNDER_HEADS = frozenset({"actual", "bar", "record", "course", "chance"})
"""Columns to the left whose heads are never broken."""


class _Row:
    """A row, and what its cells are made of; its numbers stand alone, since their unit stands beside the name."""

    def __init__(self, one: Assessment, asked: Rows) -> None:
        figures, self.lang = one.figures, asked.screen.lang
        numbers = (one.target.goal, one.target.goal_high, figures.actual)
        self.indicator = headed(one.indicator, numbers, self.lang)
        self.one, self.asked = one._replace(indicator=self.indicator), asked

    @cached_property
    def past(self) -> PastCourse:
        """The full years before, and the last figure known."""
        return past_course(self.one.indicator, self.asked.report.facts, self.asked.report.as_of)

    @property
    def star(self) -> str:
        """What is told by old figures only."""
        return "*" if self.one.stale else ""


def _mark(row: _Row) -> StyledCell:
    return StyledCell(f"{mark(row.one, row.asked.screen)}{row.star}", LOOKS[row.one.verdict].colour)


def _verdict(row: _Row) -> StyledCell:
    look = LOOKS[row.one.verdict]
    return StyledCell(f"{mark(row.one, row.asked.screen)} {look.word.in_language(row.lang)}{row.star}", look.colour)


def _name(row: _Row) -> StyledCell:
    """The name and the unit of its numbers."""
    name = row_name(row.one, row.asked.running, row.lang)
    unit = headed_unit(row.indicator, name, row.lang) if row.one.target.parts is None else ""
    return StyledCell(_("{name} ({unit})", name=name, unit=one_line(unit)).in_language(row.lang) if unit else name)


def _goal(row: _Row) -> StyledCell:
    """What was promised; what it is held against is named where that takes no third line."""
    said = one_line(cells.goal_cell(row.one, row.lang))
    if row.one.references and len(wrapped(said, _ROOM["goal"])) > _LINES:
        said = one_line(cells.goal_cell(row.one._replace(references=()), row.lang))
    return StyledCell(said, right=True)


def _actual(row: _Row) -> StyledCell:
    """The judged figure, else the last one known, dimmed, else when the first is due."""
    found = _figure(row)
    return found if found.text else _awaited(row)


def _figure(row: _Row) -> StyledCell:
    """The judged figure, else the last one known; of an earlier year its period stands first."""
    one, last, lang = row.one, row.past.last, row.lang
    told = cells.actual(one, lang)
    if told:
        months = cells.months_told(one)
        return StyledCell(f"{told} {'' if months is None else short_period(months, row.asked.running, lang)}".rstrip())
    if last is None:
        return StyledCell("")
    value = f"{BOUNDS[last.bound].in_language(lang)}{amount_of(typed(last.value), one.indicator, lang)}"
    when = short_period(last.covered, row.asked.running, lang)
    if last.covered.last < one.target.period.first:
        return StyledCell(_("{when}: {figure}", when=when, figure=value).in_language(lang), "dim")
    return StyledCell(f"{value} {when}", "dim")


def _awaited(row: _Row) -> StyledCell:
    """When the next figure is due."""
    day = _next_day(row)
    return StyledCell(_("due {day}", day=day).in_language(row.lang) if day else "", "dim")


def _next_day(row: _Row) -> str:
    one, as_of = row.one, row.asked.report.as_of
    reached = cells.months_told(one)
    known = None if reached is None else reached.last
    day = None if one.overdue else next_release(one.indicator, one.target.period, as_of, known)
    return "" if day is None else day_words(day, row.lang, of_year=as_of.year)


def _next(row: _Row) -> StyledCell:
    """The same in a column of its own, or since when a figure is late."""
    one, rule = row.one, row.indicator.released
    late = due(rule, one.owed[0]) if rule is not None and one.owed else None
    if late is None:
        return StyledCell(_next_day(row))
    day = day_words(late, row.lang, of_year=row.asked.report.as_of.year)
    return StyledCell(_("late since {day}", day=day).in_language(row.lang))


def _bar(row: _Row) -> StyledCell:
    """Done against expected, or a rate beside its goal on the scale of its history; none of another year."""
    figures, goal = row.one.figures, row.one.target.goal
    completion = figures.completion
    if completion is not None and not is_rate(row.indicator):
        return StyledCell(progress_bar(completion, figures.expected_completion, _BAR))
    if goal is None or figures.actual is None or not is_rate(row.indicator):
        return StyledCell("")
    return StyledCell(scale(figures.actual, goal, row.past.years.values(), _BAR))


def _required(row: _Row) -> StyledCell:
    sign = _IF if cells.hangs_on_another(row.one) else ""
    return StyledCell(f"{cells.required_cell(row.one, row.lang)}{sign}", right=True)


def _record(row: _Row) -> StyledCell:
    """How often such a goal was met before, of the full years on record."""
    found = kept_before(row.one.target, row.one.indicator, row.asked.report.facts)
    return StyledCell("" if found is None else f"{found.kept}/{found.years}")


def _course(row: _Row) -> StyledCell:
    """The figures of the last years, in signs that ASCII has not."""
    if row.asked.screen.ascii_only:
        return StyledCell("")
    now = row.asked.report.as_of.year
    return StyledCell(spark([row.past.years.get(one) for one in range(now - _YEARS, now)]))


_CELLS: Mapping[str, Callable[[_Row], StyledCell]] = {
    "mark": _mark,
    "verdict": _verdict,
    "name": _name,
    "goal": _goal,
    "actual": _actual,
    "figure": _figure,
    "next": _next,
    "gap": lambda row: StyledCell(cells.gap_cell(row.one, row.lang), right=True),
    "required": _required,
    "needed": lambda row: StyledCell(cells.required_from(row.one, row.lang)),
    "bar": _bar,
    "record": _record,
    "course": _course,
    "chance": lambda row: StyledCell(cells.chance(row.one, row.lang)),
}
"""The cell of each column."""
