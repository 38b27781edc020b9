"""All addresses of the governance jobs in one place."""
from urllib.parse import urljoin

ROOT = 'https://graph.microsoft.com/beta'
ELM = ROOT + '/identityGovernance/entitlementManagement'
POLICIES = ELM + '/accessPackageAssignmentPolicies/'

PENDING = (
    'https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests'
    '?%24top=5&%24expand=customExtensionCalloutInstances%28%24select%3Dstatus%29,accessPackage'
)
EXPANDED = ELM + '/accessPackageAssignmentPolicies?$top=999&$expand=customExtensionStageSettings%28%24expand%3DcustomExtension%29&$count=true'


def handlers(policy_id):
    return '%s/accessPackageAssignmentPolicies/%s/customExtensionStageSettings' % (ELM, policy_id)


def handler(policy_id, handler_id):
    return POLICIES + policy_id + '/customExtensionStageSettings/' + handler_id


def handler_extension(policy_id, handler_id):
    return '{}{}/customExtensionStageSettings/{}/customExtension'.format(POLICIES, policy_id, handler_id)


def extensions(catalog_id):
    return '{elm}/accessPackageCatalogs/{catalog}/accessPackageCustomWorkflowExtensions'.format(
        elm=ELM, catalog=catalog_id,
    )


def extension(catalog_id, extension_id):
    return (
        f'{ELM}/accessPackageCatalogs/{catalog_id}'
        '/accessPackageCustomWorkflowExtensions'
        f'/{extension_id}'
    )


def count(catalog_id):
    return urljoin(ELM + '/', f'accessPackageCatalogs/{catalog_id}/accessPackageCustomWorkflowExtensions/$count')


def quoted_catalog(catalog_id):
    return f"{ELM}/accessPackageCatalogs('{catalog_id}')/accessPackageCustomWorkflowExtensions?$select=id"
