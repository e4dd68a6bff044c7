"""`ycindic audit`: does the plan agree with itself, and do its figures?"""

from __future__ import annotations

from ycindic.cli.language import lang as tongue
from ycindic.cli.language import say
from ycindic.cli.options import TEXT_OR_JSON, AsOf, Data, Lang, TextOrJson, as_of_date, check_language, choice
from ycindic.cli.output import answer, talk, tell
from ycindic.domain.audit import tensions
from ycindic.load.find import find
from ycindic.load.workspace import load
from ycindic.render.answers.findings import told
from ycindic.render.words.visible import a_line_each


def command(
    as_of: AsOf = None,
    form: TextOrJson = "text",
    data: Data = None,
    lang: Lang = None,
) -> int:
    check_language(lang)
    choice(form, TEXT_OR_JSON, "--format")
    day = as_of_date(as_of)
    workspace = load(find(data), day)
    found = tensions(workspace.plan, workspace.facts)
    if form == "json":
        from ycindic.render.forms import json as as_json

        answer(as_json.findings(day, found, workspace.problems), form)
    else:
        answer(a_line_each(told(one, tongue()) for one in found), form)
    folder, count = workspace.folder.path, len(found)
    talk(say(f"数据：{folder}，{count}处不一致", f"read from {folder}: {count} findings"))
    tell(workspace.problems)
    if workspace.problems:
        return 2
    return 1 if found else 0


command.__doc__ = say(
    "检查计划是否自相一致：年度与多年目标、新增与总量、分项与合计、增速与总量、各期与累计",
    "Check the plan against itself: yearly and multi-year goals, additions and totals, parts, growth and levels",
)
