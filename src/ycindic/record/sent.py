"""What do tables bring, as offices send them: which figures, and what of them is not understood?"""

import os
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ycindic.domain.agenda import releases_until
from ycindic.domain.history import History
from ycindic.domain.judge import assess_all
from ycindic.domain.model import Bilingual, Indicator, IndicatorId
from ycindic.domain.phase import phase
from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.row import Typed
from ycindic.load.cells import cell_value
from ycindic.load.csv_file import Unwritten
from ycindic.load.find import ACTUALS
from ycindic.load.slots import Slots
from ycindic.load.workspace import Workspace
from ycindic.record.append import new_file
from ycindic.record.entry import Entry, checked
from ycindic.record.grid import Grid, Left, read_grids
from ycindic.record.intake import Candidate, Delivery, Order, Unpacked
from ycindic.record.naming import names_of_files
from ycindic.record.request.filled import Filled, form_of
from ycindic.record.request.form import NOBODY, forms_owed, office_called, without_keys
from ycindic.record.request.number import asked_unit
from ycindic.record.spoken import day_meant
from ycindic.record.store import Draft
from ycindic.record.tables.choice import Choice
from ycindic.record.tables.evidence import Given
from ycindic.record.tables.names import Names, mapping_rows, read_mapping
from ycindic.record.tables.own import OwnRow, is_answer, own_rows
from ycindic.record.tables.reader import FigureRead, Stranger, about, read
from ycindic.render.words.first_lines import MOST_TOLD
from ycindic.render.words.visible import shortened
from ycindic.text import Joined, Text, Verbatim, _
from ycindic.text.catalogue import languages

_MOST_FIGURES = 10_000
_LONGEST_STEM = 40
_LONGEST_REMARK = 200
_UNKNOWN: Mapping[str, int] = {}


class SentTables(NamedTuple):
    """The files of somebody else, and what is said beside them."""

    files: tuple[Path, ...]
    given: Given = Given()
    published: str = ""
    stage: str = ""
    source: str = ""
    sheet: str = ""
    hidden: bool = False
    where: tuple[Choice, ...] = ()
    strict: bool = False
    mapping: Path | None = None

    @property
    def reread(self) -> bool:
        """An old file may be sent again."""
        return True

    def unpacked(self) -> Unpacked:
        """Read the files, as they are now."""
        problems: list[Problem] = []
        left: list[Left] = []
        forms: dict[Path, Filled] = {path: form for path in self.files if (form := form_of(path)) is not None}
        others = [path for path in self.files if path not in forms]
        grids = [grid for path in others for grid in read_grids(path, self.sheet, problems, left, hidden=self.hidden)]
        answers = {grid.file for grid in grids if is_answer(grid)}
        problems += [Problem(Place(name), Code.OWN_ANSWER) for name in sorted(answers)]
        grids = [grid for grid in grids if grid.file not in answers]
        mapping = mapping_rows(self.mapping, problems)
        return partial(_delivery, self, _Opened(grids, problems, left, mapping, list(forms.values())))

    def draft(self, order: Order, entries: Sequence[Entry], history: History, problems: list[Problem]) -> Draft:  # noqa: ARG002 - a file of its own clashes with none
        """A new file, to which nothing is ever added."""
        folder = order.folder.path / ACTUALS
        stem = "".join(one if one.isalnum() or one in "-_" else "-" for one in self.files[0].stem)[:_LONGEST_STEM]
        names = names_of_files(entries, stem.strip("-") or "import")
        path = next(folder / name for name in names if not os.path.lexists(folder / name))
        return Draft(path, None, new_file(entries), imported=True)


class _Opened(NamedTuple):
    """What was read of the files: their tables, what is wrong, what is hidden, forms that came back."""

    grids: list[Grid]
    problems: list[Problem]
    left: list[Left]
    mapping: list[list[str]]
    forms: list[Filled]


