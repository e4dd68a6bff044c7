"""In which forms is an answer written? One file each, loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from ycindic.render.answers.report import Report, Screen

FORMATS = {
    "table": "ycindic.render.forms.table",
    "csv": "ycindic.render.forms.csv",
    "json": "ycindic.render.forms.json",
    "markdown": "ycindic.render.forms.markdown",
    "html": "ycindic.render.forms.html",
}
"""Where each form of `status` is written; a new one is one file and one line here."""


def status_writer(form: str) -> Callable[[Report, Screen], str]:
    """The function that writes a report in a form; its libraries are loaded only now."""
    writer: Callable[[Report, Screen], str] = import_module(FORMATS[form]).status
    return writer
