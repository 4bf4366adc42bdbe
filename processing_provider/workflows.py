"""Ready-made models: jobs one after the other, each with what those before it have made, as algorithms of the toolbox.

They are no `QgsProcessingModelAlgorithm`, because QGIS names the results of such a model, and does so otherwise in each of
its versions, and names are for ever.
"""

from __future__ import annotations

from contextlib import suppress
from typing import ClassVar, NamedTuple

from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingMultiStepFeedback,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QThread

from . import model_file
from .error_reporting import in_one_sentence
from .errors import Cancelled, FinerError
from .help_text import help_lines, paragraphs
from .model_library import located
from .parameters import definitions, outputs
from .toolbox_algorithm import ToolboxAlgorithm
from .translation import tr
from .values import Asked, check_numbers, check_suffixes, job_values, with_texts_for_enums

TRAIN = """Makes a super-resolution model of one raster: cuts it into pairs of high- and low-resolution tiles, trains a
network on them, and measures it, beside bicubic resampling, on tiles that took no part.

The model sharpens rasters that look as this one does when its pixels are scale times as large: other places or days of
the same sensor, or a coarser sensor's. The raster should show a few square kilometres of varied land. What can be set
is that of "Export SR training tiles" and "Train SR model"; run those for more."""

APPLY = """Super-resolves a raster with a trained model, and tells how far to trust the result: the raster itself is made
coarser by the scale of the model, sharpened again, and compared with what it was, beside bicubic resampling.

This is Wald's protocol. It judges the model one step coarser than it is used, and without data that one does not have.
The report shows figures and pictures."""


class Given(NamedTuple):
    """A step's value is what the user has set."""

    key: str


class Made(NamedTuple):
    """A step's value is a result of an earlier one."""

    step: str
    key: str


class Fixed(NamedTuple):
    """A step's value is always this."""

    value: str


class ScaleOf(NamedTuple):
    """A step's value is what the user has set as the scale, else that of the model under a key."""

    key: str
    model: str


class WorkflowStep(NamedTuple):
    """A job, and where the values of its parameters come from, by key."""

    job: str
    values: dict


class Workflow(ToolboxAlgorithm):
    """What all have in common. Parameters and their help are those of the jobs, under the same keys."""

    steps: ClassVar[dict]
    results: ClassVar[dict]
    """Key of a result -> the step that makes it; it has the same key there."""
    required: ClassVar[set] = set()
    """Keys that have to be set, though the job could do without."""

    def __init__(self, jobs):
        super().__init__()
        self.jobs, self._layer = jobs, None
        self.schema = {"properties": {}}
        """Of what the user sets: the properties of the jobs, which the dialog goes by."""

    def createInstance(self):
        return type(self)(self.jobs)

    def group(self):
        return tr("Ready-made models")

    def groupId(self):
        return "ready_made_models"

    def createCustomParametersWidget(self, parent=None):
        from .dialogs.job_dialog import JobDialog  # needs windows, which qgis_process has not

        return JobDialog(self.create(), parent=parent)

    def initAlgorithm(self, configuration=None):
        known = set()
        for step in self.steps.values():
            wanted = {source.key for source in step.values.values() if isinstance(source, (Given, ScaleOf))}
            for definition in definitions(self.jobs[step.job]):
                if definition.name() in wanted - known:
                    if definition.name() in self.required:
                        optional = QgsProcessingParameterDefinition.Flag.FlagOptional
                        definition.setFlags(definition.flags() & ~optional)
                    known.add(definition.name())
                    self.addParameter(definition)
                    name = definition.name().lower()
                    if name in self.jobs[step.job]["properties"]:
                        self.schema["properties"][name] = self.jobs[step.job]["properties"][name]
        for key, name in self.results.items():
            self.addParameter(
                next(d for d in definitions(self.jobs[self.steps[name].job]) if d.name() == key)
            )
        for step in self.steps.values():
            for output in outputs(self.jobs[step.job]):
                if self.outputDefinition(output.name()) is None:
                    self.addOutput(output)

    def shortHelpString(self):
        if QgsApplication.platform() == "qgis_process":  # it prints this as plain text
            return "\n\n".join(paragraphs(self.explanation()))
        shown = self.parameterDefinitions()
        asked = [(each.description(), each.help()) for each in shown if not each.isDestination()]
        written = [(each.description(), each.help()) for each in shown if each.isDestination()]
        return help_lines(self.explanation(), asked, written)

    def checkParameterValues(self, parameters, context):
        for step in self.steps.values():
            parameters = with_texts_for_enums(self.jobs[step.job], parameters)
        try:
            for name, step in self.steps.items():  # nobody shall wait for hours to hear of a wrong name
                job, schema = _job(step.job), self.jobs[step.job]
                asked = Asked(job, self._values(name, job, parameters, {}), context)
                check_numbers(asked, schema)
                check_suffixes(asked, schema)
                job_values(asked, schema)
        except FinerError as error:
            return False, tr(error.text, **error.values)
        fine, why = super().checkParameterValues(parameters, context)
        if fine:  # all else that later steps refuse shows only when they have what comes before them
            name, step = next(iter(self.steps.items()))
            job = _job(step.job)
            fine, why = job.checkParameterValues(self._values(name, job, parameters, {}), context)
        return fine, why

    def prepareAlgorithm(self, parameters, context, feedback):
        # Steps begin in another thread, where the project's layers must not be touched: they get a copy.
        layer = self.parameterAsRasterLayer(parameters, "INPUT", context)
        self._layer = layer.clone() if layer else None
        if self._layer:
            self._layer.moveToThread(None)
        return True

    def processAlgorithm(self, parameters, context, feedback):
        made, found = {}, {}
        layer, self._layer = self._layer, None
        if layer:
            layer.moveToThread(QThread.currentThread())
            parameters = {**parameters, "INPUT": layer}
        with in_one_sentence(self, feedback):
            steps = QgsProcessingMultiStepFeedback(len(self.steps), feedback)
            for number, (name, step) in enumerate(self.steps.items()):
                steps.setCurrentStep(number)
                job = _job(step.job)
                values = self._values(name, job, parameters, made)
                feedback.pushInfo(
                    tr(
                        "Step {number} of {count}: {title}",
                        number=number + 1,
                        count=len(self.steps),
                        title=job.displayName(),
                    )
                )
                fine, why = job.checkParameterValues(values, context)
                if not fine:
                    raise QgsProcessingException(why)
                made[name], fine = job.run(values, context, steps, {}, False)
                if feedback.isCanceled():
                    raise Cancelled
                if not fine:
                    raise QgsProcessingException(
                        tr("{title} failed; the log says why.", title=job.displayName())
                    )
                found.update(made[name])
        written = {key: made[name][key] for key, name in self.results.items() if key in made[name]}
        known = {output.name() for output in self.outputDefinitions()}
        return {**{key: value for key, value in found.items() if key in known}, **written}

    def _values(self, name, job, parameters, made):
        """What a step is asked; what is not set is not there."""
        values = {}
        for definition in job.destinationParameterDefinitions():
            ours = self.results.get(definition.name()) == name
            if ours and parameters.get(definition.name()) is not None:
                values[definition.name()] = parameters[definition.name()]
            elif not definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional:
                values[definition.name()] = QgsProcessing.TEMPORARY_OUTPUT
        for key, source in self.steps[name].values.items():
            if isinstance(source, Given):
                value = parameters.get(source.key)
            elif isinstance(source, Made):
                value = made.get(source.step, {}).get(source.key)
            elif isinstance(source, ScaleOf):
                value = parameters.get(source.key) or scale_of(parameters.get(source.model))
            else:
                value = source.value
            if value is not None:
                values[key] = value
        return values


