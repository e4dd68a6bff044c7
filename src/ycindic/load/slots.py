"""Which figure does a row speak of, and which of its vintages counts?"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from ycindic.domain.history import Vintage, fullest
from ycindic.domain.model import Basis, Bound, Indicator, IndicatorId, Measure, Observation, Plan, Released, Stage
from ycindic.domain.period import CIVIL, Period, in_own_years, parse
from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.release import counts_from
from ycindic.domain.row import FIGURE_COLUMNS
from ycindic.files.formula import unguarded
from ycindic.load import likely
from ycindic.load.cells import cell_value, day, narrow
from ycindic.load.csv_file import Source
from ycindic.load.reading import PERIODS, nearest_word

ALLOWED: Mapping[Measure, tuple[Basis, ...]] = {
    Measure.FLOW: (Basis.YTD, Basis.ALONE),
    Measure.GROWTH: (Basis.YTD, Basis.ALONE),
    Measure.STOCK: (Basis.POINT,),
    Measure.MEAN: (Basis.YTD, Basis.ALONE),
    Measure.EVENTS: (Basis.ALONE, Basis.YTD),
}
"""The bases that fit a measure; the first is what an empty cell means, but a mean types its own."""

_BASES: Mapping[Measure, Mapping[str, Basis]] = {
    measure: {str(basis): basis for basis in fitting} | ({} if measure is Measure.MEAN else {"": fitting[0]})
    for measure, fitting in ALLOWED.items()
}
"""What a cell may say of the basis, by measure."""

_ALONE, _YTD = Basis.ALONE, Basis.YTD

VALUE, BOUND = FIGURE_COLUMNS.index("value"), FIGURE_COLUMNS.index("bound")
"""The places of these cells in a row in the order of the known columns."""

Key = tuple[IndicatorId, str, int, int]
"""What makes two rows speak of the same figure: indicator, basis, first month (of `alone`), last month."""


class _Known:
    """What rows need of an indicator again and again."""

    __slots__ = ("bases", "indicator", "percent", "undated_from")

    def __init__(self, indicator: Indicator) -> None:
        self.indicator = indicator
        self.percent = indicator.unit == "%"
        self.bases = _BASES[indicator.measure]
        self.undated_from = _UNDATED.setdefault(indicator.released, {})

    def undated(self, month: int) -> str:
        """From which day on a row without a published date counts: its release, else its period's end."""
        found = self.undated_from.get(month)
        if found is None:
            found = self.undated_from[month] = counts_from(self.indicator.released, month).isoformat()
        return found


_UNDATED: dict[Released | None, dict[int, str]] = {}
"""Those days by rule: many indicators share one, and a calendar does not change."""


