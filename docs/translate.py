"""Keep the catalogues: each .po gets every text of the code and loses what is no longer said, and each .mo is compiled.

Texts stand in the code in English: `_("{name} is not registered", name=name)`, `_n` for what is counted, `_p` where one
English word means two things. The help is taken from the commands themselves.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from ycindic.text.catalogue import DOMAIN, ENGLISH, FOLDER, languages

CODE = Path(FOLDER).parents[1]
HELP = "help"
EPOCH = datetime(2026, 11, 27, tzinfo=UTC)
"""A catalogue carries no date of its making: it would be another file at every run."""


class Said(NamedTuple):
    """A text of the code: its English, its plural and context, the names of its values, the file that says it."""

    english: str
    plural: str | None
    context: str | None
    values: frozenset[str]
    file: str

    @property
    def key(self) -> tuple[str | None, str]:
        """What a catalogue finds it by."""
        return self.context, self.english


def texts() -> list[Said]:
    """Every text of the code and of the help, in the order of the files."""
    files = sorted(CODE.rglob("*.py"))
    found = [one for file in files for one in of_code(file.read_text(encoding="utf-8"), str(file.relative_to(CODE)))]
    return [*found, *(Said(one, None, None, frozenset(), HELP) for one in of_help())]


def of_code(code: str, file: str) -> Iterator[Said]:
    """The texts that a file says."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "_n", "_p", "_np"):
            words = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            values = frozenset(one.arg for one in node.keywords if one.arg)
            match node.func.id, words:
                case "_", [english]:
                    yield Said(english, None, None, values, file)
                case "_p", [context, english]:
                    yield Said(english, None, context, values, file)
                case "_np", [context, one, many]:
                    yield Said(one, many, context, values | {"count"}, file)
                case "_n", [one, many]:
                    yield Said(one, many, None, values | {"count"}, file)


def of_help() -> Iterator[str]:
    """What the help pages say of every command and option, in English."""
    from ycindic.cli.commands import tree
    from ycindic.cli.help import every_help

    return iter(dict.fromkeys(every_help(tree())))


def updated(kept: Catalog, said: Iterable[Said]) -> Catalog:
    """A catalogue with the texts of the code, in the order of the English, and what was kept of their translations."""
    new = Catalog(locale=kept.locale, domain=DOMAIN, project=DOMAIN, creation_date=EPOCH, revision_date=EPOCH)
    new.fuzzy = False
    for one in sorted(said, key=lambda one: (one.english, one.context or "", one.file)):
        found = kept.get(one.english, one.context)
        told = found.string if found and bool(one.plural) == isinstance(found.string, tuple) else None
        extra = sorted(name for name in one.values if f"{{{name}" not in one.english + (one.plural or ""))
        new.add(
            (one.english, one.plural) if one.plural else one.english,
            told,
            locations=[(one.file, None)],
            auto_comments=[f"also: {{{'}, {'.join(extra)}}}"] if extra else [],
            user_comments=found.user_comments if found else [],
            context=one.context,
        )
    return new


def catalogue(lang: str) -> Path:
    """Where the texts of a language are kept."""
    return Path(FOLDER) / lang / "LC_MESSAGES" / f"{DOMAIN}.po"


def kept(lang: str) -> Catalog:
    """The catalogue of a language as it is in its file."""
    with catalogue(lang).open("rb") as file:
        return read_po(file, locale=lang, domain=DOMAIN)


def compiled(of: Catalog) -> bytes:
    """A catalogue as the program reads it: without the plurals that are not told yet, which would say nothing."""
    out, told = BytesIO(), deepcopy(of)
    for one in told:
        if one.pluralizable and not all(one.string or ()):
            one.string = ""
    write_mo(out, told)
    return out.getvalue()


def write(of: Catalog, path: Path) -> None:
    """Write a catalogue and what is compiled from it."""
    with path.open("wb") as file:
        write_po(file, of, width=0, include_lineno=False, ignore_obsolete=True)
    path.with_suffix(".mo").write_bytes(compiled(of))


def main(begun: list[str]) -> None:
    """Bring every catalogue up to date, and begin those of new languages."""
    said = texts()
    for lang in dict.fromkeys([*begun, *(one for one in languages() if one != ENGLISH)]):
        path = catalogue(lang)
        path.parent.mkdir(parents=True, exist_ok=True)
        new = updated(kept(lang) if path.exists() else Catalog(locale=lang), said)
        write(new, path)
        left = sum(1 for one in new if one.id and not (all(one.string) if one.pluralizable else one.string))
        sys.stdout.write(f"{path}: {len(new)} texts, {left} without a translation\n")


if __name__ == "__main__":
    main(sys.argv[1:])
