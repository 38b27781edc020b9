"""Wires our claims API into the sign-in flow."""

from __future__ import annotations

from msgraph_beta.generated.models.custom_authentication_extension import CustomAuthenticationExtension
from msgraph_beta.generated.models.on_attribute_collection_start_custom_extension_handler import OnAttributeCollectionStartCustomExtensionHandler
from msgraph_beta.generated.models.on_otp_send_custom_extension_handler import OnOtpSendCustomExtensionHandler
from msgraph_beta.generated.models.on_token_issuance_start_custom_extension import OnTokenIssuanceStartCustomExtension
from msgraph_beta.generated.models import on_token_issuance_start_custom_extension_handler as token_module

TYPE_NAME = "#microsoft.graph.onTokenIssuanceStartCustomExtensionHandler"


def token_handler(extension_id: str) -> token_module.OnTokenIssuanceStartCustomExtensionHandler:
    return token_module.OnTokenIssuanceStartCustomExtensionHandler(
        odata_type=TYPE_NAME,
        custom_extension=OnTokenIssuanceStartCustomExtension(id=extension_id),
    )


def kind(handler: object) -> str:
    match handler:
        case OnOtpSendCustomExtensionHandler():
            return "otp"
        case OnAttributeCollectionStartCustomExtensionHandler():
            return "attributes"
        case CustomAuthenticationExtension(display_name=str(name)):
            return name
        case _:
            return "?"
