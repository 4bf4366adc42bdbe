"""Windows that the menu opens: model library, comparison, engine status, settings."""
