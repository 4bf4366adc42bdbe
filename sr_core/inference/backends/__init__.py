"""Backends that compute networks, PyTorch and ncnn, and the choice between them."""
