"""Scenes of an export: assembled from its rasters, each with the part of it that can be cut."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack
from dataclasses import replace

from odc.geo.types import XY

from ..errors import InputError, NoOverlapError, TooFewTilesError
from ..parameter_types import Extent
from ..progress import Log, Progress, run_part
from ..raster.ground_control import is_turned
from ..raster.pixel_windows import unwarped_error
from ..raster.warp.pixel_transform import NO_SHIFT
from ..stac.api_search import Candidate
from ..stac.cloud_masked_scene import (
    CloudMaskedMosaic,
    CloudMaskedScene,
    OpenSceneHandle,
    open_all_cloud_masked,
)
from ..stac.scene_fallback import first_usable
from ..stac.scene_search import log_offset
from .band_pairing import pair_bands, refuse_other_assets
from .harmonisation import measure_harmonisation
from .input_raster_list import check_alike, check_same_degradation, list_rasters
from .log_messages import describe_alignment, describe_harmonisation, describe_pansharpening
from .lr_hr_comparison import measure_alignment
from .options import InputOptions
from .scene import Scene, survey
from .scene_guide import survey_guide
from .source_opener import PansharpenedFiles, RasterFile, SourceOpener


def survey_rasters(
    options: InputOptions, tile_size: int, files: ExitStack
) -> Generator[Progress | Log, None, list[Scene]]:
    """Return the scenes to cut, all of one kind and large enough for a tile.

    Args:
        options: Input rasters, bands and extent, and how LR is made.
        tile_size: Width and height of a tile (HR pixels).
        files: Keeps a scene on the web open.

    Raises:
        InputError: a raster cannot be read, they are not alike, or none is large enough.
        NoOverlapError: none lies inside the extent, or on the LR raster.
        NetworkError: a scene on the web cannot be read.
    """
    paths = list_rasters(options.input_folder) if options.input_folder else [options.input or ""]
    scenes: list[Scene] = []
    small: list[Scene] = []
    elsewhere: list[NoOverlapError] = []
    for path in paths:
        yield Progress(0, "Reading {path}", path=path)
        try:
            scene = yield from _survey_raster(path, options, files)
        except NoOverlapError as error:
            elsewhere.append(error)
            continue
        (scenes if min(scene.region.width, scene.region.height) >= tile_size else small).append(scene)
    if not scenes:
        raise _too_small(small, tile_size) if small else elsewhere[0]
    if elsewhere:
        yield Log("{count} rasters of the folder lie elsewhere and are skipped.", count=len(elsewhere))
    if small:
        yield Log(
            "{count} rasters of the folder are smaller than TILE_SIZE and are skipped, such as {path}.",
            count=len(small),
            path=small[0].path,
        )
    if turned := [scene.path for scene in scenes if is_turned(scene.box.affine)]:
        yield Log(
            "{count} rasters are photos that are stored rotated or mirrored (EXIF orientation), such as {path}: "
            "their tiles are upright.",
            count=len(turned),
            path=turned[0],
        )
    check_alike(scenes)
    fitted = (
        options.degradation.adapt_to_raster(each.format.descriptions, each.format.dtype) for each in scenes
    )
    scenes = [
        replace(scene, degradation=degradation) for scene, degradation in zip(scenes, fitted, strict=True)
    ]
    check_same_degradation(scenes)
    return scenes


def _survey_raster(
    path: str, options: InputOptions, files: ExitStack
) -> Generator[Progress | Log, None, Scene]:
    hr: SourceOpener = RasterFile(path, options.bands, options.nodata)
    if options.pan:
        pair = PansharpenedFiles(path, options.pan, options.pan_method, options.bands, nodata=options.nodata)
        hr = yield from run_part(pair.gather_statistics(_survey(pair, None, options).region), 0, 0)
    lr: SourceOpener | None = None
    if options.input_lr:
        lr = yield from pair_bands(hr, RasterFile(options.input_lr, options.bands, options.nodata))
    if options.stac_collection:
        lr = yield from _find_scene(_survey(hr, None, options), options, files)
    scene = _survey(hr, lr, options)
    if options.pan:
        yield describe_pansharpening(scene, options.pan, options.pan_method)
    if options.align:
        alignment = yield from run_part(measure_alignment(scene), 0, 0)
        yield describe_alignment(scene, alignment)
        if alignment.significant:
            scene = _survey(hr, lr, options, alignment.shift)
        scene = replace(scene, alignment=alignment)
    if options.harmonise:
        harmonise = yield from run_part(measure_harmonisation(scene, options.harmonise), 0, 0)
        yield describe_harmonisation(scene, harmonise)
        scene = replace(scene, harmonise=harmonise)
    if options.guide and scene.region.width and scene.region.height:
        with hr.open() as opened:
            guide = survey_guide(
                opened,
                options.guide,
                options.guide_bands,
                scale=options.scale,
                region=scene.region,
                wald=options.wald,
                degradation=options.degradation,
                nodata=options.nodata,
            )
        scene = replace(scene, guide=guide, min_gap=max(scene.min_gap, guide.min_gap))
    return scene


def _survey(
    hr: SourceOpener, lr: SourceOpener | None, options: InputOptions, shift: XY[float] = NO_SHIFT
) -> Scene:
    return survey(
        hr,
        scale=options.scale,
        extent=options.extent,
        lr=lr,
        shift=shift,
        harmonised=options.harmonise is not None,
    )


def _find_scene(
    scene: Scene, options: InputOptions, files: ExitStack
) -> Generator[Progress | Log, None, SourceOpener]:
    """Find the satellite scene that shows the place of an HR raster best, and open it."""
    crs, control = scene.format.crs, scene.format.ground_control
    if control is not None and control.decides:
        raise unwarped_error(scene.path)
    if crs is None:
        raise InputError(
            "{path} has no coordinate reference system, so its location is unknown: assign one.",
            path=scene.path,
        )
    place = scene.box[scene.region.toslices()].boundingbox.bbox
    search = options.search()
    refuse_other_assets(scene.path, scene.bands, search.names)
    found = yield from run_part(search.find(Extent(bounds=place, crs=crs.to_wkt())), 0, 0)

    def open_files(
        candidate: Candidate,
    ) -> Generator[Progress | Log, None, CloudMaskedScene | CloudMaskedMosaic]:
        scene = files.enter_context(open_all_cloud_masked(candidate.items, search.names, options.timeout))
        yield from log_offset(candidate)
        return scene

    _, clear = yield from first_usable(found.good, open_files)
    if not clear.has_cloud_mask:
        yield Log("{scene} has no cloud mask: check the tiles.", scene=clear.name)
    return OpenSceneHandle(clear)


def _too_small(scenes: list[Scene], tile_size: int) -> TooFewTilesError:
    largest = max(scenes, key=lambda scene: min(scene.region.width, scene.region.height))
    if not largest.region.width or not largest.region.height:
        return TooFewTilesError(
            "{path} has less than {scale} pixels to cut tiles from in width or height, and a tile has {tile_size} × "
            "{tile_size}: choose a larger raster or area.",
            path=largest.path,
            scale=largest.scale,
            tile_size=tile_size,
        )
    return TooFewTilesError(
        "{path} has {width} × {height} pixels to cut tiles from, which is less than one tile of {tile_size} × "
        "{tile_size}: use a smaller TILE_SIZE or a larger area.",
        path=largest.path,
        width=largest.region.width,
        height=largest.region.height,
        tile_size=tile_size,
    )
