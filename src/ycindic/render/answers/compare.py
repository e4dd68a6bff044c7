"""What became of the promises of one year in those of the next? The answer of `compare` as a sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ycindic.render.answers.scan import json_number
from ycindic.render.answers.sheet import NOTHING, SCHEMA, Column, Document, Sheet, Value
from ycindic.render.words.visible import one_line
from ycindic.scan.amounts import amount_ends
from ycindic.scan.compare import Fate, Moved, Pledge
from ycindic.text import Text, _, _p

_FATES: Mapping[Fate, Text] = {
    Fate.KEPT: _("kept"),
    Fate.REWORDED: _("reworded"),
    Fate.RAISED: _("raised"),
    Fate.LOWERED: _("lowered"),
    Fate.FIRMER: _("firmer"),
    Fate.SOFTER: _("softer"),
    Fate.OTHER_UNIT: _("other unit, not compared"),
    Fate.DROPPED: _("dropped"),
    Fate.NEW: _("new"),
}


def _fates(one: Moved, lang: str) -> str:
    return _(", ").in_language(lang).join(_FATES[fate].in_language(lang) for fate in one.fates)


def _of(one: Moved) -> Pledge | None:
    return one.old or one.new


def _wording(said: Pledge | None) -> str:
    return (said.wording or said.name) if said else ""


def _number(said: Pledge | None) -> Value:
    return [json_number(end) for end in amount_ends(said.value)] if said else None


_COLUMNS: Mapping[str, Column[Moved]] = {
    "fates": Column(lambda one: [str(fate) for fate in one.fates], _("What became of it"), words=_fates, left=True),
    "name": Column(lambda one: said.name if (said := _of(one)) else "", _("Indicator"), left=True, flat=True),
    "old_wording": Column(lambda one: _wording(one.old), _p("of two reports", "Was"), left=True, wraps=True, flat=True),
    "new_wording": Column(lambda one: _wording(one.new), _p("of two reports", "Is"), left=True, wraps=True, flat=True),
    "old_value": Column(lambda one: _number(one.old), _("Value was"), flat=True),
    "new_value": Column(lambda one: _number(one.new), _("Value is"), flat=True),
    "old_unit": Column(lambda one: one.old.unit if one.old else None, _("Unit was"), left=True, flat=True),
    "new_unit": Column(lambda one: one.new.unit if one.new else None, _("Unit is"), left=True, flat=True),
}
"""The columns of a promise beside that of another year; a document holds both sides. New ones come last."""
_USUAL = ("fates", "name", "old_wording", "new_wording")


def sheet(changes: Sequence[Moved]) -> Sheet[Moved]:
    """A row a promise: what became of it, its name, both wordings."""
    sides = Document[Moved]({"schema": SCHEMA}, besides=lambda one: {"old": _side(one.old), "new": _side(one.new)})
    return Sheet("changes", _COLUMNS, changes, _USUAL, document=sides, line=_line)


def _line(one: Moved, lang: str) -> str:
    """What became of a promise, its name, both wordings."""
    said = _of(one)
    wordings = " → ".join(_wording(side) or NOTHING for side in (one.old, one.new))
    return one_line(f"{_fates(one, lang)}: {said.name if said else ''}: {wordings}")


def compared_summary(changes: Sequence[Moved], lang: str) -> str:
    """How many of each."""
    count = Counter(fate for one in changes for fate in one.fates)
    return (
        _p("of two reports", ", ")
        .in_language(lang)
        .join(f"{_FATES[fate].in_language(lang)} {count[fate]}" for fate in Fate if count[fate])
    )


def _side(said: Pledge | None) -> dict[str, Value] | None:
    if said is None:
        return None
    return {
        "name": said.name,
        "wording": said.wording,
        "section": said.section,
        "relation": said.relation and str(said.relation),
        "value": [json_number(end) for end in amount_ends(said.value)],
        "unit": said.unit,
        "commitment": str(said.commitment),
    }