def _delivery(sent: SentTables, opened: _Opened, order: Order, workspace: Workspace) -> Delivery:
    grids, problems, indicators = opened.grids, [*opened.problems], workspace.plan.indicators
    names = Names(indicators, read_mapping(sent.mapping, opened.mapping, indicators, problems))
    found = _Gathering(sent, order, workspace)
    for grid in grids:
        found.take(grid, names)
    for form in opened.forms:
        found.take_form(form)
    first = Place(str(sent.files[0]))
    if grids and not problems and len(found.passed_over) == len(grids):
        problems += [Problem(Place(name), Code.NO_TABLE) for name in found.passed_over]
    if found.count > _MOST_FIGURES:
        problems.append(Problem(first, Code.TOO_BIG, seen=str(found.count)))
    problems += [Problem(first, Code.NO_CHOICE, seen=str(one)) for one in sent.where if one not in found.used]
    # a hint costs more than its line, and only so many are told
    if sent.strict or not (found.figures or found.refused):  # asked for, or because there is nothing else
        near = Names(indicators, {}).near
        found.refused += [
            about(Problem(one.place, Code.OTHER_UNIT, seen=one.remark, expected=one.near.unit), one.near)
            if one.near
            else Problem(
                one.place, Code.UNKNOWN_INDICATOR, seen=one.text, nearest=near(one.text) if at < MOST_TOLD else ""
            )
            for at, one in enumerate(found.strangers)
        ]
    else:
        told = found.strangers[:MOST_TOLD]
        found.strangers[:MOST_TOLD] = [one._replace(alike=names.alike(one.text)) for one in told]
    return Delivery(
        tuple(found.figures),
        tuple(problems),
        tuple(found.refused),
        tuple(found.strangers),
        tuple(found.not_used),
        tuple(found.passed_over),
        tuple(opened.left),
        tuple(dict.fromkeys((grid.file, grid.kind) for grid in grids)),
        tuple(found.unanswered),
        _silent(opened.forms, order, workspace) if opened.forms else (),
        tuple(found.plan_shares),
    )


def _silent(forms: Sequence[Filled], order: Order, workspace: Workspace) -> tuple[Text, ...]:
    """The offices that owe figures, in whose names no form came back."""
    plan, facts, day = workspace.plan, workspace.facts, order.as_of
    targets = [one.target for one in assess_all(plan, facts, day) if phase(one, day).present]
    asked = forms_owed(releases_until(plan, facts, targets, day, day), facts)
    came = {one.office.zh for one in forms}
    return tuple(one.publisher for one in asked if one.publisher.zh not in came and one.publisher != NOBODY)


def _called(key: Sequence[str], note: str, indicators: Mapping[IndicatorId, Indicator]) -> Text:
    """A figure that an office was asked for, by the name of its indicator and its period, and its remark."""
    found = indicators.get(IndicatorId(key[0]))
    name = Joined(Verbatim(" "), [shortened(key[0]) if found is None else found.name, shortened(key[1])])
    return _("{figure} (remark: {note})", figure=name, note=shortened(note, _LONGEST_REMARK)) if note else name


