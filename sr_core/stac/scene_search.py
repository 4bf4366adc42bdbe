"""The options and the steps of the search for the scene of a STAC catalogue that shows a place best."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field
from shapely import Polygon

from ..errors import InputError, NoOverlapError
from ..i18n import format_number, say
from ..parameter_types import Extent, advanced
from ..progress import Advice, Log, Progress
from ..schema import Config
from ..sentinel2.radiometric_offset import OFFSET
from .api_search import PLANETARY_COMPUTER, Candidate, Catalogue, outline
from .http import is_unprotected
from .satellite_passes import by_rank, join_passes
from .search_dates import Dates, parse_day
from .sentinel2_assets import find_asset, has_offset, is_offset_removed, processing_baseline

DEFAULT_ASSETS = "B04,B03,B02,B08"

SHOWN = 10
"""Candidates that the log names."""

# Titles and help texts of the options, for jobs that fold some of them away.
DATE_RANGE = Field(
    title="Dates (first/last, year-month-day)",
    description='First and last day, such as "2021-05-01/2021-08-31", or one day, months or years; one end '
    'can be open ("2021-05-01/..").',
)
NEAR_DATE = Field(
    title="Best date (year-month-day)",
    description="Among equally good scenes, the one nearest in time to this day is chosen. Blank: the middle of the dates.",
)
MAX_CLOUD = Field(
    title="Maximum cloud cover (%)",
    ge=0,
    le=100,
    description="Scenes with a larger cloud cover (of the whole scene) are left out. Scenes whose cloud cover the "
    "catalogue does not state are ranked last.",
)
MIN_COVER = Field(
    title="Minimum cover of the extent (%)",
    gt=0,
    le=100,
    description="Scenes that show a smaller share of the extent are left out. Neighbouring scenes of one "
    "satellite pass count together and are mosaicked if a single one does not cover the whole extent.",
)
ASSETS = Field(
    title="Assets (bands)",
    description="Files of the scene that become bands of the result, in this order, separated by commas.",
)
STAC_API = Field(
    title="STAC API",
    description="Address of the catalogue. Files of Planetary Computer are signed as required; those of Earth Search "
    "(https://earth-search.aws.element84.com/v1) need no signature.",
)
TIMEOUT = Field(
    title="Time-out (seconds)",
    gt=0,
    le=3600,
    description="How long to wait for a server's answer.",
)


@dataclass(frozen=True)
class SearchResult:
    """The scenes that a search found."""

    candidates: list[Candidate]
    """All that show at least a part of the place."""
    good: list[Candidate]
    """Scenes that fulfil the options, the best first."""

    @property
    def best(self) -> Candidate:
        """The chosen scene."""
        return self.good[0]


class SearchOptions(Config):
    """What scene of which catalogue to look for."""

    date_range: Annotated[str, DATE_RANGE]
    near_date: Annotated[str | None, NEAR_DATE] = None
    max_cloud: Annotated[float, MAX_CLOUD] = 20.0
    min_cover: Annotated[float, MIN_COVER] = 90.0

    stac_collection: Annotated[str, Field(title="Collection")] = "sentinel-2-l2a"
    """Collection of the catalogue to search."""

    assets: Annotated[str, ASSETS] = DEFAULT_ASSETS
    stac_api: Annotated[str, STAC_API, advanced] = PLANETARY_COMPUTER
    timeout: Annotated[float, TIMEOUT, advanced] = 30.0

    @property
    def catalogue(self) -> Catalogue:
        """The collection to search."""
        return Catalogue(self.stac_api.strip(), self.stac_collection.strip(), self.timeout)

    @property
    def dates(self) -> Dates:
        """The days to search.

        Raises:
            InputError: DATE_RANGE is not dates, or they are reversed.
        """
        return Dates.parse(self.date_range)

    @property
    def near(self) -> date:
        """The best day.

        Raises:
            InputError: NEAR_DATE is not a date.
        """
        return parse_day("NEAR_DATE", self.near_date) if self.near_date else self.dates.middle

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the assets.

        Raises:
            InputError: there are none.
        """
        names = tuple(name.strip() for name in self.assets.split(",") if name.strip())
        if not names:
            raise InputError("ASSETS is empty: name at least one, such as {example}.", example=DEFAULT_ASSETS)
        return names

    def refuse_invalid(self) -> None:
        """Refuse dates and assets that cannot be read.

        Raises:
            InputError: they cannot.
        """
        _ = self.names, self.dates, self.near

    def find(self, extent: Extent) -> Generator[Progress | Log, None, SearchResult]:
        """Search the catalogue; log what there is and what is chosen.

        Raises:
            NetworkError: the server cannot be reached, is busy, or fails.
            InputError: it is not a STAC API, the extent lies nowhere, or the best scene has no such asset.
            NoOverlapError: no scene fulfils the options.
        """
        area = outline(extent)
        yield Progress(0, "Searching {api}", api=self.catalogue.api)
        if is_unprotected(self.catalogue.api):
            yield Advice(
                ("stac_api",),
                "Warning: {server} is accessed over http, so others can read and change the data sent and "
                "received, including logins: use its https address in STAC_API if it has one.",
                server=urlsplit(self.catalogue.api).hostname,
            )
        found = self.catalogue.candidates(area, self.dates)
        if not found:
            raise self._explain_none(area)
        chosen = self._choose(found, area)
        good = yield from self._with_assets(chosen)
        result = SearchResult(found, good)
        yield from self._log(result, n_large=len({item.id for each in chosen for item in each.items}))
        return result

    def _with_assets(self, good: list[Candidate]) -> Generator[Log, None, list[Candidate]]:
        """Return the candidates that have the assets.

        Raises:
            InputError: none has; the message is about the best.
        """
        having: list[Candidate] = []
        errors: list[InputError] = []
        for each in good:
            try:
                for item in each.items:
                    for name in self.names:
                        find_asset(item, name)  # refuses what is not there before anything is read
                having.append(each)
            except InputError as error:
                errors.append(error)
        if not having:
            raise errors[0]
        for refusal in errors[:SHOWN]:
            yield Log("Left out: {reason}", reason=say(refusal.text, **refusal.values))
        return having

    def _explain_none(self, area: Polygon) -> NoOverlapError:
        """Return an error that says why no scene was found: the dates, the place, or no such collection."""
        catalogue, dates = self.catalogue, self.dates
        others = catalogue.candidates(area, dates.widen())
        if others:
            noon = datetime.combine(dates.middle, time(12), UTC)
            nearest = min(others, key=lambda each: (abs(each.time - noon), each.id))
            return NoOverlapError(
                "No scene of {collection} lies in EXTENT on {dates}, but {count} do within a year of that, {scene} of "
                "{day} being the nearest: change DATE_RANGE.",
                collection=catalogue.collection,
                dates=dates,
                count=len(others),
                scene=nearest.id,
                day=nearest.day,
            )
        known = catalogue.collections()
        if catalogue.collection not in known:
            return NoOverlapError(
                "{api} has no collection {collection}: STAC_COLLECTION must be one of {known}.",
                api=catalogue.api,
                collection=catalogue.collection,
                known=", ".join(known) or say("none"),
            )
        return NoOverlapError(
            "No scene of {collection} lies in EXTENT on {dates} or within a year of that: check EXTENT and "
            "STAC_COLLECTION.",
            collection=catalogue.collection,
            dates=dates,
        )

    def _choose(self, found: list[Candidate], area: Polygon) -> list[Candidate]:
        """Return the candidates that are clear and large enough, the best first (see `Candidate.rank`).

        Where a scene does not cover the area, it is put together with its neighbours of the same pass. Those of which the
        cloud cover is not known are the last.

        Raises:
            NoOverlapError: there is none; the message says why.
        """
        clear = [each for each in found if not self._is_cloudy(each)]
        if not clear:
            best = min(found, key=lambda each: (each.cloud or 0, each.id))
            raise NoOverlapError(
                "All {count} scenes of {dates} are cloudier than MAX_CLOUD {limit:g} %, the least cloudy being {scene} "
                "of {day} with {cloud:.1f} %: set a larger MAX_CLOUD or a longer DATE_RANGE.",
                count=len(found),
                dates=self.dates,
                limit=self.max_cloud,
                scene=best.id,
                day=best.day,
                cloud=best.cloud or 0,
            )
        near = self.near
        together = [*clear, *join_passes(clear, area, near)]
        enough = [each for each in together if each.cover >= self.min_cover]
        if not enough:
            best = min(together, key=lambda each: (-each.cover, each.rank(near)))
            raise NoOverlapError(
                "No scene of {dates} covers MIN_COVER {limit:g} % of EXTENT, the best being {scene} of {day} with "
                "{cover:.1f} %, and {cloudy} others are too cloudy: set a smaller MIN_COVER or another EXTENT.",
                dates=self.dates,
                limit=self.min_cover,
                scene=best.id,
                day=best.day,
                cover=best.cover,
                cloudy=len(found) - len(clear),
            )
        return by_rank(enough, near)

    def _is_cloudy(self, each: Candidate) -> bool:
        return each.cloud is not None and each.cloud > self.max_cloud

    def _log(self, result: SearchResult, n_large: int) -> Iterator[Log]:
        found, good, best = result.candidates, result.good, result.best
        cloudy = sum(map(self._is_cloudy, found))
        used = {item.id for each in good for item in each.items}
        yield Log(
            "{count} scenes of {dates} show the extent or a part of it: {cloudy} too cloudy, {partial} covering "
            "too little of it, {good} suitable.",
            count=len(found),
            dates=str(self.dates),
            cloudy=cloudy,
            partial=len(found) - cloudy - n_large,
            good=len(used),
        )
        for each in good[:SHOWN]:
            yield Log("{scene}: {day}, {cloud} % cloud, covers {cover:.1f} %", **_figures(each))
        if len(good) > SHOWN:
            yield Log("and {count} more.", count=len(good) - SHOWN)
        yield Log(
            "Chosen: {scene} of {day}, with {cloud} % cloud, which covers {cover:.1f} % of the extent.",
            **_figures(best),
        )
        if len(best.items) > 1:
            yield Log(
                "{count} neighbouring scenes of one pass are mosaicked, on the grid of {scene}.",
                count=len(best.items),
                scene=best.item.id,
            )
        if best.cloud is None:
            yield Log("Warning: the catalogue does not say how cloudy {scene} is: look at it.", scene=best.id)
        if round(best.cover, 1) < 100:
            yield Log(
                "Warning: {missing:.1f} % of the extent lies outside the scene and has no pixels.",
                missing=100 - best.cover,
            )


def log_offset(best: Candidate) -> Iterator[Log]:
    """Yield the log line on how the offset of Sentinel-2's pixel values is treated, where there is one."""
    baseline = processing_baseline(best.item)
    if has_offset(best.item) and baseline is None:
        yield Log(
            "The catalogue says that the bands have an offset of {offset}: it is subtracted, so that pixels are "
            "reflectance × 10,000.",
            offset=OFFSET,
        )
    elif has_offset(best.item):
        yield Log(
            "Processing baseline {baseline}: the offset of {offset} is subtracted from the bands, so that pixels "
            "are reflectance × 10,000 as they were before baseline 04.00.",
            baseline=baseline,
            offset=OFFSET,
        )
    elif is_offset_removed(best.item):
        yield Log("The catalogue has already subtracted the offset of processing baseline 04.00.")
    elif baseline:
        yield Log("Processing baseline {baseline}: pixels are without an offset.", baseline=baseline)


def _figures(each: Candidate) -> dict[str, object]:
    return {
        "scene": each.id,
        "day": each.day,
        "cloud": "?" if each.cloud is None else format_number(each.cloud, ".1f"),
        "cover": each.cover,
    }
