"""What is a new file of figures called? By what it holds: whose figures, of which years."""

from collections.abc import Iterator, Sequence
from itertools import count

from ycindic.domain.period import year_of
from ycindic.record.entry import Entry

_LONGEST = 40
_TABLES = frozenset(["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "et"])
OLD_PREFIX = "import-"
"""How files of imports were called before they were listed."""


def names_of_files(entries: Sequence[Entry], otherwise: str) -> Iterator[str]:
    """`市统计局-2026.csv`, then `市统计局-2026-2.csv` and so on; without any publisher and source the other name.

    Where several offices sent them it is called by the first one and how many more there are: `市统计局+2-2026.csv`.
    """
    stem = f"{whose}-{_years(entries)}" if (whose := _whose(entries)) else otherwise
    yield f"{stem}.csv"
    yield from (f"{stem}-{number}.csv" for number in count(2))


def _whose(entries: Sequence[Entry]) -> str:
    """The publisher that all the indicators have, or the source that all the figures have, or the first of those."""
    publishers = {one.indicator.publisher.zh if one.indicator.publisher else "" for one in entries}
    sources = [_safe(one) for one in dict.fromkeys(_without_ending(one.source) for one in entries)]
    if len(publishers) == 1 and (name := _safe(publishers.pop())):
        return name
    return f"{sources[0]}+{len(sources) - 1}" if len(sources) > 1 and sources[0] else sources[0]


def _without_ending(source: str) -> str:
    """A source that is the name of a table, without the ending of a table."""
    name, dot, ending = source.rpartition(".")
    return name if dot and ending.lower() in _TABLES else source


def _years(entries: Sequence[Entry]) -> str:
    years = sorted({year_of(one.period.last) for one in entries})
    return str(years[0]) if years[0] == years[-1] else f"{years[0]}-{years[-1]}"


def _safe(text: str) -> str:
    """Letters and digits of any language; whatever else could mean something to a file system is a dash."""
    kept = "".join(one if one.isalnum() or one in "-_" else "-" for one in text)
    while "--" in kept:
        kept = kept.replace("--", "-")
    return kept[:_LONGEST].strip("-")
