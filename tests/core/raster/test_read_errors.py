"""Damaged rasters end a read with a sentence that names the file; they never become pixels."""

import logging
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.windows import Window

from sr_core.datasets.external.folder_reader import read_folder
from sr_core.errors import InputError
from sr_core.jobs.pansharpen import Pansharpen
from sr_core.progress import run_to_end
from sr_core.raster.input_files import has_scheme
from sr_core.raster.raster_reader import open_raster
from sr_core.raster.read_errors import DamagedRaster, pixel_reads
from sr_core.raster.warp.superimpose import superimpose

from ..support.export_runs import refused

FORMATS = {
    "deflate.tif": {"driver": "GTiff", "compress": "deflate", "tiled": True, "blockxsize": 64, "blockysize": 64},
    "lzw.tif": {"driver": "GTiff", "compress": "lzw"},
    "jpeg.tif": {"driver": "GTiff", "compress": "jpeg", "tiled": True, "blockxsize": 64, "blockysize": 64},
    "plain.tif": {"driver": "GTiff"},
    "cog.tif": {"driver": "COG", "compress": "deflate", "blocksize": 128},
    "a.png": {"driver": "PNG"},
    "a.jpg": {"driver": "JPEG", "quality": 95},
    "blocks.jp2": {"driver": "JP2OpenJPEG", "quality": 100, "reversible": True, "blockxsize": 64, "blockysize": 64},
    "one.jp2": {"driver": "JP2OpenJPEG", "quality": 100, "reversible": True},
    "a.img": {"driver": "HFA"},
    "a.bil": {"driver": "ENVI", "interleave": "bil"},
    "a.pix": {"driver": "PCIDSK"},
    "a.webp": {"driver": "WEBP", "quality": 95},
}  # fmt: skip


def noise(bands=3, side=256):
    return np.random.default_rng(0).integers(1, 255, (bands, side, side)).astype("uint8")


def cut(path, share=0.6):
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    return path


def garble(path):
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 400] = np.random.default_rng(1).bytes(400)
    path.write_bytes(content)
    return path


def read(path):
    with open_raster(path) as raster:
        return raster.read(raster.region)


def refuse(path, says="."):
    """Read a raster, which is refused in one sentence that names it."""
    with pytest.raises(InputError, match=says) as error:
        read(path)
    assert str(path) in str(error.value)
    assert (
        "{" not in str(error.value)
        and ". " not in str(error.value)
        and "previous exception" not in str(error.value)
    )


@pytest.mark.parametrize("name", FORMATS)
def test_whole_files_are_read(make_raster, name):
    pixels, valid = read(make_raster(name, noise(), **FORMATS[name]))
    assert pixels.shape == (3, 256, 256) and valid.all()


@pytest.mark.parametrize("share", [0.5, 0.6, 0.9, 0.99])
@pytest.mark.parametrize("name", FORMATS)
def test_files_cut_off_are_refused(make_raster, name, share):
    if name in ("cog.tif", "a.pix", "a.img") and share > 0.6:
        pytest.skip("only overviews, or nothing, would be missing")
    refuse(cut(make_raster(name, noise(), **FORMATS[name]), share))


@pytest.mark.parametrize("name", ["deflate.tif", "lzw.tif", "jpeg.tif", "a.png", "a.jpg"])
def test_files_with_errors_inside_are_refused(make_raster, name):
    refuse(garble(make_raster(name, noise(), **FORMATS[name])))


