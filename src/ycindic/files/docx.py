"""What does a .docx document say? Its paragraphs and the rows of its tables, read as a stream, within limits."""

from ycindic.files.parts import Attributes, Parts, Reader, archive_in, bare, links_of
from ycindic.files.sheet import TooBig

_LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "drawing", "pict", "object", "rt"})
"""What was taken out, stands a second time, lies over the text, or says how a word is spoken."""
_CONTENTS = "Table of Contents"


def read_docx(data: bytes, most: int) -> str:
    """The text, a line a paragraph, each row of a table as a sentence.

    Raises TooBig where it has more than `most` characters, or one of BROKEN_FILE.
    """
    with archive_in(data) as archive:
        parts = Parts(archive)
        main = next((one.target for one in links_of(parts, "") if one.kind == "officeDocument"), "word/document.xml")
        return "\n".join(parts.read(main, _Document(most)).lines)


class _Document(Reader):
    """Text as it is after every tracked change; a table in a cell is a part of that cell."""

    def __init__(self, most: int) -> None:
        self.lines: list[str] = []
        self._left = most
        self._path: list[str] = []
        self._blocks: list[int] = []
        self._left_out = self._tables = self._column = self._span = 0
        self._said: list[str] = []
        self._row: list[str] = []
        self._joined = False
        self._above: dict[int, str] = {}
        self._here: dict[int, str] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        said = bare(attributes)
        if name in _LEFT_OUT:
            self._left_out += 1
        elif name == "sdt":
            self._blocks.append(len(self._path) - 1)
        elif name == "docPartGallery" and said.get("val") == _CONTENTS and self._blocks:
            self._path[self._blocks[-1]] = "del"  # the contents tell the headings a second time
            self._left_out += 1
        elif not self._left_out:
            self._begin(name, parent, said)

    def _begin(self, name: str, parent: str, said: Attributes) -> None:
        if name == "tbl":
            self._tables += 1
            self._above = {} if self._tables == 1 else self._above
        elif parent == "r" and name in ("tab", "br", "cr", "noBreakHyphen"):
            self._say({"tab": "\t", "noBreakHyphen": "-"}.get(name, "\n"))
        elif self._tables == 1:
            self._begin_in_table(name, said)

    def _begin_in_table(self, name: str, said: Attributes) -> None:
        match name:
            case "tr":
                self._row, self._here, self._column = [], {}, 0
            case "gridBefore":
                self._column += int(said.get("val", "0"))
            case "tc":
                self._said, self._span, self._joined = [], 1, False
            case "gridSpan":
                self._span = int(said.get("val", "1"))
            case "vMerge":
                self._joined = said.get("val", "continue") == "continue"
            case _:
                pass

    def text(self, data: str) -> None:
        if self._path[-1] == "t" and not self._left_out:
            self._say(data)

    def _say(self, piece: str) -> None:
        self._take(piece)
        self._said.append(piece)

    def _take(self, text: str) -> None:
        """Count a text, also one that is said again."""
        self._left -= len(text)
        if self._left < 0:
            raise TooBig

    def end(self, name: str) -> None:
        if name == "sdt":
            self._blocks.pop()
        if self._path.pop() in _LEFT_OUT:
            self._left_out -= 1
        elif not self._left_out:
            self._end(name)

    def _end(self, name: str) -> None:
        if name == "tbl":
            self._tables -= 1
        elif name == "p":
            self._end_paragraph()
        elif self._tables == 1 and name == "tc":
            self._end_cell()
        elif self._tables == 1 and name == "tr":
            self._above = self._here
            self.lines.append("\t".join(dict.fromkeys(self._row)) + "。")

    def _end_paragraph(self) -> None:
        if self._tables:
            self._say(" ")
        else:
            self.lines.append("".join(self._said))
            self._said = []

    def _end_cell(self) -> None:
        """A cell that is joined with the one above says what that says; joined cells of a row count once."""
        text = self._above.get(self._column, "") if self._joined else " ".join("".join(self._said).split())
        if text:
            self._take(text if self._joined else "")
            self._here[self._column] = text
            self._row.append(text)
        self._column += self._span
        self._said = []
