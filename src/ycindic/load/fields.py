"""Which keys may a registry have, of which kind, and what do they mean?

This one table drives the reader, the JSON Schema for editors and the registry's reference page.
"""

from enum import StrEnum
from typing import NamedTuple

from ycindic.domain.model import As, Better, Commitment, Every, Measure, Method, ProfileKind, Rhythm, Settings
from ycindic.domain.relation import Relation
from ycindic.text import Text, _


class Sort(StrEnum):
    """How a value is typed."""

    TEXT = "text"
    NAME = "name"
    NAME_OR_TEXT = "name or text"
    NUMBER = "number"
    POSITIVE = "number from 0"
    WHOLE = "whole number"
    BOOLEAN = "true or false"
    CHOICE = "choice"
    ID = "id"
    IDS = "id or list of ids"
    ID_LIST = "list of ids"
    PERIOD = "period"
    DATE = "date"
    DEADLINE = "date or month"
    GOAL = "goal"
    SHARES = "list of shares"
    TABLE = "table"
    TEXT_OR_TABLE = "text or table"
    TABLE_LIST = "list of tables"
    TABLES_BY_ID = "tables by id"
    SECTIONS = "sections by key"
    ANYTHING = "anything"


class Field(NamedTuple):
    """One key: its name, its kind, whether it must be there, its words or bounds, its meaning."""

    key: str
    kind: Sort
    means: Text
    required: bool = False
    choices: tuple[str, ...] = ()
    table: str = ""
    low: int | None = None
    high: int | None = None
    may_be_empty: bool = False

    @property
    def scalar(self) -> bool:
        """Whether its value is a single word."""
        return self.kind in _SCALARS


_NUMBERS = {Sort.NUMBER, Sort.POSITIVE, Sort.WHOLE}
_SCALARS = frozenset({Sort.TEXT, Sort.BOOLEAN, Sort.CHOICE, Sort.ID, Sort.PERIOD, Sort.DATE, Sort.DEADLINE} | _NUMBERS)


def _words(choices: type[StrEnum], *, without: tuple[str, ...] = ()) -> tuple[str, ...]:
    return tuple(str(word) for word in choices if word not in without)


class Fields(dict[str, Field]):
    """The keys of a table, and which of them it must have."""

    def __init__(self, *fields: Field) -> None:
        super().__init__({field.key: field for field in fields})
        self.required = tuple(field.key for field in fields if field.required)


NAME_FIELDS = Fields(
    Field("zh", Sort.TEXT, _("The Chinese text."), required=True),
    Field("en", Sort.TEXT, _("The English text."), required=True),
)

_SECTION = Fields(
    *NAME_FIELDS.values(), Field("headline", Sort.BOOLEAN, _("Its targets are those that people ask about first."))
)

_SETTING_MEANINGS = {
    "about_pp": _("Tolerance of 左右 for a rate, in percentage points."),
    "about_pct": _("Tolerance of 左右 for a quantity, in per cent of the goal."),
    "pace_ahead": _("From this pace on a target is ahead."),
    "pace_on_track": _("From this pace on a target can be on track."),
    "catch_up_on_track": _("Up to this catch-up a target can be on track."),
    "catch_up_at_risk": _("Up to this catch-up a target is at risk, beyond it off track."),
    "rate_ahead_pp": _("A rate that surpasses its goal by this is ahead (pp)."),
    "rate_at_risk_pp": _("A rate that needs up to this more is at risk (pp)."),
    "step_pp": _("Tolerance of 同步 (pp)."),
    "step_at_risk_pp": _("A comparison short of its tolerance by up to this is at risk (pp)."),
    "early": _("While less than this share is expected, verdicts are held back."),
    "stale_releases": _("From this many overdue releases on the flag is empty."),
    "outlook_level": _("How often the year shall end inside the interval that is told, in per cent."),
}

_AT_MOST = {"early": 1, "outlook_level": 99}
"""A share of what is to be done is never more, and no interval is certain."""

