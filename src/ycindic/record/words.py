"""What do the words of an office's table mean: a period, a basis, a column, a unit?"""

import re
import unicodedata
from typing import NamedTuple

from ycindic.domain.model import Basis
from ycindic.domain.period import Period, month_number, parse

NUMERALS = {"一": "1", "二": "2", "两": "2", "三": "3", "四": "4"}


def _table(**words: str) -> dict[str, str]:
    """Words by what they mean, turned round."""
    return {word: meaning for meaning, text in words.items() for word in text.split()}


BASIS_WORDS = {
    word: Basis(meaning)
    for word, meaning in _table(
        ytd="本年累计 累计 ytd 年初至今 1至本月",
        alone="本月 当月 单月 本季度 本季 当季 当期 alone",
        point="期末 月末 季末 年末 时点 末 底 point",
    ).items()
}
"""Words that say what a figure covers, the longer ones first."""

VALUE_WORDS = frozenset(
    _table(
        value="value 数值 值 数据 实际 实际值 实际数 完成 完成数 完成值 完成情况 实绩 数 总量 总额 "
        "绝对量 绝对额 绝对值 绝对数"
    )
)
"""Words beside a period or a basis that say only that figures stand below."""

RATE_WORDS = frozenset(
    _table(
        rate="同比 同比增长 同比增速 同比增幅 增长 增速 增幅 增长率 增长速度 比上年增长 比上年同期增长 比去年同期增长"
    )
)
"""Words of a column of per cent that says how the amounts beside it grew."""
RATE_ENDINGS = ("增长", "增速", "同比增长", "增长率", "增长速度")
"""How the indicator of such a rate is called: as the amount, with one of these behind it."""

COLUMN_WORDS = _table(
    indicator="indicator id 指标 指标名称 指标编号 编号 名称 项目 项目名称",
    period="period 时期 期间 期 月份 时间 报告期",
    basis="basis 口径",
    published="published 公布日期 发布日期 发布时间 公布时间",
    stage="stage 阶段 状态",
    bound="bound",
    source="source 来源 数据来源 资料来源",
    note="note 备注 说明 注",
    unit="unit 单位 计量单位",
) | {"序号": "-", "no": "-", "no.": "-", "#": "-"}
"""What a column is called; `-` is one that is left out without a word."""

STAGE_WORDS = _table(preliminary="初步 初步数 快报", revised="修订 修订数", final="最终 最终数 年报")

EMPTY = frozenset(["", *_table(empty="- -- … ... / \\ na n/a 未公布 待公布 暂无 无数据 无")])
"""What stands in a cell without a figure."""


def plain(text: str) -> str:
    """Full-width signs as plain ones, every kind of dash as one, no blanks, small letters."""
    text = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\u2010-\u2015\u2212~〜～]+", "-", "".join(text.split())).casefold()


class Heading(NamedTuple):
    """What a header says of the figures below it; `rest` are the words that were not understood.

    `spelled` tells that the period was not written as in our own files, so that a single month may be
    meant as the year so far; `yearless` that there is one which cannot be placed; `rate` that the
    figures are growth rates of those beside them.
    """

    period: Period | None = None
    basis: Basis | None = None
    unit: str = ""
    rest: str = ""
    spelled: bool = False
    values: bool = False
    yearless: bool = False
    rate: bool = False


class Found(NamedTuple):
    """A period in a text, and what is left of the text; a missing year is None in `period`."""

    period: Period | None
    rest: str
    spelled: bool


_YEAR = r"(?:(?P<y>(?:19|20|21)\d\d)年?度?)?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}(?P<a>\d{{1,2}})月?份?[-至到](?P<b>\d{{1,2}})月份?",
        rf"{_YEAR}前(?P<upto>[1-4一二两三四])(?:个)?季度?",
        rf"{_YEAR}第?(?P<quarter>[1-4一二三四])季度?",
        rf"{_YEAR}q(?P<quarter>[1-4])(?!\d)",
        rf"{_YEAR}(?P<half>上半年|下半年|h[12](?!\d))",
        rf"{_YEAR}前(?P<first>\d{{1,2}})个?月",
        rf"{_YEAR}(?P<a>\d{{1,2}})月份?",
        rf"{_YEAR}(?P<whole>全年)",
        r"(?<!\d)(?P<y>(?:19|20|21)\d\d)(?:年度?|(?!\d))",
    )
)
_ISO = re.compile(r"(?P<y>(?:19|20|21)\d\d)[-./](?P<a>\d{1,2})(?:[-./]\d{1,2})?(?!\d)")
_COMPACT = re.compile(r"(?P<y>(?:19|20|21)\d\d)(?P<a>\d\d)")


