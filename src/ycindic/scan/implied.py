"""Which clauses promise without a figure: all, none, in step with, above, falling, done by a date?"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ycindic.domain.relation import Relation
from ycindic.scan.finding import Confidence
from ycindic.scan.numerals import whole_number
from ycindic.scan.seen import EDGES

_DONE = (
    r"(?:基本|全面|全部|顺利|正式|如期|主体)?(?:建成|完工|竣工|投用|通车|开工|投产|交付|投运|启用|"
    r"完成|开业|贯通|通水|封顶|达产|运营|开通|建成投用|建成通车)"
)
_BY = (
    r"(?P<by>年内|年底前?|年末前?|(?P<m>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:底|末|中旬|上旬|"
    r"份)?前?|上半年(?:前|底前)?|(?:第?(?P<q>[一二三四])季度)(?:末|底)?前?|国庆前|国庆节前|春节前|"
    r"(?:主?汛期|采暖期|供暖期|采暖季|供暖季|入冬|雨季)前|五一前|七一前|元旦前)"
)
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


class _Rule(NamedTuple):
    id: str
    pattern: re.Pattern[str]
    relation: Relation
    sure: Confidence = Confidence.MEDIUM
    anywhere: bool = True
    """Whether it counts outside the sentence that lists the year's targets."""
    unless: re.Pattern[str] | None = None
    """What in the clause makes it mere work."""


