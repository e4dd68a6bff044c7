"""What does a table of targets say: a row a promise, its columns in any order, its headings in either language?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ycindic.domain.called import meanings
from ycindic.domain.model import Better, Commitment, Every, Measure
from ycindic.domain.period import Period, parse, year, year_of
from ycindic.domain.problem import Code, Place, Problem
from ycindic.load.cells import narrow
from ycindic.record.grid import Grid
from ycindic.record.spoken import deadline, stretch
from ycindic.record.tables.vocabulary import COLUMN_WORDS, OFFICE_COLUMNS, plain_word

_HEADINGS = meanings(
    name="""name indicator target 指标 指标名称 名称 目标名称 项目 项目名称 指标项 任务名称 工作任务 重点任务 事项
        工作内容""",
    name_en="name_en english 英文名称 英文 英文名",
    unit="unit 单位 计量单位",
    goal="""goal value 目标 目标值 目标任务 年度目标 计划 任务 计划数 目标数 目标任务数 任务数 任务目标 年度任务
        计划目标 计划任务""",
    period="period year 时期 期间 年份 年度 目标期 目标年份 目标年度 计划年度 考核年度 规划期",
    by="""by deadline 期限 时限 完成期限 完成时限 完成时间 完成日期 完成年限 完成节点 时间节点 截止时间 截止日期
        办结时限""",
    publisher="office publisher department 发布单位 部门",
    section="section 部分 章节",
    measure="measure 类型 口径",
    better="better 方向 何者为优",
    reference="reference against 对照指标 比较对象 对照",
    commitment="commitment 承诺程度 性质 指标性质 指标属性 属性",
    wording="wording 报告原文 原文",
    every="every frequency 发布频率 频率 频度",
    day="day 发布日",
    id="id 编号 指标编号",
) | dict.fromkeys(OFFICE_COLUMNS, "publisher")
"""How people head a column, and the registry's own word for it."""
_CHOICES: Mapping[str, Mapping[str, str]] = {
    "measure": {one.value: one.value for one in Measure}
    | meanings(
        flow="累计量 累计数", growth="增速 累计同比", stock="存量 期末数", mean="均值 平均数", events="事件数 次数"
    ),
    "commitment": {one.value: one.value for one in Commitment}
    | meanings(binding="约束性", firm="确保", plain="预期性", aspirational="力争 争取"),
    "every": {one.value: one.value for one in Every}
    | meanings(
        month="月 月度 每月 按月 月报 逐月",
        quarter="季 季度 每季度 每季 按季 季报 逐季",
        half="半年 每半年 半年度 半年报",
        year="年 年度 每年 按年 年报 逐年",
    ),
    "better": {one.value: one.value for one in Better} | meanings(higher="越高越好", lower="越低越好", near="接近为好"),
}
"""The words of a choice, and what people write for them."""
_NEEDED = {"name": "指标", "goal": "目标值"}
"""The columns that must be there, as a Chinese table heads them."""


class RegisterRow(NamedTuple):
    """A row of the table, its cells by the registry's words, empty ones left out."""

    place: Place
    cells: Mapping[str, str]
    period: Period


def rows(grid: Grid, usual: Period | None, of_registry: Period | None, problems: list[Problem]) -> list[RegisterRow]:
    """The rows below the line of headings; what cannot be read is told with its place.

    `usual` is the period of a row that names none; the whole year is that of the table, else `of_registry`.
    """
    head, columns = _head(grid)
    missing = [word for word in _NEEDED if word not in columns]
    if missing:
        expected = ", ".join(f"{word} / {_NEEDED[word]}" for word in missing)
        problems.append(Problem(Place(grid.name, 1), Code.NO_TARGETS, expected=expected))
        return []
    headed = _YEARLY.match(_plain(grid, head, columns["goal"]))
    usual = usual or (year(int(headed[1])) if headed else None)
    own = usual or _titled(grid, head) or of_registry
    found = []
    for line in _below(grid, head, columns):
        row = None if _is_total(line.cells) else _row(line, usual, own, problems)
        found += [row] if row else []
    return found


def lines_of_totals(grid: Grid) -> list[Place]:
    """The lines that add up others under no name of an indicator (小计, 合计): they promise nothing of their own."""
    head, columns = _head(grid)
    totals = (line.number for line in _below(grid, head, columns) if _is_total(line.cells))
    return [grid.place(number, columns.get("name", 0)) for number in totals]


_TOTALS = frozenset({"小计", "合计", "总计", "共计", "total", "subtotal", "sum"})


