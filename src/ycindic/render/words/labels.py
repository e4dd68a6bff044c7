"""What are the lines around a table called?"""

from __future__ import annotations

from ycindic.render.words.wording import Pair

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
