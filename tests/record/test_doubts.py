"""Every doubt has its words in both languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from domain.builders import flow, period
from ycindic.domain.plausibility import Doubt, Doubtful
from ycindic.render.doubts import TELLINGS, asked


def test_every_doubt_has_words():
    assert set(TELLINGS) == set(Doubtful)


@pytest.mark.parametrize("kind", Doubtful)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_doubt_is_one_line_that_ends_with_its_name(kind, lang):
    doubt = Doubt(kind, Decimal(28000), Decimal(5), Decimal(5), Decimal("2.80"), period("2026-06"), 4)
    text = asked(doubt, flow(), lang)
    assert text.endswith(f"[{kind}]")
    assert "\n" not in text


def test_what_may_be_meant_is_told():
    doubt = Doubt(Doubtful.UNIT_SLIP, Decimal(28000), Decimal(5), Decimal(5), Decimal("2.8000"))
    assert "2.8 km" in asked(doubt, flow(), "en")
    assert "5 km" in asked(doubt, flow(), "en")
