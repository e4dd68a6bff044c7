"""Does a heading say that the figures below are shares of a year's plan, and no figures of ours?"""

from __future__ import annotations

import re

from ycindic.record.tables.vocabulary import plain_word

_YEAR = "(?:全年|年度|当年|年初|本年|年)"
_PLAN = "(?:计划|目标|任务|预算)"
_DONE = "(?:完成|占|为|达到?|相当于|实现)"
_RATE = "(?:百分比|百分数|比例|比重|比率|比|率|进度|程度|%)"
_ENGLISH_PLAN = "(?:plan|target|budget|goal|task|objective)s?"
_ENGLISH_DONE = "(?:completed|completion|fulfilled|fulfilment|fulfillment|achieved|achievement|execution|done|met)"
_ENGLISH_RATE = "(?:%|percent|percentage|pct|share|rate)"
_SHARES = tuple(
    re.compile(one)
    for one in (
        f"{_DONE}[^%]{{0,6}}{_YEAR}[^%]{{0,6}}{_PLAN}?(?:数|额|量|指标)?的?{_RATE}*$",
        f"{_DONE}[^%]{{0,10}}{_PLAN}(?:数|额|量|指标)?的?{_RATE}+$",
        f"{_PLAN}(?:数|额|量|指标)?的?(?:已|累计)?(?:完成|执行|实现)?{_RATE}+$",
        f"{_YEAR}(?:已|累计)?(?:完成|执行|实现)?(?:百分比|比例|率|进度)%*$",
        f"^(?:as)?(?:a|an|the)?{_ENGLISH_RATE}of(?:the)?.{{0,24}}{_ENGLISH_PLAN}(?:{_ENGLISH_DONE})?$",
        f"^{_ENGLISH_RATE}?{_ENGLISH_DONE}(?:of|against)(?:the)?.{{0,24}}{_ENGLISH_PLAN}{_ENGLISH_RATE}?$",
        f"{_ENGLISH_PLAN}{_ENGLISH_DONE}?{_ENGLISH_RATE}+$",
    )
)


def is_plan_share(heading: str) -> bool:
    """Whether a cell of a heading says so: 完成全年（%）, 占年初预算比重, % of annual plan."""
    text = re.sub(r"[()\[\],:;、'’]", "", plain_word(heading))
    return any(one.search(text) for one in _SHARES)
