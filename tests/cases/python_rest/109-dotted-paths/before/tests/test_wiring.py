import importlib
from unittest import mock

import pytest

from onboarding import wiring

INSTANCE = "msgraph_beta.generated.models.custom_extension_handler_instance.CustomExtensionHandlerInstance"


@pytest.fixture(autouse=True)
def _sdk():
    pytest.importorskip("msgraph_beta.generated.models.access_package_custom_extension_handler_status")


def test_instance_is_built_once():
    with mock.patch(INSTANCE) as built:
        wiring.simulate("e1")
    built.assert_called_once()


@mock.patch("msgraph_beta.generated.models.custom_extension_handler.CustomExtensionHandler.create_from_discriminator_value")
def test_handlers(create):
    create.return_value = None
    assert wiring.hooks([]) == []


def test_builder_can_be_imported():
    importlib.import_module(
        "msgraph_beta.generated.identity_governance.entitlement_management.access_package_assignment_policies.item"
        ".custom_extension_handlers.custom_extension_handlers_request_builder"
    )


def test_own_registry(monkeypatch):
    monkeypatch.setattr("onboarding.plugins.custom_extension_handler.CustomExtensionHandler", object)
    assert wiring.plugins() == []
