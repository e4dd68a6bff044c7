"""How do commands share options? A group of them is written once and comes as one argument."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping

Command = Callable[..., int]


def sharing(name: str, made: Callable[..., object], options: Mapping[str, object]) -> Callable[[Command], Command]:
    """Give a command options where its argument of this name stands, whose default holds theirs.

    The command gets what is `made` of them.
    """

    def given(command: Command) -> Command:
        def called(**values: object) -> int:
            own = {one: value for one, value in values.items() if one not in options}
            return command(**{name: made(**{one: values[one] for one in options})}, **own)

        kind = inspect.Parameter.KEYWORD_ONLY
        every: list[inspect.Parameter] = []
        for one in inspect.signature(command, eval_str=True).parameters.values():
            if one.name == name:
                every += [
                    inspect.Parameter(key, kind, default=getattr(one.default, key, None), annotation=told)
                    for key, told in options.items()
                ]
            else:
                every.append(one.replace(kind=kind))
        called.__signature__ = inspect.Signature(every)  # type: ignore[attr-defined]  # inspect and typer read it
        called.__annotations__ = {one.name: one.annotation for one in every}
        called.__doc__ = command.__doc__
        return called

    return given
