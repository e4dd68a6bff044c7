"""Which kinds of tables does the generator make, and how often?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from record.office import (
    across,
    counties,
    downward,
    english,
    faulty,
    lines,
    portals,
    quirks,
    release,
    several,
    strange_units,
    titled,
)
from record.office.dice import Dice
from record.office.economy import Place
from record.office.table import Sense, Table

PLACES = 60
QUIRKS = 0.4
"""The share of the plain tables that get a habit more."""

KINDS: tuple[tuple[int, Callable[[Dice, Place], Table]], ...] = (
    (30, release.table),
    (30, across.table),
    (30, downward.table),
    (12, lines.table),
    (8, titled.table),
    (6, counties.table),
    (12, portals.table),
    (14, faulty.table),
    (8, several.table),
    (30, english.table),
    (14, strange_units.table),
)


@cache
def place(number: int) -> Place:
    return Place(number)


def made(seed: int, number: int) -> Table:
    """The table of a number, the same whenever it is asked for; one that says nothing registered is made anew."""
    dice = Dice(f"table {seed} {number}")
    while True:
        [(_, maker)] = dice.choices(KINDS, [weight for weight, _ in KINDS])
        table = maker(dice, place(dice.randrange(PLACES)))
        if table.sense is not Sense.ONE:
            return table
        if table.facts and dice.chance(QUIRKS):
            table = quirks.quirk(dice, table)
        if table.facts:
            return table


def tables(seed: int, numbers: range) -> Iterator[tuple[int, Table]]:
    """Many tables with their numbers."""
    for number in numbers:
        yield number, made(seed, number)
