"""What is the answer about one target?"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from ycindic.domain.model import Bilingual, Bound, Indicator, Milestone, Observation, ProfileKind, Target, TargetId
from ycindic.domain.period import Period
from ycindic.domain.reason import Reason
from ycindic.domain.step import Step, unanswered

if TYPE_CHECKING:
    from ycindic.domain.latest_rate import LatestRate
    from ycindic.domain.outlook.end import Outlook


class Verdict(StrEnum):
    """The nine answers, the best first."""

    ACHIEVED = "achieved"
    AHEAD = "ahead"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    MISSED = "missed"
    NOT_DUE = "not_due"
    NO_DATA = "no_data"
    UNDETERMINED = "undetermined"


NEED_ACTION = frozenset({Verdict.MISSED, Verdict.OFF_TRACK, Verdict.AT_RISK})
DECIDED = frozenset({Verdict.ACHIEVED, Verdict.MISSED})
"""Verdicts on a promise that is kept or broken."""


FLAG: Mapping[Verdict, bool | None] = {
    Verdict.ACHIEVED: True,
    Verdict.AHEAD: True,
    Verdict.ON_TRACK: True,
    Verdict.AT_RISK: False,
    Verdict.OFF_TRACK: False,
    Verdict.MISSED: False,
    Verdict.NOT_DUE: None,
    Verdict.NO_DATA: None,
    Verdict.UNDETERMINED: None,
}

URGENCY = (
    Verdict.MISSED,
    Verdict.OFF_TRACK,
    Verdict.AT_RISK,
    Verdict.NO_DATA,
    Verdict.UNDETERMINED,
    Verdict.NOT_DUE,
    Verdict.ON_TRACK,
    Verdict.AHEAD,
    Verdict.ACHIEVED,
)
"""The verdicts, what needs action first; the earliest of a container's parts is its worst."""


class Side(StrEnum):
    """On which side of the acceptable values a figure lies, where both sides bind."""

    BELOW = "below"
    ABOVE = "above"


_Told_co = TypeVar("_Told_co", covariant=True)


class _Of(Generic[_Told_co]):
    """A field: what the step that it belongs to says, None where there is no such step."""

    def __init__(self, told: Callable[[Step], _Told_co | None], step: str = "") -> None:
        self.told, self.step = told, step

    def __set_name__(self, _: type, name: str) -> None:
        self.step = self.step or name

    def __get__(self, figures: "Figures", _: object = None) -> _Told_co | None:
        step = figures.steps.get(self.step)
        return None if step is None else self.told(step)


_result: Callable[[Step], Decimal | None] = attrgetter("result")
_unit: Callable[[Step], str | None] = attrgetter("unit")
_period: Callable[[Step], Period | None] = attrgetter("period")
_source: Callable[[Step], str | None] = attrgetter("source")


def _profile(step: Step) -> ProfileKind | None:
    return None if step.source is None else ProfileKind(step.source)


class Figures:
    """The steps of an answer; as attributes what they say, None where there is no answer.

    Shares and ratios are plain numbers, rates per cent, differences in `gap_unit`: `pp` for
    percentage points, else the indicator's own unit. A gap above zero is still missing. `otherwise` is why a field
    that no step was made for is empty, `known` why it is where there is a figure to judge, if that is another reason.

    The steps are made when one of them is first asked for: of thousands of answers most are counted and no more.
    """

    __slots__ = ("_coming", "_made", "known", "otherwise")

    actual = _Of(_result)
    actual_period = _Of(_period, "actual")
    provisional = _Of(_result)
    provisional_period = _Of(_period, "provisional")
    baseline = _Of(_result)
    baseline_period = _Of(_period, "baseline")
    gap = _Of(_result)
    gap_unit = _Of(_unit, "gap")
    completion = _Of(_result)
    time_progress = _Of(_result)
    expected_completion = _Of(_result)
    profile = _Of(_profile, "expected_completion")
    lead_time = _Of(_result)
    lead_profile = _Of(_result)
    pace = _Of(_result)
    catch_up = _Of(_result)
    annualised = _Of(_result)
    annualised_unit = _Of(_unit, "annualised")
    annualised_linear = _Of(_result)
    required = _Of(_result)
    required_low = _Of(_result)
    required_high = _Of(_result)
    required_edge = _Of(_result)
    required_goal_high = _Of(_result)
    required_unit = _Of(_unit, "required")
    required_growth = _Of(_result)
    acceleration = _Of(_result)
    headroom = _Of(_result)
    weight = _Of(_result)
    two_year_average = _Of(_result)
    projection = _Of(_result)
    benchmark = _Of(_result)
    benchmark_id = _Of(_source, "benchmark")
    benchmark_period = _Of(_period, "benchmark")
    difference = _Of(_result)
    gap_edge = _Of(_result)
    pace_edge = _Of(_result)
    growth_so_far = _Of(_result)
    latest_average = _Of(_result)
    latest_period = _Of(_period, "latest_average")

    def __init__(
        self, steps: Iterable[Step] = (), otherwise: Reason = Reason.NO_ACTUAL, known: Reason | None = None
    ) -> None:
        self._coming = steps
        self._made: dict[str, Step] | None = None
        self.otherwise, self.known = otherwise, known

    @property
    def steps(self) -> Mapping[str, Step]:
        """The steps by their fields; of several of a field the last counts."""
        if self._made is None:
            self._made = {step.field: step for step in self._coming}
        return self._made

    @property
    def reasons(self) -> Mapping[str, Reason]:
        """Why each empty field has no answer: the reason of its step, else that of all."""
        found, steps = dict[str, Reason](), self.steps
        why = self.otherwise if self.known is None or self.actual is None else self.known
        for name, of in _FIELDS.items():
            step = steps.get(of.step)
            if step is None or of.told(step) is None:
                found[name] = why if step is None or step.reason is None else step.reason
        return found

    @property
    def actual_bound(self) -> Bound:
        """Whether the judged figure is only a bound."""
        step = self.steps.get("actual")
        return Bound.EXACT if step is None else step.bound

    def adding(self, *steps: Step) -> "Figures":
        """The same with more steps; the later of a field counts."""
        return Figures(chain(self._each(), steps), self.otherwise, self.known)

    def without(self, reason: Reason, *fields: str) -> "Figures":
        """The same without an answer to some of the fields, and why; what units they would have stays."""
        nothing = (self.steps[one].emptied(reason) for one in fields if one in self.steps)
        return Figures(chain(self._each(), unanswered(reason, *fields), nothing), self.otherwise, self.known)

    def _each(self) -> Iterator[Step]:
        yield from self.steps.values()

    def __eq__(self, other: object) -> bool:
        """Whether the same numbers were made in the same way."""
        if not isinstance(other, Figures):
            return False
        return (self.steps, self.otherwise, self.known) == (other.steps, other.otherwise, other.known)

    __hash__ = None  # type: ignore[assignment]  # its steps are a table, which has none either


