"""What is a word of a closed choice?"""

from enum import StrEnum


class Word(StrEnum):
    """A closed choice whose members are their texts, in tables as well as in files.

    A plain StrEnum hashes its member's name by a Python call; as a key of the many tables here a
    word is looked up thousands of times a run, so it hashes like the text that it equals.
    """

    __hash__ = str.__hash__
