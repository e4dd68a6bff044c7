"""What does a table of targets say: a row a promise, its columns in any order, its headings in either language?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ycindic.domain.model import Better, Commitment, Every, Measure
from ycindic.domain.period import Period, parse
from ycindic.domain.problem import Code, Place, Problem
from ycindic.load.cells import narrow
from ycindic.record.grid import Grid
from ycindic.record.spoken import stretch

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "indicator", "target", "指标", "指标名称", "名称", "目标名称", "项目"),
    "name_en": ("name_en", "english", "英文名称", "英文"),
    "unit": ("unit", "单位", "计量单位"),
    "goal": ("goal", "value", "目标", "目标值", "目标任务", "年度目标", "计划"),
    "period": ("period", "year", "时期", "年份", "年度", "目标期"),
    "publisher": ("office", "publisher", "department", "责任单位", "发布单位", "牵头单位", "部门"),
    "section": ("section", "部分", "章节"),
    "measure": ("measure", "类型", "口径"),
    "better": ("better", "方向", "何者为优"),
    "commitment": ("commitment", "承诺程度", "性质"),
    "wording": ("wording", "报告原文", "原文"),
    "every": ("every", "frequency", "发布频率", "频率"),
    "day": ("day", "发布日"),
    "id": ("id", "编号", "指标编号"),
}
"""How people head a column; the first of each is the registry's own word."""
_MEASURES: Mapping[str, Measure] = {
    "累计量": Measure.FLOW,
    "累计数": Measure.FLOW,
    "增速": Measure.GROWTH,
    "累计同比": Measure.GROWTH,
    "存量": Measure.STOCK,
    "期末数": Measure.STOCK,
    "均值": Measure.MEAN,
    "平均数": Measure.MEAN,
    "事件数": Measure.EVENTS,
    "次数": Measure.EVENTS,
}
_COMMITMENTS = {"约束性": "binding", "确保": "firm", "预期性": "plain", "力争": "aspirational", "争取": "aspirational"}
_RHYTHMS = {
    "月": "month",
    "月度": "month",
    "季": "quarter",
    "季度": "quarter",
    "半年": "half",
    "年": "year",
    "年度": "year",
}
_DIRECTIONS = {"越高越好": "higher", "越低越好": "lower", "接近为好": "near"}
_NEEDED = ("name", "goal")


class RegisterRow(NamedTuple):
    """A row of the table, its cells by the registry's words, empty ones left out."""

    place: Place
    cells: Mapping[str, str]
    period: Period


def rows(grid: Grid, usual: Period | None, problems: list[Problem]) -> list[RegisterRow]:
    """The rows below the line of headings; what cannot be read is told with its place.

    `usual` is the period of a row that names none.
    """
    head, columns = _head(grid)
    missing = [word for word in _NEEDED if word not in columns]
    if missing:
        expected = ", ".join(f"{word} / {HEADINGS[word][3]}" for word in missing)
        problems.append(Problem(Place(grid.name, 1), Code.NO_TABLE, expected=expected))
        return []
    found = []
    for number in range(head + 1, len(grid.lines)):
        cells = {word: text for word, at in columns.items() if (text := grid.cells.get((number, at), "").strip())}
        if cells:
            row = _row(grid, number, cells, columns, usual, problems)
            found += [row] if row else []
    return found


def _head(grid: Grid) -> tuple[int, Mapping[str, int]]:
    """The line with the most known headings, the first of equal ones, and where each word's column is."""
    best: tuple[int, dict[str, int]] = (0, {})
    for number in range(min(len(grid.lines), 20)):
        columns: dict[str, int] = {}
        for at in range(grid.width):
            word = _WORDS.get("".join(narrow(grid.cells.get((number, at), "")).lower().split()))
            if word:
                columns.setdefault(word, at)
        best = max(best, (number, columns), key=lambda one: len(one[1]))
    return best


_WORDS = {heading: word for word, headings in HEADINGS.items() for heading in headings}


def _row(
    grid: Grid, number: int, cells: dict[str, str], columns: Mapping[str, int], usual: Period | None,
    problems: list[Problem],
) -> RegisterRow | None:  # fmt: skip
    place = grid.place(number, min(columns.values()))
    for word in _NEEDED:
        if word not in cells:
            problems.append(Problem(grid.place(number, columns[word]), Code.MISSING_KEY, expected=word))
            return None
    period = usual
    if "period" in cells:
        period = parse(cells["period"]) or stretch(cells["period"])
        if period is None:
            at = grid.place(number, columns["period"])
            problems.append(Problem(at, Code.BAD_PERIOD, seen=cells["period"], expected="2026, 2026-2030"))
            return None
    if period is None:
        problems.append(Problem(place, Code.MISSING_KEY, expected="period"))
        return None
    for word, choices in _CHOICES.items():
        if word in cells and not _chosen(cells, word, choices):
            at = grid.place(number, columns[word])
            problems.append(Problem(at, Code.BAD_CHOICE, seen=cells[word], expected=", ".join(choices)))
            return None
    wrong = _wrong_day(cells)
    if wrong:
        code, expected = wrong
        problems.append(Problem(grid.place(number, columns["day"]), code, seen=cells["day"], expected=expected))
        return None
    return RegisterRow(place, cells, period)


_DAYS = frozenset(str(day) for day in range(1, 32))


def _wrong_day(cells: dict[str, str]) -> tuple[Code, str] | None:
    """What is wrong with the day of release, which needs a rhythm; a good one stands in plain digits afterwards."""
    if "day" not in cells:
        return None
    day = narrow(cells["day"]).lstrip("0")
    if day not in _DAYS:
        return Code.BAD_NUMBER, "1-31"
    cells["day"] = day
    return None if "every" in cells else (Code.MISSING_KEY, "every")


_CHOICES: Mapping[str, Mapping[str, str]] = {
    "measure": {**{one.value: one.value for one in Measure}, **{zh: one.value for zh, one in _MEASURES.items()}},
    "commitment": {**{one.value: one.value for one in Commitment}, **_COMMITMENTS},
    "every": {**{one.value: one.value for one in Every}, **_RHYTHMS},
    "better": {**{one.value: one.value for one in Better}, **_DIRECTIONS},
}


def _chosen(cells: dict[str, str], word: str, choices: Mapping[str, str]) -> bool:
    """Put the registry's word in the place of what was typed, if it is one of the choices."""
    found = choices.get(cells[word].lower())
    if found:
        cells[word] = found
    return found is not None


def grids_of(grids: Sequence[Grid]) -> Iterator[Grid]:
    """The tables that hold targets; of a workbook with several sheets those that have the headings."""
    fitting = [grid for grid in grids if set(_NEEDED) <= set(_head(grid)[1])]
    yield from fitting or grids[:1]
