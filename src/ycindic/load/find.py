"""Which folder holds the registry and the figures?"""

import os
from pathlib import Path
from typing import NamedTuple

REGISTRY = "targets.yaml"
ACKNOWLEDGED = "acknowledged.csv"
ACTUALS = "actuals"
_VARIABLE = "YCINDIC_DATA"
_LOCKS = ("~$", ".~lock")


class Folder(NamedTuple):
    """A workspace on disk: where it is, how to name it, whether it is the copy that came along."""

    path: Path
    bundled: bool = False

    @property
    def registry(self) -> Path:
        """The registry's file, which may not exist."""
        return self.path / REGISTRY

    @property
    def acknowledged(self) -> Path:
        """What of a check was let stand; the file need not exist."""
        return self.path / ACKNOWLEDGED

    def actuals(self) -> list[Path]:
        """The files of figures, sorted; the lock and temporary files of spreadsheets left out.

        A folder that cannot be looked into stands there itself, for its reader to stumble over.
        """
        folder = self.path / ACTUALS
        try:
            names = self._among_the_figures()
        except OSError:
            return [folder]
        if (
            os.path.lexists(folder) and not folder.is_dir()
        ):  # a file, a looped or broken link: opening what is in it tells
            return [folder / "*.csv"]
        return [folder / one for one in names if _holds_figures(one)]

    def passed_over(self) -> list[str]:
        """What lies among the figures in sight, and no file of figures is: workbooks, texts, folders; sorted."""
        try:
            return [
                one for one in self._among_the_figures() if not _holds_figures(one) and not one.startswith((".", "~"))
            ]
        except OSError:
            return []

    def _among_the_figures(self) -> list[str]:
        folder = self.path / ACTUALS
        return sorted(one.name for one in folder.iterdir()) if folder.is_dir() else []


def _holds_figures(name: str) -> bool:
    return name.lower().endswith(".csv") and not name.startswith(_LOCKS)


def find(asked: str | None) -> Folder:
    """The folder that was asked for, named by the environment, around us, or bundled; in this order.

    Whether it holds a registry is for its reader to say.
    """
    named = asked or os.environ.get(_VARIABLE)
    if named:
        return Folder(Path(named))
    try:
        here = Path.cwd()
    except FileNotFoundError:  # the folder was deleted under us
        return bundled()
    for folder in (here, *here.parents):
        for place in (folder / "data", folder):
            if (place / REGISTRY).is_file():
                return Folder(_shortest(place, here))
    return bundled()


def bundled() -> Folder:
    """The workspace that came with the program: package data, or the checkout of an editable install."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "data"
    return Folder(inside if inside.is_dir() else package.parent.parent / "data", bundled=True)


def _shortest(place: Path, here: Path) -> Path:
    return place.relative_to(here) if place.is_relative_to(here) else place
