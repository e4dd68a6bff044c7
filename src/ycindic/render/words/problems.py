"""How is a fault in the files told to the one who can mend it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ycindic.domain.model import Bilingual
from ycindic.domain.problem import Code, Problem
from ycindic.domain.todo import Todo
from ycindic.render.words.first_lines import first_lines
from ycindic.render.words.system import by_english, system_words
from ycindic.render.words.units import amount_in
from ycindic.render.words.visible import escaped, shortened
from ycindic.render.words.wording import clauses
from ycindic.text import Text, Verbatim, _, _p
from ycindic.text.proposed import proposed

_RETRACT = proposed("retract", _("ID"), _("PERIOD"))
_EARLIER = _(
    "{log} tells what was written; take an earlier figure back with {retract}", log=proposed("log"), retract=_RETRACT
)

TEXTS: Mapping[Code, tuple[Text, Text]] = {
    Code.NO_WORKSPACE: (_("there is no targets.yaml here"), _("name the folder that holds targets.yaml with --data")),
    Code.UNREADABLE: (_("the file cannot be read"), _("check its permissions and path")),
    Code.PIPE: (_("a named pipe gives its content only once"), _("write the figures to a plain file")),
    Code.ENCODING: (_("neither UTF-8 nor GB18030"), _("save the file as UTF-8")),
    Code.TOO_LONG: (_("a line or the file is too long"), _("look for a missing line end")),
    Code.UNFINISHED_MERGE: (
        _("a merge was left unfinished: two people changed these lines"),
        _("keep the lines that are right, delete the others and the lines with <<<<<<<, ======= and >>>>>>>"),
    ),
    Code.SYNTAX: (_("not valid YAML"), _('check indents, colons and quotes; write the unit as "%"')),
    Code.DEPTH: (_("nested too deeply"), _("a registry needs only a few levels")),
    Code.TAB: (_("a tab character"), _("use spaces instead")),
    Code.MERGE_KEY: (_("merge keys are not supported"), _("write the content out")),
    Code.ANCHOR: (_("anchors and aliases are not supported"), _("write the content out, or quote the text")),
    Code.TAG: (_("tags are not supported"), _("remove the tag")),
    Code.DOCUMENTS: (_("a second document"), _("keep one document")),
    Code.COMPLEX_KEY: (_("a key must be a single word"), _("write key: value")),
    Code.DUPLICATE_KEY: (_("the key stands twice"), _("merge the two or delete one")),
    Code.UNKNOWN_KEY: (_("unknown key"), _("use a known key")),
    Code.MISSING_KEY: (_("a required key is missing"), _("add the key")),
    Code.WRONG_TYPE: (_("the value is of the wrong kind"), _("write it in the expected form")),
    Code.BAD_NUMBER: (_("not a number"), _("write 6 or 5.5: no quotes, thousands marks, leading zeros or exponents")),
    Code.BAD_BOOLEAN: (_("must be true or false"), _("write true or false")),
    Code.BAD_CHOICE: (_("not one of the words to choose from"), _("use one of those words")),
    Code.BAD_ID: (_("not the form of an id"), _("use small letters, digits and hyphens, such as urban-jobs")),
    Code.BAD_PERIOD: (_("not a period"), _("write it in one of those forms")),
    Code.BAD_DATE: (_("not a day of the calendar"), _("write it as in 2026-04-25")),
    Code.BAD_VERSION: (_("unknown version of the format"), _("write schema: 1")),
    Code.OUT_OF_BOUNDS: (_("out of bounds"), _("use a value within the bounds")),
    Code.UNKNOWN_ID: (_("no such id"), _("check the spelling, or add it first")),
    Code.DUPLICATE_ID: (_("two targets have the same id"), _("give one of them an id of its own")),
    Code.NO_RELATION: (_("a goal without a relation"), _("add a relation such as at_least")),
    Code.NO_GOAL: (_("this relation needs a goal"), _("add the goal")),
    Code.STRAY_GOAL: (_("this relation does not take such a goal"), _("remove the goal or change the relation")),
    Code.RANGE_UPSIDE_DOWN: (_("the range is upside down"), _("write the lower end first")),
    Code.NO_REFERENCE: (_("this relation needs an indicator to compare with"), _("add a reference")),
    Code.STRAY_REFERENCE: (_("the reference does not fit"), _("remove it, or name another indicator")),
    Code.NO_DIRECTION: (_("nothing says which way is better"), _("add better")),
    Code.AVERAGE_OR_TOTAL: (
        _("a rate over several years is an average, a total, or held each year"),
        _("write one of average, total, hold: true"),
    ),
    Code.NO_TOLERANCE: (
        _("the goal is 0, of which a tolerance in per cent is nothing"),
        _("type a tolerance, in the unit of the indicator"),
    ),
    Code.STRAY_MODIFIER: (_("the key does not fit this measure or relation"), _("remove the key")),
    Code.BAD_SHARES: (_("not cumulative shares of a year"), _("write 4 or 12 rising numbers that end with 1 or 100")),
    Code.BAD_MILESTONES: (
        _("the milestones are not in order inside the period"),
        _("write them in order, before the period's end"),
    ),
    Code.PARTS_CYCLE: (_("the parts contain each other"), _("remove one of them")),
    Code.INDICATOR_CYCLE: (_("the indicators name each other"), _("remove one of them")),
    Code.NAMED_MEASURE: (
        _("the indicator that is named is of a measure that does not fit"),
        _("name another one, or remove the key"),
    ),
    Code.TODO: (_("todo"), _("decide it, and take the todo out")),
    Code.NO_HEADER: (_("no header row"), _("write the column names in the first row")),
    Code.UNKNOWN_COLUMN: (_("unknown column"), _("use a known column")),
    Code.MISSING_COLUMN: (_("a needed column is missing"), _("add the column")),
    Code.DUPLICATE_COLUMN: (_("the column stands twice"), _("delete one")),
    Code.ROW_LENGTH: (_("the number of cells does not fit the header"), _("quote text that holds a comma")),
    Code.CSV_SYNTAX: (_("not valid CSV"), _("check the quotes")),
    Code.UNKNOWN_INDICATOR: (_("no such indicator"), _("check the spelling, or add it to targets.yaml first")),
    Code.BAD_VALUE: (_("not a value"), _("write digits only; leave it empty if unknown")),
    Code.NO_BASIS: (_("a mean must say what it covers"), _("write ytd or alone in the column basis")),
    Code.BASIS_MEASURE: (_("the basis does not fit the measure"), _("use a basis that fits")),
    Code.PERIOD_BASIS: (_("a year-to-date figure lies within one year"), _("write a period within one year")),
    Code.RETRACTED_VALUE: (_("a retraction with a value"), _("leave its value empty")),
    Code.CONFLICT: (
        _("one figure has two values of the same date"),
        _("delete the wrong one, or give each its own published date"),
    ),
    Code.SUPERSEDED: (
        _("a later row of the same file and date takes the place of this one"),
        _("nothing need be done; the row may be deleted"),
    ),
    Code.BUNDLED: (
        _("the copy that came with the program is read-only"),
        _("copy that folder with cp -r, or start your own with ycindic init DIR, then name it with --data DIR"),
    ),
    Code.OUTSIDE: (
        _("the file lies outside the workspace and is not written"),
        _("replace the link by a file inside the folder"),
    ),
    Code.LOCKED: (_("somebody else is writing; waited for 30 seconds"), _("try again when that is done")),
    Code.CHANGED: (_("another program has just changed the file; nothing was written"), _("run the command again")),
    Code.NO_SPACE: (
        _("the disk is full; nothing was written, the files are as before"),
        _("make room and run the command again"),
    ),
    Code.NO_RIGHTS: (
        _("no right to write here; the files are as before"),
        _("check the rights of the file and its folder"),
    ),
    Code.UNWRITABLE: (_("cannot be written; the files are as before"), _("check the disk and the path")),
    Code.NO_COLUMN: (_("the file lacks a column that this figure needs"), _("add the column to its header")),
    Code.SAME_DATE: (
        _("another figure of the same published date is there already"),
        _(
            "give a correction its own date with --published; take a slip back with {undo}, or with {retract} "
            "and the same --published, then record it again",
            undo=proposed("undo"),
            retract=_RETRACT,
        ),
    ),
    Code.NOT_RECORDED: (_("there is no figure to retract"), _("check the indicator, the period and the basis")),
    Code.NO_WRITE: (_("there is no write to take back"), _EARLIER),
    Code.CHANGED_SINCE: (
        _("the file was changed after that write, which is not taken back"),
        _("retract the figure, or mend the file by hand"),
    ),
    Code.TAKEN_BACK: (_("the last write was already taken back; undo goes one step back"), _EARLIER),
    Code.NO_FIGURES: (
        _("the last write put promises in and no figures, and undo takes only figures back: nothing changed"),
        _("take its lines out of this file by hand; take an earlier figure back with {retract}", retract=_RETRACT),
    ),
    Code.BAD_TEXT: (
        _("the text is too long or holds control characters"),
        _("write one line of at most 1000 characters"),
    ),
    Code.THERE_ALREADY: (
        _("it is there already and is not overwritten"),
        _("choose another folder, or move this file away first"),
    ),
    Code.NO_ROOM: (
        _("the registry is written in a way that leaves no room for new lines"),
        _("write that indicator with a key on each line, then try again"),
    ),
    Code.FORM_CHANGED: (
        _("a cell of the form was changed that is not to be filled in"),
        _("put it back and fill in the coloured cells only, or ask for a new form"),
    ),
    Code.FORM_ALONE: (
        _("a form without its hidden sheet, which says what its figures are"),
        _("send the form itself, saved as .xlsx or .ods"),
    ),
    Code.OWN_ANSWER: (
        _("an answer of this program, not a table of figures"),
        _("send what offices publish; of a workbook one sheet is read by --sheet"),
    ),
    Code.FORM_EARLIER: (
        _("a form made by another version of the program, whose columns are not those of today"),
        _("make it anew with {form} and ask the office once more", form=proposed("form", _("DIR"))),
    ),
    Code.BROKEN_BOOK: (
        _("a damaged workbook, or an encrypted one"),
        _("open it in a spreadsheet and save it anew, without a password"),
    ),
    Code.OLD_BOOK: (
        _("an old .xls workbook"),
        _("save it as .xlsx in a spreadsheet; a sound one is read after pip install 'ycindic[xlsx]', too"),
    ),
    Code.ENCRYPTED: (_("an encrypted workbook"), _("open it in a spreadsheet and save it as .xlsx without a password")),
    Code.OPEN_DOCUMENT: (
        _("an OpenDocument file (such as .ods), not an .xlsx workbook"),
        _("open it in a spreadsheet and save it as .xlsx"),
    ),
    Code.BINARY_BOOK: (_("a binary workbook (.xlsb)"), _("open it in a spreadsheet and save it as .xlsx")),
    Code.XML_BOOK: (
        _("an XML spreadsheet of 2003, not an .xlsx workbook"),
        _("open it in a spreadsheet and save it as .xlsx"),
    ),
    Code.WEB_PAGE: (
        _("a web page (HTML), no workbook, whatever its name says"),
        _("open it in a spreadsheet, look at its figures and dates, and save it as .xlsx; or download CSV"),
    ),
    Code.OTHER_FILE: (_("not a table"), _("save the table that it holds as .xlsx or CSV")),
    Code.TOO_BIG: (_("the file is too large for a table of figures"), _("keep the table alone, or split it")),
    Code.NO_TABLE: (
        _("no table of figures was recognised"),
        _("its header must name indicators and periods, at least one of them registered; explain others with --map"),
    ),
    Code.NO_TARGETS: (
        _("no table of targets was recognised"),
        _("its header must name the indicator and its goal; unit, period and office may stand beside"),
    ),
    Code.EMPTY_CELL: (_("the cell is empty"), _("fill it in, or delete the row")),
    Code.OPEN_GOAL: (
        _("nothing says which way is good, so the goal may mean two opposite things"),
        _("write the word before the number"),
    ),
    Code.PROMISED_TWICE: (
        _("the table promises something for this indicator and period twice"),
        _("keep one of the two rows, or give them different names"),
    ),
    Code.GOAL_UNIT: (
        _("the goal is in another unit than its indicator, and no way to convert it"),
        _("give it in that unit, or register it under a name of its own"),
    ),
    Code.REGISTERED: (_("already registered"), _("leave it out, or change the registry")),
    Code.NO_SHEET: (_("no such sheet"), _("use one of its names")),
    Code.BAD_MAPPING: (
        _("the mapping says something unknown"),
        _("two columns, seen and means; means is an indicator's id, a column's name, or - to leave it out"),
    ),
    Code.AMBIGUOUS_NAME: (_("the name belongs to several indicators"), _("say the id in a mapping file")),
    Code.NO_PERIOD: (_("nothing says which period"), _("say it with --period")),
    Code.NOT_OVER: (
        _("the period is not over yet"),
        _("record the last complete one, or write the year and add --waive period-not-over"),
    ),
    Code.OPEN_BASIS: (
        _("nothing says whether it is the period alone or the year so far"),
        _("say it with --basis alone or --basis ytd"),
    ),
    Code.OTHER_UNIT: (
        _("another unit than the registered one, and no way to convert it"),
        _("give it in that unit; what is something else is left out by --map of import"),
    ),
    Code.TWICE: (_("the tables hold two values of one figure"), _("delete the wrong one")),
    Code.NO_YEAR: (
        _("nothing says which year"),
        _("say it with --year YYYY, or by the day of publication beside the figure"),
    ),
    Code.TWO_PERIODS: (_("two places name different periods"), _("mend one of them, or say it with --period")),
    Code.OPEN_PERIOD: (
        _("the period can be read in two ways"),
        _("write it out in the table, such as 2024-10 or 2024-Q4"),
    ),
    Code.SINGLE_DAY: (
        _("a day, not a period (spreadsheets make 6 January of 1-6)"),
        _("write the months, such as 2024-01..2024-06"),
    ),
    Code.FINANCIAL_YEAR: (
        _("a year that reaches into the next; nothing says in which month it begins"),
        _("say it with year_starts in the registry or its indicator"),
    ),
    Code.TWO_BASES: (
        _("two places say different things of what the figure covers"),
        _("mend one of them: the month alone, or the year so far"),
    ),
    Code.OPEN_DECIMALS: (
        _("a decimal mark or a thousands mark? No figure of the file proves which"),
        _("write 4125 or 4.125"),
    ),
    Code.RANGE: (_("a range, not one figure"), _("write one figure")),
    Code.PLAN: (_("a plan or a forecast, not an actual figure"), _("import actual figures only")),
    Code.MIXED_ROWS: (
        _("this column tells the figures of one indicator apart; which are meant?"),
        _("choose one, or map the column to - if it means nothing"),
    ),
    Code.NO_NAME: (
        _("nothing says which indicator the figures are of"),
        _("name it in the heading or the title, or map the column to an indicator's id"),
    ),
    Code.STRANGE_HEADING: (
        _("the heading of these figures is not understood"),
        _("a heading is a name, a period, or what the figure covers; explain others with --map"),
    ),
    Code.NO_CHOICE: (_("no such column, or no such row in it"), _("check the column and the text of --where")),
}
"""What a fault is, and what to do about it."""


_DETAILS: Mapping[Code, Text] = {
    Code.UNREADABLE: _("because"),
    Code.UNWRITABLE: _("because"),
    Code.NO_RIGHTS: _("because"),
    Code.NO_SPACE: _("because"),
    Code.SYNTAX: _("because"),
    Code.CSV_SYNTAX: _("because"),
    Code.BASIS_MEASURE: _("measure"),
    Code.NAMED_MEASURE: _("measure"),
    Code.STRAY_GOAL: _("relation"),
    Code.STRAY_REFERENCE: _("relation"),
    Code.STRAY_MODIFIER: _("beside"),
    Code.MIXED_ROWS: _("such as"),
}
"""What a fault's detail is; for all other codes it is another place to look at."""

