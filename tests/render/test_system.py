"""Is what the operating system refuses told in the reader's language?"""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest

from ycindic.cli import main
from ycindic.render.words.system import system_refusal

USUAL = (
    errno.ENOENT,
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.EISDIR,
    errno.ENOTDIR,
    errno.EEXIST,
    errno.ENAMETOOLONG,
    errno.EFBIG,
    errno.ENOSPC,
    errno.EIO,
    errno.ELOOP,
    errno.EMFILE,
)


@pytest.mark.parametrize("number", USUAL, ids=errno.errorcode.get)
def test_a_usual_refusal_is_english_as_the_system_says_it_and_chinese_without_a_word_of_it(number: int) -> None:
    told = system_refusal(OSError(number, os.strerror(number)))
    assert told.in_language("en") == os.strerror(number)
    assert not re.search("[A-Za-z]{2}", told.in_language("zh"))


def test_what_else_a_system_says_is_told_on_one_line() -> None:
    assert system_refusal(OSError(0, "a\nb")).in_language("zh") == "a b"


def test_a_draft_below_a_missing_folder_says_so_in_chinese(tmp_path: Path, capfd) -> None:
    (tmp_path / "report.txt").write_text("今年新增就业5万人。", encoding="utf-8")
    draft = tmp_path / "no" / "where" / "targets.yaml"
    assert main(["scan", str(tmp_path / "report.txt"), "--draft", str(draft), "--lang", "zh"]) == 2
    told = capfd.readouterr().err.replace(str(draft), "")
    assert "没有这个文件或文件夹" in told
    assert "No such" not in told
