"""One declaration, read by everyone: schema.json, families found by their files, refusals in one sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from sr_core.backbones import Backbone
from sr_core.degradations import Degradation
from sr_core.diffusion.samplers import Sampler
from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.errors import InputError
from sr_core.jobs import Job, publish_schema
from sr_core.objectives import Objective
from sr_core.parameter_types import Extent
from sr_core.schema import Choice, Config, schema_of

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def schema():
    return json.loads((ROOT / "sr_core" / "schema.json").read_text(encoding="utf-8"))


def test_schema_json_is_what_the_classes_say(schema):
    assert schema == publish_schema(), "run: python -m sr_core schema"


@pytest.mark.parametrize("family", [Job, Backbone, Objective, NoiseSchedule, Sampler, Degradation])
def test_the_files_are_the_members(family):
    folder = Path(sys.modules[family.__module__].__file__).parent
    assert set(family.members) == {path.stem for path in folder.glob("[!_]*.py")}
    assert all(member.id == name for name, member in family.members.items())


def test_everything_a_user_can_set_is_explained(schema):
    for name, job in schema["jobs"].items():
        assert job["title"] and job["description"] and job["tags"], name
        assert job["required"], name
        for owner in (job["properties"], job["result"], *choices(job)):
            for option, spec in owner.items():
                if spec.get("type") == "string":
                    explained = {member["const"]: member["title"] for member in spec.get("oneOf", ())}
                    assert list(explained) in ([], spec.get("enum")) and all(explained.values()), (
                        name,
                        option,
                    )
                assert "anyOf" not in spec and "$ref" not in spec, (name, option)
                assert option == "id" or (spec["title"] and spec["description"].endswith(".")), (name, option)


def choices(job):
    families = [spec for spec in job["properties"].values() if spec.get("format") == "choice"]
    return [member["properties"] for spec in families for member in spec["oneOf"]]


def test_the_schema_holds_bounds_defaults_and_choices(schema):
    train = schema["jobs"]["train_model"]["properties"]
    assert train["learning_rate"]["maximum"] == 1 and train["learning_rate"]["exclusiveMinimum"] == 0
    assert train["device"]["enum"] == ["auto", "cpu", "cuda", "cuda:0", "cuda:1", "cuda:2", "cuda:3", "mps"]
    networks = {member["properties"]["id"]["const"]: member for member in train["backbone"]["oneOf"]}
    assert list(networks) == list(Backbone.members)
    assert networks["edsr"]["properties"]["n_feats"]["default"] == 64
    assert train["backbone"]["default"]["id"] == "edsr"
    assert schema["jobs"]["classify_pixels"]["properties"]["extent"]["format"] == "extent"
    assert set(schema["jobs"]["export_tiles"]["required"]) == {"output"}


def test_questions_of_dialogs_name_fields_that_may_be_blank(schema):
    asked = {name: job["questions"] for name, job in schema["jobs"].items() if job["questions"]}
    assert {"export_tiles", "sharpen_sentinel2"} <= asked.keys()
    for name, questions in asked.items():
        job = schema["jobs"][name]
        for question in questions:
            assert question["title"].endswith("?")
            for answer in question["answers"]:
                named = {*answer["shows"], *answer["needs"], *answer["presets"]}
                assert answer["title"] and named <= job["properties"].keys(), name
                assert not named & set(job["required"]), name  # which are asked for with every answer
                assert not any("default" in job["properties"][field] for field in answer["needs"]), name


# A family of its own


class Colour(Choice):
    """A family that only the tests know."""


class Red(Colour):
    """Red: the first of them

    Warm.
    """

    strength: Annotated[int, Field(title="Strength", ge=1, le=9)] = 5
    """How red."""
    kind: Annotated[Literal["dark", "light"] | None, Field(title="Kind")] = None
    """Which red."""


class Paint(Config):
    """Something that has a colour."""

    colour: Colour = Red()
    """Its colour."""


RED = Red.id


def test_a_member_is_chosen_by_the_name_of_its_file():
    assert Path(__file__).stem == RED and Colour.members == {RED: Red}


def test_a_second_member_of_the_same_name_is_an_error_in_the_program():
    with pytest.raises(TypeError, match=f"'{RED}' is already a member"):
        type("Crimson", (Colour,), {"__module__": Red.__module__})
    assert Colour.members[RED] is Red


def test_a_choice_reads_from_its_id_its_values_or_itself():
    assert Colour.load(RED) == Colour.load({"id": RED}) == Colour.load(Red()) == Red(strength=5)
    assert Colour.load({"id": RED, "strength": 7}).strength == 7


@given(st.integers(1, 9), st.sampled_from(["dark", "light", None]))
def test_what_is_dumped_can_be_loaded(strength, kind):
    paint = Paint(colour=Red(strength=strength, kind=kind))
    assert Colour.load(paint.colour.dump()) == paint.colour
    assert Paint.model_validate_json(paint.model_dump_json()) == paint


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ("green", f"There is no colour 'green': choose one of {RED}."),
        ({}, f"There is no colour None: choose one of {RED}."),
        ({"id": ["red"]}, f"There is no colour ['red']: choose one of {RED}."),
        ({"id": RED, "shine": 1}, f"{RED} has no option 'shine': it has strength, kind."),
        ({"id": RED, "strength": 10}, "strength does not fit: input should be less than or equal to 9."),
        ({"id": RED, "strength": "much"}, "strength does not fit: input should be a valid integer"),
        ({"id": RED, "kind": "pale"}, "kind does not fit: input should be 'dark' or 'light'."),
    ],
)
def test_refusals_are_one_sentence(values, sentence):
    with pytest.raises(InputError) as refusal:
        Colour.load(values)
    assert str(refusal.value).startswith(sentence)


@pytest.mark.parametrize("values", [5, None, ["id"], 1.5])
def test_what_is_no_choice_at_all_is_refused_too(values):
    with pytest.raises(InputError, match="There is no colour"):
        Colour.load(values)


@pytest.mark.parametrize(
    ("job", "sentence"),
    [
        ({"id": "classify_pixels", "input": "a", "output": "b"}, "MODEL is missing."),
        ({"id": "train_model", "tiles": "a", "output": "b", "epochs": 0}, "EPOCHS does not fit: "),
        ({"id": "train_model", "tiles": "a", "output": "b", "backbone": "x"}, "There is no backbone 'x'"),
        (
            {"id": "train_model", "tiles": "a", "output": "b", "backbone": {"id": "edsr", "n_feat": 4}},
            "edsr has no option 'n_feat': it has ",
        ),
        (
            {"id": "train_model", "tiles": "a", "output": "b", "learning_rate": float("nan")},
            "LEARNING_RATE does not fit",
        ),
        (
            {"id": "export_tiles", "output": "b", "scale": 5},
            "SCALE does not fit: input should be 2, 3, 4 or 8",
        ),
    ],
)
def test_jobs_name_their_parameters_as_qgis_shows_them(job, sentence):
    with pytest.raises(InputError) as refusal:
        Job.load(job)
    assert str(refusal.value).startswith(sentence)


def test_a_config_is_frozen_and_strict():
    with pytest.raises(ValueError, match="frozen"):
        Red().strength = 3
    with pytest.raises(ValueError, match="Extra inputs"):
        Extent(bounds=(0, 0, 1, 1), zone=3)


def test_schema_of_a_config():
    found = schema_of(Red)
    assert (found["title"], found["description"], found["required"]) == (
        "Red: the first of them",
        "Warm.",
        [],
    )
    assert found["properties"]["strength"] == {
        "title": "Strength",
        "description": "How red.",
        "type": "integer",
        "minimum": 1,
        "maximum": 9,
        "default": 5,
    }
    assert found["properties"]["kind"] == {
        "title": "Kind",
        "description": "Which red.",
        "type": "string",
        "enum": ["dark", "light"],
    }
    assert schema_of(Paint)["properties"]["colour"]["default"] == {"id": RED, "strength": 5, "kind": None}


def test_sampling_is_asked_for_by_parameters_of_these_types_and_bounds(schema):
    asked = schema["jobs"]["classify_pixels"]["properties"]
    bounds = {
        name: [asked[name][key] for key in ("type", "minimum", "maximum")] for name in ("n_timestep", "eta")
    }
    assert bounds == {"n_timestep": ["integer", 1, 10_000], "eta": ["number", 0, 1]}
    known = {"ddim": 200, "ddpm": None, "dpm_solver": 15}
    assert known.items() <= asked["n_timestep"]["owners"].items()  # other files are other members
    assert asked["n_timestep"]["blank"] == "all"
    assert [name for name, spec in asked.items() if spec.get("option_of") == "sampler"] == [
        "n_timestep",
        "eta",
    ]


def test_the_command_writes_the_schema(tmp_path):
    """A copy of the engine's code writes its own schema.json: the same bytes as the one under version control."""
    code = tmp_path / "sr_core"
    for source in (ROOT / "sr_core").rglob("*.py"):
        target = code / source.relative_to(ROOT / "sr_core")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    subprocess.run([sys.executable, "-m", "sr_core", "schema"], cwd=tmp_path, check=True)
    assert (code / "schema.json").read_bytes() == (ROOT / "sr_core" / "schema.json").read_bytes()
