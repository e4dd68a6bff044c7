"""The answer of a check as the test report that build servers read.

Format: the JUnit XML that Jenkins, GitLab and GitHub actions understand
(https://github.com/testmoapp/junitxml). Every target is a test case, and so is every other thing that
needs attention; what does not make the check fail is told as output.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from ycindic.domain.attention.concern import Concern, Kind
from ycindic.render.answers.concerns import Checked, line, message
from ycindic.render.words.wording import pick

_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def check(checked: Checked, lang: str) -> str:
    """One suite; test cases in the order of the registry, then the indicators, then the files."""
    cases = [_case(checked, name, found, lang) for name, found in _by_subject(checked).items()]
    fails = [one for one in checked.concerns if one.kind in checked.fail_on]
    errors = sum(one.kind is Kind.INVALID for one in fails)
    numbers = f'tests="{len(cases)}" failures="{len(fails) - errors}" errors="{errors}" skipped="0" time="0"'
    suite = f'<testsuite name="ycindic check" {numbers} timestamp="{checked.as_of}T00:00:00">'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="ycindic" {numbers}>', suite, *cases]
    return "\n".join([*lines, "</testsuite>", "</testsuites>", ""])


def _by_subject(checked: Checked) -> dict[str, list[Concern]]:
    found: dict[str, list[Concern]] = {name: [] for name in checked.targets}
    others = sorted((one for one in checked.concerns if one.subject not in found), key=_name)
    for one in [*(one for one in checked.concerns if one.subject in found), *others]:
        found.setdefault(_name(one), []).append(one)
    return found


def _name(concern: Concern) -> str:
    return concern.subject or concern.place.file


def _case(checked: Checked, name: str, found: Sequence[Concern], lang: str) -> str:
    start = f'<testcase classname="ycindic.{_sort(checked, name, found)}" name={_quoted(name)} time="0"'
    if not found:
        return f"{start}/>"
    outcomes = [_outcome(one, lang) for one in found if one.kind in checked.fail_on]
    remarks = [_plain(line(one, lang)) for one in found if one.kind not in checked.fail_on]
    output = ["<system-out>{}</system-out>".format("\n".join(remarks))] if remarks else []
    return "\n".join([f"{start}>", *outcomes, *output, "</testcase>"])


def _sort(checked: Checked, name: str, found: Sequence[Concern]) -> str:
    if any(one.kind is Kind.INVALID for one in found):
        return "file"
    return "target" if name in checked.targets or "@" in name else "indicator"


def _outcome(concern: Concern, lang: str) -> str:
    tag = "error" if concern.kind is Kind.INVALID else "failure"
    told = _quoted(pick(message(concern), lang))
    return f'<{tag} type="{concern.kind}" message={told}>{_plain(line(concern, lang))}</{tag}>'


def _quoted(text: str) -> str:
    return f'"{_plain(text)}"'


def _plain(text: str) -> str:
    """Text without what XML 1.0 cannot hold."""
    return escape(_ILLEGAL.sub("\ufffd", text))
