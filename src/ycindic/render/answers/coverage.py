"""How is it told what a registry and its report lack of each other?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ycindic.render.answers.scan import CLASS_NAMES, entry
from ycindic.render.answers.sheet import SCHEMA
from ycindic.render.words.visible import one_line
from ycindic.scan.coverage import Coverage, Differs, Lost
from ycindic.text import Text, _, _n, _np

_DIFFERS: Mapping[Differs, Text] = {
    Differs.WORDING: _("wording"),
    Differs.FIGURE: _("figure"),
    Differs.SECTION: _("section"),
    Differs.RELATION: _("relation"),
}


def coverage_lines(found: Coverage, report: str, lang: str) -> Iterator[str]:
    """A line for each number that no entry holds, each entry that the report does not hold, each unused name."""
    for one in found.missing:
        kind = CLASS_NAMES[one.class_].in_language(lang)
        told = _("not in the registry").in_language(lang)
        yield one_line(f"{report}:{one.line}: {told} [{kind}] {one.figure}: {one.clause}")
    for lost in found.lost:
        yield one_line(_lost(lost, lang))
    for named in found.unused:
        told = _("no such phrase in the report").in_language(lang)
        yield one_line(f"{named.place}: {told}: {named.phrase}")


def _lost(lost: Lost, lang: str) -> str:
    differs = ", ".join(_DIFFERS[one].in_language(lang) for one in lost.differs)
    told = _("not in the report ({differs} differs)", differs=differs).in_language(lang)
    near = _("; nearest: {nearest} (line {line})", nearest=lost.nearest, line=lost.line).in_language(lang)
    target = lost.target
    return f"{target.place}: {told} {target.id}: {target.wording}{near if lost.nearest else ''}"


def coverage_summary(found: Coverage, lang: str) -> str:
    """How complete it is, in one line."""
    return _(
        "{findings}, {missing} not in the registry; {lost} and {unused} not in the report",
        findings=_np("of a report", "{count} finding", "{count} findings", len(found.findings)),
        missing=len(found.missing),
        lost=_n("{count} entry", "{count} entries", len(found.lost)),
        unused=_n("{count} name", "{count} names", len(found.unused)),
    ).in_language(lang)


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
