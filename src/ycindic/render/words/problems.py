"""How is a fault in the files told to the one who can mend it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ycindic.domain.problem import Code, Problem
from ycindic.domain.todo import Todo
from ycindic.render.words.first_lines import first_lines
from ycindic.render.words.wording import Pair, pick

TEXTS: Mapping[Code, tuple[Pair, Pair]] = {
    Code.NO_WORKSPACE: (
        ("此处没有targets.yaml", "there is no targets.yaml here"),
        ("用--data指定含targets.yaml的文件夹", "name the folder that holds targets.yaml with --data"),
    ),
    Code.UNREADABLE: (
        ("文件无法读取", "the file cannot be read"),
        ("检查权限和路径", "check its permissions and path"),
    ),
    Code.PIPE: (
        ("命名管道的内容只能读一次", "a named pipe gives its content only once"),
        ("把数据写入普通文件", "write the figures to a plain file"),
    ),
    Code.ENCODING: (
        ("既不是UTF-8也不是GB18030编码", "neither UTF-8 nor GB18030"),
        ("另存为UTF-8", "save the file as UTF-8"),
    ),
    Code.TOO_LONG: (
        ("行或文件过长", "a line or the file is too long"),
        ("检查是否缺少换行", "look for a missing line end"),
    ),
    Code.SYNTAX: (
        ("不是正确的YAML", "not valid YAML"),
        ('检查缩进、冒号和引号；单位写作"%"', 'check indents, colons and quotes; write the unit as "%"'),
    ),
    Code.DEPTH: (("嵌套过深", "nested too deeply"), ("登记表不需要超过几层", "a registry needs only a few levels")),
    Code.TAB: (("含有制表符", "a tab character"), ("用空格代替", "use spaces instead")),
    Code.MERGE_KEY: (("不支持合并键", "merge keys are not supported"), ("把内容写全", "write the content out")),
    Code.ANCHOR: (
        ("不支持锚点和别名", "anchors and aliases are not supported"),
        ("把内容写全，或加引号", "write the content out, or quote the text"),
    ),
    Code.TAG: (("不支持标签", "tags are not supported"), ("去掉标签", "remove the tag")),
    Code.DOCUMENTS: (("有第二个文档", "a second document"), ("只保留一个文档", "keep one document")),
    Code.COMPLEX_KEY: (("键必须是一个词", "a key must be a single word"), ("改写为 键: 值", "write key: value")),
    Code.DUPLICATE_KEY: (("键重复", "the key stands twice"), ("合并或删去其一", "merge the two or delete one")),
    Code.UNKNOWN_KEY: (("未知的键", "unknown key"), ("改用认识的键", "use a known key")),
    Code.MISSING_KEY: (("缺少必填的键", "a required key is missing"), ("补上此键", "add the key")),
    Code.WRONG_TYPE: (
        ("值的类型不对", "the value is of the wrong kind"),
        ("按预期的形式填写", "write it in the expected form"),
    ),
    Code.BAD_NUMBER: (
        ("不是数字", "not a number"),
        (
            "写作6或5.5：不加引号、千分位、前导零或指数",
            "write 6 or 5.5: no quotes, thousands marks, leading zeros or exponents",
        ),
    ),
    Code.BAD_BOOLEAN: (("只能是true或false", "must be true or false"), ("写true或false", "write true or false")),
    Code.BAD_CHOICE: (
        ("不在可选的词中", "not one of the words to choose from"),
        ("选用列出的词", "use one of those words"),
    ),
    Code.BAD_ID: (
        ("编号的形式不对", "not the form of an id"),
        ("用小写字母、数字和连字符，如urban-jobs", "use small letters, digits and hyphens, such as urban-jobs"),
    ),
    Code.BAD_PERIOD: (
        ("不是可用的时期", "not a period"),
        ("写成所列的形式之一", "write it in one of those forms"),
    ),
    Code.BAD_DATE: (
        ("不是日历上的日期", "not a day of the calendar"),
        ("写成2026-04-25的形式", "write it as in 2026-04-25"),
    ),
    Code.BAD_VERSION: (("未知的格式版本", "unknown version of the format"), ("写schema: 1", "write schema: 1")),
    Code.OUT_OF_BOUNDS: (("超出范围", "out of bounds"), ("改为范围内的值", "use a value within the bounds")),
    Code.UNKNOWN_ID: (("没有此编号", "no such id"), ("检查拼写或先登记", "check the spelling, or add it first")),
    Code.DUPLICATE_ID: (
        ("目标编号重复", "two targets have the same id"),
        ("给其中一个写上自己的id", "give one of them an id of its own"),
    ),
    Code.NO_RELATION: (
        ("有目标值而没有关系", "a goal without a relation"),
        ("补上relation，如at_least", "add a relation such as at_least"),
    ),
    Code.NO_GOAL: (("此关系需要目标值", "this relation needs a goal"), ("补上goal", "add the goal")),
    Code.STRAY_GOAL: (
        ("此关系不带这样的目标值", "this relation does not take such a goal"),
        ("去掉goal或换一种关系", "remove the goal or change the relation"),
    ),
    Code.RANGE_UPSIDE_DOWN: (("区间上下颠倒", "the range is upside down"), ("低值在前", "write the lower end first")),
    Code.NO_REFERENCE: (
        ("此关系需要比较的指标", "this relation needs an indicator to compare with"),
        ("补上reference", "add a reference"),
    ),
    Code.STRAY_REFERENCE: (
        ("比较的指标不适用", "the reference does not fit"),
        ("去掉reference，或改用另一指标", "remove it, or name another indicator"),
    ),
    Code.NO_DIRECTION: (("不知道高好还是低好", "nothing says which way is better"), ("补上better", "add better")),
    Code.AVERAGE_OR_TOTAL: (
        ("多年的增速须说明是年均、累计还是每年", "a rate over several years is an average, a total, or held each year"),
        ("写average、total或hold之一: true", "write one of average, total, hold: true"),
    ),
    Code.NO_TOLERANCE: (
        ("目标为0，占目标百分数的容许范围等于没有", "the goal is 0, of which a tolerance in per cent is nothing"),
        ("写tolerance，按指标的单位", "type a tolerance, in the unit of the indicator"),
    ),
    Code.STRAY_MODIFIER: (
        ("此键不适用于这种指标或关系", "the key does not fit this measure or relation"),
        ("去掉此键", "remove the key"),
    ),
    Code.BAD_SHARES: (
        ("累计占比不对", "not cumulative shares of a year"),
        ("写4个或12个递增的数，以1或100结束", "write 4 or 12 rising numbers that end with 1 or 100"),
    ),
    Code.BAD_MILESTONES: (
        ("阶段目标的时间不对", "the milestones are not in order inside the period"),
        ("按时间先后，且在期末之前", "write them in order, before the period's end"),
    ),
    Code.PARTS_CYCLE: (("分项互相包含", "the parts contain each other"), ("去掉其中一个", "remove one of them")),
    Code.INDICATOR_CYCLE: (("指标互相引用", "the indicators name each other"), ("去掉其中一个", "remove one of them")),
    Code.NAMED_MEASURE: (
        ("所指的指标类型不符", "the indicator that is named is of a measure that does not fit"),
        ("改指适合的指标，或去掉此键", "name another one, or remove the key"),
    ),
    Code.TODO: (("待定", "todo"), ("定下后删去todo", "decide it, and take the todo out")),
    Code.NO_HEADER: (("没有表头", "no header row"), ("第一行写列名", "write the column names in the first row")),
    Code.UNKNOWN_COLUMN: (("未知的列", "unknown column"), ("改用认识的列名", "use a known column")),
    Code.MISSING_COLUMN: (("缺少必需的列", "a needed column is missing"), ("补上此列", "add the column")),
    Code.DUPLICATE_COLUMN: (("列重复", "the column stands twice"), ("删去其一", "delete one")),
    Code.ROW_LENGTH: (
        ("单元格个数与表头不符", "the number of cells does not fit the header"),
        ("含逗号的文字加引号", "quote text that holds a comma"),
    ),
    Code.CSV_SYNTAX: (("不是正确的CSV", "not valid CSV"), ("检查引号", "check the quotes")),
    Code.UNKNOWN_INDICATOR: (
        ("没有此指标", "no such indicator"),
        ("检查拼写，或先在targets.yaml登记", "check the spelling, or add it to targets.yaml first"),
    ),
    Code.BAD_VALUE: (
        ("不是数值", "not a value"),
        ("只写数字，不写单位；未公布则留空", "write digits only, without the unit; leave it empty if unknown"),
    ),
    Code.NO_BASIS: (
        ("均值须写明口径", "a mean must say what it covers"),
        ("basis写ytd（累计）或alone（当期）", "write ytd or alone in the column basis"),
    ),
    Code.BASIS_MEASURE: (
        ("口径与指标类型不符", "the basis does not fit the measure"),
        ("改用适合的口径", "use a basis that fits"),
    ),
    Code.PERIOD_BASIS: (
        ("累计数不能跨年", "a year-to-date figure lies within one year"),
        ("写单个年份之内的时期", "write a period within one year"),
    ),
    Code.RETRACTED_VALUE: (
        ("撤回的行带有数值", "a retraction with a value"),
        ("撤回的行值留空", "leave its value empty"),
    ),
    Code.CONFLICT: (
        ("同一数据同一日期有两个值", "one figure has two values of the same date"),
        ("删去错的，或写明各自的published日期", "delete the wrong one, or give each its own published date"),
    ),
    Code.SUPERSEDED: (
        ("同一文件中后面的行取代了此行", "a later row of the same file and date takes the place of this one"),
        ("无须处理；不再需要可删去此行", "nothing need be done; the row may be deleted"),
    ),
    Code.BUNDLED: (
        ("随程序附带的数据只读", "the copy that came with the program is read-only"),
        (
            "先用ycindic init DIR建立自己的文件夹，再用--data DIR",
            "start your own folder with ycindic init DIR, then name it with --data DIR",
        ),
    ),
    Code.OUTSIDE: (
        ("文件在数据文件夹之外，不予写入", "the file lies outside the workspace and is not written"),
        ("把链接换成文件夹内的文件", "replace the link by a file inside the folder"),
    ),
    Code.LOCKED: (
        ("另一个写入者正在工作，已等候30秒", "somebody else is writing; waited for 30 seconds"),
        ("等其完成后重试", "try again when that is done"),
    ),
    Code.CHANGED: (
        ("文件刚被其他程序改动，未写入", "another program has just changed the file; nothing was written"),
        ("重新执行命令", "run the command again"),
    ),
    Code.NO_SPACE: (
        ("磁盘已满或超过限额，未写入，原文件未变", "the disk is full; nothing was written, the files are as before"),
        ("腾出空间后重试", "make room and run the command again"),
    ),
    Code.NO_RIGHTS: (
        ("没有写入权限，原文件未变", "no right to write here; the files are as before"),
        ("检查文件和文件夹的权限", "check the rights of the file and its folder"),
    ),
    Code.UNWRITABLE: (
        ("无法写入，原文件未变", "cannot be written; the files are as before"),
        ("检查磁盘和路径", "check the disk and the path"),
    ),
    Code.NO_COLUMN: (
        ("文件缺少此数据需要的列", "the file lacks a column that this figure needs"),
        ("在表头补上此列", "add the column to its header"),
    ),
    Code.SAME_DATE: (
        ("同一公布日期已有另一数值", "another figure of the same published date is there already"),
        (
            "更正用--published写明新的日期；笔误用ycindic undo收回，或先用ycindic retract撤回再录入",
            "give a correction its own date with --published; take a slip back with ycindic undo, or retract it first",
        ),
    ),
    Code.NOT_RECORDED: (
        ("没有可撤回的数据", "there is no figure to retract"),
        ("检查指标、时期和口径", "check the indicator, the period and the basis"),
    ),
    Code.NO_WRITE: (
        ("没有可收回的写入", "there is no write to take back"),
        (
            "用ycindic log查看写入记录；较早的数据用ycindic retract撤回",
            "ycindic log tells what was written; retract an earlier figure",
        ),
    ),
    Code.CHANGED_SINCE: (
        ("写入之后文件又有改动，不予收回", "the file was changed after that write, which is not taken back"),
        ("用ycindic retract撤回该数据，或自行修改文件", "retract the figure, or mend the file by hand"),
    ),
    Code.BAD_TEXT: (
        ("文字过长或含有控制字符", "the text is too long or holds control characters"),
        ("写成一行，不超过1000字", "write one line of at most 1000 characters"),
    ),
    Code.THERE_ALREADY: (
        ("已存在，不覆盖", "it is there already and is not overwritten"),
        ("换一个文件夹，或先移走此文件", "choose another folder, or move this file away first"),
    ),
    Code.NO_ROOM: (
        ("登记表的写法放不下新行", "the registry is written in a way that leaves no room for new lines"),
        ("把该指标改写成每键一行，再试", "write that indicator with a key on each line, then try again"),
    ),
    Code.FORM_CHANGED: (
        ("表中不该改的单元格被改动", "a cell of the form was changed that is not to be filled in"),
        (
            "恢复该单元格，只填有底色的单元格；或请对方重填",
            "put it back and fill in the coloured cells only, or ask for a new form",
        ),
    ),
    Code.BROKEN_BOOK: (
        ("不是完好的.xlsx工作簿，或已加密", "not a sound .xlsx workbook, or an encrypted one"),
        ("用电子表格打开后另存为.xlsx，去掉密码", "open it in a spreadsheet and save it as .xlsx, without a password"),
    ),
    Code.OLD_BOOK: (
        ("旧式.xls工作簿", "an old .xls workbook"),
        (
            "用电子表格打开后另存为.xlsx；完好的也可在pip install 'ycindic[xlsx]'后直接读取",
            "save it as .xlsx in a spreadsheet; a sound one is read after pip install 'ycindic[xlsx]', too",
        ),
    ),
    Code.ENCRYPTED: (
        ("加密的工作簿", "an encrypted workbook"),
        ("用电子表格打开后去掉密码，另存为.xlsx", "open it in a spreadsheet and save it as .xlsx without a password"),
    ),
    Code.OPEN_DOCUMENT: (
        ("OpenDocument文件（.ods等），不是.xlsx工作簿", "an OpenDocument file (such as .ods), not an .xlsx workbook"),
        ("用电子表格打开后另存为.xlsx", "open it in a spreadsheet and save it as .xlsx"),
    ),
    Code.BINARY_BOOK: (
        ("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)"),
        ("用电子表格打开后另存为.xlsx", "open it in a spreadsheet and save it as .xlsx"),
    ),
    Code.XML_BOOK: (
        ("XML电子表格2003，不是.xlsx工作簿", "an XML spreadsheet of 2003, not an .xlsx workbook"),
        ("用电子表格打开后另存为.xlsx", "open it in a spreadsheet and save it as .xlsx"),
    ),
    Code.WEB_PAGE: (
        ("网页（HTML），不是工作簿，扩展名不符", "a web page (HTML), no workbook, whatever its name says"),
        (
            "用电子表格打开，核对数字和日期后另存为.xlsx，或下载CSV",
            "open it in a spreadsheet, look at its figures and dates, and save it as .xlsx; or download CSV",
        ),
    ),
    Code.OTHER_FILE: (
        ("不是数据表", "not a table"),
        ("把其中的表另存为.xlsx或CSV", "save the table that it holds as .xlsx or CSV"),
    ),
    Code.TOO_BIG: (
        ("文件过大，不像指标数据表", "the file is too large for a table of figures"),
        ("只保留数据表，分成几个文件", "keep the table alone, or split it"),
    ),
    Code.NO_TABLE: (
        ("没有认出数据表", "no table of figures was recognised"),
        (
            "表头须有指标名称和时期，名称须至少有一个与登记的相同；其他写法用--map说明",
            "its header must name indicators and periods, at least one of them registered; explain others with --map",
        ),
    ),
    Code.NO_SHEET: (("没有此工作表", "no such sheet"), ("用列出的名称", "use one of its names")),
    Code.BAD_MAPPING: (
        ("对照表的含义不认识", "the mapping says something unknown"),
        (
            "两列seen,means：means写指标编号、列名或-（不取）",
            "two columns, seen and means; means is an indicator's id, a column's name, or - to leave it out",
        ),
    ),
    Code.AMBIGUOUS_NAME: (
        ("名称对应多个指标", "the name belongs to several indicators"),
        ("在对照表中写明编号", "say the id in a mapping file"),
    ),
    Code.NO_PERIOD: (
        ("不知道是哪个时期", "nothing says which period"),
        ("用--period或--year说明", "say it with --period or --year"),
    ),
    Code.OPEN_BASIS: (
        ("当期数还是累计数，表中没有说明", "nothing says whether it is the period alone or the year so far"),
        ("用--basis alone或--basis ytd说明", "say it with --basis alone or --basis ytd"),
    ),
    Code.OTHER_UNIT: (
        ("单位与登记的不同，无法换算", "another unit than the registered one, and no way to convert it"),
        ("检查单位，或在对照表中写明", "check the unit, or map the name without it"),
    ),
    Code.TWICE: (
        ("同一数据在表中有两个值", "the tables hold two values of one figure"),
        ("删去错的一个", "delete the wrong one"),
    ),
    Code.NO_YEAR: (("不知道是哪一年", "nothing says which year"), ("用--year说明", "say it with --year")),
    Code.TWO_PERIODS: (
        ("两处所说的时期不一致", "two places name different periods"),
        ("改正其一，或用--period说明", "mend one of them, or say it with --period"),
    ),
    Code.OPEN_PERIOD: (
        ("时期可以有两种读法", "the period can be read in two ways"),
        ("在表中写明，如2024年10月、2024年4季度", "write it out in the table, such as 2024-10 or 2024-Q4"),
    ),
    Code.SINGLE_DAY: (
        ("是某一天，不是时期（1-6会被表格软件变成1月6日）", "a day, not a period (spreadsheets make 6 January of 1-6)"),
        ("写成1—6月或2024年6月", "write the months, such as 2024-01..2024-06"),
    ),
    Code.FINANCIAL_YEAR: (
        (
            "是跨年的年度，没有说明它从几月开始",
            "a year that reaches into the next; nothing says in which month it begins",
        ),
        ("在登记表或该指标中写明year_starts", "say it with year_starts in the registry or its indicator"),
    ),
    Code.TWO_BASES: (
        ("两处所说的口径不一致", "two places say different things of what the figure covers"),
        ("改正其一：当月或累计", "mend one of them: the month alone, or the year so far"),
    ),
    Code.OPEN_DECIMALS: (
        (
            "逗号或点是小数点还是千分位，文件中没有证据",
            "a decimal mark or a thousands mark? No figure of the file proves which",
        ),
        ("写成4125或4.125", "write 4125 or 4.125"),
    ),
    Code.RANGE: (("是区间，不是一个数", "a range, not one figure"), ("写明一个数", "write one figure")),
    Code.PLAN: (
        ("是计划或预测，不是实际值", "a plan or a forecast, not an actual figure"),
        ("只导入实际值", "import actual figures only"),
    ),
    Code.MIXED_ROWS: (
        (
            "此列把同一指标的数分成几种，不知道取哪一种",
            "this column tells the figures of one indicator apart; which are meant?",
        ),
        ("选定一种，或在对照表中写-表示不分", "choose one, or map the column to - if it means nothing"),
    ),
    Code.NO_NAME: (
        ("表中没有说明是哪个指标的数", "nothing says which indicator the figures are of"),
        (
            "在表头或标题写明指标名称，或用--map把此列对应到指标编号",
            "name it in the heading or the title, or map the column to an indicator's id",
        ),
    ),
    Code.STRANGE_HEADING: (
        ("看不懂此列是什么数", "the heading of these figures is not understood"),
        (
            "表头写指标名称、时期、本月、累计、同比等，其他写法用--map说明",
            "a heading is a name, a period, or what the figure covers; explain others with --map",
        ),
    ),
    Code.NO_CHOICE: (
        ("没有这一列，或没有这样的行", "no such column, or no such row in it"),
        ("检查--where的列名和内容", "check the column and the text of --where"),
    ),
}
"""What a fault is, and what to do about it."""


DETAILS: Mapping[Code, Pair] = {
    Code.UNREADABLE: ("原因", "because"),
    Code.SYNTAX: ("原因", "because"),
    Code.CSV_SYNTAX: ("原因", "because"),
    Code.BAD_VALUE: ("单位", "unit"),
    Code.BASIS_MEASURE: ("指标类型", "measure"),
    Code.NAMED_MEASURE: ("指标类型", "measure"),
    Code.STRAY_GOAL: ("关系", "relation"),
    Code.STRAY_REFERENCE: ("关系", "relation"),
    Code.STRAY_MODIFIER: ("同处为", "beside"),
    Code.MIXED_ROWS: ("如", "such as"),
}
"""What a fault's detail is; for all other codes it is another place to look at."""