_WORK = re.compile(r"^(?:\w{0,4})(?:推进|推动|加强|促进|加快|推行|探索|鼓励|引导|支持|健全|完善|开展|加大)")
_OVERSIGHT = re.compile(r"审计|监督|监管|督导|督查|巡察|^(?:\w{0,4})(?:推进|推动|促进|加快|推行|探索|力促)")
RULES: tuple[_Rule, ...] = (
    _Rule(
        "by-date", re.compile(_BY + rf"(?:\w{{0,10}}?){_DONE}"), Relation.ALL, unless=re.compile(r"力争尽早|前期工作$")
    ),
    _Rule(
        "tasks",
        re.compile(
            r"(?:完成|达到|实现)(?:国家|省|市|上级|省市)(?:委|里)?(?:下达|定|控|考核)\w{0,6}(?:任务|目标|指标|"
            r"要求)"
        ),
        Relation.ALL,
    ),
    _Rule(
        "full-cover", re.compile(r"(?:全覆盖|全域(?:基本)?覆盖|基本覆盖|应保尽保率)"), Relation.ALL, unless=_OVERSIGHT
    ),
    _Rule(
        "out-of-poverty",
        re.compile(r"(?:贫困(?:人口|县|村|户)|低收入\w{0,4})\w{0,6}(?:脱贫|摘帽|出列|退出)"),
        Relation.ALL,
        unless=_WORK,
    ),
    _Rule(
        "done-all",
        re.compile(
            r"(?:(?:全面|不折不扣|按期|坚决|如期|确保)(?:完成|建成|达标)|全部\w{0,4}(?:完成|建成|达标|摘帽|"
            r"到位|交付|办结|投用))(?!的|了)"
        ),
        Relation.ALL,
        unless=re.compile(r"小康|现代化|强[国省市县]$|划定|攻坚战"),
    ),
    _Rule("civil-list", re.compile(r"(?:全面落实|全部完成|全面完成|确保完成)\w{0,8}民生(?:实事|工程)"), Relation.ALL),
    _Rule(
        "no-event",
        re.compile(
            r"(?:(?:坚决)?(?:杜绝|遏制)[\w“”、]{0,12}(?:事故|隐性债务|非农化”?|非粮化”?|案件|"
            r"事件)(?:的)?(?:发生)?|(?:不|未)发生[\w、]{2,14}|严防\w{0,4}新增\w{2,14}|零新增)"
        ),
        Relation.NONE,
        unless=re.compile(r"防范化解"),
    ),
    _Rule("zero", re.compile(r"(?:动态)?清零|归零"), Relation.NONE),
    _Rule("no-growth", re.compile(r"严格控制\w{2,8}(?:增量|新增)"), Relation.NONE),
    _Rule(
        "line",
        re.compile(r"(?:严守|守牢|守住|兜牢|兜住)[\w“”、]{2,14}(?:红线|底线)"),
        Relation.ALL,
        unless=re.compile(r"不发生|法律|纪律|道德|廉"),
    ),
    _Rule(
        "in-step",
        re.compile(r"(?:与|和|同)(?P<ref>\w{2,10}?)(?:保持|基本|实现)*同步(?:增长|提高)?(?=$|[,。;、!]|基本实现|实现)"),
        Relation.IN_STEP,
        Confidence.HIGH,
        unless=_WORK,
    ),
    _Rule(
        "above",
        re.compile(
            rf"(?:高于|快于|跑赢|好于|优于|大于)(?P<ref>{_BENCH}[\w、]{{0,8}}?(?:平均水平|平均|增速|增长|增幅|"
            rf"水平|以上)?)(?=$|[,。;!])"
        ),
        Relation.ABOVE,
        Confidence.HIGH,
    ),
    _Rule("not-below", re.compile(rf"不低于(?P<ref>{_BENCH}\w{{0,6}})(?=$|[,。;!])"), Relation.ABOVE),
    _Rule(
        "gap",
        re.compile(r"(?:与)?(?P<ref>全国|全省|全市)?[\w、]{0,10}差距(?:明显|进一步|持续|逐步|不断|显著)*缩小"),
        Relation.NARROWING,
        unless=_WORK,
    ),
    _Rule(
        "falls",
        re.compile(
            r"(?:污染物|能耗|浓度|排放|排放量|事故|死亡人数|总量|事故起数|数量|发案|税负|"
            r"强度)[\w().]{0,6}?(?:继续|持续|进一步|稳步|逐步|逐年|不断|双)[”“]?(?:下降|减少|降低|改善)(?=$|"
            r"[,。;!”])"
        ),
        Relation.FALLING,
    ),
    _Rule("only-down", re.compile(r"只减不增|只降不升"), Relation.AT_MOST),
    _Rule("only-up", re.compile(r"只增不减|只升不降"), Relation.AT_LEAST),
    _Rule("keeps-worth", re.compile(r"确保\w{2,8}保值增值"), Relation.AT_LEAST),
    _Rule("doubles", re.compile(r"(?:实现|力争|确保|再|总量|规模|收入)翻番"), Relation.AT_LEAST),
    _Rule("balance", re.compile(r"国际收支(?:保持)?基本平衡"), Relation.ABOUT, anywhere=False),
    _Rule(
        "better",
        re.compile(
            r"(?:回稳向好|稳中向好|促稳提质|保稳提质|稳步提升|稳中提质|量稳质升|持续改善|稳定改善|明显改善|"
            r"持续提升|稳步提高|持续增长|稳定增长)(?=$|[,。;!])"
        ),
        Relation.RISING,
        anywhere=False,
    ),
    _Rule(
        "measured-rise",
        re.compile(
            r"^(?:进一步|持续|稳步|着力|不断|有效|大力)*(?:提高|提升|增加|增强)[\w“”、]{1,14}?"
            r"(?:[落配利转化就入覆普巩毛](?:地|套|用|化|业|学|盖|及|固)*率|产出比|学位(?:供给)?|水质)(?=$|[,。;!])"
        ),
        Relation.RISING,
        Confidence.LOW,
    ),
    _Rule("plain-work", re.compile(r"^完成[\w、]{4,24}(?:建设|改造)$"), Relation.ALL, Confidence.LOW),
    _Rule(
        "measured-fall",
        re.compile(
            r"^(?:进一步|持续|稳步|有效|切实)*(?:降低|减少|压减)[\w“”、]{2,14}?(?:能耗(?:水平)?|事故|排放|负债率)(?=$|[,。;!])"
        ),
        Relation.FALLING,
        Confidence.LOW,
    ),
    _Rule(
        "base-held",
        re.compile(r"稳住\w{2,6}基本盘|加密\w{2,6}航线|(?:参保|医保|社保)\w{0,2}扩面|\w{2,6}减量提质"),
        Relation.RISING,
        Confidence.LOW,
    ),
    _Rule("places-up", re.compile(r"(?:位次|排名)(?:前移|进位|再前移|提升)"), Relation.RISING),
)
_MEASURED = (
    r"(?:率|比重|占比|比例|总量|规模|效益|学位|事故|航线|能耗|水平|效率|水质|基本盘|差距|产出比|收入|排放|成本|数量)"
)
DIRECTIONS: tuple[_Rule, ...] = (
    _Rule(
        "direction",
        re.compile(
            rf"(?:提高|提升|增加|扩大|加密|稳住|增强)[\w“”、]{{0,16}}?{_MEASURED}"
            rf"|{_MEASURED}(?:显著|大幅|明显|持续|进一步|稳步|不断)*(?:提升|提高|上升|增强|扩大)(?=$|[,。;])|扩面"
        ),
        Relation.RISING,
        Confidence.LOW,
    ),
    _Rule(
        "direction-down",
        re.compile(
            rf"(?:降低|减少|压减|缩小)[\w“”、]{{0,16}}?{_MEASURED}"
            rf"|{_MEASURED}(?:显著|大幅|明显|持续|进一步|稳步|不断)*(?:下降|缩小|减少)(?=$|[,。;])|减量"
        ),
        Relation.FALLING,
        Confidence.LOW,
    ),
)
"""Promises so weak that readers of reports disagree about them; looked for where a registry is proven complete."""
TRIGGER = re.compile(
    r"年内|年底|年末|月|季度|国庆|春节|[期季冬]前|上半年|下达|省定|市定|覆盖|贫困|完成|建成|达标|民生|事故|"
    r"债务|化”|发生|严防|清零|归零|零新增|增量|红线|底线|同步|高于|快于|跑赢|好于|优于|不低于|差距|"
    r"下降|减少|基本盘|航线|扩面|减量|增加|增强|压减|降低|改善|只减|只降|只增|只升|保值|翻番|平衡|向好|提质|提升|提高|增长|质升|位次|排名"
)
_CLAUSE = re.compile(r"[^,。;:!?]+")


