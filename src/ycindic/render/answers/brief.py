"""What does a brief of two or three pages say, with its annex, as a plan office writes it? The same sentences again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

from ycindic.domain.assessment import Assessment, Verdict
from ycindic.domain.model import SIGNS_OF_RATES, Indicator
from ycindic.domain.overview import Overview, by_section, overview
from ycindic.domain.period import Period, year_of
from ycindic.render.answers import cells
from ycindic.render.answers.blocks import section_title, title
from ycindic.render.answers.naming import row_name
from ycindic.render.answers.opening.debts import office_words, overdue_heading
from ycindic.render.answers.opening.head import left_words, nothing_to_do
from ycindic.render.answers.opening.headlines import shown_headlines
from ycindic.render.answers.paper import Action, Brief, BriefTable
from ycindic.render.answers.path import Way, drawable
from ycindic.render.answers.report import Report
from ycindic.render.answers.rows import OLD_ACTUAL, Rows, row_head
from ycindic.render.answers.summary import apart_words, running_words, year_gone
from ycindic.render.answers.untold import untold_words
from ycindic.render.answers.whom import sentence_and_office
from ycindic.render.words import labels
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import percent, short_period, typed
from ycindic.render.words.screen import Screen
from ycindic.render.words.units import headed, headed_unit, number_of, unit_of
from ycindic.render.words.visible import one_line
from ycindic.text import FullSentence, Joined, Text, Verbatim, _, _p, day_words
from ycindic.text.proposed import proposed

_COLUMNS = ("name", "goal", "figure", "gap", "needed", "verdict", "chance", "next")
_ANNEX = ("name", "goal", "figure", "verdict", "next")
_LINES = (
    ("actual", _("in the colour of its verdict: published")),
    ("promised", _("black dashes: the goal")),
    ("band", _("shaded: its range or tolerance")),
    ("so_far", _("long dashes: the mean so far")),
    ("needed", _("dots: what the rest needs")),
    ("before", _("grey: the year before")),
    ("other", _("blue: what it is compared with")),
    ("fan", _("wedge: the probable end (80 of 100)")),
)
"""The lines of a course and how they look on paper, the same as on the page."""
_MOST_ACTIONS = 8
"""So many, the worst, are told with their courses; more are counted, and stand in the annex."""
_MOST_OFFICES = 20
"""So many of those that owe figures are told, each with all that it owes."""


def make_brief(report: Report, lang: str) -> Brief:
    """Put a report into the order of a brief."""
    seen = overview(report.plan, report.rows, report.facts, report.as_of)
    asked = Rows(report, seen.period, Screen(lang))
    shown, first = seen.action[:_MOST_ACTIONS], shown_headlines(report, seen)
    when = Verbatim(short_period(seen.period, None, lang))
    actions = tuple(_action(one, report, seen, lang) for one in shown)

    def headed(place: int, heading: Text) -> str:
        return labels.numbered(place, heading).in_language(lang)

    return Brief(
        title=title(report.plan, lang) + _(": how it stands").in_language(lang),
        when=_("As of {day}", day=day_words(report.as_of, lang)).in_language(lang),
        summary=_summary(report, seen, lang),
        headlines=(
            headed(0, labels.headlines_of(when)),
            _table(first, asked),
            tuple(_below(first, report, seen, lang)),
        ),
        actions=(headed(1, labels.ACTION), actions),
        more=tuple(_more(seen, lang)),
        owed=(headed(2, overdue_heading(seen.owed)), tuple(_owed(seen, lang))),
        annex=(
            _("Annex: all targets of this year and of longer periods, and what was missed before").in_language(lang),
            _annex(report, seen, asked),
        ),
        caption=_caption([one.course for one in actions if one.course is not None], lang),
    )


def _caption(courses: Sequence[Way], lang: str) -> str:
    """What each line that is drawn means."""
    drawn = [words for kind, words in _LINES if any(getattr(one, kind) for one in courses)]
    return _("; ").in_language(lang).join(words.in_language(lang) for words in drawn)


def _below(shown: Sequence[Assessment], report: Report, seen: Overview, lang: str) -> Iterator[str]:
    """What stands below the headlines: why no chance is told, and how many have no room there."""
    untold = untold_words(report, shown)
    if untold is not None:
        yield one_line(FullSentence(untold).in_language(lang))
    yield from _left(len(seen.headlines) - len(shown), _ANNEX_SEEN, lang)


def _more(seen: Overview, lang: str) -> Iterator[str]:
    """What stands below the actions: how many there are besides, or that there are none."""
    if not seen.action:
        yield nothing_to_do(seen).in_language(lang)
    yield from _left(len(seen.action) - _MOST_ACTIONS, _ANNEX_SEEN, lang)


_ANNEX_SEEN = _("see the annex")


def _left(left: int, where: Text, lang: str) -> Iterator[str]:
    """How many have no room here, and where they stand; nothing where none is left."""
    if left > 0:
        yield left_words(left, where).in_language(lang)


def _titled(one: Assessment, seen: Overview, lang: str) -> str:
    word = LOOKS[one.verdict].word.in_language(lang)
    return _("{name} ({word})", name=row_name(one, seen.period, lang), word=word).in_language(lang)


def _summary(report: Report, seen: Overview, lang: str) -> str:
    """The headline paragraph: how many stand how, how far the year is, what needs action."""
    between = _p("between counts in a paragraph", ", ")
    told = (running_words(seen, between), *apart_words(seen, between))
    gone = _("{share} of {year} is gone.", share=percent(year_gone(report), 0), year=report.as_of.year)
    sentences: list[Text] = [*(_("{sentence}.", sentence=one) for one in told), gone]
    names = [Verbatim(row_name(one, seen.period, lang)) for one in seen.action]
    if names:
        left = len(names) - _MOST_ACTIONS
        rest: list[Text] = [_p("names in one line", "{left} more", left=left)] if left > 0 else []
        listed = Joined(_p("names in one line", "; "), [*names[:_MOST_ACTIONS], *rest])
        sentences.append(_("Needing action: {names}.", names=listed, number=len(names)))
    return reduce(lambda said, then: _("{said} {then}", said=said, then=then), sentences).in_language(lang)


def _table(rows: Sequence[Assessment], asked: Rows) -> BriefTable:
    """The headlines; where no chance is told the line below says why."""
    lang = asked.screen.lang
    columns = [name for name in _COLUMNS if name != "chance" or any(cells.chance(one, lang) for one in rows)]
    heads = {name: row_head(name, lang) for name in columns}
    if all(one.figures.actual is None and one.figures.provisional is None for one in rows):
        heads["figure"] = OLD_ACTUAL.in_language(lang)
    return BriefTable(tuple(heads.values()), tuple(tuple(asked.texts(columns, one)) for one in rows))


def _annex(report: Report, seen: Overview, asked: Rows) -> BriefTable:
    """Every target that is not settled, by section, in the report's order; then what was missed in past years."""
    lang, rows = asked.screen.lang, list[tuple[str, ...]]()
    over = {one.target.id for one in seen.past}
    shown = [one for one in report.rows if one.part_of is None and one.target.id not in over]
    for key, inside in by_section(report.plan, shown).items():
        rows.append((section_title(report.plan, key, lang),))
        rows += [tuple(asked.texts(_ANNEX, one)) for one in inside]
    if missed := [one for one in seen.past if one.verdict is Verdict.MISSED]:
        rows.append((_("Missed in past years").in_language(lang),))
        rows += [tuple(asked.texts(_ANNEX, one)) for one in missed]
    return BriefTable(tuple(row_head(name, lang) for name in _ANNEX), tuple(rows))


