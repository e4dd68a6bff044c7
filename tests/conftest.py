"""Tests speak English and read no workspace but the one they name, whatever the machine says."""

from __future__ import annotations

import os

from hypothesis import settings

if not os.environ.get("CI"):  # there hypothesis takes a profile of its own, without dice and without deadlines
    settings.register_profile("desk", deadline=None)
    settings.load_profile("desk")

os.environ["YCINDIC_LANG"] = "en"
for name in ("YCINDIC_DATA", "YCINDIC_ASCII", "NO_COLOR", "COLUMNS"):
    os.environ.pop(name, None)
