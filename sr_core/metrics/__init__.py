"""Metrics of super-resolved tiles, their comparison with bicubic resampling, and how they are written."""
