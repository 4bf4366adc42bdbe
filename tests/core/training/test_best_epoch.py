"""MONITOR and PATIENCE: which epoch is the best, and when no better one is waited for."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from sr_core.errors import BadInput
from sr_core.evaluation.tile_scores import compare, summary
from sr_core.inference.predictor import build_net_predictor
from sr_core.objectives import Objective
from sr_core.training.loop import fit
from sr_core.training.settings import Settings
from sr_core.training.validation import Figures, Validation, in_patches

from ..support.small_trainings import SMALL, finished, logged, net_for

PIXEL = Objective.members["pixel"]()


def fitted(tileset, **settings):
    net = net_for(tileset)
    steps, result = finished(fit(net, tileset, PIXEL, Settings(**{**SMALL, **settings})))
    return net, steps, result


def saying(monkeypatch, figures):
    """Validation is made to say these; the weights that each was said of."""
    said, seen = iter(figures), []

    def measured(self, upscale, loss_of, size, progress):
        seen.append({name: value.clone() for name, value in upscale.__self__.net.body.state_dict().items()})
        yield progress
        return next(said)

    monkeypatch.setattr(Validation, "figures", measured)
    return seen


@pytest.mark.parametrize(("monitor", "best"), [(None, 1), ("psnr", 1), ("ssim", 2), ("loss", 3)])
def test_the_weights_kept_are_those_of_the_best_epoch(make_tileset, monkeypatch, monitor, best):
    said = [Figures(1, 0.2, 0.4), Figures(5, 0.3, 0.3), Figures(2, 0.9, 0.2), Figures(4, 0.1, 0.1)]
    seen = saying(monkeypatch, said)
    net, _, result = fitted(make_tileset(), epochs=4, monitor=monitor)
    assert result.best == best
    assert all(torch.equal(value, seen[best][name]) for name, value in net.body.state_dict().items())
    assert not all(torch.equal(value, seen[0][name]) for name, value in net.body.state_dict().items())


def test_without_anything_to_monitor_the_last_epoch_is_the_best(make_tileset, monkeypatch):
    saying(monkeypatch, [Figures(5, 0.9, 0.1), Figures(1, 0.1, 0.9)])
    tileset = make_tileset()
    objective = Objective.members["adversarial"](discriminator_feats=4)
    _, result = finished(fit(net_for(tileset), tileset, objective, Settings(**SMALL)))
    assert result.best == 1


def test_training_ends_when_no_epoch_was_better_for_long_enough(make_tileset, monkeypatch):
    psnrs = [20, 22, 21, 22.5, 22.4, 22.3, 99]
    saying(monkeypatch, [Figures(psnr, None, 0.1) for psnr in psnrs])
    _, steps, result = fitted(make_tileset(), epochs=9, patience=2)
    assert (result.best, len(result.epochs)) == (3, 6)
    assert logged(steps)[-1] == (
        "For 2 epochs none was better by psnr: the training ends here, with the weights of epoch 4."
    )


def test_patience_without_anything_to_wait_for_is_refused(make_tileset):
    tileset = make_tileset()
    work = fit(net_for(tileset), tileset, Objective.members["adversarial"](), Settings(**SMALL, patience=3))
    with pytest.raises(
        BadInput, match=r"PATIENCE has nothing to wait for: set MONITOR to psnr, ssim or loss"
    ):
        next(work)


def test_ssim_that_no_tile_has_cannot_be_monitored(make_tileset, monkeypatch):
    saying(monkeypatch, [Figures(20, None, 0.1)] * 2)
    with pytest.raises(BadInput, match=r"too many gaps for SSIM: set MONITOR to psnr or loss"):
        fitted(make_tileset(), monitor="ssim")


def test_the_figures_of_an_epoch_are_those_of_the_validation_tiles(make_tileset):
    tileset = make_tileset()
    net, _, result = fitted(tileset, epochs=1)
    scores = summary("val", finished(compare(build_net_predictor(net.eval()), tileset, "val"))[1])
    (epoch,) = result.epochs
    assert epoch.psnr == pytest.approx(scores.model.psnr) and epoch.ssim == pytest.approx(scores.model.ssim)
    pairs = [in_patches(tileset.read("val", name), 12) for name in tileset.names("val")]
    assert [pair.lr.shape for pair in pairs] == [(4, 3, 12, 12)] * 2
    with torch.no_grad():
        losses = [
            PIXEL.distance(*(each / net.std for each in (net(torch.from_numpy(p.lr)), torch.from_numpy(p.hr))),
                           torch.from_numpy(p.valid)).item()
            for p in pairs
        ]  # fmt: skip
    assert epoch.val_loss == pytest.approx(np.mean(losses), rel=1e-5)
