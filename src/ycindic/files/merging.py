"""Where does a file hold the marks of a merge that nobody has finished?"""

import re

_SIGNS = tuple(one * 7 for one in (b"<", b"|", b"=", b">"))
_MARK = re.compile(rb"^(?:%b)(?=[ \r\n]|\Z)" % b"|".join(re.escape(one) for one in _SIGNS), re.MULTILINE)
LONGEST_MARK = len(_SIGNS[0]) + 1
"""So many bytes of a line tell whether it is a mark."""


def merge_line(data: bytes) -> int:
    """The number of the first line that begins as Git marks the sides of a conflict, 0 where none does."""
    if not any(sign in data for sign in _SIGNS):  # nearly all files: four looks without a pattern
        return 0
    found = _MARK.search(data)
    return data.count(b"\n", 0, found.start()) + 1 if found else 0
