"""Is an amount the same amount in either language?"""

from __future__ import annotations

import pytest

from domain.builders import flow
from ycindic.render.words.units import amount_of, measured_of


@pytest.mark.parametrize(
    ("text", "zh", "en", "expected"),
    [
        ("5", "万人", "jobs", "50,000 jobs"),
        ("2.91", "万人", "persons", "29,100 persons"),
        ("-0.5", "万亩", "mu", "-5,000 mu"),
        ("+2.0913", "万人", "persons", "+20,913 persons"),
        ("125.5", "亿元", "billion yuan", "12.55 billion yuan"),
        ("58", "亿斤", "billion jin", "5.8 billion jin"),
        ("3000", "万元", "million yuan", "30 million yuan"),
        ("368", "公里", "km", "368 km"),
        ("43199", "元", "yuan", "43,199 yuan"),
        ("6.0", "%", "%", "6.0%"),
        ("5", "万人", "", "5 万人"),
        ("5", "万元/吨标准煤", "yuan per tonne of standard coal", "50,000 yuan per tonne of standard coal"),
        ("3.5", "十亿美元", "billion US dollars", "3.5 billion US dollars"),
    ],
)
def test_english_multiplies_out_and_chinese_keeps_the_printed_digits(
    text: str, zh: str, en: str, expected: str
) -> None:
    measured = flow(unit=zh, unit_en=en)
    assert amount_of(text, measured, "en") == expected
    assert amount_of(text, measured, "zh") == f"{text}{zh}"


@pytest.mark.parametrize(
    ("text", "unit", "chinese", "english"),
    [
        ("5", "万人", "5万人", "50,000 jobs"),
        ("1.25", "万人/month", "1.25万人/月", "12,500 jobs a month"),
        ("-0.5", "万人/year", "-0.5万人/年", "-5,000 jobs a year"),
        ("5.1 (4.8–5.3)", "万人", "5.1 (4.8–5.3)万人", "51,000 (48,000–53,000) jobs"),
        ("5.5", "%", "5.5%", "5.5%"),
        ("0.9", "pp", "0.9个百分点", "0.9 pp"),
        ("7", "", "7", "7"),
    ],
)
def test_a_computed_unit_is_told_in_the_language_as_its_base_is(
    text: str, unit: str, chinese: str, english: str
) -> None:
    jobs = flow(unit="万人", unit_en="jobs")
    said = measured_of(text, unit, jobs)
    assert (said.in_language("zh"), said.in_language("en")) == (chinese, english)
