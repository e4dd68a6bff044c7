"""What are indicators, targets and observations?"""

from collections.abc import Container, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, NewType, assert_never

from ycindic.domain.period import CIVIL, MONTHS_A_YEAR, Calendar, Period, month_of
from ycindic.domain.problem import Place
from ycindic.domain.relation import BESIDE, COMPARED, REACHING, Relation

IndicatorId = NewType("IndicatorId", str)
TargetId = NewType("TargetId", str)


class Measure(StrEnum):
    """How the values of an indicator add up in time."""

    FLOW = "flow"
    GROWTH = "growth"
    STOCK = "stock"
    MEAN = "mean"
    EVENTS = "events"


SUMS = frozenset({Measure.FLOW, Measure.EVENTS})
"""What the months of a year add up to."""
RATES = frozenset({Measure.GROWTH, Measure.MEAN})
"""What months weigh: rates of growth and means, which have a natural size and are printed rounded."""
AMOUNTS = frozenset({Measure.FLOW, Measure.STOCK})
"""What is counted in a unit, so that parts of it add up to the whole."""


class Better(StrEnum):
    """Which way is the good one."""

    HIGHER = "higher"
    LOWER = "lower"
    NEAR = "near"


class Basis(StrEnum):
    """What a value covers: the year so far, its own interval only, or a moment."""

    YTD = "ytd"
    ALONE = "alone"
    POINT = "point"


class Stage(StrEnum):
    """How final the publisher calls a figure."""

    UNSTATED = ""
    PRELIMINARY = "preliminary"
    REVISED = "revised"
    FINAL = "final"
    RETRACTED = "retracted"


class Bound(StrEnum):
    """Whether a figure is exact, or only said to lie above, below or near its value."""

    EXACT = ""
    OVER = "over"
    UNDER = "under"
    ABOUT = "about"


class As(StrEnum):
    """How a goal is told from another figure, its base or a benchmark."""

    DIFFERENCE = "difference"
    PERCENT = "percent"
    TIMES = "times"


class Commitment(StrEnum):
    """How firmly it was promised; the arithmetic is the same, the consequence is not."""

    BINDING = "binding"
    FIRM = "firm"
    PLAIN = "plain"
    ASPIRATIONAL = "aspirational"


class ProfileKind(StrEnum):
    """Where the share of a year that is normally done by a month comes from."""

    AUTO = "auto"
    LINEAR = "linear"
    LAST_YEAR = "last_year"
    SHARES = "shares"
    BATCH = "batch"
    MILESTONES = "milestones"


class Method(StrEnum):
    """How the end of a year under way is told: a way of its own, all of them together, or whichever was best before."""

    AUTO = "auto"
    COMBINED = "combined"
    LAST_YEAR = "last_year"
    RECENT = "recent"
    AIRLINE = "airline"
    RETURNING = "returning"
    SMOOTHING = "smoothing"
    CHAIN_LADDER = "chain_ladder"
    SHARES = "shares"
    LINEAR = "linear"
    CONTINUES = "continues"
    SPREAD = "spread"
    SEASONAL = "seasonal"
    DRIFT = "drift"
    LIBRARY = "library"


class Every(StrEnum):
    """The rhythm of release."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    IRREGULAR = "irregular"


class Rhythm(StrEnum):
    """Which figures a held condition is tested on."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


HUNDRED = Decimal(100)


class Bilingual(NamedTuple):
    """A text in Chinese and English."""

    zh: str
    en: str

    def in_language(self, lang: str, /) -> str:
        """Chinese in Chinese, English in every other language."""
        return self.zh if lang == "zh" else self.en


