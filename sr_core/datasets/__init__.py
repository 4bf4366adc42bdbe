"""Tile sets: pairs of low- and high-resolution tiles, how they are divided, described and read."""
