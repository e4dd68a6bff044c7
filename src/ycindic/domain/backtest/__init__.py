"""How often was the flag right? The workspace replayed month by month, graded by what the year then brought."""

from ycindic.domain.backtest.case import Case
from ycindic.domain.backtest.ends import End, ends
from ycindic.domain.backtest.goals import beside_last_year
from ycindic.domain.backtest.replay import replay
from ycindic.domain.backtest.scores import Score, scores
from ycindic.domain.backtest.tally import GROUPS, Tally, tallied

__all__ = ["GROUPS", "Case", "End", "Score", "Tally", "beside_last_year", "ends", "replay", "scores", "tallied"]
