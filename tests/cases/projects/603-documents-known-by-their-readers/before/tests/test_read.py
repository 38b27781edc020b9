from hooks.read import of_file, of_lines


def test_policy():
    assert of_file("tests/data/policy.json") == ["h1"]


def test_lines():
    assert of_lines("tests/data/policies.ndjson") == [1, 0]
