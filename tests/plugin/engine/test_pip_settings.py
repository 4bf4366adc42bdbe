"""The user's pip configuration, read as pip reads it, and translated for uv."""

import ast
import os
import subprocess
import sys

import pytest
from finer.processing_provider.engine import installers, pip_settings


@pytest.fixture
def user_home(tmp_path, monkeypatch):
    """A user with no configuration yet."""
    for name in list(os.environ):
        if name.startswith("PIP_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "xdg"))
    return tmp_path


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def options_of_pip():
    """Return the options as pip itself lists them: `section.name`, with `:env:` for variables."""
    output = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=True
    ).stdout
    found = {}
    for line in output.splitlines():
        key, _, value = line.partition("=")
        if key != ":env:.config-file":
            found.setdefault(
                key, ast.literal_eval(value)
            )  # newer ones list what is overruled, too, further down
    options = {}
    for section in ("global.", "install.", ":env:."):
        options.update(
            {key[len(section) :]: value for key, value in found.items() if key.startswith(section)}
        )
    return options


@pytest.mark.parametrize("named", [False, True])
def test_it_is_read_as_pip_reads_it(user_home, monkeypatch, named):
    write(
        user_home / "xdg/pip/pip.conf",
        "[global]\nindex-url = https://site/simple\ntimeout = 5\ncert = /site.pem\n",
    )
    write(user_home / ".pip/pip.conf", "[global]\ncert = /old.pem\n[install]\nfind-links =\n    /a\n    /b\n")
    write(
        user_home / ".config/pip/pip.conf",
        "[global]\nindex_url = https://user/simple\nfind-links = /user\n[list]\nformat = x\n",
    )
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", "https://env/simple")
    if named:
        monkeypatch.setenv(
            "PIP_CONFIG_FILE", str(write(user_home / "named.conf", "[global]\nproxy = http://p:1\n"))
        )
    options = pip_settings.read(dict(os.environ))
    assert options == options_of_pip()
    assert ("proxy" in options) == named
    assert options["index-url"] == ("https://site/simple" if named else "https://user/simple")


def test_no_configuration_is_read_when_pip_is_told_so(user_home, monkeypatch):
    write(user_home / ".config/pip/pip.conf", "[global]\nindex-url = https://user/simple\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    assert pip_settings.read(dict(os.environ)) == {}


def test_a_file_that_cannot_be_read_is_passed_over(user_home):
    write(user_home / ".config/pip/pip.conf", "no section\n")
    write(user_home / ".pip/pip.conf", "[global]\ncert = /a.pem\n")
    assert pip_settings.read(dict(os.environ))["cert"] == "/a.pem"


def test_uv_hears_of_indexes_folders_certificates_and_proxy():
    options = {
        "index-url": "https://mirror/simple",
        "extra-index-url": "https://one/simple\nhttps://two/simple",
        "find-links": "/opt/wheels\n~/wheels",
        "trusted-host": "one",
        "cert": "/etc/mine.pem",
        "timeout": "60",
        "proxy": "http://proxy:3128",
    }
    words = pip_settings.to_uv_variables(options, {})
    assert words["UV_DEFAULT_INDEX"] == "https://mirror/simple"
    assert words["UV_INDEX"] == "https://one/simple https://two/simple"
    assert words["UV_FIND_LINKS"] == "/opt/wheels," + os.path.expanduser("~/wheels")
    assert words["UV_INSECURE_HOST"] == "one"
    assert words["SSL_CERT_FILE"] == "/etc/mine.pem"
    assert words["UV_HTTP_TIMEOUT"] == "60"
    assert words["HTTPS_PROXY"] == words["http_proxy"] == "http://proxy:3128"
    assert words["UV_INDEX_STRATEGY"] == "unsafe-best-match"


def test_what_the_user_tells_uv_itself_rules():
    words = pip_settings.to_uv_variables({"index-url": "https://a"}, {"UV_DEFAULT_INDEX": "https://b"})
    assert "UV_DEFAULT_INDEX" not in words
    assert "UV_INDEX" not in words


def test_uv_finds_what_only_pips_configuration_knows(
    user_home, wheel_folder, collect_events, never_cancelled, finer_home
):
    from finer.processing_provider.engine import engine_setup

    if not installers.find_uv():
        pytest.skip("uv is not on PATH: its words are tested, not its answer")
    write(user_home / ".config/pip/pip.conf", f"[global]\nno-index = true\nfind-links = {wheel_folder}\n")
    events, error = collect_events(engine_setup.set_up("cpu", "", "", never_cancelled, "complete"))
    assert error is None and events[-1]["result"]["torch"] == "1.0+cpu"
