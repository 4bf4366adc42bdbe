"""A product is found by every name that people and programs have for it, and nothing else is taken for one."""

import re
import zipfile

import pytest
import rasterio

from sr_core.errors import InputError
from sr_core.sentinel2.product import open_product
from sr_core.sentinel2.product_files import find_product

from ..support.sentinel2_products import TILE, write_product, zip_folder


def same(first, second):
    return (first.root, first.metadata, first.archive) == (second.root, second.metadata, second.archive)


@pytest.mark.parametrize("level", ["1C", "2A"])
@pytest.mark.parametrize("compact", [True, False])
def test_names_of_a_folder(tmp_path, level, compact):
    safe = write_product(tmp_path, level, compact=compact, baseline="02.05")
    known = find_product(str(safe))
    assert known.granule is None
    (band,) = safe.rglob("*_B05.jp2" if level == "1C" else "*_B05_20m.jp2")
    granule = band.parents[1] if level == "1C" else band.parents[2]
    names = [f"{safe}/", safe / known.metadata, safe / "manifest.safe", safe.parent, safe / "GRANULE"]
    for name in names:
        assert same(find_product(str(name)), known), name
        assert find_product(str(name)).granule is None
    (tile_metadata,) = granule.glob("*.xml")
    for name in (band, band.parent, granule, tile_metadata, f"SENTINEL2_L{level}_TILE:{tile_metadata}:20m"):
        assert same(find_product(str(name)), known), name
        assert find_product(str(name)).granule == granule.name
        assert open_product(str(name)).choose_granule(None).tile == TILE


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("level", ["1C", "2A"])
def test_layers_that_gdal_makes(tmp_path, level, zipped):
    path = write_product(tmp_path, level, zipped=zipped)
    known = find_product(str(path))
    opened = f"/vsizip/{path}/{known.root}{known.metadata}" if zipped else f"{path}/{known.metadata}"
    with rasterio.open(opened) as dataset:
        layers = dataset.subdatasets
    assert len(layers) == 4  # 10, 20, 60 m and true colour
    for layer in layers:
        assert same(find_product(layer), known), layer


def test_names_in_a_zip_file(tmp_path):
    path = write_product(tmp_path, zipped=True)
    known = find_product(str(path))
    assert known.archive == str(path)
    image = known.images[f"{TILE}_20220610T101031_B05_20m"]
    for name in (
        f"/vsizip/{path}",
        f"/vsizip/{path}/",
        f"/vsizip/{{{path}}}/{known.root}",
        image,
        f"/vsizip/{path}/{known.root}MTD_MSIL2A.xml",
    ):
        assert same(find_product(name), known), name
    assert find_product(image).granule
    other = path.rename(path.with_suffix(".download"))
    assert find_product(str(other)).root == known.root


def test_what_macos_adds_to_a_zip_file_is_no_product(tmp_path):
    path = write_product(tmp_path, zipped=True)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("__MACOSX/S2A.SAFE/._MTD_MSIL2A.xml", b"\0")
        archive.writestr("__MACOSX/S2A.SAFE/MTD_MSIL2A.xml", b"\0")
    assert open_product(str(path)).name.startswith("S2A_MSIL2A")


def test_paths_with_spaces_and_colons(tmp_path):
    safe = write_product(tmp_path / "my data: 2022")
    layer = f"SENTINEL2_L2A:{safe}/MTD_MSIL2A.xml:10m:EPSG_32633"
    assert same(find_product(layer), find_product(str(safe)))


@pytest.mark.parametrize("zipped", [False, True])
def test_several_products(tmp_path, zipped):
    one, two = write_product(tmp_path / "all", "1C"), write_product(tmp_path / "all", "2A")
    place = one.parent
    if zipped:
        place = tmp_path / "all.zip"
        with zipfile.ZipFile(place, "w") as archive:
            for file in (*one.rglob("*.xml"), *two.rglob("*.xml")):
                archive.write(file, file.relative_to(one.parent))
    with pytest.raises(
        InputError, match=r"holds 2 products of Sentinel-2 \(S2A_MSIL1C.*, S2A_MSIL2A.*\): choose one"
    ):
        find_product(str(place))
    if zipped:
        assert find_product(f"/vsizip/{place}/{two.name}/MTD_MSIL2A.xml").root == f"{two.name}/"


@pytest.mark.parametrize(
    ("name", "satellite"),
    [
        (
            "LC08_L2SP_191024_20220610_20220616_02_T1/LC08_L2SP_191024_20220610_20220616_02_T1_MTL.txt",
            "Landsat",
        ),
        ("S1A_IW_GRDH_1SDV_20220610T051234.SAFE/manifest.safe", "Sentinel-1"),
        ("S3A_OL_1_EFR____20220610T094000.SEN3/xfdumanifest.xml", "Sentinel-3"),
        ("S2A_OPER_PRD_MSIL1B_PDMC_20220610T160000.SAFE/S2A_OPER_MTD_SAFL1B_PDMC.xml", "Sentinel-2 Level-1B"),
    ],
)
@pytest.mark.parametrize("zipped", [False, True])
def test_products_of_other_satellites(tmp_path, name, satellite, zipped):
    path = tmp_path / name
    path.parent.mkdir()
    path.write_text("<nothing/>")
    given = zip_folder(path.parent) if zipped else path.parent
    for each in [given] if zipped else [given, path]:
        with pytest.raises(
            InputError, match=f"is a product of {re.escape(satellite)}: choose one of Sentinel-2"
        ):
            find_product(str(each))


def test_what_is_no_product(tmp_path, make_raster):
    (tmp_path / "folder" / "deeper").mkdir(parents=True)
    for each in (tmp_path / "folder" / "deeper", make_raster()):
        with pytest.raises(InputError, match=r"is not a product of Sentinel-2: choose a \.SAFE folder"):
            find_product(str(each))
    for name in (
        "absent.SAFE",
        "absent.zip",
        "SENTINEL2_L2A:/absent/MTD_MSIL2A.xml:10m:EPSG_32633",
        "/vsizip//absent.zip/a",
    ):
        with pytest.raises(InputError, match=r"does not exist"):
            find_product(name if name[0] in "/S" else str(tmp_path / name))


def test_half_a_zip_file(tmp_path):
    path = write_product(tmp_path, zipped=True)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(InputError, match=r"is not a complete zip file .*: download the product again"):
        find_product(str(path))
