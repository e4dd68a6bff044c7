"""`ycindic validate`: is every file as it should be?"""

from __future__ import annotations

from ycindic.cli.language import lang as tongue
from ycindic.cli.language import say
from ycindic.cli.options import TEXT_OR_JSON, Data, Lang, TextOrJson, check_language, words
from ycindic.cli.output import answer, talk
from ycindic.domain.problem import Problem
from ycindic.load.check import every_problem
from ycindic.load.find import find
from ycindic.render.problems import lines


def command(
    form: TextOrJson = "text",
    data: Data = None,
    lang: Lang = None,
) -> int:
    check_language(lang)
    words([form], TEXT_OR_JSON, "--format")
    folder = find(data)
    problems = every_problem(folder)
    answer(_json(problems) if form == "json" else "".join(f"{line}\n" for line in lines(problems, tongue())))
    talk(say(f"数据：{folder.path}，{len(problems)}个问题", f"read from {folder.path}: {len(problems)} problems"))
    return 2 if problems else 0


command.__doc__ = say("检查登记表和全部数据文件", "Check the registry and all files of figures")


def _json(problems: tuple[Problem, ...]) -> str:
    from ycindic.render import as_json

    return as_json.problems(problems)
