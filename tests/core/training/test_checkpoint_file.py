"""The file of a checkpoint: what is read is what was written, and a damaged file is refused."""

from __future__ import annotations

import json
import math
import zipfile

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from safetensors.torch import load

from sr_core.errors import InputError, OutputError
from sr_core.training import checkpoint_file
from sr_core.training.checkpoint_file import FORMAT, STATE, TENSORS, Checkpoint, read, write

STATES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text() | st.integers(), inner, max_size=3)
    ),
    max_leaves=12,
)


def checkpoint_of(state):
    return Checkpoint(asked={"EPOCHS": 3}, made_with={"torch": "2"}, state=state)


@given(state=st.dictionaries(st.text(), STATES, max_size=4))
def test_whatever_a_state_is_made_of_comes_back(tmp_path_factory, state):
    path = tmp_path_factory.mktemp("folder") / "x.checkpoint"
    write(path, checkpoint_of(state))
    found = read(path)
    assert found == checkpoint_of(state)
    assert repr(found.state) == repr(state)  # tuples are tuples, 1 is not 1.0


@pytest.mark.parametrize("dtype", checkpoint_file._NAMES)
def test_tensors_come_back_to_the_bit_and_in_their_layout(tmp_path, dtype):
    torch.manual_seed(0)
    tensor = (torch.rand(2, 3, 4, 5) * 100).to(dtype).to(memory_format=torch.channels_last)
    state = {"a": tensor, "b": {7: (tensor[0, 0, 0], torch.tensor(3).to(dtype))}, "empty": tensor[:0]}
    write(tmp_path / "x", checkpoint_of(state))
    found = read(tmp_path / "x").state
    assert found["a"].dtype == dtype and torch.equal(found["a"], tensor)
    assert found["a"].stride() == tensor.stride()
    assert torch.equal(found["b"][7][0], tensor[0, 0, 0]) and found["b"][7][1].shape == ()
    assert found["empty"].shape == (0, 3, 4, 5)
    with zipfile.ZipFile(tmp_path / "x") as archive:
        tensors = load(archive.read(TENSORS))  # the file is one that safetensors reads
    assert torch.equal(tensors["0"], tensor)


def test_numbers_that_are_none_come_back(tmp_path):
    write(tmp_path / "x", checkpoint_of({"best": -math.inf, "loss": torch.tensor([math.nan, 1.0])}))
    found = read(tmp_path / "x").state
    assert found["best"] == -math.inf and found["loss"].isnan().tolist() == [True, False]


def test_what_it_cannot_hold_is_not_written(tmp_path):
    (tmp_path / "x").write_text("before")
    with pytest.raises(TypeError, match="cannot hold a set"):
        write(tmp_path / "x", checkpoint_of({"a": {1}}))
    assert [path.read_text() for path in tmp_path.iterdir()] == ["before"]


def test_a_damaged_file_is_refused_wherever_it_is_damaged(tmp_path):
    write(tmp_path / "x", checkpoint_of({"a": torch.rand(50), "b": list(range(20))}))
    whole = (tmp_path / "x").read_bytes()
    for at in range(0, len(whole), 7):
        for bad in (whole[:at], whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :]):
            (tmp_path / "bad").write_bytes(bad)
            try:
                found = read(tmp_path / "bad")
            except InputError as error:
                assert "is not a complete training checkpoint" in str(error) or "newer version" in str(error)
            else:  # a byte that says nothing, such as a date in the zip
                assert torch.equal(found.state["a"], read(tmp_path / "x").state["a"])
                assert found.state["b"] == list(range(20))


def test_what_is_no_checkpoint_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"There is no checkpoint .*absent: choose another RESUME"):
        read(tmp_path / "absent")
    with zipfile.ZipFile(tmp_path / "newer", "w") as archive:
        archive.writestr(STATE, json.dumps({"format": FORMAT + 1}))
        archive.writestr(TENSORS, b"")
    with pytest.raises(InputError, match="made by a newer version of Finer"):
        read(tmp_path / "newer")
    with zipfile.ZipFile(tmp_path / "bomb", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(STATE, "0" * 10**6)
        archive.writestr(TENSORS, "")
    with pytest.raises(InputError, match="is not a complete training checkpoint"):
        read(tmp_path / "bomb")


def test_a_full_disk_leaves_the_one_before(tmp_path, monkeypatch):
    write(tmp_path / "x", checkpoint_of({"a": 1}))

    def full(stream, tensors):
        stream.write(b"a part")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(checkpoint_file, "_write_tensors", full)
    with pytest.raises(OutputError, match="No space left"):
        write(tmp_path / "x", checkpoint_of({"a": 2}))
    assert read(tmp_path / "x").state == {"a": 1}
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
