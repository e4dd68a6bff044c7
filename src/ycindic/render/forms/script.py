"""How does a page let its reader search, filter, sort, and change its language? Without network or library.

The script reads what the rows say of themselves (`data-…`) and hides or orders them; without it the page is whole,
in the language that was asked for.
"""

from pathlib import Path

SCRIPT = Path(__file__).with_name("page.js").read_text(encoding="utf-8")
