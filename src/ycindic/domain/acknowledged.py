"""What has somebody looked at and let stand, and do the figures that were looked at still hold?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import assert_never

from ycindic.domain.alert import Dispute, Late, Unlikely, Unsettled
from ycindic.domain.assessment import Assessment
from ycindic.domain.audit.finding import Tension
from ycindic.domain.diagnostic import Acknowledged, Diagnostic, Severity
from ycindic.domain.model import Observation
from ycindic.domain.problem import Problem
from ycindic.domain.todo import Todo


def acknowledged(found: Diagnostic, known: Iterable[Acknowledged]) -> Diagnostic:
    """The finding with the latest acknowledgement of it; as long as its figures are those it is but a note."""
    said = [one for one in known if (one.code, one.subject) == (found.code.value, found.subject)]
    if not said:
        return found
    figures = figures_of(found)
    holds = [one for one in said if one.figures == figures]
    if holds:
        return found._replace(acknowledged=holds[-1], severity=Severity.NOTE)
    return found._replace(acknowledged=said[-1])


def figures_of(found: Diagnostic) -> str:
    """The figures that a finding speaks of, as one text without the day of asking: time alone changes nothing."""
    return "; ".join(_figures(found))


def _figures(found: Diagnostic) -> Iterator[str]:
    cause = found.cause
    match cause:
        case Assessment():
            yield from _of_row(cause)
        case Late():
            yield from _ends([str(one.period) for one in cause.releases])
        case Tension():
            yield f"{cause.rule} {cause.period}"
            yield from (_input(name, one) for name, one in cause.inputs._asdict().items())
        case Unlikely():
            yield from _of_row(cause.row)
            yield f"{cause.chance:.1f}"
        case Dispute():
            yield from _of_row(cause.row)
            yield from (f"{one.method} {one.status}" for one in cause.votes)
        case Unsettled():
            yield from _ends([_of_figure(one) for one in cause.figures])
        case Problem():
            yield f"{cause.code} {cause.seen}"
        case Todo():
            yield cause.text
        case _:
            assert_never(cause)


def _of_row(row: Assessment) -> Iterator[str]:
    target = row.target
    yield " ".join(_number(one) for one in (target.goal, target.goal_high) if one is not None) or str(target.relation)
    yield row.verdict
    if row.breach is not None:
        yield _of_figure(row.breach)
    elif row.figures.actual is not None:
        yield f"{row.figures.actual_period} {_number(row.figures.actual)}"


def _of_figure(one: Observation) -> str:
    return f"{one.covered} {_number(one.value)}"


def _ends(texts: list[str]) -> Iterator[str]:
    """Few as they are, many by the first, the last and their number."""
    yield from texts if len(texts) <= 3 else (texts[0], texts[-1], f"{len(texts)}")


def _input(name: str, value: object) -> str:
    """A number of a tension, short enough that no last digit of a root makes it another one."""
    if isinstance(value, Decimal):
        return f"{name} {_number(value)}"
    if isinstance(value, tuple):
        return f"{name} {' '.join(_input('', one).strip() for one in value)}"
    return f"{name} {value}"


def _number(value: Decimal) -> str:
    return f"{value:.10g}"
