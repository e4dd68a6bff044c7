"""How often was the flag right? The workspace replayed month by month, graded by what the year then brought."""

from ycindic.domain.backtest.case import Replayed
from ycindic.domain.backtest.ends import End, year_ends
from ycindic.domain.backtest.goals import beside_last_year
from ycindic.domain.backtest.replay import replay
from ycindic.domain.backtest.scores import Score, scores
from ycindic.domain.backtest.tally import CASE_GROUPS, Tally, tallied

__all__ = [
    "CASE_GROUPS",
    "End",
    "Replayed",
    "Score",
    "Tally",
    "beside_last_year",
    "replay",
    "scores",
    "tallied",
    "year_ends",
]
