"""The engine's entry point; `command_line` says what it does."""

from __future__ import annotations

import sys

from .cpu_threads import set_thread_variables
from .host_memory import share_freed_memory
from .parent_watch import start_watching

if __name__ == "__main__":
    set_thread_variables()  # which torch and numpy read when they are imported
    share_freed_memory()  # by all threads, none of which has begun
    if sys.argv[1:] == ["serve"]:
        start_watching()

    from .command_line import main  # with torch, which takes seconds: the parent is watched meanwhile

    sys.exit(main())
