"""How does the page look? Light and dark by the reader's own choice, always light on paper."""

STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --soft: #59636e; --line: #d8dee4; --track: #eef1f4;
  --band: #c9d6e6; --good: #1a7f37; --warn: #9a6700; --bad: #cf222e; --none: #6e7781; }
@media screen and (prefers-color-scheme: dark) {
  :root { --paper: #0f1318; --ink: #e6e9ed; --soft: #9aa4b0; --line: #2d343d; --track: #20262e; --band: #36465c;
    --good: #3fb950; --warn: #d9a020; --bad: #ff6b62; --none: #8b949e; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1240px; padding: 24px 20px; background: var(--paper); color: var(--ink);
  font: 14px/1.45 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
h1 { font-size: 22px; margin: 0; } h2 { font-size: 16px; margin: 22px 0 4px; }
header p { margin: 4px 0 12px; color: var(--soft); }
.tiles { display: flex; flex-wrap: wrap; gap: 8px; margin: 0 0 16px; padding: 0; list-style: none; }
.tiles li { border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 4px; padding: 5px 12px;
  color: var(--tone); }
.tiles b { font-size: 19px; margin-right: 4px; color: var(--ink); font-variant-numeric: tabular-nums; }
.achieved, .ahead, .on_track { --tone: var(--good); } .at_risk { --tone: var(--warn); }
.off_track, .missed { --tone: var(--bad); } .not_due, .no_data, .undetermined { --tone: var(--none); }
.attention { border-left: 4px solid var(--bad); padding: 2px 14px; margin: 0 0 14px; }
.attention h2 { margin-top: 4px; } .attention ul { margin: 4px 0; padding-left: 18px; }
#tools { display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: center; margin: 0 0 10px; }
#tools[hidden], tbody[hidden], #none[hidden] { display: none; }
#tools label { color: var(--soft); font-size: 12.5px; } #tools input, #tools select, #tools button { font: inherit;
  color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 4px; padding: 3px 6px; }
#tools select { max-width: 15em; } :focus-visible { outline: 2px solid var(--ink); outline-offset: 1px; }
.bare td, .bare th { padding-bottom: 4px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 6px 10px 2px 0; font-weight: normal; }
thead th { border-bottom: 1px solid var(--line); color: var(--soft); font-size: 12px; white-space: nowrap; }
tbody { border-bottom: 1px solid var(--line); break-inside: avoid; }
tbody th { min-width: 9em; overflow-wrap: anywhere; } .part { padding-left: 1.4em; }
td { white-space: nowrap; } .number { text-align: right; font-variant-numeric: tabular-nums; }
small { display: block; color: var(--soft); font-size: 11.5px; }
.badge { color: var(--tone); font-weight: 600; white-space: nowrap; }
.why td { padding-top: 0; padding-bottom: 7px; color: var(--soft); font-size: 12.5px; white-space: normal; }
.folded td { white-space: normal; overflow-wrap: anywhere; padding-bottom: 6px; }
.section { border: 0; break-after: avoid; } .section th { padding: 0; }
footer { margin-top: 28px; border-top: 1px solid var(--line); color: var(--soft); font-size: 12px; }
footer p { margin: 6px 0; }
svg { display: block; overflow: visible; }
.track { fill: var(--track); } .band { fill: var(--band); } .bar { fill: var(--tone); }
.goal { stroke: var(--ink); stroke-width: 2.5; }
.expected { stroke: var(--ink); stroke-width: 1; stroke-dasharray: 2 1.5; }
.axis { stroke: var(--line); } polyline { fill: none; stroke-linejoin: round; }
.actual { stroke: var(--tone); stroke-width: 1.8; } .promised { stroke: var(--soft); stroke-dasharray: 4 3; }
.needed { stroke: var(--tone); stroke-width: 1.6; stroke-dasharray: 1 3; stroke-linecap: round; }
.fan { fill: var(--tone); opacity: .18; } .other { stroke: var(--soft); } .dot, .now { fill: var(--tone); }
.aim { fill: var(--paper); stroke: var(--ink); stroke-width: 1.2; }
@media (max-width: 600px) { thead { display: none; } table, tbody, tr, .wide { display: block; }
  td, th { display: inline-block; padding-right: 12px; white-space: normal; } .why td, tbody th { display: block; }
  td:empty { display: none; } .section th { display: block; } }
@page { size: A4 landscape; margin: 11mm; }
@media print { #tools, #none { display: none; }
  body { padding: 0; max-width: none; font-size: 9pt; } svg { max-width: 132px; height: auto; }
  small, .why td { font-size: 7.5pt; } .wide { overflow: visible; }
  thead { display: table-header-group; } th, td { padding-right: 6px; }
  .track, .band, .bar, .dot, .now, .tiles li { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""
