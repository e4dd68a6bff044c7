"""A file is what its bytes say, whatever its name is."""

from __future__ import annotations

import io
import zipfile

import pytest

from ycindic.files.kind import kind_of


def zipped(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), content)
    return out.getvalue()


def compound(name: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + name.encode("utf-16-le")


SHEET = "application/vnd.oasis.opendocument.spreadsheet"
LIST = "META-INF__manifest_xml"
TABLE = "<table><tr><td>指标</td></tr></table>"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (zipped(xl__workbook_xml=""), "xlsx"),
        (zipped(XL__Workbook_xml=""), "xlsx"),
        (zipped(xl__workbook_bin=""), "xlsb"),
        (zipped(word__document_xml=""), "word"),
        (zipped(a="", b=""), "archive"),
        (zipped(mimetype=SHEET, **{LIST: ""}, content_xml=""), "ods"),
        (zipped(mimetype=f"{SHEET}-template", **{LIST: ""}), "ods"),
        (zipped(mimetype=SHEET, **{LIST: "<manifest:encryption-data>"}), "encrypted"),
        (zipped(mimetype=SHEET.replace("spreadsheet", "text"), **{LIST: ""}), "opendocument"),
        (compound("Workbook"), "xls"),
        (compound("EncryptedPackage"), "encrypted"),
        (compound("WordDocument"), "word"),
        (compound("ETExtData"), "xls"),
        (f"<html><body>{TABLE}".encode(), "web page"),
        (f"\ufeff\r\n<!DOCTYPE html PUBLIC ''>{TABLE}".encode(), "web page"),
        (f"<!-- 导出 --><table>{TABLE}".encode("gb18030"), "web page"),
        (f"<HTML>{TABLE}".encode("utf-16"), "web page"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "web page"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>', "xml workbook"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "xml workbook"),
        (b'<?xml version="1.0"?>\n<office:document xmlns:office="x">', "opendocument"),
        (b"%PDF-1.7", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"\x1f\x8b\x08", "archive"),
        (b"{\\rtf1", "rich text"),
        ("指标,2026\n".encode(), "text"),
        ("指标\t2026\n".encode("utf-16"), "text"),
        (b"<5,6\n", "text"),
        (b"", "text"),
        (b"PK\x03\x04 and no more", "xlsx"),
    ],
)  # fmt: skip
def test_a_file_is_what_its_bytes_say(data, kind):
    assert kind_of(data) == kind


def test_remarks_without_end_take_no_endless_time():
    """Each of them could be told apart from the next in two ways, so that a hundred took for ever."""
    assert kind_of(b"<!-- -->" * 500) == "text"
    assert kind_of(b"<!-- -->" * 400 + b"<table>") == "web page"


def test_a_damaged_workbook_is_called_by_its_own_kind() -> None:
    assert kind_of(zipped(mimetype=SHEET, **{LIST: ""}, content_xml="")[:-30]) == "ods"
    assert kind_of(zipped(xl__workbook_xml="")[:-30]) == "xlsx"
