"""`ycindic add`: register one promise, step by step or by options."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from typing import Annotated

import typer

from ycindic.cli.language import say
from ycindic.cli.options import Data, known_word, not_empty, spoken_period, wrong
from ycindic.cli.output import Failed, murmur, talk, tell
from ycindic.cli.registering import as_told, put_in, talk_of_supposed
from ycindic.cli.writing import DryRun, Yes, on_terminal, today
from ycindic.domain.model import Better, Commitment, Every, Measure, Plan
from ycindic.domain.period import Period, year
from ycindic.domain.problem import Place
from ycindic.domain.select import called
from ycindic.load.find import find
from ycindic.load.workspace import plan_of
from ycindic.record.registering.said import Supplement, entries_of, in_sentence, of_goal, open_goal, upside_down
from ycindic.record.registering.there import registered_fault, registered_one
from ycindic.scan.finding import Finding
from ycindic.text import _


def command(
    sentence: Annotated[
        str, typer.Argument(metavar="SENTENCE", help="What the report says, such as 新建农村公路368公里")
    ] = "",
    name: Annotated[str, typer.Option(metavar="TEXT", callback=not_empty, help="The indicator, by name or id")] = "",
    name_en: Annotated[str, typer.Option(metavar="TEXT", callback=not_empty, help="Its English name")] = "",
    goal: Annotated[str, typer.Option(metavar="GOAL", callback=not_empty, help="The goal: about 6, >=8, 1-2")] = "",
    unit: Annotated[str, typer.Option(metavar="TEXT", callback=not_empty, help="The unit")] = "",
    measure: Annotated[
        str, typer.Option(metavar="|".join(Measure), callback=not_empty, help="How its values add up")
    ] = "",
    better: Annotated[str, typer.Option(metavar="|".join(Better), callback=not_empty, help="Which way is good")] = "",
    period: Annotated[
        str, typer.Option(metavar="PERIOD", callback=not_empty, help="The period; default this year")
    ] = "",
    section: Annotated[str, typer.Option(metavar="KEY", callback=not_empty, help="The section of the report")] = "",
    commitment: Annotated[
        str, typer.Option(metavar="|".join(Commitment), callback=not_empty, help="How firmly it is promised")
    ] = "",
    publisher: Annotated[str, typer.Option(metavar="TEXT", callback=not_empty, help="Who publishes the figures")] = "",
    every: Annotated[str, typer.Option(metavar="|".join(Every), callback=not_empty, help="The rhythm of release")] = "",
    day: Annotated[int | None, typer.Option(metavar="DAY", min=1, max=31, help="The day of release")] = None,
    headline: Annotated[bool, typer.Option("--headline", help="Mark it as a headline")] = False,
    id_: Annotated[str, typer.Option("--id", metavar="ID", callback=not_empty, help="The id of the indicator")] = "",
    dry_run: DryRun = False,
    yes: Yes = False,
    data: Data = None,
) -> int:
    """Register one promise, read from the report's sentence or told by options; no line that is there is touched"""
    folder = find(data)
    plan, problems = plan_of(folder)
    told = as_told(
        Supplement(id=id_, name_en=name_en, unit=unit, measure=measure, better=better),
        {"section": section, "commitment": commitment, "headline": "true" if headline else ""},
        publisher, every, str(day or ""),
    )  # fmt: skip
    for typed, known, option in (
        (measure, Measure, "--measure"), (better, Better, "--better"), (commitment, Commitment, "--commitment"),
        (every, Every, "--every"),
    ):  # fmt: skip
        if typed:
            known_word(typed, list(known), option)
    if not (sentence or (name and goal)):
        if not on_terminal():
            missing = say(_("the sentence, or --name and --goal"))
            raise wrong(_("missing: {missing}", missing=missing))
        sentence, name, goal, unit, period = _asked(sentence, name, goal, unit, period)
    if day and not every:
        raise wrong(_("goes with --every"), "--day")
    span = _period(period)
    found = _read(sentence, name, goal, unit, span)
    wanted = name or (found[0].indicator if len(found) == 1 else "")
    there = called(wanted, plan.indicators, whole=True)
    taken: Collection[str] = tuple(plan.indicators)
    if len(there) == 1 and not id_:
        told, taken = told._replace(id=there[0]), ()
    elif id_ in plan.indicators:
        taken = ()
    _talk_of_alike("" if there or id_ else wanted, plan)
    told = told._replace(name=name, keys={**told.keys, **({"wording": sentence} if len(found) == 1 else {})})
    try:
        made = entries_of(found, told, taken)
    except ValueError:
        raise wrong(_("{count} promises were read; add them one by one", count=len(found))) from None
    new = [one for one in made if not measure and one.id not in plan.indicators]
    talk_of_supposed(found, new, _("--measure says otherwise"))
    old = [one for entry in made if (one := registered_one(entry, plan))]
    tell([registered_fault(one.place, one, plan) for one in old])
    if old:
        raise Failed(2)
    return put_in("add", folder, plan, problems, made, dry_run=dry_run, yes=yes)


def _talk_of_alike(name: str, plan: Plan) -> None:
    """Of which registered names a new one is a part: whether it is the same thing only its reader knows."""
    for one in called(name, plan.indicators):
        talk(_("if {name} is meant: --id {id}", name=plan.indicators[one].name, id=one))


def _read(sentence: str, name: str, goal: str, unit: str, span: Period) -> list[Finding]:
    if falling := upside_down(sentence or goal, Place("SENTENCE" if sentence else "--goal")):
        tell([falling])
        raise Failed(2)
    found = in_sentence(sentence, span) if sentence else of_goal(name, goal, unit, span)
    if not found:
        talk(_("no promise was read in it; use --name and --goal"))
        raise Failed(2)
    if any(one.relation is None for one in found):
        tell([open_goal(Place("GOAL"), sentence or goal)])
        raise Failed(2)
    return found


def _period(text: str) -> Period:
    if not text:
        return year(today().year)
    found = spoken_period(text)
    if found is None:
        raise wrong(_("{text!r} is no period", text=text), "--period")
    return found


def _asked(sentence: str, name: str, goal: str, unit: str, period: str) -> tuple[str, str, str, str, str]:
    """What was not told by options, asked for on the terminal; an empty answer takes what stands in brackets."""
    if not (name or goal):
        sentence = _ask(say(_("What does the report say (may be empty)")), sentence)
    if not sentence:
        name = _ask(say(_("The name of the indicator")), name, needed=True)
        goal = _ask(say(_("The goal, such as about 6, >=8, 1-2")), goal, needed=True)
        unit = _ask(say(_("The unit")), unit)
    period = _ask(say(_("The period")), period or str(today().year), sound=lambda one: spoken_period(one) is not None)
    return sentence, name, goal, unit, period


def _ask(question: str, usual: str, *, needed: bool = False, sound: Callable[[str], bool] | None = None) -> str:
    while True:
        murmur(f"{question}{f' [{usual}]' if usual else ''}: ")
        line = sys.stdin.readline()
        if not line:
            raise Failed(2)
        typed = line.strip() or usual
        if (typed or not needed) and (sound is None or sound(typed)):
            return typed
        talk(_("please type it again"))
