"""Options as text and as values: the way there and back, and what of a text can be used."""

import pytest
from finer.processing_provider.errors import FinerError
from finer.processing_provider.option_text import ANY, format_options, parse_options, read_each
from finer.processing_provider.parameters import members
from finer.processing_provider.provider import published_jobs

JOBS = published_jobs()
EDSR = members(JOBS["train_model"]["properties"]["backbone"])["edsr"]
MTF = members(JOBS["export_tiles"]["properties"]["degradation"])["mtf"]
ADVERSARIAL = members(JOBS["train_model"]["properties"]["objective"])["adversarial"]


@pytest.mark.parametrize(
    ("text", "member", "known", "rest"),
    [
        ("", EDSR, {}, ""),
        ("n_feats=32, foo=3,4, res_scale=0.5", EDSR, {"n_feats": 32, "res_scale": 0.5}, "foo=3,4"),
        ('{"n_feats": 32, "foo": [1, 2]}', EDSR, {"n_feats": 32}, "foo=1,2"),
        ("n_feats 32", EDSR, {}, "n_feats 32"),
        ("{n_feats: 32", EDSR, {}, "{n_feats: 32"),
        ("n_feats=1.000; n_blocks=8", EDSR, {"n_blocks": 8}, "n_feats=1.000"),  # a thousand to some
        ("mtf=0.3; noise=0,002", MTF, {"mtf": [0.3]}, "noise=0,002"),
        ("n_feats=32", ANY, {}, "n_feats=32"),
    ],
)
def test_what_a_text_says_is_used_as_far_as_it_can_be_and_kept_otherwise(text, member, known, rest):
    assert read_each("OPTIONS", text, member) == (known, rest)


@pytest.mark.parametrize(
    ("options", "member", "text"),
    [
        ({"n_feats": 32, "res_scale": 1.0}, EDSR, "n_feats=32, res_scale=1"),
        ({"mtf": [0.24, 0.3], "sensor": "landsat_oli"}, MTF, "mtf=0.24,0.3, sensor=landsat_oli"),
        ({"vgg_weights": "/a b/c.pth"}, ADVERSARIAL, "vgg_weights=/a b/c.pth"),
        (
            {"vgg_weights": "/a, b=c.pth"},
            ADVERSARIAL,
            '{"vgg_weights": "/a, b=c.pth"}',
        ),  # pairs would end before b
    ],
)
def test_options_are_written_as_they_are_read(options, member, text):
    assert format_options(options, member) == text
    assert parse_options("OPTIONS", text, member) == options


def test_what_cannot_be_read_is_written_as_it_was_typed():
    text = format_options({"mtf": "0,3"}, MTF)
    assert text == "mtf=0,3"
    with pytest.raises(FinerError):
        parse_options("DEGRADATION_OPTIONS", text, MTF)
