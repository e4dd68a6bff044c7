"""What does a figure promise: at least, at most, about, and with which modifiers?"""

import re
from decimal import Decimal

from ycindic.domain.bounds import WORDS_BEFORE, WORDS_BEHIND
from ycindic.domain.called import words_of
from ycindic.domain.model import Commitment
from ycindic.domain.relation import Relation
from ycindic.scan.finding import Class
from ycindic.scan.seen import Seen
from ycindic.scan.words import FALL, RISE

_HELD = re.compile(r"(?:控制|稳控|限制|压)(?:在|到)(?:\w{0,6})$")
_KEPT = re.compile(r"(?:保持|稳定|维持|巩固|稳)(?:在|于)(?:\w{0,4})$")
_LITTLE = re.compile(
    r"赤字|债券|债务|国债|失业率|自然增长率|死亡率|发病率|死亡人数|用能权|不良(?:贷款|资产)?(?:率|余额)"
)
_WORKED_OFF = re.compile(
    r"化[解债]|偿[还付债]|归还|清偿|还[本款清债]|消化|置换|压[减降缩]|削减|核销|缓释|清[零收退理]|处[置理]|争取|申[报请领]|到位"
)
"""What is done about a debt, or to be allowed one, is work: the more the better."""
_HARM = re.compile(r"死亡|伤亡|事故|火灾|投诉|上访|疫情|感染|返贫|违规|失误|积压|欠薪|辍学|发案|案发|[红底]线突破")
_REMEDY = re.compile(
    r"办结|办理|处[理置]|化解|整改|查处|侦破|满意|回应|救援|演练|培训|清零|解决|完成|下降|降低|减少|压降|[无没]|零"
)
_IN_ORDER = frozenset(words_of("位 位次 名次"))
_PLACE = re.compile(r"(?:位次|名次|排名|排位)$")
_INTENSE = re.compile(
    r"(?:能耗|PM2\.?5|PM10|碳排放|排放量|排放强度)(?:总量|浓度|均值|平均|强度|变化|水平)*$", re.IGNORECASE
)
_MEANT = re.compile(r"确保|坚决|务必|保证(?=[完实全])|必须|力争|争取|争创|争当|努力(?=[实完达使])|力促|奋力|力求")
_FIRM = frozenset(words_of("确保 坚决 务必 保证 必须"))
_BINDING = re.compile(r"约束性")
_AVERAGE = re.compile(r"年均|每年平均|平均每年|年平均")
_CHANGE = re.compile(
    r"(?:再|同比|比上年|比去年|较上年|较去年|比[0-9]{4}年)?(?:增长|增加|提高|提升|上升|下降|降低|减少|"
    r"递增|上涨|压减)(?:了|约|近|达|达到|超|超过)?$"
)
_SHARED = re.compile(
    r"(?:[、和与及](?:[0-9.]+|[百千]分之[一二三四五六七八九十百点]+|[一二三四五六七八九十百千]+)[^,;。、和与及0-9]{1,6}?)+"
    r"(?P<bound>左右|以上|以内|以下)$"
)
"""分别增长5.5%、7.5%左右: the word behind the last figure is said of all."""
BOUNDED = tuple(word for words in WORDS_BEHIND.values() for word in words)
_BEGUN = words_of("起来 内外 内生 内部 内容 内陆 内涵")
"""Words that begin like one behind a number."""
_WHOLE = 100
_SHARE = re.compile(r"(?:率|比例|比重|占比|覆盖|覆盖面)$")
_SCOPE = re.compile(r"(?:抓好|推进|帮扶|深化|加快|统筹|谋划|推动|盯紧|做好)[^,。]{0,30}$")
_EACH = re.compile(r"(?:(?<![平年人户])均|各|都|分别|每个\w{1,3}|每年|每[县乡镇村区市])[^,。;]{0,10}$")


