"""No result takes the place of what it is made from or of another result."""

from __future__ import annotations

import os
import zipfile
from typing import Annotated, ClassVar

import pytest
import rasterio
from pydantic import Field

from sr_core.errors import InputError
from sr_core.jobs import Job, Log, _output_overlap
from sr_core.parameter_types import FolderOut, HtmlOut, RasterIn, RasterOut
from sr_core.schema import Config, schema_of

from ..support.export_runs import SMALL
from ..support.job_runs import finish, load, vrt, write_model


def contents(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def refused(folder, sentence, name, **values):
    before = contents(folder)
    with pytest.raises(InputError, match=sentence):
        finish(load(name, **values))
    assert contents(folder) == before


@pytest.fixture
def model(tmp_path):
    return write_model(tmp_path / "m.srpk")


@pytest.fixture
def one_band(make_raster):
    return make_raster("in.tif", bands=1)


@pytest.mark.parametrize("output", ["output", "output_uncertainty"])
@pytest.mark.parametrize("how", ["itself", "symlink", "hard link", "dots", "folder link"])
def test_no_output_is_the_input_by_whatever_name(tmp_path, one_band, model, output, how):
    (tmp_path / "sub").mkdir()
    target = tmp_path / "sub/out.tif"
    match how:
        case "itself":
            target = one_band
        case "symlink":
            target.symlink_to(one_band)
        case "hard link":
            target.hardlink_to(one_band)
        case "dots":
            target = tmp_path / "sub/../in.tif"
        case "folder link":
            (tmp_path / "link").symlink_to(tmp_path)
            target = tmp_path / "link/in.tif"
    values = {"output": tmp_path / "sr.tif", output: target}
    refused(tmp_path, "is also an input", "classify_pixels", input=one_band, model=model, **values)


@pytest.mark.parametrize("kind", ["source", "nested", "link to a VRT", "inline", "mask", "missing others"])
def test_no_output_is_what_a_vrt_is_read_from(tmp_path, one_band, model, kind):
    (tmp_path / "deep").mkdir()
    first = vrt(tmp_path / "deep/first.vrt", "../in.tif", relative=True)
    given = first
    match kind:
        case "nested":
            given = vrt(tmp_path / "second.vrt", vrt(tmp_path / "third.vrt", "deep/first.vrt", relative=True))
        case "link to a VRT":
            given = tmp_path / "link.vrt"
            given.symlink_to(vrt(tmp_path / "plain.vrt", one_band))
        case "inline":
            given = vrt(tmp_path / "text.vrt", one_band).read_text()
        case "mask":
            text = vrt(tmp_path / "b.vrt", "other.tif").read_text()
            band = f'<MaskBand><VRTRasterBand dataType="Byte"><SimpleSource><SourceFilename>{one_band}</SourceFilename>'
            text = text.replace(
                "</VRTDataset>", f"{band}</SimpleSource></VRTRasterBand></MaskBand></VRTDataset>"
            )
            given = tmp_path / "b.vrt"
            given.write_text(text)
        case "missing others":
            given = vrt(tmp_path / "c.vrt", tmp_path / "absent.tif", one_band)
    refused(tmp_path, "would replace the input", "classify_pixels", input=given, model=model, output=one_band)


def test_no_output_is_an_archive_that_an_input_lies_in(tmp_path, one_band, model):
    archive = tmp_path / "a.tif"  # so named that it could be a result
    with zipfile.ZipFile(archive, "w") as file:
        file.write(one_band, "sub/in.tif")
    for name in (
        f"/vsizip/{archive}/sub/in.tif",
        f"/vsizip/{{{archive}}}/sub/in.tif",
        vrt(tmp_path / "z.vrt", f"/vsizip/{archive}/sub/in.tif"),
    ):
        refused(
            tmp_path, "would replace the input", "classify_pixels", input=name, model=model, output=archive
        )


@pytest.mark.parametrize("beside", ["in.tif.aux.xml", "in.tif.msk", "in.tif.ovr"])
def test_no_output_is_a_sidecar_of_the_input(tmp_path, one_band, model, beside):
    if beside.endswith("ovr"):
        with rasterio.Env(TIFF_USE_OVR=True), rasterio.open(one_band, "r+") as dataset:
            dataset.build_overviews([2])
    elif beside.endswith("msk"):
        with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=False), rasterio.open(one_band, "r+") as dataset:
            dataset.write_mask(True)
    if beside.endswith("xml"):
        (tmp_path / beside).write_text("<PAMDataset></PAMDataset>")
    assert (tmp_path / beside).exists()
    refused(
        tmp_path, "would replace", "classify_pixels", input=one_band, model=model, output=tmp_path / beside
    )


