"""Which rows does the user ask for? The filters that several commands share, each written once."""

from collections.abc import Callable, Sequence
from typing import Annotated, NamedTuple

import typer

from ycindic.cli.complete import commitments, ids, indicator_ids, verdicts
from ycindic.cli.options import known_word, known_words, listed_words, meant_by, no_such, spoken_period, unknown
from ycindic.cli.output import talk
from ycindic.cli.sharing import Command, sharing
from ycindic.domain.assessment import Verdict
from ycindic.domain.model import Commitment, Plan
from ycindic.domain.period import Period
from ycindic.domain.select import Wanted, in_section

Words = list[str] | None


class Filters(NamedTuple):
    """The filters as they were typed."""

    ids: Words = None
    period: Words = None
    section: Words = None
    verdict: Words = None
    indicator: Words = None
    commitment: Words = None
    publisher: Words = None
    on_track: str | None = None

    def wanted(self, plan: Plan) -> Wanted:
        """The filters checked against a plan; an id or a choice that does not exist is a usage error."""
        flag = None if self.on_track is None else known_word(self.on_track, ("yes", "no"), "--on-track")
        return Wanted(
            ids=_ids(self.ids, plan, "ID"),
            indicators=_ids(self.indicator, plan, "--indicator"),
            periods=_periods(self.period, plan),
            sections=_sections(self.section, plan),
            verdicts=known_words(self.verdict, list(Verdict), "--verdict"),
            commitments=known_words(self.commitment, list(Commitment), "--commitment"),
            publishers=listed_words(self.publisher, "--publisher"),
            on_track=None if flag is None else flag == "yes",
        )


def _ids(ids: Words, plan: Plan, option: str) -> tuple[str, ...]:
    known = [*(target.id for target in plan.targets if option == "ID"), *plan.indicators]
    return tuple(word if word in known else meant_by(word, plan, known, option) for word in listed_words(ids, option))


def _periods(typed: Words, plan: Plan) -> tuple[Period, ...]:
    """What is meant, in the years of any target; one without a target is an empty answer, no period an error."""
    words = listed_words(typed, "--period")
    if not words:
        return ()
    known = {target.calendar.text(one): one for target in plan.targets for one in target.named}
    calendars = dict.fromkeys([plan.calendar, *(target.calendar for target in plan.targets)])
    found: list[Period] = []
    for word in words:
        meant = [one for calendar in calendars if (one := spoken_period(word, calendar))]
        if not meant:
            raise unknown(word, list(known), "--period")
        if known and not set(meant) & set(known.values()):
            _hint(word, list(known), "--period")
        found += meant
    return tuple(found)


def _sections(typed: Words, plan: Plan) -> tuple[str, ...]:
    known = list(dict.fromkeys([*plan.sections, *(target.section for target in plan.targets if target.section)]))
    for word in listed_words(typed, "--section"):
        if known and not any(in_section(one, (word,)) for one in known):
            _hint(word, known, "--section")
    return listed_words(typed, "--section")


def _hint(word: str, known: Sequence[str], option: str) -> None:
    talk(f"{option}: {no_such(word, known)}")


OPTIONS: dict[str, object] = {
    "ids": Annotated[Words, typer.Argument(metavar="[ID]...", autocompletion=ids, help="Ids of indicators or targets")],
    "period": Annotated[Words, typer.Option(metavar="PERIOD", help="The period of the target, such as 2026")],
    "section": Annotated[Words, typer.Option(metavar="KEY", help="A section of the report, such as 三(总)")],
    "verdict": Annotated[
        Words, typer.Option(metavar="WORD", autocompletion=verdicts, help="A verdict, such as off_track")
    ],
    "indicator": Annotated[
        Words, typer.Option(metavar="ID", autocompletion=indicator_ids, help="The id of an indicator")
    ],
    "commitment": Annotated[
        Words, typer.Option(metavar="WORD", autocompletion=commitments, help="How firmly promised, such as binding")
    ],
    "publisher": Annotated[Words, typer.Option(metavar="NAME", help="A publisher, or a part of its name")],
    "on_track": Annotated[str | None, typer.Option(metavar="yes|no", help="The on-track flag")],
}


def asking(names: Sequence[str] = tuple(OPTIONS)) -> Callable[[Command], Command]:
    """Give a command the named filters; it takes them as its argument `asked`, an `Asked`."""
    return sharing("asked", Filters, {name: OPTIONS[name] for name in names})
