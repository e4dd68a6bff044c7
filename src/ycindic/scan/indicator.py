"""What is measured: the phrase of a figure, with the subject that stands earlier in the sentence?"""

import re
from collections.abc import Sequence

from ycindic.domain.called import words_of
from ycindic.scan.seen import Seen
from ycindic.scan.subject import carried_subject, one_of, says_only_all, subject_level
from ycindic.scan.words import PERCENT, TWO_YEARS

_LONGEST = 60
_SHORT = 4
"""So short a phrase takes the verb of the count before it."""
_OPENERS = re.compile(
    r"(?:"
    rf"{TWO_YEARS}|"
    r"[0-9]{4}年?[—–~至到-][0-9]{4}年|用[两二三四五六七八九十]年(?:左右)?(?:的?时间)?|"
    r"[一二三四五六七八九十]是|我们|其中|此外|同时|特别是|届时|即|并|且|也|又|还|将|要|使|让|把|在|"
    r"到|预计|预期|计划|拟|建议|今年|全年|年内|"
    r"明年|去年|上年|当年|目前|全[国省市县区州旗]|我[国省市县区州]|年底前?|年末|累计|共|共计|总共|分别|均|各|"
    r"基本(?=完成|实现|达到|解决)|力争|确保|争取|努力|保证|坚决|务必|必须|继续|进一步|全力|全面|切实|着力|大力|积极|加快|扎实|"
    r"稳步|持续|有效|不断|重点|主要|"
    r"实现|完成|达到|保持|地方|本级|每年|年均|"
    r"[0-9]{4}年(?:末|底|前|度)?|[一二][九〇○零][〇○零一二三四五六七八九]{2}年(?:末|底|前)?|"
    r"提前[一二两三四五六七八九十0-9]+年|"
    r"“[一二三四五六七八九十]{2,4}”(?:时期|期间|期?末)?|"
    r"今后[三五]年|未来[三五]年|[三五两]年内?|上半年(?:末|底)?前?|[0-9]{1,2}月(?:[底末](?:[之以]?前)?|(?:[0-9]{1,2}日)?[之以]?前)|"
    r"第?[一二三四]季度(?:末|底)?前?|国庆节?前|五一前|七一前|(?:春节|元旦|主?汛期|[采供]暖[期季]|入冬)前)+[,:]?"
)
_KEEP = words_of(
    "地方一般 地方财政 地方公共 地方专项 重点区 重点工 重点建 重点项 重点企 重点城 重点地 主要污 "
    "主要农 主要河 地方政 地方债 在校 "
    "在岗 在建 在册 全面建 主要经 年均 完成投 分别 地方级 到位 均价 均衡 要素 还款 并购 各类 共享 保持率"
)
_TAIL = re.compile(
    r"(?:每人每年|(?:由|从)(?:人均|户均|[0-9一二三四五六七八九十]{1,4}年(?:前|末|底|初)?|上年|去年|目前|现在)的?|(?:由|从)?(?:接近或达到|一般在|(?:优化|调整|变|转变|降|缩小)(?:为|到|至)|达到|达|为|是|约为|约|近|接近|将近|大约|超过|突破|超|逾|不低于|不少于|至少|"
    r"不超过|不高于|低于|高于|控制在|控制到|"
    r"稳定在|保持在|维持在|提高到|提升到|提高至|提升至|增加到|增长到|增至|上升到|上升至|升至|下降到|"
    r"下降至|降到|降至|降低到|减少到|"
    r"扩大到|发展到|拓展至|扩展到|压减到|缩短至|缩短到|压缩至|分别|(?<!平)均|各|都|将|要|力争|确保|再|又|还|"
    r"也|已|至|到|在|了|共|累计|完成|"
    r"实现|合计|保持|以|有|仅|只|就|上|可|由|从|占|[,、和及与:的]))+$"
)
_CHANGE = re.compile(
    r"(?:实际|同比|可比|按可比口径|名义|比上年|比去年|较上年|较去年|年均|平均每年|每年|再|又|分别|各|"
    r"均|都|要|预计|预期|力争|确保|约|近|将|平均|"
    r"同口径|继续|累计|净|已|也|还|[比较](?:[0-9]{4}|[一二][九〇○零][〇○零一二三四五六七八九]{2}|前[三五]|上)年|[比较][三四五十]年前的?|[比较]“[一二三四五六七八九十]{2,4}”(?:末|时期|期末)?|"
    r"比上年同期|环比|计划|拟|人均|[比较]年初|总体|下同)*"
    r"(?:增长|增加|提高|提升|上升|下降|降低|减少|增幅|递增|上涨|新增|净增|增收|减收|增|降|压减|翻|回落|多|快|高|"
    r"占|为|达|超|位居|居|完成|建成|"
    r"投资|总投资|实现|其中)?"
)
_MARKS = re.compile(r"^(?:[(（]?[一二三四五六七八九十]{1,3}[)）]|[①②③④⑤⑥⑦⑧⑨⑩]|[-—―●■◆★▲·])+")
"""What stands before the first words of a paragraph."""
_SINCE = re.compile(
    r"(?:(?:分别)?(?:是|为|相当于|达到?)?(?:[0-9]{4}年|“[一二三四五六七八九十]{2,4}”(?:末|期末|时期)?|"
    r"前[三五]年|[三五]年前|上[届个]\w{0,3}|上年|去年|上个五年)(?:同期)?的?)$"
)
_DONE = r"(?:续建|新建|竣工|开工|投产|完工|签约|落地|在建|建成|投用|通车|改建|扩建|达产|开业)"
_STATE = re.compile(rf"(?:新|已|年内|年底前|当年)?{_DONE}(?:投产|投用|通车)?")
_STATE_END = re.compile(rf"{_DONE}+$")
_CHANGE_LEAD = re.compile(r"(?:同比|比上年|比去年|较上年|较去年|分别|将|要|预计|约|也|还|均|各|再)+")
_NO_VERB = frozenset(words_of("为 达 超 其中 完成 实现"))
_VERB = re.compile(
    r"(?:新建改建|新改扩建|新[(（]?改[)）]?建|新建|改造提升|改造|建设|打造|培育壮大|新培育|再培育|"
    r"培育|新增|完成|争创|创建|升创|建成|划定|"
    r"科学划定|办理|实施|引进|新引进|开工|新开工|推广|选派|整治|淘汰|新认定|新认证|帮扶|持续有效帮扶|"
    r"规划建设|启动|开展|组织|举办|新上|"
    r"竣工|投产|安排|发放|扶持|支持|招聘|扩建|修建|关闭|取缔|拆除|治理|解决|抓好|推进|推动|做好)"
)
_PLACE = re.compile(
    r"(?:已|保持|稳|由|从)?(?:位居|居|位列|列|排名|排|名列|跃居|升至|进入|入围|成为|跻身)?(?P<of>全国|全省|"
    r"全市|全县|全区|世界|全球)?[第前]?$"
)
_NAMED_PLACE = re.compile(r"在?(?P<of>全国|全省|全市|全县|全区|世界|全球)?(?:位次|名次|排名|排位)?$")
"""经济总量在全市位次进入前3位: the phrase names the place itself."""
_BESIDE = re.compile(r"(?:[高低快慢大小好优]于|超过?|领先|高出|[比较]全[国省市县区州])[^,。;]{0,16}$")
"""增速高于全省2个百分点、居全省第3位: whom the figure before was held against is no part of what has the place."""
_MOVED = re.compile(r"(?:(?:比|较)(?:上年|去年)|同比)?(?P<how>前移|后移|上升|提升|下降|跃升|进位)$")
_ALSO = re.compile(r"(?:和|及|与|、|以及)$")
_LINKED = re.compile(r"(?:和|及|与|以及|并)$")
_QUALIFIED = re.compile(r"(?:(?:及)?(?:以上|以内|以下|左右|上下)|多|余|的)+")
_AFTER_BOUND = re.compile(r"^(?:以上|以下|以内|左右|上下|大关|[、和及与的并,:;)(”\"])+")
_SERIES = re.compile(r"(?=[0-9]|百分之|千分之|[一二三四五六七八九十百千]+[点万亿个家户件元人])")
_LINK = re.compile(r"[、和及与](?:约|近|超过?)?(?=[0-9]|百分之|千分之|[一二三四五六七八九十]+[点万亿百千])")
_PER_TIME = re.compile(r"(?:每人)?每[年月日]$")
_REACHES = re.compile(r"(?:达到?|突破|超过|跨过|迈上|跃上|升至|[到至]|为|超|逾)(?:了|近|约)?$")
_OPENING = re.compile(r"^(?:分别|又|并|已|预计|力争|确保|将|要|争取|实际)+")
_ASIDE = re.compile(r"\([^()]{1,12}\)$")
_ALSO_CALLED = re.compile(r"^([县市村乡镇])\([市区、县镇乡社]{1,8}\)")
"""县（市、区）."""
_HAPPENS = re.compile("实现|达到|保持|创|再|获|连续|迈上|跨上|取得|完成")
_CUT = re.compile(r"[、(（0-9]")
_EACH_ALIKE = re.compile(r"(?:年均|平均|同比|比上年)$")
_GOES_ON = re.compile(
    r"(?:和|及|与|增长|增加|提高|下降|达到?|占|比|并|,|同比|且|至|到|—|-|~|大关|安排$|的目标|的水平|的任务$)"
)


