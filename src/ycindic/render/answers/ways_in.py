"""With which commands is the figure put in that is waited for, or a whole table?"""

from __future__ import annotations

from datetime import date

from ycindic.domain.assessment import Assessment
from ycindic.domain.model import Basis, Measure
from ycindic.domain.period import Period, month_of
from ycindic.render.answers.naming import indicator_name
from ycindic.render.words.numbers import short_period, with_unit
from ycindic.render.words.units import headed
from ycindic.text import _
from ycindic.text.proposed import proposed


def _basis(one: Assessment) -> tuple[str, ...]:
    """What a figure of a mean must say that it covers: what the latest one did, of the indicator itself."""
    if one.indicator.measure is not Measure.MEAN:
        return ()
    own = [figure.basis for figure in one.used if figure.indicator == one.indicator.id]
    return "--basis", own[-1] if own else Basis.YTD


def _value(one: Assessment, lang: str) -> str:
    """The place of the value with the unit that stands at the head of the row: a bare number is read in the file's."""
    shown = headed(one.indicator, (one.target.goal,), lang)
    unit = shown.unit if lang == "zh" or not shown.unit_en else shown.unit_en
    return with_unit(_("VALUE").in_language(lang), unit, lang)


def _waited_for(one: Assessment, today: date) -> Period:
    """The period of the figure that is waited for: the latest one owed; without a calendar the last that is over."""
    promised = one.target.period
    over = max(promised.first, min(promised.last, month_of(today) - 1))
    month = one.overdue[-1] if one.overdue else promised.first if one.indicator.released else over
    return one.indicator.covered(Period(month, month))


def ways_in(one: Assessment, today: date, lang: str, *, first: bool) -> tuple[str, str]:
    """The commands that put in the figure that is waited for, its value left to its reader, and a whole table."""
    span = _waited_for(one, today)
    name, period = indicator_name(one.indicator, lang), short_period(span, None, lang).replace("–", "-")
    command = proposed("record", name, period, _value(one, lang), *_basis(one))
    figure = _("First figure: {command}", command=command) if first else _("Next figure: {command}", command=command)
    table = _("a table: {command}", command=proposed("import", _("FILE")))
    return figure.in_language(lang), table.in_language(lang)
