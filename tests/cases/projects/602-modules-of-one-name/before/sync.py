"""The script that the package was made of; Python never imports it under this name."""


def correlations(request):
    return [run["externalCorrelationId"] for run in request["customExtensionHandlerInstances"]]
