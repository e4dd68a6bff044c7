"""`ycindic import`: take in tables as offices send them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from ycindic.cli.hidden import HiddenToo, talk_of_hidden
from ycindic.cli.language import lang as tongue
from ycindic.cli.language import say
from ycindic.cli.options import named, not_empty, spoken_period, wrong
from ycindic.cli.output import Failed, answer_lines, talk, tell
from ycindic.cli.writing import (
    WRITING,
    BasisOption,
    Published,
    SourceText,
    StageText,
    Writing,
    ask,
    on_terminal,
    refuse,
    tell_faults,
    writing,
)
from ycindic.domain import model
from ycindic.domain.model import IndicatorId
from ycindic.domain.period import FIRST_YEAR, LAST_YEAR
from ycindic.domain.plausibility import Doubtful
from ycindic.domain.problem import Code
from ycindic.record.entry import Entry
from ycindic.record.intake import Delivery, Item, Order, Preview, take_in
from ycindic.record.sent import SentTables
from ycindic.record.standing import written_number
from ycindic.record.tables.choice import Choice, chosen_rows
from ycindic.record.tables.evidence import Given
from ycindic.record.tables.reader import Stranger
from ycindic.render.words.figures import figure_words
from ycindic.render.words.units import amounts_of
from ycindic.render.words.wording import BOUNDS, STAGES, listed
from ycindic.text import Joined, Text, Verbatim, _, _p

_MOST_ASKED = 3
"""So many doubts of one kind about one indicator are told one by one."""


@writing(asks=True)
def command(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", parser=named, help="CSV, .xlsx, .ods or .xls files")
    ],
    mapping: Annotated[
        Path | None, typer.Option("--map", metavar="FILE", parser=named, help="A mapping: two columns, seen and means")
    ] = None,
    sheet: Annotated[str, typer.Option(metavar="NAME", help="This sheet only")] = "",
    hidden: HiddenToo = False,
    year: Annotated[
        int | None, typer.Option(metavar="YYYY", min=FIRST_YEAR, max=LAST_YEAR, help="The year the table leaves out")
    ] = None,
    period: Annotated[
        str, typer.Option(metavar="PERIOD", callback=not_empty, help="The period that the table leaves out")
    ] = "",
    basis: BasisOption = "",
    published: Published = "",
    stage: StageText = "",
    source: SourceText = "",
    where: Annotated[
        list[str] | None,
        typer.Option("--where", metavar="COLUMN=TEXT", help="Only rows with this text in this column, such as Sex="),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Refuse rows of unregistered indicators (else left out and told)")
    ] = False,
    partial: Annotated[bool, typer.Option("--partial", help="Write the rest although some are refused")] = False,
    how: Writing = WRITING,
) -> int:
    """Take in tables of CSV files or workbooks: shows what is new, the same, changed, refused,
    then writes one new file
    """
    given = _given(year, period, basis)
    tables = SentTables(tuple(files), given, published, stage, source, sheet, hidden, _choices(where or []), strict)
    return _taken(how.order("import")._replace(partial=partial), tables._replace(mapping=mapping))


def _choices(texts: list[str]) -> tuple[Choice, ...]:
    found = [chosen_rows(text) for text in texts]
    if None in found:
        raise wrong(_("write COLUMN=TEXT"), "--where")
    return tuple(one for one in found if one)


def _given(year: int | None, period: str, basis: str) -> Given:
    bases = list(model.Basis)
    found = spoken_period(period) if period else None
    if period and found is None:
        raise wrong(_("{period!r} is no period", period=period), "--period")
    if basis and basis not in bases:
        raise wrong(_("no {basis!r}", basis=basis), "--basis")
    return Given(year, found, model.Basis(basis) if basis else None)


def _taken(order: Order, tables: SentTables) -> int:
    asking = on_terminal() and not order.waiver.yes and not order.dry_run
    preview = take_in(order._replace(dry_run=True) if asking else order, tables)
    tell(preview.problems)
    tell_faults(preview.faults)
    _talk_of_files(preview.delivery)
    if preview.problems:
        raise Failed(2)
    answer_lines(_told(preview, order.as_of))
    _talk(preview.delivery, sound=not preview.refused, dry_run=order.dry_run)
    if asking and _may_write(order, preview):
        if not ask(_("Write it?")):
            return 0
        preview = take_in(order, tables, agreed=preview)
        tell(preview.problems)
    return _end(order, preview)


def _may_write(order: Order, preview: Preview) -> bool:
    return bool(preview.items) and (not preview.refused or order.partial)


def _end(order: Order, preview: Preview) -> int:
    """Tell what was written, or why nothing was."""
    if preview.written:
        talk(_("figures written: {count}, to {path}", count=len(preview.items), path=preview.path))
        return 0
    if preview.refused and not (order.partial and (preview.items or preview.same)):
        talk(_why_refused(order, preview))
        return 2
    if order.dry_run or not preview.items:
        return 0
    if preview.doubts:
        refuse(preview.open_doubts(order.waiver))
    else:
        talk(_("nothing was written: the figures have changed meanwhile, try again"))
    return 2


def _why_refused(order: Order, preview: Preview) -> Text:
    if any(one.code is Code.FORM_CHANGED for one in preview.refused):  # the rest of such a form is suspect
        return _("a form was changed, so nothing was written; put its cells back, or ask the office once more")
    if order.partial:
        return _("every figure is refused, so nothing was written")
    return _("some figures are refused, so none was written; mend them, or add --partial")


def _told(preview: Preview, day: date) -> list[str]:
    """The preview: counts, and a line for every figure that is not the same."""
    from ycindic.render.answers.doubts import shifted
    from ycindic.render.words.problems import fault_lines as refusals

    found = [
        say(
            _(
                "new {new} · the same {same} · changed {changed} · refused {refused} · left out {left}",
                new=len(preview.new),
                same=len(preview.same),
                changed=len(preview.changed),
                refused=len(preview.refused),
                left=len(_left_out(preview)),
            )
        )
    ]
    found += [f"+ {_item(one)}" for one in preview.new]
    found += [f"~ {_item(one)}" for one in preview.changed]
    found += [f"✗ {line}" for line in refusals(preview.refused, tongue())]
    found += _strangers(preview)
    found += _questions(preview)
    shifts = (shifted(one.before, one.after, day, tongue()) for one in preview.shifts if one.changed)
    return [*found, *(line for lines in shifts for line in lines)]


def _questions(preview: Preview) -> list[str]:
    """A line for every doubt; where a whole column is strange in one way, its first ones and their number."""
    from ycindic.render.answers.doubts import asked

    alike: dict[tuple[IndicatorId, Doubtful], list[str]] = {}
    for entry, one in preview.doubts:
        line = say(_("? {about}: {said}", about=_name(entry), said=asked(one, entry.indicator, tongue())))
        alike.setdefault((entry.indicator.id, one.kind), []).append(line)
    lines: list[str] = []
    names = {entry.indicator.id: entry.indicator.name for entry, _doubt in preview.doubts}
    for (indicator, kind), found in alike.items():
        lines += found[:_MOST_ASKED]
        if more := len(found[_MOST_ASKED:]):
            lines.append(
                say(_("? {indicator}: {more} more [{kind}]", indicator=names[indicator], more=more, kind=kind))
            )
    return lines


_MOST_STRANGERS = 12


def _left_out(preview: Preview) -> list[Stranger]:
    """The rows and columns of unregistered indicators, which stop no others; none twice, none that is refused."""
    refused = {one.place for one in preview.refused}
    found = {one.text: one for one in reversed(preview.delivery.strangers) if one.place not in refused}
    return [*reversed(found.values())]


def _strangers(preview: Preview) -> list[str]:
    """How many rows were left out and the first of them; those with a registered name and another unit say why."""
    left = _left_out(preview)
    far = [one for one in left if not one.near]
    lines = [_near(one) for one in left if one.near][:_MOST_STRANGERS]
    if far:
        some = say(_p("of a list", ", ")).join(map(_far, far[:_MOST_STRANGERS])) + (
            "…" if len(far) > _MOST_STRANGERS else ""
        )
        lines.append(say(_("- not registered, rows left out {count}: {some}", count=len(far), some=some)))
    return lines


def _far(one: Stranger) -> str:
    """A row of nobody we know, and who it may be."""
    return say(_("{text} (perhaps {name}?)", text=one.text, name=one.alike.name)) if one.alike else one.text


def _near(one: Stranger) -> str:
    """A row that was left out for what stands behind a registered name."""
    if one.near is None:
        raise AssertionError
    return say(
        _(
            "- left out {text!r} ({place}): {remark!r} is no known unit of {name}, which is told as {amount}",
            text=one.text,
            place=one.place,
            remark=one.remark,
            name=one.near.name,
            amount=amounts_of("12", one.near),
        )
    )


def _item(item: Item) -> str:
    entry = item.entry
    value, day = _amount(entry.value, entry), entry.published or _("undated")
    if item.stays:
        kept = _amount(item.stays.value, entry)
        earlier = _("kept as an earlier vintage; {kept} stays", kept=kept)
        return say(_("{name}  {value}  ({beside}): {earlier}", name=_name(entry), value=value,
                     beside=listed([day, item.place]), earlier=earlier))  # fmt: skip
    before = f"{say(_amount(item.old.value, entry))} → " if item.old else ""
    more = [one for one in (STAGES[entry.stage], BOUNDS[entry.bound], Verbatim(entry.note)) if say(one)]
    beside = listed([day, item.place, *more])
    return say(_("{name}  {before}{value}  ({beside})", name=_name(entry), before=before, value=value, beside=beside))


def _name(entry: Entry) -> Text:
    return figure_words(entry.indicator, entry.period, entry.basis)


def _amount(value: Decimal | None, entry: Entry) -> Text:
    return Verbatim("–") if value is None else amounts_of(written_number(value), entry.indicator)


_KINDS: Mapping[str, Text] = {"ods": _("an OpenDocument workbook (.ods)"), "xls": _("an old .xls workbook")}
"""Files of which it is told what they are."""


def _talk_of_files(delivery: Delivery) -> None:
    for name, kind in delivery.kinds:
        if kind in _KINDS:
            talk(_("{name}: {kind}, read as it is shown", name=name, kind=_KINDS[kind]))
    talk_of_hidden(delivery.hidden)


def _talk(delivery: Delivery, *, sound: bool, dry_run: bool) -> None:
    """What else a delivery says; that an office has answered only where its figures are `sound`."""
    for name, text in delivery.not_used:
        talk(_("column not used: {name} {text!r}", name=name, text=text))
    for name, text in delivery.plan_shares:
        talk(_("column left out, as it holds shares of the year's plan: {name} {text!r}", name=name, text=text))
    for office, keys in delivery.unanswered:
        if keys:
            names = Joined(_p("names in one line", "; "), keys)
            talk(_("{office}: not answered {count}: {names}", office=office, count=len(keys), names=names))
        elif sound:
            is_so = _("{office}: every figure is answered", office=office)
            talk(_("{office}: every figure would be answered", office=office) if dry_run else is_so)
    if delivery.silent:
        names = Joined(_p("names in one line", "; "), delivery.silent)
        talk(_("nothing came from {count}: {names}", count=len(delivery.silent), names=names))
    for name in delivery.passed_over:
        talk(_("no table recognised: {name}", name=name))
