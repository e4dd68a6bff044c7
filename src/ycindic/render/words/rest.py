"""What must the months that are left bring, or how much room do they have?"""

from __future__ import annotations

from decimal import Decimal

from ycindic.domain.assessment import Assessment, Side
from ycindic.domain.judge.promise import promise
from ycindic.domain.model import Measure
from ycindic.domain.reason import Reason
from ycindic.render.words.numbers import figure, rounded
from ycindic.render.words.standing import both
from ycindic.render.words.units import measured_of, numbers_in
from ycindic.text import Text, _


def as_room(found: Assessment) -> bool:
    """Whether the line is a ceiling, so that what is left is room and no demand."""
    kept = promise(found.target, found.indicator)
    if found.indicator.measure is Measure.STOCK:  # a level comes down to its ceiling: that is a way to go
        return False
    return found.side is Side.ABOVE if kept.two_sided else kept.direction < 0


def needed(found: Assessment) -> Text | None:
    """What the rest must grow or average, or may at most: to what decides, and to the printed goal beside it."""
    figures = found.figures
    if figures.required is None or figures.required_edge is None:
        return None
    kept = promise(found.target, found.indicator)
    if kept.two_sided and figures.acceleration == 0:
        return _("as it goes it stays inside what is accepted")
    decides = figures.required_edge if kept.tolerance else figures.required
    demand = _("{verb} {value}", verb=_verb(found, decides), value=_rate(found, decides))
    beside = _rounding(found, with_goal=bool(kept.tolerance))
    if beside is not None:
        demand = _("{said} ({beside})", said=demand, beside=beside)
    return both(demand, _effort(found))


def _verb(found: Assessment, value: Decimal) -> Text:
    yearly = found.target.average or found.target.total
    who = _("each year left") if yearly else _("the rest")
    if found.indicator.measure is Measure.GROWTH:
        demand, room = _("must grow"), _("may grow up to")
        fall = _("must come to at most")
    else:
        demand, room = _("must average"), _("may average up to")
        fall = _("must average at most")
    verb = demand if not as_room(found) else room if value >= 0 else fall
    return _("{who} {verb}", who=who, verb=verb)


def _rate(found: Assessment, value: Decimal) -> Text:
    return measured_of(figure(found, value, divided=True), found.figures.required_unit, found.indicator)


def _rounding(found: Assessment, *, with_goal: bool) -> Text | None:
    """The way to the printed goal where another line decides, and the range that rounding alone leaves."""
    figures = found.figures
    if figures.required is None:
        return None
    printed = _("{required} to the printed goal", required=_rate(found, figures.required))
    if figures.required_low is None or figures.required_high is None:
        return printed if with_goal else None
    low, high = (figure(found, end, divided=True) for end in (figures.required_low, figures.required_high))
    ends = numbers_in(f"{low}–{high}", figures.required_unit, found.indicator)
    ranged = _("{ends} from rounding", ends=ends)
    return _("{printed}, {ranged}", printed=printed, ranged=ranged) if with_goal else ranged


def _effort(found: Assessment) -> Text | None:
    """How far that is from what it is now."""
    distance, room = found.figures.acceleration, as_room(found)
    if distance is None:
        return None
    if distance <= 0:
        return _("so far it is kept") if room else _("the rate so far is enough")
    amount = measured_of(figure(found, distance), found.figures.gap_unit, found.indicator)
    return _("{amount} less than so far", amount=amount) if room else _("{amount} more than so far", amount=amount)


def growth(found: Assessment) -> Text | None:
    """What the rest of a sum must grow over last year's months, beside what the months so far grew."""
    figures = found.figures
    if figures.growth_so_far is None or figures.acceleration is None:
        return None
    room = as_room(found)
    so_far = f"{rounded(figures.growth_so_far, 2)}%"
    if not figures.acceleration:
        return _("{so_far} more than in the same months of last year", so_far=so_far)
    needs = figures.growth_so_far + (-figures.acceleration if room else figures.acceleration)
    return _(
        "the rest {verb} {rest} over last year's months, so far it grew {so_far}",
        verb=_("may grow up to") if room else _("must grow"),
        rest=f"{rounded(needs, 2)}%",
        so_far=so_far,
    )


def a_month(found: Assessment) -> Text | None:
    """What each month that is left must bring, or may at most, to what decides."""
    figures, unit = found.figures, found.figures.required_unit
    if figures.required_edge is None or unit is None:
        return None
    each = _("month") if unit.endswith("/month") else _("year")
    value = figures.required_edge
    amount = measured_of(figure(found, value, divided=True), unit.rpartition("/")[0], found.indicator)
    if as_room(found):
        if value < 0:
            return _("the rest must come to at most {amount} a {each}", amount=amount, each=each)
        return _("at most {amount} a {each} are left", amount=amount, each=each)
    if value < 0:
        return _("the rest must not fall below {amount} a {each}", amount=amount, each=each)
    return _("the rest must bring {amount} a {each}", amount=amount, each=each)


def catch_up(found: Assessment) -> Text | None:
    """How many times faster the rest must go; of a cap which share of today's pace is left."""
    figures, room = found.figures, as_room(found)
    if room and (found.side is not None or figures.completion is None or figures.completion >= 1):
        return None
    step = figures.steps.get("catch_up")
    if step is not None and step.reason is Reason.INFINITE:
        return None if room else _("no finite speed-up from the pace so far would do")
    faster = figures.catch_up
    if faster is None or faster <= 0:
        return None
    times = rounded(faster, 2)
    if room:
        return _("{times} times today's pace", times=times)
    return _("the rest must go {times} times as fast", times=times)
