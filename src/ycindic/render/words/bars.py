"""How is a figure drawn in a line of text? In ASCII, one cell a character on every terminal; courses in braille.

Block elements and box lines are two cells wide on many Chinese terminals; braille and ASCII never are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

_DONE, _LEFT, _EXPECTED, _ACTUAL, _GOAL = "#", "-", "|", "o", "|"


def progress_bar(done: Decimal, expected: Decimal | None, cells: int) -> str:
    """A share done, filled, and a mark where it should be by now: `[####--|----]`; more than all fills all."""
    room = cells - 2
    filled = min(room, max(0, int(done * room)))
    line = list(_DONE * filled + _LEFT * (room - filled))
    if expected is not None:
        line[min(room - 1, max(0, int(expected * room)))] = _EXPECTED
    return f"[{''.join(line)}]"


def scale(actual: Decimal | None, goal: Decimal, others: Iterable[Decimal], cells: int) -> str:
    """A figure and its goal on the scale of the figures of other years: `o------|---`.

    The ends are the lowest and the highest of all, never 0 for its own sake. A figure in the cell of its goal hides it:
    what is nearer than a cell cannot be told apart.
    """
    known = [*others, goal, *([] if actual is None else [actual])]
    low, high = min(known), max(known)
    if low == high:
        return ""

    def at(value: Decimal) -> int:
        return int((value - low) / (high - low) * (cells - 1) + Decimal("0.5"))

    line = list(_LEFT * cells)
    line[at(goal)] = _GOAL
    if actual is not None:
        line[at(actual)] = _ACTUAL
    return "".join(line)


_DOTS = (((), (0x40,), (0x40, 0x04), (0x40, 0x04, 0x02), (0x40, 0x04, 0x02, 0x01)),
         ((), (0x80,), (0x80, 0x20), (0x80, 0x20, 0x10), (0x80, 0x20, 0x10, 0x08)))  # fmt: skip
_BRAILLE = 0x2800


def spark(values: Sequence[Decimal | None]) -> str:
    """A course in braille, two values a character, the lowest one dot high, the highest four; holes stay empty."""
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return ""
    low, high = min(known), max(known)
    heights = [0 if value is None else 1 + int((value - low) / (high - low or 1) * 3) for value in values]
    heights += [0] * (len(heights) % 2)
    pairs = zip(heights[::2], heights[1::2], strict=True)
    return "".join(chr(_BRAILLE + sum(_DOTS[0][left]) + sum(_DOTS[1][right])) for left, right in pairs)
