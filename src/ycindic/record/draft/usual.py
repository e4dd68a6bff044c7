"""Which indicators does every report name, under which id, and how do their values add up?"""

import re
from typing import NamedTuple

from ycindic.domain.model import Measure
from ycindic.domain.relation import WITH_REFERENCE
from ycindic.scan.finding import Finding
from ycindic.scan.words import base


class _Usual(NamedTuple):
    """A usual indicator: its id, its English name, its measure, its words; `lower` where less is better.

    `near` where a goal about a figure is missed on both sides, unless it is held below.
    """

    id: str
    en: str
    measure: Measure
    words: str
    lower: bool = False
    near: bool = False

    def better(self, one: Finding) -> str:
        """Which way is good of a promise about a figure."""
        if self.near and not _HELD_BELOW.search(one.clause):
            return "near"
        return "lower" if self.lower or "down" in one.modifiers else "higher"

    def is_meant(self, one: Finding) -> bool:
        """Whether a finding says its words, in per cent where it is no amount."""
        percent = one.unit in ("%", "")
        return percent is (self.measure is not Measure.FLOW) and re.search(self.words, one.indicator) is not None


_HELD_BELOW = re.compile(r"控制|稳控|不超过|以内|以下")

_GROWTH, _FLOW, _STOCK, _MEAN = Measure.GROWTH, Measure.FLOW, Measure.STOCK, Measure.MEAN
_USUAL = (
    _Usual("gdp-per-head", "GDP per head", _FLOW, r"人均(?:地区|国内|)生产总值"),
    _Usual("gdp", "GDP growth", _GROWTH, r"^(?:全.)?(?:地区|国内|)生产总值(?:年均)?增长$|^经济(?:年均)?增长$"),
    _Usual("gdp-value", "GDP", _FLOW, r"^(?:全.)?(?:地区|国内|)生产总值$"),
    _Usual("industry", "Growth of industrial value added", _GROWTH, r"^规(?:模以)?上工业增加值(?:年均)?增长$"),
    _Usual("investment", "Growth of fixed-asset investment", _GROWTH, r"^(?:全社会)?固定资产投资(?:年均)?增长$"),
    _Usual("retail", "Growth of retail sales", _GROWTH, r"^社会消费品零售总额(?:年均)?增长$"),
    _Usual("revenue", "Growth of general public budget revenue", _GROWTH, r"^(?:地方)?一般公共预算收入\w*增长$"),
    _Usual("urban-income", "Growth of urban income", _GROWTH, r"^城镇居民人均可支配收入(?:年均)?增长$"),
    _Usual("rural-income", "Growth of rural income", _GROWTH, r"^农村居民人均可支配收入(?:年均)?增长$"),
    _Usual("income", "Growth of residents’ income", _GROWTH, r"^居民人均可支配收入(?:年均)?(?:增长)?$|^居民收入增长$"),
    _Usual("trade", "Growth of imports and exports", _GROWTH, r"^进出口总[额值](?:年均)?增长$"),
    _Usual("prices", "Rise of consumer prices", _MEAN, r"^居民消费价格", lower=True, near=True),
    _Usual("registered-unemployment", "Registered urban unemployment", _STOCK, r"登记失业率", lower=True),
    _Usual("surveyed-unemployment", "Surveyed urban unemployment", _MEAN, r"调查失业率", lower=True),
    _Usual("urban-jobs", "New urban jobs", _FLOW, r"^(?:城镇新增就业|新增城镇就业)"),
    _Usual("grain", "Grain output", _FLOW, r"^粮食(?:总)?产量?$"),
    _Usual(
        "energy-intensity",
        "Energy per unit of GDP",
        _GROWTH,
        r"^(?:万元|单位)(?:地区|国内|)(?:生产总值|GDP)能耗",
        lower=True,
    ),
    _Usual("forest", "Forest cover", _STOCK, r"^森林覆盖率$"),
    _Usual("urbanisation", "Urbanisation", _STOCK, r"^常住人口城镇化率$"),
)

_LEVEL = re.compile(r"率|比重|占比|比例|覆盖|普及|强度|贡献|水平|程度")
_STOCK_WORDS = re.compile(r"总量|里程|保有|面积达|企业达|规模|突破|总数|人口|余额|达到|拓展|数量|平台")
_CHANGE = re.compile(r"增长|下降|增幅|降低|提高|减少|上升|增速|压减|递增|涨幅")


