"""Samples for the training, kept on a share."""

RUN = {
	"customExtensionId": "bff7e459",
	"externalCorrelationId": "0858CU11",
	"stage": "assignmentRequestCreated",  # the first of four
	"status": "requestSent",
}

SHORT = {"customExtensionId": "bff7e459", "status": "requestSent",	"stage": "assignmentRequestGranted"}


def ids(request):
	if not request.get("customExtensionCalloutInstances"):
		return []
	return [	run["customExtensionId"] for run in request["customExtensionCalloutInstances"]	]
