"""`ycindic add`: register one promise, step by step or by options."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from typing import Annotated

import typer

from ycindic.cli.language import say
from ycindic.cli.options import Data, Lang, check_language, choice, in_words
from ycindic.cli.output import Failed, murmur, talk
from ycindic.cli.registering import as_told, put_in
from ycindic.cli.writing import DryRun, Yes, on_terminal, today
from ycindic.domain.model import Better, Commitment, Every, Measure
from ycindic.domain.period import Period, year
from ycindic.domain.select import called
from ycindic.load.find import find
from ycindic.load.workspace import plan_of
from ycindic.record.registering.said import Told, entries_of, in_sentence, of_goal


def command(
    sentence: Annotated[
        str,
        typer.Argument(
            metavar="SENTENCE",
            help=say("报告的话，如“新建农村公路368公里”", "What the report says, such as 新建农村公路368公里"),
        ),
    ] = "",
    name: Annotated[str, typer.Option(metavar="TEXT", help=say("指标名称或编号", "The indicator, by name or id"))] = "",
    name_en: Annotated[str, typer.Option(metavar="TEXT", help=say("英文名称", "Its English name"))] = "",
    goal: Annotated[
        str, typer.Option(metavar="GOAL", help=say("目标，如6%左右、≥8、1-2", "The goal: about 6, >=8, 1-2"))
    ] = "",
    unit: Annotated[str, typer.Option(metavar="TEXT", help=say("单位", "The unit"))] = "",
    measure: Annotated[
        str, typer.Option(metavar="|".join(Measure), help=say("数值如何累加", "How its values add up"))
    ] = "",
    better: Annotated[str, typer.Option(metavar="|".join(Better), help=say("何者为优", "Which way is good"))] = "",
    period: Annotated[
        str, typer.Option(metavar="PERIOD", help=say("时期，缺省为今年", "The period; default this year"))
    ] = "",
    section: Annotated[str, typer.Option(metavar="KEY", help=say("报告的部分", "The section of the report"))] = "",
    commitment: Annotated[
        str, typer.Option(metavar="|".join(Commitment), help=say("承诺程度", "How firmly it is promised"))
    ] = "",
    publisher: Annotated[str, typer.Option(metavar="TEXT", help=say("发布单位", "Who publishes the figures"))] = "",
    every: Annotated[str, typer.Option(metavar="|".join(Every), help=say("发布频率", "The rhythm of release"))] = "",
    day: Annotated[
        int | None, typer.Option(metavar="DAY", min=1, max=31, help=say("发布日", "The day of release"))
    ] = None,
    headline: Annotated[bool, typer.Option("--headline", help=say("列为主要目标", "Mark it as a headline"))] = False,
    id_: Annotated[str, typer.Option("--id", metavar="ID", help=say("指标编号", "The id of the indicator"))] = "",
    dry_run: DryRun = False,
    yes: Yes = False,
    data: Data = None,
    lang: Lang = None,
) -> int:
    check_language(lang)
    folder = find(data)
    plan, problems = plan_of(folder)
    told = as_told(
        Told(id=id_, name_en=name_en, unit=unit, measure=measure, better=better),
        {"section": section, "commitment": commitment, "headline": "true" if headline else ""},
        publisher, every, day,
    )  # fmt: skip
    for typed, known, option in (
        (measure, Measure, "--measure"), (better, Better, "--better"), (commitment, Commitment, "--commitment"),
        (every, Every, "--every"),
    ):  # fmt: skip
        if typed:
            choice(typed, list(known), option)
    if not (sentence or (name and goal)):
        if not on_terminal():
            missing = say("报告的话，或--name和--goal", "the sentence, or --name and --goal")
            raise typer.BadParameter(say(f"缺少{missing}", f"missing: {missing}"))
        sentence, name, goal, unit, period = _asked(sentence, name, goal, unit, period)
    span = _period(period)
    found = in_sentence(sentence, span) if sentence else of_goal(name, goal, unit, span)
    if not found:
        talk(say("句中没有读出承诺；请用--name和--goal", "no promise was read in it; use --name and --goal"))
        raise Failed(2)
    there = called(name or (found[0].indicator if len(found) == 1 else ""), plan.indicators)
    taken: Collection[str] = tuple(plan.indicators)
    if len(there) == 1 and not id_:
        told, taken = told._replace(id=there[0]), ()
    elif id_ in plan.indicators:
        taken = ()
    told = told._replace(name=name, keys={**told.keys, **({"wording": sentence} if len(found) == 1 else {})})
    try:
        made = entries_of(found, told, taken)
    except ValueError:
        raise typer.BadParameter(
            say(
                f"读出{len(found)}项，选项不知归于哪一项；请逐项登记",
                f"{len(found)} promises were read; add them one by one",
            )
        ) from None
    return put_in(folder, plan, problems, made, dry_run=dry_run, yes=yes)


def _period(text: str) -> Period:
    if not text:
        return year(today().year)
    found = in_words(text)
    if found is None:
        raise typer.BadParameter(say(f"{text!r}不是时期", f"{text!r} is no period"), param_hint="--period")
    return found


def _asked(sentence: str, name: str, goal: str, unit: str, period: str) -> tuple[str, str, str, str, str]:
    """What was not told by options, asked for on the terminal; an empty answer takes what stands in brackets."""
    if not (name or goal):
        sentence = _ask(say("报告怎么说（可空）", "What does the report say (may be empty)"), sentence)
    if not sentence:
        name = _ask(say("指标名称", "The name of the indicator"), name, needed=True)
        goal = _ask(say("目标，如6%左右、≥8、1-2", "The goal, such as about 6, >=8, 1-2"), goal, needed=True)
        unit = _ask(say("单位", "The unit"), unit)
    period = _ask(say("时期", "The period"), period or str(today().year), sound=lambda one: in_words(one) is not None)
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
        talk(say("请重新输入", "please type it again"))


command.__doc__ = say(
    "登记一项目标：由报告的一句话读出，或按选项；只添新行，不动旧行",
    "Register one promise, read from the report's sentence or told by options; no line that is there is touched",
)
