"""Are the catalogues whole: no text without its translation, none that is said no more, compiled as they are kept?"""

from __future__ import annotations

import gettext
import importlib.util
import io
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.desk_workspace import workspace
from ycindic.cli import main
from ycindic.text import catalogue

ROOT = Path(__file__).resolve().parents[2]
OURS = [one for one in catalogue.languages() if one != catalogue.ENGLISH]


def _translate():
    spec = importlib.util.spec_from_file_location("translate", ROOT / "docs/translate.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules["translate"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


translate = _translate()
SAID = translate.texts()
PLACE = re.compile(r"\{(\w+)[^}]*\}")
MEND = "run: python docs/translate.py, then translate what is empty"


@pytest.mark.parametrize("lang", OURS)
def test_every_text_is_translated_and_none_is_kept_that_is_said_no_more(lang: str) -> None:
    kept = {(one.context, one.id[0] if one.pluralizable else one.id): one for one in translate.kept(lang) if one.id}
    assert kept.keys() == {one.key for one in SAID}, MEND
    empty = [key for key, one in kept.items() if not one.string or (one.pluralizable and not all(one.string))]
    assert not empty, MEND
    assert not [key for key, one in kept.items() if one.fuzzy]


@pytest.mark.parametrize("lang", OURS)
def test_a_catalogue_is_kept_as_it_would_be_written_and_compiled_as_it_is_kept(lang: str, tmp_path: Path) -> None:
    found = translate.updated(translate.kept(lang), SAID)
    translate.write(found, tmp_path / "new.po")
    path = translate.catalogue(lang)
    assert _body(tmp_path / "new.po") == _body(path), MEND
    assert _compiled((tmp_path / "new.mo").read_bytes()) == _compiled(path.with_suffix(".mo").read_bytes()), MEND


def _body(path: Path) -> str:
    """A catalogue without its head, in which its maker signs."""
    return path.read_text(encoding="utf-8").partition("\n\n")[2]


def _compiled(data: bytes) -> dict[object, str]:
    found = gettext.GNUTranslations(io.BytesIO(data))
    return {key: text for key, text in found._catalog.items() if key}


@pytest.mark.parametrize("lang", OURS)
def test_a_translation_names_only_values_that_its_text_has(lang: str) -> None:
    values: dict[tuple[str | None, str], frozenset[str]] = {}
    for one in SAID:
        values[one.key] = one.values & values.get(one.key, one.values)
    for one in translate.kept(lang):
        if one.id:
            english = one.id[0] if one.pluralizable else one.id
            known = values[one.context, english]
            told = one.string if one.pluralizable else (one.string,)
            assert set(PLACE.findall(" ".join(told))) <= known or not known, english
            if known:  # and can be filled, whatever stands in it
                "".join(told).format_map(dict.fromkeys(known, 1))


def test_one_english_text_has_one_plural() -> None:
    plurals: dict[object, set[str | None]] = {}
    for one in SAID:
        plurals.setdefault(one.key, set()).add(one.plural)
    assert not [key for key, found in plurals.items() if len(found) > 1]


def shouted(text: str) -> str:
    """The text in upper case, its places left alone."""
    return "".join(part if part.startswith("{") else part.upper() for part in re.split(r"(\{[^}]*\})", text))


@pytest.fixture
def shouting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One language more, the invented Esperanto of those who shout: one catalogue and no code."""
    folder = tmp_path / "locale"
    shutil.copytree(catalogue.FOLDER, folder)
    found = translate.updated(translate.Catalog(locale="eo"), SAID)
    for one in found:
        if one.id:
            one.string = tuple(map(shouted, one.id)) if one.pluralizable else shouted(one.id)
    (folder / "eo/LC_MESSAGES").mkdir(parents=True)
    (folder / "eo/LC_MESSAGES/ycindic.mo").write_bytes(translate.compiled(found))
    monkeypatch.setattr(catalogue, "FOLDER", str(folder))
    catalogue.catalogue.cache_clear()
    yield
    catalogue.catalogue.cache_clear()


@pytest.mark.usefixtures("shouting")
@pytest.mark.parametrize(
    "typed",
    [
        "calc required 5.5 6 --month 6",
        "calc --help",
        "record --help",
        "record gdp 2026-Q3 5.6 --published 2026-10-25 --dry-run",
        "sttus",
        "status --data nowhere",
        "status --as-of 2026-11-01",
        "status --as-of 2026-11-01 --format markdown",
        "show gdp@2026 --as-of 2026-11-01",
        "targets --format markdown",
        "due --as-of 2026-11-01",
    ],
)
def test_a_third_language_is_one_catalogue_and_no_code(typed: str, tmp_path: Path, monkeypatch, capsys) -> None:
    workspace(tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    said = {}
    for lang in ("en", "eo"):
        first, *rest = typed.split()
        main([first, *rest, "--lang", lang]) if first != "sttus" else main(["--lang", lang, first])
        out, err = capsys.readouterr()
        said[lang] = out + err
    assert said["en"] != said["eo"]
    assert said["en"].upper().replace("--LANG EN", "--LANG EO") == said["eo"].upper()
