"""Which figures are names: ordinals, titles, words, codes, sizes, context?"""

import re
from collections.abc import Callable
from typing import NamedTuple

from ycindic.domain.called import words_of
from ycindic.scan import dates
from ycindic.scan.figures import is_digits
from ycindic.scan.finding import Confidence
from ycindic.scan.seen import Seen
from ycindic.scan.words import PERCENT, THINGS, base, sized

_HIGH, _MEDIUM, _LOW = Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW

_MAKING = words_of(
    "新建 建成 新增 建设 新开工 开工 创建 培育 引进 增加 完成 改造 设立 竣工 投产 签约 改扩建 "
    "新改扩建 扩建 新开通 开通 修建 增至 "
    "达到 发展到 增加到 打造 减少 关闭 关停 淘汰 安排 增开 获得 荣获 夺得 创办 实现 认定 落户"
)
_MADE = re.compile("|".join(("抓好", "办好", "新上", "续建", "发展", "扶持", "搞好", *_MAKING)))
_FINISHED = re.compile(
    r"\w{2,14}?(?:年内|年底前?|月底前|上半年|全部|全线|正式)(?:开工|建成|竣工|投产|通车|投用|完工|投入使用)"
)
"""三座大型水库年内开工."""
_ABSTRACT = re.compile(
    r"(?:大|个|项|种|条|类|件|件件)?(?:方面|问题|任务|工作|领域|环节|关键|重点|体系|机制|目标|确保|"
    r"坚持|维护|意识|自信|文明|格局|战略|"
    r"品牌|定位|抓手|结合|阶段|层面|层次|角度|部分|要求|原则|突破|转变|优势|主题|主线|中心|关系|支撑|"
    r"重大|标志|前提|轮子|轮|难题|矛盾|"
    r"市场|不|提升|提高|持续|作用|系统|时期|里程碑|大台阶|台阶|更加|着力|突出|专题|历史|字|人民|一律|"
    r"明显|显著|根本|全面|好|新|转型|"
    r"面貌|循环)"
)
_HEADS = re.compile(
    r"(?:大|个)?(?:方面|主要目标|关键词|着力点|重点方面|难点)|(?:重点|大)?工作(?:[,。:;!]|$)|"
    r"(?:重点|主要|具体|大)?任务(?:[,。:;!]|$)|举措(?::|。|$)"
)
_SLOGAN = re.compile(r"(?:圈|区|带|轴|核|极|廊|基地|园|中心|组团|板块|通道)\(")
_PLANT = re.compile(
    r"[^,。]{0,22}(?:项目|工程|生产线|电站|机组|基地|电厂|厂|变电站|线路|码头|泊位|园区?|水库|场|公园|"
    r"装置|医院|大厦|综合体|平台|中心|"
    r"广场|输变电|专机|客机|线|路|电池|光伏|风电|建筑|系统|小区|企业|产业集群)"
)
_HOLDING = ("吨", "千瓦", "兆瓦", "立方米", "平方米", "床", "MW", "吨/日", "立方", "方", "吨/年", "千伏安", "平")
_OUTPUT_BEFORE = words_of("年产 日产 日处理 年处理 年加工 月产 年吞吐 日供水 单机")
_DOING_BEFORE = words_of("完成 新增 落实 争取 达到 达 超 超过 突破 安排 发行 用好 约 近 实现 引进 投入 到位")
_AREA_BEFORE = words_of("面积 产量 建设 新建 改造 造林 装机 规模")
_FOLK = re.compile(
    r"(?:多|余)?(?:全?[省市县区国州]|\w{0,4})?(?:各族)?(?:人民|儿女|群众|干部|父老|市民|同胞|百姓|党员|老区)"
)
_FOLK_BEFORE = re.compile(r"(?:让|为|与|和|向|带领|团结|依靠|使|对|,|^|代表|造福|是)\w{0,3}$")
_EXPLAINED = re.compile(
    r"相当于[^。;]{0,16}$|(?:等于|好比)[^,]{0,14}$|[0-9一二三四五六七八九十][^,]{0,14}折合[^,]{0,14}$"
)
_WORKED_ON = re.compile(r"\w{0,4}(?:聚焦|围绕|瞄准|依托|立足|面向)")
_BOUNDS = ("以上", "以内", "左右")
_AIMED = ("的目标", "的计划", "的预期", "的年初")
_BEYOND = re.compile(r"(?:高于|超过|超|低于|快于)[^,]{0,12}$")
_AIM = re.compile(r"(?:的)?(?:目标|计划|行动|工程|任务|奠定|打下|夯实)")
_GRADUATES = re.compile(r"毕业生[^,]{0,8}(?:达|有|约|近|超过|预计)[到了]?$")
_STOCK_OF_PEOPLE = re.compile(r"劳动力|受过|人才|中等收入|人口的|网民|消费者|手机用户|市场主体的")
_HELPED = re.compile(r"(?:培训|转移|安置|解决|帮助)[^,]{0,4}$")
_BOUND = re.compile(r"(?:及)?(?:以上|以下|级|及以上|以内)(?P<more>.{0,14})")
_BOUND_NOUN = re.compile(
    r"(?:的)?(?:[\w“”()]{0,10}?)(?:项目|企业|人群|老年人|老人|城市|单位|游客|产业|集群|大户|户|基地|"
    r"园区|镇|乡|村|县|街道|公司|工业|农业|"
    r"地区|公路|道路|机构|规模|经营|产品|住房|商品|龙头|品种|燃煤|锅炉|耕地|坡|河流|湖泊|用户|职工|"
    r"妇女|儿童|学生|教师|干部|民营|法人|"
    r"商户)"
)
_SETTLED = re.compile(r"(?:及)?以上(?:的)?(?:自然村|行政村|村|屯|聚居|集中居住|居民点)")
_SIZED = re.compile(r"(?:级)?(?:产业)?(?:项目|企业|园区|集群|集团|产业|[镇村县])")
_AND_OVER = re.compile(r"[超过达上][0-9.百千万亿一二三四五六七八九十]+元、[超过达]*$")
_THINGS_OF_SIZE = re.compile(
    r"(?:、[超过达]{0,2}[0-9.百千万亿一二三四五六七八九十]+元)*(?:、[^,、]{2,12})?的[^,]{0,14}?"
    r"(?:项目|企业|集团|集群|园区|[聚集产业]{2,4}区|基地|市场|品牌|开发区|县|镇|乡|村|户|产业|公司)"
)
_MEASURE_OF = re.compile(
    r"的(?:目标|水平|增速|增长|增幅|速度|任务|要求|份额|比[重例]|位置|规模|幅度|降幅|台阶|区间|标准)"
)
_MANY_OF = re.compile(r"(?:企业|项目|产业|集群|园区|镇|村|县|开发区)\w{0,4}?[0-9一二三四五六七八九十]+[个家户项]")
_THAT_REACH = re.compile(r"的(?:达|占|不少于|不低于|增至)")
_COUNTED = re.compile(r"[0-9一二三四五六七八九十]+[个家户项]")
_LIVED = re.compile(r"(?:寿命|提高|增加|达到|达)(?:到|至|了)?$")
_SAID_TO_BE = re.compile(
    r"(?:达|达到|为|至|到|升至|指数|提高到|超|超过|突破|低于|高于|不低于|增长|下降|居|强度|系数|比|"
    r"以上|保持在|控制在|名|次|数)$"
)
_REACHED = re.compile(r"(?:达|达到|为|至|到|第|前|超|超过|居|列|位|增长|下降|指数|提高|强度|不低于|数|率|比)$")
_LATIN = re.compile(r"[A-Za-z](?![A-Za-z/])")
_LATIN_UNIT = re.compile(r"[PT](?![A-Za-z])")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_LATIN_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_BETWEEN_PARTS = (":", "×")
_RATIO = re.compile(r"[:×][0-9]")
_RATIO_BEFORE = re.compile(r"[0-9][:×]$")
_SCALE = re.compile("[百千万亿]{1,3}")
_JOINERS = frozenset(words_of("_ { # / + & = @ №"))
_HOTLINE = words_of("政务 市长 服务 便民 热线 平台 民生 急救")
_SESSION = words_of("届 中全会 次会议 次全会 次全体 大以来 大精神 大报告 次党代会 次代表")
_BEFORE_LISTED = frozenset(words_of("。 ; : ! ,"))
_OPENING = frozenset(words_of("( [ 〔 【"))
_BEFORE_MARKS = _BEFORE_LISTED | _OPENING | frozenset(words_of("其 之 第"))
_LIST_AFTER = words_of("、 是 要 . 为 就是 靠 抓 在于")
_NEARLY = words_of("近 上 超 过 逾 破 突破 达 约 达到 超过 跨过")
_KINDS = frozenset("期级届代路街层环步点线周国里轮股")
_PLACES = frozenset("县村镇乡市区省校组队站团峰石度方门分平")
_TOWNS = frozenset("县市区省镇乡村")
_SUMMED = re.compile(r"[、和][^、,0-9]{1,5}$")
"""石家庄、唐山2市: the number only sums up the names before it."""
_SCALED_WORDS = ("百", "千", "万", "亿", "百万", "千万")