def test_half_a_real_jp2(shared_data, tmp_path):
    """Several threads would leave zeros in the blocks that cannot be decoded, and no error."""
    whole = (shared_data / "sentinel2/s2_L1C_T15SWC_B01_60m.jp2").read_bytes()
    (tmp_path / "half.jp2").write_bytes(whole[: len(whole) // 2])
    refuse(tmp_path / "half.jp2", "pixels of .* cannot be read")


def vrt(path, *sources, properties="", relative=0):
    rectangle = 'xOff="{}" yOff="0" xSize="64" ySize="64"'
    parts = "".join(
        f'<SimpleSource><SourceFilename relativeToVRT="{relative}">{source}</SourceFilename>'
        f"<SourceBand>1</SourceBand>{properties}<SrcRect {rectangle.format(0)}/>"
        f"<DstRect {rectangle.format(64 * number)}/></SimpleSource>"
        for number, source in enumerate(sources)
    )
    path.write_text(
        f'<VRTDataset rasterXSize="{64 * len(sources)}" rasterYSize="64">'
        "<SRS>EPSG:32633</SRS><GeoTransform>5e5,10,0,5e6,0,-10</GeoTransform>"
        f'<VRTRasterBand dataType="Byte" band="1">{parts}</VRTRasterBand></VRTDataset>'
    )
    return path


PROPERTIES = (
    '<SourceProperties RasterXSize="64" RasterYSize="64" DataType="Byte" BlockXSize="64" BlockYSize="64"/>'
)


@pytest.fixture
def tile(make_raster):
    return make_raster("tile.tif", noise(1, 64), compress="deflate")


def test_a_vrt_that_lacks_a_source(tmp_path, tile):
    refuse(vrt(tmp_path / "a.vrt", tmp_path / "gone.tif"), "gone.tif")
    mosaic = vrt(tmp_path / "b.vrt", tile, tmp_path / "gone.tif")
    refuse(mosaic, "gone.tif")
    with open_raster(mosaic) as raster:  # the other part is there
        assert raster.read(Window(0, 0, 64, 64))[1].all()


@pytest.mark.parametrize("content", [None, b"text"])
def test_a_source_that_gdal_has_missed_before_is_missed_again(tmp_path, tile, content):
    """GDAL remembers a file that it could not open, and is then silent: half of the second read would be no data."""
    if content:
        (tmp_path / "bad.tif").write_bytes(content)
    mosaic = vrt(tmp_path / "a.vrt", tile, tmp_path / "bad.tif", properties=PROPERTIES)
    with open_raster(mosaic) as raster:
        for _ in range(2):
            with pytest.raises(DamagedRaster, match=r"bad\.tif"):
                raster.read(Window(63, 0, 2, 64))
        assert raster.read(Window(0, 0, 64, 64))[1].all()


@pytest.mark.parametrize("written", ["relativeToVRT='1'", 'relativetoVRT = "1"'])
def test_a_source_beside_its_vrt_is_found_however_that_is_written(tmp_path, tile, written):
    mosaic = vrt(tmp_path / "a.vrt", tile.name, relative=1)
    mosaic.write_text(mosaic.read_text().replace('relativeToVRT="1"', written))
    with open_raster(mosaic) as raster:
        raster.read(Window(0, 0, 64, 64))


def test_a_vrt_in_a_vrt_that_lacks_a_source(tmp_path, tile):
    """Where the missing pixels lie follows through both: 64 pixels from 64 on, shown at half of their size from 32 on."""
    inner = vrt(tmp_path / "inner.vrt", tile, tmp_path / "gone.tif", tile, properties=PROPERTIES)
    outer = vrt(tmp_path / "outer.vrt", inner.name, relative=1)
    parts = (('SrcRect xOff="0" yOff="0" xSize="64"', 192), ('DstRect xOff="0" yOff="0" xSize="64"', 96))
    text = outer.read_text().replace('rasterXSize="64"', 'rasterXSize="96"')
    for part, width in parts:
        text = text.replace(part, part.replace('"64"', f'"{width}"'))
    outer.write_text(text)
    with open_raster(outer) as raster:
        for left in (0, 64):
            assert raster.read(Window(left, 0, 32, 64))[1].all()
        for left in (31, 63):
            with pytest.raises(DamagedRaster, match=r"gone\.tif"):
                raster.read(Window(left, 0, 2, 64))


@pytest.mark.parametrize("content", [b"", b"text", b"II*\0\1\0\0\0"])
def test_a_vrt_with_a_source_that_is_none(tmp_path, tile, content):
    (tmp_path / "bad.tif").write_bytes(content)
    refuse(vrt(tmp_path / "a.vrt", tile, tmp_path / "bad.tif"), "bad.tif")


def test_a_vrt_with_a_source_cut_off(tmp_path, tile, make_raster):
    for name in ("deflate.tif", "blocks.jp2", "a.png"):
        source = cut(make_raster(name, noise(), **FORMATS[name]), 0.1 if name == "deflate.tif" else 0.3)
        whole = vrt(tmp_path / "a.vrt", source)
        whole.write_text(whole.read_text().replace("64", "256"))
        refuse(whole)


@pytest.mark.parametrize("relative", [0, 1])
def test_a_vrt_whose_source_has_changed(tmp_path, tile, make_raster, relative):
    """GDAL reads one of another size as if it were what it was: here half of the result would be empty."""
    name = tile.name if relative else tile
    mosaic = vrt(tmp_path / "a.vrt", name, name, properties=PROPERTIES, relative=relative)
    assert read(mosaic)[1].all()
    make_raster("tile.tif", noise(1, 32))
    refuse(mosaic, r"64 × 64 pixels of type uint8, but it has 32 × 32")
    make_raster("tile.tif", noise(1, 64).astype("uint16"))
    refuse(mosaic, "type uint16")
    make_raster("tile.tif", noise(1, 64), crs="EPSG:32634")
    refuse(mosaic, "another coordinate reference system")


def test_a_mask_file_cut_off(tmp_path, make_raster):
    """GDAL leaves out a mask that it cannot open, and all pixels would be valid."""
    path = make_raster("a.tif", noise(1, 64))
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=False), rasterio.open(path, "r+") as dataset:
        dataset.write_mask(np.arange(64 * 64).reshape(64, 64) % 2 == 0)
    assert read(path)[1].mean() == 0.5
    whole = Path(f"{path}.msk").read_bytes()
    for share in (0, 0.1, 0.5, 0.9):
        Path(f"{path}.msk").write_bytes(whole[: int(len(whole) * share)])
        refuse(path, r"a\.tif\.msk")


@pytest.mark.parametrize("crs", ["EPSG:32633", "EPSG:3035"])
@pytest.mark.parametrize("name", ["deflate.tif", "blocks.jp2"])
def test_on_the_grid_of_another(make_raster, name, crs):
    source = cut(make_raster(name, noise(), **FORMATS[name]))
    middle = rasterio.warp.transform("EPSG:32633", crs, [501_280], [4_998_720])
    place = Affine(4, 0, middle[0][0] - 800, 0, -4, middle[1][0] + 800)
    fine = make_raster("fine.tif", noise(1, 400), transform=place, crs=crs)
    with (
        open_raster(source) as lr,
        open_raster(fine) as grid,
        superimpose(lr, grid) as laid,
        pytest.raises(DamagedRaster, match=f"pixels of {source} "),
    ):
        laid.read(laid.region)


@pytest.mark.parametrize("which", ["input", "pan"])
def test_pansharpening(make_raster, tmp_path, which):
    paths = {
        "input": make_raster(
            "xs.tif", noise(3, 128), transform=Affine(20, 0, 5e5, 0, -20, 5e6), compress="deflate"
        ),
        "pan": make_raster("pan.tif", noise(1, 256), compress="deflate"),
    }
    cut(paths[which])
    job = Pansharpen.build({**{k: str(v) for k, v in paths.items()}, "output": str(tmp_path / "out.tif")})
    with pytest.raises(DamagedRaster, match=paths[which].name):
        run_to_end(job.run())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pan.tif", "xs.tif"]


@pytest.mark.parametrize("name", ["deflate.tif", "a.png", "a.jpg", "blocks.jp2"])
def test_exporting_tiles(make_raster, tmp_path, name):
    refused(tmp_path, f"pixels of .*{name} cannot be read", cut(make_raster(name, noise(), **FORMATS[name])))


@pytest.mark.parametrize("suffix", ["png", "jpg", "tif"])
@pytest.mark.parametrize("side", ["lr", "hr"])
def test_pairs_of_another_program(make_raster, tmp_path, monkeypatch, side, suffix):
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "home"))
    driver = {"png": "PNG", "jpg": "JPEG", "tif": "GTiff"}[suffix]
    for folder, size in (("lr", 64), ("hr", 256)):
        (tmp_path / "pairs" / folder).mkdir(parents=True)
        for number in range(12):
            place = Affine(2560 / size, 0, 5e5 + 2560 * number, 0, -2560 / size, 5e6)
            make_raster(f"pairs/{folder}/{number}.{suffix}", noise(3, size), driver=driver, transform=place)
    bad = cut(tmp_path / "pairs" / side / f"3.{suffix}", 0.9)
    with pytest.raises(InputError, match=str(bad)) as error:
        run_to_end(read_folder(tmp_path / "pairs"))
    assert "export" not in str(error.value)


