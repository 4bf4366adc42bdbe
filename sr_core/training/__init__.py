"""Trains a net on a tile set."""