_SETTINGS = Fields(
    *(Field(name, Sort.POSITIVE, _SETTING_MEANINGS[name], high=_AT_MOST.get(name)) for name in Settings._fields)
)

_SOURCE = Fields(
    Field("issuer", Sort.NAME_OR_TEXT, _("Who issued the report.")),
    Field("title", Sort.NAME_OR_TEXT, _("Its title.")),
    Field("date", Sort.NAME_OR_TEXT, _("Its date.")),
)

_RELEASED = Fields(
    Field("every", Sort.CHOICE, _("The rhythm of release."), required=True, choices=_words(Every)),
    Field("day", Sort.WHOLE, _("The day of the month; without it the month's last."), low=1, high=31),
    Field("after", Sort.WHOLE, _("Months after the period's end; default 1."), low=0, high=36),
    Field("first", Sort.WHOLE, _("The month through which a year's first release reaches; default 1."), low=1, high=12),
)

_CONDITION = Fields(
    Field("text", Sort.NAME_OR_TEXT, _("The condition."), required=True),
    Field("holds", Sort.BOOLEAN, _("false: it does not hold, so the promise is not judged; default true.")),
    Field("since", Sort.DATE, _("From which day on that is known.")),
    Field("source", Sort.TEXT, _("Who says so.")),
)

_REVISION = Fields(
    Field("on", Sort.DATE, _("From which day on it stands."), required=True),
    Field("goal", Sort.GOAL, _("The new goal, told like the first."), required=True),
    Field("source", Sort.NAME_OR_TEXT, _("Who revised it, and where that is said.")),
)

_MILESTONE = Fields(
    Field("by", Sort.PERIOD, _("The period by whose end it is to be reached."), required=True),
    Field("goal", Sort.NUMBER, _("The goal on the way."), required=True),
)

