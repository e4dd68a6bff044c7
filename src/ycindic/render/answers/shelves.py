"""What does a page show of rows besides their cells, for people who would rather look?"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from ycindic.text import Text

if TYPE_CHECKING:
    from ycindic.domain.model import Indicator
    from ycindic.render.answers.path import Way

_Row = TypeVar("_Row")


class Facet(NamedTuple, Generic[_Row]):
    """By what the rows of a page can be chosen: a name for programs, what it is called, and the words of a row."""

    name: str
    label: Text
    of: Callable[[_Row], Text]


class Shelf(NamedTuple, Generic[_Row]):
    """Rows that stand together on a page and how many of them are of which kind.

    A `closed` one shows its heading alone until somebody opens it.
    """

    heading: Text
    rows: Sequence[_Row]
    counts: Sequence[tuple[str, Text]] = ()
    closed: bool = False


class ChipRow(NamedTuple):
    """How many rows of a page stand how: whose, and of each key how it is called, its kind and how many have it."""

    heading: Text | None
    counts: Sequence[tuple[str, Text, str, int]]


class Working(NamedTuple):
    """A number of an answer: what it is, its formula as it is written, and the same with the numbers filled in."""

    label: Text
    formula: str
    filled: str


class Detail(NamedTuple):
    """What a page tells of a row to those who ask: a quotation, sentences, the workings, the figures."""

    quoted: str
    said: Sequence[Text]
    workings: Sequence[Working]
    figures: Text | None


class RowStory(NamedTuple, Generic[_Row]):
    """All of it.

    `columns` are those shown unless others are asked for. Of a row: its `kind`, its `anchor` in links, `why` it is so,
    `small` print below cells, its `course` with the `drawn` indicator, its `detail`. Of all of them: `shelves`; what
    needs `action`, or that nothing does; what is `owed`, by whom and by nobody known; what is due `ahead`; how they
    stand in all (`tallies`), and under which key of them a row is `counted`; how much of the year is `gone`.
    `facets` are what rows can be chosen by, `rank` is their order by urgency, the most urgent lowest; `legend` says
    what the lines of a course are.
    """

    columns: tuple[str, ...]
    kind: Callable[[_Row], str]
    anchor: Callable[[_Row], str]
    why: Callable[[_Row], Text]
    small: Callable[[_Row], Mapping[str, Text]]
    course: Callable[[_Row], "Way | None"]
    drawn: Callable[[_Row], "Indicator"]
    detail: Callable[[_Row], Detail]
    rank: Callable[[_Row], int]
    facets: tuple[Facet[_Row], ...]
    shelves: Sequence[Shelf[_Row]]
    action: tuple[Text, Sequence[_Row], Text]
    owed: tuple[Text, Sequence[Text], Text | None]
    ahead: tuple[Text, Sequence[Text]]
    tallies: Sequence[ChipRow]
    counted: Callable[[_Row], str]
    gone: tuple[Text, Decimal]
    legend: Sequence[tuple[str, Text]]