class _NameRule(NamedTuple):
    """One rule that makes a figure a name: its id, how sure it is, what it sees."""

    id: str
    sure: Confidence
    sees: Callable[[Seen], bool]
    scripts: str = "acpfrnod"
    """The scripts of figures that it can be true of."""


def _list_mark(seen: Seen) -> bool:
    """一、, 一是, 1., (一), ①, 第一, 其一."""
    figure, before, tail = seen.figure, seen.before[-1:], seen.tail
    if figure.script == "o":
        return True
    if before not in _BEFORE_MARKS and figure.start != seen.low:
        return False
    if figure.start == seen.low and (tail.startswith(_LIST_AFTER) or (tail[:1] == "," and figure.script == "c")):
        return figure.script == "c" or (tail[:1] in ("、", ".") and not tail[1:2].isdigit())
    if figure.script == "c" and before in _BEFORE_LISTED and tail.startswith(("是", "要", "靠")):
        return len(figure.raw) <= 2
    if before in ("其", "之") and tail[:1] in (",", "是", ":", ""):
        return True
    if before in _OPENING and tail[:1] in (")", "]", "〕", "】"):
        return not figure.unit
    return before == "第" and figure.start - seen.low <= 1 and tail[:1] in (",", "、", ":")


def _quoted(seen: Seen) -> bool:
    """“十大工程”, 《中国制造2025》: what stands in quotes is a name."""
    return bool(seen.quoted)


