"""Do our files for Word, Excel and WPS keep the sequences of ECMA-376, and lead their references somewhere?

These programs refuse or mend a file whose elements stand in another order, and cannot be asked here. The sequences are
those of the standard's part 1: 17 (WordprocessingML), 18 (SpreadsheetML) and 20 (pictures in a text).
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element, fromstring

import pytest

from ycindic.cli import main
from ycindic.files.xlsx import position

SEQUENCES = {
    name: order.split()
    for name, order in {
        "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
        "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
        "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
        "vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
        "tbl": "tblPr tblGrid tr",
        "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
        "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
        "tblCellMar": "top start left bottom end right",
        "tr": "tblPrEx trPr tc",
        "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign "
        "hideMark",
        "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
        "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
        "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat "
        "locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
        "inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
        "worksheet": "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection "
        "protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr "
        "conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks "
        "colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing tableParts extLst",
        "workbook": "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups "
        "externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches extLst",
        "styleSheet": "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
        "dxf": "font numFmt fill alignment border protection extLst",
        "xf": "alignment protection extLst",
        "border": "start left end right top bottom diagonal vertical horizontal",
        "sheetPr": "tabColor outlinePr pageSetUpPr",
        "sheetView": "pane selection pivotSelection",
        "dataValidation": "formula1 formula2",
        "headerFooter": "oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter",
    }.items()
}
"""Of an element which children it has, in their order."""
ROOT = Path(__file__).resolve().parents[2]
CHINA = ("--data", str(ROOT / "examples/china"), "--as-of", "2026-09-20")
OURS = ("--data", str(ROOT / "data"), "--as-of", "2026-11-27")
ASKED = {
    "brief.docx": ("export", *CHINA),
    "empty.docx": ("export", *OURS),
    "table.docx": ("due", *OURS, "--output"),
    "report.xlsx": ("export", *CHINA),
    "empty.xlsx": ("export", *OURS),
    "table.xlsx": ("due", *OURS, "--output"),
}
XLSX = ("report.xlsx", "empty.xlsx", "table.xlsx", "form.xlsx")
REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@pytest.fixture(scope="module", params=["zh", "en"])
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A file of each kind that we write, in a language."""
    folder = tmp_path_factory.mktemp("files")
    for name, (command, *words) in ASKED.items():
        assert main([command, *words, str(folder / name), "--lang", request.param]) == 0
    assert main(["form", str(folder / "forms"), *OURS, "--lang", request.param]) == 0
    return {name: folder / name for name in ASKED} | {"form.xlsx": min((folder / "forms").iterdir())}


def parts(path: Path) -> Iterator[tuple[str, Element]]:
    """The parts of a file that are XML, by name."""
    with zipfile.ZipFile(path) as pack:
        for name in pack.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, fromstring(pack.read(name))  # noqa: S314 - our own


def local(one: Element) -> str:
    return one.tag.rpartition("}")[2]


def find(top: Element, name: str) -> list[Element]:
    return [one for one in top.iter() if local(one) == name]


@pytest.mark.parametrize("name", [*ASKED, "form.xlsx"])
def test_children_stand_in_the_sequence_of_the_standard(files: dict[str, Path], name: str) -> None:
    seen = Counter[str]()
    for part, top in parts(files[name]):
        for one in top.iter():
            order, here = SEQUENCES.get(local(one)), [*map(local, one)]
            if order is None or "/theme/" in part:
                continue
            assert set(here) <= set(order), (part, local(one))
            assert here == sorted(here, key=order.index), (part, local(one))
            seen[local(one)] += 1
    assert len(seen) >= (9 if name.endswith(".docx") else 7), "the sequences are asked for"


