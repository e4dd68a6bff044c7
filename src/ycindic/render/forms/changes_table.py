"""The changed verdicts for eyes. rich lives here."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from ycindic.domain.assessment import Assessment
from ycindic.domain.changes.change import Change
from ycindic.render.answers.blocks import title
from ycindic.render.answers.cells import NOTHING, name, verdict
from ycindic.render.answers.changes import Difference, why
from ycindic.render.answers.report import Screen
from ycindic.render.forms.page import drawn, grid, words
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.wording import Pair, pick

HEADINGS: tuple[Pair, ...] = (("指标", "Indicator"), ("原结论", "Was"), ("现结论", "Is"), ("原因", "Why"))


def as_table(difference: Difference, screen: Screen) -> str:
    """A line a changed target: what the verdict was, what it is, and why."""
    return drawn(_page(difference, screen), screen)


def _page(difference: Difference, screen: Screen) -> Iterator[RenderableType]:
    lang = screen.lang
    yield Text.assemble((title(difference.plan, lang), "bold"), f"  {difference.first} → {difference.last}")
    count, asked = len(difference.changes), difference.asked
    yield words(pick((f"{asked}项目标中{count}项结论有变", f"{count} of {asked} verdicts changed"), lang))
    if difference.changes:
        yield words("")
        rows = (_row(one, screen) for one in difference.changes)
        yield grid((pick(one, lang) for one in HEADINGS), rows)


def _row(change: Change, screen: Screen) -> list[Text]:
    lang = screen.lang
    told = why(change)
    reason = told.zh if lang == "zh" else told.en
    label = f"{name(change.shown, lang).strip(' ·')} ({change.shown.target.id})"
    return [words(label), _verdict(change.before, screen), _verdict(change.after, screen), words(reason)]


def _verdict(row: Assessment | None, screen: Screen) -> Text:
    if row is None:
        return words(NOTHING)
    return words(verdict(row, screen.lang, ascii_only=screen.ascii_only), style=LOOKS[row.verdict].colour)
