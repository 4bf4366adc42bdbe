"""Graphics cards by Vulkan, and what a driver that crashes leaves behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sr_core import vulkan
from sr_core.device import device_info, resolve
from sr_core.errors import InputError

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("FINER_HOME", str(tmp_path))
    vulkan.crashed_last_time.cache_clear()
    yield tmp_path
    vulkan.crashed_last_time.cache_clear()


def cards(monkeypatch, *found):
    listed = [vulkan.VulkanCard(number, name, software) for number, (name, software) in enumerate(found)]
    monkeypatch.setattr(vulkan, "vulkan_cards", lambda: listed)


def in_a_process(code, **environment):
    """What a new process prints, and its exit status."""
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from sr_core import vulkan\n{code}"
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **environment}, capture_output=True, text=True, timeout=100
    )  # fmt: skip
    return done.stdout.strip(), done.returncode


def test_a_real_card_comes_before_a_driver_that_computes_on_the_cpu(monkeypatch):
    cards(monkeypatch, ("llvmpipe", True), ("Radeon", False), ("Arc", False))
    assert vulkan.require_card() == vulkan.VulkanCard(1, "Radeon", False)
    assert device_info("vulkan")["device_name"] == "GPU: Radeon (Vulkan)"
    assert resolve("vulkan").type == "cpu"  # where torch computes what ncnn does not


def test_a_number_chooses_a_card(monkeypatch):
    cards(monkeypatch, ("llvmpipe", True), ("Radeon", False), ("Arc", False))
    assert vulkan.require_card("vulkan:2").name == "Arc"
    assert device_info("vulkan:0")["device_name"] == "GPU: llvmpipe (Vulkan)"
    listed = r"no vulkan:3 here\. Vulkan finds vulkan:0 \(llvmpipe\), vulkan:1 \(Radeon\), vulkan:2 \(Arc\)"
    with pytest.raises(InputError, match=listed):
        resolve("vulkan:3")


def test_without_a_card_the_user_is_told(monkeypatch):
    cards(monkeypatch)
    for ask in (vulkan.require_card, lambda: resolve("vulkan"), lambda: device_info("vulkan")):
        with pytest.raises(InputError, match="Vulkan finds no graphics card here"):
            ask()


def test_a_driver_that_is_not_there_is_no_card():
    nothing = {"VK_ICD_FILENAMES": "/nowhere.json", "VK_DRIVER_FILES": "/nowhere.json"}
    assert in_a_process("print(vulkan.vulkan_cards())", **nothing) == ("[]", 0)


def test_without_ncnn_there_is_no_card():
    assert in_a_process("sys.modules['ncnn'] = None; print(vulkan.vulkan_cards())") == ("[]", 0)


CRASH = "import os\nwith vulkan.first_result(): os._exit(11)"


def test_after_a_crash_one_process_does_without(home):
    asked = "print(vulkan.crashed_last_time())"
    assert in_a_process(asked) == ("False", 0)
    assert in_a_process(CRASH) == ("", 11)
    assert in_a_process(asked + "\n" + asked) == ("True\nTrue", 0)
    assert in_a_process(asked) == ("False", 0)
    assert not (home / vulkan.FILE).exists()


def test_neither_an_error_nor_a_run_at_the_same_time_is_a_crash(home):
    with pytest.raises(ValueError), vulkan.first_result():
        raise ValueError
    assert in_a_process("print(vulkan.crashed_last_time())") == ("False", 0)
    with vulkan.first_result():
        assert in_a_process("print(vulkan.crashed_last_time())") == ("False", 0)
        assert (home / vulkan.FILE).exists()


def test_a_process_that_begins_anew_still_knows_of_the_crash_before():
    assert in_a_process(CRASH) == ("", 11)
    again = "with vulkan.first_result(): print(vulkan.crashed_last_time())"
    assert in_a_process(again) == ("True", 0)


@pytest.mark.parametrize("content", [b"", b"[]", b'{"process": "x"}', b'{"process": null}', b"\xff"])
def test_what_cannot_be_read_is_no_crash(home, content):
    (home / vulkan.FILE).write_bytes(content)
    assert not vulkan.crashed_last_time()


def test_after_a_crash_vulkan_is_the_cpu(monkeypatch):
    assert in_a_process(CRASH) == ("", 11)
    cards(monkeypatch)  # which are not looked for
    assert resolve("vulkan").type == "cpu"
    assert device_info("vulkan")["device"] == "cpu"
