"""How does a quick sum read its numbers, and how does it tell its results?"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated

import typer

from ycindic.cli.language import lang as tongue
from ycindic.cli.language import say
from ycindic.cli.options import TEXT_OR_JSON, check_language, choice
from ycindic.cli.output import answer
from ycindic.domain.model import HUNDRED
from ycindic.load.cells import value
from ycindic.render.answers.sums import Sum, told, values

TOO_LARGE = Decimal(10) ** 30
"""No figure that our files can hold is so large, and none that anybody promises."""

Month = Annotated[
    str, typer.Option("--month", metavar="1-12", help=say("数据截至的月份", "The month that the figure reaches"))
]


def argument(name: str, zh: str, en: str) -> typer.models.ArgumentInfo:
    """A positional argument with its help."""
    found: typer.models.ArgumentInfo = typer.Argument(metavar=name, help=say(zh, en))
    return found


def number(text: str, hint: str) -> Decimal:
    """A number as people type it: `5.5`, `-0.3`, `5.5%`, `1,234`."""
    found = value(text, percent=True)
    if found is None:
        raise typer.BadParameter(
            say(f"{text!r}不是数字：写作5.5、-0.3或5.5%", f"{text!r} is no number: write 5.5, -0.3 or 5.5%"),
            param_hint=hint,
        )
    return found


def growth(text: str, hint: str) -> Decimal:
    """A rate of growth, per cent; nothing falls by more than all of it."""
    found = number(text, hint)
    if found < -HUNDRED:
        raise typer.BadParameter(
            say(f"{text}：降幅不可能超过100%", f"{text}: nothing falls by more than 100 %"), param_hint=hint
        )
    return found


def share(text: str, hint: str) -> Decimal:
    """A share as people type it: `0.46` or `46%`, above 0 and below 1."""
    found = number(text, hint)
    found = found / HUNDRED if "%" in text or "％" in text else found
    if not 0 < found < 1:
        raise typer.BadParameter(
            say(f"{text!r}不是份额：写作0.46或46%", f"{text!r} is no share: write 0.46 or 46%"), param_hint=hint
        )
    return found


def whole(text: str, hint: str, high: int) -> int:
    """A whole number from 1 on."""
    found = number(text, hint)
    if found != found.to_integral_value() or not 1 <= found <= high:
        raise typer.BadParameter(
            say(f"{text!r}不是1至{high}的整数", f"{text!r} is no whole number from 1 to {high}"), param_hint=hint
        )
    return int(found)


def deliver(sums: Sequence[Sum], form: str, lang: str | None) -> int:
    """Tell the results as text or JSON; a result longer than any figure is an error."""
    check_language(lang)
    choice(form, TEXT_OR_JSON, "--format")
    if any(abs(one.step.result) >= TOO_LARGE for one in sums):
        raise typer.BadParameter(
            say(
                "结果超过30位数，没有这样的指标；请核对输入的数字",
                "the result has more than 30 digits, as no figure has: check the numbers",
            )
        )
    if form == "json":
        from ycindic.render.forms.json import SCHEMA, dump

        answer(dump({"schema": SCHEMA, "results": values(sums)}), form)
    else:
        answer(told(sums, tongue()), form)
    return 0
