"""Which registered indicator is the same series under another name (规上, 规模以上; 增长, 增速)?"""

import re
from unicodedata import normalize

from ycindic.domain.model import IndicatorId, Measure, Plan
from ycindic.record.draft.entries import DraftedEntry
from ycindic.record.tables.units import shift

_RATE = re.compile(r"(?:年均|同比)?(?:增长率|增长|增速|增幅|涨幅|下降|降低|降幅|变化)$")
_SAME = (
    (re.compile(r"规模以上"), "规上"),
    (re.compile(r"^(?:gdp|生产总值|经济)(?=$|增|年均)"), "地区生产总值"),
    (re.compile(r"^社零(?:总额)?(?=$|增)"), "社会消费品零售总额"),
    (re.compile(r"^固投(?=$|增)"), "固定资产投资"),
    (re.compile(r"^(居民消费价格)(?:总水平|指数)"), r"\1"),
)
"""Ways to write one name; whose figure it is (全国, 全省) always stays."""


def series_there(entry: DraftedEntry, plan: Plan) -> IndicatorId | None:
    """The one indicator that a new entry would register again; None where there is none, or more than one."""
    wanted = _series(entry.zh, rate=entry.measure is Measure.GROWTH)
    found = [
        key
        for key, one in plan.indicators.items()
        if _series(one.name.zh, rate=one.measure is Measure.GROWTH) == wanted
        and shift(entry.unit, one.unit, one.unit_en) is not None
    ]
    return found[0] if len(found) == 1 else None


def _series(name: str, *, rate: bool) -> tuple[str, bool]:
    text = "".join(normalize("NFKC", name).casefold().split())
    for pattern, usual in _SAME:
        text = pattern.sub(usual, text)
    return (_RATE.sub("", text) if rate or text.startswith("居民消费价格") else text), rate
