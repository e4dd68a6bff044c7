"""What does a text of several runs say: its words, and the marks raised above or struck out of it?"""

from collections.abc import Mapping, Sequence

from ycindic.files.cell import BEFORE, Cell, is_power, without_marks
from ycindic.files.sheet import LONGEST_TEXT, TooBig

_POWERS = str.maketrans("23", "²³")


class Runs:
    """Gathers the runs of one text; the readings beside characters are left out."""

    def __init__(self) -> None:
        self._runs: list[tuple[str, str]] = []
        self._pieces: list[str] = []
        self._how = ""
        self._inside = self._aside = False

    def clear(self) -> None:
        """Begin a new text."""
        self._runs, self._pieces, self._how = [], [], ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element of the text."""
        match name:
            case "r":
                self._end_run()
            case "rPh":
                self._aside = True
            case "vertAlign":
                self._how = attributes.get("val", "")
            case "strike" | "dstrike" if is_on(attributes):
                self._how = "strike"
            case _:
                pass
        self._inside = name == "t" and not self._aside

    def text(self, data: str) -> None:
        """Take a piece of text."""
        if self._inside:
            self._pieces.append(data)

    def end(self, name: str) -> None:
        """Take the end of an element of the text."""
        self._inside = False
        if name == "rPh":
            self._aside = False
        elif name == "r":
            self._end_run()

    def _end_run(self) -> None:
        if self._pieces:
            self._runs.append((self._how, "".join(self._pieces)))
        self._pieces, self._how = [], ""

    def cell(self) -> Cell:
        """The text, its marks apart."""
        self._end_run()
        return joined_runs(self._runs)


def is_on(attributes: Mapping[str, str]) -> bool:
    """Whether a property of a font is set, which it is where nothing else is said."""
    return attributes.get("val", "1") not in ("0", "false")


def joined_runs(runs: Sequence[tuple[str, str]]) -> Cell:
    """A text of runs, each with how it stands: `superscript`, `subscript`, `strike` or otherwise.

    A text that stands above or below the line as a whole is a text; one that is struck out as a whole is a note.
    Raises TooBig.
    """
    if sum(len(text) for _, text in runs) > LONGEST_TEXT:
        raise TooBig
    whole = "".join(text for _, text in runs)
    ways = {how for how, text in runs if text.strip()}
    if ways <= {""} or (len(ways) == 1 and ways != {"strike"}):
        return without_marks(whole)
    words, notes = "", []
    for how, text in runs:
        if _belongs(how, words[-BEFORE:], text):
            words += text.translate(_POWERS) if how == "superscript" else text
        else:
            notes.append(text.strip())
    found = without_marks(words)
    return found._replace(text=found.text.rstrip(), note=",".join(one for one in (found.note, *notes) if one))


def _belongs(how: str, before: str, text: str) -> bool:
    """Whether a run is part of the words: m², CO₂, but not a mark behind a figure."""
    match how:
        case "superscript":
            return not text.strip() or is_power(before.rstrip(), text.strip())
        case "subscript":
            return not before.rstrip()[-1:].isdigit()
        case "strike":
            return not text.strip()
        case _:
            return True