def test_no_input_goes_as_a_sidecar_of_the_output(tmp_path, make_raster, model):
    mask = make_raster("sr.tif.msk", bands=1)
    refused(tmp_path, "would replace", "classify_pixels", input=mask, model=model, output=tmp_path / "sr.tif")


def test_no_output_is_another(tmp_path, one_band, model):
    (tmp_path / "link.tif").symlink_to(tmp_path / "sr.tif")
    for other in ("sr.tif", "link.tif", "x/../sr.tif"):
        (tmp_path / "x").mkdir(exist_ok=True)
        refused(
            tmp_path, "written to the same place", "classify_pixels", input=one_band, model=model,
            output=tmp_path / "sr.tif", output_uncertainty=tmp_path / other,
        )  # fmt: skip


def test_what_other_jobs_read_is_left_alone(tmp_path, make_raster, make_tileset, model):
    xs, tiles = make_raster("xs.tif"), make_tileset().folder
    pan = vrt(tmp_path / "pan.vrt", make_raster("pan.tif", bands=1))
    refused(tmp_path, "would replace", "pansharpen", input=xs, pan=pan, output=tmp_path / "pan.tif")
    refused(tmp_path, "is also an input", "import_model", input=model, output=model)
    refused(tmp_path, "is also an input", "inspect_model", model=model, output_html=model)
    tile = next(tiles.rglob("*.tif"))
    page = tmp_path / "page.html"
    page.hardlink_to(tile)
    for output in (tile, tiles / "tileset.json", page):
        refused(tmp_path, "would replace", "evaluate_model", model=model, tiles=tiles, output_html=output)
    refused(
        tmp_path, "is also an input", "evaluate_model", model=model, compare_with=[str(page)], tiles=tiles,
        output_html=page,
    )  # fmt: skip
    extent = {"bounds": (5e5, 4.9e6, 5.1e5, 5e6)}
    dates = {"date_range": "2021-05-01/2021-08-31", "extent": extent}
    refused(tmp_path, "is also an input", "find_scene", input=xs, output=xs, **dates)
    refused(tmp_path, "is also an input", "find_scene", input=xs, output_html=xs, **dates)
    trained = {"tiles": tiles, "pretrained": model, "output": model}
    refused(tmp_path, "is also an input", "train_model", **trained)
    trained["output"] = tmp_path / "new.srpk"
    refused(tmp_path, "would replace", "train_model", **trained, output_html=tile)
    refused(tmp_path, "same place", "train_model", **trained, output_html=tmp_path / "new.srpk.checkpoint")


def test_an_export_leaves_alone_what_it_reads(tmp_path, make_raster):
    path, low = make_raster(size=(96, 96)), make_raster("low.tif")
    finish(load("export_tiles", **SMALL, input=path, output=tmp_path / "t"))
    inside = next((tmp_path / "t").rglob("*.tif"))
    export = {**SMALL, "output": tmp_path / "t"}
    given = vrt(tmp_path / "given.vrt", inside)
    refused(tmp_path, "would replace", "export_tiles", **export, input=given)
    refused(tmp_path, "would replace", "export_tiles", **export, input=path, input_lr=given)
    refused(tmp_path, "would replace", "export_tiles", **export, input=path, pan=given)
    mask = tmp_path / "t/train/mask.geojson"
    mask.write_text("{}")
    refused(tmp_path, "would replace", "export_tiles", **export, input=path, mask=mask)
    (tmp_path / "folder").mkdir()
    vrt(tmp_path / "folder/a.vrt", inside)
    refused(tmp_path, "would replace", "export_tiles", **export, input_folder=tmp_path / "folder")
    (tmp_path / "folder/page.html").hardlink_to(low)
    os.rename(low, tmp_path / "folder/low.tif")
    new = {**SMALL, "output": tmp_path / "new", "input_folder": tmp_path / "folder"}
    refused(tmp_path, "would replace", "export_tiles", **new, output_html=tmp_path / "folder/page.html")
    new = {**SMALL, "output": tmp_path / "new", "input": path}
    refused(tmp_path, "same place", "export_tiles", **new, output_html=tmp_path / "new")
    refused(tmp_path, "is also an input", "export_tiles", **new, output_html=path)
    refused(tmp_path, "same place", "export_tiles", **new, output_html=tmp_path / "new/train")