def test_what_gdal_only_reports():
    """Errors of a projection, and bytes that a camera leaves, are no damage; other threads' reports are theirs."""
    log = logging.getLogger("rasterio._err")
    with pixel_reads("a.tif"):
        log.warning("JPEGLib:Corrupt JPEG data: 4 extraneous bytes before marker 0xd9")
        log.error("PROJ: utm: Invalid latitude")
        log.warning("TIFFReadDirectory: unknown field 33333")
    with pytest.raises(DamagedRaster, match=r"a\.tif cannot be read \(all is lost\)"), pixel_reads("a.tif"):
        log.error("CPLE_AppDefined:all is lost")
    log.error("all is lost")  # nobody reads


def test_a_signature_is_not_told():
    with pytest.raises(DamagedRaster) as error, pixel_reads("/vsicurl/https://host/a.tif?sig=secret"):
        raise rasterio.errors.RasterioIOError("https://host/a.tif?sig=secret: HTTP 500")
    assert "secret" not in str(error.value) and "/vsicurl/https://host/a.tif" in str(error.value)


@pytest.mark.parametrize(
    "function",
    (
        "<PixelFunctionType>f</PixelFunctionType><PixelFunctionLanguage>Python</PixelFunctionLanguage>"
        "<PixelFunctionCode>def f(*given): pass</PixelFunctionCode>",
        "<PixelFunctionType>unheard_of</PixelFunctionType>",
    ),
)
def test_a_vrt_with_a_program_is_not_called_damaged(tmp_path, make_raster, function):
    make_raster(bands=1)
    path = tmp_path / "in.vrt"
    path.write_text(
        f"""<VRTDataset rasterXSize="56" rasterYSize="40"><VRTRasterBand dataType="UInt16" band="1"
        subClass="VRTDerivedRasterBand">{function}<SimpleSource><SourceFilename relativeToVRT="1">in.tif</SourceFilename>
        </SimpleSource></VRTRasterBand></VRTDataset>"""
    )
    with pytest.raises(InputError, match="GDAL does not run here: save it as a GeoTIFF") as refusal:
        read(path)
    assert "damaged" not in str(refusal.value)


