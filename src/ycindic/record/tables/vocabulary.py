"""Which words do offices and portals write, and what do they mean?

All words are plain, as `plain` makes them: no blanks, small letters, one kind of dash.
"""

from __future__ import annotations

import re
import unicodedata

from ycindic.domain.called import BASIS_WORDS, meanings, words_of


def plain_word(text: str) -> str:
    """Full-width signs as plain ones, every kind of dash as one, no blanks, small letters."""
    if text.isascii():
        return re.sub(r"[-~]+", "-", "".join(text.split())).casefold()
    text = unicodedata.normalize("NFKC", text)
    return re.sub(r"[-\u2010-\u2015\u2212\u2500~〜～]+", "-", "".join(text.split())).casefold()


def _set(words: str) -> frozenset[str]:
    return frozenset(words_of(words))


SINGLE_MONTH = frozenset(one for one in BASIS_WORDS if "月" in one or "month" in one)
SINGLE_QUARTER = frozenset(one for one in BASIS_WORDS if "季" in one or "quarter" in one)
"""Of the words for a period alone those that say how long it is."""

VALUE_WORDS = _set(
    """绝对量 绝对额 绝对值 绝对数 绝对数值 完成数 完成值 完成额 完成量 完成情况 实际完成 基期 基期值 基数 本期数
    本期值 本期实际 actual obs_value obsvalue observationvalue"""
)
"""Words that say only that figures stand below, wherever they stand."""

BARE_VALUE_WORDS = _set(
    """value values 数值 值 数据 实际 实际值 实际数 完成 实绩 数 总量 总额 数量 数额 金额 额 余额 指标值 统计值
    amount level 本期 本年 今年 figure figures actual number"""
)
"""The same, but only where nothing else is left: 总额 may belong to a name."""

RATE_WORDS = _set(
    """同比 同比增长 同比增速 同比增幅 同比增长率 同比增减 同比± 同比增减率 同比变动 同比变化 同比增长速度
    同比涨跌 同比涨跌幅 同比涨幅 增长 增速 增幅 增长率 增长速度 增减率 涨幅 涨跌幅 ± 比上年增长 比上年同期增长
    比去年增长 比去年同期增长 较上年增长 较上年同期增长 较去年同期增长 比上年同期± 比上年± 比同期增长 比同期±
    与上年同期相比 比上年同期增减 比上年增减 比去年同期增减 比上年同月增长 yoy y/y y-o-y yearonyear year-on-year
    yoygrowth yoychange growth growthrate rateofgrowth annualgrowth annualgrowthrate year-on-yeargrowth
    year-on-yearchange yearonyeargrowth yearonyearchange changeonayearearlier changefromayearearlier
    changeonyear changeontheyear changeonayear onayearearlier"""
)
"""Words of a column of per cent that says how the amounts beside it grew on the year before."""
RATE_ENDINGS = words_of("增长 增速 增幅 增长率 增长速度 同比增长 同比增速 涨幅 同比涨幅 涨跌幅 growth growthrate rise")
"""How the indicator of such a rate is called: as the amount, with one of these behind it."""
REAL, NOMINAL = ("实际增长", "实际增速", "可比价增长", "可比增长"), ("名义增长", "名义增速")
"""Growth without and with that of prices; the remark in brackets of a name says which one it is."""

LAST_YEAR_WORDS = _set(
    """上年同期 去年同期 上年同月 去年同月 上年同期数 去年同期数 上年同期值 上年同期累计 去年同期累计 上年累计
    去年累计 上年同期完成 同期数 上年同期实际 同期 上年同季 去年同季 上年本月 去年本月 上年当月 去年当月
    上年本季 sameperiodlastyear sameperiodofpreviousyear previousyear yearearlier ayearearlier lastyear"""
)
"""The amount a year before."""
LAST_YEAR_ONLY = _set("上年 去年 上年数 上年实际 去年实际 上年完成")
"""The year before: its same months, or the whole of it."""

NO_STAGE = _set("""a b c d e i n s u normal 正常 正式 est. estimated""")
"""Flags of databases that say nothing of how final a figure is."""

OFFICE_COLUMNS = _set(
    """责任单位 责任部门 牵头单位 牵头部门 主管部门 主管单位 主责单位 主责部门 承办单位 承办部门 实施单位 落实单位
    牵头责任单位 填报单位 填报部门 报数单位 报送单位 报送部门"""
)
"""How a column of offices is headed."""

COLUMN_WORDS = meanings(
    indicator="""indicator id 指标 指标名称 指标编号 编号 名称 项目 项目名称 指标项 统计指标 主要指标 指标内容
            indicatorname series seriesname variable item""",
    period="""period 时期 期间 期 月份 时间 报告期 时点 年份 年度 年 季度 日期 月 年月 统计时间 统计月份 统计期
            所属时期 数据时间 数据期 报告时间 date year month quarter time time_period timeperiod
            observation_date observationdate ref_date refdate refperiod""",
    basis="basis 口径",
    published="published 公布日期 发布日期 发布时间 公布时间 releasedate publicationdate",
    stage="stage 阶段 状态 数据状态 status obs_status obsstatus obs_flag flag flags",
    bound="bound",
    source="source 来源 数据来源 资料来源",
    note="note notes 备注 说明 注 脚注 footnote footnotes remark remarks",
    unit="unit units 单位 计量单位 uom unitofmeasure unit_measure",
    scale="scalar_factor scalarfactor unit_mult unitmult scale multiplier 数量级 倍数",
    value="value 数值 obs_value obsvalue 指标值 统计值",
) | dict.fromkeys(OFFICE_COLUMNS | set(words_of("序号 no no. # 行次 序 代码 行号 责任人 联系人 联系电话")), "-")
"""What a column is called; `-` is one that is left out without a word."""

