"""How is told how often a flag was right: counted by groups, or case by case?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.assessment import Verdict
from ycindic.domain.backtest import CASE_GROUPS, Replayed, Tally, tallied
from ycindic.domain.period import month_text
from ycindic.domain.problem import Problem
from ycindic.domain.rates import ratio
from ycindic.domain.reason import Reason
from ycindic.render.answers.faults import plain_document
from ycindic.render.answers.sheet import Column, Group, Note, Page, Sheet, Value
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import figure, number_for_programs, percent
from ycindic.render.words.screen import Screen
from ycindic.render.words.wording import MEASURES
from ycindic.text import Text, Verbatim, _, _p

ALL: Text = _("all")

GROUP_HEADS: Mapping[str, Text] = {
    "measure": _("Measure"),
    "rule": _("Rule"),
    "verdict": _("Verdict"),
    "indicator": _("Indicator id"),
    "target": _("Target id"),
    "year": _("Period"),
    "month": _("Month"),
    "relation": _("Relation"),
    "commitment": _("Commitment"),
    "seed": _("Seed"),
}
"""What the groups are called."""
_RIGHT = frozenset({"target", "year", "month", "seed"})
"""Groups whose words stand to the right, as numbers do."""

_RULES: Mapping[Reason, Text] = {
    Reason.PACE: _p("of the backtest", "pace"),
    Reason.NEEDED_RATE: _("needed rate"),
    Reason.DIFFERENCE: _("difference"),
    Reason.SIGN: _("sign"),
    Reason.MET_FOR_GOOD: _("met for good"),
    Reason.NOT_EXCEEDED: _("only equals"),
    Reason.NOTHING_EXPECTED: _("nothing expected"),
    Reason.HELD_SO_FAR: _("held so far"),
    Reason.CAP_EXCEEDED: _("cap exceeded"),
    Reason.BREACH: _("breach"),
    Reason.BAND_LEFT: _("band left"),
    Reason.GOAL_MET: _("goal met"),
}
"""The usual rules in words; the others are called by their codes."""

_WORDS: Mapping[str, Mapping[str, Text]] = {
    "measure": {measure.value: pair for measure, pair in MEASURES.items()},
    "rule": {rule.value: pair for rule, pair in _RULES.items()},
    "verdict": {verdict.value: LOOKS[verdict].word for verdict in Verdict},
}


class CountedGroup(NamedTuple):
    """A group of cases by the names of its grouping; a name that is not in `group` is told as all of them."""

    by: tuple[str, ...]
    tally: Tally

    def called(self, name: str) -> str | None:
        """The group's word for one name of its grouping; None in a line of totals."""
        place = self.by.index(name)
        return self.tally.group[place] if place < len(self.tally.group) else None


def counted_groups(cases: Sequence[Replayed], by: tuple[str, ...], *, totals: bool) -> list[CountedGroup]:
    """The counts of every group, for eyes with a line for each total above the groups that it is made of."""
    levels = range(len(by) + 1) if totals else (len(by),)
    rows = {tally.group: CountedGroup(by, tally) for level in levels for tally in tallied(cases, by[:level])}
    return [rows[group] for group in sorted(rows)]


def _group(name: str) -> Column[CountedGroup]:
    def words(one: CountedGroup, lang: str) -> str:
        word = one.called(name)
        if word is None:
            return ALL.in_language(lang)
        return _WORDS.get(name, {}).get(word, Verbatim(word)).in_language(lang)

    return Column(lambda one: one.called(name), GROUP_HEADS[name], words=words, left=name not in _RIGHT)


def _share(label: Text, part: str, whole: str) -> Column[CountedGroup]:
    """A share of the cases, as a number from 0 to 1 for programs and as per cent for people."""

    def value(one: CountedGroup) -> Value:
        of = getattr(one.tally, whole)
        return round(getattr(one.tally, part) / of, 4) if of else None

    return Column(value, label, words=lambda one, _: _percent(one.tally, part, whole))


def _percent(tally: Tally, part: str, whole: str) -> str:
    found = ratio(Decimal(getattr(tally, part)), Decimal(getattr(tally, whole)))
    return "" if found is None else percent(found)


def _beside(label: Text, name: str) -> Column[CountedGroup]:
    """What a plain rule got right; where it had fewer answers, ours of the same cases behind it."""

    def words(one: CountedGroup, lang: str) -> str:
        theirs = _percent(one.tally, name, f"{name}_of")
        if not theirs or getattr(one.tally, f"{name}_of") == one.tally.flagged:
            return theirs
        ours = _percent(one.tally, f"{name}_beside", f"{name}_of")
        return theirs + _(" (ours {ours})", ours=ours).in_language(lang)

    return _share(label, name, f"{name}_of")._replace(words=words)


def _count(label: Text, name: str) -> Column[CountedGroup]:
    return Column(lambda one: getattr(one.tally, name), label)


