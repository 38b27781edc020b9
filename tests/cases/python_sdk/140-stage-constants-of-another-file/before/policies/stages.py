"""The steps at which our flows may be called."""

from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage

GRANTED = AccessPackageCustomExtensionStage.AssignmentRequestGranted
REMINDER = AccessPackageCustomExtensionStage.AssignmentFourteenDaysBeforeExpiration
