"""Do the commands answer at any date, in any form, on the shipped workspaces?"""

from __future__ import annotations

import re

import pytest

from cli.workspaces import ROOT, run

FORMS = {
    "audit": ("text", "json"),
    "check": ("text", "json", "junit", "github"),
    "due": ("table", "csv", "json"),
    "diff": ("table", "csv", "json"),
}
DAYS = ("1900-01-01", "2024-02-29", "2026-11-30", "2199-12-31")
MINUS_ZERO = re.compile(r"(?<![\d.])-0(\.0+)?(?![\d.])")


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("command", FORMS)
@pytest.mark.parametrize("folder", ["data", "examples/china"])
def test_every_form_of_every_command_answers_at_any_date(
    command: str, day: str, folder: str, capfd: pytest.CaptureFixture[str]
) -> None:
    for place, form in enumerate(FORMS[command]):
        lang = ("zh", "en")[place % 2]
        found = run(capfd, command, "--data", str(ROOT / folder), "--as-of", day, "--format", form, "--lang", lang)
        assert found.code in (0, 1), found.err
        assert not MINUS_ZERO.search(found.out)


@pytest.mark.parametrize(("command", "form"), [(name, form) for name, forms in FORMS.items() for form in forms])
def test_the_same_question_gets_the_same_bytes(command: str, form: str, capfd: pytest.CaptureFixture[str]) -> None:
    arguments = (command, "--data", str(ROOT / "examples" / "china"), "--as-of", "2026-09-20", "--format", form)
    assert run(capfd, *arguments).out == run(capfd, *arguments).out


@pytest.mark.parametrize("command", FORMS)
def test_an_unknown_language_and_form_are_refused(command: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, command, "--lang", "fr").code == 2
    assert run(capfd, command, "--format", "xml").code == 2
