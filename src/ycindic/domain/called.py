"""What do offices and portals call a basis, a stage, a bound, a multiple? One table for readers and for guesses.

All words are without blanks and in small letters.
"""

from ycindic.domain.model import Basis, Bound, Stage


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, in its order."""
    return tuple(text.split())


def meanings(**words: str) -> dict[str, str]:
    """Words by what they mean, turned round."""
    return {word: meaning for meaning, text in words.items() for word in words_of(text)}


BASIS_WORDS = {
    word: Basis(meaning)
    for word, meaning in meanings(
        ytd="""本年累计 本年度累计 本年止累计 本年止 本年至今 今年累计 年内累计 年累计 累计 累计值 累计数 累计额
            累计完成 自年初累计 自年初 年初至今 年初至本月 年初以来 本年以来 今年以来 1至本月 1-本月 1月至本月
            1月-本月 本月止累计 至本月累计 至本月止累计 ytd yeartodate year-to-date cumulative januarytodate
            accumulated cumulativetotal""",
        alone="""本月 当月 单月 本季度 本季 当季 当期 当月值 当季值 当期值 当月数 当季数 当期数 本月数 本季数
            当月完成 本月完成 本月实际 当月实际 alone monthly thismonth currentmonth thisquarter currentquarter
            singlemonth inthemonth inthequarter""",
        point="期末 月末 季末 年末 时点 期末值 期末数 月末数 年末数 季末数 时点数 末 底 point endofperiod",
    ).items()
}
"""Words that say what a figure covers."""

STAGE_WORDS = {
    word: Stage(meaning)
    for word, meaning in meanings(
        preliminary="""初步 初步数 初步核算 初步核算数 初步统计 初步统计数 快报 快报数 预 preliminary prel prel.
            provisional prov. p""",
        revised="修订 修订数 修正 修正数 revised r",
        final="最终 最终数 最终核实 最终核实数 核实数 年报 年报数 final",
    ).items()
}

TENS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
"""The multiples of Chinese numbers and units, as powers of ten."""


def power_of(multiple: str) -> int:
    """The power of ten of one multiple or of several in a row: 百万 is 6."""
    return sum(TENS[char] for char in multiple)


RETRACTED_WORDS = frozenset({"撤回", "作废"})

BOUND_WORDS = {
    word: Bound(meaning)
    for word, meaning in meanings(
        over="超过 超 突破 逾 > ≥ 多 余 以上", under="不足 近 接近 < ≤ 以下", about="约 大约 约为 左右 ~ ≈"
    ).items()
}
