"""The page of documentation that every error ends with."""

import re
from pathlib import Path

import pytest
from finer.processing_provider import error_help_links, error_reporting, help_page_addresses
from finer.processing_provider.engine import failures, locate, worker
from finer.processing_provider.errors import FinerError
from finer.processing_provider.markdown_html import anchor, to_html
from qgis.core import QgsProcessingException, QgsProcessingFeedback
from qgis.PyQt.QtCore import Qt, QUrl

from .test_job_dialog import run_in_window

PACKAGE = "troubleshooting#a-model-package-cannot-be-read"


def list_kinds():
    kinds = [FinerError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    return kinds


@pytest.mark.parametrize("kind", list_kinds())
def test_every_kind_of_error_has_a_page_with_its_anchor(kind, tmp_path):
    page, _, entry = kind.page.partition("#")
    html = to_html(
        (help_page_addresses.DOCS / f"{page}.md").read_text(encoding="utf-8"),
        page,
        help_page_addresses.DOCS,
        "",
    )
    assert not entry or f'id="{entry}"' in html


def test_an_entry_that_quotes_a_sentence_comes_before_the_page_of_its_kind():
    assert error_help_links.find_page(FinerError("Nobody quotes this.")) == "troubleshooting"
    quoted = FinerError(failures.OUT_OF_MEMORY, how="SIGKILL")
    assert error_help_links.find_page(quoted) == "troubleshooting#memory-ran-out"
    unexpected = FinerError(error_reporting.UNEXPECTED, kind="ValueError", reason="x")
    assert error_help_links.find_page(unexpected) == "troubleshooting#an-unexpected-error"
    assert (
        error_help_links.find_page(locate.NotSetUp("Not quoted."))
        == "troubleshooting#the-engine-is-not-set-up"
    )
    assert set(error_help_links.quoted_sentences().values()) - {"troubleshooting"} == set(
        error_help_links.quoted_sentences().values()
    )  # each quote stands in an entry of its own


def test_links_between_pages_lead_to_a_heading(tmp_path):
    """Those of the offline pages, which are what users read."""
    Path(QUrl(help_page_addresses.page_url("quick-start", tmp_path)).toLocalFile())
    pages = {page.name: page.read_text(encoding="utf-8") for page in (tmp_path / "finer-help").glob("*.html")}
    links = [
        (name, target or name, entry)
        for name, text in pages.items()
        for target, entry in re.findall(r'href="([\w-]+\.html)?#([^"]+)"', text)
    ]
    assert len(links) > 10
    assert [link for link in links if f'id="{link[2]}"' not in pages[link[1]]] == []


def test_anchors_are_those_of_github():
    assert anchor("The engine's packages: do they work?") == "the-engines-packages-do-they-work"


def test_the_engines_error_brings_its_page(monkeypatch):
    event = {"event": "failed", "text": "{path} is odd.", "values": {"path": "a"}, "page": PACKAGE}
    with pytest.raises(FinerError) as caught:
        worker._final_event(event, 2, [], "python")
    assert (str(caught.value), caught.value.page) == ("a is odd.", PACKAGE)
    assert FinerError.page == "troubleshooting"


def test_a_log_gets_the_address_and_a_window_the_page(create_algorithm):
    """As text where nothing can be pressed, and offline, since pages lie in the plugin's folder."""

    def run(feedback):
        with pytest.raises(QgsProcessingException) as caught, error_reporting.report_errors(None, feedback):
            error = FinerError("Wrong.")
            error.page = PACKAGE
            raise error
        return str(caught.value)

    sentence, what = run(QgsProcessingFeedback()).splitlines()
    assert sentence == "Wrong." and what.startswith("What to do: file:///")
    url = QUrl(what.partition(": ")[2])
    assert f'id="{url.fragment()}"' in Path(url.toLocalFile()).read_text(encoding="utf-8")

    feedback = QgsProcessingFeedback()
    error_help_links.collect_pages(feedback)
    assert run(feedback) == "Wrong."
    assert feedback.error_pages == [PACKAGE]


def test_sentences_of_several_lines_are_rich_text_in_a_message_box():
    text = error_help_links.with_link("a < b\nc", "troubleshooting")
    assert text.startswith("a &lt; b<br>c<br><a ") and Qt.mightBeRichText(
        error_help_links.with_link("a\nb", "x")
    )


def test_what_a_check_refuses_has_it_too(create_algorithm, context, tmp_path):
    algorithm = create_algorithm("inspect_model")
    values = {"MODEL": str(tmp_path / "m.srpk"), "OUTPUT_HTML": str(tmp_path / "none" / "a.html")}
    fine, why = algorithm.checkParameterValues(values, context)
    assert not fine and "does not exist: create it" in why.splitlines()[0] and "What to do: " in why
    algorithm.shows_links = True
    fine, why = algorithm.checkParameterValues(values, context)
    assert not fine and why.endswith(
        '<br><a href="finer-docs:troubleshooting#parameters-that-do-not-fit">What to do</a>'
    )


def test_dialogs_show_a_link_that_opens_the_page(make_raster, tmp_path, finer_home):
    make_raster("a.tif")
    shown = run_in_window("links", tmp_path, finer_home)
    assert shown["log"] == ["The model is odd.", f"finer-docs:{PACKAGE}"]
    assert shown["fine"] == 0
    assert shown["workflow"] == ["The model is odd.", f"finer-docs:{PACKAGE}"]
    assert shown["background"] == f'The model is odd.<br><a href="finer-docs:{PACKAGE}">What to do</a>'
    assert shown["opened"][0].endswith("/troubleshooting.html")
    assert shown["opened"][1] == PACKAGE.partition("#")[2]
