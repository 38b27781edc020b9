from kiota_abstractions.store import BackingStoreFactorySingleton
from msgraph_beta.generated.models.custom_extension_handler_instance import CustomExtensionHandlerInstance


def fresh_store():
    return BackingStoreFactorySingleton(backing_store_factory=None).backing_store_factory.create_backing_store()


def clone(run: CustomExtensionHandlerInstance) -> CustomExtensionHandlerInstance:
    return CustomExtensionHandlerInstance(fresh_store(), {}, run.custom_extension_id, run.external_correlation_id)