def _is_total(cells: Mapping[str, str]) -> bool:
    return "".join(narrow(cells.get("name", "")).lower().split()) in _TOTALS


def unused_columns(grid: Grid) -> list[str]:
    """The headings of columns that hold something and are none of ours; numbers of lines and the like are no loss."""
    head, columns = _head(grid)
    filled = {at for (line, at), text in grid.cells.items() if line > head and text.strip()}
    headings = [grid.cells.get((head, at), "").strip() for at in sorted(filled - set(columns.values()))]
    return [text for text in headings if text and COLUMN_WORDS.get(plain_word(text)) != "-"]


_YEARLY = re.compile(r"(\d{4})年度?")
_WHOLE_YEAR = frozenset({"全年", "当年", "本年", "本年度", "年内", "年底", "年底前", "年末", "年末前"})


def _titled(grid: Grid, head: int) -> Period | None:
    """The year that the lines above the headings name, if it is one."""
    above = {year_ for (line, _), text in grid.cells.items() if line < head for year_ in _YEARLY.findall(narrow(text))}
    return year(int(above.pop())) if len(above) == 1 else None


def _plain(grid: Grid, line: int, at: int) -> str:
    return "".join(narrow(grid.cells.get((line, at), "")).lower().split())


def _head(grid: Grid) -> tuple[int, Mapping[str, int]]:
    """The line with the most known headings, the first of equal ones, and where each word's column is."""
    best: tuple[int, dict[str, int]] = (0, {})
    for number in range(min(len(grid.lines), 20)):
        columns: dict[str, int] = {}
        for at in range(grid.width):
            heading = _plain(grid, number, at)
            word = _HEADINGS.get(heading) or _HEADINGS.get(_YEARLY.sub("", heading, count=1))
            if word:
                columns.setdefault(word, at)
        best = max(best, (number, columns), key=lambda one: len(one[1]))
    return best


class _Line(NamedTuple):
    """A line of the table, its cells by the registry's words."""

    grid: Grid
    number: int
    cells: dict[str, str]
    columns: Mapping[str, int]

    def fault(self, word: str, code: Code, expected: str = "") -> Problem:
        """A fault of a cell, or of the line where it has no such column."""
        at = self.columns.get(word, min(self.columns.values()))
        return Problem(self.grid.place(self.number, at), code, seen=self.cells.get(word, ""), expected=expected)


def _below(grid: Grid, head: int, columns: Mapping[str, int]) -> Iterator[_Line]:
    """The lines below the headings that hold something in a column of ours."""
    for number in range(head + 1, len(grid.lines)):
        cells = {word: text for word, at in columns.items() if (text := grid.cells.get((number, at), "").strip())}
        if cells:
            yield _Line(grid, number, cells, columns)


def _row(line: _Line, usual: Period | None, own: Period | None, problems: list[Problem]) -> RegisterRow | None:
    """What a line says, or all that is wrong with it."""
    cells = line.cells
    faults = [line.fault(word, Code.EMPTY_CELL) for word in _NEEDED if word not in cells]
    period = _when(cells, usual, own)
    if period is None:
        told = next((word for word in ("by", "period") if word in cells), "")
        forms = "2026, 2026-2030" if told == "period" else "2026-09-30, 9月底前"
        faults.append(line.fault(told, Code.BAD_PERIOD, forms) if told else line.fault("", Code.NO_PERIOD))
    for word, choices in _CHOICES.items():
        if word in cells and not _chosen(cells, word, choices):
            faults.append(line.fault(word, Code.BAD_CHOICE, ", ".join(choices)))
    wrong = _wrong_day(cells)
    if wrong:
        faults.append(line.fault("day", *wrong))
    problems += faults
    if faults or period is None:
        return None
    return RegisterRow(line.grid.place(line.number, min(line.columns.values())), cells, period)


def _when(cells: dict[str, str], usual: Period | None, own: Period | None) -> Period | None:
    """The period of a row; a deadline inside it stands as a day in its cells afterwards, one that is none as it was."""
    said, due = cells.get("period", ""), cells.pop("by", "")
    period = _period(said or due, own) if said or due else usual
    if not due:
        return period
    whole = period if said else own
    day = deadline(due, year_of(whole.first) if whole else None)
    if day is None:
        if period is None or period != _period(due, period):
            cells["by"] = due
            return None
        return period
    if not said:
        period = year(day.year)
    if period and day != period.end:
        cells["by"] = day.isoformat()
    return period


def _period(text: str, own: Period | None) -> Period | None:
    return own if narrow(text) in _WHOLE_YEAR else parse(text) or stretch(text)


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
