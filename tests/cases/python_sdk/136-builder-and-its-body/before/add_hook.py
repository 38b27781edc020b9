import argparse
import asyncio

from azure.identity.aio import AzureCliCredential
from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage
from msgraph_beta.generated.models.custom_access_package_workflow_extension import CustomAccessPackageWorkflowExtension
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler


async def run(policy_id: str, extension_id: str, replace: str | None) -> None:
    body = CustomExtensionHandler(
        stage=AccessPackageCustomExtensionStage.AssignmentRequestCreated,
        custom_extension=CustomAccessPackageWorkflowExtension(id=extension_id),
    )
    async with AzureCliCredential() as credential:
        policies = GraphServiceClient(credential).identity_governance.entitlement_management.access_package_assignment_policies
        handlers = policies.by_access_package_assignment_policy_id(policy_id).custom_extension_handlers
        if replace:
            await handlers.by_custom_extension_handler_id(replace).patch(body)
        else:
            await handlers.post(body=body)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("policy")
    parser.add_argument("extension")
    parser.add_argument("--replace", metavar="ID")
    options = parser.parse_args()
    asyncio.run(run(options.policy, options.extension, options.replace))
