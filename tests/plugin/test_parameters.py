"""Schema properties as Processing parameters, and their values as JSON again."""

import pytest
from finer.processing_provider.errors import FinerError
from finer.processing_provider.help_text import with_labels
from finer.processing_provider.option_text import parse_options
from finer.processing_provider.parameter_values import (
    READERS,
    GivenParameters,
    job_values,
)
from finer.processing_provider.parameters import MAKERS, kind, labels
from finer.processing_provider.provider import published_jobs
from qgis.core import (
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProperty,
)
from qgis.PyQt.QtCore import QVariant

JOBS = published_jobs()
ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced
OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


@pytest.fixture
def read(create_algorithm, context):
    def job_of(name, **parameters):
        return job_values(GivenParameters(create_algorithm(name), parameters, context), JOBS[name])

    return job_of


def properties():
    return [(job, name, spec) for job, schema in JOBS.items() for name, spec in schema["properties"].items()]


def test_the_four_jobs_are_published():
    assert {"export_tiles", "train_model", "classify_pixels", "evaluate_model"} <= set(JOBS)


@pytest.mark.parametrize(("job", "name", "spec"), properties())
def test_every_property_is_asked_for_and_read_back(create_algorithm, job, name, spec):
    definition = create_algorithm(job).parameterDefinition(name.upper())
    assert definition.description() == spec["title"]
    assert definition.help().partition("\n")[0] == with_labels(spec["description"], labels(JOBS[job]))
    assert bool(definition.flags() & ADVANCED) == spec.get("advanced", False)
    needed = name in JOBS[job]["required"]
    assert bool(definition.flags() & OPTIONAL) == (not needed and spec.get("default", "") == "")
    assert kind(spec) in MAKERS
    assert (
        kind(spec) in READERS
        or kind(spec) in ("raster-in", "polygons-in", "extent")
        or kind(spec).endswith("-out")
    )


@pytest.mark.parametrize("job", JOBS)
def test_parameters_come_in_the_schemas_order_with_results_last(create_algorithm, job):
    names = [definition.name() for definition in create_algorithm(job).parameterDefinitions()]
    schema = JOBS[job]["properties"]
    own = [name for name in names if name.lower() in schema]
    asked = [name.upper() for name, spec in schema.items() if not kind(spec).endswith("-out")]
    written = [name.upper() for name, spec in schema.items() if kind(spec).endswith("-out")]
    assert own == asked + written
    assert names[-len(written) :] == written


def test_options_follow_their_choice_and_the_resolution_its_extent(create_algorithm):
    train = [definition.name() for definition in create_algorithm("train_model").parameterDefinitions()]
    assert train[train.index("BACKBONE") + 1] == "BACKBONE_OPTIONS"
    assert train[train.index("OBJECTIVE") + 1] == "OBJECTIVE_OPTIONS"
    export = [definition.name() for definition in create_algorithm("export_tiles").parameterDefinitions()]
    assert export[export.index("DEGRADATION") + 1] == "DEGRADATION_OPTIONS"
    assert export[export.index("EXTENT") + 1] == "RESOLUTION"
    assert "RESOLUTION" not in train


def test_bounds_and_defaults_are_the_schemas(create_algorithm):
    size = create_algorithm("export_tiles").parameterDefinition("TILE_SIZE")
    spec = JOBS["export_tiles"]["properties"]["tile_size"]
    assert size.dataType() == QgsProcessingParameterNumber.Type.Integer
    assert (size.minimum(), size.maximum(), size.defaultValue()) == (
        spec["minimum"],
        spec["maximum"],
        spec["default"],
    )
    share = create_algorithm("export_tiles").parameterDefinition("MIN_VALID")
    assert share.dataType() == QgsProcessingParameterNumber.Type.Double
    assert share.defaultValue() == JOBS["export_tiles"]["properties"]["min_valid"]["default"]


def test_what_has_no_default_is_blank(create_algorithm):
    rate = create_algorithm("train_model").parameterDefinition("LEARNING_RATE")
    assert rate.defaultValue() is None
    assert rate.flags() & OPTIONAL
    assert not create_algorithm("train_model").parameterDefinition("TENSORBOARD").createByDefault()


