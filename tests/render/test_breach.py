"""Does a row whose promise was broken once show that, though its latest figure is good again? All is invented."""

from __future__ import annotations

import pytest

from domain.builders import judge, point, promised, stock
from ycindic.domain.model import Target
from ycindic.render.answers import cells

HELD = promised("at_least", 90, hold=True)
NEVER = promised("none")


@pytest.mark.parametrize(
    ("goal", "values", "told"),
    [
        (HELD, (95, 88, 97), ("88%", "Feb", "2 pp short")),
        (HELD, (95, 97, 88), ("88%", "Mar", "2 pp short")),
        (HELD, (88, 95, 85), ("85%", "Mar", "5 pp short")),
        (HELD, (95, 92, 97), ("97%", "Mar", "7 pp over")),
        (NEVER, (0, 1, 0), ("1%", "Feb", "")),
        (NEVER, (0, 0, 2), ("2%", "Mar", "2 pp over")),
    ],
)
def test_the_figure_told_is_the_latest_or_the_breach_that_it_hides(
    goal: Target, values: tuple[int, ...], told: tuple[str, str, str]
) -> None:
    seen = [point(f"2026-{month:02}", value) for month, value in enumerate(values, 1)]
    found = judge(stock(unit="%"), goal, seen, at="2026-04-20")
    assert (cells.actual(found, "en"), cells.actual_period(found, "en").split()[0], cells.gap_cell(found, "en")) == told
