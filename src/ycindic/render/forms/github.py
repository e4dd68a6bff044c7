"""The answer of a check as annotations that GitHub shows beside the lines of a change.

Format: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from ycindic.domain.attention.concern import Concern
from ycindic.render.answers.concerns import HEADINGS, Checked, message
from ycindic.render.words.wording import pick

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def check(checked: Checked, lang: str) -> str:
    """An annotation each, errors for what fails, warnings for the rest, and a notice with the sum of it."""
    lines = [_annotation(one, "error" if one.kind in checked.fail_on else "warning", lang) for one in checked.concerns]
    count, failing, targets = len(checked.concerns), checked.failing, len(checked.targets)
    summary = pick(
        (
            f"{checked.as_of}：{targets}项目标，{count}处须注意，其中{failing}处不合格",
            f"{checked.as_of}: {targets} targets, {count} findings, {failing} of them fail",
        ),
        lang,
    )
    return "".join(f"{line}\n" for line in [*lines, f"::notice title=ycindic::{_escaped(summary, _DATA)}"])


def _annotation(concern: Concern, level: str, lang: str) -> str:
    place = concern.place
    properties = {
        "file": place.file,
        "line": str(place.line or 1),
        "col": str(place.column or ""),
        "title": f"{pick(HEADINGS[concern.kind], lang)} [{concern.kind}]",
    }
    told = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in properties.items() if value)
    subject = f"{concern.subject}: " if concern.subject else ""
    return f"::{level} {told}::{_escaped(subject + pick(message(concern), lang), _DATA)}"


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(one, one) for one in text)