@pytest.mark.parametrize("name", [*ASKED, "form.xlsx"])
def test_every_reference_leads_to_a_part_and_every_part_has_a_type(files: dict[str, Path], name: str) -> None:
    with zipfile.ZipFile(files[name]) as pack:
        names = pack.namelist()
    found = dict(parts(files[name]))
    types = {one.attrib.get("PartName") or one.attrib["Extension"] for one in found["[Content_Types].xml"]}
    assert {one for one in names if f"/{one}" not in types and one.rpartition(".")[2] not in types} == set()
    assert {one for one in types if one.startswith("/")} <= {f"/{one}" for one in names}
    for part, top in found.items():
        if not part.endswith(".rels"):
            continue
        whose = normpath(join(dirname(dirname(part)), part.rpartition("/")[2].removesuffix(".rels")))
        links = {one.attrib["Id"]: one.attrib["Target"] for one in top}
        assert {normpath(join("/", dirname(whose), target)).lstrip("/") for target in links.values()} <= set(names)
        inside = found[whose].iter() if whose in found else ()
        used = {value for one in inside for key, value in one.attrib.items() if key.startswith(REFERENCE)}
        assert used <= set(links), part


@pytest.mark.parametrize("name", XLSX)
def test_cells_stand_in_order_and_every_number_of_a_style_or_text_is_one_that_is_there(
    files: dict[str, Path], name: str
) -> None:
    found = dict(parts(files[name]))
    styles, texts = found["xl/styles.xml"], found["xl/sharedStrings.xml"]
    looks, rules, strings = (len(list(find(top, kind)[0])) for top, kind in
                             ((styles, "cellXfs"), (styles, "dxfs"), (texts, "sst")))  # fmt: skip
    for kind in ("fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"):
        for one in find(styles, kind):
            assert int(one.attrib["count"]) == len(list(one)), kind
    for part, top in found.items():
        if not part.startswith("xl/worksheets/"):
            continue
        rows = find(top, "row")
        assert [int(row.attrib["r"]) for row in rows] == sorted({int(row.attrib["r"]) for row in rows}), part
        for row in rows:
            places = [position(cell.attrib["r"]) for cell in row]
            assert places == sorted(set(places))
            assert {place[0] + 1 for place in places} <= {int(row.attrib["r"])}
        cells = find(top, "c")
        assert all(int(cell.attrib.get("s", 0)) < looks for cell in cells)
        assert all(int(cell[0].text or "") < strings for cell in cells if cell.attrib.get("t") == "s")
        assert all(int(one.attrib["dxfId"]) < rules for one in find(top, "cfRule"))
        priorities = [one.attrib["priority"] for one in find(top, "cfRule")]
        assert len(priorities) == len(set(priorities))


@pytest.mark.parametrize("name", XLSX)
def test_sheets_have_names_that_excel_takes(files: dict[str, Path], name: str) -> None:
    found = dict(parts(files[name]))
    names = [one.attrib["name"] for one in find(found["xl/workbook.xml"], "sheet")]
    assert len({one.casefold() for one in names}) == len(names)
    assert all(0 < len(one) <= 31 and not re.search(r"[\[\]:*?/\\]|^'|'$", one) for one in names)


@pytest.mark.parametrize("name", [one for one in ASKED if one.endswith(".docx")])
def test_a_text_for_word_has_no_part_of_another_text_and_says_yes_without_a_word(
    files: dict[str, Path], name: str
) -> None:
    found = dict(parts(files[name]))
    assert not {one for one in found if "stylesWithEffects" in one}
    document = found["word/document.xml"]
    assert all(local(list(cell)[-1]) == "p" for cell in find(document, "tc")), "a cell ends with a paragraph"
    assert local(list(document[0])[-1]) == "sectPr"
    for kind in ("tblHeader", "cantSplit"):
        assert all(not one.attrib for one in find(document, kind)), "Word 2007 knows on and off, no true"
    for table in find(document, "tbl"):
        breadth = len(find(table, "gridCol"))
        for row in (one for one in table if local(one) == "tr"):
            spans = [find(cell, "gridSpan") for cell in row if local(cell) == "tc"]
            assert sum(int(next(iter(one[0].attrib.values()))) if one else 1 for one in spans) == breadth
    pictures = [next(value for key, value in one.attrib.items() if key == "id") for one in find(document, "docPr")]
    assert len(pictures) == len(set(pictures)), "each picture has a number of its own"
