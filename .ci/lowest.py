"""Which versions are the lowest that pyproject.toml allows for this Python? Prints them as constraints for pip."""

import tomllib
from pathlib import Path

from pip._vendor.packaging.requirements import Requirement
from pip._vendor.packaging.version import Version

USED = ("scan", "xlsx")
"""The extras that the program itself uses; of the tools of the tests the newest are good enough."""

project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
extras = project["optional-dependencies"]
lowest: dict[str, Version] = {}
for line in (*project["dependencies"], *(one for name in USED for one in extras[name])):
    wanted = Requirement(line)
    if wanted.marker is None or wanted.marker.evaluate():
        floors = [Version(one.version) for one in wanted.specifier if one.operator == ">="]
        lowest[wanted.name] = max([*floors, lowest[wanted.name]] if wanted.name in lowest else floors)
print("\n".join(f"{name}=={version}" for name, version in lowest.items()))
