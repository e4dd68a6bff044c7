"""What is the number? Every formula of the trade, each a pure function over Decimals.

Shares and ratios are plain numbers (0.56), rates of growth are per cent as published (5.5), and
None means that there is no answer. Where a formula is a publisher's, its source stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal, localcontext
from math import prod

from ycindic.domain.model import HUNDRED

ZERO, ONE, INFINITE = Decimal(0), Decimal(1), Decimal("Infinity")
_EXACT = Context(prec=80)


def factor(rate: Decimal, per: Decimal = HUNDRED) -> Decimal:
    """1 + g of a rate: 5.5 per cent gives 1.055; `per` is 1000 for a rate in ‰."""
    return ONE + rate / per


def rate(of_factor: Decimal, per: Decimal = HUNDRED) -> Decimal:
    """The rate of a factor: 1.055 gives 5.5 per cent; `per` is 1000 for a rate in ‰."""
    return (of_factor - ONE).scaleb(per.adjusted())  # a product with 100 would add two zeros to 16.4


def ratio(part: Decimal, whole: Decimal) -> Decimal | None:
    """A part ÷ its whole; None for a whole of zero."""
    return part / whole if whole else None


def worse_by(short: Decimal, other: Decimal) -> Decimal | None:
    """How far a figure lies on the worse side of another, in per cent of that; None for one of zero."""
    share = ratio(short, abs(other))
    return None if share is None else share.scaleb(2)


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
    nothing is expected. Of a cap it is the share of today's pace that is left: 0.43 times, 0 once it is used up.
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


def needed_growth(goal: Decimal, done: Decimal, total: Decimal, part: Decimal) -> Decimal | None:
    """What the rest must grow over the same months of last year: (T − C) ÷ (A′ − C′) − 1, in per cent.

    None where the rest of last year brought nothing to compare with.
    """
    rest = total - part
    return rate((goal - done) / rest) if rest > 0 else None


def growth(now: Decimal, before: Decimal) -> Decimal | None:
    """C ÷ C′ − 1, in per cent; None over a base that is not positive."""
    return rate(now / before) if before > 0 else None


def required_rest(goal: Decimal, so_far: Decimal, weight: Decimal) -> Decimal | None:
    """What the rest of the year must grow: (G − w·g) ÷ (1 − w), in per cent.

    `weight` is the share of the elapsed months in the base year's total. None once it is 1.
    """
    return None if weight >= 1 else (goal - weight * so_far) / (ONE - weight)


def two_year_average(before: Decimal, now: Decimal, per: Decimal = HUNDRED) -> Decimal | None:
    """√((1+g₋₁)(1+g)) − 1: the NBS way of looking past a distorted base year."""
    return average_growth([before, now], per)


def product(rates: Iterable[Decimal], per: Decimal = HUNDRED) -> Decimal:
    """Π(1+gᵢ): the factor over all the years."""
    return prod((factor(one, per) for one in rates), start=ONE)


def average_growth(rates: list[Decimal], per: Decimal = HUNDRED) -> Decimal | None:
    """Π(1+gᵢ)^(1/k) − 1; None without a rate or for a factor that is not positive."""
    mean_factor = root(product(rates, per), len(rates)) if rates else None
    return None if mean_factor is None else rate(mean_factor, per)


def compound_completion(so_far: Decimal, goal: Decimal) -> Decimal | None:
    """ln(so far) ÷ ln(goal), both factors: the share of a compounded goal that is done.

    Source: NBS and NDRC method for energy intensity, printed by Qinghai statistics, 2009-09-17.
    """
    if so_far <= 0 or goal <= 0 or goal == 1:
        return None
    return so_far.ln() / goal.ln()


def compound_required(
    so_far: Decimal, goal: Decimal, years_left: Decimal | int, per: Decimal = HUNDRED
) -> Decimal | None:
    """(goal ÷ so far)^(1/years left) − 1, a year; both are factors."""
    if so_far <= 0 or years_left <= 0:
        return None
    yearly = root(goal / so_far, years_left)
    return None if yearly is None else rate(yearly, per)


def cagr(base: Decimal, now: Decimal, years: Decimal) -> Decimal | None:
    """(y ÷ b)^(1/years) − 1, in per cent; None unless both values are positive."""
    if base <= 0 or now <= 0:
        return None
    yearly = root(now / base, years)
    return None if yearly is None else rate(yearly)


def annualised(periodic: Decimal, periods_a_year: Decimal | int) -> Decimal:
    """(1+r)^p − 1: a rate of a month (p = 12) or a quarter (p = 4) as a rate of a year, per cent."""
    return rate(factor(periodic) ** periods_a_year)


def over(yearly: Decimal, years: Decimal, per: Decimal = HUNDRED) -> Decimal:
    """(1+g)^n − 1: what a yearly rate comes to over some years."""
    return rate(factor(yearly, per) ** years, per)


def mean_of_rest(goal: Decimal, so_far: Decimal, months: Decimal | int, total: Decimal | int) -> Decimal | None:
    """What the rest may average for the whole to average the goal: (n·T − m·a) ÷ (n − m)."""
    return None if months >= total else (total * goal - months * so_far) / (total - months)


def alone_rate(now: Decimal, now_share: Decimal, before: Decimal, before_share: Decimal) -> Decimal | None:
    """What the months between two year-to-date rates grew: (w·g − w₀·g₀) ÷ (w − w₀), in per cent.

    The shares are those of the months so far in the base year's total. It follows from C = C′(1+g) at both
    ends, so it is exact but for rounding and revised bases. Source: 累计同比 and 当月同比 of one sum, checked against
    the monthly and quarterly rates that NBS prints (docs/rules.md).
    """
    weight = now_share - before_share
    return (now_share * now - before_share * before) / weight if weight > 0 else None


def alone_range(half: Decimal, now_share: Decimal, before_share: Decimal) -> Decimal:
    """How far rounding both year-to-date rates by half a digit moves the rate between them, either way."""
    return half * (now_share + before_share) / (now_share - before_share)


def with_rest(so_far: Decimal, weight: Decimal, rest: Decimal, rest_weight: Decimal) -> Decimal:
    """The year-to-date rate after more months: (w·g + v·r) ÷ (w + v), in per cent."""
    return (weight * so_far + rest_weight * rest) / (weight + rest_weight)


def carry_over(december: Decimal, month: Decimal) -> Decimal | None:
    """翘尾: what last year's course alone makes of this year's rate, (P₁₂ ÷ Pₘ − 1) × 100, in points.

    The price level of last December over that of the same month of last year: the year-on-year rate if no price
    changed again. What the published rate has above it is 新涨价. Source: NBS, 统计知识 "什么是新涨价因素" (a rise of
    2.0 with 翘尾 0.5 has 1.5 of 新涨价), China Development Gateway, 2012-08-14.
    """
    return growth(december, month)


def pull(part_growth: Decimal, base_share: Decimal) -> Decimal:
    """拉动: the points that a part adds to the growth of its sum, its growth times its share of the base.

    Source: NBS practice: contribution = increase of the part ÷ increase of the whole, pull = contribution × growth.
    """
    return part_growth * base_share


def contribution(pulled: Decimal, growth_of_sum: Decimal) -> Decimal | None:
    """贡献率: the share of a sum's growth that a part brought, per cent; None where the sum did not move."""
    return HUNDRED * pulled / growth_of_sum if growth_of_sum else None


