"""Which columns does an answer about targets have? The contract that spreadsheets and scripts rely on.

A name never changes, new ones come last. Every column says everything about itself once.
"""

from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter

from ycindic.domain.assessment import Assessment
from ycindic.domain.period import month_text
from ycindic.render.answers import cells
from ycindic.render.answers.sheet import SHARE, Column, Value, pair_value, text_value
from ycindic.render.words.looks import COLOURS
from ycindic.render.words.numbers import decimals, plain
from ycindic.render.words.numbers import typed as typed_text
from ycindic.render.words.sentence import sentence
from ycindic.render.words.wording import COMMITMENTS, MEASURES, Pair, pick

Cell = Callable[[Assessment, str], str]
"""How a cell is told in a language."""


def _figure(  # noqa: PLR0913 - a column says everything about itself
    name: str,
    label: Pair,
    unit: Pair,
    meaning: Pair,
    empty: Pair,
    *,
    told: cells.Told | None = None,
    words: Cell | None = None,
    under: tuple[str, ...] = (),
    rank: int = 0,
    aside: bool = False,
    places: Callable[[Assessment], int | None] | None = None,
) -> Column[Assessment]:
    """A column of a figure of the answer: exact for programs, for people with the decimals that are published."""
    taken: Callable[[Assessment], Decimal | None] = attrgetter(f"figures.{name}")
    say = told or (cells.as_share if unit is SHARE else cells.as_figure)

    def as_told(row: Assessment, lang: str) -> str:
        value = taken(row)
        return "" if value is None else say(row, value, lang)

    def as_published(row: Assessment) -> int | None:
        value = taken(row)
        return None if value is None else decimals(row, value)

    return Column(
        lambda row: plain(taken(row)), label, unit, meaning, empty, words or as_told, under,
        rank=rank, aside=aside, places=places or as_published, exact=True,
    )  # fmt: skip


def _word(name: str) -> Callable[[Assessment], Value]:
    taken = attrgetter(f"figures.{name}")
    return lambda row: text_value(taken(row))


def _typed(value: Decimal | None) -> int | None:
    return None if value is None else len(typed_text(value).partition(".")[2])


def _two(_: Assessment) -> int:
    return 2


def _outlook(name: str) -> Callable[[Assessment], Value]:
    """A number of the outlook."""
    return lambda row: None if row.outlook is None else plain(getattr(row.outlook, name))


def _years_behind(row: Assessment) -> Value:
    return None if row.outlook is None or row.outlook.low is None else row.outlook.years


TEXT: Pair = ("文字", "text")
WORD: Pair = ("固定词", "one of fixed words")
_PERIOD: Pair = ("时期，如2026-H1", "a period such as 2026-H1")
_OWN: Pair = ("指标自身的单位（unit列）", "the indicator's own (column unit)")
_RATIO: Pair = ("倍数", "a ratio")
_POINTS: Pair = ("百分点", "percentage points")
_PERCENT: Pair = ("%", "per cent")
COUNT: Pair = ("个数", "a count")
_NEVER: Pair = ("从不为空", "never")
_NO_OUTLOOK: Pair = (
    "往年整年不足四年；不是一年的目标；当年尚无数据或已有最终数",
    "fewer than four whole years before; no promise of one year; no figure of the year yet, or its final one",
)
_NO_ACTUAL: Pair = ("尚无数据", "no figure yet")
_FLOW_STOCK: Pair = (
    "尚无数据；增速和均值不计算；基期已达标（见reasons）",
    "no figure yet; growth rates and means have none; met at the base (see reasons)",
)
_NO_REST: Pair = (
    "尚无数据；时期已结束；未承诺数字；见reasons",
    "no figure yet; the period is over; no number was promised; see reasons",
)

