"""What does a plain English sentence promise? One number of one thing; all else is to be told by its parts."""

import re
from typing import NamedTuple

from ycindic.domain.model import Measure
from ycindic.record.tables.units import ENGLISH_TENS, is_unit


class _Spoken(NamedTuple):
    """A promise by its parts, as the options of `add` take them; what is empty is not said."""

    name: str
    goal: str
    unit: str = ""
    period: str = ""
    measure: str = ""


_YEAR = r"(?:19|20)\d\d"
_WHEN = re.compile(
    rf"\s*\b(?:in|by|for|during|over|until)?\s*(?:the\s+)?(?:end\s+of\s+)?({_YEAR})(?:\s*[-–—]\s*({_YEAR}))?\b"
)
_NOW = re.compile(r"\s*\b(?:this|the current) year\b")
_NUMBER = r"[+-]?\d[\d,]*(?:\.\d+)?"
_PER_CENT = r"%|percent\b|per cent\b"
_POINTS = r"percentage points?\b|pp\b"
_FIGURE = re.compile(
    rf"(?P<low>{_NUMBER})(?:\s*(?:{_PER_CENT})?\s*(?:-|–|—|to|and)\s*(?P<high>{_NUMBER}))?\s*"
    rf"(?P<rate>{_PER_CENT}|{_POINTS})?\s*(?P<tens>(?:{'|'.join(sorted(ENGLISH_TENS, key=len, reverse=True))})\b)?"
)
_RELATIONS = {
    "at least": ("at least", "no less than", "not less than", "no fewer than", "a minimum of"),
    "at most": ("at most", "no more than", "not more than", "up to", "within", "below", "under", "less than",
                "a maximum of", "fewer than"),
    "more than": ("more than", "over", "above", "exceeding"),
    "about": ("about", "around", "approximately", "roughly", "some", "near"),
    "between": ("between", "from"),
    "exactly": ("exactly",),
}  # fmt: skip
_RELATION = {word: sign for sign, words in _RELATIONS.items() for word in words}
_RAISE = "raise|increase|lift|bring|boost|expand|improve|grow"
_LOWER = "reduce|cut|lower|limit|contain|decrease|shrink"
_DO = (
    f"{_RAISE}|{_LOWER}|create|build|add|keep|hold|maintain|ensure|achieve|reach|complete|open|train|plant|have|see|get"
)
_VERB = re.compile(
    rf"^(?:we\s+)?(?:(?:will|shall|to|should)\s+)*(?:(?P<verb>{_DO})(?:\s+|$))?(?:(?:the|an?)\s+)?", re.IGNORECASE
)
_GROWS = re.compile(
    r"\s*\b(?:(?:will|should|is|are|to)\s+)*(?:growth|grow|grows|rise|rises|increase|increases|expand|expands|up)"
    r"(?:\s+(?:by|of|at|to be|rate of))?$"
)
_FALLS = re.compile(r"\b(?:falls?|drops?|declines?|decreases?|down|reduc\w*|cut)\b", re.IGNORECASE)
_LINK = re.compile(r"\s*\b(?:at|to|by|of|in|a|the|be|is|are|stay|stays|remain|remains|will|should|reach|reaches|kept)$")
_YEARLY = re.compile(r"\b(?:a|per|each|every) year\b|\bannual(?:ly)?\b|\bon average\b", re.IGNORECASE)
_END = re.compile(r"\s*(?:\b(?:in|by|for|during|across|within|at|through|with|and|on|over|this)\b|[,;.]).*$")


def english_promise(sentence: str) -> _Spoken | None:
    """The parts of a promise; None where the sentence has several numbers, a fall, or nothing that could be named."""
    text = " ".join(sentence.split()).rstrip(".!")
    when = _WHEN.search(text)
    period = "-".join(one for one in when.groups() if one) if when else ""
    bare = _NOW.sub("", text.replace(when[0], "", 1) if when else text).strip()
    found = [one for one in _FIGURE.finditer(bare) if one["low"]]
    if len(found) != 1 or not sentence.isascii() or _YEARLY.search(bare):
        return None
    figure = found[0]
    before, sign = _relation(bare[: figure.start()].strip())
    head = _VERB.match(before)
    verb = (head["verb"] or "").lower() if head else ""
    before = before[head.end() if head else 0 :]
    by = re.search(r"\bby$", before) is not None
    falls = _FALLS.search(before) or (by and re.fullmatch(_LOWER, verb))
    if falls or (figure["high"] and sign not in ("", "between")):
        return None
    goal = _goal(figure, sign or ("at most" if re.fullmatch(_LOWER, verb) else ""))
    name, unit, growth = _thing(
        before, bare[figure.end() :].strip(), figure, by=by and bool(re.fullmatch(_RAISE, verb))
    )
    if not name:
        return None
    return _Spoken(name[0].upper() + name[1:], goal, unit, period, str(Measure.GROWTH) if growth else "")


def _relation(before: str) -> tuple[str, str]:
    """The words before a number without those that bind it, and how they do."""
    for word in sorted(_RELATION, key=len, reverse=True):
        if re.search(rf"(?:^|\s){word}$", before, re.IGNORECASE):
            return before[: -len(word)].strip(), _RELATION[word]
    return before, ""


def _goal(figure: re.Match[str], sign: str) -> str:
    low, high = ((figure[key] or "").replace(",", "") for key in ("low", "high"))
    return f"{low}-{high}" if high else f"{sign} {low}".strip()


def _thing(before: str, after: str, figure: re.Match[str], *, by: bool) -> tuple[str, str, bool]:
    """What is counted, in which unit, and whether a rate of growth is meant."""
    subject = before
    grows = _GROWS.search(before)
    if grows:
        subject = before[: grows.start()]
    while link := _LINK.search(subject):
        subject = subject[: link.start()]
    phrase = _END.sub("", after).strip()
    if figure["rate"]:
        unit = "%" if re.fullmatch(_PER_CENT, figure["rate"]) else "percentage points"
        growth = bool(grows) or by or phrase.endswith("growth")
        name = subject.strip() or re.sub(r"^of\s+", "", phrase)
        return (f"{name} growth" if growth and name and "growth" not in name.lower() else name), unit, growth
    tens = f"{figure['tens']} " if figure["tens"] else ""
    unit, of, thing = phrase.partition(" of ")
    if subject.strip():
        return subject.strip(), f"{tens}{unit}".strip(), False
    if of and unit:
        return thing.strip(), f"{tens}{unit}", False
    last = phrase.split()[-1] if phrase else ""
    if is_unit(last) and phrase == last:
        return "", "", False
    return phrase, f"{tens}{last}", False
