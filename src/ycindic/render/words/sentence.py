"""Why is the verdict what it is? One plain sentence in Chinese and English, with every input in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from ycindic.domain.assessment import Assessment, Hoped, MissedStone, Side, Verdict
from ycindic.domain.model import SUMS, Better, Bilingual, Measure, ProfileKind
from ycindic.domain.period import Period
from ycindic.domain.reason import Reason
from ycindic.domain.relation import Relation
from ycindic.render.words import rest
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.numbers import chance_words, figure, period_in_words, rounded, stated, typed
from ycindic.render.words.standing import SIDES, amount, both, breach_gap, gap_words, promised_goal, reached
from ycindic.render.words.units import amounts_of, measured_of
from ycindic.render.words.visible import one_line
from ycindic.render.words.wording import PROFILES, clauses, measured
from ycindic.text import FullSentence, Text, _, _n, _p

if TYPE_CHECKING:
    from ycindic.domain.outlook.end import Outlook

_Telling = Callable[[Assessment], Text]


def sentence(found: Assessment) -> Text:
    """The reason of a verdict in words: what was reached, by which rule, under which circumstance."""
    return FullSentence(reasons(found))


def reasons(found: Assessment) -> Text:
    """What the sentence says, to stand in another one."""
    parts = [SENTENCES[found.rule](found)]
    if found.reason is not found.rule:
        parts.append(SENTENCES[found.reason](found))
    if _lacks_course(found):
        parts.append(_("judged by equal months, as no course of earlier years is known"))
    if found.hole is not None:
        parts.append(_hole(found, found.hole))
    parts += [_stone(found, missed) for missed in found.missed_stones]
    if found.hoped is not None:
        parts.append(_hoped(found, found.hoped))
    if found.outlook is not None and found.outlook.doubts is not None and found.outlook.doubts is found.on_track:
        parts.append(_contradicted(found, found.outlook))
    return clauses(parts)


def _contradicted(found: Assessment, outlook: Outlook) -> Text:
    """The rule says one thing, and the chance another."""
    if outlook.chance is None:
        return _("the years on record say otherwise")
    verdict, chance = LOOKS[found.verdict].word, chance_words(outlook.chance)
    return _("{verdict} by the rule, but the chance is {chance}", verdict=verdict, chance=chance)


def _stone(found: Assessment, missed: MissedStone) -> Text:
    """A milestone that passed unmet."""
    last = missed.stone.by.last
    promised, value = (amounts_of(typed(one), found.indicator) for one in (missed.stone.goal, missed.reached))
    return _(
        "the milestone of {promised} for {month} was missed ({value})",
        promised=promised,
        month=period_in_words(Period(last, last)),
        value=value,
    )


def _hoped(found: Assessment, hoped: Hoped) -> Text:
    """How the second, softer goal stands, which decides nothing."""
    number = found.target.hope.goal if found.target.hope else None
    goal = _("the hoped-for goal") if number is not None else _("the hope for better")
    stands = _("{about}: {said}", about=goal, said=LOOKS[hoped.verdict].word)
    short = None
    if hoped.gap is not None and hoped.gap > 0 and number is not None:
        far = amount(found, hoped.gap)
        short = _p("of what is hoped for", "{far} short", far=far)
    return both(stands, short)


def _hole(found: Assessment, first: int) -> Text:
    """What is missing from a month on, so that what is known of later ones could not be added."""
    month = period_in_words(Period(first, first))
    if found.indicator.measure is Measure.GROWTH and not (found.target.average or found.target.total):
        return _(
            "the rate of the year so far is missing from {month} on, so later single months or quarters do not count",
            month=month,
        )
    return _("{month} is missing, so later figures do not count", month=month)


def _lacks_course(found: Assessment) -> bool:
    """Whether a sum that is known to come unevenly goes by the passing of time; a growth rate has no pace to say so."""
    a_sum = found.indicator.measure in SUMS
    by_time = a_sum and found.figures.profile is ProfileKind.LINEAR
    return found.indicator.uneven and by_time and found.rule in (Reason.PACE, Reason.DIFFERENCE)


def _fixed(text: Text) -> _Telling:
    return lambda _found: text


def _stands(found: Assessment, *more: Text | None) -> Text:
    """What was reached and promised, and what else is to be said."""
    return both(reached(found), promised_goal(found), *more)


def _with(text: Text) -> _Telling:
    return lambda found: _stands(found, text)


def _value(found: Assessment, value: Decimal) -> Text:
    return amounts_of(stated(found, value), found.indicator)


def _todo_of(found: Assessment) -> str:
    """What is still to be decided, of the target or of its indicator."""
    return one_line(found.target.todo or found.indicator.todo)


def _met(found: Assessment) -> Text:
    if found.target.relation is Relation.TURNING:
        return _turn(found)
    return _stands(found, gap_words(found))


def _pace(found: Assessment) -> Text:
    stands = _heading(found) or (gap_words(found) if found.side is not None else _lead(found))
    return _stands(found, stands, rest.of_sum(found))


def _lead(found: Assessment) -> Text | None:
    """How many points of its goal a sum or a way lies ahead of its course or behind it; of a ceiling what it used."""
    lead, profile = found.figures.lead_profile, found.figures.profile
    if lead is None or profile is None:
        return None
    told = {"far": measured(rounded(abs(lead), 1), "pp"), "course": PROFILES[profile]}
    if not round(lead, 1):
        return _("just in line with {course}", **told)
    if rest.as_room(found):
        less = _("{far} less of it used than {course} allows", **told)
        return less if lead > 0 else _("{far} more of it used than {course} allows", **told)
    if lead > 0:
        return _("{far} ahead of {course}", **told)
    if found.verdict is Verdict.ON_TRACK and found.rule is Reason.PACE:
        return _("{far} behind {course}, which is close enough", **told)
    return _("{far} behind {course}", **told)


def _heading(found: Assessment) -> Text | None:
    """Where a sum leads that is kept between two limits and will not stay between them."""
    figures = found.figures
    if found.side is not Side.ABOVE or figures.projection is None or found.indicator.measure is Measure.STOCK:
        return None
    end = amounts_of(figure(found, figures.projection, divided=True), found.indicator)
    return _("on this course it ends at {end}, above the ceiling", end=end)


def _needed(found: Assessment) -> Text:
    return _stands(found, gap_words(found), rest.needed(found))


def _difference(found: Assessment) -> Text:
    figures = found.figures
    if figures.benchmark is None and found.indicator.measure in SUMS:
        return _line(found)
    stands, several = gap_words(found) if found.target.told else None, len(found.references) > 1
    if stands is not None and several:
        stands = both(stands, _("{name} decides", name=found.beside))
    if stands is None and figures.benchmark is not None and figures.difference is not None:
        value = _value(found, figures.benchmark)
        own = _("the {value} of {name}", value=value, name=found.beside) if several else _("its {value}", value=value)
        stands = _beside(found, figures.difference, own)
    return _stands(found, stands, rest.beside(found))


def _line(found: Assessment) -> Text:
    """A sum against the line to a limit of zero or below, of which no share can be done."""
    figures, against = found.figures, None
    if figures.difference is not None and figures.profile is not None:
        due = _("what is due by {course}", course=PROFILES[figures.profile])
        against = _heading(found) or _beside(found, figures.difference, due)
    return _stands(found, against, rest.a_month(found))


def _beside(found: Assessment, difference: Decimal, other: Text) -> Text:
    """On which side of another number a figure lies, and how far: a bare sign can be read either way."""
    if not difference:
        return _("just as {other}", other=other)
    far = amount(found, difference)
    below = _("{far} below {other}", far=far, other=other)
    return below if difference < 0 else _("{far} above {other}", far=far, other=other)


def _sign(found: Assessment) -> Text:
    figures = found.figures
    if found.target.relation is Relation.NARROWING:
        return both(reached(found), _distance(found), promised_goal(found))
    before = None
    if figures.baseline is not None:
        base = _value(found, figures.baseline)
        before = _("{base} in the base year", base=base)
    return both(reached(found), before, promised_goal(found))


def _distance(found: Assessment) -> Text | None:
    """How far behind the benchmark it is and was: in per cent of that, or as a difference."""
    now, then = found.figures.difference, found.figures.baseline
    if now is None or then is None:
        return None
    name = found.beside if len(found.references) > 1 else _("the benchmark")
    return _("{now}, {then} in the base year", now=_behind(found, now, name), then=_behind(found, then, _("it")))


def _behind(found: Assessment, distance: Decimal, name: Text | None) -> Text:
    difference = found.target.as_difference
    number = figure(found, abs(distance), divided=not difference)
    amount = measured_of(number, found.figures.gap_unit if difference else "%", found.indicator)
    told = {"amount": amount, "name": name}
    return _("{amount} ahead of {name}", **told) if distance < 0 else _("{amount} behind {name}", **told)


def _breach(found: Assessment) -> Text:
    one = found.breach
    if one is None:
        return _met(found)
    return both(
        _p("a breach", "{value} for {period}", value=_value(found, one.value), period=period_in_words(one.covered)),
        promised_goal(found),
        breach_gap(found, one.value) if found.side is None else _("{side} what is accepted", side=SIDES[found.side]),
        ONE_IS_ENOUGH,
    )


ONE_IS_ENOUGH = _("one breach is enough to miss the whole period")


def _worst(found: Assessment) -> Text:
    """Which part decides; of one that is no more than waited for, that nothing has been decided."""
    words = _undecided(found) or _("its worst part {decided_by} decides", decided_by=found.beside or found.decided_by)
    return words if found.target.together is None else both(promised_goal(found), words)


def _undecided(found: Assessment) -> Text | None:
    if found.verdict is Verdict.NOT_DUE:
        return _("part of it is not due yet")
    if found.verdict is Verdict.NO_DATA:
        return _("of its part {part} no figure is recorded", part=found.beside or found.decided_by)
    return None


def _no_actual(found: Assessment) -> Text:
    late = len(found.owed)
    if not late and found.indicator.released is None:
        return _("no figure is recorded; on which day one comes out is not registered")
    if not late:
        return _("a figure is due and not recorded")
    return _n("{count} figure is due and not recorded", "{count} figures are due and none is recorded", late)


def _unseen(found: Assessment) -> Text | None:
    """Of a condition that is tested on every figure those before the latest that nobody knows."""
    if not found.unseen:
        return None
    return _n(
        "as far as known: {count} figure before it is missing",
        "as far as known: {count} figures before it are missing",
        len(found.unseen),
    )


def _stale(found: Assessment) -> Text:
    return _n(
        "{count} later figure is overdue, so this is only how it stood then",
        "{count} later figures are overdue, so this is only how it stood then",
        len(found.owed),
    )


def _base(found: Assessment, why: Text) -> Text:
    base = found.figures.baseline
    told = None if base is None else _("the base was {base}", base=_value(found, base))
    return _stands(found, told, why)


def _passed(found: Assessment) -> Text:
    """The deadline that has passed, and when it was reached after all."""
    by = found.target.by
    words = _("its deadline {day} has passed", day="" if by is None else by)
    if found.late is None:
        return words
    return both(words, _("it was reached in {month}", month=period_in_words(Period(found.late.last, found.late.last))))


def _not_confirmed(found: Assessment) -> Text:
    """Why what is known leaves the end open: figures are missing, or the first one behind a deadline is enough."""
    if found.late is None:
        return _("the reports do not cover all of the period")
    month = period_in_words(Period(found.late.last, found.late.last))
    day = found.target.by or ""
    return _("reached by the end of {month}, no figure tells whether by its deadline {day}", month=month, day=day)


def _awaiting(found: Assessment) -> Text:
    by = found.target.by
    if by is None or found.indicator.profile is ProfileKind.BATCH:
        return _("the period is over and its final figure is not out")
    return _("its deadline {day} has passed and the figure of that month is not out", day=by)


def _turn(found: Assessment) -> Text:
    """Where the extreme of all figures lies: at the latest one it has not turned yet."""
    figures, peak = found.figures, found.indicator.better is Better.LOWER
    if figures.benchmark is None or figures.benchmark_period is None:
        return _stands(found)
    if figures.benchmark == figures.actual:
        here = _("the highest so far") if peak else _("the lowest so far")
        return both(reached(found), here, promised_goal(found))
    value, period = _value(found, figures.benchmark), period_in_words(figures.benchmark_period)
    if peak:
        extreme = _("the highest was {value} for {period}", value=value, period=period)
    else:
        extreme = _("the lowest was {value} for {period}", value=value, period=period)
    return both(reached(found), extreme, promised_goal(found))


def _stated_by(found: Assessment) -> Text | None:
    """Who must state the number that the report leaves open."""
    who = found.target.stated_by
    return None if who is None else _("{who} must state it", who=_in_one_line(who))


def _condition_fails(found: Assessment) -> Text | None:
    said = found.target.condition
    if said is None:
        return None
    return _(
        "its condition “{condition}” does not hold{since}{source}, so it is not judged",
        condition=_in_one_line(said.text),
        since="" if said.since is None else _(" since {since}", since=said.since),
        source="" if not said.source else _(" ({source})", source=one_line(said.source)),
    )


def _in_one_line(text: Bilingual) -> Bilingual:
    return Bilingual(one_line(text.zh), one_line(text.en))


SENTENCES: Mapping[Reason, _Telling] = {
    Reason.WORST_PART: _worst,
    Reason.PARTS_UNKNOWN: _fixed(_("its parts are not listed, so nothing can be judged")),
    Reason.NOT_BEGUN: lambda found: _(
        "{period} has not begun", period=period_in_words(found.target.period, found.target.calendar)
    ),
    Reason.NOT_RELEASED: _fixed(_("the first figure is not due yet")),
    Reason.NO_ACTUAL: _no_actual,
    Reason.BATCH_PENDING: _with(_("it comes in batches and is not due yet")),
    Reason.FIRST_YEAR_OPEN: _fixed(_("no full year is known yet, the first one is open")),
    Reason.BREACH: _breach,
    Reason.CAP_EXCEEDED: _met,
    Reason.BAND_LEFT: _met,
    Reason.GOAL_MET: _met,
    Reason.GOAL_MISSED: _met,
    Reason.NOT_EXCEEDED: _with(_("the goal must be exceeded, to equal it is not enough")),
    Reason.MET_FOR_GOOD: lambda found: both(_met(found), _("the sum cannot fall again")),
    Reason.WORSENING: lambda found: both(_met(found), _("but moving away from it")),
    Reason.HELD_THROUGHOUT: _with(_("held throughout")),
    Reason.NOT_CONFIRMED: lambda found: _stands(found, _not_confirmed(found)),
    Reason.DEADLINE_PASSED: lambda found: both(_met(found), _passed(found)),
    Reason.TODO: lambda found: _("still to be decided: {todo}", todo=_todo_of(found)),
    Reason.GOAL_UNSTATED: lambda found: both(reached(found), _("no figure was promised"), _stated_by(found)),
    Reason.TURNED: _turn,
    Reason.TURN_PENDING: _turn,
    Reason.TURN_OPEN: lambda found: both(_turn(found), _("only the next figure can tell whether it turns")),
    Reason.TURNED_LATE: _turn,
    Reason.CONDITION_FAILS: lambda found: _stands(found, _condition_fails(found)),
    Reason.NO_BASELINE: lambda found: _base(found, _("the base is unknown")),
    Reason.INEXACT_BASE: lambda found: _base(found, _("the base is only a bound")),
    Reason.INEXACT: _with(_("a bound that decides nothing")),
    Reason.MET_AT_BASE: lambda found: _base(found, _("it was met at the base and still is")),
    Reason.NO_BENCHMARK: lambda found: both(promised_goal(found), _("no figure of the benchmark for the same period")),
    Reason.NO_COMPARABLE_BASE: lambda found: both(promised_goal(found), _("no comparable figure of the base year")),
    Reason.ZERO_BENCHMARK: _with(
        _("the benchmark is 0, of which a tolerance in per cent is nothing: type a tolerance")
    ),
    Reason.HOLE: _with(_("figures in between are missing")),
    Reason.ONLY_TO_DATE: _fixed(
        _("only totals that count from another month are known, from which those of these months do not follow")
    ),
    Reason.ONLY_SINGLE: lambda found: both(
        promised_goal(found), _("the rate of the year so far is not known, only that of single months or quarters")
    ),
    Reason.NO_RATIO: _with(_("no ratio can be formed")),
    Reason.SCOPE_REACHED: _met,
    Reason.SCOPE_SHORT: lambda found: both(
        _met(found), _("no pace counts, only how many are taken up: the number reached by the end keeps it")
    ),
    Reason.LOST: lambda found: _base(found, _("it was met at the base and has been lost")),
    Reason.WRONG_WAY: lambda found: _base(found, _("it is worse than at the base")),
    Reason.SLIPPED: lambda found: both(_pace(found), _("reached before in the period and lost again")),
    Reason.NOTHING_EXPECTED: _with(_("nothing is expected by now")),
    Reason.PACE: _pace,
    Reason.NEEDED_RATE: _needed,
    Reason.DIFFERENCE: _difference,
    Reason.SIGN: _sign,
    Reason.HELD_SO_FAR: lambda found: _stands(found, _("held so far"), _unseen(found)),
    Reason.EARLY: _fixed(_("it is early, so the verdict is held back")),
    Reason.AWAITING_FINAL: _awaiting,
    Reason.STALE: _stale,
}
"""A sentence for every reason that a verdict can have."""
