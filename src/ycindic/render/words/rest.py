"""What must the months that are left bring, or how much room do they have?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_UP, Decimal

from ycindic.domain.assessment import Assessment, Side
from ycindic.domain.judge.promise import direction, promise
from ycindic.domain.model import SIGNS_OF_RATES, Measure
from ycindic.domain.period import MONTHS_A_YEAR, Period
from ycindic.domain.rates import ZERO
from ycindic.domain.reason import Reason
from ycindic.domain.relation import Relation
from ycindic.render.words.numbers import decimals, denoised, months_in_words, published_decimals, rounded
from ycindic.render.words.promised import promises_fall
from ycindic.render.words.standing import both
from ycindic.render.words.units import measured_of, multiple
from ycindic.text import Text, Verbatim, _


def as_room(found: Assessment) -> bool:
    """Whether the line is a ceiling, so that what is left is room and no demand."""
    kept = promise(found.target, found.indicator)
    if found.indicator.measure is Measure.STOCK:  # a level comes down to its ceiling: that is a way to go
        return False
    if found.target.beside:
        return direction(found.target, found.indicator) < 0
    return found.side is Side.ABOVE if kept.two_sided else kept.direction < 0


def needed(found: Assessment) -> Text | None:
    """What the rest must grow or average, or may at most, for the printed goal, of a range for its nearer end."""
    figures = found.figures
    if figures.required is None or figures.required_edge is None:
        return None
    if promise(found.target, found.indicator).two_sided and figures.acceleration == 0:
        return _STAYS_INSIDE
    if kept_as_it_goes(found):
        kept = promise(found.target, found.indicator)
        stays = _STAYS_INSIDE if kept.tolerance else _("at an unchanged rate it rounds to the goal")
        return both(stays, latest_misses(found))
    said, end = demand(found, figures.required), _for_which_end(found)
    said = said if end is None else _("{said} {end}", said=said, end=end)
    return both(said, _as_it_goes(found), latest_misses(found))


_STAYS_INSIDE = _("at an unchanged rate it stays inside what is accepted")


def kept_as_it_goes(found: Assessment) -> bool:
    """Whether a rate that is short of its printed goal keeps it as it goes, by its tolerance or by rounding."""
    apart, to_edge = _from_now(found), found.figures.acceleration
    return apart is not None and to_edge is not None and apart > 0 >= to_edge


def less_is_enough(found: Assessment) -> bool:
    """Whether less than what is told of the rest would do, as a tolerance or rounding accepts less than the goal."""
    needs, decides = found.figures.required, found.figures.required_edge
    return needs is not None and decides is not None and needs != decides and not as_room(found)


def _as_it_goes(found: Assessment) -> Text | None:
    """That an unchanged rate or mean of the year so far would do, which promises nothing; None where more is needed."""
    apart = _from_now(found)
    if apart is None or apart > 0 or found.figures.acceleration is None:
        return None
    return _("so far it is kept") if as_room(found) else _("an unchanged rate for the year so far is enough")


def latest_misses(found: Assessment) -> Text | None:
    """What the latest months grew by themselves, where that misses what the rest must, or may, however it rounds."""
    latest, now = found.latest, found.figures.actual
    need = found.figures.required_edge if kept_as_it_goes(found) else found.figures.required
    if latest is None or now is None or need is None or found.target.average or found.target.total:
        return None
    kept = promise(found.target, found.indicator)
    way = need - now if kept.two_sided else kept.direction
    told = {"months": months_in_words(latest.period), "value": f"{rounded(denoised(latest.value), 2)}%"}
    if way > 0 and latest.high < need:
        return _("{months} alone about {value}, below what is needed", **told)
    if way < 0 and latest.low > need:
        return _("{months} alone about {value}, above what is left", **told)
    return None


def _from_now(found: Assessment) -> Decimal | None:
    """How far the rest has to come from what it is now for the printed goal, positive for more effort."""
    figures, now = found.figures, now_of(found)
    if figures.required is None or now is None:
        return None
    kept, apart = promise(found.target, found.indicator), figures.required - now
    return abs(apart) if kept.two_sided else kept.direction * apart


def now_of(found: Assessment) -> Decimal | None:
    """What the rest is held against: the latest three months of a mean, else the year so far."""
    figures = found.figures
    return figures.actual if figures.latest_average is None else figures.latest_average


def beside(found: Assessment) -> Text | None:
    """What the rest of a year must grow beside a benchmark that stays as it is, where it is short of that."""
    figures = found.figures
    if figures.required is None or figures.required_edge is None or (figures.gap or ZERO) <= 0:
        return None
    said = _("{demand} if that stays the same", demand=demand(found, figures.required))
    return both(said, latest_misses(found))


def demand(found: Assessment, value: Decimal) -> Text:
    """Who must, or may, grow or average so much: `Jul–Dec must grow 9.10%`, `Jul–Dec may fall by up to 8.60%`.

    A demand below zero is told as what it lets go, since "must grow -8.60%" is read as an order to fall.
    """
    text = enough(found, value)
    kind = found.indicator.measure is Measure.GROWTH, as_room(found), text.startswith("-")
    number = text.removeprefix("-") if kind[0] else text
    who = _("each year left") if found.target.average or found.target.total else _left(found)
    amount = measured_of(number, found.figures.required_unit, found.indicator)
    return _("{who} {demand}", who=who, demand=_DEMANDS[kind](amount))


_DEMANDS: Mapping[tuple[bool, bool, bool], Callable[[Text], Text]] = {
    (True, False, False): lambda value: _("must grow {value}", value=value),
    (True, False, True): lambda value: _("may fall by up to {value}", value=value),
    (True, True, False): lambda value: _("may grow up to {value}", value=value),
    (True, True, True): lambda value: _("must fall by at least {value}", value=value),
    (False, False, False): lambda value: _("must average {value}", value=value),
    (False, False, True): lambda value: _("may average as low as {value}", value=value),
    (False, True, False): lambda value: _("may average up to {value}", value=value),
    (False, True, True): lambda value: _("may average {value} at most", value=value),
}
"""Of a growth or a mean, as room or as a demand, below zero or not."""


def _left(found: Assessment) -> Text:
    """The months that are left behind the judged figure."""
    reached, end = found.figures.actual_period, found.target.period.last
    if reached is None or reached.last >= end:
        return _("the rest")
    return months_in_words(Period(reached.last + 1, end))


def _for_which_end(found: Assessment) -> Text | None:
    """For which end of a range that is."""
    target, actual = found.target, found.figures.actual
    if target.relation is not Relation.BETWEEN or actual is None:
        return None
    kept = promise(target, found.indicator)
    lower = actual < (target.goal or ZERO) if kept.two_sided else kept.direction > 0
    if promises_fall(target, found.indicator):
        return _("for the larger fall") if lower else _("for the smaller fall")
    return _("for the lower end") if lower else _("for the upper end")


def of_sum(found: Assessment) -> Text | None:
    """What the rest of a sum or a way must bring or may: over last year where that is known, else each month."""
    if found.indicator.measure is Measure.STOCK:
        return _of_way(found)
    growth = None if as_room(found) else _needed_growth(found)
    return a_month(found) if growth is None else growth


def _needed_growth(found: Assessment) -> Text | None:
    """What the rest of a sum must grow over last year's months, where that is more than the months so far grew."""
    if not found.figures.acceleration:
        return None
    return over_last_year(found, _for_printed_goal(found))


