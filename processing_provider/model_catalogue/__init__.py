"""The catalogue: models that others have published, and those of a team, to be downloaded into the model library."""
