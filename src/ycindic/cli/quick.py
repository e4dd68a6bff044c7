"""How does a quick sum read its numbers, and how does it tell its results?"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated

import typer

from ycindic.cli.language import lang as tongue
from ycindic.cli.options import TEXT_OR_JSON, known_word, wrong
from ycindic.cli.output import answer
from ycindic.domain.model import HUNDRED
from ycindic.load.cells import cell_value
from ycindic.render.answers.sums import QuickSum, sums_as_values, sums_in_lines
from ycindic.text import _

_TOO_LARGE = Decimal(10) ** 30
"""No figure that our files can hold is so large, and none that anybody promises."""

Month = Annotated[str, typer.Option("--month", metavar="1-12", help="The month that the figure reaches")]


def typed_number(text: str, hint: str) -> Decimal:
    """A number as people type it: `5.5`, `-0.3`, `5.5%`, `1,234`."""
    found = cell_value(text, percent=True)
    if found is None:
        raise wrong(_("{text!r} is no number: write 5.5, -0.3 or 5.5%", text=text), hint)
    return found


def typed_growth(text: str, hint: str) -> Decimal:
    """A rate of growth, per cent; nothing falls by more than all of it."""
    found = typed_number(text, hint)
    if found < -HUNDRED:
        raise wrong(_("{text}: nothing falls by more than 100 %", text=text), hint)
    return found


def typed_share(text: str, hint: str) -> Decimal:
    """A share as people type it: `0.46` or `46%`, above 0 and below 1."""
    found = typed_number(text, hint)
    found = found / HUNDRED if "%" in text or "％" in text else found
    if not 0 < found < 1:
        raise wrong(_("{text!r} is no share: write 0.46 or 46%", text=text), hint)
    return found


def typed_count(text: str, hint: str, high: int) -> int:
    """A whole number from 1 on."""
    found = typed_number(text, hint)
    if found != found.to_integral_value() or not 1 <= found <= high:
        raise wrong(_("{text!r} is no whole number from 1 to {high}", text=text, high=high), hint)
    return int(found)


def tell_sums(sums: Sequence[QuickSum], form: str) -> int:
    """Tell the results as text or JSON; a result longer than any figure is an error."""
    known_word(form, TEXT_OR_JSON, "--format")
    if any(abs(one.step.value) >= _TOO_LARGE for one in sums):
        raise wrong(_("the result has more than 30 digits, as no figure has: check the numbers"))
    if form == "json":
        from ycindic.render.answers.sheet import SCHEMA
        from ycindic.render.forms.json import dump

        answer(dump({"schema": SCHEMA, "results": sums_as_values(sums)}), form)
    else:
        answer(sums_in_lines(sums, tongue()), form)
    return 0
