"""Bytes on disk: how they are read as text and replaced as a whole. Knows no noun of the trade."""
