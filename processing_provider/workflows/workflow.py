"""What all workflows share: jobs that run one after the other, each with results of those before it.

They are no `QgsProcessingModelAlgorithm`, since each version of QGIS names the results of such a model in its own way, and
names must not change.
"""

from __future__ import annotations

from typing import ClassVar

from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingMultiStepFeedback,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QThread

from .. import error_help_links
from ..error_reporting import report_errors
from ..errors import Cancelled, FinerError
from ..layers.input_file_protection import refuse_overlap
from ..parameter_values import (
    GivenParameters,
    check_destinations,
    check_numbers,
    job_values,
    with_texts_for_enums,
)
from ..parameters import definitions, outputs
from ..toolbox_algorithm import ToolboxAlgorithm
from ..translation import tr

OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


class Workflow(ToolboxAlgorithm):
    """Several jobs in one run. Its parameters and their help are those of the jobs, under the same keys."""

    steps: ClassVar[dict]
    """Name -> `WorkflowStep`, in order."""
    results: ClassVar[dict]
    """Key of a result -> name of the step that makes it, where it has the same key."""
    required: ClassVar[set] = set()
    """Keys that must be set, though they are optional in the job."""
    keywords: ClassVar[tuple]
    """Tags of the toolbox' search."""

    def __init__(self, jobs):
        super().__init__()
        self.jobs, self._layer = jobs, None
        needs_torch = any(jobs[step.job].get("complete_engine") for step in self.steps.values())
        self.schema = {"properties": {}, "replaces": {}, "complete_engine": needs_torch}
        """Of what the user sets: properties of the jobs, for the dialog; and what results replace in their folders."""

    def createInstance(self):
        return type(self)(self.jobs)

    def group(self):
        return tr("Ready-made models")

    def groupId(self):
        return "ready_made_models"

    def tags(self):
        return list(self.keywords)

    def initAlgorithm(self, configuration=None):
        for step in self.steps.values():
            properties = self.jobs[step.job]["properties"]
            for definition in definitions(self.jobs[step.job]):
                key = definition.name()
                if key not in step.user_keys() or self.parameterDefinition(key):
                    continue
                if key in self.required:
                    definition.setFlags(definition.flags() & ~OPTIONAL)
                self.addParameter(definition)
                if key.lower() in properties:
                    self.schema["properties"][key.lower()] = properties[key.lower()]
        for key, name in self.results.items():
            field, replaces = key.lower(), self.jobs[self.steps[name].job].get("replaces", {})
            if field in replaces:
                self.schema["replaces"][field] = replaces[field]
            for definition in definitions(self.jobs[self.steps[name].job]):
                if definition.name() == key:
                    self.addParameter(definition)
        for step in self.steps.values():
            for output in outputs(self.jobs[step.job]):
                if self.outputDefinition(output.name()) is None:
                    self.addOutput(output)

    def checkParameterValues(self, parameters, context):
        for step in self.steps.values():
            parameters = with_texts_for_enums(self.jobs[step.job], parameters)
        try:
            for name, step in self.steps.items():  # so that no wrong name of the last result costs hours
                job, schema = create_job(step.job), self.jobs[step.job]
                asked = GivenParameters(job, self._step_values(name, job, parameters, {}), context)
                check_numbers(asked, schema)
                check_destinations(asked, schema)
                job_values(asked, schema)
            refuse_overlap(GivenParameters(self, parameters, context), self.schema, self.results)
        except FinerError as error:
            return False, self.refusal(error)
        is_fine, reason = super().checkParameterValues(parameters, context)
        if is_fine:  # what else later steps refuse depends on results of earlier ones
            name, step = next(iter(self.steps.items()))
            job = create_job(step.job)
            job.shows_links = self.shows_links
            return job.checkParameterValues(self._step_values(name, job, parameters, {}), context)
        return is_fine, reason

    def prepareAlgorithm(self, parameters, context, feedback):
        with report_errors(self, feedback):  # models do not check
            refuse_overlap(GivenParameters(self, parameters, context), self.schema, self.results)
        # Steps start in another thread, where the project's layers must not be used: they get a copy.
        layer = self.parameterAsRasterLayer(parameters, "INPUT", context)
        self._layer = layer.clone() if layer else None
        if self._layer:
            self._layer.moveToThread(None)
        return True

    def processAlgorithm(self, parameters, context, feedback):
        done, found = {}, {}
        layer, self._layer = self._layer, None
        if layer:
            layer.moveToThread(QThread.currentThread())
            parameters = {**parameters, "INPUT": layer}
        with report_errors(self, feedback):
            progress = QgsProcessingMultiStepFeedback(len(self.steps), feedback)
            error_help_links.share_pages(progress, feedback)
            for number, (name, step) in enumerate(self.steps.items()):
                progress.setCurrentStep(number)
                job = create_job(step.job)
                position = {"number": number + 1, "count": len(self.steps)}
                feedback.pushInfo(
                    tr("Step {number} of {count}: {title}", title=job.displayName(), **position)
                )
                done[name] = _run_job(job, self._step_values(name, job, parameters, done), context, progress)
                if feedback.isCanceled():
                    raise Cancelled
                found.update(done[name])
        written = {key: done[name][key] for key, name in self.results.items() if key in done[name]}
        known = {output.name() for output in self.outputDefinitions()}
        return {**{key: value for key, value in found.items() if key in known}, **written}

    def _step_values(self, name, job, parameters, done):
        """Return the parameters of a step, from what the user has set and the results of earlier steps by their names."""
        values = {}
        for definition in job.destinationParameterDefinitions():
            key = definition.name()
            if self.results.get(key) == name and parameters.get(key) is not None:
                values[key] = parameters[key]
            elif not definition.flags() & OPTIONAL:
                values[key] = QgsProcessing.TEMPORARY_OUTPUT
        for key, source in self.steps[name].values.items():
            value = source.read(parameters, done)
            if value is not None:
                values[key] = value
        return values


def create_job(name):
    """Return a new algorithm of a job."""
    return QgsApplication.processingRegistry().createAlgorithmById(f"finer:{name}")


def _run_job(job, values, context, feedback):
    """Run the algorithm of a step; return its results, or raise why it has none."""
    is_fine, reason = job.checkParameterValues(values, context)
    if not is_fine:
        raise QgsProcessingException(reason)
    results, is_fine = job.run(values, context, feedback, {}, False)
    if not is_fine and not feedback.isCanceled():
        raise QgsProcessingException(tr("{title} failed; the log says why.", title=job.displayName()))
    return results
