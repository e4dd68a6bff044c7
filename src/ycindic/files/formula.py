"""What would a spreadsheet take for a formula, and how does a text stay a text?"""

FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula, the full-width signs in Chinese editions."""


def guarded(text: str) -> str:
    """Text that would be taken for a formula gets an apostrophe in front."""
    return f"'{text}" if text[:1] in FORMULA else text


def guarded_text(text: str) -> str:
    """Text of files that hold numbers as text, too: a negative number is no formula and stays bare."""
    return text if text.startswith("-") and text[1:].replace(".", "", 1).isdecimal() else guarded(text)


def unguarded(text: str) -> str:
    """Take off the apostrophe that keeps a text from becoming a formula."""
    return text[1:] if text.startswith("'") and text[1:2] in FORMULA else text