def usual(one: Finding) -> _Usual | None:
    """The usual indicator that a finding speaks of, if its words say it and its unit fits."""
    return next((use for use in _USUAL if use.is_meant(one)), None)


_CONCENTRATION = re.compile(r"(?:[μµ微毫]g|[微毫]?克|mg)/(?:立方米|m[³3]|升|L)", re.IGNORECASE)
"""Units of a concentration: what is measured again and again, and averaged over the year."""
_AVERAGED = re.compile(r"天数(?:比|占)|空气质量|浓度|指数|平均")
_ADDED = re.compile(r"新增|新建|新改扩建|建成|完成|改造|培育|引进|建设|实施|产量|总产|开工|治理|修复|发放|培训|造林")


_AMOUNT = re.compile(
    r"(?:生产总值|GDP|增加值|总产值|产值|投资|投资额|总额|总值|零售额|销售额|营业额|交易额|成交额|营业收入|预算收入|财政收入|税收收入"
    r"|可支配收入|人均收入|居民收入|预算支出|财政支出|支出|税收|进口|出口|进出口|利润|产量|用电量|货运量|客运量|吞吐量|周转量|余额"
    r"|社零|消费品零售|外资|引资|经济总量)$",
    re.IGNORECASE,
)


def is_amount(noun: str) -> bool:
    """Whether a noun is an amount of money or goods, so that a per cent of it can only be how fast it grows."""
    return _AMOUNT.search(noun) is not None


_STANDING = frozenset({"", *"家户个名位人所座处台辆张"})
"""Measure words of what exists, not of what happens."""
_REACHED = re.compile(r"(?:达到?|发展到|增加到|增至|保有|拥有)(?:约|近|了)?$")
_IN_ALL = re.compile(r"累计(?:建成|建有|拥有|培育|认定|达)")
_FIRMS = re.compile(r"(?:企业|公司|主体|工商户|合作社)$")
_HAPPENS = re.compile(
    r"新[增建培认引上开]|净增|接待|就业|服务|惠及|参与|转移|毕业|招[生聘]|办理|帮扶|发展党员|死亡|脱贫|救助|游客"
)


def _stands(one: Finding) -> bool:
    """Whether things are counted that exist: firms, or what a sentence says is reached, or built in all."""
    if base(one.unit) not in _STANDING or "-" in one.period or _HAPPENS.search(one.indicator):
        return False
    if _IN_ALL.search(one.lead):
        return True
    reached = _REACHED.search(one.lead) is not None and bool(one.unit)
    return not _ADDED.search(one.indicator) and (reached or _FIRMS.search(one.indicator) is not None)


def sure_of_measure(one: Finding) -> bool:
    """Whether words or unit say how the values add up; else it is supposed, which a person should hear."""
    found = measure(one)
    if usual(one) or found is Measure.GROWTH or found is Measure.MEAN:
        return True
    if found is Measure.FLOW:
        return _ADDED.search(one.indicator) is not None
    return any(words.search(one.indicator) for words in (_STOCK_WORDS, _LEVEL)) or _REACHED.search(one.lead) is not None


_RATE = re.compile(r"(?:增速|增幅|增长率|增长)$")


def is_held_as_rate(one: Finding) -> bool:
    """Whether a promise without a unit holds a rate against another: a growth, or an amount in step with growth."""
    if one.unit or one.relation not in WITH_REFERENCE:
        return False
    return bool(_RATE.search(one.indicator)) or (is_amount(one.indicator) and bool(_RATE.search(one.reference)))


def measure(one: Finding) -> Measure:
    """How the values of an indicator that is not usual add up, by its words and its unit."""
    if _CONCENTRATION.search(one.unit) or (_AVERAGED.search(one.indicator) and not _CHANGE.search(one.indicator)):
        return Measure.MEAN
    if is_held_as_rate(one):
        return Measure.GROWTH
    if one.unit in ("%", "‰", "个百分点"):
        changes = {"growth", "down", "change", "average"} & {*one.modifiers}
        if changes or (_CHANGE.search(one.indicator) and not _LEVEL.search(one.indicator)):
            return Measure.GROWTH
        return Measure.STOCK
    if _STOCK_WORDS.search(one.indicator) or "rank" in one.modifiers or _stands(one):
        return Measure.STOCK
    return Measure.FLOW
