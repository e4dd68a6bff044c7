"""Every doubt has its words in both languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from domain.builders import flow, period, released
from ycindic.domain.plausibility import Doubt, Doubtful
from ycindic.render.answers.doubts import _TELLINGS, asked


def test_every_doubt_has_words():
    assert set(_TELLINGS) == set(Doubtful)


@pytest.mark.parametrize("kind", Doubtful)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_doubt_is_one_line_that_ends_with_its_name(kind, lang):
    doubt = Doubt(kind, Decimal(28000), Decimal(5), Decimal(5), Decimal("2.80"), period("2026-06"), 4)
    text = asked(doubt, flow(released=released("month", 20)), lang)
    assert text.endswith(f"[{kind}]")
    assert "\n" not in text


@pytest.mark.parametrize(
    ("every", "first", "words"),
    [
        ("month", 1, ("每月，每年首次到1月", "monthly, first in January")),
        ("month", 2, ("每月，每年首次到2月", "monthly, first in February")),
        ("month", 4, ("每月，每年首次到4月", "monthly, first in April")),
        ("quarter", 1, ("每季，每年首次到3月", "quarterly, first in March")),
        ("quarter", 4, ("每季，每年首次到6月", "quarterly, first in June")),
        ("half", 1, ("每半年，每年首次到6月", "half-yearly, first in June")),
        ("year", 1, ("每年，每年首次到12月", "yearly, first in December")),
    ],
)
def test_an_off_rhythm_period_tells_the_rhythm(every, first, words):
    doubt = Doubt(Doubtful.OFF_RHYTHM, Decimal(5), period=period("2026-01"))
    of = flow(released=released(every, 20, first=first))
    assert [word in asked(doubt, of, lang) for word, lang in zip(words, ("zh", "en"), strict=True)] == [True, True]


def test_what_may_be_meant_is_told():
    doubt = Doubt(Doubtful.UNIT_SLIP, Decimal(28000), Decimal(5), Decimal(5), Decimal("2.8000"))
    assert "2.8 km" in asked(doubt, flow(), "en")
    assert "5 km" in asked(doubt, flow(), "en")


def test_a_size_is_asked_about_in_one_language():
    doubt = Doubt(Doubtful.UNIT_SLIP, Decimal(52_000_000), Decimal(5000), Decimal(5000), Decimal(5200))
    homes = flow(unit="套", unit_en="homes")
    assert asked(doubt, homes, "zh").endswith("是否应为5200套？ [unit-slip]")
    assert asked(doubt, homes, "en").endswith("Is 5,200 homes meant? [unit-slip]")
