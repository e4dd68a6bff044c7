"""Which examples does the help of a command show? Each of them is run by a test, word for word."""

from __future__ import annotations

from ycindic.text import Text, _

_Example = tuple[str, Text]
"""A command line, and what it answers."""

EXAMPLES: dict[str, tuple[_Example, ...]] = {
    "": (
        ("ycindic", _("where every target stands")),
        ("ycindic status --help", _("all options of a command")),
        ("ycindic --lang zh", _("answer in Chinese")),
    ),
    "status": (
        ("ycindic status --as-of 2026-09-20", _("as it was known on a day")),
        ("ycindic status gdp urban-jobs@2026", _("these indicators or targets only")),
        ("ycindic status --verdict off_track,at_risk --sort urgency", _("what needs action, most urgent first")),
        ("ycindic status --format markdown", _("to paste into a brief")),
        ("ycindic status --format html --output page.html", _("a page to print, opens offline")),
        ("ycindic status --columns id,actual,gap,required", _("one's own columns")),
        ("ycindic status --wide", _("all columns")),
    ),
    "show": (("ycindic show gdp@2026", _("one target with all its sums")),),
    "export": (
        ("ycindic export targets.csv", _("for a spreadsheet")),
        ("ycindic export targets.xlsx", _("a workbook (needs the extra xlsx)")),
        ("ycindic export figures.csv --long", _("the figures themselves, to be read in again")),
        ("ycindic export - --period 2026", _("to stdout, for a pipe")),
    ),
    "targets": (
        ("ycindic targets --section 三", _("the targets of section three")),
        ("ycindic targets --commitment binding", _("the binding ones")),
        ("ycindic targets --format csv --output targets.csv", _("into a file")),
    ),
    "indicators": (
        ("ycindic indicators --measure growth", _("those that are rates of growth")),
        ("ycindic indicators gdp --format json", _("how one indicator is registered")),
    ),
    "audit": (("ycindic audit", _("whether the plan agrees with itself")),),
    "check": (
        ("ycindic check", _("ends with 1 where something needs attention, for scripts")),
        ("ycindic check --fail-on off-track,missed --period 2026", _("fail for these only")),
    ),
    "due": (("ycindic due --weeks 6", _("the figures of the coming six weeks")),),
    "diff": (("ycindic diff --from 2026-06-30 --to 2026-09-30", _("which verdicts changed between two days")),),
    "whatif": (
        ("ycindic whatif gdp=2026-Q4:5.8", _("if the fourth quarter grew so much")),
        ("ycindic whatif gdp=continues", _("if it goes on as so far; as-last-year: if the rest is that of last year")),
        ("ycindic whatif --solve gdp@2026", _("what the months to come must bring")),
    ),
    "backtest": (
        ("ycindic backtest", _("how often the flag was right so far")),
        ("ycindic backtest --misses", _("each time that it was wrong")),
        (
            "ycindic backtest --goals beside-last-year --seeds 10 --by measure,month",
            _("the rules tested on made-up goals beside last year's course"),
        ),
    ),
    "record": (
        ("ycindic record gdp 2026-Q3 5.6 --published 2026-10-25 --source 市统计局", _("put in one figure")),
        ("ycindic record gdp 2020-Q1 -2.2 --dry-run", _("only see what it would change")),
    ),
    "retract": (("ycindic retract gdp 2026-Q1", _("take a figure back")),),
    "undo": (("ycindic undo", _("take the last write back")),),
    "import": (
        ("ycindic import 报表.csv --dry-run", _("see first what would come in")),
        (
            "ycindic import 报表.xlsx",
            _("take in a workbook; what looks strange is asked about, in a script refused (exit 2)"),
        ),
        ("ycindic import 报表.xlsx --partial", _("the sound figures although some are refused; exit 2 where all are")),
    ),
    "log": (("ycindic log", _("what was written last")),),
    "scan": (
        ("ycindic scan report.txt", _("which numbers a report states")),
        ("ycindic scan report.txt --class target --format csv", _("the targets, for a spreadsheet")),
        ("ycindic scan report.txt --explain 2", _("what was seen in line 2, and by which rules")),
        ("ycindic scan report.txt --draft new/targets.yaml", _("a draft of a registry")),
        ("ycindic scan report.txt --confidence low", _("the doubtful ones")),
    ),
    "compare": (
        ("ycindic compare data report.txt", _("a registry beside the next report")),
        ("ycindic compare data data --format json", _("for programs")),
    ),
    "init": (
        ("ycindic init 2027", _("start a new folder")),
        ("ycindic init 2027 --empty", _("without examples, for a table of your own promises")),
        ("ycindic init 2027 --from data", _("with this year's indicators and running promises")),
    ),
    "add": (
        ("ycindic add 新建农村公路400公里 --period 2027 --yes", _("read from the report's sentence")),
        ('ycindic add "build 400 km of rural roads in 2027" --yes', _("read from a plain English sentence")),
        ('ycindic add --name "New parks" --goal ">= 12" --unit parks --yes', _("told by options")),
    ),
    "form": (
        ("ycindic form 催报", _("a workbook for each office that owes figures")),
        ("ycindic form 催报 --weeks 4 --force", _("with what is due in the coming weeks")),
    ),
    "import-targets": (
        ("ycindic import-targets 目标.csv --period 2027", _("a whole table of promises")),
        ("ycindic import-targets 目标.csv --period 2027 --dry-run", _("only show what would be written")),
    ),
    "validate": (("ycindic validate", _("check every file")),),
    "schema": (("ycindic schema", _("for editors that check the registry")),),
    "calc": (
        ("ycindic calc required 5.5 6 --month 6", _("what the second half must grow")),
        ("ycindic calc pace 2.8 5 --month 6", _("done, and time gone")),
        ("ycindic calc path 5.2 5 --month 9 --if 10=4.8,11=5", _("if October and November are so")),
    ),
    "calc path": (
        ("ycindic calc path 5.2 5 --month 9 --if Q4=4.8", _("if the last quarter grows 4.8")),
        ("ycindic calc path 0.9 2 --kind mean --month 7 --if 8=0.6,9-10=0.8", _("of a mean of months")),
    ),
    "calc cagr": (("ycindic calc cagr 100 120 --years 5", _("from 100 to 120 in five years")),),
    "calc annualise": (
        ("ycindic calc annualise 1.2", _("a quarter's growth as a rate of a year")),
        ("ycindic calc annualise 0.4 --every month", _("a month's")),
    ),
    "calc required": (
        ("ycindic calc required 5.5 6 --month 6", _("weighted by months")),
        ("ycindic calc required 5.5 6 --month 6 --weight 0.46", _("the first half was 46% of last year")),
        ("ycindic calc required -13.4 -16 --month 9", _("negative numbers as they are")),
    ),
    "calc average-growth": (
        ("ycindic calc average-growth 8 9", _("the average of two years")),
        ("ycindic calc average-growth 8 9 --goal 10 --years 5", _("what the remaining three years must average")),
    ),
    "calc pace": (
        ("ycindic calc pace 2.8 5 --month 6", _("against the time gone")),
        ("ycindic calc pace 2.8 5 --month 6 --expected 57%", _("against last year's course")),
    ),
}