TARGET = Fields(
    Field(
        "period",
        Sort.PERIOD,
        _(
            "The year, span of years, half-year, quarter, month or season that the report "
            "names: `2026`, `2026-2030`, `2026-H1`, `2026-Q1`, `2026-06`, `2025-10..2026-03`;"
            " `2026/27` where the year begins in another month."
        ),
        required=True,
    ),
    Field("id", Sort.ID, _("Needed only where two targets share indicator and period.")),
    Field("relation", Sort.CHOICE, _("What was promised; required unless `parts` decide."), choices=_words(Relation)),
    Field(
        "goal",
        Sort.GOAL,
        _("A number, `[low, high]` for `between`, `base` for the base's own figure, or `unstated`; see `as`."),
    ),
    Field(
        "reference",
        Sort.IDS,
        _(
            "The indicator(s) to compare with, for `in_step`, `above`, `narrowing`; for "
            "`at_least`, `more_than`, `at_most` the benchmark that is to be reached."
        ),
    ),
    Field(
        "as",
        Sort.CHOICE,
        _(
            "How the goal is told from the base, or from `reference` where there is one: as a"
            " `difference` (提高0.9个百分点), a change in `percent` (压减30%), or a multiple, `times`"
            " (翻一番 is 2, 达到90% is 0.9). Of `above` without `reference` the recorded figures "
            "are the distance itself; a `narrowing` distance is otherwise a ratio."
        ),
        choices=_words(As),
    ),
    Field("average", Sort.BOOLEAN, _("The goal is an average a year over several years.")),
    Field("total", Sort.BOOLEAN, _("The goal is the change over the whole period.")),
    Field("hold", Sort.BOOLEAN, _("It must hold at every moment of the period.")),
    Field("step", Sort.CHOICE, _("Which figures a held condition is tested on."), choices=_words(Rhythm)),
    Field("headline", Sort.BOOLEAN, _("Whether people ask about it first; default as its section says.")),
    Field("scope", Sort.BOOLEAN, _("A count of things to be worked on: no pace.")),
    Field("band", Sort.BOOLEAN, _("Both ends of the range bind.")),
    Field(
        "parts",
        Sort.ID_LIST,
        _(
            "A container: the ids of the targets that decide; beside a `relation` the "
            "indicators of which it is promised, each with its figure of `goal` (16:50:34), "
            "or all with the same."
        ),
    ),
    Field(
        "by",
        Sort.DEADLINE,
        _(
            "The day or month by which it is to be done, inside the period: what comes later "
            "does not count, and once the day has passed without it it is missed. Of a "
            "`batch` indicator the date before which nothing is expected."
        ),
    ),
    Field(
        "goal_read",
        Sort.BOOLEAN,
        _(
            "The report tells no number (稳住外贸基本盘): the goal is how the keeper of this registry reads it, and is "
            "told as such wherever it stands."
        ),
    ),
    Field("tolerance", Sort.POSITIVE, _("The tolerance of this target alone, in its unit.")),
    Field("baseline", Sort.PERIOD, _("The base, if not the year before the period.")),
    Field(
        "milestones", Sort.TABLE_LIST, _("Goals on the way; the path runs linearly through them."), table="milestone"
    ),
    Field(
        "stretch",
        Sort.GOAL,
        _(
            "A second, softer goal (力争达到10%), told like `goal`; `unstated` for anything "
            "better (争取更好结果). It is judged beside the promise and decides nothing."
        ),
    ),
    Field(
        "revised",
        Sort.TABLE_LIST,
        _("Goals that took its place later, in the order of their days; before its day the one before it stands."),
        table="revision",
    ),
    Field(
        "condition",
        Sort.TEXT_OR_TABLE,
        _("Under which condition it was promised (正常年景下): a text, or a table that tells whether it holds."),
        table="condition",
    ),
    Field("stated_by", Sort.NAME_OR_TEXT, _("Who must state the figure of an `unstated` goal.")),
    Field("settings", Sort.TABLE, _("Cut-offs of this target alone."), table="settings"),
    Field("commitment", Sort.CHOICE, _("How firmly it was promised; default plain."), choices=_words(Commitment)),
    Field("section", Sort.TEXT, _("Where the report says it.")),
    Field("wording", Sort.TEXT, _("The report's short phrase with the figure.")),
    Field("note", Sort.NAME_OR_TEXT, _("Doubts, and how it is read.")),
    Field("todo", Sort.TEXT, _("What is still to be decided; until then the verdict is undetermined.")),
)

_PHRASE = Fields(
    Field("phrase", Sort.TEXT, _("A short phrase of the report that holds a number."), required=True),
    Field("why", Sort.TEXT, _("Why it is neither target nor result, such as date, quoted or context."), required=True),
    Field("where", Sort.TEXT, _("The section; without it everywhere.")),
)

