"""Where the facts come from: a folder with a registry and published figures."""