_KINDS = by_english(_("a text document"), _("an archive"), _("a PDF"), _("a picture"))
"""Kinds of files as they are called."""

_EXPECTED = by_english(
    *(_("text or table"), _("date or month"), _("text"), _("name or text"), _("number"), _("number from 0")),
    *(_("whole number"), _("id"), _("list of ids"), _("period"), _("date"), _("[low, high]")),
)
"""Kinds of values as they are called; all else that is expected is typed as it stands."""

_EXPECTS_NAMES = frozenset({Code.MISSING_COLUMN, Code.UNKNOWN_COLUMN, Code.MISSING_KEY, Code.UNKNOWN_KEY})
"""What these expect is the name of a column or a key, the same in every language."""

_INSTEAD: Mapping[Code, Text] = {
    Code.CONFLICT: _("before it"),
    Code.TWICE: _("elsewhere"),
    Code.PROMISED_TWICE: _("first in"),
    Code.SAME_DATE: _("recorded is"),
    Code.TWO_PERIODS: _("elsewhere"),
    Code.TWO_BASES: _("elsewhere"),
    Code.OPEN_PERIOD: _("it may be"),
    Code.NOT_OVER: _("it ends on"),
    Code.MIXED_ROWS: _("there are"),
}
"""How the other value is called where neither is known to be the right one."""


