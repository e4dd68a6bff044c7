"""What comes next in a row that remembers last month and last year? The recursion of Box and Jenkins.

    (w − μ)ₜ = φ (w − μ)ₜ₋₁ + eₜ − θ eₜ₋₁ − Θ eₜ₋ₛ + θΘ eₜ₋ₛ₋₁

φ = 1 is their airline model (without μ). The three numbers are set, not fitted: a few years do not tell them, and set
ones did better on series that were not looked at when they were chosen (docs/outlook.md).
Source: Box, Jenkins, "Time Series Analysis: Forecasting and Control", 1970, chapter 9.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple


class Memory(NamedTuple):
    """What is kept of last month (φ), and what of a surprise is forgotten after a month (θ) and after a year (Θ)."""

    kept: float
    month: float
    year: float

    def over(self, months: float) -> "Memory":
        """The same memory where a step is so many months long."""
        return self._replace(kept=self.kept**months)


@lru_cache(maxsize=256)
def _surprises(row: tuple[float, ...], season: int, memory: Memory) -> tuple[Sequence[float], Sequence[float]]:
    """What each step brought that the recursion did not expect, in two parts: e = plain − μ × slope."""
    kept, month, year = memory
    both = month * year
    plain, slope = [0.0] * len(row), [0.0] * len(row)
    for t in range(1, len(row)):
        new = row[t] - kept * row[t - 1] + month * plain[t - 1]
        lean = 1 - kept + month * slope[t - 1]
        if t >= season:
            new += year * plain[t - season]
            lean += year * slope[t - season]
        if t > season:
            new -= both * plain[t - season - 1]
            lean -= both * slope[t - season - 1]
        plain[t], slope[t] = new, lean
    return plain, slope


def steps_ahead(
    row: tuple[float, ...], known: int, steps: int, season: int, memory: Memory, level: float = 0.0
) -> list[float]:
    """The next steps of a row of which so many are known, around a level that it returns to; at most a season."""
    plain, slope = _surprises(row, season, memory)
    kept, month, year = memory
    both = month * year
    found: list[float] = []
    last = row[known - 1] - level
    surprise = plain[known - 1] - level * slope[known - 1]  # the latest one; those of the steps to come are none
    for t in range(known - season, known - season + steps):
        last = kept * last - month * surprise
        if t >= 0:
            last -= year * (plain[t] - level * slope[t])
        if t > 0:
            last += both * (plain[t - 1] - level * slope[t - 1])
        surprise = 0.0
        found.append(level + last)
    return found
