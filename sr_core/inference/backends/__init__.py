"""What computes a network: PyTorch, ncnn, and which of them does it here."""
