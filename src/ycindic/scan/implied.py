"""Which clauses promise without a figure: all, none, in step with, above, falling, done by a date?"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ycindic.domain.relation import Relation
from ycindic.scan.deadline import DEADLINE, DONE_BY, last_day_named
from ycindic.scan.finding import Confidence
from ycindic.scan.seen import EDGE, EDGES, Sentence

_MEASURES = r"(?:总量|增速|增幅|收入|投资|指数|[率额值]|比重|占比|实力|规模|水平|满意度|指标|产量|质量|排名|位次)"
_BENCH = r"(?:全国|全省|全市|全区|经济|周边|上年|去年|国家|省|市|GDP|地区生产总值|同类|城镇居民|城镇)"


class Implied(NamedTuple):
    """A promise without a figure: where its words stand, which rule saw it, what it promises of what."""

    start: int
    end: int
    rule: str
    relation: Relation
    sure: Confidence
    reference: str = ""
    by: str = ""
    value: int | None = None
    unit: str = ""


class _Rule(NamedTuple):
    id: str
    words: str
    """The words of which one stands wherever the pattern is met: the others are not tried there."""
    pattern: re.Pattern[str]
    relation: Relation
    sure: Confidence = Confidence.MEDIUM
    anywhere: bool = True
    """Whether it counts outside the sentence that lists the year's targets."""
    unless: re.Pattern[str] | None = None
    """What in the clause makes it mere work."""
    value: int | None = None
    unit: str = ""


