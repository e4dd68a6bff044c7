"""Why is the verdict what it is? One plain sentence in Chinese and English, with every input in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from ycindic.domain.assessment import Assessment, Hoped, MissedStone, Side
from ycindic.domain.model import Better, Bilingual, Measure, ProfileKind
from ycindic.domain.period import Period
from ycindic.domain.reason import Reason
from ycindic.domain.relation import Relation
from ycindic.render.words import rest
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import chance_words, figure, in_words, percent, rounded, stated, typed, with_unit
from ycindic.render.words.standing import NOTHING, SIDES, amount, both, gap, goal, reached
from ycindic.render.words.visible import one_line
from ycindic.render.words.wording import PROFILES, Pair, unit_words
from ycindic.text import Text, _

if TYPE_CHECKING:
    from ycindic.domain.outlook.answer import Outlook

Sentence = Callable[[Assessment], Pair]


def sentence(found: Assessment) -> Bilingual:
    """The reason of a verdict in words: what was reached, by which rule, under which circumstance."""
    zh, en = SENTENCES[found.rule](found)
    if found.reason is not found.rule:
        more_zh, more_en = SENTENCES[found.reason](found)
        zh, en = f"{zh}；{more_zh}", f"{en}; {more_en}"
    if _misleads(found):
        zh, en = f"{zh}；按时间均摊会失真，仅供参考", f"{en}; an even pace misleads here and no better course is known"
    if found.hole is not None:
        missing_zh, missing_en = _hole(found, found.hole)
        zh, en = f"{zh}；{missing_zh}", f"{en}; {missing_en}"
    for missed in found.missed_stones:
        more_zh, more_en = _stone(found, missed)
        zh, en = f"{zh}；{more_zh}", f"{en}; {more_en}"
    if found.hoped is not None:
        more_zh, more_en = _hoped(found, found.hoped)
        zh, en = f"{zh}；{more_zh}", f"{en}; {more_en}"
    if found.outlook is not None and found.outlook.doubts is not None and found.outlook.doubts is found.on_track:
        more_zh, more_en = _contradicted(found, found.outlook)
        zh, en = f"{zh}；{more_zh}", f"{en}; {more_en}"
    return Bilingual(f"{zh}。", f"{en[:1].upper()}{en[1:]}.")


def _contradicted(found: Assessment, outlook: Outlook) -> Text:
    """The rule says one thing, and the chance another."""
    if outlook.chance is None or outlook.like is None:
        return _("the years on record say otherwise")
    return _(
        "{verdict} by the rule, but the chance is {chance}: {kept} of {years} years like this kept it",
        verdict=LOOKS[found.verdict].word,
        chance=chance_words(outlook.chance),
        kept=outlook.like.kept,
        years=outlook.like.years,
    )


def _stone(found: Assessment, missed: MissedStone) -> Pair:
    """A milestone that passed unmet."""
    last = missed.stone.by.last
    zh, en = in_words(Period(last, last))
    promised, value = (with_unit(typed(one), found.indicator.unit) for one in (missed.stone.goal, missed.reached))
    return f"{zh}的阶段目标{promised}未达到（{value}）", f"the milestone of {promised} for {en} was missed ({value})"


def _hoped(found: Assessment, hoped: Hoped) -> Pair:
    """How the second, softer goal stands, which decides nothing."""
    number = found.target.hope.goal if found.target.hope else None
    zh, en = ("力争目标", "the hoped-for goal") if number is not None else ("争取更好", "the hope for better")
    word_zh, word_en = LOOKS[hoped.verdict].word
    short = None
    if hoped.gap is not None and hoped.gap > 0 and number is not None:
        far = amount(found, hoped.gap)
        short = f"还差{far[0]}", f"{far[1]} still missing"
    return both((f"{zh}：{word_zh}", f"{en}: {word_en}"), short)


def _hole(found: Assessment, first: int) -> Pair:
    """What is missing from a month on, so that what is known of later ones could not be added."""
    zh, en = in_words(Period(first, first))
    if found.indicator.measure is Measure.GROWTH and not (found.target.average or found.target.total):
        return (
            f"自{zh}起缺累计增速，其后的单月或单季增速未计入",
            f"the rate of the year so far is missing from {en} on, so later single months or quarters do not count",
        )
    return f"缺{zh}的数据，其后的未计入", f"{en} is missing, so later figures do not count"


def _misleads(found: Assessment) -> bool:
    """Whether the verdict goes by the passing of time although that is known to say little of this indicator."""
    figures = found.figures
    by_time = figures.profile is ProfileKind.LINEAR or (
        figures.weight is not None and figures.weight == figures.time_progress
    )
    return found.indicator.uneven and by_time and found.rule in (Reason.PACE, Reason.NEEDED_RATE, Reason.DIFFERENCE)


def _fixed(zh: str, en: str) -> Sentence:
    return lambda _: (zh, en)


def _value(found: Assessment, value: Decimal) -> str:
    return with_unit(stated(found, value), found.indicator.unit)


def todo_of(found: Assessment) -> str:
    """What is still to be decided, of the target or of its indicator."""
    return one_line(found.target.todo or found.indicator.todo)


def _time(found: Assessment) -> Pair:
    progress = found.figures.time_progress
    if progress is None:
        return NOTHING
    return f"时间进度{percent(progress)}", f"{percent(progress)} of the time gone"


def _met(found: Assessment) -> Pair:
    if found.target.relation is Relation.TURNING:
        return _turn(found)
    return both(reached(found), goal(found), gap(found))


def _pace(found: Assessment) -> Pair:
    figures = found.figures
    room, heading = rest.as_room(found), _heading(found)
    monthly = rest.a_month(found) if room else None
    if heading:
        return both(reached(found), goal(found), heading, rest.growth(found), monthly)
    done = None
    if figures.completion is not None:
        share = percent(figures.completion)
        done = (f"已用{share}", f"{share} used") if room else (f"完成率{share}", f"{share} done")
    outside = gap(found) if found.side is not None else None
    ends = (rest.growth(found), monthly, rest.catch_up(found))
    return both(reached(found), goal(found), outside, done, _expected(found), _paced(found), *ends)


def _expected(found: Assessment) -> Pair | None:
    """What is normally done by now, or under a ceiling used, by which course."""
    figures = found.figures
    if figures.expected_completion is None or figures.profile is None:
        return None
    (zh, en), share = PROFILES[figures.profile], percent(figures.expected_completion)
    words = ("可用", "to be used") if rest.as_room(found) else ("应完成", "expected")
    time = "" if figures.profile is ProfileKind.LINEAR else f", {_time(found)[1]}"
    return f"按{zh}{words[0]}{share}", f"{share} {words[1]} by {en}{time}"


def _paced(found: Assessment) -> Pair | None:
    """The pace, and beside it that to the edge of the tolerance, which decides."""
    pace, to_edge = found.figures.pace, found.figures.pace_edge
    if pace is None:
        return None
    text = rounded(pace, 2)
    if to_edge is None or rounded(to_edge, 2) == text:
        return f"进度比{text}", f"pace {text}"
    edge = rounded(to_edge, 2)
    return f"进度比{text}（按容许范围{edge}）", f"pace {text} ({edge} with the tolerance)"


def _heading(found: Assessment) -> Pair | None:
    """Where a sum leads that is kept between two limits and will not stay between them."""
    figures = found.figures
    if found.side is not Side.ABOVE or figures.projection is None or found.indicator.measure is Measure.STOCK:
        return None
    end = with_unit(figure(found, figures.projection, divided=True), found.indicator.unit)
    return f"照此进度期末为{end}，将超过上限", f"on this course it ends at {end}, above the ceiling"


def _needed(found: Assessment) -> Pair:
    return both(reached(found), goal(found), gap(found), _latest(found), rest.needed(found))


def _latest(found: Assessment) -> Pair | None:
    """What the latest three months averaged, where that is another number than the year so far."""
    figures = found.figures
    if figures.latest_average is None or figures.latest_average == figures.actual or figures.latest_period is None:
        return None
    value, (zh, en) = _value(found, figures.latest_average), in_words(figures.latest_period)
    return f"{zh}平均{value}", f"{value} on average for {en}"


def _difference(found: Assessment) -> Pair:
    figures = found.figures
    if figures.benchmark is None and found.indicator.measure in (Measure.FLOW, Measure.EVENTS):
        return _line(found)
    against = None
    if figures.benchmark is not None and figures.difference is not None:
        value, name = _value(found, figures.benchmark), figures.benchmark_id
        units = [unit_words(figures.gap_unit, lang) for lang in ("zh", "en")]
        apart = figure(found, figures.difference, sign=True)
        against = (
            f"对照指标{name}为{value}，相差{with_unit(apart, units[0])}",
            f"{value} for {name}, a difference of {with_unit(apart, units[1])}",
        )
    apart_from_goal = gap(found) if found.target.told else None
    return both(reached(found), against, goal(found), apart_from_goal)


def _line(found: Assessment) -> Pair:
    """A sum against the line to a limit of zero or below, of which no share can be done."""
    figures = found.figures
    if figures.difference is None or figures.actual is None or figures.profile is None:
        return both(reached(found), goal(found))
    zh, en = PROFILES[figures.profile]
    line = _value(found, figures.actual - figures.difference)
    apart = with_unit(figure(found, figures.difference, sign=True), found.indicator.unit)
    against = f"按{zh}此时应为{line}，相差{apart}", f"{line} expected by {en}, a difference of {apart}"
    return both(reached(found), goal(found), against, _heading(found), rest.a_month(found))


def _sign(found: Assessment) -> Pair:
    figures = found.figures
    if found.target.relation is Relation.NARROWING:
        return both(reached(found), _distance(found), goal(found))
    before = None
    if figures.baseline is not None:
        base = _value(found, figures.baseline)
        before = f"基期为{base}", f"{base} in the base year"
    return both(reached(found), before, goal(found))


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
    return both(
        (f"{zh}出现{value}", f"{value} for {en}"),
        goal(found),
        None if found.side is None else (f"{SIDES[found.side][0]}容许范围", f"{SIDES[found.side][1]} what is accepted"),
        ("第一次违反即为未完成", "the first breach decides"),
    )


def _worst(found: Assessment) -> Pair:
    words = f"由最差的分项{found.decided_by}决定", f"its worst part {found.decided_by} decides"
    return words if found.target.together is None else both(goal(found), words)


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
    return both(reached(found), goal(found), ("工作对象个数，不计进度", "a count of things to work on, without a pace"))


def _base(found: Assessment, zh: str, en: str) -> Pair:
    base = found.figures.baseline
    told = None if base is None else (f"基期{_value(found, base)}", f"the base was {_value(found, base)}")
    return both(reached(found), goal(found), told, (zh, en))


def _passed(found: Assessment) -> Pair:
    """The deadline that has passed, and when it was reached after all."""
    words = f"期限{found.target.by}已过", f"its deadline {found.target.by} has passed"
    if found.late is None:
        return words
    zh, en = in_words(Period(found.late.last, found.late.last))
    return both(words, (f"{zh}才达到", f"it was reached in {en}"))


def _turn(found: Assessment) -> Pair:
    """Where the extreme of all figures lies: at the latest one it has not turned yet."""
    figures, peak = found.figures, found.indicator.better is Better.LOWER
    if figures.benchmark is None or figures.benchmark_period is None:
        return both(reached(found), goal(found))
    if figures.benchmark == figures.actual:
        here = ("为历次最高，尚未回落", "the highest so far") if peak else ("为历次最低，尚未回升", "the lowest so far")
        return both(reached(found), here, goal(found))
    value, (zh, en) = _value(found, figures.benchmark), in_words(figures.benchmark_period)
    words = ("最高", "highest") if peak else ("最低", "lowest")
    return both(reached(found), (f"{words[0]}为{zh}的{value}", f"the {words[1]} was {value} for {en}"), goal(found))


def _stated_by(found: Assessment) -> Pair | None:
    """Who must state the number that the report leaves open."""
    who = found.target.stated_by
    return None if who is None else (f"须由{one_line(who.zh)}下达", f"{one_line(who.en)} must state it")


def _condition_fails(found: Assessment) -> Pair | None:
    said = found.target.condition
    if said is None:
        return None
    since = ("", "") if said.since is None else (f"自{said.since}起", f" since {said.since}")
    source = ("", "") if not said.source else (f"（{one_line(said.source)}）", f" ({one_line(said.source)})")
    zh, en = one_line(said.text.zh), one_line(said.text.en)
    return (
        f"前提条件“{zh}”{since[0]}不成立{source[0]}，不作判断",
        f"its condition “{en}” does not hold{since[1]}{source[1]}, so it is not judged",
    )


SENTENCES: Mapping[Reason, Sentence] = {
    Reason.WORST_PART: _worst,
    Reason.PARTS_UNKNOWN: _fixed("报告未列出分项，无法判断", "its parts are not listed, so nothing can be judged"),
    Reason.NOT_BEGUN: lambda found: (
        f"{in_words(found.target.period, found.target.calendar)[0]}尚未开始",
        f"{in_words(found.target.period, found.target.calendar)[1]} has not begun",
    ),
    Reason.NOT_RELEASED: _fixed("首个数据尚未到发布时间", "the first figure is not due yet"),
    Reason.NO_ACTUAL: _no_actual,
    Reason.BATCH_PENDING: lambda found: both(
        reached(found), goal(found), ("分批公布，尚未到期", "it comes in batches and is not due yet")
    ),
    Reason.FIRST_YEAR_OPEN: _fixed("尚无完整年度，首年未结束", "no full year is known yet, the first one is open"),
    Reason.BREACH: _breach,
    Reason.CAP_EXCEEDED: _met,
    Reason.BAND_LEFT: _met,
    Reason.GOAL_MET: _met,
    Reason.GOAL_MISSED: _met,
    Reason.NOT_EXCEEDED: lambda found: both(
        reached(found),
        goal(found),
        ("“突破”须超过，正好相等不算", "the goal must be exceeded, to equal it is not enough"),
    ),
    Reason.MET_FOR_GOOD: lambda found: both(_met(found), ("累计数不会下降", "the sum cannot fall again")),
    Reason.WORSENING: lambda found: both(_met(found), ("但正在变差", "but moving away from it")),
    Reason.HELD_THROUGHOUT: lambda found: both(reached(found), goal(found), ("全期保持", "held throughout")),
    Reason.NOT_CONFIRMED: lambda found: both(
        reached(found), goal(found), ("数据未覆盖全期，不能确认", "the reports do not cover all of the period")
    ),
    Reason.TODO: lambda found: (f"待定：{todo_of(found)}", f"still to be decided: {todo_of(found)}"),
    Reason.GOAL_UNSTATED: lambda found: both(
        reached(found), ("报告未给出目标数字", "no figure was promised"), _stated_by(found)
    ),
    Reason.DEADLINE_PASSED: lambda found: both(_met(found), _passed(found)),
    Reason.TURNED: _turn,
    Reason.TURN_PENDING: _turn,
    Reason.TURN_OPEN: lambda found: both(
        _turn(found), ("须待下一数据才能确认", "only the next figure can tell whether it turns")
    ),
    Reason.TURNED_LATE: _turn,
    Reason.CONDITION_FAILS: lambda found: both(reached(found), goal(found), _condition_fails(found)),
    Reason.NO_BASELINE: lambda found: _base(found, "基期值未知", "the base is unknown"),
    Reason.INEXACT_BASE: lambda found: _base(found, "基期只有大致数", "the base is only a bound"),
    Reason.INEXACT: lambda found: both(
        reached(found), goal(found), ("只有大致数，不足以判断", "a bound that decides nothing")
    ),
    Reason.MET_AT_BASE: lambda found: _base(found, "基期已达到并保持", "it was met at the base and still is"),
    Reason.NO_BENCHMARK: lambda found: both(
        goal(found), ("缺少同期的对照指标", "no figure of the benchmark for the same period")
    ),
    Reason.NO_COMPARABLE_BASE: lambda found: both(
        goal(found), ("缺少可比的基期数据", "no comparable figure of the base year")
    ),
    Reason.ZERO_BENCHMARK: lambda found: both(
        reached(found),
        goal(found),
        (
            "对照数为0，占其百分数的容许范围等于没有，须写明tolerance",
            "the benchmark is 0, of which a tolerance in per cent is nothing: type a tolerance",
        ),
    ),
    Reason.HOLE: lambda found: both(
        reached(found), goal(found), ("中间缺少数据，无法累加", "figures in between are missing")
    ),
    Reason.ONLY_TO_DATE: _fixed(
        "只有从别的月份起的累计数，推不出这段时间的数",
        "only totals that count from another month are known, from which those of these months do not follow",
    ),
    Reason.ONLY_SINGLE: lambda found: both(
        goal(found),
        (
            "累计增速未知，只有单月或单季的增速",
            "the rate of the year so far is not known, only that of single months or quarters",
        ),
    ),
    Reason.NO_RATIO: lambda found: both(reached(found), goal(found), ("无法计算比例", "no ratio can be formed")),
    Reason.SCOPE_REACHED: _scope,
    Reason.SCOPE_SHORT: _scope,
    Reason.LOST: lambda found: _base(found, "基期已达到，现已失去", "it was met at the base and has been lost"),
    Reason.WRONG_WAY: lambda found: _base(found, "比基期更差", "it is worse than at the base"),
    Reason.SLIPPED: lambda found: both(
        _pace(found), ("期内曾达到，后又回落", "reached before in the period and lost again")
    ),
    Reason.NOTHING_EXPECTED: lambda found: both(
        reached(found), goal(found), ("按进度尚不要求完成", "nothing is expected by now")
    ),
    Reason.PACE: _pace,
    Reason.NEEDED_RATE: _needed,
    Reason.DIFFERENCE: _difference,
    Reason.SIGN: _sign,
    Reason.HELD_SO_FAR: lambda found: both(reached(found), goal(found), ("至今保持", "held so far")),
    Reason.EARLY: _fixed("时间尚早，只作初步判断", "it is early, so the verdict is held back"),
    Reason.AWAITING_FINAL: _fixed("时期已结束，等待最终数据", "the period is over and its final figure is not out"),
    Reason.STALE: _stale,
}
"""A sentence for every reason that a verdict can have."""