COLUMNS: dict[str, Column[Assessment]] = {
    "id": Column(
        lambda row: row.target.id,
        ("编号", "Id"),
        TEXT,
        ("目标编号：指标@时期", "the target: indicator@period"),
        _NEVER,
        left=True,
        room=(22,),
    ),
    "indicator": Column(
        lambda row: row.indicator.id,
        ("指标编号", "Indicator id"),
        TEXT,
        ("所衡量的指标", "the indicator that is measured"),
        _NEVER,
        left=True,
    ),
    "name": Column(
        lambda row: pair_value(row.indicator.name),
        ("指标", "Indicator"),
        TEXT,
        ("指标名称（两栏：中文、英文）", "its name (two columns: Chinese and English)"),
        _NEVER,
        words=cells.name,
        under=("wording", "commitment"),
        bilingual=True,
        left=True,
        wraps=True,
        rank=1,
        room=(26, 34),
    ),
    "period": Column(
        lambda row: row.target.when,
        ("目标期", "Target period"),
        _PERIOD,
        ("承诺所指的年份或年段", "the year or years that the promise is for"),
        _NEVER,
        left=True,
    ),
    "section": Column(
        lambda row: text_value(row.target.section),
        ("部分", "Section"),
        TEXT,
        ("在报告中的部分", "where the report says it"),
        ("登记表未写", "the registry does not say"),
        left=True,
    ),
    "wording": Column(
        lambda row: text_value(row.target.wording),
        ("报告原文", "Wording"),
        TEXT,
        ("报告的原话", "the report's own words"),
        ("登记表未写", "the registry does not say"),
        left=True,
        wraps=True,
        room=(34,),
    ),
    "measure": Column(
        lambda row: row.indicator.measure.value,
        ("类型", "Measure"),
        WORD,
        (
            "数值如何随时间相加：flow累计量，growth累计同比，stock存量，mean均值，events事件数",
            "how values add up in time: flow, growth, stock, mean, events",
        ),
        _NEVER,
        words=lambda row, lang: pick(MEASURES[row.indicator.measure], lang),
        left=True,
    ),
    "relation": Column(
        lambda row: text_value(row.target.relation),
        ("关系", "Relation"),
        WORD,
        ("承诺的关系，如at_least、about", "what was promised of it, such as at_least, about"),
        ("由分项决定的目标", "a target that its parts decide"),
        left=True,
    ),
    "goal": Column(
        lambda row: plain(row.target.goal),
        ("目标", "Goal"),
        _OWN,
        ("承诺的数字；区间则为下限", "the promised number; of a range the lower end"),
        ("未承诺数字", "no number was promised"),
        words=cells.goal,
        rank=3,
        places=lambda row: _typed(row.target.goal),
    ),
    "goal_high": Column(
        lambda row: plain(row.target.goal_high),
        ("目标上限", "Goal, upper end"),
        _OWN,
        ("承诺区间的上限", "the upper end of a promised range"),
        ("目标不是区间", "the goal is no range"),
        places=lambda row: _typed(row.target.goal_high),
    ),
    "unit": Column(
        lambda row: row.indicator.unit,
        ("单位", "Unit"),
        TEXT,
        ("指标的单位", "the indicator's unit"),
        ("无单位的个数", "a plain count"),
        left=True,
    ),
    "commitment": Column(
        lambda row: row.target.commitment.value,
        ("承诺程度", "Commitment"),
        WORD,
        (
            "binding约束性指标，firm确保，plain预期性，aspirational力争",
            "how firmly it was promised: binding, firm, plain, aspirational",
        ),
        _NEVER,
        words=lambda row, lang: pick(COMMITMENTS[row.target.commitment], lang),
        left=True,
    ),
    "actual": _figure(
        "actual",
        ("实际值", "Actual"),
        _OWN,
        ("所判断的最新数据：累计、均值或期末水平", "the judged figure: the sum, mean or level so far"),
        _NO_ACTUAL,
        words=cells.actual,
        under=("actual_period",),
        rank=2,
    ),
    "actual_period": Column(
        _word("actual_period"),
        ("数据期", "Period"),
        _PERIOD,
        ("该数据所指的月份", "the months that the figure covers"),
        _NO_ACTUAL,
        words=cells.actual_period,
        left=True,
        rank=9,
        room=(18,),
    ),
    "baseline": _figure(
        "baseline",
        ("基期值", "Base"),
        _OWN,
        ("上年（或所指基期）的数值", "the figure of the year before, or of the named base"),
        ("基期未知", "it is not known"),
        told=cells.as_stated,
    ),
    "gap": _figure(
        "gap",
        ("差距", "Gap"),
        ("gap_unit列", "column gap_unit"),
        (
            "距所报目标：正数为尚缺或超过上限，负数为高于目标或上限下的余地",
            "to the printed goal: above zero still missing or above a ceiling, below zero beyond it or room",
        ),
        ("尚无数据或未承诺数字", "no figure yet, or no number was promised"),
        words=cells.gap,
        rank=5,
    ),
    "gap_unit": Column(
        _word("gap_unit"),
        ("差距单位", "Unit of the gap"),
        TEXT,
        ("pp为百分点，否则为指标单位", "pp for percentage points, else the indicator's own"),
        ("没有差距", "no gap"),
        left=True,
    ),
    "completion": _figure(
        "completion",
        ("完成率", "Done"),
        SHARE,
        ("目标已完成的份额；存量从基期算起", "the share of the goal that is done; of a level counted from its base"),
        _FLOW_STOCK,
        rank=4,
    ),
    "time_progress": _figure(
        "time_progress",
        ("序时进度", "Time"),
        SHARE,
        ("数据所覆盖月份占目标期的份额", "months covered by the figure ÷ months of the target's period"),
        _NO_ACTUAL,
        aside=True,
        rank=11,
    ),
    "expected_completion": _figure(
        "expected_completion",
        ("应完成", "Expected"),
        SHARE,
        ("按进度曲线此时应完成的份额", "the share that should be done by then, by the profile"),
        _FLOW_STOCK,
        aside=True,
        rank=13,
    ),
    "pace": _figure(
        "pace",
        ("进度比", "Pace"),
        _RATIO,
        ("完成率÷应完成；1为正好", "done ÷ expected; 1 is just enough"),
        _FLOW_STOCK,
        told=cells.as_ratio,
        rank=10,
        places=_two,
    ),
    "catch_up": _figure(
        "catch_up",
        ("须提速", "Catch-up"),
        _RATIO,
        (
            "其余时间的速度须为目前的几倍；上限为还可用目前速度的几倍",
            "how many times faster than so far the rest must go; of a cap the share of today's pace that is left",
        ),
        ("同上；无穷大时亦为空（见reasons）", "as pace; also where it is infinite (see reasons)"),
        told=cells.as_ratio,
        places=_two,
    ),
    "annualised": _figure(
        "annualised",
        ("年化", "Annualised"),
        ("annualised_unit列", "column annualised_unit"),
        (
            "折合一年：增速照公布值，存量为年均增长，累计量为推算全年（进度曲线未知时按月折算）",
            "as a rate of a year: growth as published, a level by its average, a sum as its projection or by months",
        ),
        ("尚无数据；不满十二个月的存量；均值", "no figure yet; a level under twelve months; a mean"),
        told=cells.in_unit("annualised_unit"),
        aside=True,
        rank=12,
    ),
    "annualised_unit": Column(
        _word("annualised_unit"),
        ("年化单位", "Unit of it"),
        TEXT,
        ("年化值的单位", "its unit"),
        ("没有年化值", "none"),
        left=True,
    ),
    "required": _figure(
        "required",
        ("其余须", "Rest needs"),
        ("required_unit列", "column required_unit"),
        (
            "达到目标其余时间须：增速和均值为其余月份须达到的值，累计量为每月，存量为每年",
            "what the rest must be for the goal: of growth and means its value, of a sum a month, of a level a year",
        ),
        _NO_REST,
        words=cells.required,
        rank=6,
    ),
    "required_low": _figure(
        "required_low",
        ("其余须（低）", "Rest needs, low"),
        ("required_unit列", "column required_unit"),
        ("公布值四舍五入所留范围的低端", "the lower end of what rounding of the published figure leaves"),
        ("不出自单个四舍五入的数字", "it comes not from one rounded figure"),
        told=cells.in_unit("required_unit"),
    ),
    "required_high": _figure(
        "required_high",
        ("其余须（高）", "Rest needs, high"),
        ("required_unit列", "column required_unit"),
        ("该范围的高端", "the upper end of that range"),
        ("不出自单个四舍五入的数字", "it comes not from one rounded figure"),
        told=cells.in_unit("required_unit"),
    ),
    "required_edge": _figure(
        "required_edge",
        ("其余须（容许）", "Rest needs, edge"),
        ("required_unit列", "column required_unit"),
        ("到容许范围边缘所须，结论以此为准", "the way to the edge of the tolerance, by which the verdict is given"),
        _NO_REST,
        told=cells.in_unit("required_unit"),
    ),
    "required_unit": Column(
        _word("required_unit"),
        ("其余须单位", "Unit of it"),
        TEXT,
        ("其余须各列的单位", "the unit of the required columns"),
        _NO_REST,
        left=True,
    ),
    "required_growth": _figure(
        "required_growth",
        ("其余须增长", "Rest must grow"),
        _PERCENT,
        (
            "累计量：其余月份比上年同期须增长；存量：每年须增长",
            "of a sum: the remaining months over those of last year; of a level: a year",
        ),
        ("无上年同期数据；增速和均值", "no figures of last year; growth rates and means"),
        told=cells.as_rate,
    ),
    "projection": _figure(
        "projection",
        ("推算值", "Projection"),
        _OWN,
        ("按目前进度期末将达到的值", "where the course so far leads by the end"),
        _NO_ACTUAL,
        told=cells.as_own,
    ),
    "verdict": Column(
        lambda row: row.verdict.value,
        ("结论", "Verdict"),
        WORD,
        ("九种结论之一", "one of the nine verdicts"),
        _NEVER,
        words=cells.verdict,
        left=True,
        room=(13,),
        colours=COLOURS,
    ),
    "on_track": Column(
        lambda row: row.on_track,
        ("按进度", "On track"),
        ("true或false", "true or false"),
        ("是否按进度", "whether the promise is being kept"),
        ("尚无答案，或数据过旧", "no answer yet, or the figures are stale"),
        colours={"true": "green", "false": "red"},
    ),
    "reason": Column(
        lambda row: row.reason.value,
        ("理由", "Reason"),
        WORD,
        ("结论的理由（机器用词）", "why the verdict is what it is, as a word for programs"),
        _NEVER,
        left=True,
    ),
    "reasons": Column(
        lambda row: dict(row.reasons),
        ("空值理由", "Reasons"),
        ("字段=理由", "field=reason"),
        ("每个空字段为何没有答案", "for every empty field why it has no answer"),
        ("没有空字段", "no field is empty"),
        left=True,
        wraps=True,
        room=(30,),
    ),
    "sentence": Column(
        lambda row: pair_value(sentence(row)),
        ("说明", "In words"),
        TEXT,
        ("一句话说明（两栏：中文、英文）", "the verdict in one sentence (two columns: Chinese and English)"),
        _NEVER,
        bilingual=True,
        left=True,
        wraps=True,
        room=(60, 60),
    ),
    "rule": Column(
        lambda row: row.rule.value,
        ("规则", "Rule"),
        WORD,
        ("特殊情况（early、stale等）之下的规则本身", "the rule itself under a circumstance such as early or stale"),
        _NEVER,
        left=True,
    ),
    "profile": Column(
        _word("profile"),
        ("进度曲线", "Profile"),
        WORD,
        (
            "应完成份额的来源：linear、last_year、shares、batch、milestones",
            "where the expected share comes from: linear, last_year, shares, batch, milestones",
        ),
        _FLOW_STOCK,
        words=cells.profile,
        left=True,
    ),
    "lead_time": _figure(
        "lead_time",
        ("超序时进度", "Lead over time"),
        _POINTS,
        ("完成率减序时进度", "done minus the share of the time gone"),
        _FLOW_STOCK,
        told=cells.as_points,
        places=_two,
    ),
    "lead_profile": _figure(
        "lead_profile",
        ("超应完成", "Lead"),
        _POINTS,
        ("完成率减应完成", "done minus expected"),
        _FLOW_STOCK,
        told=cells.as_points,
        places=_two,
    ),
    "acceleration": _figure(
        "acceleration",
        ("须改善", "Acceleration"),
        _POINTS,
        (
            "到容许范围边缘，其余时间须比目前好多少",
            "how much better than so far the rest must be, to the tolerance's edge",
        ),
        ("存量；累计量的上年各月未知；时期已结束", "levels; sums without last year's months; the period is over"),
    ),
    "headroom": _figure(
        "headroom",
        ("余地", "Headroom"),
        _OWN,
        ("均值：其余月份还可变差多少", "of a mean: by how much the rest may be worse"),
        ("其他类型；双向目标", "other measures; a goal with two sides"),
    ),
    "weight": _figure(
        "weight",
        ("权重", "Weight"),
        SHARE,
        ("增速：已过月份占基年全年的份额", "of a growth rate: the share of the elapsed months in the base year"),
        ("其他类型", "other measures"),
    ),
    "required_goal_high": _figure(
        "required_goal_high",
        ("其余须（上限）", "Rest needs, upper goal"),
        ("required_unit列", "column required_unit"),
        ("达到区间上限其余时间须", "what the rest must be for the upper end of the range"),
        ("目标不是区间", "the goal is no range"),
    ),
    "annualised_linear": _figure(
        "annualised_linear",
        ("年均增加", "Added a year"),
        ("指标单位/年", "the indicator's own a year"),
        ("存量：平均每年增加多少", "of a level: what was added a year"),
        ("其他类型；不满十二个月", "other measures; under twelve months"),
    ),
    "two_year_average": _figure(
        "two_year_average",
        ("两年平均", "Two-year average"),
        _PERCENT,
        ("增速：与上年同期的两年平均", "of a growth rate: the average with the same months of last year"),
        ("无上年同期数据", "no figure of last year"),
        told=cells.as_rate,
    ),
    "benchmark": _figure(
        "benchmark",
        ("对照值", "Benchmark"),
        _OWN,
        ("对照指标同期的数值", "the other indicator's figure of the same months"),
        ("不与其他指标比较", "nothing is compared"),
        told=cells.as_stated,
    ),
    "benchmark_id": Column(
        _word("benchmark_id"),
        ("对照指标", "Benchmark id"),
        TEXT,
        ("对照指标的编号", "the other indicator"),
        ("不与其他指标比较", "nothing is compared"),
        left=True,
    ),
    "difference": _figure(
        "difference",
        ("与对照之差", "Difference"),
        ("gap_unit列", "column gap_unit"),
        ("实际值减对照值或基期值", "own minus benchmark, or minus the base"),
        ("不与其他指标比较", "nothing is compared"),
    ),
    "provisional": _figure(
        "provisional",
        ("未完年度数据", "Provisional"),
        _OWN,
        ("尚不计入的未完年度数据", "the running year's figure that does not count yet"),
        ("没有这样的数据", "there is none"),
    ),
    "provisional_period": Column(
        _word("provisional_period"),
        ("其数据期", "Its period"),
        _PERIOD,
        ("该数据所指的月份", "the months that it covers"),
        ("没有这样的数据", "there is none"),
    ),
    "actual_bound": Column(
        _word("actual_bound"),
        ("界限", "Bound"),
        WORD,
        ("over超过，under不足，about约", "over, under or about: the figure is only a bound"),
        ("数据是确数", "the figure is exact"),
    ),
    "baseline_period": Column(
        _word("baseline_period"),
        ("基期", "Base period"),
        _PERIOD,
        ("基期值所指的时期", "the period of the base"),
        ("基期未知", "it is not known"),
    ),
    "breach_period": Column(
        lambda row: None if row.breach is None else str(row.breach.covered),
        ("违反期", "Breach period"),
        _PERIOD,
        ("第一次违反须始终保持的承诺", "when what was to hold at every moment was first broken"),
        ("没有违反", "it was not broken"),
    ),
    "breach": Column(
        lambda row: None if row.breach is None else plain(row.breach.value),
        ("违反值", "Breach"),
        _OWN,
        ("当时的数值", "the figure that broke it"),
        ("没有违反", "it was not broken"),
    ),
    "overdue": Column(
        lambda row: len(row.overdue),
        ("逾期次数", "Overdue"),
        COUNT,
        ("已到期而未录入的发布次数", "releases that are due and not recorded"),
        _NEVER,
    ),
    "decided_by": Column(
        lambda row: text_value(row.decided_by),
        ("决定者", "Decided by"),
        TEXT,
        ("决定结论的最差分项", "the worst part, which decides"),
        ("不由分项决定", "parts do not decide"),
        left=True,
    ),
    "part_of": Column(
        lambda row: text_value(row.part_of),
        ("所属目标", "Part of"),
        TEXT,
        ("以本目标为分项的目标", "the target of which this is a part"),
        ("不是分项", "it is no part"),
        left=True,
    ),
    "parts": Column(
        lambda row: None if row.target.parts is None else list(row.target.parts),
        ("分项", "Parts"),
        TEXT,
        ("决定本目标的分项", "the targets that decide this one"),
        ("没有分项", "it has no parts"),
        left=True,
        wraps=True,
        room=(12,),
    ),
    "publisher": Column(
        lambda row: pair_value(row.indicator.publisher),
        ("发布单位", "Publisher"),
        TEXT,
        ("公布数据的单位（两栏：中文、英文）", "who publishes the figure (two columns: Chinese and English)"),
        ("登记表未写", "the registry does not say"),
        bilingual=True,
        left=True,
        wraps=True,
        room=(18, 30),
    ),
    "side": Column(
        lambda row: text_value(row.side),
        ("偏向", "Side"),
        WORD,
        (
            "两侧都有约束而未达到时，在哪一侧：below低于，above高于",
            "below or above: where a promise that both sides bind is missed",
        ),
        ("只有一侧约束；在范围内；累计量仍在增长", "one side binds; it is kept; a sum still grows towards it"),
    ),
    "gap_edge": _figure(
        "gap_edge",
        ("距容许界限", "Gap to what decides"),
        _OWN,
        (
            "距起决定作用的界限：计入容许范围，比率按公布位数；正数为未达到",
            "what is missing to the limit that decides, tolerance and printed digits counted; above zero not kept",
        ),
        ("尚无数据；未承诺数字；见reasons", "no figure yet; no number was promised; see reasons"),
    ),
    "pace_edge": _figure(
        "pace_edge",
        ("进度比（容许）", "Pace to the edge"),
        _RATIO,
        (
            "按容许范围的界限计算的进度比，结论以此为准",
            "the pace to the edge of the tolerance, by which the verdict is given",
        ),
        _FLOW_STOCK,
    ),
    "growth_so_far": _figure(
        "growth_so_far",
        ("至今同比", "Growth so far"),
        _PERCENT,
        ("累计量与上年同期相比的增速", "the growth of a sum over the same months of last year"),
        ("不是累计量；上年同期未知", "it is no sum; last year's months are not known"),
    ),
    "latest_average": _figure(
        "latest_average",
        ("近三个月平均", "Latest three months"),
        _OWN,
        ("均值：最近三个月的平均", "of a mean: what the latest three months averaged"),
        ("不是均值；只有累计数据", "it is no mean; only years to date are known"),
    ),
    "latest_period": Column(
        _word("latest_period"),
        ("近月时期", "Latest months"),
        _PERIOD,
        ("latest_average所覆盖的月份", "the months that latest_average covers"),
        ("同上", "as latest_average"),
    ),
    "hole": Column(
        lambda row: None if row.hole is None else month_text(row.hole),
        ("缺月", "Missing month"),
        _PERIOD,
        (
            "其后有数据而本身缺失、故不能累加的第一个月",
            "the first month that is missing before later figures, which therefore do not count",
        ),
        ("中间不缺", "none is missing in between"),
    ),
    "outlook": Column(
        _outlook("projection"),
        ("全年展望", "Outlook"),
        _OWN,
        (
            "全年最可能的结果，按以往最准的方法推算；不参与结论",
            "the most likely end of the year, by the method that was best in earlier years; it decides nothing",
        ),
        (
            "此前没有整年数据；不是一年的目标；当年尚无数据或已有最终数",
            "no whole year is known before; no promise of one year; no figure of the year yet, or its final one",
        ),
        words=cells.outlook,
        aside=True,
        rank=8,
    ),
    "projection_low": Column(
        _outlook("low"),
        ("推算下限", "Projection, low"),
        _OWN,
        (
            "期末结果可能范围的下限，概率由outlook_level规定（缺省80%）",
            "the lower end of the interval in which the year ends with the chance of outlook_level (80 %)",
        ),
        _NO_OUTLOOK,
    ),
    "projection_high": Column(
        _outlook("high"),
        ("推算上限", "Projection, high"),
        _OWN,
        ("期末结果可能范围的上限", "the upper end of that interval"),
        _NO_OUTLOOK,
    ),
    "chance": Column(
        _outlook("chance"),
        ("兑现可能", "Chance"),
        SHARE,
        (
            "目标最终兑现的概率，由同一方法在往年同月的误差得出；不参与结论",
            "the chance that the promise is kept, by the method's errors in earlier years; it decides nothing",
        ),
        (
            "同上；未承诺数字；与其他指标比较；须始终保持",
            "as projection_low; no number was promised; compared with another indicator; held throughout",
        ),
        words=cells.chance,
        aside=True,
        rank=7,
    ),
    "chance_years": Column(
        _years_behind,
        ("往年数", "Years behind it"),
        COUNT,
        ("概率和范围所依据的往年整年数", "how many whole years stand behind interval and chance"),
        _NO_OUTLOOK,
    ),
}
"""Every column of an answer, in order; new ones come last."""


def answer(row: Assessment) -> dict[str, Value]:
    """One target as names and values."""
    return {name: column.value(row) for name, column in COLUMNS.items()}
