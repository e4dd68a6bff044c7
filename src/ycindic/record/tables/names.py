"""Which indicator does a name in somebody's table mean?"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ycindic.domain.model import RATES, Indicator, IndicatorId, Measure
from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.row import FIGURE_COLUMNS
from ycindic.files.decoding import decoded
from ycindic.load.reading import nearest_word
from ycindic.record.tables.said import Role, Said, label, said, unmarked
from ycindic.record.tables.units import is_unit, shift, split
from ycindic.record.tables.vocabulary import NOMINAL, RATE_ENDINGS, REAL, plain_word

LEAVE_OUT = "-"
_LARGEST_MAPPING = 1 << 20
_HEADER = ("seen", "means")
"""What a rate of growth is registered as."""


class NameHit(NamedTuple):
    """What a name means: one indicator, or several, or that it is to be left out."""

    indicator: Indicator | None = None
    left_out: bool = False
    several: tuple[IndicatorId, ...] = ()


class Names:
    """The names of all indicators, and the words of a mapping file, which go first; `units` is what English counts."""

    def __init__(self, indicators: Mapping[IndicatorId, Indicator], mapping: Mapping[str, str]) -> None:
        self.indicators = indicators
        self.mapping = mapping
        self.units = frozenset(split(one.unit_en)[1] for one in indicators.values() if one.unit_en)
        self._asked: dict[str, Said] = {}
        self._named: dict[tuple[str, Role | None, str, bool | None], NameHit | None] = {}
        self.by_name: dict[str, list[Indicator]] = {}
        bare: dict[str, list[Indicator]] = {}
        for one in indicators.values():
            for name in {plain_word(one.name.zh), plain_word(one.name.en)}:
                self.by_name.setdefault(name, []).append(one)
                if without := _without_remark(name):
                    bare.setdefault(without, []).append(one)
        self.by_name = bare | self.by_name
        self.by_name |= {plain_word(one.id): [one] for one in indicators.values()}
        self.rates = self._rates()

    def _rates(self) -> dict[str, list[tuple[Indicator, bool | None]]]:
        """The growth of what is called so, and whether it is real, nominal or not told: GDP增长（名义） by GDP."""
        found: dict[str, list[tuple[Indicator, bool | None]]] = {}
        for name, indicators in self.by_name.items():
            for one in indicators:
                ending = next((end for end in _BY_LENGTH if name.endswith(end) and len(name) > len(end)), "")
                if one.measure in RATES and ending:
                    stem = name.removesuffix(ending).rstrip(",:_-")
                    pair = (one, _real(plain_word(one.name.zh + one.name.en)))
                    if pair not in found.setdefault(stem, []):
                        found[stem].append(pair)
        return found

    def said(self, text: str) -> Said:
        """What a text says, its name being one of ours where it can be."""
        if text not in self._asked:
            self._asked[text] = self._said(text)
        return self._asked[text]

    def _said(self, text: str) -> Said:
        """A word that the mapping explains keeps what it says itself: 当月, mapped to an indicator, is the month."""
        whole = plain_word(text)
        if whole in self.mapping and whole not in self.by_name:
            return said(text, lambda _: False, self.units)._replace(name=whole, known=True)
        return said(text, self._known, self.units)

    def _known(self, text: str) -> bool:
        return text in self.mapping or text in self.by_name or text in self.rates

    def of(self, says: Said, *, unit: str = "") -> NameHit | None:
        """The indicator that is meant by what was said; None where it means nothing here."""
        key = (says.name, says.role, unit or says.unit, says.real)
        if key not in self._named:
            self._named[key] = self._of(says.name, says.role, unit or says.unit, real=says.real)
        return self._named[key]

    def _of(self, name: str, role: Role | None, unit: str = "", *, real: bool | None = None) -> NameHit | None:
        if name in self.mapping:
            return self._mapped(self.mapping[name])
        found = self.by_name.get(name, [])
        if role is Role.RATE:
            rates = [one for one, of in self.rates.get(name, []) if real is None or of in (None, real)]
            found = rates or [one for one in found if one.measure is Measure.GROWTH]
        if not found:
            return None
        fitting = [one for one in found if unit and shift(unit, one.unit, one.unit_en) is not None]
        if len(fitting) == 1 or len(found) == 1:
            return NameHit((fitting or found)[0])
        return NameHit(several=tuple(one.id for one in found))

    def but_for_unit(self, text: str) -> tuple[Indicator, str] | None:
        """The indicator that a name means but for what stands in brackets, or behind a comma, where a unit would."""
        match = _LAST_REMARK.fullmatch(label(unmarked(text)).text)
        says = self.said(match[1]) if match else None
        found = self.of(says) if says and says.known and not says.unit else None
        return (found.indicator, match[2] or match[3]) if match and found and found.indicator else None

    def remark_behind(self, of: Indicator, text: str) -> str:
        """What stands in brackets right behind an indicator's name in a title, where it says nothing that we know."""
        whole = plain_word(text)
        for name in (one for one in (plain_word(of.name.zh), plain_word(of.name.en)) if one in whole):
            match = _BRACKETS.match(whole.partition(name)[2])
            if match and not self.said(match[0]).pure and not _NUMBERED.fullmatch(match[1]):
                return match[1]
        return ""

    def column(self, text: str) -> str:
        """The column that the mapping says a header means, or nothing."""
        means = self.mapping.get(plain_word(text), "")
        return means if means in FIGURE_COLUMNS or means in ("unit", LEAVE_OUT) else ""

    def near(self, text: str) -> str:
        """The nearest name, for a hint."""
        return nearest_word(label(text).text, [*self.by_name])

    def alike(self, text: str) -> Indicator | None:
        """The indicator whose name is the nearest, where only one is called so."""
        found = self.by_name.get(self.near(text), [])
        return found[0] if len(found) == 1 else None

    def inside(self, text: str) -> list[Indicator]:
        """The indicators whose names stand in a title, the longest names only; 增速 behind a name means its growth."""
        whole, says = plain_word(text), self.said(text)
        if says.known and (one := self.of(says)) and one.indicator:
            return [one.indicator]
        known = {*self.by_name, *self.rates}
        hits = [name for name in known if len(name) > 2 and not name.isascii() and name in whole]
        hits = [one for one in hits if not any(one != other and one in other for other in hits)]
        return list({one.id: one for hit in hits for one in self._titled(hit, whole.partition(hit)[2])}.values())

    def _titled(self, name: str, behind: str) -> list[Indicator]:
        """What a name in a title means by what stands behind it: 及增速 adds the growth to the amount."""
        growth = _GROWTH.match(behind)
        if growth and not any(word in growth[1] for word in _AND):
            found = self._of(name, Role.RATE)
            return [found.indicator] if found and found.indicator else []
        return self.by_name.get(name, [])

    def _mapped(self, means: str) -> NameHit | None:
        if means == LEAVE_OUT:
            return NameHit(left_out=True)
        found = self.indicators.get(IndicatorId(means))
        return NameHit(found) if found else None


