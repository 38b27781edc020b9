class RunPage:
    title = "Runs"

    def __init__(self, request):
        self.rows = [run for run in request["customExtensionCalloutInstances"] if run["customExtensionId"]]

    def render(self):
        return [self.title, *map(self.cell, self.rows)]

    def cell(self, row):
        return row["customExtensionId"]


def latest(requests):
    for request in requests:
        if runs := request.get("customExtensionCalloutInstances"):
            yield runs[-1]


def extension_ids(requests):
    for request in requests:
        for run in request.get("customExtensionCalloutInstances", []):
            yield run["customExtensionId"]
