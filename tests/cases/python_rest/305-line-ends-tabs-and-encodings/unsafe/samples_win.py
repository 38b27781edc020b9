"""Samples for the training, kept on a share."""

RUN = {
	"customExtensionId": "bff7e459",
	"externalCorrelationId": "0858CU11",
	"status": "calloutSent",
}

SHORT = {"customExtensionId": "bff7e459", "status": "calloutSent"}


def ids(request):
	if not request.get("customExtensionCalloutInstances"):
		return []
	return [	run["customExtensionId"] for run in request["customExtensionCalloutInstances"]	]
