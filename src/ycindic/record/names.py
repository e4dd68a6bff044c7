"""Which indicator does a name in somebody's table mean?"""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ycindic.domain.model import Indicator, IndicatorId, Measure
from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.decoding import decoded
from ycindic.load.csv_file import COLUMNS
from ycindic.load.reading import nearest
from ycindic.record.units import shift
from ycindic.record.words import RATE_ENDINGS, label, plain, split_unit

LEAVE_OUT = "-"
LARGEST_MAPPING = 1 << 20
HEADER = ("seen", "means")


class Named(NamedTuple):
    """What a name means: one indicator, with the unit that was said; or why none."""

    indicator: Indicator | None = None
    unit: str = ""
    left_out: bool = False
    several: tuple[IndicatorId, ...] = ()


class Names:
    """The names of all indicators, and the words of a mapping file, which go first."""

    def __init__(self, indicators: Mapping[IndicatorId, Indicator], mapping: Mapping[str, str]) -> None:
        self.indicators = indicators
        self.mapping = mapping
        self.by_name: dict[str, list[Indicator]] = {}
        self._asked: dict[str, Named | None] = {}
        for one in indicators.values():
            for name in {one.id, plain(one.name.zh), plain(one.name.en)}:
                self.by_name.setdefault(name, []).append(one)
        self.by_name = self._without_brackets() | self.by_name

    def _without_brackets(self) -> dict[str, list[Indicator]]:
        """Names without the remark in brackets behind them, as offices leave it out: 地区生产总值（现价）."""
        found: dict[str, list[Indicator]] = {}
        for one in self.indicators.values():
            for name in {plain(one.name.zh), plain(one.name.en)}:
                bare, remark = split_unit(name)
                if remark and bare:
                    found.setdefault(bare, []).append(one)
        return found

    def of(self, text: str) -> Named | None:
        """The indicator of a label; None where it means nothing here."""
        if text not in self._asked:
            self._asked[text] = self._of(text)
        return self._asked[text]

    def _of(self, text: str) -> Named | None:
        whole = plain(text)
        for name in (whole, label(text)):
            if name in self.mapping:
                return self._mapped(self.mapping[name])
        for name, unit in ((label(text), ""), split_unit(label(text)), (whole, "")):
            if name in self.by_name:
                return self._one(self.by_name[name], unit)
        return None

    def rate(self, text: str) -> Named | None:
        """The indicator of a growth rate that stands in the row of a label: the label's own, or the amount's rate."""
        named = self.of(text)
        if named and named.indicator and named.indicator.measure is Measure.GROWTH:
            return named
        bare, _ = split_unit(label(text))
        found = [one for ending in RATE_ENDINGS for one in self.by_name.get(f"{bare}{ending}", [])]
        return Named(found[0]) if len(found) == 1 else None

    def column(self, text: str) -> str:
        """The column that the mapping says a header means, or nothing."""
        means = self.mapping.get(plain(text), "")
        return means if means in COLUMNS or means in ("unit", LEAVE_OUT) else ""

    def near(self, text: str) -> str:
        """The nearest name, for a hint."""
        return nearest(label(text), [*self.by_name])

    def _mapped(self, means: str) -> Named | None:
        if means == LEAVE_OUT:
            return Named(left_out=True)
        found = self.indicators.get(IndicatorId(means))
        return Named(found) if found else None

    def _one(self, found: list[Indicator], unit: str) -> Named:
        """The one whose unit fits, where a unit is said; else the only one."""
        fitting = [one for one in found if unit and shift(unit, one.unit) is not None]
        if len(fitting) == 1 or len(found) == 1:
            return Named((fitting or found)[0], unit)
        return Named(unit=unit, several=tuple(one.id for one in found))


def read_mapping(
    path: Path | None, indicators: Mapping[IndicatorId, Indicator], problems: list[Problem]
) -> dict[str, str]:
    """A CSV file of two columns: a word as it is seen, and what it means."""
    if path is None:
        return {}
    try:
        data = path.read_bytes() if path.stat().st_size <= LARGEST_MAPPING else b"\xff"
        text = decoded(data)
        rows = list(csv.reader((text or "").splitlines(), strict=True))
    except (OSError, csv.Error) as error:
        problems.append(Problem(Place(str(path)), Code.UNREADABLE, detail=str(getattr(error, "strerror", error))))
        return {}
    if text is None:
        problems.append(Problem(Place(str(path)), Code.ENCODING))
    known = {*indicators, *COLUMNS, "unit", LEAVE_OUT}
    found: dict[str, str] = {}
    for number, row in enumerate(rows, 1):
        seen, means = (*(cell.strip() for cell in row), "", "")[:2]
        if (number == 1 and (seen, means) == HEADER) or not seen or seen.startswith("#"):
            continue
        if means not in known:
            near = nearest(means, [*known])
            problems.append(Problem(Place(str(path), number, 2), Code.BAD_MAPPING, seen=means, nearest=near))
        found[plain(seen)] = found[label(seen)] = means
    return found
