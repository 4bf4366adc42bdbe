"""Scenes of a STAC API: those that show a place in a time, and their rank."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING

import shapely
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.errors import CRSError
from rasterio.warp import transform
from shapely import Polygon
from shapely.geometry import shape

from ..errors import InputError, SrError
from ..schema import Extent
from .dates import Dates
from .http import no_answer_error, retries, status_error

if TYPE_CHECKING:
    from pystac import Item
    from pystac_client import Client

# The client is imported when a catalogue is asked: exports that ask none begin sooner.

PLANETARY_COMPUTER = "https://planetarycomputer.microsoft.com/api/stac/v1"

MOST_ITEMS = 2000
"""Items that a search returns at most; more would be years of imagery of a country."""

PAGE = 100
"""Items asked for at a time."""

LONGEST_EDGE = 0.02
"""Share of the extent's width or height into which its edges are divided, so that they bend as they should in degrees."""


@cache
def client_errors() -> tuple[type[Exception], ...]:
    """Return what the client raises, the last few of them where the server is not a STAC API."""
    from pystac.errors import STACError
    from pystac_client.errors import ClientTypeError
    from pystac_client.exceptions import APIError

    return (
        APIError,
        ClientTypeError,
        STACError,
        NotImplementedError,  # it does not offer a search
        json.JSONDecodeError,
        AttributeError,  # it answers with other JSON than a STAC API's
        KeyError,
        TypeError,
    )


@dataclass(frozen=True)
class Candidate:
    """A scene that shows at least a part of the extent."""

    item: Item
    time: datetime
    cloud: float | None
    """Cloud cover of the whole scene (%); none where the catalogue does not say."""
    cover: float
    """Share of the extent that lies in the scene's footprint (%)."""

    @property
    def id(self) -> str:
        """Of the scene in the catalogue."""
        return str(self.item.id)

    @property
    def day(self) -> str:
        """On which it was taken (year-month-day)."""
        return f"{self.time:%Y-%m-%d}"

    def rank(self, near: date) -> tuple[float, float, float, float, str]:
        """Return the key to sort candidates by, the best first.

        Cloud cover in whole percent; then the cover in whole percent; then the time to `near`; then cloud cover to
        the last digit; then the id, so that the same scene is chosen every time.
        """
        cloud = self.cloud or 0.0
        noon = datetime.combine(near, time(12), UTC)
        return round(cloud), -round(self.cover), abs((self.time - noon).total_seconds()), cloud, self.id


@dataclass(frozen=True)
class Catalogue:
    """A collection of a STAC API."""

    api: str
    collection: str
    timeout: float
    """Seconds to wait for an answer."""

    def candidates(self, area: Polygon, dates: Dates) -> list[Candidate]:
        """Return the scenes of these days that touch an area in degrees.

        Raises:
            NetworkError: the server cannot be reached, is busy, or fails.
            InputError: it is not a STAC API.
        """
        found: dict[str, Candidate] = {}
        try:
            search = self._client().search(
                collections=[self.collection],
                bbox=list(area.bounds),
                datetime=f"{dates.first}T00:00:00Z/{dates.last}T23:59:59Z",
                limit=PAGE,
                max_items=MOST_ITEMS,
            )
            for item in search.items():
                candidate = _candidate(item, area)
                if candidate.cover > 0:
                    found[candidate.id] = candidate
        except client_errors() as error:
            raise self._explain(error) from None
        return list(found.values())

    def collections(self) -> list[str]:
        """Return the ids of the collections that the API has.

        Raises:
            NetworkError: as with `candidates`.
            InputError: as with `candidates`.
        """
        try:
            return sorted(collection.id for collection in self._client().get_collections())
        except client_errors() as error:
            raise self._explain(error) from None

    def _client(self) -> Client:
        from pystac_client import Client
        from pystac_client.stac_api_io import StacApiIO

        # Without a time-out of its own, `open` removes that of `stac_io`.
        return Client.open(self.api, stac_io=StacApiIO(max_retries=retries()), timeout=self.timeout)

    def _explain(self, error: Exception) -> SrError:
        from pystac_client.exceptions import APIError

        if isinstance(error, APIError):
            status = getattr(error, "status_code", None)
            if status is None:
                return no_answer_error(self.api, error.__context__, self.timeout)
            if status not in (400, 404, 405, 422):
                return status_error(self.api, status)
        return InputError(
            "{api} does not answer as a STAC API that can be searched does: check STAC_API.", api=self.api
        )


def outline(extent: Extent) -> Polygon:
    """Return an extent as a polygon of longitudes and latitudes.

    Raises:
        InputError: it has no coordinate reference system, or cannot be transformed to degrees.
    """
    if extent.crs is None:
        raise InputError(
            "EXTENT does not say its coordinate reference system: add it, as in {example}.",
            example="512000,520000,4990000,5000000 [EPSG:32633]",
        )
    west, south, east, north = extent.bounds
    if not (west < east and south < north):
        raise InputError("EXTENT is empty: give it a width and a height.")
    # In units of its own size, as the sides may be a million times as long in metres as in degrees.
    box = shapely.segmentize(shapely.box(0, 0, 1, 1), LONGEST_EDGE)
    unit = shapely.get_coordinates(box)
    try:
        xs, ys = transform(
            CRS.from_user_input(extent.crs),
            "OGC:CRS84",
            west + unit[:, 0] * (east - west),
            south + unit[:, 1] * (north - south),
        )
    except (CRSError, CPLE_BaseError) as error:
        raise InputError(
            "EXTENT cannot be brought into longitude and latitude ({reason}): give it in another coordinate "
            "reference system.",
            reason=error,
        ) from None
    area = Polygon(zip(xs, ys, strict=True))
    if not (area.is_valid and abs(area.bounds[0]) <= 360 and abs(area.bounds[1]) <= 90):
        raise InputError("EXTENT lies nowhere on Earth: check it and its coordinate reference system.")
    return area


def _candidate(item: Item, area: Polygon) -> Candidate:
    footprint = shape(item.geometry) if item.geometry else shapely.box(*item.bbox or (0, 0, 0, 0))
    if not footprint.is_valid:
        footprint = footprint.buffer(0)
    when = item.datetime or item.common_metadata.start_datetime or datetime(1, 1, 1)
    cloud = item.properties.get("eo:cloud_cover")
    return Candidate(
        item=item,
        time=when if when.tzinfo else when.replace(tzinfo=UTC),
        cloud=None if cloud is None else float(cloud),
        cover=100 * min(1.0, footprint.intersection(area).area / area.area),  # not more, by rounding
    )
