"""How does a workspace begin: which files, with which words in them?"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from glob import escape
from pathlib import Path
from time import time

from ycindic.domain.problem import Code, Place, Problem
from ycindic.domain.row import FIGURE_COLUMNS
from ycindic.files.atomic import LEFTOVER, flush_folder, prepared
from ycindic.files.decoding import BYTE_ORDER_MARK
from ycindic.load.find import ACTUALS, REGISTRY
from ycindic.load.json_schema import schema_document
from ycindic.record.store import failure
from ycindic.render.forms.json import dump

_HERE = Path(__file__).parent
_DAY = 24 * 60 * 60.0
_OURS = ("README.md", "template.csv", "targets.schema.json", REGISTRY)
_EXAMPLES = "\nindicators:\n"
_EXAMPLE = "# urban-jobs,@Y@-03,1.31,ytd,@Y@-04-20,,,,"


def contents(year: int, lang: str, *, empty: bool = False) -> Mapping[str, str]:
    """The files of a new workspace; the registry last, for with it the folder is one, with examples or `empty`.

    In English where there are none in the language that is asked for.
    """
    told = lang if (_HERE / f"README.{lang}.md").is_file() else "en"
    registry = _spoken(_either((_HERE / REGISTRY).read_text(encoding="utf-8"), empty=empty), told)
    if empty:
        registry = registry[: registry.index(_EXAMPLES)] + "\nindicators: {}\n"
    readme = _either((_HERE / f"README.{told}.md").read_text(encoding="utf-8"), empty=empty)
    return {
        "README.md": _dated(readme, year),
        f"{ACTUALS}/template.csv": BYTE_ORDER_MARK + ",".join(FIGURE_COLUMNS) + "\n" + _dated(_EXAMPLE, year) + "\n",
        "targets.schema.json": dump(schema_document()),
        REGISTRY: _dated(registry, year),
    }


def begin(folder: Path, files: Mapping[str, str], problems: list[Problem]) -> list[Path]:
    """Make a workspace of these files and give those that were made; nothing that is there is ever overwritten.

    Whenever it dies there is no workspace, or a whole one: a new folder is built beside and takes its name at the end,
    in one that is there the registry comes last.
    """
    if os.path.lexists(folder / REGISTRY):
        problems.append(Problem(Place(str(folder / REGISTRY)), Code.THERE_ALREADY))
        return []
    return _filled(folder, folder, files, problems) if os.path.lexists(folder) else _moved(folder, files, problems)


def _moved(folder: Path, files: Mapping[str, str], problems: list[Problem]) -> list[Path]:
    """A folder that was not there appears whole."""
    above = [one for one in folder.parents if not one.exists()]
    _forget_killed(folder)
    beside = folder.parent / f".{folder.name[:20]}.{os.getpid()}{LEFTOVER}"
    made: list[Path] = []
    try:
        beside.mkdir(parents=True)
        made = _filled(beside, folder, files, problems)
        if made:
            beside.rename(folder)
            flush_folder(folder.parent)
            return [folder / one.relative_to(beside) for one in made]
    except OSError as error:
        problems.append(failure(error, folder))
    except BaseException:
        _nothing(made, beside, above)
        raise
    return _nothing(made, beside, above)


def _forget_killed(folder: Path) -> None:
    """Take away what a beginning left that was killed a day ago or more: what we make, and nothing else."""
    for beside in folder.parent.glob(f"{escape('.' + folder.name[:20])}.*{LEFTOVER}"):
        with suppress(OSError):
            if beside.is_dir() and not beside.is_symlink() and time() - beside.stat().st_mtime > _DAY:
                ours = [one for one in sorted(beside.rglob("*")) if one.is_file()]
                _nothing([one for one in ours if one.name in _OURS or _copied(one)], beside)


def _copied(path: Path) -> bool:
    """Whether it is an unfinished file, or one of the figures that a new year takes over."""
    return path.suffix == LEFTOVER or (path.parent.name, path.suffix.lower()) == (ACTUALS, ".csv")


def _filled(folder: Path, told: Path, files: Mapping[str, str], problems: list[Problem]) -> list[Path]:
    """The files that a folder lacks, the registry last; all of them or none. Faults name the folder `told`."""
    made: list[Path] = []
    path = told
    try:
        for name, text in files.items():
            path = told / name
            there = folder / name
            there.parent.mkdir(parents=True, exist_ok=True)
            if os.path.lexists(there):
                continue
            with prepared(there, text.encode()) as new:
                new.appear()
            made.append(there)
    except FileExistsError:
        problems.append(Problem(Place(str(path)), Code.THERE_ALREADY))
        return _nothing(made, folder)
    except OSError as error:
        problems.append(failure(error, path))
        return _nothing(made, folder)
    except BaseException:
        _nothing(made, folder)
        raise
    return made


def _nothing(made: list[Path], folder: Path, above: Sequence[Path] = ()) -> list[Path]:
    """Take away what was made of a workspace that could not be finished; folders that hold more stay."""
    for path in reversed(made):
        with suppress(OSError):
            path.unlink()
    for one in (folder / ACTUALS, folder, *above):
        with suppress(OSError):
            one.rmdir()
    return []


def _either(text: str, *, empty: bool) -> str:
    """The lines of a beginning with examples, or of an empty one."""
    ours, others = ("@empty@", "@full@") if empty else ("@full@", "@empty@")
    return "\n".join(line.removeprefix(ours) for line in text.split("\n") if not line.startswith(others))


def _dated(text: str, year: int) -> str:
    for mark, number in (("@Y@", year), ("@Y-1@", year - 1), ("@Y+4@", year + 4)):
        text = text.replace(mark, str(number))
    return text


def _spoken(text: str, lang: str) -> str:
    """The comments of one language."""
    other = "#en " if lang == "zh" else "#zh "
    lines = [line for line in text.split("\n") if not line.lstrip().startswith(other)]
    return "\n".join(lines).replace(f"#{lang} ", "# ")
