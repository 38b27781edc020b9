import pytest

pytestmark = pytest.mark.live


def test_has_handlers(policy):
    """The policy with this accessPackageId is seeded by the pipeline."""
    assert policy["accessPackageId"]
    assert policy["customExtensionStageSettings"]
