"""What must the months that are left bring, or how much room do they have?"""

from __future__ import annotations

from decimal import Decimal

from ycindic.domain.assessment import Assessment, Side
from ycindic.domain.judge.promise import promise
from ycindic.domain.model import Measure
from ycindic.domain.reason import Reason
from ycindic.render.words.numbers import figure, rounded, with_unit
from ycindic.render.words.standing import NOTHING, both
from ycindic.render.words.wording import Pair, unit_words


def as_room(found: Assessment) -> bool:
    """Whether the line is a ceiling, so that what is left is room and no demand."""
    kept = promise(found.target, found.indicator)
    if found.indicator.measure is Measure.STOCK:  # a level comes down to its ceiling: that is a way to go
        return False
    return found.side is Side.ABOVE if kept.two_sided else kept.direction < 0


def needed(found: Assessment) -> Pair:
    """What the rest must grow or average, or may at most: to what decides, and to the printed goal beside it."""
    figures = found.figures
    if figures.required is None or figures.required_edge is None:
        return NOTHING
    kept = promise(found.target, found.indicator)
    if kept.two_sided and figures.acceleration == 0:
        return "照目前水平即在容许范围内", "as it goes it stays inside what is accepted"
    decides = figures.required_edge if kept.tolerance else figures.required
    zh, en = _verb(found, decides)
    value = _rate(found, decides)
    beside = both(_rounding(found, with_goal=bool(kept.tolerance)))
    return both(
        (f"{zh}{value}{_bracketed(beside[0], 'zh')}", f"{en} {value}{_bracketed(beside[1], 'en')}"), effort(found)
    )


def _verb(found: Assessment, value: Decimal) -> Pair:
    yearly = found.target.average or found.target.total
    who = ("其余每年", "each year left") if yearly else ("其余时间", "the rest")
    if found.indicator.measure is Measure.GROWTH:
        demand, room = ("须增长", "must grow"), ("最多可增长", "may grow up to")
        fall = ("增速须不高于", "must come to at most")
    else:
        demand, room = ("平均须为", "must average"), ("平均最高可为", "may average up to")
        fall = ("平均须不高于", "must average at most")
    zh, en = demand if not as_room(found) else room if value >= 0 else fall
    return f"{who[0]}{zh}", f"{who[1]} {en}"


def _rate(found: Assessment, value: Decimal) -> str:
    return with_unit(figure(found, value, divided=True), found.figures.required_unit or "")


def _rounding(found: Assessment, *, with_goal: bool) -> Pair:
    """The way to the printed goal where another line decides, and the range that rounding alone leaves."""
    figures = found.figures
    if figures.required is None:
        return NOTHING
    printed = f"按所报目标{_rate(found, figures.required)}", f"{_rate(found, figures.required)} to the printed goal"
    if figures.required_low is None or figures.required_high is None:
        return printed if with_goal else NOTHING
    low, high = (figure(found, end, divided=True) for end in (figures.required_low, figures.required_high))
    ends = f"{low}–{high}"
    ranged = (f"四舍五入范围{ends}", f"{ends} from rounding")
    return (f"{printed[0]}，{ranged[0]}", f"{printed[1]}, {ranged[1]}") if with_goal else ranged


def _bracketed(text: str, lang: str) -> str:
    if not text:
        return ""
    return f"（{text}）" if lang == "zh" else f" ({text})"


def effort(found: Assessment) -> Pair:
    """How far that is from what it is now."""
    distance, room = found.figures.acceleration, as_room(found)
    if distance is None:
        return NOTHING
    if distance <= 0:
        return (
            ("按目前水平可以守住", "so far it is kept") if room else ("按目前水平可以达到", "the rate so far is enough")
        )
    text = figure(found, distance)
    units = [unit_words(found.figures.gap_unit, lang) for lang in ("zh", "en")]
    zh, en = ("须比目前低", "less than so far") if room else ("须比目前高", "more than so far")
    return f"{zh}{with_unit(text, units[0])}", f"{with_unit(text, units[1])} {en}"


def growth(found: Assessment) -> Pair:
    """What the rest of a sum must grow over last year's months, beside what the months so far grew."""
    figures = found.figures
    if figures.growth_so_far is None or figures.acceleration is None:
        return NOTHING
    room = as_room(found)
    so_far = f"{rounded(figures.growth_so_far, 2)}%"
    if not figures.acceleration:
        return f"至今比上年同期增长{so_far}", f"{so_far} more than in the same months of last year"
    needs = figures.growth_so_far + (-figures.acceleration if room else figures.acceleration)
    zh, en = ("最多可增长", "may grow up to") if room else ("须增长", "must grow")
    rest = f"{rounded(needs, 2)}%"
    return (
        f"其余月份比上年同期{zh}{rest}，至今增长{so_far}",
        f"the rest {en} {rest} over last year's months, so far it grew {so_far}",
    )


def a_month(found: Assessment) -> Pair:
    """What each month that is left must bring, or may at most, to what decides."""
    figures, unit = found.figures, found.figures.required_unit
    if figures.required_edge is None or unit is None:
        return NOTHING
    per = "月" if unit.endswith("/month") else "年"
    each = "month" if unit.endswith("/month") else "year"
    value = figures.required_edge
    amount = with_unit(figure(found, value, divided=True), unit.rpartition("/")[0])
    if as_room(found):
        if value < 0:
            return f"其余每{per}须不高于{amount}", f"the rest must come to at most {amount} a {each}"
        return f"其余每{per}最多{amount}", f"at most {amount} a {each} are left"
    if value < 0:
        return f"其余每{per}不得低于{amount}", f"the rest must not fall below {amount} a {each}"
    return f"其余每{per}须{amount}", f"the rest must bring {amount} a {each}"


def catch_up(found: Assessment) -> Pair:
    """How many times faster the rest must go; of a cap which share of today's pace is left."""
    figures, room = found.figures, as_room(found)
    if room and (found.side is not None or figures.completion is None or figures.completion >= 1):
        return NOTHING
    if found.reasons.get("catch_up") is Reason.INFINITE:
        return NOTHING if room else ("其余时间已无法按现有速度赶上", "no finite speed-up from the pace so far would do")
    faster = figures.catch_up
    if faster is None or faster <= 0:
        return NOTHING
    times = rounded(faster, 2)
    if room:
        return f"为目前速度的{times}倍", f"{times} times today's pace"
    return f"其余时间须为目前速度的{times}倍", f"the rest must go {times} times as fast"
