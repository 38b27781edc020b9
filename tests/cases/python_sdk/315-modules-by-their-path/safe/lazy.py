"""Loads the models late: the SDK takes seconds to import."""
from importlib import import_module
from unittest import mock

MODELS = "msgraph_beta.generated.models"
HANDLER = "msgraph_beta.generated.models.custom_extension_stage_setting"
OURS = "hooks.models.custom_extension_handler"


def run_module():
    return import_module("msgraph_beta.generated.models.custom_extension_callout_instance")


def status_module():
    return import_module(f"{MODELS}.custom_extension_callout_instance_status")


def handler_module():
    return import_module(HANDLER), import_module(OURS)


def load(name: str):
    return import_module(f"{MODELS}.{name}")


def without_warning():
    return mock.patch("msgraph_beta.generated.models.custom_extension_stage_setting.CustomExtensionStageSetting.serialize")
