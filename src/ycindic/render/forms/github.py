"""Diagnostics as annotations that GitHub shows beside the lines of a change.

Format: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Mapping

from ycindic.domain.diagnostic import Diagnostic, Severity
from ycindic.render.answers.diagnosis import Diagnosis, diagnosis_summary
from ycindic.render.answers.diagnostics import heading, message

_LEVELS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def diagnosed(told: Diagnosis, lang: str) -> str:
    """An annotation each, as grave as it is, and a notice with the sum of it."""
    notice = f"::notice title=ycindic::{diagnosis_summary(told, lang).translate(_DATA)}"
    return "".join(f"{line}\n" for line in [*(_annotation(one, lang) for one in told.found), notice])


def _annotation(found: Diagnostic, lang: str) -> str:
    place = found.place
    properties = {
        "file": place.file,
        "line": str(place.line or 1),
        "col": str(place.column or ""),
        "title": f"{heading(found).in_language(lang)} [{found.code}]",
    }
    told = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items() if value)
    subject = f"{found.subject}: " if found.subject else ""
    return f"::{_LEVELS[found.severity]} {told}::{(subject + message(found).in_language(lang)).translate(_DATA)}"
