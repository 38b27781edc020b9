from unittest.mock import MagicMock, create_autospec, patch

import pytest
from msgraph_beta.generated.models.custom_extension_callout_instance_status import (
    CustomExtensionCalloutInstanceStatus as Status,
)
from msgraph_beta.generated.models.custom_extension_callout_instance import (
    CustomExtensionCalloutInstance,
)

import report


@pytest.fixture(name="run")
def sent_run() -> CustomExtensionCalloutInstance:
    return CustomExtensionCalloutInstance(custom_extension_id="e1", status=Status.CalloutSent)


def test_line(run: CustomExtensionCalloutInstance) -> None:
    assert report.line(run).startswith("e1: ")


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.CalloutSent, "e2: "),
        (None, "e2: -"),
        pytest.param(Status.UnknownFutureValue, "e2: unknownFutureValue", id="future"),
    ],
)
def test_line_of_a_status(status: Status, word: str) -> None:
    run = create_autospec(CustomExtensionCalloutInstance, instance=True)
    run.custom_extension_id = "e2"
    run.status = status
    assert report.line(run).startswith(word)


@patch("report.CustomExtensionCalloutInstance")
def test_blank(made: MagicMock) -> None:
    made.return_value = MagicMock(custom_extension_id="e3", status=None)
    assert report.blank() == "e3: -"
