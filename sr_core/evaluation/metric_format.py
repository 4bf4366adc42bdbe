"""The figures of `Scores` as people write them."""

from __future__ import annotations

from typing import NamedTuple

from ..i18n import say
from .comparison import Interval
from .metrics import Scores


class Figure(NamedTuple):
    """How a field of `Scores` is called and written."""

    name: str
    """With its unit."""
    form: str
    """As `format` takes it."""
    more_is_better: bool

    @property
    def title(self) -> str:
        """The name in the reader's language."""
        return say(self.name)

    def text(self, value: float | None) -> str:
        """A dash where there is no figure."""
        return "–" if value is None else format(value, self.form)

    def difference(self, value: float | None, other: float | None) -> str:
        """`value` less `other`, with its sign."""
        return "–" if value is None or other is None else format(value - other, f"+{self.form}")

    def interval(self, ends: Interval | None, sign: str = "") -> str:
        """Nothing where there is none; with a `sign` of "+", both ends have one."""
        return " … ".join(format(end, sign + self.form) for end in ends) if ends else ""


FIGURES = {
    "psnr": Figure("PSNR (dB)", ".2f", True),
    "ssim": Figure("SSIM", ".4f", True),
    "l1": Figure("L1", "#.4g", False),
    "l2": Figure("L2", "#.3g", False),
    "sam": Figure("SAM (°)", ".2f", False),
    "ergas": Figure("ERGAS", ".2f", False),
    "improvement": Figure("Improvement", ".1%", True),
    "omission": Figure("Omission", ".1%", False),
    "hallucination": Figure("Hallucination", ".1%", False),
}
"""By field, in the order in which they are shown."""

SHARES = "Of the detail at stake: {improvement} shown rightly, {omission} missing, {hallucination} invented"
"""A line for the log, of `figures`."""

OF_BANDS = ("psnr", "ssim", "l1", "l2", "ergas")
"""Those that a single band has."""


def loss_name(name: str) -> str:
    """What a reader calls a loss; the parts of one are called as in the curves of TensorBoard."""
    return say("loss") if name == "loss" else name


def figures(scores: Scores) -> dict[str, str]:
    """The fields of `Scores` as text."""
    return {field: figure.text(getattr(scores, field)) for field, figure in FIGURES.items()}


def known(*scores: Scores) -> list[str]:
    """The fields that at least one of these has, as older packages have fewer."""
    return [field for field in FIGURES if any(getattr(each, field) is not None for each in scores)]
