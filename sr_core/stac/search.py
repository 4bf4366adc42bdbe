"""Looking for the scene of a STAC catalogue that shows a place best: what users decide about it, and doing it."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import Field

from ..errors import BadInput
from ..progress import Log, Progress
from ..schema import Extent
from .catalogue import Candidate, Catalogue, chosen, nothing, outline
from .dates import Dates, day
from .sentinel2 import OFFSET, already_off, asset_of, baseline, is_offset

DEFAULT_ASSETS = "B04,B03,B02,B08"

SHOWN = 10
"""Candidates that the log names."""

# What the fields of jobs that look for a scene are called, and what they say.
DATE_RANGE = Field(
    title="Dates (first/last, year-month-day)",
    description='First and last day, both included: "2021-05-01/2021-08-31". One date is that day alone.',
)
NEAR_DATE = Field(
    title="Best date (year-month-day)",
    description="Among scenes that are as good, the one nearest in time to this day is chosen. Blank is the middle of the "
    "dates.",
)
MAX_CLOUD = Field(
    title="Most cloud (%)",
    ge=0,
    le=100,
    description="Scenes with a larger cloud cover, which is that of the whole scene, are left out.",
)
MIN_COVER = Field(
    title="Least cover of the extent (%)",
    gt=0,
    le=100,
    description="Scenes that show a smaller share of the extent are left out.",
)
ASSETS = Field(
    title="Assets (bands)",
    description="The files of the scene that become bands of the result, in this order, with commas between.",
)
STAC_API = Field(
    title="STAC API",
    description="Address of the catalogue. Planetary Computer's files are signed as they need to be; Earth Search's "
    "(https://earth-search.aws.element84.com/v1) need nothing.",
)
TIMEOUT = Field(
    title="Time-out (seconds)",
    gt=0,
    le=3600,
    description="How long to wait for an answer of a server before giving up.",
)


@dataclass(frozen=True)
class SearchResult:
    """What a search came to."""

    candidates: list[Candidate]
    """All that show at least a part of the place."""
    good: list[Candidate]
    """Those that would do, the best first."""

    @property
    def best(self) -> Candidate:
        return self.good[0]


@dataclass(frozen=True)
class Search:
    """What is looked for."""

    catalogue: Catalogue
    dates: Dates
    near: date
    max_cloud: float
    min_cover: float
    names: tuple[str, ...]
    """Of the assets."""

    @classmethod
    def asked(
        cls,
        *,
        stac_api: str,
        stac_collection: str,
        timeout: float,
        date_range: str,
        near_date: str | None,
        max_cloud: float,
        min_cover: float,
        assets: str,
    ) -> Search:
        """Of a job's fields.

        Raises:
            BadInput: dates that are none or reversed, or no assets.
        """
        names = tuple(name.strip() for name in assets.split(",") if name.strip())
        if not names:
            raise BadInput("ASSETS is empty: name at least one, such as {example}.", example=DEFAULT_ASSETS)
        dates = Dates.parsed(date_range)
        near = day("NEAR_DATE", near_date) if near_date else dates.middle
        catalogue = Catalogue(stac_api.strip(), stac_collection.strip(), timeout)
        return cls(catalogue, dates, near, max_cloud, min_cover, names)

    def run(self, extent: Extent) -> Generator[Progress | Log, None, SearchResult]:
        """Ask the catalogue, and tell what there is and what is chosen.

        Raises:
            NetworkError: the server cannot be reached, is busy, or fails.
            BadInput: it is no STAC API, the extent lies nowhere, or the best scene has no such asset.
            NoOverlap: there is no scene that would do.
        """
        area = outline(extent)
        yield Progress(0, "Asking {api}", api=self.catalogue.api)
        found = self.catalogue.candidates(area, self.dates)
        if not found:
            raise nothing(self.catalogue, area, self.dates)
        good = chosen(found, self.near, self.max_cloud, self.min_cover, self.dates)
        yield from self._listed(found, good)
        for name in self.names:
            asset_of(good[0].item, name)  # refuses what is not there before anything is read
        return SearchResult(found, good)

    def _listed(self, found: Sequence[Candidate], good: Sequence[Candidate]) -> Iterator[Log]:
        cloudy = sum((each.cloud or 0) > self.max_cloud for each in found)
        yield Log(
            "{count} scenes of {dates} show the extent or a part of it: {cloudy} too cloudy, {partial} covering too "
            "little of it, {good} that would do.",
            count=len(found),
            dates=str(self.dates),
            cloudy=cloudy,
            partial=len(found) - cloudy - len(good),
            good=len(good),
        )
        for each in good[:SHOWN]:
            yield Log("{scene}: {day}, {cloud} % cloud, covers {cover:.1f} %", **_figures(each))
        if len(good) > SHOWN:
            yield Log("and {count} more.", count=len(good) - SHOWN)
        yield Log(
            "Chosen: {scene} of {day}, with {cloud} % cloud, which covers {cover:.1f} % of the extent.",
            **_figures(good[0]),
        )
        if round(good[0].cover, 1) < 100:
            yield Log(
                "Careful: {missing:.1f} % of the extent lies outside the scene and has no pixels.",
                missing=100 - good[0].cover,
            )


def offset_said(best: Candidate) -> Iterator[Log]:
    """What is done about the offset of Sentinel-2's pixel values."""
    said = baseline(best.item)
    if is_offset(best.item):
        yield Log(
            "Processing baseline {baseline}: the offset of {offset} is taken off the bands, so that pixels are "
            "reflectance × 10,000 as they were before baseline 04.00.",
            baseline=said,
            offset=OFFSET,
        )
    elif already_off(best.item):
        yield Log("The catalogue has already taken the offset of processing baseline 04.00 off the bands.")
    elif said:
        yield Log("Processing baseline {baseline}: pixels are without an offset.", baseline=said)


def _figures(each: Candidate) -> dict[str, object]:
    return {
        "scene": each.id,
        "day": each.day,
        "cloud": "?" if each.cloud is None else f"{each.cloud:.1f}",
        "cover": each.cover,
    }
