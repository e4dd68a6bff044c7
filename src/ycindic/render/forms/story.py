"""One target in full, for eyes: the promise, the answer, the sums, the doubts, the figures, a picture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, repeat

from ycindic.domain.assessment import Assessment
from ycindic.domain.opinions import Opinion
from ycindic.render.answers.cells import verdict
from ycindic.render.answers.glance import feasibility_sentence as remark_sentence
from ycindic.render.answers.glance import sums
from ycindic.render.answers.opinions import OPINION_METHODS, OPINION_WAYS, STATUSES
from ycindic.render.answers.path import drawable
from ycindic.render.answers.report import Report
from ycindic.render.answers.rows import Rows, Ruled
from ycindic.render.answers.story import Shown, Story
from ycindic.render.answers.sums import sums_in_lines
from ycindic.render.answers.workings import tells, working
from ycindic.render.forms.plot import plot
from ycindic.render.words.chances import no_chance_words
from ycindic.render.words.fitted import fitted, formula_lines
from ycindic.render.words.letters import letters_in_words
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.margins import margins
from ycindic.render.words.numbers import period_in_words, rounded, short_period, typed
from ycindic.render.words.promised import goal_words, revised_words
from ycindic.render.words.screen import Screen
from ycindic.render.words.sentence import sentence
from ycindic.render.words.styled import Line, Span, drawn_lines, packed, paragraph
from ycindic.render.words.units import unit_of
from ycindic.render.words.visible import one_line, padded, width
from ycindic.render.words.wording import BASIS_NAMES, BOUNDS, COMMITMENTS, CUT_OFFS, MEASURES, STAGES
from ycindic.text import Text as Words
from ycindic.text import _, _p, day_words

_HEADS: dict[str, Words] = {
    "promise": _("Promised"),
    "answer": _("Answer"),
    "margins": _("Decided by"),
    "measured": _("Measured"),
    "note": _p("of show", "Note"),
    "workings": _("How it was calculated"),
    "computed": _("Computed, not published"),
    "outlook": _("How it will probably end"),
    "remarks": _("Can the rest be done"),
    "settings": _("Cut-offs used"),
    "opinions": _("Second opinions"),
    "parts": _("Parts"),
    "picture": _("The path"),
    "figures": _("Published figures"),
}


def show(shown: Shown, screen: Screen) -> str:
    """The stories one under the other; faults of the files are no part of a page."""
    return drawn_lines(list(_pages(shown.stories, screen)), colour=screen.colour)


def _pages(stories: Sequence[Story], screen: Screen) -> Iterator[Line]:
    for number, story in enumerate(stories):
        if number:
            yield []
        yield from _pieces(story, screen)


def _pieces(story: Story, screen: Screen) -> Iterator[Line]:
    yield from _title(story, screen)
    yield from _row(story, screen)
    yield from _facts(story, screen)
    sections = (
        ("picture", _picture),
        ("workings", _workings),
        ("computed", _computed),
        ("outlook", _outlook),
        ("remarks", _remarks),
        ("settings", _settings),
        ("opinions", _opinions),
        ("parts", _parts),
        ("figures", _figures),
    )
    for head, told in sections:
        lines = list(told(story, screen._replace(width=screen.width - _INDENT)))
        if lines:
            yield []
            yield [Span(_HEADS[head].in_language(screen.lang), "bold")]
            yield from ([Span(" " * _INDENT), *line] for line in lines)


_INDENT = 2
"""So far the parts of a story stand to the right of their headings."""


def _title(story: Story, screen: Screen) -> Iterator[Line]:
    """Whose promise, for when, as of which day, with its id; on two lines where one is too short."""
    row, lang = story.row, screen.lang
    when = period_in_words(row.target.period, row.target.calendar).in_language(lang)
    name = one_line(f"{row.indicator.name.in_language(lang)} {when}")
    day = _("as of {day}", day=day_words(story.as_of, lang)).in_language(lang)
    below = [Span(f"{day}  "), Span(one_line(row.target.id), "dim")]
    if width(name) + 2 + sum(width(span.text) for span in below) <= screen.width:
        yield [Span(name, "bold"), Span("  "), *below]
        return
    yield from paragraph(name, screen.width, style="bold")
    yield from packed([span.text for span in below], screen.width, "")


def _row(story: Story, screen: Screen) -> Iterator[Line]:
    """The target as its row stands on every screen."""
    report = Report(story.plan, story.as_of, "", (story.row,), 0, facts=story.facts)
    ruled = Ruled(Rows(report, story.row.target.period, screen), [story.row])
    yield from ruled.heading()
    yield from ruled.rows([story.row])
    yield []


def _facts(story: Story, screen: Screen) -> Iterator[Line]:
    """What was promised, what the answer is and what decides it, each in lines that break as the language has it."""
    row, lang = story.row, screen.lang
    flag = verdict(row, lang)
    told = [
        ("promise", _promise(story, lang)),
        ("answer", f"{flag}  {sentence(row).in_language(lang)}"),
        *zip(chain(["margins"], repeat("")), (one.in_language(lang) for one in margins(row)), strict=False),
        ("measured", _measured(row, lang)),
        *(("note", note.in_language(lang)) for note in (row.target.note, row.indicator.note) if note),
    ]
    heads = [_HEADS[name].in_language(lang) if name else "" for name, _text in told]
    left = max(map(width, heads)) + _INDENT
    for (name, text), head in zip(told, heads, strict=True):
        for number, [span] in enumerate(paragraph(text, screen.width - left)):
            begins = Span(padded("" if number else head, left), "dim")
            if name == "answer" and not number and span.text.startswith(flag):
                yield [begins, Span(flag, LOOKS[row.verdict].colour), Span(span.text.removeprefix(flag))]
            else:
                yield [begins, span]


def _promise(story: Story, lang: str) -> str:
    target, indicator = story.row.target, story.row.indicator
    title = story.plan.sections.get(target.section)
    goal, revised = goal_words(target, indicator, story.row.references), revised_words(target, indicator, story.as_of)
    said = [target.section if title is None else f"{target.section} {title.in_language(lang)}"]
    said += [f"“{target.wording}”" if target.wording else ""]
    said += [one.in_language(lang) for one in (goal, revised, COMMITMENTS[target.commitment]) if one]
    return " · ".join(one for one in said if one)


def _measured(row: Assessment, lang: str) -> str:
    publisher = row.indicator.publisher
    how = [MEASURES[row.indicator.measure].in_language(lang), unit_of(row.indicator, lang)]
    how += [] if publisher is None else [publisher.in_language(lang)]
    return " · ".join(one for one in how if one)


def _workings(story: Story, screen: Screen) -> Iterator[Line]:
    """The formulas with their letters and their numbers, and below them what the letters stand for."""
    steps = [step for step in story.steps if tells(step)]
    made = [working(step) for step in steps]
    told = [
        [Span(label.in_language(screen.lang)), Span(formula, "dim"), Span(filled)] for label, formula, filled in made
    ]
    yield from fitted(told, screen.width, whole=(1, 2))
    letters = letters_in_words(steps) if steps else None
    if letters is not None:
        yield from paragraph(letters.in_language(screen.lang), screen.width, style="dim")


def _computed(story: Story, screen: Screen) -> Iterator[Line]:
    for line in sums_in_lines(sums(story.computed, story.plan), screen.lang).splitlines():
        begun = len(line) - len(line.lstrip())
        yield from formula_lines(line.strip(), screen.width, indent=begun)


def _outlook(story: Story, screen: Screen) -> Iterator[Line]:
    """The outlook in lines, and why no chance is told; nothing of what is over or decided."""
    from ycindic.render.words.outlook import told as lines

    found = [] if story.row.outlook is None else lines(story.row, story.row.outlook)
    untold = no_chance_words([] if story.untold is None else [story.untold])
    for one in (*found, *filter(None, [untold])):
        yield from paragraph(one.in_language(screen.lang), screen.width)


def _remarks(story: Story, screen: Screen) -> Iterator[Line]:
    for one in story.remarks:
        yield from paragraph(remark_sentence(one, story.row.indicator).in_language(screen.lang), screen.width)


def _settings(story: Story, screen: Screen) -> Iterator[Line]:
    """The cut-offs that were used, each with what it means and the key that sets it."""
    told = ((CUT_OFFS[name](typed(value)).in_language(screen.lang), name) for name, value in story.settings.items())
    yield from fitted([[Span(said), Span(name, "dim")] for said, name in told], screen.width)


def _opinions(story: Story, screen: Screen) -> Iterator[Line]:
    told = []
    for one in story.opinions:
        words = (OPINION_METHODS[one.method.value], STATUSES[one.status.value], OPINION_WAYS[one.method.value])
        name, status, way = (text.in_language(screen.lang) for text in words)
        told.append([Span(name), Span(status), Span(_value(one)), Span(way, "dim")])
    yield from fitted(told, screen.width, whole=(1, 2), heads=3)
    if story.contested:
        yield [Span(_p("of show", "contested").in_language(screen.lang), "yellow")]


def _value(one: Opinion) -> str:
    return "" if one.value is None else typed(Decimal(rounded(Decimal(repr(one.value)), 4)).normalize())


def _parts(story: Story, screen: Screen) -> Iterator[Line]:
    told = []
    for part in story.parts:
        name, said = part.indicator.name.in_language(screen.lang), sentence(part).in_language(screen.lang)
        told.append([Span(name), Span(verdict(part, screen.lang), LOOKS[part.verdict].colour), Span(said)])
    yield from fitted(told, screen.width, whole=(1,), heads=2)


def _picture(story: Story, screen: Screen) -> Iterator[Line]:
    """The course of the target with axes."""
    found = drawable(story.row, story.facts)
    if found is not None and found.actual:
        yield from ([Span(line)] for line in plot(found, story.row.indicator, screen.lang, screen.width))


def _figures(story: Story, screen: Screen) -> Iterator[Line]:
    """The rows from the base year to the end of the period and what opinions and verdict look at, sources once below.

    The used ones are marked; sources that differ by the numbers of a note alone are told as one.
    """
    period = story.row.target.period
    first = story.row.indicator.calendar.first(period.first - 1)
    used = {one.place for one in story.row.used}
    looked_at = used | {one.place for one in story.heard}
    rows = [one for one in story.vintages if first <= one.period.last <= period.last or one.place in looked_at]
    several = len({one.indicator for one in rows}) > 1
    alike = _alike({one.note for one in rows})
    origins: dict[str, int] = {}
    lines: list[list[Span]] = []
    for one in rows:
        value = "–" if one.value is None else BOUNDS[one.bound].in_language(screen.lang) + typed(one.value)
        origin = " · ".join(text for text in (one.source, alike[one.note], one.place.file) if text)
        number = origins.setdefault(origin, len(origins) + 1)
        when = day_words(one.published, screen.lang) if one.published else ""
        mark = "→" if one.place in used else ""
        name = story.plan.indicators[one.indicator].name.in_language(screen.lang) if several else ""
        covered = short_period(one.period, None, screen.lang)
        basis, stage = (told.in_language(screen.lang) for told in (BASIS_NAMES[one.basis], STAGES[one.stage]))
        cells = (mark, name, covered, basis, value, when, stage, f"[{number}]")
        lines.append([Span(cell) for cell in cells])
    yield from fitted(lines, screen.width, whole=(0, 2, 4, 5, 7), heads=2)
    for origin, number in origins.items():
        yield from paragraph(f"[{number}] {origin}", screen.width, style="dim")


_DIGITS = re.compile(r"[-+−]?\d+(?:[.,]\d+)*")


def _alike(notes: Iterable[str]) -> dict[str, str]:
    """Each note as it is told; those that differ by their numbers alone are the same, with `…` where they do."""
    kinds: dict[str, list[str]] = {}
    for note in notes:
        kinds.setdefault(_DIGITS.sub("…", note), []).append(note)
    told: dict[str, str] = {}
    for kind, same in kinds.items():
        numbers = [_DIGITS.findall(note) for note in same]
        kept = [one[0] if len(set(one)) == 1 else "…" for one in zip(*numbers, strict=True)]
        told |= dict.fromkeys(same, "".join(chain(*zip(kind.split("…"), [*kept, ""], strict=True))))
    return told