ABOUT_COLUMNS = meanings(
    unit="单位 unit units 计量单位",
    other="""频率 频度 frequency freq 来源 数据来源 source 更新时间 最后更新 更新日期 lastupdated updated 国家 地区
        指标id 指标代码 指标编码 id seriesid 起始时间 结束时间 时间区间 状态""",
)
"""Lines below the names of a database's columns, by what they tell."""

TIME_WORDS = frozenset(word for word, meaning in COLUMN_WORDS.items() if meaning == "period")
YEAR_COLUMNS, MONTH_COLUMNS, QUARTER_COLUMNS = (
    _set("年份 年度 年 year"),
    _set("月份 月 month"),
    _set("季度 季 quarter"),
)
"""Columns whose plain numbers are years, months and quarters."""

SCALES = {
    word: int(power)
    for word, power in (
        ("units", 0), ("unit", 0), ("个", 0), ("tens", 1), ("hundreds", 2), ("thousands", 3), ("thousand", 3),
        ("千", 3), ("万", 4), ("millions", 6), ("million", 6), ("百万", 6), ("亿", 8), ("billions", 9), ("billion", 9),
        ("十亿", 9), ("trillions", 12), ("trillion", 12), ("0", 0), ("1", 1), ("2", 2), ("3", 3), ("6", 6), ("9", 9),
        ("12", 12),
    )
}  # fmt: skip
"""Words of a column that says by which power of ten its figures are to be multiplied."""

NO_FIGURE = _set(
    r"""- -- --- … ...... ... .. . : / \ · * ** *** x (x) na n/a n.a. n.a nan null nil #n/a #n/a! nd n.d. <na>
    未公布 待公布 暂无 无数据 无 缺 空缺 暂缺 不详 未统计 未报 暂未公布 尚未公布 未出 未发布 notavailable
    notapplicable"""
) | {""}
"""What stands in a cell without a figure."""

_OF_DAY = r"(?:日期|时间|时点|日|于|于:)?:?(?:date|on|:)*$"
RELEASED = re.compile(
    r"(?:发布|公布|releasedate|dateofrelease|released|publicationdate|dateofpublication|published)" + _OF_DAY
)
"""What stands before the day on which a table was published."""
_DAY_WORDS = """制表 打印 更新 填报 填表 报送 报出 上报 导出 下载 检索 查询 生成 录入 审核 印发 成文 编制 报告
    update updated updatedat retrieved retrieval accessed accessedon printed exported generated created downloaded
    prepared lastmodified"""
OTHER_DAY = re.compile(f"(?:{'|'.join(_DAY_WORDS.split())})" + _OF_DAY + "|^日期:?$|^date:$")
"""What stands before other days, which are no period."""
TIME_LABELS = words_of("时间 时期 期间 报告期 月份 年份 年度 季度 统计期 period month year quarter time")
"""What stands before the colon of a line that names the time of a whole table."""
NOTES = words_of(
    """注: 注 说明: 数据来源: 资料来源: 来源: 数据库: source: datasource note: notes: * 备注: 时间:最近 联系人 联系电话
    电话 审核人 负责人 填表人 制表人 填报人 单位负责人 年鉴 地区:"""
)
"""How lines begin that say nothing of the figures."""

FORM_LABEL = re.compile(
    r"(?:(?:填报|填表|报送|报出|上报|编制|制表|制定|批准|责任|牵头|主管)?(?:单位|部门|机关)|计量单位"
    r"|(?:填表|填报|制表|审核|复核|负责|联系|经办)人|(?:单位|统计|部门)负责人|联系(?:电话|方式)|电话|手机|传真|邮箱"
    r"|(?:填报|填表|制表|报送|报出)?(?:日期|时间)|表号|文号|批准文号|有效期至?)(?:\([^()]{1,8}\))?:"
)
"""How the cells of a line begin that tells of the form itself: who filled it in, when, in which unit."""

TOTAL = ("全市", "合计", "总计", "全市合计", "全市总计", "总体")
"""A row of all places together."""
OURS = ("全市", "我市", "本市")
"""Words that may stand before any name of a city's own."""

PARTS_OF = {
    whole: words_of(parts)
    for wholes, parts in (
        ("地区生产总值 国内生产总值 生产总值 gdp", "增加值"),
        ("固定资产投资 固定资产投资额 全社会固定资产投资", "投资"),
        ("社会消费品零售总额", "零售 餐饮收入"),
        ("进出口总额 外贸进出口总额 货物进出口总额", "出口 进口"),
        ("一般公共预算收入 财政总收入", "税收 收入"),
        ("一般公共预算支出", "支出"),
        ("居民人均可支配收入 全体居民人均可支配收入", "人均可支配收入"),
        ("规模以上工业增加值", "增加值"),
    )
    for whole in words_of(wholes)
}
"""Amounts of everything of a kind, and what their parts are called: 民间投资 below 固定资产投资 is 民间投资."""
PLANS = ("计划", "目标", "任务", "预算数", "预计", "预测", "plan", "target", "forecast", "budgeted")
DONE = ("完成", "执行", "进展", "实现", "进度", "情况", "progress", "actual")
"""Words of a title that speaks of plans, and those that say it speaks of what became of them."""