_COUNTS: dict[str, Column[CountedGroup]] = {
    "cases": _count(_("Cases"), "cases"),
    "right_share": _share(_("Right"), "right", "flagged"),
    "wrong_yes": _count(_("Wrong yes"), "wrong_yes"),
    "wrong_no": _count(_("Wrong no"), "wrong_no"),
    "empty": _count(_("No flag"), "empty"),
    "calendar_share": _beside(_("Calendar"), "calendar"),
    "twelfth_share": _beside(_("Goal ÷ 12"), "twelfth"),
    "kept_share": _share(_("Kept"), "kept", "cases"),
    "right": _count(_("Right, count"), "right"),
    "kept": _count(_("Kept, count"), "kept"),
    "calendar": _count(_("Calendar right"), "calendar"),
    "calendar_of": _count(_("Calendar cases"), "calendar_of"),
    "calendar_beside": _count(_("Ours of these"), "calendar_beside"),
    "twelfth": _count(_("÷ 12 right"), "twelfth"),
    "twelfth_of": _count(_("÷ 12 cases"), "twelfth_of"),
    "twelfth_beside": _count(_("Ours of those"), "twelfth_beside"),
}
"""The columns of every count, in order; new ones come last."""

_USUAL_COUNTS = (
    "cases", "right_share", "wrong_yes", "wrong_no", "empty", "calendar_share", "twelfth_share", "kept_share",
)  # fmt: skip


def _told(name: str) -> Column[Replayed]:
    """A group's word of a single case."""
    words, group = _WORDS.get(name, {}), CASE_GROUPS[name]
    return Column(
        lambda case: group(case) or None,
        GROUP_HEADS[name],
        words=lambda case, lang: words.get(group(case), Verbatim(group(case))).in_language(lang),
        left=name not in _RIGHT,
    )


def _figure(label: Text, name: str, *, end: bool = False) -> Column[Replayed]:
    """A figure of the answer of that day, or of the final one."""

    def words(case: Replayed, _: str) -> str:
        row = case.end if end else case.said
        value = getattr(row.figures, name)
        return "" if value is None else figure(row, value)

    return Column(
        lambda case: number_for_programs(getattr((case.end if end else case.said).figures, name)), label, words=words
    )


_CASES: dict[str, Column[Replayed]] = {
    "indicator": _told("indicator"),
    "target": _told("target"),
    "measure": _told("measure"),
    "year": _told("year"),
    "month": Column(lambda case: month_text(case.month), GROUP_HEADS["month"]),
    "as_of": Column(lambda case: case.as_of.isoformat(), _("As of")),
    "goal": Column(lambda case: number_for_programs(case.said.target.goal), _("Goal")),
    "so_far": _figure(_("So far"), "actual"),
    "projection": _figure(_("Projection"), "projection"),
    "actual": _figure(_("In the end"), "actual", end=True),
    "verdict": _told("verdict"),
    "rule": _told("rule"),
    "flag": Column(lambda case: case.flag, _("Flag")),
    "calendar": Column(lambda case: case.calendar, _("Calendar")),
    "twelfth": Column(lambda case: case.twelfth, _("Goal ÷ 12")),
    "kept": Column(lambda case: case.kept, _p("of the backtest", "Kept")),
    "right": Column(lambda case: case.right, _p("of the backtest", "Right")),
    "seed": _told("seed"),
}
"""The columns of a case, in order; new ones come last."""

_USUAL_CASES = ("target", "month", "goal", "so_far", "actual", "verdict", "calendar", "twelfth", "kept", "right")


def counts_sheet(
    rows: Sequence[CountedGroup], by: tuple[str, ...], totals: Sequence[CountedGroup], problems: Sequence[Problem]
) -> Sheet[CountedGroup]:
    """The counts as a sheet; people read the totals, too."""
    columns, usual = {name: _group(name) for name in by} | _COUNTS, (*by, *_USUAL_COUNTS)
    return Sheet(
        "counts", columns, rows, usual, document=plain_document(problems), page=lambda screen: _page(totals, screen)
    )


_LEGEND: Mapping[str, Text] = {
    "right_share": _("Right: of the flags that were set, so many came true"),
    "wrong_yes": _("Wrong yes: flagged as on its way, and missed in the end; wrong no: the other way round"),
    "empty": _("No flag: neither yes nor no was said"),
    "calendar_share": _(
        "Calendar: the plain rule, a sum has done its share of the months, a rate so far keeps its goal; "
        "ours: our flags in the cases that it has"
    ),
    "twelfth_share": _("Goal ÷ 12: what an even twelfth of the goal a month would have got right"),
    "kept_share": _("Kept: so many of the promises were kept in the end"),
}
"""How the columns of a count are read."""


def _page(totals: Sequence[CountedGroup], screen: Screen) -> Page[CountedGroup]:
    notes = [Note([_LEGEND[name].in_language(screen.lang)], dim=True, on="screen", column=name) for name in _LEGEND]
    return Page((Group(totals),), notes=notes if totals else ())


def replays_sheet(rows: Sequence[Replayed], problems: Sequence[Problem]) -> Sheet[Replayed]:
    """Every single answer as a sheet."""
    return Sheet("cases", _CASES, rows, _USUAL_CASES, document=plain_document(problems))
