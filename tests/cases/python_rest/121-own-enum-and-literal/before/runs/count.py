from runs.status import QueueStatus, RunStatus


def count(request):
    sent = answered = 0
    for run in request["customExtensionHandlerInstances"]:
        if run["status"] == RunStatus.SENT:
            sent += 1
        elif run["status"] == RunStatus.ANSWERED.value:
            answered += 1
    return sent, answered


def backlog(messages):
    return [message for message in messages if message["status"] == QueueStatus.SENT.value]