def relation(seen: Seen, said: Class, indicator: str) -> tuple[Relation | None, bool]:
    """The registry's word, and whether the text says it (a bare figure of a target is a floor, of a result nothing)."""
    stated = _stated_relation(seen)
    if stated is not None:
        return stated, True
    if said is not Class.TARGET:
        return None, False
    falls = bool(re.search(r"(?:下降|减少|降低)$", seen.lead))
    near = _LITTLE.search(seen.lead[-12:]) or seen.figure.unit in _IN_ORDER
    less = not falls and not _WORKED_OFF.search(seen.lead) and (less_is_better(indicator) or near)
    return Relation.AT_MOST if less else Relation.AT_LEAST, False


def less_is_better(noun: str) -> bool:
    """Whether a noun names what should be little: deaths, debt, energy used, a place in an order; a change does not."""
    harms = _HARM.search(noun) and not _REMEDY.search(noun)
    little = _LITTLE.search(noun) and not _WORKED_OFF.search(noun)
    return bool(harms or little or _INTENSE.search(noun) or _PLACE.search(noun))


def unworded(noun: str, value: Decimal, unit: str) -> Relation | None:
    """What a goal without a word promises of a noun; None where it may mean two opposite things.

    Nothing of what harms is `none`, nothing of anything else is open; a whole share is `all`, a change by 100 % not.
    """
    if (less_is_better(noun) or unit in _IN_ORDER) and not noun.endswith(FALL):
        return Relation.NONE if value == 0 else Relation.AT_MOST
    if value == 0:
        return None
    whole = unit == "%" and value == _WHOLE and _SHARE.search(noun)
    return Relation.ALL if whole else Relation.AT_LEAST


def _stated_relation(seen: Seen) -> Relation | None:
    """What the words beside the figure say, those behind it first."""
    after = seen.after.removeprefix("的")
    lead = seen.lead
    for bound, words in WORDS_BEHIND.items():
        if after.startswith(words) and not after.startswith(_BEGUN):
            return bound
    if lead.endswith(WORDS_BEFORE[Relation.AT_LEAST]):
        return Relation.AT_LEAST
    if lead.endswith(WORDS_BEFORE[Relation.AT_MOST]) or _HELD.search(lead[-12:]):
        return Relation.AT_MOST
    if lead.endswith(WORDS_BEFORE[Relation.ABOUT]):
        return Relation.ABOUT
    if (lead.endswith(WORDS_BEFORE[Relation.MORE_THAN]) and not lead.endswith(("通过", "经过"))) or re.search(
        r"(?:超过|突破)(?:了|[全本][省市县年])?$", lead
    ):
        return Relation.MORE_THAN
    if seen.figure.more or after.startswith(("多", "余")):
        return Relation.MORE_THAN
    shared = _SHARED.match(seen.rest) if "分别" in lead else None
    if shared:
        return next(bound for bound, words in WORDS_BEHIND.items() if shared["bound"] in words)
    return Relation.AT_LEAST if seen.figure.script == "d" else None


def modifiers(seen: Seen) -> tuple[str, ...]:
    """What is said beside the relation."""
    lead = seen.lead
    found = []
    if _AVERAGE.search(lead):
        found.append("average")
    if lead.rstrip("了约近达").endswith(FALL):
        found.append("down")
    elif lead.rstrip("了约近达").endswith(RISE):
        found.append("growth" if seen.figure.unit in ("%", "‰", "倍") else "change")
    if _KEPT.search(lead[-12:]):
        found.append("hold")
    if _EACH.search(lead):
        found.append("each")
    if seen.rest and not seen.rest.startswith(BOUNDED) and _SCOPE.search(lead):
        found.append("scope")
    return tuple(found)


def commitment(sentence: str, clause: str) -> Commitment:
    """How firmly: the word of the clause, else the last one of the sentence before it."""
    if _BINDING.search(clause):
        return Commitment.BINDING
    said = _MEANT.findall(sentence)
    if not said:
        return Commitment.PLAIN
    return Commitment.FIRM if said[-1] in _FIRM else Commitment.ASPIRATIONAL
