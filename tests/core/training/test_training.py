"""The training loop, from tiles on disk to weights, and the job around it."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from sr_core.datasets.augmentation import ORIENTATIONS, orient
from sr_core.datasets.patches import Patches
from sr_core.datasets.tile_cache import TileCache
from sr_core.errors import InputError, OutputError, SrError
from sr_core.evaluation.tile_scores import compare, summarize
from sr_core.inference.predictor import build_net_predictor, build_predictor
from sr_core.jobs import Job
from sr_core.package.srpk import ModelPackage
from sr_core.progress import Log, Progress, run_part
from sr_core.training import loop
from sr_core.training.loop import fit
from sr_core.training.validation import Validation

from ..support.small_trainings import NETWORK, SMALL, net_for, options_for, run_to_end
from ..support.tiny_backbones import every_form_or_scale, tiny


def fit_small(tileset, net=None, **options):
    net = net or net_for(tileset)
    steps, state = run_to_end(fit(net, tileset, options_for(tileset, **options)))
    return net, steps, state


# Patches


@given(st.integers(1, 5), st.integers(0, ORIENTATIONS - 1))
def test_orientations_are_the_eight_symmetries_of_the_square(n, orientation):
    patch = np.arange(2 * n * n).reshape(2, n, n)
    assert sorted(orient(patch, orientation).ravel()) == sorted(patch.ravel())
    if n > 1:
        seen = {orient(patch, each).tobytes() for each in range(ORIENTATIONS)}
        assert len(seen) == ORIENTATIONS


def test_patches_of_a_pair_show_the_same_place(make_tileset):
    """LR is HR made smaller, also after both were cut, turned and mirrored: so far inside, the two agree."""
    tileset = make_tileset(train=3, scale=2, dtype="float32")
    for batch in Patches(TileCache(tileset), 16, 0).batches(4, 0):
        means = batch.hr.reshape(*batch.hr.shape[:2], 16, 2, 16, 2).mean((3, 5))
        assert np.corrcoef(batch.lr.ravel(), means.ravel())[0, 1] > 0.98


@pytest.mark.parametrize(("size", "per_tile"), [(24, 1), (16, 2), (12, 4), (8, 9)])
def test_an_epoch_goes_through_the_area_of_every_tile_once(make_tileset, size, per_tile):
    patches = Patches(TileCache(make_tileset(train=5)), size, 0)
    batches = list(patches.batches(4, 0))
    assert len(patches) == 5 * per_tile == sum(len(batch.lr) for batch in batches)
    assert len(batches) == patches.n_batches(4)
    assert max(len(batch.lr) for batch in batches) <= 4
    assert {batch.lr.shape[1:] for batch in batches} == {(3, size, size)}
    assert {batch.valid.shape[1:] for batch in batches} == {(3, 2 * size, 2 * size)}


def test_patches_depend_on_their_seed_alone(make_tileset):
    cache = TileCache(make_tileset())
    np.random.seed(1)
    one = [batch.lr for batch in Patches(cache, 12, 7).batches(4, 0)]
    np.random.seed(2)
    again = [batch.lr for batch in Patches(cache, 12, 7).batches(4, 0)]
    other = [batch.lr for batch in Patches(cache, 12, 8).batches(4, 0)]
    assert all(np.array_equal(a, b) for a, b in zip(one, again, strict=True))
    assert not all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))


def test_a_patch_smaller_than_what_the_network_pools_is_refused(make_tileset):
    tileset = make_tileset(train=1, val=1, tile_size=32)
    info = tileset.info
    net = tiny("unet", n_feats=1, depth=4).net(3, 2, info.statistics.mean, info.statistics.std)
    with pytest.raises(
        InputError,
        match=r"^PATCH_SIZE is 12, but the network reduces 16 × 16 low-resolution pixels to one: use a PATCH_SIZE of at least 16, or",
    ):
        fit_small(tileset, net)
    assert fit_small(tileset, net, patch_size=16, epochs=1)[2].history


def test_a_patch_larger_than_a_tile_is_refused(make_tileset):
    with pytest.raises(InputError, match=r"PATCH_SIZE is 25, but .* only 24 pixels wide: use .* at most 24"):
        Patches(TileCache(make_tileset()), 25, 0)


def test_the_cache_keeps_what_fits_and_reads_the_rest_again(make_tileset, monkeypatch):
    tileset, read = make_tileset(train=3), []
    reading = type(tileset).read
    monkeypatch.setattr(
        type(tileset), "read", lambda self, *which: read.append(which) or reading(self, *which)
    )
    names = tileset.names("train")
    pair = reading(tileset, "train", names[0])
    cache = TileCache(tileset, limit=2 * (pair.lr.nbytes + pair.hr.nbytes + pair.valid.nbytes))
    for name in names * 2:
        assert np.array_equal(cache.read("train", name).hr, reading(tileset, "train", name).hr)
    assert [name for _, name, *_ in read] == [*names, names[2]]


# Validation


@pytest.mark.parametrize(("train", "val", "watched"), [(1, 3, 3), (2, 30, 4), (20, 30, 10), (20, 4, 4)])
def test_validation_stays_cheap(make_tileset, train, val, watched):
    tileset = make_tileset(train=train, val=val, tile_size=24)
    names = Validation(TileCache(tileset)).names
    assert len(names) == len(set(names)) == watched
    assert {names[0], names[-1]} <= {tileset.names("val")[0], tileset.names("val")[-1]}


def test_no_validation_tile_is_refused(make_tileset):
    tileset = make_tileset(val=0)
    with pytest.raises(
        InputError, match=r"no validation tiles: export it again with a SPLIT such as 80,10,10"
    ):
        next(fit(net_for(tileset), tileset, options_for(tileset)))


def test_no_validation_tile_is_refused_before_learning_rates_are_tried(make_tileset, monkeypatch, tmp_path):
    monkeypatch.setattr("sr_core.jobs.train_model.fit", lambda *_: pytest.fail("the training began"))
    tileset = make_tileset(val=0)
    job = Job.load(
        {
            "id": "train_model",
            "tiles": str(tileset.folder),
            "output": str(tmp_path / "m.srpk"),
            "device": "cpu",
        }
    )
    with pytest.raises(InputError, match="no validation tiles"):
        list(job.run())


# The loop


def test_training_beats_bicubic_on_tiles_it_has_not_seen(make_tileset):
    tileset = make_tileset(train=10, test=3)
    net, _steps, result = fit_small(tileset, epochs=8)
    scores = summarize("test", run_to_end(compare(build_net_predictor(net.eval()), tileset, "test"))[1])
    assert scores.tiles == 3
    assert scores.model.psnr > scores.bicubic.psnr + 0.3
    assert result.history[-1].loss < result.history[0].loss
    assert result.history[result.best].psnr == max(epoch.psnr for epoch in result.history) > result.bicubic


@pytest.mark.parametrize(("backbone", "scale"), every_form_or_scale(n_feats=8, but=(1,)))
def test_every_network_learns_at_each_of_its_scales(make_tileset, backbone, scale):
    several = len(backbone.shared_scales(scale)) > 1
    tileset = make_tileset(train=4, val=2, scale=scale, tile_size=max(16 * scale, 48 if several else 0))
    info = tileset.info
    torch.manual_seed(0)
    net = backbone.net(3, scale, info.statistics.mean, info.statistics.std)
    # A network that gathers pixels sees few of them in such a patch, and is the deeper for it.
    options = options_for(tileset, epochs=25 * net.multiple_of, patch_size=max(8, net.multiple_of))
    figures = (
        step.values["psnr"]
        for step in fit(net, tileset, options)
        if isinstance(step, Log) and "psnr" in step.values
    )
    of_bicubic = next(figures)
    assert any(of_epoch > of_bicubic for of_epoch in figures)  # and the first that is ends the training


def test_an_epoch_is_one_line_in_the_log_and_progress_never_goes_back(make_tileset, monkeypatch):
    monkeypatch.setattr(loop, "PROGRESS_INTERVAL", -1)
    _, steps, result = fit_small(make_tileset(), epochs=3)
    lines = [step for step in steps if isinstance(step, Log)]
    assert [line.values.get("epoch") for line in lines] == [None, 1, 2, 3]
    assert [line.values["psnr"] for line in lines] == [
        result.bicubic,
        *(epoch.psnr for epoch in result.history),
    ]
    assert all(line.text.format(**line.values) for line in lines)
    shown = [step for step in steps if isinstance(step, Progress)]
    fractions = [step.fraction for step in shown]
    assert fractions == sorted(fractions) and fractions[0] == 0 and fractions[-1] == 1
    texts = [step.text.format(**step.values) for step in shown]
    assert [text for text, _ in itertools.groupby(texts)][1:] == [f"Epoch {n} of 3" for n in (1, 2, 3)]


def test_the_same_seed_trains_the_same_weights(make_tileset):
    tileset = make_tileset()
    one, again, other = (fit_small(tileset, seed=seed)[0].state_dict() for seed in (3, 3, 4))
    assert all(torch.equal(value, again[name]) for name, value in one.items())
    assert not all(torch.equal(value, other[name]) for name, value in one.items())


def test_a_batch_may_be_larger_than_an_epoch(make_tileset):
    _, _steps, result = fit_small(make_tileset(train=2), batch_size=500)
    assert len(result.history) == 2


def test_a_diverging_loss_stops_with_one_sentence(make_tileset):
    tileset = make_tileset(train=12)
    options = options_for(tileset, epochs=5).model_copy(update={"learning_rate": 1e30})  # beyond its bound
    with pytest.raises(SrError, match=r"no longer a finite number in epoch \d+: use a smaller LEARNING_RATE"):
        run_to_end(fit(net_for(tileset), tileset, options))


@pytest.mark.parametrize(("difference", "sentence"), [({"scale": 3}, "scale 3"), ({"bands": ("red",)}, "1")])
def test_a_net_for_other_tiles_is_refused(make_tileset, difference, sentence):
    net = net_for(make_tileset("other", **difference))
    with pytest.raises(InputError, match=sentence):
        fit_small(make_tileset(), net)


def test_tiles_with_gaps_teach_nothing_there(make_tileset):
    """Two tile sets that differ only in what lies under their gaps train the same net."""
    gap = np.s_[:, 10:20, 30:40]
    weights = [
        fit_small(make_tileset(f"{nodata}", nodata=nodata, gap=gap), seed=0)[0].state_dict()
        for nodata in (0, 255)
    ]
    assert all(torch.equal(value, weights[1][name]) for name, value in weights[0].items())


# The job


def job(tileset, out, **parameters):
    values = {**SMALL, "backbone": NETWORK, **parameters}
    return Job.load({"id": "train_model", "tiles": str(tileset.folder), "output": str(out), **values})


def test_the_job_saves_a_package_that_knows_where_it_comes_from(make_tileset, tmp_path):
    tileset = make_tileset(dtype="uint16")
    steps, result = run_to_end(job(tileset, tmp_path / "m.srpk").run())
    package = ModelPackage.load(tmp_path / "m.srpk")
    info = package.info
    assert (info.bands, info.dtype, info.scale) == (("red", "green", "nir"), "uint16", 2)
    assert info.radiometry == tileset.info.radiometry and info.mean == tileset.info.statistics.mean
    assert info.training["best_epoch"] in (1, 2) and len(info.training["loss"]) == 2
    found = summarize(
        "test", run_to_end(compare(build_predictor(package), tileset, "test"))[1], tileset.info.bands
    )
    assert info.metrics == found.model_copy(update={"fixed_pattern": info.metrics.fixed_pattern})
    assert info.metrics.split == "test" and 0 <= info.metrics.fixed_pattern < 1
    assert result.psnr == found.model.psnr and result.bicubic_ssim == found.bicubic.ssim
    assert [s.fraction for s in steps if isinstance(s, Progress)] == sorted(
        s.fraction for s in steps if isinstance(s, Progress)
    )


def test_without_test_tiles_the_figures_are_of_the_validation_tiles(make_tileset, tmp_path):
    run_to_end(job(make_tileset(test=0), tmp_path / "m.srpk").run())
    assert ModelPackage.load(tmp_path / "m.srpk").info.metrics.split == "val"


def test_the_job_leaves_the_global_random_numbers_alone(make_tileset, tmp_path):
    tileset = make_tileset()
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    run_to_end(job(tileset, tmp_path / "m.srpk", epochs=1).run())
    assert torch.equal(torch.rand(3), expected)


def test_a_cancelled_job_leaves_nothing_but_its_checkpoint(make_tileset, tmp_path, monkeypatch):
    monkeypatch.setattr(loop, "PROGRESS_INTERVAL", -1)
    tileset, folder = make_tileset(), tmp_path / "out"
    folder.mkdir()
    work = job(tileset, folder / "m.srpk").run()
    while not (isinstance(step := next(work), Progress) and step.fraction > 0.4):
        pass
    assert [path.name[:7] for path in folder.iterdir()] == [".finer-"]
    work.close()
    assert [path.name for path in folder.iterdir()] == ["m.srpk.checkpoint"]


def test_an_output_that_cannot_be_written_is_refused_before_any_work(make_tileset, tmp_path, monkeypatch):
    tileset = make_tileset()

    def fit(*_):
        pytest.fail("the training began")
        yield

    monkeypatch.setattr("sr_core.jobs.train_model.fit", fit)
    with pytest.raises(OutputError, match="does not exist"):
        run_to_end(job(tileset, tmp_path / "nowhere" / "m.srpk").run())


def test_a_network_without_the_tiles_scale_is_refused(make_tileset, tmp_path):
    with pytest.raises(InputError, match="otbtf_srresnet does not support scale 3"):
        run_to_end(job(make_tileset(scale=3), tmp_path / "m.srpk", backbone="otbtf_srresnet").run())


def test_a_part_of_the_work_is_a_part_of_the_progress():
    def work():
        try:
            yield Progress(0.5, "half of {what}", what="it")
            yield Log("a line")
            return 7
        finally:
            ended.append(True)

    ended = []
    steps, result = run_to_end(run_part(work(), 0.2, 0.4))
    assert result == 7 and isinstance(steps[1], Log) and ended == [True]
    assert steps[0].fraction == pytest.approx(0.3) and steps[0].values == {"what": "it"}
    cut = run_part(work(), 0, 1)
    next(cut)
    cut.close()
    assert ended == [True, True]
