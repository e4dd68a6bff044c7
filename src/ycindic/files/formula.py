"""What would a spreadsheet take for a formula, and how does a text stay a text?"""

FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula, the full-width signs in Chinese editions."""


def guarded_text(text: str) -> str:
    """Text of files that hold numbers as text, too: a negative number is no formula and stays bare."""
    if text[:1] not in FORMULA:
        return text
    number = text[1:].replace(".", "", 1)
    return text if text.startswith("-") and number.isdecimal() else f"'{text}"


def unguarded(text: str) -> str:
    """Take off the apostrophe that keeps a text from becoming a formula."""
    return text[1:] if text.startswith("'") and text[1:2] in FORMULA else text
