"""Are figures of years that begin in another month taken in as offices write them? Invented for the tests."""

from datetime import date
from pathlib import Path

import pytest

from ycindic.cli import main
from ycindic.domain.facts import Series
from ycindic.domain.model import IndicatorId
from ycindic.domain.period import parse
from ycindic.load.find import Folder
from ycindic.load.workspace import load

REGISTRY = """schema: 1
title: {zh: 例, en: example}
year_starts: 4
indicators:
  houses: {name: {zh: 住房, en: Houses}, unit: 套, measure: flow}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "actuals").mkdir()
    (tmp_path / "targets.yaml").write_text(REGISTRY, encoding="utf-8")
    return tmp_path


def known(desk: Path, indicator: str) -> Series:
    workspace = load(Folder(desk), date(2030, 1, 1))
    assert workspace.problems == ()
    return workspace.facts.of(IndicatorId(indicator))


def test_a_table_of_years_with_a_stroke_is_read_where_the_registry_says_when_they_begin(desk: Path) -> None:
    table = desk / "table.csv"
    table.write_text("Year,Houses\n2009/10,13\n2010/11,14\n2011/12,12\n", encoding="utf-8")
    code = main(["import", str(table), "--data", str(desk), "--published", "2012-06-01", "--yes", "--lang", "en"])
    assert code == 0
    found = {str(one.covered): int(one.value) for one in known(desk, "houses").observations}
    assert found == {"2009-04..2010-03": 13, "2010-04..2011-03": 14, "2011-04..2012-03": 12}


@pytest.mark.parametrize(
    ("period", "months"),
    [("2024/25-Q1", "2024-Q2"), ("2024-06", "2024-Q2"), ("2024/25", "2024-04..2025-03"), ("2024-Q2", "2024-Q2")],
)
def test_a_figure_is_recorded_in_the_words_of_its_own_year(desk: Path, period: str, months: str) -> None:
    words = ["record", "houses", period, "8", "--published", "2025-05-01", "--yes", "--data", str(desk), "--lang", "en"]
    assert main(words) == 0
    (one,) = known(desk, "houses").observations
    assert one.covered == parse(months)


def test_a_running_total_that_begins_in_january_is_none_of_such_a_year(
    desk: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["record", "houses", "2026-H1", "8", "--data", str(desk), "--lang", "en"]) == 2
    assert "[period-basis]" in capfd.readouterr().err
