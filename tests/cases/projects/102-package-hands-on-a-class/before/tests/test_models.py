from portal import models
from portal.models import CustomExtensionHandler


def test_without_stage():
    assert CustomExtensionHandler(id="5c1e").stage is None


def test_public_names():
    assert len(models.__all__) == 2
