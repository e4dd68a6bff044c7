"""How does a number carry its formula? A step: a field, a formula, its terms, the result or why there is none."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ycindic.domain.model import Bound
from ycindic.domain.period import Period
from ycindic.domain.reason import Reason


class Formula:
    """What a number is made of: a text with `{term}` for each term, and the function that calculates it.

    The function takes the terms in the order in which they first appear in the text; its None means that there is no
    answer. Called with the field and the unit of the number and with the terms, it makes a step.
    """

    __slots__ = ("of", "text")

    def __init__(self, text: str, of: Callable[..., Decimal | None]) -> None:
        self.text, self.of = text, of

    def __call__(self, field: str, unit: str, /, *terms: Decimal) -> "Step":
        """The number that the terms make of a field."""
        result, reason = self.of(*terms), None
        if result is not None:
            if not result:
                result = abs(result)  # a turned sign or a typed `-0.0` leaves −0 behind
            elif result.is_infinite():
                result, reason = None, Reason.INFINITE
        return _new(Step, (field, self, terms, result, reason, unit, None, Bound.EXACT, None))

    def fixed(self, name: str, value: int) -> "Formula":
        """The same with one of its terms as a number: a year has 12 months."""
        place, known = self.names.index(name), Decimal(value)
        text = self.text.replace(f"{{{name}}}", str(value))
        return Formula(text, lambda *terms: self.of(*terms[:place], known, *terms[place:]))

    @property
    def symbolic(self) -> str:
        """The formula with its letters."""
        return self.text.replace("{", "").replace("}", "")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the terms in the order of the text."""
        return tuple(dict.fromkeys(re.findall(r"\{([^}]*)\}", self.text)))

    def __repr__(self) -> str:
        """What a failing test shows."""
        return f"Formula({self.text!r})"


class Step(NamedTuple):
    """One number of an answer: its field, its formula with the values of the terms, the result or why there is none.

    Shares and ratios have the unit "", a difference of rates `pp`; None where no unit can be told. A figure that was
    published, or put together of such, tells the `period` that it covers and whether it is only a `bound`; `source`
    is the profile of an expected share, or the indicator that a benchmark is a figure of.
    """

    field: str
    formula: Formula
    values: tuple[Decimal, ...]
    result: Decimal | None
    reason: Reason | None = None
    unit: str | None = None
    period: Period | None = None
    bound: Bound = Bound.EXACT
    source: str | None = None

    @property
    def terms(self) -> Mapping[str, Decimal]:
        """The terms by their names."""
        return dict(zip(self.formula.names, self.values, strict=True))

    @property
    def value(self) -> Decimal:
        """The result of a step that must have one."""
        if self.result is None:
            raise AssertionError(self)
        return self.result

    def emptied(self, reason: Reason) -> "Step":
        """The same without its result, and why."""
        return self._replace(result=None, reason=reason)

    def otherwise(self, reason: Reason) -> "Step":
        """The same with a reason why it has no result, unless it has one."""
        return self if self.result is not None or self.reason is not None else self._replace(reason=reason)


_new = tuple.__new__
"""Makes a named tuple without the Python call of its class: every target has a score of steps."""

NO_FORMULA = Formula("", lambda: None)


def unanswered(reason: Reason, *fields: str, unit: str | None = None) -> Iterator[Step]:
    """Fields without an answer, and why."""
    return (_unanswered(field, reason, unit) for field in fields)


@cache
def _unanswered(field: str, reason: Reason, unit: str | None) -> Step:
    """One for all targets: many of ten thousand have the same empty fields."""
    return Step(field, NO_FORMULA, (), None, reason, unit)


def nearest(now: Step, least: Step | None, most: Step | None) -> Step | None:
    """What has to come, between the least and the most that may: as now where that lies between them.

    With one end open it is the other end, whether or not that is surpassed; None where both are, and without a result
    where that of an end is unknown.
    """
    if least is None or most is None:
        return most if least is None else least
    if least.result is None or most.result is None or now.result is None:
        return least if least.result is None else most
    inner = least if now.result < least.result else now
    return most if most.result < (inner.result or 0) else inner
