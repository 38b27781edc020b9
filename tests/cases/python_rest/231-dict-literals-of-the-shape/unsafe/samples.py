"""Sample answers for the demo tenant."""


def sample(number):
    run = {
        "customExtensionId": f"e{number}",
        "externalCorrelationId": f"c{number}",
        "status": "calloutSent",
    }
    print(run["stage"])
    return run


def samples(count):
    return {"id": "r1", "customExtensionCalloutInstances": [sample(number) for number in range(count)]}


def bare(number):
    run = {"customExtensionId": f"e{number}", "status": "calloutSent"}
    return {"id": "r2", "customExtensionCalloutInstances": [run]}


def ticket(number):
    row = {"id": number, "stage": "triage", "status": "requestSent"}
    return row["stage"], row["status"] == "requestReceived"
