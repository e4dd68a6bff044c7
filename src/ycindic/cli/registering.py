"""What do the commands share that register promises: what is told of them, how they are shown, asked about, written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ycindic.cli.output import Failed, answer, stop_for, talk, tell
from ycindic.cli.writing import ask, on_terminal, whoever_writes
from ycindic.domain.model import Indicator, Measure, Plan
from ycindic.domain.problem import Problem
from ycindic.domain.select import called
from ycindic.load.find import Folder
from ycindic.record.draft.entries import UNSPOKEN, DraftedEntry
from ycindic.record.draft.save import save_over
from ycindic.record.draft.usual import sure_of_measure
from ycindic.record.draft.written import indicator_lines, quoted, target_lines
from ycindic.record.registering.register import with_entries
from ycindic.record.registering.said import Supplement
from ycindic.record.registering.series import series_there
from ycindic.record.store import refusal
from ycindic.render.words.visible import a_line_each
from ycindic.scan.finding import Finding
from ycindic.text import Joined, Text, _, _n, _p


def as_told(told: Supplement, keys: Mapping[str, str], publisher: str, every: str, day: str) -> Supplement:
    """What was told of a promise, as keys of the registry."""
    more = {}
    if every:
        more["released"] = f"{{every: {every}{f', day: {day}' if day else ''}}}"
    if publisher:
        more["publisher"] = quoted(publisher)
    return told._replace(keys={key: value for key, value in keys.items() if value}, more=more)


_SUPPOSED = (
    (Measure.FLOW, _("flow, that is, it adds up over the year")),
    (Measure.STOCK, _("stock, that is, a level on a day")),
)
"""What is taken where neither words nor unit tell how values add up."""


def talk_of_supposed(found: Sequence[Finding], made: Sequence[DraftedEntry], otherwise: Text) -> None:
    """Say what was supposed of new indicators, and how to say otherwise."""
    doubtful = {one.indicator for one in found if not sure_of_measure(one)}
    for measure, told in _SUPPOSED:
        names = [one.zh for one in made if one.measure is measure and one.zh in doubtful]
        if names:
            some = Joined(_p("names in one line", "; "), names)
            talk(_("supposed: {measure}: {names}; {otherwise}", measure=told, names=some, otherwise=otherwise))


def _talk_of_series(name: str, known: Indicator) -> None:
    """That a promise stands under an indicator that is there, which is called otherwise."""
    if name != known.name.zh:
        talk(
            _(
                "{name} is taken for {registered} ({id}); --id or a column id says otherwise",
                name=name,
                registered=known.name,
                id=known.id,
            )
        )


def in_series(entry: DraftedEntry, plan: Plan) -> DraftedEntry:
    """The entry under the registered indicator that is its series, which is told; as it is where there is none."""
    series = series_there(entry, plan)
    if series is None:
        return entry
    _talk_of_series(entry.zh, plan.indicators[series])
    return entry._replace(id=series)


def talk_of_alike(name: str, plan: Plan, by: str) -> None:
    """Of which registered names a new one is a part: whether it is the same thing its reader knows alone, `by` what."""
    for one in called(name, plan.indicators):
        talk(_("if {name} is meant: {by} {id}", name=plan.indicators[one].name, by=by, id=one))


def put_in(
    command: str,
    folder: Folder,
    plan: Plan,
    problems: Sequence[Problem],
    made: Sequence[DraftedEntry],
    *,
    english_by: str,
    dry_run: bool,
    yes: bool,
) -> int:
    """Show what would be registered, ask, and write it: the whole of it or nothing. The exit code.

    `english_by` is the option, or the column, that takes an English name.
    """
    stop_for(refusal(folder), *problems)
    found = with_entries(folder.registry, plan, made)
    if isinstance(found, Problem) or found.faults:
        tell((found,) if isinstance(found, Problem) else found.faults)
        talk(_("nothing was written"))
        raise Failed(2)
    answer(a_line_each(_shown(plan, made)), "text")
    unspoken = [one.id for one in made if one.id not in plan.indicators and one.id.startswith(UNSPOKEN)]
    if unspoken:
        talk(
            _(
                "an English name ({by}) or an id of your own speaks better than {ids}",
                by=english_by,
                ids=", ".join(unspoken),
            )
        )
    if dry_run or not (yes or not on_terminal() or ask(_("Register it?"))):
        return 0
    stop_for(save_over(folder.registry, found.old, found.new, whoever_writes(command)))
    count = sum(len(one.targets) for one in made)
    open_ = sum(bool(promise.todo) for one in made for promise in one.targets)
    talk(_("registered {count}, {open} with a todo: {registry}", count=count, open=open_, registry=folder.registry))
    silent = [one for one in made if "publisher" in one.more and "released" not in one.more]
    if silent:
        talk(
            _n(
                "{count} indicator has an office and no rhythm: `due` and `form` know no day for it; "
                "`released` in the registry tells it",
                "{count} indicators have an office and no rhythm: `due` and `form` know no day for them; "
                "`released` in the registry tells it",
                len(silent),
            )
        )
    return 0


def _shown(plan: Plan, made: Sequence[DraftedEntry]) -> list[str]:
    """The lines as they will stand in the registry."""
    lines: list[str] = []
    for one in made:
        if one.id in plan.indicators:
            lines += [f"  {one.id}:", "    targets:", *(f"      {line}" for line in target_lines(one))]
        else:
            lines += indicator_lines([one])
    return lines
