"""Tables in English: units, bases and growth as statistics offices call them, across or down."""

from __future__ import annotations

from record.office import crossed, spelling
from record.office.crossed import Column, Role, Row
from record.office.dice import Dice
from record.office.economy import LAST_MONTH, STRANGERS, Place, Span, alone, so_far
from record.office.sheet import Cell, Sheet, texts
from record.office.table import Table
from record.office.written import Form

MONTHS = spelling.ENGLISH
UNITS = {
    "亿元": (
        ("100 million yuan", 0), ("RMB 100 million", 0), ("billion yuan", -1), ("RMB bn", -1), ("million yuan", 2),
        ("RMB million", 2), ("10,000 yuan", 4), ("CNY mn", 2), ("yuan bn", -1), ("hundred million yuan", 0),
    ),
    "万人": (("10k persons", 0), ("10,000 persons", 0), ("thousand persons", 1), ("persons", 4), ("jobs", 4),
        ("10k jobs", 0), ("thousand jobs", 1), ("people", 4)),
    "万人次": (("visits", 4), ("10,000 visits", 0), ("million visits", -2), ("thousand visits", 1)),
    "亿千瓦时": (("billion kWh", -1), ("100 million kWh", 0), ("million kWh", 2), ("bn kWh", -1)),
    "元": (("yuan", 0), ("RMB", 0), ("CNY", 0)),
    "公里": (("km", 0), ("kilometres", 0), ("Km", 0)),
    "套": (("homes", 0), ("home", 0), ("Homes", 0)),
    "家": (("firms", 0), ("firm", 0), ("Firms", 0)),
    "个": (("platforms", 0), ("platform", 0)),
    "%": (("%", 0), ("per cent", 0), ("percent", 0)),
}  # fmt: skip
"""How a registered unit is called in English, with the power of ten by which its figures are larger."""
MONTH_WORDS = ("This month", "Month", "Monthly", "Current month", "In the month")
SO_FAR_WORDS = ("Year to date", "YTD", "Cumulative", "Year-to-date", "Cumulative total")
GROWTH_WORDS = (
    "YoY (%)", "Growth (%)", "Year-on-year growth (%)", "% change on a year earlier", "y/y, %", "Change on year (%)",
    "Y-o-Y %",
)  # fmt: skip
LAST_YEAR = ("Same period last year", "Same period of previous year", "A year earlier")
ASIDES = ("Target", "Annual plan", "% of annual target", "Rank", "Share (%)", "MoM (%)", "Change (percentage points)",
    "Remarks", "2026 target", "Contribution (pp)")  # fmt: skip
NOTES = (
    "Note: figures are preliminary.", "Source: Municipal statistics bureau", "p preliminary, r revised",
    "Notes: 1. Growth in real terms.", "… not available", "* at comparable prices", "Figures may not add up.",
)  # fmt: skip
FLAGS = ("p", " p", "r", " r", "(p)", "*", " *", "(r)", " e")


def table(dice: Dice, place: Place) -> Table:
    """A table of one month, of several years, of months down, or of one indicator across and down."""
    layout = dice.pick(release, release, years, down, crosswise)
    made = layout(dice, place)
    _around(dice, made)
    _flagged(dice, made)
    forms = [one for one in Form if one is not Form.SEMICOLON]
    return Table(f"english, {layout.__name__}", place, made, made.facts(), form=dice.choice(forms))


def _rows(dice: Dice, place: Place, count: int, *, monthly: bool = True) -> list[Row]:
    found = []
    for one in place.indicators.values():
        if (monthly and one.every == "quarter") or one.unit not in UNITS or one.measure == "growth":
            continue
        unit, power = dice.choice([pair for pair in UNITS[one.unit] if _told_so(one.id, pair[0])])
        found.append(Row(one.en, one, place.rate(one), unit, power, grows=one))
    dice.shuffle(found)
    return found[:count]


def _told_so(indicator: str, unit: str) -> bool:
    return "job" not in unit or indicator == "jobs"


def _strangers(dice: Dice) -> list[Row]:
    some = dice.sample(STRANGERS, dice.pick(0, 0, 1, 2))
    return [Row(one.en, one, None, "", known=False, grows=one) for one in some]


