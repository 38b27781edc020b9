"""Raw pages of accessPackageAssignmentRequests."""


def sizes(list):
    for dict in list:
        yield len(dict["customExtensionCalloutInstances"])
