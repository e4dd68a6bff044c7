"""Which figures are a place in an order: 居全国第2位, 全省第一, 前三?"""

import re

from ycindic.domain.called import words_of
from ycindic.scan.seen import Seen

_FIELD = words_of(
    "全国 全省 全市 全县 全区 世界 全球 全疆 西部 中部 东部 华北 同类 居 位列 列 排名 排 排位 位次 "
    "名次 名列 升至 跃居 前移至 "
    "位 国内 省内 亚洲 跃升至 上升到 升到 提升至 升"
)
_NEAR = re.compile(r"(?:居|列|排|位|全国|全省|全市|全县|世界|全球)\w{0,6}$")
_END = frozenset({"", *words_of(", 。 ; 、 大 位 名 ) !")})
_ON = re.compile(r"(?:的|且|并|和|方面)")
_TOP = re.compile(
    r"(?:进入|跻身|入围|位列|位居)[^,。、]{0,12}前$|(?:全国|全省|全市|世界|全球|进入|进|居|列|位居|跻身|入围|排名)\w{0,4}前$"
)
_BARE = re.compile(r"(?:位居|居|位列|列|排名)[全省市国县区]{0,2}$")
_MOVED = re.compile(r"(?:前移|后移|上升|提升|下降|跃升|进位|跃进|提高)(?:了)?$")


def is_rank(seen: Seen) -> bool:
    """Whether a figure is a place in an order."""
    figure = seen.figure
    if figure.script not in "ac" or figure.value is None:
        return False
    if seen.before.endswith("第"):
        return _nth(seen)
    if seen.before.endswith("前") and figure.unit in ("", "名", "位", "强"):
        return _TOP.search(seen.lead) is not None
    if figure.unit in ("位", "名") and _BARE.search(seen.lead):
        return True
    return figure.unit == "位" and _MOVED.search(seen.before) is not None


def _nth(seen: Seen) -> bool:
    unit, stem = seen.figure.unit, seen.lead[:-1]
    if unit in ("位", "名"):
        return True
    if unit in ("", "大") and (stem.endswith(_FIELD) or _NEAR.search(stem)):
        ended = seen.tail[:1] in _END or _ON.match(seen.tail) is not None
        return ended or stem.endswith(("全球", "世界", "全国"))
    return unit == "" and seen.tail.startswith("大产业") and stem.endswith(("成为", "跃升为"))
