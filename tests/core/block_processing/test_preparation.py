"""What a run prepares from the whole scene is there as long as a part of the run reads it, and not longer."""

from __future__ import annotations

import pytest

from sr_core.block_processing import preparation
from sr_core.block_processing.block_folder import RunPart
from sr_core.errors import OutputError


def test_what_was_prepared_stays_while_another_part_reads_it(tmp_path):
    """And that part removes it."""
    output, folder = str(tmp_path / "ten.vrt"), tmp_path / "ten.blocks"
    with preparation.hold_prepared(output, RunPart(2, 2)):
        (folder / "bands").mkdir()
        again = preparation.hold_prepared(output, RunPart(2, 2))
        with pytest.raises(OutputError, match="Another run"), again:
            pass
        preparation.remove_prepared(output, "bands")
        assert (folder / "bands").exists()
    preparation.remove_prepared(output, "bands")
    assert not (folder / "bands").exists()
