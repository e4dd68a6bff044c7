"""How likely is each of some promises to be kept, in one line, or why is no chance told of any?"""

from __future__ import annotations

from collections.abc import Sequence

from ycindic.domain.assessment import Assessment
from ycindic.domain.outlook.few_years import LEAST_YEARS, lacks_years
from ycindic.render.words.numbers import chance_words
from ycindic.text import Joined, Text, Verbatim, _, _p
from ycindic.text.proposed import proposed


def no_chance_words(rows: Sequence[Assessment], lang: str) -> Text | None:
    """Of how many so few years are known, and which command tells more; None where a chance is told, or none is due."""
    lacking = [row for row in rows if lacks_years(row)]
    if not lacking or any(row.outlook is not None and row.outlook.chance is not None for row in rows):
        return None
    return _(
        "No chance told: {lacking} of {count} have under {least} years on record; {command}",
        lacking=len(lacking),
        count=len(rows),
        least=LEAST_YEARS,
        command=proposed("show", lacking[0].indicator.name.in_language(lang)),
    )


def chances_in_words(rows: Sequence[Assessment]) -> Text | None:
    """The chance of each row that has one, after its name; None where none has."""
    told = [
        Joined(Verbatim(" "), [row.indicator.name, Verbatim(chance_words(row.outlook.chance))])
        for row in rows
        if row.outlook is not None and row.outlook.chance is not None
    ]
    return _("Chance to be kept: {each}", each=Joined(_p("names in one line", "; "), told)) if told else None
