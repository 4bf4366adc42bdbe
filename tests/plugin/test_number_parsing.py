"""Numbers as people of all countries write them: read rightly, or refused with the spelling to use; never another number."""

import pytest
from finer.processing_provider.errors import FinerError
from finer.processing_provider.number_parsing import read_number, read_numbers, read_whole_number
from finer.processing_provider.option_text import parse_options

MTF = {"properties": {"mtf": {"type": "array", "items": {"type": "number"}}, "dropout": {"type": "number"}}}


@pytest.mark.parametrize(
    ("text", "number"), [("0.5", 0.5), ("-1e-4", -1e-4), (" 12 ", 12), (".5", 0.5), ("+3.", 3), ("1E3", 1000)]
)
def test_a_number_is_read(text, number):
    assert read_number("EMA", text) == number


@pytest.mark.parametrize(
    "text", ["abc", "1 000", "1.000,5", "1,000.5", "٣", "５", "1_000", "nan", "inf", "1e", "0x1", "1;2"]
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(FinerError, match="not a number"):
        read_number("EMA", text)


@pytest.mark.parametrize(("text", "spelling"), [("0,999", "0.999"), ("-0,1", "-0.1"), ("12,5", "12.5")])
def test_a_decimal_comma_is_answered_with_a_point(text, spelling):
    with pytest.raises(FinerError, match=f"write {spelling},"):
        read_number("EMA", text)


@pytest.mark.parametrize(
    ("text", "number"), [("12", 12), ("1000", 1000), ("2.0", 2), ("1e3", 1000), ("0.000", 0), (" 7 ", 7)]
)
def test_a_whole_number_is_read(text, number):
    assert read_whole_number("EPOCHS", text) == number


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1.000", "write 1000, without"),
        ("1,000", "write 1000, without"),
        ("-12.500", "write -12500, without"),
        ("1.000.000", "write 1000000, without"),
        ("1,5", "must be a whole number"),
        ("64.5", "must be a whole number"),
        ("a", "not a number"),
    ],
)
def test_a_thousand_never_becomes_one(text, sentence):
    with pytest.raises(FinerError, match=sentence):
        read_whole_number("EPOCHS", text)


@pytest.mark.parametrize("text", ["n_blocks=1.000", "n_blocks=1,000"])
def test_nor_in_options(text):
    with pytest.raises(FinerError, match="write 1000, without"):
        parse_options("BACKBONE_OPTIONS", text, {"properties": {"n_blocks": {"type": "integer"}}})


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("70,10,20", [70, 10, 20]),
        ("0.1,0.2", [0.1, 0.2]),
        ("1e-4,0", [1e-4, 0]),
        ("0; 5", [0, 5]),
        ("1, 2", [1, 2]),
        ("1 2 3 4", [1, 2, 3, 4]),
        ("1,1,1,1", [1, 1, 1, 1]),
        ("0,0", [0, 0]),
        ("2,-1", [2, -1]),
        ("[0.5, 1]", [0.5, 1]),
    ],
)
def test_a_list_with_one_reading_is_read(text, numbers):
    assert read_numbers("GAIN", text, {}) == numbers


@pytest.mark.parametrize(
    ("text", "one", "several"),
    [
        ("-0,1", "-0.1", "-0; 1"),
        ("0,0001", "0.0001", "0; 0001"),
        ("1,2", "1.2", "1; 2"),
        ("0,1,0,2", "0.1", "0; 1; 0; 2"),
        ("0,5; 0,25", "0.5", "0; 5; 0; 25"),
        ("1,05,3", "1.05", "1; 05; 3"),
    ],
)
def test_a_list_whose_commas_may_be_decimal_ones_is_refused_with_both_spellings(text, one, several):
    with pytest.raises(FinerError, match=f"write {one} with a decimal point, or {several} with a semicolon"):
        read_numbers("GAIN", text, {})


def test_commas_separate_where_the_schema_leaves_one_reading():
    assert read_numbers("BETAS", "0,1", {"minItems": 2}) == [0, 1]
    assert read_numbers("MULTS", "1,2", {"items": {"type": "integer"}}) == [1, 2]


@pytest.mark.parametrize("text", ["mtf=0,3", "dropout=0,1", "dropout=0,1, mtf=0.3"])
def test_options_with_decimal_commas_are_refused(text):
    with pytest.raises(FinerError, match="decimal"):
        parse_options("DEGRADATION_OPTIONS", text, MTF)


def test_options_with_decimal_points_are_read():
    assert parse_options("X", "mtf=0.3,0.25, dropout=0.1", MTF) == {"mtf": [0.3, 0.25], "dropout": 0.1}
