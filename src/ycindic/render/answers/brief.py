"""What does a brief of two or three pages say, as a plan office writes it? The same sentences as everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.assessment import Assessment
from ycindic.domain.facts import Facts, cumulative
from ycindic.domain.judge.promise import promise
from ycindic.domain.model import Measure
from ycindic.domain.overview import Overview, Standing, by_section, overview
from ycindic.render.answers.blocks import section_title, title
from ycindic.render.answers.naming import row_name
from ycindic.render.answers.opening.debts import office_words
from ycindic.render.answers.report import Report
from ycindic.render.answers.rows import Rows, row_head
from ycindic.render.answers.summary import year_gone
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import day_words, percent
from ycindic.render.words.screen import Screen
from ycindic.render.words.sentence import sentence
from ycindic.render.words.visible import one_line
from ycindic.text import _, _n, _p

_COLUMNS = ("name", "goal", "actual", "gap", "required", "verdict")
ANNEX = ("name", "goal", "actual", "verdict")
MOST_ACTIONS = 12


class Chart(NamedTuple):
    """The course of a year and of the one before, by month from 1, and the line that was promised."""

    this_year: tuple[tuple[int, Decimal], ...]
    last_year: tuple[tuple[int, Decimal], ...]
    goal: Decimal | None


class Action(NamedTuple):
    """A target that needs action: its name and verdict, the sentence, and its course where it has one."""

    name: str
    text: str
    chart: Chart | None


class BriefTable(NamedTuple):
    """Rows under headings; a row of one cell is a heading inside the table."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Brief(NamedTuple):
    """The brief, in one language: what each part is called, and what it says."""

    title: str
    when: str
    summary: str
    headlines: tuple[str, BriefTable]
    actions: tuple[str, tuple[Action, ...]]
    more: str
    owed: tuple[str, tuple[str, ...]]
    annex: tuple[str, BriefTable]
    caption: str


def make_brief(report: Report, lang: str) -> Brief:
    """Put a report into the order of a brief."""
    seen = overview(report.plan, report.rows, report.facts, report.as_of)
    asked = Rows(report, seen.period, Screen(lang))
    shown = seen.action[:MOST_ACTIONS]
    left = len(seen.action) - len(shown)
    return Brief(
        title=title(report.plan, lang) + _(": how it stands").in_language(lang),
        when=_("As of {day}", day=day_words(report.as_of, lang)).in_language(lang),
        summary=_summary(report, seen, lang),
        headlines=(_("1. Headline targets").in_language(lang), _table(seen.headlines, asked)),
        actions=(
            _("2. What needs action").in_language(lang),
            tuple(_action(one, report, seen, lang) for one in shown),
        ),
        more=_("{left} more stand in the annex.", left=left).in_language(lang) if left else "",
        owed=(_("3. Figures that are owed").in_language(lang), tuple(_owed(seen, lang))),
        annex=(_("Annex: all targets").in_language(lang), _annex(report, seen, asked)),
        caption=_("Solid: this year; dashed: last year; dotted: the goal. By month.").in_language(lang),
    )


def _summary(report: Report, seen: Overview, lang: str) -> str:
    """The headline paragraph: how many stand how, how far the year is, what needs action."""
    count = seen.counts
    stale = count[Standing.STALE]
    counts = _(
        "Of {total} targets {kept} are kept or on track, {at_risk} at risk, {not_kept} off track or missed, "
        "{waiting} wait for figures, {open} cannot be judged{stale}.",
        total=sum(count.values()),
        kept=count[Standing.KEPT],
        at_risk=count[Standing.AT_RISK],
        not_kept=count[Standing.NOT_KEPT],
        waiting=count[Standing.WAITING],
        open=count[Standing.OPEN],
        stale=_(", {count} by old figures only", count=stale) if stale else "",
    )
    gone = _("{share} of {year} is gone.", share=percent(year_gone(report), 0), year=report.as_of.year)
    names = [row_name(one, seen.period, lang) for one in seen.action]
    action = _("Nothing needs action now.")
    if names:
        listed = _p("names in one line", "; ").in_language(lang).join(names[:MOST_ACTIONS])
        action = _("Needing action: {names}.", names=listed, number=len(names))
    return _("{counts} {gone} {action}", counts=counts, gone=gone, action=action).in_language(lang)


def _table(rows: Sequence[Assessment], asked: Rows) -> BriefTable:
    heads = tuple(row_head(name, asked.screen.lang) for name in _COLUMNS)
    return BriefTable(heads, tuple(tuple(asked.texts(_COLUMNS, one)) for one in rows))


def _annex(report: Report, seen: Overview, asked: Rows) -> BriefTable:
    """Every target that is not over, by section, in the order of the report."""
    lang, rows = asked.screen.lang, list[tuple[str, ...]]()
    over = {one.target.id for one in seen.past}
    shown = [one for one in report.rows if one.part_of is None and one.target.id not in over]
    for key, inside in by_section(report.plan, shown).items():
        rows.append((section_title(report.plan, key, lang),))
        rows += [tuple(asked.texts(ANNEX, one)) for one in inside]
    return BriefTable(tuple(row_head(name, lang) for name in ANNEX), tuple(rows))


def _action(one: Assessment, report: Report, seen: Overview, lang: str) -> Action:
    said = sentence(one)
    word = LOOKS[one.verdict].word.in_language(lang)
    name = row_name(one, seen.period, lang)
    titled = _("{name} ({word})", name=name, word=word).in_language(lang)
    return Action(titled, one_line(said.in_language(lang)), chart(one, report.facts))


def _owed(seen: Overview, lang: str) -> Iterator[str]:
    for office in seen.offices:
        yield " ".join(office_words(office, seen, lang).split())
    if seen.unassigned:
        yield _n(
            "{count} indicator has no office and no date in the registry.",
            "{count} indicators have no office and no date in the registry.",
            len(seen.unassigned),
        ).in_language(lang)
    if not (seen.offices or seen.unassigned):
        yield _("No figure is overdue.").in_language(lang)


def chart(one: Assessment, facts: Facts) -> Chart | None:
    """The course of the judged year beside the one before; None where fewer than two months of it are known."""
    reached = one.figures.actual_period
    if reached is None or one.target.relation is None:
        return None
    now = one.indicator.calendar.year_of(reached.last)
    this, last = (tuple(_course(one, facts, year)) for year in (now, now - 1))
    if len(this) < 2:
        return None
    return Chart(this, last, promise(one.target, one.indicator).goal)


def _course(one: Assessment, facts: Facts, year: int) -> Iterator[tuple[int, Decimal]]:
    """A year month by month, as it is told: sums and rates for the year so far, means and levels by themselves."""
    series, calendar = facts.of(one.indicator.id), one.indicator.calendar
    for place in range(1, 13):
        month = calendar.month(year, place)
        match one.indicator.measure:
            case Measure.FLOW | Measure.EVENTS:
                found = cumulative(series, year, month)
                value = found.value if found is not None and found.period.last == month else None
            case Measure.GROWTH:
                value = series.ytd[month].value if month in series.ytd else None
            case Measure.MEAN:
                value = next((item.value for span, item in series.alone.items() if span.last == month), None)
            case Measure.STOCK:
                value = series.point[month].value if month in series.point else None
        if value is not None:
            yield place, value
