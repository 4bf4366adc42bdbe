"""How weights follow their gradients: optimisers, learning-rate schedules, and the options that choose them."""
