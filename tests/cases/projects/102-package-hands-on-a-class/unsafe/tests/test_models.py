from portal import models
from portal.models import CustomExtensionStageSetting


def test_without_stage():
    assert CustomExtensionStageSetting(id="5c1e").stage is None


def test_public_names():
    assert len(models.__all__) == 2
