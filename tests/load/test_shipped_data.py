"""The workspaces that come with the project: complete, without a fault, and said in two languages."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from ycindic.domain.model import Plan
from ycindic.load.check import every_problem
from ycindic.load.find import Folder, bundled
from ycindic.load.registry import read_registry
from ycindic.load.workspace import load

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(path.parent for path in [*ROOT.glob("data/targets.yaml"), *ROOT.glob("examples/*/targets.yaml")])
REPORT = Folder(ROOT / "data")
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(params=SHIPPED, ids=lambda path: path.name)
def folder(request: pytest.FixtureRequest) -> Folder:
    return Folder(request.param)


def plan_of(folder: Folder) -> Plan:
    return read_registry(folder.registry, [])


def test_there_is_no_fault_in_what_is_shipped(folder: Folder) -> None:
    assert every_problem(folder) == ()


def test_the_report_has_79_targets_and_their_numbers_are_all_there() -> None:
    plan = plan_of(REPORT)
    parts = plan.part_of()
    assert len([one for one in plan.targets if one.id not in parts]) == 79
    numbers = [int(one) for one in re.findall(r"# (\d+)$", REPORT.registry.read_text(encoding="utf-8"), re.MULTILINE)]
    assert sorted(numbers) == list(range(1, 80)), "each number of the reading of the report stands beside one target"


def test_every_target_of_the_report_says_where_it_stands_and_in_which_words() -> None:
    plan = plan_of(REPORT)
    parts = plan.part_of()
    for one in plan.targets:
        assert one.section in plan.sections, one.id
        assert one.wording or one.id in parts, one.id


def test_names_are_chinese_in_chinese_and_not_in_english(folder: Folder) -> None:
    plan = plan_of(folder)
    for pair in [*(one.name for one in plan.indicators.values()), *plan.sections.values(), plan.title]:
        assert HAN.search(pair.zh), pair
        assert not HAN.search(pair.en), pair


def test_every_figure_has_its_source(folder: Folder) -> None:
    for path in folder.actuals():
        with path.open(encoding="utf-8", newline="") as file:
            lines = [line for line in file if not line.startswith("#")]
        for row in csv.DictReader(lines):
            assert row["source"], (path.name, row)


def test_every_figure_has_an_indicator_and_counts_by_now(folder: Folder) -> None:
    workspace = load(folder, date(2030, 12, 31))
    assert workspace.later == 0
    assert set(workspace.facts.by_indicator) <= set(workspace.plan.indicators)


def test_the_first_line_names_the_schema(folder: Folder) -> None:
    first = folder.registry.read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=targets.schema.json"


def test_the_bundled_copy_is_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    copy = bundled()
    assert copy.bundled
    assert copy.registry.read_bytes() == REPORT.registry.read_bytes()
    assert [one.name for one in copy.actuals()] == [one.name for one in REPORT.actuals()]
