"""How will the year probably end, how sure is that, and how likely is the promise kept?"""

from ycindic.domain.outlook.answer import LEAST_YEARS, Outlook, Why, outlook, outlooks

__all__ = ["LEAST_YEARS", "Outlook", "Why", "outlook", "outlooks"]
