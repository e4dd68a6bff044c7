"""One target in full, for eyes: the promise, the answer, the sums, the doubts, the figures, a picture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, repeat

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

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
from ycindic.render.forms import batches
from ycindic.render.forms.page import drawn_pieces, one_line_words
from ycindic.render.forms.plot import plot
from ycindic.render.forms.table import GAP
from ycindic.render.words.chances import no_chance_words
from ycindic.render.words.letters import letters_in_words
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.margins import margins
from ycindic.render.words.numbers import period_in_words, rounded, typed
from ycindic.render.words.promised import goal_words, revised_words
from ycindic.render.words.screen import Screen
from ycindic.render.words.sentence import sentence
from ycindic.render.words.styled import drawn_lines
from ycindic.render.words.units import unit_of
from ycindic.render.words.visible import one_line, width, wrapped
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
    return drawn_pieces(_pages(shown.stories, screen), screen)


def _pages(stories: Sequence[Story], screen: Screen) -> Iterator[RenderableType]:
    for number, story in enumerate(stories):
        if number:
            yield one_line_words("")
        yield from _pieces(story, screen)


def _pieces(story: Story, screen: Screen) -> Iterator[RenderableType]:
    row, lang = story.row, screen.lang
    name = row.indicator.name.in_language(lang)
    when = period_in_words(row.target.period, row.target.calendar).in_language(lang)
    day = _("as of {day}", day=day_words(story.as_of, lang)).in_language(lang)
    yield Text.assemble(one_line_words(f"{name} {when}", "bold"), f"  {day}  ", (row.target.id, "dim"))
    yield _row(story, screen)
    yield _facts(story, screen)
    sections = (
        ("picture", _picture(story, screen)),
        ("workings", _workings(story, screen)),
        ("computed", _computed(story, screen)),
        ("outlook", _outlook(story, screen)),
        ("remarks", _remarks(story, screen)),
        ("settings", _settings(story, screen)),
        ("opinions", _opinions(story, screen)),
        ("parts", _parts(story.parts, screen)),
        ("figures", _figures(story, screen)),
    )
    for head, body in sections:
        if body is not None:
            yield one_line_words("")
            yield one_line_words(_HEADS[head].in_language(lang), style="bold")
            yield Padding(body, (0, 0, 0, _INDENT))


_INDENT = 2
"""So far the parts of a story stand to the right of their headings."""


def _row(story: Story, screen: Screen) -> Text:
    """The target as its row stands on every screen."""
    report = Report(story.plan, story.as_of, "", (story.row,), 0, facts=story.facts)
    ruled = Ruled(Rows(report, story.row.target.period, screen), [story.row])
    return Text.from_ansi(drawn_lines([*ruled.heading(), *ruled.rows([story.row])], colour=screen.colour))


def _grid(columns: int) -> Table:
    table = Table.grid(padding=(0, GAP, 0, 0))
    for _column in range(columns):
        table.add_column(overflow="fold")
    return table


def _facts(story: Story, screen: Screen) -> Table:
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
    room, table = max(screen.width - max(map(width, heads)) - GAP, 1), _grid(2)
    for (name, text), head in zip(told, heads, strict=True):
        lines = Text("\n".join(wrapped(text, room)))
        if name == "answer":
            lines.stylize(LOOKS[row.verdict].colour, 0, len(flag))
        table.add_row(one_line_words(head, style="dim"), lines)
    return table


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


def _workings(story: Story, screen: Screen) -> Group | None:
    """The formulas with their letters and their numbers, and below them what the letters stand for."""
    steps = [step for step in story.steps if tells(step)]
    if not steps:
        return None
    table = _grid(3)
    for step in steps:
        label, formula, numbers = working(step)
        table.add_row(
            one_line_words(label.in_language(screen.lang)),
            one_line_words(formula, style="dim"),
            one_line_words(numbers),
        )
    letters = letters_in_words(steps)
    key = [] if letters is None else [one_line_words(letters.in_language(screen.lang), style="dim")]
    return Group(table, *key)


def _computed(story: Story, screen: Screen) -> Text | None:
    found = sums_in_lines(sums(story.computed, story.plan), screen.lang)
    return Text(found.rstrip("\n")) if found else None


def _outlook(story: Story, screen: Screen) -> Text | None:
    """The outlook in lines, and why no chance is told; nothing of what is over or decided."""
    from ycindic.render.words.outlook import told as lines

    found = [] if story.row.outlook is None else lines(story.row, story.row.outlook)
    untold = no_chance_words([] if story.untold is None else [story.untold])
    found += [] if untold is None else [untold]
    if not found:
        return None
    return Text("\n".join(one_line(line.in_language(screen.lang)) for line in found))


def _remarks(story: Story, screen: Screen) -> Text | None:
    found = "\n".join(remark_sentence(one, story.row.indicator).in_language(screen.lang) for one in story.remarks)
    return Text(found) if found else None


def _settings(story: Story, screen: Screen) -> Table | None:
    """The cut-offs that were used, each with what it means and the key that sets it."""
    if not story.settings:
        return None
    table = _grid(2)
    for name, value in story.settings.items():
        said = CUT_OFFS[name](typed(value)).in_language(screen.lang)
        table.add_row(one_line_words(said), one_line_words(name, style="dim"))
    return table


def _opinions(story: Story, screen: Screen) -> Table | None:
    if not story.opinions:
        return None
    table = _grid(4)
    for one in story.opinions:
        cells = (OPINION_METHODS[one.method.value], STATUSES[one.status.value], None, OPINION_WAYS[one.method.value])
        told = ["" if text is None else text.in_language(screen.lang) for text in cells]
        told[2] = _value(one)
        table.add_row(*map(one_line_words, told[:3]), one_line_words(told[3], style="dim"))
    if story.contested:
        table.add_row(
            one_line_words(_p("of show", "contested").in_language(screen.lang), style="yellow"),
            one_line_words(""),
            one_line_words(""),
        )
    return table


def _value(one: Opinion) -> str:
    return "" if one.value is None else typed(Decimal(rounded(Decimal(repr(one.value)), 4)).normalize())


def _parts(parts: Sequence[Assessment], screen: Screen) -> Table | None:
    if not parts:
        return None
    table = _grid(3)
    for part in parts:
        told = sentence(part)
        text = told.in_language(screen.lang)
        table.add_row(
            one_line_words(part.indicator.name.in_language(screen.lang)),
            one_line_words(verdict(part, screen.lang), style=LOOKS[part.verdict].colour),
            one_line_words(text),
        )
    return table


def _picture(story: Story, screen: Screen) -> Text | None:
    """The course of the target with axes."""
    found = drawable(story.row, story.facts)
    if found is None or not found.actual:
        return None
    return Text("\n".join(plot(found, story.row.indicator, screen.lang, screen.width - _INDENT)), no_wrap=True)


def _lined(rows: Sequence[Sequence[str]], screen: Screen) -> RenderableType:
    """Cells under each other: whole texts where every row finds room, for rich takes long over a grid.

    Not all in one text: rich cuts off line by line what is left, and so copies all of it for each.
    """
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    if sum(widths) + GAP * (len(widths) - 1) + _INDENT <= screen.width:
        filled = (
            (text + " " * (width - cell_len(text)) for text, width in zip(row, widths, strict=True)) for row in rows
        )
        lines = ((" " * GAP).join(row).rstrip() for row in filled)
        return Group(*(Text("\n".join(some), no_wrap=True) for some in batches(lines)))
    table = _grid(len(widths))
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _figures(story: Story, screen: Screen) -> Group | None:
    """The rows from the base year to the end of the period and what opinions and verdict look at, sources once below.

    The used ones are marked; sources that differ by the numbers of a note alone are told as one.
    """
    period = story.row.target.period
    first = story.row.indicator.calendar.first(period.first - 1)
    used = {one.place for one in story.row.used}
    looked_at = used | {one.place for one in story.heard}
    rows = [one for one in story.vintages if first <= one.period.last <= period.last or one.place in looked_at]
    if not rows:
        return None
    several = len({one.indicator for one in rows}) > 1
    alike = _alike({one.note for one in rows})
    origins: dict[str, int] = {}
    lines: list[tuple[str, ...]] = []
    for one in rows:
        value = "–" if one.value is None else BOUNDS[one.bound].in_language(screen.lang) + typed(one.value)
        origin = " · ".join(text for text in (one.source, alike[one.note], one.place.file) if text)
        number = origins.setdefault(origin, len(origins) + 1)
        when = day_words(one.published, screen.lang) if one.published else ""
        mark = "→" if one.place in used else ""
        name = story.plan.indicators[one.indicator].name.in_language(screen.lang) if several else ""
        covered = period_in_words(one.period).in_language(screen.lang)
        basis, stage = (told.in_language(screen.lang) for told in (BASIS_NAMES[one.basis], STAGES[one.stage]))
        cells = (mark, name, covered, basis, value, when, stage, f"[{number}]")
        lines.append(tuple(one_line(cell) for cell in cells))
    return Group(
        _lined(lines, screen),
        *(one_line_words(f"[{number}] {origin}", style="dim") for origin, number in origins.items()),
    )


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
