"""The SR engine, a Python environment of its own: found, set up, checked and run, never imported."""
