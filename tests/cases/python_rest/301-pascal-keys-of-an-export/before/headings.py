"""Column titles of the mail merge: the left side is what the mail template calls its fields."""

TITLES = {
    "Id": "Request",
    "RequestState": "State",
    "CustomExtensionHandlerInstances": "Runs",
}


def title(field: str) -> str:
    return TITLES.get(field, field)
