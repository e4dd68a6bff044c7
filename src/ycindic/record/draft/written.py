"""How is a draft written: targets.yaml in the project's form, and the results as a file of actuals?"""

from collections.abc import Iterable, Mapping, Sequence

from ycindic.domain.model import Named
from ycindic.domain.row import FIGURE_COLUMNS, Typed
from ycindic.record.append import row_text
from ycindic.record.draft.entries import DraftedEntry

_SPECIAL = frozenset(":#{}[],&*!|>%@`\"'\\=")


def quoted(text: str) -> str:
    """A text as a YAML value: quoted where it could be taken for something else."""
    plain = text and not (_SPECIAL & set(text)) and text[0] not in "-?~" and text == text.strip()
    if plain and not text[0].isdigit() and text.isprintable() and text.lower() not in _WORDS:
        return text
    shown = "".join(char if char.isprintable() else " " for char in text)
    return '"' + shown.replace("\\", "\\\\").replace('"', '\\"') + '"'


_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off"})


def registry(
    title: str, year: str, sections: Mapping[str, str], names: Sequence[Named], found: Sequence[DraftedEntry]
) -> str:
    """The whole of targets.yaml."""
    en = f"Government work report {year}".strip()
    lines = [
        "# A draft made by `ycindic scan --draft`: read it beside the report. `todo` marks what could not be decided;",
        "# a target that has one is not judged until it is gone. English names in Chinese are still to be written.",
        "schema: 1",
        f"title: {{zh: {quoted(title)}, en: {quoted(en)}}}",
    ]
    if sections:
        lines += ["sections:", *(f"  {quoted(key)}: {quoted(value)}" for key, value in sections.items())]
    if names:
        lines += ["names:", *(f"  - {{phrase: {quoted(one.phrase)}, why: {quoted(one.why)}}}" for one in names)]
    lines += ["indicators:", *indicator_lines(found)] if found else ["indicators: {}"]
    return "\n".join(lines) + "\n"


def indicator_lines(found: Iterable[DraftedEntry]) -> list[str]:
    """The lines of some indicators."""
    return [line for entry in found for line in _indicator(entry)]


def _indicator(entry: DraftedEntry) -> list[str]:
    lines = [
        f"  {quoted(entry.id)}:",
        f"    name: {{zh: {quoted(entry.zh)}, en: {quoted(entry.en or entry.zh)}}}",
        f"    unit: {quoted(entry.unit)}",
        f"    measure: {entry.measure}",
        *(f"    {key}: {value}" for key, value in entry.more.items()),
    ]
    if entry.better:
        lines.append(f"    better: {entry.better}")
    if not entry.targets:
        return [*lines, "    targets: []"]
    return [*lines, "    targets:", *(f"      {line}" for line in target_lines(entry))]


def target_lines(entry: DraftedEntry) -> list[str]:
    """The lines of an indicator's targets, not indented."""
    lines: list[str] = []
    for promise in entry.targets:
        keys = dict(promise.keys)
        if promise.todo:
            keys["todo"] = promise.todo
        typed = [f"{key}: {value if key in _TYPED else quoted(value)}" for key, value in keys.items() if value]
        lines += [f"- {typed[0]}", *(f"  {line}" for line in typed[1:])]
    return lines


_TYPED = frozenset({
    "period", "relation", "goal", "as", "baseline", "by", "stretch", "average", "total", "hold", "scope", "commitment",
    "headline",
})  # fmt: skip


def actuals(rows: Iterable[tuple[str, str, str, str, str]], source: str) -> str:
    """The results as a file of actuals: indicator, period, value, basis, bound."""
    figures = (
        Typed(indicator, period, value, basis, bound=bound, source=source)
        for indicator, period, value, basis, bound in rows
    )
    return "".join(f"{row_text(one)}\n" for one in (FIGURE_COLUMNS, *figures))
