"""What is an answer? A sheet: rows under columns, and what is told around them.

A column says everything about itself once; a form reads it and knows no answer by name.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar, assert_never

from ycindic.render.words.looks import in_ascii
from ycindic.render.words.numbers import number_for_programs
from ycindic.render.words.screen import Screen
from ycindic.render.words.visible import one_line
from ycindic.render.words.wording import LANGUAGES
from ycindic.text import Text, Verbatim, _, day_words

if TYPE_CHECKING:  # only the forms that need them load them
    from ycindic.render.answers.leaf import Leaf
    from ycindic.render.answers.paper import Brief
    from ycindic.render.answers.shelves import RowStory

Row = TypeVar("Row")
_Choice = TypeVar("_Choice", bound=StrEnum)
Value = str | int | float | bool | Decimal | date | dict[str, "Value"] | list["Value"] | None
"""What a cell holds for programs: a `Decimal` is a number with the decimals that were published."""

NOTHING = "–"
PART = "  ·"
"""Before the name of a part; without a blank, at which a narrow column would break the line."""
SCHEMA = 1
UNDATED = date(1980, 1, 1)
"""The day of a file whose answer has none, so that the same answer has the same bytes."""
SILENT: Text = Verbatim("")
SHARE: Text = _("a share, 1 is all of it")


class Column(NamedTuple, Generic[Row]):
    """A column: its value for programs, its heading, unit and meaning, when it is empty, how people read it.

    `words` are what people read instead of the value. A `bilingual` value is a pair, and two columns of a spreadsheet.
    `left` columns hold words, the others numbers; those that `wrap` are free text and give way first on a narrow
    screen. What stands `aside` is in no brief. `places` are the decimals of a number in a workbook, `room` is its width
    there. `colours` are those of its fixed words, `tint` that of a row where its own words do not say it. What is
    `flat` is told otherwise in a document; a number that is `exact` is the figure itself and not a word of a promise.
    """

    value: Callable[[Row], Value]
    label: Text
    unit: Text = SILENT
    meaning: Text = SILENT
    empty: Text = SILENT
    words: Callable[[Row, str], str] | None = None
    bilingual: bool = False
    left: bool = False
    wraps: bool = False
    aside: bool = False
    places: Callable[[Row], int | None] | None = None
    room: tuple[int, ...] = ()
    colours: Mapping[str, str] = {}
    tint: Callable[[Row], str] | None = None
    flat: bool = False
    exact: bool = False


class Count(NamedTuple):
    """How many rows are of a kind, in the words of one language; `number` is None where the label says it."""

    kind: str
    label: str
    number: int | None = None

    @property
    def told(self) -> str:
        """The label and the number."""
        return self.label if self.number is None else f"{self.label} {self.number}"


class Fold(NamedTuple, Generic[Row]):
    """Rows of which only names are told: their kind, its sign and word, its colour, how many, which, and the rows."""

    kind: str
    mark: str
    colour: str
    many: str
    names: str
    rows: Sequence[Row] = ()


class Group(NamedTuple, Generic[Row]):
    """Rows that stand together under a heading, those that fold to a line, and what they sum up to."""

    rows: Iterable[Row]
    heading: str = ""
    folded: Sequence[Fold[Row]] = ()
    total: Sequence[str] | None = None


class Note(NamedTuple):
    """What stands below the rows: something to do, or how to read them (`dim`).

    One of a column belongs to a table that shows the column; `on` tells that only a screen or only a page has it.
    """

    items: Sequence[str]
    dim: bool = False
    on: Literal["screen", "page", ""] = ""
    column: str = ""


class Notice(NamedTuple):
    """One thing that needs attention: of what, when, and a sentence."""

    of: str
    when: str
    told: str


class Page(NamedTuple, Generic[Row]):
    """An answer as people read it, in one language: its title with its date, lines, counts, groups and notes.

    Groups that stand `apart` are tables of their own. `unread` tells that nothing could be read, so that a screen
    shows nothing rather than an empty table.
    """

    groups: Sequence[Group[Row]]
    title: str = ""
    dated: str = ""
    lines: Sequence[Sequence[str]] = ()
    counts: Sequence[Count] | None = None
    attention: tuple[str, Iterable[Notice]] = ("", ())
    notes: Sequence[Note] = ()
    apart: bool = False
    unread: bool = False


class Document(NamedTuple, Generic[Row]):
    """An answer as one document for programs: what stands before the rows and after them.

    `after` is asked when the rows are told. `besides` is what a row holds besides its columns, or instead of them.
    Rows that are `lined` take a line each, which the library writes at the speed of C; indented all through, a long
    answer takes as long as judging does.
    """

    before: Mapping[str, Value] = {}
    after: Callable[[], Mapping[str, Value]] = dict
    besides: Callable[[Row], Mapping[str, Value]] | None = None
    lined: bool = False


class Sheet(NamedTuple, Generic[Row]):
    """An answer. `name` is what its rows are called in a document and a workbook.

    `usual` are the columns that a table chooses from, in the order of reading, `widest` those of the widest table,
    all if none is named. The first `least` of them never leave; of a `spare` sheet a document leaves out those in
    which no row says anything; on a narrow screen all columns of an `even` one become narrower together. `page` makes
    of it what people read, `drawn` what a screen shows that asked for no columns, `brief` a paper for those who decide,
    `leaves` the sheets of a workbook for people, `line` a row as a line of its own. Columns that are there
    `also` stand behind the chosen ones where they were asked for; a sheet of `fixed` columns always has all.
    """

    name: str
    columns: Mapping[str, Column[Row]]
    rows: Iterable[Row]
    usual: Sequence[str]
    widest: Sequence[str] = ()
    least: int = 2
    spare: bool = False
    even: bool = False
    nothing: str = NOTHING
    as_of: date | None = None
    document: Document[Row] = Document()
    page: Callable[[Screen], Page[Row]] | None = None
    drawn: Callable[[Screen], str] | None = None
    brief: Callable[[str], "Brief"] | None = None
    leaves: Callable[[str], "Sequence[Leaf]"] | None = None
    line: Callable[[Row, str], str] | None = None
    story: Callable[[], "RowStory[Row]"] | None = None
    also: Callable[[], Sequence[str]] = tuple
    fixed: bool = False

    def chosen(self, screen: Screen) -> Sequence[str]:
        """The columns for programs: the asked ones, or all."""
        if not screen.columns:
            return tuple(self.columns)
        return (*screen.columns, *(name for name in self.also() if name in self.columns))

    def shown(self, screen: Screen) -> Sequence[str]:
        """The columns for people, in the order of reading: the asked ones, all of the widest table, or the usual."""
        return screen.columns or ((self.widest or tuple(self.columns)) if screen.wide else self.usual)

    def told(self, screen: Screen) -> Page[Row]:
        """What people read: the page, or the rows alone."""
        return self.page(screen) if self.page else Page((Group(self.rows),))

    def cell(self, name: str, row: Row, screen: Screen) -> str:
        """A cell as people read it, on one line."""
        column = self.columns[name]
        said = column.words(row, screen.lang) if column.words else value_in_words(column.value(row), screen.lang)
        text = one_line(said) or self.nothing
        return in_ascii(text) if screen.ascii_only else text

    def called(self, lang: str) -> str:
        """The name of its table in a workbook; beside sheets for people it says for whom it is."""
        return _("{name} (for programs)", name=self.name).in_language(lang) if self.leaves else self.name

    def heads(self, names: Sequence[str]) -> list[str]:
        """The headings of a spreadsheet, a bilingual column being two."""
        return [head for name in names for head in headings(name, self.columns[name])]

    def says(self, name: str, rows: Iterable[Row], screen: Screen) -> bool:
        """Whether any row has something to say in a column."""
        return any(self.cell(name, row, screen) not in (NOTHING, "-") for row in rows)


def text_value(value: object) -> Value:
    """A text, nothing where there is none."""
    return None if value is None or value == "" else str(value)


def in_both(text: Text | None) -> Value:
    """A text for programs, which get Chinese and English."""
    return None if text is None else {lang: text.in_language(lang) for lang in LANGUAGES}


def fixed_word(
    taken: Callable[[Row], _Choice],
    label: Text,
    words: Mapping[_Choice, Text],
    unit: Text = SILENT,
    meaning: Text = SILENT,
    empty: Text = SILENT,
) -> Column[Row]:
    """A column of one of fixed words, which people read in their language."""

    def told(row: Row, lang: str) -> str:
        return words[taken(row)].in_language(lang)

    return Column(lambda row: taken(row).value, label, unit, meaning, empty, told, left=True)


def headings(name: str, column: Column[Row]) -> tuple[str, ...]:
    """The headings of a column in a spreadsheet."""
    return tuple(f"{name}_{lang}" for lang in LANGUAGES) if column.bilingual else (name,)


def flat(columns: Iterable[Column[Row]], row: Row) -> list[tuple[Value, Column[Row]]]:
    """The cells of a row in a spreadsheet, each with its column."""
    cells: list[tuple[Value, Column[Row]]] = []
    for column in columns:
        value = column.value(row)
        if column.bilingual:
            cells += [(value[lang] if isinstance(value, dict) else None, column) for lang in LANGUAGES]
        else:
            cells.append((value, column))
    return cells


def value_in_words(value: Value, lang: str) -> str:
    """A value for programs as people read it, where nothing else is said."""
    match value:
        case None:
            return ""
        case bool():
            return (_("no"), _("yes"))[value].in_language(lang)
        case dict() if "en" in value:
            return value_in_words(value.get(lang, value["en"]), lang)
        case dict():
            return "; ".join(f"{key}={one}" for key, one in value.items())
        case list():
            return ", ".join(str(one) for one in value)
        case date():
            return day_words(value, lang)
        case str() | int() | float() | Decimal():
            return str(value)
        case _:
            assert_never(value)


def json_value(value: object) -> int | float | str | None:
    """What JSON has no word for: a number with its decimals, a day."""
    if isinstance(value, Decimal):
        return number_for_programs(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(value)
