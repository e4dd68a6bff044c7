"""How is it said? In three stairs, imports going down: `forms`, `answers`, `words`."""
