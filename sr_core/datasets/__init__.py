"""Tile sets: pairs of low- and high-resolution tiles, how they are made, divided and read."""
