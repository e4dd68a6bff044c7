"""How is the probable end of a year told in words?"""

from __future__ import annotations

from typing import assert_never

from ycindic.domain.assessment import Assessment
from ycindic.domain.model import Measure, Method
from ycindic.domain.outlook.end import Decisive, Outlook
from ycindic.domain.outlook.several import ComesTo
from ycindic.domain.outlook.spoken import exact
from ycindic.render.words.numbers import chance_words, figure, typed
from ycindic.render.words.standing import tolerance_words
from ycindic.render.words.units import amounts_of, measured_of
from ycindic.text import Joined, Text, Verbatim, _, _n

METHOD_NAMES: dict[Method, Text] = {
    Method.AUTO: _("best before"),
    Method.COMBINED: _("combined"),
    Method.LAST_YEAR: _("last year's shape"),
    Method.RECENT: _("recent growth goes on"),
    Method.AIRLINE: _("airline model"),
    Method.RETURNING: _("return to the usual"),
    Method.SMOOTHING: _("exponential smoothing"),
    Method.CHAIN_LADDER: _("chain ladder"),
    Method.SHARES: _("typed shares"),
    Method.LINEAR: _("evenly by months"),
    Method.CONTINUES: _("as so far"),
    Method.SPREAD: _("usual spread of the rest"),
    Method.SEASONAL: _("season of earlier years"),
    Method.DRIFT: _("usual drift"),
    Method.LIBRARY: _("models of a library"),
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
    if found.left is not None:
        return _of_years(row, found)
    lines = [
        _("the year will probably end at {end}", end=end_words(row, found))
        if found.low is None
        else _(
            "the year will probably end at {end}; {level} of 100 such ranges hold the end",
            end=end_words(row, found),
            level=typed(found.level),
        )
    ]
    lines += _chance(row, found)
    if found.like is not None and found.like.years:
        lines.append(
            _(
                "with the errors of the earlier years, all counted alike, {kept} of {years} would keep it; "
                "the chance lets the latest count most and leaves room for larger ones",
                kept=found.like.kept,
                years=found.like.years,
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


def _of_years(row: Assessment, found: Outlook) -> list[Text]:
    """The outlook of a promise over several years."""
    level = found.left is not None and found.left.come_to is ComesTo.LAST
    end = (
        _("at the end of the years it will probably stand at {end}", end=end_words(row, found))
        if level
        else _("all the years together will probably come to {end}", end=end_words(row, found))
    )
    runs = _n(
        "behind it stands {count} earlier run of years, told by what was known before it",
        "behind it stand {count} earlier runs of as many years, each told by what was known before it",
        found.years,
    )
    return [end, *_chance(row, found), runs]


def _chance(row: Assessment, found: Outlook) -> list[Text]:
    """How likely it is, and which figure decides that; nothing where no chance is told."""
    if found.chance is None:
        return []
    lines = [_("the chance that the promise is kept is {chance}", chance=chance_words(found.chance))]
    if found.decided is None:
        return lines
    about, said = found.decided.about, found.decided.said
    unit = row.figures.gap_unit or row.indicator.unit
    match about:
        case Decisive.END:
            pass
        case Decisive.DISTANCE:
            apart = (
                _("{percent} of it", percent=f"{100 * said.ending:.1f} %")
                if said.relative
                else _side(measured_of(f"{abs(said.ending):.2f}", unit, row.indicator), below=said.ending < 0)
            )
            lines.append(
                _("both may move until the year's end; what decides it is how they stand then, probably {apart}",
                  apart=apart)
            )  # fmt: skip
            if (accepted := tolerance_words(row)) is not None:
                lines.append(_("a lag of {tolerance} is accepted", tolerance=accepted))
        case Decisive.WORST:
            worst = amounts_of(figure(row, exact(said.ending), divided=True), row.indicator)
            lines.append(_("what decides it is the worst figure still to come, probably {worst}", worst=worst))
        case Decisive.YEARS_LEFT:
            rest = amounts_of(figure(row, exact(said.ending), divided=True), row.indicator)
            level = found.left is not None and found.left.come_to is ComesTo.LAST
            if not level:
                lines.append(_("what decides it is the average of the years left, probably {average}", average=rest))
        case _:
            assert_never(about)
    return lines


def _side(far: Text, *, below: bool) -> Text:
    """On which side of the other a distance lies."""
    return _("{far} below it", far=far) if below else _("{far} above it", far=far)


def _years(years: tuple[int, ...]) -> str:
    return ", ".join(map(str, years))


_MOST_MISSES = 8


def _misses(row: Assessment, found: Outlook) -> Text:
    """What it said too much or too little of, the latest years."""
    unit = "%" if row.indicator.measure is Measure.FLOW else row.figures.gap_unit or row.indicator.unit
    return Joined(
        Verbatim(", "),
        [
            _("{year} {miss}", year=str(year), miss=measured_of(f"{miss:+.2f}", unit, row.indicator))
            for year, miss in found.misses[-_MOST_MISSES:]
        ],
    )
