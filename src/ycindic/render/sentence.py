"""Why is the verdict what it is? One plain sentence in Chinese and English, with every input in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from ycindic.domain.assessment import Assessment, Reason, Side
from ycindic.domain.judge.promise import promise
from ycindic.domain.model import Bilingual, ProfileKind, Relation
from ycindic.render.numbers import figure, in_words, percent, rounded, stated, with_unit
from ycindic.render.visible import one_line
from ycindic.render.wording import BOUNDS, PROFILES, Pair, goal_words, unit_words

Sentence = Callable[[Assessment], Pair]


def sentence(found: Assessment) -> Bilingual:
    """The reason of a verdict in words: what was reached, by which rule, under which circumstance."""
    zh, en = SENTENCES[found.rule](found)
    if found.reason is not found.rule:
        more_zh, more_en = SENTENCES[found.reason](found)
        zh, en = f"{zh}；{more_zh}", f"{en}; {more_en}"
    return Bilingual(f"{zh}。", f"{en[:1].upper()}{en[1:]}.")


def _fixed(zh: str, en: str) -> Sentence:
    return lambda _: (zh, en)


def _both(*pieces: Pair | None) -> Pair:
    """Clauses one after the other, the empty ones left out."""
    kept = [piece for piece in pieces if piece and piece[1]]
    return "，".join(zh for zh, _ in kept), ", ".join(en for _, en in kept)


def _value(found: Assessment, value: Decimal) -> str:
    return with_unit(stated(found, value), found.indicator.unit)


def _reached(found: Assessment) -> Pair:
    """The judged figure with its period."""
    figures = found.figures
    if figures.actual is None or figures.actual_period is None:
        return "", ""
    zh, en = in_words(figures.actual_period)
    bound = BOUNDS[figures.actual_bound]
    value = with_unit(figure(found, figures.actual), found.indicator.unit)
    return f"{zh}为{bound[0]}{value}", f"{bound[1]}{value} for {en}"


def todo_of(found: Assessment) -> str:
    """What is still to be decided, of the target or of its indicator."""
    return one_line(found.target.todo or found.indicator.todo)


def _goal(found: Assessment) -> Pair:
    zh, en = goal_words(found.target, found.indicator)
    return (f"目标{zh}", f"promised {en}") if zh else ("", "")


def _gap(found: Assessment) -> Pair:
    figures = found.figures
    if figures.gap is None:
        return "", ""
    gap = figure(found, abs(figures.gap))
    units = [unit_words(figures.gap_unit, lang) for lang in ("zh", "en")]
    if found.side is not None:
        zh, en = SIDES[found.side]
        return f"{zh}容许范围{with_unit(gap, units[0])}", f"{with_unit(gap, units[1])} {en} what is accepted"
    kept = promise(found.target, found.indicator)
    if kept.two_sided and figures.gap <= 0:
        return "在容许范围内", "inside what is accepted"
    if figures.gap == 0:
        return "正好达到", "just reached"
    zh, en = _BESIDE[kept.high is not None, figures.gap > 0]
    return f"{zh}{with_unit(gap, units[0])}", f"{with_unit(gap, units[1])} {en}"


_BESIDE: Mapping[tuple[bool, bool], Pair] = {
    (False, True): ("还差", "still missing"),
    (False, False): ("高于要求", "above what was promised"),
    (True, True): ("超过上限", "above the ceiling"),
    (True, False): ("低于上限", "below the ceiling"),
}
"""Where a figure stands beside its goal: whether that is a ceiling, and whether the gap is open."""


SIDES: Mapping[Side, Pair] = {Side.BELOW: ("低于", "below"), Side.ABOVE: ("高于", "above")}


def _time(found: Assessment) -> Pair:
    progress = found.figures.time_progress
    if progress is None:
        return "", ""
    return f"时间进度{percent(progress)}", f"{percent(progress)} of the time gone"


def _met(found: Assessment) -> Pair:
    return _both(_reached(found), _goal(found), _gap(found))


def _pace(found: Assessment) -> Pair:
    figures = found.figures
    done = expected = paced = None
    if figures.completion is not None:
        done = f"完成率{percent(figures.completion)}", f"{percent(figures.completion)} done"
    if figures.expected_completion is not None and figures.profile is not None:
        zh, en = PROFILES[figures.profile]
        share = percent(figures.expected_completion)
        if figures.profile is ProfileKind.LINEAR:
            expected = f"按{zh}应完成{share}", f"{share} expected by {en}"
        else:
            expected = f"按{zh}应完成{share}", f"{share} expected by {en}, {_time(found)[1]}"
    if figures.pace is not None:
        paced = f"进度比{rounded(figures.pace, 2)}", f"pace {rounded(figures.pace, 2)}"
    outside = None if found.side is None else _gap(found)
    return _both(_reached(found), _goal(found), outside, done, expected, paced, _catch_up(found))


def _catch_up(found: Assessment) -> Pair:
    faster = found.figures.catch_up
    if found.reasons.get("catch_up") is Reason.INFINITE:
        return "其余时间已无法按现有速度赶上", "no finite speed-up from the pace so far would do"
    if faster is None or faster <= 0:
        return "", ""
    return f"其余时间须为目前速度的{rounded(faster, 2)}倍", f"the rest must go {rounded(faster, 2)} times as fast"


def _needed(found: Assessment) -> Pair:
    figures = found.figures
    rest = edge = None
    if figures.required is not None:
        value = with_unit(figure(found, figures.required, divided=True), figures.required_unit or "")
        rest = f"其余时间须为{value}", f"the rest must come to {value}"
        if figures.required_low is not None and figures.required_high is not None:
            low, high = (figure(found, end, divided=True) for end in (figures.required_low, figures.required_high))
            ends = f"{low}–{high}"
            rest = f"{rest[0]}（四舍五入范围{ends}）", f"{rest[1]} ({ends} from rounding)"
    if figures.required_edge is not None and figures.required_edge != figures.required:
        value = with_unit(figure(found, figures.required_edge, divided=True), figures.required_unit or "")
        edge = f"按容许范围须为{value}", f"{value} with the tolerance"
    return _both(_reached(found), _goal(found), _gap(found), rest, edge, _effort(found))


def _effort(found: Assessment) -> Pair:
    effort = found.figures.acceleration
    if effort is None:
        return "", ""
    if effort <= 0:
        return "按目前水平可以达到", "the rate so far is enough"
    value = figure(found, effort)
    return f"比目前须改善{value}个百分点", f"{value} pp better than so far"


def _difference(found: Assessment) -> Pair:
    figures = found.figures
    against = None
    if figures.benchmark is not None and figures.difference is not None:
        value, name = _value(found, figures.benchmark), figures.benchmark_id
        units = [unit_words(figures.gap_unit, lang) for lang in ("zh", "en")]
        apart = figure(found, figures.difference, sign=True)
        against = (
            f"对照指标{name}为{value}，相差{with_unit(apart, units[0])}",
            f"{value} for {name}, a difference of {with_unit(apart, units[1])}",
        )
    return _both(_reached(found), against, _goal(found))


def _sign(found: Assessment) -> Pair:
    figures = found.figures
    if found.target.relation is Relation.NARROWING:
        return _both(_reached(found), _distance(found), _goal(found))
    before = None
    if figures.baseline is not None:
        base = _value(found, figures.baseline)
        before = f"基期为{base}", f"{base} in the base year"
    return _both(_reached(found), before, _goal(found))


def _distance(found: Assessment) -> Pair | None:
    """How far behind the benchmark it is and was: in per cent of that, or as a difference."""
    now, then = found.figures.difference, found.figures.baseline
    if now is None or then is None:
        return None
    (now_zh, now_en), (then_zh, then_en) = _behind(found, now), _behind(found, then)
    return f"{now_zh}，基期{then_zh}", f"{now_en} the benchmark, {then_en} it in the base year"


def _behind(found: Assessment, distance: Decimal) -> Pair:
    difference = found.target.as_difference
    text = figure(found, abs(distance), divided=not difference)
    zh, en = (unit_words(found.figures.gap_unit, lang) if difference else "%" for lang in ("zh", "en"))
    words = ("领先对照", "ahead of") if distance < 0 else ("落后对照", "behind")
    return f"{words[0]}{with_unit(text, zh)}", f"{with_unit(text, en)} {words[1]}"


def _breach(found: Assessment) -> Pair:
    one = found.breach
    if one is None:
        return _met(found)
    zh, en = in_words(one.covered)
    value = _value(found, one.value)
    return _both(
        (f"{zh}出现{value}", f"{value} for {en}"),
        _goal(found),
        None if found.side is None else (f"{SIDES[found.side][0]}容许范围", f"{SIDES[found.side][1]} what is accepted"),
        ("第一次违反即为未完成", "the first breach decides"),
    )


def _worst(found: Assessment) -> Pair:
    return f"由最差的分项{found.decided_by}决定", f"its worst part {found.decided_by} decides"


def _no_actual(found: Assessment) -> Pair:
    late = len(found.overdue)
    if not late:
        return "应有数据而尚未录入", "a figure is due and not recorded"
    due = "1 release is due and not" if late == 1 else f"{late} releases are due and none is"
    return f"有{late}次发布已到期而未录入", f"{due} recorded"


def _stale(found: Assessment) -> Pair:
    late = len(found.overdue)
    overdue = "1 later release is" if late == 1 else f"{late} later releases are"
    return f"此后已有{late}次发布逾期，这只是当时的情况", f"{overdue} overdue, so this is only how it stood then"


def _scope(found: Assessment) -> Pair:
    return _both(
        _reached(found), _goal(found), ("工作对象个数，不计进度", "a count of things to work on, without a pace")
    )


def _base(found: Assessment, zh: str, en: str) -> Pair:
    base = found.figures.baseline
    told = None if base is None else (f"基期{_value(found, base)}", f"the base was {_value(found, base)}")
    return _both(_reached(found), _goal(found), told, (zh, en))


SENTENCES: Mapping[Reason, Sentence] = {
    Reason.WORST_PART: _worst,
    Reason.PARTS_UNKNOWN: _fixed("报告未列出分项，无法判断", "its parts are not listed, so nothing can be judged"),
    Reason.NOT_BEGUN: lambda found: (
        f"{in_words(found.target.period)[0]}尚未开始",
        f"{in_words(found.target.period)[1]} has not begun",
    ),
    Reason.NOT_RELEASED: _fixed("首个数据尚未到发布时间", "the first figure is not due yet"),
    Reason.NO_ACTUAL: _no_actual,
    Reason.BATCH_PENDING: lambda found: _both(
        _reached(found), _goal(found), ("分批公布，尚未到期", "it comes in batches and is not due yet")
    ),
    Reason.FIRST_YEAR_OPEN: _fixed("尚无完整年度，首年未结束", "no full year is known yet, the first one is open"),
    Reason.BREACH: _breach,
    Reason.CAP_EXCEEDED: _met,
    Reason.BAND_LEFT: _met,
    Reason.GOAL_MET: _met,
    Reason.GOAL_MISSED: _met,
    Reason.NOT_EXCEEDED: lambda found: _both(
        _reached(found),
        _goal(found),
        ("“突破”须超过，正好相等不算", "the goal must be exceeded, to equal it is not enough"),
    ),
    Reason.MET_FOR_GOOD: lambda found: _both(_met(found), ("累计数不会下降", "the sum cannot fall again")),
    Reason.WORSENING: lambda found: _both(_met(found), ("但正在变差", "but moving away from it")),
    Reason.HELD_THROUGHOUT: lambda found: _both(_reached(found), _goal(found), ("全期保持", "held throughout")),
    Reason.NOT_CONFIRMED: lambda found: _both(
        _reached(found), _goal(found), ("数据未覆盖全期，不能确认", "the reports do not cover all of the period")
    ),
    Reason.TODO: lambda found: (f"待定：{todo_of(found)}", f"still to be decided: {todo_of(found)}"),
    Reason.GOAL_UNSTATED: lambda found: _both(_reached(found), ("报告未给出目标数字", "no figure was promised")),
    Reason.NO_BASELINE: lambda found: _base(found, "基期值未知", "the base is unknown"),
    Reason.INEXACT_BASE: lambda found: _base(found, "基期只有大致数", "the base is only a bound"),
    Reason.INEXACT: lambda found: _both(
        _reached(found), _goal(found), ("只有大致数，不足以判断", "a bound that decides nothing")
    ),
    Reason.MET_AT_BASE: lambda found: _base(found, "基期已达到并保持", "it was met at the base and still is"),
    Reason.NO_BENCHMARK: lambda found: _both(
        _goal(found), ("缺少同期的对照指标", "no figure of the benchmark for the same period")
    ),
    Reason.NO_COMPARABLE_BASE: lambda found: _both(
        _goal(found), ("缺少可比的基期数据", "no comparable figure of the base year")
    ),
    Reason.HOLE: lambda found: _both(
        _reached(found), _goal(found), ("中间缺少数据，无法累加", "figures in between are missing")
    ),
    Reason.ONLY_SINGLE: lambda found: _both(
        _goal(found),
        (
            "累计增速未知，只有单月或单季的增速",
            "the rate of the year so far is not known, only that of single months or quarters",
        ),
    ),
    Reason.NO_RATIO: lambda found: _both(_reached(found), _goal(found), ("无法计算比例", "no ratio can be formed")),
    Reason.SCOPE_REACHED: _scope,
    Reason.SCOPE_SHORT: _scope,
    Reason.LOST: lambda found: _base(found, "基期已达到，现已失去", "it was met at the base and has been lost"),
    Reason.WRONG_WAY: lambda found: _base(found, "比基期更差", "it is worse than at the base"),
    Reason.SLIPPED: lambda found: _both(
        _pace(found), ("期内曾达到，后又回落", "reached before in the period and lost again")
    ),
    Reason.NOTHING_EXPECTED: lambda found: _both(
        _reached(found), _goal(found), ("按进度尚不要求完成", "nothing is expected by now")
    ),
    Reason.PACE: _pace,
    Reason.NEEDED_RATE: _needed,
    Reason.DIFFERENCE: _difference,
    Reason.SIGN: _sign,
    Reason.HELD_SO_FAR: lambda found: _both(_reached(found), _goal(found), ("至今保持", "held so far")),
    Reason.EARLY: _fixed("时间尚早，只作初步判断", "it is early, so the verdict is held back"),
    Reason.AWAITING_FINAL: _fixed("时期已结束，等待最终数据", "the period is over and its final figure is not out"),
    Reason.STALE: _stale,
}
"""A sentence for every reason that a verdict can have."""
