"""How good a model is: metrics, comparison with bicubic resampling, intervals, pictures of tiles."""
