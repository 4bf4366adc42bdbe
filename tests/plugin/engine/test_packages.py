"""What is installed, and from where."""

import re

import pytest
from finer.processing_provider.engine import installers, interpreters, packages
from finer.processing_provider.errors import FinerError

PYTHON = interpreters.Interpreter("/usr/bin/python3", (3, 11, 2), True, True)


def test_all_requirements_are_pinned_and_torch_is_one():
    pins = packages.pins()
    assert all(re.match(r"[\w.-]+==[\w.]+(; sys_platform == \"win32\")?$", pin) for pin in pins)
    assert pins[0].startswith("torch==")
    assert len({pin.partition("==")[0] for pin in pins}) == len(pins)


def test_the_light_engine_has_a_part_of_the_packages_and_no_torch():
    light, complete = packages.pins("light"), packages.pins("complete")
    assert set(light) < set(complete) == set(packages.pins())
    names = {pin.partition("==")[0] for pin in light}
    assert {"numpy", "rasterio", "ncnn", "pydantic"} <= names
    assert (
        not {"torch", "onnxruntime", "pandas", "xarray", "matplotlib", "torchmetrics", "tensorboard"} & names
    )


@pytest.mark.parametrize("parts", ["light", "complete"])
def test_what_clusters_take_is_pinned_and_agrees_with_the_rest(parts):
    known, pins = packages.pins(parts), packages.pins(parts, cluster=True)
    more = pins[len(known) :]
    assert pins[: len(known)] == known and any(pin.startswith("distributed==") for pin in more)
    assert all(re.match(r"[\w.-]+==[\w.]+$", pin) for pin in more)
    assert len({pin.partition("==")[0] for pin in pins}) == len(pins)
    assert packages.pins_digest(parts, cluster=True) != packages.pins_digest(parts)


def test_a_computer_with_a_card_gets_onnx_runtime_for_it_in_place_of_the_usual_one():
    (usual,) = [pin for pin in packages.pins_for("cpu") if pin.startswith("onnxruntime")]
    (gpu,) = [pin for pin in packages.pins_for("cuda") if pin.startswith("onnxruntime")]
    assert usual.startswith("onnxruntime==")
    assert gpu == usual.replace("onnxruntime==", "onnxruntime-gpu==")
    assert len(packages.pins_for("cuda")) == len(packages.pins())


@pytest.mark.parametrize(
    ("platform", "profile", "attempts"),
    [
        ("linux", "cpu", ["torch==1.0+cpu", "torch==1.0+cpu whl/cpu", "torch==1.0 last"]),
        ("linux", "cuda", ["torch==1.0,!=1.0+cpu"]),
        ("win32", "cpu", ["torch==1.0"]),
        ("win32", "cuda", ["torch==1.0+cu130", "torch==1.0+cu130 whl/cu130"]),
        ("darwin", "cpu", ["torch==1.0"]),
    ],
)
def test_each_system_gets_its_build_of_torch(platform, profile, attempts, monkeypatch, wheel_folder):
    monkeypatch.setattr("sys.platform", platform)
    tried = packages.torch_sources(profile, is_offline=False)
    shown = [
        f"{a.requirement} {a.index.replace('https://download.pytorch.org/', '')}{'last' if a.is_last_resort else ''}".strip()
        for a in tried
    ]
    assert shown == attempts
    assert not any(attempt.index for attempt in packages.torch_sources(profile, is_offline=True))


def test_auto_is_cuda_where_the_driver_knows_a_card(nvidia_smi):
    assert packages.graphics_cards() == ["NVIDIA H100 80GB HBM3"]
    assert packages.resolve_profile("auto") == "cuda"
    assert packages.resolve_profile("cpu") == "cpu"


def test_auto_is_cpu_where_there_is_no_card(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert packages.resolve_profile("auto") == "cpu"


def test_a_driver_without_a_card_is_no_card(monkeypatch, nvidia_smi, tmp_path):
    (tmp_path / "bin/nvidia-smi").write_text("#!/bin/sh\necho 'NVIDIA-SMI has failed'; exit 9\n")
    assert packages.resolve_profile("auto") == "cpu"


def test_there_is_no_cuda_on_a_mac(monkeypatch, nvidia_smi):
    monkeypatch.setattr("sys.platform", "darwin")
    assert packages.resolve_profile("auto") == "cpu"
    with pytest.raises(FinerError, match="macOS"):
        packages.resolve_profile("cuda")


def test_an_unknown_profile_is_refused():
    with pytest.raises(FinerError, match="auto, cpu, cuda"):
        packages.resolve_profile("gpu")


@pytest.mark.parametrize("installer", [installers.Pip(PYTHON), installers.Uv("uv", PYTHON)], ids=str)
def test_a_folder_of_packages_is_the_only_source(installer, tmp_path):
    command = [str(part) for part in installer.install(tmp_path, "numpy", wheels="/media/stick")]
    assert command[command.index("--find-links") + 1] == "/media/stick"
    assert "--no-index" in command
    assert command[command.index("--only-binary") + 1] == ":all:"  # nobody wants to compile


def test_one_more_index_does_not_replace_the_users_own(monkeypatch, tmp_path):
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", "https://mine/simple")
    uv = installers.Uv("uv", PYTHON)
    assert uv.environment("https://torch/whl")["UV_INDEX"] == "https://mine/simple https://torch/whl"
    assert uv.environment()["UV_INDEX"] == "https://mine/simple"
    command = installers.Pip(PYTHON).install(tmp_path, "torch", index="https://torch/whl")
    assert (
        command[command.index("--extra-index-url") + 1] == "https://torch/whl"
    )  # pip adds it to the user's own
