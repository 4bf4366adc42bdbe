"""From noise to an image: how much noise there is at each step, and how a step is taken. Numbers only, no tensors."""
