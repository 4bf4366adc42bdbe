"""The U-Net of ArcGIS' SuperResolution as fastai makes it over torchvision's ResNet, by the names of its layers."""

from __future__ import annotations

import torch
from torch.nn import functional as F

IMAGENET = (
    torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1),
    torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1),
)


class UnetLayers:
    """Layers whose weights are kept apart as fastai has them: length and direction, or before division by their norm."""

    def __init__(self, original):
        self.o = original

    def _made(self, name, shape, spread=1.0, centre=0.0):
        if name not in self.o.weights:
            self.o.weights[name] = centre + spread * torch.randn(shape, generator=self.o.random)
        return self.o.weights[name]

    def encoder_conv(self, name, x, outputs, kernel, stride=1):
        return self.o.conv(name, x, outputs, kernel, stride=stride, bias=False)

    def conv(self, name, x, outputs, kernel=3):
        """Weight normalisation: each kernel is its length × its direction."""
        direction = self._made(f"{name}.weight_v", (outputs, x.shape[1], kernel, kernel))
        length = self._made(f"{name}.weight_g", (outputs, 1, 1, 1), 0.1, centre=1.0)
        bias = self._made(f"{name}.bias", (outputs,), 0.1)
        lengths = direction.square().sum((1, 2, 3), keepdim=True).sqrt()
        return F.conv2d(x, direction / lengths * length, bias, padding=kernel // 2)

    def seen(self, name, x, outputs):
        """Spectral normalisation: a matrix is divided by uᵀ W v, by the vectors of the last step of training."""
        whole = self._made(f"{name}.weight_orig", (outputs, x.shape[1], 1))
        lefts, _, rights = torch.linalg.svd(whole[..., 0])
        # Training has not quite found the first singular vectors.
        left = F.normalize(self._made(f"{name}.weight_u", (outputs,), 0.1, centre=lefts[:, 0]), dim=0)
        right = F.normalize(self._made(f"{name}.weight_v", (x.shape[1],), 0.1, centre=rights[0]), dim=0)
        self.o.weights |= {f"{name}.weight_u": left, f"{name}.weight_v": right}
        matrix = whole[..., 0] / (left @ whole[..., 0] @ right)
        return torch.einsum("of,bfn->bon", matrix, x)

    def attention(self, name, x):
        """Each pixel's result sums values of all pixels, by scores that sum to one over what the file calls queries."""
        pixels = x.flatten(2)
        width = x.shape[1]
        asked, told, value = (
            self.seen(f"{name}.{part}", pixels, outputs)
            for part, outputs in (("query", width // 8), ("key", width // 8), ("value", width))
        )
        shares = torch.einsum("bfi,bfj->bij", asked, told).softmax(dim=1)
        gamma = self._made(f"{name}.gamma", (1,), 0.1, centre=0.7)
        return (gamma * torch.einsum("bfi,bij->bfj", value, shares) + pixels).view_as(x)

    def shuffled(self, name, x, outputs):
        return F.pixel_shuffle(F.relu(self.conv(f"{name}.conv.0", x, 4 * outputs, 1)), 2)

    def encoder_block(self, name, x, outputs, stride, bottleneck):
        inner = outputs // 4 if bottleneck else outputs
        convs = (
            [(inner, 1, 1), (inner, 3, stride), (outputs, 1, 1)]
            if bottleneck
            else [(inner, 3, stride), (outputs, 3, 1)]
        )
        y = x
        for number, (width, kernel, step) in enumerate(convs, start=1):
            y = self.o.batch_norm(
                f"{name}.bn{number}", self.encoder_conv(f"{name}.conv{number}", y, width, kernel, step)
            )
            y = F.relu(y) if number < len(convs) else y
        if stride > 1 or x.shape[1] != outputs:
            x = self.encoder_conv(f"{name}.downsample.0", x, outputs, 1, stride)
            x = self.o.batch_norm(f"{name}.downsample.1", x)
        return F.relu(y + x)


def arcgis_unet(original, image, feats=8, stages=(1, 2, 1, 1), bottleneck=False, attention=True):
    """The network on an image that is already enlarged and normalised, of sides that are multiples of 32."""
    net, bands = UnetLayers(original), image.shape[1]
    x = F.relu(original.batch_norm("layers.0.1", net.encoder_conv("layers.0.0", image, feats, 7, 2)))
    skips = [x]
    x = F.max_pool2d(x, 3, stride=2, padding=1)
    for i, count in enumerate(stages):
        for block in range(count):
            width = feats * 2**i * (4 if bottleneck else 1)
            x = net.encoder_block(
                f"layers.0.{4 + i}.{block}", x, width, 2 if i and not block else 1, bottleneck
            )
        skips.append(x)
    x = F.relu(original.batch_norm("layers.1", skips.pop()))
    width = x.shape[1]
    x = F.relu(net.conv("layers.3.1.0", F.relu(net.conv("layers.3.0.0", x, 2 * width)), width))
    for i in range(len(stages)):
        name, skip = f"layers.{4 + i}", skips.pop()
        up = net.shuffled(f"{name}.shuf", x, x.shape[1] // 2)
        padded = F.pad(up, (1, 0, 1, 0), mode="replicate")
        up = (padded[..., 1:, 1:] + padded[..., 1:, :-1] + padded[..., :-1, 1:] + padded[..., :-1, :-1]) / 4
        x = F.relu(torch.cat([up, original.batch_norm(f"{name}.bn", skip)], 1))
        outputs = x.shape[1] if i < len(stages) - 1 else x.shape[1] // 2
        x = F.relu(net.conv(f"{name}.conv1.0", x, outputs))
        x = F.relu(net.conv(f"{name}.conv2.0", x, outputs))
        if attention and i == len(stages) - 3:
            x = net.attention(f"{name}.conv2.2", x)
    number = 4 + len(stages)
    x = torch.cat([net.shuffled(f"layers.{number}", x, x.shape[1]), image], 1)
    deep = F.relu(net.conv(f"layers.{number + 2}.layers.0.0", x, x.shape[1]))
    x = F.relu(net.conv(f"layers.{number + 2}.layers.1.0", deep, x.shape[1])) + x
    return net.conv(f"layers.{number + 3}.0", x, bands, 1)
