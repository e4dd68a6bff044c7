"""Diagnostics as lines that editors, mails and people read."""

from __future__ import annotations

from ycindic.render.answers.diagnosis import Diagnosis
from ycindic.render.answers.diagnostics import line
from ycindic.render.words.first_lines import first_lines
from ycindic.render.words.visible import a_line_each


def lines(told: Diagnosis, lang: str) -> str:
    """A line each, of very many the first and a count; nothing if there is nothing."""
    answer = [one for name, found in told.lists.items() if name not in told.aside for one in found]
    return a_line_each(first_lines(answer, lambda one: line(one, lang), lang))
