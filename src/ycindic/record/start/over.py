"""What does a new year take over from a workspace: its indicators, its figures, and the promises that still run?"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from ycindic.domain.model import Plan, Target, TargetId
from ycindic.domain.period import CIVIL, MONTHS_A_YEAR, Period, year
from ycindic.load.find import ACTUALS, REGISTRY, Folder
from ycindic.load.json_schema import schema_document
from ycindic.record.draft.insert import indentation, spelled
from ycindic.render.forms.json import dump

_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_TARGETS = re.compile(r"^( +)targets:\s*(#.*)?$")


def taken_over(folder: Folder, plan: Plan, of_year: int) -> Mapping[str, str]:
    """The files of a new workspace: the old registry without what is over, and the figures as they are.

    Raises OSError where one of them cannot be read.
    """
    read = spelled(folder.registry.read_bytes())
    text = _carried("" if read is None else read[0], plan, of_year)
    figures = {f"{ACTUALS}/{path.name}": _text(path) for path in folder.actuals()}
    return {**figures, "targets.schema.json": dump(schema_document()), REGISTRY: text}


def titles_of_earlier_years(plan: Plan, of_year: int) -> list[str]:
    """The sections whose titles name earlier years alone: a report's words, which only a person may change."""
    named = {zh: [int(one) for one in _YEAR.findall(zh)] for zh, _en in plan.sections.values()}
    return [title for title, years in named.items() if years and max(years) < of_year]


def year_of_title(plan: Plan) -> int | None:
    """The latest year that the title of a plan names."""
    return max((int(one) for one in _YEAR.findall(plan.title.zh)), default=None)


def _text(path: Path) -> str:
    read = spelled(path.read_bytes())
    return "" if read is None else read[0]


def promised_year(plan: Plan) -> Period | None:
    """The year that most promises of a single year are made for; None where there is none."""
    promised = Counter(CIVIL.year_of(one.period.last) for one in plan.targets if one.period.months <= MONTHS_A_YEAR)
    return year(promised.most_common(1)[0][0]) if promised else None


def year_after(plan: Plan, usual: int) -> int:
    """The year after the one that most promises of a single year are made for."""
    promised = promised_year(plan)
    return usual if promised is None else CIVIL.year_of(promised.last) + 1


def still_running(plan: Plan, of_year: int) -> frozenset[TargetId]:
    """The targets whose period reaches into a year, and the parts that decide them."""
    first = year(of_year).first
    kept = {one.id for one in plan.targets if one.period.last >= first}
    parts = {part for one in plan.targets if one.id in kept for part in one.parts or ()}
    return frozenset(kept | parts)


def _carried(old: str, plan: Plan, of_year: int) -> str:
    """The old registry line by line, without the targets that are over, the source and the phrases of the old report.

    In its title the year of the targets that are over becomes the new one.
    """
    kept = still_running(plan, of_year)
    over = [one for one in plan.targets if one.id not in kept]
    lines = old.splitlines(keepends=True)  # as YAML counts them: a separator in a remark is a line's end, too
    gone = (
        {number for one in over for number in _lines_of(lines, one)} | _block(lines, "names") | _block(lines, "source")
    )
    head = _block(lines, "title")
    before = str(max((CIVIL.year_of(one.period.last) for one in over), default=of_year))
    found = [
        line.replace(before, str(of_year)) if number in head else line
        for number, line in enumerate(lines)
        if number not in gone
    ]
    return "".join(_without_empty_lists(found))


def _lines_of(lines: Sequence[str], target: Target) -> range:
    """The lines of a target that begins with a dash, to the next line that stands no further in."""
    first = target.place.line - 1
    dash = indentation(lines[first])
    last = first + 1
    while last < len(lines) and lines[last].strip() and indentation(lines[last]) > dash:
        last += 1
    return range(first, last) if lines[first].lstrip().startswith("-") else range(0)


def _block(lines: Sequence[str], key: str) -> set[int]:
    begin = next((number for number, line in enumerate(lines) if line.startswith(f"{key}:")), None)
    if begin is None:
        return set()
    end = next((at for at in range(begin + 1, len(lines)) if lines[at][:1].strip() and lines[at][0] != "#"), len(lines))
    return set(range(begin, end))


def _without_empty_lists(lines: Sequence[str]) -> list[str]:
    """`targets:` with nothing below it says so."""
    found = []
    for number, line in enumerate(lines):
        head = _TARGETS.match(line.rstrip())
        after = next((one for one in lines[number + 1 :] if one.strip() and not one.strip().startswith("#")), "")
        empty = head is not None and not (after.lstrip().startswith("-") and indentation(after) >= len(head[1]))
        found.append(line.replace("targets:", "targets: []", 1) if empty else line)
    return found
