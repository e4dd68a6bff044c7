"""Why is no chance told that a promise is kept?"""

from enum import StrEnum

LEAST_YEARS = 4
"""With fewer whole years before this one no interval and no chance is told."""
LEAST_RUNS = 4
"""With fewer earlier runs of as many years, which may overlap, nothing is told of several."""


class Untold(StrEnum):
    """The reason, of which every promise without a chance has one."""

    PARTS = "parts"
    """Its parts decide."""
    PART_OF_A_YEAR = "part_of_a_year"
    NOT_BEGUN = "not_begun"
    """Nothing of the year is out."""
    NO_COURSE = "no_course"
    """Figures of the year are out, but with gaps from its first month on, or as bounds."""
    NO_YEAR_BEFORE = "no_year_before"
    """Of the year before not both its end and a figure within it are known."""
    FEW_YEARS = "few_years"
    FEW_RUNS = "few_runs"
    """There are too few earlier runs of as many years."""
    EVENTS = "events"
    """Single events follow no course."""
    NO_NUMBER = "no_number"
    NO_DISTANCE = "no_distance"
    """What it is compared with has no end of its own, or none that a distance could be told to."""
    NO_SINGLE_COURSE = "no_single_course"
    """It is held against figures that no one course tells."""
    YEARS_APART = "years_apart"
    """It is held against the course of another over several years."""
