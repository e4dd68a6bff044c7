"""In which forms do `validate`, `audit` and `check` answer?"""

from __future__ import annotations

from typing import Annotated

import typer

from ycindic.cli.language import lang
from ycindic.cli.options import known_word
from ycindic.cli.output import answer
from ycindic.render.answers.diagnosis import Diagnosis
from ycindic.render.forms import DIAGNOSES, diagnosed

DiagnosisForm = Annotated[str, typer.Option("--format", metavar="|".join(DIAGNOSES), help="The form of the answer")]


def check_form(form: str) -> None:
    """Refuse a form that we do not write, before anything is read."""
    known_word(form, DIAGNOSES, "--format")


def answer_with(told: Diagnosis, form: str) -> None:
    """Write what was found to stdout."""
    answer(diagnosed(form, told, lang()), form)
