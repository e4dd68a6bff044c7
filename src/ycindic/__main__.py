"""`python -m ycindic` does the same as `ycindic`."""

import sys

from ycindic.cli import main

if __name__ == "__main__":
    sys.exit(main())
