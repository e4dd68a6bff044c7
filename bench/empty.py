"""The yardstick: a command of the same typer that does nothing."""

import typer

app = typer.Typer(add_completion=False)


@app.command()
def main() -> None:
    """Do nothing."""


app()