def _labelled(dice: Dice, row: Row, where: str) -> str:
    if where == "brackets" and row.unit:
        return f"{row.label}{dice.pick(' ', '', ' ')}({row.unit})"
    if where == "comma" and row.unit:
        return f"{row.label}, {row.unit}"
    return row.label


def _ways(rows: list[Row]) -> list[str]:
    """Where units may stand: above the table or in the heading only where all rows have the same."""
    one_unit = len({row.unit for row in rows if row.known}) == 1 and all(row.known for row in rows)
    return ["brackets", "brackets", "column", "column", "comma", *(("above", "above") if one_unit else ())]


def _across(dice: Dice, place: Place, rows: list[Row], columns: list[Column]) -> Sheet:
    where, grouped = dice.choice(_ways(rows)), dice.chance(0.6)
    lines = max(len(one.heading) for one in columns)
    corner = dice.pick("Indicator", "Item", "Series", "Indicators", "")
    heading = [texts(corner if not line else "") for line in range(lines)]
    if where == "column":
        for line, cells in enumerate(heading):
            cells.append(Cell(dice.pick("Unit", "Units") if not line else ""))
    for column in columns:
        for line, cells in enumerate(heading):
            cells.append(Cell(column.heading[line] if line < len(column.heading) else ""))
    body = []
    for row in rows:
        cells = [Cell(_labelled(dice, row, where)), *([Cell(row.unit)] if where == "column" else [])]
        body.append([*cells, *(crossed.told(dice, place, row, one, grouped=grouped) for one in columns)])
    sheet = Sheet([*heading, *body])
    if lines > 1:
        sheet.join_heading(lines)
    if where == "above":
        unit = next(row.unit for row in rows)
        sheet.put_above([[*texts(*[""] * dice.pick(0, 0, sheet.width - 1)), Cell(f"Unit: {unit}")]])
    return sheet


