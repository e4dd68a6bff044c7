"""Where the corpus began: one sound and one odd example of each kind. `python tests/fuzz/seeds.py` writes them."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from files.test_ods import SPACES
from record.workspaces import HEADER, REGISTRY
from ycindic.record.start import contents

CORPUS = Path(__file__).parent / "corpus"
SHEET = (
    '<worksheet xmlns="m"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>2.8</v></c></row></sheetData>'
    '<mergeCells><mergeCell ref="A3:B4"/></mergeCells></worksheet>'
)
OPEN = (
    f"<office:document-content {SPACES}><office:body><office:spreadsheet><table:table table:name='S'><table:table-row>"
    "<table:table-cell office:value-type='string'><text:p>指标</text:p></table:table-cell>"
    "<table:table-cell office:value-type='string'><text:p>2026年1-6月</text:p></table:table-cell></table:table-row>"
    "<table:table-row table:number-rows-repeated='2'><table:table-cell><text:p>城镇新增就业</text:p></table:table-cell>"
    "<table:table-cell office:value-type='float' office:value='2.8'><text:p>2.8</text:p></table:table-cell>"
    "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
)
SEEDS: dict[str, list[bytes]] = {
    "registry": [
        REGISTRY.encode(),
        contents(2026, "zh")["targets.yaml"].encode(),
        b"schema: 1\ntitle: {zh: a, en: b}\nindicators: {}\n",
        b"a: &a [*a, *a]\nb: {<<: *a}\n",
        b"[" * 50,
    ],
    "actuals": [
        (
            HEADER
            + "jobs,2026-01..2026-02,0.4,,2026-03-20,preliminary,,市人社局,\n# x\ngdp,2026-H1,5.4%,ytd,,,over,,\n"
        ).encode(),
        (HEADER + 'jobs,2026-06,2.8,,2026-07-20,,,"a ""b"", c",\njobs,2026-06,,,2026-08-01,retracted,,,\n').encode(
            "utf-8-sig"
        ),
        (HEADER + "prices,2026-06,0.9,ytd,,,,市统计局,物价\n").encode("gb18030"),
        HEADER.replace("\n", "\r").encode() + b"jobs,2026,5,,,,,,",
    ],
    "table": [
        "2026年主要指标,,,\n单位：万人,,,\n指标,1—3月,1—6月,备注\n城镇新增就业,1.3,2.8,初步\n注：略,,,\n".encode(),
        "序号\t指标名称\t时期\t数值\t单位\t口径\n1\t园区\t2026年6月\t９\t个\t期末\n".encode("utf-16"),
        "2026年;;\n月份;城镇新增就业（人）;园区\n前三季度;13100;9\n".encode("gb18030"),
        "2026年1—6月\n指标,本月,本年累计,±%\n(一)城镇新增就业,0.5,2.8,3\n".encode(),
    ],
    "sheet": [
        SHEET.encode(),
        SHEET.replace("<v>2.8</v>", "<f>1+1</f>")
        .replace('t="s"><v>2', 't="inlineStr"><is><t>gdp</t></is><v>2')
        .encode(),
    ],
}
SEEDS["recording"] = SEEDS["actuals"]
BOOKS = Path(__file__).parents[1] / "files" / "books"
SEEDS["sheet"] += [(BOOKS / "old.xls").read_bytes(), OPEN.encode()]
SEEDS["report"] = [
    (
        "二、过去一年工作回顾\n地区生产总值增长5.4%，新增就业２．８万人、增长12.6%。\n三、2026年工作安排\n力争生产总值增长6%左右，"
        "由80%提高到百分之八十五以上，6月底前建成3—5个园区，打造“千万工程”，空气质量只增不减。\n"
    ).encode(),
    "1\r\n第一　到2030年，粮食产量4 9 2 5 0万吨以上\r\n分别增长12.6%、13.7%；名词解释[14]".encode("gb18030"),
]


def main() -> None:
    for door, seeds in SEEDS.items():
        (CORPUS / door).mkdir(parents=True, exist_ok=True)
        for number, data in enumerate(seeds):
            (CORPUS / door / f"seed-{number}").write_bytes(data)


if __name__ == "__main__":
    main()
