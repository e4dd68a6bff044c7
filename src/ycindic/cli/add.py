"""`ycindic add`: register one promise, step by step or by options."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Sequence
from typing import Annotated, NamedTuple

import typer

from ycindic.cli.language import say
from ycindic.cli.options import Data, known_word, meant_by, not_empty, spoken_period, wrong
from ycindic.cli.output import Failed, murmur, talk, tell
from ycindic.cli.registering import as_told, in_series, put_in, talk_of_alike, talk_of_supposed
from ycindic.cli.writing import DryRun, Yes, on_terminal, today
from ycindic.domain.model import Better, Commitment, Every, Measure, Plan
from ycindic.domain.period import Period, year
from ycindic.domain.problem import Place, Problem
from ycindic.domain.select import called
from ycindic.load.find import find
from ycindic.load.workspace import plan_of
from ycindic.record.draft.entries import DraftedEntry
from ycindic.record.registering.english import english_promise
from ycindic.record.registering.said import Supplement, entries_of, in_sentence, of_goal, open_goal, upside_down
from ycindic.record.registering.there import in_registered_unit, registered_fault, registered_one
from ycindic.scan.finding import Finding
from ycindic.text import _


def command(
    sentence: Annotated[
        str,
        typer.Argument(
            metavar="SENTENCE", help="What the report says: build 368 km of rural roads, or 新建农村公路368公里"
        ),
    ] = "",
    name: Annotated[str, typer.Option(metavar="TEXT", callback=not_empty, help="The indicator, by name or id")] = "",
    name_zh: Annotated[str, typer.Option(metavar="TEXT", callback=not_empty, help="Its Chinese name")] = "",
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
    against: Annotated[
        str,
        typer.Option(
            metavar="ID", callback=not_empty, help="The indicator that it is held against (in step with it, above it)"
        ),
    ] = "",
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
        Supplement(
            id=id_, name_zh=name_zh, name_en=name_en, measure=measure, better=better,
            against=_held_against(against, plan),
        ),
        {"section": section, "commitment": commitment, "headline": "true" if headline else ""},
        publisher, every, str(day or ""),
    )  # fmt: skip
    for typed, known, option in (
        (measure, Measure, "--measure"), (better, Better, "--better"), (commitment, Commitment, "--commitment"),
        (every, Every, "--every"),
    ):  # fmt: skip
        if typed:
            known_word(typed, list(known), option)
    if day and not every:
        raise wrong(_("goes with --every"), "--day")
    said = _complete(_Said(sentence, name, goal, unit, period, measure))
    found = _read(said)
    wanted = said.name or (found[0].indicator if len(found) == 1 else "")
    there = called(wanted, plan.indicators, whole=True)
    fresh = not (there or id_)
    if fresh:
        talk_of_alike(wanted, plan, "--id")
    known_id = id_ or (there[0] if len(there) == 1 else "")
    wording = {"wording": said.sentence} if len(found) == 1 else {}
    told = told._replace(id=known_id, measure=told.measure or said.measure)
    made = _entries(found, told._replace(keys={**told.keys, **wording}), plan, said)
    new = [one for one in made if not told.measure and one.id not in plan.indicators]
    talk_of_supposed(found, new, _("--measure says otherwise"))
    if fresh:
        _talk_of_chinese(made)
    return put_in("add", folder, plan, problems, made, english_by="--name-en", dry_run=dry_run, yes=yes)


def _held_against(named: str, plan: Plan) -> str:
    """The id of the registered indicator that a promise is held against."""
    return meant_by(named, plan, list(plan.indicators), "--against") if named else ""


def _entries(found: list[Finding], told: Supplement, plan: Plan, said: _Said) -> list[DraftedEntry]:
    """What is to be registered, in the registered units; a promise that is there already ends the command."""
    taken: Collection[str] = () if told.id in plan.indicators else tuple(plan.indicators)
    faults: list[Problem] = []
    try:
        read = entries_of(found, told, taken)
    except ValueError:
        raise wrong(_("{count} promises were read; add them one by one", count=len(found))) from None
    if not told.id:
        read = [in_series(one, plan) for one in read]
    place = Place("SENTENCE" if said.sentence else "--unit")
    made = [in_registered_unit(one, said.unit, plan, place, faults) for one in read]
    old = [one for entry in made if (one := registered_one(entry, plan))]
    faults += [registered_fault(one.place, one, plan) for one in old]
    tell(faults)
    if faults:
        raise Failed(2)
    return made


_ENGLISH = re.compile(r"[a-z]{3}")


def _talk_of_chinese(made: Sequence[DraftedEntry]) -> None:
    """That a new indicator has its English name in Chinese, too, where nobody told another."""
    for one in made:
        if one.zh.isascii() and _ENGLISH.search(one.zh):
            talk(
                _("{name}: no Chinese name is told, so the English one stands for it; --name-zh tells it", name=one.zh)
            )


class _Said(NamedTuple):
    """What was said of a promise, in a sentence or by its parts."""

    sentence: str
    name: str
    goal: str
    unit: str
    period: str
    measure: str = ""


def _complete(said: _Said) -> _Said:
    """A promise by its sentence or by its parts: an English sentence is taken apart, what is missing is asked for."""
    if not said.sentence and not (said.name and said.goal):
        said = _asked(said)
    if not said.sentence or not said.sentence.isascii() or (said.name and said.goal):
        return said
    parts = english_promise(said.sentence)
    if parts is None:
        talk(_("of English sentences those are read that tell one number of one thing; Chinese wording is read whole"))
        return _asked(said._replace(sentence=""), by_parts=True)._replace(sentence=said.sentence)
    return said._replace(
        name=said.name or parts.name, goal=parts.goal, unit=said.unit or parts.unit,
        period=said.period or parts.period, measure=said.measure or parts.measure,
    )  # fmt: skip


def _read(said: _Said) -> list[Finding]:
    by_parts = bool(said.name and said.goal)
    span, text = _period(said.period), said.goal if by_parts else said.sentence
    if falling := upside_down(text, Place("--goal" if by_parts else "SENTENCE")):
        tell([falling])
        raise Failed(2)
    found = of_goal(said.name, said.goal, said.unit, span) if by_parts else in_sentence(said.sentence, span)
    if not found:
        talk(_("no promise was read in it; use --name and --goal"))
        raise Failed(2)
    if any(one.relation is None for one in found):
        tell([open_goal(Place("GOAL"), text)])
        raise Failed(2)
    return found


def _period(text: str) -> Period:
    if not text:
        return year(today().year)
    found = spoken_period(text)
    if found is None:
        raise wrong(_("{text!r} is no period", text=text), "--period")
    return found


def _asked(said: _Said, *, by_parts: bool = False) -> _Said:
    """What was not told by options, asked for on the terminal; an empty answer takes what stands in brackets."""
    if not on_terminal():
        parts = _("--name and --goal") if by_parts else _("the sentence, or --name and --goal")
        raise wrong(_("missing: {missing}", missing=say(parts)))
    sentence, name, goal, unit, period, _measure = said
    if not (name or goal or by_parts):
        sentence = _ask(say(_("What does the report say (may be empty)")), sentence)
    if not sentence:
        name = _ask(say(_("The name of the indicator")), name, needed=True)
        goal = _ask(say(_("The goal, such as about 6, >=8, 1-2")), goal, needed=True)
        unit = _ask(say(_("The unit")), unit)
    period = _ask(say(_("The period")), period or str(today().year), sound=lambda one: spoken_period(one) is not None)
    return said._replace(sentence=sentence, name=name, goal=goal, unit=unit, period=period)


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
