"""Where in targets.yaml do new lines go? No byte of a line that is there is touched, but for an empty `targets: []`."""

import re
from collections.abc import Sequence

from ycindic.files.decoding import ENCODINGS
from ycindic.record.draft.flow import in_flow


class NoRoom(Exception):  # noqa: N818 - nothing is broken: the place is written in a form that lines cannot join
    """The indicator stands in brackets that never end, or nowhere where it could be found."""


def spelled(data: bytes) -> tuple[str, str] | None:
    """The text of a file and the encoding that gives the same bytes again; None where there is none."""
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.encode(encoding) == data:
            return text, encoding
    return None


def with_indicators(old: str, lines: Sequence[str]) -> str:
    """The text with the lines of whole indicators at the end of its `indicators`."""
    rows = old.splitlines(keepends=True)
    first = next((place for place, row in enumerate(rows) if row.startswith("indicators:")), None)
    if first is None or not lines:
        return old
    head = rows[first].rstrip("\r\n")
    if _empty(head, "indicators:"):
        rows[first] = rows[first].replace(head, "indicators:")
    elif not re.fullmatch(r"indicators:\s*(#.*)?", head):
        raise NoRoom
    end = _end_of(rows, first, 0)
    step = next((indentation(row) for row in rows[first + 1 : end] if _says(row)), 2)
    return _joined(rows, end, [" " * step + line.removeprefix("  ") for line in lines])


def with_target(old: str, indicator: str, lines: Sequence[str]) -> str:
    """The text with a target at the end of those of an indicator; `lines` begin with `- ` and are not indented."""
    rows = old.splitlines(keepends=True)
    key = re.compile(rf"( +)(?:{re.escape(indicator)}|\"{re.escape(indicator)}\"|'{re.escape(indicator)}'):\s*(#.*)?")
    begun = next((place for place, row in enumerate(rows) if row.startswith("indicators:")), len(rows))
    outer = next((indentation(row) for row in rows[begun + 1 :] if _says(row)), 0)
    at = next((place for place in range(begun + 1, len(rows)) if _is_key(key, rows[place], outer)), None)
    if at is None:
        return _in_braces(rows, begun, outer, indicator, lines)
    end = _end_of(rows, at, outer)
    inner = next((indentation(row) for row in rows[at + 1 : end] if _says(row)), outer + 2)
    listed = next((place for place in range(at + 1, end) if rows[place].startswith(" " * inner + "targets:")), None)
    if listed is None:
        block = [" " * inner + "targets:", *(" " * (inner + 2) + line for line in lines)]
        return _joined(rows, end, block)
    return _in_list(rows, listed, inner, lines)


def _in_braces(rows: list[str], begun: int, outer: int, indicator: str, lines: Sequence[str]) -> str:
    """A target in an indicator that stands in braces: `jobs: {name: …, targets: […]}`."""
    key = re.compile(rf" {{{outer}}}[\"']?{re.escape(indicator)}[\"']?:\s*\{{")
    at = next((place for place in range(begun + 1, len(rows)) if key.match(rows[place])), None)
    if at is None:
        raise NoRoom
    return _in_brackets(rows, at, lines)


def _in_brackets(rows: list[str], at: int, lines: Sequence[str]) -> str:
    """A target inside the bracket that a key opens."""
    text = "".join(rows)
    begin = sum(map(len, rows[:at])) + len(re.split(r"[\[{]", rows[at], maxsplit=1)[0])
    found = in_flow(text, begin, lines) if text[begin : begin + 1] in ("[", "{") else None
    if found is None:
        raise NoRoom
    return found


def _in_list(rows: list[str], listed: int, inner: int, lines: Sequence[str]) -> str:
    """A target behind the last one of a list, as far in as the others stand."""
    head = rows[listed].rstrip("\r\n")
    if _empty(head.strip(), "targets:"):
        rows[listed] = rows[listed].replace(head, " " * inner + "targets:")
    elif not re.fullmatch(r" *targets:\s*(#.*)?", head):
        return _in_brackets(rows, listed, lines)
    first = next((row for row in rows[listed + 1 :] if _says(row)), "")
    deep = indentation(first) if first.lstrip().startswith("- ") and indentation(first) >= inner else inner + 2
    end = listed + 1
    for place in range(listed + 1, len(rows)):
        if _says(rows[place]):
            if indentation(rows[place]) < deep or (
                indentation(rows[place]) == deep and not rows[place].lstrip().startswith("-")
            ):
                break
            end = place + 1
    return _joined(rows, end, [" " * deep + line for line in lines])


def _is_key(key: re.Pattern[str], row: str, outer: int) -> bool:
    found = key.fullmatch(row.rstrip("\r\n"))
    return found is not None and len(found[1]) == outer


def _empty(head: str, key: str) -> bool:
    return re.fullmatch(rf"{key}\s*(\[\s*\]|\{{\s*\}})\s*", head) is not None


def _says(row: str) -> bool:
    """Whether a line is neither empty nor a comment."""
    text = row.strip()
    return bool(text) and not text.startswith("#")


def indentation(row: str) -> int:
    """How many blanks a line begins with."""
    return len(row) - len(row.lstrip(" "))


def _end_of(rows: Sequence[str], at: int, indent: int) -> int:
    """Behind which line the block of a key ends: the last one that says something and stands further in."""
    end = at + 1
    for place in range(at + 1, len(rows)):
        if _says(rows[place]):
            if indentation(rows[place]) <= indent:
                break
            end = place + 1
    return end


def _joined(rows: Sequence[str], end: int, lines: Sequence[str]) -> str:
    """The rows with lines put in, their ends as the file has them."""
    newline = "\r\n" if rows and rows[0].endswith("\r\n") else "\n"
    before = "".join(rows[:end])
    gap = "" if not before or before.endswith("\n") else newline
    return before + gap + "".join(f"{line}{newline}" for line in lines) + "".join(rows[end:])
