"""How is the probable end of a year told in words?"""

from __future__ import annotations

from ycindic.domain.assessment import Assessment
from ycindic.domain.model import Measure, Method
from ycindic.domain.outlook.answer import LEAST_YEARS, Outlook, Why
from ycindic.render.words.numbers import chance_words, figure, typed
from ycindic.render.words.units import amounts_of, measured_of
from ycindic.text import Joined, Text, Verbatim, _, _n

METHOD_NAMES: dict[Method, Text] = {
    Method.AUTO: _("best before"),
    Method.COMBINED: _("combined"),
    Method.LAST_YEAR: _("last year's shape"),
    Method.RECENT: _("recent growth goes on"),
    Method.AIRLINE: _("airline model"),
    Method.RETURNING: _("return to the usual"),
    Method.CHAIN_LADDER: _("chain ladder"),
    Method.SHARES: _("typed shares"),
    Method.LINEAR: _("evenly by months"),
    Method.CONTINUES: _("as so far"),
    Method.SPREAD: _("usual spread of the rest"),
    Method.SEASONAL: _("season of last year"),
    Method.DRIFT: _("usual drift"),
    Method.ARIMA: _("ARIMA of a library"),
}
"""What the ways to tell a year's end are called."""


def end_words(row: Assessment, found: Outlook) -> Text:
    """The most likely end, and the interval where there is one."""
    middle = figure(row, found.projection, divided=True)
    if found.low is None or found.high is None:
        return amounts_of(middle, row.indicator)
    low, high = (figure(row, end, divided=True) for end in (found.low, found.high))
    return amounts_of(f"{middle} ({low}–{high})", row.indicator)


def told(row: Assessment, found: Outlook) -> list[Text]:
    """The outlook in lines: the end, how sure, by what method, how it fared before, what had to be mended."""
    lines = [
        _("the year will probably end at {end}", end=end_words(row, found))
        if found.low is None
        else _(
            "the year will probably end at {end}; {level} of 100 such ranges hold the end",
            end=end_words(row, found),
            level=typed(found.level),
        )
    ]
    if found.chance is not None:
        lines.append(_("the chance that the promise is kept is {chance}", chance=chance_words(found.chance)))
    if found.like is not None and found.like.years:
        lines.append(
            _(
                "with the error of each earlier year, {kept} of {years} would keep it",
                kept=found.like.kept,
                years=found.like.years,
            )
        )
    if found.why is Why.FEW_YEARS:
        lines.append(
            _n(
                "only {count} whole year stands before this one, too few for a range or a chance ({least} are needed)",
                "only {count} whole years stand before this one, too few for a range or a chance ({least} are needed)",
                found.years,
                least=LEAST_YEARS,
            )
        )
    lines.append(_("method: {method}, {years} years behind it", method=METHOD_NAMES[found.method], years=found.years))
    if found.misses:
        lines.append(_("at this month it was off by {misses}", misses=_misses(row, found)))
    if found.rebased:
        lines.append(
            _("compared by the published growth, for the levels were re-based: {years}", years=_years(found.rebased))
        )
    if found.filled:
        lines.append(_("a missing month put in between its neighbours: {years}", years=_years(found.filled)))
    return lines


def _years(years: tuple[int, ...]) -> str:
    return ", ".join(map(str, years))


MOST_MISSES = 8


def _misses(row: Assessment, found: Outlook) -> Text:
    """What it said too much or too little of, the latest years."""
    unit = "%" if row.indicator.measure is Measure.FLOW else row.figures.gap_unit or row.indicator.unit
    return Joined(
        Verbatim(", "),
        (
            _(
                "{year} {miss}",
                year=str(year),
                miss=measured_of(f"{miss:+.2f}", unit, row.indicator),
            )
            for year, miss in found.misses[-MOST_MISSES:]
        ),
    )