def phrase(seen: Seen, before: Sequence[str], floor: int, *, rank: bool) -> str:
    """The phrase of a figure; `before` are those of the sentence so far, of which the last figure ended at `floor`."""
    lead = _AFTER_BOUND.sub("", seen.text[max(seen.clause[0], floor) : seen.figure.start])
    own, earlier, inside = trimmed(lead), before[-1] if before else "", floor > seen.clause[0]
    if rank:
        return _order(own, earlier or _subject_before(seen))
    several = _one_of_several(seen, before)
    if several:
        return several[-_LONGEST:]
    rest = _rest(seen)
    if rest:
        return f"{_counted(lead, own, earlier, inside=inside)}{rest}"[:_LONGEST]
    level = not inside or seen.figure.unit not in PERCENT
    said = _carried(lead, own, earlier, inside=inside, level=level) or _spoken(seen, own, earlier, inside=inside)
    return said or _subject_before(seen)


def _subject_before(seen: Seen) -> str:
    """粮食总产实现“十九连丰”，达到86亿斤: the subject of the clause before, where no figure gave one."""
    low = seen.clause[0]
    clause = seen.text[max(seen.low, low - _LONGEST) : max(seen.low, low - 1)].rpartition(",")[2]
    return trimmed(_HAPPENS.split(clause, maxsplit=1)[0])