def _action(one: Assessment, report: Report, seen: Overview, lang: str) -> Action:
    course, indicator = drawable(one, report.facts), one.indicator
    told = headed(indicator, [point.value for point in course.points] if course else [], lang)
    sign = indicator.unit if indicator.unit in SIGNS_OF_RATES else ""
    return Action(
        name=_titled(one, seen, lang),
        text=one_line(sentence_and_office(one).in_language(lang)),
        sign=LOOKS[one.verdict].symbol,
        course=course,
        caption="" if course is None else _below_course(row_name(one, seen.period, lang), told, course, lang),
        number=lambda value: f"{number_of(typed(value), told, lang)}{sign}",
    )


def _below_course(name: str, told: Indicator, course: Way, lang: str) -> str:
    """What is drawn, in which unit, until when."""
    unit = unit_of(told, lang) or headed_unit(told, "", lang)
    last = course.actual[-1].month
    when = str(year_of(last)) if course.yearly else short_period(Period(last, last), None, lang)
    what = _("{name}, {unit}", name=name, unit=unit) if unit else Verbatim(name)
    return one_line(_("{what}, until {when}", what=what, when=when).in_language(lang))


def _owed(seen: Overview, lang: str) -> Iterator[str]:
    for office in seen.offices[:_MOST_OFFICES]:
        yield " ".join(office_words(office, seen, lang, every=True).split())
    yield from _left(len(seen.offices) - _MOST_OFFICES, proposed("due"), lang)
    if seen.unassigned:
        yield FullSentence(labels.no_office_of(len(seen.unassigned))).in_language(lang)
    if not (seen.offices or seen.unassigned):
        yield _("No figure is overdue.").in_language(lang)