_WORK = re.compile(r"^(?:\w{0,4})(?:推进|推动|加强|促进|加快|推行|探索|鼓励|引导|支持|健全|完善|开展|加大)")
_OVERSIGHT = re.compile(r"审计|监督|监管|督导|督查|巡察|^(?:\w{0,4})(?:推进|推动|促进|加快|推行|探索|力促)")
_IMPLIED_RULES: tuple[_Rule, ...] = (
    _Rule(
        "by-date",
        "年内 年底 年末 月 半年 季度 国庆 春节 汛期 采暖 供暖 入冬 雨季 秋季 五一 七一 元旦",
        re.compile(rf"{DEADLINE}(?:\w{{0,10}}?){DONE_BY}"),
        Relation.ALL,
        unless=re.compile(r"力争尽早|前期工作$"),
    ),
    _Rule(
        "tasks",
        "任务 目标 指标 要求",
        re.compile(
            r"(?:完成|达到|实现)(?:国家|省|市|上级|省市)(?:委|里|政府|委市政府|、市)?(?:下达|定|控|考核)\w{0,14}?(?:任务|目标|指标|"
            r"要求)"
        ),
        Relation.ALL,
    ),
    _Rule(
        "full-cover",
        "覆盖 应保",
        re.compile(r"(?:全覆盖|全域(?:基本)?覆盖|基本覆盖|应保尽保率)"),
        Relation.ALL,
        unless=_OVERSIGHT,
    ),
    _Rule(
        "out-of-poverty",
        "贫困 低收入",
        re.compile(r"(?:贫困(?:人口|县|村|户)|低收入\w{0,4})\w{0,6}(?:脱贫|摘帽|出列|退出)"),
        Relation.ALL,
        unless=_WORK,
    ),
    _Rule(
        "done-all",
        "完成 建成 达标 全部",
        re.compile(
            r"(?:(?:全面|不折不扣|按期|坚决|如期|确保)(?:完成|建成|达标)|全部\w{0,4}(?:完成|建成|达标|摘帽|"
            r"到位|交付|办结|投用|退出|开工|投产|竣工|通车|脱贫|出列|销号|取缔|关停|消除|清除))(?!的|了)"
        ),
        Relation.ALL,
        unless=re.compile(r"小康|现代化|强[国省市县]$|划定|攻坚战"),
    ),
    _Rule(
        "civil-list",
        "民生",
        re.compile(r"(?:全面落实|全部完成|全面完成|确保完成)\w{0,8}民生(?:实事|工程)"),
        Relation.ALL,
    ),
    _Rule(
        "no-event",
        "杜绝 遏制 发生 严防 零新增 事故",
        re.compile(
            r"(?:(?:坚决)?(?:杜绝|遏制)[\w“”、]{0,12}(?:事故|隐性债务|非农化”?|非粮化”?|案件|"
            r"事件)(?:的)?(?:发生)?|(?:不|未)发生[\w、]{2,14}|严防\w{0,4}新增\w{2,14}|零新增|"
            r"(?:确保|实现)\w{0,6}无\w{0,2}(?:重大|较大|重特大)\w{0,8}事故)"
        ),
        Relation.NONE,
        unless=re.compile(r"防范化解"),
    ),
    _Rule("zero", "清零 归零", re.compile(r"(?:动态)?清零|归零"), Relation.NONE),
    _Rule(
        "wiped-out",
        "消除",
        re.compile(r"(?:全面|全部|基本|彻底|动态)消除\w{2,14}|消除零就业家庭"),
        Relation.NONE,
        unless=re.compile(r"隐患|影响|障碍|壁垒|贫困"),
    ),
    _Rule(
        "peak",
        "达峰 峰值",
        re.compile(r"(?:年|前|如期|确保|力争|实现)\w{0,12}(?:碳?达峰|达到峰值)(?!行动|方案|工作|试点|碳中和|目标)"),
        Relation.TURNING,
    ),
    _Rule("turns", "由负 由降", re.compile(r"(?:由负转正|由降转[增升])"), Relation.MORE_THAN, value=0, unit="%"),
    _Rule("turns-up", "止跌 扭亏 扭转", re.compile(r"止跌回[升稳]|扭亏为盈|扭转下滑"), Relation.RISING, anywhere=False),
    _Rule(
        "front",
        "前列 方阵 梯队 前茅 上游",
        re.compile(
            rf"{_MEASURES}\w{{0,10}}?(?:位居|稳居|居|位列|进入|跻身|保持在?|处于|迈入|走在|力争)+\w{{0,2}}"
            r"(?:全[国省市县区州]|中?[西东中]部|国内|省内|同类\w{0,4})\w{0,6}?(?:前列|第一方阵|第一梯队|前茅|上游)"
        ),
        Relation.AT_MOST,
        unit="位",
    ),
    _Rule(
        "steady",
        "稳定",
        re.compile(
            r"(?:价格|物价|就业|房价|[汇利]率|外资|规模|面积|产量|存栏|总量|收入|进出口|外贸|宏观杠杆率)\w{0,8}?"
            r"(?:基本|总体|大体|保持|维持)稳定(?=$|[,。;、!])"
        ),
        Relation.ABOUT,
        anywhere=False,
    ),
    _Rule("no-growth", "严格控制", re.compile(r"严格控制\w{2,8}(?:增量|新增)"), Relation.NONE),
    _Rule(
        "line",
        "红线 底线",
        re.compile(r"(?:严守|守牢|守住|兜牢|兜住)[\w“”、]{2,14}(?:红线|底线)"),
        Relation.ALL,
        unless=re.compile(r"不发生|法律|纪律|道德|廉"),
    ),
    _Rule(
        "in-step",
        "同步",
        re.compile(r"(?:与|和|同)(?P<ref>\w{2,10}?)(?:保持|基本|实现)*同步(?:增长|提高)?(?=$|[,。;、!]|基本实现|实现)"),
        Relation.IN_STEP,
        Confidence.HIGH,
        unless=_WORK,
    ),
    _Rule(
        "above",
        "高于 快于 跑赢 好于 优于 大于 超过",
        re.compile(
            rf"(?:高于|快于|跑赢|好于|优于|大于)(?P<ref>{_BENCH}[\w、]{{0,8}}?(?:平均水平|平均|增速|增长|增幅|"
            r"水平|以上)?|\w{2,10}(?:增速|增幅|平均水平|平均))(?=$|[,。;、!])"
            r"|超过(?P<ref2>全[国省市]\w{0,6}(?:平均水平|平均))(?=$|[,。;、!])"
        ),
        Relation.ABOVE,
        Confidence.HIGH,
    ),
    _Rule("not-below", "不低于", re.compile(rf"不低于(?P<ref>{_BENCH}\w{{0,6}})(?=$|[,。;!])"), Relation.ABOVE),
    _Rule(
        "gap",
        "差距",
        re.compile(r"(?:与)?(?P<ref>全国|全省|全市)?[\w、]{0,10}差距(?:明显|进一步|持续|逐步|不断|显著)*缩小"),
        Relation.NARROWING,
        unless=_WORK,
    ),
    _Rule(
        "falls",
        "降 减少 改善",
        re.compile(
            r"(?:污染物|能耗|浓度|排放|排放量|事故|死亡人数|总量|事故起数|数量|发案|税负|"
            r"强度)[\w().]{0,6}?[”“]?(?:继续|持续|进一步|稳步|逐步|逐年|不断|双)[”“]?(?:下降|减少|降低|改善|降)(?=$|"
            r"[,。;!”])"
        ),
        Relation.FALLING,
    ),
    _Rule("only-down", "只减 只降", re.compile(r"只减不增|只降不升"), Relation.AT_MOST),
    _Rule("only-up", "只增 只升", re.compile(r"只增不减|只升不降"), Relation.AT_LEAST),
    _Rule("keeps-worth", "保值", re.compile(r"确保\w{2,8}保值增值"), Relation.AT_LEAST),
    _Rule("balance", "平衡", re.compile(r"国际收支(?:保持)?基本平衡"), Relation.ABOUT, anywhere=False),
    _Rule(
        "better",
        "向好 提质 提升 改善 提高 增长 质升",
        re.compile(
            r"(?:回稳向好|稳中向好|促稳提质|保稳提质|稳步提升|稳中提质|量稳质升|持续改善|稳定改善|明显改善|"
            r"持续提升|稳步提高|持续增长|稳定增长)(?=$|[,。;!])"
        ),
        Relation.RISING,
        anywhere=False,
    ),
    _Rule(
        "share-up",
        "提升 提高",
        re.compile(r"(?:占比|规模效益)(?:显著|大幅|明显)(?:提升|提高)(?=$|[,。;!])"),
        Relation.RISING,
        Confidence.LOW,
    ),
    _Rule(
        "measured-rise",
        "提高 提升 增加 增强",
        re.compile(
            r"^(?:进一步|持续|稳步|着力|不断|有效|大力)*(?:提高|提升|增加|增强)[\w“”、]{1,14}?"
            r"(?:[落配利转化就入覆普巩毛](?:地|套|用|化|业|学|盖|及|固)*率|产出比|学位(?:供给)?|水质)(?=$|[,。;!])"
        ),
        Relation.RISING,
        Confidence.LOW,
    ),
    _Rule("plain-work", "完成", re.compile(r"^完成[\w、]{4,24}(?:建设|改造)$"), Relation.ALL, Confidence.LOW),
    _Rule(
        "measured-fall",
        "降 减少 压减",
        re.compile(
            r"^(?:进一步|持续|稳步|有效|切实)*(?:降低|减少|压减)[\w“”、]{2,14}?(?:能耗(?:水平)?|事故|排放|负债率)(?=$|[,。;!])"
        ),
        Relation.FALLING,
        Confidence.LOW,
    ),
    _Rule(
        "base-held",
        "基本盘 航线 扩面 减量",
        re.compile(r"稳住\w{2,6}基本盘|加密\w{2,6}航线|(?:参保|医保|社保)\w{0,2}扩面|\w{2,6}减量提质"),
        Relation.RISING,
        Confidence.LOW,
    ),
    _Rule(
        "title",
        "创 晋升 升格 获批",
        re.compile(r"(?:力争|确保|争取|努力)\w{0,14}?(?:创建成为|创成|成功创建|创建为|晋升为|升格为|获批)\w{2,16}"),
        Relation.ALL,
        Confidence.LOW,
    ),
    _Rule("places-up", "位次 排名", re.compile(r"(?:位次|排名)(?:前移|进位|再前移|提升)"), Relation.RISING),
)
_MEASURED = (
    r"(?:率|比重|占比|比例|总量|规模|效益|学位|事故|航线|能耗|水平|效率|水质|基本盘|差距|产出比|收入|排放|成本|数量)"
)
_DIRECTIONS: tuple[_Rule, ...] = (
    _Rule(
        "direction",
        "",
        re.compile(
            rf"(?:提高|提升|增加|扩大|加密|稳住|增强)[\w“”、]{{0,16}}?{_MEASURED}"
            rf"|{_MEASURED}(?:显著|大幅|明显|持续|进一步|稳步|不断)*(?:提升|提高|上升|增强|扩大)(?=$|[,。;])|扩面"
        ),
        Relation.RISING,
        Confidence.LOW,
    ),
    _Rule(
        "direction-down",
        "",
        re.compile(
            rf"(?:降低|减少|压减|缩小)[\w“”、]{{0,16}}?{_MEASURED}"
            rf"|{_MEASURED}(?:显著|大幅|明显|持续|进一步|稳步|不断)*(?:下降|缩小|减少)(?=$|[,。;])|减量"
        ),
        Relation.FALLING,
        Confidence.LOW,
    ),
)
"""Promises so weak that readers of reports disagree about them; looked for where a registry is proven complete."""
_WORDS = sorted({word for rule in _IMPLIED_RULES for word in rule.words.split()}, key=len, reverse=True)
_SPOKEN = {word: frozenset(i for i, rule in enumerate(_IMPLIED_RULES) if word in rule.words.split()) for word in _WORDS}

