"""`ycindic calc path`: if the coming months bring this, where is the year then, and what must the rest bring?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, NamedTuple

import typer

from ycindic.cli.options import AsOf, Data, TextOrJson, as_of_date, known_word, listed_words, unknown, wrong
from ycindic.cli.quick import tell_sums, typed_count, typed_number
from ycindic.domain.assessment import Assessment
from ycindic.domain.judge import assess
from ycindic.domain.model import HUNDRED, Measure, ProfileKind
from ycindic.domain.path import Assumed, Shares, Stop, WayAhead, rest_of_way, way_ahead, way_fault, with_figures
from ycindic.domain.period import CIVIL, MONTHS_A_YEAR, Calendar, Period, last_day, month_of_year, parse
from ycindic.domain.profile import base_share, from_table, linear
from ycindic.domain.rates import factor
from ycindic.domain.release import due
from ycindic.load.find import find
from ycindic.load.workspace import Workspace, load
from ycindic.render.answers.sums import PERCENT_UNIT, QuickSum, Unit, own
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import typed
from ycindic.text import Text, Verbatim, _

_KINDS = {"growth": Measure.GROWTH, "mean": Measure.MEAN, "sum": Measure.FLOW}


class _Asked(NamedTuple):
    """A year under way with what it was taken from; `row` is None where everything was typed."""

    way: WayAhead
    of_year: int
    row: Assessment | None = None
    workspace: Workspace | None = None
    day: date = date.min

    @property
    def calendar(self) -> Calendar:
        """The year that is under way begins as that of its indicator."""
        return CIVIL if self.row is None else self.row.indicator.calendar


def path(
    so_far: Annotated[str, typer.Argument(metavar="SO_FAR|ID", help="The figure so far, or a target's id")],
    goal: Annotated[
        str | None, typer.Argument(metavar="[GOAL]", help="The goal of the year; none behind an id")
    ] = None,
    month: Annotated[
        str | None, typer.Option("--month", metavar="1-12", help="The month that the figure reaches")
    ] = None,
    assumed: Annotated[
        list[str] | None,
        typer.Option(
            "--if",
            metavar="MONTHS=VALUE,...",
            help="What is supposed, such as 10=4.8,11=5 or Q4=5: the value of those months alone",
        ),
    ] = None,
    kind: Annotated[
        str, typer.Option(metavar="|".join(_KINDS), help="Whether it is a rate of growth, a mean or a sum")
    ] = "growth",
    shares: Annotated[
        str | None,
        typer.Option(
            metavar="LIST", help="Last year's cumulative shares by month (12) or quarter (4); default month ÷ 12"
        ),
    ] = None,
    as_of: AsOf = None,
    data: Data = None,
    form: TextOrJson = "text",
) -> int:
    """If the coming months bring this: the year by then, and what the rest must bring; a target's id will do"""
    day = as_of_date(as_of)
    if goal is None:
        asked = _from_workspace(so_far, data, day)
    else:
        asked = _typed(so_far, goal, month, known_word(kind, _KINDS, "--kind"), shares)
    supposed = _supposed(assumed, asked)
    if asked.row is not None and asked.workspace is not None:
        ends = {asked.way.month, *(one.last for one in supposed)}
        asked = asked._replace(way=asked.way._replace(shares=_weights(asked.row, asked.workspace, asked.of_year, ends)))
    stops = way_ahead(asked.way, supposed)
    return tell_sums(_sums(asked, stops), form)


def _typed(so_far: str, goal: str, month: str | None, kind: str, shares: str | None) -> _Asked:
    if month is None:
        raise wrong(_("say with --month which month the figure reaches"), "--month")
    reached = typed_count(month, "--month", MONTHS_A_YEAR - 1)
    weights = _shares(shares)
    way = WayAhead(_KINDS[kind], typed_number(so_far, "SO_FAR"), reached, typed_number(goal, "GOAL"), weights)
    return _Asked(way, 2000)


def _shares(typed_list: str | None) -> Shares:
    if typed_list is None:
        return linear
    found = [typed_number(one, "--shares") for one in listed_words([typed_list], "--shares")]
    rising = all(before < after for before, after in zip([Decimal(0), *found], found, strict=False))
    if len(found) not in (4, MONTHS_A_YEAR) or not rising or found[-1] not in (1, HUNDRED):
        raise wrong(_("write 4 or 12 rising cumulative shares that end with 1 (or 100)"), "--shares")
    table = tuple(one / found[-1] for one in found)
    return lambda month: from_table(table, month).value


def _from_workspace(name: str, data: str | None, day: date) -> _Asked:
    workspace = load(find(data), day)
    plan = workspace.plan
    target = next((one for one in plan.targets if one.id == name), None)
    if target is None:
        raise unknown(name, [one.id for one in plan.targets], "ID")
    row = assess(plan, target, workspace.facts, day) if target.parts is None else None
    figures = None if row is None else row.figures
    simple = target.one_year and row is not None and row.indicator.measure in _KINDS.values()
    if row is None or figures is None or not simple or row.target.goal is None or figures.actual is None:
        raise wrong(
            _(
                "{name} has no such path: it takes a rate, mean or sum of one year, with a goal and a figure so far",
                name=name,
            ),
            "ID",
        )
    reached = target.period.first if figures.actual_period is None else figures.actual_period.last
    if reached >= target.period.last:
        raise wrong(_("the year of {name} is over", name=name), "ID")
    way = WayAhead(
        row.indicator.measure, figures.actual, row.indicator.calendar.place(reached), row.target.goal, linear
    )
    return _Asked(way, row.indicator.calendar.year_of(reached), row, workspace, day)