def test_what_is_left_blank_is_left_to_the_job(read):
    search = ("mask_clouds", "max_cloud", "min_cover", "stac_collection", "stac_api", "timeout")
    assert read(
        "classify_pixels", MODEL="m.srpk", BANDS=[], GAIN="", OFFSET=QVariant(), EXTENT=None, SCALE=""
    ) == {
        "model": "m.srpk",
        "seed": 0,
        "samples": 1,
        "coverage": 90,
        **{name: JOBS["classify_pixels"]["properties"][name]["default"] for name in search},
        "exact": False,
        "device": "auto",
        "precision": "exact",
    }


def test_a_value_may_be_an_expression(read):
    assert read("export_tiles", TILE_SIZE=QgsProperty.fromExpression("8 * 16"))["tile_size"] == 128


def test_several_files_are_one_parameter(read):
    given = ["b.srpk", "c.srpk"]
    assert read("evaluate_model", COMPARE_WITH=given)["compare_with"] == given


def test_one_file_of_several_may_stand_alone(read):
    assert read("evaluate_model", COMPARE_WITH="b.srpk")["compare_with"] == ["b.srpk"]
    assert "compare_with" not in read("evaluate_model", COMPARE_WITH=[])


@pytest.mark.parametrize("given", ["2", 2, QgsProperty.fromExpression("'2'")])
def test_an_enumeration_of_integers_gives_an_integer(read, given):
    assert read("export_tiles", SCALE=given)["scale"] == 2


@pytest.mark.parametrize("given", ["5", 5, 0, "two"])
def test_an_unknown_member_is_refused_not_replaced_by_the_default(read, given):
    with pytest.raises(FinerError, match="SCALE must be one of 2, 3, 4, 8"):
        read("export_tiles", SCALE=given)


def test_a_script_may_give_a_number_to_an_enumeration(create_algorithm, context, make_raster, tmp_path):
    values = {"INPUT": make_raster("a.tif"), "OUTPUT": str(tmp_path / "tiles")}
    assert create_algorithm("export_tiles").checkParameterValues({**values, "SCALE": 2}, context) == (
        True,
        "",
    )
    assert not create_algorithm("export_tiles").checkParameterValues({**values, "SCALE": 5}, context)[0]


@pytest.mark.parametrize("given", ["70,20,10", "70;20;10", "70 20 10", " 70, 20 ,10 "])
def test_numbers_are_separated_by_anything_usual(read, given):
    assert read("export_tiles", SPLIT=given)["split"] == [70, 20, 10]


@pytest.mark.parametrize("given", ["70,30", "70,20,5,5", "a,b,c", ","])
def test_numbers_that_are_none_or_too_few_are_refused_with_an_example(read, given):
    with pytest.raises(FinerError, match=r"SPLIT must be numbers .* 80,10,10"):
        read("export_tiles", SPLIT=given)


@pytest.mark.parametrize("given", [[4, 3, 2], ["4", "3", "2"], "4;3;2", "4,3,2"])
def test_bands_keep_their_order(read, given):
    assert read("classify_pixels", MODEL="m", BANDS=given)["bands"] == [4, 3, 2]


def test_bands_that_are_no_numbers_are_refused(read):
    with pytest.raises(FinerError, match="BANDS must be band numbers"):
        read("classify_pixels", MODEL="m", BANDS="red")


