"""How is it told what a registry and its report lack of each other?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ycindic.render.answers.scan import CLASSES, entry
from ycindic.render.answers.sheet import SCHEMA
from ycindic.render.words.visible import one_line
from ycindic.render.words.wording import Pair, pick
from ycindic.scan.coverage import Coverage, Differs, Lost

DIFFERS: Mapping[Differs, Pair] = {
    Differs.WORDING: ("措辞", "wording"),
    Differs.FIGURE: ("数字", "figure"),
    Differs.SECTION: ("部分", "section"),
    Differs.RELATION: ("关系", "relation"),
}


def lines(found: Coverage, report: str, lang: str) -> Iterator[str]:
    """A line for each number that no entry holds, each entry that the report does not hold, each unused name."""
    for one in found.missing:
        kind = pick(CLASSES[one.class_], lang)
        told = pick(("登记表中没有", "not in the registry"), lang)
        yield one_line(f"{report}:{one.line}: {told} [{kind}] {one.figure}: {one.clause}")
    for lost in found.lost:
        yield one_line(_lost(lost, lang))
    for named in found.unused:
        told = pick(("报告中没有此用语", "no such phrase in the report"), lang)
        yield one_line(f"{named.place}: {told}: {named.phrase}")


def _lost(lost: Lost, lang: str) -> str:
    differs = ", ".join(pick(DIFFERS[one], lang) for one in lost.differs)
    told = pick((f"报告中没有（{differs}不同）", f"not in the report ({differs} differs)"), lang)
    near = pick((f"；最接近：{lost.nearest}（第{lost.line}行）", f"; nearest: {lost.nearest} (line {lost.line})"), lang)
    target = lost.target
    return f"{target.place}: {told} {target.id}: {target.wording}{near if lost.nearest else ''}"


def summary(found: Coverage, lang: str) -> str:
    """How complete it is, in one line."""
    total, missing = len(found.findings), len(found.missing)
    lost, unused = len(found.lost), len(found.unused)
    zh = f"报告{total}处，登记表缺{missing}处；登记表{lost}条、用语{unused}条不在报告中"
    en = f"{total} findings, {missing} not in the registry; {lost} entries and {unused} names not in the report"
    return pick((zh, en), lang)


def document(found: Coverage) -> dict[str, object]:
    """The same for programs."""
    return {
        "schema": SCHEMA,
        "complete": found.complete,
        "missing": [entry(one) for one in found.missing],
        "not_found": [
            {
                "id": one.target.id,
                "wording": one.target.wording,
                "differs": [str(what) for what in one.differs],
                "nearest": one.nearest or None,
                "line": one.line or None,
            }
            for one in found.lost
        ],
        "unused_names": [one.phrase for one in found.unused],
    }
