"""Ctrl-C where Python raises it in a finalizer, which swallows every exception."""

from __future__ import annotations

import signal

import pytest

from migrate_ext.engine.signals import held, noted


class Finalized:
    """Ctrl-C comes while it is taken apart."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGINT)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_swallowed_interrupt_is_noted() -> None:
    with noted() as came:
        Finalized()
        assert came == [signal.SIGINT]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_noted_interrupt_is_raised_as_ever() -> None:
    with pytest.raises(KeyboardInterrupt), noted():
        signal.raise_signal(signal.SIGINT)


def test_a_held_interrupt_waits_for_the_end_of_the_block() -> None:
    waiting: list[int] = []

    def work() -> None:
        nonlocal waiting
        with held() as waiting:
            signal.raise_signal(signal.SIGINT)
            waiting.append(0)

    with pytest.raises(KeyboardInterrupt):
        work()
    assert waiting == [signal.SIGINT, 0]
