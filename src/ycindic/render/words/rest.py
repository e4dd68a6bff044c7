"""What must the months that are left bring, or how much room do they have?"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_UP, Decimal

from ycindic.domain.assessment import Assessment, Side, Verdict
from ycindic.domain.judge.promise import direction, is_rate, point, promise
from ycindic.domain.model import Measure, ProfileKind
from ycindic.domain.period import MONTHS_A_YEAR, Period
from ycindic.domain.reason import Reason
from ycindic.domain.relation import Relation
from ycindic.render.words.numbers import decimals, figure, months_in_words, rounded, stated, typed
from ycindic.render.words.standing import accepted_values, amount, both
from ycindic.render.words.units import amounts_of, measured_of, numbers_in
from ycindic.render.words.wording import PROFILES, clauses, measured
from ycindic.text import Text, Verbatim, _

_ZERO = Decimal(0)


def as_room(found: Assessment) -> bool:
    """Whether the line is a ceiling, so that what is left is room and no demand."""
    kept = promise(found.target, found.indicator)
    if found.indicator.measure is Measure.STOCK:  # a level comes down to its ceiling: that is a way to go
        return False
    if found.target.beside:
        return direction(found.target, found.indicator) < 0
    return found.side is Side.ABOVE if kept.two_sided else kept.direction < 0


def needed(found: Assessment) -> Text | None:
    """What the rest must grow or average, or may at most: for the printed goal as everywhere, and how far that is.

    What the tolerance asks for is another number, which stands behind the first with its own distance.
    """
    figures = found.figures
    if figures.required is None or figures.required_edge is None:
        return None
    if promise(found.target, found.indicator).two_sided and figures.acceleration == 0:
        return _STAYS_INSIDE
    printed, decides = _rate(found, figures.required), _rate(found, figures.required_edge)
    demand = _("{who} {demand}", who=_who(found), demand=_demand(found, figures.required))
    rounding, ends = _rounding(found), _for_which_end(found)
    beside = clauses([one for one in (ends and ends[0], rounding) if one is not None])
    if ends or rounding:
        demand = _("{said} ({beside})", said=demand, beside=beside)
    demand = both(demand, ends and ends[1])
    if figures.acceleration is None or figures.acceleration <= 0:
        return both(demand, _effort(found))
    edge = _decisive(found, printed, decides, harder=(figures.required_edge < figures.required) is as_room(found))
    if edge is not None and promise(found.target, found.indicator).tolerance:
        said = _("with the tolerance it {demand}", demand=_demand(found, figures.required_edge))
        edge = both(said, _apart_from_now(found, figures.required_edge))
    cut_off = off_track(found, found.target.settings.rate_at_risk_pp)
    said = both(demand, _effort(found), edge)
    return said if cut_off is None else _("{said} ({beside})", said=said, beside=cut_off)


def beside(found: Assessment) -> Text | None:
    """What the rest of a year must grow beside a benchmark that stays as it is, where it is short of that."""
    figures = found.figures
    if figures.required is None or figures.required_edge is None or (figures.gap or _ZERO) <= 0:
        return None
    told = {"who": _left(found), "demand": _demand(found, figures.required)}
    said = _("while that stays as it is {who} {demand}", **told)
    return both(
        said, _decisive(found, _rate(found, figures.required), _rate(found, figures.required_edge), harder=False)
    )


def off_track(found: Assessment, points: Decimal) -> Text | None:
    """From how many points on a rate is off track and no longer at risk, where it is."""
    if found.verdict is not Verdict.OFF_TRACK or not is_rate(found.indicator):
        return None
    return _("over {far} is off track", far=amount(found, points * point(found.indicator, None)))


def _for_which_end(found: Assessment) -> tuple[Text, Text | None] | None:
    """Of a range, which of its ends that is for, and what the upper one would need."""
    figures, target = found.figures, found.target
    if target.relation is not Relation.BETWEEN or figures.required is None or figures.actual is None:
        return None
    low, high = (amounts_of(typed(one or _ZERO), found.indicator) for one in (target.goal, target.goal_high))
    kept = promise(target, found.indicator)
    lower = figures.actual < (target.goal or _ZERO) if kept.two_sided else kept.direction > 0
    told = _("for {end}", end=low if lower else high)
    more = figures.required_goal_high
    return told, None if more is None else _("{value} for {end}", value=_rate(found, more), end=high)


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


def _who(found: Assessment) -> Text:
    return _("each year left") if found.target.average or found.target.total else _left(found)


def _demand(found: Assessment, value: Decimal) -> Text:
    if found.indicator.measure is Measure.GROWTH:
        demand, room = _("must grow"), _("may grow up to")
        fall = _("must come to at most")
    else:
        demand, room = _("must average"), _("may average up to")
        fall = _("must average at most")
    verb = demand if not as_room(found) else room if value >= 0 else fall
    return _("{verb} {value}", verb=verb, value=_rate(found, value))


def _left(found: Assessment) -> Text:
    """The months that are left behind the judged figure."""
    reached, end = found.figures.actual_period, found.target.period.last
    if reached is None or reached.last >= end:
        return _("the rest")
    return months_in_words(Period(reached.last + 1, end))


def _rate(found: Assessment, value: Decimal) -> Text:
    return measured_of(enough(found, value), found.figures.required_unit, found.indicator)


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
    if to_edge is None or distance is None or found.figures.required is None:
        return None
    if distance <= 0:
        return _("so far it is kept") if room else _("the rate so far is enough")
    if to_edge <= 0:
        return _kept_by_edge(found)
    return _apart_from_now(found, found.figures.required)


def _apart_from_now(found: Assessment, value: Decimal) -> Text | None:
    """How far a rest lies from what it is now: the difference of the two numbers as they are printed."""
    figures, now = found.figures, _now(found)
    if now is None:
        return None
    as_told = Decimal(enough(found, value)) - Decimal(_now_told(found, now))
    apart = as_told or value - now
    told = {"far": measured_of(typed(abs(apart)), figures.gap_unit, found.indicator), "base": _base(found)}
    return _("{far} less than {base}", **told) if apart < 0 else _("{far} more than {base}", **told)


def _now(found: Assessment) -> Decimal | None:
    """What the rest is held against: the latest three months of a mean, else the year so far."""
    figures = found.figures
    return figures.actual if figures.latest_average is None else figures.latest_average


def _now_told(found: Assessment, now: Decimal) -> str:
    return stated(found, now) if latest_differs(found) else figure(found, now)


def _base(found: Assessment) -> Text:
    """The months whose figure the rest is held against."""
    figures = found.figures
    period = figures.latest_period if latest_differs(found) else figures.actual_period
    if found.indicator.measure is Measure.STOCK:
        period = None
    return _("so far") if period is None else months_in_words(period)


def _from_now(found: Assessment) -> Decimal | None:
    """How far the rest has to come from what it is now for the printed goal, positive for more effort."""
    figures, now = found.figures, _now(found)
    if figures.required is None or now is None:
        return None
    kept, apart = promise(found.target, found.indicator), figures.required - now
    return abs(apart) if kept.two_sided else kept.direction * apart


def _kept_by_edge(found: Assessment) -> Text:
    """What keeps a promise as it goes whose printed goal is not reached: the tolerance and its end, or rounding."""
    beside = accepted_values(found)
    if beside is None:
        return _("as it goes it rounds to the goal")
    return _("{said} ({beside})", said=_STAYS_INSIDE, beside=beside)


_STAYS_INSIDE = _("as it goes it stays inside what is accepted")


def latest_differs(found: Assessment) -> bool:
    """Whether the latest three months averaged another number than the year so far, so that they are told."""
    latest = found.figures.latest_average
    return latest is not None and latest != found.figures.actual


def _growth_words(found: Assessment) -> Text | None:
    """What the rest of a sum must grow over last year's months, beside what the months so far grew."""
    figures = found.figures
    if figures.growth_so_far is None or figures.acceleration is None:
        return None
    room = as_room(found)
    so_far = f"{rounded(abs(figures.growth_so_far), 2)}%"
    if not figures.acceleration:
        more = _("{so_far} more than in the same months of last year", so_far=so_far)
        return (
            more
            if figures.growth_so_far >= 0
            else _("{so_far} less than in the same months of last year", so_far=so_far)
        )
    needs = figures.growth_so_far + (-figures.acceleration if room else figures.acceleration)
    way = ROUND_FLOOR if room else ROUND_CEILING
    decides = Verbatim(f"{rounded(_exact(needs), 2, way)}%")
    printed = decides
    if figures.required_growth is not None and not promise(found.target, found.indicator).two_sided:
        printed = Verbatim(f"{rounded(_exact(figures.required_growth), 2, way)}%")
    demand = _(
        "{who} {verb} {rest} over last year's months",
        who=_left(found),
        verb=_("may grow up to") if room else _("must grow"),
        rest=printed,
    )
    if not room and needs < 0:
        fall = f"{rounded(_exact(-needs), 2, ROUND_FLOOR)}%"
        demand = _("{who} may bring up to {fall} less than last year's months", who=_left(found), fall=fall)
        printed = decides
    fell = figures.growth_so_far < 0
    grew = _("so far it fell {so_far}", so_far=so_far) if fell else _("so far it grew {so_far}", so_far=so_far)
    return both(demand, _decisive(found, printed, decides, harder=False), grew)


