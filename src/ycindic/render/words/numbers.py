"""How is a number written? The only place that rounds."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import cache

from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import decimals_of
from ycindic.domain.judge.promise import is_rate
from ycindic.domain.model import Measure
from ycindic.domain.period import CIVIL, MONTHS_A_YEAR, Calendar, Period, month_of_year, year_of
from ycindic.text import SHORT_MONTHS, Text, Verbatim, _, _p

_WIDE = Context(prec=80, rounding=ROUND_HALF_UP)
_MOST_TYPED = 6
"""More decimals than this come from a division, not from a publisher."""
_MOST_SHOWN = 8
"""More decimals than this help nobody to tell two figures apart."""
_HALF = Decimal("0.5")
_RATE_DECIMALS = 2
"""A computed rate has at least so many: 6.43 to growth published as 5.5."""


def rounded(value: Decimal, decimals: int, way: str = ROUND_HALF_UP) -> str:
    """A value with so many decimals, half away from zero if not told otherwise, never minus zero: `6.43`."""
    try:
        text = format(value.quantize(_digit(decimals), way, _WIDE), "f")
    except InvalidOperation:  # longer than any line: computed of figures at the very ends of what the reader takes
        return format(value, ".6E")
    return text[1:] if text[0] == "-" and not text.strip("-0.") else text


@cache
def _digit(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def distance(value: Decimal, other: Decimal) -> Decimal:
    """Value minus other; between numbers of thirty digits the usual difference may be nothing where this is not."""
    return _WIDE.subtract(value, other)


def denoised(value: Decimal) -> Decimal:
    """A value without what a long division leaves in its last digits, which must not lift the printed one."""
    return value.quantize(_NOISE) if abs(value) < _LONGEST else value


_NOISE, _LONGEST = Decimal("1e-12"), Decimal("1e12")
"""So far the digits of a division are read, of values that have as many."""


def typed(value: Decimal) -> str:
    """A value just as it was typed: every decimal, none more."""
    return rounded(value, decimals_of(value))


def published_decimals(row: Assessment) -> int:
    """With how many decimals the figures of a target are published.

    Those of the figures that were used, or the indicator's own number where files lose them (5.0
    that a spreadsheet made 5).
    """
    own = [one.value for one in row.used if one.indicator == row.indicator.id]
    if not own and row.figures.provisional is not None:
        own = [row.figures.provisional]
    return max([row.indicator.decimals or 0, *map(decimals_of, own)])


def decimals(row: Assessment, value: Decimal, *, divided: bool = False) -> int:
    """With how many decimals a figure of a target is shown.

    As published where that says it exactly (a published figure, a sum, a difference); one more for
    what was divided, and two at least for a rate. As many more as it takes to tell it from its goal and
    from zero: 5.999 short of 6 by 0.001, not 6.00 by 0.00.
    """
    promised = published_decimals(row)
    if decimals_of(value) <= promised and not divided:
        return promised
    places = max(promised + 1, _RATE_DECIMALS if is_rate(row.indicator) else 0)
    return places if divided else _telling_apart(value, places, (Decimal(0), row.target.goal, row.target.goal_high))


def _telling_apart(value: Decimal, places: int, marks: Iterable[Decimal | None]) -> int:
    apart = [abs(value - mark) for mark in marks if mark is not None and value != mark]
    while places < _MOST_SHOWN and any(distance <= _HALF.scaleb(-places) for distance in apart):
        places += 1
    return places


def figure(row: Assessment, value: Decimal, *, sign: bool = False, divided: bool = False) -> str:
    """A figure of a target as it is shown, without its unit."""
    return (signed if sign else rounded)(value, decimals(row, value, divided=divided))


def stated(row: Assessment, value: Decimal) -> str:
    """A figure that stands beside the judged one (base, benchmark, breach): as it was published itself.

    Means and compounded rates are computed and have the decimals of that.
    """
    own = decimals_of(value)
    computed = own > _MOST_TYPED or row.indicator.measure is Measure.MEAN or row.target.average or row.target.total
    return figure(row, value) if computed else rounded(value, max(own, published_decimals(row)))


def signed(value: Decimal, decimals: int) -> str:
    """A value with its sign, zero without: `+0.5`."""
    text = rounded(value, decimals)
    return text if text.startswith("-") or not text.strip("0.") else f"+{text}"


def percent(share: Decimal, decimals: int = 1) -> str:
    """A share as per cent: 0.56 gives `56.0%`."""
    return f"{rounded(share * 100, decimals)}%"


def with_unit(text: str, unit: str, lang: str) -> str:
    """A number and its unit: a per cent sign, and in Chinese a Chinese word, close to it, others after a gap."""
    close = unit in ("%", "‰", "") or (lang == "zh" and is_chinese(unit))
    return f"{text}{unit}" if close else f"{text} {unit}"


def is_chinese(unit: str) -> bool:
    """Whether a unit begins with a Chinese character; letters of other scripts stand in no unit of a report."""
    return unit[:1] > _LAST_SIGN


_LAST_SIGN = "\u2fff"
"""Behind it the Chinese characters begin."""


_SURE, _UNSURE = Decimal("0.99"), Decimal("0.01")


def chance_words(chance: Decimal) -> str:
    """In whole per cent, and never all or nothing: before the end nobody is that sure."""
    if chance > _SURE:
        return ">99%"
    return "<1%" if chance < _UNSURE else f"{rounded(chance * 100, 0)}%"


def number_for_programs(value: Decimal | None) -> int | float | None:
    """A number for programs: whole ones exact, others in the shortest form that means the same."""
    if value is None:
        return None
    number = float(value)
    return int(value) if number.is_integer() and value == int(value) else number


def finite(value: float | None) -> int | float | None:
    """A computed number for programs, whole where it is whole."""
    if value is None or not value.is_integer():
        return value
    return int(value)


MONTHS = (
    Verbatim(""),
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)


def period_in_words(period: Period, calendar: Calendar = CIVIL) -> Text:
    """A period as people say it; whole years as the calendar calls them."""
    if calendar != CIVIL and calendar.whole(period):
        return _own_years(period, calendar)
    year, end = year_of(period.first), year_of(period.last)
    first, last = month_of_year(period.first), month_of_year(period.last)
    if CIVIL.whole(period):
        return _("{year}", year=year) if period.months == MONTHS_A_YEAR else _("{year}–{end}", year=year, end=end)
    if period.months == 1:
        return _("{month} {year}", month=MONTHS[first], year=year, number=first)
    names = MONTHS[first], MONTHS[last]
    if end == year:
        return _("{first}–{last} {year}", first=names[0], last=names[1], year=year, number=first, last_number=last)
    return _(
        "{first} {year} – {last} {end}",
        first=names[0],
        last=names[1],
        year=year,
        end=end,
        number=first,
        last_number=last,
    )


def _own_years(period: Period, calendar: Calendar) -> Text:
    """`2026/27年度`: years that reach into the next."""
    first, last = (calendar.name(calendar.year_of(month)) for month in period)
    return (
        _p("a year of its own", "{year}", year=first)
        if first == last
        else _("{first} – {last}", first=first, last=last)
    )


@cache
def short_period(period: Period, running: Period | None, lang: str) -> str:
    """A period as people write it in a table: 1—9月, Jan–Sep 2025; without its year inside the running one."""
    within = running is not None and running.first <= period.first and period.last <= running.last
    if within or CIVIL.whole(period) or year_of(period.first) != year_of(period.last):
        return months_in_words(period).in_language(lang)
    return _("{months} {year}", months=months_in_words(period), year=year_of(period.first)).in_language(lang)


def months_in_words(period: Period) -> Text:
    """The months of a part of a year, without the year: 11—12月, Nov–Dec; any other period with its years."""
    first, last = month_of_year(period.first), month_of_year(period.last)
    if CIVIL.whole(period) or year_of(period.first) != year_of(period.last):
        return period_in_words(period)
    if first == last:
        return SHORT_MONTHS[first]
    names = SHORT_MONTHS[first], SHORT_MONTHS[last]
    return _("{first}–{last}", first=names[0], last=names[1], number=first, last_number=last)