def _counted(lead: str, own: str, earlier: str, *, inside: bool) -> str:
    """The words before a count whose thing stands behind it."""
    if inside and _ALSO.search(lead):
        return _with_verb(earlier)
    return _without_examples(trimmed(lead.rpartition("、")[2]) if inside else own)


def _carried(lead: str, own: str, earlier: str, *, inside: bool, level: bool) -> str:
    """The phrase of a clause that leaves its subject to the one before, else nothing; `level`: it may be no growth."""
    if earlier and _STATE.fullmatch(own):
        return f"{_STATE_END.sub('', subject_level(earlier))}{own}"[-_LONGEST:]
    if not inside or own.startswith("占") or says_only_all(own):
        borrowed = carried_subject(own, _OPENING.sub("", lead), earlier)
        if borrowed:
            return borrowed[:_LONGEST]
    reaches = level and not own and _REACHES.search(lead)
    return subject_level(earlier)[:_LONGEST] if reaches or _SINCE.fullmatch(lead) else ""


def _spoken(seen: Seen, own: str, earlier: str, *, inside: bool) -> str:
    """The phrase as the clause has it, joined to what stands before it where it is only a verb."""
    doubles = seen.figure.script == "n"
    if not own or _CHANGE.fullmatch(own):
        if doubles:
            return f"{subject_level(earlier)}翻番"[-_LONGEST:]
        return (earlier if inside and not own else _joined(earlier, own))[:_LONGEST]
    if inside and len(own) <= _SHORT:
        verb = _VERB.match(earlier)
        own = f"{verb.group()}{own}" if verb and not _VERB.match(own) else own
    return f"{own.removesuffix('翻')}翻番"[-_LONGEST:] if doubles else own[-_LONGEST:]


