"""`ycindic validate`: is every file as it should be?"""

from __future__ import annotations

from ycindic.cli.language import lang as tongue
from ycindic.cli.language import say
from ycindic.cli.options import TEXT_OR_JSON, Data, Lang, TextOrJson, check_language, choice
from ycindic.cli.output import answer, talk
from ycindic.domain.problem import Problem, in_order
from ycindic.domain.todo import Todo, todos
from ycindic.load.check import every_problem
from ycindic.load.find import find
from ycindic.load.registry import read_registry
from ycindic.render.words.problems import lines, todo_line
from ycindic.render.words.visible import a_line_each


def command(
    form: TextOrJson = "text",
    data: Data = None,
    lang: Lang = None,
) -> int:
    check_language(lang)
    choice(form, TEXT_OR_JSON, "--format")
    folder = find(data)
    notes: list[Problem] = []
    problems, open_ = every_problem(folder, notes=notes), todos(read_registry(folder.registry, []))
    told = [*lines(problems, tongue()), *(todo_line(one, tongue()) for one in open_)]
    answer(_json(problems, open_, notes) if form == "json" else a_line_each(told), form)
    for line in lines(in_order(notes), tongue()):
        talk(say(f"注意：{line}", f"note: {line}"))
    count, left = len(problems), len(open_)
    talk(say(f"数据：{folder.path}，{count}个问题", f"read from {folder.path}: {count} problems"))
    if left:
        talk(say(f"待定事项{left}个", f"{left} todos"))
    return 2 if problems else 0


command.__doc__ = say("检查登记表和全部数据文件", "Check the registry and all files of figures")


def _json(problems: tuple[Problem, ...], open_: tuple[Todo, ...], notes: list[Problem]) -> str:
    from ycindic.render.forms import json as as_json

    return as_json.problems(problems, open_, in_order(notes))
