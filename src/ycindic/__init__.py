"""We promised numbers; are we keeping them? Indicators, targets and the verdict between them."""

__version__ = "0.1.0"
