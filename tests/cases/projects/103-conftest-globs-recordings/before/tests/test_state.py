def test_at_most_one_waits(waiting):
    assert len(waiting) <= 1
