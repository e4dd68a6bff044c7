"""Does the page work in a real browser: can it be read, used with keys and ears, and printed?"""

from __future__ import annotations

import re
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from render.browser import COMMAND, Tab, browser
from render.desk import report, written
from render.hundred import MANY
from render.hundred import report as hundred
from ycindic.cli import main
from ycindic.domain.assessment import Verdict
from ycindic.render.answers.untold import lacking
from ycindic.render.words.chances import no_chance_short

ROOT = Path(__file__).resolve().parents[2]
needs_browser = pytest.mark.skipif(COMMAND is None, reason="no browser here")
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no poppler here")
REGISTRIES = {"china": ("examples/china", "2026-09-01"), "ours": ("data", "2026-11-27")}
TONGUES = {"zh": "zh-Hans", "en": "en"}
HAN = re.compile(r"[\u4e00-\u9fff]")
WORD = re.compile(r"\b[A-Za-z]{3,}\b")
UNITS = {"GDP", "PM", "CPI"}
"""Latin words of Chinese statistics."""
HUNDRED = hundred()
ROWS = "main > table > tbody:not(.shelf)"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of each registry in English, and of an invented one that has every verdict."""
    folder = tmp_path_factory.mktemp("pages")
    found = {}
    for name, (data, day) in REGISTRIES.items():
        found[name] = folder / f"{name}.html"
        words = ["status", "--format", "html", "--data", str(ROOT / data), "--as-of", day, "--lang", "en"]
        assert main([*words, "--output", str(found[name])]) == 0
    invented = report()
    kinds = zip(invented.rows, [*Verdict, *Verdict], strict=False)
    rows = [row._replace(verdict=kind) for row, kind in kinds] + [
        invented.rows[0]._replace(verdict=kind) for kind in [*Verdict][len(invented.rows) :]
    ]
    found["hundred"] = folder / "hundred.html"
    found["hundred"].write_text(written("html", HUNDRED), encoding="utf-8")
    found["invented"] = folder / "invented.html"
    found["invented"].write_text(written("html", invented._replace(rows=tuple(rows))), encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    if COMMAND is None:
        pytest.skip("no browser here")
    with browser() as found:
        yield found


def speak(tab: Tab, lang: str) -> None:
    tab.run(f"document.querySelector('[data-tongue=\"{TONGUES[lang]}\"]').click()")


def choose(tab: Tab, field: str, value: str) -> None:
    event = "input" if field == "#search" else "change"
    tab.run(
        f"{{const e = document.querySelector('{field}'); e.value = '{value}'; e.dispatchEvent(new Event('{event}'))}}"
    )


def shown(tab: Tab) -> list[str]:
    """The ids of the rows that are to be seen, in their order."""
    found: list[str] = tab.run(f"[...document.querySelectorAll('{ROWS}')].filter(e => !e.hidden).map(e => e.id)")
    return found


def ids(path: Path, saying: str = "") -> list[str]:
    """The ids of the rows of a page whose tag says something."""
    tags = re.findall(r'<tbody class=[^>]* id="[^>]*>', path.read_text(encoding="utf-8"))
    return [found[1] for tag in tags if saying in tag and (found := re.search(r'id="([^"]*)"', tag))]


def test_nothing_runs_and_nothing_dresses_but_what_the_policy_names(pages: dict[str, Path]) -> None:
    text = pages["china"].read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    for tag in ("script", "style"):
        (source,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert f"{tag}-src 'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'" in policy[1]
    assert policy[1].startswith("default-src 'none'; ")
    assert "unsafe" not in policy[1]
    assert "eval" not in text
    assert not re.search(r"https?:|url\(|@import|style=", text)


def test_a_hundred_targets_with_figures_and_outlooks_find_room_in_400_kilobytes(pages: dict[str, Path]) -> None:
    rows = HUNDRED.rows
    assert len(ids(pages["hundred"])) == len(rows) == MANY
    assert sum(row.outlook is not None for row in rows) > MANY * 2 / 3
    assert pages["hundred"].stat().st_size < 400 * 1024


def test_below_what_the_rest_needs_a_row_tells_its_chance_or_why_it_has_none(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["hundred"])
    small = "[...document.querySelectorAll('{} > tr > td:nth-child(6)')].map(e => [e.parentNode.parentNode.id, {}])"
    told = dict(tab.run(small.format(ROWS, "e.querySelector('small')?.innerText ?? ''")))
    without = lacking(HUNDRED, HUNDRED.rows)
    for row in HUNDRED.rows:
        if row.outlook is not None and row.outlook.chance is not None:
            assert re.fullmatch(
                "[<>]?\\d+% likely to be kept(, the need holds if the other stays)?", told[row.target.id]
            )
        elif row.target.id in without:
            assert no_chance_short(without[row.target.id]).in_language("en") in told[row.target.id]


def test_every_target_is_a_row_that_says_by_what_it_can_be_chosen(pages: dict[str, Path]) -> None:
    text = pages["ours"].read_text(encoding="utf-8")
    tags = re.findall(r'<tbody class=[^>]* id="[^>]*>', text)
    assert len(tags) == 90, "79 targets and 11 parts"
    assert all(f" data-{name}=" in tag for tag in tags for name in ("section", "office", "period", "rank"))


@pytest.mark.parametrize("name", ["china", "ours", "invented", "hundred"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [360, 768, 1300])
def test_the_page_fits_its_window_and_complains_of_nothing(
    tab: Tab, pages: dict[str, Path], name: str, lang: str, width: int
) -> None:
    tab.open(pages[name], width=width)
    speak(tab, lang)
    assert tab.complaints == []
    assert tab.run("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_name_wraps_at_a_desk_while_its_column_has_room(tab: Tab, pages: dict[str, Path], lang: str) -> None:
    tab.open(pages["ours"], width=1300)
    speak(tab, lang)
    widths = tab.run(
        f"[...document.querySelectorAll('{ROWS} > tr > th > span')].filter(e => e.getClientRects().length > 1)"
        ".map(e => [e.parentNode.clientWidth, Math.max(...[...e.getClientRects()].map(r => r.width)), e.innerText])"
    )
    assert [text for room, longest, text in widths if longest < room / 2] == []


CONTRAST = """(() => {
  const parse = text => (text.match(/[0-9.]+/g) || [0, 0, 0, 0]).map(Number);
  const over = (top, under) => { const a = top.length > 3 ? top[3] : 1;
    return [0, 1, 2].map(i => top[i] * a + under[i] * (1 - a)); };
  const behind = one => { const layers = [];
    for (let at = one; at; at = at.parentElement) layers.push(parse(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255]); };
  const light = rgb => { const [r, g, b] = rgb.map(v => v / 255).map(v => v <= .04045 ? v / 12.92 :
    ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
  const ratio = (one, other) => { const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + .05) / (low + .05); };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const one = node.parentElement;
    if (!node.data.trim() || one.closest("script, style, .aloud, option") || !one.getClientRects().length) continue;
    const style = getComputedStyle(one), ink = parse(one.closest("svg") ? style.fill : style.color);
    found.push({text: node.data.slice(0, 30), kind: one.className.baseVal || one.className,
      ratio: ratio(over(ink, behind(one)), behind(one)), least: 4.5});
  }
  for (const one of document.querySelectorAll("main svg path:not(.grid, .band, .fan, .dot), main svg circle")) {
    if (!one.getClientRects().length) continue;
    const style = getComputedStyle(one), line = style.stroke !== "none";
    const ink = parse(line ? style.stroke : style.fill);
    const ground = behind(one.closest("td, li"));
    found.push({text: one.getAttribute("class"), kind: "line", ratio: ratio(ink, ground), least: 3});
  }
  return found;
})()"""
"""Every text that is to be seen with its contrast to what lies behind it, every line of a course with its own."""


@pytest.mark.parametrize("name", ["china", "ours", "invented", "hundred"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(tab: Tab, pages: dict[str, Path], name: str, scheme: str) -> None:
    tab.open(pages[name], scheme=scheme)
    tab.run("document.querySelectorAll('.shelf button[aria-expanded=false]').forEach(one => one.click())")
    tab.run("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    found = tab.run(CONTRAST)
    assert len(found) > 100
    assert [one for one in found if one["ratio"] < one["least"]] == []


LABELS = """(() => {
  const found = [];
  document.querySelectorAll(".shelf button[aria-expanded=false]").forEach(one => one.click());
  for (const picture of document.querySelectorAll("svg[role=img]")) {
    const frame = picture.getBoundingClientRect(), row = picture.closest("tbody, li").id || "card";
    const texts = [...picture.querySelectorAll("text")].filter(one => one.getClientRects().length);
    const boxes = texts.map(one => [one.textContent, one.getBoundingClientRect()]);
    boxes.forEach(([told, a], place) => {
      if (Math.max(frame.left - a.left, a.right - frame.right, frame.top - a.top - 1, a.bottom - frame.bottom - 1) > 1)
        found.push(`${row}: ${told} leaves its picture`);
      for (const [other, b] of boxes.slice(place + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && down > 4) found.push(`${row}: ${told} lies over ${other}`);
      }
    });
  }
  return found;
})()"""
"""The labels of pictures that leave them or lie over each other; a box is higher than its letters by four points."""


@pytest.mark.parametrize("name", ["china", "ours", "invented", "hundred"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [360, 1300])
def test_no_label_of_a_picture_leaves_it_or_lies_over_another(
    tab: Tab, pages: dict[str, Path], name: str, lang: str, width: int
) -> None:
    tab.open(pages[name], width=width)
    speak(tab, lang)
    assert tab.run(LABELS) == []


def test_a_button_makes_it_dark_and_light_again(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["china"])
    ground = "getComputedStyle(document.body).backgroundColor"
    light = tab.run(ground)
    tab.run("document.getElementById('dark').click()")
    assert tab.run(ground) != light
    assert min(one["ratio"] / one["least"] for one in tab.run(CONTRAST)) >= 1
    tab.run("document.getElementById('dark').click()")
    assert tab.run(ground) == light


VISIBLE = """(() => {
  document.querySelectorAll("details").forEach(one => { one.open = true; });
  document.querySelectorAll("#choices [lang], main [lang]").forEach(one => one.remove());
  const texts = [...document.querySelectorAll("svg text")].filter(one => one.getClientRects().length);
  const told = texts.concat([...document.querySelectorAll("option")]).map(one => one.textContent);
  document.querySelectorAll("svg").forEach(one => one.remove());
  return [document.title, document.body.innerText, ...told].join("\\n");
})()"""
"""All words that are to be seen, but the names of the languages and the report's own wording."""


