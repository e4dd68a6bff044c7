"""By which rules is a report read? One table: id, meaning, an example, a counter-example.

The figure that a rule speaks of stands in ‹ ›. All examples are invented; a test reads each of them. `head` is the
part of a report that an example is read in.
"""

from typing import NamedTuple


class Hint(NamedTuple):
    """A rule: its id, what makes it speak, where it does and where it does not."""

    id: str
    zh: str
    en: str
    example: str
    counter: str
    head: str = "plan"


RULES: tuple[Hint, ...] = (
    Hint("list", "列举序号", "a list mark", "‹一›是扩大投资。", "新建‹一百›所学校。"),
    Hint("date", "日期、年份、周年", "a date", "‹2026年›是关键一年。", "优良天数达到‹290天›以上。"),
    Hint("date-part", "日期的一部分", "a part of a date", "‹01-14›", "比例为‹14%›。"),
    Hint("quoted", "引号或书名号内", "inside quotes", "推进“‹十›大工程”。", "建设‹10项›“民心工程”。"),
    Hint("code", "编号、代码、比值", "a code or a ratio", "改造G‹108›线。", "新建公路‹108公里›。"),
    Hint("ordinal", "第几、届次", "an ordinal or a session", "做强第‹二›产业。", "企业增至‹二十家›。"),
    Hint("per", "每多少", "by what is counted", "每‹万人›拥有车位80个。", "新增就业‹1万人›。"),
    Hint("time", "时段", "a span of time", "近‹五年›变化很大。", "平均受教育年限提高到‹11.2年›。"),
    Hint("context", "只作说明", "explains only", "相当于‹5个›县的总量。", "引进人才‹5名›。"),
    Hint(
        "threshold",
        "限定对象的界限",
        "a bound that says which things",
        "实施‹5亿元›以上项目30个。",
        "完成投资‹5亿元›以上。",
    ),
    Hint("kind", "第几期、几级", "which one, not how many", "评上‹三级›医院。", "新建泊位‹2个›。"),
    Hint("scale", "标题中的数量级", "an order of size in a title", "实施‹千亿斤›产能提升行动。", "产量达‹45亿斤›。"),
    Hint("word", "词中之数", "a numeral inside a word", "坚持统‹一›领导。", "增长‹一倍›。"),
    Hint("few", "文字写的少数几个", "few things in words", "突出‹三个›方面。", "新建‹三所›学校。"),
    Hint("heads", "本文的几方面、几大", "things of the text itself", "抓好‹10个›方面。", "建设‹10个›公园。"),
    Hint("size", "项目的规模", "how big a named thing is", "开工年产‹60万吨›水泥项目。", "水泥产量达到‹60万吨›。"),
    Hint("note", "注释号", "a note's number", "落实“双提升”战略‹16›。", "指数达到‹16›。"),
    Hint("bare", "没有单位的数", "a number without a unit", "代号‹37›已启用。", "综合指数达到‹4.2›。"),
    Hint(
        "columns",
        "两栏并成一行，读法存疑",
        "two columns run together: a doubtful reading",
        "新建公园‹5个›，完善     教育布局，新建小学。",
        "新建公园‹5个›，完善教育布局。",
    ),
    Hint("heading", "标题中的数", "in a heading", "(二)办好实事‹30件›", "办好实事‹3件›。"),
    Hint("notes", "名词解释及以后", "in the glossary or below it", "‹3›个坚持:坚持学习。", "建成‹3个›园区。", "notes"),
    Hint("plan", "在计划部分", "in the part that plans", "新建公园‹5个›。", "去年新建公园‹5个›。"),
    Hint(
        "past-in-plan", "计划部分中说过去", "the past, told in the plan", "去年新建公园‹5个›。", "今年新建公园‹5个›。"
    ),
    Hint(
        "already", "计划部分中说已有", "what is there already, told in the plan", "已建成‹5个›公园。", "再建‹5个›公园。"
    ),
    Hint(
        "review", "在回顾部分", "in the part that looks back", "新建公园‹5个›。", "剩余‹5个›公园2026年建成。", "review"
    ),
    Hint(
        "ahead-in-review",
        "回顾部分中说今后",
        "what is to come, told in the review",
        "剩余‹5个›公园2026年建成。",
        "建成公园‹5个›。",
        "review",
    ),
    Hint("past", "只有一句，说过去", "one sentence about the past", "去年新建公园‹5个›。", "新建公园‹5个›。", "alone"),
    Hint(
        "ahead",
        "只有一句，说今后",
        "one sentence about what is to come",
        "力争新建公园‹5个›。",
        "新建公园‹5个›。",
        "alone",
    ),
    Hint(
        "bounded",
        "只有一句，带以上、以内、左右",
        "one sentence with a bound",
        "新建公园‹5个›以上。",
        "新建公园‹5个›。",
        "alone",
    ),
    Hint(
        "unsaid",
        "只有一句，没有说",
        "one sentence that does not say",
        "新建公园‹5个›。",
        "力争新建公园‹5个›。",
        "alone",
    ),
    Hint("zero", "零发生、清零", "none at all", "黑臭水体动态‹清零›。", "排放‹继续下降›。"),
    Hint("wiped-out", "全面消除", "wiped out", "‹全面消除劣五类水体›。", "消除隐患。"),
    Hint("peak", "达峰", "reaches its peak", "碳排放‹如期达到峰值›。", "推进碳达峰行动。"),
    Hint("turns", "由负转正", "turns from a fall to a rise", "投资增速‹由负转正›。", "转变方式。"),
    Hint("turns-up", "止跌回升", "stops falling", "目标是:投资‹止跌回升›。", "稳住投资。"),
    Hint("front", "稳居前列", "among the first", "经济‹总量稳居全省前列›。", "走在前列。"),
    Hint("steady", "基本稳定", "steady", "目标是:‹物价总水平基本稳定›。", "保持社会稳定。"),
    Hint("title", "创建成为", "a title that is won", "‹力争县医院创建成为三级医院›。", "推进医院创建。"),
    Hint("by-date", "某时前建成", "done by a date", "二号桥‹年内建成›。", "加快二号桥建设。"),
    Hint("tasks", "完成上级下达的任务", "what was set from above", "减排‹完成省下达任务›。", "完成各项工作。"),
    Hint("full-cover", "全覆盖", "full coverage", "医保实现‹全覆盖›。", "推进审计全覆盖。"),
    Hint("out-of-poverty", "脱贫、摘帽", "out of poverty", "‹贫困村全部摘帽›。", "推进贫困村道路建设。"),
    Hint("done-all", "全面完成", "all done", "‹全面完成›确权改革。", "全面深化改革。"),
    Hint("civil-list", "民生实事", "the list of civil works", "‹全面落实市政府民生实事›。", "关心民生。"),
    Hint("no-event", "不发生、杜绝", "must not happen", "‹坚决杜绝重大事故›。", "加强事故预防。"),
    Hint("no-growth", "严控新增", "no growth", "‹严格控制债务增量›。", "加强债务管理。"),
    Hint("line", "守住红线、底线", "a line that is held", "‹严守耕地红线›。", "划定红线。"),
    Hint("in-step", "与…同步", "in step with another", "收入‹与经济增长同步›。", "同步推进两项改革。"),
    Hint("above", "高于、快于", "above another", "增速‹高于全省平均›。", "高标准建设。"),
    Hint("not-below", "不低于上年", "not below another", "产量‹不低于上年›。", "产量稳定。"),
    Hint("gap", "差距缩小", "a gap that narrows", "‹与全省差距进一步缩小›。", "看到差距。"),
    Hint("falls", "继续下降", "it falls", "主要‹污染物排放继续减少›。", "减少燃煤。"),
    Hint("only-down", "只减不增", "never more", "税负‹只减不增›。", "减轻税负。"),
    Hint("only-up", "只增不减", "never less", "投入‹只增不减›。", "增加投入。"),
    Hint("keeps-worth", "保值增值", "keeps its worth", "‹确保国有资产保值增值›。", "管好国有资产。"),
    Hint("balance", "基本平衡", "in balance", "目标是:‹国际收支基本平衡›。", "平衡收支。"),
    Hint("better", "回稳向好", "better", "目标是:进出口‹回稳向好›。", "稳住进出口。"),
    Hint("share-up", "占比大幅提升", "a share or a size that rises much", "新兴产业‹占比大幅提升›。", "水平大幅提升。"),
    Hint("measured-rise", "提高某率", "a rate that rises", "‹提高科技成果转化率›。", "提高工作效率。"),
    Hint("plain-work", "完成某项建设", "a work to be done", "‹完成特色科室建设›。", "推进科室建设。"),
    Hint("measured-fall", "降低能耗、减少事故", "less energy, fewer accidents", "‹减少一般事故›。", "减少环节。"),
    Hint("base-held", "稳住基本盘、扩面", "a base that is held or widened", "‹稳住外资基本盘›。", "稳住预期。"),
    Hint("places-up", "位次前移", "places gained", "全省‹位次前移›。", "全省前列。"),
    Hint(
        "direction",
        "只说提升（用--against时）",
        "only upwards (with --against)",
        "‹提升能源利用效率›。",
        "节约能源。",
        "weak",
    ),
    Hint(
        "direction-down",
        "只说降低（用--against时）",
        "only downwards (with --against)",
        "‹降低融资成本›。",
        "节约能源。",
        "weak",
    ),
)
"""In the order in which they are asked, names first; `render.rules` and docs/scan.md are made from it."""