class Inner(Config):
    guide: Annotated[RasterIn | None, Field(title="g")] = None


def test_a_new_job_has_it_by_itself(tmp_path, make_raster, monkeypatch):
    monkeypatch.setattr(Job, "members", Job.members.copy())

    class Copy(Job):
        """Copy."""

        tags: ClassVar = ()
        Result: ClassVar = Config
        inner: Inner = Inner()
        anything: Annotated[RasterIn, Field(title="a")]
        page: Annotated[HtmlOut | None, Field(title="p")] = None
        place: Annotated[FolderOut | None, Field(title="f")] = None
        picture: Annotated[RasterOut | None, Field(title="o")] = None

        def run(self):
            yield Log("began")
            return Config()

    path, other = make_raster(), make_raster("b.tif")
    assert list(Copy(anything=str(path), page=str(tmp_path / "p.html")).run())
    for values in (
        {"page": str(path)},
        {"picture": str(path)},
        {"place": str(tmp_path)},
        {"inner": Inner(guide=str(other)), "picture": str(other)},
    ):
        with pytest.raises(InputError, match=r"is also an input|would replace"):
            list(Copy(anything=str(path), **values).run())


def test_every_file_of_the_schema_is_known_as_read_or_written():
    for job in Job.members.values():
        known = set(_output_overlap._formats(job))
        for name, spec in schema_of(job)["properties"].items():
            if spec.get("format", "").rpartition("-")[2] in ("in", "out"):
                assert name in known, (job.id, name)


def test_a_checkpoint_to_go_on_from_is_only_read(tmp_path, make_tileset, monkeypatch):
    tileset, first = make_tileset(), tmp_path / "first.srpk"
    network = {"backbone": {"id": "edsr", "n_feats": 4, "n_blocks": 1}, "patch_size": 8, "epochs": 3}
    work = load("train_model", tiles=tileset.folder, **network, learning_rate=1e-3, output=first).run()
    for step in work:
        if isinstance(step, Log) and step.values.get("epoch") == 1:
            break
    work.close()
    kept = tmp_path / "kept.checkpoint"
    os.rename(f"{first}.checkpoint", kept)
    before = kept.read_bytes(), kept.stat().st_mtime_ns
    results = []
    for name, rate in (("a", 1e-3), ("b", 1e-4)):
        values = {"learning_rate": rate, "resume": kept, "output": tmp_path / f"{name}.srpk"}
        lines = finish(load("train_model", tiles=tileset.folder, **network, **values))
        assert any(line.startswith(f"Continuing from {kept}: 1 epochs") for line in lines)
        assert (kept.read_bytes(), kept.stat().st_mtime_ns) == before
        results.append((tmp_path / f"{name}.srpk").read_bytes())
    assert results[0] != results[1]
    assert not list(tmp_path.glob("*.srpk.checkpoint"))
    (tmp_path / "c.srpk.checkpoint").symlink_to(kept)
    refused(
        tmp_path, "is also an input", "train_model", tiles=tileset.folder, **network, learning_rate=1e-3,
        resume=kept, output=tmp_path / "c.srpk",
    )  # fmt: skip


@pytest.mark.parametrize("name", Job.members)
def test_formats_are_those_of_the_schema(name):
    job = Job.members[name]
    schema = {key: spec.get("format", "") for key, spec in schema_of(job)["properties"].items()}
    files = {key: form for key, form in schema.items() if form.endswith(("-in", "-out"))}
    assert _output_overlap._formats(job) == files != {}


@pytest.mark.parametrize("given", ["/vsisubfile/0_100000,{}", "/vsicrypt/key=0123456789abcdef,file={}"])
def test_no_output_is_what_a_part_of_a_file_is_read_from(tmp_path, one_band, model, given):
    given = given.format(one_band)
    refused(tmp_path, "would replace the input", "classify_pixels", input=given, model=model, output=one_band)


def test_no_output_is_a_source_that_a_nested_vrt_quotes(tmp_path, one_band, model):
    first = vrt(tmp_path / "first.vrt", one_band)
    first.write_text(first.read_text().replace(f">{one_band}<", f"><![CDATA[{one_band}]]><"))
    given = vrt(tmp_path / "second.vrt", first)
    refused(tmp_path, "would replace the input", "classify_pixels", input=given, model=model, output=one_band)