class Settings(NamedTuple):
    """The cut-offs of the verdict: conventions of this tool, each open to change.

    Rates are in percentage points, `about_pct` in per cent of the goal, the rest are ratios and counts.
    """

    about_pp: Decimal = Decimal("0.3")
    about_pct: Decimal = Decimal(5)
    pace_ahead: Decimal = Decimal("1.05")
    pace_on_track: Decimal = Decimal("0.95")
    catch_up_on_track: Decimal = Decimal("1.2")
    catch_up_at_risk: Decimal = Decimal("1.5")
    rate_ahead_pp: Decimal = Decimal("0.5")
    rate_at_risk_pp: Decimal = Decimal("1.0")
    step_pp: Decimal = Decimal("0.3")
    step_at_risk_pp: Decimal = Decimal("0.5")
    early: Decimal = Decimal("0.25")
    stale_releases: Decimal = Decimal(2)
    outlook_level: Decimal = Decimal(80)


class Released(NamedTuple):
    """When figures come out.

    A figure for a period that ends in month e is due on `day` of the month e + `after`; `first` is
    the month of the year through which its first release reaches (2: January and February together).
    """

    every: Every
    day: int | None = None
    after: int = 1
    first: int = 1
    calendar: Calendar = CIVIL


SIGNS_OF_RATES = ("%", "‰")
"""Units that stand close to every number."""


class Indicator(NamedTuple):
    """A thing that is measured.

    `unit` is the unit of every figure, as files and programs write it; `unit_en` the word for it in English, which may
    be another multiple (万人, persons).
    """

    id: IndicatorId
    name: Bilingual
    unit: str
    measure: Measure
    better: Better | None = None
    limit: Decimal | None = None
    decimals: int | None = None
    released: Released | None = None
    publisher: Bilingual | None = None
    note: Bilingual | None = None
    profile: ProfileKind = ProfileKind.AUTO
    shares: tuple[Decimal, ...] = ()
    levels: IndicatorId | None = None
    net: bool = False
    uneven: bool = False
    price_index: IndicatorId | None = None
    unit_en: str = ""
    parts_of_sum: tuple[IndicatorId, ...] = ()
    todo: str = ""
    place: Place = Place("")
    calendar: Calendar = CIVIL
    outlook: Method = Method.AUTO

    @property
    def told_as(self) -> Basis:
        """On which basis offices tell its figures."""
        match self.measure:
            case Measure.FLOW | Measure.GROWTH | Measure.EVENTS:
                return Basis.YTD
            case Measure.STOCK:
                return Basis.POINT
            case Measure.MEAN:
                return Basis.ALONE

    def covered(self, months: Period) -> Period:
        """What a figure released for these months covers: of what is told for the year so far all of that."""
        return self.calendar.so_far(months.last) if self.told_as is Basis.YTD else months


class Milestone(NamedTuple):
    """A goal on the way, to be reached by the end of a period."""

    by: Period
    goal: Decimal


