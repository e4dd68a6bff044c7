"""How does a workspace begin: which files, with which words in them?"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ycindic.domain.problem import Code, Place, Problem
from ycindic.files.atomic import prepared
from ycindic.files.decoding import MARK
from ycindic.load.csv_file import COLUMNS
from ycindic.load.find import ACTUALS, REGISTRY
from ycindic.load.json_schema import document
from ycindic.record.store import failure
from ycindic.render.as_json import dump

HERE = Path(__file__).parent
EXAMPLE = "# urban-jobs,@Y@-03,1.31,ytd,@Y@-04-20,,,,"


def contents(year: int, lang: str) -> Mapping[str, str]:
    """The files of a new workspace; the registry last, for with it the folder is one."""
    return {
        "README.md": _dated((HERE / f"README.{lang}.md").read_text(encoding="utf-8"), year),
        f"{ACTUALS}/template.csv": MARK + ",".join(COLUMNS) + "\n" + _dated(EXAMPLE, year) + "\n",
        "targets.schema.json": dump(document()),
        REGISTRY: _dated(_spoken((HERE / REGISTRY).read_text(encoding="utf-8"), lang), year),
    }


def begin(folder: Path, year: int, lang: str, problems: list[Problem]) -> list[Path]:
    """Make a workspace and give the files that were made; nothing that is there is ever overwritten."""
    made: list[Path] = []
    if (folder / REGISTRY).exists() or (folder / REGISTRY).is_symlink():
        problems.append(Problem(Place(str(folder / REGISTRY)), Code.THERE_ALREADY))
        return made
    for name, text in contents(year, lang).items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() or path.is_symlink():
                continue
            with prepared(path, text.encode()) as new:
                new.appear()
            made.append(path)
        except FileExistsError:
            problems.append(Problem(Place(str(path)), Code.THERE_ALREADY))
            return _nothing(made, folder)
        except OSError as error:
            problems.append(failure(error, path))
            return _nothing(made, folder)
    return made


def _nothing(made: list[Path], folder: Path) -> list[Path]:
    """Take away what was made of a workspace that could not be finished; folders that hold more stay."""
    for path in reversed(made):
        with suppress(OSError):
            path.unlink()
    for one in (folder / ACTUALS, folder):
        with suppress(OSError):
            one.rmdir()
    return []


def _dated(text: str, year: int) -> str:
    for mark, number in (("@Y@", year), ("@Y-1@", year - 1), ("@Y+4@", year + 4)):
        text = text.replace(mark, str(number))
    return text


def _spoken(text: str, lang: str) -> str:
    """The comments of one language."""
    other = "#en " if lang == "zh" else "#zh "
    lines = [line for line in text.split("\n") if not line.lstrip().startswith(other)]
    return "\n".join(lines).replace(f"#{lang} ", "# ")
