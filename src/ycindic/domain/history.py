"""What was ever published of a figure, and which of it counted at a date?"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.model import Basis, Bound, IndicatorId, Stage
from ycindic.domain.period import Period
from ycindic.domain.problem import Place


class Vintage(NamedTuple):
    """One row of the files: a figure in one of its vintages, a text result, or a retraction.

    `value` is None where the row records no number.
    """

    indicator: IndicatorId
    period: Period
    basis: Basis
    value: Decimal | None
    published: date | None
    stage: Stage
    bound: Bound
    source: str
    note: str
    place: Place
