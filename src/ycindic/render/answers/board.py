"""What does a page show of targets? What needs action and who owes figures first, then every target with its course."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from ycindic.domain.agenda import releases_until
from ycindic.domain.assessment import DECIDED, URGENCY, Assessment
from ycindic.domain.model import Bilingual, Observation
from ycindic.domain.overview import (
    Debtor,
    Overview,
    YearSide,
    by_section,
    overview,
    running_year,
    verdict_tally,
    year_side,
)
from ycindic.domain.past import kept_before, past_course
from ycindic.domain.period import MONTHS_A_YEAR, Period
from ycindic.domain.phase import phase
from ycindic.render.answers import cells
from ycindic.render.answers.blocks import section_title, under_containers
from ycindic.render.answers.naming import group_of_years
from ycindic.render.answers.opening.debts import office_words, overdue_heading
from ycindic.render.answers.opening.head import nothing_to_do
from ycindic.render.answers.path import drawable
from ycindic.render.answers.report import Report
from ycindic.render.answers.shelves import ChipRow, Detail, Facet, RowStory, Shelf, Working
from ycindic.render.answers.summary import gone_words, year_gone
from ycindic.render.answers.untold import lacking, untold_words
from ycindic.render.answers.whom import office_of
from ycindic.render.answers.workings import working
from ycindic.render.words import labels
from ycindic.render.words.chances import no_chance_short
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.margins import margins
from ycindic.render.words.numbers import chance_words, period_in_words, short_period, typed
from ycindic.render.words.outlook import told
from ycindic.render.words.sentence import sentence
from ycindic.render.words.standing import both
from ycindic.render.words.units import amounts_of, number_of, unit_of
from ycindic.render.words.wording import BOUNDS
from ycindic.text import FullSentence, Joined, Text, Verbatim, _, _p, day_words

_COLUMNS = ("verdict", "name", "goal", "actual", "gap", "required")
_SOON = timedelta(days=31)
_LEGEND = (
    ("actual", _("published")),
    ("promised", _("goal")),
    ("so_far", _("mean so far")),
    ("band", _("range or tolerance of the goal")),
    ("before", _("the year before")),
    ("needed", _("what the rest needs")),
    ("fan", _("probable end (80 of 100)")),
    ("other", _("what it is compared with")),
)
_TOLD_IN_WORDS = frozenset({"required_low", "required_high"})
"""The same formula at the ends of what rounding leaves, which is told in words."""


def board(report: Report) -> RowStory[Assessment]:
    """The page of a report."""
    seen = overview(report.plan, report.rows, report.facts, report.as_of)
    year = running_year(report.plan, report.as_of)
    return RowStory(
        columns=_COLUMNS,
        kind=lambda row: row.verdict.value,
        anchor=lambda row: row.target.id,
        why=sentence,
        small=lambda row: dict(_small(row, report, seen)),
        course=lambda row: drawable(row, report.facts),
        drawn=lambda row: row.indicator,
        detail=lambda row: _detail(row, report),
        rank=lambda row: URGENCY.index(row.verdict),
        facets=_facets(report),
        shelves=list(shelves(report, seen)),
        action=(labels.ACTION, seen.action, nothing_to_do(seen)),
        owed=_owed(seen),
        ahead=(_("Due in the next {days} days", days=_SOON.days), list(_ahead(report))),
        tallies=list(_tallies(seen)),
        counted=lambda row: "" if row.part_of else f"{year_side(row, year)}-{_STALE if row.stale else row.verdict}",
        gone=(gone_words(report), year_gone(report)),
        legend=_LEGEND,
    )


_STALE = "stale"


def _tallies(seen: Overview) -> Iterator[ChipRow]:
    """How many promises stand how, of the running year and apart from it of years that are over and that come."""
    groups = (
        (YearSide.RUNNING, None, seen.counts),
        (YearSide.BEFORE, labels.PAST_YEARS, seen.before),
        (YearSide.LATER, labels.LATER_YEARS, seen.later),
    )
    for where, heading, counts in groups:
        told: list[tuple[str, Text, int]] = [
            (one.value, Joined(Verbatim(" "), [Verbatim(LOOKS[one].symbol), LOOKS[one].word]), many)
            for one, many in counts.verdicts.items()
        ]
        if counts.stale:
            told.append((_STALE, _("by old figures only"), counts.stale))
        if told:
            yield ChipRow(heading, [(f"{where}-{kind}", label, kind, many) for kind, label, many in told])


def _in_both(tell: Callable[[str], str]) -> Text:
    return Bilingual(tell("zh"), tell("en"))


def _when(period: Period, running: Period | None = None) -> Text:
    return _in_both(lambda lang: short_period(period, running, lang))


def _day(day: date, year: int) -> Text:
    return _in_both(lambda lang: day_words(day, lang, of_year=year))


def shelves(report: Report, seen: Overview) -> Iterator[Shelf[Assessment]]:
    """Every row once, those below a container right after it; what is over is closed, what has no place stands last."""
    order = list(under_containers(report.rows))
    placed = set[str]()
    for heading, rows, closed in _groups(report, seen):
        here = {row.target.id for row in rows}
        found = [row for row in order if row.target.id in here or row.part_of in here]
        placed.update(row.target.id for row in found)
        yield Shelf(heading, found, _counts(found), closed)
    for key, rest in by_section(report.plan, [row for row in order if row.target.id not in placed]).items():
        yield Shelf(_titled(report, key), rest, _counts(rest))


def _groups(report: Report, seen: Overview) -> Iterator[tuple[Text, Sequence[Assessment], bool]]:
    """As they are asked for: the headlines, what else runs by section, longer periods, what comes, what is over."""
    if report.by_urgency:
        yield labels.BY_URGENCY, report.rows, False
        return
    if seen.sections and seen.headlines:
        yield labels.headlines_of(_when(seen.period)), seen.headlines, False
    else:
        for key, rows in by_section(report.plan, seen.headlines).items():
            yield _titled(report, key), rows, False
    for fold in (*seen.sections, *seen.spans):
        yield _when(fold.key) if isinstance(fold.key, Period) else _titled(report, fold.key), fold.rows, False
    if seen.coming:
        yield group_of_years(labels.LATER_YEARS, seen.coming), seen.coming, False
    for key, rows in by_section(report.plan, seen.past).items():
        yield labels.of_group(labels.PAST_YEARS, _titled(report, key)), rows, True


def _titled(report: Report, key: str) -> Text:
    return _in_both(lambda lang: section_title(report.plan, key, lang))


def _counts(rows: Sequence[Assessment]) -> list[tuple[str, Text]]:
    counts = verdict_tally(rows).verdicts.items()
    return [(one.value, _("{word} {number}", word=LOOKS[one].word, number=many)) for one, many in counts]


def _small(row: Assessment, report: Report, seen: Overview) -> Iterator[tuple[str, Text]]:
    """What stands in small print: whose figure of when, the last one known of other years, such goals before."""
    office = office_of(row)
    named = row.target.period == seen.period or row.target.period.months != MONTHS_A_YEAR
    about = [*([] if named else [_when(row.target.period)]), *([labels.of_office(office)] if office else [])]
    yield "name", Joined(Verbatim(" · "), about)
    kept = kept_before(row.target, row.indicator, report.facts)
    if kept is not None:
        yield "goal", _("met in {kept} of {years} years", kept=kept.kept, years=kept.years)
    reached = cells.months_told(row)
    if reached is not None:
        yield "actual", _when(reached, seen.period)
    elif (last := past_course(row.indicator, report.facts, report.as_of).last) is not None:
        value = Joined(Verbatim(""), [BOUNDS[last.bound], amounts_of(typed(last.value), row.indicator)])
        yield "actual", _("last known {value}, {when}", value=value, when=_when(last.covered))
    if (needs := both(_likely(row, report), _condition(row))).in_language("en"):
        yield "required", needs


def _condition(row: Assessment) -> Text | None:
    """Under which condition the rest needs what it is told to need."""
    return _("the need holds if the other stays") if row.target.beside and cells.required_cell(row, "en") else None


def _likely(row: Assessment, report: Report) -> Text | None:
    """How likely it is kept, or shortly why no chance is told."""
    if row.outlook is not None and row.outlook.chance is not None:
        return _("{chance} likely to be kept", chance=chance_words(row.outlook.chance))
    why = lacking(report, [row]).get(row.target.id)
    return None if why is None else no_chance_short(why)


def _detail(row: Assessment, report: Report) -> Detail:
    said = [] if row.verdict in DECIDED else margins(row)  # of what is decided the sentence says enough
    if row.outlook is not None:
        said += told(row, row.outlook)[:1]
    untold = untold_words(report, [row])
    said += [] if untold is None else [untold]
    workings: dict[tuple[str, str], Working] = {}
    for one in (working(step) for step in row.steps if len(step.terms) > 1 and step.field not in _TOLD_IN_WORDS):
        workings.setdefault((one.formula, one.filled), one)  # without a tolerance a sum comes twice
    own = report.facts.of(row.indicator.id).observations
    used = [one for one in own if row.target.period.covers(one.covered.last)]
    figures = _in_both(lambda lang: _figures(row, used, lang)) if used else None
    return Detail(row.target.wording, said, [*workings.values()], figures)


def _figures(row: Assessment, used: Sequence[Observation], lang: str) -> str:
    """Each figure with its months as people write them, of the last one also the day on which it came."""
    whole = row.target.period if row.target.one_year else None
    figures = (
        f"{short_period(one.covered, whole, lang)} {BOUNDS[one.bound].in_language(lang)}"
        f"{number_of(typed(one.value), row.indicator, lang)}"
        for one in used
    )
    told: Text = Verbatim(" · ".join(dict.fromkeys(figures)))
    if unit := unit_of(row.indicator, lang):
        said = _("Figures ({unit}): {figures}", unit=unit, figures=told)
    else:
        said = _("Figures: {figures}", figures=told)
    if used[-1].published:
        said = _("{figures}, the last published {day}", figures=said, day=day_words(used[-1].published, lang))
    return said.in_language(lang)


def _owed(seen: Overview) -> tuple[Text, list[Text], Text | None]:
    """Who owes figures, those first that headline targets wait for; how many nobody can be asked for."""

    def line(office: Debtor) -> Text:
        return _in_both(lambda lang: " ".join(office_words(office, seen, lang, every=True).split()))

    nobody = FullSentence(labels.no_office_of(len(seen.unassigned)))
    return overdue_heading(seen.owed), [line(one) for one in seen.offices], nobody if seen.unassigned else None


def _ahead(report: Report) -> Iterator[Text]:
    """What is due soon, by day and office."""
    targets = [row.target for row in report.rows if phase(row, report.as_of).present]
    found: dict[tuple[date, Text | None], list[Text]] = {}
    for one in releases_until(report.plan, report.facts, targets, report.as_of, report.as_of + _SOON):
        if not one.late:
            found.setdefault((one.due, one.indicator.publisher), []).append(one.indicator.name)
    for (day, office), names in found.items():
        told = Joined(_p("names in one line", "; "), names)
        who = office or labels.NO_OFFICE
        yield _("{day}, {who} (figures due): {names}", day=_day(day, report.as_of.year), who=who, names=told)


def _facets(report: Report) -> tuple[Facet[Assessment], ...]:
    """By what the targets of a page are chosen; the verdict by the counts above."""

    def section(row: Assessment) -> Text:
        found: Mapping[str, Text] = report.plan.sections
        return found.get(row.target.section, Verbatim(row.target.section))

    def office(row: Assessment) -> Text:
        return row.indicator.publisher or Verbatim("")

    return (
        Facet("section", _("Section"), section),
        Facet("office", labels.OFFICE, office),
        Facet("period", _("Period"), lambda row: period_in_words(row.target.period, row.target.calendar)),
    )
