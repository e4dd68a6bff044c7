"""Which keys may a registry have, of which kind, and what do they mean?

This one table drives the reader, the JSON Schema for editors and the registry's reference page.
"""

from enum import StrEnum
from typing import NamedTuple

from ycindic.domain.model import As, Better, Commitment, Every, Measure, Method, ProfileKind, Rhythm, Settings
from ycindic.domain.relation import Relation


class Sort(StrEnum):
    """How a value is typed."""

    TEXT = "text"
    NAME = "name"
    NAME_OR_TEXT = "name or text"
    NUMBER = "number"
    POSITIVE = "number from 0"
    WHOLE = "whole number"
    BOOLEAN = "true or false"
    CHOICE = "choice"
    ID = "id"
    IDS = "id or list of ids"
    ID_LIST = "list of ids"
    PERIOD = "period"
    DATE = "date"
    DEADLINE = "date or month"
    GOAL = "goal"
    SHARES = "list of shares"
    TABLE = "table"
    TEXT_OR_TABLE = "text or table"
    TABLE_LIST = "list of tables"
    TABLES_BY_ID = "tables by id"
    SECTIONS = "sections by key"
    ANYTHING = "anything"


class Field(NamedTuple):
    """One key: its name, its kind, whether it must be there, its words or bounds, its meaning."""

    key: str
    kind: Sort
    en: str
    zh: str
    required: bool = False
    choices: tuple[str, ...] = ()
    table: str = ""
    low: int | None = None
    high: int | None = None
    may_be_empty: bool = False

    @property
    def scalar(self) -> bool:
        """Whether its value is a single word."""
        return self.kind in _SCALARS


_NUMBERS = {Sort.NUMBER, Sort.POSITIVE, Sort.WHOLE}
_SCALARS = frozenset({Sort.TEXT, Sort.BOOLEAN, Sort.CHOICE, Sort.ID, Sort.PERIOD, Sort.DATE, Sort.DEADLINE} | _NUMBERS)


def _words(choices: type[StrEnum], *, without: tuple[str, ...] = ()) -> tuple[str, ...]:
    return tuple(str(word) for word in choices if word not in without)


class Fields(dict[str, Field]):
    """The keys of a table, and which of them it must have."""

    def __init__(self, *fields: Field) -> None:
        super().__init__({field.key: field for field in fields})
        self.required = tuple(field.key for field in fields if field.required)


NAME_FIELDS = Fields(
    Field("zh", Sort.TEXT, "The Chinese text.", "中文。", required=True),
    Field("en", Sort.TEXT, "The English text.", "英文。", required=True),
)

SECTION = Fields(
    *NAME_FIELDS.values(),
    Field("headline", Sort.BOOLEAN, "Its targets are those that people ask about first.", "其中的目标为主要目标。"),
)

SETTING_MEANINGS = {
    "about_pp": ("Tolerance of 左右 for a rate, in percentage points.", "“左右”对比率的容许范围（百分点）。"),
    "about_pct": (
        "Tolerance of 左右 for a quantity, in per cent of the goal.",
        "“左右”对数量的容许范围（占目标的百分数）。",
    ),
    "pace_ahead": ("From this pace on a target is ahead.", "进度达到此值为超前。"),
    "pace_on_track": ("From this pace on a target can be on track.", "进度达到此值可为正常。"),
    "catch_up_on_track": ("Up to this catch-up a target can be on track.", "追赶倍数不超过此值可为正常。"),
    "catch_up_at_risk": (
        "Up to this catch-up a target is at risk, beyond it off track.",
        "追赶倍数不超过此值为有风险，超过为偏离。",
    ),
    "rate_ahead_pp": ("A rate that surpasses its goal by this is ahead (pp).", "比率超过目标此百分点为超前。"),
    "rate_at_risk_pp": (
        "A rate that needs up to this more is at risk (pp).",
        "其余月份须多增长不超过此百分点为有风险。",
    ),
    "step_pp": ("Tolerance of 同步 (pp).", "“同步”的容许范围（百分点）。"),
    "step_at_risk_pp": (
        "A comparison short of its tolerance by up to this is at risk (pp).",
        "低于容许范围不超过此百分点为有风险。",
    ),
    "early": (
        "While less than this share is expected, verdicts are held back.",
        "应完成比例低于此值时，不作极端判断。",
    ),
    "stale_releases": ("From this many overdue releases on the flag is empty.", "逾期未到的发布达到此数，不给出结论。"),
    "outlook_level": (
        "How often the year shall end inside the interval that is told, in per cent.",
        "全年结果落在所示区间内的概率（%）。",
    ),
}

