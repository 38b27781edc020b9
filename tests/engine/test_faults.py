"""Whatever fails and whoever interferes: one line, exit code 2, and nothing else harmed."""

from __future__ import annotations

import errno as numbers
import os
import sys

import pytest

from tests import faults

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="other system calls")


@pytest.mark.parametrize("error", faults.ERRORS)
@pytest.mark.parametrize("call", faults.CALLS)
def test_a_call_that_fails_costs_one_group_and_one_line(call: str, error: str) -> None:
    outcome = faults.failing(call, error)
    assert outcome.group in {"fixed", "left", "put back"}
    assert outcome.alone == "fixed"
    assert outcome.leftovers == ()
    if outcome.group == "fixed":
        assert (outcome.code, outcome.errors, outcome.stderr) == (0, (), "")
    else:
        ((path, kind, message),) = outcome.errors
        assert (path, kind, outcome.code) == (faults.SECOND, "write", 2)
        reason = os.strerror(getattr(numbers, error))
        assert message == f"{reason}: left as it was; left with it: {faults.FIRST}"
        assert outcome.stderr == f"{path}: {message}\n"


@pytest.mark.parametrize("moment", faults.MOMENTS)
@pytest.mark.parametrize("act", faults.ACTS)
def test_what_another_program_did_meanwhile_stays(act: str, moment: str) -> None:
    outcome = faults.meddling(act, moment)
    assert not outcome.harmed
    assert (outcome.first, outcome.alone, outcome.code) == ("left", "fixed", 2)
    ((path, kind, _),) = outcome.errors
    assert path == faults.SECOND
    assert kind in {"changed", "write"}


def test_the_page_shows_what_really_happens() -> None:
    """`python -m tests.readme` writes its tables anew."""
    text = faults.PAGE.read_text(encoding="utf-8")
    assert faults.fault_table() in text
    assert faults.meddling_table() in text
    assert faults.rendered(text) == text
