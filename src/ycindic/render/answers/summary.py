"""What do the lines above and below a table say?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.overview import Overview, VerdictCounts, figures_owed, running_rows, running_year, verdict_tally
from ycindic.domain.period import Period, month_of
from ycindic.domain.release import due
from ycindic.render.answers.report import Report
from ycindic.render.answers.sheet import Count
from ycindic.render.answers.ways_in import ways_in
from ycindic.render.words import labels
from ycindic.render.words.looks import LOOKS, labelled
from ycindic.render.words.numbers import percent, period_in_words
from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import one_line
from ycindic.text import Joined, Text, _, _n, _np, _p


def _baselines(known: int) -> Text:
    """How many targets have a base: a count, which may not be read as a base of 0."""
    return _n("{count} baseline is known", "{count} baselines are known", known) if known else _("no baseline is known")


def verdict_counts(rows: Iterable[Assessment], screen: Screen) -> list[Count]:
    """How many targets have which verdict: `✓ achieved 3`; what only old figures tell stands behind the others."""
    rows, lang, bare = list(rows), screen.lang, screen.ascii_only
    fresh = [
        Count(one.value, labelled(one, lang, ascii_only=bare), number)
        for one, number in verdict_tally(rows).verdicts.items()
    ]
    return [*fresh, *(Count("stale", one) for one in _stale_items(rows, lang, ascii_only=bare))]


BETWEEN = _p("between counts", ", ")


def _counted(counts: VerdictCounts, between: Text) -> Text:
    """`achieved 2, on track 5`; what only old figures tell comes last."""
    told = [_("{word} {number}", word=LOOKS[one].word, number=number) for one, number in counts.verdicts.items()]
    old = [_("by old figures only {number}", number=counts.stale)] if counts.stale else []
    return Joined(between, [*told, *old])


def running_words(seen: Overview, between: Text = BETWEEN) -> Text:
    """`79 targets, 15 over several years: achieved 2, …`, the promises of the running year and of longer periods."""
    counts = seen.counts
    if not counts.total:
        return _("no target of this year")
    about: Text = _np("at the beginning", "{count} target", "{count} targets", counts.total)
    if seen.longer == counts.total:
        about = _n("{count} target over several years", "{count} targets over several years", counts.total)
    elif seen.longer:
        own = counts.total - seen.longer
        about = _("{targets}, {longer} over several years", targets=about, longer=seen.longer, own=own)
    return _("{about}: {said}", about=about, said=_counted(counts, between))


def apart_words(seen: Overview, between: Text = BETWEEN) -> list[Text]:
    """What is counted apart from the running year: the promises of years that are over, and of those to come."""
    before, later = _counted(seen.before, between), _counted(seen.later, between)
    told = (
        (seen.before, _("Besides {count} of past years: {told}", count=seen.before.total, told=before)),
        (seen.later, _("Besides {count} of years to come: {told}", count=seen.later.total, told=later)),
    )
    return [words for counts, words in told if counts.total]


def _stale_items(rows: Sequence[Assessment], lang: str, *, ascii_only: bool) -> list[str]:
    """How many targets had which verdict by old figures, and by which: `3 + on track by figures of June 2026`."""
    found = Counter((row.verdict, _newest([row])) for row in rows if row.part_of is None and row.stale)
    order = list(Verdict)
    items = []
    for verdict, month in sorted(found, key=lambda one: (order.index(one[0]), one[1] or 0)):
        look, number = labelled(verdict, lang, ascii_only=ascii_only), found[verdict, month]
        said = _("older ones") if month is None else period_in_words(Period(month, month))
        items.append(_("{number} {look} by figures of {month}", number=number, look=look, month=said).in_language(lang))
    return items


def _newest(rows: Sequence[Assessment], by: date = date.max) -> int | None:
    """The last month of a figure that was over by a day: a harvest counted in November is not December's."""
    covered = (row.figures.actual_period for row in rows if row.figures.actual_period)
    return max((one.last for one in covered if one.end <= by), default=None)


def headline_items(report: Report, seen: Overview, lang: str) -> list[str]:
    """How far the year is, how new the figures are, and how many are late."""
    running = list(running_rows(report.rows, running_year(report.plan, report.as_of)))
    whole = sum(row.part_of is None for row in running)
    parts = [_np("in a line of counts", "{count} target", "{count} targets", whole)]
    extra = len(running) - whole
    if extra:
        parts.append(_n("{count} part besides, not counted", "{count} parts besides, not counted", extra))
    parts.append(gone_words(report))
    newest = _newest(report.rows, report.as_of)
    if newest is not None:
        parts.append(_("newest figure {month}", month=period_in_words(Period(newest, newest))))
    if late := figures_owed(seen.owed):
        parts.append(_n("{count} overdue figure not recorded", "{count} overdue figures not recorded", late))
    return [one.in_language(lang) for one in parts]


def gone_words(report: Report) -> Text:
    """How far the year is, in words."""
    return _("{share} of the year gone", share=percent(year_gone(report)), year=running_name(report))


def running_name(report: Report) -> str:
    """What the year is called in which the day lies."""
    calendar = report.plan.calendar
    return calendar.name(calendar.year_of(month_of(report.as_of)))


def year_gone(report: Report) -> Decimal:
    """The share of the registry's year that has passed at the end of the day."""
    span = running_year(report.plan, report.as_of)
    days = (span.end - span.start).days + 1
    return Decimal((report.as_of - span.start).days + 1) / days


def waiting(report: Report, lang: str) -> list[str]:
    """What is due and not recorded, first what leaves a verdict stale; the baselines; how to put in a first figure."""
    told = [row for row in report.rows if row.target.parts is None]
    stale, empty = [row for row in told if row.stale], [row for row in told if row.verdict is Verdict.NO_DATA]
    if not empty:
        return [_due_line(stale, lang)] if stale else []
    known = sum(row.figures.baseline is not None for row in report.rows)
    lines = [_due_line([*stale, *empty], lang)]
    lines.append(_baselines(known).in_language(lang))
    first = next((row for row in empty if row.overdue), empty[0])
    if report.bundled:
        lines.append(labels.own_folder(report.folder, lang))
    else:
        lines += ways_in(first, report.as_of, lang, first=all(row.figures.actual is None for row in told))
    return lines


def _due_line(late: list[Assessment], lang: str) -> str:
    seen: dict[str, str] = {}
    for row in late:
        rule = row.indicator.released
        if row.overdue and rule is not None and row.indicator.id not in seen:
            last = row.overdue[-1]
            said = _(
                "{name} {period} ({due})",
                name=row.indicator.name,
                period=period_in_words(row.indicator.covered(Period(last, last))),
                due=due(rule, last),
            )
            seen[row.indicator.id] = one_line(said.in_language(lang))
    named = _("; ").in_language(lang).join(seen.values())
    if not named:
        return _("Some targets have no figure yet").in_language(lang)
    return _("Due and not recorded (indicator, period, due date): {named}", named=named).in_language(lang)
