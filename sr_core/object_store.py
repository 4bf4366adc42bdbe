"""Results in an object store (s3://): an object is put once, when it is whole, so that none is half-written."""

from __future__ import annotations

import configparser
import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import OutputError, SrError
from .redaction import redact

if TYPE_CHECKING:
    from obstore.store import S3Store

SCHEME, HANDLER = "s3://", "/vsis3/"
"""How addresses of objects begin, and what GDAL calls them."""
METADATA_SERVICE = ("169.254.169.254", 80)
"""Where machines in a cloud ask for the credentials of their role."""
PATIENCE = 180
"""Seconds for which a server that fails or is slow is asked again."""
ANSWER = "30s"
"""How long one answer is waited for."""


def vsi_path(target: str) -> str:
    """Return a path as GDAL has it: s3://bucket/key becomes /vsis3/bucket/key, and any other stays."""
    return HANDLER + target[len(SCHEME) :] if target.lower().startswith(SCHEME) else target


def is_object(target: str | Path) -> bool:
    """Whether a path, as GDAL has it, is one in an object store."""
    return Path(target).as_posix().startswith(HANDLER)


def put_object(file: Path, target: Path) -> None:
    """Put a file into an object store: under its name it is there wholly, or not at all.

    Raises:
        OutputError: It cannot be put there.
    """
    import obstore

    store, key = _split(target)
    with _explain_errors(target):
        obstore.put(store, key, file)


def create_object(target: Path, content: bytes) -> bool:
    """Put an object where there is none; return whether there was none.

    Raises:
        OutputError: It cannot be put there.
    """
    import obstore
    from obstore.exceptions import AlreadyExistsError

    store, key = _split(target)
    with _explain_errors(target):
        try:
            obstore.put(store, key, content, mode="create")
        except AlreadyExistsError:
            return False
    return True


def read_object(target: Path) -> bytes:
    """Return the content of an object.

    Raises:
        FileNotFoundError: There is none.
        OutputError: It cannot be read.
    """
    import obstore

    store, key = _split(target)
    with _explain_errors(target):
        return bytes(obstore.get(store, key).bytes())


def delete_object(target: Path) -> None:
    """Delete an object, if it is there.

    Raises:
        OutputError: It cannot be deleted.
    """
    import obstore

    store, key = _split(target)
    with _explain_errors(target), suppress(FileNotFoundError):
        obstore.delete(store, key)


def list_objects(folder: Path) -> set[str]:
    """Return the names, relative to a folder, of the objects in it and in those that it holds.

    Raises:
        OutputError: They cannot be listed.
    """
    import obstore

    store, key = _split(folder)
    prefix = f"{key}/" if key else ""
    with _explain_errors(folder):
        pages = obstore.list(store, prefix or None, chunk_size=1000)
        return {found["path"].removeprefix(prefix) for page in pages for found in page}


def require_store(target: Path) -> None:
    """Require that the store of a result answers, and lets this process in.

    Raises:
        SrError: The engine lacks what it takes.
        OutputError: It does not.
    """
    try:
        import obstore
    except ModuleNotFoundError:
        raise SrError(
            'Results in s3:// need the package obstore, which the SR engine does not have: run "Set up SR '
            'engine" with CLUSTER.'
        ) from None
    if os.name == "nt":
        raise OutputError("Results in s3:// need Linux or macOS: choose an OUTPUT on a disk.")
    store, key = _split(target)
    with _explain_errors(target):
        next(iter(obstore.list(store, f"{key}/", chunk_size=1)), None)


def _split(target: Path) -> tuple[S3Store, str]:
    """Return the store of a path, and the key in it."""
    bucket, _, key = target.as_posix().removeprefix(HANDLER).partition("/")
    settings = {name: value for name, value in os.environ.items() if name.startswith("AWS_")}
    file = _credentials_file(settings)
    changed = os.stat(file).st_mtime_ns if os.path.isfile(file) else 0
    return _open_store(bucket, tuple(sorted(settings.items())), changed), key