MEMBER = {
    "properties": {
        "id": {"const": "net"},
        "n_feats": {"type": "integer", "default": 64},
        "res_scale": {"type": "number", "default": 1.0},
        "skip": {"type": "string", "default": "bicubic"},
        "channel_mults": {"type": "array", "items": {"type": "integer"}, "default": [1, 2]},
        "norm": {"type": "boolean", "default": True},
    }
}


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("", {}),
        ("n_feats=32", {"n_feats": 32}),
        ("n_feats = 32, res_scale=1e-1", {"n_feats": 32, "res_scale": 0.1}),
        ("n_feats=32; skip=none", {"n_feats": 32, "skip": "none"}),
        ("n_feats=32 skip='none',", {"n_feats": 32, "skip": "none"}),
        ("channel_mults=1,2,4,4, n_feats=8", {"channel_mults": [1, 2, 4, 4], "n_feats": 8}),
        ("n_feats=8, channel_mults=[1, 2]", {"channel_mults": [1, 2], "n_feats": 8}),
        ("norm=false", {"norm": False}),
        ('{"n_feats": 32, "skip": "none"}', {"n_feats": 32, "skip": "none"}),
    ],
)
def test_options_are_read_as_pairs_or_json(text, options):
    assert parse_options("OPTIONS", text, MEMBER) == options


@pytest.mark.parametrize("text", ["n_feats", "n_feats=", "=32", "32", '{"n_feats": 32'])
def test_options_that_cannot_be_read_are_answered_with_an_example(text):
    with pytest.raises(
        FinerError, match=r"OPTIONS cannot be read at .*: write it like n_feats=64, res_scale=1\.0"
    ):
        parse_options("OPTIONS", text, MEMBER)


def test_an_unknown_option_is_answered_with_the_known_ones():
    with pytest.raises(FinerError, match="net has no option 'n_feat': it has n_feats, res_scale"):
        parse_options("OPTIONS", "n_feat=32", MEMBER)


def test_a_choice_is_its_id_with_the_options(read):
    assert read("train_model", TILES="t")["backbone"] == {"id": "edsr"}  # SIZE says the rest
    small = read("train_model", TILES="t", BACKBONE_OPTIONS="n_feats=32, n_blocks=8")["backbone"]
    assert small == {"id": "edsr", "n_feats": 32, "n_blocks": 8}
    other = read("train_model", TILES="t", BACKBONE="otbtf_srresnet", BACKBONE_OPTIONS="n_feats=32")[
        "backbone"
    ]
    assert other == {"id": "otbtf_srresnet", "n_feats": 32}
    deep = "preset=small, channel_mults=1,2,4, attn_res=16, 8, dropout=0.1, skip_rescale=true"
    assert read("train_model", TILES="t", BACKBONE="sr3", BACKBONE_OPTIONS=deep)["backbone"] == {
        "id": "sr3",
        "preset": "small",
        "channel_mults": [1, 2, 4],
        "attn_res": [16, 8],
        "dropout": 0.1,
        "skip_rescale": True,
    }
    single = read("train_model", TILES="t", BACKBONE="sr3", BACKBONE_OPTIONS="channel_mults=1, attn_res=8")
    assert single["backbone"] == {"id": "sr3", "channel_mults": [1], "attn_res": [8]}
    alone = read("train_model", TILES="t", BACKBONE="sr3", BACKBONE_OPTIONS="attn_res=[]")["backbone"]
    assert alone == {"id": "sr3", "attn_res": []}
    squared = read("train_model", TILES="t", OBJECTIVE_OPTIONS="criterion=l2")["objective"]
    assert (squared["id"], squared["criterion"]) == ("pixel", "l2")
    noisy = read(
        "train_model", TILES="t", OBJECTIVE="denoising", OBJECTIVE_OPTIONS="schedule=jsd, n_timestep=50"
    )
    assert noisy["objective"] == {"id": "denoising", "schedule": "jsd", "n_timestep": 50}
    seen = "layers=relu1_2,relu2_2, layer_weights=1,0.5, rgb=4,3,2, vgg_weights=/a folder/vgg16.pth"
    assert read("train_model", TILES="t", OBJECTIVE="perceptual", OBJECTIVE_OPTIONS=seen)["objective"] == {
        "id": "perceptual",
        "layers": ["relu1_2", "relu2_2"],
        "layer_weights": [1, 0.5],
        "rgb": [4, 3, 2],
        "vgg_weights": "/a folder/vgg16.pth",
    }


