"""Does the page work in a real browser: does its script run, and does what it offers do what it says?"""

from __future__ import annotations

import re
import shutil
import subprocess
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from ycindic.cli import main
from ycindic.render.forms.script import SCRIPT

ROOT = Path(__file__).resolve().parents[2]
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
needs_browser = pytest.mark.skipif(BROWSER is None, reason="no browser here")


def page(tmp_path: Path, data: str = "examples/china", day: str = "2026-09-01", lang: str = "en") -> str:
    path = tmp_path / "page.html"
    words = ["status", "--format", "html", "--data", str(ROOT / data), "--as-of", day, "--lang", lang]
    assert main([*words, "--output", str(path), "--force"]) == 0
    return path.read_text(encoding="utf-8")


class Rows(HTMLParser):
    """The rows of a page that can be chosen, in their order, and whether they are hidden."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.shown = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "tbody" and "data-verdict" in said:
            self.found.append(said)
            self.shown += "hidden" not in said


def after(tmp_path: Path, text: str, steps: str) -> Rows:
    """The page when somebody has done something on it: the steps run behind the page's own script."""
    policy = re.search(r"script-src [^\"]*", text)
    assert policy is not None
    free = text.replace(policy[0], "script-src 'unsafe-inline'")
    path = tmp_path / "driven.html"
    path.write_text(free.replace("</body>", f"<script>{steps}</script></body>"), encoding="utf-8")
    words = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", path.as_uri()]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=True)
    return Rows(done.stdout)


def typed(name: str, value: str, event: str) -> str:
    return (
        f"{{const e = document.querySelector('{name}'); e.value = '{value}'; e.dispatchEvent(new Event('{event}'));}}"
    )


def test_the_only_script_is_the_one_that_the_policy_names(tmp_path: Path) -> None:
    text = page(tmp_path)
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert scripts == [SCRIPT]
    assert f"script-src 'sha256-{b64encode(sha256(SCRIPT.encode()).digest()).decode()}'" in text
    assert "eval" not in SCRIPT
    assert len(text.encode()) < 400 * 1024


def test_every_target_is_a_row_that_says_by_what_it_can_be_chosen(tmp_path: Path) -> None:
    rows = Rows(page(tmp_path, "data", "2026-11-27")).found
    assert len(rows) == 79
    assert all({"data-section", "data-office", "data-period", "data-name", "data-rank"} <= set(row) for row in rows)


@needs_browser
def test_the_pages_own_script_runs_under_its_policy(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    text = page(tmp_path)
    assert '<form id="tools" hidden' in text
    words = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--dump-dom"]
    done = subprocess.run([*words, path.as_uri()], capture_output=True, text=True, timeout=120, check=True)
    assert '<form id="tools">' in done.stdout, "shown, since what it offers works"
    assert "CONSOLE" not in done.stderr


@needs_browser
@pytest.mark.parametrize(("facet", "value"), [("verdict", "off track"), ("verdict", "no data"), ("period", "2024")])
def test_a_choice_leaves_the_rows_that_say_so(tmp_path: Path, facet: str, value: str) -> None:
    text = page(tmp_path)
    wanted = [row for row in Rows(text).found if row[f"data-{facet}"] == value]
    found = after(tmp_path, text, typed(f"select[data-by={facet}]", value, "change"))
    assert found.shown == len(wanted) > 0
    assert all(("hidden" in row) is (row[f"data-{facet}"] != value) for row in found.found)


@needs_browser
def test_a_search_takes_all_words_and_a_reset_shows_everything(tmp_path: Path) -> None:
    text = page(tmp_path)
    searched = typed("#search", "GROSS", "input") + typed("#search", "jobs 2024", "input")
    found = after(tmp_path, text, searched)
    assert [row["data-name"] for row in found.found if "hidden" not in row] == ["New urban jobs"]
    again = after(tmp_path, text, searched + "document.getElementById('reset').click();")
    assert again.shown == len(again.found)


@needs_browser
def test_what_needs_action_can_stand_first(tmp_path: Path) -> None:
    found = after(tmp_path, page(tmp_path), typed("#sort", "urgency", "change")).found
    ranks = [str(row["data-rank"]) for row in found]
    assert ranks == sorted(ranks)
