"""A result that could not be written, or would be of another format than its name, is refused before any work."""

from __future__ import annotations

import os
import stat
import tempfile

import pytest

from sr_core.errors import InputError, OutputError
from sr_core.jobs import Job
from sr_core.parameter_types import ENDINGS, widget_format
from sr_core.schema import schema_of

OUTPUTS = [
    (name, field, form)
    for name, job in Job.members.items()
    for field, spec in job.model_fields.items()
    if (form := widget_format(spec)).endswith("-out")
]
FILES = [(name, field, form) for name, field, form in OUTPUTS if form in ENDINGS]


def start(name, field, path):
    """Begin a job of which nothing but one result is set: any other work would end in another error."""
    job = Job.members[name]
    values = {each: None for each, spec in job.model_fields.items() if spec.is_required()}
    if name == "train_model":  # beside which its checkpoint lies
        values["output"] = os.path.join(tempfile.gettempdir(), "model.srpk")
    next(job.model_construct(**{**values, field: str(path)}).run())


def named(folder, form):
    return folder / f"result{ENDINGS.get(form, ('',))[0]}"


def test_every_kind_of_result_has_its_endings():
    assert {form for *_, form in OUTPUTS} == {*ENDINGS, "folder-out"}
    assert len(FILES) >= 10
    for name, field, form in FILES:
        assert schema_of(Job.members[name])["properties"][field]["endings"] == list(ENDINGS[form])


@pytest.mark.parametrize(("name", "field", "form"), FILES)
@pytest.mark.parametrize("end", [".png", ".vrt", "", ".tif.zip", ".srpk.html.txt"])
def test_a_name_of_another_format_is_refused(tmp_path, name, field, form, end):
    if end in ENDINGS[form]:
        pytest.skip("a VRT of many files")
    with pytest.raises(InputError, match=rf"{field.upper()} must end in \{ENDINGS[form][0]}: .*result"):
        start(name, field, tmp_path / f"result{end}")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("name", "field", "form"), OUTPUTS)
def test_a_missing_folder_is_said_at_once(tmp_path, name, field, form):
    if field == "tensorboard":
        pytest.skip("that folder is made, and those that it lies in")
    with pytest.raises(OutputError, match=r"folder .*missing does not exist: create it or choose another"):
        start(name, field, named(tmp_path / "missing", form))


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="a folder that nobody can write to")
@pytest.mark.parametrize(("name", "field", "form"), FILES)
def test_a_folder_that_cannot_be_written_to_is_said_at_once(name, field, form):
    with pytest.raises(OutputError, match=r"folder /proc cannot be written to \(.+\): choose another"):
        start(name, field, f"/proc/result{ENDINGS[form][0]}")


@pytest.mark.parametrize(("name", "field", "form"), FILES)
def test_a_name_that_no_file_can_have_is_said_at_once(tmp_path, name, field, form):
    with pytest.raises(OutputError, match=r"cannot be the name of a file \(File name too long\)"):
        start(name, field, tmp_path / ("r" * 254 + ENDINGS[form][0]))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("end", [".TIF", ".tiff", ".v2.Tif"])
def test_an_older_result_of_a_right_name_stays_until_the_new_one_is_whole(tmp_path, end):
    target = tmp_path / f"a{end}"
    target.write_bytes(b"old")
    target.chmod(stat.S_IRUSR | stat.S_IWUSR)
    with pytest.raises(Exception, match=r"NoneType|Give INPUT"):  # the next thing that it needs
        start("classify_pixels", "output", target)
    assert target.read_bytes() == b"old" and len(list(tmp_path.iterdir())) == 1
