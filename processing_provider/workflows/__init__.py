"""Ready-made models: several jobs in one run, as algorithms of the toolbox."""

from .super_resolve_and_evaluate import SuperResolveAndEvaluate
from .train_from_one_image import TrainFromOneImage

WORKFLOWS = (TrainFromOneImage, SuperResolveAndEvaluate)
