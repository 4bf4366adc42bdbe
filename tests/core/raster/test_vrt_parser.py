"""The names in a VRT, and which of them are sources of its bands."""

import os

from sr_core.raster.input_files import files_of
from sr_core.raster.missing_vrt_sources import Rectangle, sources_of
from sr_core.raster.vrt_parser import named_sources, read_vrt

BAND = """<VRTDataset rasterXSize="20" rasterYSize="10"><VRTRasterBand dataType="Byte" band="1">
  <Overview><SourceFilename relativeToVRT="1">small.tif</SourceFilename><SourceBand>1</SourceBand></Overview>
  <SimpleSource><SourceFilename shared="0" relativeToVRT='1'> a &amp; b.tif </SourceFilename>
    <SourceBand>1</SourceBand><SrcRect xOff="0" yOff="0" xSize="10" ySize="10"/>
    <DstRect xOff="10" yOff="0" xSize="10" ySize="10"/></SimpleSource>
  <complexsource></complexsource>
  <ComplexSource><SourceFilename relativeToVRT="0">/srv/c.tif</SourceFilename></ComplexSource>
</VRTRasterBand><GDALWarpOptions><sourcedataset relativetovrt="1">warped.tif</sourcedataset></GDALWarpOptions></VRTDataset>"""


def test_every_name_is_found_and_what_is_said_of_it():
    found = list(named_sources(BAND))
    assert [each.name for each in found] == ["small.tif", "a & b.tif", "/srv/c.tif", "warped.tif"]
    assert [each.is_relative for each in found] == [True, True, False, True]
    assert [each.about is None for each in found] == [True, False, False, True]
    assert "DstRect" in found[1].about and not found[2].about.strip()
    assert found[1].path("/x") == os.path.join("/x", "a & b.tif") and found[2].path("/x") == "/srv/c.tif"


def test_an_overview_before_a_source_does_not_take_its_rectangles(tmp_path):
    (tmp_path / "m.vrt").write_text(BAND)
    first, second = sources_of(str(tmp_path / "m.vrt"))
    assert first.path == str(tmp_path / "a & b.tif") and first.shown == Rectangle(10, 0, 10, 10)
    assert second.path == "/srv/c.tif" and second.shown is None


def test_both_readers_see_the_same_files(tmp_path, make_raster):
    for name in ("small.tif", "a & b.tif", "warped.tif"):
        make_raster(name)
    (tmp_path / "m.vrt").write_text(BAND)
    read = files_of(str(tmp_path / "m.vrt"))
    assert {str(tmp_path / name) for name in ("m.vrt", "small.tif", "a & b.tif", "warped.tif")} <= read


def test_what_is_no_vrt_has_no_text(tmp_path):
    for name, text in (("a.tif", "II*"), ("b.txt", BAND), ("c.vrt", "")):
        (tmp_path / name).write_text(text)
    assert read_vrt(str(tmp_path / "a.tif")) is None
    assert read_vrt(str(tmp_path / "b.txt")) == BAND and read_vrt(str(tmp_path / "c.vrt")) == ""