def implied(text: str, start: int, end: int, *, headline: bool, weak: bool = False) -> Iterator[Implied]:
    """The promises without a figure of a sentence, at most one a clause but for dates."""
    reached = start
    while reached < end:
        spoken = None if weak else TRIGGER.search(text, reached, end)
        if not weak and spoken is None:
            return
        begin = max(reached, *[text.rfind(edge, reached, spoken.start()) + 1 for edge in EDGES]) if spoken else reached
        clause = _CLAUSE.search(text, begin, end)
        if clause is None:
            return
        reached = clause.end()
        words = clause.group()
        if len(words) < 4:
            continue
        for rule in (*RULES, *DIRECTIONS) if weak else RULES:
            first = rule.pattern.search(words)
            if first is None or not (rule.anywhere or headline) or (rule.unless and rule.unless.search(words)):
                continue
            for found in rule.pattern.finditer(words) if rule.id == "by-date" else (first,):
                groups = found.groupdict()
                by = _deadline(groups) if rule.id == "by-date" else ""
                yield Implied(
                    clause.start() + found.start(),
                    clause.start() + found.end(),
                    rule.id,
                    rule.relation,
                    rule.sure,
                    groups.get("ref") or "",
                    by,
                )
            break


def _deadline(groups: dict[str, str | None]) -> str:
    """The last day of the month that a deadline names, without its year: `06-30`."""
    word = groups.get("by") or ""
    month = 12
    if groups.get("m"):
        text = groups["m"] or ""
        month = int(text) if text.isdecimal() else whole_number(text) or 12
        month = month if 1 <= month <= 12 else 12
    elif groups.get("q"):
        month = 3 * (whole_number(groups["q"] or "") or 4)
    elif word.startswith("上半年"):
        month = 6
    elif word.startswith("国庆"):
        month = 9
    elif word.startswith(("五一",)):
        month = 4
    elif word.startswith("七一"):
        month = 6
    elif word.startswith(("春节", "元旦", "汛期", "主汛期", "采暖", "供暖", "入冬", "雨季")):
        return ""
    last = date(2001 + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return f"{last:%m-%d}"
