"""What are the parts of a table called?"""

from __future__ import annotations

from ycindic.render.wording import Pair

COLUMN_LABELS: dict[str, Pair] = {
    "verdict": ("结论", "Verdict"),
    "name": ("指标", "Indicator"),
    "goal": ("目标", "Goal"),
    "actual": ("实际值", "Actual"),
    "through": ("数据期", "Period"),
    "gap": ("差距", "Gap"),
    "completion": ("完成率", "Done"),
    "time": ("序时进度", "Time"),
    "pace": ("进度比", "Pace"),
    "annualised": ("年化", "Annualised"),
    "needed": ("其余须", "Rest needs"),
}
"""The columns of the table, in the order in which they are read."""

LAST_TO_GO = (
    "verdict", "name", "actual", "goal", "completion", "gap", "needed", "through", "pace", "time", "annualised",
)  # fmt: skip
"""The columns in the order in which they are worth their width."""

NO_SECTION: Pair = ("未列入报告部分", "No section")
AS_OF: Pair = ("截至", "as of")
TARGETS: Pair = ("项目标", "targets")
GONE: Pair = ("年度已过", "of the year gone")
NEWEST: Pair = ("最新数据", "newest figure")
LATE: Pair = ("逾期未录", "overdue and not recorded")
HIDDEN: Pair = ("项被筛选隐去", "hidden by the filters")
PARTS: Pair = ("另有分项(不计数)", "parts besides, not counted")
BASES: Pair = ("已知基期值", "baselines known")
"""Phrases of the lines around the table."""


def first_figure(example: str, folder: str, lang: str) -> str:
    """How to put in the first figure."""
    if lang == "zh":
        return f"录入数据:在 {folder}/actuals/ 的任一CSV文件加一行,如 {example}"
    return f"To put in a figure add a line to any CSV file in {folder}/actuals/, such as {example}"
