def extension_names(catalog: dict) -> list[str]:
    return [extension["displayName"] for extension in catalog["customAccessPackageWorkflowExtensions"]]
