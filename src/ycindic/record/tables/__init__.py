"""What did the maker of a table mean by each of its figures?

From the bytes up: `grid` (cells) · `numbers`, `when`, `said` (what a cell, a time, a text says) · `names`, `units` ·
`frame` (which rows and columns are heading, labels, figures) · `rhythm` (what a whole row of times says) ·
`evidence` (what is said about one figure, and which of it holds) · `reader` (the figures of a table).
"""