_AT_MOST = {"early": 1, "outlook_level": 99}
"""A share of what is to be done is never more, and no interval is certain."""

SETTINGS = Fields(
    *(Field(name, Sort.POSITIVE, *SETTING_MEANINGS[name], high=_AT_MOST.get(name)) for name in Settings._fields)
)

SOURCE = Fields(
    Field("issuer", Sort.NAME_OR_TEXT, "Who issued the report.", "发布机关。"),
    Field("title", Sort.NAME_OR_TEXT, "Its title.", "文件名称。"),
    Field("date", Sort.NAME_OR_TEXT, "Its date.", "日期。"),
)

_RELEASED = Fields(
    Field("every", Sort.CHOICE, "The rhythm of release.", "发布频率。", required=True, choices=_words(Every)),
    Field(
        "day", Sort.WHOLE, "The day of the month; without it the month's last.", "发布日；缺省为月末。", low=1, high=31
    ),
    Field(
        "after", Sort.WHOLE, "Months after the period's end; default 1.", "期末后第几个月发布；缺省1。", low=0, high=36
    ),
    Field(
        "first",
        Sort.WHOLE,
        "The month through which a year's first release reaches; default 1.",
        "每年首次发布覆盖到的月份；缺省1。",
        low=1,
        high=12,
    ),
)

CONDITION = Fields(
    Field("text", Sort.NAME_OR_TEXT, "The condition.", "前提条件。", required=True),
    Field(
        "holds",
        Sort.BOOLEAN,
        "false: it does not hold, so the promise is not judged; default true.",
        "false：条件不成立，不作判断；缺省true。",
    ),
    Field("since", Sort.DATE, "From which day on that is known.", "自何日起不成立。"),
    Field("source", Sort.TEXT, "Who says so.", "依据。"),
)

_REVISION = Fields(
    Field("on", Sort.DATE, "From which day on it stands.", "自何日起。", required=True),
    Field("goal", Sort.GOAL, "The new goal, told like the first.", "调整后的目标，写法同原目标。", required=True),
    Field("source", Sort.NAME_OR_TEXT, "Who revised it, and where that is said.", "调整依据。"),
)

MILESTONE = Fields(
    Field("by", Sort.PERIOD, "The period by whose end it is to be reached.", "应在何时期末达到。", required=True),
    Field("goal", Sort.NUMBER, "The goal on the way.", "阶段目标。", required=True),
)