def _shortest(value: Decimal) -> Decimal:
    """A product without the zeros that its factors left behind it: 900, not 900.0."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


class Told(NamedTuple):
    """A goal told from another figure: a difference, a change in per cent, or a multiple.

    `tolerance` is told like the goal, None where none was typed.
    """

    how: As
    goal: Decimal
    high: Decimal | None = None
    tolerance: Decimal | None = None

    def from_(self, figure: Decimal, told: Decimal) -> Decimal:
        """The value that a told number means, seen from a figure."""
        match self.how:
            case As.DIFFERENCE:
                return figure + told
            case As.PERCENT:
                return _shortest(figure + abs(figure) * told / HUNDRED)
            case As.TIMES:
                return _shortest(figure * told)
            case _ as never:
                assert_never(never)


class Hope(NamedTuple):
    """A second, softer goal beside the promised one (力争达到10%); without a number anything better (争取更好结果)."""

    goal: Decimal | None = None


class Condition(NamedTuple):
    """Under which condition it was promised (正常年景下), and from which day on that is known not to hold."""

    text: Bilingual
    holds: bool = True
    since: date | None = None
    source: str = ""

    def fails(self, on: date) -> bool:
        """Whether it is known on a day that the condition does not hold."""
        return not self.holds and (self.since is None or self.since <= on)


class Together(NamedTuple):
    """What a container promises of its parts in one: a figure for each, one for all of them, or none."""

    relation: Relation
    goals: tuple[Decimal, ...] = ()


class Revision(NamedTuple):
    """A goal that stands from a day on, and who revised it; the first one, as the report states it, from no day."""

    on: date | None
    goal: Decimal | None
    goal_high: Decimal | None
    unstated: bool
    told: Told | None
    tolerance: Decimal | None
    total: bool
    source: Bilingual | None = None

    def stated_of(self, target: "Target") -> "Target":
        """The target with what it states anew."""
        return target._replace(
            goal=self.goal,
            goal_high=self.goal_high,
            unstated=self.unstated,
            told=self.told,
            tolerance=self.tolerance,
            total=self.total,
            goal_read=target.goal_read and self.on is None,
        )

    @classmethod
    def of(cls, target: "Target", on: date | None = None, source: Bilingual | None = None) -> "Revision":
        """The goal that a target has."""
        one = target
        return cls(on, one.goal, one.goal_high, one.unstated, one.told, one.tolerance, one.total, source)


class Target(NamedTuple):
    """What was promised for an indicator over a period.

    `within` is the period that a deadline shortens to `period`, None where none does.
    `goal` and `goal_high` are in the indicator's unit, a range has both; of a goal `told` from its base they are
    None until the base is known. `goal_read` is one that the report does not tell, but the registry reads. `revised`
    are all goals that it had, in their order, none where it had but one. `parts` is None for an ordinary target and a
    tuple, perhaps empty, for a container whose parts decide.
    """

    id: TargetId
    indicator: IndicatorId
    period: Period
    relation: Relation | None
    goal: Decimal | None = None
    goal_high: Decimal | None = None
    unstated: bool = False
    reference: tuple[IndicatorId, ...] = ()
    as_difference: bool = False
    told: Told | None = None
    average: bool = False
    total: bool = False
    hold: bool = False
    goal_read: bool = False
    step: Rhythm | None = None
    headline: bool | None = None
    scope: bool = False
    band: bool = False
    parts: tuple[TargetId, ...] | None = None
    together: Together | None = None
    by: date | None = None
    within: Period | None = None
    tolerance: Decimal | None = None
    baseline: Period | None = None
    milestones: tuple[Milestone, ...] = ()
    settings: Settings = Settings()
    hope: Hope | None = None
    condition: Condition | None = None
    stated_by: Bilingual | None = None
    revised: tuple[Revision, ...] = ()
    commitment: Commitment = Commitment.PLAIN
    section: str = ""
    wording: str = ""
    note: Bilingual | None = None
    todo: str = ""
    place: Place = Place("")
    calendar: Calendar = CIVIL

    def on(self, day: date) -> "Target":
        """The same promise with the goal that stood on a day."""
        known = self.stated_by_day(day) if self.revised else ()
        return known[-1].stated_of(self) if known else self

    @property
    def revision(self) -> Revision | None:
        """Which of its goals it has now; None where it was never revised."""
        mine = self.told or (self.goal, self.goal_high, self.unstated)
        stated = ((one.told or (one.goal, one.goal_high, one.unstated), one) for one in reversed(self.revised))
        return next((one for goal, one in stated if goal == mine), None)

    def stated_by_day(self, day: date) -> tuple[Revision, ...]:
        """The goals of a revised promise that were known on a day, the one in force last."""
        return tuple(one for one in self.revised if one.on is None or one.on <= day)

    @property
    def whole_years(self) -> bool:
        """Whether it was promised for whole years, not for a season."""
        return self.calendar.whole(self.period)

    @property
    def one_year(self) -> bool:
        """Whether it was promised for one whole year."""
        return self.whole_years and self.period.months == MONTHS_A_YEAR

    @property
    def when(self) -> str:
        """Its period as people write it: `2026`, or `2026/27` where the year of its indicator is such."""
        return self.calendar.text(self.period)

    @property
    def named(self) -> tuple[Period, ...]:
        """The periods by which it is asked for: the months that count, and those that a deadline shortens."""
        return (self.period,) if self.within is None else (self.period, self.within)

    def until_deadline(self, indicator: Indicator) -> "Target":
        """The same with the months that count: those of the period up to the one in which a deadline lies."""
        if self.by is None or indicator.profile is ProfileKind.BATCH:
            return self
        left = Period(self.period.first, max(self.period.first, month_of(self.by)))
        return self if left == self.period else self._replace(period=left, within=self.period)

    @property
    def compared(self) -> bool:
        """Whether the promise is about another figure, so that no number of its own says when it is kept."""
        return self.relation in COMPARED or bool(self.reference)

    @property
    def beside(self) -> bool:
        """Whether its distance from a benchmark decides."""
        return self.relation in BESIDE or (bool(self.reference) and self.relation in REACHING)


class Observation(NamedTuple):
    """One published figure, in one vintage.

    `value` is the Decimal of the typed text, so that `5.40` promises two decimals. Rows without a
    number (a text result, a retraction) are no observations.
    """

    indicator: IndicatorId
    period: Period
    basis: Basis
    value: Decimal
    published: date | None = None
    stage: Stage = Stage.UNSTATED
    bound: Bound = Bound.EXACT
    source: str = ""
    note: str = ""
    place: Place = Place("")
    calendar: Calendar = CIVIL

    @property
    def told_of(self) -> tuple[Basis, int, int]:
        """What two figures of an indicator share that are the same one: only an interval alone has a first month."""
        return self.basis, self.period.first if self.basis is Basis.ALONE else 0, self.period.last

    @property
    def covered(self) -> Period:
        """The months that the value speaks of: from the year's beginning for a year-to-date figure."""
        if self.basis is not Basis.YTD:
            return self.period
        return Period(min(self.period.first, self.calendar.first(self.period.last)), self.period.last)


