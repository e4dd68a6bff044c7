"""`ycindic schema`: the JSON Schema of targets.yaml, for editors."""

from __future__ import annotations

from ycindic.cli.output import answer


def command() -> int:
    """Print the JSON Schema of targets.yaml"""
    from ycindic.load.json_schema import schema_document
    from ycindic.render.forms.json import dump

    answer(dump(schema_document()), "json")
    return 0
