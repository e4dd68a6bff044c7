"""What are the figures of the log called? Shared by the commands that tell them."""

from __future__ import annotations

from collections.abc import Mapping

from ycindic.domain.model import Indicator, IndicatorId
from ycindic.record.log import LogLine
from ycindic.record.logged import figure_logged
from ycindic.render.answers.log import LoggedAs
from ycindic.render.words.figures import figure_words
from ycindic.render.words.units import amounts_of
from ycindic.text import Text, Verbatim, _


def logged_as(line: LogLine, indicators: Mapping[IndicatorId, Indicator]) -> LoggedAs:
    """A line of the log with the name of its figure; of anything else it is the name in the log."""
    found = figure_logged(line.key, indicators)
    if found is None:
        return LoggedAs(line, Verbatim(line.key), None)
    name: Text = figure_words(found.indicator, found.period, found.basis)
    if found.stays:
        kept = found.stays if found.stays == "-" else amounts_of(found.stays, found.indicator)
        name = _("{name} (an earlier vintage; {kept} stays)", name=name, kept=kept)
    return LoggedAs(line, name, found.indicator)
