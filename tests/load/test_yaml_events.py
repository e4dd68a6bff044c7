"""What a YAML file may say, and what it may not: every trap of YAML ends as a fault with a place."""

from pathlib import Path

import pytest
import yaml

from load.folders import TOP, registry, target, write
from ycindic.domain.problem import Code, Problem
from ycindic.load.registry import read_registry
from ycindic.load.yaml_events import _DEEPEST, Scalar, parse_yaml


@pytest.fixture(params=["libyaml", "pure Python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both parsers must find the same faults."""
    if request.param == "libyaml" and not yaml.__with_libyaml__:
        pytest.skip("no libyaml here")
    monkeypatch.setattr(yaml, "__with_libyaml__", request.param == "libyaml")
    return str(request.param)


def faults(text: str) -> list[str]:
    problems: list[Problem] = []
    parse_yaml(text, "t", problems)
    return [f"{one.place} {one.code}" for one in problems]


def kinds(tmp_path: Path, text: str | bytes) -> list[str]:
    return [f"{one.place.line}:{one.place.column} {one.code}" for one in registry(tmp_path, text)[1]]


@pytest.mark.parametrize(("start", "end"), [("[", "]"), ("{a: ", "}")])
def test_nesting_may_be_as_deep_as_the_stop_and_no_deeper(start: str, end: str) -> None:
    assert faults(start * _DEEPEST + end * _DEEPEST) == []
    assert faults(start * (_DEEPEST + 1) + end * (_DEEPEST + 1)) == [f"t:1:{len(start) * _DEEPEST + 1} yaml-depth"]


@pytest.mark.parametrize("bracket", ["[", "{", "[{", "- ", "? ", "{a: "])
def test_fifty_thousand_open_brackets_do_no_harm(bracket: str) -> None:
    (fault,) = faults(bracket * 50_000)
    assert fault.split(" ")[1] in ("yaml-depth", "yaml-syntax")


def test_fifty_thousand_lines_each_deeper_do_no_harm() -> None:
    assert faults("\n".join(" " * depth + "a:" for depth in range(2_000)))[0].endswith("yaml-depth")


def test_an_item_that_never_ends_is_read_without_recursion() -> None:
    assert faults("[" + "a, " * 50_000 + "]") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1", ["t:1:4 yaml-anchor"]),
        ("a: &x [1]", ["t:1:4 yaml-anchor"]),
        ("a: {b: &x {}}", ["t:1:8 yaml-anchor"]),
        ("a: 1\nb: *x", ["t:2:4 yaml-anchor"]),
        ("a: *重点项目", ["t:1:4 yaml-anchor"]),
        ("a: {b: *重点项目, c: d}", ["t:1:8 yaml-anchor"]),
        ("a: &重点项目", ["t:1:4 yaml-anchor"]),
        ("a: !!str 1", ["t:1:4 yaml-tag"]),
        ("a: !x [1]", ["t:1:4 yaml-tag"]),
        ("a: ! x", ["t:1:4 yaml-tag"]),
        ("!!python/object/apply:os.system [x]", ["t:1:1 yaml-tag"]),
        ("a: &x !!str 1", ["t:1:4 yaml-anchor", "t:1:4 yaml-tag"]),
        ("a: 1\n---\nb: 2", ["t:2:1 yaml-documents"]),
        ("a: 1\n...\n---\nb: 2\n---\nc: 3", ["t:3:1 yaml-documents"]),
        ("a:\n\tb: 1", ["t:2:1 yaml-tab"]),
        ("a: '\t'\nb: 1 # \t\nc: 3", ["t:1:5 yaml-tab", "t:2:8 yaml-tab"]),
        ("a: 1\x00", ["t:1:5 yaml-syntax"]),
        ("a:\n  b\x07c: 1", ["t:2:4 yaml-syntax"]),
        ('a: "\\e[31m"', ["t:1:4 yaml-syntax"]),
        ('a: "x\\ry"', ["t:1:4 yaml-syntax"]),
        ('a: "x\\ny\u3000z"', []),
        ("a: %", ["t:1:4 yaml-syntax"]),
        ("a: @x", ["t:1:4 yaml-syntax"]),
        ("a: `x`", ["t:1:4 yaml-syntax"]),
        ("a: b: c", ["t:1:5 yaml-syntax"]),
        ("a: 1\n b: 2", ["t:2:3 yaml-syntax"]),
        ("%YAML 9.9\n---\na: 1", ["t:1:1 yaml-syntax"]),
    ],
)
def test_a_trap_is_a_fault_at_its_place(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    "text", ['a: 1\nb: "x\nc: 2\nd: 3\n', "a: 1\nb: 'x\nc: 2\n", "a: 1\nb: {x: y\nc: 2\n", "a: 1\nb: [x\n"]
)
def test_what_is_never_closed_is_told_where_it_was_opened(text: str) -> None:
    assert faults(text) == ["t:2:4 yaml-syntax"]


