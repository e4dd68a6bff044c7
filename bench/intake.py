"""How many office tables does `import` take in whole, and does any figure get in wrong?

    python bench/intake.py --tables 20000 --seed 1                 # the share by kind
    python bench/intake.py --tables 2000 --seed 1 --keep some/dir  # and an example of every fault
    python bench/intake.py --seed 1 --table 17 --keep some/dir     # one table: what it says, what came out

The tables are invented by `tests/record/office`, their figures known; the reader is called as `import --dry-run` does.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from record.office.judged import Judged, judge, settle
from record.office.kinds import PLACES, made, place, tables
from record.office.table import Sense, Table
from record.office.written import written
from ycindic.load.find import Folder

CHUNK = 250


class Told(NamedTuple):
    """What became of one table, short enough to be handed between processes."""

    number: int
    label: str
    habit: str
    sense: Sense
    whole: bool
    wrong: tuple[str, ...]
    reason: str


def main() -> None:
    """Make, judge, count and print."""
    options = _options()
    if options.table is not None:
        _one(options)
        return
    chunks = [range(first, min(first + CHUNK, options.tables)) for first in range(0, options.tables, CHUNK)]
    with ProcessPoolExecutor(options.processes) as pool:
        parts = pool.map(_chunk, ((options.seed, chunk) for chunk in chunks))
        found = [one for part in parts for one in part]
    _print(found, options)
    sys.exit(any(one.wrong for one in found))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tables", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--table", type=int, help="this table alone, in full")
    parser.add_argument("--keep", type=Path, help="a folder for an example of every kind of fault and miss")
    parser.add_argument("--misses", action="store_true", help="tell the reasons of misses, too")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    return parser.parse_args()


def _chunk(order: tuple[int, range]) -> list[Told]:
    """Judge some tables in a process of its own; the places are settled once."""
    seed, numbers = order
    with tempfile.TemporaryDirectory() as name:
        folders: dict[int, Folder] = {}
        return [_told(number, _judged(one, Path(name), folders)) for number, one in tables(seed, numbers)]


def _judged(table: Table, scratch: Path, folders: dict[int, Folder]) -> Judged:
    number = table.place.number
    if number not in folders:
        folders[number] = settle(table.place, scratch / f"place-{number}")
    return judge(table, folders[number], scratch)


def _told(number: int, one: Judged) -> Told:
    wrong = tuple(f"{each.fault}: {each.fact} = {each.value}" for each in one.wrong)
    lost = "" if one.told else " without a word"
    reason = next(iter(one.stopped), f"not read{lost}: {one.missing[0]}" if one.missing else "")
    return Told(number, one.table.label, one.table.habit, one.table.sense, one.whole, wrong, reason)


def _print(found: list[Told], options: argparse.Namespace) -> None:
    by_sense = Counter(one.sense for one in found)
    print(f"{len(found):,} tables, seed {options.seed}")
    for sense, count in by_sense.items():
        print(f"  {sense}: {count:,} ({count / len(found):.1%})")
    single = [one for one in found if one.sense is Sense.ONE]
    print(f"one reading, taken in whole: {sum(one.whole for one in single) / max(1, len(single)):.1%}")
    _shares(single, "label")
    print("of these with a habit of their own:")
    _shares([one for one in single if one.habit], "habit")
    for sense in (Sense.TWO, Sense.NONE):
        print(f"{sense}, by kind:")
        for label, count in sorted(Counter(one.label for one in found if one.sense is sense).items()):
            print(f"  {count:6,} ({count / len(found):5.1%})  {label}")
    wrong = [one for one in found if one.wrong]
    print(f"wrong figures without a question: {sum(len(one.wrong) for one in wrong):,} in {len(wrong):,} tables")
    _examples(wrong, lambda one: (one.label, one.habit, one.wrong[0].split(":")[0]), lambda one: one.wrong[0])
    if options.misses:
        print("misses:")
        misses = [one for one in single if not one.whole and not one.wrong]
        _examples(misses, lambda one: (one.label, one.habit, one.reason.split(" ")[0]), lambda one: one.reason)
    if options.keep:
        _keep([*wrong, *(one for one in single if not one.whole)], options)


def _shares(single: Iterable[Told], by: str) -> None:
    kinds: dict[str, list[Told]] = defaultdict(list)
    for one in single:
        kinds[getattr(one, by)].append(one)
    for label, ones in sorted(kinds.items(), key=lambda pair: sum(one.whole for one in pair[1]) / len(pair[1])):
        print(f"  {sum(one.whole for one in ones) / len(ones):6.1%} of {len(ones):6,}  {label}")


def _examples(found: Iterable[Told], group, say) -> None:  # noqa: ANN001 - two plain functions of a row
    groups: dict[object, list[Told]] = defaultdict(list)
    for one in found:
        groups[group(one)].append(one)
    for ones in sorted(groups.values(), key=len, reverse=True):
        print(f"  {len(ones):6,}  {ones[0].label} | {ones[0].habit} | --table {ones[0].number} | {say(ones[0])}")


def _keep(found: Iterable[Told], options: argparse.Namespace) -> None:
    kept: set[tuple[str, bool]] = set()
    for one in found:
        if (one.label, bool(one.wrong)) not in kept:
            kept.add((one.label, bool(one.wrong)))
            table = made(options.seed, one.number)
            folder = options.keep / f"{one.number}-{'wrong' if one.wrong else 'miss'}"
            settle(place(table.place.number), folder)
            (folder / f"{table.name}{table.form.ending}").write_bytes(written(table.sheet, table.form))


def _one(options: argparse.Namespace) -> None:
    """Everything about one table."""
    table = made(options.seed, options.table)
    print(f"{table.label} | {table.habit} | {table.sense} | {table.form} | place {table.place.number} of {PLACES}")
    for row in table.sheet.rows:
        print("  " + " | ".join(f"{cell.text}{f'^{cell.raised}' if cell.raised else ''}" for cell in row))
    with tempfile.TemporaryDirectory() as name:
        one = _judged(table, Path(name), {})
    for fact, value in table.facts.items():
        print(f"  says  {fact} = {value}")
    for each in one.wrong:
        print(f"  WRONG {each.fault}: {each.fact} = {each.value}")
    for fact in one.missing:
        print(f"  not read {fact}")
    for text in one.stopped:
        print(f"  stopped {text}")
    if options.keep:
        _keep([_told(options.table, one)], options)


if __name__ == "__main__":
    main()