def a_month(found: Assessment) -> Text | None:
    """What each month that is left must bring, or may at most: for the printed goal, then what would still do."""
    figures = found.figures
    if figures.required is None or figures.required_edge is None or figures.required_unit is None:
        return None
    value = figures.required_edge if promise(found.target, found.indicator).two_sided else figures.required
    printed, decides = (_amount(found, one) for one in (value, figures.required_edge))
    edge = _decisive(found, printed, decides, harder=False)
    return both(_brings(found, value, printed), _catch_up(found), edge)


def _amount(found: Assessment, value: Decimal) -> Text:
    """What a month or a year brings, in the indicator's own unit."""
    own = (found.figures.required_unit or "").rpartition("/")[0]
    return measured_of(enough(found, value), own, found.indicator)


def enough(found: Assessment, value: Decimal) -> str:
    """What the rest must come to, or may at most, rounded so that whoever does just that keeps the goal."""
    towards = ROUND_FLOOR if as_room(found) else ROUND_CEILING
    way = ROUND_UP if found.indicator.measure is Measure.STOCK else towards
    return rounded(_exact(value), decimals(found, value, divided=True), way)


def _exact(value: Decimal) -> Decimal:
    """A value without what a long division leaves in its last digits, which must not lift the printed one."""
    return value.quantize(_NOISE) if abs(value) < _LONGEST else value