class Slot:
    """One figure: what it covers, and the newest vintage so far.

    `row` are its cells as `source` has them; `retracted` tells that they hold no number, `tangled`
    that vintages came out of order. `rivals` are what other files say of the same date, `superseded` the rows
    whose place a later one of their file and date has taken.
    """

    __slots__ = (
        "basis",
        "conflicts",
        "key",
        "known",
        "line",
        "period",
        "retracted",
        "rivals",
        "row",
        "source",
        "stamp",
        "superseded",
        "tangled",
    )

    def __init__(self, key: Key, known: _Known, period: Period, basis: Basis) -> None:
        self.key = key
        self.known = known
        self.period = period
        self.basis = basis
        self.stamp = ""
        self.row: list[str] | None = None
        self.source: Source | None = None
        self.line = 0
        self.retracted = False
        self.tangled = False
        self.rivals: list[_Rival] | tuple[()] = ()
        self.conflicts: list[Problem] | tuple[()] = ()
        self.superseded: list[Problem] | tuple[()] = ()

    def keep(self, row: list[str], source: Source, line: int, *, retracted: bool) -> None:
        """Take a row as the one that counts."""
        self.row, self.source, self.line, self.retracted = row, source, line, retracted
        self.rivals = ()

    def kept(self) -> tuple[Sequence[str], Place]:
        """The cells of the row that counts, in the order of the known columns, and its place."""
        if self.row is None or self.source is None:
            raise ValueError(self.key)
        return self.source.arranged(self.row), Place(self.source.name, self.line)

    def meet(self, row: list[str], source: Source, *, retracted: bool) -> None:
        """A row with the date of the kept one: in the same file it takes its place, elsewhere it must say the same."""
        if self.source is None:
            raise ValueError(self.key)
        if source.name == self.source.name:
            self._note(Code.SUPERSEDED, self.kept(), row, source)
            self.keep(row, source, source.line, retracted=retracted)
            return
        self.rivals = self.rivals or []
        if self.rivals and self.rivals[-1].source.name == source.name:
            before = self.rivals.pop()
            self._note(Code.SUPERSEDED, before.kept(), row, source)
            if before.conflict and self.conflicts:
                self.conflicts.pop()
        found = self._note(Code.CONFLICT, self.kept(), row, source)
        self.rivals.append(_Rival(row, source, source.line, found))

    def _note(self, code: Code, kept: tuple[Sequence[str], Place], row: list[str], source: Source) -> bool:
        """Note it if the row that was read last says something else than another one of its date."""
        (first, before), other = kept, source.arranged(row)
        if _said(first, self.known) == _said(other, self.known):
            return False
        place = Place(source.name, source.line, source.columns.index("value") + 1)
        if code is Code.CONFLICT:  # most slots never have any: one empty tuple serves them all
            self.conflicts = self.conflicts or []
            self.conflicts.append(Problem(place, code, seen=other[VALUE], expected=first[VALUE], detail=str(before)))
        else:
            self.superseded = self.superseded or []
            self.superseded.append(Problem(before, code, seen=first[VALUE], detail=str(place)))
        return True

    def observation(self) -> Observation:
        """The figure as the domain knows it; only of a slot with a number that no other file contradicts."""
        if not self.rivals:
            return self._observed(*self.kept())
        return fullest(self._observed(*one) for one in (self.kept(), *(rival.kept() for rival in self.rivals)))

    def _observed(self, cells: Sequence[str], place: Place) -> Observation:
        told = self.vintage(cells, place)
        found = told and told.observation(self.known.indicator.calendar)
        if found is None:
            raise ValueError(self.key)
        return found

    def vintage(self, cells: Sequence[str], place: Place) -> Vintage | None:
        """What a row of the figure tells, its cells in the order of the known columns; None where one is no good."""
        _, _, typed, _, published, stage, bound, source, note = cells
        number, when = cell_value(typed, percent=self.known.percent), day(published) if published else None
        words = narrow(stage), narrow(bound)
        sound = words[0] in _STAGES and words[1] in _BOUNDS and (when or not published.strip())
        if not sound or (number is None and typed.strip()):
            return None
        return Vintage(
            self.known.indicator.id, self.period, self.basis, number, when,
            Stage(words[0]), Bound(words[1]), unguarded(source), unguarded(note), place,
        )  # fmt: skip


_STAGES, _BOUNDS = frozenset(Stage), frozenset(Bound)


class _Rival(NamedTuple):
    """The row of another file with the date of the row that is kept, and whether it contradicts that."""

    row: list[str]
    source: Source
    line: int
    conflict: bool

    def kept(self) -> tuple[Sequence[str], Place]:
        return self.source.arranged(self.row), Place(self.source.name, self.line)


Watch = Callable[[Slot, str, list[str], Source], None]
"""Who looks at every sound row: its figure, its date, its cells as they are, its table."""


def _said(row: Sequence[str], known: _Known) -> tuple[object, str]:
    return cell_value(row[VALUE], percent=known.percent), narrow(row[BOUND])


