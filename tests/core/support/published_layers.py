"""Layers of published networks, by their names in files of weights, which are made up."""

from __future__ import annotations

import torch
from torch.nn import functional as F

MEAN = torch.tensor([0.4488, 0.4371, 0.4040]).view(1, 3, 1, 1)
"""Mean colour of DIV2K, as EDSR-PyTorch and BasicSR have it."""


def published(*scales, white=1, silent=()):
    """Note of a network at which scales it is published, and how.

    Args:
        scales: Scales of the published models.
        white: The number that white is in its input.
        silent: Scales that its weights do not tell.
    """

    def note(network):
        network.scales, network.white, network.silent = scales, white, silent
        return network

    return note


class Original:
    """Applies layers by name; the first time round it makes up their weights, which then are the file's content."""

    def __init__(self, seed=0):
        self.random, self.weights = torch.Generator().manual_seed(seed), {}

    def layer(self, name, shape, spread, centre=0.0, bias=True):
        """Weight and bias of a layer."""
        if f"{name}.weight" not in self.weights:
            self.weights[f"{name}.weight"] = centre + spread * torch.randn(shape, generator=self.random)
            if bias:
                self.weights[f"{name}.bias"] = 0.1 * torch.randn(shape[0], generator=self.random)
        return self.weights[f"{name}.weight"], self.weights.get(f"{name}.bias")

    def conv(self, name, x, outputs, kernel=3, stride=1, bias=True, groups=1):
        inputs = x.shape[1] // groups
        spread = 1.4 / (inputs * kernel**2) ** 0.5
        weights = self.layer(name, (outputs, inputs, kernel, kernel), spread, bias=bias)
        return F.conv2d(x, *weights, stride=stride, padding=kernel // 2, groups=groups)

    def linear(self, name, x, outputs):
        return F.linear(x, *self.layer(name, (outputs, x.shape[-1]), 1.4 / x.shape[-1] ** 0.5))

    def layer_norm(self, name, x):
        return F.layer_norm(x, x.shape[-1:], *self.layer(name, x.shape[-1:], 0.2, centre=1.0))

    def norm(self, name, x, groups):
        return F.group_norm(x, groups, *self.layer(name, (x.shape[1],), 0.2, centre=1.0))

    def batch_norm(self, name, x, eps=1e-5):
        """As it is when it predicts: by the statistics in the file."""
        feats = (x.shape[1],)
        weight, bias = self.layer(name, feats, 0.2, centre=1.0)
        if f"{name}.running_mean" not in self.weights:
            self.weights[f"{name}.running_mean"] = 0.1 * torch.randn(feats, generator=self.random)
            self.weights[f"{name}.running_var"] = 0.5 + torch.rand(feats, generator=self.random)
            self.weights[f"{name}.num_batches_tracked"] = torch.tensor(7)
        mean, var = (self.weights[f"{name}.running_{kind}"].view(1, -1, 1, 1) for kind in ("mean", "var"))
        return (x - mean) / (var + eps).sqrt() * weight.view(1, -1, 1, 1) + bias.view(1, -1, 1, 1)

    def prelu(self, name, x):
        weight, _ = self.layer(name, (1,), 0.05, centre=0.25, bias=False)
        return torch.where(x > 0, x, weight * x)

    def mean_shift(self, name, x, sign, range_):
        """A 1 × 1 convolution that is not trained and yet in the file."""
        self.weights[f"{name}.weight"] = torch.eye(3).view(3, 3, 1, 1)
        self.weights[f"{name}.bias"] = sign * range_ * MEAN.flatten()
        return F.conv2d(x, self.weights[f"{name}.weight"], self.weights[f"{name}.bias"])

    def shuffled(self, name, x, feats, scale, numbers=(0, 2), join="{}.{}"):
        """Sub-pixel convolutions: one of 3, or of 2 each."""
        for number, factor in zip(numbers, {2: (2,), 3: (3,), 4: (2, 2)}[scale], strict=False):
            x = F.pixel_shuffle(self.conv(join.format(name, number), x, feats * factor**2), factor)
        return x

    def res_block(self, x, feats, first, second, res_scale=1.0, kernel=3):
        return x + res_scale * self.conv(second, F.relu(self.conv(first, x, feats, kernel)), feats, kernel)