TARGET = Fields(
    Field(
        "period",
        Sort.PERIOD,
        "The year, span of years, half-year, quarter, month or season that the report names: `2026`, `2026-2030`, "
        "`2026-H1`, `2026-Q1`, `2026-06`, `2025-10..2026-03`; `2026/27` where the year begins in another month.",
        "报告所说的年、年段、半年、季、月或跨年的一段时间；年度不从一月开始的写作2026/27。",
        required=True,
    ),
    Field(
        "id",
        Sort.ID,
        "Needed only where two targets share indicator and period.",
        "仅当同一指标同一时期有两个目标时需要。",
    ),
    Field(
        "relation",
        Sort.CHOICE,
        "What was promised; required unless `parts` decide.",
        "目标关系；除由`parts`决定外必填。",
        choices=_words(Relation),
    ),
    Field(
        "goal",
        Sort.GOAL,
        "A number, `[low, high]` for `between`, `base` for the base's own figure, or `unstated`; see `as`.",
        "数值；`between`用`[低, 高]`；与基期持平用`base`；未给出数字用`unstated`；另见`as`。",
    ),
    Field(
        "reference",
        Sort.IDS,
        "The indicator(s) to compare with, for `in_step`, `above`, `narrowing`; for `at_least`, `more_than`, `at_most` "
        "the benchmark that is to be reached.",
        "比较的指标（同步、高于、缩小）；用于`at_least`、`more_than`、`at_most`时为应达到的对照指标。",
    ),
    Field(
        "as",
        Sort.CHOICE,
        "How the goal is told from the base, or from `reference` where there is one: as a `difference` "
        "(提高0.9个百分点), a change in `percent` (压减30%), or a multiple, `times` (翻一番 is 2, 达到90% is 0.9). "
        "Of `above` without `reference` the recorded figures are the distance itself; a `narrowing` distance is "
        "otherwise a ratio.",
        "目标如何相对基期（有`reference`时相对该指标）给出：`difference`差值（提高0.9个百分点）、`percent`变化的百分数"
        "（压减30%）、`times`倍数（翻一番为2，达到90%为0.9）。`above`不带`reference`时，录入的数即为差距；"
        "缩小的差距缺省按比值计。",
        choices=_words(As),
    ),
    Field("average", Sort.BOOLEAN, "The goal is an average a year over several years.", "目标为多年年均。"),
    Field("total", Sort.BOOLEAN, "The goal is the change over the whole period.", "目标为全期累计变化。"),
    Field("hold", Sort.BOOLEAN, "It must hold at every moment of the period.", "期内任何时候都须满足。"),
    Field(
        "step",
        Sort.CHOICE,
        "Which figures a held condition is tested on.",
        "检验哪种频率的数据。",
        choices=_words(Rhythm),
    ),
    Field(
        "headline",
        Sort.BOOLEAN,
        "Whether people ask about it first; default as its section says.",
        "是否为主要目标；缺省依所在部分。",
    ),
    Field("scope", Sort.BOOLEAN, "A count of things to be worked on: no pace.", "工作对象的个数，不计进度。"),
    Field("band", Sort.BOOLEAN, "Both ends of the range bind.", "区间两端都是约束。"),
    Field(
        "parts",
        Sort.ID_LIST,
        "A container: the ids of the targets that decide; beside a `relation` the indicators of which it is promised, "
        "each with its figure of `goal` (16:50:34), or all with the same.",
        "由哪些分项目标决定；有`relation`时为若干指标，`goal`依次为各项的数（16:50:34），或各项相同。",
    ),
    Field(
        "by",
        Sort.DEADLINE,
        "The day or month by which it is to be done, inside the period: what comes later does not count, and once the "
        "day has passed without it it is missed. Of a `batch` indicator the date before which nothing is expected.",
        "期内完成的期限（日期或月份）：其后的不计，过期未达到即为未完成。对分批公布的指标，在此日期前不作要求。",
    ),
    Field("tolerance", Sort.POSITIVE, "The tolerance of this target alone, in its unit.", "仅用于本目标的容许范围。"),
    Field("baseline", Sort.PERIOD, "The base, if not the year before the period.", "基期；缺省为时期前一年。"),
    Field(
        "milestones",
        Sort.TABLE_LIST,
        "Goals on the way; the path runs linearly through them.",
        "阶段目标；进度按其间直线计算。",
        table="milestone",
    ),
    Field(
        "stretch",
        Sort.GOAL,
        "A second, softer goal (力争达到10%), told like `goal`; `unstated` for anything better (争取更好结果). "
        "It is judged beside the promise and decides nothing.",
        "力争目标（力争达到10%），写法同`goal`；未给出数字（争取更好结果）用`unstated`。另作判断，不影响结论。",
    ),
    Field(
        "revised",
        Sort.TABLE_LIST,
        "Goals that took its place later, in the order of their days; before its day the one before it stands.",
        "后来调整的目标，依日期先后；该日之前仍按原目标判断。",
        table="revision",
    ),
    Field(
        "condition",
        Sort.TEXT_OR_TABLE,
        "Under which condition it was promised (正常年景下): a text, or a table that tells whether it holds.",
        "承诺的前提条件（正常年景下）：一句话，或注明是否成立的表。",
        table="condition",
    ),
    Field(
        "stated_by",
        Sort.NAME_OR_TEXT,
        "Who must state the figure of an `unstated` goal.",
        "未给出的目标数字由谁下达。",
    ),
    Field("settings", Sort.TABLE, "Cut-offs of this target alone.", "仅用于本目标的判断界限。", table="settings"),
    Field(
        "commitment",
        Sort.CHOICE,
        "How firmly it was promised; default plain.",
        "承诺程度；缺省plain。",
        choices=_words(Commitment),
    ),
    Field("section", Sort.TEXT, "Where the report says it.", "报告中的位置。"),
    Field("wording", Sort.TEXT, "The report's short phrase with the figure.", "报告原文短语（含数字）。"),
    Field("note", Sort.NAME_OR_TEXT, "Doubts, and how it is read.", "疑点与理解。"),
    Field(
        "todo",
        Sort.TEXT,
        "What is still to be decided; until then the verdict is undetermined.",
        "待定事项；定下之前不作结论。",
    ),
)

