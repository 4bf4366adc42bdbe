"""Networks as lists of layers, for programs other than torch: what they compute, simplified, and in others' formats."""
