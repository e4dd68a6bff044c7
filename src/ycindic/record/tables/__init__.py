"""What did the maker of a table mean by each of its figures?

From the bytes up: `grid` (cells) · `numbers`, `when`, `said` (what a cell, a time, a text says) · `names`, `units` ·
`glance` (what a row is) · `frame` (where a table is, and what its columns are) · `rhythm` (what a row of times says) ·
`evidence` (what is said about one figure, and which of it holds) · `reader` (the figures of a table).
"""