SEEN_ZH: Mapping[str, str] = {
    "a text document": "文字文档",
    "an archive": "压缩包",
    "a PDF": "PDF",
    "a picture": "图片",
}
"""Kinds of files as they are called in Chinese."""

EXPECTED_ZH: Mapping[str, str] = {
    "text or table": "文字或表",
    "date or month": "日期或月份",
    "text": "文字",
    "name or text": "{zh, en}或文字",
    "number": "数字",
    "number from 0": "不小于0的数字",
    "whole number": "整数",
    "id": "编号",
    "list of ids": "编号列表",
    "period": "时期",
    "date": "日期",
    "[low, high]": "[低, 高]",
}
"""Kinds of values as they are called in Chinese; all else that is expected is typed as it stands."""

EXPECTS_NAMES = frozenset({Code.MISSING_COLUMN, Code.UNKNOWN_COLUMN, Code.MISSING_KEY, Code.UNKNOWN_KEY})
"""What these expect is the name of a column or a key, the same in every language."""

INSTEAD: Mapping[Code, Pair] = {
    Code.CONFLICT: ("先前为", "before it"),
    Code.TWICE: ("另一处为", "elsewhere"),
    Code.SAME_DATE: ("已录为", "recorded is"),
    Code.TWO_PERIODS: ("另一处为", "elsewhere"),
    Code.TWO_BASES: ("另一处为", "elsewhere"),
    Code.OPEN_PERIOD: ("可能是", "it may be"),
    Code.MIXED_ROWS: ("其中有", "there are"),
}
"""How the other value is called where neither is known to be the right one."""

