"""Fallback to the next best scene from one whose files are missing or cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import TypeVar

from ..errors import InputError, NetworkError
from ..i18n import say
from ..progress import Log, Progress
from .api_search import Candidate
from .http import ServerDown

T = TypeVar("T")

MOST_TRIED = 20
"""Scenes that are tried at most."""

MOST_DOWN = 3
"""Scenes that are tried at most of a server that does not answer."""


def first_usable(
    candidates: Sequence[Candidate],
    attempt: Callable[[Candidate], Generator[Progress | Log, None, T]],
) -> Generator[Progress | Log, None, tuple[Candidate, T]]:
    """Return the first candidate with which an attempt succeeds, and what the attempt returns.

    Args:
        candidates: The best first.
        attempt: Uses a candidate; fails with an `InputError` or a `NetworkError`.

    Raises:
        InputError: No candidate can be used, the best one because of its data.
        NetworkError: No candidate can be used, the best one because it cannot be read.
    """
    first: InputError | NetworkError | None = None
    n_down = 0
    for candidate, after in zip(candidates, [*candidates[1:MOST_TRIED], None], strict=False):
        try:
            return candidate, (yield from attempt(candidate))
        except (InputError, NetworkError) as error:
            first = first or error
            n_down += isinstance(error, ServerDown)
            if after is None or n_down >= MOST_DOWN:
                break
            yield Log(
                "Warning: {scene} cannot be used, and {other} of {day} is used instead: {reason}",
                scene=candidate.id,
                other=after.id,
                day=after.day,
                reason=say(error.text, **error.values),
            )
    raise first or InputError("There is no scene.")
