"""Rows of a table that are measured within a time: what breaks or does not fit is named, and what was found is kept."""

from __future__ import annotations

import json
import sys

from benchmarks._subprocess_rows import Budget, Finding, Outcome, Row, at_most, content, is_well, summary


def process(code):
    """The command of a row's process that does this."""
    prelude = "import sys, time; from benchmarks._subprocess_rows import Finding, print_findings\n"
    return [sys.executable, "-c", prelude + code]


ROW = Row("Row", lambda asked: iter(()), 30, 5)
ONE = "print('chatter'); print_findings([Finding('a', 'b')])\n"


def test_a_row_gives_what_it_finds(tmp_path):
    outcome = Budget(60).run(ROW, process(ONE), tmp_path / "log")
    assert outcome.findings == [Finding("a", "b")]
    assert (outcome.ended, outcome.failed) == ("", False)
    assert "chatter" in (tmp_path / "log").read_text()


def test_a_row_that_breaks_keeps_what_it_found_and_says_why(tmp_path):
    outcome = Budget(60).run(ROW, process(ONE + "raise ValueError('no such kernel')"), tmp_path / "log")
    assert outcome.findings == [Finding("a", "b")]
    assert (outcome.ended, outcome.failed) == ("failed: ValueError: no such kernel", True)
    assert not is_well({"Row": outcome})


def test_a_row_that_takes_too_long_is_ended_and_keeps_what_it_found(tmp_path):
    slow = ROW._replace(most=8)
    outcome = Budget(60).run(slow, process(ONE + "time.sleep(60)"), tmp_path / "log")
    assert outcome.findings == [Finding("a", "b")]
    assert (outcome.ended, outcome.failed) == ("ended after its 8 s", False)
    assert is_well({"Row": outcome})


def test_a_row_for_which_no_time_is_left_is_named(tmp_path):
    outcome = Budget(60, spent=57).run(ROW, ["never run"], tmp_path / "log")
    assert outcome.ended == "left out: 3 s were left of 60, and it needs 5"
    assert "| **Row** | left out: 3 s were left of 60, and it needs 5 |" in content({"Row": outcome})
    assert summary({"Row": outcome}) == "0 of 0 results are as wanted. Not measured, or not whole: Row."


def test_the_table_holds_every_finding_with_its_verdict():
    findings = [Finding("a", "1 | 2"), at_most("b", 3.0, 2.0, " MB"), at_most("c", 1.0, 2.0)]
    outcomes = {"Row": Outcome(findings, 12.3)}
    assert content(outcomes).splitlines()[2:] == [
        "| **Row** |  |  |  | 12 s |",
        "| a | 1 \\| 2 |  |  |  |",
        "| b | 3 MB | ≤ 2 MB | **no** |  |",
        "| c | 1 | ≤ 2 | yes |  |",
    ]
    assert summary(outcomes) == "1 of 2 results are as wanted."
    assert not is_well(outcomes)
    assert json.loads(json.dumps(outcomes["Row"].dump()))["findings"][1]["numbers"] == {"value": 3.0}