_INDICATOR = Fields(
    Field("name", Sort.NAME, _("Its name."), required=True),
    Field("unit", Sort.NAME_OR_TEXT, _("Its unit; may be empty."), required=True, may_be_empty=True),
    Field("measure", Sort.CHOICE, _("How values add up in time."), required=True, choices=_words(Measure)),
    Field("better", Sort.CHOICE, _("Which way is good, where no relation says it."), choices=_words(Better)),
    Field("limit", Sort.NUMBER, _("A natural bound, for second opinions.")),
    Field("decimals", Sort.WHOLE, _("Digits as published, where files lose them."), low=0, high=12),
    Field("released", Sort.TABLE, _("When figures come out."), table="released"),
    Field(
        "year_starts",
        Sort.WHOLE,
        _("The month in which its year begins, 1 to 12; default as the registry says. Its years are written 2026/27."),
        low=1,
        high=12,
    ),
    Field("publisher", Sort.NAME_OR_TEXT, _("Who publishes them.")),
    Field("note", Sort.NAME_OR_TEXT, _("Anything a reader should know.")),
    Field(
        "profile", Sort.CHOICE, _("How a year normally fills up."), choices=_words(ProfileKind, without=("milestones",))
    ),
    Field("shares", Sort.SHARES, _("Cumulative shares of the year by month (12) or quarter (4).")),
    Field(
        "outlook",
        Sort.CHOICE,
        _("How the year's end is told before it is known; auto takes what was best before."),
        choices=_words(Method),
    ),
    Field("levels", Sort.ID, _("The indicator whose last-year months weigh a growth rate.")),
    Field(
        "index",
        Sort.ID,
        _(
            "Of prices: the indicator of their monthly index, a level to a fixed base "
            "(`stock`) or the change on the month before (`mean`, 环比): for 翘尾."
        ),
    ),
    Field(
        "parts_of_sum",
        Sort.IDS,
        _("The indicators that add up to this one, rates weighed by their `levels`: for 拉动 and 贡献率."),
    ),
    Field("net", Sort.BOOLEAN, _("The flow can fall.")),
    Field("uneven", Sort.BOOLEAN, _("It comes unevenly and no better course is known; of a sum the verdict says so.")),
    Field("todo", Sort.TEXT, _("What is still to be decided about it.")),
    Field("targets", Sort.TABLE_LIST, _("What was promised for it."), table="target", may_be_empty=True),
)

TOP = Fields(
    Field("schema", Sort.WHOLE, _("The version of this format: 1."), required=True, low=1, high=1),
    Field("title", Sort.NAME, _("The title of the registry."), required=True),
    Field("source", Sort.TABLE, _("The report that the targets are taken from."), table="source"),
    Field(
        "year_starts",
        Sort.WHOLE,
        _("The month in which the year of all indicators begins, 1 to 12; default 1. Such years are written 2026/27."),
        low=1,
        high=12,
    ),
    Field("sections", Sort.SECTIONS, _("The report's sections, in order.")),
    Field("settings", Sort.TABLE, _("Cut-offs for all targets."), table="settings"),
    Field(
        "names",
        Sort.TABLE_LIST,
        _("Phrases with numbers that are neither targets nor results."),
        table="phrase",
        may_be_empty=True,
    ),
    Field("todo", Sort.ANYTHING, _("Reserved: what is still to be decided.")),
    Field("indicators", Sort.TABLES_BY_ID, _("What is measured, by id."), required=True, table="indicator"),
)

TABLES: dict[str, Fields] = {
    "top": TOP,
    "source": _SOURCE,
    "settings": _SETTINGS,
    "indicator": _INDICATOR,
    "released": _RELEASED,
    "target": TARGET,
    "milestone": _MILESTONE,
    "revision": _REVISION,
    "condition": _CONDITION,
    "name": NAME_FIELDS,
    "section": _SECTION,
    "phrase": _PHRASE,
}

INDICATOR_ID = r"[a-z][a-z0-9-]*"
_YEAR = r"[0-9]{4}(/[0-9]{2}([0-9]{2})?)?"
_SINGLE = rf"{_YEAR}(-([0-9]{{2}}|Q[1-4]|H[12]|{_YEAR}))?"
PERIOD_PATTERN = rf"{_SINGLE}(\.\.{_SINGLE})?"
TARGET_ID = rf"{INDICATOR_ID}(@{PERIOD_PATTERN})?(/[a-z0-9-]+)?"
"""The forms of periods and ids, as editors check them."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD = frozenset(_LETTERS + "0123456789-")


def is_indicator_id(text: str) -> bool:
    """Whether a text has the form of an indicator's id."""
    return text[:1] in _LETTERS and text != "" and _WORD.issuperset(text)


def is_target_id(text: str) -> bool:
    """Whether a text has the form of a target's id: `gdp@2026`, `gdp@2026-2030/above`, `rain@2026/27-Q1`."""
    if is_indicator_id(text):
        return True
    import re

    return re.fullmatch(TARGET_ID, text) is not None
