"""Satellite scenes of STAC catalogues: search, choice, signed bands read over the web, cloud masks."""