def _code(seen: Seen) -> bool:
    """G108, C919, PM2.5, 5G, 4A级, 12345热线, 1+9, 20:1."""
    figure = seen.figure
    before, tail = seen.before[-1:], seen.text[figure.bare : figure.bare + 6]
    if before.isascii() and (before.isalpha() or before in _JOINERS):
        return True
    if before == "-" and seen.before[-2:-1].isascii() and seen.before[-2:-1].isalpha():
        return True
    behind = tail[:1]
    if behind in _LATIN_LETTERS and (
        (_LATIN.match(tail) and not _LATIN_UNIT.match(tail)) or (_LATIN_WORD.match(tail) and not figure.unit)
    ):
        return True
    if behind == "+" or (behind in _BETWEEN_PARTS and _RATIO.match(tail)):
        return True
    if before in _BETWEEN_PARTS and _RATIO_BEFORE.search(seen.before):
        return True
    return not figure.unit and 3 <= len(figure.raw) <= 6 and seen.tail.startswith(_HOTLINE)


def _ordinal(seen: Seen) -> bool:
    """第二产业, 第三方, 十九届, 六中全会."""
    return seen.before.endswith("第") or (seen.figure.script == "c" and seen.tail.startswith(_SESSION))


def _per(seen: Seen) -> bool:
    """每万人, 每百户, 每1个百分点: by what a figure is counted."""
    return seen.before.endswith(("每", "每新增", "每增长", "每增加", "每提高", "每隔"))


