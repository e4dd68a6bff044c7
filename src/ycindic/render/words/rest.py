"""What must the months that are left bring, or how much room do they have?"""

from __future__ import annotations

from decimal import Decimal

from ycindic.domain.assessment import Assessment, Side
from ycindic.domain.judge.promise import promise
from ycindic.domain.model import Measure
from ycindic.domain.period import Period
from ycindic.domain.reason import Reason
from ycindic.render.words.numbers import figure, months_in_words, rounded, typed
from ycindic.render.words.standing import both
from ycindic.render.words.units import amounts_of, measured_of, numbers_in
from ycindic.text import Text, Verbatim, _, _p


def as_room(found: Assessment) -> bool:
    """Whether the line is a ceiling, so that what is left is room and no demand."""
    kept = promise(found.target, found.indicator)
    if found.indicator.measure is Measure.STOCK:  # a level comes down to its ceiling: that is a way to go
        return False
    return found.side is Side.ABOVE if kept.two_sided else kept.direction < 0


def needed(found: Assessment) -> Text | None:
    """What the rest must grow or average, or may at most: for the printed goal as everywhere, and how far that is.

    What the tolerance asks for is another number, so it stands behind the distance that belongs to the first.
    """
    figures = found.figures
    if figures.required is None or figures.required_edge is None:
        return None
    if promise(found.target, found.indicator).two_sided and figures.acceleration == 0:
        return _STAYS_INSIDE
    demand = _("{verb} {value}", verb=_verb(found, figures.required), value=_rate(found, figures.required))
    rounding = _rounding(found)
    if rounding is not None:
        demand = _("{said} ({beside})", said=demand, beside=rounding)
    if figures.acceleration is not None and figures.acceleration <= 0:
        return both(demand, _effort(found))
    harder = (figures.required_edge < figures.required) is as_room(found)
    edge = _decisive(found, _rate(found, figures.required), _rate(found, figures.required_edge), harder=harder)
    return both(demand, _effort(found), edge)


def _decisive(found: Assessment, printed: Text, decides: Text, *, harder: bool) -> Text | None:
    """What the rest must come to for the line that decides, where the figure is short of its goal and that is another.

    A tolerance lets less do; of a figure in whole numbers 5.4 is kept by what prints as 6 alone. The half digit that
    rounding alone lets go is no leniency, and not told.
    """
    gap = found.figures.gap
    if gap is None or gap <= 0 or printed == decides:
        return None
    if not harder and not promise(found.target, found.indicator).tolerance:
        return None
    if harder:
        return _("{value} for a figure that prints as kept", value=decides)
    return _("{value} with the tolerance", value=decides)


def _verb(found: Assessment, value: Decimal) -> Text:
    yearly = found.target.average or found.target.total
    who = _("each year left") if yearly else _left(found)
    if found.indicator.measure is Measure.GROWTH:
        demand, room = _("must grow"), _("may grow up to")
        fall = _("must come to at most")
    else:
        demand, room = _("must average"), _("may average up to")
        fall = _("must average at most")
    verb = demand if not as_room(found) else room if value >= 0 else fall
    return _("{who} {verb}", who=who, verb=verb)


def _left(found: Assessment) -> Text:
    """The months that are left behind the judged figure."""
    reached, end = found.figures.actual_period, found.target.period.last
    if reached is None or reached.last >= end:
        return _("the rest")
    return months_in_words(Period(reached.last + 1, end))


def _rate(found: Assessment, value: Decimal) -> Text:
    return measured_of(figure(found, value, divided=True), found.figures.required_unit, found.indicator)


def _rounding(found: Assessment) -> Text | None:
    """The range that rounding of the published figure alone leaves."""
    figures = found.figures
    if figures.required_low is None or figures.required_high is None:
        return None
    low, high = (figure(found, end, divided=True) for end in (figures.required_low, figures.required_high))
    return _("{ends} from rounding", ends=numbers_in(f"{low}–{high}", figures.required_unit, found.indicator))


def _effort(found: Assessment) -> Text | None:
    """How far that is from what it is now: of a mean from its latest months, which it is judged by."""
    to_edge, distance, room = found.figures.acceleration, _from_now(found), as_room(found)
    if to_edge is None or distance is None:
        return None
    if distance <= 0:
        return _("so far it is kept") if room else _("the rate so far is enough")
    if to_edge <= 0:
        return _kept_by_edge(found)
    amount = measured_of(figure(found, distance, divided=True), found.figures.gap_unit, found.indicator)
    if latest_differs(found):
        return (
            _("{amount} less than in those months", amount=amount)
            if room
            else _("{amount} more than in those months", amount=amount)
        )
    return _("{amount} less than so far", amount=amount) if room else _("{amount} more than so far", amount=amount)


