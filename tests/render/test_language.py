"""Is everything said in both languages, each with its own punctuation and the official terms?"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import ycindic
from render.desk import report, written
from ycindic.domain.assessment import Verdict
from ycindic.domain.model import Bound, Commitment, Measure, ProfileKind
from ycindic.domain.relation import Relation
from ycindic.render.answers.columns import STATUS_COLUMNS
from ycindic.render.words.looks import LOOKS
from ycindic.render.words.wording import BOUNDS, COMMITMENTS, MEASURES, PROFILES, RELATIONS

HAN = re.compile(r"[\u4e00-\u9fff]")
BESIDE = re.compile(r"[\u4e00-\u9fff][,;:?!(]|[,;:?!)][\u4e00-\u9fff]")
YAML = ("--ack 代码:编号", "键: 值", "之一: true", "[低, 高]", r"\d", "三(总)")
"""Texts that quote YAML, patterns and the key of a section."""
ROOT = Path(ycindic.__file__).parent
CATALOGUE = ROOT / "text/locale/zh/LC_MESSAGES/ycindic.po"
SOURCES = [CATALOGUE, ROOT / "load/fields.py"]
"""Where what people read is written; elsewhere Chinese stands in patterns and words to be understood."""


def chinese(path: Path) -> Iterator[str]:
    """The Chinese texts of a catalogue, or of a file those that are no docstrings."""
    if path == CATALOGUE:
        yield from (
            one for one in path.read_text(encoding="utf-8").splitlines() if not any(word in one for word in YAML)
        )
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in docs else None
        if isinstance(text, str) and HAN.search(text) and not any(one in text for one in YAML):
            yield text


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_chinese_texts_have_full_width_punctuation(path: Path) -> None:
    assert [text for text in chinese(path) if BESIDE.search(text)] == []


def test_every_word_of_a_closed_choice_has_both_languages() -> None:
    tables = ((LOOKS, Verdict), (COMMITMENTS, Commitment), (MEASURES, Measure), (PROFILES, ProfileKind),
              (RELATIONS, Relation), (BOUNDS, Bound))  # fmt: skip
    for words, choice in tables:
        assert set(words) == set(choice)


@pytest.mark.parametrize("name", STATUS_COLUMNS)
def test_every_column_says_in_both_languages_what_it_is(name: str) -> None:
    column = STATUS_COLUMNS[name]
    for text in (column.label, column.unit, column.meaning, column.empty):
        zh, en = (text.in_language(lang) for lang in ("zh", "en"))
        assert zh
        assert en
        assert not HAN.search(en)
        assert "|" not in zh + en


def test_symbols_and_words_of_verdicts_are_told_apart() -> None:
    for part in ("symbol", "ascii"):
        assert len({getattr(look, part) for look in LOOKS.values()}) == len(Verdict)
    assert all(look.ascii.isascii() for look in LOOKS.values())


@pytest.mark.parametrize("form", ["table", "markdown", "html"])
def test_the_official_terms_are_used(form: str) -> None:
    columns = ("id", "completion", "time_progress", "commitment", "measure", "annualised")
    text = written(form, lang="zh", columns=columns, width=200)
    for term in ("完成率", "序时进度", "约束性"):
        assert term in text
    assert "落后上年同期进度" in written("csv")


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_an_english_answer_has_no_chinese_but_the_reports_own(form: str) -> None:
    own = {"万人", "个", "三", "二", *(row.target.wording for row in report().rows)}
    text = written(form, columns=("id", "verdict", "gap", "completion", "commitment", "measure", "profile"), width=200)
    assert set(HAN.findall(text)) <= set("".join(own))


def test_a_report_of_every_verdict_counts_them_in_words() -> None:
    found = report()
    for lang, words in (("zh", "已完成 1 · + 正常"), ("en", "achieved 1 · + on track")):
        assert words in written("table", found, lang=lang, width=160)