_TYPED: Mapping[Code, Text] = {Code.AMBIGUOUS_NAME: _("type one of them in full")}
"""What to do where the fault is in a word of the command itself and the usual advice is for tables."""


def what_to_do(problem: Problem) -> Text:
    """The next move, where the fault stands."""
    in_table = bool(problem.place.line)
    return TEXTS[problem.code][1] if in_table else _TYPED.get(problem.code, TEXTS[problem.code][1])


def fault_line(problem: Problem, lang: str) -> str:
    """One line: place, what it is, what was seen and expected, what to do, and the code."""
    said = clauses([what_is_wrong(problem), what_to_do(problem)]).in_language(lang)
    return f"{escaped(str(problem.place))}: {said} [{problem.code}]"


def what_is_wrong(problem: Problem) -> Text:
    """What it is, what was seen and expected."""
    parts = [_what(problem)]
    if problem.seen:
        parts.append(_("saw {seen}", seen=_seen(problem)))
    if problem.expected:
        label = _INSTEAD.get(problem.code, _p("to see", "expected"))
        parts.append(_("{label} {value}", label=label, value=_expected(problem)))
    if problem.nearest:
        parts.append(_("did you mean {nearest}?", nearest=escaped(problem.nearest)))
    if problem.code is Code.BAD_VALUE and problem.unit_zh:
        parts.append(_("{number} means {amount}", number=_TWELVE, amount=_twelve(problem)))
    if problem.detail:
        label = _DETAILS.get(problem.code, _("see"))
        parts.append(_("{label} {value}", label=label, value=system_words(problem.detail)))
    return clauses(parts)


