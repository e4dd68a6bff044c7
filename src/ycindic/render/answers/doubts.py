"""How is a strange figure asked about, and what is said of its effect on the verdicts?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from ycindic.domain.assessment import Assessment
from ycindic.domain.model import Indicator
from ycindic.domain.plausibility import Doubt, Doubtful
from ycindic.domain.release import first_release
from ycindic.render.answers.cells import verdict
from ycindic.render.words.figures import target_words
from ycindic.render.words.numbers import MONTHS, period_in_words, typed
from ycindic.render.words.sentence import sentence
from ycindic.render.words.units import amounts_of
from ycindic.render.words.visible import one_line
from ycindic.render.words.wording import EVERY
from ycindic.text import Text, Verbatim, _

_Telling = Callable[[Doubt, Indicator], Text]


def _expected(doubt: Doubt, indicator: Indicator) -> Text:
    if doubt.low is None or doubt.high is None:
        return Verbatim("")
    low, high = (amounts_of(typed(_short(one)), indicator) for one in (doubt.low, doubt.high))
    return low if low == high else _("{low} to {high}", low=low, high=high)


def _short(value: Decimal) -> Decimal:
    """A computed value without a tail of digits that nobody published."""
    exponent = value.as_tuple().exponent
    return value if isinstance(exponent, int) and exponent >= -4 else round(value, 2)


def _period(doubt: Doubt) -> Text:
    return period_in_words(doubt.period) if doubt.period else Verbatim("")


def _off_rhythm(doubt: Doubt, indicator: Indicator) -> Text:
    rule = indicator.released
    if rule is None:
        raise AssertionError
    return _(
        "no release ends with {period}: the rhythm is {every}, first in {month}",
        period=_period(doubt),
        every=EVERY[rule.every],
        month=MONTHS[first_release(rule)],
    )


def _unit_slip(doubt: Doubt, indicator: Indicator) -> Text:
    value, usual = amounts_of(typed(doubt.value), indicator), _expected(doubt, indicator)
    if doubt.figures:
        strange = _("{value} is of another size than the usual {usual}: another unit?", value=value, usual=usual)
    else:
        strange = _("{value} is of another size than the expected {usual}: another unit?", value=value, usual=usual)
    if doubt.likely is None:
        return strange
    likely = amounts_of(format(doubt.likely.normalize(), "f"), indicator)
    return _("{said} Is {likely} meant?", said=strange, likely=likely)


def _falling(doubt: Doubt, indicator: Indicator) -> Text:
    return _(
        "a running total does not fall: {before} for {period}, and now {value}",
        before=_expected(doubt, indicator),
        period=_period(doubt),
        value=amounts_of(typed(doubt.value), indicator),
    )


def _other_sign(doubt: Doubt, indicator: Indicator) -> Text:
    value, likely = (amounts_of(typed(one), indicator) for one in (doubt.value, -doubt.value))
    return _("{value} is a rise, and a fall was promised: is {likely} meant?", value=value, likely=likely)


def _jump(doubt: Doubt, indicator: Indicator) -> Text:
    return _(
        "{value} is far outside the {figures} earlier figures, {usual}",
        value=amounts_of(typed(doubt.value), indicator),
        figures=doubt.figures,
        usual=_expected(doubt, indicator),
    )


def _revision(doubt: Doubt, indicator: Indicator) -> Text:
    return _(
        "{period} has another value already: {before} → {value}, a revision?",
        period=_period(doubt),
        before=_of_day(_expected(doubt, indicator), doubt.before),
        value=_of_day(amounts_of(typed(doubt.value), indicator), doubt.published),
    )


def _of_day(amount: Text, published: date | None) -> Text:
    if published is None:
        return _("{what} (undated)", what=amount)
    return _("{what} (published {day})", what=amount, day=published)


_TELLINGS: Mapping[Doubtful, _Telling] = {
    Doubtful.OFF_RHYTHM: _off_rhythm,
    Doubtful.NOT_OVER: lambda doubt, _one: _("published before {period} was over", period=_period(doubt)),
    Doubtful.PUBLISHED_AHEAD: lambda _doubt, _one: _("the published date is later than today"),
    Doubtful.UNIT_SLIP: _unit_slip,
    Doubtful.FALLING: _falling,
    Doubtful.OTHER_SIGN: _other_sign,
    Doubtful.JUMP: _jump,
    Doubtful.REVISION: _revision,
    Doubtful.BRACKETS: lambda doubt, one: _(
        "the table has it in brackets, read as {value}: is it below zero?", value=amounts_of(typed(doubt.value), one)
    ),
}
"""What is strange, by its kind."""


def asked(doubt: Doubt, indicator: Indicator, lang: str) -> str:
    """One line about a doubt, with its stable name."""
    return f"{_TELLINGS[doubt.kind](doubt, indicator).in_language(lang)} [{doubt.kind}]"


def shifted(before: Assessment, after: Assessment, day: date, lang: str) -> tuple[str, str]:
    """Two lines: what became of a target on a day: both verdicts, and the reason of the new one."""
    name = one_line(target_words(after.target, after.indicator).in_language(lang))
    now = verdict(after, lang)
    arrow = f"{verdict(before, lang)} → {now}" if before.verdict is not after.verdict else now
    on = _("{said} (as of {day})", said=f"{name}: {arrow}", day=day).in_language(lang)
    return on, f"  {sentence(after).in_language(lang)}"
