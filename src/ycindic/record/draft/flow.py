"""Where does a target go that joins others in brackets: `targets: [{period: 2026, …}]`? No other byte is touched."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

_OPENS, _CLOSES = "[{", "]}"


def in_flow(text: str, begin: int, lines: Sequence[str]) -> str | None:
    """The text with targets at the end of the bracketed list or indicator that begins there; None where it never ends.

    `lines` are those of a block: each target begins with `- `, its other keys with two blanks.
    """
    signs = [*_signs(text, begin)]
    if not signs or signs[-1][2]:
        return None
    end = signs[-1][0]
    targets = ", ".join(_targets(lines))
    if text[begin] == "[":
        return _before(text, begin, end, targets)
    inner = next(
        (at for at, sign, depth in signs if sign == "[" and depth == 2 and _KEY.search(text[begin + 1 : at])), None
    )
    if inner is not None:
        return in_flow(text, inner, lines)
    return _before(text, begin, end, f"targets: [{targets}]")


_KEY = re.compile(r"(?:^|[\s,{])[\"']?targets[\"']?\s*:\s*$")


def _targets(lines: Sequence[str]) -> Iterator[str]:
    """Each target with its keys on one line, in braces."""
    number = 0
    numbered = []
    for line in lines:
        number += line.startswith("- ")
        numbered.append((number, line[2:]))
    for _, keys in groupby(numbered, lambda one: one[0]):
        yield "{" + ", ".join(line for _, line in keys) + "}"


def _before(text: str, begin: int, end: int, more: str) -> str:
    """The text with something put in behind the last item of a bracket, and a comma where one is needed."""
    last = _said_until(text, begin, end)
    between = "" if last == begin else " " if text[last] == "," else ", "
    return f"{text[: last + 1]}{between}{more}{text[last + 1 :]}"


def _said_until(text: str, begin: int, end: int) -> int:
    """The place of the last character before a closing bracket that is neither blank nor in a comment."""
    last = begin
    for at, sign in _plain(text, begin):
        if at >= end:
            break
        if not sign.isspace():
            last = at
    return last


def _signs(text: str, begin: int) -> Iterator[tuple[int, str, int]]:
    """Brackets and commas outside of quotes and comments, each with how deep it stands, to the end of the first one.

    An opening bracket counts as inside itself, a closing one as outside: the last is at depth 0.
    """
    depth = 0
    for at, sign in _plain(text, begin):
        if sign in _OPENS:
            depth += 1
        if sign in _CLOSES:
            depth -= 1
        if sign in _OPENS or sign in _CLOSES or sign == ",":
            yield at, sign, depth
        if depth == 0:
            return


_QUOTED = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:''|[^'])*'", re.DOTALL)


def _plain(text: str, begin: int) -> Iterator[tuple[int, str]]:
    """The characters from a place on; of a quoted text its last quote alone, of a comment none."""
    at, before = begin, ""
    while at < len(text):
        quoted = _QUOTED.match(text, at) if before in (*_OPENS, ",", ":") else None
        if quoted:
            at = quoted.end() - 1
        elif text[at] == "#" and (at == begin or text[at - 1].isspace()):
            line = text.find("\n", at)
            if line < 0:
                return
            at = line
        yield at, '"' if quoted else text[at]
        before = before if text[at].isspace() else '"' if quoted else text[at]
        at += 1
