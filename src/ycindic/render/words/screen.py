"""Where will an answer be read?"""

from typing import NamedTuple


class Screen(NamedTuple):
    """Where an answer will be read, and which of its columns; none named: those that fit.

    `wide` shows every column of the table, however wide that is; `terminal` tells that somebody looks on,
    so that nothing may act on what shows it. `lang_chosen` is false where nothing says which language is read there.
    """

    lang: str
    width: int = 100
    colour: bool = False
    ascii_only: bool = False
    columns: tuple[str, ...] = ()
    wide: bool = False
    terminal: bool = False
    lang_chosen: bool = True
