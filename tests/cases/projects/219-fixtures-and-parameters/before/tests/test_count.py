import pytest

from runs.counting import count


@pytest.mark.parametrize(("name", "expected"), [("one-run", 1), ("no-run", 0)])
def test_count(recorded, name, expected):
    assert count(recorded(f"{name}.json")) == expected


@pytest.mark.parametrize("path", ["two-runs.json"])
def test_two(recorded, path):
    assert count(recorded(path)) == 2
