"""Which examples does the help of a command show? Each of them is run by a test, word for word."""

from __future__ import annotations

Example = tuple[str, str, str]
"""A command line, and what it answers in Chinese and English."""

EXAMPLES: dict[str, tuple[Example, ...]] = {
    "": (
        ("ycindic", "每个目标现在怎样", "where every target stands"),
        ("ycindic status --help", "一个命令的全部选项", "all options of a command"),
        ("ycindic --lang zh", "用中文回答", "answer in Chinese"),
    ),
    "status": (
        ("ycindic status --as-of 2026-09-20", "截至某日所知", "as it was known on a day"),
        ("ycindic status gdp urban-jobs@2026", "只看这些指标或目标", "these indicators or targets only"),
        (
            "ycindic status --verdict off_track,at_risk --sort urgency",
            "急需处理的在前",
            "what needs action, most urgent first",
        ),
        ("ycindic status --format markdown", "粘贴到简报", "to paste into a brief"),
        ("ycindic status --format html --output page.html", "可打印的网页，离线可看", "a page to print, opens offline"),
        ("ycindic status --columns id,actual,gap,required", "自选栏", "one's own columns"),
        ("ycindic status --wide", "全部栏", "all columns"),
    ),
    "show": (("ycindic show gdp@2026", "一个目标的全部计算", "one target with all its sums"),),
    "export": (
        ("ycindic export targets.csv", "供电子表格使用", "for a spreadsheet"),
        ("ycindic export targets.xlsx", "Excel工作簿（需附加库）", "a workbook (needs the extra xlsx)"),
        ("ycindic export figures.csv --long", "已公布的数据，可再导入", "the figures themselves, to be read in again"),
        ("ycindic export - --period 2026", "输出到标准输出", "to stdout, for a pipe"),
    ),
    "targets": (
        ("ycindic targets --section 三", "报告第三部分的目标", "the targets of section three"),
        ("ycindic targets --commitment binding", "约束性指标", "the binding ones"),
        ("ycindic targets --format csv --output targets.csv", "写入文件", "into a file"),
    ),
    "indicators": (
        ("ycindic indicators --measure growth", "按累计同比衡量的指标", "those that are rates of growth"),
        ("ycindic indicators gdp --format json", "一个指标的登记内容", "how one indicator is registered"),
    ),
    "audit": (("ycindic audit", "计划自身是否一致", "whether the plan agrees with itself"),),
    "check": (
        ("ycindic check", "有问题则退出码为1，供脚本使用", "ends with 1 where something needs attention, for scripts"),
        ("ycindic check --fail-on off-track,missed --period 2026", "只因这些而失败", "fail for these only"),
    ),
    "due": (("ycindic due --weeks 6", "今后六周应发布的数据", "the figures of the coming six weeks"),),
    "diff": (
        (
            "ycindic diff --from 2026-06-30 --to 2026-09-30",
            "两个日期之间变化的结论",
            "which verdicts changed between two days",
        ),
    ),
    "backtest": (
        ("ycindic backtest", "结论以往有多准", "how often the flag was right so far"),
        ("ycindic backtest --misses", "逐条列出说错的", "each time that it was wrong"),
        (
            "ycindic backtest --goals beside-last-year --seeds 10 --by measure,month",
            "在上年走势上下假设目标，检验规则",
            "the rules tested on made-up goals beside last year's course",
        ),
    ),
    "record": (
        (
            "ycindic record gdp 2026-Q3 5.6 --published 2026-10-25 --source 市统计局",
            "录入一个数据",
            "put in one figure",
        ),
        ("ycindic record gdp 2020-Q1 -2.2 --dry-run", "只看会改变什么", "only see what it would change"),
    ),
    "retract": (("ycindic retract gdp 2026-Q1", "撤回一个数据", "take a figure back"),),
    "undo": (("ycindic undo", "收回最近一次写入", "take the last write back"),),
    "import": (
        ("ycindic import 报表.csv --dry-run", "先看会导入什么", "see first what would come in"),
        ("ycindic import 报表.xlsx", "导入工作簿", "take in a workbook"),
    ),
    "log": (("ycindic log", "最近写入的数据", "what was written last"),),
    "scan": (
        ("ycindic scan report.txt", "报告说了哪些数字", "which numbers a report states"),
        (
            "ycindic scan report.txt --class target --format csv",
            "只列目标，供电子表格",
            "the targets, for a spreadsheet",
        ),
        (
            "ycindic scan report.txt --explain 2",
            "第2行看到什么，哪些规则",
            "what was seen in line 2, and by which rules",
        ),
        ("ycindic scan report.txt --draft new/targets.yaml", "写出登记表草稿", "a draft of a registry"),
        ("ycindic scan report.txt --confidence low", "只列把握低的", "the doubtful ones"),
    ),
    "compare": (
        ("ycindic compare data report.txt", "登记表与新报告相比", "a registry beside the next report"),
        ("ycindic compare data data --format json", "供程序使用", "for programs"),
    ),
    "init": (
        ("ycindic init 2027", "建立新的文件夹", "start a new folder"),
        (
            "ycindic init 2027 --from data",
            "沿用今年的指标、数据和未到期目标",
            "with this year's indicators and running promises",
        ),
    ),
    "add": (
        ("ycindic add 新建农村公路400公里 --period 2027 --yes", "由报告的话读出", "read from the report's sentence"),
        ('ycindic add --name "New parks" --goal ">= 12" --unit parks --yes', "按选项登记", "told by options"),
    ),
    "import-targets": (
        ("ycindic import-targets 目标.csv --period 2027", "登记整张表", "a whole table of promises"),
        (
            "ycindic import-targets 目标.csv --period 2027 --dry-run",
            "只看将写入什么",
            "only show what would be written",
        ),
    ),
    "validate": (("ycindic validate", "检查全部文件", "check every file"),),
    "schema": (("ycindic schema", "供编辑器检查登记表", "for editors that check the registry"),),
    "calc": (
        ("ycindic calc required 5.5 6 --month 6", "下半年须增长多少", "what the second half must grow"),
        ("ycindic calc pace 2.8 5 --month 6", "完成率与序时进度", "done, and time gone"),
        ("ycindic calc path 5.2 5 --month 9 --if 10=4.8,11=5", "假如10月、11月如此", "if October and November are so"),
    ),
    "calc path": (
        (
            "ycindic calc path 5.2 5 --month 9 --if Q4=4.8",
            "四季度增长4.8%，全年多少",
            "if the last quarter grows 4.8",
        ),
        (
            "ycindic calc path 0.9 2 --kind mean --month 7 --if 8=0.6,9-10=0.8",
            "各月的均值",
            "of a mean of months",
        ),
    ),
    "calc cagr": (("ycindic calc cagr 100 120 --years 5", "五年从100到120", "from 100 to 120 in five years"),),
    "calc annualise": (
        ("ycindic calc annualise 1.2", "季度环比折年率", "a quarter's growth as a rate of a year"),
        ("ycindic calc annualise 0.4 --every month", "月度环比折年率", "a month's"),
    ),
    "calc required": (
        ("ycindic calc required 5.5 6 --month 6", "按月数的权重", "weighted by months"),
        (
            "ycindic calc required 5.5 6 --month 6 --weight 0.46",
            "上半年占上年全年46%",
            "the first half was 46% of last year",
        ),
        ("ycindic calc required -13.4 -16 --month 9", "负数照写", "negative numbers as they are"),
    ),
    "calc average-growth": (
        ("ycindic calc average-growth 8 9", "两年的年均增长", "the average of two years"),
        (
            "ycindic calc average-growth 8 9 --goal 10 --years 5",
            "其余三年须增长多少",
            "what the remaining three years must average",
        ),
    ),
    "calc pace": (
        ("ycindic calc pace 2.8 5 --month 6", "与序时进度比", "against the time gone"),
        ("ycindic calc pace 2.8 5 --month 6 --expected 57%", "与上年同期进度比", "against last year's course"),
    ),
}
