"""What are the lines around a table called?"""

from __future__ import annotations

from ycindic.text import Text, _

NO_SECTION: Text = _("No section")
AS_OF: Text = _("as of")
_TARGETS: Text = _("targets")
HIDDEN: Text = _("hidden by the filters")
BY_URGENCY: Text = _("By urgency")
PROVISIONAL: Text = _("In brackets: a running year's figure that does not count yet")
ATTENTION: Text = _("Needs attention")
"""Phrases of the lines around the table."""


def first_figure(example: str, folder: str, lang: str) -> str:
    """How to put in the first figure."""
    said = _(
        "To put in a figure add a line to any CSV file in {folder}/actuals/, such as {example}",
        folder=folder,
        example=example,
    )
    return said.in_language(lang)


def own_folder(shipped: str, lang: str) -> str:
    """How to get a folder that takes figures: the shipped registry by a command that copies it, or another one."""
    copy = "xcopy /e /i" if "\\" in shipped else "cp -r"
    said = _(
        "This copy came with the program; to put in figures make it yours: {copy} {shipped} DIR   "
        "or begin another: ycindic init DIR",
        copy=copy,
        shipped=shipped,
    )
    return said.in_language(lang)
