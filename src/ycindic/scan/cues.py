"""Which words of a sentence say when: before, now to come, by which year?"""

import re
from typing import NamedTuple

from ycindic.scan.numerals import whole_number, year_of_digits
from ycindic.scan.outline import Years, first_plan
from ycindic.scan.seen import Sentence
from ycindic.scan.words import TWO_YEARS

_Y4 = r"[12][09]\d\d|[一二][九〇○零][〇○零一二三四五六七八九]{2}"
_CUE = re.compile(
    r"(?=[到至今未用通力经再在过比较于由从自同以两二三四五六七八九十一几12去上近目现截累刚曾本已明年全新来确争计拟预将要努必届还继剩建保])"
    rf"(?:(?P<by>到|至)(?P<byyear>{_Y4})年(?:末|底|前|全)?|"
    rf"(?P<fyp>[一二三四五六七八九十]{{1,3}})五[”\"](?:时期|期间|(?P<end>期?末)|计划期|规划期)"
    rf"|(?P<pair>{TWO_YEARS})"
    rf"|(?P<first>{_Y4})年?[—–~至到-](?P<y2>{_Y4})年(?!\))"
    rf"|(?P<pre>[比较于由从自同过以])?(?P<y>{_Y4})年(?P<post>以来|以前|前|度|的?基础上|为基[期数准])?"
    r"|(?P<next>今后|未来|用|通过|力争|经过|再用|在)(?P<n>[两二三四五十]|[0-9]{1,2}|"
    r"几)[至到]?(?:[五六十])?年(?:左?右?)(?:时间|左右|内|的?努力)?|(?P<n2>[两二三五]|今明两)年(?:内|"
    r"之内)"
    r"|(?<![过近前这第续上每长个])(?P<length>[两二三四五六七八九十])年(?=累计|共|合计|总共|[翻新增减改投])"
    r"|(?P<past>(?<![比较于同由从到至])去年(?!同期|水平|的[0-9一二三四五六七八九])|(?<![比较于同是为由从超到至])上年(?!同期|水平|的[0-9一二三四五六七八九])|过去|[一二两三四五几]年(?:来|间|"
    r"中)|(?<!今年)以来|近[两三五几0-9]{1,2}年|目前|现有|截至|截止|累计已|现已|至今|刚刚|曾经?|上届|"
    r"本届政府任期)"
    r"|(?P<already>已(?!经?不)(?:经|有|建成|完成|开工|达|累计|投|到|竣|落|签|实|发|超|突|入|形|成|通|"
    r"启|改|培|引|在|获|安|解|下|拨|全|基本|先后|连续|使)?)"
    r"|(?P<now>今年(?!以来|上半年已|已)|明年|年内|年底|全年(?=.{0,6}(?:力争|要|计划|预计|拟))|新的一年|来年)"
    r"|(?P<will>力争|确保|争取|争创|计划|拟(?=[安发新建完投实定])|预期|将(?!军|士|相|领|帅|近|官|"
    r"[^,。;]{0,16}(?:纳入|列入|作为|从|由))|(?<![需只主重首提想还不的])要(?!求|素|闻|点|么|道|塞|害|"
    r"件|案|目|领|因|旨)|努力(?=[实完达使])|必须|届时|目标(?:是|为|:)|"
    r"再(?=[开建新培增解改打造引完关淘减降安创])|还将|继续(?=[开新建改实完])|剩余|建议|保证(?=[全完])))"
)


class Cue(NamedTuple):
    """One cue: where it ends, whether it points back (past) or ahead, which years it names, which base."""

    end: int
    past: bool | None
    strong: bool
    years: Years | None = None
    base: int | None = None
    named: bool = False
    length: int = 0
    """How many years, where neither end is named: 五年累计."""
    plan_end: bool = False
    """Whether the last of the years is meant: “十五五”末."""


def cues(sentence: Sentence, current: int | None) -> list[Cue]:
    """The cues of a sentence in order, their places counted in the paragraph."""
    found = []
    for match in _CUE.finditer(sentence.text):
        cue = _cue(match, sentence.start + match.end(), current)
        if cue is not None:
            found.append(cue)
    return found


