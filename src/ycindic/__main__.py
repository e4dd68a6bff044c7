"""`python -m ycindic` does the same as `ycindic`."""

from ycindic.cli import program

if __name__ == "__main__":
    program()
