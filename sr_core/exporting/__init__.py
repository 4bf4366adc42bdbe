"""Models of ours for other programs: networks in ONNX, and what those programs want to know of them."""
