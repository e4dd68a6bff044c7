"""How is it told what became of the promises of one year in those of the next?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ycindic.render.answers.scan import SCHEMA, number
from ycindic.render.words.visible import one_line
from ycindic.render.words.wording import Pair, pick
from ycindic.scan.amounts import ends
from ycindic.scan.compare import Change, Fate, Said

FATES: Mapping[Fate, Pair] = {
    Fate.KEPT: ("不变", "kept"),
    Fate.REWORDED: ("仅措辞不同", "reworded"),
    Fate.RAISED: ("提高", "raised"),
    Fate.LOWERED: ("降低", "lowered"),
    Fate.FIRMER: ("更坚决", "firmer"),
    Fate.SOFTER: ("更松动", "softer"),
    Fate.OTHER_UNIT: ("单位不同，不作比较", "other unit, not compared"),
    Fate.DROPPED: ("未再提出", "dropped"),
    Fate.NEW: ("新提出", "new"),
}


def lines(changes: Sequence[Change], lang: str) -> Iterator[str]:
    """A line a promise: what became of it, its name, both wordings."""
    between = pick(("、", ", "), lang)
    for one in changes:
        said = one.old or one.new
        told = between.join(pick(FATES[fate], lang) for fate in one.fates)
        wordings = " → ".join(side.wording or side.name if side else "–" for side in (one.old, one.new))
        yield one_line(f"{told}: {said.name if said else ''}: {wordings}")


def summary(changes: Sequence[Change], lang: str) -> str:
    """How many of each."""
    count = Counter(fate for one in changes for fate in one.fates)
    return pick(("，", ", "), lang).join(f"{pick(FATES[fate], lang)} {count[fate]}" for fate in Fate if count[fate])


def document(changes: Sequence[Change]) -> dict[str, object]:
    """The same for programs."""
    rows = [
        {"fates": [str(fate) for fate in one.fates], "old": _side(one.old), "new": _side(one.new)} for one in changes
    ]
    return {"schema": SCHEMA, "changes": rows}


def _side(said: Said | None) -> dict[str, object] | None:
    if said is None:
        return None
    return {
        "name": said.name,
        "wording": said.wording,
        "section": said.section,
        "relation": said.relation and str(said.relation),
        "value": [number(end) for end in ends(said.value)],
        "unit": said.unit,
        "commitment": str(said.commitment),
    }
