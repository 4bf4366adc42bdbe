"""The engine as a separate process: to locate, install, verify and run the Python that has torch.

What may take long is a generator of events. It calls `is_cancelled()` ten times a second, ends its child process if that
is True, and raises `Cancelled`.
"""
