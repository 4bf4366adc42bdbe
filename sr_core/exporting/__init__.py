"""Export of models to other programs: networks in ONNX, metadata of Deepness, and STAC items."""
