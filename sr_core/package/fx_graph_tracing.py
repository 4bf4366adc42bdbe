"""What a network computes, layer by layer, as torch.fx sees it."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NoReturn

import torch
from torch import Tensor, fx, nn

from ..backbones import SrNet, pad_to_multiple
from ..errors import SrError
from ..graphs.network_graph import FEATURES, LR, Kind, Layer, NetworkGraph, WeightPart


class UntraceableError(SrError):
    """A network does something that only torch can compute."""


def trace(net: SrNet) -> NetworkGraph:
    """Return the network at its scale as a graph, whose weights have the names that they have in its body.

    Raises:
        UntraceableError: it has a layer that graphs do not know.
    """
    return NetworkGraph(
        trunk=tuple(_PartTrace(net.body, "trunk", LR, net.multiple_of).layers()),
        tail=tuple(_PartTrace(net.body, "tail", FEATURES).layers()),
        global_skip=net.backbone.global_skip,
        scale=net.scale,
        halo=net.halo,
        tail_halo=net.tail_halo,
        multiple_of=net.multiple_of,
    )


def trace_scales(net: SrNet) -> dict[int, NetworkGraph]:
    """Return the graphs of a network at all the scales that its weights serve; none if only torch can compute it."""
    own = net.scale
    graphs = {}
    try:
        for scale in net.backbone.shared_scales(own):
            net.set_scale(scale)
            graphs[scale] = trace(net)
    except UntraceableError:
        return {}
    finally:
        net.set_scale(own)
    return graphs


class _Tracer(fx.Tracer):
    """Traces into our own modules; weights that they use themselves stay tensors."""

    def getattr(self, attr: str, attr_val: Any, parameter_proxy_cache: dict[str, Any]) -> Any:
        return attr_val


class _PartTrace:
    """A part of a network on its way to layers."""

    def __init__(self, body: nn.ModuleDict, part: str, given: str, multiple_of: int = 1) -> None:
        self.root, self.prefix, self.given, self.multiple_of = body[part], part + ".", given, multiple_of
        tracer = _Tracer(autowrap_functions=(pad_to_multiple,))
        self.known: dict[str, Tensor] = dict(self.root.state_dict(keep_vars=True))
        try:
            self.nodes = list(tracer.trace(self.root).nodes)
        except Exception as error:  # it is the network's own code that runs, with something that is no tensor
            raise UntraceableError(
                "The network has a layer that only PyTorch can compute ({layer}).", layer=str(error)
            ) from None
        # What tracing leaves on the module: tensors that are no weights of it, such as parts of them.
        names = {name for name, _ in self.root.named_buffers()} | set(vars(self.root))
        self.constants = {
            node.target: getattr(self.root, node.target)
            for node in self.nodes
            if node.op == "get_attr" and node.target.startswith("_tensor_constant") and node.target in names
        }
        for name in self.constants:
            delattr(self.root, name)
        self.results: dict[fx.Node, str] = {}
        """By the node that gives them, the names of results."""

    def layers(self) -> Iterator[Layer]:
        """Yield the layers; what they are given comes before them.

        Raises:
            UntraceableError: one is not known.
        """
        node: Any
        for number, node in enumerate(self.nodes):
            if node.op == "placeholder":
                self.results[node] = self.given
            elif node.op == "output":
                if node.args[0] not in self.results:
                    self.refuse(node)
            elif node.op == "get_attr" or self._is_size(node):
                continue
            elif self._is_pad(node) or self._is_crop(node):
                # Done around the whole part: see `NetworkGraph.multiple_of`.
                self.results[node] = self.results[node.args[0]]
            else:
                name = f"{self.prefix[0]}{number}"
                yield self._layer(node, name)
                self.results[node] = name

    def refuse(self, node: fx.Node) -> NoReturn:
        raise UntraceableError(
            "The network has a layer that only PyTorch can compute ({layer}).", layer=str(node.target)
        )

    def _is_size(self, node: fx.Node) -> bool:
        """Return whether a node says how large what is given is, which nothing but the crop at the end may use."""
        source = node.args[0] if node.args else None
        if not isinstance(source, fx.Node):
            return False
        if node.target is getattr:
            return bool(source.op == "placeholder" and node.args[1] == "shape")
        return node.target is operator.getitem and source not in self.results and self._is_size(source)

    def _is_pad(self, node: fx.Node) -> bool:
        """Return whether a node continues what is given to whole groups, and the result is cropped again."""
        return bool(
            node.target is pad_to_multiple
            and getattr(node.args[0], "op", None) == "placeholder"
            and node.args[1] == self.multiple_of
            and self._is_crop(self.nodes[-1].args[0])
        )

    def _is_crop(self, node: Any) -> bool:
        """Return whether a node crops the result to the size of what was given."""
        if getattr(node, "target", None) is not operator.getitem:
            return False
        index: Any = node.args[1]
        sizes = [each.stop for each in index[1:]] if isinstance(index, tuple) and index[0] is ... else []
        return bool(
            len(sizes) == 2
            and all(isinstance(size, fx.Node) and self._is_size(size) for size in sizes)
            and all(each.start is None and each.step is None for each in index[1:])
            and all(user.op == "output" for user in node.users)
        )

    def _layer(self, node: Any, name: str) -> Layer:
        arguments = (*node.args, *node.kwargs.values())
        if node.op == "call_module":
            module = self.root.get_submodule(str(node.target))
            made = MODULES.get(type(module))
            described = made and made(module)
            if not described:
                self.refuse(node)
            kind, numbers, weights = described
            parts = self._parts({role: getattr(module, own) for role, own in weights.items()})
            inputs = [node.args[0]]
        else:
            found = self._function(node, *arguments)
            if found is None:
                self.refuse(node)
            kind, numbers, inputs, parts = found
        if not all(isinstance(each, fx.Node) and each in self.results for each in inputs):
            self.refuse(node)
        return Layer(
            kind=kind,
            name=name,
            inputs=tuple(self.results[each] for each in inputs),
            weights=parts,
            numbers=numbers,
        )

    def _function(
        self, node: fx.Node, *arguments: Any
    ) -> tuple[Kind, dict[str, float], list[Any], dict[str, WeightPart]] | None:
        """Return kind, numbers, inputs and weights of a layer that is a function; none of one that is not known."""
        target: Any = node.target if node.op == "call_function" else getattr(Tensor, str(node.target), None)
        first, second = (*arguments, None, None)[:2]
        if target in (operator.add, torch.add, Tensor.add, Tensor.add_):
            if isinstance(second, fx.Node) and len(arguments) == 2:
                return "add", {"factor": 1}, [first, second], {}
            return (
                ("offset", {"number": float(second)}, [first], {})
                if isinstance(second, (int, float))
                else None
            )
        if target in (operator.mul, operator.truediv) and isinstance(second, (int, float)):
            number = float(second) if target is operator.mul else 1 / float(second)
            return "multiply", {"number": number}, [first], {}
        if target in (operator.mul, torch.mul, Tensor.mul) and isinstance(second, fx.Node):
            return "product", {}, [first, second], {}
        if target in (operator.sub, torch.sub, Tensor.sub) and isinstance(second, (int, float)):
            return "offset", {"number": -float(second)}, [first], {}
        if target in ACTIVATIONS and all(each in (False, "none") for each in arguments[1:]):
            return ACTIVATIONS[target], {}, [first], {}
        if target is operator.getitem and (channels := _channel_slice(second)):
            return "slice", channels, [first], {}
        if target in (nn.functional.relu, torch.relu):
            return "leaky_relu", {"slope": 0}, [first], {}
        if target is nn.functional.leaky_relu:
            return "leaky_relu", {"slope": float(second if second is not None else 0.01)}, [first], {}
        if target is torch.cat and (node.kwargs.get("dim", arguments[1]) == 1):
            return "concat", {}, list(first), {}
        if target in SHUFFLES:
            return SHUFFLES[target], {"factor": int(second)}, [first], {}
        if target is nn.functional.interpolate and node.kwargs.items() >= BILINEAR.items():
            factor = node.kwargs["scale_factor"]
            return ("bilinear", {"factor": factor}, [first], {}) if isinstance(factor, int) else None
        if target in (nn.functional.max_pool2d, torch.max_pool2d) and len(arguments) >= 2:
            plain = all(value in (None, 0, False, 1, second) for value in arguments[2:])
            return ("max_pool", {"factor": int(second)}, [first], {}) if plain else None
        if target in (torch.conv2d, nn.functional.conv2d):
            given = self._parts(
                {role: self._tensor(value) for role, value in zip(_BIASED, arguments[1:3], strict=False)}
            )
            # Only 1 × 1: of a larger one the padding would have to be read, too.
            fits = len(arguments) <= 3 and "weight" in given and self._tensor(second).shape[2:] == (1, 1)
            return ("conv", {"padding": 0, "stride": 1}, [first], given) if fits else None
        return None

    def _tensor(self, value: Any) -> Any:
        if isinstance(value, fx.Node) and value.op == "get_attr":
            return self.constants.get(value.target, self.known.get(str(value.target)))
        return value

    def _parts(self, tensors: Mapping[str, Tensor | None]) -> dict[str, WeightPart]:
        """Return where in the weights tensors are found; without those that there are not."""
        return {role: self._part(value) for role, value in tensors.items() if value is not None}

    def _part(self, value: Tensor) -> WeightPart:
        for name, known in self.known.items():
            if value is known:
                return WeightPart(name=self.prefix + name)
        for name, known in self.known.items():
            if value._base is known and value.stride() == known.stride() and known.ndim > 1:
                start = (value.storage_offset() - known.storage_offset()) // known.stride(1)
                stop = start + value.shape[1]
                if (
                    known.shape[1] >= stop
                    and value.shape[0] == known.shape[0]
                    and value.shape[2:] == known.shape[2:]
                ):
                    return WeightPart(name=self.prefix + name, start=start, stop=stop)
        raise UntraceableError(
            "The network has a layer that only PyTorch can compute ({layer}).", layer="weights"
        )


ACTIVATIONS: dict[Any, Kind] = {
    torch.tanh: "tanh",
    Tensor.tanh: "tanh",
    torch.sigmoid: "sigmoid",
    Tensor.sigmoid: "sigmoid",
    nn.functional.silu: "silu",
    nn.functional.gelu: "gelu",
    nn.functional.mish: "mish",
}
"""Functions of one number, by what computes them."""

SHUFFLES: dict[Any, Kind] = {torch.pixel_shuffle: "shuffle", torch.pixel_unshuffle: "space_to_depth"}

BILINEAR = {"mode": "bilinear", "align_corners": False, "antialias": False}
"""Arguments of an enlargement, corner on corner; its factor is another."""


def _channel_slice(index: Any) -> dict[str, float] | None:
    """Return the channels that an index takes of an image (b, c, h, w); none if it takes anything else."""
    match index:
        case (slice(start=None, stop=None, step=None), slice(start=start, stop=int(stop), step=None)):
            start = start or 0
            return {"start": start, "stop": stop} if isinstance(start, int) and 0 <= start < stop else None
    return None


Described = tuple[Kind, dict[str, float], dict[str, str]] | None
"""Kind, numbers, and by role the module's own names of its weights; none where its options are not those of `Kind`."""

