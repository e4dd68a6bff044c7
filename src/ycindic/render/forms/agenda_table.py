"""The calendar of figures for eyes: what is late, and what comes week by week. rich lives here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from ycindic.domain.agenda import Expected, weeks_of
from ycindic.domain.model import IndicatorId
from ycindic.render.answers.agenda import Agenda
from ycindic.render.answers.blocks import title
from ycindic.render.answers.report import Screen
from ycindic.render.forms.page import drawn, grid, words
from ycindic.render.words import labels
from ycindic.render.words.wording import Pair, pick

HEADINGS: tuple[Pair, ...] = (
    ("应公布", "Due"),
    ("天数", "Days"),
    ("数据期", "Period"),
    ("指标", "Indicator"),
    ("发布单位", "From"),
)


def as_table(agenda: Agenda, screen: Screen) -> str:
    """The late figures, one line an indicator, then those of each week."""
    return drawn(_page(agenda, screen), screen)


def _page(agenda: Agenda, screen: Screen) -> Iterator[RenderableType]:
    lang = screen.lang
    yield Text.assemble((title(agenda.plan, lang), "bold"), f"  {pick(labels.AS_OF, lang)} {agenda.as_of}")
    late = agenda.late
    if late:
        yield from _section(pick((f"逾期未录（{len(late)}）", f"Late ({len(late)})"), lang), _late(late, lang), screen)
    for first, last in weeks_of(agenda.as_of, agenda.until):
        inside = [one for one in agenda.coming if first <= one.due <= last]
        if inside:
            rows = (_row(one, str(one.period), lang, "") for one in inside)
            yield from _section(pick((f"{first}至{last}", f"{first} to {last}"), lang), rows, screen)
    if not agenda.releases:
        yield words(pick((f"至{agenda.until}没有应公布的数据", f"Nothing is due until {agenda.until}"), lang))
    if agenda.irregular:
        count = len(agenda.irregular)
        yield words("")
        yield words(
            pick((f"没有发布日历的指标：{count}", f"Indicators without a calendar: {count}"), lang), style="dim"
        )


def _section(heading: str, rows: Iterator[list[Text]], screen: Screen) -> Iterator[RenderableType]:
    yield words("")
    yield words(heading, style="bold")
    yield _table(rows, screen)


def _table(rows: Iterator[list[Text]], screen: Screen) -> Table:
    return grid((pick(one, screen.lang) for one in HEADINGS), rows)


def _late(late: Sequence[Expected], lang: str) -> Iterator[list[Text]]:
    """The oldest release of each indicator, with the newest and their number where there are more."""
    by_indicator: dict[IndicatorId, list[Expected]] = {}
    for one in late:
        by_indicator.setdefault(one.indicator.id, []).append(one)
    for found in by_indicator.values():
        more = f" … {found[-1].period} ({len(found)})" if len(found) > 1 else ""
        yield _row(found[0], f"{found[0].period}{more}", lang, "yellow")


def _row(one: Expected, period: str, lang: str, style: str) -> list[Text]:
    name = one.indicator.name.zh if lang == "zh" else one.indicator.name.en
    publisher = one.indicator.publisher
    office = "" if publisher is None else publisher.zh if lang == "zh" else publisher.en
    days = Text(str(one.days), style=style, justify="right")
    return [words(str(one.due)), days, words(period), words(f"{name} ({one.indicator.id})"), words(office)]