_LONGEST = 60


def told(problem: Problem, lang: str) -> str:
    """One line: place, what it is, what was seen and expected, what to do, and the code."""
    advice = pick(TEXTS[problem.code][1], lang)
    return _printable(f"{problem.place}: {fault(problem, lang)}{_semicolon(lang)}{advice} [{problem.code}]")


def fault(problem: Problem, lang: str) -> str:
    """What it is, what was seen and expected."""
    saw, meant = ("看到", "是否想写") if lang == "zh" else ("saw", "did you mean")
    instead = pick(INSTEAD.get(problem.code, ("应为", "expected")), lang)
    translated = lang == "zh" and problem.code not in EXPECTS_NAMES
    expected = EXPECTED_ZH.get(problem.expected, problem.expected) if translated else problem.expected
    parts = (
        f"{_about(problem, lang)}{pick(TEXTS[problem.code][0], lang)}",
        problem.seen and f"{saw} {_seen(problem, lang)}",
        expected and f"{instead} {expected}",
        problem.nearest and f"{meant} {problem.nearest}{pick(('？', '?'), lang)}",
        problem.detail and f"{pick(DETAILS.get(problem.code, ('另见', 'see')), lang)} {problem.detail}",
    )
    return _semicolon(lang).join(_printable(part) for part in parts if part)


def _semicolon(lang: str) -> str:
    return pick(("；", "; "), lang)


def lines(problems: Sequence[Problem], lang: str) -> Iterator[str]:
    """A line for each of the first faults, and one that counts the rest."""
    return first_lines(problems, lambda one: told(one, lang), lang)


def open_question(todo: Todo) -> str:
    """What is still to be decided, and of what."""
    return _printable(f"{todo.of}: {_short(todo.text)}")


def _seen(problem: Problem, lang: str) -> str:
    """What was seen: somebody's own text in quotes, or our word for it."""
    if problem.code is Code.OTHER_FILE:
        return SEEN_ZH[problem.seen] if lang == "zh" else problem.seen
    return f"'{_short(problem.seen)}'"


def _about(problem: Problem, lang: str) -> str:
    """Of what the place speaks, as the beginning of a sentence."""
    name = pick((problem.about_zh, problem.about_en), lang)
    return f"{name}{pick(('：', ': '), lang)}" if name else ""


def _short(text: str) -> str:
    """Foreign text cut, with a mark, where it is long."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _printable(text: str) -> str:
    """Text on one line: what cannot be printed is escaped."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode("ascii") for one in text)
