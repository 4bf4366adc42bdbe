"""Secrets in texts: what is hidden, what is not, and that QGIS' half hides the same."""

from __future__ import annotations

import io
import json
import logging
import time
from pathlib import Path

import pytest

from sr_core.errors import InputError, OptionError
from sr_core.i18n import say
from sr_core.progress import Log, Progress
from sr_core.redaction import PATTERNS, RedactingStream, redact, redact_values

S = "MARKER"

SECRETS = (
    f"https://user:{S}@host/stac",
    f"https://{S}@host:8080/stac",
    f"https://user:p@{S}@host/stac",
    f"https://user:p/{S}@host/stac",
    f"https://user:p#{S}@host/stac",
    f"user:{S}@host.org/stac",
    f"https://host/stac?token={S}",
    f"https://host/stac?a=1&k={S}&b=2",
    f"https://host/stac?{S}",
    f"https://host/stac#access_token={S}",
    f"/stac?token={S} (Caused by NewConnectionError)",
    f"https://x.blob.core.windows.net/c/B04.tif?sv=2021&sp=r&sig={S}%3D%3D",
    f"https://b.s3.amazonaws.com/x.tif?X-Amz-Credential={S}&X-Amz-Signature={S}&X-Amz-Security-Token={S}/+=",
    f"/vsicurl/https://user:{S}@host/x.tif",
    f"/vsizip/{{/vsicurl/https://host/x.zip?sig={S}}}/a.tif",
    f"/vsicurl?max_retry=3&url=https%3A%2F%2Fuser%3A{S}%40host%2Fx.tif",
    f"/vsicurl?url=https%3A%2F%2Fhost%2Fx.tif%3Ftoken%3D{S}",
    f"/vsicurl?header.Authorization=Bearer%20{S}&url=https%3A%2F%2Fhost%2Fx.tif",
    f"PG:host=h dbname=d user=u password={S} table=t",
    f"dbname='d' user='u' password='a {S}' sslmode=disable",
    f"type=xyz&url=https://host/{{z}}/{{x}}?key={S}&username=u&password={S}",
    f"<GDAL_WMS><UserPwd>u:{S}</UserPwd></GDAL_WMS>",
    f'{{"stac_api": "https://host?key={S}", "password": "{S}"}}',
    f"Authorization: Basic {S}==",
    f"{{'Authorization': 'Bearer {S}'}}",
    f"AWS_SECRET_ACCESS_KEY={S}",
    f"https://host/x.tif?a=b&amp;token={S}",
)

HARMLESS = (
    "https://planetarycomputer.microsoft.com/api/stac/v1",
    "https://host:8080/a@2x/b.tif",
    "https://host/wms?service=WMS&request=GetMap&layers=a,b&crs=EPSG:4326",
    r"C:\data\field@home\a.tif",
    "/home/me@work/a=b/x.tif",
    "C:/data/field@home/a.tif",
    "someone@example.org",
    "mailto:someone@example.org",
    "token_size=8, patch_size=64, pass: 3, key = 4",
    "Really? yes; then 10:00 is 2 × 3 = 6 & more",
    "512000,520000,4990000,5000000 [EPSG:32633]",
    '{"token_size": 8, "passes": "two"}',
)


@pytest.mark.parametrize("text", SECRETS)
def test_secrets_are_hidden(text):
    assert S not in redact(text) and "***" in redact(text)
    assert redact(redact(text)) == redact(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_other_texts_stay(text):
    assert redact(text) == text


def test_what_is_no_secret_of_an_address_stays():
    assert redact(f"https://u:{S}@host/stac?layers=a&token={S}") == "https://***@host/stac?layers=a&token=***"


def test_all_that_is_said_goes_through_it():
    url = f"https://u:{S}@host/x?sig={S}"
    for said in (
        say("{url}", url=url),
        str(InputError("{url}", url=url)),
        InputError("{url}", url=Path(url)).values["url"],
        str(OptionError("{url}", url=url)),
        str(Log("{url}", url=[url], more={"a": (url,)}).values),
        str(Progress(0, "{url}", url=url).values),
        str(InputError("{error}", error=OSError(url))),
    ):
        assert S not in said


def test_values_that_are_no_texts_stay():
    values = {"a": 1, "b": None, "c": [True, 2.5, "x"]}
    assert redact_values(values) == values


def test_qgis_half_has_the_same_patterns():
    schema = Path(__file__).parents[2] / "sr_core" / "schema.json"
    published = json.loads(schema.read_text(encoding="utf-8"))["secrets"]
    assert published == [list(each) for each in PATTERNS]


@pytest.mark.parametrize(
    "part", ["a.b-", "https://", "https://u:p/", "?a", "&a=b", "'token'", "<Token>", "%3Fa"]
)
def test_long_texts_take_no_long_time(part):
    began = time.monotonic()
    redact(part * 20_000)
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("text", SECRETS)
@pytest.mark.parametrize("size", [1, 7, 40])
def test_a_secret_written_in_pieces_is_hidden(text, size):
    shown = io.StringIO()
    stream = RedactingStream(shown)
    for start in range(0, len(text), size):
        stream.write(text[start : start + size])
        stream.flush()
    assert S not in shown.getvalue()
    stream.writelines(["\nafter", "wards"])
    stream.finish()
    assert shown.getvalue() == redact(text) + "\nafterwards\n"


def test_lines_are_shown_as_soon_as_they_are_whole():
    shown = io.StringIO()
    stream = RedactingStream(shown)
    assert stream.write("one\ntwo") == 7 and shown.getvalue() == "one\n"
    stream.write(" 10 %\r")  # as progress bars do
    assert shown.getvalue() == "one\ntwo 10 %\r"
    handler = logging.StreamHandler(stream)
    handler.emit(logging.makeLogRecord({"msg": f"GET https://u:{S}@host"}))
    assert shown.getvalue().endswith("GET https://***@host\n")
    stream.finish()
    assert shown.getvalue().endswith("host\n")
