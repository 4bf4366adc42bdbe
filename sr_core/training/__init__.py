"""Fitting a net to a tile set."""