_FIELDS: Mapping[str, _Of[object]] = {name: value for name, value in vars(Figures).items() if isinstance(value, _Of)}

_ANSWERS = tuple(_FIELDS)
"""The names of the fields that can be empty and then have a reason."""


class Remark(NamedTuple):
    """Two figures that disagree: nobody is wrong for certain, but somebody should look."""

    code: str
    indicator: str
    period: Period
    used: Decimal
    other: Decimal


class Hoped(NamedTuple):
    """How a second, softer goal stands: judged like a promise, and decides nothing.

    `goal` is in the unit of the indicator, as `gap` to it is in that of differences; None where nothing can be told.
    """

    goal: Decimal | None
    verdict: Verdict
    gap: Decimal | None


class MissedStone(NamedTuple):
    """A milestone that has passed, and the figure that was short of it."""

    stone: Milestone
    reached: Decimal


class Assessment(NamedTuple):
    """The whole answer about one target at one date.

    `reason` says why the verdict is what it is; where a circumstance (early, stale, awaiting the
    final figure) stands over the rule, `rule` keeps the reason of the rule itself. `side` tells on which
    side a two-sided promise is missed; None where it is kept, and while a sum may still grow to it.
    `hole` is the first month that is missing before figures that therefore do not count; `unseen` are the months before
    the judged figure on each of which a held condition is to be tested, and that have none; `late` the period behind a
    deadline through which its goal was first seen reached, `missed_stones` the milestones that passed unmet. `outlook`
    is how the year will probably end, where it was asked for and anything can be said; it decides nothing. `beside` is
    the name of the other indicator that decides: the benchmark, of several the worst, or the worst part; `references`
    are the names of all that the promise is held against. `latest` is what the latest months of a rate grew by
    themselves; it decides nothing.
    """

    target: Target
    indicator: Indicator
    verdict: Verdict
    on_track: bool | None
    reason: Reason
    rule: Reason
    figures: Figures
    used: tuple[Observation, ...] = ()
    breach: Observation | None = None
    decided_by: TargetId | None = None
    part_of: TargetId | None = None
    overdue: tuple[int, ...] = ()
    remarks: tuple[Remark, ...] = ()
    side: Side | None = None
    hole: int | None = None
    unseen: tuple[int, ...] = ()
    hoped: Hoped | None = None
    late: Period | None = None
    missed_stones: tuple[MissedStone, ...] = ()
    outlook: "Outlook | None" = None
    beside: Bilingual | None = None
    references: tuple[Bilingual, ...] = ()
    latest: "LatestRate | None" = None

    @property
    def reasons(self) -> Mapping[str, Reason]:
        """Why each empty field has no answer."""
        return self.figures.reasons

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of all numbers that are told."""
        return tuple(step for step in self.figures.steps.values() if step.result is not None)

    @property
    def owed(self) -> tuple[int, ...]:
        """The overdue releases that are needed: of what is told for the year so far each year's newest."""
        newest = {self.indicator.covered(Period(month, month)).first: month for month in self.overdue}
        return tuple(newest.values())

    @property
    def waits(self) -> bool:
        """Whether a figure that is not recorded may still change the verdict: of what is broken none can."""
        return self.verdict is not Verdict.MISSED

    @property
    def stale(self) -> bool:
        """Whether the verdict tells only how it stood by old figures, so that it has no flag."""
        return self.on_track is None and FLAG[self.verdict] is not None
