"""What is a text that the program says? English with values in it, which can be told in any language we speak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from ycindic.text.catalogue import translated

_PROGRAM = "ycindic "
"""How a command line begins, also at the beginning of a sentence."""


_COUNTS = frozenset({
    "changed", "count", "days", "figures", "grave", "left", "more", "new",
    "refused", "rows", "same", "stand", "targets", "todos", "total",
})  # fmt: skip
"""Places of a sentence for how many there are, grouped like figures; other whole numbers may be years and lines."""


class Text(Protocol):
    """What can be told in a language: a message of ours, a name that a registry has in two, several of them joined."""

    def in_language(self, lang: str, /) -> str:
        """The text in a language; English where that has no words for it."""
        ...


class _Said:
    """Two texts are the same if they say the same of the same."""

    __slots__: tuple[str, ...] = ()

    def in_language(self, lang: str, /) -> str:
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        """Whether the other says the same of the same."""
        return type(self) is type(other) and self._parts() == type(self)._parts(other)

    def _parts(self) -> list[object]:
        return [getattr(self, name) for name in self.__slots__]

    __hash__ = None  # type: ignore[assignment]  # its values may be anything


class _Message(_Said):
    """A sentence or word in English with named places for values, texts among them; its plural, if it counts."""

    __slots__ = ("context", "count", "english", "plural", "values")

    def __init__(
        self,
        english: str,
        values: Mapping[str, object],
        context: str | None = None,
        plural: str | None = None,
        count: int = 1,
    ) -> None:
        self.english = english
        self.values = values
        self.context = context
        self.plural = plural
        self.count = count

    def in_language(self, lang: str, /) -> str:
        """The translation, every value in its place, texts among them in the same language."""
        words = translated(lang, self.english, self.context, self.plural, self.count)
        if not self.values:
            return words
        return words.format_map({name: _grouped(name, _told(value, lang)) for name, value in self.values.items()})

    def __repr__(self) -> str:
        """The English, for tests that fail."""
        return f"_({self.in_language('en')!r})"


class Verbatim(_Said):
    """What is the same in every language: a number, an id, a sign."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def in_language(self, _: str, /) -> str:
        """The text itself."""
        return self.text


class Joined(_Said):
    """Several texts with another between them."""

    __slots__ = ("separator", "texts")

    def __init__(self, separator: Text, texts: Sequence[object]) -> None:
        self.separator = separator
        self.texts = tuple(texts)

    def in_language(self, lang: str, /) -> str:
        """The texts in their order."""
        return self.separator.in_language(lang).join(str(_told(one, lang)) for one in self.texts)


class FullSentence(_Said):
    """A text as a sentence: it begins with a capital, if not with the name of a program, and ends with a full stop."""

    __slots__ = ("clauses",)

    def __init__(self, clauses: Text) -> None:
        self.clauses = clauses

    def in_language(self, lang: str, /) -> str:
        """The sentence."""
        told = self.clauses.in_language(lang)
        if not told.endswith(("?", "？")):
            told = _("{sentence}.", sentence=told).in_language(lang)
        return told if told.startswith(_PROGRAM) else told[:1].upper() + told[1:]


def _told(value: object, lang: str) -> object:
    """A value as it stands in a sentence: a day as people write it; numbers stay numbers, which may get a form."""
    told = getattr(value, "in_language", None)
    if told is not None:
        return told(lang)
    if isinstance(value, date):
        return day_words(value, lang)
    return value


def _grouped(name: str, value: object) -> object:
    return f"{value:,}" if name in _COUNTS and isinstance(value, int) else value


def _(english: str, /, **values: object) -> Text:
    """Say something: `_("{name} is not registered", name=name)`."""
    return _Message(english, values)


def _p(context: str, english: str, /, **values: object) -> Text:
    """Say something whose English has two meanings: `_p("of a month", "may")`."""
    return _Message(english, values, context)


def _n(one: str, many: str, count: int, /, **values: object) -> Text:
    """Say something of a number of things, `{count}` in it: `_n("{count} row", "{count} rows", len(rows))`."""
    return _Message(one, {"count": count, **values}, plural=many, count=count)


def _np(context: str, one: str, many: str, count: int, /, **values: object) -> Text:
    """Say something of a number of things whose English has two meanings."""
    return _Message(one, {"count": count, **values}, context, many, count)


SHORT_MONTHS = (
    Verbatim(""),
    _("Jan"),
    _("Feb"),
    _("Mar"),
    _("Apr"),
    _("May"),
    _("Jun"),
    _("Jul"),
    _("Aug"),
    _("Sep"),
    _("Oct"),
    _("Nov"),
    _("Dec"),
)


class _Day(NamedTuple):
    day: date
    of_year: int | None

    def in_language(self, lang: str, /) -> str:
        return day_words(self.day, lang, of_year=self.of_year)


def told_day(day: date, of_year: int | None = None) -> Text:
    """A day in whichever language it will be told, without the year where that is the one at hand."""
    return _Day(day, of_year)


def day_words(day: date, lang: str, *, of_year: int | None = None) -> str:
    """A day as people write it: 2026年11月27日, 27 Nov 2026; without the year where that is the one at hand."""
    month = SHORT_MONTHS[day.month]
    said = _("{day} {month}", day=day.day, month=month)
    if day.year != of_year:
        said = _("{day} {month} {year}", day=day.day, month=month, year=day.year)
    return said.in_language(lang)