PHRASE = Fields(
    Field(
        "phrase", Sort.TEXT, "A short phrase of the report that holds a number.", "报告中含数字的短语。", required=True
    ),
    Field(
        "why",
        Sort.TEXT,
        "Why it is neither target nor result, such as date, quoted or context.",
        "为何不是目标或结果。",
        required=True,
    ),
    Field("where", Sort.TEXT, "The section; without it everywhere.", "所在部分；缺省为各处。"),
)

INDICATOR = Fields(
    Field("name", Sort.NAME, "Its name.", "名称。", required=True),
    Field("unit", Sort.NAME_OR_TEXT, "Its unit; may be empty.", "单位；可为空。", required=True, may_be_empty=True),
    Field(
        "measure",
        Sort.CHOICE,
        "How values add up in time.",
        "数值在时间上如何累加。",
        required=True,
        choices=_words(Measure),
    ),
    Field(
        "better",
        Sort.CHOICE,
        "Which way is good, where no relation says it.",
        "何者为优；目标关系未说明时必填。",
        choices=_words(Better),
    ),
    Field("limit", Sort.NUMBER, "A natural bound, for second opinions.", "自然上限（如100），供第二意见使用。"),
    Field("decimals", Sort.WHOLE, "Digits as published, where files lose them.", "公布的小数位数。", low=0, high=12),
    Field("released", Sort.TABLE, "When figures come out.", "何时公布。", table="released"),
    Field(
        "year_starts",
        Sort.WHOLE,
        "The month in which its year begins, 1 to 12; default as the registry says. Its years are written 2026/27.",
        "其年度从几月开始（1至12）；缺省依登记表。年度写作2026/27。",
        low=1,
        high=12,
    ),
    Field("publisher", Sort.NAME_OR_TEXT, "Who publishes them.", "由谁公布。"),
    Field("note", Sort.NAME_OR_TEXT, "Anything a reader should know.", "说明。"),
    Field(
        "profile",
        Sort.CHOICE,
        "How a year normally fills up.",
        "一年中通常如何推进。",
        choices=_words(ProfileKind, without=("milestones",)),
    ),
    Field(
        "shares",
        Sort.SHARES,
        "Cumulative shares of the year by month (12) or quarter (4).",
        "按月（12个）或按季（4个）的累计占比。",
    ),
    Field(
        "outlook",
        Sort.CHOICE,
        "How the year's end is told before it is known; auto takes what was best before.",
        "如何推算全年结果；auto取以往最准的方法。",
        choices=_words(Method),
    ),
    Field(
        "levels", Sort.ID, "The indicator whose last-year months weigh a growth rate.", "以该指标上年各月为增速加权。"
    ),
    Field(
        "index",
        Sort.ID,
        "Of prices: the indicator of their monthly index, a level to a fixed base (`stock`) or the change on the month "
        "before (`mean`, 环比): for 翘尾.",
        "价格指标的月度指数：定基指数（`stock`）或环比（`mean`），用于计算翘尾。",
    ),
    Field(
        "parts_of_sum",
        Sort.IDS,
        "The indicators that add up to this one, rates weighed by their `levels`: for 拉动 and 贡献率.",
        "相加为本指标的各部分，增速以各自的`levels`为权重，用于计算拉动与贡献率。",
    ),
    Field("net", Sort.BOOLEAN, "The flow can fall.", "累计数可能下降。"),
    Field(
        "uneven",
        Sort.BOOLEAN,
        "An even pace misleads and no better course is known; the verdict says so.",
        "按时间均摊会失真，又没有更好的进度可用；结论会注明。",
    ),
    Field("todo", Sort.TEXT, "What is still to be decided about it.", "此指标的待定事项。"),
    Field("targets", Sort.TABLE_LIST, "What was promised for it.", "目标。", table="target", may_be_empty=True),
)

