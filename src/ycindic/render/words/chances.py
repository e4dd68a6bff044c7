"""How likely is each of some promises to be kept, and of which is no chance told, why?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from ycindic.domain.assessment import Assessment
from ycindic.domain.outlook.untold import LEAST_RUNS, LEAST_YEARS, Untold
from ycindic.render.words.numbers import chance_words
from ycindic.render.words.standing import both
from ycindic.render.words.wording import clauses
from ycindic.text import Joined, Text, Verbatim, _, _n, _p

UNTOLD: Mapping[Untold, Text] = {
    Untold.PARTS: _("its parts decide, and each has its own"),
    Untold.PART_OF_A_YEAR: _("only the ends of whole years are foretold"),
    Untold.NOT_BEGUN: _("no figure of the year is out yet"),
    Untold.NO_COURSE: _("the figures of the year have gaps from its first month on or are only bounds"),
    Untold.NO_YEAR_BEFORE: _(
        "how the year before went is not known: {least} years with it are needed, "
        "each with its end and a figure within it",
        least=LEAST_YEARS,
    ),
    Untold.FEW_YEARS: _(
        "too few whole years are on record before this one "
        "({least} are needed, each with its end and a figure within it)",
        least=LEAST_YEARS,
    ),
    Untold.FEW_RUNS: _(
        "fewer than {least} earlier runs of as many years are on record without a gap", least=LEAST_RUNS
    ),
    Untold.EVENTS: _("single events follow no course"),
    Untold.NO_NUMBER: _("no number was promised"),
    Untold.NO_DISTANCE: _("what it is compared with has no end that a distance could be told to"),
    Untold.NO_SINGLE_COURSE: _("it is held against figures that no single course tells"),
    Untold.YEARS_APART: _("how far two such figures lie apart after several years has no record"),
}
"""What each reason is called, everywhere that has room."""
_SHORT: Mapping[Untold, Text] = {
    Untold.PARTS: _("its parts decide"),
    Untold.PART_OF_A_YEAR: _("no whole year"),
    Untold.NOT_BEGUN: _("no figure of the year yet"),
    Untold.NO_COURSE: _("figures with gaps"),
    Untold.NO_YEAR_BEFORE: _("the year before is not known"),
    Untold.FEW_YEARS: _("too few years on record"),
    Untold.FEW_RUNS: _("too few such runs on record"),
    Untold.EVENTS: _("single events"),
    Untold.NO_NUMBER: _("no number promised"),
    Untold.NO_DISTANCE: _("no distance to tell"),
    Untold.NO_SINGLE_COURSE: _("held against several figures"),
    Untold.YEARS_APART: _("no record of such distances"),
}
"""The same in a cell."""


def no_chance_short(why: Untold) -> Text:
    """Why no chance is told of a promise, in small print; the whole reason stands in its details."""
    return _("no chance told: {why}", why=_SHORT[why])


def no_chance_words(reasons: Collection[Untold], among: Sequence[Assessment] = ()) -> Text | None:
    """Why no chance is told of one promise, or of some among others: each reason once; None of none."""
    if not reasons:
        return None
    counted = Counter(reasons).most_common()
    alone = len(counted) == 1
    each = [UNTOLD[why] if alone else _("{why} ({count})", why=UNTOLD[why], count=many) for why, many in counted]
    if len(among) <= 1:
        return _("no chance is told: {reasons}", reasons=clauses(each))
    others = list(_others(among, len(reasons)))
    count = _("{count} of {all}", count=len(reasons), all=len(among))
    if others:
        count = _("{count} ({others})", count=count, others=both(*others))
    return _("no chance is told of {count}: {reasons}", count=count, reasons=clauses(each))


def _others(among: Sequence[Assessment], without: int) -> Iterator[Text]:
    """How many of the others have a chance, are judged by their parts, or have no figure yet."""
    likely = sum(row.outlook is not None and row.outlook.chance is not None for row in among)
    parts = sum(row.target.parts is not None for row in among)
    empty = sum(row.figures.actual is None and row.target.parts is None for row in among)
    decided = len(among) - without - likely - parts - empty
    if likely:
        yield _n("{count} has one", "{count} have one", likely)
    if parts:
        yield _n("{count} goes by its parts", "{count} go by their parts", parts)
    if empty:
        yield _n("{count} has no figure yet", "{count} have no figure yet", empty)
    if decided > 0:
        yield _n("{count} is decided", "{count} are decided", decided)


def chances_in_words(rows: Sequence[Assessment]) -> Text | None:
    """The chance of each row that has one, after its name; None where none has."""
    told = [
        Joined(Verbatim(" "), [row.indicator.name, Verbatim(chance_words(row.outlook.chance))])
        for row in rows
        if row.outlook is not None and row.outlook.chance is not None
    ]
    return _("Chance to be kept: {each}", each=Joined(_p("names in one line", "; "), told)) if told else None
