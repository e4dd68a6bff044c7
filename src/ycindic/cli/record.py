"""`ycindic record`: put in one figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from ycindic.cli.language import lang as tongue
from ycindic.cli.language import say
from ycindic.cli.options import AsOf, Data, Lang, as_of_date, check_language, not_empty
from ycindic.cli.output import Failed, answer, tell
from ycindic.cli.writing import (
    BasisOption,
    DryRun,
    IndicatorArgument,
    NoteOption,
    PeriodText,
    Published,
    SourceText,
    StageText,
    Waive,
    Yes,
    agreed,
    tell_faults,
    today,
    waiver,
    writer,
)
from ycindic.domain.plausibility import Doubt
from ycindic.domain.row import Typed
from ycindic.load.find import find
from ycindic.record.figure import Outcome, Request, put, written_number
from ycindic.render.words.visible import a_line_each
from ycindic.text import _


def command(
    indicator: IndicatorArgument,
    period: PeriodText,
    value: Annotated[str, typer.Argument(metavar="VALUE", help="The value, such as 5.4 or -2.2")],
    basis: BasisOption = "",
    published: Published = "",
    stage: StageText = "",
    bound: Annotated[
        str,
        typer.Option(
            metavar="over|under|about",
            callback=not_empty,
            help="Not exact: over, under, about",
        ),
    ] = "",
    source: SourceText = "",
    note: NoteOption = "",
    dry_run: DryRun = False,
    yes: Yes = False,
    waive: Waive = None,
    as_of: AsOf = None,
    data: Data = None,
    lang: Lang = None,
) -> int:
    """Put in one figure, and see what it changes"""
    check_language(lang)
    typed = Typed(indicator, period, value, basis, published, stage, bound, source, note)
    answers = waiver(yes, waive)
    return write_figure(Request(find(data), typed, today(), as_of_date(as_of), writer("record"), dry_run, answers))


def write_figure(request: Request) -> int:
    """Put the figure in, asking where it looks strange, and tell the end."""
    outcome = put(request)
    while not outcome.written and not request.dry_run and (doubts := request.waiver.leaves(outcome.doubts)):
        if not agreed(_lines(outcome, doubts), doubts):
            return 0
        outcome = put(request, waived=outcome.doubts)
    tell(outcome.problems)
    if outcome.problems:
        tell_faults(outcome.faults)
        raise Failed(2)
    answer(a_line_each(_told(request, outcome)), "text")
    tell_faults(outcome.faults)
    return 0


def _lines(outcome: Outcome, doubts: Sequence[Doubt]) -> list[str]:
    from ycindic.render.answers.doubts import asked

    return [asked(one, outcome.entry.indicator, tongue()) for one in doubts if outcome.entry]


def _told(request: Request, outcome: Outcome) -> list[str]:
    from ycindic.render.answers.doubts import shifted

    if outcome.same:
        place = outcome.same.place
        return [say(_("already there, nothing changed: {place}", place=place))]
    told = [_headline(request, outcome)]
    if request.dry_run:
        told += [f"? {one}" for one in _lines(outcome, outcome.doubts)]
    return [*told, *(line for one in outcome.shifts for line in shifted(one.before, one.after, tongue()))]


def _headline(request: Request, outcome: Outcome) -> str:
    entry, old = outcome.entry, outcome.old
    if entry is None:
        raise AssertionError
    value, before = written_number(entry.value), written_number(old.value) if old else ""
    what = f"{entry.name} = {value}" if value else _("retraction of {name}", name=entry.name)
    told = _("{what} (published {day})", what=what, day=entry.stamp)
    if outcome.stays:
        told = _(
            "{what} (published {day}, kept as an earlier vintage; {kept} stays)",
            what=what,
            day=entry.stamp,
            kept=before or "–",
        )
    elif before:
        told = _("{what} (published {day}, before {before})", what=what, day=entry.stamp, before=before)
    if request.dry_run:
        return say(_("would write {told} to {path}", told=told, path=outcome.path))
    return say(_("written {told} to {path}", told=told, path=outcome.path))
