"""Whom to ask for the figures of a promise, and why it stands as it does?"""

from __future__ import annotations

from ycindic.domain.assessment import Assessment
from ycindic.render.words import labels
from ycindic.render.words.sentence import sentence
from ycindic.text import FullSentence, Text, _


def office_of(one: Assessment) -> Text | None:
    """Whose figures decide it, or that no office is registered for them; None where its parts do."""
    return None if one.target.parts is not None else one.indicator.publisher or labels.NO_OFFICE


def is_nobodys(one: Assessment) -> bool:
    """Whether nobody can be asked."""
    return office_of(one) is labels.NO_OFFICE


def sentence_and_office(one: Assessment, *, offices_elsewhere: bool = False) -> Text:
    """Its sentence, then whose figures they are; where offices are told elsewhere, only that there is none."""
    said, office = sentence(one), office_of(one)
    if office is None or (offices_elsewhere and not is_nobodys(one)):
        return said
    return _("{said} {then}", said=said, then=FullSentence(labels.of_office(office)))
