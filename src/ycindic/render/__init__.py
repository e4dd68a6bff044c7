"""How is it said? One file for each form of an answer."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from ycindic.render.report import Report, Screen

FORMATS = {
    "table": "ycindic.render.as_table",
    "csv": "ycindic.render.as_csv",
    "json": "ycindic.render.as_json",
    "markdown": "ycindic.render.as_markdown",
    "html": "ycindic.render.as_html",
}
"""Where each form of `status` is written; a new one is one file and one line here."""


def status_writer(form: str) -> Callable[[Report, Screen], str]:
    """The function that writes a report in a form; its libraries are loaded only now."""
    writer: Callable[[Report, Screen], str] = import_module(FORMATS[form]).status
    return writer


__all__ = ["FORMATS", "Report", "Screen", "status_writer"]
