"""Dialogs of the algorithms: the parameters panel, the card of a model, and the check before a run."""