TOP = Fields(
    Field("schema", Sort.WHOLE, "The version of this format: 1.", "格式版本：1。", required=True, low=1, high=1),
    Field("title", Sort.NAME, "The title of the registry.", "标题。", required=True),
    Field("source", Sort.TABLE, "The report that the targets are taken from.", "目标出处。", table="source"),
    Field(
        "year_starts",
        Sort.WHOLE,
        "The month in which the year of all indicators begins, 1 to 12; default 1. Such years are written 2026/27.",
        "所有指标的年度从几月开始（1至12）；缺省1。年度写作2026/27。",
        low=1,
        high=12,
    ),
    Field("sections", Sort.SECTIONS, "The report's sections, in order.", "报告各部分，依次序。"),
    Field("settings", Sort.TABLE, "Cut-offs for all targets.", "全部目标的判断界限。", table="settings"),
    Field(
        "names",
        Sort.TABLE_LIST,
        "Phrases with numbers that are neither targets nor results.",
        "含数字但不是目标或结果的用语。",
        table="phrase",
        may_be_empty=True,
    ),
    Field("todo", Sort.ANYTHING, "Reserved: what is still to be decided.", "保留：待定事项。"),
    Field(
        "indicators",
        Sort.TABLES_BY_ID,
        "What is measured, by id.",
        "指标，以编号为键。",
        required=True,
        table="indicator",
    ),
)

TABLES: dict[str, Fields] = {
    "top": TOP,
    "source": SOURCE,
    "settings": SETTINGS,
    "indicator": INDICATOR,
    "released": _RELEASED,
    "target": TARGET,
    "milestone": MILESTONE,
    "revision": _REVISION,
    "condition": CONDITION,
    "name": NAME_FIELDS,
    "section": SECTION,
    "phrase": PHRASE,
}

INDICATOR_ID = r"[a-z][a-z0-9-]*"
_YEAR = r"[0-9]{4}(/[0-9]{2}([0-9]{2})?)?"
_SINGLE = rf"{_YEAR}(-([0-9]{{2}}|Q[1-4]|H[12]|{_YEAR}))?"
PERIOD_PATTERN = rf"{_SINGLE}(\.\.{_SINGLE})?"
TARGET_ID = rf"{INDICATOR_ID}(@{PERIOD_PATTERN})?(/[a-z0-9-]+)?"
"""The forms of periods and ids, as editors check them."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD = frozenset(_LETTERS + "0123456789-")


def is_indicator_id(text: str) -> bool:
    """Whether a text has the form of an indicator's id."""
    return text[:1] in _LETTERS and text != "" and _WORD.issuperset(text)


def is_target_id(text: str) -> bool:
    """Whether a text has the form of a target's id: `gdp@2026`, `gdp@2026-2030/above`, `rain@2026/27-Q1`."""
    if is_indicator_id(text):
        return True
    import re

    return re.fullmatch(TARGET_ID, text) is not None
