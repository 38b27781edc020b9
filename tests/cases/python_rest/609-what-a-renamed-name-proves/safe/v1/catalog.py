def extensions(catalog, policy):
    print(policy.get("customExtensionHandlers"))  # migrate-ext: ignore[CEX202]
    return catalog["customWorkflowExtensions"]
