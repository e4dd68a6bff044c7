"""What does each column of figures say, and to which other column does it belong?

A rate belongs to the amounts before it, and stands for the later of those that it compares; 上年同期 belongs to the
amount beside it, a year before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from ycindic.domain.model import Basis, Stage
from ycindic.record.tables.frame import FIGURES, LABEL, PERIOD, STRANGE, Block, FrameColumn
from ycindic.record.tables.names import Names
from ycindic.record.tables.rhythm import Timed, settled
from ycindic.record.tables.rows import Clue
from ycindic.record.tables.said import Role, Said
from ycindic.record.tables.vocabulary import COLUMN_WORDS, plain_word
from ycindic.record.tables.when import WrittenAs


class Stand(NamedTuple):
    """A column of figures: what its heading says, the lowest line first, and which column lends it time or name.

    `name` is the line that names an indicator. `last_year` means the amount a year before the one beside it,
    `open_year` that nothing says which part of that year. `single` is how many months 本月 or 本季 leave.
    """

    column: FrameColumn
    clues: tuple[Clue, ...]
    name: Clue | None
    role: Role | None
    basis: Clue | None
    single: int
    unit: str
    stage: Stage | None
    real: bool | None
    last_year: bool
    open_year: bool
    beside: Clue | None = None
    times: tuple[Clue, ...] = ()

    @property
    def timed(self) -> bool:
        """Whether its own heading names a time."""
        return any(one.when for one in self.clues)

    @property
    def is_rate(self) -> bool:
        """Whether growth stands here."""
        return self.role is Role.RATE


def side_by_side(block: Block) -> Iterator[Block]:
    """The tables of a block that stand beside each other: where labels of the same heading begin again."""
    first: set[str] = set()
    parts: list[list[FrameColumn]] = [[]]
    figures = False
    for one in block.columns:
        if one.kind in (LABEL, PERIOD):
            again = plain_word(one.text) in first or COLUMN_WORDS.get(plain_word(one.text)) in ("indicator", "period")
            if figures and again:
                parts.append([])
                figures = False
            first.add(plain_word(one.text))
        figures = figures or one.kind == FIGURES
        parts[-1].append(one)
    for part in _with_figures(parts):
        yield block._replace(columns=tuple(part))


def _with_figures(parts: Sequence[list[FrameColumn]]) -> list[list[FrameColumn]]:
    """The parts, each with figures: labels behind the last figures are of the table before them."""
    found = [*parts[:1]]
    for part in parts[1:]:
        if any(one.kind == FIGURES for one in part):
            found.append(part)
        else:
            found[-1] = [*found[-1], *part]
    return found


def arranged(block: Block, names: Names) -> list[Stand]:
    """The columns of figures from the left, each with the one that it belongs to."""
    columns = block.of(FIGURES)
    times = _times(columns)
    stands = [_stand(one, times, names) for one in columns]
    strange = {one.place for one in block.of(STRANGE)}
    found = [_with_beside(one, stands[:place], stands[place + 1 :]) for place, one in enumerate(stands)]
    return [one for one in found if not _cut_off(one, strange)]


def _cut_off(one: Stand, strange: set[int]) -> bool:
    """A rate right behind a column that is not understood may belong to that one."""
    return one.is_rate and one.column.place - 1 in strange and not one.timed


def _times(columns: Sequence[FrameColumn]) -> dict[tuple[int, int], Timed]:
    """The times of the headings, line by line, each in the light of the others of its line."""
    lines: dict[int, dict[int, Clue]] = {}
    for column in columns:
        for one in column.heads:
            lines.setdefault(one.row, {})[one.column] = Clue(one.row, one.column, one.text, one.says)
    found = {}
    for row, line in lines.items():
        for clue, timed in zip(line.values(), settled([one.says.when for one in line.values()]), strict=True):
            found[row, clue.column] = timed
    return found


def _stand(column: FrameColumn, times: dict[tuple[int, int], Timed], names: Names) -> Stand:
    clues = tuple(Clue(one.row, one.column, one.text, one.says, times[one.row, one.column]) for one in column.heads)
    says = [one.says for one in clues]
    last = next((one for one in says if one.last_year), None)
    return Stand(
        column=column,
        clues=clues,
        name=_name(clues, names),
        role=next((one.role for one in says if one.role), None),
        basis=next((one for one in clues if one.says.basis), None),
        single=next((one.single for one in says if one.single), 0),
        unit=next((one.unit for one in says if one.unit), ""),
        stage=next((one.stage for one in says if one.stage), None),
        real=next((one.real for one in says if one.real is not None), None),
        last_year=last is not None and not any(one.when and one.when.year for one in says),
        open_year=last is not None and last.only_year and not any(_says_part(one) for one in says),
    )


def _says_part(says: Said) -> bool:
    return bool(says.single or says.basis or (says.when and says.when.part))


def _name(clues: Sequence[Clue], names: Names) -> Clue | None:
    """The line that names an indicator, or all of them together, if they do."""
    known = next((one for one in clues if one.says.known), None)
    if known is not None or len(clues) < 2:
        return known
    text = "".join(one.text for one in reversed(clues))
    whole = names.said(text)
    return clues[0]._replace(text=text, says=whole) if whole.known else None


def _with_beside(one: Stand, before: Sequence[Stand], behind: Sequence[Stand]) -> Stand:
    """A column with the time and the name that it has from the one that it belongs to."""
    owner = _owner(one, before, behind)
    if owner is None:
        unclear = one.is_rate and not (one.timed or one.basis) and any(not other.is_rate for other in before)
        return one._replace(open_year=one.open_year or unclear)
    name = one.name or owner.name
    if one.timed:
        return one._replace(name=name)
    basis = one.basis or owner.basis
    times = owner.clues if owner.timed else owner.times
    return one._replace(name=name, basis=basis, times=times, single=one.single or (0 if one.basis else owner.single))


def _owner(one: Stand, before: Sequence[Stand], behind: Sequence[Stand]) -> Stand | None:
    if one.is_rate:
        return _amount_of(one, before)
    if one.last_year:
        around = [*reversed(before), *behind]
        return next((other for other in around if not (other.is_rate or other.last_year) and _same(one, other)), None)
    if one.basis is not None and not one.timed:
        return next((other for other in reversed(before) if other.timed and not other.is_rate), None)
    return None


def _same(one: Stand, other: Stand) -> bool:
    """Whether two columns may speak of one amount: on the same basis, where both say one."""
    mine, its = one.basis and one.basis.says.basis, other.basis and other.basis.says.basis
    return mine is None or its is None or mine is its


def _amount_of(one: Stand, before: Sequence[Stand]) -> Stand | None:
    """The amount that a rate belongs to: the nearest one before it, of the same stretch in several years the latest."""
    amounts = [other for other in reversed(before) if not (other.is_rate or other.last_year)]
    fitting = [other for other in amounts if _same(one, other)]
    nearest = next(iter(fitting or (amounts if one.single else [])), None)
    if nearest is None:
        return None
    group = list(takewhile(lambda other: not other.is_rate, reversed(before)))
    group = [other for other in group if not other.last_year and _stretch(other) is not None]
    same = [other for other in group if _stretch(other) == _stretch(nearest)]
    latest = max(same, key=_year, default=nearest) if nearest in same else nearest
    return None if any(_ends(other) > _ends(latest) for other in group) else latest


def _ends(one: Stand) -> tuple[int, int]:
    when = next((clue.when for clue in one.clues if clue.when), None)
    return (_year(one), when.last) if when else (-1, -1)


def _stretch(one: Stand) -> tuple[int, int, WrittenAs] | None:
    when = next((clue.when for clue in one.clues if clue.when), None)
    return (when.first, when.last, when.form) if when else None


def _year(one: Stand) -> int:
    return next((clue.when.year for clue in one.clues if clue.when and clue.when.year), -1)


def spans(stands: Sequence[Stand]) -> frozenset[int]:
    """The months with which spans from January end that stand beside single months, or sums so far do."""
    found = set()
    for one in stands:
        when = next((clue.when for clue in one.clues if clue.when), None)
        if (when and when.first == 1 and when.last > 1 and when.form is not WrittenAs.YEAR) or (
            when and when.form is WrittenAs.MONTH and one.basis and one.basis.says.basis is Basis.YTD
        ):
            found.add(when.last)
    return frozenset(found)
