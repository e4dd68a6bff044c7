"""How often does a good figure raise a question, and how often does a slip of the unit raise none?

Replays the figures of workspaces as if each were recorded in its turn, with all earlier ones known (`record`),
without any (`alone`), and as one table without history (`import`); then the same with every value in another unit.
Usage: python bench/doubts.py [FOLDER ...]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from ycindic.domain.facts import series
from ycindic.domain.plausibility import Doubt, Suspect, Trusted, doubts
from ycindic.domain.plausibility.doubt import Doubtful
from ycindic.load.find import Folder
from ycindic.load.workspace import Workspace, load
from ycindic.record.doubting import peers_of

ROOT = Path(__file__).parent.parent
SHIPPED = (ROOT / "data", ROOT / "examples" / "china")
POWERS = (1, -1, 2, -2, 4, -4, 8, -8)
OF_SIZE = (Doubtful.UNIT_SLIP, Doubtful.FALLING, Doubtful.JUMP)
WAYS = ("record", "alone", "import")


def replayed(workspace: Workspace, way: str, power: int = 0) -> Iterator[tuple[Suspect, list[Doubt]]]:
    """Every figure of a workspace as a case, its value in a unit so many powers of ten off, and what is doubted."""
    for indicator in workspace.plan.indicators.values():
        figures = workspace.facts.of(indicator.id).observations
        targets = [one for one in workspace.plan.targets if one.indicator == indicator.id]
        peers = () if targets else peers_of(workspace.plan, workspace.facts, indicator)
        off = [one._replace(value=one.value.scaleb(power)) for one in figures]
        known = Trusted(indicator, series(off if way == "import" else ()))
        trusted = known if way == "record" else Trusted(indicator, series(()))
        for figure, seen in zip(figures, off, strict=True):
            case = Suspect(seen, indicator, known, trusted, targets, date.max, peers)
            yield case, [one for one in doubts(case) if one.kind in OF_SIZE]
            if way == "record":
                known.add(figure)


class Share(NamedTuple):
    """How many of the figures that are not zero are asked about, and which."""

    figures: int
    asked: tuple[Suspect, ...]

    @property
    def per_cent(self) -> Decimal:
        """The share of them."""
        return Decimal(100 * len(self.asked)) / max(self.figures, 1)


def share(workspace: Workspace, way: str, power: int = 0) -> Share:
    """Replay a workspace and count."""
    found = [(case, told) for case, told in replayed(workspace, way, power) if case.seen.value]
    return Share(len(found), tuple(case for case, told in found if told))


def main() -> None:
    """Print the shares."""
    for folder in [Path(one) for one in sys.argv[1:]] or SHIPPED:
        workspace = load(Folder(folder), date.max)
        for way in WAYS:
            for power in (0, *POWERS):
                found = share(workspace, way, power)
                word = "asked without need" if not power else f"asked at 10^{power:+d}"
                asked = f"{len(found.asked):5} of {found.figures:5}  {found.per_cent:.2f}%"
                print(f"{folder.name:8} {way:7} {word:20} {asked}")


if __name__ == "__main__":
    main()
