"""What does a scan reach on the labelled reports beside this project? They are read where present, and not shipped."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

from ycindic.scan.finding import Class, Confidence, Finding
from ycindic.scan.read import scan

SHARED = Path(__file__).resolve().parents[3] / "shared/report/others"
REPORTS = ("national-2016", "county-miyi-2022")
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled reports are not part of the project")


def value(one: Finding) -> object:
    if isinstance(one.value, tuple):
        return [float(end) for end in one.value]
    return float(one.value) if isinstance(one.value, Decimal) else None


def as_scored(one: Finding) -> dict[str, object]:
    return {
        "start": one.start,
        "end": one.end,
        "class": str(one.class_),
        "value": value(one),
        "unit": one.unit,
        "relation": one.relation and str(one.relation),
        "period": one.period,
        "indicator": one.indicator,
    }


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(name: str) -> tuple[list[dict], list[Finding]]:
    labels = json.loads((SHARED / f"{name}.labels.json").read_text(encoding="utf-8"))
    return labels, list(scan((SHARED / f"{name}.txt").read_text(encoding="utf-8")))


def scored(name: str, tmp_path: Path) -> dict[str, float]:
    """The percentages that the scorer prints, by the first words of each."""
    _, found = read(name)
    path = tmp_path / "findings.json"
    path.write_text(json.dumps([as_scored(one) for one in found], ensure_ascii=False), encoding="utf-8")
    command = [sys.executable, str(SHARED / "score.py"), str(SHARED / f"{name}.labels.json"), str(path)]
    text = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    sys.stderr.write(f"\n{name}\n{text}")
    parts = [part for line in text.splitlines() for part in line.split("|")]
    return {_key(part): float(part.rpartition("=")[2].strip(" %")) for part in parts if "=" in part}


def _key(part: str) -> str:
    return part.partition(":")[0].strip() if ":" in part else part.rpartition("=")[0].rsplit(maxsplit=1)[0].strip()


@pytest.mark.parametrize("name", REPORTS)
def test_the_figures_of_a_labelled_report_are_read_as_its_reader_read_them(name, tmp_path) -> None:
    reached = scored(name, tmp_path)
    assert reached["figures of targets and results found with the right value"] == 100
    assert reached["targets called target"] >= 99
    assert reached["results called result"] >= 99
    assert reached["of what is called target, truly one"] >= 98
    assert reached["names taken for targets"] <= 0.5
    assert reached["targets with class, value, unit and relation all right"] >= 98
    assert reached["period"] >= 97
    assert reached["indicator phrase"] >= 95
    assert reached["targets without a printed figure seen as target"] >= 90


@pytest.mark.parametrize("name", REPORTS)
def test_a_wrong_finding_is_seldom_called_sure(name) -> None:
    labels, found = read(name)
    score = scorer()
    wrong = total = 0
    for one in found:
        if one.confidence is not Confidence.HIGH:
            continue
        total += 1
        over = [label for label in labels if label["at"][0] < one.end and label["at"][1] > one.start]
        unlabelled = one.class_ is Class.NAME and not over
        wrong += not (unlabelled or any(right(score, label, one) for label in over))
    assert total > 300
    assert wrong / total <= 0.01, (wrong, total)


def right(score: ModuleType, label: dict, one: Finding) -> bool:
    if label["class"] == "name" or one.class_ is Class.NAME:
        return label["class"] == one.class_
    entry = as_scored(one)
    same = score.same_value(label, entry) and score.same_unit(label, entry)
    return label["class"] == one.class_ and same and (one.class_ is Class.RESULT or score.same_relation(label, entry))


@pytest.mark.parametrize("name", REPORTS)
def test_every_labelled_number_is_in_exactly_one_finding(name) -> None:
    labels, found = read(name)
    for label in labels:
        if label["numbers"]:
            over = [one for one in found if one.start < label["at"][1] and one.end > label["at"][0]]
            assert len(over) == 1, (label["text"], [one.figure for one in over])
