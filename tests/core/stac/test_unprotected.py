"""What is sent over http to another computer is not protected on its way, which the log says."""

import pytest

from sr_core.errors import NetworkError
from sr_core.jobs.find_scene import FindScene
from sr_core.stac.http import is_unprotected

from ..support.local_servers import EXTENT
from ..support.small_trainings import log_lines


@pytest.mark.parametrize(
    ("address", "is_so"),
    [
        ("http://stac.company.example/v1", True),
        ("http://10.1.2.3:8080/", True),
        ("http://[2001:db8::1]/", True),
        ("https://stac.company.example/v1", False),
        ("http://127.0.0.1:80/", False),
        ("http://[::1]/", False),
        ("HTTP://LOCALHOST:8080", False),
        ("http://a.localhost", False),
    ],
)
def test_http_to_another_computer_is_not_protected(address, is_so):
    assert is_unprotected(address) == is_so


@pytest.mark.parametrize(
    "address", ["http://nowhere.invalid/v1", "https://nowhere.invalid/v1", "http://127.0.0.1:1"]
)
def test_a_catalogue_over_http_is_warned_about(address):
    values = {"extent": EXTENT, "date_range": "2021-05-01/2021-08-31", "timeout": 1, "stac_api": address}
    steps, work = [], FindScene.build(values).run()
    with pytest.raises(NetworkError):
        while True:
            steps.append(next(work))
    said = [line for line in log_lines(steps) if "over http, so others can read" in line]
    assert len(said) == (address == "http://nowhere.invalid/v1")
    assert all(line.startswith("Warning: nowhere.invalid is accessed") for line in said)
