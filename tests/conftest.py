"""All processes of the tests hear Ctrl-C, also where the tests are a job in the background of a shell."""

from __future__ import annotations

import signal

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