def test_in_english_no_chinese_is_left_but_the_keys_of_sections(tab: Tab, pages: dict[str, Path]) -> None:
    for name in REGISTRIES:
        tab.open(pages[name])
        speak(tab, "zh")
        speak(tab, "en")
        text = re.sub(r"^[一二三四五六七八九十]+(?:[(（][^)）]+[)）])?", "", tab.run(VISIBLE), flags=re.MULTILINE)
        assert [line for line in text.splitlines() if HAN.search(line)] == []


def test_in_chinese_no_english_is_left(tab: Tab, pages: dict[str, Path]) -> None:
    for name in REGISTRIES:
        tab.open(pages[name])
        speak(tab, "zh")
        assert tab.run("document.documentElement.lang") == "zh-Hans"
        text = re.sub(r"\b(?:max|min|tol|low|high|own)\b", "", tab.run(VISIBLE))
        assert set(WORD.findall(text)) <= UNITS


@pytest.mark.parametrize("name", ["china", "ours", "invented", "hundred"])
def test_every_filter_leaves_the_rows_that_say_so(tab: Tab, pages: dict[str, Path], name: str) -> None:
    tab.open(pages[name])
    fields = tab.run("[...document.querySelectorAll('select[data-by]')].map(e => [e.dataset.by, "
                     "[...e.options].map(o => o.value).filter(Boolean)])")  # fmt: skip
    assert [field for field, _ in fields] == ["section", "office", "period"]
    for field, values in fields:
        for value in values:
            choose(tab, f"select[data-by={field}]", value)
            wanted = ids(pages[name], f" data-{field}={value} ")
            assert shown(tab) == wanted
            assert tab.run("document.getElementById('found').textContent").startswith(f"{len(wanted)} / ")
        choose(tab, f"select[data-by={field}]", "")


