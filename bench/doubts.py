"""How often does a good figure raise a question, and how often does a slip of the unit raise none?

Replays the figures of workspaces as if each were recorded in its turn, with all earlier ones known (`record`),
without any (`alone`), and as one table without history (`import`); then the same with every value in another unit.
Usage: python bench/doubts.py [FOLDER ...]
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from ycindic.domain.facts import series
from ycindic.domain.model import Indicator, Observation
from ycindic.domain.plausibility import OF_SIZE, Case, Doubt, Known, doubts
from ycindic.load.find import Folder
from ycindic.load.workspace import Workspace, load
from ycindic.record.doubting import peers_of

ROOT = Path(__file__).parent.parent
SHIPPED = (ROOT / "data", ROOT / "examples" / "china")
POWERS = (1, -1, 2, -2, 4, -4, 8, -8)
WAYS = ("record", "alone", "import")


def replayed(workspace: Workspace, way: str, power: int = 0) -> Iterator[tuple[Case, list[Doubt]]]:
    """Every figure of a workspace as a case, its value in a unit so many powers of ten off, and what is doubted."""
    for indicator in workspace.plan.indicators.values():
        figures = workspace.facts.of(indicator.id).observations
        targets = [one for one in workspace.plan.targets if one.indicator == indicator.id]
        peers = () if targets else peers_of(workspace.plan, workspace.facts, indicator)
        off = [one._replace(value=one.value.scaleb(power)) for one in figures]
        for place, seen in enumerate(off):
            known, trusted = _beside(indicator, figures, off, place, way)
            case = Case(seen, indicator, known, trusted, targets, date.max, peers)
            yield case, [one for one in doubts(case) if one.kind in OF_SIZE]


def _beside(
    indicator: Indicator, figures: list[Observation], off: list[Observation], place: int, way: str
) -> tuple[Known, Known]:
    nothing = Known(indicator, series(()))
    if way == "alone":
        return nothing, nothing
    if way == "import":
        return Known(indicator, series(off)), nothing
    before = Known(indicator, series(figures[:place]))
    return before, before


def main() -> None:
    """Print the shares."""
    for folder in [Path(one) for one in sys.argv[1:]] or SHIPPED:
        workspace = load(Folder(folder), date.max)
        print(f"{folder.name}")
        for way in WAYS:
            for power in (0, *POWERS):
                found = [(case, told) for case, told in replayed(workspace, way, power) if case.seen.value]
                asked = [case for case, told in found if told]
                share = Decimal(100 * len(asked)) / max(len(found), 1)
                word = "asked without need" if not power else f"asked at 10^{power:+d}"
                print(f"  {way:7} {word:20} {len(asked):5} of {len(found):5}  {share:.2f}%")
                if not power and "-v" in sys.argv:
                    print(Counter(case.indicator.id for case in asked))


if __name__ == "__main__":
    main()
