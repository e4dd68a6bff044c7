"""Which habits of offices can any table have: marks, hidden lines, sub-rows, formats, other ways to write a number?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from record.office.dice import Dice
from record.office.sheet import EMPTY, Cell, Merge, Sheet, texts
from record.office.table import Table
from record.office.written import Form

WORKBOOKS = (Form.XLSX, Form.OTHER_XLSX, Form.ODS)
COMMAS = (Form.UTF8, Form.BOM, Form.GB)


def quirk(dice: Dice, table: Table) -> Table:
    """The table with one habit more; what it says stays what can be seen."""
    habit = dice.choice(HABITS)
    changed = habit(dice, table)
    if changed is None:
        return table
    return changed._replace(habit=habit.__name__.replace("_", " "), facts=changed.sheet.facts())


def numbers(sheet: Sheet, *, rates: bool | None = None) -> list[tuple[int, int]]:
    """The places of all figures, of rates only, or of all but rates."""
    return [
        (number, column)
        for number, row in enumerate(sheet.rows)
        for column, cell in enumerate(row)
        if isinstance(cell.stored, Decimal) and (rates is None or (cell.unit == "%") is rates)
    ]


def change(sheet: Sheet, places: list[tuple[int, int]], change: Callable[[Cell], Cell]) -> None:
    for row, column in places:
        sheet.rows[row][column] = change(sheet.rows[row][column])


def _seen(cell: Cell, text: str) -> Cell:
    """A cell that is text and no number."""
    return cell._replace(text=text, stored=None, format="")


def marks_of_status(dice: Dice, table: Table) -> Table:
    """5.4p, 5.4 *, 5.4(预): the figure is 5.4."""
    mark = dice.pick("p", " p", "*", " *", "(预)", "（初步）", " r", "(p)", "(r)", "e", "①", "[1]", "†", "#")
    places = numbers(table.sheet)
    change(table.sheet, dice.sample(places, max(1, len(places) // 3)), lambda one: _seen(one, f"{one.text}{mark}"))
    return table


def raised_marks(dice: Dice, table: Table) -> Table:
    """A raised 1 behind 5.4 is a note."""
    mark = dice.pick("1", "2", "1)", "①", "*", "a", "p", "12")
    places = numbers(table.sheet)
    change(
        table.sheet,
        dice.sample(places, max(1, len(places) // 4)),
        lambda one: _seen(one, one.text)._replace(raised=mark),
    )
    return table._replace(form=dice.pick(Form.XLSX, Form.ODS))


def raised_marks_at_names(dice: Dice, table: Table) -> Table:
    """A note mark behind a name: ①, *, [1], or a raised figure."""
    mark = dice.pick("①", "*", "[1]", "②", "※")
    for row in table.sheet.rows:
        if row and row[0].text and any(one.stored is not None for one in row) and dice.chance(0.4):
            row[0] = row[0]._replace(text=f"{row[0].text}{mark}")
    return table


def per_cent_cells(dice: Dice, table: Table) -> Table | None:
    """A rate of 5.4 stored as 0.054 and shown as 5.4%."""
    places = numbers(table.sheet, rates=True)
    if not places:
        return None

    def other(cell: Cell) -> Cell:
        assert isinstance(cell.stored, Decimal)
        return cell._replace(text=f"{cell.text}%", stored=cell.stored / 100, format=f"{cell.format}%")

    change(table.sheet, places, other)
    return table


def more_digits_than_shown(dice: Dice, table: Table) -> Table:
    """A computed cell: 5.3978 shown as 5.4."""

    def other(cell: Cell) -> Cell:
        assert isinstance(cell.stored, Decimal)
        step = Decimal(1).scaleb(cell.stored.as_tuple().exponent)
        return cell._replace(stored=cell.stored + step * Decimal(repr(round(dice.uniform(-0.4, 0.4), 3))))

    change(table.sheet, numbers(table.sheet), other)
    return table._replace(form=dice.choice(WORKBOOKS))


def units_in_the_format(dice: Dice, table: Table) -> Table | None:
    """A number that is shown with its unit."""
    places = [one for one in numbers(table.sheet, rates=False) if table.sheet.rows[one[0]][one[1]].unit]
    if not places:
        return None
    change(
        table.sheet, places, lambda one: one._replace(text=f"{one.text}{one.unit}", format=f'{one.format}"{one.unit}"')
    )
    return table._replace(form=dice.choice(WORKBOOKS))


def numbers_as_text(dice: Dice, table: Table) -> Table:
    """A workbook whose figures are text."""
    change(table.sheet, numbers(table.sheet), lambda one: _seen(one, one.text))
    return table._replace(form=dice.choice(WORKBOOKS))


def full_width(dice: Dice, table: Table) -> Table:
    """Full-width digits, and a minus of typography."""
    wide = str.maketrans({**{chr(48 + one): chr(0xFF10 + one) for one in range(10)}, ".": "．", "-": "－"})
    whole = dice.chance(0.5)
    typed = {ord("-"): "−"}
    change(table.sheet, numbers(table.sheet), lambda one: _seen(one, one.text.translate(wide if whole else typed)))
    return table


def decimal_commas(dice: Dice, table: Table) -> Table | None:
    """A semicolon file whose decimals stand behind commas; some figure proves it."""
    places = numbers(table.sheet)
    shown = [table.sheet.rows[row][column].text for row, column in places]
    if not any("." in one and len(one.rpartition(".")[2]) in (1, 2) for one in shown) or any(
        "," in one for one in shown
    ):
        return None
    thousands = dice.pick("", "", ".", " ")

    def other(cell: Cell) -> Cell:
        assert isinstance(cell.stored, Decimal)
        grouped = f"{cell.stored:,f}"
        return _seen(cell, grouped.replace(",", "\0").replace(".", ",").replace("\0", thousands))

    if thousands == "." and not any(abs(table.sheet.rows[row][column].stored or 0) >= 1000 for row, column in places):
        thousands = ""
    change(table.sheet, places, other)
    return table._replace(form=Form.SEMICOLON)


def spaces_between_thousands(dice: Dice, table: Table) -> Table:
    space = dice.pick(" ", "\u00a0", "\u202f", "\u2009")
    change(table.sheet, numbers(table.sheet), lambda one: _seen(one, f"{one.stored:,f}".replace(",", space)))
    return table


def hidden_rows(dice: Dice, table: Table) -> Table:
    """A row that cannot be seen says nothing; it may be filtered away."""
    rows = sorted({row for row, _ in numbers(table.sheet)})
    if len(rows) > 2:
        table.sheet.hidden_rows = set(dice.sample(rows, dice.randint(1, max(1, len(rows) // 3))))
        table.sheet.filtered = dice.chance(0.3) and not table.sheet.merges
    return table._replace(form=Form.XLSX if table.sheet.filtered else dice.choice(WORKBOOKS))


def empty_margin(dice: Dice, table: Table) -> Table:
    """The table begins in the second column, some lines down."""
    sheet = table.sheet
    right = dice.randint(0, 2)
    sheet.rows = [[*[EMPTY] * right, *row] for row in sheet.rows]
    sheet.merges = [Merge(one.top, one.left + right, one.bottom, one.right + right) for one in sheet.merges]
    sheet.put_above([[EMPTY] for _ in range(dice.randint(0, 3))])
    return table


def merged_title(dice: Dice, table: Table) -> Table:
    """A title merged over the whole width."""
    first = table.sheet.rows[0]
    if sum(bool(one.text) for one in first) == 1 and first[0].text and table.sheet.width > 1:
        first += [EMPTY] * (table.sheet.width - len(first))
        table.sheet.merges.append(Merge(0, 0, 0, table.sheet.width - 1))
    return table._replace(form=dice.choice(WORKBOOKS))


def a_column_of_remarks(dice: Dice, table: Table) -> Table | None:
    """备注 behind all others, mostly empty."""
    lines = sorted({row for row, _ in numbers(table.sheet)})
    head = lines[0] - 1
    width = len(table.sheet.rows[head])
    if any(len(table.sheet.rows[row]) != width for row in lines) or table.sheet.rows[head][-1].text == "":
        return None
    table.sheet.rows[head].append(Cell(dice.pick("备注", "说明", "责任单位", "数据来源")))
    for row in lines:
        table.sheet.rows[row].append(Cell(dice.pick("", "", "初步数", "市统计局", "快报", "见附注1", "2023年为调整数")))
    return table


def sub_rows_of_strangers(dice: Dice, table: Table) -> Table | None:
    """其中： and indented rows that nobody has registered."""
    lines = sorted({row for row, _ in numbers(table.sheet)})
    if not _tells_rows(table):
        return None
    names = (
        "汽车类",
        "房地产开发投资",
        "限额以上网上零售额",
        "中央",
        "高校毕业生",
        "第二产业",
        "税收",
        "住户存款",
        "中小企业",
    )
    for row in sorted(dice.sample(lines, min(len(lines), 2)), reverse=True):
        way = dice.pick("其中：{}", "  其中:{}", "　　{}", "#{}", "    {}", "其中: {}", "　　#{}")
        line = [
            _part(one, dice) if isinstance(one.stored, Decimal) else Cell(one.text) for one in table.sheet.rows[row][1:]
        ]
        table.sheet.rows.insert(row + 1, [Cell(way.format(dice.choice(names))), *line])
        down = [
            Merge(*(one + 1 if place in (0, 2) else one for place, one in enumerate(m))) if m.top > row else m
            for m in table.sheet.merges
        ]
        table.sheet.merges = down
    return table


def section_rows(dice: Dice, table: Table) -> Table | None:
    """一、工业 above its indicators, without figures."""
    lines = sorted({row for row, _ in numbers(table.sheet)})
    if not _tells_rows(table) or any(row.top > lines[0] for row in table.sheet.merges):
        return None
    table.sheet.rows.insert(lines[0], texts(dice.pick("一、综合", "一、经济", "(一)总量", "经济增长")))
    if len(lines) > 2:
        table.sheet.rows.insert(lines[2] + 1, texts(dice.pick("二、民生", "二、社会", "(二)结构", "社会民生")))
    return table


def headings_again(dice: Dice, table: Table) -> Table | None:
    """A second page with its heading once more."""
    lines = sorted({row for row, _ in numbers(table.sheet)})
    if len(lines) < 3 or table.sheet.merges or lines != list(range(lines[0], lines[-1] + 1)):
        return None
    head = next((row for row in range(lines[0]) if sum(bool(one.text) for one in table.sheet.rows[row]) > 1), None)
    if head is None:
        return None
    again = [list(row) for row in table.sheet.rows[head : lines[0]]]
    middle = lines[len(lines) // 2]
    above = [[EMPTY], texts("续表")] if dice.chance(0.5) else []
    table.sheet.rows[middle:middle] = [*above, *again]
    return table


def months_as_dates(dice: Dice, table: Table) -> Table | None:
    """Months that a workbook stores as days and shows as months."""
    found = False
    for row in table.sheet.rows:
        for column, cell in enumerate(row):
            shown = _month(cell.text)
            if shown is not None:
                found = True
                row[column] = cell._replace(stored=shown, format='yyyy"年"m"月"')
    return table._replace(form=dice.choice(WORKBOOKS)) if found else None


def years_as_dates(dice: Dice, table: Table) -> Table | None:
    """Years that a workbook stores as a day and shows as a year."""
    found = False
    for row in table.sheet.rows:
        for column, cell in enumerate(row):
            if cell.stored is None and len(cell.text) == 5 and cell.text[:4].isdecimal() and cell.text.endswith("年"):
                found = True
                row[column] = cell._replace(
                    stored=date(int(cell.text[:4]), dice.pick(1, 1, 12, 6), 1), format='yyyy"年"'
                )
    return table._replace(form=dice.choice(WORKBOOKS)) if found else None


def other_spaces(dice: Dice, table: Table) -> Table:
    """Names and headings with spaces and line breaks inside, as narrow columns have them."""
    gap = dice.pick("\n", " ", "　")
    for row in table.sheet.rows:
        for column, cell in enumerate(row):
            if cell.stored is None and 3 < len(cell.text) < 14 and not cell.text.isascii() and dice.chance(0.3):
                cut = dice.randint(1, len(cell.text) - 1)
                if cell.text[cut - 1].isdecimal() or cell.text[cut].isdecimal():
                    continue
                row[column] = cell._replace(text=f"{cell.text[:cut]}{gap}{cell.text[cut:]}")
    return table


def _month(text: str) -> date | None:
    year, sign, rest = text.partition("年")
    month, ending, behind = rest.partition("月")
    plain = sign and ending and not behind and year.isdecimal() and month.isdecimal() and len(year) == 4
    return date(int(year), int(month), 1) if plain else None


def _tells_rows(table: Table) -> bool:
    """Whether names stand in the first column and periods above."""
    return table.kind.startswith(("release", "across"))


def _part(cell: Cell, dice: Dice) -> Cell:
    assert isinstance(cell.stored, Decimal)
    share = Decimal(repr(dice.uniform(0.2, 0.8)))
    value = (cell.stored * share).quantize(cell.stored)
    return Cell(format(value, "f"), value, cell.format, unit=cell.unit)


HABITS: tuple[Callable[[Dice, Table], Table | None], ...] = (
    marks_of_status,
    raised_marks,
    raised_marks_at_names,
    per_cent_cells,
    more_digits_than_shown,
    units_in_the_format,
    numbers_as_text,
    full_width,
    decimal_commas,
    spaces_between_thousands,
    hidden_rows,
    empty_margin,
    merged_title,
    a_column_of_remarks,
    sub_rows_of_strangers,
    section_rows,
    headings_again,
    months_as_dates,
    years_as_dates,
    other_spaces,
)
