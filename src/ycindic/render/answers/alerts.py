"""How is something that needs attention told?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ycindic.domain.agenda import Expected
from ycindic.domain.alert import Alert, Dispute, Late, Unlikely, Unsettled
from ycindic.domain.assessment import Assessment
from ycindic.domain.model import Observation
from ycindic.render.answers.opinions import METHODS, STATUSES, values
from ycindic.render.answers.sheet import Value
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import chance_words, in_words, plain, typed, with_unit
from ycindic.render.words.wording import Pair
from ycindic.text import Text, _

ALERTS: Mapping[Alert, tuple[Pair, Pair]] = {
    Alert.INVALID: (
        ("文件有误", "faulty file"),
        ("按所说改正；ycindic validate列出全部", "mend it as told; ycindic validate lists them all"),
    ),
    Alert.BREACH: (
        ("已违反", "breach"),
        ("核对数据；已无法补救", "look the figure up; nothing later can mend it"),
    ),
    Alert.MISSED: (
        ("未完成", "missed"),
        ("ycindic show看差距从何而来", "ycindic show tells where the gap comes from"),
    ),
    Alert.OFF_TRACK: (
        ("偏离", "off track"),
        ("ycindic show看其余时间须完成多少", "ycindic show tells what the rest must bring"),
    ),
    Alert.AT_RISK: (
        ("有风险", "at risk"),
        ("ycindic show看其余时间须完成多少", "ycindic show tells what the rest must bring"),
    ),
    Alert.UNLIKELY: (
        _("unlikely"),
        _("ycindic show tells how the year will probably end, and from what"),
    ),
    Alert.STALE: (
        ("数据过旧", "stale"),
        ("录入逾期的数据，结论才有", "record the late figures; then there is a verdict"),
    ),
    Alert.LATE: (
        ("数据逾期", "late"),
        ("向公布单位索取，用ycindic record或import录入", "ask its publisher; ycindic record or import takes it in"),
    ),
    Alert.INCONSISTENT: (
        ("前后不一", "inconsistent"),
        ("ycindic audit列出所问各项", "ycindic audit lists what is asked"),
    ),
    Alert.CONTESTED: (
        ("结论有异议", "contested"),
        ("ycindic show看别的算法怎么说", "ycindic show tells how others count"),
    ),
    Alert.PRELIMINARY: (
        ("仍为初步数", "still preliminary"),
        ("最终数公布后录入", "record the final figure when it is published"),
    ),
}
"""How each is called, and what to do then."""

_MOST_NAMED = 2
"""So many late releases are named one by one in a sentence."""


def late(cause: Late) -> Pair:
    """The oldest release and the newest, and how many there are; the list of them is for programs."""
    zh, en = _listed(cause.releases if len(cause.releases) <= _MOST_NAMED else (cause.releases[0], cause.releases[-1]))
    if len(cause.releases) > _MOST_NAMED:
        count = len(cause.releases)
        zh, en = f"共{count}期，自{zh.replace('、', '至')}", f"{count} releases from {en.replace('), ', ') to ')}"
    publisher = cause.indicator.publisher
    who = (f"，由{publisher.zh}公布", f", from {publisher.en}") if publisher else ("", "")
    return f"应有而未录入：{zh}{who[0]}。", f"Due and not recorded: {en}{who[1]}."


def _listed(releases: Sequence[Expected]) -> Pair:
    zh = "、".join(f"{one.period}（应于{one.due}公布，已逾期{-one.days}天）" for one in releases)
    en = ", ".join(f"{one.period} (due {one.due}, {_days(-one.days)} late)" for one in releases)
    return zh, en


def _days(count: int) -> str:
    return f"{count} day" if count == 1 else f"{count} days"


def disputed(cause: Dispute) -> Pair:
    """Our verdict, and what the others would say."""
    votes = [one for one in cause.votes if one.yes is not None]
    ours = LOOKS[cause.row.verdict].word
    zh = "，".join(f"{METHODS[one.method.value][0]}：{STATUSES[one.status.value][0]}" for one in votes)
    en = ", ".join(f"{METHODS[one.method.value][1]}: {STATUSES[one.status.value][1]}" for one in votes)
    return f"本工具：{ours[0]}；{zh}。", f"We say {ours[1]}; {en}."


def unlikely(cause: Unlikely) -> Text:
    """The chance, and how many years like this kept the promise."""
    outlook = cause.row.outlook
    if outlook is None or outlook.like is None:
        return _("The chance that it is kept is {chance}.", chance=chance_words(cause.chance))
    return _(
        "The chance that it is kept is {chance}: {kept} of {years} years like this kept it.",
        chance=chance_words(cause.chance),
        kept=outlook.like.kept,
        years=outlook.like.years,
    )


def unsettled(cause: Unsettled) -> Pair:
    """The preliminary figures that a verdict rests on."""
    zh = "、".join(f"{in_words(one.covered)[0]}的{_figure(one, cause)}" for one in cause.figures)
    en = ", ".join(f"{_figure(one, cause)} for {in_words(one.covered)[1]}" for one in cause.figures)
    return f"结论所用的数据仍为初步数：{zh}。", f"A verdict rests on preliminary figures: {en}."


def _figure(one: Observation, cause: Unsettled) -> str:
    return with_unit(typed(one.value), cause.indicator.unit)


def verdict_values(row: Assessment) -> dict[str, Value]:
    """A verdict for programs."""
    return {
        "verdict": row.verdict.value,
        "on_track": row.on_track,
        "reason": row.reason.value,
        "rule": row.rule.value,
        "commitment": row.target.commitment.value,
    }


def unlikely_values(cause: Unlikely) -> dict[str, Value]:
    """A verdict and the chance, for programs."""
    outlook = cause.row.outlook
    return verdict_values(cause.row) | {
        "chance": plain(cause.chance),
        "chance_years": None if outlook is None else outlook.years,
    }


def dispute_values(cause: Dispute) -> dict[str, Value]:
    """A verdict and what the others would say, for programs."""
    return verdict_values(cause.row) | {"opinions": values(cause.row, cause.votes)["opinions"]}


def release_values(one: Expected) -> dict[str, Value]:
    """A figure that should be out, and how late it is."""
    return {"period": str(one.period), "due": one.due.isoformat(), "days_late": -one.days}


def figure_values(one: Observation) -> dict[str, Value]:
    """A figure by which a verdict was reached."""
    return {
        "period": str(one.covered),
        "value": plain(one.value),
        "published": one.published.isoformat() if one.published else None,
    }
