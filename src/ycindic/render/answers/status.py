"""Where does every target stand? The answer of `status` as a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ycindic.domain.assessment import NEED_ACTION, URGENCY, Assessment, Verdict
from ycindic.domain.model import TargetId
from ycindic.render.answers.columns import STATUS_COLUMNS
from ycindic.render.answers.report import Report
from ycindic.render.answers.sheet import SCHEMA, Column, Document, Note, Notice, Page, Sheet, Value
from ycindic.render.words import labels
from ycindic.render.words.screen import Screen
from ycindic.text import _

if TYPE_CHECKING:  # only the forms that need them load them
    from ycindic.domain.opinions import Opinion
    from ycindic.render.answers.leaf import Leaf
    from ycindic.render.answers.paper import Brief
    from ycindic.render.answers.shelves import RowStory

_WIDEST = (
    "verdict", "name", "goal", "actual", "actual_period", "gap", "completion", "expected_completion",
    "time_progress", "lead_profile", "pace", "catch_up", "annualised", "required", "projection", "outlook",
    "chance",
    "baseline",
    "commitment", "section", "id", "publisher", "wording",
)  # fmt: skip
"""The columns of the widest table, in the order in which they are read."""
_USUAL = (
    "verdict", "name", "goal", "actual", "actual_period", "gap", "completion", "expected_completion", "time_progress",
    "pace", "annualised", "required", "outlook", "chance",
)  # fmt: skip
"""The columns of a page and of a document; a screen has those of `rows`."""


def sheet(report: Report) -> Sheet[Assessment]:
    """The rows that were asked for, with every column."""
    return Sheet(
        name="targets",
        columns=STATUS_COLUMNS if report.opinions is None else STATUS_COLUMNS | _opinions(report.opinions),
        rows=report.rows,
        usual=_USUAL,
        widest=_WIDEST,
        spare=True,
        as_of=report.as_of,
        document=Document(
            before=_before(report),
            after=lambda: _after(report),
            besides=None if report.opinions is None else _besides(report.opinions),
            lined=True,
        ),
        page=lambda screen: _page(report, screen),
        brief=lambda lang: _brief(report, lang),
        leaves=lambda lang: _leaves(report, lang),
        drawn=lambda screen: _drawn(report, screen),
        story=lambda: _story(report),
        also=_opinion_names,
    )


_Votes = Mapping[TargetId, "tuple[Opinion, ...]"]
"""The second opinions about each target."""


def _opinions(votes: _Votes) -> dict[str, Column[Assessment]]:
    from ycindic.render.answers.opinions import opinion_columns

    return opinion_columns(votes)


def _opinion_names() -> Sequence[str]:
    from ycindic.render.answers.opinions import OPINION_COLUMNS as NAMES

    return NAMES


def _besides(votes: _Votes) -> Callable[[Assessment], Mapping[str, Value]]:
    from ycindic.render.answers.opinions import opinion_values

    return lambda row: opinion_values(row, votes[row.target.id])


def _before(report: Report) -> dict[str, Value]:
    title = report.plan.title
    return {"schema": SCHEMA, "as_of": report.as_of, "title": {"zh": title.zh, "en": title.en}}


def _after(report: Report) -> dict[str, Value]:
    from ycindic.render.answers.faults import fault_values

    return {"problems": fault_values(report.problems), "not_yet_published": report.later}


def _page(report: Report, screen: Screen) -> Page[Assessment]:
    from ycindic.domain.overview import overview, running_rows, running_year
    from ycindic.render.answers.blocks import groups, title
    from ycindic.render.answers.summary import apart_words, headline_items, verdict_counts

    lang, seen = screen.lang, overview(report.plan, report.rows, report.facts, report.as_of)
    return Page(
        groups=groups(report, screen),
        title=title(report.plan, lang),
        dated=labels.as_of(report.as_of, lang),
        lines=(headline_items(report, seen, lang), *([one.in_language(lang)] for one in apart_words(seen))),
        counts=verdict_counts(running_rows(report.rows, running_year(report.plan, report.as_of)), screen),
        attention=(labels.ACTION.in_language(lang), _late(report, lang)),
        notes=list(_notes(report, screen)),
        unread=not report.plan.indicators and bool(report.problems),
    )


def _drawn(report: Report, screen: Screen) -> str:
    """The first look, or every row."""
    if report.whole:
        from ycindic.render.answers.unfolded import unfolded

        return unfolded(_page(report, screen), report, screen)
    from ycindic.render.answers.opening import opening

    return opening(report, screen)


def _brief(report: Report, lang: str) -> Brief:
    from ycindic.render.answers.brief import make_brief

    return make_brief(report, lang)


def _leaves(report: Report, lang: str) -> Sequence[Leaf]:
    from ycindic.render.answers.leaves import leaves

    return leaves(report, lang)


def _notes(report: Report, screen: Screen) -> Iterator[Note]:
    from ycindic.render.answers.summary import waiting
    from ycindic.render.words.looks import labelled

    lang, rows = screen.lang, report.rows
    for line in waiting(report, lang):
        yield Note([line], on="screen")
    if report.hidden:
        yield Note([f"{report.hidden} {labels.HIDDEN.in_language(lang)}"])
    signs = [labelled(one, lang, ascii_only=screen.ascii_only) for one in Verdict]
    yield Note(signs, dim=True, on="screen", column="verdict")
    if any(row.figures.actual is None and row.figures.provisional is not None for row in rows):
        yield Note([labels.PROVISIONAL.in_language(lang)], dim=True, on="screen")


def _late(report: Report, lang: str) -> Iterator[Notice]:
    """What of the present needs attention, the most urgent first; made only for those who tell it."""
    from ycindic.domain.phase import phase
    from ycindic.render.answers.cells import name, target_period
    from ycindic.render.words.looks import LOOKS
    from ycindic.render.words.sentence import sentence

    rows = [row for row in report.rows if row.verdict in NEED_ACTION and row.part_of is None]
    late = [row for row in rows if phase(row, report.as_of).present]
    for row in sorted(late, key=lambda row: URGENCY.index(row.verdict)):
        said = _("{verdict}. {sentence}", verdict=LOOKS[row.verdict].word, sentence=sentence(row))
        yield Notice(name(row, lang), target_period(row, lang), said.in_language(lang))


def _story(report: Report) -> RowStory[Assessment]:
    from ycindic.render.answers.board import board

    return board(report)
