"""A number is what its format shows of it; what the format rounds away is told."""

from __future__ import annotations

from datetime import date

import pytest

from ycindic.files.cell import Cell, without_marks
from ycindic.files.number_format import BUILT_IN, EPOCH, EPOCH_1904, shown


def number(text: str, digits: str, unit: str = "", stored: str = "") -> Cell:
    return Cell(text, "", "number", digits, unit, stored)


ACCOUNTING = '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)'


@pytest.mark.parametrize("raw", ["9" * 2_000_000, "-1e99999999", "1e-99999999", "NaN", "sNaN5", "Infinity", "", "x"])
@pytest.mark.parametrize("code", ["General", "0.0%", "yyyy-mm-dd", '0!.0,"万"'])
def test_what_is_no_number_that_anybody_can_mean_stays_as_it_is(raw: str, code: str) -> None:
    assert shown(raw, code, EPOCH) == Cell(raw)


@pytest.mark.parametrize(
    ("raw", "code", "expected"),
    [
        ("5", "0.0", number("5.0", "5.0")),
        ("5.4000000000000004", "General", number("5.4", "5.4")),
        ("5.3999999999", "0.0", number("5.4", "5.4")),
        ("5.43", "0.0", number("5.4", "5.4", stored="5.43")),
        ("5.45", "0.0", number("5.5", "5.5", stored="5.45")),
        ("0.054", "0.0%", number("5.4%", "5.4", "%")),
        ("0.05", "0.00%", number("5.00%", "5.00", "%")),
        ("0.054", "0%", number("5%", "5", "%", stored="5.4")),
        ("0.1234", "0.##%", number("12.34%", "12.34", "%")),
        ("5.4", '0.0"%"', number("5.4%", "5.4", "%")),
        ("5.4", "0.0\\%", number("5.4%", "5.4", "%")),
        ("0.62", '0.00"万人"', number("0.62万人", "0.62", "万人")),
        ("0.3", 'General"个百分点"', number("0.3个百分点", "0.3", "个百分点")),
        ("1234.5", "#,##0.00", number("1234.50", "1234.50")),
        ("12345678", "#,##0,", number("12346", "12346", stored="12345.678")),
        ("12345678", '0!.0,"万"', number("1234.6万", "1234.6", "万", stored="1234.5678")),
        ("12345678", '#!.0000"万"', number("1234.5678万", "1234.5678", "万")),
        ("1500", '"¥"#,##0.00', number("¥1500.00", "1500.00", "¥")),
        ("1500", "[$¥-804]#,##0", number("¥1500", "1500", "¥")),
        ("-5.2", "0.0_);[Red]\\(0.0\\)", number("-5.2", "-5.2")),
        ("-5.2", "0.0;▼0.0", number("-5.2", "-5.2")),
        ("-0.04", "0.0", number("0.0", "0.0", stored="-0.04")),
        ("1234", ACCOUNTING, number("1234", "1234")),
        ("0", ACCOUNTING, Cell("-", stored="0")),
        ("0", "#,###", Cell("", stored="0")),
        ("7", ";;;", Cell("", stored="7")),
        ("123456", '[>=10000]0.0,"千";0', number("123.5千", "123.5", "千", stored="123.456")),
        ("12", '[>=10000]0.0,"千";0', number("12", "12")),
        ("2021", '0"年"', number("2021年", "2021", "年")),
        ("3", '"第"0"季度"', number("第3季度", "3", "季度")),
        ("5430", "0.00E+00", number("5430", "5430")),
        ("5.5", "# ?/?", number("5.5", "5.5")),
        ("5", '0"day"', number("5day", "5", "day")),
        ("5", "@", number("5", "5")),
        ("1E+300", "0.0", Cell("1E+300")),
        ("5", "x" * 300, number("5", "5")),
    ],
)
def test_a_number_is_what_its_format_shows(raw, code, expected):
    assert shown(raw, code, EPOCH) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ('yyyy"年"', "2024年"),
        ("e", "2024年"),
        ('yyyy"年"m"月"', "2024年5月"),
        ("mmm-yy", "2024年5月"),
        ("mmmm", "5月"),
        ('m"月"d"日"', "5月25日"),
        ('d"日"', "25日"),
        ("[$-804]yyyy/m/d;@", "2024-05-25"),
        ("yyyy-mm-dd hh:mm:ss", "2024-05-25"),
        ('[DBNum1][$-804]yyyy"年"m"月"', "2024年5月"),
        ("mm:ss", "12:00"),
        ("[h]:mm", "12:00"),
        (BUILT_IN["14"], "2024-05-25"),
        (BUILT_IN["57"], "2024年5月"),
        (BUILT_IN["58"], "5月25日"),
    ],
)
def test_a_date_is_what_its_format_shows(code, text):
    day = date(2024, 5, 25)
    serial = f"{(day - EPOCH).days}.5"
    assert shown(serial, code, EPOCH) == Cell(text, "", "date", day=day)


def test_a_workbook_may_count_its_days_from_1904():
    day = date(2024, 5, 25)
    assert shown(str((day - EPOCH_1904).days), "yyyy-mm-dd", EPOCH_1904).day == day


@pytest.mark.parametrize(
    ("typed", "text", "note"),
    [
        ("5.4¹", "5.4", "1"),
        ("5.4¹⁾", "5.4", "1)"),
        ("5.4¹,²", "5.4", "1,2"),
        ("5.4₁", "5.4", "1"),
        ("5.4①", "5.4", "①"),
        ("5.4ᵖ", "5.4", "p"),
        ("5.4¹%", "5.4%", "1"),
        ("指标²", "指标", "2"),
        ("面积(万m²)", "面积(万m²)", ""),
        ("km²", "km²", ""),
        ("CO₂", "CO₂", ""),
        ("①就业", "①就业", ""),
        ("5.4", "5.4", ""),
    ],
)
def test_raised_signs_are_notes_and_powers_are_not(typed, text, note):
    assert without_marks(typed) == Cell(text, note)


@pytest.mark.parametrize("code", [f"0.{'0' * 250}", f"{'%' * 250}0.0", f"0.0{',' * 250}", "0!." + "0" * 200])
@pytest.mark.parametrize("raw", ["5.4", "1e30", "-1e-30", "0"])
def test_a_format_may_ask_for_every_digit_that_its_code_has_room_for(raw: str, code: str) -> None:
    assert shown(raw, code, EPOCH).kind in ("number", "text")