def release(dice: Dice, place: Place) -> Sheet:
    """A month and the year so far, with growth, the year before, and columns of other things."""
    month = dice.randint(2023 * 12, LAST_MONTH)
    span = so_far(month // 12, month % 12 + 1)
    name, short = MONTHS[span.month - 1], MONTHS[span.month - 1][:3]
    single, growth = alone(span.year, span.month), dice.choice(GROWTH_WORDS)
    words = [f"January-{name} {span.year}", f"Jan–{short} {span.year}", f"Jan-{short} {span.year}"]
    words += {3: [f"Q1 {span.year}"], 6: [f"H1 {span.year}"], 12: [f"{span.year}"]}.get(span.month, [])
    whole = dice.choice(words) if span.month > 1 else f"January {span.year}"
    title, columns = dice.pick(
        ("", [Column((whole,), span=span), Column((growth,), Role.GROWTH, span)]),
        ("", [Column((whole,), span=span), Column((growth,), Role.GROWTH, span),
              Column((dice.choice(LAST_YEAR),), span=so_far(span.year - 1, span.month))]),
        (f"{name} {span.year}", [Column((dice.choice(MONTH_WORDS),), span=single),
                                 Column((dice.choice(SO_FAR_WORDS),), span=span),
                                 Column((growth,), Role.GROWTH, span)]),
        (f"{name} {span.year}", [Column((dice.choice(MONTH_WORDS[:1]), "Value"), span=single),
                                 Column((MONTH_WORDS[0], growth), Role.GROWTH, single),
                                 Column((SO_FAR_WORDS[0], "Value"), span=span),
                                 Column((SO_FAR_WORDS[0], growth), Role.GROWTH, span)]),
        (f"{whole}", [Column((dice.pick("Value", "Actual", "Amount"),), span=span),
                      Column((growth,), Role.GROWTH, span)]),
    )  # fmt: skip
    if len(columns[0].heading) == 1 and dice.chance(0.3):
        columns = [*columns, Column((dice.choice(ASIDES),), Role.ASIDE, aside=(1, 90, 1))]
    rows = [*_rows(dice, place, dice.randint(2, 6), monthly=True), *_strangers(dice)]
    dice.shuffle(rows)
    sheet = _across(dice, place, rows, columns)
    if title:
        subject = dice.pick("Main economic indicators", "Key indicators", "Economic statistics")
        sheet.put_above([texts(dice.pick(f"{subject}, {title}", f"{title}: {subject}", f"{subject} ({title})"))])
    elif dice.chance(0.4):
        sheet.put_above([texts("Main economic indicators")])
    return sheet


def years(dice: Dice, place: Place) -> Sheet:
    """Whole years side by side."""
    last = dice.randint(2023, 2025)
    ending = dice.pick("", "", " actual")
    spans = [so_far(one, 12) for one in range(last - dice.randint(1, 3), last + 1)]
    columns = [Column((f"{one.year}{ending}",), span=one) for one in spans]
    if dice.chance(0.5):
        columns.append(Column((dice.choice(GROWTH_WORDS),), Role.GROWTH, spans[-1]))
    return _across(dice, place, [*_rows(dice, place, 6, monthly=False), *_strangers(dice)], columns)


def down(dice: Dice, place: Place) -> Sheet:
    """Months so far, quarters so far or years down a column, indicators beside each other, units in their headings."""
    year, way = dice.randint(2023, 2025), dice.pick("spans", "years", "quarters")
    rows = _rows(dice, place, dice.randint(1, 4), monthly=way == "spans")
    months = range(2, dice.randint(4, 12))
    times = {
        "spans": [(f"Jan-{MONTHS[one - 1][:3]} {year}", so_far(year, one)) for one in months],
        "years": [(str(one), so_far(one, 12)) for one in range(year - 2, year + 1)],
        "quarters": [(f"{word} {year}", so_far(year, one)) for word, one in (("Q1", 3), ("H1", 6))],
    }[way]
    return _down(dice, place, rows, times)


def _down(dice: Dice, place: Place, rows: list[Row], times: list[tuple[str, Span]]) -> Sheet:
    grouped, corner = dice.chance(0.5), dice.pick("Period", "Time", "period", "Date")
    where = dice.pick("brackets", "brackets", "line", "comma")
    heads = [Cell(corner), *(Cell(_labelled(dice, one, where)) for one in rows)]
    lines = [heads]
    if where == "line":
        lines.append([Cell("Unit"), *(Cell(one.unit) for one in rows)])
    body = [
        [Cell(label), *(crossed.told(dice, place, one, Column((), span=span), grouped=grouped) for one in rows)]
        for label, span in times
    ]
    return Sheet([*lines, *body])


def crosswise(dice: Dice, place: Place) -> Sheet:
    """One indicator in the title, quarters or months so far across, years down."""
    row = dice.choice(_rows(dice, place, 9, monthly=False))
    last = dice.randint(2023, 2025)
    spans = [("Q1", 3), ("H1", 6), ("Jan-Sep", 9), ("Full year", 12)]
    chosen = spans[: dice.randint(2, 3)]
    lines = [
        [Cell(str(year)), *(crossed.told(dice, place, row, Column((), span=so_far(year, one)), grouped=False)
                            for _, one in chosen)]
        for year in range(last - 2, last + 1)
    ]  # fmt: skip
    sheet = Sheet([texts("Year", *(word for word, _ in chosen)), *lines])
    if dice.chance(0.5):
        sheet.put_above([texts(f"{row.label} ({row.unit})" if row.unit else row.label)])
    else:
        sheet.put_above([texts(row.label), texts(f"Unit: {row.unit}")])
    return sheet


def _around(dice: Dice, sheet: Sheet) -> None:
    """Notes below, a total of nothing that anybody registered, blank lines."""
    if dice.chance(0.2):
        sheet.rows.append([Cell()])
    for note in dice.sample(NOTES, dice.pick(0, 1, 2)):
        sheet.rows.append([Cell(note)])


def _flagged(dice: Dice, sheet: Sheet) -> None:
    """Marks behind some figures."""
    if not dice.chance(0.3):
        return
    mark = dice.choice(FLAGS)
    for row in sheet.rows:
        for place, cell in enumerate(row):
            if cell.stored is not None and dice.chance(0.3):
                row[place] = cell._replace(text=f"{cell.text}{mark}", stored=None, format="")
