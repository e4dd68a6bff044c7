"""What is a word of a closed choice?"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from enum import StrEnum

    class Word(StrEnum):
        """What a type checker may take a word for."""

else:

    class _Choice(type):
        """Makes the texts in the body of a class its members: instances of the class, found by their text."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> "_Choice":
            choice = super().__new__(cls, name, bases, body)
            choice.words = {}
            for key, text in body.items():
                if key.isupper():
                    member = choice.words[text] = str.__new__(choice, text)
                    member.name, member.value = key, text
                    setattr(choice, key, member)
            return choice

        def __call__(cls, text: str) -> "Word":
            """Give the word that a text is; ValueError where it is none."""
            if text not in cls.words:
                raise ValueError(text)
            return cls.words[text]

        def __iter__(cls) -> Iterator["Word"]:
            return iter(cls.words.values())

        def __len__(cls) -> int:
            return len(cls.words)

        def __contains__(cls, text: object) -> bool:
            return text in cls.words

    class Word(str, metaclass=_Choice):
        """A closed choice whose members are their texts, in tables as well as in files.

        A type checker may take it for a StrEnum: members by name, by text and in order, `name` and
        `value`. Nothing else of an Enum is there, and words are neither copied nor pickled. An Enum
        takes 8 µs to make a member, and a Python call to hash one or to find it by its text: with 250
        words and thousands of look-ups a run a twentieth of the time of `status --format csv`.
        """

        __slots__ = ("name", "value")
