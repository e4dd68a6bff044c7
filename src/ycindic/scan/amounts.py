"""When are two amounts the same: 6万亩 and 60000亩, a fall by 3 % and a change of -3 %?"""

from collections.abc import Iterator
from decimal import Decimal

from ycindic.domain.called import power_of
from ycindic.scan.finding import ReportValue
from ycindic.scan.words import base

_SCALES = frozenset(["百万亿", "万亿", "千亿", "百亿", "亿", "千万", "百万", "万", ""])
_SAME = {"名": "人", "户": "家", "百分点": "个百分点"} | dict.fromkeys("所座家项条处", "个")


def parted(unit: str) -> tuple[Decimal, str]:
    """A unit as its scale and its base: 万亩 is 10000 and 亩."""
    bare = base(unit)
    scale = unit[: len(unit) - len(bare)] if unit.endswith(bare) else ""
    if scale not in _SCALES:
        return Decimal(1), unit
    return Decimal(10) ** power_of(scale), _SAME.get(bare, bare)


def amount_ends(value: ReportValue) -> tuple[Decimal, ...]:
    """The number, or both ends of a range; nothing for no number."""
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def plain_amount(value: ReportValue, unit: str) -> tuple[Decimal, ...]:
    """The numbers without their scale and their sign."""
    scale, _ = parted(unit)
    return tuple(abs(one) * scale for one in amount_ends(value))


def same(value: ReportValue, unit: str, other: ReportValue, other_unit: str) -> bool:
    """Whether two amounts are the same but for scale and sign; measure words of things count as one."""
    if not plain_amount(value, unit) or plain_amount(value, unit) != plain_amount(other, other_unit):
        return False
    one, two = parted(unit)[1], parted(other_unit)[1]
    return one == two or not one or not two or not {one, two} & {"%", "‰", "个百分点", "元", "倍"}


def every(text: str, phrase: str) -> Iterator[tuple[int, int]]:
    """Where a phrase stands in a text, each place once."""
    start = text.find(phrase) if phrase else -1
    while start >= 0:
        yield start, start + len(phrase)
        start = text.find(phrase, start + len(phrase))
