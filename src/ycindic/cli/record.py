"""`ycindic record`: put in one figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated

import typer

from ycindic.cli.language import lang as tongue
from ycindic.cli.language import say
from ycindic.cli.options import not_empty
from ycindic.cli.output import Failed, answer_lines, talk, tell
from ycindic.cli.writing import (
    WRITING,
    BasisOption,
    IndicatorArgument,
    NoteOption,
    PeriodText,
    Published,
    SourceText,
    StageText,
    Writing,
    agreed,
    tell_faults,
    writing,
)
from ycindic.domain.history import Vintage
from ycindic.domain.model import Basis, Indicator
from ycindic.domain.plausibility import Doubt
from ycindic.domain.problem import Code
from ycindic.domain.row import Typed
from ycindic.record.effect import Shift
from ycindic.record.entry import Entry
from ycindic.record.figure import OneFigure
from ycindic.record.intake import Order, Preview, take_in
from ycindic.record.standing import written_number
from ycindic.render.words.figures import figure_words
from ycindic.render.words.units import amount_of
from ycindic.text import Text, _
from ycindic.text.proposed import proposed


@writing(asks=True)
def command(
    indicator: IndicatorArgument,
    period: PeriodText,
    value: Annotated[str, typer.Argument(metavar="VALUE", help="The value, such as 5.4 or -2.2")],
    basis: BasisOption = "",
    published: Published = "",
    stage: StageText = "",
    bound: Annotated[
        str, typer.Option(metavar="over|under|about", callback=not_empty, help="Not exact: over, under, about")
    ] = "",
    source: SourceText = "",
    note: NoteOption = "",
    how: Writing = WRITING,
) -> int:
    """Put in one figure, and see what it changes"""
    typed = Typed(indicator, period, value, basis, published, stage, bound, source, note)
    return write_figure(how.order("record"), typed)


def write_figure(order: Order, typed: Typed) -> int:
    """Put the figure in, asking where it looks strange, and tell the end."""
    preview = take_in(order, OneFigure(typed))
    while not order.dry_run and not preview.written and (doubts := preview.open_doubts(order.waiver)):
        if not agreed(_questions(preview, doubts), doubts):
            return 0
        order = order._replace(waiver=order.waiver._replace(single=frozenset(one for _, one in preview.doubts)))
        preview = take_in(order, OneFigure(typed))
    stops = (*preview.problems, *preview.refused)
    tell(stops)
    if any(one.code in (Code.NO_BASIS, Code.OPEN_BASIS) for one in stops):
        talk(_with_a_basis(typed))
    if stops:
        tell_faults(preview.faults)
        raise Failed(2)
    answer_lines(_told(order, preview, typed))
    tell_faults(preview.faults)
    return 0


def _questions(preview: Preview, doubts: Sequence[Doubt]) -> list[str]:
    from ycindic.render.answers.doubts import asked

    return [asked(one, entry.indicator, tongue()) for entry, one in preview.doubts if one in doubts]


def _with_a_basis(typed: Typed) -> Text:
    """The whole lines that say what a mean covers."""
    so_far, alone = (proposed("record", *typed[:3], "--basis", one) for one in (Basis.YTD, Basis.ALONE))
    return _("of the year so far: {so_far}; of {period} alone: {alone}", so_far=so_far, alone=alone,
             period=typed.period)  # fmt: skip


def _told(order: Order, preview: Preview, typed: Typed) -> list[str]:
    from ycindic.render.answers.doubts import shifted

    if preview.same:
        return [say(_("already there, nothing changed: {place}", place=preview.same[0]))]
    (item,) = preview.items
    told = [_headline(order, preview, typed)]
    if item.under:
        told.append(say(_stays_away(item.entry, item.under)))
    if item.entry.published and item.entry.published > order.as_of:
        told.insert(0, say(_not_yet(order, item.entry.published, typed)))
    if order.dry_run:
        told += [f"? {one}" for one in _questions(preview, [one for _, one in preview.doubts])]
    shifts = (shifted(one.before, one.after, order.as_of, tongue()) for one in preview.shifts if _says(one))
    return [*told, *(line for lines in shifts for line in lines)]


def _says(shift: Shift) -> bool:
    """Whether a target has anything to say of the figure: its verdict has changed, or rests on it."""
    return shift.changed or bool(shift.after.used)


def _not_yet(order: Order, published: date, typed: Typed) -> Text:
    """That a figure is younger than the answers that are asked for, and the line that dates it."""
    basis = ("--basis", typed.basis) if typed.basis else ()
    dated = proposed("record", *typed[:3], *basis, "--published", _("DATE"))
    return _(
        "it counts from {published} on and not yet as of {day}; if it came out before: {command}",
        published=published,
        day=order.as_of,
        command=dated,
    )


def _stays_away(entry: Entry, under: Vintage) -> Text:
    """That a retraction brings no earlier figure back, and the line that does."""
    value = written_number(under.value)
    again = proposed("record", entry.indicator.id, entry.period_text, value, "--basis", entry.basis)
    return _(
        "no figure of this period counts now, nor does the earlier {value} ({day}); to make that one count: {again}",
        value=_amount(under.value, entry.indicator),
        day=under.published or "–",
        again=again,
    )


def _amount(value: Decimal | None, indicator: Indicator) -> str:
    return "" if value is None else amount_of(written_number(value), indicator, tongue())


def _headline(order: Order, preview: Preview, typed: Typed) -> str:
    (item,) = preview.items
    entry = item.entry
    value, before = (_amount(one, entry.indicator) for one in (entry.value, item.old and item.old.value))
    name = figure_words(entry.indicator, entry.period, entry.basis)
    what = _("{name} = {value}", name=name, value=value) if value else _("retraction of {name}", name=name)
    if value and before and not item.stays:
        what = _("{name} = {before} → {value}", name=name, before=before, value=value)
    today = not typed.published.strip() and entry.published == order.today
    day = _("today, {day}", day=entry.published) if today else entry.published or ""
    told = _("{what} (published {day})", what=what, day=day)
    if item.stays:
        told = _(
            "{what} (published {day}, kept as an earlier vintage; {kept} stays)", what=what, day=day, kept=before or "–"
        )
    elif before and not value:
        told = _("{what} (published {day}, before {before})", what=what, day=day, before=before)
    if order.dry_run:
        return say(_("would write {told} to {path}", told=told, path=preview.path))
    return say(_("written {told} to {path}", told=told, path=preview.path))
