"""How facts get in: checked, appended, never overwritten."""