def _what(problem: Problem) -> Text:
    """What it is, and of what the place speaks."""
    what = TEXTS[problem.code][0]
    if not problem.about_en:
        return what
    about = Bilingual(escaped(problem.about_zh), escaped(problem.about_en))
    return _("{about}: {said}", about=about, said=what)


def _expected(problem: Problem) -> Text:
    if problem.code in (Code.OTHER_UNIT, Code.GOAL_UNIT) and problem.unit_zh:
        unit = Bilingual(escaped(problem.unit_zh), escaped(problem.unit_en or problem.unit_zh))
        return _("{unit}, such as {amount}", unit=unit, amount=_twelve(problem))
    as_typed = Verbatim(escaped(problem.expected))
    return as_typed if problem.code in _EXPECTS_NAMES else _EXPECTED.get(problem.expected, as_typed)


_TWELVE = "12"
"""A number that an example is made of."""


def _twelve(problem: Problem) -> Text:
    return amount_in(_TWELVE, escaped(problem.unit_zh), escaped(problem.unit_en))


def fault_lines(problems: Sequence[Problem], lang: str) -> Iterator[str]:
    """A line for each of the first faults, and one that counts the rest."""
    return first_lines(problems, lambda one: fault_line(one, lang), lang)


def open_question(todo: Todo) -> str:
    """What is still to be decided, and of what."""
    return escaped(f"{todo.of}: {shortened(todo.text)}")


def _seen(problem: Problem) -> Text:
    """What was seen: somebody's own text in quotes, or our word for it."""
    if problem.code is Code.OTHER_FILE:
        return _KINDS[problem.seen]
    return Verbatim(escaped(f"'{shortened(problem.seen)}'"))
