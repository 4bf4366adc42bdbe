"""Noise schedules and samplers: the noise at each step, and the coefficients of each step back. Numbers, no tensors."""
