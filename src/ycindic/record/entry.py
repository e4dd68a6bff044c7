"""Is a figure, as somebody tells it, one that our files can hold?"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.history import FigureKey, Vintage, figure_of
from ycindic.domain.model import Basis, Bound, Indicator, Measure, Observation, Stage
from ycindic.domain.period import Period
from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.row import FIGURE_COLUMNS, Typed
from ycindic.load import likely
from ycindic.load.cells import cell_value, day, narrow
from ycindic.load.csv_file import Source, Unwritten
from ycindic.load.reading import nearest_word
from ycindic.load.slots import ALLOWED, Slots

_LONGEST_TEXT = 1000
_TOLD = tuple(str(stage) for stage in Stage if stage not in (Stage.UNSTATED, Stage.RETRACTED))
"""The stages that a figure with a value can have."""

_Fault = Callable[..., None]
"""Notes a fault by column, code and details, as `Source.fault` does."""


class Entry(NamedTuple):
    """A figure that is ready to be written; without a value it retracts an earlier one.

    `period_text` keeps how the period was typed. Without a
    published date it is older than any dated row, as in our files.
    """

    indicator: Indicator
    period: Period
    period_text: str
    basis: Basis
    value: Decimal | None
    published: date | None
    stage: Stage
    bound: Bound
    source: str
    note: str

    @property
    def stamp(self) -> str:
        """The published date as it is compared and written; empty where there is none."""
        return self.published.isoformat() if self.published else ""

    @property
    def name(self) -> str:
        """What the figure is called in one line: `gdp 2026-Q1 ytd`."""
        return f"{self.indicator.id} {self.period_text} {self.basis}"

    @property
    def basis_is_plain(self) -> bool:
        """Whether an empty cell would mean the same basis."""
        measure = self.indicator.measure
        return measure is not Measure.MEAN and self.basis is ALLOWED[measure][0]

    def cells(self) -> dict[str, str]:
        """What stands in each column."""
        number = "" if self.value is None else format(self.value, "f")
        texts = (self.indicator.id, self.period_text, number, self.basis, self.stamp, self.stage, self.bound)
        return dict(zip(FIGURE_COLUMNS, (*(str(one) for one in texts), self.source, self.note), strict=True))

    @property
    def figure(self) -> FigureKey:
        """What makes two rows speak of the same figure."""
        return figure_of(self.indicator.id, self.basis, self.period)

    def vintage(self) -> Vintage:
        """The figure as it will stand in a file."""
        return Vintage(
            self.indicator.id, self.period, self.basis, self.value, self.published,
            self.stage, self.bound, self.source, self.note, Place(""),
        )  # fmt: skip

    def observation(self) -> Observation | None:
        """The figure as the domain knows it."""
        return self.vintage().observation(self.indicator.calendar)


class Arguments(Unwritten):
    """Faults of what was typed on the command line: their place is the argument."""

    NAMES: Mapping[str, str] = {"indicator": "ID", "period": "PERIOD", "value": "VALUE"}

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("", "", problems)

    def fault(self, column: str, code: Code, **details: str) -> None:
        """Note a fault of an argument."""
        self.problems.append(Problem(Place(self.NAMES.get(column, f"--{column}")), code, **details))


def checked(typed: Typed, slots: Slots, source: Source, today: date | None) -> Entry | None:
    """The figure, or None with problems; `published` is today unless told, or nothing where there is no today."""
    slot = slots.find((typed.indicator, typed.period, typed.basis), source)
    stage = _word(typed.stage, "stage", (*_TOLD, Stage.RETRACTED) if not typed.value.strip() else _TOLD, source.fault)
    bound = _word(typed.bound, "bound", tuple(str(one) for one in Bound if one), source.fault)
    published = day(typed.published) if typed.published.strip() else today
    undated = published is None and not typed.published.strip()
    if published is None and not undated:
        source.fault("published", Code.BAD_DATE, seen=typed.published)
    texts = [_line(text, column, source.fault) for column, text in (("source", typed.source), ("note", typed.note))]
    number = None
    if slot is not None and (typed.value.strip() or stage != Stage.RETRACTED):
        number = cell_value(typed.value, percent=slot.known.percent)
        if number is None:
            one = slot.known.indicator
            near = likely.likely_number(typed.value, one.unit)
            source.fault("value", Code.BAD_VALUE, seen=typed.value, nearest=near, unit_zh=one.unit, unit_en=one.unit_en)
            return None
    if slot is None or stage is None or bound is None or (published is None and not undated) or None in texts:
        return None
    period_text = narrow(typed.period)
    return Entry(
        slot.known.indicator, slot.period, period_text, slot.basis, number, published,
        Stage(stage), Bound(bound), texts[0] or "", texts[1] or "",
    )  # fmt: skip


def _word(text: str, column: str, words: tuple[str, ...], fault: _Fault) -> str | None:
    """One of some words, or nothing at all."""
    word = narrow(text)
    if word and word not in words:
        near = likely.word(word, words) or nearest_word(word, words)
        fault(column, Code.BAD_CHOICE, seen=text, expected=", ".join(words), nearest=near)
        return None
    return word


def _line(text: str, column: str, fault: _Fault) -> str | None:
    """A text of one line that any encoding of ours can hold."""
    text = text.strip()
    if len(text) > _LONGEST_TEXT or not all(one.isprintable() or one == "\u3000" for one in text):
        fault(column, Code.BAD_TEXT, seen=text)
        return None
    return text