@pytest.mark.parametrize("name", ["china", "ours", "invented", "hundred"])
def test_each_count_is_a_button_that_leaves_as_many_rows(tab: Tab, pages: dict[str, Path], name: str) -> None:
    tab.open(pages[name])
    chips = tab.run("[...document.querySelectorAll('button[data-count]')].map(e => [e.dataset.count, "
                    "Number(e.querySelector('b').textContent)])")  # fmt: skip
    press = "document.querySelector('button[data-count={}]').click()"
    for key, number in chips:
        tab.run(press.format(key))
        assert len(shown(tab)) == number
        assert shown(tab) == ids(pages[name], f"data-count={key}>")
        tab.run(press.format(key))
    whole = len(ids(pages[name])) - len(ids(pages[name], "data-count=0>"))
    assert sum(number for _, number in chips) == whole, "every target that is no part, in one count"


def test_counts_together_leave_the_rows_of_each(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["china"])
    keys = "running-on_track", "before-missed"
    for key in keys:
        tab.run(f"document.querySelector('button[data-count={key}]').click()")
    assert set(shown(tab)) == {one for key in keys for one in ids(pages["china"], f"data-count={key}>")}


def test_the_style_of_a_page_names_no_verdict(pages: dict[str, Path]) -> None:
    (style,) = re.findall("<style>(.*?)</style>", pages["china"].read_text(encoding="utf-8"), re.DOTALL)
    assert not [one for one in Verdict if re.search(rf"[.]{one}\b", style)], "colours stand in LOOKS alone"


