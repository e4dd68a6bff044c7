"""Which tables must not get in as they stand: slips of size, of dates, of convention, and words against each other?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from record.office import assembled, crossed, dressed, quirks, release, spelling
from record.office.crossed import Column, Role, Row
from record.office.dice import Dice
from record.office.economy import LAST_MONTH, Fact, Place, Span, alone, so_far
from record.office.sheet import Cell, Sheet, texts
from record.office.table import Sense, Table
from record.office.written import Form


def table(dice: Dice, place: Place) -> Table:
    """A table with a slip; its other figures may come in."""
    slip = dice.choice(SLIPS)
    made = slip(dice, place)
    question = slip.__name__.replace("_", " ")
    return made._replace(kind="faulty", sense=Sense.NONE, question=question, facts={}, maybe=made.maybe)


def _span(dice: Dice, first: int = 2) -> Span:
    year = dice.randint(2023, 2025)
    return so_far(year, dice.randint(first, 12))


def _release(
    dice: Dice, place: Place, span: Span, columns: list[Column], when: str, rows: list[Row] | None = None
) -> Table:
    rows = rows or crossed.rows_of(dice, place, dice.randint(3, 8))
    sheet, look = assembled.across(dice, place, rows, columns)
    unit = next((one.unit for one in rows if one.amount), "") if look.units == "above" else ""
    dressed.dress(dice, sheet, dressed.Dress(when, span, unit))
    form = dice.choice(list(Form))
    return Table("", place, sheet, sheet.facts(), form=form, maybe=sheet.facts())


def _usual(dice: Dice, place: Place) -> Table:
    span = _span(dice)
    when, columns = dice.pick(release.value_of_the_title, release.last_year_in_between, release.running_in_the_heading)(
        dice, span
    )
    return _release(dice, place, span, columns, when)


def _rates(dice: Dice, place: Place, change: Callable[[Decimal], Decimal]) -> Table:
    """A table whose rates are all told on another scale; its amounts are right."""
    made = _usual(dice, place)
    cells = {one: made.sheet.rows[one[0]][one[1]] for one in quirks.numbers(made.sheet, rates=True)}
    rises = (
        one for one, cell in cells.items() if not cell.fact or cell.fact[0].indicator.endswith(("growth", "prices"))
    )
    rates = list(rises)

    def other(cell: Cell) -> Cell:
        assert isinstance(cell.stored, Decimal)
        return crossed.plain(change(cell.stored))

    quirks.change(made.sheet, rates, other)
    return made._replace(maybe=made.sheet.facts())


def fractions_for_per_cents(dice: Dice, place: Place) -> Table:
    return _rates(dice, place, lambda one: one / 100)


def indices_for_rises(dice: Dice, place: Place) -> Table:
    return _rates(dice, place, lambda one: one + 100)


def ten_thousands_for_hundred_millions(dice: Dice, place: Place) -> Table:
    """Every amount in 万元 where 亿元 is registered, and no word of it."""
    span = _span(dice)
    when = spelling.year_so_far(dice, span, year=True)
    rows = [
        one
        for one in crossed.rows_of(dice, place, 99, every_quarter=span.month % 3 == 0)
        if one.amount and one.amount.unit == "亿元"
    ]
    rows = [one._replace(unit="", power=0) for one in rows]
    if not rows:
        return fractions_for_per_cents(dice, place)
    sheet = assembled.across(dice, place, rows, [Column((dice.choice(spelling.VALUE),), span=span)])[0]

    def larger(cell: Cell) -> Cell:
        assert isinstance(cell.stored, Decimal)
        return crossed.plain(cell.stored.scaleb(4).quantize(Decimal(1)))

    quirks.change(sheet, quirks.numbers(sheet), larger)
    dressed.dress(dice, sheet, dressed.Dress(when, span))
    return Table("", place, sheet, {}, form=dice.choice(list(Form)))


def _one_cell(dice: Dice, place: Place, say: Callable[[str], str]) -> Table:
    """One figure that is none, or that needs a yes."""
    made = _usual(dice, place)
    row, column = dice.choice(
        [(row, column) for row, column in quirks.numbers(made.sheet) if made.sheet.rows[row][column].fact]
    )
    cell = made.sheet.rows[row][column]
    made.sheet.rows[row][column] = Cell(say(cell.text))
    return made._replace(maybe=made.sheet.facts())


def a_range(dice: Dice, place: Place) -> Table:
    return _one_cell(
        dice, place, lambda text: f"{text}{dice.pick('-', '—', '～', '~', '至')}{Decimal(text.replace(',', '')) + 1}"
    )


def brackets(dice: Dice, place: Place) -> Table:
    return _one_cell(dice, place, lambda text: f"{dice.pick('(', '（')}{text.lstrip('-')}{dice.pick(')', '）')}")


def arrows(dice: Dice, place: Place) -> Table:
    """↓3.2 is a fall: never 3.2."""
    return _one_cell(
        dice, place, lambda text: f"{dice.pick('↓', '▼', '下降', '降', '△', '减少', '-+')}{text.lstrip('-')}"
    )


def two_figures_in_a_cell(dice: Dice, place: Place) -> Table:
    return _one_cell(
        dice,
        place,
        lambda text: f"{text}{dice.pick('/', ' / ', ';', '、', ' ', chr(10), '(', '（', '±')}{dice.randint(2, 30)}",
    )


def words_for_a_figure(dice: Dice, place: Place) -> Table:
    return _one_cell(dice, place, lambda text: dice.pick("持平", "见附表", f"{text}万亿", f"{text}×10", f"{text}E3"))


def a_span_that_became_a_day(dice: Dice, place: Place) -> Table:
    """1-6 typed into a heading, and the spreadsheet made 6 January of it."""
    year, month = dice.randint(2023, 2025), dice.randint(2, 12)
    rows = crossed.rows_of(dice, place, 5)
    words = dice.pick(
        f"1月{month}日", f"{month}-Jan", f"{year}-01-{month:02d}", f"{year}/1/{month}", f"Jan-{month:02d}"
    )
    sheet = assembled.across(dice, place, rows, [Column((words,), span=so_far(year, month))])[0]
    heading = next(cell for row in sheet.rows for cell in row if cell.text.startswith(words))
    for row in sheet.rows:
        for column, cell in enumerate(row):
            if cell is heading:
                row[column] = cell._replace(
                    stored=date(year, 1, month), format=dice.pick('m"月"d"日"', "d-mmm", "yyyy-mm-dd", "m/d/yyyy")
                )
    dressed.dress(dice, sheet, dressed.Dress(dice.pick("", f"{year}年"), None))
    facts = sheet.facts()
    return Table("", place, sheet, {}, form=dice.choice(list(Form)), maybe=facts)


def a_comma_that_may_be_both(dice: Dice, place: Place) -> Table:
    """4,125 in a semicolon file, and no other figure proves what a comma is."""
    row = next(one for one in crossed.rows_of(dice, place, 99) if one.amount and one.amount.measure == "stock")
    year = dice.randint(2023, 2025)
    lines = []
    for month in range(1, 6):
        whole, rest = dice.randint(1, 9), dice.randint(100, 999)
        lines.append([Cell(f"{year}-{month:02d}"), Cell(f"{whole},{rest}")])
    sheet = Sheet([texts("period", row.amount.id), *lines])
    return Table("", place, sheet, {}, form=Form.SEMICOLON)


def no_year_but_a_release(dice: Dice, place: Place) -> Table:
    """The title says the months, the line below when it came out: the year stands nowhere."""
    span = so_far(dice.randint(2023, 2025), dice.pick(2, 3, 5, 6, 9, 11, 12))
    when = spelling.year_so_far(dice, span, year=False)
    columns = [
        Column((dice.pick("累计", "绝对量"),), span=span),
        Column((dice.choice(spelling.GROWTH),), Role.GROWTH, span),
    ]
    rows = crossed.rows_of(dice, place, 5)
    sheet = assembled.across(dice, place, rows, columns)[0]
    word, day = spelling.released(dice, span)
    sheet.put_above([texts(f"{when}主要经济指标"), texts(f"{word}：{day}")])
    return Table("", place, sheet, {}, form=dice.choice(list(Form)), maybe=sheet.facts())


def only_a_release(dice: Dice, place: Place) -> Table:
    """累计 and 同比 below a title without a period: the date of release is none."""
    span = _span(dice)
    columns = [
        Column((dice.pick("累计", "绝对量", "本月"),), span=span),
        Column((dice.choice(spelling.GROWTH),), Role.GROWTH, span),
    ]
    sheet = assembled.across(dice, place, crossed.rows_of(dice, place, 5), columns)[0]
    word, day = spelling.released(dice, span)
    sheet.put_above([texts(f"{dice.choice(dressed.SUBJECTS)}"), texts(f"{word}：{day}")])
    return Table("", place, sheet, {}, form=dice.choice(list(Form)))


def one_name_in_two_sections(dice: Dice, place: Place) -> Table:
    """全市 and 市本级, each with the same names below: which one is ours?"""
    span = _span(dice)
    when, columns = release.value_of_the_title(dice, span)
    made = _release(dice, place, span, columns, when)
    places = quirks.numbers(made.sheet)
    first, last = places[0][0], places[-1][0]
    block = [list(row) for row in made.sheet.rows[first : last + 1]]
    parts = [[_smaller(dice, cell) for cell in row] for row in block]
    names = dice.pick(("一、全市", "二、市本级"), ("全部", "其中：民营"), ("城镇", "农村"), ("一、合计", "二、区级"))
    made.sheet.rows[first : last + 1] = [texts(names[0]), *block, texts(names[1]), *parts]
    made.sheet.merges = [one for one in made.sheet.merges if one.bottom < first]
    return made


def _smaller(dice: Dice, cell: Cell) -> Cell:
    if not isinstance(cell.stored, Decimal):
        return cell
    value = (cell.stored * Decimal(repr(dice.uniform(0.2, 0.8)))).quantize(cell.stored)
    return crossed.plain(value)


def financial_years_across(dice: Dice, place: Place) -> Table:
    first = dice.pick(2009, 2010, 2019, 2020, 2021)
    way = dice.pick("{}/{:02d}", "{}-{:02d}", "FY{}/{:02d}", "{}/{:02d}年度")
    columns = [
        Column((way.format(one, (one + 1) % 100),), span=so_far(max(2020, one), 12)) for one in range(first, first + 4)
    ]
    sheet = assembled.across(dice, place, crossed.rows_of(dice, place, 4, rates=True), columns)[0]
    return Table("", place, sheet, {}, form=dice.choice(list(Form)))


def a_month_of_the_title(dice: Dice, place: Place) -> Table:
    """2024年6月 above, 绝对量 below: June alone, or the year so far?"""
    month = dice.randint(2023 * 12, LAST_MONTH)
    span = so_far(month // 12, month % 12 + 1)
    if span.month == 1:
        span = so_far(span.year, 2)
    columns = [
        Column((dice.choice(spelling.VALUE),), span=span),
        Column((dice.choice(spelling.GROWTH),), Role.GROWTH, span),
    ]
    made = _release(dice, place, span, columns, f"{span.year}年{span.month}月")
    return made._replace(maybe=_levels(made.sheet))


def _levels(sheet: Sheet) -> dict[Fact, Decimal]:
    return {fact: value for fact, value in sheet.facts().items() if fact.basis == "point"}


def a_sub_row_with_a_registered_name(dice: Dice, place: Place) -> Table:
    """其中：民间投资 below 工业投资 is a part of its parent."""
    span = _span(dice)
    when, columns = release.value_of_the_title(dice, span)
    rows = [
        one
        for one in crossed.rows_of(dice, place, 99, every_quarter=False)
        if one.grows and one.grows.measure == "flow"
    ]
    child = dice.choice(rows)
    parents = [one for one in (*rows, *crossed.strangers(dice, 3)) if one.label != child.label]
    sheet = assembled.across(dice, place, [*parents, child], columns)[0]
    places = quirks.numbers(sheet)
    last = places[-1][0]
    line = [_smaller(dice, one) for one in sheet.rows.pop(last)]
    way = dice.pick("其中：{}", "其中:{}", "　　{}", "    {}", "#{}", "　　其中：{}", "1.{}", "（1）{}")
    label = line[0].text
    bare = label[label.index(child.label) :]
    line[0] = Cell(way.format(bare))
    at = dice.randint(places[0][0] + 1, last)
    if way in ("1.{}", "（1）{}"):
        sheet.rows[at - 1][0] = Cell(
            f"一、{sheet.rows[at - 1][0].text.lstrip('0123456789.一二三四五六七八九十、（）')}"
        )
    sheet.rows.insert(at, line)
    dressed.dress(dice, sheet, dressed.Dress(when, span))
    return Table("", place, sheet, {}, form=dice.choice(list(Form)), maybe=sheet.facts())


def words_against_each_other(dice: Dice, place: Place) -> Table:
    """当月累计?, a title of one half and a heading of another year: nobody can know."""
    span = _span(dice, 3)
    other = so_far(span.year, span.month - 1)
    columns = [Column(("累计",), span=span), Column((dice.choice(spelling.GROWTH),), Role.GROWTH, span)]
    rows = crossed.rows_of(dice, place, 5)
    sheet = assembled.across(dice, place, rows, columns)[0]
    first = f"{span.year}年1-{span.month}月"
    second = dice.pick(f"{other.year}年1-{other.month}月", f"{span.year - 1}年1-{span.month}月")
    sheet.put_above([texts(f"{first}主要经济指标"), texts(dice.pick(second, f"（{second}）", f"时间：{second}"))])
    return Table("", place, sheet, {}, form=dice.choice(list(Form)))


def a_heading_of_two_bases(dice: Dice, place: Place) -> Table:
    """6月累计 beside 6月当月累计值: what a heading cannot mean."""
    span = _span(dice)
    words = dice.pick(f"{span.year}年1-{span.month}月当月", f"{span.year}年{span.month}月当月累计", "本月累计同比当月")
    sheet = assembled.across(
        dice, place, crossed.rows_of(dice, place, 5), [Column((words,), span=alone(span.year, span.month))]
    )[0]
    dressed.dress(dice, sheet, dressed.Dress(f"{span.year}年{span.month}月", span))
    return Table("", place, sheet, {}, form=dice.choice(list(Form)), maybe=_levels(sheet))


def growth_behind_two_months(dice: Dice, place: Place) -> Table:
    """1-6月, 1-5月, 同比: of which of the two is the growth?"""
    span = _span(dice, 3)
    before = so_far(span.year, span.month - 1)
    columns = [Column((f"{one.year}年1-{one.month}月",), span=one) for one in (span, before)]
    open_ = Column((dice.choice(spelling.GROWTH),), Role.GROWTH, before, sure=False)
    made = _release(dice, place, span, [*columns, open_], "")
    growth = {fact: value for fact, value in _later(made, place, span).items() if fact not in made.maybe}
    return made._replace(maybe={**made.maybe, **growth})


def _later(made: Table, place: Place, span: Span) -> dict[Fact, Decimal]:
    """The growth of the later months, where it happens to be the same figure: nobody can tell them apart."""
    known = {one.id: one for one in place.indicators.values() if one.measure == "growth"}
    seen = {cell.stored for row in made.sheet.rows for cell in row if cell.unit == "%"}
    found = {Fact.of(one.id, "ytd", span.first, span.last): place.value(one, span) for one in known.values()}
    return {fact: value for fact, value in found.items() if value in seen}


def two_conventions(dice: Dice, place: Place) -> Table:
    """312,5 beside 1,234.5: a comma cannot be both."""
    row = next(one for one in crossed.rows_of(dice, place, 99) if one.amount and one.amount.measure == "stock")
    year, size = dice.randint(2023, 2025), place.value(row.amount, so_far(2024, 1))
    right, grouped, odd = (
        f"{size}",
        f"{dice.randint(1, 9)},{dice.randint(100, 999)}.{dice.randint(1, 9)}",
        f"{int(size)},{dice.randint(1, 9)}",
    )
    words = [right, grouped, odd] if dice.chance(0.5) else [odd, grouped, right]
    lines = [[Cell(f"{year}-{month:02d}"), Cell(word)] for month, word in enumerate(words, 1)]
    sheet = Sheet([texts("period", row.amount.id), *lines])
    plain_ = {
        Fact.of(row.amount.id, "point", 0, year * 12 + month): Decimal(word.replace(",", ""))
        for month, word in enumerate(words)
        if word != odd
    }
    return Table("", place, sheet, {}, form=dice.pick(Form.UTF8, Form.XLSX), maybe=plain_)


SLIPS = (
    growth_behind_two_months,
    two_conventions,
    fractions_for_per_cents,
    indices_for_rises,
    ten_thousands_for_hundred_millions,
    a_range,
    brackets,
    arrows,
    two_figures_in_a_cell,
    words_for_a_figure,
    a_span_that_became_a_day,
    a_comma_that_may_be_both,
    no_year_but_a_release,
    only_a_release,
    one_name_in_two_sections,
    financial_years_across,
    a_month_of_the_title,
    a_sub_row_with_a_registered_name,
    words_against_each_other,
    a_heading_of_two_bases,
)
