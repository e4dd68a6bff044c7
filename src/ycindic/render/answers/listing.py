"""How is a list of registered things written, be it targets or indicators? One description, every form."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ycindic.domain.problem import Problem
from ycindic.render.answers.columns import Value
from ycindic.render.answers.report import Screen
from ycindic.render.words.visible import one_line
from ycindic.render.words.wording import Pair, pick

NOTHING = "–"
FORMS = ("table", "csv", "json", "markdown")


class Attribute(NamedTuple):
    """A column of a list: its heading, its value for programs, and its words where people read it otherwise."""

    label: Pair
    value: Callable[[Any], Value]
    words: Callable[[Any, str], str] | None = None
    bilingual: bool = False


class Listing(NamedTuple):
    """A list: its name in JSON, its columns, those usually shown, its entries, the faults of the file.

    `words` are the columns of free text, which wrap on a narrow screen; none named: those of every table.
    """

    name: str
    attributes: Mapping[str, Attribute]
    usual: tuple[str, ...]
    entries: Sequence[Any]
    problems: tuple[Problem, ...] = ()
    words: frozenset[str] = frozenset()


def written(listing: Listing, form: str, screen: Screen) -> str:
    """The list in a form."""
    match form:
        case "csv":
            return _csv(listing, screen.columns or tuple(listing.attributes))
        case "json":
            return _json(listing, screen.columns or tuple(listing.attributes))
        case "markdown":
            return _markdown(listing, screen)
        case _:
            return _table(listing, screen)


def _shown(listing: Listing, screen: Screen) -> tuple[str, ...]:
    return screen.columns or (tuple(listing.attributes) if screen.wide else listing.usual)


def _csv(listing: Listing, names: Sequence[str]) -> str:
    from ycindic.render.forms.csv import cell, written

    chosen = [(name, listing.attributes[name]) for name in names]
    heads = [head for name, one in chosen for head in ((f"{name}_zh", f"{name}_en") if one.bilingual else (name,))]
    rows = ([cell(value) for _, one in chosen for value in _flat(one, entry)] for entry in listing.entries)
    return written(heads, rows)


def _flat(one: Attribute, entry: object) -> list[Value]:
    value = one.value(entry)
    if not one.bilingual:
        return [value]
    return [value["zh"], value["en"]] if isinstance(value, dict) else [None, None]


def _json(listing: Listing, names: Sequence[str]) -> str:
    from ycindic.render.forms.json import SCHEMA, dump, problem_value

    rows = [{name: listing.attributes[name].value(entry) for name in names} for entry in listing.entries]
    problems = [problem_value(one) for one in listing.problems]
    return dump({"schema": SCHEMA, listing.name: rows, "problems": problems})


def _markdown(listing: Listing, screen: Screen) -> str:
    from ycindic.render.forms.markdown import table

    names = _shown(listing, screen)
    heads = [pick(listing.attributes[name].label, screen.lang) for name in names]
    return "\n".join(table(names, heads, _cells(listing, names, screen.lang))) + "\n"


def _table(listing: Listing, screen: Screen) -> str:
    from ycindic.render.forms.page import drawn
    from ycindic.render.forms.table import WORDS, fitting, natural_width, shrunk, table

    names = _shown(listing, screen)
    rows = list(_cells(listing, names, screen.lang))
    heads = {name: pick(listing.attributes[name].label, screen.lang) for name in names}
    free = listing.words or WORDS
    wide = {
        name: natural_width(name, heads[name], (row[place] for row in rows), free) for place, name in enumerate(names)
    }
    if not screen.columns and not screen.wide:
        wide = fitting(wide, screen.width, free)
    widths = wide if screen.wide else shrunk(wide, screen.width, free)
    return drawn([table(widths, [row[: len(widths)] for row in rows], screen, heads=heads)], screen, bounded=False)


def _cells(listing: Listing, names: Sequence[str], lang: str) -> Iterator[list[str]]:
    for entry in listing.entries:
        yield [_cell(listing.attributes[name], entry, lang) for name in names]


def _cell(one: Attribute, entry: object, lang: str) -> str:
    value = one.words(entry, lang) if one.words else one.value(entry)
    if isinstance(value, dict):
        value = value.get(lang)
    if isinstance(value, list):
        value = ", ".join(str(item) for item in value)
    if isinstance(value, bool):
        value = pick((("否", "no"), ("是", "yes"))[value], lang)
    return NOTHING if value is None or value == "" else one_line(str(value))
