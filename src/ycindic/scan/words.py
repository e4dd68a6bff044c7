"""Which words stand around a figure: units, bounds, verbs of change, and the cues of time?"""

import re

from ycindic.domain.called import words_of

PERCENT = ("%", "‰", "个百分点", "百分点", "个千分点", "千分点")

_COUNTERS = words_of(
    "家 户 个 名 位 人 项 件 条 座 所 处 辆 台 套 张 间 栋 幢 部 本 册 期 场 次 趟 班 列 艘 架 只 头 羽 株 棵 "
    "尾 种 类 款 宗 起 例 桩 支 片 块 对 批 岁 天 篇 枚 门 口 眼 孔 盏 根 节 道 盘 股 份 封 幅 首 员 届 轮 级 "
    "代 层 路 街 村 镇 乡 县 市 区 省 国 校 组 队 笔 桌 柱 朵 匹 峰 丛 垛 杆 团 点 站 线 周 年 月 日 倍 成 番 "
    "步 "
)
"""One-character measure words; which of them make a quantity is decided by `names`."""

_MEASURES = words_of(
    "元/人 元/平方米 元/吨 元/亩 元 美元 欧元 港元 日元 人民币 吨标准煤 吨标煤 吨/日 吨/年 吨/天 吨 公斤/亩 "
    "公斤 千克 斤 克/千瓦时 克 标准箱 重量箱 标箱 箱 TEU 亩次 亩 公顷 平方公里 平方千米 平方米 ㎡ m2 "
    "立方米/日 立方米 立方 方 平米 平 公里 千米 海里 米 毫米 厘米 里 km 千瓦时 千瓦小时 千瓦 兆瓦时 兆瓦 吉瓦 "
    "千伏安 千伏 度 瓦 MW GW kW KW kV 微克/立方米 微克每立方米 μg/m3 毫克/升 毫克/立方米 毫克 分贝 EFLOPS "
    "PFlops PFLOPS P T 亿次 人次 人日 人份 人天 架次 班次 台次 辆次 件次 户次 家次 场次 车次 艘次 标台 批次 "
    "例次 卷 亩/年 位数 小时 分钟 分 秒 个月 个工作日 工作日 年 床 床位 学位 车位 泊位 席位 名次 位次 个点 "
    "蒲式耳 桶 吨级 吨位 载重吨 总吨 担 石 打 条(段) 所(点) 个(次) 套(间) 户(家) 件(套) 台(套) 张(床) 头(只) "
    "人(次) 家(次) 株(丛) 台套 公里/小时 "
)

DURATIONS = frozenset(
    {"年", "月", "日", "天", "周", "小时", "分钟", "分", "秒", "个月", "个工作日", "工作日", "里", "点", "期"}
)
"""Units of time: a quantity only where the clause measures time."""
THINGS = frozenset(
    "家户个名位人项件条座所处辆台套张间栋幢部本册场次趟班列艘架只头羽株棵尾种类款宗起例桩支片块对批岁篇枚门口眼孔盏根节道股份封幅笔倍"
)
"""One-character measure words that count things."""
_SIZES = (frozenset(_MEASURES) - DURATIONS - {"位数", "人次"}) | frozenset(PERCENT)
"""Units that say by themselves that something is measured."""

_BY_HEAD: dict[str, tuple[str, ...]] = {}
for _word in sorted({*PERCENT, *_MEASURES, *_COUNTERS}, key=len, reverse=True):
    _BY_HEAD[_word[0]] = (*_BY_HEAD.get(_word[0], ()), _word)


_NO_UNIT = {
    word[0]: tuple(word[1:])
    for word in words_of(
        "人民才均工力文物大 家庭电具居长 户籍 个体性 处理置于 本科 部门分署 位于居列 场地 元旦月素 次要序 所有 度假 "
        "分别类级散布之 方面式针案 平均衡台安 石油化家 里程 层次 起步来 天然津 线路上下 点对 省道 国道 县道 乡道"
    )
}
"""What follows a measure word, the first sign of each, that is none: 万人民, 家庭, 个体."""


_BY_PEOPLE = re.compile(r"/(?:[百千万]{1,2}[人户]|人)")


def unit_at(text: str, index: int) -> str:
    """The longest unit that stands at a place, with what it is counted by (元/公斤); empty where none does."""
    word = _word_at(text, index)
    end = index + len(word)
    if not word or not text.startswith("/", end):
        return word
    people = _BY_PEOPLE.match(text, end)
    by = people.group() if people else f"/{_word_at(text, end + 1)}"
    return word + by if len(by) > 1 else word


def _word_at(text: str, index: int) -> str:
    for word in _BY_HEAD.get(text[index : index + 1], ()):
        if text.startswith(word, index) and not text.startswith(_NO_UNIT.get(word, ()), index + 1):
            return word
    return ""


def sized(unit: str) -> bool:
    """Whether a unit says by itself that something is measured."""
    return unit in _SIZES or unit.partition("/")[0] in _SIZES


_SCALES = frozenset("百千万亿")


def base(unit: str) -> str:
    """A unit without the 万 or 亿 before it: 万亩 is 亩, but 千伏 and the 千瓦 of 万千瓦 stay."""
    bare = unit
    while bare not in _SIZES and bare[:1] in _SCALES:
        bare = bare[1:]
    return bare or unit


PEOPLE = words_of("人口 农业转移 群众 农民 居民 职工 劳动力 患者 学生 游客 就业 人才 贫困 老人 老年人 ")
"""What a figure counts in persons that has no unit of its own (1亿左右农业转移人口)."""

RISE = words_of("增长 增加 提高 提升 上升 增幅 涨幅 增速 上涨 扩大 增至 递增 新增 净增 增 ")
FALL = words_of("下降 降低 减少 压减 压缩 缩短 减排 削减 精简 缩减 递减 降幅 回落 减少了 下降了 调减 下调 消减 降 ")
"""Verbs whose figure is the size of a change."""
TWO_YEARS = r"(?:今(?:年[、和及与]?)?明|明(?:年[、和及与]?)?后)(?:年(?:两年)?|两年)"
"""今明两年, 今年和明年, 明后两年."""
