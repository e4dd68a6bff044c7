"""Diagnostics as the test report that build servers read.

Format: the JUnit XML that Jenkins, GitLab and GitHub actions understand
(https://github.com/testmoapp/junitxml). Everything that was looked at is a test case: a target, a file, a
question; what does not make the command fail is told as output.
"""

from __future__ import annotations

from collections.abc import Sequence

from ycindic.domain.diagnostic import Diagnostic, Severity
from ycindic.domain.problem import Problem
from ycindic.render.answers.diagnosis import Diagnosis, LookedAt
from ycindic.render.answers.diagnostics import diagnostic_line, message
from ycindic.render.forms.xml import in_xml


def diagnosed(told: Diagnosis, lang: str) -> str:
    """One suite; the cases in their order, then whatever else something is told of, by name."""
    cases = [_case(case, found, lang) for case, found in _by_case(told).items()]
    errors = sum(one.severity is Severity.ERROR and isinstance(one.cause, Problem) for one in told.found)
    numbers = f'tests="{len(cases)}" failures="{told.failing - errors}" errors="{errors}" skipped="0" time="0"'
    when = f' timestamp="{told.as_of}T00:00:00"' if told.as_of else ""
    suite = f'<testsuite name="ycindic {told.command}" {numbers}{when}>'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="ycindic" {numbers}>', suite, *cases]
    return "\n".join([*lines, "</testsuite>", "</testsuites>", ""])


def _by_case(told: Diagnosis) -> dict[LookedAt, list[Diagnostic]]:
    named = {case.name: case for case in told.cases}
    found: dict[LookedAt, list[Diagnostic]] = {case: [] for case in told.cases}
    others: list[tuple[LookedAt, Diagnostic]] = []
    for one in told.found:
        name = next((word for word in (one.subject, one.code.value, one.place.file) if word in named), None)
        if name is not None:
            found[named[name]].append(one)
        else:
            others.append((_own_case(one), one))
    for case, one in sorted(others, key=lambda pair: pair[0].name):
        found.setdefault(case, []).append(one)
    return found


def _own_case(found: Diagnostic) -> LookedAt:
    """Where something is told of what nobody had asked for."""
    if not found.subject:
        return LookedAt("file", found.place.file)
    return LookedAt("target" if "@" in found.subject else "indicator", found.subject)


def _case(case: LookedAt, found: Sequence[Diagnostic], lang: str) -> str:
    start = f'<testcase classname="ycindic.{case.kind}" name={_quoted(case.name)} time="0"'
    if not found:
        return f"{start}/>"
    outcomes = [_outcome(one, lang) for one in found if one.severity is Severity.ERROR]
    remarks = [in_xml(diagnostic_line(one, lang)) for one in found if one.severity is not Severity.ERROR]
    output = ["<system-out>{}</system-out>".format("\n".join(remarks))] if remarks else []
    return "\n".join([f"{start}>", *outcomes, *output, "</testcase>"])


def _outcome(found: Diagnostic, lang: str) -> str:
    tag = "error" if isinstance(found.cause, Problem) else "failure"
    told = _quoted(message(found).in_language(lang))
    return f'<{tag} type="{found.code}" message={told}>{in_xml(diagnostic_line(found, lang))}</{tag}>'


def _quoted(text: str) -> str:
    return f'"{in_xml(text)}"'