def _credentials_file(given: dict[str, str]) -> str:
    return given.get("AWS_SHARED_CREDENTIALS_FILE") or os.path.expanduser("~/.aws/credentials")


@cache
def _open_store(bucket: str, settings: tuple[tuple[str, str], ...], changed: int) -> S3Store:
    """Return the store of a bucket, by the variables by which GDAL finds it; another one when the credentials have changed.

    Raises:
        OutputError: There are no credentials.
    """
    from datetime import timedelta

    from obstore.store import S3Store

    given = dict(settings)
    server, secure = given.get("AWS_S3_ENDPOINT", ""), _is_set(given.get("AWS_HTTPS", "YES"))
    hosted = _is_set(given.get("AWS_VIRTUAL_HOSTING", "YES"))
    options: dict[str, str | bool] = {"virtual_hosted_style_request": hosted}
    if server:
        host = server.rpartition("://")[2].rstrip("/")
        options["endpoint"] = f"{'https' if secure else 'http'}://{bucket + '.' if hosted else ''}{host}"
    if region := given.get("AWS_REGION") or given.get("AWS_DEFAULT_REGION"):
        options["region"] = region
    return S3Store(
        bucket,
        **options,
        **_credentials(given, bucket),
        client_options={"allow_http": not secure, "timeout": ANSWER},
        retry_config={"max_retries": 12, "retry_timeout": timedelta(seconds=PATIENCE)},
    )


def _credentials(given: dict[str, str], bucket: str) -> dict[str, str | bool]:
    """Return credentials as GDAL would take them, from variables or a file; none where the machine has a role of its own.

    Raises:
        OutputError: There are none.
    """
    if _is_set(given.get("AWS_NO_SIGN_REQUEST", "NO")):
        return {"skip_signature": True}
    names = ("access_key_id", "secret_access_key", "session_token")
    found = {name: given.get(f"AWS_{name.upper()}", "") for name in names}
    if not found["secret_access_key"]:
        profile, kept = given.get("AWS_PROFILE", "default"), configparser.ConfigParser(interpolation=None)
        with suppress(OSError, configparser.Error):
            kept.read(_credentials_file(given), encoding="utf-8")
        if kept.has_section(profile):
            found = {name: kept.get(profile, f"aws_{name}", fallback="") for name in names}
    if found["access_key_id"] and found["secret_access_key"]:
        return {name: value for name, value in found.items() if value}
    if not any(name.startswith(("AWS_CONTAINER_", "AWS_WEB_IDENTITY_")) for name in given):
        try:
            socket.create_connection(METADATA_SERVICE, timeout=1).close()
        except OSError:
            raise OutputError(
                "There are no credentials for {target}: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, in "
                "the environment of QGIS, or of this command and all workers.",
                target=SCHEME + bucket,
            ) from None
    return {}


def _is_set(text: str) -> bool:
    """Whether a text is one of GDAL's for yes."""
    return text.upper() in ("YES", "TRUE", "ON", "1")


@contextmanager
def _explain_errors(target: Path) -> Iterator[None]:
    """Raise what the store says in this block as a sentence; that there is no such object, as it is.

    Raises:
        OutputError: The store does not do what it is asked for.
    """
    from obstore.exceptions import BaseError, PermissionDeniedError, UnauthenticatedError

    try:
        yield
    except FileNotFoundError:
        raise
    except (BaseError, OSError) as error:
        # Of a list, obstore only says it in words.
        if isinstance(error, PermissionDeniedError | UnauthenticatedError) or "403 Forbidden" in str(error):
            raise OutputError(
                "The server refuses {target}: check the credentials and what they allow, and AWS_REGION.",
                target=target,
            ) from None
        raise OutputError(
            "{target} cannot be written or read ({reason}): check the name of the bucket, AWS_S3_ENDPOINT and "
            "the connection; the same run continues.",
            target=target,
            reason=redact(str(error).splitlines()[0][:200] if str(error) else type(error).__name__),
        ) from None


def staging_path(target: Path) -> Path:
    """Return where a file grows that becomes an object: in the folder for temporary files, under the same name."""
    return Path(tempfile.gettempdir()) / target.name
