"""What do the letters of a formula stand for?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ycindic.domain.step import Step
from ycindic.text import Joined, Text, Verbatim, _

LETTERS: Mapping[str, Text] = {
    "T": _("goal"),
    "G": _("goal"),
    "C": _("done so far"),
    "C′": _("done by then last year"),
    "C″": _("done a step later last year"),
    "A′": _("all of last year"),
    "g": _("growth so far"),
    "g₋₁": _("growth of last year"),
    "a": _("mean so far"),
    "y": _("level so far"),
    "b": _("base"),
    "B": _("what it is compared with"),
    "own": _("its own figure"),
    "d": _("distance, or factor"),
    "tol": _("tolerance"),
    "low": _("lower end"),
    "high": _("upper end"),
    "m": _("months known"),
    "n": _("months of the period"),
    "k": _("years known"),
    "N": _("years of the period"),
    "l": _("months or years left"),
    "t": _("share of the time gone"),
    "c": _("share done"),
    "s": _("share due by now"),
    "w": _("weight of the months known"),
    "p": _("milestone"),
    "r": _("what the rest needs, by what decides"),
    "S": _("course of the sum as typed"),
}
"""By the letter; numbered ones are several of the same, put together or one after the other."""

_OF_FIELDS: tuple[tuple[tuple[str, ...], str, Text], ...] = (
    (("annualised", "annualised_linear"), "n", _("years since the base")),
    (("projection",), "l", _("latest three months")),
    (("expected_completion",), "k", _("months since the point before")),
    (("expected_completion",), "l", _("months between both points")),
    (("expected_completion",), "y", _("whole years gone")),
    (("outlook",), "S", _("settled of the year")),
    (("outlook",), "R", _("expected of the rest")),
    (("projection_low", "projection_high", "chance"), "E", _("expected end of what decides")),
    (("projection_low", "projection_high", "chance"), "b", _("by how much the method says too much")),
    (("projection_low", "projection_high", "chance"), "u", _("unit of its errors")),
    (("projection_low", "projection_high"), "t", _("so many of them")),
    (("projection_low", "projection_high"), "C", _("what it cannot pass")),
)
_OF_FIELD = {(field, letter): words for fields, letter, words in _OF_FIELDS for field in fields}
"""What a letter stands for in the formula of one number, where that is something else."""


def letter_of(name: str) -> str:
    """The letter without what numbers it: `g1` of several years, `s₁` of two points."""
    return name if name in LETTERS else name.rstrip("0123456789₀₁₂")


def letters_in_words(steps: Iterable[Step]) -> Text | None:
    """What each letter of these formulas stands for, in the order in which they come; None where there is none."""
    found: dict[tuple[str, int], Text] = {}
    for step in steps:
        for letter in map(letter_of, step.formula.names):
            words = _OF_FIELD.get((step.field, letter)) or LETTERS[letter]
            found[letter, id(words)] = Joined(Verbatim(" "), [Verbatim(letter), words])
    return Joined(Verbatim(" · "), list(found.values())) if found else None