def _for_printed_goal(found: Assessment) -> Decimal | None:
    """What the rest must grow over last year's months for the printed goal, between two limits for the nearer edge."""
    figures = found.figures
    if figures.required_growth is None or promise(found.target, found.indicator).two_sided:
        return for_edge(found)
    return figures.required_growth


def for_edge(found: Assessment) -> Decimal | None:
    """What the rest must grow over last year's months, or may at most, for the line that decides."""
    so_far, more = found.figures.growth_so_far, found.figures.acceleration
    if so_far is None or more is None:
        return None
    return so_far - more if as_room(found) else so_far + more


def over_last_year(found: Assessment, growth: Decimal | None) -> Text | None:
    """Such growth over last year's months as a demand, or as room."""
    if growth is None:
        return None
    who, room = _left(found), as_room(found)
    if growth < 0:
        fall = f"{rounded(denoised(-growth), 2, ROUND_CEILING if room else ROUND_FLOOR)}%"
        if room:
            return _("{who} must bring at least {fall} less than last year's months", who=who, fall=fall)
        return _("{who} may bring up to {fall} less than last year's months", who=who, fall=fall)
    told = f"{rounded(denoised(growth), 2, ROUND_FLOOR if room else ROUND_CEILING)}%"
    verb = _("may grow up to") if room else _("must grow")
    return _("{who} {verb} {rest} over last year's months", who=who, verb=verb, rest=told)


def a_month(found: Assessment) -> Text | None:
    """What each month or year that is left must bring, or may at most, for the printed goal or the edge of a band."""
    value = _each(found)
    return None if value is None else brings(found, value)


def _each(found: Assessment) -> Decimal | None:
    figures = found.figures
    if figures.required is None or figures.required_edge is None or figures.required_unit is None:
        return None
    return figures.required_edge if promise(found.target, found.indicator).two_sided else figures.required


