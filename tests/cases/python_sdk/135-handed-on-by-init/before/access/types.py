from msgraph_beta.generated.models.access_package_custom_extension_handler_status import AccessPackageCustomExtensionHandlerStatus


def known(status: AccessPackageCustomExtensionHandlerStatus) -> bool:
    return status is not AccessPackageCustomExtensionHandlerStatus.UnknownFutureValue