def _cue(match: re.Match[str], end: int, current: int | None) -> Cue | None:
    past: bool | None
    if match["byyear"]:
        stated = year_of_digits(match["byyear"]) or 0
        past = stated < current if current else False
        return Cue(end, past, strong=True, years=(stated, stated), named=True)
    if match["fyp"]:
        number = whole_number(match["fyp"])
        years = first_plan(number) if number else None
        past = years[1] < current if years and current else None
        return Cue(end, past, strong=past is True, years=years, named=True, plan_end=bool(match["end"]))
    if match["pair"]:
        first = (current or 0) + match["pair"].startswith("明")
        return Cue(end, past=False, strong=True, years=(first, first + 1) if current else None, named=True)
    if match["length"]:
        return Cue(end, None, strong=False, length=whole_number(match["length"]) or 0)
    if match["y2"]:
        first, last = (year_of_digits(match[name]) or 0 for name in ("first", "y2"))
        return Cue(end, past=last < current if current else None, strong=True, years=(first, last), named=True)
    if match["y"]:
        return _dated(match, end, current)
    if match["n"] or match["n2"]:
        return _ahead(match, end, current)
    if match["past"] or match["already"]:
        return Cue(end, past=True, strong=not match["already"])
    if match["now"]:
        shift = match["now"] in ("明年", "来年")
        return Cue(end, past=False, strong=True, years=(current + shift, current + shift) if current else None)
    return Cue(end, past=False, strong=False)


def _dated(match: re.Match[str], end: int, current: int | None) -> Cue:
    stated = year_of_digits(match["y"]) or 0
    if match["pre"] or "基" in (match["post"] or ""):
        return Cue(end, None, strong=False, base=stated)
    if current is None:
        return Cue(end, None, strong=False, years=(stated, stated))
    return Cue(end, past=stated < current, strong=True, years=(stated, stated), named=stated > current)


def _ahead(match: re.Match[str], end: int, current: int | None) -> Cue | None:
    word = match["n"] or match["n2"]
    length = 2 if "两" in word else int(word) if word.isdecimal() else whole_number(word)
    if not length or length > 30:
        return Cue(end, past=False, strong=False)
    years = (current, current + length - 1) if current else None
    return Cue(end, past=False, strong=True, years=years, named=True)


class Cued(NamedTuple):
    """What the cues say at one place: past, ahead or nothing, and which years."""

    past: bool | None
    strong: bool
    years: Years | None
    base: int | None
    length: int = 0
    plan_end: bool = False


def at(found: list[Cue], place: int, clause: tuple[int, int]) -> Cued:
    """What the last cues before a place say; a year behind it in its own clause counts where nothing stands before."""
    past: bool | None = None
    strong = False
    years: Years | None = None
    base, length, plan_end = None, 0, False
    for cue in found:
        if cue.end > place:
            break
        if cue.base is not None:
            base = cue.base if cue.end > clause[0] else base
            continue
        if cue.length:
            length = cue.length if cue.end > clause[0] else length
            continue
        if cue.years is not None:
            plan_end = cue.plan_end
        if cue.past is not None:
            past, strong = cue.past, cue.strong
        if not _ends(years, cue.years):
            years = cue.years if cue.years is not None else (None if cue.past and cue.strong else years)
    if past is None or not strong:
        later = [
            cue
            for cue in found
            if place < cue.end <= clause[1] and cue.strong and cue.past is not None and cue.base is None
        ]
        if later:
            past, strong, years = later[0].past, True, later[0].years or years
    return Cued(past, strong, years, base, length, plan_end)


def _ends(years: Years | None, said: Years | None) -> bool:
    """Whether a year is only the last one of the years said before: 今后五年…，到2030年."""
    return years is not None and said is not None and said[0] == said[1] == years[1] and years[0] < years[1]


def ahead(found: list[Cue]) -> list[Cue]:
    """The last of the cues if it names years to come: what stands behind a semicolon is of the same years."""
    last = found[-1] if found else None
    several = next((cue for cue in reversed(found) if cue.named and cue.years and cue.years[0] < cue.years[1]), last)
    return [several] if several and several.named and several.past is False else []
