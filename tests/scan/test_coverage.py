"""Is the project's own registry proven complete, and is every gap seen? The report itself is not shipped."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ycindic.cli import main
from ycindic.domain.model import Plan
from ycindic.domain.relation import Relation
from ycindic.load.kept import kept
from ycindic.scan.coverage import Differs, cover

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT.parent / "shared/report/work-report-2026.txt"
REGISTRY = ROOT / "data/targets.yaml"
beside = pytest.mark.skipif(not REPORT.is_file(), reason="the report is not part of the project")


def own() -> tuple[str, Plan, list]:
    plan, known, problems = kept(REGISTRY)
    assert not problems
    return REPORT.read_text(encoding="utf-8"), plan, known


def groups(plan: Plan) -> list[list]:
    """The targets by the wording they share: a container goes with its parts."""
    found: dict[str, list] = {}
    for target in plan.targets:
        found.setdefault(target.wording, []).append(target)
    return list(found.values())


def without(plan: Plan, gone: list) -> Plan:
    return plan._replace(targets=tuple(one for one in plan.targets if one not in gone))


def printed(target) -> bool:
    fixed = target.relation in (Relation.ALL, Relation.NONE)
    return target.goal is not None and not fixed and any(char.isdigit() for char in target.wording)


@beside
def test_the_registry_of_the_project_is_complete() -> None:
    found = cover(*own())
    assert found.complete, (found.missing, found.lost, found.unused)
    assert len(found.findings) > 280


@beside
def test_every_target_taken_away_is_reported() -> None:
    text, plan, known = own()
    with_figure, without_figure = [], []
    for gone in groups(plan):
        seen = bool(cover(text, without(plan, gone), known).missing)
        (with_figure if any(printed(one) for one in gone) else without_figure).append((gone[0].wording, seen))
    assert len(with_figure) >= 35
    assert [wording for wording, seen in with_figure if not seen] == []
    assert sum(seen for _, seen in without_figure) >= 0.9 * len(without_figure), [
        w for w, seen in without_figure if not seen
    ]


@beside
def test_every_altered_figure_is_reported_with_what_is_printed() -> None:
    text, plan, known = own()
    for target in plan.targets:
        if printed(target):
            wrong = target._replace(goal=target.goal + Decimal(1))
            altered = plan._replace(targets=tuple(wrong if one is target else one for one in plan.targets))
            found = cover(text, altered, known)
            assert [(one.target.id, one.differs) for one in found.lost] == [(target.id, (Differs.FIGURE,))]
            assert found.missing


REPORT_TEXT = """一、2025年工作回顾
去年新建公园12个。
三、2026年工作安排
(一)扩大内需
今年新建公园6万平方米，力争游客增长8%左右。推进“十大工程”。
"""
TARGETS = """schema: 1
title: {zh: 甲, en: A}
names:
  - {phrase: 十, why: quoted}
  - {phrase: 一、, why: list}
  - {phrase: 三、, why: list}
  - {phrase: 2025年工作, why: date}
  - {phrase: 2026年工作, why: date}
  - {phrase: (一), why: list}
indicators:
  parks:
    name: {zh: 公园, en: Parks}
    unit: 平方米
    measure: flow
    targets:
      - {period: 2026, relation: at_least, goal: 60000, section: 三(一), wording: 新建公园6万平方米}
  guests:
    name: {zh: 游客, en: Guests}
    unit: "%"
    measure: growth
    better: higher
    targets:
      - {period: 2026, relation: about, goal: 8, section: 三(一), wording: 游客增长8%左右}
  kept-parks:
    name: {zh: 公园数, en: Number of parks}
    unit: 个
    measure: flow
    targets: []
"""
ACTUALS = "indicator,period,value,basis\nkept-parks,2025,12,ytd\n"


def desk(folder: Path, targets: str = TARGETS) -> tuple[Path, Path]:
    """An invented report beside an invented registry."""
    (folder / "actuals").mkdir(parents=True, exist_ok=True)
    (folder / "targets.yaml").write_text(targets, encoding="utf-8")
    (folder / "actuals/figures.csv").write_text(ACTUALS, encoding="utf-8")
    (folder / "report.txt").write_text(REPORT_TEXT, encoding="utf-8")
    return folder / "report.txt", folder / "targets.yaml"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("goal: 60000", "goal: 60000", ""),
        ("goal: 60000", "goal: 50000", "figure differs"),
        ("relation: about", "relation: at_most", "relation differs"),
        ("三(一), wording: 游客", "三(二), wording: 游客", "section differs"),
        ("wording: 游客增长8%左右", "wording: 游客增长9%左右", "figure differs"),
        ("{phrase: 十,", "{phrase: 百,", "no such phrase"),
    ],
)
def test_the_command_tells_what_differs_and_by_its_code_whether_all_is_there(tmp_path, capfd, old, new, told) -> None:
    report, registry = desk(tmp_path, TARGETS.replace(old, new))
    code = main(["scan", str(report), "--against", str(registry)])
    out = capfd.readouterr().out
    assert (code, told in out) == (1 if told else 0, True), out


def test_a_result_that_the_actuals_do_not_know_is_missing_with_its_line(tmp_path, capfd) -> None:
    report, registry = desk(tmp_path)
    report.write_text(REPORT_TEXT.replace("12个", "13个"), encoding="utf-8")
    assert main(["scan", str(report), "--against", str(registry)]) == 1
    assert f"{report}:2: not in the registry [result] 13个" in capfd.readouterr().out
