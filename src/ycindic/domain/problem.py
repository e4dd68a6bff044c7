"""What is wrong with the data, and where does it stand?"""

from enum import StrEnum
from typing import NamedTuple


class Code(StrEnum):
    """The stable name of a fault; scripts may rely on it."""

    # the folder and its files
    NO_WORKSPACE = "no-workspace"
    UNREADABLE = "unreadable"
    PIPE = "named-pipe"
    ENCODING = "encoding"
    TOO_LONG = "too-long"
    UNFINISHED_MERGE = "unfinished-merge"
    # YAML as such
    SYNTAX = "yaml-syntax"
    DEPTH = "yaml-depth"
    TAB = "yaml-tab"
    ANCHOR = "yaml-anchor"
    MERGE_KEY = "yaml-merge-key"
    TAG = "yaml-tag"
    DOCUMENTS = "yaml-documents"
    COMPLEX_KEY = "yaml-key"
    DUPLICATE_KEY = "duplicate-key"
    # the registry's words
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    WRONG_TYPE = "wrong-type"
    BAD_NUMBER = "bad-number"
    BAD_CHOICE = "bad-choice"
    BAD_BOOLEAN = "bad-boolean"
    BAD_ID = "bad-id"
    BAD_PERIOD = "bad-period"
    BAD_DATE = "bad-date"
    BAD_VERSION = "bad-version"
    OUT_OF_BOUNDS = "out-of-bounds"
    # what the registry says
    UNKNOWN_ID = "unknown-id"
    DUPLICATE_ID = "duplicate-id"
    NO_RELATION = "goal-without-relation"
    NO_GOAL = "relation-without-goal"
    STRAY_GOAL = "goal-not-taken"
    RANGE_UPSIDE_DOWN = "range-upside-down"
    NO_REFERENCE = "relation-without-reference"
    STRAY_REFERENCE = "reference-not-taken"
    NO_DIRECTION = "no-direction"
    AVERAGE_OR_TOTAL = "average-or-total"
    STRAY_MODIFIER = "modifier-not-taken"
    NO_TOLERANCE = "zero-without-tolerance"
    BAD_SHARES = "bad-shares"
    BAD_MILESTONES = "bad-milestones"
    PARTS_CYCLE = "parts-cycle"
    INDICATOR_CYCLE = "indicator-cycle"
    NAMED_MEASURE = "named-measure"
    TODO = "todo"
    # the actuals
    NO_HEADER = "no-header"
    UNKNOWN_COLUMN = "unknown-column"
    MISSING_COLUMN = "missing-column"
    DUPLICATE_COLUMN = "duplicate-column"
    ROW_LENGTH = "row-length"
    CSV_SYNTAX = "csv-syntax"
    UNKNOWN_INDICATOR = "unknown-indicator"
    BAD_VALUE = "bad-value"
    NO_BASIS = "no-basis"
    BASIS_MEASURE = "basis-measure"
    PERIOD_BASIS = "period-basis"
    RETRACTED_VALUE = "retracted-value"
    CONFLICT = "conflict"
    SUPERSEDED = "superseded"
    # writing
    BUNDLED = "bundled-copy"
    OUTSIDE = "outside-workspace"
    LOCKED = "locked"
    CHANGED = "changed-meanwhile"
    NO_SPACE = "no-space"
    NO_RIGHTS = "no-rights"
    UNWRITABLE = "unwritable"
    NO_COLUMN = "column-lacking"
    SAME_DATE = "same-date"
    NOT_RECORDED = "not-recorded"
    NO_WRITE = "nothing-to-undo"
    CHANGED_SINCE = "changed-since"
    TAKEN_BACK = "already-undone"
    NO_FIGURES = "no-figures"
    BAD_TEXT = "bad-text"
    THERE_ALREADY = "there-already"
    NO_ROOM = "no-room"
    FORM_CHANGED = "form-changed"
    FORM_ALONE = "form-without-keys"
    OWN_ANSWER = "own-answer"
    FORM_EARLIER = "form-of-another-version"
    # promises to be registered
    NO_TARGETS = "no-table-of-targets"
    EMPTY_CELL = "empty-cell"
    OPEN_GOAL = "open-goal"
    PROMISED_TWICE = "promised-twice"
    GOAL_UNIT = "goal-unit"
    REGISTERED = "already-registered"
    # tables of other people
    BROKEN_BOOK = "broken-workbook"
    OLD_BOOK = "old-workbook"
    ENCRYPTED = "encrypted-workbook"
    OPEN_DOCUMENT = "opendocument"
    BINARY_BOOK = "binary-workbook"
    XML_BOOK = "xml-workbook"
    WEB_PAGE = "web-page"
    OTHER_FILE = "not-a-workbook"
    TOO_BIG = "too-big"
    NO_TABLE = "no-table"
    NO_SHEET = "no-such-sheet"
    BAD_MAPPING = "bad-mapping"
    AMBIGUOUS_NAME = "ambiguous-name"
    NO_PERIOD = "no-period"
    OPEN_BASIS = "open-basis"
    NOT_OVER = "not-over"
    OTHER_UNIT = "other-unit"
    TWICE = "told-twice"
    NO_YEAR = "no-year"
    TWO_PERIODS = "two-periods"
    OPEN_PERIOD = "open-period"
    SINGLE_DAY = "single-day"
    FINANCIAL_YEAR = "financial-year"
    TWO_BASES = "two-bases"
    OPEN_DECIMALS = "open-decimals"
    RANGE = "range"
    PLAN = "plan-not-actual"
    MIXED_ROWS = "mixed-rows"
    NO_CHOICE = "nothing-to-choose"
    NO_NAME = "no-name"
    STRANGE_HEADING = "strange-heading"


def column_letters(column: int) -> str:
    """How spreadsheets call a column, from 1: 4 is D, 28 is AB."""
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


class Place(NamedTuple):
    """Where a fact stands: a file as the user knows it, a line and a column, both from 1; in a workbook the sheet."""

    file: str
    line: int = 0
    column: int = 0
    sheet: str = ""

    def __str__(self) -> str:
        """`file`, `file:line` or `file:line:column`, as editors understand it; `file!sheet!D5` in a workbook."""
        if self.sheet:
            cell = f"{column_letters(self.column)}{self.line or ''}"
            return "!".join(text for text in (self.file, self.sheet, cell) if text)
        return ":".join([self.file, *(str(number) for number in (self.line, self.column) if number)])


class Problem(NamedTuple):
    """A fault as a value: its place, its code, what was seen, what was expected, what to do.

    `seen` is the foreign text itself; `expected` names the acceptable forms or words; `nearest`
    is the closest right word where there is one; `detail` adds what the code alone cannot say
    (the other place of a duplicate, the parser's own words). `about_zh` and `about_en` name what the place
    speaks of, `unit_zh` and `unit_en` the unit that its number is in.
    """

    place: Place
    code: Code
    seen: str = ""
    expected: str = ""
    nearest: str = ""
    detail: str = ""
    about_zh: str = ""
    about_en: str = ""
    unit_zh: str = ""
    unit_en: str = ""


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """Sort by place, then by code: the same faults give the same lines in every run."""
    return tuple(sorted(set(problems), key=_order))


def _order(one: Problem) -> tuple[str, str, int, int, str, str, str]:
    place = one.place
    return place.file, place.sheet, place.line, place.column, one.code, one.seen, one.detail
