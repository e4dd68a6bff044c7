"""How is the course of a target drawn in a picture for paper, in the colours of the page?

matplotlib lives here. A picture holds digits only, so that it looks the same whatever fonts there are; what its lines
mean stands below it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from warnings import catch_warnings, simplefilter

import matplotlib as mpl

from ycindic.domain.period import MONTHS_A_YEAR, month_of_year, year_of
from ycindic.render.answers.path import PathPoint, Way

PICTURE = (8.0, 2.5)
"""How broad and how high a picture is, in centimetres: two find room beside each other."""
_HEADROOM, _BESIDE, _LEAST_APART = 0.25, 0.1, 0.2
"""Of a picture's height what stays free above and below, of its breadth what its words need, of its height how far
two words keep apart."""


def _spread(heights: Sequence[float], least: float) -> list[float]:
    """The heights, those that are too near each other moved apart, the lower one down and the higher one up."""
    found = list(heights)
    order = sorted(range(len(found)), key=lambda place: found[place])
    for low, high in pairwise(order):
        push = max(0.0, least - (found[high] - found[low])) / 2
        found[low], found[high] = found[low] - push, found[high] + push
    return found


_Dashes = str | tuple[int, tuple[int, int]]
"""How a line is broken, as matplotlib tells it."""


def png_of(way: Way, tone: str, number: Callable[[Decimal], str]) -> bytes:
    """The course as a PNG, the figures in a tone, told by `number`; no axis starts at 0 for show."""
    mpl.use("Agg")
    from matplotlib.figure import Figure
    from matplotlib.patheffects import withStroke

    figure = Figure(figsize=(PICTURE[0] / 2.54, PICTURE[1] / 2.54), dpi=200)
    axes = figure.add_subplot()
    lines: tuple[tuple[Sequence[PathPoint], str, _Dashes, float, str], ...] = (
        (way.before, "0.5", "-", 1, ""),
        (way.other, "tab:blue", "-", 1.2, ""),
        (way.promised, "black", "--", 1, ""),
        (way.needed, tone, ":", 1.4, ""),
        (way.so_far, tone, (0, (8, 2)), 1.2, ""),
        (way.actual, tone, "-", 1.8, "o"),
    )
    for points, colour, dashes, breadth, marker in lines:
        axes.plot(
            [one.month for one in points], [float(one.value) for one in points],
            color=colour, linestyle=dashes, linewidth=breadth, marker=marker, markersize=3,
        )  # fmt: skip
    if way.band:
        axes.axhspan(float(way.band[0]), float(way.band[1]), color="#dbe6f4", linewidth=0)
    if way.fan:
        axes.fill([one.month for one in way.fan], [float(one.value) for one in way.fan], color="0.75", alpha=0.5)
    now = way.actual[-1]
    told = [(one, number(one.value)) for one in (now, *way.so_far[-1:], *way.promised[-1:])]
    axes.margins(x=0.02, y=_HEADROOM)
    low, high = axes.get_ylim()
    halo = [withStroke(linewidth=2.5, foreground="white")]
    for (one, words), height in zip(
        told, _spread([float(one.value) for one, _ in told], (high - low) * _LEAST_APART), strict=True
    ):
        axes.annotate(
            words, (one.month, height), textcoords="offset points", xytext=(5, 0), va="center", fontsize=7.5,
            weight="bold", color="black" if one in way.promised else tone, path_effects=halo, annotation_clip=False,
        )  # fmt: skip
    months = [one.month for one in (*way.actual, *way.promised, *way.before, *way.other)]
    single = way.period.months <= MONTHS_A_YEAR and not way.yearly
    shown = range(way.period.first, way.period.last + 1) if single else [
        one for one in range(min(months), max(months) + 1) if one % MONTHS_A_YEAR == way.period.last % MONTHS_A_YEAR
    ]  # fmt: skip
    left, right = axes.get_xlim()
    axes.set_xlim(left, right + (right - left) * _BESIDE)
    axes.set_xticks(shown, [str(month_of_year(one) if single else year_of(one)) for one in shown])
    axes.yaxis.set_major_formatter(lambda height, _: number(Decimal(f"{height:.10g}")))
    axes.tick_params(labelsize=7, length=2)
    axes.grid(visible=True, linewidth=0.3)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    with catch_warnings():
        simplefilter("ignore", UserWarning)  # numbers of thirty digits leave no room for the course, which is drawn
        figure.tight_layout(pad=0.3)
    out = BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()
