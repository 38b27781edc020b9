WAITING = "requestSent"
OPEN = ("requestSent",)
MAIL_STATES = {"requestSent": "out", "requestReceived": "in"}


def waiting(request):
    return [run for run in request["customExtensionHandlerInstances"] if run["status"] == WAITING]


def settled(request):
    return [run for run in request["customExtensionHandlerInstances"] if run["status"] != WAITING]


def open_count(request):
    return sum(run.get("status") in OPEN for run in request["customExtensionHandlerInstances"])


def mail(message):
    return MAIL_STATES[message["status"]]


def mails(messages):
    return [message["stage"] for message in messages if message["status"] not in OPEN_MAIL]


OPEN_MAIL = {"requestSent", "requestReceived"}
