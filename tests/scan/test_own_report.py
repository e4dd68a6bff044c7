"""What does a scan find of the promises that the project's own registry holds? The report itself is not shipped."""

from __future__ import annotations

from scan.test_coverage import beside, groups, own, printed
from ycindic.scan.coverage import compact
from ycindic.scan.finding import Class
from ycindic.scan.read import scan


@beside
def test_nine_in_ten_of_the_promises_without_a_printed_figure_are_found() -> None:
    text, plan, _ = own()
    clauses = [compact(one.clause) for one in scan(text) if one.class_ is Class.TARGET]
    silent = [compact(gone[0].wording) for gone in groups(plan) if not any(printed(one) for one in gone)]
    lost = [wording for wording in silent if not any(one in wording or wording in one for one in clauses)]
    assert len(lost) <= 0.1 * len(silent), lost
