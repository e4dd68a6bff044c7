"""How does somebody write a figure down: which words in which columns?"""

from typing import NamedTuple


class Typed(NamedTuple):
    """A figure in the words of whoever tells it; the fields are the columns of files of figures, in their order."""

    indicator: str
    period: str
    value: str = ""
    basis: str = ""
    published: str = ""
    stage: str = ""
    bound: str = ""
    source: str = ""
    note: str = ""


FIGURE_COLUMNS = Typed._fields
NEEDED = FIGURE_COLUMNS[:3]
"""The columns of a file of figures, and those that it cannot do without."""
