"""What is the number? Every formula of the trade, each a pure function over Decimals.

Shares and ratios are plain numbers (0.56), rates of growth are per cent as published (5.5), and
None means that there is no answer. Where a formula is a publisher's, its source stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, localcontext
from math import prod

from ycindic.domain.model import HUNDRED

ZERO, ONE, INFINITE = Decimal(0), Decimal(1), Decimal("Infinity")


def factor(rate: Decimal) -> Decimal:
    """1 + g of a rate in per cent: 5.5 gives 1.055."""
    return ONE + rate / HUNDRED


def rate(of_factor: Decimal) -> Decimal:
    """The rate in per cent of a factor: 1.055 gives 5.5."""
    return (of_factor - ONE) * HUNDRED


def ratio(part: Decimal, whole: Decimal) -> Decimal | None:
    """A part ÷ its whole; None for a whole of zero."""
    return part / whole if whole else None


def root(value: Decimal, degree: Decimal | int) -> Decimal | None:
    """The positive root of a positive number; None of anything else."""
    if value <= 0 or degree <= 0:
        return None
    with localcontext() as context:
        context.prec += 6  # guard digits: an exact power comes out exact
        found = value ** (ONE / Decimal(degree))
    return +found


def pace(completion: Decimal, expected: Decimal) -> Decimal | None:
    """How much is done of what should be done by now: c ÷ s; None while nothing is expected."""
    return ratio(completion, expected)


def catch_up(completion: Decimal, expected: Decimal) -> Decimal | None:
    """How many times faster than so far the rest must go: ((1−c) ÷ (1−s)) ÷ (c ÷ s).

    Infinite where nothing is done although something was expected, or no time is left; None while
    nothing is expected.
    """
    if completion >= 1:
        return ZERO
    if expected <= 0:
        return None
    if completion <= 0 or expected >= 1:
        return INFINITE
    return ((ONE - completion) / (ONE - expected)) / (completion / expected)


def cap_pace(completion: Decimal, expected: Decimal) -> Decimal | None:
    """How much room was to be used of what is used: s ÷ c, the pace of a cap; infinite if unused."""
    if expected <= 0:
        return None
    return expected / completion if completion > 0 else INFINITE


def cap_catch_up(completion: Decimal, expected: Decimal) -> Decimal | None:
    """How many times slower than so far the rest must go under a cap: (c ÷ s) ÷ ((1−c) ÷ (1−s))."""
    if expected <= 0:
        return None
    if completion <= 0 or expected >= 1:
        return ZERO
    if completion >= 1:
        return INFINITE
    return (completion / expected) / ((ONE - completion) / (ONE - expected))


def required_rest(goal: Decimal, so_far: Decimal, weight: Decimal) -> Decimal | None:
    """What the rest of the year must grow: (G − w·g) ÷ (1 − w), in per cent.

    `weight` is the share of the elapsed months in the base year's total. None once it is 1.
    """
    return None if weight >= 1 else (goal - weight * so_far) / (ONE - weight)


def two_year_average(before: Decimal, now: Decimal) -> Decimal | None:
    """√((1+g₋₁)(1+g)) − 1, in per cent: the NBS way of looking past a distorted base year."""
    return average_growth([before, now])


def compounded(rates: Iterable[Decimal]) -> Decimal:
    """Π(1+gᵢ): the factor over all the years."""
    return prod((factor(one) for one in rates), start=ONE)


def average_growth(rates: list[Decimal]) -> Decimal | None:
    """Π(1+gᵢ)^(1/k) − 1, in per cent; None without a rate or for a factor that is not positive."""
    mean_factor = root(compounded(rates), len(rates)) if rates else None
    return None if mean_factor is None else rate(mean_factor)


def compound_completion(so_far: Decimal, goal: Decimal) -> Decimal | None:
    """ln(so far) ÷ ln(goal), both factors: the share of a compounded goal that is done.

    Source: NBS and NDRC method for energy intensity, printed by Qinghai statistics, 2009-09-17.
    """
    if so_far <= 0 or goal <= 0 or goal == 1:
        return None
    return so_far.ln() / goal.ln()


def compound_required(so_far: Decimal, goal: Decimal, years_left: Decimal | int) -> Decimal | None:
    """(goal ÷ so far)^(1/years left) − 1, in per cent a year; both are factors."""
    if so_far <= 0 or years_left <= 0:
        return None
    yearly = root(goal / so_far, years_left)
    return None if yearly is None else rate(yearly)


def cagr(base: Decimal, now: Decimal, years: Decimal) -> Decimal | None:
    """(y ÷ b)^(1/years) − 1, in per cent; None unless both values are positive."""
    if base <= 0 or now <= 0:
        return None
    yearly = root(now / base, years)
    return None if yearly is None else rate(yearly)


def annualised(periodic: Decimal, periods_a_year: int) -> Decimal:
    """(1+r)^p − 1: a rate of a month (p = 12) or a quarter (p = 4) as a rate of a year, per cent."""
    return rate(factor(periodic) ** periods_a_year)


def mean_of_rest(goal: Decimal, so_far: Decimal, months: int, total: int) -> Decimal | None:
    """What the rest may average for the whole to average the goal: (n·T − m·a) ÷ (n − m)."""
    return None if months >= total else (total * goal - months * so_far) / (total - months)


def half_digit(decimals: int) -> Decimal:
    """Half a unit of the last printed digit: 0.05 for one decimal."""
    return Decimal(5).scaleb(-decimals - 1)
