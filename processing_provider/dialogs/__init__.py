"""Dialogs of the algorithms: the parameters panel, a model's card, and what is said before a run."""