def test_a_search_takes_all_words_and_a_reset_shows_everything(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["china"])
    before = shown(tab)
    for words in ("URBAN jobs 2024", "城镇新增 2024"):
        choose(tab, "#search", words)
        assert shown(tab) == ["urban-jobs@2024"]
    choose(tab, "#search", "nothing like it")
    assert shown(tab) == []
    assert tab.run("document.getElementById('none').hidden") is False
    tab.run("document.getElementById('reset').click()")
    assert shown(tab) == before


def test_rows_can_be_ordered_and_their_heading_says_so(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["china"])
    ranks = f"[...document.querySelectorAll('{ROWS}')].map(e => Number(e.dataset.rank))"
    sorting = "[...document.querySelectorAll('thead th[aria-sort]')].map(e => e.getAttribute('aria-sort'))"
    first = tab.run(ranks)
    tab.run("document.querySelector('[data-sort=rank]').click()")
    assert tab.run(ranks) == sorted(first) != first
    assert tab.run(sorting) == ["ascending", "none"]
    choose(tab, "#sort", "name")
    names = tab.run(f"[...document.querySelectorAll('{ROWS} th en-, {ROWS} th > span > bdi:only-child')]"
                    ".filter(e => e.closest('span')).map(e => e.innerText)")  # fmt: skip
    assert names == sorted(names, key=str.casefold)
    assert tab.run(sorting) == ["none", "ascending"]
    choose(tab, "#sort", "")
    assert tab.run(ranks) == first


def test_a_shelf_opens_and_past_years_are_closed_at_first(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["china"])
    assert "gdp@2026" in shown(tab)
    assert "gdp@2024" not in shown(tab)
    tab.run("document.querySelectorAll('.shelf button[aria-expanded=false]').forEach(one => one.click())")
    assert shown(tab) == ids(pages["china"])