_GROWTH = re.compile(rf"([^,;:()]*?)(?:{'|'.join(RATE_ENDINGS)})")
_LAST_REMARK = re.compile(r"(.+?)(?:\(([^()]+)\)|,([^,()]+))")
_BRACKETS, _NUMBERED = re.compile(r"\(([^()]{1,20})\)"), re.compile(r"[一二三四五六七八九十\d]+|[续附图表].*")
_AND = ("及", "和", "与", "、")
_BY_LENGTH = sorted((*RATE_ENDINGS, *REAL, *NOMINAL), key=len, reverse=True)


def _without_remark(name: str) -> str:
    """A name without the remark in brackets behind it, as offices leave it out: 地区生产总值（现价）."""
    if not name.endswith(")") or "(" not in name:
        return ""
    bare, _, remark = name.removesuffix(")").rpartition("(")
    return "" if is_unit(remark) else bare


def _real(name: str) -> bool | None:
    if "名义" in name or "nominal" in name:
        return False
    return True if any(word in name for word in ("实际", "可比价", "real")) else None


def mapping_rows(path: Path | None, problems: list[Problem]) -> list[list[str]]:
    """The rows of a CSV file of two columns, read once and no further than such a file can be long."""
    if path is None:
        return []
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_MAPPING + 1)
        text = decoded(data) if len(data) <= _LARGEST_MAPPING else None
        rows = list(csv.reader((text or "").splitlines(), strict=True))
    except (OSError, csv.Error) as error:
        problems.append(Problem(Place(str(path)), Code.UNREADABLE, detail=str(getattr(error, "strerror", error))))
        return []
    if text is None:
        problems.append(Problem(Place(str(path)), Code.TOO_LONG if len(data) > _LARGEST_MAPPING else Code.ENCODING))
    return rows


def read_mapping(
    path: Path | None,
    rows: Iterable[Sequence[str]],
    indicators: Mapping[IndicatorId, Indicator],
    problems: list[Problem],
) -> dict[str, str]:
    """What the words of a mapping mean, by the word as it is seen; `path` is where its faults are."""
    known = {*indicators, *FIGURE_COLUMNS, "unit", LEAVE_OUT}
    found: dict[str, str] = {}
    for number, row in enumerate(rows, 1):
        seen, means = (*(cell.strip() for cell in row), "", "")[:2]
        if (number == 1 and (seen, means) == _HEADER) or not seen or seen.startswith("#"):
            continue
        if means not in known:
            near = nearest_word(means, [*known])
            problems.append(Problem(Place(str(path), number, 2), Code.BAD_MAPPING, seen=means, nearest=near))
        found[plain_word(seen)] = found[label(seen).text] = means
    return found
