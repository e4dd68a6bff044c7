"""Where does a figure stand: what was reached, what was promised, how far apart are they?"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ycindic.domain.assessment import Assessment, Side, Verdict
from ycindic.domain.judge.promise import direction, promise, promise_of_all
from ycindic.domain.model import Measure, Observation
from ycindic.domain.relation import Relation
from ycindic.render.words.numbers import figure, period_in_words, typed
from ycindic.render.words.promised import goal_words, promises_fall
from ycindic.render.words.units import amounts_of, measured_of
from ycindic.render.words.wording import BOUNDS
from ycindic.text import Joined, Text, _, _p

SIDES: Mapping[Side, Text] = {Side.BELOW: _("below"), Side.ABOVE: _("above")}
_TOO: Mapping[Side, Text] = {Side.BELOW: _("too low"), Side.ABOVE: _("too high")}


def both(*clauses: Text | None) -> Text:
    """Clauses one after the other, those left out of which there is nothing to say."""
    return Joined(_p("clauses", ", "), [one for one in clauses if one is not None])


def reached(found: Assessment) -> Text | None:
    """The judged figure with its period."""
    figures = found.figures
    if figures.actual is None or figures.actual_period is None:
        return None
    return _(
        "{bound}{value} for {period}",
        bound=BOUNDS[figures.actual_bound],
        value=amounts_of(figure(found, figures.actual), found.indicator),
        period=period_in_words(figures.actual_period),
    )


def promised_goal(found: Assessment) -> Text | None:
    """What was promised."""
    said = goal_words(found.target, found.indicator, found.references)
    return None if said is None else _("promised {goal}", goal=said)


def _by_tolerance(found: Assessment) -> bool:
    """Whether the line that decides is another than the printed goal, so that a row tells both."""
    kept, figures = promise(found.target, found.indicator), found.figures
    if kept.two_sided or figures.gap is None or figures.gap_edge is None:
        return False
    return kept.tolerance > 0 or (figures.gap > 0) != (figures.gap_edge > 0)


def is_kept(found: Assessment) -> bool:
    """Whether the judged figure keeps the promise as it stands, tolerance and printed digits counted."""
    short = found.figures.gap_edge
    return found.verdict is Verdict.ACHIEVED or (short is not None and short <= 0)


def breach_behind(found: Assessment) -> Observation | None:
    """The breach that decides, where the latest figure keeps the promise again and does not show it."""
    gap = found.figures.gap
    return found.breach if is_kept(found) or (gap is not None and gap <= 0) else None


def is_accepted(found: Assessment) -> bool:
    """Whether a figure lies short of its printed goal and keeps the promise by its tolerance."""
    kept = promise_of_all(found.target, found.indicator)
    if not kept.tolerance or kept.two_sided:
        return False
    gap = found.figures.gap
    return gap is not None and gap > 0 and is_kept(found)


def amount(found: Assessment, value: Decimal) -> Text:
    """A distance without its sign, in the unit of the gap."""
    return measured_of(figure(found, abs(value)), found.figures.gap_unit, found.indicator)


def _briefly(found: Assessment, far: Decimal) -> Text:
    """A distance as short as a cell wants it."""
    unit = found.figures.gap_unit
    return _("{points} pp", points=figure(found, far)) if unit == "pp" else amount(found, far)


def apart(found: Assessment) -> Text | None:
    """How far the figure lies from the printed goal, and on which side of it, in a few words.

    A bare sign can be read either way: -0.2 as 0.2 too few, or as no longer missing. What the tolerance accepts lies
    below its goal and is not short of it.
    """
    gap, actual, target = found.figures.gap, found.figures.actual, found.target
    if gap is None:
        return None
    breach = breach_behind(found)
    if breach is not None:
        return breach_gap(found, breach.value, brief=True)
    if _in_range(found):
        return _INSIDE
    kept = promise_of_all(target, found.indicator)
    if kept.low is not None and kept.high is not None and actual is not None:
        return _from_both(found, kept.low - actual, actual - kept.high)
    far = _briefly(found, abs(gap))
    return _on_its_side(found, far, open_=gap > 0) if gap else far


def _on_its_side(found: Assessment, far: Text, *, open_: bool) -> Text:
    """A distance to the one end that binds: how much is missing, or there beyond it."""
    target = found.target
    if promises_fall(target, found.indicator):
        return _fall_apart(found, far)
    if is_accepted(found):
        return _("{far} below", far=far) if direction(target, found.indicator) > 0 else _("{far} above", far=far)
    if target.relation is Relation.NARROWING:
        return _("{far} wider", far=far) if open_ else _("{far} narrower", far=far)
    if direction(target, found.indicator) > 0:
        if open_ and _still_grows(found):
            return _("{far} to go", far=far)
        return _("{far} short", far=far) if open_ else _("{far} over", far=far)
    return _("{far} over", far=far) if open_ else _("{far} spare", far=far)


def _fall_apart(found: Assessment, far: Text) -> Text:
    """By how much more or less than promised a rate fell; a rise, or too little of a fall, is short of it."""
    if (found.figures.gap or 0) <= 0:
        return _("fell {far} more", far=far)
    return _("fell {far} less", far=far) if is_accepted(found) else _("{far} short", far=far)


def _still_grows(found: Assessment) -> bool:
    """Whether a sum has months left to come to its goal: what it lacks is no shortfall yet; beside another it is."""
    reached = found.figures.actual_period
    if found.target.beside:
        return False
    return found.indicator.measure is Measure.FLOW and reached is not None and reached.last < found.target.period.last


_INSIDE = _p("of a band", "inside")


def _in_range(found: Assessment) -> bool:
    """Whether a figure lies between the ends that were named, also where only one of them binds."""
    target, actual = found.target, found.figures.actual
    if target.relation is not Relation.BETWEEN or target.average:
        return False
    low, high = target.goal, target.goal_high
    return actual is not None and low is not None and high is not None and low <= actual <= high


def _from_both(found: Assessment, below: Decimal, above: Decimal) -> Text:
    """The same where both sides bind: how far below the floor and above the ceiling the figure lies."""
    gap = max(below, above)
    if gap < 0:
        return _INSIDE
    far = _briefly(found, gap)
    if not gap:
        return far
    if promises_fall(found.target, found.indicator):
        return _("fell {far} more", far=far) if below > 0 else _("{far} short", far=far)
    return _("{far} low", far=far) if below > 0 else _("{far} high", far=far)


def gap_words(found: Assessment) -> Text | None:
    """How far the figure is from what was promised, and whether that is accepted."""
    figures, kept = found.figures, promise(found.target, found.indicator)
    if figures.gap is None:
        return None
    if not kept.two_sided and _in_range(found):
        return _("within what was promised")
    fall = promises_fall(found.target, found.indicator)
    if found.side is not None:
        tolerance = promise_of_all(found.target, found.indicator).tolerance
        far = amount(found, figures.gap + tolerance)
        if fall:
            return _fell_more(far) if found.side is Side.BELOW else _short_of(far)
        return _("{far} {beside}", far=far, beside=_TOO[found.side])
    if kept.two_sided and figures.gap <= 0:
        return _("inside what is accepted")
    if figures.gap == 0:
        return _("just reached")
    if _by_tolerance(found) and figures.gap > 0:
        return _to_both_lines(found, ceiling=kept.high is not None)
    if fall:
        return _short_of(amount(found, figures.gap)) if figures.gap > 0 else _fell_more(amount(found, figures.gap))
    if kept.high is None and figures.gap > 0 and _still_grows(found):
        return _("{far} to go", far=amount(found, figures.gap))
    beside = _BESIDE[kept.high is not None, figures.gap > 0]
    return _("{far} {beside}", far=amount(found, figures.gap), beside=beside)


def _fell_more(far: Text) -> Text:
    return _("fell {far} more than promised", far=far)


def _short_of(far: Text) -> Text:
    return _("{far} {beside}", far=far, beside=_BESIDE[False, True])


def breach_gap(found: Assessment, value: Decimal, *, brief: bool = False) -> Text | None:
    """How far the first breach was from what was promised; nothing where none at all was, which the figure tells."""
    kept = promise(found.target, found.indicator)
    if not kept.goal:
        return None
    far = (_briefly if brief else amount)(found, kept.gap(value))
    short = kept.direction > 0 or promises_fall(found.target, found.indicator)
    return _("{far} short", far=far) if short else _("{far} over", far=far)


def _to_both_lines(found: Assessment, *, ceiling: bool) -> Text:
    """A figure short of its printed goal, and whether it is accepted."""
    figures = found.figures
    far = amount(found, figures.gap or Decimal(0))
    fall = promises_fall(found.target, found.indicator)
    beside = _("less of a fall") if fall else _("above the goal") if ceiling else _("below the goal")
    if not is_kept(found):
        return _short_of(far) if fall else _("{far} {beside}", far=far, beside=_BESIDE[ceiling, True])
    if promise_of_all(found.target, found.indicator).tolerance:
        return _("{far} {beside}, inside what is accepted", far=far, beside=beside)
    return _("{far} {beside}, which rounds to it", far=far, beside=beside)


def tolerance_words(found: Assessment) -> Text | None:
    """What is accepted on the way to the printed goal, as a distance from it; None where nothing is."""
    kept = promise_of_all(found.target, found.indicator)
    if not kept.tolerance:
        return None
    far = amount(found, kept.tolerance)
    return _("±{far}", far=far) if kept.two_sided else far


def accepted_values(found: Assessment) -> Text | None:
    """Which values the tolerance accepts besides the printed goal; None where there is no tolerance."""
    kept = promise_of_all(found.target, found.indicator)
    if not kept.tolerance or kept.goal is None:
        return None
    edges = kept.edges
    low, high = (None if one is None else typed(one) for one in (edges.low, edges.high))
    if low is not None and high is not None:
        return _("{values} is accepted", values=amounts_of(f"{low}–{high}", found.indicator))
    if low is not None:
        return _("down to {end} is accepted", end=amounts_of(low, found.indicator))
    if promises_fall(found.target, found.indicator) and high is not None and high.startswith("-"):
        return _("a fall of {end} is accepted", end=amounts_of(high.removeprefix("-"), found.indicator))
    return _("up to {end} is accepted", end=amounts_of(high or "", found.indicator))


def by_rounding(found: Assessment) -> Text | None:
    """The value that still prints as an accepted one, where another is printed: 1.65 for 1.7."""
    figures, kept = found.figures, promise_of_all(found.target, found.indicator)
    if figures.actual is None or figures.gap_edge is None:
        return None
    above = found.side is Side.ABOVE if kept.two_sided else kept.direction < 0
    edge = figures.actual - figures.gap_edge if above else figures.actual + figures.gap_edge
    printed = kept.edges.high if above else kept.edges.low
    if printed is None or abs(edge - printed) < _NOTHING:
        return None
    return amounts_of(figure(found, edge), found.indicator)


_NOTHING = Decimal("1e-12")
"""What the division of a mean leaves behind its digits."""


_BESIDE: Mapping[tuple[bool, bool], Text] = {
    (False, True): _("short"),
    (False, False): _("above what was promised"),
    (True, True): _("above the ceiling"),
    (True, False): _("below the ceiling"),
}
"""Where a figure stands beside its goal: whether that is a ceiling, and whether the gap is open."""