@pytest.mark.parametrize(("sources", "computes"), [(1, False), (2, True)])
def test_a_pixel_function_that_fails_without_a_word(tmp_path, make_raster, sources, computes):
    make_raster(bands=1)
    source = '<SimpleSource><SourceFilename relativeToVRT="1">in.tif</SourceFilename></SimpleSource>'
    path = tmp_path / "in.vrt"
    path.write_text(
        f"""<VRTDataset rasterXSize="56" rasterYSize="40"><VRTRasterBand dataType="UInt16" band="1"
        subClass="VRTDerivedRasterBand"><PixelFunctionType>sum</PixelFunctionType>{source * sources}
        </VRTRasterBand></VRTDataset>"""
    )
    if computes:
        np.testing.assert_array_equal(read(path)[0], 2 * read(tmp_path / "in.tif")[0])
    else:  # GDAL leaves zeros, and says nothing
        with pytest.raises(InputError, match="GDAL cannot compute band 1"):
            read(path)


def test_a_group_of_an_hdf5_file_is_on_no_server(tmp_path):
    (tmp_path / "a.h5").write_bytes(b"no HDF5")
    with pytest.raises(InputError, match=r"is not a raster that GDAL can read, though .*a\.h5 exists"):
        read(f'HDF5:"{tmp_path}/a.h5"://b')
    assert has_scheme('HDF5:"/vsicurl/https://host/a.h5"://b') and has_scheme("https://host/a.tif")
    assert not has_scheme("hdf5:a.h5://b") and not has_scheme("a.tif")
