"""What did the operating system say when it refused?"""


def system_reason(error: OSError) -> str:
    """Its own words, or the name of the error where it has none."""
    return error.strerror or type(error).__name__
