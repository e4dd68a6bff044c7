"""Every test of this folder works at a desk of its own."""

from __future__ import annotations

import pytest

from record.workspaces import Desk


@pytest.fixture
def desk(tmp_path, capsys) -> Desk:
    return Desk(tmp_path / "city", capsys)
