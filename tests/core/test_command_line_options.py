"""What the command line says of a job, after the job's file."""

from __future__ import annotations

import pytest

from sr_core.command_line_options import read_options


def test_options_are_fields_of_the_job():
    assert read_options(["--workers", "4", "--part", "2/8"]) == {"workers": "4", "part": "2/8"}
    assert read_options(["--scheduler", "tcp://h:1"]) == {"scheduler": "tcp://h:1"}
    assert read_options([]) == {}


@pytest.mark.parametrize(
    "arguments", [["--workers"], ["--output", "a"], ["4", "--workers"], ["--part", "1/2", "x"]]
)
def test_others_are_none(arguments):
    assert read_options(arguments) is None
