"""How is something that needs attention told?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ycindic.domain.agenda import Expected, needed_of
from ycindic.domain.alert import Alert, Dispute, Late, Unlikely, Unsettled
from ycindic.domain.assessment import Assessment
from ycindic.domain.model import Observation
from ycindic.render.answers.opinions import OPINION_METHODS, STATUSES, opinion_values
from ycindic.render.answers.sheet import Value
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import chance_words, number_for_programs, period_in_words, typed
from ycindic.render.words.standing import both
from ycindic.render.words.units import amounts_of
from ycindic.render.words.wording import listed
from ycindic.text import Text, _, _n, _p
from ycindic.text.proposed import proposed


def _look(*ids: str) -> Mapping[Alert, Text]:
    """The advice to look at some targets, where that helps."""
    show = proposed("show", *(ids or (_("ID"),)))
    return {
        Alert.MISSED: _("{show} tells where the gap comes from", show=show),
        Alert.OFF_TRACK: _("{show} tells what the rest must bring", show=show),
        Alert.AT_RISK: _("{show} tells what the rest must bring", show=show),
        Alert.UNLIKELY: _("{show} tells how the year will probably end, and from what", show=show),
        Alert.CONTESTED: _("{show} tells how others count", show=show),
    }


ALERTS: Mapping[Alert, tuple[Text, Text]] = {
    Alert.INVALID: (_("faulty file"), _("mend it as told; {validate} lists them all", validate=proposed("validate"))),
    Alert.BREACH: (_("breach"), _("look the figure up; nothing later can mend it")),
    Alert.MISSED: (_("missed"), _look()[Alert.MISSED]),
    Alert.OFF_TRACK: (_("off track"), _look()[Alert.OFF_TRACK]),
    Alert.AT_RISK: (_("at risk"), _look()[Alert.AT_RISK]),
    Alert.UNLIKELY: (_("unlikely"), _look()[Alert.UNLIKELY]),
    Alert.STALE: (_("stale"), _("record the late figures; then there is a verdict")),
    Alert.LATE: (
        _("late"),
        _(
            "ask its publisher; take it in with {record}, a table with {table}",
            record=proposed("record", _("ID"), _("PERIOD"), _("VALUE")),
            table=proposed("import", _("FILE")),
        ),
    ),
    Alert.INCONSISTENT: (_("inconsistent"), _("{audit} lists what is asked", audit=proposed("audit"))),
    Alert.CONTESTED: (_("contested"), _look()[Alert.CONTESTED]),
    Alert.PRELIMINARY: (_("still preliminary"), _("record the final figure when it is published")),
}
"""How each is called, and what to do then."""

_MOST_SHOWN = 5
"""So many targets are named in a command that shows them; of more the first."""


def then(alert: Alert, ids: Sequence[str]) -> Text:
    """What to do about some targets or indicators, with a command that shows them."""
    return _look(*ids[:_MOST_SHOWN]).get(alert) or ALERTS[alert][1]


_MOST_NAMED = 2
"""So many late figures are named one by one in a sentence."""


def told_late(cause: Late) -> Text:
    """The oldest figure that is owed and the newest, and how many; the list of all releases is for programs."""
    named = [_overdue(one) for one in needed_of(cause.releases)]
    said = listed(named)
    if len(named) > _MOST_NAMED:
        said = _("{count} figures from {first} to {last}", count=len(named), first=named[0], last=named[-1])
    publisher = cause.indicator.publisher
    if publisher is None:
        return _("Due and not recorded: {releases}.", releases=said)
    return _("Due and not recorded: {releases}, from {publisher}.", releases=said, publisher=publisher)


def _overdue(one: Expected) -> Text:
    return _n(
        "{period} (due {due}, {count} day late)",
        "{period} (due {due}, {count} days late)",
        -one.days,
        period=period_in_words(one.indicator.covered(one.period)),
        due=one.due,
    )


def told_dispute(cause: Dispute) -> Text:
    """Our verdict, and what the others would say."""
    votes = [one for one in cause.votes if one.yes is not None]
    others = [
        _("{about}: {said}", about=OPINION_METHODS[one.method.value], said=STATUSES[one.status.value]) for one in votes
    ]
    return _("We say {verdict}; {others}.", verdict=LOOKS[cause.row.verdict].word, others=both(*others))


def told_unlikely(cause: Unlikely) -> Text:
    """The chance, and how many years like this kept the promise."""
    outlook = cause.row.outlook
    if outlook is None or outlook.like is None:
        return _("The chance that it is kept is {chance}.", chance=chance_words(cause.chance))
    return _(
        "The chance that it is kept is {chance}: {kept} of {years} years like this kept it.",
        chance=chance_words(cause.chance),
        kept=outlook.like.kept,
        years=outlook.like.years,
    )


def told_unsettled(cause: Unsettled) -> Text:
    """The preliminary figures that a verdict rests on."""
    figures = [
        _p("a figure", "{value} for {period}", value=_figure(one, cause), period=period_in_words(one.covered))
        for one in cause.figures
    ]
    return _("A verdict rests on preliminary figures: {figures}.", figures=listed(figures))


def _figure(one: Observation, cause: Unsettled) -> Text:
    return amounts_of(typed(one.value), cause.indicator)


def verdict_values(row: Assessment) -> dict[str, Value]:
    """A verdict for programs."""
    return {
        "verdict": row.verdict.value,
        "on_track": row.on_track,
        "reason": row.reason.value,
        "rule": row.rule.value,
        "commitment": row.target.commitment.value,
    }


def unlikely_values(cause: Unlikely) -> dict[str, Value]:
    """A verdict and the chance, for programs."""
    outlook = cause.row.outlook
    return verdict_values(cause.row) | {
        "chance": number_for_programs(cause.chance),
        "chance_years": None if outlook is None else outlook.years,
    }


def dispute_values(cause: Dispute) -> dict[str, Value]:
    """A verdict and what the others would say, for programs."""
    return verdict_values(cause.row) | {"opinions": opinion_values(cause.row, cause.votes)["opinions"]}


def figure_values(one: Observation) -> dict[str, Value]:
    """A figure by which a verdict was reached."""
    return {
        "period": str(one.covered),
        "value": number_for_programs(one.value),
        "published": one.published.isoformat() if one.published else None,
    }