class Named(NamedTuple):
    """A phrase of the report that holds a number and promises nothing: why, in which section (empty: everywhere)."""

    phrase: str
    why: str
    where: str = ""
    place: Place = Place("")


class Plan(NamedTuple):
    """A registry: everything that was promised, and what it is measured by.

    `left_out` holds the ids that stand in the registry with a fault of their own: a figure of theirs
    cannot be used, but is no fault. `headlines` are the sections whose targets people ask about first.
    """

    title: Bilingual
    indicators: Mapping[IndicatorId, Indicator]
    targets: tuple[Target, ...]
    sections: Mapping[str, Bilingual] = {}
    headlines: frozenset[str] = frozenset()
    source: Mapping[str, Bilingual] = {}
    left_out: Container[str] = frozenset()
    names: tuple[Named, ...] = ()
    calendar: Calendar = CIVIL

    def on(self, day: date) -> "Plan":
        """The same plan with the goals that stood on a day."""
        if not any(target.revised for target in self.targets):
            return self
        return self._replace(targets=tuple(target.on(day) for target in self.targets))

    def settled(self, day: date) -> "Plan":
        """The same with nothing but those goals, whatever day it is asked about."""
        return self._replace(targets=tuple(target.on(day)._replace(revised=()) for target in self.targets))

    def told_by(self, indicator: IndicatorId, month: int) -> tuple[Target, ...]:
        """The targets of an indicator that a figure of a month speaks of."""
        return tuple(one for one in self.targets if one.indicator == indicator and one.period.covers(month))

    def names_of(self, indicators: Sequence[IndicatorId]) -> tuple[Bilingual, ...]:
        """What several indicators are called, those left out that are not registered."""
        return tuple(self.indicators[one].name for one in indicators if one in self.indicators)

    def is_headline(self, target: Target) -> bool:
        """Whether people ask about a target first: as it says itself, else as its section does."""
        return target.section in self.headlines if target.headline is None else target.headline

    def part_of(self) -> dict[TargetId, TargetId]:
        """Which container decides by which part."""
        return {part: target.id for target in self.targets for part in target.parts or ()}