def test_keys_alone_reach_and_open_the_story_of_a_row(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["china"])
    tab.run("document.getElementById('reset').focus()")
    for _ in range(8):
        tab.press("Tab", 9)
        if tab.run("document.activeElement.tagName") == "SUMMARY":
            break
    here = "document.activeElement.closest('tbody').id"
    assert tab.run(here) == "gdp@2026"
    assert tab.run("getComputedStyle(document.activeElement).outlineStyle") == "solid", "to be seen"
    tab.press("Enter", 13, "\r")
    assert tab.run("document.activeElement.parentNode.open")
    assert "(4.5 − 0.470698 × 4.7) ÷ (1 − 0.470698) = 4.322144" in tab.run(
        "document.getElementById('gdp@2026').innerText"
    )
    tab.press(" ", 32, " ")
    assert not tab.run("document.activeElement.parentNode.open")
    tab.press("ArrowDown", 40)
    assert tab.run(here) == "cpi@2026"
    tab.press("ArrowUp", 38)
    assert tab.run(here) == "gdp@2026"


def test_a_click_anywhere_on_a_row_opens_its_story(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["china"])
    tab.run("document.querySelector('[id=\"gdp@2026\"] .chart').click()")
    assert tab.run("document.querySelector('[id=\"gdp@2026\"] details').open")


def test_what_needs_action_leads_to_its_row(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["china"])
    choose(tab, "#search", "grain")
    tab.run("document.querySelector('.card a').click()")
    tab.run("new Promise(done => setTimeout(done, 100))")
    assert tab.run("document.querySelector('[id=\"cpi@2026\"] details').open")
    assert "cpi@2026" in shown(tab)


def test_a_screen_reader_finds_headings_a_table_and_named_pictures(tab: Tab, pages: dict[str, Path]) -> None:
    tab.open(pages["china"])
    found = tab.names()
    named = {role: [name for one, name in found if one == role] for role, _ in found}
    assert {"table", "columnheader", "rowheader", "row", "cell", "heading", "searchbox", "combobox"} <= set(named)
    pictures = named["image"] if "image" in named else named["img"]
    assert any("Consumer prices, rise" in name and "0.9% for January–July 2026" in name for name in pictures)
    for role in ("image", "img", "combobox", "searchbox", "button", "columnheader", "rowheader", "heading", "link"):
        assert all(named.get(role, ["-"])), role
    assert not any(HAN.search(name) for role in ("image", "columnheader", "button") for name in named.get(role, [])
                   if name != "中文")  # fmt: skip


def test_without_its_script_the_page_is_whole(tab: Tab, pages: dict[str, Path]) -> None:
    tab.scripts(allowed=False)
    try:
        tab.open(pages["china"])
        text = "\n".join(name for _, name in tab.names())
    finally:
        tab.scripts(allowed=True)
    assert "GDP, real growth" in text
    assert "Search" not in text


@needs_poppler
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("name", "day"), [("ours", 27), ("hundred", 28)])
def test_it_prints_on_upright_a4_with_a_head_on_every_page(
    tab: Tab, pages: dict[str, Path], tmp_path: Path, lang: str, name: str, day: int
) -> None:
    tab.open(pages[name])
    speak(tab, lang)
    paper = tmp_path / "page.pdf"
    paper.write_bytes(tab.printed())
    about = subprocess.run(["pdfinfo", paper], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Page size: +59[45]\.\d+ x 84[12]\.\d+ pts", about)
    told = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, text=True, check=True).stdout
    sheets = told.split("\f")[:-1]
    assert len(sheets) > 2
    title, dated = {"zh": ("运城市2026年政府工作报告", f"截至2026年11月{day}日"),
                    "en": ("Yuncheng government work report 2026", f"as of {day} Nov 2026")}[lang]  # fmt: skip
    for number, sheet in enumerate(sheets, 1):
        first = sheet.strip().splitlines()[0]
        assert first.startswith(title)
        assert first.endswith(dated)
        assert re.search(rf"{number}\s*/\s*{len(sheets)}\s*$", sheet)
    heads = [{"zh": "其余须", "en": "Rest needs"}[lang] in sheet for sheet in sheets[1:-1]]
    assert heads == sorted(heads), "from the page on which the table begins the columns' heads"
    assert heads[-1]
    assert not any(word in told for word in ("Search", "查找", "Reset", "重置", "English", "Dark"))