_WEIGHT, _BIASED = {"weight": "weight"}, {"weight": "weight", "bias": "bias"}


def _conv(layer: nn.Conv2d) -> Described:
    (rows, cols), (down, right) = layer.kernel_size, layer.stride
    plain = layer.dilation == (1, 1) and layer.padding_mode == "zeros"
    if not plain or rows != cols or down != right or isinstance(layer.padding, str):
        return None
    if layer.padding[0] != layer.padding[1]:
        return None
    groups = {"groups": layer.groups} if layer.groups > 1 else {}
    return "conv", {"padding": layer.padding[0], "stride": down, **groups}, _BIASED


def _transposed_conv(layer: nn.ConvTranspose2d) -> Described:
    (rows, cols), (down, right) = layer.kernel_size, layer.stride
    plain = layer.groups == 1 and layer.dilation == (1, 1) and layer.output_padding == (0, 0)
    if not plain or rows != cols or down != right or layer.padding[0] != layer.padding[1]:
        return None
    return "transposed_conv", {"padding": int(layer.padding[0]), "stride": down}, _BIASED


def _batch_norm(layer: nn.BatchNorm2d) -> Described:
    names = {**_BIASED, "mean": "running_mean", "var": "running_var"}
    return ("normalize", {"eps": layer.eps}, names) if layer.affine and layer.track_running_stats else None


