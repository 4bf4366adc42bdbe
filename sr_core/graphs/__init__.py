"""Networks as lists of layers for programs other than torch: simplified, folded, and written in ncnn's format."""
