"""Sentinel-2 products as they are downloaded: where their bands are, what pixel values mean, which show no land."""
