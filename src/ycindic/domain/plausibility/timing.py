"""Does a figure come at its time: the rhythm of its releases, the end of its period, today?"""

from ycindic.domain.model import Basis, Every
from ycindic.domain.plausibility.doubt import Doubt, Doubtful, Suspect
from ycindic.domain.release import is_release


def off_rhythm(case: Suspect) -> Doubt | None:
    """A period that no release ends with, and of which none came before."""
    rule = case.indicator.released
    if rule is None or rule.every is Every.IRREGULAR or is_release(rule, case.seen.period.last):
        return None
    if case.trusted.has(case.seen):
        return None
    return Doubt(Doubtful.OFF_RHYTHM, case.seen.value, period=case.seen.period)


def not_over(case: Suspect) -> Doubt | None:
    """Published before its period was over, by today at the latest; a level may be told inside its period."""
    seen, published = case.seen, case.seen.published or case.today
    first = seen.period.start if seen.basis is Basis.POINT else seen.period.end
    if published >= first:
        return None
    return Doubt(Doubtful.NOT_OVER, seen.value, period=seen.period)


def published_ahead(case: Suspect) -> Doubt | None:
    """Published later than today."""
    if case.seen.published is None or case.seen.published <= case.today:
        return None
    return Doubt(Doubtful.PUBLISHED_AHEAD, case.seen.value)
