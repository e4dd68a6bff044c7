"""Which of the answers were asked for?"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ycindic.domain.assessment import URGENCY, Assessment
from ycindic.domain.model import Commitment, Indicator, IndicatorId, Target
from ycindic.domain.period import Period

_SHORTEST_PART = 2


class Wanted(NamedTuple):
    """The filters of a question; an empty one lets everything through.

    Several words of one filter are alternatives, several filters all apply.
    """

    ids: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    sections: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    commitments: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    on_track: bool | None = None

    def takes(self, row: Assessment) -> bool:
        """Whether an answer passes all filters."""
        return (
            self.takes_target(row.target, row.indicator)
            and (not self.verdicts or row.verdict in self.verdicts)
            and (self.on_track is None or row.on_track is self.on_track)
        )

    def takes_indicator(self, indicator: Indicator) -> bool:
        """Whether an indicator passes the filters, of which none asks for a promise."""
        of_promises = self.periods or self.sections or self.commitments
        named = all(not wanted or indicator.id in wanted for wanted in (self.ids, self.indicators))
        return not of_promises and named and published_by(indicator, self.publishers)

    def takes_target(self, target: Target, indicator: Indicator) -> bool:
        """Whether a target passes the filters that need no answer."""
        return (
            (not self.ids or target.id in self.ids or indicator.id in self.ids)
            and (not self.indicators or indicator.id in self.indicators)
            and (not self.periods or any(one in self.periods for one in target.named))
            and in_section(target.section, self.sections)
            and (not self.commitments or target.commitment in self.commitments)
            and published_by(indicator, self.publishers)
        )


def in_section(section: str, wanted: tuple[str, ...]) -> bool:
    """A section as typed, full-width brackets as good as plain ones, or any part of it: 三 holds 三(一)."""
    if not wanted:
        return True
    from unicodedata import normalize

    plain = normalize("NFKC", section)
    asked = [normalize("NFKC", one) for one in wanted]
    return any(plain == one or plain.startswith(f"{one}(") for one in asked)


def published_by(indicator: Indicator, wanted: tuple[str, ...]) -> bool:
    """Whether a publisher's name, in either language, holds one of the words; no words let all through."""
    if not wanted:
        return True
    publisher = indicator.publisher
    names = "" if publisher is None else f"{publisher.zh}\n{publisher.en}".casefold()
    return any(one.casefold() in names for one in wanted)


def called(word: str, indicators: Mapping[IndicatorId, Indicator], *, whole: bool = False) -> tuple[IndicatorId, ...]:
    """Which indicators a word means: an id, else a whole name, else, unless `whole`, every name of which it is a part.

    A part of a Chinese name has two characters at least, one of an English name is made of whole words. Of names that
    differ only by what stands before one of them (全国, 全省) that one is meant.
    """
    id_ = IndicatorId(word.casefold())
    if word in indicators or id_ in indicators:
        return (IndicatorId(word) if word in indicators else id_,)
    from unicodedata import normalize

    def plain(text: str) -> str:
        return " ".join(normalize("NFKC", text).casefold().split())

    asked = plain(word)
    names = {key: (plain(one.name.zh), plain(one.name.en)) for key, one in indicators.items()}
    same = tuple(key for key, both in names.items() if asked in both)
    if same or whole or len(asked) < _SHORTEST_PART:
        return same
    found = {key: both for key, both in names.items() if _holds(both, asked)}
    for written in ({key: both[language] for key, both in found.items()} for language in (0, 1)):
        plainest = min(written.values(), key=len, default="")
        bearers = tuple(key for key, name in written.items() if name == plainest)
        if asked in plainest and len(bearers) == 1 and all(name.endswith(plainest) for name in written.values()):
            return bearers
    return tuple(found)


def _holds(both: tuple[str, str], part: str) -> bool:
    zh, en = both
    return part in zh or f" {part} " in f" {en} ".replace(",", " ")


def urgent_first(rows: Sequence[Assessment]) -> tuple[Assessment, ...]:
    """What needs action first: by verdict, of equal ones the firmer commitment, then as registered."""
    return tuple(sorted(rows, key=lambda row: (_RANK[row.verdict], _FIRMNESS[row.target.commitment])))


_RANK = {verdict: place for place, verdict in enumerate(URGENCY)}
_FIRMNESS = {commitment: place for place, commitment in enumerate(Commitment)}