def _weights(row: Assessment, workspace: Workspace, of_year: int, ends: set[int]) -> Shares:
    """The base year's shares through the months that stretches end with; by months alone where one is not known."""
    end = row.indicator.calendar.month
    known = {place: base_share(row.indicator, workspace.facts, end(of_year, place)) for place in ends}
    if any(one.kind is ProfileKind.LINEAR for one in known.values()):
        return linear
    return lambda month: known[month].value


def _supposed(typed_values: list[str] | None, asked: _Asked) -> list[Assumed]:
    """The suppositions in the order of their months, each adjoining the one before."""
    if not typed_values:
        raise wrong(_("say with --if what is supposed, such as 10=4.8,11=5"), "--if")
    found = sorted(_one(text, asked) for text in listed_words(typed_values, "--if"))
    month = way_fault(asked.way, found)
    if month is not None and month <= asked.way.month:
        raise wrong(_("month {month} is known already", month=_number(month, asked.calendar)), "--if")
    if month is not None:
        raise wrong(
            _(
                "month {month} is missing or supposed twice: they must adjoin from month {first} on",
                month=_number(month, asked.calendar),
                first=_number(asked.way.month + 1, asked.calendar),
            ),
            "--if",
        )
    return found


def _one(text: str, asked: _Asked) -> Assumed:
    months, equals, value = text.partition("=")
    period = _months(months.strip(), asked)
    if not equals or period is None:
        raise wrong(_("{text!r}: write 10=4.8, 10-11=5 or Q4=5", text=text), "--if")
    first, last = map(asked.calendar.place, period)
    amount = typed_number(value.strip(), "--if")
    if asked.way.measure is Measure.FLOW and "%" in value:
        amount = _grown(amount, period, asked)
    return Assumed(first, last, amount)


def _months(text: str, asked: _Asked) -> Period | None:
    """`10`, `10-11`, `Q4`, `H2` of the year, or a period written in full."""
    of_year, calendar = asked.of_year, asked.calendar
    first, dash, last = text.partition("-")
    if first.isdecimal() and len(first) <= 2 and (not dash or last.isdecimal()):
        ends = [one for month in (first, last or first) if (one := _month_of(month, asked)) is not None]
        return Period(*ends) if len(ends) == len(("first", "last")) and ends[0] <= ends[1] else None
    if text[:1].upper() in ("Q", "H"):
        text = f"{calendar.name(of_year)}-{text.upper()}"
    found = parse(text, calendar)
    return found if found and calendar.years(found) == range(of_year, of_year + 1) else None


def _month_of(text: str, asked: _Asked) -> int | None:
    """A month called by its number, in the year that is under way."""
    year = asked.calendar.year(asked.of_year)
    months = range(year.first, year.last + 1)
    return next((month for month in months if month_of_year(month) == int(text)), None)


def _grown(growth: Decimal, period: Period, asked: _Asked) -> Decimal:
    """An amount that is supposed as growth over the same months of last year."""
    from ycindic.domain.facts import through

    if asked.row is not None and asked.workspace is not None:
        series = asked.workspace.facts.of(asked.row.indicator.id)
        ends = [month - MONTHS_A_YEAR for month in (period.first - 1, period.last)]
        before, after = (through(series, end) for end in ends)
        if before and after:
            return (after.value - before.value) * factor(growth)
    raise wrong(_("last year's months are not known: write an amount"), "--if")


def _sums(asked: _Asked, stops: Sequence[Stop]) -> list[QuickSum]:
    way, row = asked.way, asked.row
    percent = way.measure is Measure.GROWTH or (row is not None and row.indicator.unit == "%")
    unit = PERCENT_UNIT if percent else own([way.so_far, way.goal])
    if row is not None and not percent:
        unit = unit._replace(words=Verbatim(f" {row.indicator.unit}"))
    before = rest_of_way(way)
    found = [] if before is None else [QuickSum(_("as it is the rest must bring"), _each(unit, way), before)]
    for stop in stops:
        months, value = _called(stop.assumed, asked.calendar), typed(stop.assumed.value)
        name = _("with {value} in {months} the year so far is", value=value, months=months)
        found.append(QuickSum(name, unit, stop.so_far))
        if stop.rest is not None:
            found.append(QuickSum(_("the rest must then bring"), _each(unit, way), stop.rest))
    return _with_verdict(asked, stops, found)


def _each(unit: Unit, way: WayAhead) -> Unit:
    """The rest of a sum is told a month."""
    if way.measure is not Measure.FLOW:
        return unit
    return unit._replace(words=_("{words} a month", words=unit.words))


def _called(one: Assumed, calendar: Calendar) -> Text:
    first, last = _number(one.first, calendar), _number(one.last, calendar)
    if first == last:
        return _("month {first}", first=first)
    return _("months {first}-{last}", first=first, last=last)


def _number(place: int, calendar: Calendar) -> int:
    """What number people give to the month at a place of a year."""
    return month_of_year(calendar.month(0, place))


def _with_verdict(asked: _Asked, stops: Sequence[Stop], found: list[QuickSum]) -> list[QuickSum]:
    """The last line with the verdict that the target would then have."""
    if asked.row is None or asked.workspace is None:
        return found
    from ycindic.domain.facts import printed_decimals

    indicator, workspace = asked.row.indicator, asked.workspace
    series = workspace.facts.of(indicator.id)
    decimals = printed_decimals(indicator, series)
    facts = with_figures(workspace.facts, indicator, asked.of_year, stops, decimals)
    end = asked.calendar.month(asked.of_year, stops[-1].assumed.last)
    day = (due(indicator.released, end) if indicator.released else None) or last_day(end)
    then = assess(workspace.plan, asked.row.target, facts, max(day, asked.day))
    word = LOOKS[then.verdict].word
    note = _("the verdict would be: {word}", word=word)
    return [*found[:-1], found[-1]._replace(note=note)]
