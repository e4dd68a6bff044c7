"""How are choices made? By a seed alone, so that every table can be made again."""

from __future__ import annotations

from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice(Random):
    """Random choices with short names."""

    def pick(self, *choices: T) -> T:
        return self.choice(choices)

    def chance(self, share: float) -> bool:
        return self.random() < share
