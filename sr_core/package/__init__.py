"""The model package (.srpk): reading, writing, and its card."""
