"""Tests speak English and read no workspace but the one they name, whatever the machine says."""

from __future__ import annotations

import os

os.environ["YCINDIC_LANG"] = "en"
for name in ("YCINDIC_DATA", "YCINDIC_ASCII", "NO_COLOR", "COLUMNS"):
    os.environ.pop(name, None)