class _Gathering:
    """Gathers the figures of all files."""

    def __init__(self, sent: SentTables, order: Order, workspace: Workspace) -> None:
        self.sent = sent
        self.today = order.today
        self.slots = Slots(workspace.plan)
        self.indicators = workspace.plan.indicators
        self.refused: list[Problem] = []
        self.figures: list[Candidate] = []
        self.strangers: list[Stranger] = []
        self.not_used: list[tuple[str, str]] = []
        self.plan_shares: list[tuple[str, str]] = []
        self.passed_over: list[str] = []
        self.used: set[Choice] = set()
        self.unanswered: list[tuple[Text, tuple[Text, ...]]] = []
        self.count = 0

    def take(self, grid: Grid, names: Names) -> None:
        """Read a table and check every figure."""
        if without_keys(grid):
            self.refused.append(Problem(Place(grid.file, sheet=grid.title), Code.FORM_ALONE))
            return
        own = own_rows(grid)
        if own is not None:
            self._take_own(own)
            return
        found = read(grid, names, self.sent.given, self.sent.where)
        if not found.tables:
            self.refused += found.not_read
            if not found.not_read:
                self.passed_over.append(grid.name)
            return
        self.refused += found.refused
        self.strangers += found.strangers
        self.not_used += [(grid.name, text) for text in dict.fromkeys(found.not_used)]
        self.plan_shares += [(grid.name, text) for text in dict.fromkeys(found.plan_shares)]
        self.used |= found.used
        for one in found.figures:
            self._check(self._typed(one), one.place, brackets=one.brackets)

    def take_form(self, form: Filled) -> None:
        """The figures of a form that came back; what was changed in it is refused, what is refused is not answered."""
        self.refused += form.problems
        before = len(self.figures)
        rows = [row for row in form.rows if self._in_our_unit(row, form)]
        named = [row._replace(typed=row.typed._replace(source=self.sent.source or form.office.zh)) for row in rows]
        self._take_own(named)
        entries = [one.entry for one in self.figures[before:]]
        answered = {(one.indicator.id, one.period_text, str(one.basis)) for one in entries}
        left = (_called(key, note, self.indicators) for key, note in form.remarks.items() if key not in answered)
        office = Bilingual(*map(shortened, form.office))
        self.unanswered.append((office_called(office), tuple(left)))

    def _in_our_unit(self, row: OwnRow, form: Filled) -> bool:
        """Whether a form asked for a figure in its registered unit; one of another registry, or of before, may not."""
        typed = row.typed
        indicator = self.indicators.get(IndicatorId(typed.indicator))
        unit = form.units[typed.indicator, typed.period, typed.basis]
        if indicator is None or unit in {asked_unit(indicator, lang) for lang in languages()}:
            return True
        self.refused.append(about(Problem(row.place, Code.OTHER_UNIT, seen=unit, expected=indicator.unit), indicator))
        return False

    def _take_own(self, rows: Sequence[OwnRow]) -> None:
        for place, typed, undated, columns in rows:
            if typed.indicator in self.slots.indicators:
                filled = typed._replace(
                    published=typed.published or self.sent.published,
                    stage=typed.stage or self.sent.stage,
                    source=typed.source or self.sent.source,
                )
                self._check(filled, place, undated=undated, columns=columns)
            else:
                self.strangers.append(Stranger(place, typed.indicator))

    def _check(
        self,
        typed: Typed,
        place: Place,
        *,
        brackets: bool = False,
        undated: bool = False,
        columns: Mapping[str, int] = _UNKNOWN,
    ) -> None:
        self.count += 1
        if self.count > _MOST_FIGURES:
            return
        entry = checked(
            day_meant(typed), self.slots, _Cell(place, columns, self.refused), None if undated else self.today
        )
        if entry is not None:
            self.figures.append(Candidate(entry, place, bool(typed.published.strip()), brackets))

    def _typed(self, one: FigureRead) -> Typed:
        """A figure in the words of our own files; what the table says goes before what is said beside it."""
        sent, period = self.sent, one.indicator.calendar.text(one.period)
        return Typed(
            one.indicator.id, period, _scaled(one.value, one.power), str(one.basis or one.basis_text),
            one.published or sent.published or one.released, one.stage or sent.stage, str(one.bound),
            _one_line(one.source or sent.source or Path(one.place.file).name), _one_line(one.note),
        )  # fmt: skip


class _Cell(Unwritten):
    """Faults of a row of somebody's table: their place is their own cell where its column is known, else the value."""

    def __init__(self, place: Place, columns: Mapping[str, int], problems: list[Problem]) -> None:
        super().__init__(place.file, "", problems)
        self._place, self._columns = place, columns

    def fault(self, column: str, code: Code, **details: str) -> None:
        """Note a fault at its cell."""
        place = self._place._replace(column=self._columns.get(column, self._place.column))
        self.problems.append(Problem(place, code, **details))


def _scaled(text: str, power: int) -> str:
    """The value in the registered unit, exactly; what is no value stays as it is, to be refused."""
    found = cell_value(text, percent=False) if power else None
    return text if found is None else format(found.scaleb(power), "f")


def _one_line(text: str) -> str:
    return " ".join(text.split())
