"""What is reported of a program is what happens when it runs, and a fixed program still runs.

The programs read the stage of instances and of other things, which their values reach in many ways. They are run on
objects that note where the stage of an instance is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from tests.properties.judge import problem
from tests.properties.running import programs

if TYPE_CHECKING:
    from tests.properties.running import Program

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
QUICK = settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=SLOW)
LONG = settings(max_examples=3000, deadline=None, suppress_health_check=SLOW)


@QUICK
@given(program=programs())
def test_the_reads_that_happen_are_those_that_are_reported(program: Program) -> None:
    assert not problem(*program)


@pytest.mark.slow
@LONG
@given(program=programs())
def test_so_they_are_in_many_more_programs(program: Program) -> None:
    assert not problem(*program)