def test_a_tab_on_every_line_is_told_only_so_often() -> None:
    assert len(faults("a:\n" + "\tb: 1\n" * 100_000)) == 100


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "\n\n\n", "---\n...\n"])
def test_an_empty_file_lacks_its_keys(tmp_path: Path, text: str) -> None:
    _, problems = registry(tmp_path, text)
    assert {one.code for one in problems} <= {Code.MISSING_KEY, Code.WRONG_TYPE}
    assert len(problems) == 1


@pytest.mark.parametrize("text", ["5", "[a]", "- a\n- b", "text"])
def test_a_file_that_is_no_table_is_of_the_wrong_kind(tmp_path: Path, text: str) -> None:
    _, problems = registry(tmp_path, text)
    assert problems[0].code is Code.WRONG_TYPE


def test_merge_keys_are_refused_but_a_quoted_one_is_only_unknown(tmp_path: Path) -> None:
    assert kinds(tmp_path, f"{TOP}indicators: {{}}\n<<: {{a: b}}\n") == ["4:1 yaml-merge-key"]
    assert kinds(tmp_path, f"{TOP}indicators: {{}}\n'<<': {{a: b}}\n") == ["4:1 unknown-key"]


def test_a_key_that_stands_twice_is_told_with_its_first_place(tmp_path: Path) -> None:
    _, problems = registry(tmp_path, f"{TOP}indicators: {{}}\ntodo: {{a: 1, b: 2, a: 3}}\nindicators: {{}}\n")
    first = tmp_path / "targets.yaml"
    assert [(one.place.line, one.code, one.detail) for one in problems] == [
        (4, Code.DUPLICATE_KEY, f"{first}:4:8"),
        (5, Code.DUPLICATE_KEY, f"{first}:3:1"),
    ]


def test_a_key_that_is_no_word_is_refused(tmp_path: Path) -> None:
    assert kinds(tmp_path, f"{TOP}indicators: {{}}\n? [a, b]\n: 1\n") == ["4:3 yaml-key"]
    assert kinds(tmp_path, f"{TOP}indicators: {{}}\n{{a: 1}}: 1\n") == ["4:1 yaml-key"]


def test_the_mark_of_byte_order_is_no_character_of_the_first_line(tmp_path: Path) -> None:
    assert kinds(tmp_path, b"\xef\xbb\xbf" + f"shcema: 1\n{TOP}indicators: {{}}\n".encode()) == ["1:1 unknown-key"]


def test_a_file_in_gb18030_is_understood(tmp_path: Path) -> None:
    plan, problems = registry(tmp_path, f"{TOP}indicators: {{}}\n".encode("gb18030"))
    assert (problems, plan.title.zh) == ([], "例")


def test_line_ends_of_windows_and_of_old_macs_are_line_ends(tmp_path: Path) -> None:
    text = f"{TOP}indicators: {{}}\nxyz: 1\n"
    for end in ("\r\n", "\r"):
        assert kinds(tmp_path, text.replace("\n", end).encode()) == ["4:1 unknown-key"]


def test_bytes_that_fit_no_encoding_are_told_with_their_line(tmp_path: Path) -> None:
    assert kinds(tmp_path, TOP.encode() + b"indicators: {}\nnames: \xff\xff\n") == ["4:0 encoding"]


def test_a_file_beyond_all_measure_is_not_read(tmp_path: Path) -> None:
    path = write(tmp_path, "")
    with path.open("wb") as file:
        file.truncate(17 << 20)
    problems: list[Problem] = []
    read_registry(path, problems)
    assert [one.code for one in problems] == [Code.TOO_LONG]


@pytest.mark.parametrize(
    ("goal", "sound"),
    [
        ("010", False),
        ("12:30", False),
        ("0x10", False),
        ("1_000", False),
        ("1e3", False),
        (".inf", False),
        (".nan", False),
        ("no", False),
        ("null", False),
        ("~", False),
        ('"5"', False),
        ("５", False),
        ("٣", False),
        ("5万", False),
        ("5%", False),
        ("1" * 31, False),
        ("1" * 30, True),
        ("0.5", True),
        ("+5", True),
        ("-5", True),
        ("-0", True),
        ("5.40", True),
    ],
)
def test_a_number_is_only_what_people_would_call_one(tmp_path: Path, goal: str, *, sound: bool) -> None:
    expected = [] if sound else [f"{goal} bad-number"]
    assert target(tmp_path, f"period: 2026, relation: at_least, goal: {goal}") == expected


@pytest.mark.parametrize("word", ["yes", "no", "on", "True", "TRUE", "'true'", "1", "null", "是"])
def test_only_true_and_false_are_true_or_false(tmp_path: Path, word: str) -> None:
    keys = f"period: 2026, relation: at_least, goal: 5, scope: {word}"
    assert target(tmp_path, keys) == [f"{word} bad-boolean"]


def test_the_word_no_is_a_text_where_a_text_is_asked(tmp_path: Path) -> None:
    plan, problems = registry(tmp_path, TOP.replace("例", "no") + "indicators: {}\n")
    assert (problems, plan.title.zh) == ([], "no")


def test_a_date_stays_the_text_that_was_typed() -> None:
    node = parse_yaml("2026-04-25", "t", [])
    assert isinstance(node, Scalar)
    assert node.text == "2026-04-25"
