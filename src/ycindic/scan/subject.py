"""Whose figure is it, where the clause does not say: which of several subjects, or that of the clause before?"""

import re

from ycindic.domain.called import words_of

_LINKS = re.compile(r"、|和(?!谐)|以及|(?<![普涉])及|与")
_SERIAL = re.compile(r"^第?(?P<n>[一二三](?:[、和][一二三]){1,2})(?:次)?(?P<rest>产\w*)$")
_MEASURE = re.compile(
    r"(?:收入|支出|增加值|产值|产量|单产|总额|投资|面积|标准|比重|比例|[率量额值数价耗]|规模|水平|存款|贷款|余额|里程)$"
)
_BY = re.compile(r"单位(?:[国地]\w{1,4}生产总值|生产总值|GDP|工业增加值)")
"""Per what all of a list are measured."""
_GROWN = re.compile(
    r"(?:[比较](?:上年|去年|[0-9]{4}年|前[三五]年|年初)(?:同期)?)?(?:实际|基本|实现|同比|年均|累计|平均|再)*(?:增长|下降|提高|减少|增加|上升|净增|新增|递增|降低|提升|上涨|翻番)$"
)
_MADE = re.compile(r"^(?:新建成|新建|建成通车|建成|新增|完成|新认定|新培育|培育|引进|改造|新开通|开通|建设)+")
_SHARED = re.compile(
    r"(?:占|为年|(?:超额)?完成(?:了)?(?:年度|全年|年初|计划|预算|目标|[省市县]|年)|(?:低|高|快|好|优|慢)于|超过?(?:年|计|目|预|全)|领先|高出|[比较]全[国省市县区州])"
)
_BEGIN_SHARED = words_of("占 为年 完成 超 低于 高于 快于 好于 优于 慢于 领先 高出 比全 较全")
_MADE_LAST = re.compile(r"(?:总投资|续建|新建|竣工|开工|投产|完工|建成|在建)+$")
_WHOLE = re.compile(r"(?:通车|运营|营业|累计)?总(?:数|量|里程|产量|产值|面积|长度|人数|户数|规模|产)$")
_SIZE = re.compile(r"(?:播种面积|种植面积|面积|产量|总产值|产值|总量|数量|总数)$")
_WORK = re.compile(
    r"^(?:(?:要|将|加快|推进|推动|抓好|启动|实施|开工|新建|建设|做好|全力|全面|积极|大力|扎实|继续|加紧|抓紧|"
    r"统筹|加大|着力|力促|确保|稳步|有序|深入|谋划|持续|重点|尽快|高标准|高质量|高水平)(?:[、和])?)+"
)


def one_of(head: str, verb: str, index: int, count: int) -> str:
    """The phrase of one of so many figures behind 分别: that of its subject, or of all where they share one figure."""
    subjects = _subjects(head)
    subject = subjects[index] if count == len(subjects) > 1 else head
    return f"{subject}{verb}"


def _subjects(head: str) -> list[str]:
    """What a list of subjects names one by one: 城乡居民收入, 小麦、玉米单产, 第一、二产业增加值."""
    if head.startswith("城乡"):
        town = "城市" if head.startswith("城乡低保") else "城镇"
        return [f"{town}{head[2:]}", f"农村{head[2:]}"]
    serial = _SERIAL.match(head)
    if serial:
        return [f"第{one}{serial['rest']}" for one in _LINKS.split(serial["n"])]
    parts = [part for part in _LINKS.split(head) if part]
    last = parts[-1] if parts else ""
    whole = [part if part is last or _MEASURE.search(part) else f"{part}{_common(part, last)}" for part in parts]
    by = _BY.match(head)
    return [one if by is None or one.startswith(by.group()) else f"{by.group()}{one}" for one in whole]


def _common(part: str, last: str) -> str:
    """What the last subject says for all: 单产 of 小麦、玉米单产, by a common word, else by names of equal length."""
    for size in range(len(part), 1, -1):
        place = last.rfind(part[-size:])
        if place >= 0:
            return last[place + size :]
    tail = last[len(part) :] if _MEASURE.search(last) else ""
    return tail[1:] if tail[:1] == part[-1:] else tail


def subject_level(phrase: str) -> str:
    """The thing whose growth a phrase names: 生产总值增长百分之七，突破… speaks of 生产总值."""
    return _GROWN.sub("", phrase) or phrase


def carried_subject(own: str, lead: str, earlier: str) -> str:
    """The phrase of a clause that only says of what share, beside what or how many in all, else nothing."""
    if not earlier:
        return ""
    shared = _SHARED.search(lead)
    if shared and lead.startswith(_BEGIN_SHARED):
        verb = "完成" if shared.group().startswith(("完成", "超额")) and not own.startswith("完成") else ""
        return f"{subject_level(earlier)}{verb}{own}"
    if own in ("完成投资", "投资"):
        return f"{_MADE_LAST.sub('', subject_level(earlier))}投资"
    if own in ("人均", "户均"):
        return f"{subject_level(earlier)}{own}"
    if says_only_all(own):
        thing = _SIZE.sub("", _MADE.sub("", subject_level(earlier)))
        return f"{thing}{own}" if thing else ""
    return ""


def says_only_all(own: str) -> bool:
    """Whether a phrase says only that all are counted: 总数, 通车总里程."""
    return _WHOLE.fullmatch(own) is not None


def work(clause: str) -> str:
    """The project that a clause speaks of, without the verbs before it: 加快推进…工程."""
    return _WORK.sub("", clause)
