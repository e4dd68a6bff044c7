"""How is a quick sum told: the result, the formula with its letters, and with its numbers?"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ycindic.domain.facts import decimals_of
from ycindic.domain.step import Step
from ycindic.render.answers.sheet import in_both
from ycindic.render.answers.story import filled, pocket_number
from ycindic.render.words.numbers import number_for_programs, rounded, signed
from ycindic.text import Text, Verbatim, _


class Unit(NamedTuple):
    """What stands behind a result, and how it is rounded."""

    words: Text
    decimals: int = 2
    scale: int = 1
    sign: bool = False


PERCENT_UNIT = Unit(Verbatim("%"))
SHARE_UNIT = Unit(Verbatim("%"), 1, 100)
POINTS_UNIT = Unit(_(" pp"), 1, sign=True)
RATIO_UNIT = Unit(Verbatim(""))


class QuickSum(NamedTuple):
    """A result with its name, its unit and the step that gave it; `range` where rounding leaves one."""

    name: Text
    unit: Unit
    step: Step
    range: tuple[Decimal, Decimal] | None = None
    note: Text | None = None


def own(values: Sequence[Decimal]) -> Unit:
    """The unit of the typed values themselves, with one decimal more than they have."""
    return Unit(Verbatim(""), max(decimals_of(value) for value in values) + 1)


def sums_in_lines(sums: Sequence[QuickSum], lang: str) -> str:
    """The results as lines, each over its formula."""
    return "".join(line for one in sums for line in _lines(one, lang))


def _lines(one: QuickSum, lang: str) -> list[str]:
    amount = _("{value}{unit}", value=_shown(one.step.value, one.unit), unit=one.unit.words)
    told = _("{about}: {said}", about=one.name, said=amount)
    if one.range:
        low, high = (_("{value}{unit}", value=_shown(end, one.unit), unit=one.unit.words) for end in one.range)
        told = _("{said} ({low} to {high} from rounding)", said=told, low=low, high=high)
    if one.note is not None:
        told = _("{said} ({beside})", said=told, beside=one.note)
    head = told.in_language(lang)
    return [f"{head}\n", f"    {one.step.formula.symbolic} = {filled(one.step)} = {pocket_number(one.step.value)}\n"]


def _shown(value: Decimal, unit: Unit) -> str:
    return (signed if unit.sign else rounded)(value * unit.scale, unit.decimals)


def sums_as_values(sums: Sequence[QuickSum]) -> list[dict[str, object]]:
    """The results as names and values; shares are numbers such as 0.56."""
    return [
        {
            "field": one.step.field,
            "name": in_both(one.name),
            "value": number_for_programs(one.step.value),
            "low": number_for_programs(one.range[0]) if one.range else None,
            "high": number_for_programs(one.range[1]) if one.range else None,
            "formula": one.step.formula.symbolic,
            "filled": filled(one.step),
        }
        for one in sums
    ]
