"""`ycindic check --ack`: which findings are let stand, and for what reason?"""

from __future__ import annotations

from collections.abc import Sequence

from ycindic.cli.language import lang
from ycindic.cli.options import meant_by, unknown, wrong
from ycindic.cli.output import answer, stop_for
from ycindic.cli.writing import today, whoever_writes
from ycindic.domain.alert import Alert
from ycindic.domain.attention import Asked, alerts
from ycindic.domain.diagnostic import Diagnostic
from ycindic.load.acknowledged import read_acknowledged
from ycindic.load.find import Folder
from ycindic.record.acknowledging import Acknowledgement, acknowledge
from ycindic.render.answers.diagnostics import named_line
from ycindic.render.words.visible import a_line_each
from ycindic.text import _


def let_stand(folder: Folder, asked: Asked, words: Sequence[str], because: str | None) -> int:
    """Write that the named findings were looked at, and tell them; a finding that there is not is a usage error."""
    if not words:
        raise wrong(_("a reason needs the finding that it is for: --ack CODE:ID"), "--because")
    if because is None:
        raise wrong(_("a finding is let stand for a reason: --because TEXT"), "--ack")
    every = _open(asked)
    named = {key for word in words for key in _meant(word, every, asked)}
    found = [one for one in every if (one.code, one.subject) in named]
    stop_for(acknowledge(Acknowledgement(folder, found, because, today(), whoever_writes("check --ack"))))
    now = _open(asked._replace(acknowledged=read_acknowledged(folder.acknowledged, [])))
    answer(a_line_each(named_line(one, lang()) for one in now if (one.code, one.subject) in named), "text")
    return 0


def _open(asked: Asked) -> list[Diagnostic]:
    """What can be let stand; a fault of a file can only be mended."""
    return [one for one in alerts(asked) if one.code is not Alert.INVALID]


def _meant(word: str, every: Sequence[Diagnostic], asked: Asked) -> set[tuple[str, str]]:
    """The findings of a code and an id; the id of an indicator, or its name, stands for all of its targets."""
    code, _colon, who = word.replace("：", ":").partition(":")
    there = [f"{one.code}:{one.subject}" for one in every]
    known = [*(target.id for target in asked.plan.targets), *asked.plan.indicators]
    if code not in {one.code.value for one in every} or not who:
        raise unknown(word, there, "--ack")
    meant = who if who in known else meant_by(who, asked.plan, known, "--ack")
    found = {one.subject for one in every if one.code == code and meant in (one.subject, _indicator(one, asked))}
    if not found:
        raise unknown(word, there, "--ack")
    return {(code, subject) for subject in found}


def _indicator(found: Diagnostic, asked: Asked) -> str:
    """The indicator that a finding speaks of."""
    of = {target.id: target.indicator for target in asked.plan.targets}
    return next((one for target, one in of.items() if target == found.subject), found.subject)