def _context(seen: Seen) -> bool:
    """相当于…, 高校毕业生将达765万人, 9亿多劳动力, 1000万人民: explains, promises nothing."""
    figure = seen.figure
    before = seen.text[max(seen.low, figure.start - 22) : figure.start]
    if ("于" in before or "好比" in before or "折合" in before) and _EXPLAINED.search(before):
        return True
    if base(figure.unit) in THINGS and _WORKED_ON.match(seen.lead) and not seen.after.startswith(_BOUNDS):
        return True
    if seen.after.startswith(_AIMED) and _BEYOND.search(seen.lead):
        return True
    if figure.raw == "翻番" and _AIM.match(seen.after):
        return True
    if figure.unit.endswith("人") and _GRADUATES.search(seen.lead):
        return True
    if figure.unit in ("亿", "万", "亿人", "万人") and _STOCK_OF_PEOPLE.match(seen.after):
        return not _HELPED.search(seen.lead)
    folk = figure.unit in ("万", "亿", "万名") and _FOLK.match(seen.after) is not None
    return folk and _FOLK_BEFORE.search(seen.lead) is not None


def _threshold(seen: Seen) -> bool:
    """80周岁及以上老年人, 投资亿元以上项目119个: a bound that says which things, not how many."""
    figure = seen.figure
    unit = base(figure.unit)
    if unit == "岁" or seen.tail.startswith("周岁"):
        return not _LIVED.search(seen.before)
    if seen.before.endswith("前") and seen.after.startswith("的") and not _AIM.match(seen.after):
        return True
    if unit in ("户", "人") and _SETTLED.match(seen.after):
        return True
    if unit in PERCENT or (not sized(unit) and figure.raw not in _SCALED_WORDS):
        return False
    if unit == "元" and _things_over(seen):
        return True
    found = _BOUND.match(seen.after)
    if found is None and unit not in PERCENT and seen.before.endswith(_NEARLY):
        return _MANY_OF.match(seen.after) is not None
    if found is None:
        return False
    more = found["more"]
    if more.startswith("的") and not _MEASURE_OF.match(more):
        return True
    return bool(_COUNTED.match(more) or _THAT_REACH.match(more) or _BOUND_NOUN.match(more))


def _things_over(seen: Seen) -> bool:
    """营业收入超千亿元园区, 投资超50亿元、100亿元的项目: money that says which things."""
    if not seen.before.endswith(_NEARLY) and not _AND_OVER.search(seen.lead):
        return False
    return _SIZED.match(seen.rest) is not None or _THINGS_OF_SIZE.match(seen.rest) is not None


def _kind(seen: Seen) -> bool:
    """二期, 三级, 七大, 三代, 四次: which one, not how many."""
    unit = seen.figure.unit
    if len(unit) != 1:
        return False
    if seen.figure.script == "r":
        return seen.before.endswith("劣")
    if unit in _TOWNS and seen.figure.script == "a":
        return _SUMMED.search(seen.lead) is not None
    if unit in _KINDS:
        return not seen.figure.more
    if seen.figure.script != "c":
        return False
    return (unit == "次" and (seen.figure.value or 0) <= 10) or (unit in _PLACES and (seen.figure.value or 0) <= 20)


def _scale_only(seen: Seen) -> bool:
    """千亿斤粮食行动, 百万亩, 千万元以上: an order of size in a title unless 近, 上, 超 or 达 stands before."""
    figure = seen.figure
    if figure.more or not _SCALE.fullmatch(figure.raw):
        return False
    return not seen.before.endswith(_NEARLY)


def _word(seen: Seen) -> bool:
    """统一, 第三方, 零售, 三农, 一体化, 两岸: a numeral inside a word."""
    figure = seen.figure
    if figure.more:
        return False
    unit = figure.unit
    if sized(unit) or unit[-1:] in THINGS | {"倍", "番", "次", "岁"} or unit.endswith("人次"):
        return False
    if unit.startswith(("万", "亿")) and len(figure.raw) > 1:
        return False
    return unit not in ("县", "村", "国", "市") or (figure.value or 0) < 11 or is_digits(figure.raw)


