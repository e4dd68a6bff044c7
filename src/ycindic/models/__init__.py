"""Rooms for libraries of the field: what do they expect next? Here no noun of ours is known, only rows of numbers."""
