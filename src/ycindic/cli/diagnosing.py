"""In which forms do `validate`, `audit` and `check` answer?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from ycindic.cli.language import lang
from ycindic.cli.options import one_of
from ycindic.cli.output import answer
from ycindic.render.answers.diagnosis import Diagnosis

_Writer = Callable[[Diagnosis], str]


def _text(told: Diagnosis) -> str:
    from ycindic.render.forms import text

    return text.lines(told, lang())


def _json(told: Diagnosis) -> str:
    from ycindic.render.forms import json

    return json.diagnosis(told)


def _junit(told: Diagnosis) -> str:
    from ycindic.render.forms import junit

    return junit.report(told, lang())


def _github(told: Diagnosis) -> str:
    from ycindic.render.forms import github

    return github.annotated(told, lang())


WRITERS: Mapping[str, _Writer] = {"text": _text, "json": _json, "junit": _junit, "github": _github}
"""Who writes which form of a diagnosis; one line a form, and all three commands have it."""

DiagnosisForm = Annotated[str, typer.Option("--format", metavar="|".join(WRITERS), help="The form of the answer")]


def check_form(form: str) -> None:
    """Refuse a form that we do not write, before anything is read."""
    one_of(form, WRITERS, "--format")


def answer_with(told: Diagnosis, form: str) -> None:
    """Write what was found to stdout."""
    answer(WRITERS[form](told), form)
