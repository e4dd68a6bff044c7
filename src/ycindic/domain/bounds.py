"""Which words beside a number say that it is a floor, a ceiling or about right?"""

import re
from collections.abc import Mapping

from ycindic.domain.called import words_of
from ycindic.domain.relation import Relation

WORDS_BEFORE: Mapping[Relation, tuple[str, ...]] = {
    Relation.AT_LEAST: words_of("不低于 不少于 至少 不小于 不短于 最低 不得低于 不得少于 起码 高出"),
    Relation.AT_MOST: words_of(
        """不超过 不高于 不突破 不多于 不大于 低于 小于 少于 不得超过 不得高于 最高 最多 至多 压减到 压缩到 降到 降至
        降低到 降低至 下降到 下降至 减少到 减至 减少至 缩短至 缩短到 缩减到 压缩至 压减至 回落到 回落至 控制到"""
    ),
    Relation.ABOUT: words_of("大约 约 约为 接近 将近 近 大概 力保 预计约 左右为"),
    Relation.MORE_THAN: words_of("超过 突破 超 高于 多于 大于 逾 越过 破 过 跨过 冲破 优于 跃过 跃上 迈上 站上 多达"),
}
WORDS_BEHIND: Mapping[Relation, tuple[str, ...]] = {
    Relation.ABOUT: ("左右", "上下", "前后"),
    Relation.AT_LEAST: ("以上", "及以上", "之上", "起"),
    Relation.AT_MOST: ("以内", "以下", "之内", "及以下", "之下", "内"),
}
"""The words before and behind a number, by how they bind it."""

_NUMERAL = "[0-9二两三四五六七八九十百千]"
_FLOOR = re.compile(
    rf"(?:{'|'.join((*WORDS_BEFORE[Relation.AT_LEAST], *WORDS_BEFORE[Relation.MORE_THAN]))}){_NUMERAL}"
    rf"|{_NUMERAL}[^,，。;；、]{{0,5}}?(?<!规模)(?<!限额)(?:{'|'.join(WORDS_BEHIND[Relation.AT_LEAST])})"
    r"|≥|at least|or more|more than|no less than|\bover\b"
)


def is_bare(wording: str) -> bool:
    """Whether a promise names its number without a word for a floor, as 城镇新增就业5万人 does."""
    return re.search(_NUMERAL, wording) is not None and _FLOOR.search(wording) is None
