"""What stands behind the numbers of a sentence: what is accepted, what rounding leaves, where the cut-offs lie?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from ycindic.domain.assessment import Assessment, Side, Verdict
from ycindic.domain.judge.promise import is_rate, point, promise
from ycindic.domain.model import SUMS, Measure, ProfileKind
from ycindic.domain.period import MONTHS_A_YEAR
from ycindic.domain.reason import Reason
from ycindic.render.words import rest
from ycindic.render.words.numbers import figure, months_in_words, percent, period_in_words, rounded, stated, typed
from ycindic.render.words.promised import promises_fall
from ycindic.render.words.standing import accepted_values, amount, both, by_rounding, is_kept
from ycindic.render.words.units import amounts_of, measured_of
from ycindic.render.words.wording import PROFILES, measured
from ycindic.text import FullSentence, Text, _, _p

_Lines = Iterator[Text | None]


def margins(found: Assessment) -> list[Text]:
    """What decides a verdict besides the figure and its printed goal, a sentence each; none where nothing does."""
    return [FullSentence(one) for one in _MARGINS.get(found.rule, _accepting)(found) if one is not None]


def _accepting(found: Assessment) -> _Lines:
    yield _accepted(found)


def _accepted(found: Assessment) -> Text | None:
    """Which values are accepted besides the printed goal, and how far from them the figure lies."""
    said, end, beyond = accepted_values(found), by_rounding(found), found.figures.gap_edge
    if said is None or beyond is None:
        return None
    if end is not None:
        said = _("{accepted} ({end} rounds to it)", accepted=said, end=end)
    if is_kept(found) or beyond <= 0:
        return said
    return _outside(found, said, beyond)


def _outside(found: Assessment, accepted: Text, beyond: Decimal) -> Text:
    """What is accepted, and how far from it the figure lies."""
    return _("{accepted}, the figure lies {far} outside", accepted=accepted, far=amount(found, beyond))


def _rate(found: Assessment) -> _Lines:
    """Of a rate or a mean: what is judged, with which tolerance, how hard that is, what rounding leaves open."""
    figures = found.figures
    yield _accepted(found)
    yield _for_the_goal(found)
    if figures.required_goal_high is not None and figures.required_low is None:
        yield _for_upper_end(found)
    yield _rounding(found)
    yield _latest(found)
    yield _for_what_decides(found)


def _for_what_decides(found: Assessment) -> Text | None:
    """What the rest must come to for the line that decides, where the figure is short of its goal.

    How far that is from what it is now is what the cut-off is held against, so no other distance is told, and the
    cut-off in the same breath: a tolerance lets less do, and so does the half digit by which a figure prints as kept.
    """
    decides = found.figures.required_edge
    if decides is None or not _asks_more(found):
        return None
    demand = both(rest.demand(found, decides), _apart(found, decides), _cut_off(found))
    if promise(found.target, found.indicator).tolerance:
        return _("with the tolerance {demand}", demand=demand)
    return _("for a figure that prints as kept {demand}", demand=demand)


def _asks_more(found: Assessment) -> bool:
    """Whether a figure is short of its goal and goes on short of it."""
    figures = found.figures
    return (figures.gap or 0) > 0 and (figures.acceleration or 0) > 0


def _for_the_goal(found: Assessment) -> Text | None:
    """What the rest must come to for the printed goal, where the sentence says that less does."""
    needs = found.figures.required
    if needs is None or not rest.kept_as_it_goes(found):
        return None
    return _("for the goal itself {demand}", demand=rest.demand(found, needs))


def _apart(found: Assessment, value: Decimal) -> Text:
    """How far a rest lies from what it is now: the difference of the two numbers as they are printed."""
    now = rest.now_of(found) or Decimal(0)
    told = stated(found, now) if _latest_differs(found) else figure(found, now)
    apart = Decimal(rest.enough(found, value)) - Decimal(told) or value - now
    far = measured_of(typed(abs(apart)), found.figures.gap_unit, found.indicator)
    if apart < 0:
        return _("{far} less than {base}", far=far, base=_base(found))
    return _("{far} more than {base}", far=far, base=_base(found))


def _base(found: Assessment) -> Text:
    """The months whose figure the rest is held against."""
    figures = found.figures
    period = figures.latest_period if _latest_differs(found) else figures.actual_period
    if found.indicator.measure is Measure.STOCK:
        period = None
    return _("so far") if period is None else months_in_words(period)


def _latest_differs(found: Assessment) -> bool:
    """Whether the latest three months averaged another number than the year so far, so that they are told."""
    latest = found.figures.latest_average
    return latest is not None and latest != found.figures.actual


def _latest(found: Assessment) -> Text | None:
    figures = found.figures
    if figures.latest_average is None or figures.latest_period is None or not _latest_differs(found):
        return None
    value = amounts_of(stated(found, figures.latest_average), found.indicator)
    period = period_in_words(figures.latest_period)
    return _("judged by the latest months: {value} on average for {period}", value=value, period=period)


def _for_upper_end(found: Assessment) -> Text | None:
    more = found.figures.required_goal_high
    if more is None:
        return None
    demand = rest.demand(found, more)
    if promises_fall(found.target, found.indicator):
        return _("for the smaller fall {demand}", demand=demand)
    return _("for the upper end {demand}", demand=demand)


def _rounding(found: Assessment) -> Text | None:
    """The range that rounding of the published figure alone leaves; none where nothing is demanded of the rest."""
    figures = found.figures
    if figures.required_low is None or figures.required_high is None:
        return None
    if figures.required_low < 0 and not rest.as_room(found):
        return None
    low, high = (figure(found, end, divided=True) for end in (figures.required_low, figures.required_high))
    ends = measured_of(f"{low}–{high}", figures.required_unit, found.indicator)
    if rest.as_room(found):
        return _("the published figure is rounded, so what the rest may come to lies within {ends}", ends=ends)
    return _("the published figure is rounded, so what the rest must come to lies within {ends}", ends=ends)


def _cut_off(found: Assessment) -> Text | None:
    """Up to how many points more a rate is at risk and from where on off track, where it is one of them."""
    if not is_rate(found.indicator):
        return None
    far = amount(found, found.target.settings.rate_at_risk_pp * point(found.indicator, None))
    if found.verdict is Verdict.AT_RISK:
        return _("no more than {far}, so at risk", far=far)
    return _("over {far}, so off track", far=far) if found.verdict is Verdict.OFF_TRACK else None


def _needs_over(far: Text) -> Text:
    return _("off track, since the rest needs over {far} more than now", far=far)


def _beside(found: Assessment) -> _Lines:
    """Of a rate beside another: the lag that is accepted, what it asks of the rest, and whether prices lie between."""
    figures = found.figures
    if found.target.told and figures.benchmark is not None and found.beside is not None:
        other = amounts_of(stated(found, figures.benchmark), found.indicator)
        yield _("{name} stands at {value}", name=found.beside, value=other)
    short, beyond = figures.gap, figures.gap_edge
    if short is not None and beyond is not None and short > 0 and short != beyond:
        said = _("a lag of {tolerance} is accepted", tolerance=amount(found, short - beyond))
        yield _outside(found, said, beyond) if beyond > 0 else said
        if figures.required is not None and figures.required_edge not in (None, figures.required):
            yield _("with the tolerance {demand}", demand=rest.demand(found, figures.required_edge or Decimal(0)))
    if found.verdict is Verdict.OFF_TRACK and is_rate(found.indicator):
        points = found.target.settings.step_at_risk_pp * point(found.indicator, None)
        yield _("off track, since it lies over {far} beyond what is accepted", far=amount(found, points))
    yield _unlike(found)


_NOMINAL = "nominal"


def _unlike(found: Assessment) -> Text | None:
    """A nominal rate beside one that is not called so: prices stand between the two."""
    if found.indicator.measure is not Measure.GROWTH or found.beside is None:
        return None
    own, other = (_NOMINAL in name.in_language("en").lower() for name in (found.indicator.name, found.beside))
    if own is other:
        return None
    nominal, real = (found.indicator.name, found.beside) if own else (found.beside, found.indicator.name)
    return _("prices are in one and not in the other: {nominal} is nominal, {real} is not", nominal=nominal, real=real)


def _difference(found: Assessment) -> _Lines:
    if found.figures.benchmark is not None or found.indicator.measure not in SUMS:
        yield from _beside(found)
    else:
        yield from _pace(found)


def _pace(found: Assessment) -> _Lines:
    """Of a sum or a way: what is done and due, the pace, what last year tells, how much faster it must go."""
    yield _accepted(found)
    if found.side is Side.ABOVE:
        return
    if found.figures.completion is not None:
        yield both(_done(found), _expected(found), _paced(found))
    yield _so_far(found)
    yield _least(found)
    yield _faster(found)
    yield _off_track_by(found)


def _done(found: Assessment) -> Text | None:
    if found.figures.completion is None:
        return None
    share = percent(found.figures.completion)
    return _("{share} used", share=share) if rest.as_room(found) else _("{share} done", share=share)


def _expected(found: Assessment) -> Text | None:
    """What is normally done by now, or under a ceiling used, by which course."""
    figures = found.figures
    if figures.expected_completion is None or figures.profile is None:
        return None
    said = _(
        "{share} {expected} by {course}",
        share=percent(figures.expected_completion),
        expected=_("to be used") if rest.as_room(found) else _p("of a share", "expected"),
        course=PROFILES[figures.profile],
    )
    if figures.profile is ProfileKind.LINEAR or figures.time_progress is None:
        return said
    return _(
        "{said}, {time}", said=said, time=_("{progress} of the time gone", progress=percent(figures.time_progress))
    )


def _paced(found: Assessment) -> Text | None:
    """The pace, and beside it that to the edge of the tolerance, which decides."""
    pace, to_edge = found.figures.pace, found.figures.pace_edge
    if pace is None:
        return None
    text = rounded(pace, 2)
    if to_edge is None or rounded(to_edge, 2) == text:
        return _("pace {text}", text=text)
    return _("pace {text} ({edge} with the tolerance)", text=text, edge=rounded(to_edge, 2))


def _so_far(found: Assessment) -> Text | None:
    """What the months so far grew over those of last year."""
    grew = found.figures.growth_so_far
    if grew is None or found.figures.acceleration is None:
        return None
    so_far = f"{rounded(abs(grew), 2)}%"
    if grew < 0:
        return _("so far {so_far} less than in the same months of last year", so_far=so_far)
    return _("so far {so_far} more than in the same months of last year", so_far=so_far)


def _least(found: Assessment) -> Text | None:
    """What would still do of growth over last year, or each month, where the tolerance lets less do."""
    figures, kept = found.figures, promise(found.target, found.indicator)
    over_last_year = figures.growth_so_far is not None and bool(figures.acceleration)
    if not kept.tolerance or (figures.gap or 0) <= 0 or kept.two_sided:
        return rest.over_last_year(found, rest.for_edge(found)) if over_last_year and rest.as_room(found) else None
    if over_last_year:
        least = rest.over_last_year(found, rest.for_edge(found))
    elif figures.required_edge is not None and figures.required_unit and found.indicator.measure is not Measure.STOCK:
        least = rest.brings(found, figures.required_edge)
    else:
        return None
    return None if least is None else _("with the tolerance {demand}", demand=least)


def _off_track_by(found: Assessment) -> Text | None:
    """From where on a sum or a way is off track and no longer at risk, where it is by its pace."""
    figures, settings = found.figures, found.target.settings
    if found.verdict is not Verdict.OFF_TRACK or found.rule is not Reason.PACE or rest.as_room(found):
        return None
    if figures.growth_so_far is not None and figures.acceleration is not None:
        return _needs_over(measured(typed(settings.rate_at_risk_pp), "pp"))
    if found.indicator.measure is Measure.STOCK or figures.profile is ProfileKind.LINEAR:
        return _("off track, since it must go over {times} times as fast", times=typed(settings.catch_up_at_risk))
    return _("off track, since the pace is below {pace}", pace=typed(settings.pace_on_track))


def _faster(found: Assessment) -> Text | None:
    """How many times faster the rest must go; of a cap which share of the pace so far is left."""
    figures, room = found.figures, rest.as_room(found)
    if room and (found.side is not None or figures.completion is None or figures.completion >= 1):
        return None
    step, faster = figures.steps.get("catch_up"), figures.catch_up
    if step is not None and step.reason is Reason.INFINITE:
        return None if room else _("no finite speed-up from the pace so far would do")
    if faster is None or faster <= 0 or rounded(faster, 2) == _EVEN:
        return None
    if found.indicator.measure is not Measure.STOCK and figures.profile is not ProfileKind.LINEAR:
        return _brought(found)
    told = {"times": rounded(faster, 2), "base": _base(found)}
    if room:
        said = _("what is left is {times} times the pace of {base}", **told)
    elif faster < 1:
        said = _("{times} times as fast as {base} would do", **told)
    else:
        said = _("the rest must go {times} times as fast as {base}", **told)
    if figures.profile is None or figures.profile is ProfileKind.LINEAR:
        return said
    return _("by {course} {said}", said=said, course=PROFILES[figures.profile])


_EVEN = "1.00"


def _brought(found: Assessment) -> Text | None:
    """What each month, or year, so far brought of a sum that is due by another course than the passing of time.

    How much faster the rest must go by that course is no ratio of two amounts a month, beside which it would stand.
    """
    figures, period = found.figures, found.figures.actual_period
    if figures.actual is None or period is None or figures.required_unit is None:
        return None
    so_far = figures.actual / period.months * (1 if rest.is_monthly(found) else MONTHS_A_YEAR)
    brought = rest.amount_a_step(found, rounded(so_far, rest.decimals_of_a_part(found, so_far)))
    return _("{base} brought {amount}{each}", base=_base(found), amount=brought, each=rest.step_word(found))


def _scope(found: Assessment) -> _Lines:
    yield _("a number of things to take up is judged by how many they are and not by a pace")
    yield _accepted(found)


_MARGINS: Mapping[Reason, Callable[[Assessment], _Lines]] = {
    Reason.NEEDED_RATE: _rate,
    Reason.PACE: _pace,
    Reason.SLIPPED: _pace,
    Reason.DIFFERENCE: _difference,
    Reason.SCOPE_REACHED: _scope,
}
"""What there is to tell behind a rule; behind every other what is accepted."""