def _few(seen: Seen) -> bool:
    """三个方面, 两个突破, 一项: few things in words, unless they are made or counted with a verb."""
    figure = seen.figure
    if figure.value is None or figure.more or figure.raw in _SCALED_WORDS:
        return False
    if figure.raw == "半":
        return True
    if (figure.value or 0) > 10 or figure.unit[:-1] in ("万", "亿") or figure.unit[-1:] not in THINGS | {"次", "岁"}:
        return False
    if figure.unit == "倍" or (figure.unit == "个" and seen.before.endswith("等")):
        return False
    made = _MADE.search(seen.lead) is not None if seen.worded else seen.before.endswith(_MAKING)
    made = made or (seen.worded and _FINISHED.match(seen.rest) is not None)
    return figure.value == 1 or not made or _ABSTRACT.match(seen.after) is not None


def _heads(seen: Seen) -> bool:
    """10个方面, 7大场景, 八项任务: things of the text itself, not of the world."""
    figure = seen.figure
    if not figure.unit and seen.tail.startswith("大"):
        return True
    if figure.script == "a" and len(figure.raw) <= 2 and _SLOGAN.match(seen.tail):
        return True
    listed_here = figure.unit in ("个", "项", "条", "种", "") and _HEADS.match(seen.after) is not None
    return listed_here and not seen.before.endswith(("出台", "推出", "圆满完成"))


def _size(seen: Seen) -> bool:
    """年产60万吨…项目, 35千伏变电站, 投资5.2亿元的污水处理厂: how big a named thing is."""
    figure = seen.figure
    unit = base(figure.unit)
    if not sized(unit) or unit in PERCENT or unit == "倍" or (figure.more and unit == "元"):
        return False
    if unit in ("千伏", "吨级", "kV"):
        return True
    rest = seen.rest[:26]
    if not rest or rest.startswith(("以上", "以内", "左右", "、", "以下", "和", "及", "(")) or not _PLANT.match(rest):
        return False
    if seen.before.endswith(_OUTPUT_BEFORE):
        return True
    if seen.before.endswith(_DOING_BEFORE):
        return False
    return rest.startswith("的") or (unit in _HOLDING and not seen.before.endswith(_AREA_BEFORE))


def _note(seen: Seen) -> bool:
    """A note's number glued to a word: 战略16."""
    figure = seen.figure
    if figure.unit or not figure.raw.isdigit() or len(figure.raw) > 2:
        return False
    if seen.before[-1:] in ("”", "》", '"'):
        return seen.tail[:1] in ("", ",", "。", "、", ";", "的", "建")
    return seen.tail[:1] in (",", "。", "、", ";", ")") and seen.before[-1:] > "一" and not _REACHED.search(seen.before)


def _bare(seen: Seen) -> bool:
    """A number without a unit, and nothing that says what it measures."""
    figure = seen.figure
    if figure.unit or figure.more:
        return False
    return figure.script != "a" or not _SAID_TO_BE.search(seen.lead)


_NAME_RULES: tuple[_NameRule, ...] = (
    _NameRule("list", _HIGH, _list_mark, "aco"),
    _NameRule("date", _HIGH, dates.date, "ac"),
    _NameRule("date-part", _HIGH, dates.date_part, "a"),
    _NameRule("quoted", _HIGH, _quoted),
    _NameRule("code", _HIGH, _code, "a"),
    _NameRule("ordinal", _HIGH, _ordinal),
    _NameRule("per", _HIGH, _per),
    _NameRule("time", _HIGH, dates.span, "ac"),
    _NameRule("context", _HIGH, _context),
    _NameRule("threshold", _HIGH, _threshold),
    _NameRule("kind", _HIGH, _kind),
    _NameRule("scale", _HIGH, _scale_only, "c"),
    _NameRule("word", _HIGH, _word, "c"),
    _NameRule("few", _HIGH, _few, "c"),
    _NameRule("heads", _HIGH, _heads, "ac"),
    _NameRule("size", _MEDIUM, _size),
    _NameRule("note", _MEDIUM, _note, "a"),
    _NameRule("bare", _LOW, _bare),
)
"""In this order; the first that sees something decides. A place in an order comes before all of them."""


_BY_SCRIPT = {
    script: tuple((rule.sees, rule) for rule in _NAME_RULES if script in rule.scripts) for script in "acpfrnod"
}


def name_rule(seen: Seen) -> _NameRule | None:
    """The rule by which a figure is a name; None for a quantity."""
    for sees, rule in _BY_SCRIPT[seen.figure.script]:
        if sees(seen):
            return rule
    return None