def brings(found: Assessment, value: Decimal) -> Text:
    """So much for each month or year that is left, or for the only one, as a demand or as room."""
    amount, each = a_step(found, value)
    told = {"who": _left(found), "amount": amount, "each": each}
    if as_room(found):
        if value < 0:
            return _("{who} may come to {amount}{each} at most", **told)
        return _("at most {amount}{each} are left for {who}", **told)
    if value < 0:
        return _("{who} may come to as little as {amount}{each}", **told)
    return _("{who} must bring {amount}{each}", **told)


def _of_way(found: Assessment) -> Text | None:
    """How much a level that is under way to its goal must rise, or fall, a month or a year."""
    value, faster = _each(found), found.figures.steps.get("catch_up")
    under_way = faster is not None and (faster.reason is Reason.INFINITE or (faster.result or ZERO) > 0)
    if value is None or not under_way:
        return None
    amount, each = a_step(found, abs(value))
    told = {"who": _left(found), "amount": amount, "each": each}
    if value < 0:
        return _("{who} must fall by {amount}{each}", **told)
    return _("{who} must rise by {amount}{each}", **told)


def is_monthly(found: Assessment) -> bool:
    """Whether what the rest needs is told for each month; else it is for each year, or for all of it."""
    return _step_unit(found)[1] == "month"


def step_word(found: Assessment) -> Text:
    """For which stretch what the rest needs is told."""
    return _(" a month") if is_monthly(found) else _(" a year")


def a_step(found: Assessment, value: Decimal) -> tuple[Text, Text]:
    """So much, and that it is for each month or year that is left, or nothing where it is all of the rest."""
    if is_each(found, value):
        return amount_a_step(found, enough(found, value)), step_word(found)
    return amount_a_step(found, _all_of_it(found, value)), Verbatim("")


def _all_of_it(found: Assessment, value: Decimal) -> str:
    """The rest as a whole, which has the digits of the figures that it is the difference of."""
    whole = denoised(value * _steps_left(found)).normalize()
    return rounded(whole, decimals(found, whole), _towards(found))


def is_each(found: Assessment, value: Decimal) -> bool:
    """Whether what the rest needs is told for each of several months or years, which makes a whole thing in each.

    A third of an event a month is one in three months.
    """
    part = 0 < abs(value) < 1 and not decimals_of_a_part(found, value)
    return _steps_left(found) > 1 and not part


def is_in_all(found: Assessment, value: Decimal) -> bool:
    """Whether an amount is told for all of the rest; a rate or a mean is for all of it by itself."""
    return bool(_step_unit(found)[1]) and not is_each(found, value)


def each_month(found: Assessment) -> bool:
    """Whether what the rest needs is told for each of several months."""
    return is_monthly(found) and is_each(found, found.figures.required or ZERO)


def _steps_left(found: Assessment) -> Decimal:
    """How many of the months or years are left for each of which what the rest needs is told."""
    reached, per = found.figures.actual_period, _step_unit(found)[1]
    if reached is None or not per:
        return Decimal(1)
    return Decimal(found.target.period.last - reached.last) / (1 if per == "month" else MONTHS_A_YEAR)


def amount_a_step(found: Assessment, number: str) -> Text:
    """What a month or a year brings, in the indicator's own unit."""
    return measured_of(number, _step_unit(found)[0], found.indicator)


def _step_unit(found: Assessment) -> tuple[str, str]:
    """The unit of what the rest needs, and whether it is for a month or a year."""
    unit, _slash, per = (found.figures.required_unit or "").rpartition("/")
    return (unit, per) if per in ("month", "year") else (found.figures.required_unit or "", "")


def enough(found: Assessment, value: Decimal) -> str:
    """What the rest must come to, or may at most, rounded so that whoever does just that keeps the goal."""
    return rounded(denoised(value), decimals_of_a_part(found, value), _towards(found))


def _towards(found: Assessment) -> str:
    """Which way is the promise's: room down, a demand up, a way to go on."""
    if found.indicator.measure is Measure.STOCK:
        return ROUND_UP
    return ROUND_FLOOR if as_room(found) else ROUND_CEILING


def decimals_of_a_part(found: Assessment, value: Decimal) -> int:
    """With how many decimals a part of an amount is told: no part of a thing that the publisher counts whole."""
    places, indicator = decimals(found, value, divided=True), found.indicator
    own, measure = published_decimals(found), indicator.measure
    counted = measure in (Measure.FLOW, Measure.EVENTS) or (measure is Measure.STOCK and not own)
    if not counted or indicator.unit in SIGNS_OF_RATES:
        return places
    return min(places, max(own, multiple(indicator.unit)))