_TRIGGER = re.compile("|".join(_WORDS))
"""What some rule needs."""
_CLAUSE = re.compile(f"[^{EDGES}]+")
_SHORTEST = 4
"""A shorter clause promises nothing."""


def first_spoken(text: str, sentence: Sentence, *, weak: bool) -> int | None:
    """Where the first clause of a sentence may promise without a figure: anywhere for a mere direction."""
    if weak:
        return sentence.start
    found = _TRIGGER.search(text, sentence.start, sentence.end)
    return found.start() if found else None


def implied(text: str, sentence: Sentence, spoken: int, *, headline: bool, weak: bool) -> Iterator[Implied]:
    """The promises without a figure of a sentence from its first spoken word on, at most one a clause but for dates."""
    for start, end, rules in _clauses(text, sentence, spoken, weak=weak):
        words = text[start:end]
        for rule in rules if len(words) >= _SHORTEST else ():
            first = rule.pattern.search(words)
            if first is None or not (rule.anywhere or headline) or (rule.unless and rule.unless.search(words)):
                continue
            for found in _apart(rule, words):
                groups = found.groupdict()
                by = last_day_named(groups) if rule.id == "by-date" else ""
                yield Implied(
                    start + found.start(),
                    start + found.end(),
                    rule.id,
                    rule.relation,
                    rule.sure,
                    groups.get("ref") or groups.get("ref2") or "",
                    by,
                    rule.value,
                    rule.unit,
                )
            break


