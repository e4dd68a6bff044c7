"""Where does a figure stand: what was reached, what was promised, how far apart are they?"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ycindic.domain.assessment import Assessment, Side, Verdict
from ycindic.domain.judge.promise import promise
from ycindic.render.words.numbers import figure, in_words, with_unit
from ycindic.render.words.promised import goal_words
from ycindic.render.words.wording import BOUNDS, Pair, unit_words

NOTHING: Pair = ("", "")

SIDES: Mapping[Side, Pair] = {Side.BELOW: ("低于", "below"), Side.ABOVE: ("高于", "above")}


def both(*pieces: Pair | None) -> Pair:
    """Clauses one after the other, the empty ones left out."""
    kept = [piece for piece in pieces if piece and piece[1]]
    return "，".join(zh for zh, _ in kept), ", ".join(en for _, en in kept)


def reached(found: Assessment) -> Pair:
    """The judged figure with its period."""
    figures = found.figures
    if figures.actual is None or figures.actual_period is None:
        return NOTHING
    zh, en = in_words(figures.actual_period)
    bound = BOUNDS[figures.actual_bound]
    value = with_unit(figure(found, figures.actual), found.indicator.unit)
    return f"{zh}为{bound[0]}{value}", f"{bound[1]}{value} for {en}"


def goal(found: Assessment) -> Pair:
    """What was promised."""
    zh, en = goal_words(found.target, found.indicator)
    return (f"目标{zh}", f"promised {en}") if zh else NOTHING


def by_tolerance(found: Assessment) -> bool:
    """Whether the line that decides is another than the printed goal, so that a row tells both."""
    kept, figures = promise(found.target, found.indicator), found.figures
    if kept.two_sided or figures.gap is None or figures.gap_edge is None:
        return False
    return kept.tolerance > 0 or (figures.gap > 0) != (figures.gap_edge > 0)


def is_kept(found: Assessment) -> bool:
    """Whether the judged figure keeps the promise as it stands, tolerance and printed digits counted."""
    return found.verdict is Verdict.ACHIEVED or (found.figures.gap_edge is not None and found.figures.gap_edge <= 0)


def amount(found: Assessment, value: Decimal) -> Pair:
    """A distance without its sign, in the unit of the gap."""
    text, unit = figure(found, abs(value)), found.figures.gap_unit
    return with_unit(text, unit_words(unit, "zh")), with_unit(text, unit_words(unit, "en"))


def gap(found: Assessment) -> Pair:
    """How far the figure is from what was promised, told to the line that decides."""
    figures = found.figures
    if figures.gap is None:
        return NOTHING
    if found.side is not None:
        zh, en = SIDES[found.side]
        far = amount(found, figures.gap)
        return f"{zh}容许范围{far[0]}", f"{far[1]} {en} what is accepted"
    kept = promise(found.target, found.indicator)
    if kept.two_sided and figures.gap <= 0:
        return "在容许范围内", "inside what is accepted"
    if figures.gap == 0:
        return "正好达到", "just reached"
    if by_tolerance(found) and figures.gap > 0:
        return _to_both_lines(found, ceiling=kept.high is not None)
    zh, en = _BESIDE[kept.high is not None, figures.gap > 0]
    far = amount(found, figures.gap)
    return f"{zh}{far[0]}", f"{far[1]} {en}"


def _to_both_lines(found: Assessment, *, ceiling: bool) -> Pair:
    """A figure short of its printed goal: inside the tolerance, or short of that, too."""
    figures = found.figures
    far = amount(found, figures.gap or Decimal(0))
    beside = ("高于目标", "above the goal") if ceiling else ("低于目标", "below the goal")
    if is_kept(found) or figures.gap_edge is None:
        return f"{beside[0]}{far[0]}，在容许范围内", f"{far[1]} {beside[1]}, inside what is accepted"
    short, (zh, en) = amount(found, figures.gap_edge), _BESIDE[ceiling, True]
    return f"{zh}{short[0]}（{beside[0]}{far[0]}）", f"{short[1]} {en} ({far[1]} {beside[1]})"


_BESIDE: Mapping[tuple[bool, bool], Pair] = {
    (False, True): ("还差", "still missing"),
    (False, False): ("高于要求", "above what was promised"),
    (True, True): ("超过上限", "above the ceiling"),
    (True, False): ("低于上限", "below the ceiling"),
}
"""Where a figure stands beside its goal: whether that is a ceiling, and whether the gap is open."""
