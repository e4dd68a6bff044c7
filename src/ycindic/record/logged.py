"""How does a line of the log name a figure, and which one does a name mean?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from ycindic.domain.history import Vintage
from ycindic.domain.model import Basis, Indicator, IndicatorId
from ycindic.domain.period import Period, parse
from ycindic.record.entry import Entry
from ycindic.record.standing import written_number

_KEPT = " (earlier vintage {stamp}; {stays} stays)"
_KEY = re.compile(r"(\S+) (\S+) (\S+?)(?: \(earlier vintage (\S*); (\S+) stays\))?")


class _Figure(NamedTuple):
    """A figure that the log names, with the value that stayed in force beside an earlier vintage; else empty."""

    indicator: Indicator
    period: Period
    basis: Basis
    stays: str = ""


def log_key(entry: Entry, stays: Vintage | None) -> str:
    """The name of a figure in the log; one that comes as an earlier vintage says what stays in force."""
    if stays is None:
        return entry.name
    return entry.name + _KEPT.format(stamp=entry.stamp, stays=written_number(stays.value) or "-")


def figure_logged(key: str, indicators: Mapping[IndicatorId, Indicator]) -> _Figure | None:
    """The figure that a line of the log means; None where it speaks of something else, or is not registered now."""
    found = _KEY.fullmatch(key)
    indicator = indicators.get(IndicatorId(found[1])) if found else None
    if found is None or indicator is None or found[3] not in list(Basis):
        return None
    period = parse(found[2], indicator.calendar)
    return None if period is None else _Figure(indicator, period, Basis(found[3]), found[5] or "")