def _from_now(found: Assessment) -> Decimal | None:
    """How far the rest has to come from what it is now for the printed goal, positive for more effort."""
    figures = found.figures
    now = figures.actual if figures.latest_average is None else figures.latest_average
    if figures.required is None or now is None:
        return None
    kept, apart = promise(found.target, found.indicator), figures.required - now
    return abs(apart) if kept.two_sided else kept.direction * apart


def _kept_by_edge(found: Assessment) -> Text:
    """What keeps a promise as it goes whose printed goal is not reached: the tolerance and its end, or rounding."""
    kept = promise(found.target, found.indicator)
    if not kept.tolerance or kept.goal is None:
        return _("as it goes it rounds to the goal")
    end = amounts_of(typed(kept.goal - kept.direction * kept.tolerance), found.indicator)
    beside = _p("a tolerance", "from {end}", end=end) if kept.direction > 0 else _("up to {end}", end=end)
    return _("{said} ({beside})", said=_STAYS_INSIDE, beside=beside)


_STAYS_INSIDE = _("as it goes it stays inside what is accepted")


def latest_differs(found: Assessment) -> bool:
    """Whether the latest three months averaged another number than the year so far, so that they are told."""
    latest = found.figures.latest_average
    return latest is not None and latest != found.figures.actual


def growth_words(found: Assessment) -> Text | None:
    """What the rest of a sum must grow over last year's months, beside what the months so far grew."""
    figures = found.figures
    if figures.growth_so_far is None or figures.acceleration is None:
        return None
    room = as_room(found)
    so_far = f"{rounded(figures.growth_so_far, 2)}%"
    if not figures.acceleration:
        return _("{so_far} more than in the same months of last year", so_far=so_far)
    needs = figures.growth_so_far + (-figures.acceleration if room else figures.acceleration)
    decides = Verbatim(f"{rounded(needs, 2)}%")
    printed = decides
    if figures.required_growth is not None and not promise(found.target, found.indicator).two_sided:
        printed = Verbatim(f"{rounded(figures.required_growth, 2)}%")
    demand = _(
        "{who} {verb} {rest} over last year's months",
        who=_left(found),
        verb=_("may grow up to") if room else _("must grow"),
        rest=printed,
    )
    if not room and needs < 0:
        fall = f"{rounded(-needs, 2)}%"
        demand = _("{who} may bring up to {fall} less than last year's months", who=_left(found), fall=fall)
        printed = decides
    grew = _("so far it grew {so_far}", so_far=so_far)
    return both(demand, _decisive(found, printed, decides, harder=False), grew)


def a_month(found: Assessment) -> Text | None:
    """What each month that is left must bring, or may at most: for the printed goal, then what would still do."""
    figures = found.figures
    if figures.required is None or figures.required_edge is None or figures.required_unit is None:
        return None
    value = figures.required_edge if promise(found.target, found.indicator).two_sided else figures.required
    printed, decides = (_amount(found, one) for one in (value, figures.required_edge))
    return both(_brings(found, value, printed), _decisive(found, printed, decides, harder=False))


def _amount(found: Assessment, value: Decimal) -> Text:
    """What a month or a year brings, in the indicator's own unit."""
    own = (found.figures.required_unit or "").rpartition("/")[0]
    return measured_of(figure(found, value, divided=True), own, found.indicator)


def _brings(found: Assessment, value: Decimal, amount: Text) -> Text:
    each = _("month") if (found.figures.required_unit or "").endswith("/month") else _("year")
    told = {"who": _left(found), "amount": amount, "each": each}
    if as_room(found):
        if value < 0:
            return _("{who} must come to at most {amount} a {each}", **told)
        return _("at most {amount} a {each} are left for {who}", **told)
    if value < 0:
        return _("{who} must not fall below {amount} a {each}", **told)
    return _("{who} must bring {amount} a {each}", **told)


def catch_up_words(found: Assessment) -> Text | None:
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
    return _("{who} must go {times} times as fast", who=_left(found), times=times)
