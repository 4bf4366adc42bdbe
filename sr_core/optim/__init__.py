"""How weights follow their gradients: optimisers, learning rates over time, and what both are told."""
