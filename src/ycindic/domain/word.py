"""What is a word of a closed choice?"""

from enum import StrEnum


class Word(StrEnum):
    """A closed choice whose members are their texts, in tables as well as in files.

    Words are named and looked up thousands of times a run, and a plain StrEnum makes a Python call
    each time: it hashes its member's name, and in Python 3.11 it finds a member through a property.
    A word hashes like the text that it equals, and its members are plain attributes of their class,
    as they are from Python 3.12 on.
    """

    __hash__ = str.__hash__

    def __init_subclass__(cls) -> None:
        """Put the members into the class itself."""
        super().__init_subclass__()
        for name, member in cls.__members__.items():
            type.__setattr__(cls, name, member)