class TrainFromOneImage(Workflow):
    """From a raster to a model and its figures."""

    steps: ClassVar = {
        "export": WorkflowStep(
            "export_tiles",
            {
                key: Given(key)
                for key in ("INPUT", "EXTENT", "RESOLUTION", "BANDS", "SCALE", "TILE_SIZE", "STRIDE")
            },
        ),
        "train": WorkflowStep(
            "train_model",
            {
                "TILES": Made("export", "OUTPUT"),
                **{
                    key: Given(key)
                    for key in ("BACKBONE", "BACKBONE_OPTIONS", "EPOCHS", "PATCH_SIZE", "DEVICE")
                },
            },
        ),
        "evaluate": WorkflowStep(
            "evaluate_model",
            {"TILES": Made("export", "OUTPUT"), "MODEL": Made("train", "OUTPUT"), "DEVICE": Given("DEVICE")},
        ),
    }
    results: ClassVar = {"OUTPUT": "train", "OUTPUT_HTML": "evaluate"}
    required: ClassVar = {"INPUT"}

    def name(self):
        return "train_from_one_image"

    def displayName(self):
        return tr("Train from one image")

    def shortDescription(self):
        return tr("From one raster to a trained super-resolution model and a report on it, in one run.")

    def explanation(self):
        return tr(TRAIN)

    def tags(self):
        words = ("super-resolution", "train", "model", "deep learning", "workflow")
        return list(dict.fromkeys([*words, *map(tr, words)]))


class SuperResolveAndEvaluate(Workflow):
    """From a raster and a model to a finer raster and a report."""

    steps: ClassVar = {
        "classify": WorkflowStep(
            "classify_pixels",
            {
                key: Given(key)
                for key in ("INPUT", "MODEL", "EXTENT", "RESOLUTION", "BANDS", "SCALE", "DEVICE")
            },
        ),
        "export": WorkflowStep(
            "export_tiles",
            {
                **{
                    key: Given(key)
                    for key in ("INPUT", "EXTENT", "RESOLUTION", "BANDS", "TILE_SIZE", "STRIDE")
                },
                "SCALE": ScaleOf("SCALE", "MODEL"),
                "SPLIT": Fixed("0,0,100"),
            },
        ),
        "evaluate": WorkflowStep(
            "evaluate_model",
            {"TILES": Made("export", "OUTPUT"), "MODEL": Given("MODEL"), "DEVICE": Given("DEVICE")},
        ),
    }
    results: ClassVar = {"OUTPUT": "classify", "OUTPUT_HTML": "evaluate"}

    def name(self):
        return "super_resolve_and_evaluate"

    def displayName(self):
        return tr("Super-resolve and evaluate")

    def shortDescription(self):
        return tr("A finer raster, and a report on how well the model does on rasters like it, in one run.")

    def explanation(self):
        return tr(APPLY)

    def tags(self):
        words = ("super-resolution", "upscale", "enhance", "sharpen", "quality", "workflow")
        return list(dict.fromkeys([*words, *map(tr, words)]))


CHAINS = (TrainFromOneImage, SuperResolveAndEvaluate)


def scale_of(model):
    """The scale of a model package, in a file or by name; none if it cannot be read, which the engine then says."""
    with suppress(FinerError):
        return str(model_file.read(located(model)).scale) if model else None
    return None


def _job(name):
    return QgsApplication.processingRegistry().createAlgorithmById(f"finer:{name}")
