"""Stands in for the engine, which needs torch."""