_NOISE, _LONGEST = Decimal("1e-12"), Decimal("1e12")
"""So far the digits of a division are read, of values that have as many."""


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


def of_sum(found: Assessment) -> Text | None:
    """What the rest of a sum or a way must bring or may: over last year where that is known, else each month."""
    growth = _growth_words(found)
    if found.indicator.measure is Measure.STOCK:
        faster = _catch_up(found)
        said = None if faster is None else _("for {who} {faster}", who=_left(found), faster=faster)
    else:
        said = growth if growth is not None and not as_room(found) else both(growth, a_month(found))
    return said if said is None else both(said, _off_track_by(found))


def _off_track_by(found: Assessment) -> Text | None:
    """From where on a sum or a way is off track and no longer at risk, where it is by its pace."""
    figures, settings = found.figures, found.target.settings
    if found.verdict is not Verdict.OFF_TRACK or found.rule is not Reason.PACE or as_room(found):
        return None
    if figures.growth_so_far is not None and figures.acceleration is not None:
        return _("over {far} more is off track", far=measured(typed(settings.rate_at_risk_pp), "pp"))
    if found.indicator.measure is Measure.STOCK or figures.profile is ProfileKind.LINEAR:
        return _("over {times} times is off track", times=typed(settings.catch_up_at_risk))
    return _("a pace below {pace} is off track", pace=typed(settings.pace_on_track))


def _catch_up(found: Assessment) -> Text | None:
    """How many times faster the rest must go; of a cap which share of the pace so far is left."""
    figures, room = found.figures, as_room(found)
    if room and (found.side is not None or figures.completion is None or figures.completion >= 1):
        return None
    step = figures.steps.get("catch_up")
    if step is not None and step.reason is Reason.INFINITE:
        return None if room else _("no finite speed-up from the pace so far would do")
    faster = figures.catch_up
    if faster is None or faster <= 0:
        return None
    if found.indicator.measure is not Measure.STOCK and figures.profile is not ProfileKind.LINEAR:
        return _brought(found)
    told = {"times": rounded(faster, 2), "base": _base(found)}
    if room:
        said = _("{times} times the pace of {base}", **told)
    elif faster < 1:
        said = _("{times} times as fast as {base} would do", **told)
    else:
        said = _("{times} times as fast as {base}", **told)
    if figures.profile is None or figures.profile is ProfileKind.LINEAR:
        return said
    return _("by {course} {said}", said=said, course=PROFILES[figures.profile])


def _brought(found: Assessment) -> Text | None:
    """What each month, or year, so far brought of a sum that is due by another course than the passing of time.

    How much faster the rest must go by that course is no ratio of two amounts a month, beside which it would stand.
    """
    figures, period = found.figures, found.figures.actual_period
    if figures.actual is None or period is None:
        return None
    monthly = (figures.required_unit or "").endswith("/month")
    so_far = figures.actual / period.months * (1 if monthly else MONTHS_A_YEAR)
    own = (figures.required_unit or "").rpartition("/")[0]
    brought = measured_of(figure(found, so_far, divided=True), own, found.indicator)
    each = _("month") if monthly else _("year")
    return _("{base} brought {amount} a {each}", base=_base(found), amount=brought, each=each)