class Slots:
    """All figures that rows have spoken of so far, of the wanted indicators or of all."""

    def __init__(self, plan: Plan, wanted: Collection[IndicatorId] | None = None) -> None:
        every = plan.indicators
        self.indicators = every if wanted is None else {key: one for key, one in every.items() if key in wanted}
        self.left_out = plan.left_out
        self.by_key: dict[Key, Slot] = {}
        self._known = cache(self._known_by_name)
        self._period = cache(lambda text, calendar: parse(narrow(text), calendar))

    def _known_by_name(self, text: str) -> _Known | None:
        indicator = self.indicators.get(IndicatorId(narrow(text)))
        return _Known(indicator) if indicator else None

    def rows(self, source: Source) -> Iterator[tuple[Slot, Sequence[str]]]:
        """The rows about our indicators with their figures, the cells in the order of the known columns."""
        width, at_name = len(source.columns), source.columns.index("indicator")
        ours = cache(lambda name: narrow(name) in self.indicators)
        found: dict[tuple[str, ...], Slot | None] = {}
        for row in source.rows:
            if (len(row) != width and not source.fits(row)) or not ours(row[at_name]):
                continue
            cells = source.arranged(row)
            name, period, _, basis, *_ = cells
            raw = (name, period, basis)
            if raw not in found:
                found[raw] = self.find(raw, source)
            slot = found[raw]
            if slot is not None:
                yield slot, cells

    def find(self, raw: tuple[str, ...], source: Source) -> Slot | None:
        """The slot of an indicator, period and basis as typed; None, with a problem, if they make none."""
        name, period_text, basis_text = raw
        known = self._known(name)
        period = self._period(period_text, known.indicator.calendar if known else CIVIL)
        if known is None or period is None:
            self._unknown(known, period, raw, source)
            return None
        basis = known.bases.get(basis_text) or _basis(known, narrow(basis_text).lower(), source)
        if basis is None:
            return None
        first, last = period  # every new figure comes this way: no calls where an operator does
        if basis is _ALONE:
            key = (known.indicator.id, "alone", first, last)
        else:
            calendar = known.indicator.calendar
            if basis is _YTD and first < calendar.first(last):
                year = calendar.name(calendar.year_of(last))
                source.fault("period", Code.PERIOD_BASIS, seen=period_text, expected=year)
                return None
            key = (known.indicator.id, "", 0, last)
        slot = self.by_key.get(key)
        if slot is None:
            slot = self.by_key[key] = Slot(key, known, period, basis)
        return slot

    def _unknown(self, known: _Known | None, period: Period | None, raw: tuple[str, ...], source: Source) -> None:
        if known is None and narrow(raw[0]) not in self.left_out:
            name = narrow(raw[0])
            called = (key for key, one in self.indicators.items() if name in one.name)
            near = next(called, "") or nearest_word(name, self.indicators)
            source.fault("indicator", Code.UNKNOWN_INDICATOR, seen=raw[0], nearest=near)
        if period is None and known and in_own_years(narrow(raw[1])):
            source.fault("period", Code.FINANCIAL_YEAR, seen=raw[1], expected="year_starts")
        elif period is None and not in_own_years(narrow(raw[1])):
            source.fault("period", Code.BAD_PERIOD, seen=raw[1], expected=PERIODS, nearest=likely.likely_period(raw[1]))


def _basis(known: _Known, text: str, source: Source) -> Basis | None:
    """The basis that a cell means, or None with a problem."""
    if text in known.bases:
        return known.bases[text]
    measure = known.indicator.measure
    words = ", ".join(ALLOWED[measure])
    if not text:
        source.fault("basis", Code.NO_BASIS, expected=words)
    elif text in set(Basis):
        source.fault("basis", Code.BASIS_MEASURE, seen=text, expected=words, detail=measure)
    else:
        near = likely.word(text, ALLOWED[measure]) or nearest_word(text, ALLOWED[measure])
        source.fault("basis", Code.BAD_CHOICE, seen=text, expected=words, nearest=near)
    return None
