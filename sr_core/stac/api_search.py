"""Search of a STAC API for the scenes of a place and a period, and the rank of these."""

from __future__ import annotations

import json
import warnings
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
import shapely
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.errors import CRSError
from rasterio.warp import transform
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from ..errors import InputError, SrError
from ..parameter_types import Extent
from .antimeridian import Box, footprint, search_boxes, shown_part, without_jumps
from .cloud_cover_properties import cloud_cover
from .http import no_answer_error, retries, split_login, status_error
from .search_dates import Dates

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

NO_POST = (400, 403, 404, 405, 406, 411, 415, 422, 501)
"""HTTP statuses of servers that are asked by GET once more, as they may not know POST."""


@cache
def client_errors() -> tuple[type[Exception], ...]:
    """Return the exceptions of pystac-client, the last few of them where the server is not a STAC API."""
    from pystac.errors import STACError
    from pystac_client.errors import ClientTypeError
    from pystac_client.exceptions import APIError

    return (
        APIError,
        ClientTypeError,
        STACError,
        NotImplementedError,  # it does not offer a search
        json.JSONDecodeError,
        FileNotFoundError,  # no address on the web
        AttributeError,  # it answers with other JSON than a STAC API's
        KeyError,
        TypeError,
    )


@dataclass(frozen=True)
class Candidate:
    """A scene that shows at least a part of the extent."""

    items: tuple[Item, ...]
    """The scene; or neighbouring ones of one pass, first the one that shows most."""
    time: datetime
    cloud: float | None
    """Cloud cover of the whole scene (%); none where the catalogue does not say."""
    cover: float
    """Share of the extent that lies in the scene's footprint (%)."""
    shown: BaseGeometry = field(default=Polygon(), repr=False, compare=False)
    """The part of the extent that lies in it, in degrees."""

    @property
    def item(self) -> Item:
        """The scene that shows most of the extent."""
        return self.items[0]

    @property
    def id(self) -> str:
        """Id of the scene in the catalogue; ids of several scenes are joined by plus signs."""
        return " + ".join(str(item.id) for item in self.items)

    @property
    def day(self) -> str:
        """Date on which the scene was taken (year-month-day)."""
        return f"{self.time:%Y-%m-%d}"

    def rank(self, near: date) -> tuple[bool, float, float, float, float, str]:
        """Return the key to sort candidates by, the best first.

        Those whose cloud cover is known; cloud cover in whole percent; then the cover in whole percent; then the time to `near`; then cloud cover to
        the last digit; then the id, so that the same scene is chosen every time.
        """
        cloud = self.cloud or 0.0
        noon = datetime.combine(near, time(12), UTC)
        distance = abs((self.time - noon).total_seconds())
        return self.cloud is None, round(cloud), -round(self.cover), distance, cloud, self.id


@dataclass(frozen=True)
class Catalogue:
    """A collection of a STAC API."""

    api: str
    collection: str
    timeout: float
    """Seconds to wait for an answer."""

    def candidates(self, area: Polygon, dates: Dates) -> list[Candidate]:
        """Return the scenes that touch an area.

        Args:
            area: Longitudes and latitudes (degrees).
            dates: Days on which the scenes were taken.

        Raises:
            NetworkError: the server cannot be reached, is busy, or fails.
            InputError: it is not a STAC API.
        """
        found: dict[str, Candidate] = {}
        try:
            client = self._client()
            for item in chain.from_iterable(self._search(client, box, dates) for box in search_boxes(area)):
                candidate = _candidate(item, area)
                if candidate.cover > 0:
                    found[candidate.id] = candidate
        except client_errors() as error:
            raise self._explain(error) from None
        return list(found.values())

    def collections(self) -> list[str]:
        """Return the ids of the collections that the API has.

        Raises:
            NetworkError: the server cannot be reached, is busy, or fails.
            InputError: it is not a STAC API.
        """
        try:
            return sorted(collection.id for collection in self._client().get_collections())
        except client_errors() as error:
            raise self._explain(error) from None

    def _search(self, client: Client, box: Box, dates: Dates) -> list[Item]:
        """Return the scenes of these days in a box, asked for as the server lets itself be asked."""
        from pystac_client.exceptions import APIError

        methods = {str(link.extra_fields.get("method")).upper() for link in client.get_links("search")}
        if methods == {"GET"}:  # and not left out, as by Planetary Computer, which knows POST
            return self._search_by("GET", client, box, dates)

        try:
            return self._search_by("POST", client, box, dates)
        except APIError as error:
            if getattr(error, "status_code", None) not in NO_POST:
                raise
            try:
                return self._search_by("GET", client, box, dates)
            except APIError:
                raise error from None

    def _search_by(self, method: str, client: Client, box: Box, dates: Dates) -> list[Item]:
        from pystac_client.warnings import PystacClientWarning

        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PystacClientWarning)  # many that take both say only one
            search = client.search(
                method=method,
                collections=[self.collection],
                bbox=list(box),
                datetime=f"{dates.first}T00:00:00Z/{dates.last}T23:59:59Z",
                limit=PAGE,
                max_items=MOST_ITEMS,
            )
            return list(search.items())

    def _client(self) -> Client:
        from pystac_client import Client
        from pystac_client.stac_api_io import StacApiIO

        try:
            address, login = split_login(self.api)
        except ValueError as error:  # it is no address
            raise self._explain(error) from None
        # Without a time-out of its own, `open` removes that of `stac_io`; likewise the modifier.
        io = StacApiIO(max_retries=retries())
        return Client.open(address, stac_io=io, timeout=self.timeout, request_modifier=login)

    def _explain(self, error: Exception) -> SrError:
        from pystac_client.exceptions import APIError

        if isinstance(error, APIError):
            status = getattr(error, "status_code", None)
            if status is None:
                return no_answer_error(self.api, error.__context__, self.timeout)
            if status not in (400, 404, 405, 422, 501):
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
    if east < west and _is_in_degrees(extent.crs):
        east += 360  # across the 180th meridian
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
            "EXTENT cannot be transformed to longitude and latitude ({reason}): give it in another coordinate "
            "reference system.",
            reason=error,
        ) from None
    if not np.isfinite([xs, ys]).all():
        raise _nowhere()
    area = Polygon(zip(without_jumps(xs), ys, strict=True))
    if not (area.is_valid and max(map(abs, xs)) <= 720 and max(map(abs, ys)) <= 90.0001):
        raise _nowhere()
    return area


def _nowhere() -> InputError:
    return InputError("EXTENT lies nowhere on Earth: check it and its coordinate reference system.")


def _is_in_degrees(crs: str) -> bool:
    try:
        return bool(CRS.from_user_input(crs).is_geographic)
    except CRSError:  # which is said where the extent is transformed
        return False


def _candidate(item: Item, area: Polygon) -> Candidate:
    shown = shown_part(footprint(item.geometry, item.bbox), area)
    when = item.datetime or item.common_metadata.start_datetime or datetime(1, 1, 1)
    return Candidate(
        items=(item,),
        time=when if when.tzinfo else when.replace(tzinfo=UTC),
        cloud=cloud_cover(item.properties),
        cover=cover(shown, area),
        shown=shown,
    )


def cover(shown: BaseGeometry, area: Polygon) -> float:
    """Return the share of an area that is shown, from 0 to 100 %.

    Args:
        shown: What a scene shows of the area.
        area: The area, in the same units and not empty.
    """
    return round(100 * min(1.0, float(shown.area / area.area)), 6)  # 100, and not nearly