def _one_of_several(seen: Seen, before: Sequence[str]) -> str:
    """城乡居民收入分别增长8%和9%: which of the subjects has this figure; of those before it where it names none."""
    head, said, behind = seen.lead.rpartition("分别")
    if not said:
        return ""
    verb = _SERIES.split(behind, maxsplit=1)[0]
    start, end = seen.figure.start, seen.clause[1] - len("".join(seen.rest.partition("分别")[1:]))
    links = [link.start() for link in _LINK.finditer(seen.text, start - len(behind), end)]
    index = sum(link < start for link in links)
    verb = _TAIL.sub("", _PER_TIME.sub("", _SINCE.sub("", verb)))
    if trimmed(head):
        alike = _EACH_ALIKE.search(head)
        bare = head[: alike.start()] if alike else head
        return one_of(trimmed(bare), f"{alike.group() if alike else ''}{verb}", index, len(links) + 1)
    subjects = [*dict.fromkeys(map(subject_level, before[: len(before) - index]))][-len(links) - 1 :]
    return f"{subjects[index]}{verb}" if links and index < len(subjects) else ""


def trimmed(lead: str) -> str:
    """A phrase without the adverbs before it and the verbs of reaching behind it."""
    text = _MARKS.sub("", lead)
    while found := _OPENERS.match(text):
        if text.startswith(_KEEP):
            break
        text = text[2 if text.startswith("其中") else found.end() :]
    return _ASIDE.sub("", _TAIL.sub("", text))


def _with_verb(earlier: str) -> str:
    """10个试点和35个小城镇: the words between belong to the first count, its verb to both."""
    verb = _VERB.match(earlier)
    return verb.group() if verb else ""


def _without_examples(head: str) -> str:
    """A路, B路等6个项目: the examples are no part of what is counted, the verb is."""
    if not head.endswith("等"):
        return head
    verb = _VERB.match(head)
    return verb.group() if verb else ""


def _rest(seen: Seen) -> str:
    """What is counted, where it stands behind the figure: 40个精品示范村."""
    rest = _QUALIFIED.sub("", seen.rest, count=1) if _QUALIFIED.match(seen.rest) else seen.rest
    rest = _ALSO_CALLED.sub(r"\1", rest, count=1)
    cut = _LINKED.sub("", _CUT.split(rest, maxsplit=1)[0])
    return cut if len(cut) > 1 and not _GOES_ON.match(cut) else ""


def _joined(earlier: str, verb: str) -> str:
    """The subject of the figure before, with the verb of this one."""
    subject = subject_level(earlier) if verb else earlier
    word = verb[found.end() :] if (found := _CHANGE_LEAD.match(verb)) else verb
    return f"{subject}{'' if word in _NO_VERB else word}"


def _order(own: str, earlier: str) -> str:
    """The place of what, in which order."""
    moved = _MOVED.search(own)
    if moved:
        subject = own[: moved.start()]
        return f"{_placed(subject, '') if subject else earlier}{moved['how']}"[-_LONGEST:]
    found = _PLACE.search(own)
    subject = _BESIDE.sub("", (own[: found.start()] if found else own) or subject_level(earlier))
    return _placed(subject, (found and found["of"]) or "")[-_LONGEST:]


def _placed(subject: str, order: str) -> str:
    """The place of a subject in an order, which the subject may name itself."""
    named = _NAMED_PLACE.search(subject)
    return f"{subject[: named.start()] if named else subject}{order or (named and named['of']) or ''}位次"
