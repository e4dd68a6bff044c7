"""A desk with one target of every kind on it; everything is invented."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from domain.builders import alone, flow, growth, known, mean, point, promised, stock, ytd
from ycindic.domain.assessment import Assessment
from ycindic.domain.judge import assess_all
from ycindic.domain.model import Bilingual, Commitment, Indicator, Observation, Plan, Target
from ycindic.render import forms
from ycindic.render.answers import status
from ycindic.render.answers.report import Report
from ycindic.render.words.screen import Screen

AS_OF = date(2026, 9, 20)


def named(indicator: Indicator, zh: str, en: str) -> Indicator:
    return indicator._replace(name=Bilingual(zh, en), publisher=Bilingual("市统计局", "Statistics bureau"))


INDICATORS = (
    named(growth("gdp", better="higher"), "地区生产总值", "Gross regional product"),
    named(mean("prices", better="lower", decimals=1), "居民消费价格涨幅", "Rise of consumer prices"),
    named(flow("jobs", unit="万人"), "城镇新增就业", "New urban jobs"),
    named(stock("platforms", unit="个"), "科创平台", "Innovation platforms"),
    named(growth("income", better="higher"), "居民收入增长", "Growth of incomes"),
    named(growth("research"), "研发投入增长", "Growth of research spending"),
    named(flow("roads", unit="km"), "农村公路", "Rural roads"),
    named(stock("villages", unit="%"), "和美乡村覆盖率", "Coverage by liveable villages"),
)

TARGETS = (
    promised("about", 6, of="gdp", section="三", wording="增长6%左右"),
    promised("at_most", 2, of="prices", section="三", wording="涨幅控制在2%以内", commitment=Commitment.BINDING),
    promised("at_least", 5, of="jobs", section="三", wording="城镇新增就业5万人"),
    promised("at_least", 120, "2026-2030", of="platforms", section="二", wording="达到120个"),
    promised("in_step", of="income", reference=["gdp"], section="三", wording="与经济增长同步"),
    promised("at_least", 10, "2025-2030", of="research", average=True, section="二", wording="年均增长10%以上"),
    promised("at_least", 300, of="roads", section="三", wording="新建改造300公里"),
    promised("at_least", 50, of="villages", section="二"),
)

OBSERVED = (
    *(ytd(when, value, of="gdp") for when, value in (("2025", "5.2"), ("2026-Q1", "5.0"), ("2026-H1", "5.5"))),
    *(alone(f"2026-{month:02d}", value, of="prices") for month, value in enumerate(("0.4", "1.2", "0.9"), 1)),
    *(ytd(when, value, of="jobs") for when, value in (("2025-03", "1.30"), ("2025-06", "2.85"), ("2025", "5.00"))),
    *(ytd(when, value, of="jobs") for when, value in (("2026-03", "1.31"), ("2026-06", "2.80"))),
    *(point(when, value, of="platforms") for when, value in (("2025", 100), ("2026-06", 104))),
    *(ytd(when, value, of="income") for when, value in (("2026-Q1", "5.6"), ("2026-H1", "5.1"))),
    ytd("2025", "8", of="research"),
    *(point(when, value, of="villages") for when, value in (("2025", "40.00"), ("2026-06", "52.50"))),
)


def plan(indicators: Iterable[Indicator] = INDICATORS, targets: Iterable[Target] = TARGETS) -> Plan:
    sections = {"二": Bilingual("五年目标", "Five years"), "三": Bilingual("年度目标", "This year")}
    return Plan(Bilingual("工作报告", "Work report"), {one.id: one for one in indicators}, tuple(targets), sections)


def report(
    promises: Plan | None = None, seen: Iterable[Observation] = OBSERVED, *, as_of: date = AS_OF, **keys: object
) -> Report:
    """The answer to `status` about the desk, or about another plan."""
    asked, facts = promises or plan(), known(seen)
    rows = assess_all(asked, facts, as_of)
    return Report(asked, as_of, "desk", rows, 0, facts=facts, **keys)  # type: ignore[arg-type]


def row(of: str, found: Report | None = None) -> Assessment:
    return next(one for one in (found or report()).rows if of in (one.indicator.id, one.target.id))


def cell(name: str, found: Assessment, lang: str) -> str:
    """A cell of a row as people read it."""
    return status.sheet(report()).cell(name, found, Screen(lang))


def pieces(form: str, found: Report | None = None, *, lang: str = "en", **screen: object) -> bytes:
    """A report in any form."""
    return b"".join(forms.written(form, status.sheet(found or report()), Screen(lang=lang, **screen)))  # type: ignore[arg-type]


def written(form: str, found: Report | None = None, *, lang: str = "en", **screen: object) -> str:
    """A report in a form that is text."""
    return pieces(form, found, lang=lang, **screen).decode()


TEXTS = tuple(name for name, form in forms.FORMS.items() if form.gate)
"""The forms that are text."""
