from unittest.mock import MagicMock, create_autospec, patch

import pytest
from msgraph_beta.generated.models.access_package_custom_extension_handler_status import (
    AccessPackageCustomExtensionHandlerStatus as Status,
)
from msgraph_beta.generated.models.custom_extension_handler_instance import (
    CustomExtensionHandlerInstance,
)

import report


@pytest.fixture(name="run")
def sent_run() -> CustomExtensionHandlerInstance:
    return CustomExtensionHandlerInstance(custom_extension_id="e1", status=Status.RequestSent)


def test_line(run: CustomExtensionHandlerInstance) -> None:
    assert report.line(run).startswith("e1: ")


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.RequestSent, "e2: "),
        (None, "e2: -"),
        pytest.param(Status.UnknownFutureValue, "e2: unknownFutureValue", id="future"),
    ],
)
def test_line_of_a_status(status: Status, word: str) -> None:
    run = create_autospec(CustomExtensionHandlerInstance, instance=True)
    run.custom_extension_id = "e2"
    run.status = status
    assert report.line(run).startswith(word)


@patch("report.CustomExtensionHandlerInstance")
def test_blank(made: MagicMock) -> None:
    made.return_value = MagicMock(custom_extension_id="e3", status=None)
    assert report.blank() == "e3: -"