def between(before: Decimal, after: Decimal, gone: Decimal, length: Decimal) -> Decimal:
    """A straight line between two values, so far along: p₁ + (p₂ − p₁)·k ÷ l."""
    return before + (after - before) * gone / length


def along(*known: Decimal) -> Decimal:
    """Where a path stands that is known just there, or between two values (see `between`); nothing without any."""
    return between(*known) if len(known) > 1 else sum(known, ZERO)


def half_digit(decimals: int) -> Decimal:
    """Half a unit of the last printed digit: 0.05 for one decimal."""
    return Decimal(5).scaleb(-decimals - 1)


def printed_edge(limit: Decimal, decimals: int, *, floor: bool, strict: bool = False) -> Decimal:
    """Where a figure begins to print as one that keeps a limit: 5.65 for at least 5.7 with one decimal.

    Half a printed digit below the smallest printed figure that keeps a floor (5.25 prints as the 5.3 that
    keeps it), above the largest that keeps a ceiling. `strict` asks for more than the limit.
    """
    digit = ONE.scaleb(-decimals)
    printed = limit.quantize(digit, ROUND_CEILING if floor else ROUND_FLOOR, _EXACT)
    if strict and printed == limit:
        printed += digit if floor else -digit
    return printed - half_digit(decimals) if floor else printed + half_digit(decimals)


def printed(value: Decimal, decimals: int) -> Decimal:
    """A value as it is printed with so many decimals, half away from zero."""
    return value.quantize(ONE.scaleb(-decimals), ROUND_HALF_UP, _EXACT)


def nearer(now: Decimal, least: Decimal | None, most: Decimal | None) -> Decimal | None:
    """What has to come, between the least and the most that may: as now where that lies between them.

    With one end open it is the other end, whether or not that is surpassed; None where both are.
    """
    if least is None or most is None:
        return most if least is None else least
    return min(max(now, least), most)
