"""What is a check asked about?"""

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.acknowledged import acknowledged
from ycindic.domain.alert import FAILING, Alert
from ycindic.domain.assessment import Assessment
from ycindic.domain.diagnostic import Acknowledged, Diagnostic, Matter, Severity
from ycindic.domain.facts import Facts
from ycindic.domain.model import Plan
from ycindic.domain.problem import Place, Problem


class Asked(NamedTuple):
    """The plan, the facts and the answers of a date; `rows` are those that the check is narrowed to.

    `narrowed` tells that somebody chose them, `present` that those of closed and coming years were left out. What is
    in `fail_on` makes the check fail. Chances below `chance_below` are told, none unless it is given.
    """

    plan: Plan
    facts: Facts
    rows: tuple[Assessment, ...]
    as_of: date
    problems: tuple[Problem, ...] = ()
    narrowed: bool = False
    present: bool = False
    fail_on: Collection[Alert] = FAILING
    chance_below: Decimal | None = None
    acknowledged: tuple[Acknowledged, ...] = ()

    def diagnostic(self, alert: Alert, place: Place, subject: str, cause: Matter) -> Diagnostic:
        """Something that needs attention, as grave as was asked; a fault of a file is mended, never let stand."""
        severity = Severity.ERROR if alert in self.fail_on else Severity.WARNING
        found = Diagnostic(alert, place, subject, severity, cause)
        return found if alert is Alert.INVALID else acknowledged(found, self.acknowledged)