def find_period(text: str, year: int | None) -> Found | None:
    """The first period in a plain text; a year that is not written is the given one."""
    exact = parse(text.upper())
    if exact is not None:
        return Found(exact, "", spelled=False)
    for form in (_COMPACT, _ISO):
        match = form.fullmatch(text)
        if match:
            return Found(_months(int(match["y"]), int(match["a"]), int(match["a"])), "", spelled=True)
    for form in _FORMS:
        match = form.search(text)
        if match:
            rest = text[: match.start()] + text[match.end() :]
            said = {key: value for key, value in match.groupdict().items() if value}
            return Found(_spelled(said, year), rest, spelled=True)
    return None


def _spelled(said: dict[str, str], year: int | None) -> Period | None:
    of = int(said["y"]) if "y" in said else year
    if of is None:
        return None
    match {key: NUMERALS.get(value, value) for key, value in said.items() if key != "y"}:
        case {"a": first, "b": last}:
            return _months(of, int(first), int(last))
        case {"a": month}:
            return _months(of, int(month), int(month))
        case {"upto": quarter}:
            return _months(of, 1, int(quarter) * 3)
        case {"first": month}:
            return _months(of, 1, int(month))
        case {"quarter": quarter}:
            return _months(of, int(quarter) * 3 - 2, int(quarter) * 3)
        case {"half": half}:
            return _months(of, 1, 6) if half in ("上半年", "h1") else _months(of, 7, 12)
        case _:
            return _months(of, 1, 12)


def _months(year: int, first: int, last: int) -> Period | None:
    if not 1 <= first <= last <= 12:
        return None
    return Period(month_number(year, first), month_number(year, last))


def split_unit(text: str) -> tuple[str, str]:
    """A plain label and the unit in the brackets at its end."""
    match = re.search(r"\((?:单位:?)?([^()]{1,20})\)$", text)
    return (text[: match.start()], match[1]) if match else (text, "")


def table_unit(text: str) -> str:
    """The unit of `单位：万人`; nothing where several are listed."""
    match = re.fullmatch(r"\(?单位:([^:(),、]{1,12})\)?", text)
    return match[1] if match else ""


def heading(text: str, year: int | None) -> Heading:
    """What a header says, as far as it speaks of figures."""
    rest, unit = split_unit(plain(text))
    found = find_period(rest, year)
    period = found.period if found else None
    rest = found.rest if found else rest
    basis, values = None, False
    rest = rest.strip("()-_:,、/")
    for word, meaning in BASIS_WORDS.items():
        if rest.startswith(word) or rest.endswith(word):
            basis, rest = meaning, rest.removeprefix(word) if rest.startswith(word) else rest.removesuffix(word)
            break
    rest = rest.strip("()-_:,、/")
    per_cent = unit == "%" or rest.endswith("%")
    rate = per_cent and rest.removesuffix("%").removesuffix("±") in RATE_WORDS
    if rest in VALUE_WORDS or rate:
        rest, values = "", True
    if not unit and rest.startswith("单位:"):
        rest, unit = "", rest.removeprefix("单位:")
    values = values or found is not None or basis is not None
    yearless = found is not None and period is None
    return Heading(period, basis, unit, rest, found is not None, values, yearless, rate)


_ENUMERATION = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.]|\d{1,3}[、.)](?!\d)|\([一二三四五六七八九十\d]{1,3}\)|#|\*|·|•|其中[:：]?|-)+"
)


def label(text: str) -> str:
    """A row's name without its number in a list: `（一）城镇新增就业` is 城镇新增就业."""
    return _ENUMERATION.sub("", plain(text))