def test_a_degradation_is_its_id_with_the_options(read, create_algorithm):
    assert read("export_tiles")["degradation"] == {"id": "bicubic"}
    asked = "mtf=0.24,0.28, noise=0.002, jpeg=75"
    assert read("export_tiles", DEGRADATION="mtf", DEGRADATION_OPTIONS=asked)["degradation"] == {
        "id": "mtf", "mtf": [0.24, 0.28], "noise": [0.002], "jpeg": 75,
    }  # fmt: skip
    sensor = read("export_tiles", DEGRADATION="mtf", DEGRADATION_OPTIONS="sensor=landsat_oli")["degradation"]
    assert sensor == {"id": "mtf", "sensor": "landsat_oli"}
    assert "For example noise=0.002, jpeg=75." in (
        create_algorithm("export_tiles").parameterDefinition("DEGRADATION_OPTIONS").help()
    )


def test_models_chain_by_their_file_filter(create_algorithm):
    model = create_algorithm("classify_pixels").parameterDefinition("MODEL")
    assert isinstance(model, QgsProcessingParameterFile)
    assert "*.srpk" in model.fileFilter()
    assert model.extension() == ""
    assert "*.srpk" in create_algorithm("train_model").parameterDefinition("OUTPUT").fileFilter()


def test_a_destination_of_a_model_gets_its_suffix(create_algorithm):
    assert create_algorithm("train_model").parameterDefinition("OUTPUT").defaultFileExtension() == "srpk"
    assert (
        create_algorithm("evaluate_model").parameterDefinition("OUTPUT_HTML").defaultFileExtension() == "html"
    )
    assert create_algorithm("classify_pixels").parameterDefinition("OUTPUT").defaultFileExtension() == "tif"


def test_the_extent_is_optional(create_algorithm):
    extent = create_algorithm("classify_pixels").parameterDefinition("EXTENT")
    assert isinstance(extent, QgsProcessingParameterExtent)
    assert extent.checkValueIsAcceptable(None)


@pytest.mark.parametrize(
    ("name", "right"),
    [("sr.png", False), ("sr", False), ("sr.tif", True), ("sr.v2.TIF", True), ("sr.tiff", True)],
)
def test_a_raster_is_written_as_geotiff_only(create_algorithm, context, make_raster, tmp_path, name, right):
    values = {"INPUT": make_raster("a.tif"), "MODEL": "m.srpk", "OUTPUT": str(tmp_path / name)}
    fine, why = create_algorithm("classify_pixels").checkParameterValues(values, context)
    assert fine == right
    assert right or "OUTPUT must end in .tif" in why


def test_a_temporary_result_has_the_right_suffix(create_algorithm, context, make_raster):
    values = {"INPUT": make_raster("a.tif"), "MODEL": "m.srpk", "OUTPUT": "TEMPORARY_OUTPUT"}
    assert create_algorithm("classify_pixels").checkParameterValues(values, context) == (True, "")
    assert context.layersToLoadOnCompletion() == {}


def test_options_of_a_network_that_shows_only_later(create_algorithm, context):
    """Any name is passed on; the engine knows which network the weights are of."""
    chosen = create_algorithm("import_model")
    values = job_values(
        GivenParameters(
            chosen,
            {"INPUT": "w.pth", "BACKBONE_OPTIONS": "res_scale=0.1, T=9, attn_res=16, 8, up=a"},
            context,
        ),
        JOBS["import_model"],
    )
    options = {"res_scale": 0.1, "T": 9, "attn_res": [16, 8], "up": "a"}
    assert values == {"input": "w.pth", "backbone_options": options}
    with pytest.raises(
        FinerError, match=r"BACKBONE_OPTIONS cannot be read at 'res_scale': write it like name=value"
    ):
        job_values(
            GivenParameters(chosen, {"INPUT": "w.pth", "BACKBONE_OPTIONS": "res_scale"}, context),
            JOBS["import_model"],
        )


def test_a_file_of_weights_is_chosen_by_its_endings(create_algorithm):
    shown = create_algorithm("import_model").parameterDefinition("INPUT")
    for ending in ("*.pth", "*.pt", "*.ckpt", "*.safetensors", "*.onnx", "*.dlpk"):
        assert ending in shown.fileFilter()
