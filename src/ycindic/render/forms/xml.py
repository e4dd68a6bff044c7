"""How does foreign text stand in XML?"""

import re
from html import escape

_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def in_xml(text: str) -> str:
    """Text without what XML 1.0 cannot hold, what would be markup as its entity."""
    return escape(_ILLEGAL.sub("\ufffd", text))