def _clauses(text: str, sentence: Sentence, spoken: int, *, weak: bool) -> Iterator[tuple[int, int, Sequence[_Rule]]]:
    """Where the clauses stand that may promise, and by which rules: those that they have a word of, in their order."""
    if weak:
        for clause in _CLAUSE.finditer(text, sentence.start, sentence.end):
            yield *clause.span(), (*_with_words(tuple(_TRIGGER.findall(clause.group()))), *_DIRECTIONS)
        return
    begin, end = sentence.start, -1
    words: list[str] = []
    for found in _TRIGGER.finditer(text, spoken, sentence.end):
        if found.start() >= end:
            if words:
                yield begin, end, _with_words(tuple(words))
            words = []
            low = max(begin, end)
            begin = max(low, *[text.rfind(edge, low, found.start()) + 1 for edge in EDGES])
            edge = EDGE.search(text, found.end(), sentence.end)
            end = edge.start() if edge else sentence.end
        words.append(found.group())
    if words:
        yield begin, end, _with_words(tuple(words))


@lru_cache(maxsize=1024)
def _with_words(spoken: tuple[str, ...]) -> Sequence[_Rule]:
    said = frozenset[int]().union(*map(_SPOKEN.__getitem__, spoken))
    return [_IMPLIED_RULES[place] for place in sorted(said)]


def _apart(rule: _Rule, words: str) -> Iterator[re.Match[str]]:
    """What a rule finds in a clause: once, or in each part between 、; a deadline wherever it stands."""
    last = -1
    for found in rule.pattern.finditer(words):
        if last < 0 or rule.id == "by-date" or "、" in words[last : found.start() + 1]:
            yield found
        last = found.end()
