#!/usr/bin/env python3
"""Kept for the tenants of wave 3."""
# migrate-ext: ignore-file
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def stage(run: CustomExtensionHandlerInstance):
    return run.stage