def _upsample(layer: nn.Upsample) -> Described:
    factor = layer.scale_factor
    plain = layer.mode == "nearest" and isinstance(factor, (int, float)) and factor == int(factor)
    return ("nearest", {"factor": int(factor)}, {}) if plain else None  # type: ignore[arg-type]


def _slope(layer: nn.LeakyReLU) -> float:
    """Return the slope below zero."""
    return -float(layer(torch.tensor(-1.0, dtype=torch.float64)))


MODULES: dict[type[nn.Module], Callable[[Any], Described]] = {
    nn.Conv2d: _conv,
    nn.ConvTranspose2d: _transposed_conv,
    nn.BatchNorm2d: _batch_norm,
    nn.Upsample: _upsample,
    nn.ReLU: lambda layer: ("leaky_relu", {"slope": 0}, {}),
    nn.LeakyReLU: lambda layer: ("leaky_relu", {"slope": _slope(layer)}, {}),
    nn.PReLU: lambda layer: ("prelu", {}, _WEIGHT),
    nn.Hardtanh: lambda layer: ("clamp", {"low": layer.min_val, "high": layer.max_val}, {}),
    nn.Tanh: lambda layer: ("tanh", {}, {}),
    nn.Sigmoid: lambda layer: ("sigmoid", {}, {}),
    nn.SiLU: lambda layer: ("silu", {}, {}),
    nn.GELU: lambda layer: ("gelu", {}, {}) if layer.approximate == "none" else None,
    nn.Mish: lambda layer: ("mish", {}, {}),
    nn.PixelShuffle: lambda layer: ("shuffle", {"factor": layer.upscale_factor}, {}),
    nn.PixelUnshuffle: lambda layer: ("space_to_depth", {"factor": layer.downscale_factor}, {}),
}
"""How the modules that networks are made of are described."""
