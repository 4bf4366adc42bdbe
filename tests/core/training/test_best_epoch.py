"""MONITOR and PATIENCE: which epoch is the best, and when the training ends without a better one."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from sr_core.errors import InputError
from sr_core.evaluation.tile_scores import compare, summarize
from sr_core.inference.predictor import build_net_predictor
from sr_core.objectives import Objective
from sr_core.training.loop import fit
from sr_core.training.validation import Validation, ValidationScores, split_into_patches

from ..support.small_trainings import log_lines, net_for, options_for, run_to_end, train

PIXEL = Objective.members["pixel"]()


def fit_small(tileset, **options):
    net = net_for(tileset)
    steps, state = run_to_end(fit(net, tileset, options_for(tileset, **options)))
    return net, steps, state


def fake_validation(monkeypatch, scores):
    """Make validation return these, one after the other; return the weights that it validates."""
    remaining, seen = iter(scores), []

    def measured(self, upscale, loss_of, size, progress):
        seen.append({name: value.clone() for name, value in upscale.__self__.net.body.state_dict().items()})
        yield progress
        return next(remaining)

    monkeypatch.setattr(Validation, "measure", measured)
    return seen


@pytest.mark.parametrize(("monitor", "best"), [(None, 1), ("psnr", 1), ("ssim", 2), ("loss", 3)])
def test_the_weights_kept_are_those_of_the_best_epoch(make_tileset, monkeypatch, monitor, best):
    scores = [
        ValidationScores(1, 0.2, 0.4),
        ValidationScores(5, 0.3, 0.3),
        ValidationScores(2, 0.9, 0.2),
        ValidationScores(4, 0.1, 0.1),
    ]
    seen = fake_validation(monkeypatch, scores)
    net, _, result = fit_small(make_tileset(), epochs=4, monitor=monitor)
    assert result.best == best
    assert all(torch.equal(value, seen[best][name]) for name, value in net.body.state_dict().items())
    assert not all(torch.equal(value, seen[0][name]) for name, value in net.body.state_dict().items())


def test_without_anything_to_monitor_the_last_epoch_is_the_best(make_tileset, monkeypatch):
    fake_validation(monkeypatch, [ValidationScores(5, 0.9, 0.1), ValidationScores(1, 0.1, 0.9)])
    tileset = make_tileset()
    objective = Objective.members["adversarial"](discriminator_feats=4)
    _, result = run_to_end(fit(net_for(tileset), tileset, options_for(tileset, objective=objective)))
    assert result.best == 1


def test_training_ends_when_no_epoch_was_better_for_long_enough(make_tileset, monkeypatch):
    psnrs = [20, 22, 21, 22.5, 22.4, 22.3, 99]
    fake_validation(monkeypatch, [ValidationScores(psnr, None, 0.1) for psnr in psnrs])
    _, steps, result = fit_small(make_tileset(), epochs=9, patience=2)
    assert (result.best, len(result.history)) == (3, 6)
    assert log_lines(steps)[-1] == (
        "No improvement in psnr for 2 epochs: the training ends here, with the weights of epoch 4."
    )


def test_patience_without_anything_to_wait_for_is_refused(make_tileset, tmp_path):
    with pytest.raises(InputError, match=r"PATIENCE cannot be used: set MONITOR to psnr, ssim or loss"):
        train(make_tileset(), tmp_path / "m.srpk", objective="adversarial", patience=3)


def test_ssim_that_no_tile_has_cannot_be_monitored(make_tileset, monkeypatch):
    fake_validation(monkeypatch, [ValidationScores(20, None, 0.1)] * 2)
    with pytest.raises(InputError, match=r"too many gaps for SSIM: set MONITOR to psnr or loss"):
        fit_small(make_tileset(), monitor="ssim")


def test_the_figures_of_an_epoch_are_those_of_the_validation_tiles(make_tileset):
    tileset = make_tileset()
    net, _, result = fit_small(tileset, epochs=1)
    scores = summarize("val", run_to_end(compare(build_net_predictor(net.eval()), tileset, "val"))[1])
    (epoch,) = result.history
    assert epoch.psnr == pytest.approx(scores.model.psnr) and epoch.ssim == pytest.approx(scores.model.ssim)
    pairs = [split_into_patches(tileset.read("val", name), 12) for name in tileset.names("val")]
    assert [pair.lr.shape for pair in pairs] == [(4, 3, 12, 12)] * 2
    with torch.no_grad():
        losses = [
            PIXEL.distance(*(each / net.std for each in (net(torch.from_numpy(p.lr)), torch.from_numpy(p.hr))),
                           torch.from_numpy(p.valid)).item()
            for p in pairs
        ]  # fmt: skip
    assert epoch.val_loss == pytest.approx(np.mean(losses), rel=1e-5)
