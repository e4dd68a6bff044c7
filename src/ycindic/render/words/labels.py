"""Which columns does a table show, and what are the lines around it called?"""

from __future__ import annotations

from ycindic.render.words.wording import Pair

SHOWN = (
    "verdict", "name", "goal", "actual", "actual_period", "gap", "completion", "expected_completion",
    "time_progress", "lead_profile", "pace", "catch_up", "annualised", "required", "projection", "outlook", "chance",
    "baseline",
    "commitment", "section", "id", "publisher", "wording",
)  # fmt: skip
"""The columns of the widest table, in the order in which they are read."""

LAST_TO_GO = (
    "verdict", "name", "actual", "goal", "completion", "gap", "required", "chance", "outlook", "actual_period",
    "pace", "time_progress", "annualised", "expected_completion",
)  # fmt: skip
"""The columns that a table chooses from, in the order in which they are worth their width."""

BRIEF = ("verdict", "name", "goal", "actual", "actual_period", "gap", "completion", "pace", "required")
"""The columns of a page for a brief."""

LEFT = frozenset({
    "verdict", "name", "actual_period", "period", "id", "indicator", "section", "wording", "sentence", "publisher",
    "commitment", "measure", "relation", "reason", "reasons", "rule", "profile", "unit", "parts", "part_of",
    "decided_by", "gap_unit", "annualised_unit", "required_unit", "benchmark_id", "better", "released", "note",
    "targets", "reference", "modifiers", "milestones", "by", "levels",
})  # fmt: skip
"""Columns of words; numbers stand to the right."""

NO_SECTION: Pair = ("未列入报告部分", "No section")
AS_OF: Pair = ("截至", "as of")
TARGETS: Pair = ("项目标", "targets")
GONE: Pair = ("年度已过", "of the year gone")
NEWEST: Pair = ("最新数据", "newest figure")
LATE: Pair = ("逾期未录期数", "overdue releases not recorded")
HIDDEN: Pair = ("项被筛选隐去", "hidden by the filters")
PARTS: Pair = ("另有分项（不计数）", "parts besides, not counted")
BASES: Pair = ("已知基期值", "baselines known")
BY_URGENCY: Pair = ("按紧迫程度", "By urgency")
OWN_FOLDER: Pair = (
    "这是随程序附带的数据，不能录入；ycindic init DIR可建立自己的文件夹",
    "This is the copy that came with the program; to put in figures start a folder of your own with ycindic init DIR",
)
GAP_SIGN: Pair = (
    "差距：正数为尚缺或超过上限，负数为高于目标或上限下的余地",
    "Gap: + still missing or above a ceiling, - beyond the goal or room below a ceiling",
)
PROVISIONAL: Pair = ("括号内为未完年度的数据，尚不计入", "In brackets: a running year's figure that does not count yet")
ATTENTION: Pair = ("需要关注", "Needs attention")
"""Phrases of the lines around the table."""


def first_figure(example: str, folder: str, lang: str) -> str:
    """How to put in the first figure."""
    if lang == "zh":
        return f"录入数据：在 {folder}/actuals/ 的任一CSV文件加一行，如 {example}"
    return f"To put in a figure add a line to any CSV file in {folder}/actuals/, such as {example}"
