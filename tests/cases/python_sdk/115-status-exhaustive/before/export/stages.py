from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage

STAGES = [stage.value for stage in AccessPackageCustomExtensionStage]
